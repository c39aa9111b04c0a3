"""An observer in a class: sees the seat or the table, keeps a card a week, and comes back to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.frames.classroom import CardKept, KeepCard, Marked, WatchGiven
from sandgame.frames.line import LineBack, LineLost
from sandgame.present.observer import heard
from sandgame.present.scene import Scene
from sandgame.rules.ids import Phase, SeatId
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.observer import Observer
from tests.kit.factory_week import BUSY, PRODUCTION, busy
from tests.kit.lesson import CODE
from tests.kit.looks import faults, picture, settle
from tests.kit.trainee import SIZES, Class

PHASES: tuple[Phase, ...] = ("brief", "negotiate", "plan", "deliver", "review")


def watch(mine: Class, phase: Phase = "negotiate", cards: tuple[KeepCard, ...] = ()) -> Observer:
    mine.to_seats(state="playing")
    mine.way._on_seat_code_typed(CODE, True)
    mine.tell(WatchGiven(3, PRODUCTION, "0" * 32, cards), busy(phase))
    assert mine.shell.in_class is not None
    assert mine.shell.in_class.observer is not None
    return mine.shell.in_class.observer


@pytest.fixture
def trainee(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Class:
    return Class(qtbot, qapp, tmp_path)


def press(observer: Observer, item: int, mark: int) -> None:
    button = observer.side.card.items[item].marks._group.button(mark)
    assert button is not None
    button.click()
    settle()


def test_nothing_is_marked_at_first_and_the_card_is_handed_in_with_what_was(trainee: Class) -> None:
    observer = watch(trainee)
    assert not trainee.shell.now.primary.isEnabled()
    press(observer, 0, 2)
    press(observer, 3, 1)
    observer.side.card.note.edit.insert("in time")
    observer.side.card.changed.emit()
    assert trainee.shell.now.primary.isEnabled()
    trainee.shell.on_primary()
    settle()
    card = trainee.asked(KeepCard)[-1]
    assert card == KeepCard(BUSY, (Marked("needs", "clearly"), Marked("warned", "partly")), "in time")
    trainee.tell(CardKept(BUSY))
    assert "已交给讲师" in trainee.shell.toasts.text()


def test_a_line_of_the_week_goes_to_the_behaviour_marked_last_and_can_be_taken_off(trainee: Class) -> None:
    observer = watch(trainee)
    press(observer, 3, 2)
    row = observer.centre.heard.rows.widgets[0]
    row.go.click()
    item = observer.side.card.items[3]
    assert item.evidence == row.text.text()
    assert observer.side.card.card(BUSY).marks[0].evidence == row.text.text()
    item.off.click()
    assert observer.side.card.card(BUSY).marks[0].evidence == ""


def test_the_table_shows_what_all_seats_know_and_nothing_of_the_seat(trainee: Class) -> None:
    observer = watch(trainee, "review")
    observer.centre.ways._group.button(1).click()
    settle()
    assert observer.centre.table.isVisible()
    whole = {row.text.text() for row in observer.centre.heard.rows.widgets}
    other = Scene.of(busy("review", seat=SeatId(1)), Speech("zh"))
    assert whole == {line.text for line in heard(other, table=True)}
    assert not trainee.shell.ledger.isVisible()


def test_the_cards_are_there_again_after_coming_back_and_a_week_has_its_own(trainee: Class) -> None:
    kept = KeepCard(BUSY, (Marked("restated", "not_seen"),), "quiet")
    observer = watch(trainee, cards=(kept,))
    assert observer.side.card.card(BUSY) == kept
    trainee.tell(busy("brief", week=BUSY - 1))
    assert observer.side.card.card(1).marks == ()


def test_what_was_marked_while_the_line_was_down_is_kept_when_it_is_back(trainee: Class) -> None:
    observer = watch(trainee)
    trainee.tell(LineLost(1.0, 0.0, 0))
    press(observer, 5, 3)
    before = len(trainee.asked(KeepCard))
    trainee.tell(LineBack())
    assert len(trainee.asked(KeepCard)) > before


@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phase_can_be_read_by_an_observer(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language, width: int, height: int, percent: int
) -> None:
    found: dict[str, list[str]] = {}
    mine = Class(qtbot, qapp, tmp_path, language)
    with mine.sized(width, height, percent):
        observer = watch(mine)
        press(observer, 0, 2)
        observer.side.card.attach(observer.centre.heard.rows.widgets[0].text.text())
        for phase in PHASES:
            mine.tell(busy(phase))
            mine.shell.desk.open_drawer("dock" if mine.shell.desk.needs_drawer("dock") else "")
            for way in range(len(observer.centre._texts)):
                button = observer.centre.ways._group.button(way)
                assert button is not None
                button.click()
                settle()
                if said := faults(mine.window):
                    found[f"{phase}-{way}"] = said
                picture(mine.window, tmp_path, f"observer-{phase}-{way}-{language}-{width}-{percent}")
    assert found == {}
