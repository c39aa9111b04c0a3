"""A session that plays itself, through the frames that a window gets."""

import pytest

from sandgame.frames.fault import FaultError
from sandgame.frames.lobby import SoloSetup
from sandgame.frames.seat import HostFrame, Seated, ViewChanged, merged
from sandgame.host.demonstration import demonstrate
from sandgame.host.players import at_once, natural
from sandgame.host.solo import House, begin, style_of
from sandgame.rules.apply import fold
from sandgame.rules.ids import PHASES, SeatId
from sandgame.rules.log import decode
from sandgame.rules.view import view
from sandgame.store.memory import MemoryStore
from tests.kit.cases import CASES
from tests.kit.rooms import CountingStore, Ticking
from tests.kit.shelf import SHELF


def setup(case: str) -> SoloSetup:
    length = CASES.package(case).scenario.lengths[0]
    return SoloSetup(case=case, seat=SeatId(1), length=length, colleagues="mixed", seed=0)


@pytest.mark.parametrize("case", SHELF)
def test_a_case_plays_itself_to_the_end(case: str) -> None:
    house = House(MemoryStore(), Ticking(), at_once)
    kept = begin(house, CASES.package(case), setup(case))
    frames: list[HostFrame] = []
    ending = demonstrate(house, kept, frames.append)
    state = fold(decode(body) for body in ending.log)
    assert state.phase == "over"
    assert ending.view == view(state, SeatId(1))
    seated = frames[0]
    assert isinstance(seated, Seated)
    seen, phases = seated.view, {(1, "brief")}
    for frame in frames:
        if isinstance(frame, ViewChanged):
            seen = merged(seen, frame)
            phases.add((seen.table.round, seen.table.phase))
    assert seen == ending.view
    assert phases >= {(week, phase) for week in range(1, state.length + 1) for phase in PHASES}


def test_a_commit_is_never_more_than_one_intent_of_a_quiet_table() -> None:
    store = CountingStore()
    house = House(store, Ticking(), at_once)
    kept = begin(house, CASES.package("starter"), setup("starter"))
    begun = sum(len(commit) for commit in store.commits)
    store.commits.clear()
    ending = demonstrate(house, kept)
    assert sum(len(commit) for commit in store.commits) == len(ending.log) - begun
    seats = [{entry.happened.seat for entry in commit} for commit in store.commits]
    assert all(len(one) == 1 for one in seats)


def test_a_disk_that_is_full_ends_it_with_the_reason() -> None:
    store = CountingStore()
    house = House(store, Ticking(), at_once)
    kept = begin(house, CASES.package("first-steps"), setup("first-steps"))
    store.broken = True
    with pytest.raises(FaultError):
        demonstrate(house, kept)


def test_what_breaks_a_bot_ends_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from sandgame.bots.player import Bot

    house = House(MemoryStore(), Ticking(), natural)
    kept = begin(house, CASES.package("first-steps"), setup("first-steps"))

    def broken(_bot: Bot, _view: object) -> tuple[()]:
        raise ZeroDivisionError

    monkeypatch.setattr(Bot, "act", broken)
    with pytest.raises(ZeroDivisionError):
        demonstrate(house, kept)


def test_a_mixed_company_is_the_same_for_the_same_seed() -> None:
    mixed = setup("starter")
    styles = [style_of(mixed, SeatId(seat)) for seat in range(1, 7)]
    assert styles == [style_of(mixed, SeatId(seat)) for seat in range(1, 7)]
    assert len(set(styles)) > 1
