"""Deliver: the replay, the table of what became of the plan, and in the dock the two results side by side."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QWidget

from sandgame.present.deliver import DeliverPicture, deliver, deliver_now
from sandgame.present.now import NowBar
from sandgame.present.outcomes import OutcomeRow
from sandgame.present.scene import Scene
from sandgame.rules.before import before_deliver
from sandgame.rules.intents import FinishPhase
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.cards import Card, column
from sandgame.ui.kit.labels import Label
from sandgame.ui.page import Page
from sandgame.ui.replay import Replay
from sandgame.ui.scroller import Scroller
from sandgame.ui.week_result import INK, WeekResult

GRACE_MS = 700
_TABLE_HEIGHT, _LEAST_TABLE = 190, 56


class DeliverPage(Page):
    """Results stay hidden until the replay has come to its end, or was skipped."""

    def __init__(self) -> None:
        inner = QWidget()
        self._table = Scroller()
        self._centre, self._dock = Scroller(squeezes=True, lists=(self._table,)), Scroller()
        super().__init__(self._centre, self._dock)
        self._scene: Scene | None = None
        self._page: DeliverPicture | None = None
        self._out = False
        self.grace = QTimer(self)
        self.grace.setSingleShot(True)
        self.grace.setInterval(GRACE_MS)
        lines = column(inner, margins=(0, 0, 0, 0), gap=10)
        self.replay = Replay()
        self._watched = False
        self.replay.frame_shown.connect(self._on_frame)
        self.replay.ended.connect(self._on_ended)
        lines.addWidget(self.replay, 1)
        lines.addWidget(self._table)
        self._centre.set_content(inner)
        self._rows: list[tuple[OutcomeRow, list[QWidget]]] = []

    # what the shell asks

    def show(self, scene: Scene) -> None:
        page = deliver(scene)
        if page is None:
            return
        anew = self._page is None or page.week != self._page.week
        told = self._scene is None or scene.speech.language != self._scene.speech.language or page != self._page
        self._scene, self._page = scene, page
        done = scene.seat in scene.view.table.finished
        if anew:
            self._out = done
        if told:
            self._build_table(page)
            self._build_dock()
            self.replay.set_frames(page.frames, page.steps, scene.speech, anew=anew and not done)
        self._offer_skip()
        if done and not self._out:
            self.replay.skip()

    def watched(self) -> None:
        self._watched = True
        self._offer_skip()

    def _offer_skip(self) -> None:
        """The now bar's button leads to the result, but for who looks on, and while it is off in a pause."""
        paused = self._scene is not None and self._scene.view.room.paused
        self.replay.offer_skip(self._watched or paused)

    def now(self) -> NowBar:
        assert self._scene is not None
        return deliver_now(self._scene, self._out)

    def primary(self) -> None:
        """One press for the result, the next one goes on. A press just after the replay has ended by itself was meant
        for the way to the result, which stood in the same place; the next one goes on."""
        if self.grace.isActive():
            return
        if not self._out:
            self.replay.skip()
            return
        assert self._scene is not None
        table = self._scene.view.table
        self.intent_asked.emit(FinishPhase(round=table.round, phase=table.phase))

    def known(self, scene: Scene) -> Scene:
        return scene if self._out else replace(scene, view=before_deliver(scene.view))

    def leave(self) -> None:
        self.grace.stop()
        self.replay.stop()

    # following the replay

    def _on_frame(self, place: int) -> None:
        """A row is known once its step, and in the chain its service, has been shown."""
        assert self._page is not None
        frames = self._page.frames
        shown = {(frame.step, frame.service) for frame in frames[: place + 1]}
        step = frames[place].step
        for outcome, cells in self._rows:
            known = self._out or outcome.step < step or (outcome.step, outcome.service) in shown
            for cell in cells:
                cell.setVisible(known)

    def _on_ended(self, by_hand: bool) -> None:
        if self._out:
            return
        self._out = True
        if not by_hand:
            self.grace.start()
        for _, cells in self._rows:
            for cell in cells:
                cell.setVisible(True)
        self._build_dock()
        self.now_changed.emit()

    # the table

    def _build_table(self, page: DeliverPicture) -> None:
        made = Card()
        grid = QGridLayout(made)
        grid.setContentsMargins(14, 8, 14, 8)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(4, 1)
        grid.addWidget(Label(page.rows_title, "body", "text_secondary"), 0, 0, 1, 5)
        self._rows = []
        for number, outcome in enumerate(page.rows, start=1):
            grid.addWidget(BadgeWidget(outcome.badge, 22), number, 0)
            title = Label(outcome.title, "body", weight=700)
            title.setAccessibleName(outcome.spoken)
            grid.addWidget(title, number, 1)
            grid.addWidget(Label(outcome.planned, "body", "text_secondary"), number, 2)
            done = Label(outcome.done, "body", INK[outcome.tone], weight=700)
            why = Label(outcome.why, "body", "text_secondary", wraps=True)
            for cell in (done, why):
                policy = cell.sizePolicy()
                policy.setRetainSizeWhenHidden(True)
                cell.setSizePolicy(policy)
            grid.addWidget(done, number, 3)
            grid.addWidget(why, number, 4)
            self._rows.append((outcome, [done, why]))
        grid.setRowStretch(len(page.rows) + 1, 1)
        self._table.set_content(made)
        # of one height in every week: the replay's buttons stay where they are
        self._table.set_wish(_TABLE_HEIGHT, _LEAST_TABLE)

    # the dock

    def _build_dock(self) -> None:
        assert self._page is not None
        assert self._scene is not None
        self._dock.set_content(WeekResult(self._page, self._scene.speech, out=self._out))
