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
        opened = moment(said, shown.for_table(()), None, card.log, card.spoken)
        assert opened.rows, card.head
        assert not opened.empty
        assert opened.title.endswith(said.money)


def test_what_nobody_was_told_opens_to_who_knew_it_and_of_which_order() -> None:
    shown, said = debriefed().debrief, scene()
    untold = [fact for fact in shown.known if not fact.in_time and fact.about == "order" and fact.log]
    assert untold
    for fact in untold:
        opened = moment(said, shown, None, fact.log, "")
        client = said.client(fact.number)
        assert any(said.name(fact.seat) in row.text and (not client or client in row.text) for row in opened.rows)


def test_rows_are_in_the_order_of_weeks() -> None:
    shown, said = debriefed().debrief, scene("en")
    for link in shown.links:
        weeks = [int(row.week.removeprefix("Week ")) for row in moment(said, shown, None, link.log, "").rows]
        assert weeks == sorted(weeks)


def test_where_nothing_may_be_seen_it_says_so_and_shows_what_all_may_see() -> None:
    shown = debriefed().debrief
    bare = replace(shown, promises=(), known=(), marks=shown.marks.for_table())
    log = (shown.figures[0].log - 1,)
    opened = moment(scene(), replace(bare, marks=replace(bare.marks, marks=())), None, log, "")
    assert opened.rows == ()
    assert "看不到" in opened.empty
    assert opened.beside
    assert "编号" not in opened.empty
