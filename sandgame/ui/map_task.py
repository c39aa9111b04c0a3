"""The dock of the map task: the same as a table, two boxes a department; after the reveal what was found and missed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from sandgame.paint.lettering import CENTRE
from sandgame.present.map_task import MARK_ICONS, SHORES, MapPicture, MapRow, Mark, Shore
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.cards import Card, Divider, PanelHeader, column, row
from sandgame.ui.kit.check_box import CheckBox
from sandgame.ui.kit.labels import Label
from sandgame.ui.map_board import MARK_TONES


class MapTable(Card):
    """What the board shows, for the keyboard: a box ticked is a tile on that shore."""

    marked = Signal(int, str, bool)

    def __init__(self, picture: MapPicture) -> None:
        super().__init__()
        self.boxes: dict[tuple[int, Shore], CheckBox] = {}
        lines = column(self, margins=(1, 1, 1, 1), gap=0)
        self.header = PanelHeader(picture.table_title, "list")
        lines.addWidget(self.header)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(12, 6, 12, 6)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._lay_rows(picture)
        lines.addLayout(self._grid)
        lines.addWidget(Divider())
        self._legend = QVBoxLayout()
        self._legend.setContentsMargins(14, 12, 14, 12)
        self._legend.setSpacing(8)
        self.title = Label("", "label", weight=700, wraps=True)
        self.result = Label("", "body", wraps=True)
        self._legend.addWidget(self.title)
        self._legend.addWidget(self.result)
        for mark, text in picture.legend:
            self._legend.addWidget(_LegendLine(mark, text))
        lines.addLayout(self._legend)
        lines.addStretch(1)
        lines.addWidget(Divider())
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 10, 14, 12)
        foot.addWidget(Label(picture.foot, "caption", "text_secondary", wraps=True))
        lines.addLayout(foot)
        self.set_picture(picture)

    def _lay_rows(self, picture: MapPicture) -> None:
        self._grid.addWidget(Label(picture.table_heading, "caption", "text_secondary"), 0, 0)
        for at, shore in enumerate(SHORES, start=1):
            heading = Label(picture.shores[shore].heading, "caption", "text_secondary", align=CENTRE)
            self._grid.addWidget(heading, 0, at, Qt.AlignmentFlag.AlignHCenter)
            self._grid.setColumnMinimumWidth(at, 72)
        for number, each in enumerate(picture.rows, start=1):
            who = QWidget()
            line = row(who, margins=(0, 4, 0, 4), gap=9)
            line.addWidget(BadgeWidget(each.badge, 26))
            line.addWidget(Label(each.name, "body", weight=700))
            line.addStretch(1)
            self._grid.addWidget(who, number, 0)
            for at, shore in enumerate(SHORES, start=1):
                box = CheckBox()
                box.toggled.connect(partial(self._on_toggled, each.seat, shore))
                self.boxes[each.seat, shore] = box
                self._grid.addWidget(box, number, at, Qt.AlignmentFlag.AlignCenter)

    def set_picture(self, picture: MapPicture) -> None:
        """The same departments, marked otherwise."""
        self.title.setText(picture.legend_title)
        self.result.setText(picture.result)
        self.result.setVisible(picture.revealed)
        for each in picture.rows:
            for shore in SHORES:
                self._show_box(self.boxes[each.seat, shore], each, shore, picture.revealed)

    def _show_box(self, box: CheckBox, each: MapRow, shore: Shore, revealed: bool) -> None:
        mark = each.mark[shore]
        box.blockSignals(True)
        box.setChecked(each.on[shore])
        box.blockSignals(False)
        box.setEnabled(not revealed)
        box.set_sign(MARK_ICONS[mark] if mark else "", MARK_TONES.get(mark, "plain"))
        box.setVisible(bool(mark) or not revealed)
        box.setAccessibleName(each.spoken[shore])
        box.update()

    def focus_first(self) -> None:
        box = next((box for box in self.boxes.values() if box.isEnabled()), None)
        if box is not None:
            box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_toggled(self, seat: int, shore: Shore, on: bool) -> None:
        self.marked.emit(seat, shore, on)


class _LegendLine(QWidget):
    """A sign and what it means."""

    def __init__(self, mark: Mark, text: str) -> None:
        super().__init__()
        line = row(self, gap=10)
        sign = CheckBox()
        sign.set_sign(MARK_ICONS[mark], MARK_TONES[mark])
        sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addWidget(sign)
        line.addWidget(Label(text, "body"))
        line.addStretch(1)
