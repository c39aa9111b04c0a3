"""Answers to a sheet while they are drafted, and the intent they become; a decline in them is asked about once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sandgame.present.now import Question
from sandgame.present.phrases import counted, week_short
from sandgame.present.pictures import Answer
from sandgame.present.scene import Scene
from sandgame.rules.ids import ServiceId, SheetId
from sandgame.rules.intents import Accept, AnswerSheet, Counter, Decline, DeclineReason, Give, LineAnswer, Part
from sandgame.rules.sections import Thread
from sandgame.rules.state import Line

REASONS: tuple[DeclineReason, ...] = ("no_capacity", "own_priorities", "unclear", "no_inputs", "other")


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """An answer not sent yet; `parts` are the terms of a counter, `reason` that of a decline (None = not chosen)."""

    kind: Answer
    parts: tuple[Part, ...] = ()
    reason: DeclineReason | None = None

    @property
    def complete(self) -> bool:
        return self.kind != "decline" or self.reason is not None


Answers = Mapping[tuple[SheetId, int], AnswerDraft]


def my_turn(scene: Scene, line: Line) -> bool:
    return line.state == "open" and line.turns[-1].seat != scene.seat


def terms_text(scene: Scene, service: ServiceId, parts: tuple[Part, ...]) -> str:
    """The terms in full: "×10 · Wk 5", or "×4 · Wk 2 + ×6 · Wk 3"."""
    return " + ".join(f"{counted(scene, service, p.units)} · {week_short(scene, p.due)}" for p in parts)


def answer_intent(scene: Scene, sheet: Thread, answers: Answers, give: Give | None = None) -> AnswerSheet:
    """All lines that wait for me, as drafted; `give` takes the place of what was offered in return."""
    found: list[LineAnswer] = []
    for index, line in enumerate(sheet.lines):
        answer = answers.get((sheet.sheet, index))
        if not my_turn(scene, line) or answer is None:
            continue
        match answer.kind:
            case "accept":
                found.append(Accept(index))
            case "counter":
                found.append(Counter(index, answer.parts))
            case "decline":
                found.append(Decline(index, answer.reason or "other"))
    table = scene.view.table
    return AnswerSheet(round=table.round, phase=table.phase, sheet=sheet.sheet, answers=tuple(found), give=give)


def accept_all_intent(scene: Scene, sheet: Thread) -> AnswerSheet:
    answers = tuple(Accept(n) for n, line in enumerate(sheet.lines) if my_turn(scene, line))
    table = scene.view.table
    return AnswerSheet(round=table.round, phase=table.phase, sheet=sheet.sheet, answers=answers)


def declining(scene: Scene, sheet: Thread, answers: Answers) -> Question | None:
    """Asked once before an answer with a decline in it goes out."""
    say = scene.speech.say
    lines: list[str] = []
    for index, line in enumerate(sheet.lines):
        answer = answers.get((sheet.sheet, index))
        if my_turn(scene, line) and answer is not None and answer.kind == "decline" and answer.reason:
            what = f"{scene.service(line.wanted.service)} {terms_text(scene, line.wanted.service, line.terms)}"
            reason = say(reason_key(answer.reason))
            lines.append(say("negotiate-decline-line", what=what, reason=reason))
    if not lines:
        return None
    lines.append(say("negotiate-decline-over"))
    return Question(
        say("negotiate-decline-title"), tuple(lines), say("negotiate-decline-go"), say("negotiate-go-back"), grave=True
    )


def reason_key(reason: DeclineReason) -> str:
    return f"negotiate-reason-{reason.replace('_', '-')}"
