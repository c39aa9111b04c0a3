"""Terms in one or more parts, each some units by a week: written, split, and dropped again down to one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.present.answering import PartPicture
from sandgame.present.giving import MOST_UNITS
from sandgame.rules.intents import Part
from sandgame.ui.kit.buttons import FlatButton
from sandgame.ui.kit.cards import row
from sandgame.ui.kit.stepper import Stepper
from sandgame.ui.rows import Rows


class PartRow(QWidget):
    """Units and due of one part."""

    changed = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.units = Stepper(1, MOST_UNITS, 1)
        self.due = Stepper(1, 12, 1)
        self.drop = FlatButton(icon="x", size="small")
        layout = row(self, gap=6)
        layout.addWidget(self.units, 1)
        layout.addWidget(self.due, 1)
        layout.addWidget(self.drop)
        self.units.value_changed.connect(self.changed)
        self.due.value_changed.connect(self.changed)
        self.drop.clicked.connect(self.dropped)

    def part(self) -> Part:
        return Part(self.units.value(), self.due.value())

    def show_part(self, part: PartPicture, first_due: int, last_due: int, drop: str) -> None:
        """`drop` says what taking it away means; "" where it is the only one."""
        week = part.due_text.replace(str(part.due), "{}", 1)
        self.units.set_pattern("×{}")
        self.units.set_value(part.units)
        self.due.set_range(first_due, last_due)
        self.due.set_words({n: week.format(n) for n in range(first_due, last_due + 1)})
        self.due.set_value(part.due)
        self.drop.setVisible(bool(drop))
        self.drop.setToolTip(drop)
        self.drop.setAccessibleName(drop)


class PartRows(QVBoxLayout):
    """`changed` carries all parts as they are to be now."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(6)
        self._first_due = self._last_due = 1
        self._drop = ""
        self._rows: Rows[PartPicture, PartRow] = Rows(self, self._make, self._show)

    @property
    def rows(self) -> list[PartRow]:
        return self._rows.widgets

    def show_parts(self, parts: Sequence[PartPicture], first_due: int, last_due: int, drop: str) -> None:
        self._first_due, self._last_due = first_due, last_due
        self._drop = drop if len(parts) > 1 else ""
        self._rows.fill(parts)

    def split(self) -> None:
        """The largest part gives half of its units to a new one, a week later if there is one."""
        parts = self._parts()
        at = max(range(len(parts)), key=lambda n: parts[n].units)
        moved = parts[at].units // 2
        if moved:
            left = Part(parts[at].units - moved, parts[at].due)
            late = Part(moved, min(parts[at].due + 1, self._last_due))
            parts = (*parts[:at], left, *parts[at + 1 :], late)
        self.changed.emit(parts)

    def _parts(self) -> tuple[Part, ...]:
        return tuple(each.part() for each in self.rows)

    def _make(self) -> PartRow:
        made = PartRow()
        made.changed.connect(self._on_part)
        made.dropped.connect(partial(self._on_drop, made))
        return made

    def _show(self, widget: PartRow, part: PartPicture) -> None:
        widget.show_part(part, self._first_due, self._last_due, self._drop)

    def _on_part(self) -> None:
        self.changed.emit(self._parts())

    def _on_drop(self, dropped: PartRow) -> None:
        self.changed.emit(tuple(each.part() for each in self.rows if each is not dropped))
