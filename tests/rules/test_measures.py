"""Measures as docs/rules has them: what each changes, to the unit, and how a table comes to hold it."""

import pytest
from msgspec.structs import replace

from sandgame.rules import events as e
from sandgame.rules import intents as i
from sandgame.rules import room_intents as r
from sandgame.rules.events import Event, Fact
from sandgame.rules.figures import with_satisfaction
from sandgame.rules.ids import TABLE, CommitmentId, SeatId, ServiceId, SheetId
from sandgame.rules.intents import Accept, Counter, FactRef, MakeLine, Part, Plan, ShipLine, WantedLine
from sandgame.rules.need import default_plan
from sandgame.rules.preview import preview
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.room_events import MeasureAdopted
from sandgame.rules.scenario import MEASURE_NAMES, MeasureName, MeasureOffer, Opens
from sandgame.rules.sections import KnownFact
from sandgame.rules.state import State
from sandgame.rules.view import view
from tests.kit.tables import (
    BUYING,
    DESIGN,
    HELP,
    MAKING,
    PARTS,
    PLAIN,
    SALES,
    SPEC,
    SPECIAL,
    Table,
    workshop,
)

SEATS = (SALES, DESIGN, BUYING, MAKING)


def holding(*measures: MeasureName, flawless: bool = False) -> Table:
    """The workshop that holds measures from the start; without any it is the plain one."""
    held = tuple(MeasureOffer(measure, 0, 1, held=True) for measure in measures)
    return Table(replace(workshop(flawless=flawless), measures=held))


def offering(*offers: MeasureOffer, **changes: object) -> Table:
    return Table(replace(workshop(), measures=offers, **changes))


def reason(outcome: Refusal | tuple[Event, ...]) -> Reason:
    assert isinstance(outcome, Refusal), outcome
    return outcome.reason


def ask(table: Table, customer: SeatId, *lines: tuple[ServiceId, int, int], **more: object) -> SheetId:
    provider = table.state.scenario.service(lines[0][0]).provider
    wanted = tuple(WantedLine(*line) for line in lines)
    table.done(customer, i.SendSheet, provider=provider, lines=wanted, **more)
    return max(table.state.sheets)


def closed(table: Table) -> e.NegotiationClosed:
    """What the end of Negotiate settles."""
    return next(event for event in table.time_up() if isinstance(event, e.NegotiationClosed))


def promises(state: State) -> list[tuple[SeatId, ServiceId, int, int]]:
    return [(c.customer, c.service, c.units, c.due) for c in state.commitments.values()]


# service map


def test_with_a_service_map_everybody_sees_the_whole_network() -> None:
    table = holding("service_map").until("negotiate")
    networks = {view(table.state, seat).board.network for seat in SEATS}
    assert len(networks) == 1
    links = {link.service: (link.provider, link.receivers, link.inputs) for link in networks.pop()}
    assert len(links) == 6
    assert links[SPECIAL] == (MAKING, (SALES,), (PARTS, ServiceId(4)))


def test_without_a_service_map_nobody_sees_more_than_its_partners() -> None:
    table = holding().until("negotiate")
    assert all(view(table.state, seat).board.network == () for seat in SEATS)


# coordination meeting


def test_the_coordination_meeting_costs_everybody_an_hour_in_every_second_round() -> None:
    table = holding("coordination")
    hours = [view(table.until("negotiate", round_).state, SALES).me for round_ in (1, 2, 3, 4)]
    assert [me.meetings for me in hours] == [1, 0, 1, 0]
    assert [me.own_hours for me in hours] == [9, 10, 9, 10]


def test_the_coordination_meeting_shows_all_orders_requests_and_warnings_to_all() -> None:
    table = holding("coordination").until("negotiate")
    ask(table, SALES, (PLAIN, 3, 2))
    promise = table.promise(DESIGN, SPEC, 2, 2)
    table.done(SALES, i.Warn, commitment=promise, units=1)
    shown = view(table.state, BUYING).company
    assert shown is not None
    assert view(table.state, SALES).company == shown
    assert [(o.owner, o.order.order, o.order.state) for o in shown.orders] == [
        (SALES, 1, "open"), (SALES, 2, "open"), (SALES, 3, "coming"), (SALES, 4, "coming"),
    ]  # fmt: skip
    assert [(x.customer, x.provider, x.service, x.state) for x in shown.lines] == [
        (SALES, MAKING, PLAIN, "open"),
        (DESIGN, SALES, SPEC, "agreed"),
    ]
    assert [(w.provider, w.service, w.units, w.due) for w in shown.warnings] == [(SALES, SPEC, 2, 2)]


