"""The table laptop from the first page on: chosen beside the seat, set up, left and gone on with; and bots at it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.frames.debrief import HalfTimeTold, TableDebriefTold
from sandgame.host.cases import Cases
from sandgame.host.players import at_once
from sandgame.host.thread import LocalPlay
from sandgame.paint.tokens import SCHEMES, Scheme
from sandgame.present.home import past_session
from sandgame.rules.ids import SeatId
from sandgame.text.speech import LANGUAGES, Language
from sandgame.ui.debrief_table import TableDebrief
from sandgame.ui.screens import Screens
from sandgame.ui.table_screen import TableScreen
from sandgame.ui.table_setup import TableSetupScreen
from tests.kit.debriefs import debriefed
from tests.kit.looks import faults, picture, settle
from tests.kit.windows import open_window

SALES, ENGINEERING, PRODUCTION = SeatId(1), SeatId(2), SeatId(3)


def set_up(window: Screens, case: str = "starter") -> TableSetupScreen:
    window.show_seats(case)
    assert window.seats is not None
    window.seats.on_way(1)
    settle()
    setup = window.table_setup
    assert setup is not None
    assert window.currentWidget() is setup
    return setup


def test_home_leads_to_the_set_up_of_a_table(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    window = open_window(qtbot, qapp, tmp_path)
    window.home.table_asked.emit()
    qtbot.waitUntil(lambda: window.gallery is not None and window.currentWidget() is window.gallery)
    assert window.gallery is not None
    window.gallery.case_asked.emit("starter", 0)
    settle()
    assert window.currentWidget() is window.table_setup
    window.show_home()
    window.home.try_asked.emit()
    settle()
    window.gallery.case_asked.emit("starter", 0)
    settle()
    assert window.currentWidget() is window.seats


def test_the_gallery_can_be_turned_to_one_laptop_a_table(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    window = open_window(qtbot, qapp, tmp_path)
    window.show_gallery()
    gallery = window.gallery
    assert gallery is not None
    gallery._choose("factory-class")
    gallery.way_chosen.emit(True)
    settle()
    assert gallery.chosen_case() == "factory-class"
    gallery._on_go()
    settle()
    assert window.currentWidget() is window.table_setup
    assert window.table_setup is not None
    choice = window.table_setup.choice()
    assert choice is not None
    assert choice.length == 6, "the longest that a table plays in one sitting"


def begun(qtbot: QtBot, window: Screens) -> TableScreen:
    assert window.table_setup is not None
    window.table_setup.start()
    qtbot.waitUntil(lambda: window.table is not None and window.currentWidget() is window.table)
    assert window.table is not None
    return window.table


def test_it_is_chosen_beside_the_seat_and_starts_with_people_everywhere(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = open_window(qtbot, qapp, tmp_path)
    set_up(window)
    table = begun(qtbot, window)
    assert table.curtain.title.text() == "把电脑交给销售"
    assert [place.state for place in table.curtain.queue.places()] == ["now", "later", "later"]


def test_a_seat_can_be_left_to_a_bot_and_another_take_a_pin(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    window = open_window(qtbot, qapp, tmp_path)
    setup = set_up(window)
    QTest.mouseClick(setup.rows[1].holder, Qt.MouseButton.LeftButton)
    QTest.keyClicks(setup.rows[0].pin, "12")
    settle()
    assert not setup.start_button.isEnabled()
    QTest.keyClicks(setup.rows[0].pin, "34")
    settle()
    table = begun(qtbot, window)
    assert [place.state for place in table.curtain.queue.places()] == ["now", "bot", "later"]
    assert table.curtain.pin.isVisible()


def test_the_length_that_was_chosen_goes_along_from_one_way_to_the_other(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = open_window(qtbot, qapp, tmp_path)
    window.show_seats("starter", 3)
    assert window.seats is not None
    window.seats.on_way(1)
    settle()
    setup = window.table_setup
    assert setup is not None
    choice = setup.choice()
    assert choice is not None
    assert choice.length == 3
    setup._change(length=4)
    setup._on_way(0)
    settle()
    alone = window.seats.choice()
    assert alone is not None
    assert alone.length == 4


def test_without_anybody_it_does_not_start(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    window = open_window(qtbot, qapp, tmp_path)
    setup = set_up(window)
    for line in setup.rows:
        QTest.mouseClick(line.holder, Qt.MouseButton.LeftButton)
    assert not setup.start_button.isEnabled()


def test_what_was_left_is_named_as_a_tables_and_goes_on_as_one(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = open_window(qtbot, qapp, tmp_path)
    set_up(window)
    begun(qtbot, window)
    window.leave()
    qtbot.waitUntil(lambda: len(window.engine.sessions) == 1)
    (card,) = window.engine.sessions
    assert card.people == (SALES, ENGINEERING, PRODUCTION)
    assert window.table is None
    assert "一桌一机" in past_session(window.speech, card, window.engine.cases or ()).title
    window.resume(card.session)
    qtbot.waitUntil(lambda: window.table is not None and window.currentWidget() is window.table)
    assert window.shell is None


def test_another_language_keeps_the_curtain_down_and_the_talk_as_it_is(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = open_window(qtbot, qapp, tmp_path)
    set_up(window)
    table = begun(qtbot, window)
    window.change_language("en")
    settle()
    assert table.curtain.title.text() == "Hand the laptop to Sales"
    assert table.turn is None


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "height", "percent"), [(1366, 768, 100), (960, 540, 100), (1366, 768, 130)])
def test_the_set_up_is_fit_to_be_shown(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    language: Language,
    scheme: Scheme,
    width: int,
    height: int,
    percent: int,
) -> None:
    window = open_window(qtbot, qapp, tmp_path, language=language)
    window.preferences.set_theme(scheme)
    window.preferences.set_text_percent(percent)
    window.show_look()
    window.window().resize(width, height)
    for case in ("starter", "factory"):
        setup = set_up(window, case)
        QTest.mouseClick(setup.rows[1].holder, Qt.MouseButton.LeftButton)
        settle()
        assert (window.width(), window.height()) == (width, height)
        assert faults(window) == [], case
        picture(window, tmp_path, f"table-setup-{case}-{language}-{scheme}-{width}-{percent}")


# bots at the table


@pytest.fixture
def with_bots(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Callable[[SeatId], TableScreen]:
    """One person, already in the talk, bots of the house in the others, who answer at once."""
    cases = Cases()

    def opened(person: SeatId) -> TableScreen:
        window = open_window(qtbot, qapp, tmp_path, lambda: LocalPlay(tmp_path, hold=at_once, cases=cases))
        setup = set_up(window)
        for line in setup.rows:
            if line.seat != person:
                QTest.mouseClick(line.holder, Qt.MouseButton.LeftButton)
        setup._on_temper("collaborating")
        table = begun(qtbot, window)
        table.curtain.opened.emit("")
        for _ in range(2):
            if table.turn is not None:
                table.turn.page.primary()
        qtbot.waitUntil(lambda: table.phase == "negotiate")
        return table

    return opened


def test_a_bots_badge_taps_by_itself_or_says_what_it_wants(
    qtbot: QtBot, with_bots: Callable[[SeatId], TableScreen]
) -> None:
    table = with_bots(SALES)
    form = table.open.form
    form.giver_chosen.emit(PRODUCTION)
    form.taker_chosen.emit(SALES)
    assert form.tile(PRODUCTION).picture().state == "bot"  # type: ignore[union-attr]
    form.tapped.emit(SALES)
    qtbot.waitUntil(
        lambda: bool(table.table.promises()) or "换了条件" in form.note.text() or "不答应" in form.fault.text()
    )


def test_what_a_bot_asks_for_waits_in_the_list_for_a_tap(
    qtbot: QtBot, with_bots: Callable[[SeatId], TableScreen]
) -> None:
    table = with_bots(PRODUCTION)
    qtbot.waitUntil(lambda: any(row.agreement().kind == "asked" for row in table.open.rows.rows))  # type: ignore[union-attr]
    row = next(row for row in table.open.rows.rows if row.agreement().kind == "asked")  # type: ignore[union-attr]
    table.open.rows.chosen.emit(row.agreement())
    draft = table.open.draft
    assert draft.giver == PRODUCTION
    assert draft.taker in draft.tapped
    table.open.form.tapped.emit(PRODUCTION)
    qtbot.waitUntil(lambda: bool(table.table.agreements()))
    assert table.table.agreements()[0].provider == PRODUCTION


def test_a_tables_debrief_is_its_own_and_leads_back_to_the_table(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = open_window(qtbot, qapp, tmp_path)
    set_up(window)
    table = begun(qtbot, window)
    made = debriefed("starter")
    window.engine.debrief_came.emit(TableDebriefTold(made.debrief, made.own, made.cast, made.words))
    debrief = window.debrief
    assert isinstance(debrief, TableDebrief)
    table.debrief_asked.emit()
    assert window.currentWidget() is debrief
    assert debrief.pages._seats == (SALES, ENGINEERING, PRODUCTION)
    window.change_language("en")
    settle()
    assert faults(debrief) == []
    debrief.left.emit()
    assert window.currentWidget() is table
    window.leave()
    assert window.debrief is None


def test_the_pause_at_half_time_comes_by_itself_and_play_goes_on_from_it(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = open_window(qtbot, qapp, tmp_path)
    set_up(window)
    table = begun(qtbot, window)
    made = debriefed("starter")
    window.engine.debrief_came.emit(HalfTimeTold(1, 2, made.debrief.half_time, made.cast))
    debrief = window.debrief
    assert isinstance(debrief, TableDebrief)
    assert window.currentWidget() is debrief
    settle()
    QTest.keyClick(debrief.pages, Qt.Key.Key_F9)
    assert window.currentWidget() is table
