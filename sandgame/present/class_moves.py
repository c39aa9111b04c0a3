"""What the facilitator, or the end of time, did with a seat or its table: what happened and what counts now."""

from __future__ import annotations

from sandgame.present.scene import Scene
from sandgame.rules.ids import PHASES
from sandgame.rules.sections import Thread
from sandgame.text.speech import Speech


def place(scene: Scene) -> tuple[int, int]:
    """How far play is, in weeks and phases."""
    table = scene.view.table
    return table.round, len(PHASES) if table.phase == "over" else PHASES.index(table.phase)


def was_set_back(before: Scene, after: Scene) -> bool:
    """Play stands earlier than before, or something that only grows has become less."""
    was, now = place(before), place(after)
    shrunk = any(less < more for more, less in zip(_said(before), _said(after), strict=True))
    return now < was or (now == was and before.seat == after.seat and shrunk)


def _said(scene: Scene) -> tuple[int, ...]:
    """What only ever grows within a phase: sheets and their turns, facts, messages, what the room said."""
    view = scene.view
    turns = sum(_turns(sheet) for sheet in view.threads.sheets)
    rated = len(view.review.received)
    return (len(view.threads.sheets), turns, len(view.threads.facts), len(view.threads.messages), rated)


def _turns(sheet: Thread) -> int:
    return sum(len(line.turns) for line in sheet.lines)


def what_happened(before: Scene, after: Scene, *, done: bool, time_up: bool) -> str:
    """A sentence to read, "" if nothing was done to this seat. `done`: it had finished the phase by itself."""
    say, was, now = after.speech.say, before.view.table, after.view.table
    if now.phase == "over":
        return ""
    phase = say(f"game-phase-{now.phase}")
    if before.seat != after.seat:
        return say("line-swapped", department=after.name(after.seat))
    if was_set_back(before, after):
        return say("line-set-back", week=now.round, phase=phase)
    went_on = place(after) > place(before)
    if not went_on or done or was.phase == "deliver":
        return ""
    counts = say(f"line-counts-{was.phase}")
    return say("line-time-went" if time_up else "line-pushed", phase=phase, counts=counts)


def moved_seat(speech: Speech, was: str, now: str, table: int) -> str:
    """In the lobby, by the names of the departments; `was` is "" where the table is another one too."""
    if not was:
        return speech.say("line-moved-table", table=table, department=now)
    return speech.say("line-moved", was=was, table=table, department=now)
