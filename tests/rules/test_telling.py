"""Facts, messages, meetings, and what is given in return."""

import pytest
from msgspec.structs import replace

from sandgame.rules import intents as i
from sandgame.rules.events import Fact
from sandgame.rules.ids import CommitmentId, OrderId
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.scenario import Incident, Opens, RuleName
from sandgame.rules.view import view
from tests.kit.tables import BUYING, DESIGN, DRAWING, MAKING, PARTS, PLAIN, SALES, SPEC, SPECIAL, Table, workshop


def talking() -> Table:
    return Table(workshop(flawless=True)).until("negotiate")


def reason(outcome: object) -> Reason | None:
    return outcome.reason if isinstance(outcome, Refusal) else None


def test_a_shared_fact_is_true_and_seen_by_whom_it_was_shared_with() -> None:
    table = talking()
    table.done(SALES, i.ShareFact, to=MAKING, fact=i.FactRef("order", 1))
    table.done(BUYING, i.ShareFact, to=0, fact=i.FactRef("stock", PARTS))
    told = [known.fact for known in view(table.state, MAKING).threads.facts]
    assert told == [
        Fact("order", 1, OrderId(1), PLAIN, units=4, due=1, price=60),
        Fact("stock", 1, service=PARTS, units=2),
    ]
    assert [known.fact.about for known in view(table.state, DESIGN).threads.facts] == ["stock"]


def test_free_hours_are_those_that_nothing_promised_needs() -> None:
    table = talking()
    table.promise(DESIGN, SPEC, 3, 1)
    table.done(SALES, i.ShareFact, to=0, fact=i.FactRef("free_hours"))
    assert view(table.state, DESIGN).threads.facts[0].fact.units == 10 - 3 * 2


def test_what_will_happen_to_a_department_can_be_told_until_its_week_is_over() -> None:
    audit = Incident(2, DESIGN, -6, None, None)
    dearer = Incident(3, BUYING, 0, PARTS, 9)
    case = workshop(flawless=True)
    table = Table(replace(case, incidents=(audit, dearer))).until("negotiate")
    table.done(DESIGN, i.ShareFact, to=0, fact=i.FactRef("incident", 1))
    table.done(BUYING, i.ShareFact, to=MAKING, fact=i.FactRef("incident", 1))
    hours = case.department(DESIGN).hours - 6
    assert [known.fact for known in view(table.state, MAKING).threads.facts] == [
        Fact("incident", 1, units=hours, due=2),
        Fact("incident", 1, service=PARTS, due=3, price=9),
    ]
    assert reason(table.ask(SALES, i.ShareFact, to=0, fact=i.FactRef("incident", 1))) == Reason.NO_SUCH_FACT
    table.until("negotiate", 3)
    assert reason(table.ask(DESIGN, i.ShareFact, to=0, fact=i.FactRef("incident", 1))) == Reason.NO_SUCH_FACT


def test_nobody_shares_what_it_does_not_know() -> None:
    table = talking()
    assert reason(table.ask(MAKING, i.ShareFact, to=0, fact=i.FactRef("order", 1))) == Reason.NO_SUCH_FACT
    assert reason(table.ask(SALES, i.ShareFact, to=0, fact=i.FactRef("stock", PARTS))) == Reason.NO_SUCH_FACT
    assert reason(table.ask(SALES, i.ShareFact, to=SALES, fact=i.FactRef("order", 1))) == Reason.SAME_SEAT


def test_a_message_reaches_its_department_or_the_table_and_nobody_else() -> None:
    table = talking()
    table.done(SALES, i.SendMessage, to=MAKING, text="two more next week")
    table.done(MAKING, i.SendMessage, to=0, text="we are full")
    assert [m.text for m in view(table.state, MAKING).threads.messages] == ["two more next week", "we are full"]
    assert [m.text for m in view(table.state, DESIGN).threads.messages] == ["we are full"]


def test_an_agreed_meeting_costs_both_an_hour_and_makes_every_sheet_between_them_clear() -> None:
    table = talking()
    table.promise(SALES, PLAIN, 1, 1)
    table.done(SALES, i.ProposeMeeting, other=MAKING)
    assert reason(table.ask(SALES, i.AnswerMeeting, other=MAKING, agree=True)) == Reason.NOT_YOUR_TURN
    table.done(MAKING, i.AnswerMeeting, other=SALES, agree=True)
    table.promise(SALES, SPECIAL, 1, 1)
    table.until("plan")
    assert [c.clarity for c in table.state.commitments.values()] == [90, 90]
    assert (table.state.hours[SALES].hours, table.state.hours[MAKING].hours) == (9, 13)
    table.until("plan", 2)
    assert table.state.hours[SALES].hours == 10


