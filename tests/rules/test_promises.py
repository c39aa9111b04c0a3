"""Commitments after they are made: warnings, new terms, release."""

import pytest

from sandgame.rules import intents as i
from sandgame.rules.events import SeatResumed
from sandgame.rules.figures import METRIC_VALUE, tally
from sandgame.rules.ids import CommitmentId, SeatId
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.view import view
from tests.kit.tables import BUYING, DESIGN, MAKING, PARTS, PLAIN, SALES, SPEC, Table, workshop


def table_with_a_promise(due: int = 2) -> Table:
    """Production owes Sales five plain products, and has parts for three."""
    table = Table(workshop(flawless=True)).until("negotiate")
    table.promise(SALES, PLAIN, 5, due)
    return table


def reason(outcome: object) -> Reason | None:
    return outcome.reason if isinstance(outcome, Refusal) else None


def kept_share(table: Table, seat: SeatId) -> int | None:
    return METRIC_VALUE["commitments_kept"](tally(table.state, seat))


def test_a_warning_reaches_the_customer_and_says_no_more_than_is_missing() -> None:
    table = table_with_a_promise()
    table.done(MAKING, i.Warn, commitment=1, units=9, note="parts are late")
    for side in (SALES, MAKING):
        (promise,) = view(table.state, side).threads.promises
        assert (promise.warned, promise.missing, promise.warning) == (1, 5, "parts are late")
    assert view(table.state, DESIGN).threads.promises == ()
    assert reason(table.ask(MAKING, i.Warn, commitment=1, units=1)) == Reason.ALREADY_WARNED


def test_a_warning_can_be_sent_in_plan_too_but_new_terms_cannot() -> None:
    table = table_with_a_promise().until("plan")
    table.done(MAKING, i.Warn, commitment=1, units=1)
    terms = (i.Part(3, 3),)
    assert reason(table.ask(MAKING, i.ProposeTerms, commitment=1, parts=terms)) == Reason.WRONG_PHASE


def test_only_the_provider_warns_and_only_before_the_due_round_ends() -> None:
    table = table_with_a_promise(due=1)
    assert reason(table.ask(SALES, i.Warn, commitment=1, units=1)) == Reason.NO_SUCH_COMMITMENT
    table.until("negotiate", 2)
    assert reason(table.ask(MAKING, i.Warn, commitment=1, units=1)) == Reason.ALREADY_OVERDUE


def test_new_terms_that_both_agree_to_take_the_old_ones_place_and_count_for_neither() -> None:
    table = table_with_a_promise(due=1)
    table.done(MAKING, i.ProposeTerms, commitment=1, parts=(i.Part(4, 1), i.Part(1, 3)))
    table.done(SALES, i.AnswerTerms, commitment=1, agree=True)
    states = {number: (c.units, c.due, c.state) for number, c in table.state.commitments.items()}
    assert states == {1: (5, 1, "replaced"), 2: (4, 1, "open"), 3: (1, 3, "open")}
    table.until("negotiate", 2)
    assert kept_share(table, MAKING) == 0  # of the new part that was due
    table.done(SALES, i.ReleasePromise, commitment=3)
    assert kept_share(table, MAKING) == 0


def test_refused_terms_leave_the_promise_as_it_was_and_silence_ends_the_offer() -> None:
    table = table_with_a_promise()
    offer = (i.Part(5, 4),)
    table.done(MAKING, i.ProposeTerms, commitment=1, parts=offer)
    assert reason(table.ask(MAKING, i.AnswerTerms, commitment=1, agree=True)) == Reason.NOT_YOUR_TURN
    assert reason(table.ask(SALES, i.ProposeTerms, commitment=1, parts=offer)) == Reason.TERMS_OPEN
    table.done(SALES, i.AnswerTerms, commitment=1, agree=False)
    table.done(MAKING, i.ProposeTerms, commitment=1, parts=offer)
    table.until("negotiate", 2)
    assert reason(table.ask(SALES, i.AnswerTerms, commitment=1, agree=True)) == Reason.NO_TERMS
    assert table.state.commitments[CommitmentId(1)].due == 2


def test_a_seat_that_had_finished_is_called_back_for_new_terms() -> None:
    table = table_with_a_promise()
    table.done(SALES, i.FinishPhase)
    events = table.done(MAKING, i.ProposeTerms, commitment=1, parts=(i.Part(3, 3),))
    assert SeatResumed(SALES) in events


@pytest.mark.parametrize(("round_", "state"), [(1, "released"), (2, "broken")])
def test_a_released_promise_counts_only_if_it_was_overdue(round_: int, state: str) -> None:
    table = table_with_a_promise(due=1).until("negotiate", round_)
    table.done(SALES, i.ReleasePromise, commitment=1)
    assert table.state.commitments[CommitmentId(1)].state == state
    assert reason(table.ask(SALES, i.ReleasePromise, commitment=1)) == Reason.PROMISE_CLOSED


def test_only_its_customer_releases_and_nobody_touches_the_promises_of_others() -> None:
    table = table_with_a_promise()
    assert reason(table.ask(MAKING, i.ReleasePromise, commitment=1)) == Reason.NO_SUCH_COMMITMENT
    for kind, more in ((i.Warn, {"units": 1}), (i.AnswerTerms, {"agree": True}), (i.ReleasePromise, {})):
        assert reason(table.ask(DESIGN, kind, commitment=1, **more)) == Reason.NO_SUCH_COMMITMENT


def test_what_was_promised_in_exchange_is_a_promise_of_its_own() -> None:
    table = Table(workshop(flawless=True)).until("negotiate")
    table.promise(DESIGN, SPEC, 2, 1)
    assert [c.provider for c in table.state.commitments.values()] == [SALES]


def test_new_terms_are_due_when_they_can_be_and_before_the_end() -> None:
    table = Table(workshop(flawless=True)).until("negotiate")
    table.promise(MAKING, PARTS, 2, 3)  # parts take a week
    for due, fault in ((1, Reason.DUE_TOO_EARLY), (5, Reason.DUE_TOO_LATE)):
        assert reason(table.ask(BUYING, i.ProposeTerms, commitment=1, parts=(i.Part(2, due),))) == fault
    table.done(BUYING, i.ProposeTerms, commitment=1, parts=(i.Part(2, 2),))


def test_new_terms_begin_at_zero_and_keep_the_clarity_of_the_old() -> None:
    table = table_with_a_promise().until("plan")
    one = i.Plan(make=(i.MakeLine(PLAIN, 1),), ship=(i.ShipLine(CommitmentId(1), 1),))
    table.done(MAKING, i.SubmitPlan, plan=one)
    table.until("negotiate", 2)
    table.done(SALES, i.SendSheet, provider=MAKING, lines=(i.WantedLine(PLAIN, 1, 2),), channel="written")
    table.done(MAKING, i.ProposeTerms, commitment=1, parts=(i.Part(4, 4),))
    table.done(SALES, i.AnswerTerms, commitment=1, agree=True)
    new = table.until("plan").state.commitments[CommitmentId(2)]
    assert (new.units, new.delivered, new.clarity, new.state) == (4, 0, 50, "open")


def test_nobody_takes_the_same_thing_back_twice() -> None:
    table = table_with_a_promise()
    table.done(MAKING, i.ProposeTerms, commitment=1, parts=(i.Part(5, 4),))
    table.done(MAKING, i.AnswerTerms, commitment=1, agree=False)
    assert reason(table.ask(MAKING, i.AnswerTerms, commitment=1, agree=False)) == Reason.NO_TERMS
