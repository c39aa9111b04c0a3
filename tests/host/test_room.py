"""Decide, store, tell: one commit a turn, nothing told early, nothing sent twice."""

import asyncio

import pytest

from sandgame.frames import wire
from sandgame.frames.seat import Seated, ViewChanged
from sandgame.host.disk import disk
from sandgame.host.table import Table
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import FinishPhase, Intent, SendMessage
from sandgame.rules.room_intents import RollBack
from sandgame.rules.view import view
from tests.kit.rooms import HeldDisk, Trial, onward, swiftly

BRIEF = FinishPhase(round=1, phase="brief")
WRONG = FinishPhase(round=1, phase="review")


async def turn() -> None:
    """Lets the loop take its turn to the end."""
    for _ in range(3):
        await asyncio.sleep(0)


def test_all_that_is_asked_in_a_turn_is_one_commit() -> None:
    async def play() -> None:
        trial = Trial(tables=3)
        for table in range(3):
            for seat in (1, 2):
                trial.ask(seat, f"intent-000{seat}", BRIEF, table=table)
        assert trial.store.commits == []
        await turn()
        assert len(trial.store.commits) == 1
        assert {entry.game for entry in trial.store.commits[0]} == {table.game for table in trial.tables}
        assert all(table.state.phase == "negotiate" for table in trial.tables)

    swiftly(play())


def test_refusals_alone_are_answered_without_a_commit() -> None:
    async def play() -> None:
        trial = Trial()
        ear = trial.ear()
        trial.ask(1, "intent-0001", WRONG, ear)
        await turn()
        assert trial.store.commits == []
        (answer,) = ear.answers
        assert answer.stored
        assert answer.refusal is not None
        assert ear.changes == []

    swiftly(play())


def test_nobody_is_told_before_it_is_stored() -> None:
    async def play() -> None:
        trial = Trial()
        ears = [trial.ear(1), trial.ear(2)]
        told: list[int] = []
        trial.store.before = lambda: told.append(sum(len(ear.frames) for ear in ears))
        trial.ask(1, "intent-0001", BRIEF, ears[0])
        await turn()
        assert told == [2]
        assert [type(frame).__name__ for frame in ears[0].frames] == ["Seated", "ViewChanged", "Answered"]
        assert [type(frame).__name__ for frame in ears[1].frames] == ["Seated", "ViewChanged"]

    swiftly(play())


def test_a_failed_commit_is_answered_as_not_stored_and_changes_nothing() -> None:
    async def play() -> None:
        trial = Trial(tables=2)
        one, other = trial.ear(1), trial.ear(1, table=1)
        before = [table.state for table in trial.tables]
        trial.store.broken = True
        trial.ask(1, "intent-0001", BRIEF, one)
        trial.ask(1, "intent-0002", BRIEF, one)
        trial.ask(1, "intent-0001", BRIEF, other, table=1)
        await turn()
        assert [(answer.id, answer.stored, answer.refusal) for answer in one.answers + other.answers] == [
            ("intent-0001", False, None),
            ("intent-0002", False, None),
            ("intent-0001", False, None),
        ]
        assert [table.state for table in trial.tables] == before
        assert one.changes == other.changes == []
        trial.store.broken = False
        trial.ask(1, "intent-0001", BRIEF, one)
        await turn()
        assert one.answers[-1].stored
        assert trial.table.state.finished == {SeatId(1)}

    swiftly(play())


def test_what_was_answered_before_is_answered_again_even_if_nothing_can_be_stored() -> None:
    async def play() -> None:
        trial = Trial()
        ear = trial.ear()
        trial.ask(1, "intent-0001", BRIEF, ear)
        await turn()
        trial.store.broken = True
        trial.ask(1, "intent-0001", BRIEF, ear)
        trial.ask(2, "intent-0002", BRIEF)
        await turn()
        assert [answer.stored for answer in ear.answers] == [True, True]
        assert ear.answers[0] == ear.answers[1]

    swiftly(play())


def test_a_client_that_folds_no_events_sees_what_the_host_sees() -> None:
    async def play() -> None:
        trial = Trial()
        ears = {seat: trial.ear(seat) for seat in (1, 2)}
        number = 0
        while trial.table.state.phase != "over":
            for seat, ear in ears.items():
                assert ear.view is not None
                number += 1
                trial.ask(seat, f"intent-{number:04}", onward(ear.view), ear)
                await turn()
                for other in (1, 2):
                    assert ears[other].view == view(trial.table.state, SeatId(other))
        assert all(answer.refusal is None for ear in ears.values() for answer in ear.answers)

    swiftly(play())