def test_between_two_coordination_meetings_nothing_is_open_to_all() -> None:
    assert view(holding("coordination").until("negotiate", 2).state, BUYING).company is None
    assert view(holding().until("negotiate").state, BUYING).company is None


def test_a_meeting_adopted_later_counts_from_its_first_round() -> None:
    table = offering(MeasureOffer("coordination", 0, 1, held=False)).until("review")
    table.done(TABLE, r.SwitchMeasure, measure="coordination")
    hours = [view(table.until("negotiate", round_).state, SALES).me.meetings for round_ in (2, 3, 4)]
    assert hours == [1, 0, 1]


# service standard


def test_a_line_that_nobody_answered_is_accepted_at_half_rounded_up() -> None:
    table = holding("service_standard").until("negotiate")
    sheet = ask(table, SALES, (PLAIN, 3, 2))
    event = closed(table)
    assert event.by_standard == (e.AgreedByStandard(sheet, 0, CommitmentId(1), Part(2, 2)),)
    assert event.unanswered == ()
    assert event.clarity == (e.ClarityFixed(CommitmentId(1), 50),)
    assert promises(table.state) == [(SALES, PLAIN, 2, 2)]
    assert [line.state for line in view(table.state, SALES).threads.sheets[0].lines] == ["agreed"]


def test_the_same_line_stays_unanswered_without_a_standard() -> None:
    table = holding().until("negotiate")
    sheet = ask(table, SALES, (PLAIN, 3, 2))
    event = closed(table)
    assert (event.by_standard, event.unanswered) == ((), (e.LineRef(sheet, 0),))
    assert promises(table.state) == []


def test_no_more_is_accepted_by_standard_than_the_customer_lacks_after_each_line() -> None:
    """Sales has an order for 4."""
    table = holding("service_standard").until("negotiate")
    sheet = ask(table, SALES, (PLAIN, 6, 2), (PLAIN, 6, 3), (PLAIN, 1, 3))
    event = closed(table)
    assert [(a.line, a.part) for a in event.by_standard] == [(0, Part(3, 2)), (1, Part(1, 3))]
    assert event.unanswered == (e.LineRef(sheet, 2),)


def test_what_a_standard_has_promised_makes_its_provider_lack_inputs_at_once() -> None:
    """Making has 3 parts: for its own orders it needs none until it owes something."""
    table = holding("service_standard").until("negotiate")
    ask(table, SALES, (PLAIN, 4, 2), (SPECIAL, 4, 3))
    ask(table, MAKING, (PARTS, 4, 2))
    ask(table, MAKING, (ServiceId(4), 6, 3))
    event = closed(table)
    assert [a.part for a in event.by_standard] == [Part(2, 2), Part(2, 3), Part(1, 2), Part(2, 3)]


def test_an_aid_is_no_lack_and_is_given_by_half() -> None:
    table = holding("service_standard").until("negotiate")
    ask(table, MAKING, (HELP, 2, 1))
    assert [a.part for a in closed(table).by_standard] == [Part(1, 1)]


def test_a_line_that_was_answered_is_not_touched_by_a_standard() -> None:
    table = holding("service_standard").until("negotiate")
    sheet = ask(table, SALES, (PLAIN, 3, 2))
    table.done(MAKING, i.AnswerSheet, sheet=sheet, answers=(Counter(0, (Part(1, 3),)),))
    event = closed(table)
    assert (event.by_standard, event.unanswered) == ((), (e.LineRef(sheet, 0),))


def test_a_line_that_was_countered_back_is_accepted_at_half_from_its_earliest_part_on() -> None:
    table = holding("service_standard").until("negotiate")
    sheet = ask(table, SALES, (PLAIN, 3, 2))
    table.done(MAKING, i.AnswerSheet, sheet=sheet, answers=(Counter(0, (Part(1, 3),)),))
    table.done(SALES, i.AnswerSheet, sheet=sheet, answers=(Counter(0, (Part(3, 3), Part(1, 2))),))
    assert [a.part for a in closed(table).by_standard] == [Part(1, 2), Part(1, 3)]
    assert table.state.sheets[max(table.state.sheets)].lines[0].state == "agreed"


