"""The chosen case beside the gallery: what it is about, how many weeks, the time they take, who sits at the table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from sandgame.present.gallery import CaseTile, GalleryPage, Seat
from sandgame.present.time_plan import TimeTable
from sandgame.text.speech import Speech
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import PrimaryButton
from sandgame.ui.kit.cards import Card, Divider, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.segmented import Segmented
from sandgame.ui.kit.themed import current_look
from sandgame.ui.scroller import Scroller

_IN_TWO = 2


class ChosenCase(Card):
    """What is known of the chosen case, and the way on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ways = Segmented()
        self.go = PrimaryButton("", "arrow-right", size="large")
        self.go.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._case: CaseTile | None = None
        self._weeks: dict[str, int] = {}
        self._this = Label(role="caption", tone="text_secondary")
        self._title = Label(role="heading", wraps=True)
        self._line = Label(role="body", wraps=True)
        self._practises = Label(role="body", tone="text_secondary", wraps=True)
        self._opens = Label(role="body", tone="text_secondary", wraps=True, icon="door-open")
        self._length_title = Label(role="label", tone="text_secondary", weight=700)
        self.length = Segmented()
        self.length.index_changed.connect(self._on_length)
        self._time = _Time()
        self._who_title = Label(role="label", tone="text_secondary", weight=700)
        self._next = Label(role="caption", tone="text_secondary", wraps=True)
        self._who = _Who()
        self._lay_out()

    def _lay_out(self) -> None:
        upper = QWidget()
        inside = column(upper, margins=(16, 12, 16, 8), gap=6)
        for label in (self._this, self._title, self._line, self._practises, self._opens):
            inside.addWidget(label)
        inside.addSpacing(2)
        inside.addWidget(Divider())
        inside.addSpacing(2)
        inside.addWidget(self._length_title)
        inside.addWidget(self.length)
        inside.addWidget(self._time)
        inside.addSpacing(2)
        inside.addWidget(self._who_title)
        inside.addWidget(self._who)
        inside.addStretch(1)
        lower = QWidget()
        under = column(lower, margins=(16, 10, 16, 16), gap=8)
        under.addWidget(self._next)
        under.addWidget(self.go)
        head = self._head = QWidget()
        column(head, margins=(16, 12, 16, 0)).addWidget(self.ways)
        outer = column(self, margins=(1, 1, 1, 0), gap=0)
        outer.addWidget(head)
        outer.addWidget(Scroller(upper), 1)
        outer.addWidget(Divider())
        outer.addWidget(lower)

    def weeks(self) -> int:
        """The length that is chosen for the case; the one to begin with until another one was."""
        if self._case is None:
            return 0
        return self._weeks.get(self._case.case, self._case.weeks)

    def show_words(self, page: GalleryPage, speech: Speech) -> None:
        self._this.setText(speech.say("gallery-this"))
        self._length_title.setText(page.length_title)
        self.length.setAccessibleName(page.length_title)
        self._who_title.setText(page.who_title)
        self._head.setVisible(bool(page.ways))
        self.ways.set_options(page.ways)
        self.ways.set_index(int(page.at_table))
        self._next.setText(page.choose_line)
        self.go.setText(page.choose)

    def show_case(self, case: CaseTile) -> None:
        self._case = case
        self._title.setText(case.title)
        self._line.setText(case.line)
        self._practises.setText(case.practises)
        self._opens.setText(case.opens)
        several = len(case.lengths) > 1
        self._length_title.setVisible(several)
        self.length.setVisible(several)
        if several:
            self.length.set_options([(each.title, "") for each in case.lengths])
            self.length.set_index(self._place())
        self._time.show_table(case.lengths[self._place()].time)
        self._who.show_seats(case.who)

    def _place(self) -> int:
        assert self._case is not None
        return next(place for place, each in enumerate(self._case.lengths) if each.weeks == self.weeks())

    def _on_length(self, place: int) -> None:
        assert self._case is not None
        self._weeks[self._case.case] = self._case.lengths[place].weeks
        self._time.show_table(self._case.lengths[place].time)


class _Refilled(QWidget):
    """A grid that is emptied before it is filled anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self._cells: list[QWidget] = []

    def empty(self) -> None:
        for cell in self._cells:
            self.grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = []

    def put(self, cell: QWidget, line: int, place: int, span: int = 1, align: Qt.AlignmentFlag | None = None) -> None:
        self.grid.addWidget(cell, line, place, 1, span, align or Qt.AlignmentFlag(0))
        self._cells.append(cell)


class _Time(_Refilled):
    """The time plan: phases down, weeks across, the sums below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid.setHorizontalSpacing(14)
        self.grid.setVerticalSpacing(2)
        self.grid.setColumnStretch(0, 1)

    def show_table(self, table: TimeTable) -> None:
        self.empty()
        self.put(Label(table.title, "label", weight=700, wraps=True, icon="clock"), 0, 0, 4)
        right = Qt.AlignmentFlag.AlignRight
        for place, head in enumerate(table.heads, start=1):
            self.put(Label(head, "caption", "text_secondary"), 1, place, align=right)
        for line, each in enumerate(table.rows, start=2):
            last = line == len(table.rows) + 1
            if last:
                self.put(Divider(), line, 0, 4)
            name = Label(each.name, "body", weight=700 if last else 400)
            name.setAccessibleName(each.spoken)
            self.put(name, line + last, 0)
            for place, time in enumerate(each.times, start=1):
                bold = last or place == len(each.times)
                self.put(Label(time, "body", weight=700 if bold else 400), line + last, place, align=right)
        self.put(Label(table.note, "caption", "text_secondary", wraps=True), len(table.rows) + 3, 0, 4)


class _Who(_Refilled):
    """The departments of a case, two in a line; what each does stands in its tip and on the next page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(6)

    def show_seats(self, seats: tuple[Seat, ...]) -> None:
        self.empty()
        across = _IN_TWO if current_look().text_percent == 100 else 1
        for place in range(_IN_TWO):
            self.grid.setColumnStretch(place, 1)
        for number, seat in enumerate(seats):
            line, place = divmod(number, across)
            self.put(self._row(seat), line, place)

    def _row(self, seat: Seat) -> QWidget:
        made = QWidget()
        across = row(made, gap=8)
        across.addWidget(BadgeWidget(seat.badge, 24))
        name = Label(seat.name, "body", weight=700, wraps=True)
        name.setToolTip(seat.line)
        name.setAccessibleDescription(seat.line)
        across.addWidget(name, 1, Qt.AlignmentFlag.AlignVCenter)
        return made
