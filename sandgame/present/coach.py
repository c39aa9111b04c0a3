"""The coach: in week 1 at most a few notes a phase, one at a time, and later one at whatever has newly opened; what was
done is not said again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sandgame.present import asking, orders
from sandgame.present.ledger import waits_for_me
from sandgame.present.negotiate import may_be_asked
from sandgame.present.now import NowBar
from sandgame.present.review import VOTE
from sandgame.present.scene import Scene
from sandgame.present.shell import finished
from sandgame.rules.ids import Phase
from sandgame.rules.scenario import RuleName

Spot = Literal["orders", "answer", "ask", "line", "primary"] | RuleName
"""What a note points at: a place of the page (a rule's own control goes by its name), a row of the ledger, the primary
button."""
_PHASE_OF: dict[RuleName, Phase] = {"overtime": "plan", "why_failed": "review", "vote": "review"}
"""Where the control of a rule is; the others stand in Negotiate."""


@dataclass(frozen=True, slots=True)
class CoachNote:
    name: str
    spot: Spot
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class CoachWords:
    """The frame of every note."""

    head: str
    hint: str
    hide: str


def coach_notes(scene: Scene, now: NowBar) -> tuple[CoachNote, ...]:
    """What is still to be said in this phase, the next first; after week 1 only of what has just opened."""
    if scene.view.table.phase == "over" or finished(scene):
        return ()
    if scene.view.table.round != 1:
        return tuple(_note(scene, f"new-{rule.replace('_', '-')}", rule) for rule in _just_opened(scene, now))
    return tuple(_note(scene, name, spot) for name, spot in _to_say(scene, now))


def coach_words(scene: Scene) -> CoachWords:
    """In week 1 a note goes once it is done; what has opened is only told, and goes once it was read."""
    say = scene.speech.say
    if scene.view.table.round == 1:
        return CoachWords(say("coach-head"), say("coach-hint"), say("coach-hide"))
    return CoachWords(say("coach-head-new"), "", say("coach-read"))


def _just_opened(scene: Scene, now: NowBar) -> list[RuleName]:
    """The rules of this week that have their control in this phase and have not been tried."""
    phase = scene.view.table.phase
    new = (rule for rule in scene.view.table.new_rules if _PHASE_OF.get(rule, "negotiate") == phase)
    return [rule for rule in new if not _tried(scene, now, rule)]


def _tried(scene: Scene, now: NowBar, rule: RuleName) -> bool:
    view, me = scene.view, scene.seat
    mine = [sheet for sheet in view.threads.sheets if sheet.provider == me]
    match rule:
        case "counter":
            turns = (turn for sheet in view.threads.sheets for line in sheet.lines for turn in line.turns)
            return any(turn.seat == me and turn.answer == "counter" for turn in turns)
        case "restate":
            return any(sheet.restated is not None for sheet in mine)
        case "give":
            return any(sheet.give is not None for sheet in view.threads.sheets if sheet.customer == me)
        case "pool":
            return view.pool.my_claim > 0
        case "lend":
            return bool(view.pool.loans)
        case "meeting":
            return bool(view.threads.meetings)
        case "escalate":
            return any(each.by == me for each in view.room.escalations)
        case "overtime":
            return bool(now.can_undo)
        case "why_failed":
            return all(failed.cause is not None for failed in view.review.why)
        case "vote":
            # a vote is a draft until the Review ends: its item of the checklist knows
            return not view.room.votable or any(check.id == VOTE and check.done for check in now.checks)


def _to_say(scene: Scene, now: NowBar) -> Sequence[tuple[str, Spot]]:
    """Only where something has to be done by hand: the other pages say by themselves what they want."""
    match scene.view.table.phase:
        case "negotiate":
            return _negotiating(scene, now)
        case "plan":
            tried = now.can_undo or not scene.view.threads.promises
            return [("submit", "primary")] if tried else [("line", "line"), ("submit", "primary")]
        case _:
            return []


def _negotiating(scene: Scene, now: NowBar) -> Sequence[tuple[str, Spot]]:
    notes: list[tuple[str, Spot]] = []
    if orders.to_choose(scene):
        notes.append(("orders", "orders"))
    if any(waits_for_me(scene, sheet) for sheet in scene.view.threads.sheets):
        notes.append(("answer", "answer"))
    if asking.unasked(scene):
        notes.append(("ask", "ask"))
    if all(check.done for check in now.checks) and _nothing_to_wait_for(scene):
        notes.append(("settled", "primary"))
    return notes


def _nothing_to_wait_for(scene: Scene) -> bool:
    """The others are done; or what was asked is settled, and who may ask me has asked."""
    others = set(scene.view.table.seats) - {scene.seat}
    if others <= set(scene.view.table.finished):
        return True
    sheets = [sheet for sheet in scene.view.threads.sheets if sheet.round == scene.view.table.round]
    if any(line.state == "open" for sheet in sheets for line in sheet.lines):
        return False
    return not may_be_asked(scene) or any(sheet.provider == scene.seat for sheet in sheets)


def _note(scene: Scene, name: str, spot: Spot) -> CoachNote:
    say = scene.speech.say
    return CoachNote(name, spot, say(f"coach-{name}"), say(f"coach-{name}-text"))
