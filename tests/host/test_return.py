"""Who comes back: what it takes when all do at once, counted, and that nothing is missed by it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from sandgame.frames.classroom import LobbyTold, ReturnToSeat, Welcome
from sandgame.frames.seat import Seated
from sandgame.host import telling
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import FinishPhase, SendMessage
from sandgame.rules.sections import View
from sandgame.rules.seen_company import company_section
from sandgame.rules.seen_room import room_section
from sandgame.rules.state import State
from sandgame.rules.view import table_section, view
from tests.kit.classes import Lesson, Seatmate, lived, turns

ONE, TWO = SeatId(1), SeatId(2)
BRIEF = FinishPhase(round=1, phase="brief")


async def left(lesson: Lesson) -> list[str]:
    """A class of two tables in play, whose laptops have all lost their lines at once; their tokens."""
    lesson.open(tables=2)
    mates = {(table, seat): lesson.mate() for table in (1, 2) for seat in (1, 2)}
    tokens = [mate.take(table, seat) for (table, seat), mate in mates.items()]
    await lesson.begin()
    for mate in mates.values():
        mate.guest.lost()
    return tokens


def back(lesson: Lesson, token: str) -> Seatmate:
    mate = lesson.mate()
    mate.ask(ReturnToSeat(token))
    return mate


@lived
async def test_where_all_come_back_at_once_each_is_told_once_and_nothing_is_stored(lesson: Lesson) -> None:
    tokens = await left(lesson)
    await asyncio.sleep(1)
    lesson.store.commits.clear()
    mates = [back(lesson, token) for token in tokens]
    await asyncio.sleep(1)
    for mate in mates[1:]:
        kinds = [type(frame) for frame in mate.told]
        assert [kinds.count(kind) for kind in (Welcome, LobbyTold, Seated)] == [1, 1, 1]
        assert mate.chairs(1) == mate.chairs(2) == ["here", "here"]
    assert len(mates[0].all(LobbyTold)) == 2, "the first saw the class as it was before"
    assert lesson.store.commits == []


def test_who_comes_back_to_a_table_where_nothing_happened_costs_no_new_view(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[SeatId] = []

    def noted(state: State, seat: SeatId) -> View:
        seen.append(seat)
        return view(state, seat)

    @lived
    async def story(lesson: Lesson) -> None:
        tokens = await left(lesson)
        monkeypatch.setattr(telling, "view", noted)
        mates = [back(lesson, token) for token in tokens]
        assert seen == []
        assert mates[0].views[ONE] == view(lesson.state(), ONE)

    story()


@lived
async def test_who_comes_back_sees_what_happened_meanwhile(lesson: Lesson) -> None:
    lesson.open()
    one, two = lesson.mate(), lesson.mate()
    token = one.take(1, 1)
    two.take(1, 2)
    await lesson.begin()
    one.guest.lost()
    two.submit(2, SendMessage(round=1, phase="brief", to=ONE, text="Where are you?"))
    two.submit(2, BRIEF)
    await turns()
    again = back(lesson, token)
    assert again.views[ONE] == view(lesson.state(), ONE)
    assert [said.text for said in again.views[ONE].threads.messages] == ["Where are you?"]


def test_what_all_seats_see_alike_is_looked_up_once_for_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Callable[[State], Any]] = []

    def noting(section: Callable[[State], Any]) -> Callable[[State], Any]:
        def noted(state: State) -> Any:
            looked.append(section)
            return section(state)

        return noted

    @lived
    async def story(lesson: Lesson) -> None:
        lesson.open()
        mates = lesson.all_seated()
        await lesson.begin()
        for section in (table_section, room_section, company_section):
            monkeypatch.setattr("sandgame.rules.view." + section.__name__, noting(section))
        mates[0].submit(1, BRIEF)
        await turns()
        assert looked == [table_section, room_section, company_section]
        for seat, mate in enumerate(mates, start=1):
            assert mate.views[SeatId(seat)] == view(lesson.state(), SeatId(seat))

    story()