def test_a_sheet_by_meeting_is_no_clearer_than_a_quick_one_until_the_other_side_agrees() -> None:
    table = talking()
    wanted = (i.WantedLine(PLAIN, 1, 1),)
    table.done(SALES, i.SendSheet, provider=MAKING, lines=wanted, channel="meeting")
    assert view(table.state, MAKING).threads.sheets[0].clarity == 50
    table.done(MAKING, i.AnswerMeeting, other=SALES, agree=True)
    assert view(table.state, MAKING).threads.sheets[0].clarity == 90


def test_hours_given_in_return_are_lent_as_soon_as_a_line_is_agreed() -> None:
    table = talking()
    wanted = (i.WantedLine(PLAIN, 1, 1),)
    table.done(SALES, i.SendSheet, provider=MAKING, lines=wanted, give=i.GiveHours(4))
    assert not table.state.loans
    table.done(MAKING, i.AnswerSheet, sheet=1, answers=(i.Accept(0),))
    table.until("plan")
    assert (table.state.hours[SALES].hours, table.state.hours[MAKING].hours) == (6, 17)


def test_units_given_in_return_are_a_commitment_of_their_own() -> None:
    table = talking()
    wanted = (i.WantedLine(SPEC, 1, 1),)
    outcome = table.ask(DESIGN, i.SendSheet, provider=SALES, lines=wanted, give=i.GiveUnits(SPECIAL, 1, 2))
    assert reason(outcome) == Reason.NOT_YOUR_SERVICE
    wanted = (i.WantedLine(PARTS, 2, 2),)
    outcome = table.ask(MAKING, i.SendSheet, provider=BUYING, lines=wanted, give=i.GiveUnits(SPECIAL, 1, 2))
    assert reason(outcome) == Reason.NOT_YOUR_CUSTOMER


def test_a_counter_may_ask_for_something_in_return() -> None:
    table = talking()
    wanted = (i.WantedLine(PLAIN, 4, 1),)
    table.done(SALES, i.SendSheet, provider=MAKING, lines=wanted)
    counter = (i.Counter(0, (i.Part(3, 1),)),)
    table.done(MAKING, i.AnswerSheet, sheet=1, answers=counter, give=i.GiveHours(3))
    table.done(SALES, i.AnswerSheet, sheet=1, answers=(i.Accept(0),))
    (loan,) = table.state.loans.values()
    assert (loan.lender, loan.borrower, loan.hours, loan.state) == (SALES, MAKING, 3, "agreed")
    assert table.state.commitments[CommitmentId(1)].units == 3


def barter(*closed: RuleName) -> Table:
    """Design can give drawings to Sales, of whom it asks specifications; `closed` rules open in week 3."""
    plain = workshop(flawless=True)
    drawing = replace(plain.service(DRAWING), receivers=(SALES, MAKING), inputs=())
    services = tuple(drawing if n == DRAWING else s for n, s in enumerate(plain.services, start=1))
    opens = tuple(Opens(rule, 3) for rule in closed)
    return Table(replace(plain, services=services, opens=opens)).until("negotiate")


def asks_for_specs(table: Table, give: i.Give | None, due: int = 2, channel: str = "quick") -> object:
    wanted = (i.WantedLine(SPEC, 1, due), i.WantedLine(SPEC, 2, due))
    return table.ask(DESIGN, i.SendSheet, provider=SALES, lines=wanted, give=give, channel=channel)


def test_units_given_hold_once_a_sheet_with_the_first_line_that_is_agreed() -> None:
    table = barter()
    asks_for_specs(table, i.GiveUnits(DRAWING, 2, 3))
    for line in (0, 1):
        table.done(SALES, i.AnswerSheet, sheet=1, answers=(i.Accept(line),))
    assert list(table.state.commitments) == [1, 2, 3]
    made = [(c.provider, c.service, c.units, c.due) for c in table.state.commitments.values()]
    assert made == [(SALES, SPEC, 1, 2), (DESIGN, DRAWING, 2, 3), (SALES, SPEC, 2, 2)]