def test_a_standard_does_not_reach_back_to_lines_of_an_earlier_round() -> None:
    table = offering(MeasureOffer("service_standard", 0, 1, held=False)).until("negotiate")
    sheet = ask(table, SALES, (PLAIN, 3, 3))
    table.until("review")
    table.done(TABLE, r.SwitchMeasure, measure="service_standard")
    table.until("negotiate", 2)
    event = closed(table)
    assert (event.by_standard, event.lapsed) == ((), (e.LineRef(sheet, 0),))


def test_a_give_does_not_come_with_what_a_standard_accepts() -> None:
    table = holding("service_standard").until("negotiate")
    ask(table, SALES, (PLAIN, 3, 2), give=i.GiveHours(3))
    closed(table)
    assert table.state.loans == {}
    assert len(table.state.commitments) == 1


@pytest.mark.parametrize(("measures", "misfit", "account"), [((), 1, 0), (("service_standard",), 0, 5_000)])
def test_a_standard_halves_what_is_misunderstood(measures: tuple[MeasureName, ...], misfit: int, account: int) -> None:
    """Four units of complexity 50 at clarity 50 are one full account."""
    table = holding(*measures).until("negotiate")
    table.promise(DESIGN, SPEC, 4, 1)
    table.until("review")
    assert table.state.delivered is not None
    assert [line.misfit for line in table.state.delivered.shipped] == [misfit]
    assert table.state.accounts[SPEC].misfit == account


# cross-training


@pytest.mark.parametrize(("measures", "gained"), [((), 3), (("cross_training",), 4)])
def test_a_loan_gives_all_its_hours_where_people_are_cross_trained(
    measures: tuple[MeasureName, ...], gained: int
) -> None:
    table = holding(*measures).until("negotiate")
    table.done(DESIGN, i.ProposeLoan, lender=DESIGN, borrower=MAKING, hours=4)
    assert view(table.state, MAKING).pool.loans[0].gains == gained
    table.done(MAKING, i.AnswerLoan, loan=1, agree=True)
    assert view(table.state, MAKING).me.hours == 14 + gained
    hours = {own.seat: own for own in closed(table).hours}
    assert (hours[MAKING].gained, hours[MAKING].hours) == (gained, 14 + gained)
    assert (hours[DESIGN].lent, hours[DESIGN].hours) == (4, 8)


def test_cross_training_does_not_lift_the_limit_of_what_is_gained() -> None:
    """Without it these two loans bring 3 hours."""
    for measures, fits in ((), True), (("cross_training",), False):
        table = holding(*measures).until("negotiate")
        for lender, hours in (DESIGN, 2), (BUYING, 3):
            table.done(MAKING, i.ProposeLoan, lender=lender, borrower=MAKING, hours=hours)
        table.done(DESIGN, i.AnswerLoan, loan=1, agree=True)
        outcome = table.ask(BUYING, i.AnswerLoan, loan=2, agree=True)
        assert isinstance(outcome, tuple) is fits
        assert fits or reason(outcome) is Reason.LOAN_LIMIT


# satisfaction in the KPI


def rated(table: Table) -> Table:
    """Design got what it asked Sales for and is delighted; the second week has been delivered."""
    table.until("negotiate")
    table.promise(DESIGN, SPEC, 2, 1)
    table.until("review")
    table.done(DESIGN, i.RateProvider, provider=SALES, reliability=5, responsiveness=5, empathy=4)
    return table.until("plan", 2)


def test_thirty_percent_of_every_kpi_is_satisfaction_and_the_points_stay() -> None:
    plain, measured = rated(holding()), rated(holding("satisfaction"))
    for seat, satisfied in (SALES, 91), (DESIGN, 50):
        draft = default_plan(view(plain.state, seat))
        foreseen = preview(view(measured.state, seat), draft).kpi
        assert foreseen == with_satisfaction(preview(view(plain.state, seat), draft).kpi, satisfied)
    before, after = (table.until("review", 2).state.published[-1].seats for table in (plain, measured))
    for old, new, satisfied in zip(before, after, (91, 50, 50, 50), strict=True):
        assert new.satisfaction == satisfied
        assert new.points == old.points
        assert new.kpi == (70 * old.kpi + 30 * satisfied) // 100
        assert new.bonus_kpi == 90 * new.kpi // 100


