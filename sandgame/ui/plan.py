"""The Plan page: the draft with undo and redo, its reading after every change, and drafts kept at the host."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from sandgame.paint.tokens import timing
from sandgame.present import plan
from sandgame.present.history import History
from sandgame.present.now import NowBar
from sandgame.present.pictures import LedgerRow
from sandgame.present.plan_draft import DraftLine, PlanDraft
from sandgame.present.plan_warning import warnings
from sandgame.present.scene import Scene
from sandgame.rules.intents import Intent, KeepDraft, Plan, SubmitPlan
from sandgame.ui.drafts import Draft
from sandgame.ui.page import Page
from sandgame.ui.plan_dock import PlanDock
from sandgame.ui.plan_table import PlanTable


class PlanPage(Page):  # long: the page interface and a slot for each change of the draft
    def __init__(self) -> None:
        self.table = PlanTable()
        self.leaning = PlanDock()
        super().__init__(self.table, self.leaning)
        self._scene: Scene | None = None
        self._history = History(PlanDraft())
        self._reading: plan.PlanReading | None = None
        self._selected: int | None = None
        self._kept: Plan | None = None
        self._kept_text = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(timing("keepDraftRestMs"))
        self._rest.timeout.connect(self.keep)
        self.table.overtime_changed.connect(self._on_overtime)
        self.table.own_work_changed.connect(self._on_own_work)
        self.table.units_changed.connect(self._on_units)
        self.table.line_moved.connect(self._on_moved)
        self.table.line_removed.connect(self._on_removed)
        self.table.line_added.connect(self._on_added)
        self.table.line_chosen.connect(self._on_chosen)
        self.table.default_asked.connect(self._on_default)
        self.leaning.warn_asked.connect(self.intent_asked)

    # showing

    def show(self, scene: Scene) -> None:
        begins = self._scene is None or self._scene.attempt != scene.attempt
        self._scene = scene
        if begins:
            self._history = History(plan.first_draft(scene))
            self._selected = None
            self._kept = scene.view.me.draft
            self._kept_text = ""
        self._render()
        if begins:
            self.table.area.verticalScrollBar().setValue(0)

    def _render(self) -> None:
        scene = self._scene
        if scene is None:
            return
        self._reading = plan.read(scene, self._history.present)
        picture = plan.plan_page(scene, self._reading)
        with self.table.area.held(), self.leaning.area.held():
            self.table.show_plan(picture, self._selected, scene.speech)
            self.leaning.show_leaning(picture.leaning)
        self.now_changed.emit()

    # the frame around

    def now(self) -> NowBar:
        assert self._scene is not None
        assert self._reading is not None
        kept = self._scene.speech.say(self._kept_text) if self._kept_text else ""
        return plan.now(self._scene, self._reading, self._history, kept)

    def primary(self) -> None:
        scene, reading = self._scene, self._reading
        if scene is not None and reading is not None:
            self._rest.stop()
            table = scene.view.table
            self.intent_asked.emit(SubmitPlan(round=table.round, phase=table.phase, plan=reading.plan))

    def aside(self) -> None:
        """Warns all whose promise this plan would break, and stays with the plan."""
        scene, reading = self._scene, self._reading
        if scene is not None and reading is not None:
            for warn in warnings(scene, reading.shown):
                self.intent_asked.emit(warn)

    def open_row(self, row: int, sheet: bool) -> bool:
        """The line of a promise of mine."""
        if sheet:
            return False
        lines = self._history.present.lines
        at = next((n for n, x in enumerate(lines) if x.kind in ("promise", "ship") and x.target == row), None)
        if at is None:
            return False
        self._selected = at
        self._render()
        self.table.focus_line(at)
        return True

    def ledger_rows(self, rows: tuple[LedgerRow, ...]) -> tuple[LedgerRow, ...]:
        scene, reading = self._scene, self._reading
        if scene is None or reading is None:
            return rows
        lines = self._history.present.lines
        target = None
        if self._selected is not None and self._selected < len(lines):
            line = lines[self._selected]
            target = line.target if line.kind in ("promise", "ship") else None
        return plan.ledger_rows(scene, reading, rows, target)

    def key(self, key: int, shift: bool) -> bool:
        if key == Qt.Key.Key_N:
            self.table.on_add()
            return True
        return False

    def coach_spot(self, spot: str) -> QWidget | None:
        if spot == "overtime":
            return self.table.supply.overtime
        return self.table.lines[0].units if spot == "line" and self.table.lines else None

    def coach_work(self, spot: str) -> QWidget | None:
        if spot == "overtime":
            return self.table.supply
        return self.table.lines[0] if spot == "line" and self.table.lines else None

    # the draft

    def undo(self) -> None:
        self._go_to(self._history.undone())

    def redo(self) -> None:
        self._go_to(self._history.redone())

    def _go_to(self, history: History[PlanDraft]) -> None:
        if history == self._history:
            return
        self._history = history
        count = len(history.present.lines)
        if self._selected is not None and self._selected >= count:
            self._selected = None
        self._kept_text = ""
        self._render()
        self._rest.start()
        self.draft_changed.emit()

    def _change(self, change: Callable[[PlanDraft], PlanDraft]) -> None:
        self._go_to(self._history.then(change(self._history.present)))

    def _on_overtime(self, hours: int) -> None:
        self._change(lambda draft: draft.with_overtime(hours))

    def _on_own_work(self, hours: int) -> None:
        self._change(lambda draft: draft.with_own_work(hours))

    def _on_units(self, at: int, units: int) -> None:
        self._selected = at
        self._change(lambda draft: draft.with_units(at, units))

    def _on_moved(self, at: int, to: int) -> None:
        if not 0 <= to < len(self._history.present.lines):
            return
        self._selected = to
        self._change(lambda draft: draft.moved(at, to))
        self.table.focus_line(to)

    def _on_removed(self, at: int) -> None:
        self._selected = None
        self._change(lambda draft: draft.removed(at))

    def _on_added(self, line: DraftLine) -> None:
        """A new line, or the promise's own line made to ship from stock only."""
        lines = self._history.present.lines
        if line.kind == "ship":
            at = next(n for n, other in enumerate(lines) if other.kind == "promise" and other.target == line.target)
            self._selected = at
            self._change(lambda draft: draft.from_stock_only(at, True).with_units(at, line.units))
        else:
            self._change(lambda draft: draft.added(line))
            self._selected = next(n for n, other in enumerate(self._history.present.lines) if other == line)
            self._render()
        self.table.focus_line(self._selected)

    def _on_chosen(self, at: int) -> None:
        self._selected = at
        self._render()

    def _on_default(self) -> None:
        scene = self._scene
        if scene is not None:
            self._change(lambda _draft: plan.default_draft(scene))

    def draft(self) -> Draft | None:
        """Only what the host has not been sent yet."""
        if not self._rest.isActive():
            return None
        present = self._history.present
        lines = [[line.kind, line.target, line.units] for line in present.lines]
        return {"overtime": present.overtime, "own_work": present.own_work, "lines": lines}

    def restore(self, draft: Draft) -> None:
        """As one step from the draft that the host kept, so that it can be undone; it must be about the same lines."""
        scene = self._scene
        if scene is None:
            return
        with suppress(TypeError, ValueError, LookupError):
            lines = tuple(DraftLine(kind, int(target), int(units)) for kind, target, units in draft["lines"])
            found = PlanDraft(int(draft["overtime"]), int(draft["own_work"]), lines)
            if plan.read(scene, found).shown.refusal is None:
                self._change(lambda _draft: found)

    # kept at the host

    def keep(self) -> None:
        """Sends the draft to the host, where it outlives this program; done by itself after a second's rest."""
        scene, reading = self._scene, self._reading
        self._rest.stop()
        if scene is None or reading is None or scene.view.table.phase != "plan" or reading.plan == self._kept:
            return
        if scene.seat in scene.view.table.finished or reading.shown.refusal is not None:
            return
        table = scene.view.table
        self.intent_asked.emit(KeepDraft(round=table.round, phase=table.phase, plan=reading.plan))

    def stored(self, intent: Intent) -> None:
        if isinstance(intent, KeepDraft):
            self._kept = intent.plan
            self.draft_changed.emit()
            if self._reading is not None and self._reading.plan == intent.plan:
                self._kept_text = "plan-kept"
            self.now_changed.emit()

    def not_stored(self, intent: Intent) -> None:
        if isinstance(intent, KeepDraft):
            self._kept_text = "plan-not-kept"
            self.now_changed.emit()

    def leave(self) -> None:
        self._rest.stop()
