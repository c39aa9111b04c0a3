"""A note of the first-week coach: a dark bubble beside the real control, with an arrow to it."""

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import Paragraph, put_line_at
from sandgame.paint.tokens import icon_for, palette
from sandgame.ui.kit.buttons import Button
from sandgame.ui.kit.themed import Themed, current_look

Prefer = Literal["beside", "above", "below"]
_WIDE = 284
_ARROW = 12
_PAD = 16


class _HideButton(Button):
    def ink(self) -> QColor:
        return palette("light").colour.phase_active


class CoachBubble(QWidget, Themed):
    """Points at a control; `hide_asked` when the reader wants no more notes. It never covers the control."""

    hide_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._head = self._title = self._text = self._hint = ""
        self._number, self._count = 1, 1
        self._target: QWidget | None = None
        self._prefer: Prefer = "beside"
        self._side: Literal["left", "right", "top", "bottom"] = "left"
        self._tip = QPointF()
        self._hide = _HideButton("", parent=self, size="small")
        self._hide.clicked.connect(self.hide_asked)
        self.hide()
        window.installEventFilter(self)

    def set_texts(self, head: str, title: str, text: str, hint: str, hide: str) -> None:
        """Head line, title, text, what makes it go ("Do it, and it is done"), and the word on the button."""
        self._head, self._title, self._text, self._hint = head, title, text, hint
        self._hide.setText(hide)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._place()

    def point_at(self, target: QWidget, number: int = 1, count: int = 1, prefer: Prefer = "beside") -> None:
        """Shows the note by a control of the same window; `number` of `count` notes; `prefer` where there is room."""
        self._target, self._number, self._count, self._prefer = target, number, count, prefer
        self._place()
        self.show()
        self.raise_()

    def on_look_changed(self) -> None:
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _heights(self) -> tuple[float, float, float, float]:
        """Heights of head, title, text, foot."""
        look = current_look()
        inner = _WIDE - 2 * _PAD
        title = Paragraph(self._title, look, "title").height(inner)
        text = Paragraph(self._text, look, "body").height(inner)
        return look.line("caption") + 8, title + 2, text, max(look.scaled(28), 28) + 6

    def _place(self) -> None:
        window = self.parentWidget()
        if self._target is None or window is None:
            return
        high = round(sum(self._heights())) + 2 * _PAD - 4
        goal = QRect(self._target.mapTo(window, QPoint(0, 0)), self._target.size())
        whole = window.rect()
        beneath = goal.bottom() + 14 + _ARROW + high < whole.bottom()
        if self._prefer == "below" and beneath:
            self._side, box = "top", QRect(0, goal.bottom() + 12, _WIDE, high + _ARROW)
        elif self._prefer == "above" and goal.top() - 14 - _ARROW - high > 0:
            self._side, box = "bottom", QRect(0, goal.top() - 12 - _ARROW - high, _WIDE, high + _ARROW)
        elif goal.right() + 14 + _ARROW + _WIDE < whole.right():
            self._side, box = "left", QRect(goal.right() + 14, 0, _WIDE + _ARROW, high)
        elif goal.left() - 14 - _ARROW - _WIDE > 0:
            self._side, box = "right", QRect(goal.left() - 14 - _ARROW - _WIDE, 0, _WIDE + _ARROW, high)
        elif beneath:
            self._side, box = "top", QRect(0, goal.bottom() + 12, _WIDE, high + _ARROW)
        else:
            self._side, box = "bottom", QRect(0, goal.top() - 12 - _ARROW - high, _WIDE, high + _ARROW)
        if self._side in ("left", "right"):
            top = goal.center().y() - min(36, high // 2)
            box.moveTop(min(max(top, 8), max(8, whole.bottom() - 8 - high)))
            across = 0.0 if self._side == "left" else float(box.width())
            self._tip = QPointF(across, min(max(goal.center().y() - box.top(), 22), high - 22))
        else:
            box.moveLeft(min(max(goal.center().x() - _WIDE // 2, 8), max(8, whole.right() - 8 - _WIDE)))
            down = 0.0 if self._side == "top" else float(box.height())
            self._tip = QPointF(min(max(goal.center().x() - box.left(), 22), _WIDE - 22), down)
        self.setGeometry(box)
        size = self._hide.sizeHint()
        body = self._body()
        right, middle = round(body.right()) - _PAD + 10, round(self._foot_middle())
        self._hide.setGeometry(right - size.width(), middle - size.height() // 2, size.width(), size.height())
        self.update()

    def _foot_middle(self) -> float:
        return self._body().bottom() - 24

    def _body(self) -> QRectF:
        box = QRectF(self.rect())
        match self._side:
            case "left":
                return box.adjusted(_ARROW, 0, 0, 0)
            case "right":
                return box.adjusted(0, 0, -_ARROW, 0)
            case "top":
                return box.adjusted(0, _ARROW, 0, 0)
            case _:
                return box.adjusted(0, 0, 0, -_ARROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        colour = look.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = self._body()
        shape = QPainterPath()
        shape.addRoundedRect(body, 12, 12)
        painter.fillPath(shape.united(self._arrow()), colour.top_bar)
        head, title, text, _ = self._heights()
        left, top, inner = body.left() + _PAD, body.top() + _PAD - 4, body.width() - 2 * _PAD
        quiet = colour.on_top_bar_secondary
        middle = top + look.line("caption") / 2
        draw_icon(painter, icon_for("coach"), QRectF(left, middle - 8, 16, 16), quiet)
        put_line_at(painter, self._head, left + 23, middle, look, "caption", quiet)
        self._draw_dots(painter, left + inner, middle)
        top += head
        Paragraph(self._title, look, "title").draw(painter, QRectF(left, top, inner, title), colour.on_top_bar)
        top += title
        Paragraph(self._text, look, "body").draw(painter, QRectF(left, top, inner, text), colour.on_top_bar)
        put_line_at(painter, self._hint, left, self._foot_middle(), look, "caption", quiet)

    def _arrow(self) -> QPainterPath:
        inwards = {"left": (1, 0), "right": (-1, 0), "top": (0, 1), "bottom": (0, -1)}[self._side]
        deep = QPointF(inwards[0], inwards[1]) * (_ARROW + 1)
        aside = QPointF(inwards[1], inwards[0]) * 11
        path = QPainterPath(self._tip)
        path.lineTo(self._tip + deep + aside)
        path.lineTo(self._tip + deep - aside)
        path.closeSubpath()
        return path

    def _draw_dots(self, painter: QPainter, right: float, middle: float) -> None:
        colour = current_look().colour
        painter.setPen(Qt.PenStyle.NoPen)
        left = right - (self._count - 1) * 10 - 16
        for number in range(1, self._count + 1):
            now = number == self._number
            painter.setBrush(colour.phase_active if now else colour.on_top_bar_secondary)
            painter.setOpacity(1 if now else 0.35)
            wide = 16 if now else 6
            painter.drawRoundedRect(QRectF(left, middle - 3, wide, 6), 3, 3)
            left += wide + 4
        painter.setOpacity(1)
