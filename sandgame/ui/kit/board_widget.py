"""The board as a widget: paints a picture, follows pointer and keyboard, says what is clicked or entered."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sandgame.paint.board import BoardPlan, Marks, draw_above, draw_ground, draw_travellers, lay_out, selected
from sandgame.paint.board_spots import Spot, nearest_in_direction, reading_order, spoken, spots
from sandgame.paint.look import Look
from sandgame.paint.tokens import radius
from sandgame.present.pictures import BoardPicture, FlowPicture, Sign
from sandgame.ui.kit.board_flows import BoardFlows
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.sign_bar import SignBar
from sandgame.ui.kit.themed import Themed, current_look

Corner = Literal["bottom_left", "bottom_right", "top_left", "top_right"]
_ZOOM = (0.8, 1.5)
_NARROW = 640
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class BoardWidget(QWidget, Themed):  # long: most of it are Qt overrides of one line each
    """Islands and chips are reached with the arrows, in reading order with `focus_spot`, and opened with Enter."""

    island_asked = Signal(int)
    chip_asked = Signal(int)
    spot_changed = Signal(str, int)
    picture_changed = Signal()
    sign_asked = Signal(object)
    """One of the four signs, or None to take the own one away."""

    played = Signal()

    def __init__(self, picture: BoardPicture | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture or BoardPicture()
        self._plan: BoardPlan | None = None
        self._spot: Spot | None = None
        self._hover_ribbon: int | None = None
        self._zoom = 1.0
        self._corners: dict[Corner, QWidget] = {}
        self._signs: SignBar | None = None
        self._framed = True
        self._still: QPixmap | None = None
        self._still_key: tuple[BoardPlan, int | None, Look, float] | None = None
        self._flows = BoardFlows(self)
        self._flows.moved.connect(self.update)
        self._flows.played.connect(self.played)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        set_ring(self, own=True)

    # what it shows

    def set_picture(self, picture: BoardPicture) -> None:
        # what is selected moves nothing: to look for room and to draw again would cost more than all else of a click
        if _unmarked(picture) != _unmarked(self._picture):
            self._plan = None
        self._picture = picture
        self._flows.clear()
        if self._spot is not None and self._spot not in spots(self.plan()):
            self._spot = None
        self.picture_changed.emit()
        self.update()

    def picture(self) -> BoardPicture:
        return self._picture

    def set_framed(self, framed: bool) -> None:
        """Whether the board has a border and round corners (off on a whole page of sand)."""
        self._framed = framed
        self.update()

    def set_corner(self, widget: QWidget, corner: Corner) -> None:
        """A control that lies on the sand, 12 px from the edge; chips and ghosts keep clear of it."""
        widget.setParent(self)
        self._corners[corner] = widget
        widget.show()
        self._place_corners()

    def show_signs(self, label: str, tip: str, names: Sequence[str], mine: Sign | None) -> None:
        """The four signs at the bottom right and which one is up; without names there are none."""
        if self._signs is None:
            if not names:
                return
            self._signs = SignBar()
            self._signs.sign_asked.connect(self.sign_asked)
            self.set_corner(self._signs, "bottom_right")
        self._signs.setVisible(bool(names))
        if names:
            self._signs.set_texts(label, names)
            self._signs.setToolTip(tip)
            self._signs.set_sign(mine)
        self._place_corners()

    def play(self, flows: Sequence[FlowPicture]) -> None:
        """Lets units travel; `played` comes when all have arrived, at once when motion is reduced."""
        self._flows.play(flows, at_once=current_look().calm or not self.isVisible())

    def plan(self) -> BoardPlan:
        """Where everything lies now."""
        if self._plan is None:
            corners = [widget for widget in self._corners.values() if not widget.isHidden()]
            reserved = [self._to_board(QRectF(widget.geometry())) for widget in corners]
            whole = QSizeF(self.width() / self._zoom, self.height() / self._zoom)
            self._plan = lay_out(_unmarked(self._picture), whole, current_look(), reserved)
        return self._plan

    def on_look_changed(self) -> None:
        self._plan = None
        self._place_corners()

    def sizeHint(self) -> QSize:
        return QSize(758, 494)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 200)

    # zoom

    def zoom(self) -> float:
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        self._zoom = min(max(zoom, _ZOOM[0]), _ZOOM[1])
        self._plan = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        self.set_zoom(self._zoom + (0.1 if event.angleDelta().y() > 0 else -0.1))
        event.accept()

    def _to_board(self, box: QRectF) -> QRectF:
        return QRectF(box.topLeft() / self._zoom, box.size() / self._zoom)

    # the keyboard's place

    def reading_order(self) -> list[Spot]:
        """Own island, suppliers, customers, each followed by its chips."""
        return reading_order(self.plan())

    def spot(self) -> Spot | None:
        """What the keyboard is on: ("island" or "chip", its id)."""
        return self._spot

    def focus_spot(self, spot: Spot) -> None:
        """Moves the keyboard's place on the board, and says so to assistive tools."""
        if spot == self._spot or spot not in spots(self.plan()):
            return
        self._spot = spot
        words = spoken(self.plan(), spot)
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.spot_changed.emit(*spot)
        self.update()

    # keyboard

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._spot is None:
            self._start()
        super().focusInEvent(event)
        self.update()

    def _start(self) -> None:
        order = self.reading_order()
        if order:
            self.focus_spot(order[0])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        direction = _ARROWS.get(Qt.Key(event.key()))
        if direction is not None:
            self._move(*direction)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not control:
            self._ask(self._spot)
        elif control and event.key() == Qt.Key.Key_0:
            self.set_zoom(1.0)
        elif control and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.set_zoom(self._zoom + 0.1)
        elif control and event.key() == Qt.Key.Key_Minus:
            self.set_zoom(self._zoom - 0.1)
        else:
            super().keyPressEvent(event)

    def _move(self, across: int, down: int) -> None:
        if self._spot is None:
            self._start()
            return
        places = spots(self.plan())
        found = nearest_in_direction(places[self._spot], places, across, down)
        if found is not None:
            self.focus_spot(found)

    def _ask(self, spot: Spot | None) -> None:
        if spot is None:
            return
        kind, number = spot
        (self.island_asked if kind == "island" else self.chip_asked).emit(number)

    # pointer

    def _hit(self, position: QPointF) -> Spot | None:
        point = position / self._zoom
        chip = self.plan().chip_at(point)
        if chip is not None:
            return ("chip", chip)
        island = self.plan().island_at(point)
        return ("island", island) if island is not None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self._hit(event.position())
        ribbon = self.plan().ribbon_at(event.position() / self._zoom) if spot is None else None
        self.setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)
        if ribbon != self._hover_ribbon:
            self._hover_ribbon = ribbon
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover_ribbon = None
        self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        spot = self._hit(event.position())
        if spot is not None:
            self.focus_spot(spot)
            self._ask(spot)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return super().event(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        QToolTip.showText(event.globalPos(), self.plan().tip_at(QPointF(event.pos()) / self._zoom), self)

    # painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_corners()

    def _place_corners(self) -> None:
        if self._signs is not None:
            self._signs.set_short(self.width() < current_look().scaled(_NARROW))
        for corner, widget in self._corners.items():
            size = widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
            left = 12 if corner.endswith("left") else self.width() - 12 - size.width()
            top = 12 if corner.startswith("top") else self.height() - 10 - size.height()
            widget.setGeometry(left, top, size.width(), size.height())
        self._plan = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        corner = radius("board")
        if self._framed:
            clip = QPainterPath()
            clip.addRoundedRect(box, corner, corner)
            painter.setClipPath(clip)
        painter.drawPixmap(0, 0, self._still_board())
        painter.save()
        painter.scale(self._zoom, self._zoom)
        draw_above(painter, self.plan(), look, self._marks())
        draw_travellers(painter, self._flows.travellers(), self.plan(), look)
        painter.restore()
        if self._framed:
            painter.setPen(QPen(look.colour.sand_border, 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)

    def _still_board(self) -> QPixmap:
        """All but the marks and the travellers, drawn once until something changes."""
        scale = self.devicePixelRatioF()
        key = (self.plan(), self._hover_ribbon, current_look(), scale)
        if self._still is None or self._still_key != key:
            self._still = QPixmap(self.size() * scale)
            self._still.setDevicePixelRatio(scale)
            painter = QPainter(self._still)
            painter.scale(self._zoom, self._zoom)
            draw_ground(painter, self.plan(), current_look(), self._hover_ribbon, scale)
            painter.end()
            self._still_key = key
        return self._still

    def _marks(self) -> Marks:
        """The rings: what is selected, and where the keyboard is."""
        here = {self._spot} if self._spot is not None and self.hasFocus() else set()
        return Marks(rings=selected(self._picture) | here)


def _unmarked(picture: BoardPicture) -> BoardPicture:
    """All of a picture that has to do with where things lie."""
    return replace(picture, selected_chip=None, marked_chips=(), selected_island=None)
