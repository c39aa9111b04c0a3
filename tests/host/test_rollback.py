"""Going back at a table of the host: one state in memory and from the log, answers kept, bots beginning anew."""

from __future__ import annotations

import asyncio

from msgspec.structs import replace

from sandgame.host.players import Players
from sandgame.host.table import Table, Verdict
from sandgame.rules.apply import fold
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.intents import ClaimPool, FinishPhase, Intent, SendSheet, TimeUp, WantedLine
from sandgame.rules.room_intents import RollBack
from sandgame.rules.sections import View
from sandgame.rules.view import view
from sandgame.store.upgrade import events_of
from tests.kit.rooms import Ear, Quick, Trial, onward, swiftly

ONE, TWO = SeatId(1), SeatId(2)
ASK = SendSheet(round=1, phase="negotiate", provider=TWO, lines=(WantedLine(2, 1, 2),))  # type: ignore[arg-type]
AGAIN = RollBack(round=1, phase="negotiate", to_round=1, to_phase="negotiate")
TO_BRIEF = RollBack(round=1, phase="negotiate", to_round=1, to_phase="brief")


def stored(trial: Trial) -> None:
    trial.store.append(trial.table.seal())
    trial.table.settle()


def talking() -> Trial:
    trial = Trial()
    trial.table.receive(TABLE, "time-up-1", TimeUp(round=1, phase="brief"), 1)
    stored(trial)
    return trial


def test_the_table_stands_where_it_stood_and_the_log_says_the_same() -> None:
    trial = talking()
    stood = trial.table.state
    trial.table.receive(ONE, "intent-0001", ASK, 1)
    stored(trial)
    assert trial.table.receive(TABLE, "back-0001", AGAIN, 2).refusal is None
    stored(trial)
    log = trial.store.read(trial.table.game)
    assert trial.table.state == fold(events_of(log)) == Table(trial.table.game, log).state
    for seat in (ONE, TWO):
        seen, before = view(trial.table.state, seat), view(stood, seat)
        assert seen == replace(before, table=replace(before.table, rolled_back=1))


def test_what_was_asked_in_the_same_turn_before_is_taken_back_too() -> None:
    trial = talking()
    trial.table.receive(ONE, "intent-0001", ASK, 1)
    trial.table.receive(TABLE, "back-0001", AGAIN, 1)
    assert trial.table.tentative.sheets == {}
    trial.table.receive(ONE, "intent-0002", ASK, 1)
    assert list(trial.table.tentative.sheets) == [2]
    stored(trial)
    assert Table(trial.table.game, trial.store.read(trial.table.game)).state == trial.table.state


def test_a_way_back_that_could_not_be_stored_never_was() -> None:
    trial = talking()
    trial.table.receive(ONE, "intent-0001", ASK, 1)
    stored(trial)
    before = trial.table.state
    trial.table.receive(TABLE, "back-0001", AGAIN, 2)
    trial.table.undo()
    assert trial.table.tentative is before
    assert trial.table.receive(TABLE, "back-0001", AGAIN, 3) == Verdict(None, before=False)
    stored(trial)
    assert trial.table.state.sheets == {}


def test_what_was_answered_before_is_answered_the_same_after_going_back_and_a_restart() -> None:
    trial = talking()
    trial.table.receive(ONE, "intent-0001", ASK, 1)
    trial.table.receive(TABLE, "back-0001", AGAIN, 2)
    stored(trial)
    again = Table(trial.table.game, trial.store.read(trial.table.game))
    for table in (trial.table, again):
        assert table.receive(ONE, "intent-0001", ASK, 9) == Verdict(None, before=True)
        assert table.receive(TABLE, "back-0001", AGAIN, 9) == Verdict(None, before=True)
        assert table.unstored == ()
    # a new sheet does not get the number of the void one
    again.receive(ONE, "intent-0002", ASK, 9)
    assert list(again.tentative.sheets) == [2]


def test_an_answer_to_what_is_void_finds_nothing() -> None:
    trial = talking()
    late = FinishPhase(round=1, phase="negotiate")
    trial.table.receive(TABLE, "back-0001", TO_BRIEF, 1)
    verdict = trial.table.receive(ONE, "intent-0001", late, 1)
    assert verdict.refusal is not None
    assert trial.table.tentative.finished == frozenset()


def test_the_list_of_sessions_says_where_play_stands() -> None:
    trial = talking()
    trial.table.receive(TABLE, "back-0001", TO_BRIEF, 1)
    stored(trial)
    (reached,) = trial.store.sessions()
    assert (reached.round, reached.phase) == (1, "brief")


class Once:
    """A bot that claims an hour of the pool in Negotiate, then is done."""

    def act(self, view: View) -> tuple[Intent, ...]:
        if view.table.phase == "negotiate" and not view.pool.my_claim:
            return (ClaimPool(round=view.table.round, phase="negotiate", hours=1),)
        return Quick().act(view)


def phase_of(ear: Ear) -> str:
    assert ear.view is not None
    return ear.view.table.phase


async def rested(players: Players) -> None:
    await asyncio.sleep(0)
    await players.rest()


def test_bots_begin_anew_and_everybody_is_told() -> None:
    async def play() -> None:
        trial = Trial()
        ear = trial.ear(1)
        players = trial.players({TWO: Once()})
        players.begin()
        await players.rest()
        assert ear.view is not None
        trial.ask(1, "person-1", onward(ear.view))
        await rested(players)
        assert trial.table.state.finished == {TWO}
        trial.room.submit(trial.table.game, TABLE, "back-0001", TO_BRIEF)
        await rested(players)
        assert trial.table.state.finished == {TWO}
        assert phase_of(ear) == "brief"
        trial.ask(1, "person-2", onward(ear.view))
        await rested(players)
        assert phase_of(ear) == "negotiate"
        assert trial.table.state.pool.claims == {TWO: 1}

    swiftly(play())


def test_bots_that_had_reached_their_end_act_again_after_going_back() -> None:
    class Wavering:
        def act(self, view: View) -> tuple[Intent, ...]:
            if view.table.phase == "negotiate":
                return (ClaimPool(round=1, phase="negotiate", hours=2 - view.pool.my_claim % 2),)
            return Quick().act(view)

    async def play() -> None:
        trial = Trial()
        ear = trial.ear(1)
        players = trial.players({TWO: Wavering()})
        players.begin()
        await players.rest()
        assert ear.view is not None
        trial.ask(1, "person-1", onward(ear.view))
        await rested(players)
        claims = trial.table.next_seq
        trial.room.submit(trial.table.game, TABLE, "back-0001", AGAIN)
        await rested(players)
        assert trial.table.next_seq > claims + 2
        # and taken up again from its log, they find themselves at the same place
        taken_up = Trial(trial.store, trial.kept)
        players = taken_up.players({TWO: Wavering()})
        players.begin()
        await players.rest()
        assert taken_up.table.next_seq == trial.table.next_seq

    swiftly(play())
