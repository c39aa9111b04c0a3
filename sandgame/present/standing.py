"""A question that stays open while the table goes on: what came meanwhile, and why it was closed."""

from __future__ import annotations

from dataclasses import replace

from sandgame.present.now import Question
from sandgame.present.scene import Scene
from sandgame.present.shell import finished


def with_news(scene: Scene, question: Question, came: tuple[str, ...]) -> Question:
    """The latest that came since it was put stands first: what it lists may not be what one had read."""
    if not came:
        return question
    return replace(question, lines=(scene.speech.say("shell-asked-came", what=came[-1]), *question.lines))


def overtaken(asked: Scene, now: Scene) -> str:
    """Why a question of that scene is closed in this one, and what counts."""
    say, was, table = now.speech.say, asked.view.table, now.view.table
    phase = say(f"game-phase-{was.phase}")
    if asked.view.table.rolled_back != table.rolled_back:
        return say("shell-asked-back", phase=say(f"game-phase-{table.phase}"))
    if (was.round, was.phase) != (table.round, table.phase):
        return say("shell-asked-over", phase=phase, counts=say(f"line-counts-{what_counts(asked)}"))
    return say("shell-asked-done" if finished(now) else "shell-asked-settled", phase=phase)


def what_counts(scene: Scene) -> str:
    """The end of the key that says what counts of a phase that ended: of a plan, whether one was kept."""
    phase, me = scene.view.table.phase, scene.view.me
    if phase == "negotiate" and scene.is_last:
        return "negotiate-last"
    if phase != "plan":
        return phase
    return "plan-kept" if me.draft is not None or me.plan is not None else "plan-default"
