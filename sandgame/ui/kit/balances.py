"""The balances as widgets: the small one of the top bar with its figures, and the plan's."""

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sandgame.paint.balance import (
    HEADER_HEIGHT,
    HEADER_WIDTH,
    draw_header_balance,
    draw_plan_balance,
    header_tilt,
    plan_balance_height,
    plan_tilt,
)
from sandgame.paint.lettering import LEFT, RIGHT, put_line, put_line_at
from sandgame.paint.tokens import motion, palette
from sandgame.present.pictures import BalancePicture, HeaderBalancePicture, Tone
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.kit.tips import show_tip, term_tip

_GAP = 14.0


class _Tilting(QWidget):
    """A balance that moves to its new tilt in 420 ms, at once when motion is reduced or it is not seen."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._tilt = 0.0
        self._motion = QVariantAnimation(self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._on_moved)

    def _on_moved(self, value: float) -> None:
        self._tilt = value
        self.update()

    def _tilt_to(self, target: float) -> None:
        self._motion.stop()
        if current_look().calm or not self.isVisible():
            self._tilt = target
            self.update()
            return
        self._motion.setDuration(motion().balance)
        self._motion.setStartValue(self._tilt)
        self._motion.setEndValue(target)
        self._motion.start()


class HeaderBalance(_Tilting, Themed):
    """My KPI, the balance, the company: for the dark top bar. What its figures mean is said under the pointer, on a
    click, and on Tab."""

    def __init__(self, picture: HeaderBalancePicture | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: HeaderBalancePicture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if picture is not None:
            self.set_picture(picture)

    def set_picture(self, picture: HeaderBalancePicture) -> None:
        if picture == self._picture:
            return
        self._picture = picture
        self.setAccessibleName(picture.spoken)
        self.setAccessibleDescription(picture.tip)
        self.setToolTip(term_tip(f"{picture.index_label} {picture.index_text}", picture.tip))
        self._tilt_to(header_tilt(picture.kpi, picture.index))
        self.updateGeometry()

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        show_tip(self)

    def _side_width(self, label: str, value: str, change: str) -> float:
        look = current_look()
        figures = look.width(value, "number") + (look.width(change, "caption", 700) + 5 if change else 0)
        return max(look.width(label, "caption"), figures)

    def _widths(self) -> tuple[float, float]:
        picture = self._picture
        if picture is None:
            return 0.0, 0.0
        return (
            self._side_width(picture.kpi_label, picture.kpi_text, picture.kpi_change),
            self._side_width(picture.index_label, picture.index_text, picture.index_change),
        )

    def pivot_at(self) -> int:
        """How far the pivot lies from the left edge."""
        return round(self._widths()[0] + _GAP + HEADER_WIDTH / 2)

    def sizeHint(self) -> QSize:
        left, right = self._widths()
        return QSize(round(left + right + 2 * _GAP + HEADER_WIDTH + 1), round(current_look().scaled(54)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        picture = self._picture
        if picture is None:
            return
        look = current_look()
        painter = QPainter(self)
        left, right = self._widths()
        box = QRectF(left + _GAP, (self.height() - HEADER_HEIGHT) / 2, HEADER_WIDTH, HEADER_HEIGHT)
        head = look.scaled(16) - 9
        draw_header_balance(painter, picture.badge, self._tilt, box, look)
        quiet = look.colour.on_top_bar_secondary
        put_line(painter, picture.kpi_label, QRectF(0, head, left, 18), look, "caption", quiet, align=RIGHT)
        start = box.right() + _GAP
        put_line(painter, picture.index_label, QRectF(start, head, right, 18), look, "caption", quiet, align=LEFT)
        dots = QPen(quiet, 1.4, Qt.PenStyle.DotLine)
        painter.setPen(dots)
        under = round(head + 8 + look.line("caption") / 2) + 0.5
        painter.drawLine(QPointF(start, under), QPointF(start + look.width(picture.index_label, "caption"), under))
        self._draw_figure(painter, picture.kpi_text, picture.kpi_change, picture.kpi_tone, right_end=left)
        self._draw_figure(painter, picture.index_text, picture.index_change, picture.index_tone, left_end=start)

    def _draw_figure(
        self,
        painter: QPainter,
        value: str,
        change: str,
        tone: Tone,
        *,
        left_end: float | None = None,
        right_end: float = 0.0,
    ) -> None:
        look = current_look()
        wide = look.width(value, "number")
        extra = look.width(change, "caption", 700) + 5 if change else 0.0
        left = left_end if left_end is not None else right_end - wide - extra
        put_line_at(painter, value, left, look.scaled(35), look, "number", look.colour.on_top_bar)
        if change:
            # the bar is dark in both schemes, so the light inks of the dark scheme stand on it
            ink = palette("dark").named(tone if tone in ("positive", "negative") else "on_top_bar_secondary")
            put_line_at(painter, change, left + wide + 5, look.scaled(37), look, "caption", ink, 700)


class PlanBalance(_Tilting, Themed):
    """Where a plan leans."""

    def __init__(self, picture: BalancePicture | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture or BalancePicture((), ())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._tell()

    def set_picture(self, picture: BalancePicture) -> None:
        if picture != self._picture:
            self._picture = picture
            self._tell()

    def _tell(self) -> None:
        picture = self._picture
        self.setAccessibleName(picture.spoken)
        self._tilt_to(plan_tilt(len(picture.left), len(picture.right)))
        self.updateGeometry()

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(292, round(plan_balance_height(self._picture, current_look())))

    def minimumSizeHint(self) -> QSize:
        return QSize(260, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_plan_balance(QPainter(self), self._picture, QRectF(self.rect()), current_look(), self._tilt)
