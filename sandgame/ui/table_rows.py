"""All agreements of the week in large type, newest last; a row leads to what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from sandgame.paint.badge import draw_badge
from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import put_line_at
from sandgame.paint.look import Look
from sandgame.present.table_open import AgreementRow
from sandgame.ui.kit.cards import Card, Divider, column, row
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Icon, Label
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.rows import Rows
from sandgame.ui.scroller import Scroller

_HIGH = 40
_BADGE = 29.0
_LEFT = 149.0
"""Both badges and the arrow between them."""
_RIGHT = 68.0
"""The sign of the state and the arrow that leads on."""
_LEAST = 90.0
"""What is left of a long name in the narrowest row; the whole is in the tooltip."""
_AREA = 44


def cut_name(what: str, room: float, look: Look) -> str:
    """A service and how many of it: the number stays, what is cut is the name."""
    if look.width(what, "heading", 700) <= room:
        return what
    name, _, times = what.rpartition(" ")
    left = room - look.width(f" {times}", "heading", 700)
    cut = QFontMetricsF(look.font_for(name, "heading", 700)).elidedText(name, Qt.TextElideMode.ElideRight, left)
    return f"{cut} {times}"


class RowButton(QAbstractButton, Themed):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: AgreementRow | None = None
        self._name_room = self._what_room = self._due_room = 0.0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_ring(self, corner=7)

    def agreement(self) -> AgreementRow | None:
        return self._row

    def show_row(self, picture: AgreementRow) -> None:
        self._row = picture
        self.setText(picture.what)
        self.setAccessibleName(picture.spoken)
        self.setToolTip(f"{picture.giver_name} → {picture.taker_name}\n{picture.what}\n{picture.due} · {picture.mark}")
        self.updateGeometry()
        self.update()

    def set_rooms(self, name: float, what: float, due: float) -> None:
        """As wide as the longest of the whole list, so that its columns stand one below the other."""
        self._name_room, self._what_room, self._due_room = name, what, due
        self.update()

    def _change_room(self) -> float:
        """Of the word that says what a click does; it stands on the row that is pointed at."""
        word = self._row.change if self._row is not None else ""
        return current_look().width(word, "heading", 400) + 8 if word else 0.0

    def is_named(self) -> bool:
        """Who it is is told in words only where the longest service has its whole name beside them."""
        needed = _LEFT + 2 * (self._name_room + 10) + self._what_room + self._due_room + 30 + _RIGHT
        return needed <= self.width()

    def shown_what(self) -> str:
        """The service, cut where the week needs the room."""
        if self._row is None:
            return ""
        names = 2 * (self._name_room + 10) if self.is_named() else 0.0
        look = current_look()
        room = self.width() - _LEFT - names - self._due_room - 20 - _RIGHT
        return cut_name(self._row.what, room, look)

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        look = current_look()
        what = look.width(self._row.what, "heading", 700) if self._row is not None else 0
        return QSize(round(_LEFT + what + self._due_room + 20 + _RIGHT), round(look.scaled(_HIGH)))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(_LEFT + _LEAST + self._due_room + 20 + _RIGHT), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        picture = self._row
        if picture is None:
            return
        look, painter = current_look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if picture.chosen or self.underMouse():
            painter.fillRect(self.rect(), look.colour.info_bg if picture.chosen else look.colour.surface_subtle)
        middle = self.height() / 2
        named = self.is_named()
        step = self._name_room + 10 if named else 0.0
        left = 17.0
        draw_badge(painter, picture.giver, QRectF(left, middle - _BADGE / 2, _BADGE, _BADGE), look)
        left += _BADGE + 10
        quiet = look.colour.text_secondary
        if named:
            put_line_at(painter, picture.giver_name, left, middle, look, "heading", quiet, 400)
        left += step
        draw_icon(painter, "arrow-right", QRectF(left, middle - 9, 18, 18), quiet)
        left += 28
        draw_badge(painter, picture.taker, QRectF(left, middle - _BADGE / 2, _BADGE, _BADGE), look)
        left += _BADGE + 10
        if named:
            put_line_at(painter, picture.taker_name, left, middle, look, "heading", quiet, 400)
        left += step + 6
        what = self.shown_what()
        put_line_at(painter, what, left, middle, look, "heading", look.colour.text, 700)
        due = self.width() - _RIGHT - look.width(picture.due, "heading", 400)
        put_line_at(painter, picture.due, due, middle, look, "heading", quiet, 400)
        draw_icon(painter, picture.icon, QRectF(self.width() - 60, middle - 11, 22, 22), look.named(picture.tone))
        pointed = self.underMouse() or self.hasFocus()
        ink = look.colour.info if pointed else quiet
        draw_icon(painter, "chevron-right", QRectF(self.width() - 31, middle - 9, 18, 18), ink)
        change = due - self._change_room() - 4
        if pointed and left + look.width(what, "heading", 700) + 8 <= change:
            put_line_at(painter, picture.change, change, middle, look, "heading", ink, 400)


class _Area(Scroller):
    """The list scrolls in the height it is given: however long it grows, it pushes nothing else away."""

    def sizeHint(self) -> QSize:
        return QSize(240, _AREA)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), _AREA)


class AgreementList(Card):
    """`chosen` carries the row."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(corner=12)
        self.title = Label("", "heading")
        self.count = Label("", "heading", "text_secondary", weight=400)
        self.none = Label("", "heading", "text_tertiary", weight=400, wraps=True)
        inner = QWidget()
        self._inside = QVBoxLayout(inner)
        self._inside.setContentsMargins(1, 0, 1, 0)
        self._inside.setSpacing(0)
        self._inside.addStretch(1)
        self.area = _Area(inner)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._rows: Rows[AgreementRow, RowButton] = Rows(self._inside, self._made, RowButton.show_row)
        lines = column(self, margins=(0, 0, 0, 0), gap=0)
        head = row(margins=(18, 4, 18, 3), gap=12)
        head.addWidget(Icon("handshake", 24))
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.count)
        lines.addLayout(head)
        lines.addWidget(Divider())
        holder = column(held := QWidget(), margins=(18, 10, 18, 10))
        holder.addWidget(self.none)
        self._none_box = held
        lines.addWidget(held)
        lines.addWidget(self.area, 1)
        self._last = 0
        self._wanted: RowButton | None = None
        self._scroll = QTimer(self)
        self._scroll.setSingleShot(True)
        self._scroll.setInterval(0)
        self._scroll.timeout.connect(self._to_wanted)
        # a row that has just been added makes room for itself only now
        self.area.verticalScrollBar().rangeChanged.connect(self._to_wanted)

    @property
    def rows(self) -> list[RowButton]:
        return self._rows.widgets

    def show_rows(self, title: str, count: str, none: str, rows: tuple[AgreementRow, ...]) -> None:
        self.title.setText(title)
        self.count.setText(count)
        self.none.setText(none)
        self._none_box.setVisible(not rows)
        self._rows.fill(rows)
        look = current_look()
        names = {name for each in rows for name in (each.giver_name, each.taker_name)}
        room = max((look.width(name, "heading", 400) for name in names), default=0.0)
        what = max((look.width(each.what, "heading", 700) for each in rows), default=0.0)
        due = max((look.width(each.due, "heading", 400) for each in rows), default=0.0)
        for button in self.rows:
            button.set_rooms(room, what, due)
        chosen = next((row for row in self.rows if (picture := row.agreement()) and picture.chosen), None)
        if len(rows) != self._last or chosen is not None:
            # after the rows have found their places
            self._wanted = chosen or (self.rows[-1] if self.rows else None)
            self._scroll.start()
        self._last = len(rows)

    def _to_wanted(self) -> None:
        if self._wanted is not None and isValid(self._wanted):
            self.area.ensureWidgetVisible(self._wanted, 0, 4)

    def _made(self) -> RowButton:
        button = RowButton()
        button.clicked.connect(lambda: self.chosen.emit(button.agreement()))
        return button
