"""What the facilitator, or the end of time, did with a seat or its table: what happened and what counts now."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.scene import Scene
from sandgame.present.standing import what_counts
from sandgame.rules.ids import PHASES
from sandgame.text.speech import Speech


def place(scene: Scene) -> tuple[int, int]:
    """How far play is, in weeks and phases."""
    table = scene.view.table
    return table.round, len(PHASES) if table.phase == "over" else PHASES.index(table.phase)


def was_set_back(before: Scene, after: Scene) -> bool:
    return after.view.table.rolled_back > before.view.table.rolled_back


@dataclass(frozen=True, slots=True)
class MoveNote:
    """A sentence to read; one that `passes` is about the phase that has just begun."""

    text: str
    passes: bool = False


def what_happened(before: Scene, after: Scene, *, done: bool, time_up: bool) -> MoveNote | None:
    """None if nothing was done to this seat. `done`: it had finished the phase by itself."""
    say, was, now = after.speech.say, before.view.table, after.view.table
    if now.phase == "over":
        return None
    phase = say(f"game-phase-{now.phase}")
    if before.seat != after.seat:
        return MoveNote(say("line-swapped", department=after.name(after.seat)))
    if was_set_back(before, after):
        return MoveNote(say("line-set-back", week=now.round, phase=phase))
    if now.length < was.length:
        return MoveNote(say("line-cut", week=now.length, weeks=was.length))
    went_on = place(after) > place(before)
    if not went_on or done or was.phase == "deliver":
        return None
    counts = say(f"line-counts-{what_counts(before)}")
    return MoveNote(say("line-time-went" if time_up else "line-pushed", phase=phase, counts=counts), passes=True)


def moved_seat(speech: Speech, was: str, now: str, table: int) -> str:
    """In the lobby, by the names of the departments; `was` is "" where the table is another one too."""
    if not was:
        return speech.say("line-moved-table", table=table, department=now)
    return speech.say("line-moved", was=was, table=table, department=now)
