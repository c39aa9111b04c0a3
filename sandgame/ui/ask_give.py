"""Giving in return, as a control: which way, and how much of it. Used by one's own sheets and by counters."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sandgame.present.giving import MOST_UNITS, GiveLine, GivePicture
from sandgame.present.shell import NOBODY
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.cards import column, row
from sandgame.ui.kit.labels import Icon, Label
from sandgame.ui.kit.pills import PillChoice
from sandgame.ui.kit.stepper import Stepper


class GiveBox(QWidget):
    """`choice_made` carries the place of the way chosen, `draft_changed` the draft with other figures."""

    choice_made = Signal(int)
    draft_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._picture: GivePicture | None = None
        layout = column(self, margins=(0, 0, 0, 0), gap=5)
        self.title = Label("", "caption", "text_secondary")
        self.ways = PillChoice()
        self.hours = Stepper(2, 4, 4)
        self.units = Stepper(1, MOST_UNITS, 1)
        self.units.set_pattern("×{}")
        self.due = Stepper(1, 12, 1)
        layout.addWidget(self.title)
        layout.addWidget(self.ways)
        layout.addWidget(self.hours)
        self._pair = QWidget()
        pair = row(self._pair, gap=6)
        pair.addWidget(self.units, 1)
        pair.addWidget(self.due, 1)
        layout.addWidget(self._pair)
        self.ways.chosen_changed.connect(self.choice_made)
        for stepper in (self.hours, self.units, self.due):
            stepper.value_changed.connect(self._on_figures)

    def show_give(self, picture: GivePicture) -> None:
        self._picture = picture
        self.title.setText(picture.title)
        self.ways.set_options([choice.text for choice in picture.choices])
        self.ways.set_chosen(picture.chosen)
        draft = picture.draft
        self.hours.setVisible(draft.kind == "hours")
        self.hours.set_words(picture.hours_words)
        self.hours.set_range(min(picture.hours_words), max(picture.hours_words))
        self.hours.set_value(draft.hours)
        self.hours.setAccessibleName(picture.title)
        self._pair.setVisible(draft.kind == "units")
        self.units.set_value(draft.units)
        self.units.setAccessibleName(picture.units_name)
        self.units.setToolTip(picture.units_name)
        self.due.set_range(picture.first_due, picture.last_due)
        self.due.set_words(picture.due_words)
        self.due.set_value(draft.due)
        self.due.setAccessibleName(picture.due_name)
        self.due.setToolTip(picture.due_name)

    def _on_figures(self) -> None:
        if self._picture is not None:
            draft = self._picture.draft
            self.draft_changed.emit(
                replace(draft, hours=self.hours.value(), units=self.units.value(), due=self.due.value())
                if draft.kind == "units"
                else replace(draft, hours=self.hours.value())
            )


class GiveRow(QWidget):
    """What stands on a sheet: who gives what, and by when."""

    def __init__(self) -> None:
        super().__init__()
        layout = row(self, gap=6)
        self.label = Label("", "caption", "text_secondary")
        self.badge = BadgeWidget(NOBODY, 20)
        self.text = Label("", "body", weight=700, wraps=True)
        self.due = Label("", "caption", "text_secondary")
        layout.addWidget(Icon("gift", 14))
        layout.addWidget(self.label)
        layout.addWidget(self.badge)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.due)

    def show_line(self, line: GiveLine) -> None:
        self.label.setText(line.label)
        self.badge.set_picture(line.badge)
        self.text.setText(line.text)
        self.due.setText(line.due)
        self.setAccessibleName(f"{line.label} {line.text} {line.due}")
