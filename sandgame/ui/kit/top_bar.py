"""The top bar: company and week, the phases with the clock in the present one, the balance, three small buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import put_line_at
from sandgame.paint.look import Look
from sandgame.paint.tokens import size
from sandgame.present.pictures import ClockPicture, StepPicture, TopBarPicture
from sandgame.ui.kit.balances import HeaderBalance
from sandgame.ui.kit.buttons import BarButton
from sandgame.ui.kit.mark import draw_mark
from sandgame.ui.kit.themed import Themed, current_look

_TRACK = 38
_PILL = 32
_STEP_PAD = 14
_ICON = 15
_ICON_GAP = 6
_CLOCK_GAP = 10
_BALANCE_FROM_RIGHT = 252
_COMPACT_BELOW = 1280


class PhaseSteps(QWidget, Themed):
    """The phases as one track. `compact` shows only the icons of phases that are not the present one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[StepPicture, ...] = ()
        self._clock: ClockPicture | None = None
        self._compact = self._quiet = False
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_steps(self, steps: Sequence[StepPicture]) -> None:
        if tuple(steps) != self._steps:
            self._steps = tuple(steps)
            self._tell()

    def set_clock(self, clock: ClockPicture | None) -> None:
        if clock != self._clock:
            self._clock = clock
            self._tell()

    def set_compact(self, compact: bool) -> None:
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def set_quiet(self, quiet: bool) -> None:
        """That no time runs is not said where the words have no room; the tooltip says it."""
        if quiet != self._quiet:
            self._quiet = quiet
            self.updateGeometry()
            self.update()

    def _shown_clock(self) -> ClockPicture | None:
        untold = self._clock is not None and self._clock.tone == "none" and self._quiet
        return None if untold else self._clock

    def _tell(self) -> None:
        now = next((step.text for step in self._steps if step.state == "now"), "")
        clock = (self._clock.spoken or self._clock.text) if self._clock is not None else ""
        self.setAccessibleName(f"{now} {clock}".strip())
        self.updateGeometry()
        self.update()

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def _icon(self, step: StepPicture) -> str:
        return "check" if step.state == "done" else step.icon

    def _step_width(self, step: StepPicture) -> float:
        look = current_look()
        wide = 2.0 * _STEP_PAD + _ICON
        if step.state == "now" or not self._compact:
            wide += _ICON_GAP + look.width(step.text, "body", 600 if step.state == "now" else 400)
        clock = self._shown_clock()
        if step.state == "now" and clock is not None:
            wide += _CLOCK_GAP + look.width(clock.text, *_clock_type(clock))
        return wide

    def step_boxes(self) -> list[QRectF]:
        """The box of each phase."""
        left = 3.0
        high = current_look().scaled(_PILL)
        boxes = []
        for step in self._steps:
            wide = self._step_width(step)
            boxes.append(QRectF(left, (self.height() - high) / 2, wide, high))
            left += wide
        return boxes

    def sizeHint(self) -> QSize:
        return QSize(
            round(sum(self._step_width(step) for step in self._steps)) + 6, round(current_look().scaled(_TRACK))
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = [s for s, box in zip(self._steps, self.step_boxes(), strict=True) if box.contains(event.position())]
        told = [self._clock.spoken] if here and here[0].state == "now" and self._clock is not None else []
        tip = "\n".join((here[0].tip, *told)).strip() if here else ""
        QToolTip.showText(event.globalPosition().toPoint(), tip, self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour.phase_track)
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        for step, box in zip(self._steps, self.step_boxes(), strict=True):
            if step.state == "now":
                draw_step(painter, step, self._shown_clock(), box, look)
            else:
                self._draw_other(painter, step, box, look)

    def _draw_other(self, painter: QPainter, step: StepPicture, box: QRectF, look: Look) -> None:
        # what has passed is as quiet as what is to come: there is no way to either
        ink = look.colour.on_top_bar_secondary
        middle = box.center().y()
        left = box.left() + _STEP_PAD
        draw_icon(painter, self._icon(step), QRectF(left, middle - _ICON / 2, _ICON, _ICON), ink)
        if not self._compact:
            put_line_at(painter, step.text, left + _ICON + _ICON_GAP, middle, look, "body", ink, 400)


def _step_inks(clock: ClockPicture | None, look: Look) -> tuple[QColor, QColor, QColor | None]:
    """Ground, ink and ring of the present step."""
    colour = look.colour
    match clock.tone if clock is not None else "calm":
        case "warn":
            return colour.phase_active, colour.on_phase_alert, colour.on_phase_alert
        case "urgent":
            return colour.on_phase_alert, QColor("#FFFFFF"), None
        case "paused":
            return colour.surface_sunken, colour.text, None
        case _:
            return colour.phase_active, colour.on_phase_active, None


def _clock_type(clock: ClockPicture) -> tuple[str, int]:
    """That no time runs is said quietly."""
    return ("caption", 400) if clock.tone == "none" else ("timer", 700)


def draw_step(painter: QPainter, step: StepPicture, clock: ClockPicture | None, box: QRectF, look: Look) -> None:
    """The present phase with its clock, as the clock's tone wants it."""
    ground, ink, ring = _step_inks(clock, look)
    painter.setBrush(ground)
    painter.setPen(QPen(ring, 3) if ring is not None else Qt.PenStyle.NoPen)
    grow = 1.5 if ring is not None else 0
    inner = box.adjusted(-grow, -grow, grow, grow)
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
    middle = box.center().y()
    left = box.left() + _STEP_PAD
    draw_icon(painter, step.icon, QRectF(left, middle - _ICON / 2, _ICON, _ICON), ink)
    left += _ICON + _ICON_GAP
    put_line_at(painter, step.text, left, middle, look, "body", ink, 600)
    if clock is not None:
        left += look.width(step.text, "body", 600) + _CLOCK_GAP
        role, weight = _clock_type(clock)
        put_line_at(painter, clock.text, left, middle, look, role, ink, weight)


class WeekDots(QWidget):
    """One dot a week; the present one is a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._week, self._weeks = 1, 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_week(self, week: int, weeks: int) -> None:
        if (week, weeks) == (self._week, self._weeks):
            return
        self._week, self._weeks = week, weeks
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(16 + (self._weeks - 1) * 10, 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = current_look().colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left = 0.0
        for week in range(1, self._weeks + 1):
            later = QColor(colour.on_top_bar_secondary)
            later.setAlphaF(0.35)
            painter.setBrush(colour.phase_active if week <= self._week else later)
            wide = 16 if week == self._week else 6
            painter.drawRoundedRect(QRectF(left, 1, wide, 6), 3, 3)
            left += wide + 4


def _bar_height() -> int:
    return round(current_look().scaled(size("topBar")))


class TopBar(QWidget, Themed):
    """Everything above the now bar. The steps stand in the middle while there is room."""

    link_asked = Signal()
    help_asked = Signal()
    menu_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: TopBarPicture | None = None
        self.steps = PhaseSteps(self)
        self.dots = WeekDots(self)
        self.balance = HeaderBalance(parent=self)
        self.link = BarButton(icon="wifi", parent=self)
        self.help = BarButton(icon="circle-help", parent=self)
        self.menu = BarButton(icon="menu", parent=self)
        for button, signal in (
            (self.link, self.link_asked),
            (self.help, self.help_asked),
            (self.menu, self.menu_asked),
        ):
            button.clicked.connect(signal)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_bar_height())

    def set_texts(self, link: str, help_text: str, menu: str) -> None:
        """Names of the three buttons."""
        for button, text in ((self.link, link), (self.help, help_text), (self.menu, menu)):
            button.setToolTip(text)
            button.setAccessibleName(text)

    def set_online(self, online: bool) -> None:
        self.link.set_icon("wifi" if online else "wifi-off")

    def set_picture(self, picture: TopBarPicture) -> None:
        if picture != self._picture:
            self.update()
        self._picture = picture
        self.steps.set_steps(picture.steps)
        self.steps.set_clock(picture.clock)
        self.dots.set_week(picture.week, picture.weeks)
        if picture.balance is not None:
            self.balance.set_picture(picture.balance)
        self.balance.setVisible(picture.balance is not None)
        self._arrange()

    def set_clock(self, clock: ClockPicture | None) -> None:
        """Only the clock: called every second."""
        before = self.steps.sizeHint()
        self.steps.set_clock(clock)
        if self.steps.sizeHint() != before:
            self._arrange()

    def on_look_changed(self) -> None:
        self.setFixedHeight(_bar_height())
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look = current_look()
        right = self.width() - 10
        for button in (self.menu, self.help, self.link):
            if button.isHidden():
                continue
            button.setGeometry(right - 30, self.height() // 2 - 15, 30, 30)
            right -= 30
        balance = self.balance.sizeHint()
        if self.balance.isVisibleTo(self):
            # the pivot keeps its place in every language, as long as the words at its right have room
            pivot = self.width() - _BALANCE_FROM_RIGHT
            right = min(pivot - self.balance.pivot_at(), right - 8 - balance.width())
            self.balance.setGeometry(right, 0, balance.width(), balance.height())
        title_end = words_end = 56.0
        if self._picture is not None:
            week = 56 + look.width(self._picture.week_text, "caption") + 9
            self.dots.setGeometry(round(week), round(look.scaled(36)) - 4, self.dots.sizeHint().width(), 8)
            words_end = max(week - 9, 56 + look.width(self._picture.title, "body", 700))
            title_end = max(week + self.dots.sizeHint().width(), words_end)
        self.steps.set_quiet(False)
        self.steps.set_compact(self.width() < _COMPACT_BELOW)
        wide = self.steps.sizeHint().width()
        if title_end + 16 + wide > right - 16:
            self.steps.set_compact(True)
            wide = self.steps.sizeHint().width()
        has_dots = self._picture is not None and self._picture.weeks > 0
        if has_dots and title_end + 16 + wide > right - 16:
            # the words beside them say the same
            has_dots, title_end = False, words_end
        if title_end + 16 + wide > right - 16:
            self.steps.set_quiet(True)
            wide = self.steps.sizeHint().width()
        self.dots.setVisible(has_dots)
        middle = round((title_end + right - wide) / 2) - 16
        left = min(max(middle, round(title_end) + 16), max(right - 16 - wide, 0))
        self.steps.setGeometry(
            left, (self.height() - self.steps.sizeHint().height()) // 2, wide, self.steps.sizeHint().height()
        )

    def sizeHint(self) -> QSize:
        return QSize(1366, _bar_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour.top_bar)
        draw_mark(painter, QRectF(16, self.height() / 2 - 10, 26, 20))
        if self._picture is not None:
            put_line_at(painter, self._picture.title, 56, look.scaled(20), look, "body", look.colour.on_top_bar, 700)
            quiet = look.colour.on_top_bar_secondary
            put_line_at(painter, self._picture.week_text, 56, look.scaled(36), look, "caption", quiet)
