"""The form "record an agreement": who gives, to whom, what, how many, by when, for what; and the two badges to tap."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from sandgame.present.table_form_picture import BadgeChoice, FormPicture, Named, NumberPicture, TapPicture
from sandgame.rules.ids import SeatId
from sandgame.ui.flow import Flow
from sandgame.ui.kit.buttons import FlatButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Icon, Label
from sandgame.ui.kit.stepper import Stepper
from sandgame.ui.kit.themed import current_look
from sandgame.ui.table_parts import BadgePick, TapTile

_HINT_FROM, _HEADED_FROM = 560, 680
_GAP = 6
"""Between the lines: what they leave is the room of the list of agreements."""


class BadgeRow(QWidget):
    """A heading and six small badges; `chosen` carries the seat."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.title = Label("", "heading", "text_secondary", weight=400)
        self.picks: list[BadgePick] = []
        self._row = row(self, gap=2)
        self.title.setContentsMargins(0, 0, 6, 0)
        self._row.addWidget(self.title)

    def show_badges(self, title: str, badges: tuple[BadgeChoice, ...]) -> None:
        self.title.setText(title)
        self.setVisible(bool(badges))
        while len(self.picks) < len(badges):
            pick = BadgePick()
            pick.clicked.connect(partial(self._on_clicked, pick))
            self.picks.append(pick)
            self._row.addWidget(pick)
        for pick, badge in zip(self.picks, badges, strict=False):
            pick.show_choice(badge)
            pick.setAccessibleDescription(title)

    def set_compact(self, compact: bool) -> None:
        """Without its heading and as tight as hands allow: an arrow between the two rows says the same."""
        self.title.setHidden(compact)
        self._row.setSpacing(0 if compact else 2)
        for pick in self.picks:
            pick.set_compact(compact)
        self.updateGeometry()

    def _on_clicked(self, pick: BadgePick, _on: bool = False) -> None:
        choice = pick.choice()
        if choice is not None:
            pick.setChecked(choice.chosen)
            self.chosen.emit(choice.seat)