def test_what_was_to_be_given_too_early_is_due_as_soon_as_it_can_be() -> None:
    table = barter()
    asks_for_specs(table, i.GiveUnits(DRAWING, 2, 1), due=3)
    table.until("negotiate", 2)
    table.done(SALES, i.AnswerSheet, sheet=1, answers=(i.Accept(0),))
    given = table.state.commitments[CommitmentId(2)]
    assert (given.service, given.due, given.state) == (DRAWING, 2, "open")


@pytest.mark.parametrize(
    ("closed", "give", "channel"),
    [
        ("give", i.GiveUnits(DRAWING, 1, 3), "quick"),
        ("give", i.GiveHours(2), "quick"),
        ("lend", i.GiveHours(2), "quick"),
        ("meeting", None, "meeting"),
    ],
)
def test_nothing_is_given_and_nobody_meets_before_the_rule_is_open(
    closed: RuleName, give: i.Give | None, channel: str
) -> None:
    table = barter(closed)
    assert reason(asks_for_specs(table, give, channel=channel)) == Reason.RULE_NOT_OPEN
    table.until("negotiate", 3)
    assert reason(asks_for_specs(table, give, due=3, channel=channel)) is None


def test_a_meeting_cannot_be_proposed_before_the_rule_is_open() -> None:
    assert reason(barter("meeting").ask(SALES, i.ProposeMeeting, other=MAKING)) == Reason.RULE_NOT_OPEN


def test_hours_given_beyond_the_limit_of_loans_keep_the_line_from_being_agreed() -> None:
    table = talking()
    table.done(SALES, i.ProposeLoan, lender=SALES, borrower=MAKING, hours=3)
    table.done(MAKING, i.AnswerLoan, loan=1, agree=True)
    wanted = (i.WantedLine(PLAIN, 1, 1),)
    table.done(SALES, i.SendSheet, provider=MAKING, lines=wanted, give=i.GiveHours(3))
    before = table.state
    outcome = table.ask(MAKING, i.AnswerSheet, sheet=1, answers=(i.Accept(0),))
    assert outcome == Refusal(Reason.LOAN_LIMIT, limit=4)
    assert table.state is before
    table.done(MAKING, i.AnswerSheet, sheet=1, answers=(i.Decline(0, "other"),))


def test_what_is_given_is_changed_by_a_counter_only_and_not_once_it_holds() -> None:
    table = barter()
    asks_for_specs(table, i.GiveUnits(DRAWING, 2, 3))
    less = i.GiveUnits(DRAWING, 1, 3)
    outcome = table.ask(SALES, i.AnswerSheet, sheet=1, answers=(i.Accept(0),), give=less)
    assert reason(outcome) == Reason.LINE_CLOSED
    table.done(SALES, i.AnswerSheet, sheet=1, answers=(i.Accept(0),))
    outcome = table.ask(SALES, i.AnswerSheet, sheet=1, answers=(i.Counter(1, (i.Part(1, 2),)),), give=less)
    assert reason(outcome) == Reason.LINE_CLOSED


def test_two_departments_meet_once_a_week_and_who_proposed_may_take_it_back() -> None:
    table = talking()
    table.done(SALES, i.ProposeMeeting, other=MAKING)
    table.done(SALES, i.AnswerMeeting, other=MAKING, agree=False)
    assert reason(table.ask(MAKING, i.ProposeMeeting, other=SALES)) == Reason.MEETING_OPEN
    assert reason(table.ask(MAKING, i.AnswerMeeting, other=SALES, agree=True)) == Reason.NO_MEETING
    assert reason(table.ask(MAKING, i.ProposeMeeting, other=MAKING)) == Reason.SAME_SEAT
    table.until("negotiate", 2)
    table.done(MAKING, i.ProposeMeeting, other=SALES)


def test_a_need_talked_over_and_restated_is_wholly_clear() -> None:
    table = talking()
    table.done(SALES, i.SendSheet, provider=MAKING, lines=(i.WantedLine(PLAIN, 1, 1),), channel="meeting")
    table.done(MAKING, i.AnswerMeeting, other=SALES, agree=True)
    table.done(MAKING, i.RestateNeed, sheet=1)
    table.done(SALES, i.ConfirmRestatement, sheet=1)
    assert view(table.state, MAKING).threads.sheets[0].clarity == 100
