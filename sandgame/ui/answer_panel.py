"""The dock's sheets: what waits beside them, which ones there are, the open one from top to bottom, and its answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from sandgame.present.answering import AnswerLinePicture, SheetPicture, SheetTab
from sandgame.present.matters import MatterPicture
from sandgame.text.speech import Speech
from sandgame.ui.answer_foot import AnswerFoot, Room
from sandgame.ui.answer_line import AnswerLine
from sandgame.ui.ask_give import GiveBox, GiveRow
from sandgame.ui.kit.buttons import Button, SecondaryButton
from sandgame.ui.kit.cards import Divider, EmptyState, column
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import current_look
from sandgame.ui.restate_card import RestateCard
from sandgame.ui.rows import Rows
from sandgame.ui.scrolls import Scroll
from sandgame.ui.sheet_matters import EscalateCard, MatterCard
from sandgame.ui.sheet_parts import SheetHead, TurnsRow
from sandgame.ui.tabs_of_badges import BadgeTabs

_HIGH, _LOW, _LOWEST = 720, 560, 400
"""Heights at which less and less of the panel stands still, px."""
_EDGE = 12
_STILL, _LINE, _MATTER = 360, 110, 90
"""What head and foot, a line with words on its answers, and a matter beside take of that."""


class AnswerPanel(QWidget):  # long: a signal for each thing that can be asked for
    """One sheet at a time. Signals carry what was asked for; drafts live with the page."""

    sheet_asked = Signal(int)
    answer_changed = Signal(int, object)
    withdraw_asked = Signal(int)
    send_asked = Signal()
    accept_all_asked = Signal()
    decline_all_asked = Signal()
    restated = Signal(str)
    confirmed = Signal(str)
    give_chosen = Signal(int)
    give_changed = Signal(object)
    fact_toggled = Signal(object)
    meet_asked = Signal(str)
    escalating = Signal(int)
    escalated = Signal(str)
    matter_answered = Signal(object, bool, str)

    def __init__(self) -> None:
        super().__init__()
        self._speech: Speech | None = None
        self._restating: int | None = None
        self._sheet = 0
        self._picture: SheetPicture | None = None
        layout = column(self, margins=(0, 0, 0, 0), gap=0)
        self.tabs = BadgeTabs()
        self.head = SheetHead()
        self.line = Divider()
        self.area = Scroll(margins=(12, 8, 12, 10), gap=6)
        self.foot = AnswerFoot()
        self._top = QWidget()
        top = QVBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(0)
        for widget in (self.tabs, self.head, self.line):
            top.addWidget(widget)
        layout.addWidget(self._top)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.foot)
        self._fill_area()
        self.tabs.chosen.connect(self.sheet_asked)
        self.head.restate.clicked.connect(self._on_restate)
        self.restate_card.said.connect(self.restated)
        self.restate_card.confirmed.connect(self.confirmed)
        self.restate_card.left.connect(self._on_unsaid)
        self.give.choice_made.connect(self.give_chosen)
        self.give.draft_changed.connect(self.give_changed)
        self.escalate_card.asked.connect(self.escalated)
        self.escalate_card.dropped.connect(partial(self.escalating.emit, -1))
        self._connect_foot()

    def _fill_area(self) -> None:
        """From top to bottom: what waits, turns, note, lines, what is given, and what others have before them."""
        self._first, self._last = QVBoxLayout(), QVBoxLayout()
        body = QVBoxLayout()
        for part in (self._first, body, self._last):
            part.setSpacing(6)
        self._asked: Rows[MatterPicture, MatterCard] = Rows(self._first, self._make_matter, MatterCard.show_matter)
        self._told: Rows[MatterPicture, MatterCard] = Rows(self._last, self._make_matter, MatterCard.show_matter)
        self.matter_fault = FaultLine()
        self.turns = TurnsRow()
        self.note = Label("", "body", "text_secondary", wraps=True)
        self.restate_card = RestateCard()
        self.empty_button = SecondaryButton(size="small")
        self.empty = EmptyState("", "", "inbox", self.empty_button)
        self.give_row = GiveRow()
        self.give = GiveBox()
        self.escalate_card = EscalateCard()
        self.give_row.hide()
        self.escalate_card.hide()
        for widget in (self.empty, self.turns, self.note, self.restate_card):
            body.addWidget(widget)
        lines = QVBoxLayout()
        lines.setSpacing(6)
        self._lines: Rows[AnswerLinePicture, AnswerLine] = Rows(lines, self._make_line, self._show_line)
        body.addLayout(lines)
        for below in (self.give_row, self.give, self.escalate_card):
            body.addWidget(below)
        self._body = body
        column = self.area.column
        column.insertLayout(0, self._first)
        column.insertWidget(1, self.matter_fault)
        column.insertLayout(2, body)
        column.insertLayout(3, self._last)

    def _connect_foot(self) -> None:
        foot = self.foot
        foot.send.clicked.connect(self.send_asked)
        foot.accept_all.clicked.connect(self.accept_all_asked)
        foot.more.clicked.connect(self._on_more)
        foot.facts.toggled.connect(self.fact_toggled)
        foot.meet.clicked.connect(self._on_meet)
        foot.escalate.clicked.connect(self._on_escalate)

    # parts that the page and its tests speak of

    @property
    def lines(self) -> list[AnswerLine]:
        return self._lines.widgets

    @property
    def matters(self) -> list[MatterCard]:
        return [*self._asked.widgets, *self._told.widgets]

    @property
    def send(self) -> Button:
        return self.foot.send

    @property
    def fault(self) -> FaultLine:
        return self.foot.fault

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a low dock what goes beside the answers, and in a very low one the head too, scrolls with the lines.

        What waits beside the sheet makes it lower.
        """
        look, high = current_look(), self.height()
        matter = any(not card.isHidden() for card in self._asked.widgets)
        room: Room = "all"
        if high < look.scaled(_LOW):
            room = "least"
        elif matter and high < look.scaled(_HIGH):
            room = "some"
        for widget in self.foot.put_aside(room):
            if self._body.indexOf(widget) < 0:
                self._body.addWidget(widget)
        self._hold_head(inside=high < look.scaled(_LOWEST))
        folds = self._picture is not None and self._picture.asks_me and high < look.scaled(_HIGH)
        for card in self._asked.widgets:
            card.set_folds(folds)
        open_ = [line for line in self.lines if line.first_answer() is not None]
        needed = _STILL + _LINE * len(self.lines) + (_MATTER * len(self._asked.widgets))
        for line in open_:
            line.set_roomy(high >= look.scaled(needed))

    def _hold_head(self, *, inside: bool) -> None:
        """The sheet's head above the list, or at its top."""
        if inside == (self.area.column.indexOf(self._top) >= 0):
            return
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        for part in (self.tabs, self.head):
            # the list has edges of its own
            if (own := part.layout()) is not None:
                edges = own.contentsMargins()
                own.setContentsMargins(0 if inside else _EDGE, edges.top(), 0 if inside else _EDGE, edges.bottom())
        if inside:
            self.area.column.insertWidget(0, self._top)
        else:
            layout.insertWidget(0, self._top)

    # showing

    def show_matters(self, matters: Sequence[MatterPicture]) -> None:
        self._asked.fill([matter for matter in matters if matter.asks_me])
        self._told.fill([matter for matter in matters if not matter.asks_me])
        self._make_room()

    def show_nothing(self, title: str, line: str, button: str) -> None:
        """No sheet: what would appear here, and one next step."""
        self._picture = None
        self._sheet = 0
        of_sheet = (self.tabs, self.head, self.line, self.turns, self.note, self.restate_card)
        below = (self.give_row, self.give, self.escalate_card)
        for part in (*of_sheet, *below):
            part.hide()
        self.foot.clear()
        self._lines.fill(())
        self.empty.set_texts(title, line)
        self.empty_button.setText(button)
        self.empty_button.setVisible(bool(button))
        self.empty.show()

    def show_sheet(self, tabs: tuple[SheetTab, ...], picture: SheetPicture, speech: Speech) -> None:
        self._speech = speech
        if picture.sheet != self._sheet:
            self._restating = None
            self.fault.set_fault("")
            self.turns.fold()
            self.escalate_card.field.clear()
        self._sheet, self._picture = picture.sheet, picture
        self.empty.hide()
        self.head.show()
        self.line.show()
        self.tabs.show_tabs([(t.sheet, t.badge, t.what, t.waits_for_me) for t in tabs], picture.sheet)
        self.tabs.setVisible(len(tabs) > 1)
        self.head.show_sheet(picture)
        self.turns.show_sheet(picture)
        self._show_restate(picture, speech)
        self.note.setText(f"“{picture.note}”" if picture.note else "")
        self.note.setVisible(bool(picture.note))
        self._lines.fill(picture.lines)
        self._show_give(picture)
        self.escalate_card.show_escalate(picture.escalate)
        self.foot.show_sheet(picture)
        self._make_room()

    def _show_restate(self, picture: SheetPicture, speech: Speech) -> None:
        restate = picture.restate
        say_it = restate is not None and restate.mode == "say"
        offered = restate if say_it and self._restating != picture.sheet else None
        if offered is not None:
            self.head.show_restate(offered.short, offered.text, offered.button)
        else:
            self.head.show_restate("", "", "")
        if restate is None:
            self.restate_card.hide()
            return
        self.restate_card.setVisible(not say_it or self._restating == picture.sheet)
        self.restate_card.show_restate(picture.sheet, restate, speech)

    def _show_give(self, picture: SheetPicture) -> None:
        self.give_row.setVisible(picture.give is not None)
        if picture.give is not None:
            self.give_row.show_line(picture.give)
        self.give.setVisible(picture.give_edit is not None)
        if picture.give_edit is not None:
            self.give.show_give(picture.give_edit)

    # focus

    def reveal(self, index: int) -> None:
        """Brings a line into sight with all that it has opened."""
        if index < len(self.lines):
            self.area.reveal(self.lines[index])

    def reveal_escalation(self) -> None:
        self.area.reveal(self.escalate_card)
        self.escalate_card.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> bool:
        """The first thing that can be answered; False if there is none."""
        for line in self.lines:
            first = line.first_answer()
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        if self.restate_card.isVisible() and self.restate_card.yes.isVisible():
            self.restate_card.yes.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return self.focus_matter()

    def focus_matter(self) -> bool:
        """The first of what waits beside the sheets."""
        return any(card.focus_first() for card in self._asked.widgets[:1])

    def focused_line(self) -> AnswerLine | None:
        """The line that has the focus, else the first that waits for an answer."""
        focus = QApplication.focusWidget()
        for line in self.lines:
            if focus is not None and line.isAncestorOf(focus):
                return line
        return self.lines[0] if self.lines else None

    # what the user does

    def _make_line(self) -> AnswerLine:
        made = AnswerLine()
        made.answer_changed.connect(self.answer_changed)
        made.withdraw_asked.connect(self.withdraw_asked)
        return made

    def _show_line(self, widget: AnswerLine, picture: AnswerLinePicture) -> None:
        assert self._speech is not None
        widget.show_line(picture, self._speech)

    def _make_matter(self) -> MatterCard:
        made = MatterCard()
        made.answered.connect(self.matter_answered)
        return made

    def _on_restate(self) -> None:
        self._restating = self._sheet
        self.head.restate.hide()
        self.restate_card.show()
        self.restate_card.edit.setFocus()

    def _on_unsaid(self) -> None:
        self._restating = None
        if self._picture is not None and self._speech is not None:
            self._show_restate(self._picture, self._speech)
            self.head.restate.setFocus()

    def _on_meet(self) -> None:
        if self._picture is not None and self._picture.meet is not None and self._picture.meet.action:
            self.meet_asked.emit(self._picture.meet.action)

    def further(self) -> list[tuple[str, Callable[[], None]]]:
        """What stands behind the three dots: to decline the sheet, to escalate a line."""
        if self._picture is None:
            return []
        return [(self._picture.decline_all, self.decline_all_asked.emit), *self.escalations()]

    def escalations(self) -> list[tuple[str, Callable[[], None]]]:
        """A way for each line that may be put before the general manager."""
        escalate = self._picture.escalate if self._picture is not None else None
        lines = escalate.lines if escalate is not None else ()
        return [(text, partial(self.escalating.emit, at)) for at, text in lines]

    def _on_more(self) -> None:
        self._open(self.further(), self.foot.more)

    def _on_escalate(self) -> None:
        """One line goes at once to its reason; of several one is chosen first."""
        ways = self.escalations()
        if len(ways) == 1:
            ways[0][1]()
        else:
            self._open(ways, self.foot.escalate)

    def _open(self, ways: Sequence[tuple[str, Callable[[], None]]], under: QWidget) -> None:
        menu = QMenu(self)
        for text, go in ways:
            menu.addAction(text, go)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))
