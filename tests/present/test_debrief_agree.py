"""Figures on the pages of the debrief agree with each other, and say what they count."""

import re
from typing import Literal

import pytest
from msgspec.structs import replace

from sandgame.frames.debrief import ClassDebrief, GatheredTold, PageName, PageTurned, TableDebrief
from sandgame.frames.marks import Mark
from sandgame.present.debrief_class import class_body, class_title
from sandgame.present.debrief_link import owed_to
from sandgame.present.debrief_page import (
    DebriefPicture,
    FailedBody,
    HalfTimeBody,
    LinkBody,
    MomentsBody,
    ValueBody,
    WordsBody,
)
from sandgame.present.debrief_pages import PageStuff, debrief_page
from sandgame.present.debrief_profile import profile_title, standing, standing_text, team
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.figures import JUDGED
from sandgame.text.speech import LANGUAGES, Language, Speech
from tests.kit.debriefs import Debriefed, debriefed, of_class

NOBODY = GatheredTold(3, (), (), (), (), (), (), (), 0, (), 0, 6)


def scene(language: Language = "en") -> DebriefScene:
    made = debriefed()
    return DebriefScene.of(Speech(language), made.cast, made.words)


def page(
    debrief: TableDebrief,
    name: PageName,
    *,
    revealed: bool = True,
    told: GatheredTold = NOBODY,
    language: Language = "en",
) -> DebriefPicture:
    turned = PageTurned(name, 1, 8, revealed, 3, (0, 0), (), False)
    return debrief_page(PageStuff(scene(language), turned, debrief, told, week=4))


# one link


def test_promises_kept_by_week_add_up_to_those_kept_on_the_link() -> None:
    shown = debriefed().debrief
    body = page(shown, "link").body
    assert isinstance(body, LinkBody)
    assert shown.failed is not None
    pair = (shown.failed.provider, shown.failed.customer)
    link = next(one for one in shown.links if (one.provider, one.customer) == pair)
    kept, due = (sum(int(part) for part in parts) for parts in zip(
        *(re.findall(r"\d+", week.low) for week in body.weeks if week.low), strict=True))  # fmt: skip
    assert (kept, due) == (link.kept, link.matured)
    assert any(f"{link.kept} of {link.matured} promises" in text for _, text in body.sides[0].rows)


def test_what_a_side_knew_says_whose_it_is() -> None:
    body = page(debriefed().debrief, "link").body
    assert isinstance(body, LinkBody)
    one, two = (dict(side.rows)["What it knew"] for side in body.sides)
    assert one.startswith("its own: ")
    assert f"not told of {body.provider.name}’s: " in two


def test_a_third_party_is_named_by_what_it_owed() -> None:
    shown = debriefed().debrief
    assert shown.failed is not None
    failed = replace(shown.failed, fact="third_party")
    owed = owed_to(shown, failed)
    assert owed, "in this game something was owed"
    for promise in owed:
        assert promise.customer == failed.provider
        assert promise.state in JUDGED - {"kept"}
    body = page(replace(shown, failed=failed), "link", revealed=False).body
    assert isinstance(body, FailedBody)
    assert [line.log for line in body.owed] == [promise.log for promise in owed]
    other = page(replace(shown, failed=replace(failed, fact="could_not")), "link", revealed=False).body
    assert isinstance(other, FailedBody)
    assert not other.owed


# six principles


