"""Escalating a line: which lines may be, what is asked once before, and the other side's reason."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.answer_draft import terms_text
from sandgame.present.messages import room_is_run
from sandgame.present.now import Question
from sandgame.present.scene import Scene
from sandgame.rules.ids import SheetId
from sandgame.rules.intents import AnswerEscalation, EscalateLine
from sandgame.rules.sections import EscalationSeen, Thread

LONGEST_REASON = 80


@dataclass(frozen=True, slots=True)
class EscalatePicture:
    """The lines of a sheet that may be put before the general manager, and the one that is being written about ("" =
    none)."""

    menu: str
    lines: tuple[tuple[int, str], ...]
    title: str
    note: str
    hint: str
    go: str
    back: str


def may_escalate(scene: Scene, sheet: Thread) -> tuple[int, ...]:
    """Lines that are open, or were declined this week; one a week for each department, and none that stands there
    already or was ruled on.

    While nobody is known to run the room it is for showing where two sides differ, so both have to have spoken first.
    """
    if "escalate" not in scene.view.table.rules:
        return ()
    seen = scene.view.room.escalations
    if any(each.by == scene.seat for each in seen):
        return ()
    spoken = {(each.sheet, each.line): each.decided is not False for each in seen}
    now, least = scene.view.table.round, 1 if room_is_run(scene) else 2
    return tuple(
        at
        for at, line in enumerate(sheet.lines)
        if not spoken.get((sheet.sheet, at), False)
        and len(line.turns) >= least
        and (line.state == "open" or (line.state == "declined" and line.turns[-1].round == now))
    )


def of_line(scene: Scene, sheet: SheetId, line: int) -> EscalationSeen | None:
    return next((e for e in standing(scene) if (e.sheet, e.line) == (sheet, line)), None)


def standing(scene: Scene) -> tuple[EscalationSeen, ...]:
    """Of each line the last: one that was left to the two may have been put there again."""
    return tuple({(each.sheet, each.line): each for each in scene.view.room.escalations}.values())


def waiting_escalations(scene: Scene) -> tuple[EscalationSeen, ...]:
    """Put before the table by the other side, with my reason still to come."""
    return tuple(
        each
        for each in scene.view.room.escalations
        if each.reply is None and each.decided is None and each.by != scene.seat
        and scene.seat in (each.customer, each.provider)
    )  # fmt: skip


def escalate_picture(scene: Scene, sheet: Thread, writing: int | None) -> EscalatePicture | None:
    """None where nothing of the sheet may be escalated."""
    lines = may_escalate(scene, sheet)
    if not lines:
        return None
    say = scene.speech.say
    named = tuple((at, say("negotiate-escalate-title", what=what(scene, sheet, at))) for at in lines)
    note = say("negotiate-escalate-note" if room_is_run(scene) else "negotiate-escalate-note-alone")
    return EscalatePicture(
        menu=say("negotiate-escalate"),
        lines=named,
        title=next((text for at, text in named if at == writing), ""),
        note=note,
        hint=say("negotiate-escalate-hint"),
        go=say("negotiate-escalate-go"),
        back=say("negotiate-escalate-back"),
    )


def what(scene: Scene, sheet: Thread, at: int) -> str:
    line = sheet.lines[at]
    terms = next(turn.parts for turn in reversed(line.turns) if turn.parts)
    return f"{scene.service(line.wanted.service)} {terms_text(scene, line.wanted.service, terms)}"


def question(scene: Scene, sheet: Thread, at: int) -> Question:
    say = scene.speech.say
    forced = "negotiate-escalate-ask-run" if room_is_run(scene) else "negotiate-escalate-ask-alone"
    lines = (f"· {what(scene, sheet, at)}", say("negotiate-escalate-ask-once"), say(forced))
    return Question(say("negotiate-escalate-ask"), lines, say("negotiate-escalate-go"), say("negotiate-go-back"))


def escalate_intent(scene: Scene, sheet: SheetId, line: int, reason: str) -> EscalateLine:
    table = scene.view.table
    return EscalateLine(round=table.round, phase=table.phase, sheet=sheet, line=line, reason=reason)


def reply_intent(scene: Scene, sheet: SheetId, line: int, reason: str) -> AnswerEscalation:
    table = scene.view.table
    return AnswerEscalation(round=table.round, phase=table.phase, sheet=sheet, line=line, reason=reason)
