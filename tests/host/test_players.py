"""Bots beside people: in order, until none has anything to do, held as long as a person would take."""

import asyncio

import pytest

from sandgame.frames.fault import FaultError
from sandgame.host import players as module
from sandgame.host.players import SWEEPS, Players, natural
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.intents import ClaimPool, FinishPhase, Intent, SendSheet, WantedLine
from sandgame.rules.room_intents import PausePlay, ResumePlay
from sandgame.rules.sections import View
from tests.kit.rooms import Quick, Stubborn, Trial, onward, swiftly
from tests.kit.tables import workshop

ONE, TWO = SeatId(1), SeatId(2)


class Claiming:
    """A bot that claims an hour of the pool more each time, up to `most`."""

    def __init__(self, most: int) -> None:
        self.most = most

    def act(self, view: View) -> tuple[Intent, ...]:
        table = view.table
        if table.phase == "negotiate" and view.pool.my_claim < self.most:
            return (ClaimPool(round=table.round, phase="negotiate", hours=view.pool.my_claim + 1),)
        return Quick().act(view)


class Wavering:
    """A bot that changes its claim for ever."""

    def act(self, view: View) -> tuple[Intent, ...]:
        table = view.table
        if table.phase == "negotiate":
            return (ClaimPool(round=table.round, phase="negotiate", hours=2 - view.pool.my_claim % 2),)
        return Quick().act(view)


class Asking:
    """A bot that sends one sheet to the person in Negotiate."""

    def act(self, view: View) -> tuple[Intent, ...]:
        table = view.table
        if table.phase != "negotiate" or view.threads.sheets:
            return Quick().act(view)
        service = next(seen.service for seen in view.board.services if seen.provider != view.me.seat)
        lines = (WantedLine(service, 1, table.length),)
        return (SendSheet(round=1, phase="negotiate", provider=ONE, lines=lines), onward(view))


def acts(trial: Trial) -> list[tuple[int, str]]:
    """Who did what by an own intent, in the order of the log."""
    log = trial.store.read(trial.table.game)
    return [(entry.happened.seat, entry.happened.kind) for entry in log if entry.happened.intent is not None]


async def onwards(trial: Trial, players: Players, number: int) -> None:
    """The person ends the phase, and the bots come to rest."""
    seen = trial.ear(1).view
    assert seen is not None
    trial.ask(1, f"person-{number}", onward(seen))
    await asyncio.sleep(0)
    await players.rest()


def test_bots_carry_every_phase_to_its_end_with_the_person() -> None:
    async def play() -> None:
        trial = Trial()
        players = trial.players({TWO: Quick()})
        players.begin()
        await players.rest()
        number = 0
        while trial.table.state.phase != "over":
            number += 1
            await onwards(trial, players, number)
        assert number == 10
        assert all(len(commit) > 0 for commit in trial.store.commits)

    swiftly(play())


def test_the_bots_act_in_their_order_each_once_a_sweep() -> None:
    async def play() -> None:
        trial = Trial(scenario=workshop())
        bots = {SeatId(seat): Claiming(2) for seat in (4, 2, 3)}
        players = trial.players(bots)
        players.begin()
        await players.rest()
        await onwards(trial, players, 1)
        assert [seat for seat, kind in acts(trial) if kind == "pool_claimed"] == [4, 2, 3, 4, 2, 3]

    swiftly(play())


def test_every_act_of_a_bot_is_stored_by_itself() -> None:
    async def play() -> None:
        trial = Trial(scenario=workshop())
        players = trial.players({SeatId(seat): Quick() for seat in (2, 3, 4)})
        players.begin()
        await players.rest()
        assert [len(commit) for commit in trial.store.commits] == [1, 1, 1]

    swiftly(play())


def test_bots_wait_while_play_is_paused_and_no_phase_ends_behind_their_backs() -> None:
    async def play() -> None:
        trial = Trial()
        players = trial.players({TWO: Quick()}, lambda _: 2.0)
        trial.ask(1, "person", FinishPhase(round=1, phase="brief"))
        trial.ask(TABLE, "pause", PausePlay(round=1, phase="brief"))
        players.begin()
        await players.rest()
        await asyncio.sleep(60)
        paused = trial.table.state
        assert (paused.phase == "brief", paused.finished) == (True, frozenset({ONE}))
        trial.ask(TABLE, "resume", ResumePlay(round=1, phase="brief"))
        await asyncio.sleep(0)
        await players.rest()
        assert trial.table.state.phase == "negotiate"
        assert [seat for seat, _ in acts(trial)][:4] == [ONE, TABLE, TABLE, TWO]  # and not the clock for it

    swiftly(play())


