"""One table on the big screen: asked at its laptops, seen by who leads, shown only when all there agreed."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.frames.debrief import GatheredTold, KeepDebrief, OwnSaid, PageTurned, Survey
from sandgame.present.debrief_own import OwnPage, own_page
from sandgame.present.debrief_page import DebriefPicture, KpiBody, ProfileBody
from sandgame.present.moment_board import MomentBoard
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.debrief_screen import DebriefScreen
from sandgame.ui.presenter import PresenterScreen
from sandgame.ui.projector import ProjectorWindow
from sandgame.ui.projector_page import ProjectorPage
from tests.kit.debriefs import debriefed
from tests.kit.looks import faults, picture, settle, shown
from tests.ui.test_debrief import SEAT, asked_by, kept_by, laptop, lead, turned
from tests.ui.test_debrief_pages import gathered

VALUE = 5
"""Its place among the pages of thirty minutes."""


def told(shows: int, *, table: int = 1) -> GatheredTold:
    made = gathered(debriefed().debrief)
    return replace(made, table=table, seats=6, shows=shows, agreed=shows == 6)


def on_big_screen(screen: PresenterScreen) -> list[DebriefPicture]:
    found: list[DebriefPicture] = []
    screen.page_changed.connect(found.append)
    return found


def test_a_table_that_has_not_agreed_is_seen_here_alone(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    screen.take(told(4))
    screen.pages[VALUE].click()
    found, asked = on_big_screen(screen), asked_by(screen)
    screen._on_table(1)
    assert screen.picture is not None
    assert isinstance(screen.picture.body, KpiBody)
    assert not isinstance(found[-1].body, KpiBody)
    assert asked[-1].table == 0
    assert "4/6" in screen.agreement.text()
    assert not screen.put_up.isVisible()


def test_when_all_have_agreed_it_waits_for_the_hand_of_who_leads(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    screen.pages[VALUE].click()
    screen._on_table(1)
    found, asked = on_big_screen(screen), asked_by(screen)
    screen.take(told(6))
    assert not isinstance(found[-1].body, KpiBody)
    screen.put_up.setFocus()
    QTest.keyClick(screen.put_up, Qt.Key.Key_Space)
    assert isinstance(found[-1].body, KpiBody)
    assert asked[-1].table == 1
    assert not screen.put_up.isVisible()


def test_a_table_that_agreed_is_shown_as_soon_as_it_is_chosen(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    screen.take(told(6))
    screen.pages[VALUE].click()
    found, asked = on_big_screen(screen), asked_by(screen)
    screen._on_table(1)
    assert isinstance(found[-1].body, KpiBody)
    assert asked[-1].table == 1


def test_what_is_taken_back_is_gone_from_the_big_screen_and_still_here(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    screen.take(told(6))
    screen.pages[VALUE].click()
    screen._on_table(1)
    found = on_big_screen(screen)
    screen.take(told(5))
    screen.take(replace(screen.lead.turned(), table=0))
    assert not isinstance(found[-1].body, KpiBody)
    assert screen.lead.table == 1
    assert screen.lead.turn().table == 0


def test_a_window_that_comes_back_shows_what_was_shown(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    screen.take(told(6))
    found = on_big_screen(screen)
    pages = screen.lead.pages
    screen.take(PageTurned("value", 6, len(pages), False, 1, (0, 0), pages, False))
    assert isinstance(found[-1].body, KpiBody)
    assert screen.lead.table == 1


def test_a_laptop_says_yes_by_key_and_takes_it_back(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    screen.take(turned("value"))
    settle()
    kept = kept_by(screen)
    screen.show_ask.yes.setFocus()
    QTest.keyClick(screen.show_ask.yes, Qt.Key.Key_Space)
    assert kept == [KeepDebrief(SEAT, show=True)]
    assert screen.show_ask.no.hasFocus()
    screen.take(told(3, table=3))
    assert "3/6" in screen.show_ask.line.text()
    QTest.keyClick(screen.show_ask.no, Qt.Key.Key_Space)
    assert kept[-1] == KeepDebrief(SEAT, show=False)
    screen.take(told(2, table=3))
    assert screen.show_ask.line.text() == Speech("en").say("debrief-show-said-not")
    assert screen.show_ask.yes.isVisible()


def test_a_no_can_be_said_before_any_yes_so_that_it_stands_when_one_goes(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    screen.take(turned("value"))
    settle()
    kept = kept_by(screen)
    screen.show_ask.no.click()
    assert kept == [KeepDebrief(SEAT, show=False)]
    assert not screen.show_ask.no.isVisible()


def test_the_question_says_how_many_are_away_and_counts_them_no_more(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    screen.take(turned("value"))
    away = replace(told(3, table=3), away=1)
    screen.take(away)
    assert "1 department is away" in screen.show_ask.line.text()
    screen.show_ask.yes.click()
    screen.take(away)
    assert "3/5" in screen.show_ask.line.text()
    leader = lead(qtbot, qapp)
    leader.take(replace(told(3), away=1))
    leader.pages[VALUE].click()
    leader._on_table(1)
    assert "3/5" in leader.agreement.text()
    assert "1 department is away" in leader.agreement.text()


def test_what_was_said_before_the_host_was_closed_is_not_asked_again(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    screen.take(turned("value"))
    frame = screen.known.told
    assert frame is not None
    survey = Survey("0" * 32, "b2", (6,) * 18)
    screen.take(replace(frame, said=(OwnSaid(SEAT, show=True, survey=survey),)))
    settle()
    assert not screen.show_ask.yes.isVisible()
    assert screen.survey.done
    assert any(row.picture.self_view is not None for row in screen.own.rows)


def test_who_has_not_answered_reads_no_count(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    screen.take(turned("value"))
    screen.take(told(5, table=3))
    assert "5" not in screen.show_ask.line.text()


def test_several_at_one_laptop_answer_together(qtbot: QtBot, qapp: QApplication) -> None:
    screen = DebriefScreen(Speech("en"), (SEAT, type(SEAT)(5)), led=True)
    qtbot.addWidget(screen)
    kept = kept_by(screen)
    screen.show_ask.yes.click()
    assert [(each.seat, each.show) for each in kept] == [(4, True), (5, True)]


@pytest.mark.parametrize("led", [True, False])
def test_only_where_there_is_a_big_screen_it_is_asked(qtbot: QtBot, qapp: QApplication, led: bool) -> None:
    screen = laptop(qtbot, qapp, led=led)
    if led:
        screen.take(turned("value"))
    settle()
    assert screen.show_ask.isVisible() is led


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_can_be_read(qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language) -> None:
    screen = laptop(qtbot, qapp, language)
    for page in ("value", "take_away"):
        screen.take(turned(page))
        settle()
        picture(screen, tmp_path, f"debrief-show-{language}-{page}")
        assert faults(screen) == []
    leader = lead(qtbot, qapp, language)
    leader.resize(1366, 768)
    leader.pages[VALUE].click()
    leader._on_table(1)
    for shows in (4, 6):
        leader.take(told(shows))
        settle()
        picture(leader, tmp_path, f"presenter-show-{language}-{shows}")
        assert faults(leader) == []


# a moment on the big screen

PRINCIPLES, MOMENTS = 3, 4
NO_FIGURE = QPoint(960, 30)
"""In the page's head."""


