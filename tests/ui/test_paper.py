"""Printing and saving from a seat: nothing is written over unasked, what failed is said beside the button."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QStandardPaths, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sandgame.paint.leaves import Leaves, layout_of, put_leaves
from sandgame.paint.look import Look
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui import printing
from sandgame.ui.debrief_take import TakeAwayWork
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.paper_ways import PaperWays
from tests.kit.looks import faults, picture, settle, shown
from tests.ui.test_debrief import SEAT, laptop, turned, work


class Office:
    """Where it is saved, whether there is a printer, what the printer says."""

    def __init__(self, path: str = "", *, printer: bool = True, takes: bool | None = True) -> None:
        self.path, self.printer, self.takes = path, printer, takes
        self.suggested = ""
        self.sent: list[Leaves] = []

    def ask(self, _owner: QWidget, _title: str, _kind: str, suggested: str) -> str:
        self.suggested = suggested
        return self.path

    def send(self, _owner: QWidget, leaves: Leaves, _look: Look) -> bool | None:
        self.sent.append(leaves)
        return self.takes


def leaves(_look: Look) -> Leaves:
    return Leaves("带走: 生产/一", "A5", True, (lambda easel: easel.box(easel_box(), easel.look.colour.ask),))


def easel_box() -> QRectF:

    return QRectF(10, 10, 100, 100)


def ways(qtbot: QtBot, qapp: QApplication, office: Office, language: Language = "en") -> PaperWays:
    apply_look(qapp, Look(language=language, calm=True))
    made = PaperWays(Speech(language), leaves, ask=office.ask, has_printer=lambda: office.printer, send=office.send)
    qtbot.addWidget(made)
    shown(made, 360, 160)
    return made


def test_a_file_is_written_whole_and_said_where(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    target = tmp_path / "card.pdf"
    made = ways(qtbot, qapp, Office(str(target)))
    made.save.click()
    assert target.read_bytes().startswith(b"%PDF")
    assert str(target) in made.done.text()
    assert made.fault.isHidden()
    assert [each.name for each in tmp_path.iterdir()] == ["card.pdf"]


def test_who_thinks_better_of_it_saves_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    made = ways(qtbot, qapp, Office(""))
    made.save.click()
    assert made.done.isHidden()
    assert made.fault.isHidden()


def test_a_name_without_its_end_never_meets_another_file(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    """The system asked about `card`, not about `card.pdf`."""
    there = tmp_path / "card.pdf"
    there.write_bytes(b"mine")
    made = ways(qtbot, qapp, Office(str(tmp_path / "card")))
    made.save.click()
    assert there.read_bytes() == b"mine"
    assert (tmp_path / "card (2).pdf").read_bytes().startswith(b"%PDF")
    assert "card (2).pdf" in made.done.text()
    assert "left alone" in made.done.text()


def test_the_name_that_is_offered_is_free_and_fit_for_a_file(tmp_path: Path) -> None:
    first = printing.suggested(leaves(Look()), str(tmp_path))
    assert Path(first).name == "带走  生产 一.pdf"
    Path(first).write_bytes(b"")
    assert printing.suggested(leaves(Look()), str(tmp_path)) == str(tmp_path / "带走  生产 一 (2).pdf")


def test_a_laptop_without_a_folder_of_documents_offers_ones_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    places = QStandardPaths.StandardLocation
    known = {places.DocumentsLocation: str(tmp_path / "none"), places.HomeLocation: str(tmp_path)}
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: known[place])
    assert Path(printing.suggested(leaves(Look()))).parent == tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_place_that_takes_nothing_is_said_beside_the_button(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language
) -> None:
    made = ways(qtbot, qapp, Office(str(tmp_path / "gone" / "card.pdf")), language)
    made.save.click()
    assert str(tmp_path / "gone") in made.fault.text()
    assert made.done.isHidden()
    assert list(tmp_path.iterdir()) == []


def test_without_a_printer_saving_is_offered_by_key(qtbot: QtBot, qapp: QApplication) -> None:
    office = Office(printer=False)
    made = ways(qtbot, qapp, office)
    made.print.setFocus()
    QTest.keyClick(made.print, Qt.Key.Key_Space)
    assert made.fault.text() == Speech("en").say("paper-no-printer")
    assert made.save.hasFocus()
    assert office.sent == []


@pytest.mark.parametrize(("takes", "fault", "done"), [(True, False, True), (False, True, False), (None, False, False)])
def test_what_the_printer_did_is_said(
    qtbot: QtBot, qapp: QApplication, takes: bool | None, fault: bool, done: bool
) -> None:
    office = Office(takes=takes)
    made = ways(qtbot, qapp, office)
    made.print.click()
    assert len(office.sent) == 1
    assert (not made.fault.isHidden(), not made.done.isHidden()) == (fault, done)


def test_a_printer_gets_the_leaves_as_large_as_its_paper(qapp: QApplication, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFullPage(True)
    assert printer.setPageLayout(layout_of(leaves(Look()), "A4"))
    assert put_leaves(printer, leaves(Look()), Look())
    data = (tmp_path / "out.pdf").read_bytes()
    assert b"/MediaBox [0 0 842" in data or b"/MediaBox [0 0 841" in data


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_of_a_seat_is_saved_from_its_page(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language
) -> None:
    screen = laptop(qtbot, qapp, language)
    made = work(screen, "take_away")
    assert isinstance(made, TakeAwayWork)
    QTest.keyClicks(made.fields["request"].edit, "tell me the same day")
    office = Office(str(tmp_path / "card.pdf"))
    made.paper._ask = office.ask
    made.paper.save.click()
    settle()
    picture(screen, tmp_path, f"debrief-card-saved-{language}")
    assert (tmp_path / "card.pdf").exists()
    assert Speech(language).say("paper-take-file", name="").strip() in office.suggested
    assert faults(screen) == []
    # what came of it stands below what scrolls
    assert made.foot is not None
    assert made.foot.isAncestorOf(made.paper)
    assert made.paper.done.visibleRegion().boundingRect().size() == made.paper.done.size()


@pytest.mark.parametrize("language", LANGUAGES)
def test_ones_own_page_is_saved_from_its_page(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language
) -> None:
    screen = laptop(qtbot, qapp, language)
    screen.take(turned("value"))
    screen._go_tab(1)
    settle()
    office = Office(str(tmp_path / "me.pdf"), printer=False)
    screen.own.paper._ask, screen.own.paper._has_printer = office.ask, lambda: office.printer
    screen.own.paper.save.click()
    assert (tmp_path / "me.pdf").read_bytes().count(b"/Type /Page\n") >= 2
    screen.own.paper.print.click()
    settle()
    picture(screen, tmp_path, f"debrief-own-no-printer-{language}")
    assert faults(screen) == []
    assert screen._seat == SEAT
