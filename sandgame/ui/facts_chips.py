"""Facts that may go with a sheet or an answer: a few chips to tick, and a button for the rest."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from sandgame.present.facts import ChipPicture, ChipsPicture
from sandgame.rules.intents import FactRef
from sandgame.ui.kit.buttons import Button, SecondaryButton
from sandgame.ui.kit.cards import column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import current_look
from sandgame.ui.rows import drop

_GAP = 6


class FactChip(Button):
    """One fact: its icon, or a tick in a frame while it goes with the sheet."""

    def __init__(self) -> None:
        super().__init__(size="small")
        self.ref = FactRef("free_hours")
        self.setCheckable(True)

    def show_chip(self, picture: ChipPicture) -> None:
        self.ref = picture.ref
        self.setChecked(picture.chosen)
        self.set_icon("clipboard-check" if picture.chosen else picture.icon)
        self.setText(picture.text)

    def ground(self) -> QColor:
        colour = current_look().colour
        return colour.info_bg if self.isChecked() else colour.surface

    def border(self) -> QColor:
        colour = current_look().colour
        return colour.focus if self.isChecked() else colour.control_border


class FlowRow(QWidget):
    """Buttons side by side, on as many lines as they need."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, button: QWidget) -> None:
        button.setParent(self)
        self.buttons.append(button)
        button.show()

    def arrange(self) -> None:
        self.updateGeometry()
        for button, box in zip(self.buttons, self._boxes(self.width()), strict=True):
            button.setGeometry(box)

    def _boxes(self, width: int) -> list[QRect]:
        left, top = 0, 0
        boxes: list[QRect] = []
        for button in self.buttons:
            size = button.sizeHint() if not button.isHidden() else QSize(0, 0)
            if left > 0 and left + size.width() > width:
                left, top = 0, top + size.height() + _GAP
            boxes.append(QRect(left, top, min(size.width(), max(width, 1)), size.height()))
            left += size.width() + _GAP if size.width() else 0
        return boxes

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button, box in zip(self.buttons, self._boxes(event.size().width()), strict=True):
            button.setGeometry(box)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for box in self._boxes(width)), default=28)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(290))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 28)


class FactChips(QWidget):
    """`toggled` carries the fact that was ticked or unticked."""

    toggled = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, margins=(0, 0, 0, 0), gap=4)
        head = row(gap=8)
        self.title = Label("", "caption", weight=700)
        self.proof = Label("", "caption", "info", weight=600, icon="badge-check")
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.proof)
        layout.addLayout(head)
        self.flow = FlowRow()
        self.more = SecondaryButton("", "plus", size="small")
        self._more: tuple[ChipPicture, ...] = ()
        self.chips: list[FactChip] = []
        self.flow.add(self.more)
        layout.addWidget(self.flow)
        self.more.clicked.connect(self._on_more)

    def show_chips(self, picture: ChipsPicture) -> None:
        self.title.setText(picture.title)
        self.proof.setText(picture.proof)
        while len(self.chips) > len(picture.chips):
            chip = self.chips.pop()
            self.flow.buttons.remove(chip)
            drop(chip)
        while len(self.chips) < len(picture.chips):
            made = FactChip()
            made.clicked.connect(partial(self._on_chip, made))
            self.chips.append(made)
            self.flow.add(made)
        for chip, shown in zip(self.chips, picture.chips, strict=True):
            chip.show_chip(shown)
        self._more = picture.more
        self.more.setVisible(bool(picture.more))
        self.more.setToolTip(picture.more_text)
        self.more.setAccessibleName(picture.more_text)
        self.flow.buttons = [*self.chips, self.more]
        self.flow.arrange()
        self.setVisible(bool(picture.chips))

    def _on_chip(self, chip: FactChip) -> None:
        self.toggled.emit(chip.ref)

    def _on_more(self) -> None:
        menu = QMenu(self)
        for chip in self._more:
            menu.addAction(chip.text, partial(self.toggled.emit, chip.ref))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
