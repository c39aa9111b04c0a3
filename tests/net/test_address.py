"""Addresses: what people type, and what is shown to them."""

import pytest

from sandgame.net.address import PORT, Address, own_address, read_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("192.168.1.5", Address("192.168.1.5", PORT)),
        (" 192.168.1.5:8000 ", Address("192.168.1.5", 8000)),
        ("192.168.1.5：8000", Address("192.168.1.5", 8000)),
        ("192。168。1。5", Address("192.168.1.5", PORT)),
        ("teacher-laptop", Address("teacher-laptop", PORT)),
    ],
)
def test_an_address_is_read_as_people_type_it(typed: str, address: Address) -> None:
    assert read_address(typed) == address


@pytest.mark.parametrize("typed", ["", ":80", "a b", "host:0", "host:65536", "host:８０", "../etc", "host:1:2"])
def test_what_cannot_be_an_address_is_none(typed: str) -> None:
    assert read_address(typed) is None


def test_there_is_always_an_address_to_show() -> None:
    assert read_address(own_address()) is not None
