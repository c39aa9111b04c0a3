"""Where a host is: addresses of this computer in its networks, and one that somebody typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Interface

import ifaddr

PORT = 47470
"""Where a host listens, and what a typed address without a port means."""


@dataclass(frozen=True, slots=True)
class Address:
    host: str
    port: int


def networks() -> Iterator[IPv4Interface]:
    """This computer in each network that it is in, its own loop among them."""
    for adapter in ifaddr.get_adapters():
        for ip in adapter.ips:
            if ip.is_IPv4 and isinstance(ip.ip, str):
                yield IPv4Interface(f"{ip.ip}/{ip.network_prefix}")


def own_address() -> str:
    """The one to show to others: of a real network if there is any."""
    found = [str(network.ip) for network in networks() if not network.is_loopback and not network.is_link_local]
    return found[0] if found else "127.0.0.1"


def read_address(typed: str) -> Address | None:
    """`host` or `host:port` as people type it, with a full-width colon too; None if it cannot be one."""
    text = typed.strip().replace("：", ":").replace("。", ".")
    host, colon, port = text.partition(":")
    if not colon:
        port = str(PORT)
    plain = host and all(letter.isascii() and (letter.isalnum() or letter in ".-") for letter in host)
    if not plain or not port.isascii() or not port.isdigit() or len(port) > 5 or not 0 < int(port) < 65_536:
        return None
    return Address(host, int(port))
