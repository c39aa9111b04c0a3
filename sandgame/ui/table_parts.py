"""What the laptop in the middle of a table is made of: big badges to tap, small ones to choose, its bar, its queue."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from sandgame.paint.badge import draw_badge
from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import put_line_at
from sandgame.paint.look import Look
from sandgame.paint.tokens import size
from sandgame.present.pictures import StepPicture
from sandgame.present.table_curtain import QueuePlace
from sandgame.present.table_form_picture import BadgeChoice, TapPicture, TapState
from sandgame.present.table_open import TableBarPicture
from sandgame.ui.kit.buttons import BarButton
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.mark import draw_mark
from sandgame.ui.kit.themed import Themed, current_look

PALE = 0.4
_BADGE, _SMALL_BADGE = 60.0, 40.0


def tap_height() -> int:
    return round(current_look().scaled(size("tableLaptopTap")))


class TapTile(QAbstractButton, Themed):
    """A department's big badge: tapped, it agrees; a second tap takes it back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: TapPicture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        set_ring(self, corner=10)

    def picture(self) -> TapPicture | None:
        return self._picture

    def show_tap(self, picture: TapPicture) -> None:
        self._picture = picture
        usable = picture.state in ("free", "tapped", "going")
        self.setEnabled(usable)
        self.setCursor(Qt.CursorShape.PointingHandCursor if usable else Qt.CursorShape.ArrowCursor)
        self.setText(picture.name)
        self.setAccessibleName(picture.spoken)
        self.updateGeometry()
        self.update()

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def _words(self, look: Look) -> float:
        if self._picture is None:
            return 0
        return max(look.width(self._picture.name, "heading", 700), look.width(self._picture.text, "heading", 400) + 26)

    def sizeHint(self) -> QSize:
        """With its small badge; the large one is shown where there is room for it."""
        return QSize(round(self._words(current_look()) + _SMALL_BADGE + 32), tap_height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _side(self) -> float:
        return _BADGE if self.width() >= self._words(current_look()) + _BADGE + 48 else _SMALL_BADGE

    def paintEvent(self, _event: QPaintEvent) -> None:
        picture = self._picture
        if picture is None:
            return
        look, painter = current_look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_frame(painter, look, picture.state)
        middle = self.height() / 2
        painter.setOpacity(PALE if picture.state == "off" else 1.0)
        side = self._side()
        inset, gap = (17.0, 13.0) if side == _BADGE else (10.0, 10.0)
        draw_badge(painter, picture.badge, QRectF(inset, middle - side / 2, side, side), look)
        painter.setOpacity(1.0)
        left = inset + side + gap
        rise = look.scaled(15) if picture.text else 0
        ink = look.colour.text_tertiary if picture.state == "off" else look.colour.text
        put_line_at(painter, picture.name, left, middle - rise, look, "heading", ink, 700)
        token, icon = _SAID[picture.state]
        if picture.text:
            draw_icon(painter, icon, QRectF(left, middle + rise - 10, 20, 20), look.named(token))
            put_line_at(painter, picture.text, left + 26, middle + rise, look, "heading", look.named(token), 400)

    def _draw_frame(self, painter: QPainter, look: Look, state: TapState) -> None:
        pen = QPen(look.colour.positive if state == "tapped" else look.colour.control_border, 2)
        if state == "free":
            pen = QPen(look.colour.focus, 2, Qt.PenStyle.DashLine)
        if state == "off":
            pen = QPen(look.colour.divider, 1)
        painter.setPen(pen)
        painter.setBrush(look.colour.positive_bg if state == "tapped" else look.colour.surface)
        if state == "free" and self.underMouse():
            painter.setBrush(look.colour.info_bg)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)


_SAID: dict[TapState, tuple[str, str]] = {
    "off": ("text_tertiary", ""),
    "free": ("info", "circle-dot"),
    "tapped": ("positive", "check"),
    "bot": ("text_secondary", "bot"),
    "going": ("text_secondary", "hourglass"),
}


class BadgePick(QAbstractButton, Themed):
    """One badge of a row of six: pale until it is chosen."""

    SIDE, REACH, TIGHT = 36, 46, 40

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice: BadgeChoice | None = None
        self._reach = self.REACH
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_ring(self, corner=10)

    def choice(self) -> BadgeChoice | None:
        return self._choice

    def show_choice(self, choice: BadgeChoice) -> None:
        self._choice = choice
        self.setChecked(choice.chosen)
        self.setToolTip(choice.name)
        self.setAccessibleName(choice.name)
        self.update()

    def set_compact(self, compact: bool) -> None:
        self._reach = self.TIGHT if compact else self.REACH
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._reach, self.REACH)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._choice is None:
            return
        look, painter = current_look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._choice.chosen:
            painter.setPen(QPen(look.colour.focus, 2.5))
            painter.setBrush(look.colour.surface)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)
        painter.setOpacity(1.0 if self._choice.chosen else 0.7 if self.underMouse() else PALE)
        side = self.SIDE if self._reach == self.REACH else 30
        spot = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_badge(painter, self._choice.badge, spot, look)


