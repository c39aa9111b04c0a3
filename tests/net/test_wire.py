"""The wire: only the certificate that yields the code is talked to, nobody floods it, nobody listens in."""

import asyncio
import ssl
from collections import Counter
from pathlib import Path

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from sandgame.frames import class_wire
from sandgame.frames.classroom import PROTOCOL, Beacon, Hello, LobbyTold, Refused, SeatGiven, TakeSeat, Welcome
from sandgame.frames.line import NoWay
from sandgame.net.address import Address
from sandgame.net.beacon import call_out
from sandgame.net.certificate import client_context
from sandgame.net.client import Line, NoWayError, find, join
from sandgame.net.code import code_of
from sandgame.net.server import FROM_ONE, MAX_ASKED, too_many
from sandgame.rules.ids import SeatId
from tests.kit.doors import hosted


async def told(line: Line, kind: type) -> object:
    while not isinstance(frame := await line.hear(), kind):
        pass
    return frame


def test_a_laptop_joins_by_the_code_and_takes_a_seat(tmp_path: Path) -> None:
    async def story() -> None:
        async with hosted(tmp_path) as (_, address, fingerprint):
            line = await join(address, code=code_of(fingerprint))
            assert isinstance(line.welcome, Welcome)
            await line.send(TakeSeat(2, SeatId(1)))
            given = await told(line, SeatGiven)
            assert isinstance(given, SeatGiven)
            assert given.table == 2
            await line.close()

    asyncio.run(story())


def test_a_host_whose_certificate_yields_another_code_hears_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        async with hosted(tmp_path) as (hall, address, _):
            with pytest.raises(NoWayError) as refused:
                await join(address, code="AAAAAA")
            assert refused.value.why == NoWay.WRONG_CODE
            assert not any(guest.greeted for guest in hall._guests)

    asyncio.run(story())


def test_a_door_that_is_shut_and_one_that_is_another_program_are_told_apart() -> None:
    async def answer(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.0 200 OK\r\n\r\n")
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    async def story() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        address = Address("127.0.0.1", server.sockets[0].getsockname()[1])
        with pytest.raises(NoWayError) as other:
            await join(address, code="AAAAAA")
        assert other.value.why == NoWay.NO_HOST
        server.close()
        await server.wait_closed()
        with pytest.raises(NoWayError) as shut:
            await join(address, code="AAAAAA")
        assert shut.value.why == NoWay.SHUT

    asyncio.run(story())


def test_the_wire_is_never_in_the_clear(tmp_path: Path) -> None:
    async def story() -> None:
        async with hosted(tmp_path) as (_, address, _fingerprint):
            with pytest.raises((WebSocketException, OSError, EOFError)):
                await connect(f"ws://{address.host}:{address.port}", proxy=None)
            old = client_context()
            old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_2
            with pytest.raises((WebSocketException, OSError)):
                await connect(f"wss://{address.host}:{address.port}", ssl=old, proxy=None)

    asyncio.run(story())


def test_what_comes_in_parts_is_put_together_and_heard_in_its_order(tmp_path: Path) -> None:
    async def story() -> None:
        async with hosted(tmp_path) as (_, address, _fingerprint):
            place = f"wss://{address.host}:{address.port}"
            async with connect(place, ssl=client_context(), compression=None, proxy=None) as socket:
                hello = class_wire.encode(Hello(PROTOCOL, "9.9"))
                await socket.send([hello[:7], hello[7:9], hello[9:]])
                await socket.send(class_wire.encode(TakeSeat(2, SeatId(1))))
                told = class_wire.read_told(bytes(await socket.recv(decode=False)))
                assert isinstance(told, Welcome)
                while not isinstance(told, SeatGiven):
                    told = class_wire.read_told(bytes(await socket.recv(decode=False)))
                assert told.table == 2

    asyncio.run(story())


def test_a_frame_that_is_too_long_ends_the_line_and_nothing_else(tmp_path: Path) -> None:
    async def story() -> None:
        async with hosted(tmp_path) as (_, address, fingerprint):
            line, other = [await join(address, fingerprint=fingerprint.hex()) for _ in range(2)]
            await line._socket.send(b" " * (MAX_ASKED + 1))
            with pytest.raises(NoWayError):
                await told(line, SeatGiven)
            await other.send(TakeSeat(1, SeatId(1)))
            assert await told(other, SeatGiven)
            await other.close()

    asyncio.run(story())


def test_what_is_told_before_hanging_up_arrives(tmp_path: Path) -> None:
    async def story() -> None:
        async with hosted(tmp_path) as (_, address, _fingerprint):
            socket = await connect(
                f"wss://{address.host}:{address.port}", ssl=client_context(), compression=None, proxy=None
            )
            await socket.send(class_wire.encode(Hello(PROTOCOL + 1, "9.9")))
            frame = class_wire.read_told(bytes(await socket.recv(decode=False)))
            assert isinstance(frame, Refused)
            assert (frame.reason.value, frame.limit, frame.closing) == ("other_version", PROTOCOL, True)
            with pytest.raises(ConnectionClosed):
                await socket.recv()

    asyncio.run(story())


def test_a_pulled_plug_shows_to_the_others(tmp_path: Path) -> None:
    async def story() -> None:
        async with hosted(tmp_path) as (_, address, fingerprint):
            line, other = [await join(address, fingerprint=fingerprint.hex()) for _ in range(2)]
            await line.send(TakeSeat(1, SeatId(1)))
            line.cut()
            while True:
                lobby = await told(other, LobbyTold)
                assert isinstance(lobby, LobbyTold)
                if lobby.tables[0].seats[0].chair == "away":
                    break
            await other.close()

    asyncio.run(story())


def test_the_host_that_a_code_means_is_found_by_its_beacon() -> None:
    async def story() -> None:
        port = 47_613
        right, wrong = bytes([1]) * 32, bytes([2]) * 32
        calls = [
            asyncio.create_task(call_out(Beacon(PROTOCOL, "test", 4000 + n, each.hex()), port, every=0.05))
            for n, each in enumerate((wrong, right))
        ]
        try:
            found = await find(code_of(right), seconds=5, port=port)
            assert found.port == 4001
            with pytest.raises(NoWayError) as none:
                await find("AAAAAA", seconds=0.5, port=port)
            assert none.value.why == NoWay.NOT_HEARD
        finally:
            for call in calls:
                call.cancel()
            await asyncio.gather(*calls, return_exceptions=True)

    asyncio.run(story())


def test_one_laptop_cannot_shut_out_a_class() -> None:
    assert not too_many(Counter({"192.168.1.5": FROM_ONE - 1}), "192.168.1.5")
    assert too_many(Counter({"192.168.1.5": FROM_ONE}), "192.168.1.5")
    assert not too_many(Counter({"192.168.1.5": FROM_ONE}), "192.168.1.6")
    assert not too_many(Counter({"127.0.0.1": FROM_ONE}), "127.0.0.1"), "the host's own windows"
