"""Cards that are buttons: the ways in, past sessions, cases; drawn by themselves, opened by click, Space or Enter."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import Paragraph, put_line_at
from sandgame.paint.look import Look
from sandgame.present.home import PastSession, Way
from sandgame.ui.kit.buttons import FlatButton
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.high_as_needed import high_as_needed
from sandgame.ui.kit.themed import Themed, current_look

CORNER = 10.0


class Tile(QAbstractButton, Themed):
    """A card to click. `strong` draws the thick border of what to do first, or of what is chosen."""

    neared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strong = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        high_as_needed(self)
        set_ring(self, corner=CORNER)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.neared.emit()

    def on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def draw_card(self, painter: QPainter, look: Look) -> QRectF:
        """Ground and border; gives the card's box."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = look.colour
        pen = QPen(colour.primary, 2) if self.strong else QPen(colour.divider, 1)
        inset = pen.widthF() / 2
        box = QRectF(self.rect())
        painter.setPen(pen)
        painter.setBrush(colour.surface)
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), CORNER, CORNER)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            shade = QColor(colour.text)
            shade.setAlphaF(0.07 if self.isDown() else 0.03)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), CORNER, CORNER)
        return box


class WayTile(Tile):
    """A way in: an icon on a ground, a bold line, up to two plain ones, an arrow to go on."""

    def __init__(self, way: Way | None = None, parent: QWidget | None = None, *, strong: bool = False) -> None:
        super().__init__(parent)
        self.strong = strong
        self._way = way or Way("play", "", "")
        self.set_way(self._way)

    def way(self) -> Way:
        return self._way

    def set_way(self, way: Way) -> None:
        self._way = way
        self.setText(way.title)
        self.setAccessibleName(way.title)
        self.setAccessibleDescription(" ".join(line for line in (way.line, way.second_line) if line))
        self.on_look_changed()

    def _lines(self, look: Look) -> list[Paragraph]:
        return [Paragraph(line, look, "body") for line in (self._way.line, self._way.second_line) if line]

    def sizeHint(self) -> QSize:
        return QSize(452, self.heightForWidth(452))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(452))

    def heightForWidth(self, width: int) -> int:
        look = current_look()
        words = sum(line.height(max(1, width - 124)) for line in self._lines(look))
        return round(max(80.0, look.line("title") + words + 34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        box = self.draw_card(painter, look)
        if not self.isEnabled():
            painter.setOpacity(0.55)
        ground = QRectF(19, box.center().y() - 23, 46, 46)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour.primary if self.strong else look.colour.surface_sunken)
        painter.drawRoundedRect(ground, 10, 10)
        ink = look.colour.on_primary if self.strong else look.colour.text
        draw_icon(painter, self._way.icon, ground.adjusted(12, 12, -12, -12), ink)
        width = box.width() - 124
        lines = self._lines(look)
        top = box.center().y() - (look.line("title") + sum(line.height(width) for line in lines)) / 2
        put_line_at(painter, self._way.title, 81, top + look.line("title") / 2, look, "title", look.colour.text)
        top += look.line("title")
        for line in lines:
            high = line.height(width)
            line.draw(painter, QRectF(81, top, width, high), look.colour.text_secondary)
            top += high
        arrow = QRectF(box.right() - 38, box.center().y() - 9, 18, 18)
        draw_icon(painter, "chevron-right", arrow, look.colour.text_secondary)


class PastTile(Tile):
    """A session played before: what it was, how far it went and when. Delete asks for it to be deleted; a button in
    its corner for its report, where there is one."""

    delete_asked = Signal()
    report_asked = Signal()

    def __init__(self, past: PastSession, report: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.past = past
        self.report = FlatButton("", "save", parent=self, size="small") if report and past.over else None
        if self.report is not None:
            self.report.setAccessibleName(report)
            self.report.setAccessibleDescription(past.spoken)
            self.report.setToolTip(report)
            self.report.clicked.connect(self.report_asked)
        self.setText(past.title)
        self.setToolTip(past.when)
        self.setAccessibleName(past.spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.report is not None:
            self.report.resize(self.report.sizeHint())
            self.report.move(self.width() - self.report.width() - 4, 4)

    def _beside(self) -> int:
        """What the button takes of the words' width."""
        return self.report.sizeHint().width() - 4 if self.report is not None else 0

    def _parts(self, look: Look) -> tuple[Paragraph, Paragraph]:
        return Paragraph(self.past.title, look, "body", 600), Paragraph(self.past.line, look, "caption")

    def sizeHint(self) -> QSize:
        return QSize(221, self.heightForWidth(221))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(221))

    def heightForWidth(self, width: int) -> int:
        title, line = self._parts(current_look())
        return round(title.height(max(1, width - 24 - self._beside())) + line.height(max(1, width - 24)) + 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        box = self.draw_card(painter, look).adjusted(12, 10, -12, -10)
        title, line = self._parts(look)
        wide = box.width() - self._beside()
        high = title.height(wide)
        title.draw(painter, QRectF(box.left(), box.top(), wide, high), look.colour.text)
        rest = QRectF(box.left(), box.top() + high, box.width(), box.height() - high)
        line.draw(painter, rest, look.colour.text_secondary)