def big(qtbot: QtBot, screen: PresenterScreen) -> ProjectorPage:
    """What the big screen shows, and what is clicked there."""
    made = ProjectorPage()
    qtbot.addWidget(made)
    screen.page_changed.connect(lambda page: made.show_debrief(page, "en"))
    made.moment_asked.connect(screen.show_moment)
    made.moment_closed.connect(screen.hide_moment)
    made.step_asked.connect(screen.step_moment)
    made.principle_asked.connect(screen.choose_principle)
    shown(made, 1920, 1080)
    return made


def presented(qtbot: QtBot, qapp: QApplication, page: int) -> tuple[PresenterScreen, ProjectorPage]:
    """All of table 1 have agreed, and one of its pages is up."""
    screen = lead(qtbot, qapp)
    made = big(qtbot, screen)
    screen.take(told(6))
    screen.pages[page].click()
    screen._on_table(1)
    return screen, made


def spot(page: ProjectorPage, number: int = 0) -> QPoint:
    settle()
    return page.spots[number].box.center().toPoint()


def click(page: ProjectorPage, at: QPoint) -> None:
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    settle()


def test_a_click_on_a_figure_of_the_big_screen_opens_its_moment_there_and_leaves_the_notes_away(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    screen, page = presented(qtbot, qapp, MOMENTS)
    click(page, spot(page))
    picture(page, tmp_path, "big-moment")
    assert page.has_moment
    assert screen._moment is None, "on a mirrored screen this window would come up with what only who leads may see"
    texts = [text for text, _, _ in page.written]
    assert any("Click, or press Esc" in text for text in texts)
    assert min(px for _, _, px in page.written) >= 22
    assert all(each.step and not each.log for each in page.spots), "the page below opens nothing"
    click(page, NO_FIGURE)
    assert not page.has_moment
    assert screen._moment is None


def test_on_the_big_screen_the_board_of_a_moment_goes_step_by_step_and_by_what_is_told_beside_it(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    screen, page = presented(qtbot, qapp, MOMENTS)
    click(page, spot(page))
    begun = board(page)
    on = next(each for each in page.spots if each.step == begun.next)
    click(page, on.box.center().toPoint())
    assert board(page).number == begun.next
    assert board(page).last == begun.number
    picture(page, tmp_path, "big-moment-step")
    QTest.keyClick(screen, Qt.Key.Key_Left)
    assert board(page).number == begun.number, "the arrows of a remote control step too, and turn no page"
    rows = [each for each in page.spots if each.spoken in row_texts(page)]
    click(page, rows[-1].box.center().toPoint())
    assert board(page).number == rows[-1].step
    assert screen._moment is None
    assert page.has_moment, "only a click beside what leads on closes it"


def board(page: ProjectorPage) -> MomentBoard:
    settle()
    moment = page._debrief.moment if page._debrief is not None else None
    assert moment is not None
    assert moment.board is not None
    return moment.board


def row_texts(page: ProjectorPage) -> list[str]:
    moment = page._debrief.moment if page._debrief is not None else None
    return [row.text for row in moment.rows] if moment is not None else []


def test_the_big_screen_follows_the_board_that_is_stepped_through_beside_the_notes(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    screen, page = presented(qtbot, qapp, MOMENTS)
    settle()
    figure = page.spots[0]
    screen.open_moment(figure.log, figure.spoken)
    sheet = screen._moment
    assert sheet is not None
    assert sheet.board is not None
    assert board(page).number == sheet.board.shown.number
    asked, begun = asked_by(screen), sheet.board.shown.number
    sheet.board.next.click()
    assert sheet.board.shown.number != begun
    assert board(page).number == sheet.board.shown.number
    QTest.keyClick(sheet.board.next, Qt.Key.Key_Left)
    assert board(page).number == sheet.board.shown.number == begun
    assert asked == [], "laptops have boards of their own"
    picture(sheet, tmp_path, "moment-board")
    look = next(row for row in sheet.rows if row.line.numbers)
    look.look.click()
    assert sheet.board.shown.number == look.line.numbers[-1]
    assert {row.here for row in sheet.rows if sheet.board.shown.number in row.line.numbers} == {True}
    assert not any(row.here for row in sheet.rows if sheet.board.shown.number not in row.line.numbers)


def test_a_moment_of_a_table_that_has_not_agreed_stays_off_the_big_screen(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    screen.take(told(4))
    screen.pages[MOMENTS].click()
    screen._on_table(1)
    found = on_big_screen(screen)
    screen.open_moment((68, 70), "said")
    assert found
    assert all(page.moment is None for page in found)


def test_esc_closes_the_moment_before_the_big_screen(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    window = ProjectorWindow()
    qtbot.addWidget(window)
    screen.page_changed.connect(lambda page: window.page.show_debrief(page, "en"))
    window.page.moment_closed.connect(screen.close_moment)
    shown(window, 960, 540)
    screen.take(told(6))
    screen.pages[MOMENTS].click()
    screen._on_table(1)
    screen.open_moment((68, 70), "said")
    assert window.page.has_moment
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.page.has_moment
    assert window.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_click_on_a_principle_shows_its_evidence(qtbot: QtBot, qapp: QApplication) -> None:
    screen, page = presented(qtbot, qapp, PRINCIPLES)
    settle()
    for each in [spot for spot in page.spots if spot.choose]:
        click(page, each.box.center().toPoint())
        assert screen.picture is not None
        assert isinstance(screen.picture.body, ProfileBody)
        assert screen.picture.body.chosen == each.choose


def test_the_own_view_stands_beside_a_principle_also_without_a_place(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    screen = laptop(qtbot, qapp)
    screen.take(turned("value"))
    frame = screen.known.told
    assert frame is not None
    survey = Survey("0" * 32, "b2", (5,) * 18)
    few = tuple(replace(own, facts=tuple(replace(fact, band=None) for fact in own.facts)) for own in frame.own)
    screen.take(replace(frame, own=few, said=(OwnSaid(SEAT, survey=survey),)))
    screen.open_own()
    settle()
    picture(screen, tmp_path, "own-view-without-a-place")
    with_view = [row.grab().toImage() for row in screen.own.rows]
    screen.take(replace(frame, own=few, said=(OwnSaid(SEAT),)))
    screen.own.show_page(drop_view(screen))
    settle()
    without = [row.grab().toImage() for row in screen.own.rows]
    assert all(one != other for one, other in zip(with_view, without, strict=True))
    assert faults(screen) == []


def drop_view(screen: DebriefScreen) -> OwnPage:
    own, scene = screen.known.own(SEAT), screen.known.scene
    assert own is not None
    assert scene is not None
    return own_page(scene, own)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_led_at_a_laptops_width_also_after_the_class_was_closed(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language
) -> None:
    screen = lead(qtbot, qapp, language)
    screen.resize(1366, 768)
    screen.take(told(6))
    for closed in (False, True):
        screen.close_debrief(closed=closed)
        for page in range(len(screen.pages)):
            screen.pages[page].click()
            screen._on_table(1)
            settle()
            picture(screen, tmp_path, f"presenter-{closed}-{language}-{page}")
            assert screen.minimumSizeHint().width() <= 1366, "else its buttons are cut"
