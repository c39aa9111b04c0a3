"""Pictures of every page and state on contact sheets, to be read by a person: `python -m tests.ui.contact FOLDER`.

Writes each sight in both languages and schemes and all sizes (125 % and 200 % drawn that large), a sheet for each of
these, one with the pieces as other eyes see them, and the sheet of the negotiation in grey. Prints what the eyes of
tests.kit found; ends with 1 if that was anything. `--one LANGUAGE SCHEME SIZE` draws a single sheet.
"""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from sandgame.paint.fonts import load_fonts
from sandgame.paint.look import Look
from sandgame.paint.tokens import SCHEMES, Scheme
from sandgame.text.speech import LANGUAGES, Language
from sandgame.ui.kit.dialog import Dialog
from tests.kit.eyes import EYES, Eye, seen_by
from tests.kit.pieces import KINDS
from tests.kit.sights import SIGHTS, SIZES, Size, Studio

COLUMNS, THUMB, GAP, CAPTION = 3, 683, 10, 24
PAGE = 9
"""How many thumbnails a sheet holds, so that they can be read."""
Named = tuple[str, QImage]


def main() -> int:
    parser = ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--one", nargs=3, metavar=("LANGUAGE", "SCHEME", "SIZE"))
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    if given.one:
        language, scheme, size = given.one
        return one(given.folder, language, scheme, next(each for each in SIZES if each.name == size))
    codes = [
        drawn_apart(given.folder, language, scheme, size)
        for language, scheme, size in product(LANGUAGES, SCHEMES, SIZES)
    ]
    other_eyes(given.folder)
    return max(codes)


def drawn_apart(folder: Path, language: Language, scheme: Scheme, size: Size) -> int:
    """In a process of its own: Qt takes its scale once."""
    command = [sys.executable, "-m", "tests.ui.contact", str(folder), "--one", language, scheme, size.name]
    return subprocess.run(command, env=os.environ | {"QT_SCALE_FACTOR": str(size.scale)}, check=False).returncode


def program() -> QApplication:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    load_fonts()
    return app


def one(folder: Path, language: Language, scheme: Scheme, size: Size) -> int:
    """Every sight in one look; what is wrong with it is printed."""
    studio = Studio(program(), scheme, language, size)
    name = f"{language}-{scheme}-{size.name}"
    taken: list[Named] = []
    wrong = 0
    for sight in SIGHTS:
        with studio.shows(sight) as shell:
            for fault in studio.faults(shell):
                wrong = 1
                print(f"{name}-{sight.name}: {fault}", flush=True)
            image = shell.grab().toImage()
            for dialog in shell.findChildren(Dialog):
                if dialog.isVisible():
                    image = laid_on(image, dialog.grab().toImage())
        assert image.save(str(folder / f"{name}-{sight.name}.png"))
        taken.append((sight.name, image))
    for number, start in enumerate(range(0, len(taken), PAGE), start=1):
        sheet(taken[start : start + PAGE]).save(str(folder / f"sheet-{name}-{number}.png"))
    if size is SIZES[0] and language == "zh":
        shown = [picture for picture in taken if picture[0] in ("answering", "review")]
        seen = [(f"{eye} {label}", seen_by(eye, picture)) for eye in EYES for label, picture in shown]
        sheet(seen).save(str(folder / f"eyes-{scheme}.png"))
    return wrong


def laid_on(page: QImage, dialog: QImage) -> QImage:
    """A question over the page that it was asked on."""
    painter = QPainter(page)
    painter.fillRect(page.rect(), QColor(0, 0, 0, 60))
    size = dialog.deviceIndependentSize()
    middle = page.deviceIndependentSize() / 2
    painter.drawImage(
        QPoint(round(middle.width() - size.width() / 2), round(middle.height() - size.height() / 2)), dialog
    )
    painter.end()
    return page


def sheet(pictures: Sequence[Named]) -> QImage:
    """Thumbnails with their names, row by row."""
    high = max(round(image.height() * THUMB / image.width()) for _, image in pictures)
    rows = -(-len(pictures) // COLUMNS)
    made = QImage(COLUMNS * (THUMB + GAP) + GAP, rows * (high + CAPTION + GAP) + GAP, QImage.Format.Format_RGB32)
    made.fill(QColor("#808080"))
    painter = QPainter(made)
    painter.setFont(Look(language="en").font("body"))
    for place, (name, image) in enumerate(pictures):
        row, column = divmod(place, COLUMNS)
        left, top = GAP + column * (THUMB + GAP), GAP + row * (high + CAPTION + GAP)
        painter.drawText(QRect(left, top, THUMB, CAPTION), Qt.AlignmentFlag.AlignVCenter, name)
        smooth = Qt.TransformationMode.SmoothTransformation
        small = image.scaledToWidth(THUMB, smooth)
        small.setDevicePixelRatio(1)
        painter.drawImage(left, top + CAPTION, small)
    painter.end()
    return made


def other_eyes(folder: Path) -> None:
    """Departments, chips, signs and seats in both schemes, a row for each kind of eye."""
    program()
    for scheme in SCHEMES:
        rows = [(eye, kind) for kind in KINDS for eye in EYES]
        pieces = {kind: make(Look(scheme, "en")) for kind, make in KINDS.items()}
        high = max(image.height() for made in pieces.values() for image in made.values()) + GAP
        made = QImage(1100, len(rows) * high + GAP, QImage.Format.Format_RGB32)
        made.fill(QColor("#808080"))
        painter = QPainter(made)
        painter.setFont(Look(language="en").font("body"))
        for number, (eye, kind) in enumerate(rows):
            row_of(painter, eye, kind, pieces[kind], GAP + number * high)
        painter.end()
        made.save(str(folder / f"pieces-{scheme}.png"))


def row_of(painter: QPainter, eye: Eye, kind: str, pieces: dict[str, QImage], top: int) -> None:
    painter.drawText(GAP, top + 20, f"{eye} {kind}")
    left = 150
    for image in pieces.values():
        painter.drawImage(left, top, seen_by(eye, image))
        left += image.width() + GAP


if __name__ == "__main__":
    raise SystemExit(main())
