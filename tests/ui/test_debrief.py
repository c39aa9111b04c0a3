"""The debrief in the room: a table's laptop, one's own page, the survey, the facilitator's screen, the big screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sandgame.frames.debrief import (
    DOTS,
    PAUSE,
    BookmarkSeen,
    DebriefTold,
    HalfTimeTold,
    KeepDebrief,
    PageName,
    PageTurned,
    Survey,
    TableDebriefTold,
    TurnPage,
    Vote,
)
from sandgame.paint.look import Look
from sandgame.present.debrief_moment import moment
from sandgame.present.debrief_own import own_page, own_pieces
from sandgame.present.debrief_page import DebriefPicture, Waiting
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import SeatId
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.debrief_screen import DebriefScreen
from sandgame.ui.debrief_take import TakeAwayWork
from sandgame.ui.debrief_vote import VoteWork
from sandgame.ui.debrief_work import GuessWork, WordWork
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.moment_sheet import MomentSheet, ScoresSheet
from sandgame.ui.presenter import PresenterScreen
from sandgame.ui.projector_page import ProjectorPage
from sandgame.ui.survey import ITEMS, SurveyPage
from tests.kit.debriefs import Debriefed, debriefed, of_class
from tests.kit.looks import faults, picture, settle, shown
from tests.kit.painted import painted_faults
from tests.ui.test_debrief_pages import gathered

SEAT = SeatId(4)
SIZES = ((1366, 768), (1092, 614))


def told() -> TableDebriefTold:
    made = debriefed()
    return TableDebriefTold(made.debrief, made.own, made.cast, made.words)


def turned(page: PageName, *, revealed: bool = False) -> PageTurned:
    return PageTurned(page, DOTS.index(page) + 1, len(DOTS), revealed, 3, (0, 0), DOTS, False)


def laptop(qtbot: QtBot, qapp: QApplication, language: Language = "en", *, led: bool = True) -> DebriefScreen:
    apply_look(qapp, Look(language=language, calm=True))
    screen = DebriefScreen(Speech(language), (SEAT,), led=led)
    qtbot.addWidget(screen)
    screen.take(told())
    screen.take(gathered(debriefed().debrief))
    shown(screen)
    return screen


def kept_by(screen: DebriefScreen) -> list[KeepDebrief]:
    found: list[KeepDebrief] = []
    screen.kept.connect(found.append)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_a_tables_laptop_can_be_read_on_every_page(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    screen = laptop(qtbot, qapp, language)
    screen.resize(*size)
    for page in DOTS:
        screen.take(turned(page, revealed=True))
        settle()
        picture(screen, tmp_path, f"debrief-laptop-{size[0]}-{language}-{page}")
        assert faults(screen) == []


def test_the_page_follows_the_facilitator_and_nobody_here_turns_it(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    screen.take(turned("moments"))
    QTest.keyClick(screen, Qt.Key.Key_F9)
    assert screen.view.page is not None
    assert screen.view.page.page == "moments"
    assert not screen.next.isVisible()


def test_alone_the_pages_are_turned_here_and_revealed_first(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp, led=False)
    assert screen.known.turned is not None
    assert (screen.known.turned.page, screen.known.turned.revealed) == ("guess", False)
    QTest.keyClick(screen, Qt.Key.Key_F9)
    assert (screen.known.turned.page, screen.known.turned.revealed) == ("guess", True)
    QTest.keyClick(screen, Qt.Key.Key_F9)
    assert screen.known.turned.page == "principles"
    QTest.keyClick(screen, Qt.Key.Key_Left)
    assert (screen.known.turned.page, screen.known.turned.revealed) == ("guess", True)


def work(screen: DebriefScreen, page: PageName) -> QWidget:
    screen.take(turned(page))
    settle()
    made = screen.desk.works[page, SEAT]
    assert made.isVisible()
    return made


def test_a_word_and_a_place_are_handed_in_together(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    kept, made = kept_by(screen), work(screen, "one_word")
    assert isinstance(made, WordWork)
    QTest.keyClicks(made.word.edit, "busy")
    made.scale.choose(2)
    made.send.click()
    assert [(each.seat, each.word, each.slider) for each in kept] == [(SEAT, "busy", 25)]


def test_a_guess_names_a_best_and_a_weakest_link_and_a_share(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    kept, made = kept_by(screen), work(screen, "guess")
    assert isinstance(made, GuessWork)
    made.best.set_chosen(0)
    made.weakest.set_chosen(3)
    made.share.set_value(65)
    made.send.click()
    links = [(link.provider, link.customer) for link in debriefed().debrief.links]
    assert kept[0].guess is not None
    assert (kept[0].guess.best, kept[0].guess.weakest, kept[0].guess.kept) == (links[0], links[3], 65)


def test_a_card_that_is_being_written_stays_while_other_pages_are_shown(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    made = work(screen, "take_away")
    assert isinstance(made, TakeAwayWork)
    QTest.keyClicks(made.fields["request"].edit, "tell me the same day")
    work(screen, "value")
    screen.in_language(Speech("zh"))
    again = work(screen, "take_away")
    assert isinstance(again, TakeAwayWork)
    assert again.card().request == "tell me the same day"


def test_figures_open_by_keyboard(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    screen.take(turned("value", revealed=True))
    settle()
    opened: list[tuple[int, ...]] = []
    screen.view.moment_asked.connect(lambda log, _said: opened.append(log))
    screen.view.moment_asked.disconnect(screen._on_moment)
    screen.view.setFocus()
    screen.view.grab()
    QTest.keyClick(screen.view, Qt.Key.Key_Down)
    QTest.keyClick(screen.view, Qt.Key.Key_Return)
    assert len(opened) == 1
    assert opened[0]


# one's own page


def test_ones_own_page_is_made_of_ones_own_conduct_alone() -> None:
    for own in debriefed().own:
        for mark in own.marks.marks:
            assert all(piece.seat == own.seat for piece in own_pieces(own, mark.principle))


def test_too_little_evidence_says_so_and_gives_no_place() -> None:
    made = debriefed()
    scene = DebriefScene.of(Speech("en"), made.cast, made.words)
    page = own_page(scene, made.own[3])
    few = [fact for row in page.rows for fact in row.facts if fact.band is None]
    assert few
    assert all("no place" in fact.band_text or fact.band_text == "cannot tell" for fact in few)
    assert len(page.rows) == 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_ones_own_page_and_the_survey_can_be_read(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language
) -> None:
    screen = laptop(qtbot, qapp, language)
    for tab, name in ((1, "own"), (2, "survey")):
        screen._go_tab(tab)
        settle()
        picture(screen, tmp_path, f"debrief-{name}-{language}")
        assert faults(screen) == []
        assert painted_faults(screen) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_moment_and_what_scores_can_say_can_be_read(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language
) -> None:
    screen, made = laptop(qtbot, qapp, language), debriefed()
    scene = DebriefScene.of(Speech(language), made.cast, made.words)
    assert made.debrief.failed is not None
    opened = moment(scene, made.debrief, None, made.debrief.failed.log, "said")
    assert opened.words.rows
    for sheet in (MomentSheet(screen, opened, Speech(language)), ScoresSheet(screen, Speech(language))):
        qtbot.addWidget(sheet)
        sheet.show_over()
        settle()
        picture(sheet, tmp_path, f"debrief-{type(sheet).__name__}-{language}")
        assert [fault for fault in faults(sheet) if fault.startswith("cut")] == []
        sheet.reject()


# the survey


def test_a_digit_answers_and_goes_on_and_any_item_may_stay_empty(qtbot: QtBot, qapp: QApplication) -> None:
    apply_look(qapp, Look(language="en", calm=True))
    page = SurveyPage("b2", Speech("en"))
    qtbot.addWidget(page)
    shown(page)
    found: list[Survey] = []
    page.handed_in.connect(found.append)
    page.rows[0].setFocus()
    QTest.keyClick(page.rows[0], Qt.Key.Key_4)
    assert page.rows[1].hasFocus()
    for _ in range(3):
        page.next.click()
        settle()
    assert len(found) == 1
    assert found[0].answers == (4, *(0 for _ in range(ITEMS - 1)))
    assert len(found[0].key) == 32


# the facilitator


def lead(qtbot: QtBot, qapp: QApplication, language: Language = "en") -> PresenterScreen:
    apply_look(qapp, Look(language=language, calm=True))
    made = debriefed()
    tables = tuple(
        replace(debriefed(style=style).debrief, table=n, planned=0) for n, style in ((1, "mixed"), (2, "collaborating"))
    )
    screen = PresenterScreen(Speech(language), now=lambda: 0.0, shuffle=lambda _tables: None)
    qtbot.addWidget(screen, before_close_func=lambda screen: screen.stop())
    both = of_class(*(Debriefed(table, (), made.cast, ()) for table in tables))
    marks = (BookmarkSeen(2, 2, "negotiate", "a large order", 68),)
    screen.take(DebriefTold(tables, ((), ()), both, marks, made.cast, (made.words, made.words), 0))
    shown(screen)
    screen.begin()
    return screen


def asked_by(screen: PresenterScreen) -> list[TurnPage]:
    found: list[TurnPage] = []
    screen.asked.connect(found.append)
    return found


def test_next_reveals_before_it_turns_and_everybody_is_told(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    found = asked_by(screen)
    screen.pages[2].click()
    QTest.keyClick(screen, Qt.Key.Key_F9)
    QTest.keyClick(screen, Qt.Key.Key_F9)
    assert [(turn.page, turn.revealed) for turn in found] == [("guess", False), ("guess", True), ("principles", False)]


def test_the_list_of_pages_is_the_facilitators(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    found = asked_by(screen)
    assert len(screen.pages) == 7
    screen.remove.click()
    screen.down.click()
    screen._add_page("class")
    assert found[-1].pages == ("guess", "one_word", "class", "principles", "moments", "value", "take_away")
    assert found[-1].page == "class"


def test_without_a_table_no_tables_figures_are_shown(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    screen.pages[5].click()
    assert screen.picture is not None
    assert not any(sign.isdigit() for sign in screen.picture.title)
    assert screen.view.written == [] or not screen.view.spots


def numbers(page: DebriefPicture | None) -> list[int]:
    assert page is not None
    return [card.number for card in getattr(page.body, "cards", ())]


def told_as(turn: TurnPage) -> PageTurned:
    """What the host makes of it."""
    return PageTurned(turn.page, 1, len(turn.pages), turn.revealed, turn.table, turn.link, turn.pages,
                      turn.hidden_names, turn.hidden_cards, turn.moment)  # fmt: skip


def test_a_moment_that_is_hidden_is_hidden_on_the_big_screen_and_on_every_laptop(
    qtbot: QtBot, qapp: QApplication
) -> None:
    screen, seat = lead(qtbot, qapp), laptop(qtbot, qapp)
    found = asked_by(screen)
    screen.pages[4].click()
    screen._on_table(1)
    screen.cards[0].click()
    assert numbers(screen.picture) == [2, 3]
    seat.take(told_as(found[-1]))
    assert numbers(seat.view.page) == [2, 3]
    work, kept = seat.desk.works["moments", SEAT], kept_by(seat)
    assert isinstance(work, VoteWork)
    assert [vote.isVisibleTo(work) for vote in work.votes] == [False, True, True]
    work.votes[1].chosen_changed.emit(0)
    assert kept[0].vote == Vote(1, 0), "what is left keeps its number"
    screen.cards[0].click()
    seat.take(told_as(found[-1]))
    assert numbers(seat.view.page) == [1, 2, 3]


def test_a_page_that_is_put_away_is_seen_nowhere_until_it_comes_back_or_the_next_one_does(
    qtbot: QtBot, qapp: QApplication
) -> None:
    screen, seat = lead(qtbot, qapp), laptop(qtbot, qapp)
    found = asked_by(screen)
    screen.pages[5].click()
    screen._on_table(1)
    screen.hide_page.click()
    seat.take(told_as(found[-1]))
    for page in (screen.picture, seat.view.page):
        assert page is not None
        assert isinstance(page.body, Waiting)
        assert not any(sign.isdigit() for sign in page.title)
    screen.next.click()
    seat.take(told_as(found[-1]))
    assert found[-1].page == "value", "its second half is the same page"
    assert isinstance(seat.view.page.body, Waiting) if seat.view.page is not None else False
    screen.next.click()
    seat.take(told_as(found[-1]))
    assert seat.view.page is not None
    assert not isinstance(seat.view.page.body, Waiting)


def test_a_moment_that_was_open_is_open_again_when_the_window_comes_back(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    found = asked_by(screen)
    screen._on_table(1)
    screen.open_moment((68, 70), "said")
    assert found[-1].moment == (68, 70)
    again = PresenterScreen(Speech("en"), now=lambda: 0.0, shuffle=lambda _tables: None)
    qtbot.addWidget(again, before_close_func=lambda screen: screen.stop())
    again.take(told_as(found[-1]))
    made = debriefed()
    table = replace(made.debrief, table=1)
    both = of_class(Debriefed(table, (), made.cast, ()))
    again.take(DebriefTold((table,), ((),), both, (), made.cast, (made.words,), 0))
    shown(again)
    again.begin()
    sheet = again._moment
    assert sheet is not None
    found = asked_by(again)
    sheet.reject()
    assert found[-1].moment == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tables", [1, 2])
def test_at_half_time_the_big_screen_asks_and_shows_no_tables_facts_to_another(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, tables: int, language: Language
) -> None:
    apply_look(qapp, Look(language=language, calm=True))
    made = debriefed()
    screen = PresenterScreen(Speech(language), now=lambda: 0.0, shuffle=lambda _tables: None)
    qtbot.addWidget(screen, before_close_func=lambda screen: screen.stop())
    for table in range(1, tables + 1):
        screen.take(HalfTimeTold(table, 4, made.debrief.half_time, made.cast))
    screen.take(PageTurned("half_time", 1, 1, False, 0, (0, 0), PAUSE, False))
    shown(screen)
    found = asked_by(screen)
    screen.begin()
    assert [turn.page for turn in found] == ["half_time"]
    assert screen.picture is not None
    cards = getattr(screen.picture.body, "cards", None)
    assert len(cards or ()) == (6 if tables == 1 else 0)
    picture(screen, tmp_path, f"half-time-presenter-{tables}-{language}")
    assert faults(screen) == []
    assert painted_faults(screen.view) == []
    debrief = replace(made.debrief, table=1, planned=0)
    both = of_class(Debriefed(debrief, (), made.cast, ()))
    screen.take(DebriefTold((debrief,), ((),), both, (), made.cast, (made.words,), 0))
    assert len(screen.pages) == 7, "after play it is the whole list again"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_the_facilitators_screen_can_be_read(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    screen = lead(qtbot, qapp, language)
    screen.resize(*size)
    screen._on_table(1)
    for number in range(len(screen.pages)):
        screen.pages[number].click()
        settle()
        picture(screen, tmp_path, f"presenter-{size[0]}-{language}-{number + 1}")
        assert faults(screen) == []


def test_the_big_screen_shows_the_page_of_the_debrief(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    big = ProjectorPage()
    qtbot.addWidget(big)
    assert screen.picture is not None
    big.show_debrief(screen.picture, "en")
    shown(big, 1920, 1080)
    assert screen.picture.title in [text for text, _, _ in big.written]
    assert min(px for _, _, px in big.written) >= 22
