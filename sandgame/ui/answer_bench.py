"""Answering: which sheet is open, what is drafted for it, and the matters beside: meetings, escalations, new terms."""

from __future__ import annotations

from dataclasses import replace

from sandgame.present import answer_draft, answering, escalation, facts, giving, meetings, promise_card
from sandgame.present.ledger import waits_for_me
from sandgame.present.matters import MatterPicture, matters
from sandgame.present.pictures import Answer
from sandgame.present.scene import Scene
from sandgame.rules.ids import CommitmentId, SeatId, SheetId
from sandgame.rules.intents import (
    AnswerEscalation,
    AnswerMeeting,
    AnswerSheet,
    AnswerTerms,
    ConfirmRestatement,
    EscalateLine,
    FactRef,
    Intent,
    Part,
    ProposeMeeting,
    RestateNeed,
    WithdrawLine,
)
from sandgame.rules.sections import Thread
from sandgame.ui.answer_kept import facts_again, facts_kept, give_again, give_kept
from sandgame.ui.answer_panel import AnswerPanel
from sandgame.ui.bench import Bench
from sandgame.ui.drafts import Draft
from sandgame.ui.kit.fields import FaultLine

_KINDS: tuple[Answer, ...] = ("accept", "counter", "decline")


class AnswerBench(Bench):  # long: a short answer to each of the panel's signals
    def __init__(self, panel: AnswerPanel) -> None:
        super().__init__(panel)
        self.panel = panel
        self.sheet: SheetId | None = None
        self._answered = False
        self._waiting: set[SheetId] = set()
        self._answers: dict[tuple[SheetId, int], answer_draft.AnswerDraft] = {}
        self._beside: dict[SheetId, answering.Beside] = {}
        panel.sheet_asked.connect(self._on_sheet)
        panel.answer_changed.connect(self._on_answer)
        panel.withdraw_asked.connect(self._on_withdraw)
        panel.send_asked.connect(self._on_send)
        panel.accept_all_asked.connect(self.accept_all)
        panel.decline_all_asked.connect(self.decline_all)
        panel.restated.connect(self._on_restated)
        panel.confirmed.connect(self._on_confirmed)
        panel.give_chosen.connect(self._on_give_chosen)
        panel.give_changed.connect(self._on_give_changed)
        panel.fact_toggled.connect(self._on_fact)
        panel.meet_asked.connect(self._on_meet)
        panel.escalating.connect(self._on_escalating)
        panel.escalated.connect(self._on_escalated)
        panel.matter_answered.connect(self._on_matter)

    def begin(self) -> None:
        self.sheet = None
        self._answers = {}
        self._beside = {}

    def draft(self) -> Draft | None:
        if not self._answers and not self._beside:
            return None
        beside = [[sheet, give_kept(b.give), facts_kept(b.facts)] for sheet, b in self._beside.items()]
        lines = [
            [sheet, line, a.kind, [[part.units, part.due] for part in a.parts], a.reason]
            for (sheet, line), a in self._answers.items()
        ]
        return {"sheet": self.sheet, "lines": lines, "beside": beside}

    def restore(self, draft: Draft) -> None:
        """Answers to lines that still wait for me; the sheet that was open is open again."""
        for sheet, line, kind, parts, reason in draft["lines"]:
            given = tuple(Part(int(units), int(due)) for units, due in parts)
            if kind not in _KINDS or reason not in (None, *answer_draft.REASONS) or (kind == "counter") != bool(given):
                raise ValueError(kind)
            self._answers[SheetId(int(sheet)), int(line)] = answer_draft.AnswerDraft(kind, given, reason)
        for sheet, give, known in draft.get("beside", ()):
            self._beside[SheetId(int(sheet))] = answering.Beside(give_again(give), facts_again(known))
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

    def is_asked(self) -> bool:
        """The sheet that is shown waits for me."""
        shown = self.open_sheet()
        return shown is not None and answering.asks_me(self.scene, shown)

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
        self.panel.show_matters(matters(self.scene))
        sheet = self.open_sheet()
        if sheet is None:
            return False
        picture = answering.sheet_picture(self.scene, sheet, self._answers, self.beside(sheet.sheet))
        self.panel.show_sheet(answering.sheet_tabs(self.scene), picture, self.scene.speech)
        return True

    def beside(self, sheet: SheetId) -> answering.Beside:
        """What is drafted beside the answers of a sheet."""
        return self._beside.get(sheet, answering.Beside())

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
            self._send_facts(SheetId(intent.sheet))
        elif isinstance(intent, EscalateLine):
            self._keep(replace(self.beside(SheetId(intent.sheet)), escalating=None), SheetId(intent.sheet))
            self.panel.escalate_card.field.clear()

    def fault_for(self, intent: Intent) -> FaultLine | None:
        if isinstance(intent, EscalateLine):
            return self.panel.escalate_card.fault
        if isinstance(intent, AnswerMeeting | AnswerEscalation | AnswerTerms):
            return self.panel.matter_fault
        mine = isinstance(intent, AnswerSheet | RestateNeed | ConfirmRestatement | WithdrawLine | ProposeMeeting)
        return self.panel.fault if mine and self.panel.foot.isVisible() else None

    def _send_facts(self, sheet: SheetId) -> None:
        """What was to go with the answer goes once the answer is in the game."""
        thread = next((s for s in self.scene.view.threads.sheets if s.sheet == sheet), None)
        beside = self._beside.pop(sheet, None)
        if thread is None or beside is None:
            return
        other = self._other(thread)
        for ref in beside.facts:
            if ref in facts.shareable(self.scene):
                self.intent_asked.emit(facts.share_intent(self.scene, other, ref))

    def _other(self, sheet: Thread) -> SeatId:
        return sheet.customer if sheet.provider == self.scene.seat else sheet.provider

    def _keep(self, beside: answering.Beside, sheet: SheetId | None = None) -> None:
        at = sheet if sheet is not None else self.sheet
        if at is not None:
            self._beside[at] = beside

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
            give = answering.new_give(self.scene, sheet, self._answers, self.beside(sheet.sheet))
            intent = answer_draft.answer_intent(self.scene, sheet, self._answers, give)
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

    def _on_give_chosen(self, at: int) -> None:
        sheet = self.open_sheet()
        beside = self.beside(sheet.sheet) if sheet is not None else answering.Beside()
        if sheet is not None:
            stands = sheet.give is not None
            picture = giving.give_picture(self.scene, sheet.customer, sheet.provider, beside.give, stands)
            if picture is not None:
                draft = giving.chosen(self.scene, picture.choices[at], beside.give)
                self._keep(replace(beside, give=draft))
                self.changed.emit()

    def _on_give_changed(self, draft: giving.GiveDraft) -> None:
        if self.sheet is not None:
            self._keep(replace(self.beside(self.sheet), give=draft))
            self.changed.emit()

    def _on_fact(self, ref: FactRef) -> None:
        if self.sheet is not None:
            beside = self.beside(self.sheet)
            known = tuple(each for each in beside.facts if each != ref)
            self._keep(replace(beside, facts=known if ref in beside.facts else (*known, ref)))
            self.changed.emit()

    def _on_meet(self, action: str) -> None:
        sheet = self.open_sheet()
        if sheet is not None:
            other = self._other(sheet)
            if action == "propose":
                self.send(meetings.propose_intent(self.scene, other))
            else:
                self.send(meetings.answer_intent(self.scene, other, agree=False))

    def _on_escalating(self, line: int) -> None:
        if self.sheet is not None:
            self._keep(replace(self.beside(self.sheet), escalating=line if line >= 0 else None))
            self.panel.escalate_card.fault.set_fault("")
            self.changed.emit()
            if line >= 0:
                self.panel.reveal_escalation()

    def _on_escalated(self, reason: str) -> None:
        sheet = self.open_sheet()
        line = self.beside(sheet.sheet).escalating if sheet is not None else None
        if sheet is not None and line is not None:
            intent = escalation.escalate_intent(self.scene, sheet.sheet, line, reason)
            self.send(intent, escalation.question(self.scene, sheet, line))

    def _on_matter(self, matter: MatterPicture, agree: bool, reason: str) -> None:
        self.panel.matter_fault.set_fault("")
        match matter.kind:
            case "meeting":
                self.send(meetings.answer_intent(self.scene, SeatId(matter.number), agree))
            case "terms":
                self.send(promise_card.answer_intent(self.scene, CommitmentId(matter.number), agree))
            case "escalation":
                self.send(escalation.reply_intent(self.scene, SheetId(matter.number), matter.line, reason))
