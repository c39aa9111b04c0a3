"""Bots and measures: what they vote for beside people, and what they do differently while one is held."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sandgame.bots.styles import StyleName
from sandgame.rules import intents as i
from sandgame.rules import room_intents as r
from sandgame.rules.events import FactShared
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.scenario import MEASURE_NAMES, MeasureName, MeasureOffer
from tests.kit.sweeps import MOST_SWEEPS, BotsBeside
from tests.kit.tables import BUYING, DESIGN, MAKING, SALES, workshop

SEATS = (SALES, DESIGN, BUYING, MAKING)
TRAINING = MeasureOffer("cross_training", 0, 1, held=False)
PLATFORM = MeasureOffer("platform", 0, 1, held=False)
LATER = MeasureOffer("service_map", 0, 2, held=False)


def reviewing(bots: dict[SeatId, StyleName], *, told: bool = True) -> BotsBeside:
    """The first Review, with voting on two measures; the other seats are people's, who say nothing yet."""
    table = BotsBeside(bots, replace(workshop(), measures=(LATER, TRAINING, PLATFORM)))  # type: ignore[arg-type]
    if told:
        for seat, style in bots.items():
            table.done(TABLE, r.SeatPlayer, seat=seat, player=style)
    table.until("review")
    return table


def votes(table: BotsBeside) -> dict[SeatId, MeasureName]:
    table.sweep()
    assert not table.refused
    return table.state.votes


def test_a_collaborating_bot_votes_for_the_first_on_offer_until_people_vote_for_another() -> None:
    table = reviewing({DESIGN: "collaborating", MAKING: "collaborating"})
    assert votes(table) == {DESIGN: "cross_training", MAKING: "cross_training"}
    table.done(SALES, i.Vote, measure="platform")
    assert votes(table) == dict.fromkeys((SALES, DESIGN, MAKING), "platform")


def test_of_what_people_vote_for_a_collaborating_bot_takes_the_most_wanted() -> None:
    table = reviewing({DESIGN: "collaborating"})
    for seat, measure in (SALES, "platform"), (BUYING, "cross_training"), (MAKING, "platform"):
        table.done(seat, i.Vote, measure=measure)
    assert votes(table)[DESIGN] == "platform"
    table.done(MAKING, i.Vote, measure=None)
    assert votes(table)[DESIGN] == "cross_training"


def test_a_compromising_bot_votes_for_nothing_that_no_person_has_proposed() -> None:
    table = reviewing({DESIGN: "compromising", MAKING: "collaborating"})
    assert votes(table) == {MAKING: "cross_training"}
    table.done(SALES, i.Vote, measure="platform")
    assert votes(table) == dict.fromkeys((SALES, DESIGN, MAKING), "platform")


def test_where_nobody_says_who_is_a_bot_every_vote_is_followed() -> None:
    table = reviewing({DESIGN: "compromising", MAKING: "collaborating"}, told=False)
    assert votes(table) == {DESIGN: "cross_training", MAKING: "cross_training"}


@pytest.mark.parametrize("style", ["competing", "avoiding", "accommodating"])
def test_other_bots_do_not_vote(style: StyleName) -> None:
    table = reviewing({DESIGN: style})
    table.done(SALES, i.Vote, measure="platform")
    assert votes(table) == {SALES: "platform"}


def test_in_the_last_week_nobody_votes() -> None:
    table = reviewing({DESIGN: "collaborating"})
    table.until("review", 3)
    assert votes(table) == {DESIGN: "service_map"}
    table.until("review", 4)
    assert votes(table) == {}


def test_bots_adopt_a_measure_with_a_person_and_it_holds() -> None:
    table = reviewing({DESIGN: "compromising", MAKING: "collaborating"})
    table.done(SALES, i.Vote, measure="platform")
    table.sweep()
    table.until("negotiate", 2)
    assert table.state.holds("platform")


@pytest.mark.parametrize("style", ["competing", "avoiding", "accommodating", "compromising", "collaborating"])
def test_bots_beside_people_come_to_an_end_under_all_measures(style: StyleName) -> None:
    held = tuple(MeasureOffer(measure, 0, 1, held=True) for measure in MEASURE_NAMES)
    table = BotsBeside(dict.fromkeys(SEATS, style), replace(workshop(), measures=held))
    assert table.sweep() < MOST_SWEEPS
    assert table.state.phase == "over"
    assert not table.refused


@pytest.mark.parametrize("measure", ["open_allocation", "service_map"])
def test_under_open_allocation_who_claims_tells_its_free_hours_once_a_round(measure: MeasureName) -> None:
    held = (MeasureOffer(measure, 0, 1, held=True),)
    table = BotsBeside({DESIGN: "competing", BUYING: "avoiding"}, replace(workshop(), measures=held))
    for week in 1, 2:
        table.until("negotiate", week)
        table.sweep()
    told = [(event.seat, event.fact.round) for event in table.log if isinstance(event, FactShared)]
    assert told == ([(DESIGN, 1), (DESIGN, 2)] if measure == "open_allocation" else [])
