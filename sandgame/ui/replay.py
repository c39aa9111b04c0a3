"""The replay of a week: the board with what travels on it, and the five steps with back, pause, forward and skip."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from sandgame.paint.lettering import put_line_at
from sandgame.paint.tokens import timing
from sandgame.present.pictures import BoardPicture
from sandgame.present.replay import CHAIN, Frame
from sandgame.text.speech import Speech
from sandgame.ui.kit.buttons import FlatButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tag import Tag
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.low_board import LowBoard

_QUIET_MS = 1200
STEPS = 5
_BOARD = 250


def frame_ms(frame: Frame) -> int:
    """How long a frame stands: a step 4 s, a level of the chain 2 s, and little where nothing happens."""
    if frame.quiet:
        return _QUIET_MS
    return timing("deliverLevelMs") if frame.step == CHAIN else timing("deliverStepMs")


class StepTrack(QWidget, Themed):
    """The five steps as bars with names; a click goes to the step. Where the names have no room, all but the present
    one are only numbered."""

    step_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._widest: tuple[str, ...] = ()
        self._now = 1
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_steps(self, names: tuple[str, ...], now: int, part: str, widest: tuple[str, ...]) -> None:
        """The present step says which part of it is shown; `widest` are the names at their longest."""
        shown = f"{names[now - 1]} {part}".strip()
        self._names, self._now, self._widest = (*names[: now - 1], shown, *names[now:]), now, widest
        self.setAccessibleName(shown)
        self.updateGeometry()
        self.update()

    def _high(self) -> int:
        return round(current_look().line("caption")) + 12

    def sizeHint(self) -> QSize:
        return QSize(round(sum(map(_step_width, self._widest))), self._high())

    def minimumSizeHint(self) -> QSize:
        longest = max(map(_step_width, self._widest), default=0)
        return QSize(round(longest + sum(_step_width(_number(name)) for name in self._widest[1:])), self._high())

    def _cells(self) -> list[tuple[str, float, float]]:
        """What each step says, where it begins and how wide it is; the spare room is shared out equally."""
        full = list(map(_step_width, self._widest))
        named = sum(full) <= self.width()
        said = [name if named or n == self._now else _number(name) for n, name in enumerate(self._names, start=1)]
        wide = full if named else [full[n] if n == self._now - 1 else _step_width(x) for n, x in enumerate(said)]
        spare = (self.width() - sum(wide)) / max(1, len(wide))
        starts = [sum(wide[:n]) + spare * n for n in range(len(wide))]
        return [(text, start, own + spare) for text, start, own in zip(said, starts, wide, strict=True)]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._names and event.button() == Qt.MouseButton.LeftButton:
            at = event.position().x()
            self.step_asked.emit(sum(start <= at for _, start, _ in self._cells()) or 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (name, left, wide) in enumerate(self._cells(), start=1):
            ink = look.colour.company if number < self._now else look.colour.surface_sunken
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour.primary if number == self._now else ink)
            painter.drawRoundedRect(QRectF(left, 2, wide - 5, 5), 2.5, 2.5)
            now = number == self._now
            tone = look.colour.text if now else look.colour.text_secondary
            middle = 10 + look.line("caption") / 2
            put_line_at(painter, name, left, middle, look, "caption", tone, 700 if now else 400)


def _step_width(name: str) -> float:
    return current_look().width(name, "caption", 700) + 6


def _number(name: str) -> str:
    """Of "3 Chain" the 3."""
    return name.partition(" ")[0]


class Replay(QWidget, Themed):
    """Plays by itself once; `frame_shown` with each frame, `ended` when the last one has stood or was gone to.

    `ended` says whether by hand.
    """

    frame_shown = Signal(int)
    ended = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frames: tuple[Frame, ...] = ()
        self._steps: tuple[str, ...] = ()
        self._speech: Speech | None = None
        self._place = 0
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._on_frame_over)
        self._build()

    def _build(self) -> None:
        lines = column(self, margins=(0, 0, 0, 0), gap=10)
        self.board = LowBoard(BoardPicture())
        self.on_look_changed()
        strip = Card()
        head = row(strip, margins=(12, 7, 12, 7), gap=10)
        self._tag = Tag("", "info")
        self._step = Label("", "label", weight=700)
        self._title = Label("", "body", "text_secondary", wraps=True)
        head.addWidget(self._tag)
        head.addWidget(self._step)
        head.addWidget(self._title, 1)
        lines.addWidget(strip)
        lines.addWidget(self.board, 1)
        lines.addWidget(self._controls())
        self._track.step_asked.connect(self._on_step_asked)
        QShortcut(QKeySequence(Qt.Key.Key_End), self).activated.connect(self.skip)

    def _controls(self) -> Card:
        control = Card()
        across = row(control, margins=(12, 8, 12, 8), gap=8)
        self._back = SecondaryButton("", "skip-back")
        self._pause = SecondaryButton("", "pause")
        self._pause.setCheckable(True)
        self._forward = SecondaryButton("", "skip-forward")
        self._track = StepTrack()
        self._skip = FlatButton("")
        self._offers = self._over = False
        self._skip.hide()
        for button, asked in (
            (self._back, lambda: self._go(self._place - 1)),
            (self._pause, self._on_pause),
            (self._forward, lambda: self._go(self._place + 1)),
            (self._skip, self.skip),
        ):
            button.clicked.connect(asked)
        for widget in (self._back, self._pause, self._forward):
            across.addWidget(widget)
        across.addSpacing(6)
        across.addWidget(self._track, 1)
        across.addWidget(self._skip)
        return control

    def on_look_changed(self) -> None:
        self.board.setMinimumHeight(round(current_look().scaled(_BOARD)))

    # what it plays

    def set_frames(self, frames: tuple[Frame, ...], steps: tuple[str, ...], speech: Speech, *, anew: bool) -> None:
        """`anew`: from the start, playing; else the same week in other words, where it stands."""
        self._frames, self._steps, self._speech = frames, steps, speech
        say = speech.say
        self._tag.set_tag(say("deliver-replay"), "info")
        self._skip.setText(say("deliver-skip"))
        self._skip.set_key(say("deliver-end-key"))
        for button, key in ((self._back, "back"), (self._forward, "forward")):
            self._name(button, say(f"deliver-{key}"))
        self._over = self._over and not anew
        self._show_skip()
        self._show(0 if anew else min(self._place, len(frames) - 1), playing=anew)

    def _name(self, button: SecondaryButton, name: str) -> None:
        button.setAccessibleName(name)
        button.setToolTip(name)

    def stop(self) -> None:
        self._next.stop()
        self.board.play(())

    def skip(self) -> None:
        """Straight to the last frame and the result."""
        if self._frames:
            self._show(len(self._frames) - 1, playing=False)
            self._end(by_hand=True)

    def offer_skip(self, offer: bool) -> None:
        """A button for it: where no other one leads to the result."""
        self._offers = offer
        self._show_skip()

    def _show_skip(self) -> None:
        self._skip.setVisible(self._offers and not self._over)

    def is_playing(self) -> bool:
        return self._next.isActive()

    # moving on

    def _show(self, place: int, *, playing: bool) -> None:
        assert self._speech is not None
        self.stop()
        self._place = place
        frame = self._frames[place]
        self._step.setText(self._speech.say("deliver-step-of", step=frame.step))
        self._title.setText(frame.title)
        self._track.set_steps(self._steps, frame.step, frame.part, self._widest())
        self._back.setEnabled(place > 0)
        self._forward.setEnabled(place < len(self._frames) - 1)
        self.board.set_picture(frame.board)
        self.board.setAccessibleDescription(frame.title)
        if playing:
            self._next.start(frame_ms(frame))
        self.board.play(frame.flows)
        self._show_pause()
        self.frame_shown.emit(place)

    def _widest(self) -> tuple[str, ...]:
        """The steps with the last of their parts, so that the track keeps its width all the way."""
        last = {frame.step: frame.part for frame in self._frames}
        return tuple(f"{name} {last.get(step, '')}".strip() for step, name in enumerate(self._steps, start=1))

    def _show_pause(self) -> None:
        assert self._speech is not None
        playing = self.is_playing()
        self._pause.setChecked(playing)
        self._pause.set_icon("pause" if playing else "play")
        self._name(self._pause, self._speech.say("deliver-pause" if playing else "deliver-play"))

    def _go(self, place: int) -> None:
        """By hand: the replay stands still after that."""
        if 0 <= place < len(self._frames):
            self._show(place, playing=False)
            if place == len(self._frames) - 1:
                self._end(by_hand=True)

    def _on_pause(self) -> None:
        if self.is_playing():
            self._next.stop()
            self._show_pause()
        else:
            last = self._place == len(self._frames) - 1
            self._show(0 if last else self._place, playing=True)

    def _on_step_asked(self, step: int) -> None:
        self._go(next(place for place, frame in enumerate(self._frames) if frame.step == step))

    def _on_frame_over(self) -> None:
        if self._place < len(self._frames) - 1:
            self._show(self._place + 1, playing=True)
        else:
            self._show_pause()
            self._end(by_hand=False)

    def _end(self, *, by_hand: bool) -> None:
        self._over = True
        self._show_skip()
        self.ended.emit(by_hand)
