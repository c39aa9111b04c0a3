"""A note of the first-week coach: a dark bubble on free ground near the real control, with an arrow or a ring to it."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QLineF, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import Paragraph, put_line_at
from sandgame.paint.tokens import icon_for, palette
from sandgame.ui.kit.buttons import Button
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.kit.toast_place import Weighted, controls_shown, taken_in

Prefer = Literal["beside", "above", "below"]
_Edges = tuple[int, int, int, int]
_WIDE = 284
_ARROW = 12
_PAD = 16
_STEP = 16
_NEAR = 20
"""A gap up to which the arrow of the note reaches; across a wider one a ring shows the control."""
_LINE = 220
"""So far a line leads to the control too, where it strikes out nothing."""
_WORTH = 100
"""So many weighted points that a note covers are as bad as one px more to its control."""
_CROSSED = 60
"""As bad as so many px: something that the line from the note would strike out."""
_BRIEF = 500
"""As bad as so many px: a note that says its title only."""


class _Lead(QWidget, Themed):
    """A ring round the control of a note that lies farther off, and the line to it if there is one; the mouse goes
    through both."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._start, self._end, self._ring = QPointF(), QPointF(), QRectF()
        self._has_line = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("floats", True)
        self.hide()

    def lead(self, start: QPoint, end: QPoint, goal: QRect, *, line: bool) -> None:
        ring = goal.adjusted(-4, -4, 4, 4)
        box = (ring | QRect(start, end).normalized() if line else ring).adjusted(-_ARROW, -_ARROW, _ARROW, _ARROW)
        self.setGeometry(box)
        corner = box.topLeft()
        self._start, self._end, self._has_line = QPointF(start - corner), QPointF(end - corner), line
        self._ring = QRectF(ring.translated(-corner))
        self.show()
        self.raise_()
        self.update()

    def end(self) -> QPoint:
        """Where it points, in the window."""
        return self.geometry().topLeft() + self._end.toPoint()

    def on_look_changed(self) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = current_look().colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ink, wide in ((colour.surface, 6.5), (colour.focus, 2.5)):
            painter.setPen(QPen(ink, wide))
            painter.drawRoundedRect(self._ring, 9, 9)
        if not self._has_line:
            return
        line = QLineF(self._start, self._end)
        unit = QPointF(line.dx(), line.dy()) / max(line.length(), 1)
        back, aside = self._end - unit * 11, QPointF(-unit.y(), unit.x()) * 6
        head = QPolygonF([self._end, back + aside, back - aside])
        # a light edge: it may cross dark ground
        painter.setBrush(colour.top_bar)
        for ink, wide in ((colour.surface, 4), (colour.top_bar, 0)):
            painter.setPen(QPen(ink, 3 + wide))
            painter.drawLine(self._start, back)
            painter.setPen(QPen(ink, wide) if wide else Qt.PenStyle.NoPen)
            painter.drawPolygon(head)


class _HideButton(Button):
    def ink(self) -> QColor:
        return palette("light").colour.phase_active


