"""Review in full: the long form, please change and will do, apologies, causes, notes."""

from sandgame.rules import intents as i
from sandgame.rules.ids import CommitmentId, SeatId
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.view import view
from tests.kit.tables import BUYING, DESIGN, MAKING, PARTS, SALES, SPEC, Table, workshop

THREE = {"reliability": 3, "responsiveness": 3, "empathy": 3}


def failing(due: int = 1) -> Table:
    """Sales has promised Design two specifications and makes none; the session has four weeks."""
    table = Table(workshop(flawless=True)).until("negotiate")
    table.promise(DESIGN, SPEC, 2, due)
    return table


def in_review(table: Table, week: int) -> Table:
    """Up to the Review of a week; nobody makes anything."""
    while (table.state.round, table.state.phase) != (week, "review"):
        if table.state.phase == "plan":
            for seat in table.state.seats:
                table.ask(seat, i.SubmitPlan, plan=i.Plan())
        else:
            table.time_up()
    return table


def reason(outcome: object) -> Reason | None:
    return outcome.reason if isinstance(outcome, Refusal) else None


def rate(table: Table, seat: SeatId, provider: SeatId, **more: object) -> object:
    return table.ask(seat, i.RateProvider, provider=provider, **(THREE | more))


def test_the_long_form_counts_five_items_in_the_satisfaction() -> None:
    table = in_review(failing(), 2)
    assert view(table.state, DESIGN).review.long_form
    rate(table, DESIGN, SALES, assurance=5, tangibles=5)
    table.until("brief", 3)
    assert view(table.state, SALES).me.satisfaction == 25 * (3 * 3 + 2 * 5 - 5) // 5


def test_five_items_are_for_half_time_and_the_end_only() -> None:
    table = in_review(failing(), 1)
    assert reason(rate(table, DESIGN, SALES, tangibles=5)) == Reason.NOT_THE_LONG_FORM
    assert reason(rate(in_review(table, 2), DESIGN, SALES, tangibles=5)) is None
    assert reason(rate(in_review(table, 4), DESIGN, SALES, assurance=1)) is None


def test_a_session_without_half_time_has_the_long_form_at_the_end_only() -> None:
    table = Table(workshop(flawless=True), length=3).until("negotiate")
    table.promise(DESIGN, SPEC, 2, 1)
    forms = [view(in_review(table, week).state, DESIGN).review.long_form for week in (1, 2, 3)]
    assert forms == [False, False, True]


def test_please_change_is_seen_after_the_review_and_answered_once() -> None:
    table = in_review(failing(), 1)
    rate(table, DESIGN, SALES, comment="earlier, please", please_change=True)
    assert view(table.state, SALES).review.asked_of_me == ()
    table.until("brief", 2)
    (asked,) = view(table.state, SALES).review.asked_of_me
    assert (asked.customer, asked.round, asked.comment) == (DESIGN, 1, "earlier, please")
    table.done(SALES, i.PromiseChange, customer=DESIGN, asked=1, by=3)
    assert view(table.state, SALES).review.asked_of_me == ()
    assert reason(table.ask(SALES, i.PromiseChange, customer=DESIGN, asked=1, by=4)) == Reason.NOTHING_ASKED
    assert [w.by for w in view(table.state, DESIGN).review.will_do] == [3]
    assert view(table.state, MAKING).review.will_do == ()


def test_a_change_is_promised_for_a_week_that_is_yet_to_come() -> None:
    table = in_review(failing(), 1)
    rate(table, DESIGN, SALES, please_change=True)
    table.until("brief", 2)
    assert table.ask(SALES, i.PromiseChange, customer=DESIGN, asked=1, by=2) == Refusal(Reason.DUE_TOO_EARLY, limit=3)
    assert table.ask(SALES, i.PromiseChange, customer=DESIGN, asked=1, by=5) == Refusal(Reason.DUE_TOO_LATE, limit=4)