def test_only_sections_that_changed_travel() -> None:
    async def play() -> None:
        trial = Trial()
        ear = trial.ear(2)
        trial.ask(1, "intent-0001", BRIEF)
        await turn()
        (change,) = ear.changes
        data = wire.encode(change)
        assert data.startswith(b'{"kind":"view_changed","seat":2,"number":1,"table":')
        assert all(name not in data for name in (b'"me"', b'"board"', b'"orders"', b'"threads"', b'"words"'))

    swiftly(play())


def test_a_section_is_encoded_once_for_all_who_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    async def play() -> None:
        trial = Trial()
        for _ in range(5):
            trial.ear(1)
            trial.ear(2)
        encoded: list[object] = []
        section = wire.section

        def noted(value: object) -> bytes:
            encoded.append(value)
            return section(value)

        monkeypatch.setattr(wire, "section", noted)
        trial.ask(1, "intent-0001", BRIEF)
        await turn()
        assert len(encoded) == 1

    swiftly(play())


def test_a_message_is_small() -> None:
    async def play() -> None:
        trial = Trial()
        sizes: list[int] = []
        trial.tellings[0].sit(trial.table.state, SeatId(2), lambda data: sizes.append(len(data)))
        trial.ask(1, "intent-0001", BRIEF)
        await turn()
        whole, change = sizes
        assert change < 800
        assert change < whole / 2

    swiftly(play())


def test_who_asks_for_the_whole_view_gets_it_under_the_number_it_has() -> None:
    async def play() -> None:
        trial = Trial()
        frames: list[bytes] = []
        place = trial.tellings[0].sit(trial.table.state, SeatId(1), frames.append)
        trial.ask(1, "intent-0001", BRIEF)
        await turn()
        trial.tellings[0].tell_all(place)
        first, change, whole = (wire.read_host(data) for data in frames)
        assert isinstance(first, Seated)
        assert isinstance(change, ViewChanged)
        assert isinstance(whole, Seated)
        assert (first.number, change.number, whole.number) == (0, 1, 1)
        assert whole.view == view(trial.table.state, SeatId(1))

    swiftly(play())


def test_closing_a_table_stores_and_answers_what_was_asked() -> None:
    async def play() -> None:
        trial = Trial()
        ear = trial.ear()
        trial.ask(1, "intent-0001", BRIEF, ear)
        trial.room.close(trial.table.game)
        assert len(trial.store.commits) == 1
        assert ear.answers[0].stored
        await turn()
        assert len(trial.store.commits) == 1

    swiftly(play())


def test_the_words_travel_with_what_they_name() -> None:
    async def play() -> None:
        trial = Trial()
        ear = trial.ear(1)
        seated = ear.frames[0]
        assert isinstance(seated, Seated)
        told = {word.key for word in seated.words}
        assert "order.1" in told
        assert "brief.2" not in told
        number = 0
        while trial.table.state.round < 2:
            for seat in (1, 2):
                number += 1
                ask: Intent = onward(view(trial.table.state, SeatId(seat)))
                trial.ask(seat, f"intent-{number:04}", ask)
                await turn()
        last = [change for change in ear.changes if isinstance(change.words, tuple)][-1]
        assert isinstance(last.words, tuple)
        assert "brief.2" in {word.key for word in last.words}

    swiftly(play())


def test_of_messages_only_those_that_came_travel_and_the_view_is_the_same() -> None:
    async def play() -> None:
        trial = Trial()
        ears = {seat: trial.ear(seat) for seat in (1, 2)}
        for number, to in enumerate((0, 2, 9, 1, 0)):
            words = SendMessage(round=1, phase="brief", to=SeatId(to), text=f"message {number}")
            trial.ask(1 + number % 2, f"intent-{number:04}", words, ears[1])
            await turn()
        trial.ask(1, "intent-0010", SendMessage(round=1, phase="brief", to=SeatId(0), text="with a step"))
        trial.ask(2, "intent-0011", BRIEF)
        await turn()
        for seat, ear in ears.items():
            assert ear.view == view(trial.table.state, SeatId(seat))
        *small, last = ears[1].changes
        assert len(small) == 4, "what is not for a seat does not travel to it"
        assert max(len(wire.encode(change)) for change in small) < 200
        assert isinstance(last.said, tuple), "also beside other sections"

    swiftly(play())


