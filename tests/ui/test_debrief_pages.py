"""Every page of the debrief can be read, and every digit on it comes from the game."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace as changed
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.frames.debrief import DOTS, Awaited, GatheredTold, Guess, PageName, PageTurned, TableDebrief
from sandgame.frames.marks import LeftOut
from sandgame.paint.easel import LEAST
from sandgame.paint.look import Look
from sandgame.present.debrief_lead import DebriefLead
from sandgame.present.debrief_page import DebriefPicture, LinkBody, ValueBody, Waiting
from sandgame.present.debrief_pages import TWO_STEPS, PageStuff, debrief_page
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import SeatId
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.debrief_view import DebriefView
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.kit.themed import current_look
from tests.kit.debriefs import Debriefed, debriefed, of_class
from tests.kit.looks import picture, shown
from tests.kit.painted import painted_faults, painted_texts

STYLES = ("mixed", "collaborating")
PAGES: tuple[PageName, ...] = (*DOTS, "half_time", "class")
STEPS = [(page, revealed) for page in PAGES for revealed in (False, True) if not revealed or page in TWO_STEPS]
AWAITED: dict[PageName, Awaited] = {"principles": "marks", "moments": "losses", "value": "losses"}
_BODY = 0.8


def pair(one: int, two: int) -> tuple[SeatId, SeatId]:
    return SeatId(one), SeatId(two)


def gathered(debrief: TableDebrief) -> GatheredTold:
    failed = debrief.failed
    link = (failed.provider, failed.customer) if failed is not None else (4, 6)
    return GatheredTold(
        table=debrief.table,
        words=("tired", "tired", "curious"),
        sliders=(30, 60),
        guesses=(Guess(70, pair(1, 2), pair(6, 1)), Guess(85, pair(1, 2), pair(6, 1))),
        plus=("trust", "trust"),
        delta=("needs", "needs"),
        consents=tuple((*link, SeatId(seat)) for seat in link),
        votes=((0, 1, 3), (0, 0, 2)),
        estimates=((0, 120), (0, 400), (1, 50)),
        take_aways=2,
        rules=("say it the same day",),
        surveys=3,
        seats=6,
    )


def stuff(made: Debriefed, language: Language, page: PageName, *, revealed: bool, hidden: bool = False) -> PageStuff:
    scene = DebriefScene.of(Speech(language), made.cast, made.words, hidden=hidden)
    place = DOTS.index(page) + 1 if page in DOTS else 0
    turned = PageTurned(page, place, len(DOTS) if place else 0, revealed, 3, (0, 0), DOTS, hidden)
    others = [debriefed(style=style) for style in STYLES]
    tables = [replace(each.debrief, table=number) for number, each in enumerate(others, start=1)]
    comparison = of_class(*(Debriefed(table, (), made.cast, ()) for table in tables))
    return PageStuff(scene, turned, made.debrief, gathered(made.debrief), comparison, tables, [2, 1], week=4)


def page_of(made: Debriefed, language: Language, page: PageName, *, revealed: bool) -> DebriefPicture:
    return debrief_page(stuff(made, language, page, revealed=revealed))


def view(qtbot: QtBot, qapp: QApplication, page: DebriefPicture, language: Language, scale: float = 1.0) -> DebriefView:
    apply_look(qapp, Look(language=language, calm=True))
    made = DebriefView()
    qtbot.addWidget(made)
    made.show_page(page)
    shown(made, round(1920 * scale), round(1080 * scale))
    return made


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("page", "revealed"), STEPS)
def test_texts_stay_on_the_page_off_one_another_and_large_enough(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, page: PageName, revealed: bool, style: str, language: Language
) -> None:
    made = view(qtbot, qapp, page_of(debriefed(style=style), language, page, revealed=revealed), language)
    picture(made, tmp_path, f"debrief-{language}-{style}-{page}{'-2' if revealed else ''}")
    assert painted_faults(made) == []
    assert [text for text, _, px in made.written if px < LEAST - 0.01] == []
    small = [each.text for each in painted_texts(made) if each.box.height() < LEAST * _BODY - 0.5]
    assert small == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("page", "revealed"), STEPS)
def test_a_page_on_a_laptop_can_still_be_read(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, page: PageName, revealed: bool, language: Language
) -> None:
    made = view(qtbot, qapp, page_of(debriefed(), language, page, revealed=revealed), language, 1366 / 1920)
    picture(made, tmp_path, f"debrief-1366-{language}-{page}{'-2' if revealed else ''}")
    assert painted_faults(made) == []


def numbers_in(what: object) -> Iterator[int]:
    """All whole numbers of plain data."""
    if isinstance(what, bool) or what is None:
        return
    if isinstance(what, int):
        yield abs(what)
    elif isinstance(what, dict):
        for each in what.values():
            yield from numbers_in(each)
    elif isinstance(what, list | tuple):
        for each in what:
            yield from numbers_in(each)
    elif isinstance(what, str):
        yield from (int(each) for each in re.findall(r"\d+", what))


def known_figures(made: Debriefed, told: GatheredTold) -> set[str]:
    """Of the debrief, what was handed in, and the sums that pages may show of them."""
    debrief = made.debrief
    known = set(numbers_in(msgspec.to_builtins(debrief))) | set(numbers_in(msgspec.to_builtins(told)))
    known |= set(numbers_in(msgspec.to_builtins((made.cast, made.words))))
    for part in ("loss", "table", "departments", "clarity"):
        known.add(sum(int(getattr(week, part)) for week in debrief.weeks))
    if debrief.company is not None:
        known |= {debrief.company.best - debrief.company.result}
    total, agreed = sum(row.total for row in debrief.causes), sum(row.agreed for row in debrief.causes)
    known |= {total, agreed, total - agreed, len(debrief.turning), len(debrief.worth_opening), len(told.guesses)}
    known |= {sum(each.count(word) for word in set(each)) for each in (told.words, told.plus, told.delta)}
    due, kept = sum(link.matured for link in debrief.links), sum(link.kept for link in debrief.links)
    known |= {100 * kept // max(1, due)}
    for link in debrief.links:
        known |= {link.matured - link.kept, link.asked - link.answered}
        known |= {link.funnel[n] - link.funnel[n + 1] for n in range(3)}
    bands = [mark.band for mark in debrief.marks.marks if not mark.provider]
    known |= {bands.count(band) for band in set(bands)}
    low = [link for link in debrief.links if link.rating is not None and link.rating < 25]
    known |= {len(low)}
    pieces = [piece for mark in debrief.marks.marks for piece in mark.pieces]
    figures = {f"{number}" for number in known}
    figures |= {f"{number // 10}.{number % 10}" for number in known if number <= 50}
    return figures | {f"{(abs(p.effect) + 5) // 100}.{(abs(p.effect) + 5) // 10 % 10}" for p in pieces}


OF_THE_PAGE = {"60", "2.5", "3.4", "3.5", "1", "2", "3", "5", "0", "100", "13", "8"}
"""Marks of the pages themselves: where a KPI is called fine, the ends of scales, the numbers of steps, 3A."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("page", "revealed"), [step for step in STEPS if step[0] != "class"])
def test_every_digit_on_a_page_is_a_fact_of_the_game(
    qtbot: QtBot, qapp: QApplication, page: PageName, revealed: bool, style: str, language: Language
) -> None:
    made = debriefed(style=style)
    painted = view(qtbot, qapp, page_of(made, language, page, revealed=revealed), language)
    assert digits_on(painted) - known_figures(made, gathered(made.debrief)) - OF_THE_PAGE == set()


