"""What is kept unfinished: for its seat alone, and entered when the phase ends, if it still can be."""

from __future__ import annotations

from msgspec.structs import replace

from sandgame.rules import intents as i
from sandgame.rules.apply import fold
from sandgame.rules.events import NoteWritten, PoolProposed, ProviderRated
from sandgame.rules.ids import SeatId
from sandgame.rules.log import decode, encode
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.room_events import MeasureVoted
from sandgame.rules.scenario import MeasureOffer
from sandgame.rules.view import view
from tests.kit.tables import BUYING, DESIGN, DRAWING, MAKING, PARTS, SALES, SPEC, Table, workshop


def reviewing(round_: int = 1) -> Table:
    """Sales and Buying have each served somebody, whose Review it is."""
    measures = (MeasureOffer("platform", 10, 1, held=False), MeasureOffer("service_map", 5, 1, held=False))
    table = Table(replace(workshop(flawless=True), measures=measures)).until("negotiate", round_)
    table.promise(DESIGN, SPEC, 1, round_)
    table.promise(MAKING, PARTS, 1, round_ + 1)
    return table.until("review")


def keep(table: Table, seat: SeatId, kind: type, **fields: object) -> object:
    entry = kind(round=table.state.round, phase=table.state.phase, **fields)
    return table.ask(seat, i.KeepEntry, entry=entry)


def rating(table: Table, items: int, provider: SeatId = SALES, seat: SeatId = DESIGN) -> object:
    return keep(table, seat, i.RateProvider, provider=provider, reliability=items, responsiveness=items, empathy=items)


def reason(outcome: object) -> Reason | None:
    return outcome.reason if isinstance(outcome, Refusal) else None


def test_what_is_kept_is_seen_by_its_seat_alone_and_counts_for_nothing_yet() -> None:
    table = reviewing()
    rating(table, 4)
    (entry,) = view(table.state, DESIGN).beside.kept
    assert isinstance(entry, i.RateProvider)
    assert view(table.state, SALES).beside.kept == ()
    assert view(table.state, DESIGN).review.given == ()


def test_the_last_that_was_kept_is_entered_when_time_is_up() -> None:
    table = reviewing()
    rating(table, 2)
    rating(table, 5)
    keep(table, BUYING, i.Vote, measure="platform")
    events = table.time_up()
    assert [e.reliability for e in events if isinstance(e, ProviderRated)] == [5]
    assert [(e.seat, e.measure) for e in events if isinstance(e, MeasureVoted)] == [(BUYING, "platform")]
    assert view(table.state, SALES).me.satisfaction == 100
    assert fold(decode(encode(event)) for event in table.log) == table.state


def test_it_is_entered_too_when_the_last_seat_is_done() -> None:
    table = reviewing()
    rating(table, 3)
    for seat in table.state.seats:
        table.done(seat, i.FinishPhase)
    assert view(table.state, SALES).me.satisfaction == 50
    assert table.state.records[SALES].rated == 3
    assert not table.state.kept


def test_what_is_entered_takes_the_place_of_what_was_kept() -> None:
    table = reviewing()
    rating(table, 1)
    table.done(DESIGN, i.RateProvider, provider=SALES, reliability=4, responsiveness=4, empathy=4)
    keep(table, DESIGN, i.Vote, measure="platform")
    table.done(DESIGN, i.Vote, measure="service_map")
    assert view(table.state, DESIGN).beside.kept == ()
    rating(table, 5)
    events = table.time_up()
    assert [e.reliability for e in events if isinstance(e, ProviderRated)] == [5], "kept later than entered"
    assert not [e for e in events if isinstance(e, MeasureVoted)]


def test_each_provider_has_its_own() -> None:
    table = Table(workshop(flawless=True)).until("negotiate")
    table.promise(MAKING, PARTS, 1, 2)
    table.promise(MAKING, DRAWING, 1, 2)
    table.until("review")
    for provider in (BUYING, DESIGN):
        rating(table, 4, provider, MAKING)
    table.done(MAKING, i.RateProvider, provider=BUYING, reliability=2, responsiveness=2, empathy=2)
    (left,) = view(table.state, MAKING).beside.kept
    assert isinstance(left, i.RateProvider)
    assert left.provider == DESIGN


def test_what_could_not_be_entered_now_is_not_kept() -> None:
    table = reviewing()
    assert reason(rating(table, 4, MAKING)) is Reason.NOTHING_TO_RATE
    assert reason(keep(table, DESIGN, i.WriteNote, plan="p")) is Reason.NOT_NOTE_TIME
    assert reason(keep(table, DESIGN, i.ProposePool, shares=())) is Reason.WRONG_PHASE
    early = i.WriteNote(round=2, phase="review", plan="p")
    assert reason(table.ask(DESIGN, i.KeepEntry, entry=early)) is Reason.WRONG_PHASE
    assert reason(keep(table.until("plan", 2), DESIGN, i.Vote, measure="platform")) is Reason.WRONG_PHASE
    assert not table.state.kept


def test_a_note_at_half_time_is_not_lost() -> None:
    table = reviewing(2)
    keep(table, SALES, i.WriteNote, plan="ask earlier")
    assert [e.plan for e in table.time_up() if isinstance(e, NoteWritten)] == ["ask earlier"]


def claiming() -> Table:
    table = Table(workshop(flawless=True)).until("negotiate")
    for seat in (SALES, MAKING):
        table.done(seat, i.ClaimPool, hours=2)
    return table


def test_a_division_that_is_no_longer_possible_is_left_out() -> None:
    table = claiming()
    keep(table, SALES, i.ProposePool, shares=(i.PoolShare(SALES, 2), i.PoolShare(MAKING, 1)))
    table.done(SALES, i.ClaimPool, hours=1)
    assert not [e for e in table.time_up() if isinstance(e, PoolProposed)]


def test_a_division_kept_is_proposed_at_the_end_but_sweeps_away_nothing_that_others_agree_on() -> None:
    table = claiming()
    keep(table, SALES, i.ProposePool, shares=(i.PoolShare(SALES, 2), i.PoolShare(MAKING, 1)))
    lonely = Table(workshop(flawless=True))
    lonely.state, lonely.log = table.state, list(table.log)
    assert [e.seat for e in lonely.time_up() if isinstance(e, PoolProposed)] == [SALES]
    table.done(MAKING, i.ProposePool, shares=(i.PoolShare(SALES, 1), i.PoolShare(MAKING, 2)))
    table.done(SALES, i.AgreePool)
    table.time_up()
    assert table.state.pool.by_agreement
    assert table.state.pool.divided == (i.PoolShare(SALES, 1), i.PoolShare(MAKING, 2))


def test_a_new_phase_begins_with_nothing_kept() -> None:
    table = claiming()
    keep(table, SALES, i.ProposePool, shares=(i.PoolShare(SALES, 2),))
    table.time_up()
    assert view(table.state, SALES).beside.kept == ()