# open allocation


def claimed(*measures: MeasureName, sharers: tuple[SeatId, ...] = SEATS) -> Table:
    """A pool of 3, and two claims to all of it. Design's work for the next round takes 3 hours more than it has."""
    table = holding(*measures, flawless=True).until("negotiate")
    ask(table, MAKING, (ServiceId(4), 5, 2))
    table.done(DESIGN, i.AnswerSheet, sheet=1, answers=(Accept(0),))
    for seat in sharers:
        table.done(seat, i.ShareFact, to=BUYING if seat != BUYING else SALES, fact=FactRef("free_hours"))
    return table


def pool_of(table: Table, **claims: int) -> tuple[dict[SeatId, int], int]:
    seats = {"sales": SALES, "design": DESIGN, "buying": BUYING, "making": MAKING}
    for name, hours in claims.items():
        table.done(seats[name], i.ClaimPool, hours=hours)
    event = closed(table)
    return {share.seat: share.hours for share in event.pool}, event.pool_lost


def test_under_open_allocation_nothing_is_lost_and_the_largest_shortage_comes_first() -> None:
    assert pool_of(claimed(), design=3, making=3) == ({DESIGN: 1, MAKING: 1}, 1)
    assert pool_of(claimed("open_allocation"), design=3, making=3) == ({DESIGN: 3}, 0)


def test_a_claim_counts_up_to_the_shortage() -> None:
    """Setups count, stock and other weeks' work do not: 4 units of 3 hours are all that Design can make."""
    table = holding("open_allocation", flawless=True).until("negotiate")
    ask(table, MAKING, (ServiceId(4), 4, 2), (ServiceId(4), 9, 3))
    ask(table, SALES, (PLAIN, 3, 1), (SPECIAL, 1, 2))
    table.done(DESIGN, i.AnswerSheet, sheet=1, answers=(Accept(0), Accept(1)))
    table.done(MAKING, i.AnswerSheet, sheet=2, answers=(Accept(0), Accept(1)))
    for seat in (DESIGN, MAKING):
        table.done(seat, i.ShareFact, to=TABLE, fact=FactRef("free_hours"))
    # Making: 9 + 2 for the one, 4 + 3 for the other, of 14 hours
    assert pool_of(table, design=3, making=3) == ({MAKING: 3}, 0)


def test_who_has_not_shared_its_free_hours_counts_for_nothing() -> None:
    assert pool_of(claimed("open_allocation", sharers=(MAKING,)), design=3, making=3) == ({}, 0)


def test_claims_that_fit_and_agreements_stand_under_open_allocation_too() -> None:
    assert pool_of(claimed("open_allocation"), sales=1, making=2) == ({SALES: 1, MAKING: 2}, 0)
    table = claimed("open_allocation")
    for seat in (DESIGN, MAKING):
        table.done(seat, i.ClaimPool, hours=3)
    table.done(DESIGN, i.ProposePool, shares=(i.PoolShare(MAKING, 2), i.PoolShare(DESIGN, 1)))
    table.done(MAKING, i.AgreePool)
    assert pool_of(table) == ({DESIGN: 1, MAKING: 2}, 0)


def test_equal_shortages_are_served_from_the_lower_number_on() -> None:
    table = holding("open_allocation", flawless=True).until("negotiate")
    table.promise(DESIGN, SPEC, 6, 1)
    ask(table, SALES, (PLAIN, 2, 1), (SPECIAL, 1, 2))
    table.done(MAKING, i.AnswerSheet, sheet=2, answers=(Accept(0), Accept(1)))
    ask(table, MAKING, (HELP, 7, 1))
    table.done(DESIGN, i.AnswerSheet, sheet=3, answers=(Accept(0),))
    for seat in (SALES, DESIGN):
        table.done(seat, i.ShareFact, to=TABLE, fact=FactRef("free_hours"))
    # Sales lacks 12 - 10, Design 14 - 12
    assert pool_of(table, sales=3, design=3) == ({SALES: 2, DESIGN: 1}, 0)


# shared goal


