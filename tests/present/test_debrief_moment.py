"""A moment that is opened says what happened, week by week, with names and units; none leads nowhere."""

from typing import Literal

import pytest
from msgspec.structs import replace

from sandgame.present.debrief_moment import moment
from sandgame.present.debrief_moments import moments_body
from sandgame.present.debrief_scene import DebriefScene
from sandgame.text.speech import LANGUAGES, Speech
from tests.kit.debriefs import debriefed


def scene(language: Literal["zh", "en"] = "zh") -> DebriefScene:
    made = debriefed()
    return DebriefScene.of(Speech(language), made.cast, made.words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_moment_of_the_page_opens_to_what_happened(language: Literal["zh", "en"]) -> None:
    shown, said = debriefed().debrief, scene(language)
    cards = moments_body(said, shown, None, revealed=True).cards
    assert cards
    for card in cards:
        opened = moment(said, shown.for_table(()), None, card.log, card.spoken).words
        assert opened.rows, card.head
        assert not opened.empty
        assert opened.title.endswith(said.money)


def test_what_nobody_was_told_opens_to_who_knew_it_and_of_which_order() -> None:
    shown, said = debriefed().debrief, scene()
    untold = [fact for fact in shown.known if not fact.in_time and fact.about == "order" and fact.log]
    assert untold
    for fact in untold:
        opened = moment(said, shown, None, fact.log, "").words
        client = said.client(fact.number)
        assert any(said.name(fact.seat) in row.text and (not client or client in row.text) for row in opened.rows)


def test_rows_are_in_the_order_of_weeks() -> None:
    shown, said = debriefed().debrief, scene("en")
    for link in shown.links:
        weeks = [int(row.week.removeprefix("Week ")) for row in moment(said, shown, None, link.log, "").words.rows]
        assert weeks == sorted(weeks)


def test_where_nothing_may_be_seen_it_says_so_and_shows_what_all_may_see() -> None:
    shown = debriefed().debrief
    bare = replace(shown, promises=(), known=(), marks=shown.marks.for_table())
    log = (shown.figures[0].log - 1,)
    opened = moment(scene(), replace(bare, marks=replace(bare.marks, marks=())), None, log, "").words
    assert opened.rows == ()
    assert "看不到" in opened.empty
    assert opened.beside
    assert "编号" not in opened.empty


def test_a_rating_on_the_map_opens_to_what_was_given_each_week() -> None:
    shown, said = debriefed().debrief, scene("en")
    rated = [link for link in shown.links if link.rated]
    assert rated
    for link in rated:
        opened = moment(said, shown, None, link.log, "").words
        told = [row.text for row in (*opened.rows, *opened.rest) if "service" in row.text]
        assert len(told) == len(link.rated)
        mean = sum(one.tenths for one in link.rated) / len(link.rated)
        assert link.rating is not None
        assert abs(mean - link.rating) <= 1


def test_what_was_kept_to_oneself_opens_to_each_of_the_things_that_it_sums() -> None:
    shown, said = debriefed().debrief, scene()
    links = [link for link in shown.worth_opening if link.reason == "not_told" and link.times > 1]
    assert links
    for link in links:
        opened = moment(said, shown, None, link.log, "").words
        names = {said.client(fact.number) for fact in shown.known
                 if fact.seat == link.provider and link.customer in fact.needed_by and not fact.in_time}  # fmt: skip
        assert sum(any(name and name in row.text for name in names)
                   for row in (*opened.rows, *opened.rest)) >= min(link.times, len(names))  # fmt: skip


def test_one_request_is_told_once_however_many_principles_it_counts_for() -> None:
    shown, said = debriefed().debrief, scene()
    for mark in shown.marks.marks[:6]:
        for piece in mark.pieces[:5]:
            text = said.piece(piece)
            rows = moment(said, shown, None, piece.log, text).words.rows
            assert text in [row.text for row in rows]
            evidence = [(row.provider, row.customer) for row in rows if row.minor and row.numbers == piece.log]
            assert len(evidence) == len(set(evidence))


def test_more_than_has_room_at_first_can_be_read_too() -> None:
    shown, said = debriefed().debrief, scene("en")
    for link in shown.links:
        opened = moment(said, shown, None, link.log, "").words
        assert bool(opened.more) == bool(opened.rest)
        if opened.rest:
            assert str(len(opened.rest)) in opened.more
            shown_first = {(row.week, row.text) for row in opened.rows}
            assert not shown_first & {(row.week, row.text) for row in opened.rest}


def test_a_kpi_opens_to_its_own_weeks_beside_the_company() -> None:
    shown, said = debriefed().debrief, scene("en")
    log = tuple(week.log for week in shown.figures)
    for one in shown.kpis:
        rows = moment(said, shown, None, log, f"{said.name(one.seat)} {one.kpi}").words.rows
        others = [said.name(other.seat) for other in shown.kpis if other.seat != one.seat]
        assert len(rows) == len(shown.figures)
        assert not [row.text for row in rows if any(name in row.text for name in others)]


def test_a_promise_opens_to_itself_and_not_to_what_ended_in_the_same_deliver() -> None:
    shown, said = debriefed().debrief, scene("en")
    assert shown.failed is not None
    opened = moment(said, shown, None, shown.failed.log, "").words
    service = said.service(shown.failed.service)
    assert opened.rows
    assert all(service in row.text for row in (*opened.rows, *opened.rest))


def test_nothing_is_said_to_be_worth_more_than_was_lost_in_all_without_saying_so() -> None:
    shown, said = debriefed().debrief, scene("en")
    assert shown.company is not None
    little = replace(shown, company=replace(shown.company, result=shown.company.best - 10))
    link = next(link for link in shown.worth_opening if link.reason == "not_told")
    for row in moment(said, little, None, link.log, "").words.rows:
        assert "of which 10 " in row.text or "worth" not in row.text


def test_a_week_that_cost_much_opens_to_its_plans() -> None:
    shown, said = debriefed().debrief, scene("en")
    plans = [piece for mark in shown.marks.of_team for piece in mark.pieces if piece.indicator == "G1"]
    assert plans
    for week in shown.weeks:
        rows = moment(said, shown, None, week.log, "").words.rows
        of_week = {said.piece(piece) for piece in plans if piece.round == week.round}
        assert of_week <= {row.text for row in rows}