def test_bots_that_find_no_end_stop_after_twenty_sweeps() -> None:
    async def play() -> None:
        trial = Trial()
        players = trial.players({TWO: Wavering()})
        players.begin()
        await players.rest()
        await onwards(trial, players, 1)
        assert len([kind for _, kind in acts(trial) if kind == "pool_claimed"]) == SWEEPS
        trial.ask(1, "person-claims", ClaimPool(round=1, phase="negotiate", hours=2))
        await asyncio.sleep(0)
        await players.rest()
        assert len([kind for _, kind in acts(trial) if kind == "pool_claimed"]) == 2 * SWEEPS + 1

    swiftly(play())


def test_a_bot_without_an_end_does_not_keep_people_waiting() -> None:
    async def play() -> None:
        trial = Trial()
        players = trial.players({TWO: Stubborn()})
        players.begin()
        await players.rest()
        assert trial.table.state.finished == frozenset()
        await onwards(trial, players, 1)
        assert trial.table.state.phase == "negotiate"
        assert trial.store.read(trial.table.game)[-1].happened.kind == "phase_started"

    swiftly(play())


def test_what_a_person_would_notice_is_held_and_the_rest_is_not() -> None:
    async def play() -> None:
        trial = Trial()
        players = trial.players({TWO: Asking()}, hold=natural)
        loop = asyncio.get_running_loop()
        players.begin()
        await players.rest()
        assert loop.time() == 0
        await onwards(trial, players, 1)
        assert trial.table.state.phase == "negotiate"
        assert len(trial.table.state.sheets) == 1
        assert 1 <= loop.time() <= 3

    swiftly(play())


def test_a_hold_is_one_to_three_seconds_and_the_same_every_time() -> None:
    holds = [natural(f"1:hold:2:{number}") for number in range(200)]
    assert min(holds) >= 1
    assert max(holds) <= 3
    assert len(set(holds)) > 100
    assert holds == [natural(f"1:hold:2:{number}") for number in range(200)]


def test_a_person_may_act_while_an_answer_is_held() -> None:
    async def play() -> None:
        trial = Trial()
        players = trial.players({TWO: Asking()}, hold=lambda _key: 2.0)
        players.begin()
        await players.rest()
        ear = trial.ear(1)
        assert ear.view is not None
        trial.ask(1, "person-1", onward(ear.view), ear)
        await asyncio.sleep(1)
        trial.ask(1, "person-2", ClaimPool(round=1, phase="negotiate", hours=1), ear)
        await asyncio.sleep(0.5)
        assert [answer.refusal for answer in ear.answers] == [None, None]
        assert trial.table.state.sheets == {}
        await players.rest()
        assert len(trial.table.state.sheets) == 1

    swiftly(play())


def test_a_table_taken_up_again_goes_on_with_the_next_bot() -> None:
    async def play(broken_off: int | None) -> list[tuple[int, str]]:
        trial = Trial(scenario=workshop())
        order = (4, 2, 3)
        while True:
            bots = {SeatId(seat): Claiming(2) for seat in order}
            players = trial.players(bots)
            players.begin()
            if broken_off is not None:
                while len(trial.store.commits) < broken_off:
                    await asyncio.sleep(0)
                players.stop()
                trial, broken_off = Trial(trial.store, trial.kept), None
                continue
            await players.rest()
            if trial.table.state.phase == "brief":
                await onwards(trial, players, 1)
            return acts(trial)

    whole = swiftly(play(None))
    assert [swiftly(play(commits)) for commits in (1, 2, 3)] == [whole] * 3


async def failed_to_store() -> tuple[Trial, Players]:
    """A bot whose first act found the store broken; now it is mended."""
    trial = Trial()
    players = trial.players({TWO: Quick()})
    trial.store.broken = True
    players.begin()
    with pytest.raises(FaultError):
        await players.rest()
    trial.store.broken = False
    return trial, players


def test_bots_try_again_what_could_not_be_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 60.0)

    async def play() -> None:
        trial, players = await failed_to_store()
        await asyncio.sleep(59)
        assert trial.table.state.finished == frozenset()
        await asyncio.sleep(2)
        assert trial.table.state.finished == {TWO}
        await players.rest()

    swiftly(play())


def test_bots_go_on_as_soon_as_a_person_could_be_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 60.0)

    async def play() -> None:
        trial, players = await failed_to_store()
        await onwards(trial, players, 1)
        assert trial.table.state.phase == "negotiate"
        assert asyncio.get_running_loop().time() < 1

    swiftly(play())


def test_a_bot_whose_every_wish_is_refused_is_passed_over() -> None:
    class Wrong:
        def act(self, view: View) -> tuple[Intent, ...]:
            return (ClaimPool(round=view.table.round, phase="negotiate", hours=999),)

    async def play() -> None:
        trial = Trial(scenario=workshop())
        players = trial.players({SeatId(4): Wrong(), SeatId(2): Quick(), SeatId(3): Quick()})
        players.begin()
        await players.rest()
        assert trial.table.state.finished == {SeatId(2), SeatId(3)}
        await onwards(trial, players, 1)
        assert trial.table.state.phase == "negotiate"

    swiftly(play())