def digits_on(painted: DebriefView) -> set[str]:
    texts = {each.text for each in painted_texts(painted)}
    return {number.replace(",", "") for text in texts for number in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_digit_on_the_page_of_the_class_is_a_fact_of_a_table(
    qtbot: QtBot, qapp: QApplication, language: Language
) -> None:
    made = debriefed()
    known = stuff(made, language, "class", revealed=False)
    assert known.comparison is not None
    facts: set[int] = {len(known.comparison.tables)}
    for table in known.comparison.tables:
        facts |= {
            abs(value) for value in (table.captured, table.kept, table.answered, table.warned) if value is not None
        }
    facts |= {each.company.reference_captured for each in known.debriefs if each.company is not None}
    for each in known.debriefs:
        facts |= {len(each.known), sum(fact.in_time for fact in each.known)}
        facts |= {sum(link.warned for link in each.links), sum(link.at_risk for link in each.links)}
    found = digits_on(view(qtbot, qapp, debrief_page(known), language))
    assert found - {f"{fact}" for fact in facts} - {"13", "0", "100"} == set()
    assert len(found) > 4


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("page", "revealed"), [step for step in STEPS if step[0] != "class"])
def test_every_digit_on_the_class_form_is_a_count_of_all_tables_together(
    qtbot: QtBot, qapp: QApplication, page: PageName, revealed: bool, language: Language
) -> None:
    """As the big screen shows it where no table agreed: not one figure of a single table."""
    made = debriefed()
    told = {n: replace(gathered(made.debrief), table=n, next_weeks=n, seats=6, agreed=False) for n in (1, 2)}
    lead = DebriefLead(
        Speech(language), {n: replace(made.debrief, table=n) for n in (1, 2)}, gathered=told, cast=made.cast,
        pages=(page,), revealed=revealed, table=1,
    )  # fmt: skip
    shown = lead.public()
    assert shown is not None
    found = digits_on(view(qtbot, qapp, shown, language))
    together = {sum(each.seats for each in told.values()), sum(each.take_aways for each in told.values()),
                sum(len(each.words) for each in told.values()), sum(len(each.guesses) for each in told.values()),
                sum(len(each.sliders) for each in told.values()), len(told),
                sum(each.next_weeks for each in told.values())}  # fmt: skip
    steps = {"1", "2", "3"} if page == "guess" else set()
    assert found - {f"{count}" for count in together} - steps == set()