class CoachBubble(QWidget, Themed):  # long: where a note lies, where it points and how it looks
    """Points at a control; `hide_asked` when the reader wants no more notes. It never covers the control, nor
    anything else that can be used; the mouse goes through it, except on its button."""

    hide_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._head = self._title = self._text = self._hint = ""
        self._said: tuple[str, ...] = ()
        self._known: tuple[object, ...] = ()
        """What lay where when a place was looked for last."""
        self._number, self._count = 1, 1
        self._target: QWidget | None = None
        self._prefer: Prefer = "beside"
        self._side: Literal["left", "right", "top", "bottom"] = "left"
        self._tip = QPointF()
        self._grounds: tuple[QWidget, ...] = ()
        self._work: QWidget | None = None
        self._taken: list[Weighted] = []
        self._found: tuple[bool, QRect] | None = None
        self._short = self._points = False
        self._lead = _Lead(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # beside the note, not in it: what is in it would not get the mouse either
        self.hide_button = _HideButton("", parent=window, size="small")
        self.hide_button.setProperty("floats", True)
        self.hide_button.clicked.connect(self.hide_asked)
        self.hide_button.hide()
        self.hide()
        window.installEventFilter(self)

    def set_texts(self, head: str, title: str, text: str, hint: str, hide: str) -> None:
        """Head line, title, text, what makes it go ("Do it, and it is done"), and the word on the button."""
        if (head, title, text, hint, hide) == self._said:
            return
        self._said = (head, title, text, hint, hide)
        self._head, self._title, self._text, self._hint = head, title, text, hint
        self.hide_button.setText(hide)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        if self.isVisible():
            self._place()

    def point_at(
        self,
        target: QWidget,
        number: int = 1,
        count: int = 1,
        prefer: Prefer = "beside",
        grounds: Sequence[QWidget] = (),
        work: QWidget | None = None,
    ) -> None:
        """Shows the note by a control of the same window; `number` of `count` notes; `prefer` where there is room; it
        lies on one of the `grounds` only, not over the `work` it asks for, and over as little of what is to be read
        there as can be. Where there is no room beside what can be used, it is not shown."""
        self._target, self._number, self._count, self._prefer = target, number, count, prefer
        self._grounds, self._work = tuple(grounds), work
        self.show()
        self.raise_()
        self.hide_button.show()
        self.hide_button.raise_()
        self._place()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hide_button.hide()
        self._lead.hide()

    def aim(self) -> QPoint:
        """Where the arrow of the note, or the line from it, ends: a place of the window."""
        return self._lead.end() if self._lead.isVisible() else self.geometry().topLeft() + self._tip.toPoint()

    def on_look_changed(self) -> None:
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _heights(self) -> tuple[float, float, float, float]:
        """Heights of head, title, text, foot; where there is little room, of title and foot only."""
        look = current_look()
        inner = _WIDE - 2 * _PAD
        title = Paragraph(self._title, look, "title").height(inner)
        text = Paragraph(self._text, look, "body").height(inner)
        foot = max(look.scaled(28), 28) + 6
        return (0, title + 2, 0, foot) if self._short else (look.line("caption") + 8, title + 2, text, foot)

    def _place(self) -> None:
        window = self.parentWidget()
        # a note that is closed leaves no ring behind, whatever happens to the window
        if self._target is None or window is None or self.isHidden():
            return
        goal = QRect(self._target.mapTo(window, QPoint(0, 0)), self._target.size())
        own = self.hide_button.geometry() if self.hide_button.isVisible() else QRect()
        used = [each for each in controls_shown(window, off=True) if each != own]
        if self._work is not None and self._work.isVisible():
            used.append(QRect(self._work.mapTo(window, QPoint(0, 0)), self._work.size()))
        mine = (self, self.hide_button, self._lead)
        taken = taken_in(window, *mine)
        self._taken = [(box, min(4 * weight, 30)) for box, weight in taken if box != own and not goal.contains(box)]
        known = (self._said, goal, used, self._taken, self._ground_boxes(window), self._prefer, current_look())
        if known != self._known:
            self._known, self._found = known, self._best_place(window, goal, used)
        if self._found is None:
            # better no note than one over what it is about
            self.hide()
            return
        self._settle(self._found, goal)

    def _best_place(self, window: QWidget, goal: QRect, used: list[QRect]) -> tuple[bool, QRect] | None:
        """Whether the note is a short one, and where it lies."""
        found: list[tuple[int, bool, QRect]] = []
        for self._short in (False, True):
            size = QSize(_WIDE, round(sum(self._heights())) + 2 * _PAD - 4)
            free = [self._free_place(ground, goal, size, used) for ground in self._ground_boxes(window)]
            found += [(cost + _BRIEF * self._short, self._short, body) for cost, body in filter(None, free)]
        best = min(found, key=lambda each: each[:2], default=None)
        return best[1:] if best is not None else None

    def _settle(self, found: tuple[bool, QRect], goal: QRect) -> None:
        self._short, body = found
        self._face(body, goal)
        size = self.hide_button.sizeHint()
        right, middle = body.right() - _PAD + 10, body.bottom() - 23
        self.hide_button.setGeometry(right - size.width(), middle - size.height() // 2, size.width(), size.height())
        self.update()

    def _ground_boxes(self, window: QWidget) -> list[QRect]:
        boxes = [
            window.rect() & QRect(each.mapTo(window, QPoint(0, 0)), each.size())
            for each in self._grounds
            if each.isVisible()
        ]
        return [box.adjusted(_ARROW, _ARROW, -_ARROW, -_ARROW) for box in boxes or [window.rect()]]

    def _free_place(self, ground: QRect, goal: QRect, size: QSize, used: list[QRect]) -> tuple[int, QRect] | None:
        """The place that is near to the control, covers little and nothing that can be used; how bad it is."""
        tops = range(ground.top(), ground.bottom() - size.height() + 2, _STEP)
        lefts = range(ground.left(), ground.right() - size.width() + 2, _STEP)
        places = [QRect(QPoint(left, top), size) for top in tops for left in lefts]
        best: tuple[int, QRect] | None = None
        blocked = [_edges(each) for each in used]
        covered = [(_edges(each), weight) for each, weight in self._taken]
        for far, place in sorted(((self._far(place, goal), place) for place in places), key=lambda each: each[0]):
            if best is not None and far >= best[0]:
                break
            wider = place.adjusted(-_ARROW - 2, -_ARROW - 2, _ARROW + 2, _ARROW + 2)
            near = _edges(place.adjusted(-4, -4, 4, 4))
            if wider.intersects(goal) or any(_common(near, each) for each in blocked):
                continue
            cost = far + sum(_common(near, each) * weight for each, weight in covered) // _WORTH
            if best is None or cost < best[0]:
                cost += _CROSSED * self._crossed(place, goal)
            if best is None or cost < best[0]:
                best = cost, place
        return best

    def _crossed(self, place: QRect, goal: QRect) -> int:
        """How many things to read a line from there to the control would strike out."""
        across, down = _gaps(place, goal)
        if across + down <= _NEAR:
            return 0
        end = _edge(goal, place, above_or_below=across == 0 or (down > 0 and across >= down))
        line = QLineF(QPointF(_nearest(place, end)), QPointF(end))
        return _struck(line, self._taken) if line.length() <= _LINE else 0

    def _far(self, place: QRect, goal: QRect) -> int:
        """How far a place is from the control; the side that is preferred counts as nearer."""
        across, down = _gaps(place, goal)
        wished = {
            "beside": across > 0,
            "above": place.bottom() < goal.top(),
            "below": place.top() > goal.bottom(),
        }[self._prefer]
        aside = (place.center() - goal.center()).manhattanLength() // 8
        return (across + down + aside) // 2 - (30 if wished else 0)

    def _face(self, body: QRect, goal: QRect) -> None:
        """The side the arrow stands at, and its tip."""
        across, down = _gaps(body, goal)
        if down == 0 or across > down > 0:
            self._side = "left" if goal.center().x() < body.center().x() else "right"
        else:
            self._side = "top" if goal.center().y() < body.center().y() else "bottom"
        left, right = _ARROW * (self._side == "left"), _ARROW * (self._side == "right")
        top, bottom = _ARROW * (self._side == "top"), _ARROW * (self._side == "bottom")
        box = body.adjusted(-left, -top, right, bottom)
        self.setGeometry(box)
        if self._side in ("left", "right"):
            height = min(max(goal.center().y() - box.top(), 22), box.height() - 22)
            self._tip = QPointF(0 if left else box.width(), height)
        else:
            along = min(max(goal.center().x() - box.left(), 22), box.width() - 22)
            self._tip = QPointF(along, 0 if top else box.height())
        self._point_far(body, goal)

    def _point_far(self, body: QRect, goal: QRect) -> None:
        """An arrow that would not touch the control gives way to a line to it."""
        across, down = _gaps(body, goal)
        tip = self.geometry().topLeft() + self._tip.toPoint()
        self._points = across + down <= _NEAR and goal.adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR).contains(tip)
        if self._points:
            self._lead.hide()
            return
        end = _edge(goal, body, above_or_below=across == 0 or (down > 0 and across >= down))
        start = _nearest(body, end)
        line = QLineF(QPointF(start), QPointF(end))
        self._lead.lead(start, end, goal, line=line.length() <= _LINE and not _struck(line, self._taken))
        self.raise_()
        self.hide_button.raise_()

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
        painter.fillPath(shape.united(self._arrow()) if self._points else shape, colour.top_bar)
        head, title, text, _ = self._heights()
        left, top, inner = body.left() + _PAD, body.top() + _PAD - 4, body.width() - 2 * _PAD
        quiet = colour.on_top_bar_secondary
        if not self._short:
            middle = top + look.line("caption") / 2
            draw_icon(painter, icon_for("coach"), QRectF(left, middle - 8, 16, 16), quiet)
            put_line_at(painter, self._head, left + 23, middle, look, "caption", quiet)
            self._draw_dots(painter, left + inner, middle)
        top += head
        Paragraph(self._title, look, "title").draw(painter, QRectF(left, top, inner, title), colour.on_top_bar)
        top += title
        if not self._short:
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


def _gaps(place: QRect, goal: QRect) -> tuple[int, int]:
    """How far apart two places are, across and down."""
    across = max(0, goal.left() - place.right(), place.left() - goal.right())
    return across, max(0, goal.top() - place.bottom(), place.top() - goal.bottom())


def _edges(box: QRect) -> _Edges:
    return box.left(), box.top(), box.right() + 1, box.bottom() + 1


def _common(one: _Edges, other: _Edges) -> int:
    """How many points two boxes have in common; plain numbers are many times faster than Qt's."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    if across <= 0:
        return 0
    return across * max(0, min(one[3], other[3]) - max(one[1], other[1]))


def _struck(line: QLineF, taken: list[Weighted]) -> int:
    points = [line.pointAt(step / 24).toPoint() for step in range(25)]
    return sum(any(box.contains(point) for point in points) for box, _ in taken)


def _nearest(box: QRect, point: QPoint) -> QPoint:
    x = min(max(point.x(), box.left()), box.right())
    return QPoint(x, min(max(point.y(), box.top()), box.bottom()))


def _edge(goal: QRect, body: QRect, *, above_or_below: bool) -> QPoint:
    """On the side of a control that faces the note, clear of its corners: it is plain which control is meant."""
    inside = goal.adjusted(min(24, goal.width() // 2), 0, -min(24, goal.width() // 2), 0)
    if above_or_below:
        edge = goal.bottom() + 2 if body.top() > goal.bottom() else goal.top() - 2
        return QPoint(_nearest(inside, body.center()).x(), edge)
    side = goal.right() + 2 if body.left() > goal.right() else goal.left() - 2
    return QPoint(side, _nearest(goal, body.center()).y())
