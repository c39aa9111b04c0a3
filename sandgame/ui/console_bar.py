"""The console's top bar: the class or one table, phases with the clock, and the facilitator's hand on the time."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sandgame.paint.lettering import put_line_at
from sandgame.paint.tokens import size
from sandgame.present.console import BarPicture
from sandgame.text.speech import Speech
from sandgame.ui.kit.buttons import BarButton, Button
from sandgame.ui.kit.mark import draw_mark
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.kit.top_bar import PhaseSteps, WeekDots

_COMPACT_BELOW = 1280
_GAP = 8


class OutlineButton(Button):
    """An outlined button on the dark bar."""

    def border(self) -> QColor:
        edge = QColor(current_look().colour.on_top_bar_secondary)
        edge.setAlphaF(0.6)
        return edge

    def ink(self) -> QColor:
        return current_look().colour.on_top_bar


class NextButton(Button):
    """The step everybody waits for: sand on the dark bar, as the present phase."""

    def ground(self) -> QColor:
        return current_look().colour.phase_active

    def ink(self) -> QColor:
        return current_look().colour.on_phase_active


class BackButton(Button):
    def ink(self) -> QColor:
        return current_look().colour.on_top_bar


class ConsoleBar(QWidget, Themed):
    """Of the class, or, with `back`, of one table: then it asks of that table alone."""

    pause_asked = Signal()
    time_asked = Signal(int)
    next_asked = Signal()
    projector_asked = Signal()
    menu_asked = Signal()
    back_asked = Signal()
    step_asked = Signal(int)
    """The table before or after this one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: BarPicture | None = None
        self._short = ("", "")
        self.steps = PhaseSteps(self)
        self.dots = WeekDots(self)
        self.back = BackButton("", "arrow-left", self)
        self.pause = OutlineButton("", "pause", self)
        self.less = OutlineButton("", "", self)
        self.more = OutlineButton("", "", self)
        self.next = NextButton("", "skip-forward", self)
        self.projector = BarButton("", "presentation", self)
        self.menu = BarButton("", "menu", self)
        self.before = BarButton("", "chevron-left", self)
        self.after = BarButton("", "chevron-right", self)
        self.back.clicked.connect(self.back_asked)
        self.pause.clicked.connect(self.pause_asked)
        self.less.clicked.connect(lambda: self.time_asked.emit(-60))
        self.more.clicked.connect(lambda: self.time_asked.emit(60))
        self.next.clicked.connect(self.next_asked)
        self.projector.clicked.connect(self.projector_asked)
        self.menu.clicked.connect(self.menu_asked)
        self.before.clicked.connect(lambda: self.step_asked.emit(-1))
        self.after.clicked.connect(lambda: self.step_asked.emit(1))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(current_look().scaled(size("topBar"))))

    def show_bar(self, picture: BarPicture, speech: Speech, *, table: int = 0, single: bool = False) -> None:
        """`single`: there is no other table to go to."""
        if picture == self._picture:
            return
        self._picture = picture
        say = speech.say
        self.steps.set_steps(picture.steps)
        self.steps.set_clock(picture.clock)
        self.dots.set_week(picture.week, picture.weeks)
        self.back.setText(picture.back)
        self.pause.set_icon("play" if picture.paused else "pause")
        named = (
            (self.pause, picture.pause, "Space"), (self.less, picture.less, ""), (self.more, picture.more, ""),
            (self.next, picture.next, "F9"), (self.projector, say("console-projector"), "F8"),
            (self.menu, say("console-menu"), ""), (self.before, say("console-previous"), "←"),
            (self.after, say("console-following"), "→"),
        )  # fmt: skip
        only = say("console-only-table", table=table) if table else ""
        for button, text, key in named:
            button.setAccessibleName(text)
            tips = [f"{text} ({key})" if key else text]
            if table and button in (self.pause, self.less, self.more, self.next):
                tips.append(only)
            button.setToolTip("\n".join(tips))
        for button in (self.pause, self.less, self.more):
            button.setVisible(picture.live)
        self.next.setVisible(bool(picture.next))
        self.next.set_icon(picture.next_icon)
        self.back.setVisible(bool(picture.back))
        for button in (self.projector, self.menu):
            button.setVisible(not picture.back)
        for button in (self.before, self.after):
            button.setVisible(bool(picture.back) and not single)
        self._short = (say("console-less-short"), say("console-more-short"))
        self._arrange()

    def set_online(self, *, online: bool) -> None:
        buttons: tuple[Button, ...] = (self.pause, self.less, self.more)
        for button in buttons:
            button.setEnabled(online)
        self.next.setEnabled(
            self._picture is not None and self._picture.can_next and (online or not self._picture.live)
        )

    def on_look_changed(self) -> None:
        self.setFixedHeight(round(current_look().scaled(size("topBar"))))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        picture = self._picture
        if picture is None:
            return
        compact = self.width() < _COMPACT_BELOW
        tight = -1
        words, right, wide = self.width(), 0, 0
        while words + 16 + wide > right - 16 and tight < 3:
            tight += 1
            self._word(picture, tight)
            self.steps.set_compact(compact or tight >= 2)
            right, words = self._place_right(), self._words_end(dots=tight < 3)
            wide = self.steps.sizeHint().width()
        high = self.steps.sizeHint().height()
        middle = round((words + right - wide) / 2) - 8
        self.steps.setGeometry(max(words + 16, middle), (self.height() - high) // 2, wide, high)
        self.dots.setVisible(picture.weeks > 0 and tight < 3)
        self.update()

    def _word(self, picture: BarPicture, tight: int) -> None:
        """Fewer words where there is less room; the names stay with the assistive tools. At one table the pause keeps
        its word longest: that it is that table's must not be guessed."""
        less, more = self._short
        self.pause.setText(picture.pause if tight < (2 if picture.back else 1) else "")
        self.less.setText(less)
        self.more.setText(picture.more if tight < 1 else more)
        self.next.setText(picture.next if tight < 2 else picture.next_short)
        self.back.setText(picture.back if tight < 1 else str(picture.needs or ""))
        self.pause.setAccessibleName(picture.pause)
        self.next.setAccessibleName(picture.next)
        self.less.setAccessibleName(picture.less)
        self.more.setAccessibleName(picture.more)
        self.back.setAccessibleName(picture.back)

    def _place_right(self) -> int:
        right, middle = self.width() - 12, self.height() // 2
        for small in (self.after, self.before, self.menu, self.projector):
            if not small.isHidden():
                small.setGeometry(right - 30, middle - 15, 30, 30)
                right -= 30
        right -= 6
        buttons: tuple[Button, ...] = (self.next, self.more, self.less, self.pause)
        for button in buttons:
            if not button.isHidden():
                hint = button.sizeHint()
                button.setGeometry(right - hint.width(), middle - hint.height() // 2, hint.width(), hint.height())
                right -= hint.width() + _GAP
        return right

    def _words_left(self) -> int:
        if self.back.isHidden():
            return 56
        hint = self.back.sizeHint()
        self.back.setGeometry(4, (self.height() - hint.height()) // 2, hint.width(), hint.height())
        return 4 + hint.width() + 16

    def _words_end(self, *, dots: bool) -> int:
        look, picture = current_look(), self._picture
        assert picture is not None
        left = self._words_left()
        week = round(left + look.width(picture.week_text, "caption") + 9)
        self.dots.setGeometry(week, round(look.scaled(36)) - 4, self.dots.sizeHint().width(), 8)
        end = week + self.dots.sizeHint().width() if dots and picture.weeks else week - 9
        return round(max(end, left + look.width(picture.title, "body", 700)))

    def sizeHint(self) -> QSize:
        return QSize(1366, round(current_look().scaled(size("topBar"))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour.top_bar)
        if self._picture is None:
            return
        left = self._words_left()
        if self.back.isHidden():
            draw_mark(painter, QRectF(16, self.height() / 2 - 10, 26, 20))
        else:
            line = QColor(look.colour.on_top_bar_secondary)
            line.setAlphaF(0.35)
            painter.fillRect(QRectF(left - 9, self.height() / 2 - 15, 1, 30), line)
        put_line_at(painter, self._picture.title, left, look.scaled(20), look, "body", look.colour.on_top_bar, 700)
        quiet = look.colour.on_top_bar_secondary
        put_line_at(painter, self._picture.week_text, left, look.scaled(36), look, "caption", quiet)