def test_what_is_asked_while_the_disk_is_waited_for_is_one_more_commit() -> None:
    async def play() -> None:
        held = HeldDisk()
        trial = Trial(tables=2, disk=held)
        ears = [trial.ear(1), trial.ear(1, table=1)]
        trial.ask(1, "intent-0001", BRIEF, ears[0])
        await turn()
        trial.ask(2, "intent-0002", BRIEF)
        trial.ask(1, "intent-0001", BRIEF, ears[1], table=1)
        trial.ask(1, "intent-0001", BRIEF, ears[0])
        await turn()
        assert len(held.writes) == 1, "one turn at a time"
        assert [ear.answers + ear.changes for ear in ears] == [[], []]
        assert trial.table.state.finished == set()
        held.land()
        await turn()
        assert [answer.id for answer in ears[0].answers] == ["intent-0001"]
        assert trial.table.state.finished == {SeatId(1)}
        assert ears[1].answers == []
        held.land()
        await turn()
        assert len(trial.store.commits) == 2
        assert [answer.stored for answer in ears[0].answers + ears[1].answers] == [True] * 3
        assert trial.table.state.phase == "negotiate"
        assert [entry.seq for entry in trial.store.read(trial.table.game)] == list(range(trial.table.next_seq))

    swiftly(play())


def test_what_was_decided_on_what_could_not_be_stored_never_was_either() -> None:
    async def play() -> None:
        held = HeldDisk()
        trial = Trial(tables=2, disk=held)
        ears = {seat: trial.ear(seat) for seat in (1, 2)}
        before, first = trial.table.state, trial.table.next_seq
        trial.ask(1, "intent-0001", BRIEF, ears[1])
        await turn()
        trial.ask(2, "intent-0002", BRIEF, ears[2])
        trial.ask(2, "intent-0003", WRONG, ears[2])
        trial.store.broken = True
        held.land()
        await turn()
        assert held.writes == []
        answers = ears[1].answers + ears[2].answers
        assert [(answer.stored, answer.refusal) for answer in answers] == [(False, None)] * 3
        assert trial.table.state is trial.table.tentative is before
        assert trial.table.next_seq == first
        trial.store.broken = False
        for seat in (1, 2):
            trial.ask(seat, f"intent-000{seat}", BRIEF, ears[seat])
        await turn()
        held.land()
        await turn()
        assert trial.table.state.phase == "negotiate"

    swiftly(play())


def test_a_refusal_waits_for_what_it_was_decided_on() -> None:
    async def play() -> None:
        held = HeldDisk()
        trial = Trial(disk=held)
        ear = trial.ear(2)
        trial.ask(1, "intent-0001", BRIEF)
        await turn()
        trial.ask(2, "intent-0002", WRONG, ear)
        await turn()
        assert ear.answers == []
        held.land()
        await turn()
        assert [type(frame).__name__ for frame in ear.frames] == ["Seated", "ViewChanged", "Answered"]
        assert held.writes == []

    swiftly(play())


def test_going_back_while_the_disk_is_waited_for_goes_back_from_there() -> None:
    async def play() -> None:
        held = HeldDisk()
        trial = Trial(disk=held)
        for seat in (1, 2):
            trial.ask(seat, f"intent-000{seat}", BRIEF)
        await turn()
        assert trial.table.tentative.phase == "negotiate"
        back = RollBack(round=1, phase="negotiate", to_round=1, to_phase="brief")
        trial.ask(0, "intent-0003", back)
        for _ in range(2):
            held.land()
            await turn()
        assert trial.table.state.phase == "brief"
        again = Table(trial.table.game, trial.store.read(trial.table.game))
        assert again.state == trial.table.state

    swiftly(play())


def test_a_table_that_closes_waits_for_the_disk() -> None:
    async def play() -> None:
        with disk() as held:
            trial = Trial(disk=held)
            ear = trial.ear()
            trial.ask(1, "intent-0001", BRIEF, ear)
            await turn()
            trial.ask(1, "intent-0002", WRONG, ear)
            trial.room.close(trial.table.game)
            assert [answer.stored for answer in ear.answers] == [True, True]
            assert len(trial.store.commits) == 1

    swiftly(play())
