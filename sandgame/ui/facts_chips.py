"""Facts that may go with a sheet or an answer: a few chips to tick, and a button for the rest."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import Paragraph
from sandgame.present.facts import ChipPicture, ChipsPicture
from sandgame.rules.intents import FactRef
from sandgame.ui.flow import Flow
from sandgame.ui.kit.buttons import Button, SecondaryButton
from sandgame.ui.kit.cards import column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.menus import stand_on
from sandgame.ui.kit.themed import current_look

_HIGH, _ICON, _PAD = 28.0, 14.0, 10.0
_ASIDE = _PAD + _ICON + 8 + _PAD
"""What icon and edges take of a chip's width."""


class FactChip(Button):
    """One fact: its icon, or a tick in a frame while it goes with the sheet. A long one breaks into lines."""

    def __init__(self) -> None:
        super().__init__(size="small")
        self.ref = FactRef("free_hours")
        self.setCheckable(True)

    def show_chip(self, picture: ChipPicture) -> None:
        self.ref = picture.ref
        self.setChecked(picture.chosen)
        self.set_icon("clipboard-check" if picture.chosen else picture.icon)
        self.setText(picture.text)

    def _words(self) -> Paragraph:
        return Paragraph(self.text(), current_look(), "body", 600)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self.sizeHint().width() <= width:
            return self.sizeHint().height()
        look = current_look()
        return round(look.scaled(_HIGH) - look.line("body") + self._words().height(width - _ASIDE))

    def minimumSizeHint(self) -> QSize:
        words = (current_look().width(word, "body", 600) for word in self.text().split() if word.isascii())
        return QSize(round(max(words, default=0) + _ASIDE + 1), super().minimumSizeHint().height())

    def _draw_parts(self, painter: QPainter, left: float, middle: float) -> None:
        if self.sizeHint().width() <= self.width():
            super()._draw_parts(painter, left, middle)
            return
        words = self._words()
        high = words.height(self.width() - _ASIDE)
        draw_icon(painter, self._icon_name, QRectF(_PAD, middle - _ICON / 2, _ICON, _ICON), self.ink())
        words.draw(painter, QRectF(_PAD + _ICON + 8, middle - high / 2, self.width() - _ASIDE, high), self.ink())

    def ground(self) -> QColor:
        colour = current_look().colour
        return colour.info_bg if self.isChecked() else colour.surface

    def border(self) -> QColor:
        colour = current_look().colour
        return colour.focus if self.isChecked() else colour.control_border


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
        self.flow = Flow(gap=6)
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
            self.flow.remove(self.chips.pop())
        while len(self.chips) < len(picture.chips):
            made = FactChip()
            made.clicked.connect(partial(self._on_chip, made))
            self.chips.append(made)
        for chip, shown in zip(self.chips, picture.chips, strict=True):
            chip.show_chip(shown)
        self._more = picture.more
        self.more.setVisible(bool(picture.more))
        self.more.setToolTip(picture.more_text)
        self.more.setAccessibleName(picture.more_text)
        self.flow.fill([*self.chips, self.more])
        self.setVisible(bool(picture.chips))

    def _on_chip(self, chip: FactChip) -> None:
        self.toggled.emit(chip.ref)

    def _on_more(self) -> None:
        menu = QMenu(self)
        for chip in self._more:
            menu.addAction(chip.text, partial(self.toggled.emit, chip.ref))
        # below it is what is being written to go with the facts
        stand_on(menu, self.more)