class NamedRow(Flow):
    """A few things by name, one of them chosen; `chosen` carries its value."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=8)
        self._values: list[str] = []
        self.buttons: list[SecondaryButton] = []

    def show_named(self, named: tuple[Named, ...]) -> None:
        self.setVisible(bool(named))
        while len(self.buttons) > len(named):
            self.remove(self.buttons.pop())
        while len(self.buttons) < len(named):
            button = SecondaryButton(size="table")
            button.setCheckable(True)
            button.clicked.connect(partial(self._on_clicked, len(self.buttons)))
            self.buttons.append(button)
            self.add(button)
        self._values = [each.value for each in named]
        for button, each in zip(self.buttons, named, strict=True):
            button.setText(each.text)
            button.set_icon(each.icon)
            button.setChecked(each.chosen)
        self.updateGeometry()

    def _on_clicked(self, place: int, _on: bool = False) -> None:
        self.buttons[place].setChecked(True)
        self.chosen.emit(self._values[place])


def show_number(stepper: Stepper, picture: NumberPicture | None) -> None:
    stepper.setVisible(picture is not None)
    if picture is None:
        return
    stepper.set_pattern(picture.pattern)
    stepper.set_range(picture.low, picture.high)
    stepper.set_value(picture.value)
    stepper.setEnabled(picture.usable)
    stepper.setAccessibleName(picture.name)
    stepper.setToolTip(picture.name)


class FormPanel(Card):
    """Shows a form and says what was touched; knows nothing of what it means."""

    giver_chosen = Signal(int)
    taker_chosen = Signal(int)
    act_chosen = Signal(str)
    service_chosen = Signal(str)
    units_changed = Signal(int)
    due_changed = Signal(int)
    give_asked = Signal()
    give_dropped = Signal()
    give_chosen = Signal(str)
    give_units_changed = Signal(int)
    give_due_changed = Signal(int)
    tapped = Signal(int)
    other_asked = Signal()

    def __init__(self) -> None:
        super().__init__(corner=12)
        self.title = Label("", "heading")
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_ring(self.title, own=True)
        self.hint = Label("", "heading", "text_secondary", weight=400)
        self.other = FlatButton(icon="x", size="table")
        self.giver, self.taker = BadgeRow(), BadgeRow()
        self.arrow = Icon("arrow-right", 20)
        self.acts, self.services, self.gives = NamedRow(), NamedRow(), NamedRow()
        self.units, self.due = Stepper(1, 99, large=True), Stepper(1, 12, large=True)
        self.give = SecondaryButton(icon="plus", size="table")
        self.give_units, self.give_due = Stepper(1, 99, large=True), Stepper(1, 12, large=True)
        self.give_off = FlatButton(icon="x", size="table")
        self.note = Label("", "heading", "text_secondary", weight=400, wraps=True, icon="info")
        self.fault = Label("", "heading", "negative", weight=400, wraps=True, icon="circle-alert")
        self.said = QWidget()
        """Room for a line of it, said or not: else everything below would move with each word."""
        inside = column(self.said, margins=(0, 0, 0, 0), gap=4)
        inside.addWidget(self.note)
        inside.addWidget(self.fault)
        self.taps = (TapTile(), TapTile())
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        lines = column(self, margins=(18, 8, 18, 10), gap=_GAP)
        head = row(gap=12)
        head.addWidget(Icon("pencil", 24))
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.hint)
        head.addWidget(self.other)
        lines.addLayout(head)
        badges = Flow(gap=8)
        badges.add(self.giver)
        badges.add(self.arrow)
        badges.add(self.taker)
        lines.addWidget(badges)
        self._badges = badges
        lines.addWidget(self.acts)
        lines.addWidget(self.services)
        numbers = Flow(gap=10)
        numbers.add(self.units)
        numbers.add(self.due)
        numbers.add(self.give)
        lines.addWidget(numbers)
        lines.addWidget(self.gives)
        give_numbers = Flow(gap=10)
        give_numbers.add(self.give_units)
        give_numbers.add(self.give_due)
        give_numbers.add(self.give_off)
        lines.addWidget(give_numbers)
        self._give_numbers = give_numbers
        lines.addWidget(self.said)
        across = row(gap=12)
        for tile in self.taps:
            across.addWidget(tile, 1)
        lines.addLayout(across)
        lines.addStretch(1)
        self._keep_room(choosing=True)

    def _connect(self) -> None:
        self.giver.chosen.connect(self.giver_chosen)
        self.taker.chosen.connect(self.taker_chosen)
        self.acts.chosen.connect(self.act_chosen)
        self.services.chosen.connect(self.service_chosen)
        self.units.value_changed.connect(self.units_changed)
        self.due.value_changed.connect(self.due_changed)
        self.give.clicked.connect(self.give_asked)
        self.give_off.clicked.connect(self.give_dropped)
        self.gives.chosen.connect(self.give_chosen)
        self.give_units.value_changed.connect(self.give_units_changed)
        self.give_due.value_changed.connect(self.give_due_changed)
        self.other.clicked.connect(self.other_asked)
        for tile in self.taps:
            tile.clicked.connect(partial(self._on_tap, tile))

    def show_form(self, picture: FormPicture, note: str, fault: str) -> None:
        """`note` and `fault` are of what happened last; the picture's own come first."""
        self.title.setText(picture.title)
        self.hint.setText("" if picture.other else picture.hint)
        self.other.setText(picture.other)
        self.other.setVisible(bool(picture.other))
        self.giver.show_badges(picture.from_title, picture.givers)
        self.taker.show_badges(picture.to_title, picture.takers)
        self._badges.setVisible(bool(picture.givers))
        self.acts.show_named(picture.acts)
        self._keep_room(choosing=bool(picture.givers))
        self.services.show_named(picture.services)
        show_number(self.units, picture.units)
        show_number(self.due, picture.due)
        self.give.setText(picture.give_button)
        self.give.setVisible(bool(picture.give_button))
        self.gives.show_named(picture.gives)
        show_number(self.give_units, picture.give_units)
        show_number(self.give_due, picture.give_due)
        self.give_off.setText(picture.give_off)
        self._give_numbers.setVisible(bool(picture.give_off))
        self._show_said(picture.note or note or picture.arrives, picture.fault or fault)
        self._show_taps(picture.taps)
        self._fit()

    def _keep_room(self, *, choosing: bool) -> None:
        """A choice of services that is not there yet has its room already; where none is to come, the list has it."""
        policy = self.services.sizePolicy()
        if policy.retainSizeWhenHidden() != choosing:
            policy.setRetainSizeWhenHidden(choosing)
            self.services.setSizePolicy(policy)

    def _show_said(self, said: str, wrong: str) -> None:
        """What is over goes before the other comes: two lines for a moment would push the form up."""
        lines = ((self.note, said), (self.fault, wrong))
        for label, text in sorted(lines, key=lambda line: bool(line[1])):
            label.setText(text)
            label.setVisible(bool(text))

    def event(self, event: QEvent) -> bool:
        """What is shown or hidden in it has its true height only when it is laid out anew."""
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return taken

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Rows may break: the height follows the width; the hint goes where it has no room."""
        self.said.setMinimumHeight(round(current_look().line("heading")))
        self.services.setMinimumHeight(self.units.sizeHint().height())
        self.hint.setVisible(self.width() >= _HINT_FROM and not self.other.isVisibleTo(self))
        compact = self.width() < _HEADED_FROM
        self.arrow.setVisible(compact)
        for badges in (self.giver, self.taker):
            badges.set_compact(compact)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setMinimumHeight(layout.heightForWidth(self.width()))

    def _show_taps(self, taps: tuple[TapPicture, ...]) -> None:
        if any(tile.hasFocus() for tile in self.taps) and all(tap.state in ("off", "bot") for tap in taps):
            # else the focus, and with it the ring, would jump to whatever comes next
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        for place, tile in enumerate(self.taps):
            tile.setVisible(place < len(taps))
            if place < len(taps):
                tile.show_tap(taps[place])

    def _on_tap(self, tile: TapTile) -> None:
        picture = tile.picture()
        if picture is not None:
            self.tapped.emit(SeatId(picture.seat))

    def tile(self, seat: int) -> TapTile | None:
        """The big badge of a seat, if it is wanted now."""
        return next((t for t in self.taps if t.isVisibleTo(self) and (p := t.picture()) and p.seat == seat), None)
