"""A laptop whose line is cut all the time, over a real socket: nothing answered is lost, nothing is done twice."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import IPv4Interface
from pathlib import Path

import pytest

from sandgame.frames.classroom import PROTOCOL, Beacon, SeatGiven, TakeSeat
from sandgame.frames.line import LineBack, LineLost
from sandgame.frames.seat import Answered, Seated
from sandgame.host.hall import Hall
from sandgame.host.thread import Loop
from sandgame.net.address import Address
from sandgame.net.beacon import call_out
from sandgame.net.client import NoWayError
from sandgame.net.code import code_of
from sandgame.net.laptop import Laptop
from sandgame.net.lessons import LanLessons
from sandgame.net.way import KnownWay
from sandgame.rules.draw import draw
from sandgame.rules.ids import ROOM, SeatId
from sandgame.rules.intents import SendMessage
from tests.kit.doors import hosted
from tests.kit.listening import Listening

MESSAGES = 60
SEATS = (SeatId(1), SeatId(2))
SEED = "cuts-1"


@contextmanager
def a_class(folder: Path) -> Iterator[tuple[Loop, Hall, str, str]]:
    """In a thread of its own: its loop, its hall, its code, and where it is."""
    loop, around = Loop(), hosted(folder, tables=1)

    async def leave() -> None:
        await around.__aexit__(None, None, None)

    async def enter() -> tuple[Hall, str, str]:
        hall, address, fingerprint = await around.__aenter__()
        return hall, code_of(fingerprint), f"127.0.0.1:{address.port}"

    hall, code, place = loop.run(enter())
    try:
        yield loop, hall, code, place
    finally:
        loop.run(leave())
        loop.stop()


def cut(lessons: LanLessons, laptop: Laptop) -> None:
    """As if somebody had pulled the plug."""

    def pull() -> None:
        if laptop._line is not None:
            laptop._line.cut()

    lessons._loop.tell(pull)


def test_a_laptop_that_is_cut_off_again_and_again_loses_and_repeats_nothing(tmp_path: Path) -> None:
    print(f"cuts drawn with {SEED!r}")
    with a_class(tmp_path) as (loop, hall, code, place):
        lessons, heard = LanLessons(tmp_path / "laptop", pace=0.001), Listening()
        try:
            laptop = lessons.join(code, place)
            laptop.listen(heard)
            for seat in SEATS:
                laptop.ask(TakeSeat(1, seat))
            heard.wait(SeatGiven, lambda told: told.seat == SEATS[1])
            loop.ask(lambda: hall.start(lambda _told: None))
            heard.wait(Seated)
            asked = said(lessons, laptop, heard)
            answers = [answered(heard, name) for name in asked]
        finally:
            lessons.close()
        table = hall.tables[0].table
        stored = [entry.happened.intent for entry in loop.ask(lambda: hall._house.store.read(table.game))]
    assert len(heard.all(LineLost)) >= len(heard.all(LineBack)) > MESSAGES // 10
    assert len(heard.all(Answered)) == MESSAGES, "each is answered once"
    for answer in answers:
        assert stored.count(answer.id) == (1 if answer.stored else 0)
        assert answer.refusal is None
    assert 0 < sum(answer.stored for answer in answers) < MESSAGES, "some waited for others and went out no more"


def answered(heard: Listening, name: str) -> Answered:
    return heard.wait(Answered, lambda told: told.id == name)


def said(lessons: LanLessons, laptop: Laptop, heard: Listening) -> list[str]:
    """Calls for help of both seats; after one in four the plug is pulled, whether it has gone out or not."""
    asked: list[str] = []
    for number in range(MESSAGES):
        seat = SEATS[number % 2]
        asked.append(laptop.submit(SendMessage(to=ROOM, text=f"no. {number}", round=1, phase="brief"), seat))
        if draw(f"{SEED}:{number}") % 4 == 0:
            before = len(heard.told)
            cut(lessons, laptop)
            heard.wait(LineBack, since=before)
            for name in asked:
                answered(heard, name)
    return asked


def test_a_host_that_is_at_another_address_now_is_found_by_its_call(tmp_path: Path) -> None:
    """The hotspot was turned on again, the cable pulled: same class, same certificate, elsewhere."""
    port, old = 47_641, Address("127.0.0.1", 9)

    async def story() -> None:
        async with hosted(tmp_path) as (_, address, fingerprint):
            beacon = Beacon(PROTOCOL, "1.0", address.port, fingerprint.hex())
            calling = asyncio.create_task(call_out(beacon, port, 0.05, lambda: [IPv4Interface("127.0.0.1/8")]))
            try:
                way = KnownWay(old, fingerprint.hex(), port)
                line = await way.again()
                assert line.address == address
                line.cut()
                with pytest.raises(NoWayError):
                    await KnownWay(old, "00" * 32, port).again()
            finally:
                calling.cancel()
                await asyncio.gather(calling, return_exceptions=True)

    asyncio.run(story())