@pytest.mark.parametrize("style", STYLES)
def test_the_weeks_on_the_value_page_add_up_to_what_is_missing_to_the_best(style: str) -> None:
    made = debriefed(style=style)
    body = page_of(made, "en", "value", revealed=True).body
    company = made.debrief.company
    assert isinstance(body, ValueBody)
    assert body.losses is not None
    assert company is not None
    assert body.losses.best - sum(step.down for step in body.losses.steps) == company.result
    assert sum(step.down for step in body.losses.steps) == company.best - company.result


def texts_on(qtbot: QtBot, qapp: QApplication, page: DebriefPicture) -> str:
    return " | ".join(each.text for each in painted_texts(view(qtbot, qapp, page, "en")))


def test_before_the_guess_nothing_of_the_facts_is_on_the_page(qtbot: QtBot, qapp: QApplication) -> None:
    made = debriefed()
    before = texts_on(qtbot, qapp, page_of(made, "en", "guess", revealed=False))
    after = texts_on(qtbot, qapp, page_of(made, "en", "guess", revealed=True))
    assert "kept" in after
    assert not re.search(r"\d\.\d|kept \d", before)


def test_an_estimate_stands_only_after_the_vote(qtbot: QtBot, qapp: QApplication) -> None:
    made = debriefed()
    money = [f"{point.money:,}" for point in made.debrief.turning]
    before = texts_on(qtbot, qapp, page_of(made, "en", "moments", revealed=False)).split(" | ")
    after = texts_on(qtbot, qapp, page_of(made, "en", "moments", revealed=True)).split(" | ")
    assert money
    assert set(money) <= set(after)
    assert not set(money) & set(before)


