"""Answering: which sheet is open, the answers drafted for it, restating and withdrawing."""

from __future__ import annotations

from dataclasses import replace

from sandgame.present import answer_draft, answering
from sandgame.present.ledger import waits_for_me
from sandgame.present.pictures import Answer
from sandgame.present.scene import Scene
from sandgame.rules.ids import SheetId
from sandgame.rules.intents import AnswerSheet, ConfirmRestatement, Intent, Part, RestateNeed, WithdrawLine
from sandgame.rules.sections import Thread
from sandgame.ui.answer_panel import AnswerPanel
from sandgame.ui.bench import Bench
from sandgame.ui.drafts import Draft
from sandgame.ui.kit.fields import FaultLine

_KINDS: tuple[Answer, ...] = ("accept", "counter", "decline")


class AnswerBench(Bench):
    def __init__(self, panel: AnswerPanel) -> None:
        super().__init__(panel)
        self.panel = panel
        self.sheet: SheetId | None = None
        self._answered = False
        self._waiting: set[SheetId] = set()
        self._answers: dict[tuple[SheetId, int], answer_draft.AnswerDraft] = {}
        panel.sheet_asked.connect(self._on_sheet)
        panel.answer_changed.connect(self._on_answer)
        panel.withdraw_asked.connect(self._on_withdraw)
        panel.send_asked.connect(self._on_send)
        panel.accept_all_asked.connect(self.accept_all)
        panel.decline_all_asked.connect(self.decline_all)
        panel.restated.connect(self._on_restated)
        panel.confirmed.connect(self._on_confirmed)

    def begin(self) -> None:
        self.sheet = None
        self._answers = {}

    def draft(self) -> Draft | None:
        if not self._answers:
            return None
        lines = [
            [sheet, line, a.kind, [[part.units, part.due] for part in a.parts], a.reason]
            for (sheet, line), a in self._answers.items()
        ]
        return {"sheet": self.sheet, "lines": lines}

    def restore(self, draft: Draft) -> None:
        """Answers to lines that still wait for me; the sheet that was open is open again."""
        for sheet, line, kind, parts, reason in draft["lines"]:
            given = tuple(Part(int(units), int(due)) for units, due in parts)
            if kind not in _KINDS or reason not in (None, *answer_draft.REASONS) or (kind == "counter") != bool(given):
                raise ValueError(kind)
            self._answers[SheetId(int(sheet)), int(line)] = answer_draft.AnswerDraft(kind, given, reason)
        self.see(self.scene)
        if draft["sheet"] is not None:
            self.open(SheetId(int(draft["sheet"])))

    def see(self, scene: Scene) -> None:
        """The open sheet stays while it is there; answers to lines that moved on are dropped."""
        super().see(scene)
        shown = answering.sheets(scene)
        present = next((sheet for sheet in shown if sheet.sheet == self.sheet), None)
        if present is None:
            self.to_first()
        elif self._answered and not answering.asks_me(scene, present):
            # what was answered makes room for the next that waits
            self._answered = False
            self.to_waiting()
        elif all(line.state != "open" for line in present.lines) and any(
            answering.asks_me(scene, sheet) and sheet.sheet not in self._waiting for sheet in shown
        ):
            # something new has come, and there is nothing left to do here
            self.to_waiting()
        self._waiting = {sheet.sheet for sheet in shown if answering.asks_me(scene, sheet)}
        waiting = {
            (sheet.sheet, n)
            for sheet in shown
            for n, line in enumerate(sheet.lines)
            if line.state == "open" and line.turns[-1].seat != scene.seat
        }
        self._answers = {key: answer for key, answer in self._answers.items() if key in waiting}

    def to_first(self) -> None:
        """What waits for me, else what waits for others, else what is settled."""
        self.sheet = next((sheet.sheet for sheet in answering.sheets(self.scene)), None)

    def to_waiting(self) -> None:
        """From a sheet that does not wait for me to one that does, if there is one."""
        present, first = self.open_sheet(), next(iter(answering.sheets(self.scene)), None)
        busy = present is not None and answering.asks_me(self.scene, present)
        if first is not None and not busy and answering.asks_me(self.scene, first):
            self.sheet = first.sheet

    def open(self, sheet: SheetId) -> bool:
        """Whether there is such a sheet to look at."""
        known = any(shown.sheet == sheet for shown in answering.sheets(self.scene))
        if known:
            self.sheet = sheet
        return known

    def open_sheet(self) -> Thread | None:
        if self._scene is None:
            return None
        return next((sheet for sheet in answering.sheets(self._scene) if sheet.sheet == self.sheet), None)

    def show(self) -> bool:
        """Fills the panel; False if there is no sheet to show."""
        sheet = self.open_sheet()
        if sheet is None:
            return False
        picture = answering.sheet_picture(self.scene, sheet, self._answers)
        self.panel.show_sheet(answering.sheet_tabs(self.scene), picture, self.scene.speech)
        return True

    def key(self, answer: Answer, shift: bool) -> bool:
        """A letter: the line that has the focus, with Shift the whole sheet."""
        if self.open_sheet() is None:
            return False
        if shift and answer == "accept":
            self.accept_all()
            return True
        if shift and answer == "decline":
            self.decline_all()
            return True
        line = self.panel.focused_line()
        return line.choose(answer) if line is not None else False

    def accept_all(self) -> None:
        sheet = self.open_sheet()
        if sheet is not None and waits_for_me(self.scene, sheet):
            self.send(answer_draft.accept_all_intent(self.scene, sheet))

    def decline_all(self) -> None:
        """Marks every line that waits; the reasons are still to choose."""
        sheet = self.open_sheet()
        for number, line in enumerate(sheet.lines if sheet is not None else ()):
            if sheet is not None and line.state == "open" and line.turns[-1].seat != self.scene.seat:
                self._answers[sheet.sheet, number] = answer_draft.AnswerDraft("decline")
        self.changed.emit()

    def stored(self, intent: Intent) -> None:
        if isinstance(intent, AnswerSheet):
            self._answers = {key: a for key, a in self._answers.items() if key[0] != intent.sheet}
            self._answered = True

    def fault_for(self, intent: Intent) -> FaultLine | None:
        mine = isinstance(intent, AnswerSheet | RestateNeed | ConfirmRestatement | WithdrawLine)
        return self.panel.fault if mine else None

    def _on_sheet(self, sheet: int) -> None:
        self.sheet = SheetId(sheet)
        self.changed.emit()

    def _on_answer(self, index: int, draft: answer_draft.AnswerDraft) -> None:
        sheet = self.open_sheet()
        if sheet is None:
            return
        if draft.kind == "counter" and not draft.parts:
            draft = replace(draft, parts=sheet.lines[index].terms)
        self._answers[sheet.sheet, index] = draft
        self.panel.fault.set_fault("")
        self.changed.emit()
        self.panel.reveal(index)

    def _on_send(self) -> None:
        sheet = self.open_sheet()
        if sheet is not None:
            intent = answer_draft.answer_intent(self.scene, sheet, self._answers)
            self.send(intent, answer_draft.declining(self.scene, sheet, self._answers))

    def _on_withdraw(self, index: int) -> None:
        week, phase = self.moment
        if self.sheet is not None:
            self.send(WithdrawLine(round=week, phase=phase, sheet=self.sheet, line=index))

    def _on_restated(self, text: str) -> None:
        week, phase = self.moment
        if self.sheet is not None:
            self.send(RestateNeed(round=week, phase=phase, sheet=self.sheet, text=text))

    def _on_confirmed(self, correction: str) -> None:
        week, phase = self.moment
        if self.sheet is not None:
            self.send(ConfirmRestatement(round=week, phase=phase, sheet=self.sheet, correction=correction))
