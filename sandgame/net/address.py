"""Where a host is: addresses of this computer in its networks, and one that somebody typed."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Interface

import ifaddr

PORT = 47470
"""Where a host listens, and what a typed address without a port means."""

FAR = "198.51.100.1"
"""Kept for examples: nobody has it."""
HOTSPOTS = {"192.168.137.1", "192.168.2.1", "10.42.0.1"}
"""A computer's own address where it makes a network for others: Windows, macOS, Linux."""
WITHIN = (
    *("virtual", "vmware", "vmnet", "vbox", "vethernet", "docker", "wsl", "hyper-v", "veth", "virbr", "br-"),
    *("tun", "tap", "wg", "tailscale", "zerotier", "vpn"),
)
"""How adapters are called behind which there is no room full of laptops."""


@dataclass(frozen=True, slots=True)
class Address:
    host: str
    port: int


def networks() -> Iterator[IPv4Interface]:
    """This computer in each network that it is in, its own loop among them."""
    yield from (network for _name, network in _adapters())


def real_networks() -> list[IPv4Interface]:
    """Without its own loop, and without addresses that a computer gives itself when no network gives it one; those
    that others most likely come from first."""
    found = [
        (name, network) for name, network in _adapters() if not network.is_loopback and not network.ip.is_link_local
    ]
    way_out = _way_out()
    return [network for _name, network in sorted(found, key=lambda one: _rank(one[0], one[1], way_out))]


def own_address() -> str:
    """The one to show to others: of a real network if there is any."""
    found = real_networks()
    return str(found[0].ip) if found else "127.0.0.1"


def _rank(name: str, network: IPv4Interface, way_out: str) -> tuple[bool, bool, bool, bool]:
    """First a network that this computer makes; machines within the machine and tunnels last; before them those
    without a way out, and public addresses."""
    own = str(network.ip) in HOTSPOTS
    within = any(word in name.lower() for word in WITHIN) or network.network.prefixlen >= 31
    return (not own, within, str(network.ip) != way_out, not network.is_private)


def _adapters() -> Iterator[tuple[str, IPv4Interface]]:
    for adapter in ifaddr.get_adapters():
        for ip in adapter.ips:
            if ip.is_IPv4 and isinstance(ip.ip, str):
                yield f"{adapter.name} {adapter.nice_name}", IPv4Interface(f"{ip.ip}/{ip.network_prefix}")


def _way_out() -> str:
    """The address from which a packet to a far place would leave. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((FAR, 9))
        except OSError:
            return ""
        return str(probe.getsockname()[0])


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
