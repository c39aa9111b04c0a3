"""Marks of whole games: they add up, repeat, say what they do without, and leave out what nobody's person did."""

from __future__ import annotations

from functools import cache

import pytest
from msgspec import json
from msgspec.structs import replace

from sandgame.frames.marks import PRINCIPLES, Anchor, Anchors, Mark, Marks, Worth, Worths
from sandgame.rules import intents as i
from sandgame.rules import room_intents as r
from sandgame.rules.apply import fold
from sandgame.rules.events import Event, GameStarted
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.room_events import RolledBack, SeatTaken
from sandgame.scoring.indicators import INDICATORS, NOT_BUILT
from sandgame.scoring.marks import marks
from tests.kit.cases import game
from tests.kit.evidence import said, unscored
from tests.kit.tables import MAKING, PLAIN, SALES, Table, workshop

STYLES = ("competing", "avoiding", "accommodating", "compromising", "collaborating", "mixed")


def scale(seats: int, silo: int = 300, reference: int = 800) -> Anchors:
    """The same for all."""
    places = [(SeatId(seat), indicator) for seat in range(1, seats + 1) for indicator in INDICATORS]
    return Anchors(1, 8, tuple(Anchor(*place, silo, reference, 550, 2_000) for place in places))


@cache
def worths() -> Worths:
    """Whatever worths there may be: each department has something to tell in each week."""
    weeks = [(week, SeatId(seat)) for week in range(1, 9) for seat in range(1, 7)]
    return Worths(tuple(Worth(*each, "free_hours", 10 * each[0] + 5 * each[1]) for each in weeks))


@cache
def marked(style: str) -> Marks:
    return marks(game("factory", style, 1).events, worths(), scale(6))


def team(found: Marks) -> dict[str, Mark]:
    return {mark.principle: mark for mark in found.marks if not mark.provider}


@pytest.mark.parametrize("style", STYLES)
def test_base_and_effects_add_up_to_the_points_of_every_mark(style: str) -> None:
    for mark in marked(style).marks:
        assert mark.points is None or mark.base + sum(piece.effect for piece in mark.pieces) == mark.points


@pytest.mark.parametrize("style", STYLES)
def test_points_lie_on_the_scale_and_in_their_interval(style: str) -> None:
    for mark in marked(style).marks:
        if mark.points is not None:
            assert mark.low is not None
            assert mark.high is not None
            assert 0 <= mark.low <= mark.points <= mark.high <= 10_000


@pytest.mark.parametrize("style", STYLES)
def test_every_piece_cites_events_of_the_log_no_later_than_its_week_is_judged(style: str) -> None:
    count = len(game("factory", style, 1).events)
    found = [piece for mark in marked(style).marks for piece in mark.pieces]
    assert found
    for piece in found:
        assert piece.log
        assert all(0 < number < count for number in piece.log)
        assert 0 <= piece.credit <= 1_000
        assert 0 < piece.weight <= 3_000


def test_the_same_log_gives_the_same_bytes() -> None:
    again = marks(list(game("factory", "mixed", 1).events), worths(), scale(6))
    assert json.encode(again) == json.encode(marked("mixed"))


def test_marks_cross_the_wire_whole() -> None:
    assert json.decode(json.encode(marked("mixed")), type=Marks) == marked("mixed")


def test_there_are_six_principles_of_the_team_and_those_of_links_that_exist() -> None:
    found = marked("collaborating")
    assert list(team(found)) == list(PRINCIPLES)
    services = game("factory", "collaborating", 1).state.scenario.services
    real = {(service.provider, customer) for service in services for customer in service.receivers}
    links = {(mark.provider, mark.customer) for mark in found.marks if mark.provider}
    assert links
    assert links <= real
    assert all(mark.level != "number" for mark in found.marks if mark.provider)


def test_what_is_not_built_is_said_in_every_game() -> None:
    missing = [(each.indicator, each.why) for mark in team(marked("mixed")).values() for each in mark.not_measured]
    assert {indicator for indicator, why in missing if why == "not_built"} == set(NOT_BUILT)


def test_a_scale_without_a_difference_gives_no_points() -> None:
    found = marks(game("factory", "mixed", 1).events, worths(), scale(6, 500, 540))
    for mark in team(found).values():
        assert (mark.points, mark.level, mark.band, mark.pieces) == (None, "events", None, ())
    assert found.facts  # which need no scale
    assert all(fact.band is None for fact in found.facts)


def test_without_anchors_there_are_facts_and_no_points() -> None:
    found = marks(game("factory", "mixed", 1).events, worths(), Anchors(1, 8, ()))
    assert {mark.points for mark in found.marks} == {None}
    assert found.facts