def test_nobody_promises_a_change_that_was_not_asked_for() -> None:
    table = in_review(failing(), 1)
    rate(table, DESIGN, SALES, comment="fine")
    table.until("brief", 2)
    assert reason(table.ask(SALES, i.PromiseChange, customer=DESIGN, asked=1, by=3)) == Reason.NOTHING_ASKED


def test_one_apologises_once_for_what_one_has_broken() -> None:
    table = in_review(failing(), 1)
    assert view(table.state, SALES).review.to_apologise == (1,)
    assert reason(table.ask(DESIGN, i.Apologise, commitment=1)) == Reason.NOTHING_TO_APOLOGISE_FOR
    table.done(SALES, i.Apologise, commitment=1, text="sorry")
    assert reason(table.ask(SALES, i.Apologise, commitment=1)) == Reason.ALREADY_SAID
    assert [view(table.state, seat).review.apologised for seat in (SALES, DESIGN, MAKING)] == [(1,), (1,), ()]
    assert table.state.commitments[CommitmentId(1)].state == "overdue"


def test_a_promise_that_is_still_open_needs_no_apology() -> None:
    table = in_review(failing(due=2), 1)
    assert reason(table.ask(SALES, i.Apologise, commitment=1)) == Reason.NOTHING_TO_APOLOGISE_FOR


def test_each_side_gives_its_cause_unseen_by_the_other() -> None:
    table = in_review(failing(), 1)
    before = view(table.state, DESIGN)
    table.done(SALES, i.GiveCause, commitment=1, cause="unclear")
    table.done(SALES, i.GiveCause, commitment=1, cause="other_priorities")
    assert view(table.state, DESIGN) == before
    assert [f.cause for f in view(table.state, SALES).review.why] == ["other_priorities"]
    assert reason(table.ask(MAKING, i.GiveCause, commitment=1, cause="unclear")) == Reason.NOTHING_FAILED


def test_of_each_provider_only_the_largest_failure_is_asked_about() -> None:
    table = failing()
    table.promise(DESIGN, SPEC, 3, 1)
    table.promise(MAKING, PARTS, 1, 2)
    in_review(table, 1)
    assert [f.commitment for f in view(table.state, DESIGN).review.why] == [2]
    assert reason(table.ask(SALES, i.GiveCause, commitment=1, cause="unclear")) == Reason.NOTHING_FAILED
    in_review(table, 2)
    assert [f.commitment for f in view(table.state, BUYING).review.why] == [3]


def test_one_is_asked_why_in_the_week_of_the_failure_only() -> None:
    table = failing()
    table.until("plan")
    in_review(table, 1)
    table.until("plan", 2)
    one = i.Plan(make=(i.MakeLine(SPEC, 1),), ship=(i.ShipLine(CommitmentId(1), 1),))
    table.done(SALES, i.SubmitPlan, plan=one)
    table.until("review")
    assert table.state.commitments[CommitmentId(1)].delivered == 1
    assert view(table.state, SALES).review.why == ()
    in_review(table, 4)
    assert table.state.commitments[CommitmentId(1)].state == "broken"
    assert view(table.state, SALES).review.why == ()


def test_notes_are_read_by_the_table_when_review_is_over() -> None:
    table = in_review(failing(), 2)
    for act in ("ask", "ask earlier"):
        table.done(SALES, i.WriteNote, plan="more", act=act)
    assert [n.act for n in view(table.state, SALES).review.notes] == ["ask earlier"]
    assert view(table.state, MAKING).review.notes == ()
    table.until("brief", 3)
    assert [(n.seat, n.act) for n in view(table.state, MAKING).review.notes] == [(SALES, "ask earlier")]


def test_the_last_notes_are_read_when_the_session_is_over() -> None:
    table = in_review(failing(), 4)
    table.done(SALES, i.WriteNote, act="ask earlier")
    table.time_up()
    assert [n.act for n in view(table.state, MAKING).review.notes] == ["ask earlier"]


def test_notes_have_their_weeks() -> None:
    table = in_review(failing(), 1)
    assert reason(table.ask(SALES, i.WriteNote, act="ask")) == Reason.NOT_NOTE_TIME
