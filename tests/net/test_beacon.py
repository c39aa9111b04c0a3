"""The host calls out on all its networks, and answers who asks whether it hears them."""

import asyncio
import socket
from ipaddress import IPv4Interface

from sandgame.frames.classroom import PROTOCOL, Beacon
from sandgame.net.beacon import ANSWERS, HERE, KNOCK, Caller, call_out, listening

BEACON = Beacon(PROTOCOL, "1.0", 47_470, "ab" * 32)


def test_every_network_is_called_on_and_one_that_is_gone_keeps_no_other_from_it() -> None:
    """Three networks of this computer's own; in the second nothing can be sent."""
    networks = [IPv4Interface(text) for text in ("127.1.0.1/32", "0.0.0.1/32", "127.2.0.1/32")]

    async def story() -> None:
        port = 47_631
        async with listening(port) as calls:
            calling = asyncio.create_task(call_out(BEACON, port, 0.05, lambda: networks))
            try:
                async with asyncio.timeout(30):
                    heard = [await calls.get() for _ in range(2)]
            finally:
                calling.cancel()
                await asyncio.gather(calling, return_exceptions=True)
        assert {call.beacon.port for call in heard} == {47_470}

    asyncio.run(story())


def test_a_network_that_comes_later_is_called_on_too() -> None:
    looks: list[int] = []

    def networks() -> list[IPv4Interface]:
        looks.append(1)
        return [] if len(looks) < 3 else [IPv4Interface("127.0.0.1/8")]

    async def story() -> None:
        port = 47_632
        async with listening(port) as calls:
            calling = asyncio.create_task(call_out(BEACON, port, 0.01, networks))
            try:
                async with asyncio.timeout(30):
                    assert (await calls.get()).beacon == BEACON
            finally:
                calling.cancel()
                await asyncio.gather(calling, return_exceptions=True)

    asyncio.run(story())
    assert len(looks) >= 3


class Wire(asyncio.DatagramTransport):
    def __init__(self) -> None:
        super().__init__()
        self.sent: list[tuple[bytes, object]] = []

    def sendto(self, data: object, addr: object = None) -> None:
        assert isinstance(data, bytes)
        self.sent.append((data, addr))


def test_a_knock_is_answered_and_nothing_else_is_and_not_without_end() -> None:
    caller, wire = Caller(), Wire()
    caller.connection_made(wire)
    caller.datagram_received(b"who is there", ("192.168.1.5", 5))
    assert wire.sent == []
    for _ in range(ANSWERS + 5):
        caller.datagram_received(KNOCK, ("192.168.1.5", 5))
    assert wire.sent == [(HERE, ("192.168.1.5", 5))] * ANSWERS
    assert len(HERE) <= len(KNOCK), "nobody can make it shout at others"


def test_noise_is_no_call() -> None:
    async def story() -> None:
        port = 47_633
        async with listening(port) as calls:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as noisy:
                for noise in (b"", b"\xff" * 2000, b"{}", b'{"kind":"sandgame","port":0}', b"[" * 400):
                    noisy.sendto(noise, ("127.0.0.1", port))
            calling = asyncio.create_task(call_out(BEACON, port, 0.05, lambda: [IPv4Interface("127.0.0.1/8")]))
            try:
                async with asyncio.timeout(30):
                    assert (await calls.get()).beacon == BEACON
            finally:
                calling.cancel()
                await asyncio.gather(calling, return_exceptions=True)

    asyncio.run(story())
