"""The referee: what is asked happens once, and only when it is stored."""

from sandgame.host.table import Table, Verdict
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.intents import FinishPhase, SubmitPlan, TimeUp
from sandgame.rules.need import default_plan
from sandgame.rules.reason import Reason
from sandgame.rules.view import view
from tests.kit.rooms import Trial

ONE, TWO = SeatId(1), SeatId(2)
BRIEF = FinishPhase(round=1, phase="brief")
WRONG = FinishPhase(round=1, phase="review")


def stored(trial: Trial) -> None:
    trial.store.append(trial.table.seal())
    trial.table.settle()


def test_the_same_intent_again_gets_the_same_answer_and_is_done_once() -> None:
    trial = Trial()
    assert trial.table.receive(ONE, "intent-0001", BRIEF, 1) == Verdict(None, before=False)
    assert trial.table.receive(ONE, "intent-0001", BRIEF, 2) == Verdict(None, before=False)
    stored(trial)
    assert trial.table.receive(ONE, "intent-0001", BRIEF, 3) == Verdict(None, before=True)
    assert trial.table.unstored == ()
    assert trial.table.state.finished == {ONE}


def test_a_refusal_is_repeated_too() -> None:
    table = Trial().table
    first = table.receive(ONE, "intent-0001", WRONG, 1)
    assert first.refusal is not None
    assert first.refusal.reason is Reason.WRONG_PHASE
    assert table.receive(ONE, "intent-0001", BRIEF, 2) == Verdict(first.refusal, before=True)
    assert table.unstored == ()


def test_a_table_made_anew_from_its_log_remembers_what_was_asked() -> None:
    trial = Trial()
    trial.table.receive(ONE, "intent-0001", BRIEF, 1)
    trial.table.receive(TWO, "intent-0002", BRIEF, 1)
    stored(trial)
    again = Table(trial.table.game, trial.store.read(trial.table.game))
    assert again.state == trial.table.state
    assert again.next_seq == trial.table.next_seq
    assert again.receive(TWO, "intent-0002", BRIEF, 9) == Verdict(None, before=True)
    assert [(done.seat, done.intent, len(done.events)) for done in again.past] == [
        (ONE, "intent-0001", 1),
        (TWO, "intent-0002", 2),
    ]


def test_two_seats_may_use_the_same_id() -> None:
    table = Trial().table
    assert table.receive(ONE, "intent-0001", BRIEF, 1).refusal is None
    assert table.receive(TWO, "intent-0001", BRIEF, 1).refusal is None
    assert len({(entry.happened.seat, entry.happened.intent) for entry in table.unstored[:2]}) == 2


def test_the_id_stands_on_the_first_event_of_an_intent_alone() -> None:
    table = Trial().table
    first = table.next_seq
    table.receive(TABLE, "time-up-1", TimeUp(round=1, phase="brief"), 5)
    ids = [entry.happened.intent for entry in table.unstored]
    assert ids == ["time-up-1"] + [None] * (len(ids) - 1)
    assert len(ids) > 1
    assert [entry.seq for entry in table.unstored] == list(range(first, first + len(ids)))


def test_what_was_not_stored_never_was() -> None:
    table = Trial().table
    before = table.state
    table.receive(ONE, "intent-0001", BRIEF, 1)
    refused = table.receive(ONE, "intent-0002", BRIEF, 1)
    assert refused.refusal is not None
    table.undo()
    assert table.tentative is before
    assert table.receive(ONE, "intent-0002", BRIEF, 2) == Verdict(None, before=False)


def test_each_intent_is_decided_on_what_came_before_it_in_the_turn() -> None:
    table = Trial().table
    for seat in (ONE, TWO):
        table.receive(seat, f"intent-000{seat}", BRIEF, 1)
        table.receive(seat, f"intent-001{seat}", FinishPhase(round=1, phase="negotiate"), 1)
    assert table.state.phase == "brief"
    assert table.tentative.phase == "negotiate"
    assert table.tentative.finished == {TWO}


def test_old_refusals_are_forgotten_and_accepted_intents_never() -> None:
    table = Trial().table
    table.receive(ONE, "accepted", BRIEF, 1)
    table.seal()
    table.settle()
    for number in range(200):
        table.receive(TWO, f"refused-{number}", WRONG, 1)
    assert len(table._refused) < 100
    assert table.receive(ONE, "accepted", BRIEF, 1) == Verdict(None, before=True)


def test_a_person_cannot_speak_for_the_clock() -> None:
    table = Trial().table
    verdict = table.receive(ONE, "intent-0001", TimeUp(round=1, phase="brief"), 1)
    assert verdict.refusal is not None
    plan = SubmitPlan(round=1, phase="plan", plan=default_plan(view(table.state, ONE)))
    assert table.receive(ONE, "intent-0002", plan, 1).refusal is not None
