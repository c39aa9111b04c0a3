"""The debrief round one laptop: pages lie open and are turned by the table, a seat's own page is behind the curtain."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sandgame.frames.debrief import (
    DOTS,
    PAUSE,
    HalfTimeTold,
    KeepDebrief,
    NextWeek,
    OwnSaid,
    PageName,
    PageTurned,
    Survey,
    TableDebriefTold,
)
from sandgame.paint.look import Look
from sandgame.rules.ids import SeatId
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.debrief_own import OwnPageView
from sandgame.ui.debrief_screen import DebriefScreen
from sandgame.ui.debrief_seat import SeatDebrief
from sandgame.ui.debrief_table import TableDebrief
from sandgame.ui.debrief_work import GuessWork, HalfTimeWork
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.kit.themed import current_look
from sandgame.ui.moment_sheet import MomentSheet
from sandgame.ui.survey import SurveyPage
from sandgame.ui.table_keep import TableKeep
from tests.kit.debriefs import debriefed
from tests.kit.laptop import Laptop
from tests.kit.looks import faults, picture, settle, shown
from tests.ui.test_debrief_pages import gathered

SEATS = tuple(SeatId(seat) for seat in range(1, 7))
SALES, PRODUCTION = SeatId(1), SeatId(4)
SIZES = ((1366, 768), (1920, 1080), (1092, 614))


def told() -> TableDebriefTold:
    made = debriefed()
    return TableDebriefTold(made.debrief, made.own, made.cast, made.words)


def turned(page: PageName, *, revealed: bool = False) -> PageTurned:
    return PageTurned(page, DOTS.index(page) + 1, len(DOTS), revealed, 3, (0, 0), DOTS, False)


def round_one(
    qtbot: QtBot, qapp: QApplication, language: Language = "zh", *, led: bool = False, pin: str = ""
) -> TableDebrief:
    apply_look(qapp, Look(language=language, calm=True))
    keep = TableKeep(None, "")
    keep.begin({SALES: pin} if pin else {}, 0)
    screen = TableDebrief(Speech(language), SEATS, keep, led=led)
    qtbot.addWidget(screen, before_close_func=lambda each: each.hide())
    screen.take(told())
    screen.take(gathered(debriefed().debrief))
    shown(screen)
    return screen


def at(screen: TableDebrief) -> tuple[str, bool]:
    turn = screen.known.turned
    assert turn is not None
    return turn.page, turn.revealed


def visit(screen: TableDebrief, seat: SeatId) -> None:
    screen.pages._go_tab(1)
    settle()
    pick = screen.pages.offers.who._group.button(SEATS.index(seat))
    QTest.mouseClick(pick, Qt.MouseButton.LeftButton)
    settle()


def opened(screen: TableDebrief, seat: SeatId) -> SeatDebrief:
    visit(screen, seat)
    QTest.mouseClick(screen.curtain.open, Qt.MouseButton.LeftButton)
    settle()
    assert screen.turn is not None
    return screen.turn


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_every_page_can_be_read_round_the_laptop(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    screen = round_one(qtbot, qapp, language)
    screen.resize(*size)
    settle()
    for _ in range(2 * len(DOTS)):
        page, revealed = at(screen)
        picture(screen, tmp_path, f"debrief-table-{size[0]}-{language}-{page}-{revealed:d}")
        assert faults(screen) == []
        QTest.keyClick(screen.pages, Qt.Key.Key_F9)
        settle()
    assert at(screen)[0] == "take_away"


def test_round_one_laptop_no_text_speaks_of_answers_from_several(qtbot: QtBot, qapp: QApplication) -> None:
    screen = round_one(qtbot, qapp, "en")
    found = []
    for _ in range(2 * len(DOTS)):
        found.append(repr(screen.known.page()))
        QTest.keyClick(screen.pages, Qt.Key.Key_F9)
        settle()
    assert "make three guesses at the right" in "".join(found)
    for words in ("own laptop", "big screen", "agree on one answer"):
        assert not [page for page in found if words in page], words


def test_who_handed_in_the_survey_before_the_program_was_closed_is_not_asked_again(
    qtbot: QtBot, qapp: QApplication
) -> None:
    screen = round_one(qtbot, qapp)
    screen.take(replace(told(), said=(OwnSaid(SALES, survey=Survey("0" * 32, "b2", (6,) * 18)), OwnSaid(PRODUCTION))))
    turn = opened(screen, SALES)
    assert turn.survey.done
    assert any(row.picture.self_view is not None for row in turn.own.rows)
    screen.let_fall()
    assert not opened(screen, PRODUCTION).survey.done


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_a_seats_own_can_be_read_too(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language
) -> None:
    screen = round_one(qtbot, qapp, language, pin="1234")
    screen.pages._go_tab(1)
    settle()
    picture(screen, tmp_path, f"debrief-table-own-{language}-offers")
    assert faults(screen) == []
    visit(screen, SALES)
    picture(screen, tmp_path, f"debrief-table-own-{language}-curtain")
    assert faults(screen) == []
    turn = opened(screen, PRODUCTION)
    for place, name in enumerate(("page", "survey")):
        turn.tabs.set_index(place)
        turn._stack.setCurrentIndex(place)
        turn.watch.warn()
        settle()
        picture(screen, tmp_path, f"debrief-table-own-{language}-{name}")
        assert faults(screen) == []


def test_the_table_leads_itself_and_guesses_before_it_sees(qtbot: QtBot, qapp: QApplication) -> None:
    screen = round_one(qtbot, qapp)
    assert at(screen) == ("opening", False)
    for step in (("one_word", False), ("guess", False), ("guess", True), ("principles", False)):
        QTest.keyClick(screen.pages, Qt.Key.Key_F9)
        assert at(screen) == step
    QTest.mouseClick(screen.pages.prev, Qt.MouseButton.LeftButton)
    assert at(screen) == ("guess", True)


def test_where_a_facilitator_leads_nobody_here_turns_the_page(qtbot: QtBot, qapp: QApplication) -> None:
    screen = round_one(qtbot, qapp, led=True)
    screen.take(turned("guess"))
    QTest.keyClick(screen.pages, Qt.Key.Key_F9)
    assert at(screen) == ("guess", False)
    assert not screen.pages.next.isVisible()


def test_each_department_hands_in_for_itself(qtbot: QtBot, qapp: QApplication) -> None:
    screen = round_one(qtbot, qapp, led=True)
    kept: list[KeepDebrief] = []
    screen.kept.connect(kept.append)
    screen.take(turned("guess"))
    settle()
    for seat in (SALES, PRODUCTION):
        screen.pages._on_who(SEATS.index(seat))
        work = screen.pages.desk.works["guess", seat]
        assert isinstance(work, GuessWork)
        work.best.set_chosen(0)
        work.weakest.set_chosen(1)
        work.send.click()
    assert [each.seat for each in kept] == [SALES, PRODUCTION]


def test_nothing_of_a_seat_is_seen_before_it_opens_and_after_it_put_it_away(qtbot: QtBot, qapp: QApplication) -> None:
    screen = round_one(qtbot, qapp, pin="1234")

    def private() -> list[QWidget]:
        found = [*screen.findChildren(OwnPageView), *screen.findChildren(SurveyPage)]
        return [each for each in found if each.isVisible()]

    visit(screen, SALES)
    assert screen.curtain.isVisible()
    assert private() == []
    QTest.keyClicks(screen.curtain.pin, "4321")
    settle()
    assert screen.turn is None, "a wrong PIN opens nothing"
    QTest.keyClicks(screen.curtain.pin, "1234")
    settle()
    assert screen.turn is not None
    assert screen.turn.seat == SALES
    assert private()
    QTest.keyClick(screen.turn, Qt.Key.Key_Escape)
    settle()
    assert screen.turn is None
    assert private() == []
    assert screen.pages.isVisible()


@pytest.mark.parametrize("how", ["idle", "page", "hidden"])
def test_the_curtain_falls_when_nobody_is_there_or_all_are_asked_to_look_up(
    qtbot: QtBot, qapp: QApplication, how: str
) -> None:
    screen = round_one(qtbot, qapp, led=True)
    turn = opened(screen, PRODUCTION)
    {"idle": turn.idled.emit, "page": lambda: screen.take(turned("value")), "hidden": screen.hide}[how]()
    settle()
    assert screen.turn is None
    assert screen.stack.currentWidget() is screen.pages


def test_a_survey_goes_on_where_it_was_left_and_counts_once(qtbot: QtBot, qapp: QApplication) -> None:
    screen = round_one(qtbot, qapp)
    kept: list[KeepDebrief] = []
    screen.kept.connect(kept.append)
    first = opened(screen, PRODUCTION)
    first.survey.rows[0].choose(4)
    screen.let_fall()
    other = opened(screen, SALES)
    assert not any(other.survey.answers), "nobody sees what another has filled in"
    screen.let_fall()
    again = opened(screen, PRODUCTION)
    assert again.survey.answers[0] == 4
    for _ in range(2):
        again.survey.handed_in.emit(_survey(again.survey))
    assert {each.seat for each in kept} == {PRODUCTION}
    assert len({each.survey.key for each in kept if each.survey is not None}) == 1


def _survey(page: SurveyPage) -> Survey:
    return Survey(page._key, "b2", page.answers)


def test_the_text_is_as_large_as_it_was_when_the_debrief_is_left(qtbot: QtBot, qapp: QApplication) -> None:
    screen = round_one(qtbot, qapp)
    assert current_look().text_percent == 130
    opened(screen, PRODUCTION)
    assert current_look().text_percent == 115
    screen.hide()
    assert current_look().text_percent == 100


def at_half_time() -> HalfTimeTold:
    made = debriefed()
    return HalfTimeTold(3, 4, made.debrief.half_time, made.cast)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("led", [True, False])
def test_the_pause_at_half_time_can_be_read_and_written_on(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, led: bool, language: Language
) -> None:
    apply_look(qapp, Look(language=language, calm=True))
    table = TableDebrief(Speech(language), SEATS, TableKeep(None, ""), led=led)
    alone = DebriefScreen(Speech(language), (PRODUCTION,), led=led)
    for screen, name in ((table, "table"), (alone, "seat")):
        qtbot.addWidget(screen, before_close_func=lambda each: each.hide())
        screen.take(at_half_time())
        if led:
            screen.take(PageTurned("half_time", 1, 1, False, 0, (0, 0), PAUSE, False))
        screen.take(replace(gathered(debriefed().debrief), next_weeks=4))
        shown(screen)
        pages = screen.pages if isinstance(screen, TableDebrief) else screen
        picture(screen, tmp_path, f"half-time-{name}-{language}-{'led' if led else 'alone'}")
        assert faults(screen) == []
        assert not pages.tabs.isVisible(), "there are no own pages yet"
        kept: list[KeepDebrief] = []
        screen.kept.connect(kept.append)
        work = pages.desk.works["half_time", SALES if screen is table else PRODUCTION]
        assert isinstance(work, HalfTimeWork)
        work.send.click()
        assert kept == [], "an empty card is not handed in"
        work.promise.set_text("3")
        work.send.click()
        assert [each.next_week for each in kept] == [NextWeek("", "3")]
        left: list[bool] = []
        screen.left.connect(lambda left=left: left.append(True))
        QTest.keyClick(pages, Qt.Key.Key_F9)
        assert left == ([] if led else [True]), "alone it goes on from here"
        screen.hide()


def test_after_the_pause_the_debrief_begins_at_its_first_page(qtbot: QtBot, qapp: QApplication) -> None:
    screen = TableDebrief(Speech("zh"), SEATS, TableKeep(None, ""), led=False)
    qtbot.addWidget(screen, before_close_func=lambda each: each.hide())
    screen.take(at_half_time())
    assert at(screen) == ("half_time", False)
    screen.take(told())
    assert at(screen) == ("opening", False)


def test_round_one_laptop_nothing_speaks_of_other_laptops_or_a_class(qtbot: QtBot, qapp: QApplication) -> None:
    screen = round_one(qtbot, qapp, "en")

    def told_there() -> str:
        page = screen.pages.view.page
        assert page is not None
        return page.crumb + " " + str(page.body)

    for _ in range(2):
        said = told_there()
        for word in ("own laptop", "big screen", "The class", "Table "):
            assert word not in said
        QTest.keyClick(screen.pages, Qt.Key.Key_F9)
    led = round_one(qtbot, qapp, "en", led=True)
    led.take(turned("opening"))
    assert "The class" in str(led.pages.view.page)


def test_what_was_not_entered_at_an_open_table_is_never_called_not_said(qtbot: QtBot, qapp: QApplication) -> None:
    scene = round_one(qtbot, qapp).known.scene
    assert scene is not None
    aloud = scene.in_setting("open", True)
    for key in ("debrief-turn-not-told", "debrief-worth-not-told"):
        assert "说" in scene.say(key)
        assert "没有录入" in aloud.say(key)


def test_a_page_whose_reveal_would_show_nothing_new_offers_none(qtbot: QtBot, qapp: QApplication) -> None:
    screen = round_one(qtbot, qapp)
    while at(screen)[0] != "link":
        QTest.keyClick(screen.pages, Qt.Key.Key_F9)
    closed = not screen.pages._reveals()
    assert (screen.pages.next.text() == "下一页") is closed
    QTest.keyClick(screen.pages, Qt.Key.Key_F9)
    if closed:
        assert at(screen) == ("moments", False)
        QTest.mouseClick(screen.pages.prev, Qt.MouseButton.LeftButton)
        assert at(screen) == ("link", False)
    else:
        assert at(screen) == ("link", True)


def test_keys_turn_the_pages_at_once_and_esc_takes_nobody_out(qtbot: QtBot, qapp: QApplication) -> None:
    screen = round_one(qtbot, qapp)
    out: list[bool] = []
    screen.left.connect(lambda: out.append(True))
    screen.activateWindow()
    screen.setFocus()
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_F9)
    assert at(screen) == ("one_word", False)
    QTest.keyClick(screen.pages, Qt.Key.Key_Escape)
    assert out == []
    screen.pages.bar.back_asked.emit()
    assert out == [True]


def test_a_moment_on_its_way_is_announced_and_no_impatient_click_closes_it(qtbot: QtBot, qapp: QApplication) -> None:
    screen = round_one(qtbot, qapp)
    screen.take(turned("value", revealed=True))
    settle()
    view, waits = screen.pages.view, list[bool]()

    def asked(*_what: object) -> None:
        cursor = QApplication.overrideCursor()
        waits.append(cursor is not None and cursor.shape() == Qt.CursorShape.WaitCursor)

    view.moment_asked.connect(asked)
    view._open(view.spots[0])
    (sheet,) = screen.pages.window().findChildren(MomentSheet)
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(4, 4))
    assert sheet.isVisible()
    assert waits == [True]
    assert QApplication.overrideCursor() is None
    settle()
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(4, 4))
    assert not sheet.isVisible()


def test_from_the_end_of_a_game_to_its_debrief_and_to_a_seats_own_page(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    laptop = Laptop(qtbot, qapp, at="review", week=3)
    laptop.to("over")
    week = laptop.screen.week
    assert week.go.text() == "回首页"
    made = debriefed("starter")
    debrief = TableDebrief(Speech("zh"), laptop.screen.table.people, laptop.screen.keep, led=False)
    qtbot.addWidget(debrief)
    debrief.take(TableDebriefTold(made.debrief, made.own, made.cast, made.words))
    laptop.screen.debrief_told(debrief.known)
    settle()
    picture(laptop.screen, tmp_path, "debrief-table-end")
    assert faults(laptop.screen) == []
    asked: list[str] = []
    laptop.screen.debrief_asked.connect(lambda: asked.append("debrief"))
    laptop.screen.left.connect(lambda: asked.append("home"))
    laptop.tap(week.go)
    laptop.tap(week.home)
    assert asked == ["debrief", "home"]
    laptop.choose(week.who, 1)
    laptop.open_curtain()
    turn = laptop.screen.turn
    assert turn is not None
    assert turn.page.now().primary == "放下幕布"
    turn.page.primary()
    settle()
    assert laptop.screen.stack.currentWidget() is week