def test_a_link_is_told_only_when_both_of_its_departments_agree() -> None:
    made = debriefed()
    known = stuff(made, "en", "link", revealed=True)
    assert known.gathered is not None
    both = changed(known, debrief=replace(made.debrief, bots=()))
    assert isinstance(debrief_page(both).body, LinkBody)
    alone = changed(known, debrief=replace(made.debrief, bots=()).for_room(()))
    assert isinstance(debrief_page(alone).body, Waiting), "the host tells the story of agreed links alone"


@pytest.mark.parametrize(("page", "revealed"), STEPS)
def test_hidden_departments_are_named_nowhere(qtbot: QtBot, qapp: QApplication, page: PageName, revealed: bool) -> None:
    made = debriefed()
    hidden = debrief_page(stuff(made, "zh", page, revealed=revealed, hidden=True))
    texts = texts_on(qtbot, qapp, hidden)
    for department in made.cast.departments:
        assert department.name.zh not in texts


def test_every_figure_that_opens_carries_numbers_of_the_log(qtbot: QtBot, qapp: QApplication) -> None:
    opening: set[PageName] = set()
    for page, revealed in STEPS:
        made = view(qtbot, qapp, page_of(debriefed(), "en", page, revealed=revealed), "en")
        assert all((spot.log or spot.choose) and spot.spoken for spot in made.spots)
        if made.spots:
            opening.add(page)
    assert {"guess", "principles", "link", "moments", "value", "half_time"} <= opening


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_not_marked_is_counted_with_its_reason_and_names_nobody(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language
) -> None:
    made = debriefed()
    asked = [LeftOut(SeatId(2), week, asked=True) for week in (1, 2, 3)]
    others = [LeftOut(SeatId(5), week, asked=False) for week in range(1, 9)]
    marks = replace(made.debrief.marks, left_out=(*asked, *others))
    told = changed(made, debrief=replace(made.debrief, marks=marks))
    plain, page = (page_of(each, language, "principles", revealed=True) for each in (made, told))
    said = page.line.removeprefix(plain.line)
    assert re.findall(r"\d+", said) == ["3", "8"]
    scene = DebriefScene.of(Speech(language), made.cast, made.words)
    assert not any(scene.name(seat) in said for seat in scene.seats)
    shown_page = view(qtbot, qapp, page, language)
    picture(shown_page, tmp_path, f"debrief-left-out-{language}")
    assert painted_faults(shown_page) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", AWAITED)
def test_what_is_still_being_computed_is_said_and_not_shown_by_halves(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, page: PageName, language: Language
) -> None:
    made, revealed, awaited = debriefed(), page != "moments", AWAITED[page]
    early = changed(made, debrief=replace(made.debrief, awaits=(awaited,), weeks=(), turning=()))
    found = page_of(early, language, page, revealed=revealed)
    assert isinstance(found.body, Waiting)
    assert not isinstance(page_of(made, language, page, revealed=revealed).body, Waiting)
    shown_page = view(qtbot, qapp, found, language)
    picture(shown_page, tmp_path, f"debrief-awaits-{page}-{language}")
    assert painted_faults(shown_page) == []
    assert not isinstance(page_of(early, language, "value", revealed=False).body, Waiting), "KPIs are known at once"


def ringed(made: DebriefView) -> bool:
    """Whether anything stands in the colour of the focus."""
    image, ink = made.grab().toImage(), current_look().colour.focus
    return any(image.pixelColor(x, y) == ink for x in range(0, image.width(), 2) for y in range(image.height()))


def test_nothing_is_ringed_before_a_key_is_pressed(qtbot: QtBot, qapp: QApplication) -> None:
    """A ring would single out a department."""
    made = view(qtbot, qapp, page_of(debriefed(), "en", "value", revealed=False), "en", 0.4)
    made.setFocus()
    assert not ringed(made)
    QTest.keyClick(made, Qt.Key.Key_Down)
    assert ringed(made)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert not ringed(made)