def test_under_the_shared_goal_half_of_the_bonus_follows_the_company() -> None:
    plain, shared = holding().until("review"), holding("shared_goal").until("review")
    assert view(plain.state, SALES).table.company_share == 10
    assert view(shared.state, SALES).table.company_share == 50
    index = shared.state.published[-1].index
    assert index is not None
    for own in shared.state.published[-1].seats:
        assert (own.bonus_kpi, own.bonus_company) == (50 * own.kpi // 100, 50 * index // 100)


# information platform


@pytest.mark.parametrize(("channel", "expected"), [("quick", 50), ("written", 90)])
def test_what_is_written_on_a_platform_is_clear(channel: str, expected: int) -> None:
    table = holding("platform").until("negotiate")
    number = table.promise(DESIGN, SPEC, 2, 2, channel)
    assert view(table.state, SALES).threads.sheets[0].clarity == expected
    table.until("plan")
    assert table.state.commitments[CommitmentId(number)].clarity == expected


def facts(table: Table, seat: SeatId) -> list[Fact]:
    return [known.fact for known in view(table.state, seat).threads.facts]


def test_shared_facts_stay_up_to_date_on_a_platform_alone() -> None:
    kept, plain = holding("platform", flawless=True), holding(flawless=True)
    for table in kept, plain:
        table.until("negotiate")
        for ref in FactRef("free_hours"), FactRef("stock", PLAIN), FactRef("order", 1), FactRef("order", 1):
            table.done(SALES, i.ShareFact, to=BUYING, fact=ref)
        table.done(SALES, i.ChooseOption, order=1, option=1)
        table.promise(DESIGN, SPEC, 2, 1)
    assert facts(plain, BUYING) == [
        Fact("free_hours", 1, units=10),
        Fact("stock", 1, service=PLAIN),
        *[Fact("order", 1, 1, PLAIN, 4, 1, 60)] * 2,  # type: ignore[arg-type]
    ]
    assert facts(kept, BUYING) == [
        Fact("free_hours", 1, units=6),
        Fact("stock", 1, service=PLAIN),
        Fact("order", 1, 1, PLAIN, 4, 2, 56),  # type: ignore[arg-type]
    ]
    assert facts(kept, BUYING) == facts(kept, SALES)
    assert facts(kept, DESIGN) == []


def test_what_is_told_of_an_order_that_is_gone_stays_as_it_was_last() -> None:
    table = holding("platform", flawless=True).until("negotiate")
    table.done(SALES, i.ShareFact, to=TABLE, fact=FactRef("order", 1))
    table.done(SALES, i.ShareFact, to=TABLE, fact=FactRef("order", 2))
    table.done(SALES, i.DeclineOrder, order=2)
    number = table.promise(SALES, PLAIN, 3, 1)
    table.until("plan")
    plan = Plan(make=(MakeLine(PLAIN, 3),), ship=(ShipLine(CommitmentId(number), 3),))
    table.done(MAKING, i.SubmitPlan, plan=plan)
    table.until("negotiate", 2)
    one, declined = facts(table, BUYING)
    assert (one.units, one.round) == (1, 2)
    assert (declined.units, declined.round) == (2, 1)
    table.until("negotiate", 4)
    assert table.state.orders[one.order].state == "expired"  # type: ignore[index]
    assert facts(table, BUYING) == [replace(one, round=3), declined]


def test_a_fact_is_known_to_the_same_as_before() -> None:
    table = holding("platform").until("negotiate")
    table.done(SALES, i.ShareFact, to=BUYING, fact=FactRef("free_hours"))
    assert view(table.state, BUYING).threads.facts == (KnownFact(SALES, BUYING, Fact("free_hours", 1, units=10)),)
    assert facts(table, MAKING) == []


# voting


TRAINING = MeasureOffer("cross_training", 60, 1, held=False)
PLATFORM = MeasureOffer("platform", 40, 2, held=False)


def reviewing(round_: int = 1, **changes: object) -> Table:
    return offering(TRAINING, PLATFORM, **changes).until("review", round_)


def adopted(events: tuple[Event, ...]) -> list[MeasureAdopted]:
    return [event for event in events if isinstance(event, MeasureAdopted)]


def test_more_than_half_of_all_seats_adopt_a_measure_and_pay_for_it() -> None:
    table = reviewing()
    result = table.state.money.result
    for seat in (SALES, DESIGN, MAKING):
        table.done(seat, i.Vote, measure="cross_training")
    assert adopted(table.time_up()) == [MeasureAdopted("cross_training", 2, 60, 3)]
    assert table.state.holds("cross_training")
    assert (table.state.money.measures, table.state.money.result) == (60, result - 60)
    assert table.state.votes == {}
    table.until("review", 2)
    assert table.state.published[-1].money.measures == 60
    assert view(table.state, SALES).table.results[-1].result == table.state.money.result


def test_half_of_the_seats_are_not_enough() -> None:
    table = reviewing()
    for seat in (SALES, DESIGN):
        table.done(seat, i.Vote, measure="cross_training")
    assert adopted(table.time_up()) == []
    assert not table.state.holds("cross_training")


def test_the_last_vote_of_a_seat_counts_and_all_see_it() -> None:
    table = reviewing(2)
    for seat in (SALES, DESIGN, MAKING):
        table.done(seat, i.Vote, measure="cross_training")
    table.done(MAKING, i.Vote, measure="platform")
    table.done(SALES, i.Vote, measure=None)
    votes = view(table.state, BUYING).room.votes
    assert [(vote.seat, vote.measure) for vote in votes] == [(DESIGN, "cross_training"), (MAKING, "platform")]
    assert adopted(table.time_up()) == []


def test_what_cannot_be_had_cannot_be_voted_for() -> None:
    table = reviewing()
    assert view(table.state, SALES).room.votable
    assert reason(table.ask(SALES, i.Vote, measure="shared_goal")) is Reason.NO_SUCH_MEASURE
    early = table.ask(SALES, i.Vote, measure="platform")
    assert early == Refusal(Reason.MEASURE_TOO_EARLY, limit=2)
    table.done(TABLE, r.SwitchMeasure, measure="cross_training")
    assert reason(table.ask(SALES, i.Vote, measure="cross_training")) is Reason.MEASURE_HELD
    assert not view(table.state, SALES).room.votable
    assert reason(table.ask(SALES, i.Vote, measure=None)) is Reason.NO_VOTE_NOW


def test_in_the_last_round_nothing_is_adopted_any_more() -> None:
    table = reviewing(4)
    assert not view(table.state, SALES).room.votable
    assert reason(table.ask(SALES, i.Vote, measure="cross_training")) is Reason.NO_VOTE_NOW
    assert reason(table.ask(TABLE, r.SwitchMeasure, measure="cross_training")) is Reason.NO_VOTE_NOW


def test_there_is_no_vote_before_the_case_opens_it_nor_outside_a_review() -> None:
    table = reviewing(opens=(Opens("vote", 2),))
    assert not view(table.state, SALES).room.votable
    assert reason(table.ask(SALES, i.Vote, measure="cross_training")) is Reason.RULE_NOT_OPEN
    table.until("plan", 2)
    assert reason(table.ask(SALES, i.Vote, measure="cross_training")) is Reason.WRONG_PHASE
    assert reason(table.ask(TABLE, r.SwitchMeasure, measure="cross_training")) is Reason.WRONG_PHASE


def test_the_facilitator_switches_a_measure_on_without_a_vote_and_it_is_paid() -> None:
    table = reviewing(opens=(Opens("vote", 13),))
    assert table.done(TABLE, r.SwitchMeasure, measure="cross_training") == (MeasureAdopted("cross_training", 2, 60, 0),)
    assert not table.state.holds("cross_training")
    seen = view(table.state, SALES).room.measures[0]
    assert (seen.measure, seen.holds_from) == ("cross_training", 2)
    assert reason(table.ask(SALES, r.SwitchMeasure, measure="platform")) is Reason.NOT_YOUR_SEAT
    table.until("negotiate", 2)
    assert table.state.holds("cross_training")
    assert table.state.money.measures == 60


def test_what_is_voted_for_and_switched_on_in_the_same_review_is_paid_once() -> None:
    table = reviewing()
    for seat in SEATS:
        table.done(seat, i.Vote, measure="cross_training")
    table.done(TABLE, r.SwitchMeasure, measure="cross_training")
    assert adopted(table.time_up()) == []
    assert table.state.money.measures == 60


@pytest.mark.parametrize("measure", MEASURE_NAMES)
def test_a_measure_held_from_the_start_costs_nothing_and_cannot_be_adopted(measure: MeasureName) -> None:
    table = Table(replace(workshop(), measures=(MeasureOffer(measure, 50, 1, held=True),))).until("review")
    assert table.state.holds(measure)
    assert table.state.money.measures == 0
    assert reason(table.ask(SALES, i.Vote, measure=measure)) is Reason.MEASURE_HELD
