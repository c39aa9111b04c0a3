"""Promises that a plan would break: what is asked before it is submitted, and the warnings that can go out first."""

from __future__ import annotations

from sandgame.present.now import Question
from sandgame.present.phrases import counted
from sandgame.present.scene import Scene
from sandgame.rules.intents import Warn
from sandgame.rules.preview import Preview, PromisePreview
from sandgame.rules.sections import Promise


def failing(scene: Scene, shown: Preview) -> tuple[tuple[Promise, int], ...]:
    """What falls due by this week and would not arrive in full, with the units missing; what is made good is not."""
    promises = {p.commitment: p for p in scene.view.threads.promises}
    due = [o for o in shown.promises if o.due_now and not o.kept]
    return tuple((promises[o.commitment], _short(o)) for o in due if _short(o))


def _short(outcome: PromisePreview) -> int:
    return outcome.lacking - outcome.units


def can_warn(scene: Scene, promise: Promise) -> bool:
    """Its provider may, before it is overdue, once a week."""
    mine = promise.provider == scene.seat
    return mine and promise.state == "open" and promise.warned != scene.view.table.round


def warning(scene: Scene, promise: Promise, units: int) -> Warn:
    table = scene.view.table
    return Warn(round=table.round, phase=table.phase, commitment=promise.commitment, units=units)


def warnings(scene: Scene, shown: Preview) -> tuple[Warn, ...]:
    """One for each promise that this plan would break and that nobody has been warned of."""
    return tuple(warning(scene, p, short) for p, short in failing(scene, shown) if can_warn(scene, p))


def question(scene: Scene, shown: Preview) -> Question:
    """Which, to whom, whether warned; the third way warns first."""
    say = scene.speech.say
    lines = [_line(scene, promise, short) for promise, short in failing(scene, shown)]
    return Question(
        say("plan-question-title"),
        (say("plan-question-intro"), *lines, say("plan-question-then")),
        say("plan-submit-anyway"),
        say("plan-look-again"),
        say("plan-warn-first") if warnings(scene, shown) else "",
    )


def _line(scene: Scene, promise: Promise, short: int) -> str:
    say = scene.speech.say
    if promise.state == "overdue":
        told = say("plan-question-overdue")
    elif promise.warned:
        told = say("plan-warned")
    else:
        told = say("plan-not-warned")
    return say(
        "plan-question-line",
        service=scene.service(promise.service),
        department=scene.name(promise.customer),
        units=counted(scene, promise.service, short),
        told=told,
    )
