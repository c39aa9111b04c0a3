"""Parts of the sheet that saves a report: a box to tick, a bar that fills, and what the computer is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QProgressBar, QSizePolicy, QWidget

from sandgame.ui.kit.cards import row
from sandgame.ui.kit.check_box import CheckBox
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import current_look

_BAR = 8
_STEPS = 1000
PICTURES = "*.png *.jpg *.jpeg *.svg"


def documents() -> str:
    """Where a computer keeps what its person has written."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return place or str(Path.home())


def ask_for_folder(owner: QWidget, title: str, place: str) -> str:
    """The folder that was chosen, "" for none."""
    return QFileDialog.getExistingDirectory(owner, title, place)


def ask_for_picture(owner: QWidget, title: str, kind: str) -> str:
    return QFileDialog.getOpenFileName(owner, title, "", f"{kind} ({PICTURES})")[0]


def open_folder(folder: str) -> bool:
    """In whatever this computer shows folders with; whether there is such a thing."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(folder))


def is_folder(place: str) -> bool:
    """A whole path to one that is there."""
    try:
        return Path(place).is_absolute() and Path(place).is_dir()
    except (OSError, ValueError):
        return False


def readable(picture: str) -> bool:
    from sandgame.report.logo import NoLogoError, fitted

    try:
        fitted(Path(picture))
    except NoLogoError:
        return False
    return True


def free_beside(folder: str) -> str:
    """The folder's name with the first number that is not taken."""
    number, found = 2, Path(folder)
    while found.exists():
        found = Path(folder).with_name(f"{Path(folder).name} ({number})")
        number += 1
    return found.name


@dataclass(frozen=True, slots=True)
class Desktop:
    """What is asked of the computer; others where it is tried."""

    ask_folder: Callable[[QWidget, str, str], str] = ask_for_folder
    ask_picture: Callable[[QWidget, str, str], str] = ask_for_picture
    open_folder: Callable[[str], bool] = open_folder
    documents: Callable[[], str] = documents
    is_folder: Callable[[str], bool] = is_folder


class Tick(QWidget):
    """A click on the words ticks too."""

    ticked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = CheckBox()
        self._words = Label(role="body")
        across = row(self, gap=4)
        across.addWidget(self.box)
        across.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.box)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.box.toggled.connect(self.ticked)

    def show_way(self, words: str, on: bool) -> None:
        """Without a signal."""
        self._words.setText(words)
        self.box.setAccessibleName(words)
        self.box.blockSignals(True)
        self.box.setChecked(on)
        self.box.blockSignals(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.isEnabled():
            self.box.click()


class GoingBar(QProgressBar):
    """A thin line that fills; nothing is known yet of one that has no part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, _STEPS)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: float | None) -> None:
        self.setValue(0 if part is None else round(part * _STEPS))

    def sizeHint(self) -> QSize:
        return QSize(200, _BAR)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colour = QPainter(self), current_look().colour
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour.surface_sunken)
        painter.drawRoundedRect(QRectF(0, 0, self.width(), _BAR), _BAR / 2, _BAR / 2)
        filled = self.width() * max(0, self.value()) / _STEPS
        if filled >= 1:
            painter.setBrush(colour.primary)
            painter.drawRoundedRect(QRectF(0, 0, max(filled, _BAR), _BAR), _BAR / 2, _BAR / 2)
