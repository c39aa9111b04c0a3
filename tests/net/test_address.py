"""Addresses: what people type, and what is shown to them."""

from ipaddress import IPv4Interface

import pytest

from sandgame.net import address
from sandgame.net.address import PORT, Address, own_address, read_address


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("192.168.1.5", Address("192.168.1.5", PORT)),
        (" 192.168.1.5:8000 ", Address("192.168.1.5", 8000)),
        ("192.168.1.5：8000", Address("192.168.1.5", 8000)),
        ("192。168。1。5", Address("192.168.1.5", PORT)),
        ("teacher-laptop", Address("teacher-laptop", PORT)),
    ],
)
def test_an_address_is_read_as_people_type_it(typed: str, read: Address) -> None:
    assert read_address(typed) == read


@pytest.mark.parametrize("typed", ["", ":80", "a b", "host:0", "host:65536", "host:８０", "../etc", "host:1:2"])
def test_what_cannot_be_an_address_is_none(typed: str) -> None:
    assert read_address(typed) is None


def test_there_is_always_an_address_to_show() -> None:
    assert read_address(own_address()) is not None


ADAPTERS = {
    "own loop": ("lo", "127.0.0.1/8"),
    "nothing given": ("Wi-Fi 2", "169.254.7.7/16"),
    "machine in the machine": ("VMware Virtual Ethernet Adapter", "192.168.56.1/24"),
    "tunnel": ("tailscale0", "100.80.1.2/32"),
    "cable": ("Ethernet", "10.4.0.9/16"),
    "room": ("Wi-Fi", "192.168.1.5/24"),
    "hotspot": ("Microsoft Wi-Fi Direct Virtual Adapter", "192.168.137.1/24"),
}


def shown(monkeypatch: pytest.MonkeyPatch, *names: str, way_out: str = "") -> str:
    found = [(ADAPTERS[name][0], IPv4Interface(ADAPTERS[name][1])) for name in names]
    monkeypatch.setattr(address, "_adapters", lambda: iter(found))
    monkeypatch.setattr(address, "_way_out", lambda: way_out)
    return own_address()


@pytest.mark.parametrize(
    ("names", "way_out", "best"),
    [
        (("own loop",), "", "127.0.0.1"),
        (("own loop", "nothing given"), "", "127.0.0.1"),
        (("machine in the machine", "tunnel", "room"), "", "192.168.1.5"),
        (("machine in the machine", "room"), "192.168.56.1", "192.168.1.5"),
        (("cable", "room"), "192.168.1.5", "192.168.1.5"),
        (("room", "cable"), "10.4.0.9", "10.4.0.9"),
        (("cable", "hotspot"), "10.4.0.9", "192.168.137.1"),
    ],
)
def test_the_address_that_is_shown_is_the_one_the_room_can_reach(
    monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...], way_out: str, best: str
) -> None:
    assert shown(monkeypatch, *names, way_out=way_out) == best


def test_a_computer_of_several_networks_is_in_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    shown(monkeypatch, "own loop", "nothing given", "cable", "room")
    assert [str(network.ip) for network in address.real_networks()] == ["10.4.0.9", "192.168.1.5"]