class QueueStrip(QWidget, Themed):
    """The badges in seat order: who has been, whose turn it is, who comes, which are played by bots."""

    def __init__(self, side: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._places: tuple[QueuePlace, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def places(self) -> tuple[QueuePlace, ...]:
        return self._places

    def show_queue(self, places: tuple[QueuePlace, ...]) -> None:
        if places == self._places:
            return
        self._places = places
        self.setAccessibleName(" · ".join(place.spoken for place in places))
        self.updateGeometry()
        self.update()

    def _pitch(self) -> int:
        return self._side + 22

    def sizeHint(self) -> QSize:
        return QSize(len(self._places) * self._pitch() - 2, self._side + 20)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, place in enumerate(self._places):
            box = QRectF(number * self._pitch() + 10, 10, self._side, self._side)
            if place.state == "now":
                painter.setPen(QPen(look.colour.focus, 2.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(-6, -6, 6, 6), 11, 11)
            painter.setOpacity(PALE if place.state in ("later", "bot") else 1.0)
            draw_badge(painter, place.badge, box, look)
            painter.setOpacity(1.0)
            if place.state in ("done", "bot"):
                self._draw_sign(painter, box, look, done=place.state == "done")

    def _draw_sign(self, painter: QPainter, box: QRectF, look: Look, *, done: bool) -> None:
        disc = QRectF(box.right() - 9, box.bottom() - 9, 17, 17)
        painter.setPen(QPen(look.colour.surface if done else look.colour.control_border, 1.5))
        painter.setBrush(look.colour.positive if done else look.colour.surface)
        painter.drawEllipse(disc)
        ink = look.colour.surface if done else look.colour.text_secondary
        draw_icon(painter, "check" if done else "bot", disc.adjusted(3, 3, -3, -3), ink)


class TableBar(QWidget, Themed):
    """The dark bar of a page for all: company and week, the phases with a clock, the company's index, a menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: TableBarPicture | None = None
        self._clock = ""
        self.menu = BarButton(icon="menu", parent=self)
        self.menu.setFixedSize(44, 44)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.on_look_changed()

    def on_look_changed(self) -> None:
        self.setFixedHeight(round(current_look().scaled(66)))

    def show_bar(self, picture: TableBarPicture, menu: str) -> None:
        self._picture = picture
        self.menu.setToolTip(menu)
        self.menu.setAccessibleName(menu)
        now = next((step.text for step in picture.steps if step.state == "now"), "")
        self.setAccessibleName(f"{picture.title} · {picture.week} · {now} · {picture.index_label} {picture.index}")
        self.update()

    @property
    def clock_text(self) -> str:
        return self._clock

    def set_clock(self, text: str) -> None:
        if text != self._clock:
            self._clock = text
            self.update()

    def resizeEvent(self, _event: object) -> None:
        self.menu.move(self.width() - 52, (self.height() - 44) // 2)

    def sizeHint(self) -> QSize:
        return QSize(1366, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, picture = current_look(), QPainter(self), self._picture
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour.top_bar)
        middle = self.height() / 2
        draw_mark(painter, QRectF(18, middle - 12, 31, 24))
        if picture is None:
            return
        title_end = 66 + look.width(picture.title, "heading", 700)
        right = self.width() - 62 - look.width(picture.index, "debriefBody", 700)
        label = right - 14 - look.width(picture.index_label, "heading", 400)
        wide = self._steps_width(picture.steps, look)
        left = max(title_end + 24, (self.width() - wide) / 2)
        week_end = title_end + 14 + look.width(picture.week, "heading", 400)
        # what is told elsewhere goes first where the window is small
        if week_end + 16 < left or title_end + 24 + wide + look.width(picture.week, "heading", 400) + 40 < label:
            left = max(left, week_end + 20)
            put_line_at(
                painter, picture.week, title_end + 14, middle, look, "heading", look.colour.on_top_bar_secondary, 400
            )
        put_line_at(painter, picture.title, 66, middle, look, "heading", look.colour.on_top_bar, 700)
        put_line_at(painter, picture.index, right, middle, look, "debriefBody", look.colour.on_top_bar, 700)
        if left + wide + 12 < label:
            put_line_at(
                painter, picture.index_label, label, middle, look, "heading", look.colour.on_top_bar_secondary, 400
            )
        self._draw_steps(painter, picture.steps, left, middle, look)

    def _steps_width(self, steps: tuple[StepPicture, ...], look: Look) -> float:
        now = sum(_now_width(step, self._clock, look) for step in steps if step.state == "now")
        return now + 44 * sum(step.state != "now" for step in steps) + 10

    def _draw_steps(
        self, painter: QPainter, steps: tuple[StepPicture, ...], left: float, middle: float, look: Look
    ) -> None:
        high = look.scaled(50)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour.phase_track)
        track = QRectF(left, middle - high / 2, self._steps_width(steps, look), high)
        painter.drawRoundedRect(track, high / 2, high / 2)
        left += 5
        for step in steps:
            if step.state != "now":
                ink = look.colour.on_top_bar if step.state == "done" else look.colour.on_top_bar_secondary
                draw_icon(painter, step.icon, QRectF(left + 11, middle - 11, 22, 22), ink)
                left += 44
                continue
            wide = _now_width(step, self._clock, look)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour.phase_active)
            painter.drawRoundedRect(QRectF(left, middle - high / 2 + 4, wide, high - 8), high / 2 - 4, high / 2 - 4)
            ink = look.colour.on_phase_active
            draw_icon(painter, step.icon, QRectF(left + 16, middle - 10, 20, 20), ink)
            put_line_at(painter, step.text, left + 46, middle, look, "heading", ink, 700)
            after = left + 46 + look.width(step.text, "heading", 700) + 12
            put_line_at(painter, self._clock, after, middle, look, "heading", ink, 700)
            left += wide


def _now_width(step: StepPicture, clock: str, look: Look) -> float:
    wide = 46 + look.width(step.text, "heading", 700) + 18
    return wide + (look.width(clock, "heading", 700) + 12 if clock else 0)
