"""The centre of Plan, top to bottom as the engine does it: supply, set aside, lines in order, add a line, left over."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from sandgame.present.plan import AddPicture, LeftOverPicture, OwnWorkPicture, PlanPicture, SupplyPicture
from sandgame.present.plan_lines import PlanLinePicture
from sandgame.present.shell import NOBODY
from sandgame.text.speech import Speech
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import FlatButton, SecondaryButton
from sandgame.ui.kit.cards import Card, EmptyState, column, row
from sandgame.ui.kit.hours import BlocksWidget, Tray
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.stepper import Stepper
from sandgame.ui.laid_out import parts
from sandgame.ui.plan_line import LINE_FORMAT, LineWords, PlanLineCard
from sandgame.ui.rows import Rows
from sandgame.ui.scrolls import Scroll


def _roomy(label: Label, role: str, weight: int | None = None) -> tuple[QGridLayout, Label]:
    """A label and, unseen in the same place, the longest that it may say: what stands beside and below never moves."""
    room, fullest = QGridLayout(), Label("", role, weight=weight, wraps=True)
    for each in (label, fullest):
        room.addWidget(each, 0, 0)
    policy = fullest.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    fullest.setSizePolicy(policy)
    fullest.hide()
    return room, fullest


class SupplyRow(Card):
    """Hours of the week on sand, how they add up, overtime at the right."""

    overtime_changed = Signal(int)

    def __init__(self) -> None:
        super().__init__(ground="sand", corner=8)
        layout = row(self, margins=(14, 8, 10, 8), gap=14)
        left = QVBoxLayout()
        left.setSpacing(0)
        self.title = Label("", "caption", "text_secondary")
        self.hours = Label("", "number")
        left.addWidget(self.title)
        left.addWidget(self.hours)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        self.arithmetic = Label("", "body", wraps=True)
        self.placed = Label("", "caption", "text_secondary", wraps=True)
        self.aid = Label("", "caption", "text_secondary", wraps=True, icon="circle-plus")
        self.pool = Label("", "caption", "text_secondary", wraps=True, icon="users")
        self._rooms = [_roomy(self.arithmetic, "body"), _roomy(self.placed, "caption")]
        for room, _fullest in self._rooms:
            middle.addLayout(room)
        for label in (self.aid, self.pool):
            middle.addWidget(label)
        self.extra = QWidget()
        extra = row(self.extra, gap=10)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.overtime_title = Label("", "body", weight=700, icon="moon")
        self.overtime_line = Label("", "caption", "text_secondary", wraps=True)
        self.unused = Label("", "caption", "caution", weight=600, wraps=True)
        for label in (self.overtime_title, self.overtime_line):
            words.addWidget(label)
        self._rooms.append(_roomy(self.unused, "caption", 600))
        words.addLayout(self._rooms[-1][0])
        self.overtime = Stepper(0, 9, 0)
        extra.addLayout(words)
        extra.addWidget(self.overtime)
        layout.addLayout(left)
        layout.addLayout(middle, 1)
        layout.addWidget(self.extra)
        self.overtime.value_changed.connect(self.overtime_changed)

    def show_supply(self, picture: SupplyPicture, tip: str) -> None:
        self.title.setText(picture.title)
        self.hours.setText(picture.hours)
        self.arithmetic.setText(picture.arithmetic)
        self.placed.setText(picture.placed)
        self.aid.setText(picture.aid)
        self.aid.setVisible(bool(picture.aid))
        self.pool.setText(picture.pool)
        self.pool.setVisible(bool(picture.pool))
        self.extra.setVisible(picture.overtime_most > 0)
        self.overtime_title.setText(picture.overtime_title)
        self.overtime_line.setText(picture.overtime_line)
        self.unused.setText(picture.overtime_unused)
        self.unused.setVisible(bool(picture.overtime_unused))
        for (_room, fullest), text in zip(self._rooms, picture.fullest, strict=True):
            fullest.setText(text)
        self.overtime.set_pattern(f"{{}} / {picture.overtime_most}")
        self.overtime.set_range(0, picture.overtime_most)
        self.overtime.set_value(picture.overtime)
        self.overtime.setAccessibleName(f"{picture.overtime_title}, {picture.overtime_line}")
        self.overtime.setToolTip(tip)


class OwnWorkRow(Card):
    """What is set aside first, for my own project."""

    hours_changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        layout = row(self, margins=(34, 9, 10, 8), gap=8)
        self.badge = BadgeWidget(NOBODY, 28)
        self.words = LineWords()
        self.words.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(5)
        self.tray = Tray()
        self.note = Label("", "caption", "text_secondary", wraps=True)
        middle.addWidget(self.tray)
        middle.addWidget(self.note)
        side = QVBoxLayout()
        steps = row(gap=2)
        self.hours = Stepper(0, 99, 0)
        self.hours.setFixedWidth(112)
        steps.addWidget(self.hours)
        steps.addSpacing(30)
        side.addLayout(steps)
        side.addStretch(1)
        layout.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self.words)
        layout.addLayout(middle, 1)
        layout.addLayout(side)
        self.hours.value_changed.connect(self.hours_changed)

    def show_own_work(self, picture: OwnWorkPicture, pattern: str, tip: str) -> None:
        self.set_slot(picture.badge.slot)
        self.badge.set_picture(picture.badge)
        self.words.show_words(picture.title, picture.line)
        self.tray.set_picture(picture.tray)
        self.note.setText(picture.note)
        self.hours.set_pattern(pattern)
        self.hours.set_range(0, picture.most)
        self.hours.set_value(picture.hours)
        self.hours.setAccessibleName(f"{picture.title}, {picture.note}")
        for widget in (self.hours, self.tray, self.words.line):
            widget.setToolTip(tip)


class LeftOverRow(Card):
    def __init__(self) -> None:
        super().__init__(ground="soft")
        layout = row(self, margins=(34, 8, 14, 8), gap=8)
        self.badge = BadgeWidget(NOBODY, 28)
        self.words = LineWords()
        self.blocks = BlocksWidget()
        self.hours = Label("", "label", weight=700)
        layout.addWidget(self.badge)
        layout.addLayout(self.words)
        layout.addWidget(self.blocks, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.hours)

    def show_left(self, picture: LeftOverPicture, own: OwnWorkPicture) -> None:
        self.set_slot(own.badge.slot)
        self.badge.set_picture(own.badge)
        self.words.show_words(picture.title, picture.line)
        self.blocks.set_picture(picture.row)
        self.hours.setText(picture.hours)


class LineList(QWidget):
    """The lines; one that is dropped between two others stands there."""

    dropped = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.column = column(self, margins=(0, 0, 0, 0), gap=8)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(LINE_FORMAT):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(LINE_FORMAT):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        taken = int(bytes(event.mimeData().data(LINE_FORMAT).data()).decode())
        event.acceptProposedAction()
        self.dropped.emit(taken, self.place_of(event.position().y(), taken))

    def place_of(self, height: float, taken: int) -> int:
        """Where a line let go at this height will stand."""
        middles = [card.geometry().center().y() for card in parts(self.column)]
        return sum(1 for n, middle in enumerate(middles) if n != taken and middle < height)


class PlanTable(Card):
    """Signals carry what was asked for; the draft lives with the page."""

    overtime_changed = Signal(int)
    own_work_changed = Signal(int)
    units_changed = Signal(int, int)
    line_moved = Signal(int, int)
    line_removed = Signal(int)
    line_added = Signal(object)
    line_chosen = Signal(int)
    default_asked = Signal()

    def __init__(self) -> None:
        super().__init__(corner=12)
        self._speech: Speech | None = None
        self._offers: tuple[AddPicture, ...] = ()
        self.supply = SupplyRow()
        self.own_work = OwnWorkRow()
        self.left = LeftOverRow()
        self.list = LineList()
        self.empty = EmptyState("", "", "package-check")
        self._lines: Rows[PlanLinePicture, PlanLineCard] = Rows(self.list.column, self._make_line, self._show_line)
        self._lay_out()
        self.supply.overtime_changed.connect(self.overtime_changed)
        self.own_work.hours_changed.connect(self.own_work_changed)
        self.list.dropped.connect(self.line_moved)
        self.add.clicked.connect(self.on_add)
        self.default.clicked.connect(self.default_asked)

    def _lay_out(self) -> None:
        layout = column(self, margins=(12, 10, 6, 8), gap=8)
        self.area = Scroll(margins=(0, 0, 8, 0), gap=8)
        heading = row(margins=(4, 0, 4, 0), gap=8)
        self.heading = Label("", "body", weight=700, icon="list-ordered")
        self.heading_note = Label("", "caption", "text_secondary", wraps=True)
        self.heading_keys = Label("", "caption", "text_tertiary")
        heading.addWidget(self.heading)
        heading.addWidget(self.heading_note, 1, Qt.AlignmentFlag.AlignVCenter)
        heading.addWidget(self.heading_keys)
        adding = row(gap=8)
        self.add = SecondaryButton("", "plus", size="small")
        self.add.set_key("N")
        self.add_note = Label("", "caption", "text_secondary")
        adding.addWidget(self.add)
        adding.addWidget(self.add_note)
        adding.addStretch(1)
        body = QVBoxLayout()
        body.setSpacing(8)
        body.addWidget(self.supply)
        body.addWidget(self.own_work)
        body.addLayout(heading)
        body.addWidget(self.empty)
        body.addWidget(self.list)
        body.addLayout(adding)
        body.addWidget(self.left)
        self.area.column.insertLayout(0, body)
        layout.addWidget(self.area, 1)
        foot = row(margins=(0, 0, 8, 0), gap=8)
        self.default = FlatButton("", "rotate-ccw", size="small")
        self.colours = Label("", "caption", "text_secondary", icon="palette")
        foot.addWidget(self.default)
        foot.addStretch(1)
        foot.addWidget(self.colours)
        layout.addLayout(foot)

    @property
    def lines(self) -> list[PlanLineCard]:
        return self._lines.widgets

    def show_plan(self, picture: PlanPicture, selected: int | None, speech: Speech) -> None:
        say = speech.say
        self._speech = speech
        self.supply.show_supply(picture.supply, say("plan-overtime-tip"))
        pattern = say("game-hours", hours="{}")
        self.own_work.show_own_work(picture.own_work, pattern, say("plan-own-tip"))
        self.heading.setText(picture.order_title)
        self.heading_note.setText(picture.order_note)
        self.heading_keys.setText(say("plan-order-keys"))
        self.heading_keys.setVisible(len(picture.lines) > 1)
        self.empty.set_texts("", picture.lines_empty)
        self.empty.setVisible(not picture.lines)
        self.list.setVisible(bool(picture.lines))
        self._lines.fill(picture.lines)
        for card in self.lines:
            card.set_chosen(card.at == selected)
        self._offers = picture.add
        self.add.setText(say("plan-add"))
        self.add.setEnabled(bool(picture.add))
        self.add_note.setText(say("plan-add-note"))
        self.left.show_left(picture.left, picture.own_work)
        self.default.setText(say("plan-default"))
        self.default.setToolTip(say("plan-default-tip"))
        self.colours.setText(picture.colours)

    def focus_line(self, at: int) -> None:
        if 0 <= at < len(self.lines):
            card = self.lines[at]
            card.units.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(card)

    def on_add(self) -> None:
        """Offers what can be added, below the button."""
        menu = QMenu(self)
        for number, offer in enumerate(self._offers):
            if number and offer.group != self._offers[number - 1].group:
                menu.addSeparator()
            menu.addAction(offer.text, partial(self.line_added.emit, offer.line))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def _make_line(self) -> PlanLineCard:
        made = PlanLineCard()
        made.units_changed.connect(self.units_changed)
        made.moved.connect(self.line_moved)
        made.removed.connect(self.line_removed)
        made.chosen.connect(self.line_chosen)
        return made

    def _show_line(self, card: PlanLineCard, picture: PlanLinePicture) -> None:
        assert self._speech is not None
        card.show_line(picture, self._speech)
