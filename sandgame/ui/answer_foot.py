"""Below the lines of a sheet: the hours that the answers need, the way out, facts to send, meeting and escalating."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sandgame.present.answering import SheetPicture
from sandgame.ui.facts_chips import FactChips
from sandgame.ui.flow import Flow
from sandgame.ui.kit.buttons import FlatButton, SecondaryButton
from sandgame.ui.kit.cards import Divider, column, row
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.labels import Label
from sandgame.ui.sheet_parts import LoadGrid, SendButton

Room = Literal["all", "some", "least"]
"""How much of what may lie here has room here."""


class AnswerFoot(QWidget):
    """In a low dock some of `aside` (hours, facts, meeting and escalating) lies in the list above instead."""

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, margins=(0, 0, 0, 0), gap=0)
        layout.addWidget(Divider())
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(12, 7, 12, 8)
        self._inside.setSpacing(7)
        layout.addLayout(self._inside)
        self.hint = Label("", "caption", "text_secondary", wraps=True, icon="info")
        self.fault = FaultLine()
        self.feasible = self._make_feasible()
        self.buttons = self._make_buttons()
        self.facts = FactChips()
        self.ways = self._make_ways()
        for widget in (self.feasible, self.fault, self.hint, self.buttons, self.facts, self.ways):
            self._inside.addWidget(widget)
        self.aside: tuple[QWidget, ...] = (self.feasible, self.facts, self.ways)
        self._moved: tuple[QWidget, ...] = ()

    def _make_feasible(self) -> QWidget:
        made = QWidget()
        layout = column(made, margins=(0, 0, 0, 0), gap=4)
        self.loads = LoadGrid()
        self.missing = Label("", "caption", "caution", weight=600, wraps=True, icon="package")
        layout.addWidget(self.loads)
        layout.addWidget(self.missing)
        return made

    def _make_buttons(self) -> QWidget:
        made = QWidget()
        across = row(made, gap=6)
        self.send = SendButton()
        self.accept_all = SecondaryButton()
        self.more = SecondaryButton("", "ellipsis")
        self.send.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        across.addWidget(self.send, 1)
        across.addWidget(self.accept_all)
        across.addWidget(self.more)
        return made

    def _make_ways(self) -> QWidget:
        made = Flow(gap=8, line_gap=2)
        self.meet = FlatButton("", "users", size="small")
        self.escalate = FlatButton("", "corner-left-up", size="small")
        made.fill([self.meet, self.escalate])
        return made

    def put_aside(self, room: Room) -> tuple[QWidget, ...]:
        """The widgets that belong into the list above; the others come back to their places here."""
        moved = {"all": (), "some": (self.facts, self.ways), "least": self.aside}[room]
        if moved == self._moved:
            return moved
        self._moved = moved
        order = (self.feasible, self.fault, self.hint, self.buttons, self.facts, self.ways)
        for place, widget in enumerate(each for each in order if each not in moved):
            self._inside.insertWidget(place, widget)
        self._show_what_is_left()
        return moved

    def clear(self) -> None:
        """There is no sheet."""
        for part in (self.buttons, self.hint, self.fault, *self.aside, self):
            part.hide()

    def _show_what_is_left(self) -> None:
        """Nothing at all where nothing of it is there."""
        here = (self.buttons, self.hint, *(each for each in self.aside if each not in self._moved))
        self.setVisible(any(not part.isHidden() for part in here))

    def show_sheet(self, picture: SheetPicture) -> None:
        self.feasible.setVisible(bool(picture.loads or picture.missing))
        self.missing.setText(picture.missing)
        self.missing.setVisible(bool(picture.missing))
        self.feasible.setToolTip(picture.loads_title)
        self.loads.setAccessibleName(picture.loads_title)
        self.loads.show_loads(picture.loads)
        self.send.setText(picture.send)
        self.send.set_counts(picture.send_detail)
        self.send.setAccessibleName(picture.send_spoken)
        self.send.setEnabled(picture.can_send)
        self.accept_all.setText(picture.accept_all)
        self.more.setToolTip(picture.more)
        self.more.setAccessibleName(picture.more)
        self.hint.setText(picture.hint)
        self.hint.setVisible(bool(picture.hint))
        self.buttons.setVisible(picture.asks_me)
        if picture.facts is not None:
            self.facts.show_chips(picture.facts)
        else:
            self.facts.hide()
        self._show_ways(picture)
        self._show_what_is_left()

    def _show_ways(self, picture: SheetPicture) -> None:
        meet, escalate = picture.meet, picture.escalate
        self.meet.setVisible(meet is not None)
        if meet is not None:
            self.meet.setText(meet.text)
            self.meet.set_icon(meet.icon)
            self.meet.setToolTip(meet.tip)
            self.meet.setEnabled(bool(meet.action))
        self.escalate.setVisible(escalate is not None)
        if escalate is not None:
            self.escalate.setText(escalate.menu)
            self.escalate.setToolTip(escalate.note)
        self.ways.setVisible(meet is not None or escalate is not None)