def mark(low: int, high: int, band: Literal["silo", "between", "reference"]) -> Mark:
    found = next(iter(team(debriefed().debrief).values()))
    return replace(found, points=(low + high) // 2, low=low, high=high, band=band, level="band")


@pytest.mark.parametrize(
    ("low", "high", "band", "said"),
    [
        (0, 1_900, "silo", "below silo"),
        (1_800, 3_900, "silo", "near silo"),
        (3_000, 7_000, "between", "between"),
        (100, 5_000, "between", "cannot tell"),
        (3_000, 8_100, "between", "cannot tell"),
        (6_100, 9_000, "reference", "near the reference"),
    ],
)
def test_a_margin_across_a_line_is_not_called_between(
    low: int, high: int, band: Literal["silo", "between", "reference"], said: str
) -> None:
    assert standing_text(scene(), mark(low, high, band)) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_title_counts_what_stands_in_the_rows(language: Language) -> None:
    shown = debriefed().debrief
    marks = team(shown)
    for low, high, word in ((0, 1_900, "silo"), (100, 5_000, "between")):
        same = tuple(
            replace(each, low=low, high=high, band=word) if each.level != "events" else each for each in marks.values()
        )
        found = profile_title(scene(language), replace(shown, marks=replace(shown.marks, marks=same)))
        number = sum(each.level != "events" for each in same)
        assert (f"{number}" in found) == (word == "silo"), "who cannot tell counts nothing"
    assert {standing(each) for each in marks.values() if each.low is not None} - {"unsure"}


# value


def test_what_is_summed_is_explained_by_the_number_shown() -> None:
    shown = debriefed().debrief
    links = tuple(replace(link, times=times) for link, times in zip(shown.worth_opening, (1, 14, 1), strict=False))
    body = page(replace(shown, worth_opening=links), "value").body
    assert isinstance(body, ValueBody)
    assert "×14: 14" in body.links_note
    plain = page(replace(shown, worth_opening=tuple(replace(link, times=1) for link in links)), "value").body
    assert isinstance(plain, ValueBody)
    assert "×" not in plain.links_note


def test_where_no_two_sides_agree_the_reasons_are_those_of_the_record() -> None:
    shown = debriefed().debrief
    for agreed in (0, 1):
        causes = tuple(replace(row, agreed=agreed) for row in shown.causes)
        body = page(replace(shown, causes=causes), "value").body
        assert isinstance(body, ValueBody)
        assert ("both sides said" in body.causes_title) == bool(agreed)
        assert bool(body.causes_legend[0]) == bool(agreed)


# the class


def classes() -> tuple[list[TableDebrief], ClassDebrief]:
    made = [debriefed(style=style) for style in ("mixed", "collaborating")]
    tables = [replace(each.debrief, table=number) for number, each in enumerate(made, start=1)]
    return tables, of_class(*(Debriefed(table, (), made[0].cast, ()) for table in tables))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_without_a_dot_is_named_with_the_reason(language: Language) -> None:
    tables, compared = classes()
    compared = ClassDebrief(tuple(replace(row, warned=None if row.table == 1 else 30) for row in compared.tables))
    body = class_body(scene(language), compared.tables, tables, [2, 1])
    strip = body.strips[-1]
    assert [dot.letter for dot in strip.dots] == [scene(language).letter(0)]
    assert scene(language).letter(1) in strip.line


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_finding_of_the_class_stands_without_its_counts(language: Language) -> None:
    tables, compared = classes()
    body = class_body(scene(language), compared.tables, tables, [1, 2])
    assert body.rows
    for finding in body.rows:
        assert re.search(r"\d", finding.line)
        assert finding.letters


def test_in_chinese_two_tables_are_counted_in_words() -> None:
    _, compared = classes()
    assert "两种" in class_title(scene("zh"), compared.tables)


# what people hand in


def test_equal_answers_are_counted_where_they_stand() -> None:
    body = page(debriefed().debrief, "one_word", told=replace(NOBODY, words=("a", "b", "c"), sliders=(75, 25, 75))).body
    assert isinstance(body, WordsBody)
    assert body.places == ((25, 1), (75, 2))
    assert "3 of 6" in body.placed


def test_a_moment_keeps_its_question_beside_votes_and_says_that_nobody_guessed() -> None:
    told = replace(NOBODY, votes=((0, 1, 3),), estimates=((1, 50),))
    body = page(debriefed().debrief, "moments", told=told).body
    assert isinstance(body, MomentsBody)
    assert all(card.question for card in body.cards)
    assert body.cards[0].votes
    assert body.cards[0].guessed == "Nobody guessed a figure"
    assert "50" in body.cards[1].guessed


@pytest.mark.parametrize(("language", "name"), [("zh", "中场"), ("en", "Half-time")])
def test_the_pause_is_no_debrief_and_counts_at_its_foot(language: Language, name: str) -> None:
    found = page(debriefed().debrief, "half_time", told=replace(NOBODY, next_weeks=2), language=language)
    assert isinstance(found.body, HalfTimeBody)
    assert found.crumb.startswith(name)
    assert found.ask is not None
    assert found.ask.count == "2 / 6"
    assert "2" not in found.chip