def opened(log: tuple[Event, ...]) -> list[Event]:
    first = log[0]
    assert isinstance(first, GameStarted)
    return [replace(first, talk="open"), *log[1:]]


def test_at_an_open_table_nothing_is_said_of_silence() -> None:
    found = marks(opened(game("factory", "avoiding", 1).events), worths(), scale(6))
    openness, response = team(found)["openness"], team(found)["response"]
    assert openness.points is None
    assert {each.indicator for each in openness.not_measured if each.why == "open_table"} == {"C1", "C2"}
    assert {each.indicator for each in response.not_measured if each.why == "open_table"} == {"R1"}
    assert not {fact.fact for fact in found.facts} & {"answered", "told"}


def test_who_is_not_scored_has_no_pieces_and_no_facts() -> None:
    seat = SeatId(4)
    found = marks(game("factory", "mixed", 1).events, worths(), scale(6), unscored(seat))
    assert seat not in {piece.seat for mark in found.marks for piece in mark.pieces}
    assert seat not in {fact.seat for fact in found.facts}
    assert {(each.round, each.asked) for each in found.left_out} == {(week, True) for week in range(1, 9)}


def played_by(log: tuple[Event, ...], *seats: int) -> list[Event]:
    """The same game, the seats held by bots from the start."""
    return [*log[:2], *(SeatTaken(SeatId(seat), "collaborating") for seat in seats), *log[2:]]


def test_what_bots_did_is_left_out() -> None:
    log = game("factory", "mixed", 1).events
    found = marks(played_by(log, 1, 2, 3, 5, 6), worths(), scale(6))
    assert {piece.seat for mark in found.marks for piece in mark.pieces} == {4}
    nobody = marks(played_by(log, 1, 2, 3, 4, 5, 6), worths(), scale(6))
    assert {mark.points for mark in nobody.marks} == {None}
    assert nobody.facts == ()
    trust = team(nobody)["trust"]
    assert {each.why for each in trust.not_measured} == {"left_out", "not_built"}


def test_another_departments_person_changes_nothing_in_ones_own_facts() -> None:
    log = game("factory", "mixed", 1).events
    own = {fact.fact: (fact.k, fact.n) for fact in marked("mixed").facts if fact.seat == 4}
    alone = marks(played_by(log, 1, 2, 3, 5, 6), worths(), scale(6))
    shared = {fact.fact: (fact.k, fact.n) for fact in alone.facts if fact.seat == 4}
    for fact in ("kept", "promised", "answered", "for_company"):
        assert shared[fact] == own[fact]


def test_facts_count_so_many_of_so_many_and_have_a_band_from_eight_on() -> None:
    for fact in marked("mixed").facts:
        assert fact.n == len(fact.pieces)
        assert 0 <= fact.k <= fact.n
        assert fact.band is None or fact.n >= 8


def test_what_was_rolled_back_did_not_happen() -> None:
    played = Table(workshop(flawless=True)).until("negotiate")
    once = Table(workshop(flawless=True)).until("negotiate")
    played.promise(SALES, PLAIN, 9, 1)
    played.until("review")
    played.done(TABLE, r.RollBack, to_round=1, to_phase="negotiate")
    assert isinstance(played.log[-1], RolledBack)
    for table in (played, once):
        table.promise(SALES, PLAIN, 3, 1)
        table.until("over")
    seen = [{f.fact: (f.k, f.n) for f in marks(t.log, Worths(), scale(4)).facts} for t in (played, once)]
    assert seen[0] == seen[1]
    assert seen[0]["kept"] == (1, 1)


def test_a_promise_that_was_kept_after_all_never_lowers_trust() -> None:
    points = []
    for units in (4, 3):  # parts for three
        table = Table(workshop(flawless=True)).until("negotiate")
        table.promise(SALES, PLAIN, units, 1)
        table.done(MAKING, i.FinishPhase)
        table.until("over")
        points.append(team(marks(table.log, Worths(), scale(4)))["trust"].points)
    broken, kept = points
    assert broken is not None
    assert kept is not None
    assert kept > broken


@pytest.mark.parametrize("style", STYLES)
def test_every_piece_has_a_sentence_in_both_languages_with_its_numbers(style: str) -> None:
    assert said(piece for fact in marked(style).facts for piece in fact.pieces)
    assert said(piece for mark in marked(style).marks for piece in mark.pieces)


def test_the_game_that_is_marked_is_named() -> None:
    found, state = marked("mixed"), fold(game("factory", "mixed", 1).events)
    assert (found.fingerprint, found.seed, found.length, found.talk) == (state.fingerprint, 1, 8, "desk")
