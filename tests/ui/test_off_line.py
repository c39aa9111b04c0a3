"""While the line to a class is down: nothing can be sent, what is written stays, and goes out by hand afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.frames.classroom import ClockTold
from sandgame.frames.line import LineBack, LineLost
from sandgame.frames.seat import Answered
from sandgame.rules.ids import ROOM, Phase
from sandgame.rules.intents import SendMessage
from sandgame.rules.reason import Reason, Refusal
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.negotiate import NegotiatePage
from tests.kit.factory_week import busy
from tests.kit.looks import faults, picture, settle
from tests.kit.trainee import SIZES, Class

LOST = LineLost(4.0, 61.0, 2)
PHASES: tuple[Phase, ...] = ("brief", "negotiate", "plan", "deliver", "review")


@pytest.fixture
def trainee(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Class:
    return Class(qtbot, qapp, tmp_path)


def page_of(mine: Class) -> NegotiatePage:
    page = mine.shell.page
    assert isinstance(page, NegotiatePage)
    return page


def write(mine: Class, text: str) -> None:
    """A message to the facilitator, as far as the button: bots read none."""
    page = page_of(mine)
    page.to_tab("messages")
    page.desk.messages.hearer_chosen.emit(ROOM)
    field = page.desk.messages.edit
    field.setFocus()
    QTest.keyClicks(field, text)
    settle()


def test_sending_is_off_with_the_reason_beside_it_and_writing_goes_on(trainee: Class) -> None:
    trainee.play()
    write(trainee, "how many")
    send = page_of(trainee).desk.messages.send
    assert send.isEnabled()
    trainee.tell(LOST)
    assert not send.isEnabled()
    assert send.toolTip() == "连上之前不能发。可以接着写，写的都留着。"
    assert trainee.way.play.shell is not None
    notes = trainee.shell.in_class
    assert notes is not None
    assert notes.stand_in.isVisible()
    assert "61 秒内" in notes.stand_in.title.text() or "60 秒内" in notes.stand_in.title.text()
    write(trainee, " kits")
    assert not send.isEnabled(), "writing on does not open it again"
    assert [card.line.text() for card in notes.unsent.cards] == ["“how many kits”"]
    assert trainee.lessons.room.submitted == []


def test_back_on_line_what_was_written_is_looked_at_and_sent_by_hand(trainee: Class) -> None:
    trainee.play()
    trainee.tell(LOST)
    write(trainee, "how many")
    trainee.tell(LineBack())
    notes, page = trainee.shell.in_class, page_of(trainee)
    assert notes is not None
    assert not notes.stand_in.isVisible()
    assert notes.unsent.isVisible()
    assert trainee.lessons.room.submitted == []
    page.to_tab("answer")
    notes.unsent.cards[0].go.click()
    assert page.desk.messages.isVisible()
    assert page.desk.messages.send.isEnabled()
    page.desk.messages.send.click()
    ((intent, seat),) = trainee.lessons.room.submitted
    assert isinstance(intent, SendMessage)
    trainee.tell(Answered(seat, "fake-intent-1", None, stored=True))
    assert not notes.unsent.isVisible()


def test_a_card_that_is_not_wanted_is_closed_and_the_draft_stays(trainee: Class) -> None:
    trainee.play()
    trainee.tell(LOST)
    write(trainee, "later")
    trainee.tell(LineBack())
    notes = trainee.shell.in_class
    assert notes is not None
    notes.unsent.close_button.click()
    assert not notes.unsent.isVisible()
    assert page_of(trainee).messages.draft() is not None


@pytest.mark.parametrize("refusal", [Refusal(Reason.PAUSED), None], ids=["paused", "not stored"])
def test_what_came_back_refused_or_not_stored_keeps_its_draft(trainee: Class, refusal: Refusal | None) -> None:
    trainee.play()
    write(trainee, "how many")
    send = page_of(trainee).desk.messages.send
    send.click()
    trainee.tell(Answered(busy("negotiate").seat, "fake-intent-1", refusal, stored=refusal is not None))
    draft = page_of(trainee).messages.draft()
    assert draft is not None
    assert list(draft["texts"].values()) == ["how many"]
    assert send.isEnabled()
    assert trainee.shell.banner.isVisible() == (refusal is None)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", ["waits", "paused", "stopped"])
def test_what_a_table_that_stands_still_refused_is_said_with_who_holds_it(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, why: str, language: Language
) -> None:
    mine = Class(qtbot, qapp, tmp_path, language)
    table = mine.play().view.table
    if why != "stopped":
        mine.tell(ClockTold(3, table.round, table.phase, 198.0, running=False, waiting=why == "waits"))
    write(mine, "how many")
    page_of(mine).desk.messages.send.click()
    mine.tell(Answered(busy("negotiate").seat, "fake-intent-1", Refusal(Reason.PAUSED), stored=True))
    said = Speech(language).say(f"line-{why}-refused")
    assert said in mine.shell.toasts.text()
    assert ("讲师" in said or "facilitator" in said) == (why == "paused")


@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phase_can_be_read_while_the_line_is_down(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language, width: int, height: int, percent: int
) -> None:
    found: dict[str, list[str]] = {}
    mine = Class(qtbot, qapp, tmp_path, language)
    with mine.sized(width, height, percent):
        mine.play()
        write(mine, "how many kits do you lack in all, and by when at the latest")
        mine.tell(LOST)
        for phase in PHASES:
            mine.tell(busy(phase))
            settle()
            if phase != "plan":
                mine.shell.desk.open_drawer("dock" if mine.shell.desk.needs_drawer("dock") else "")
            if said := faults(mine.window):
                found[phase] = said
            picture(mine.window, tmp_path, f"offline-{phase}-{language}-{width}-{percent}")
    assert found == {}
