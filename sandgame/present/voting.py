"""The vote on one measure: what each does, what it costs, who voted for it so far, and which the team has already."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.phrases import badge, listed
from sandgame.present.pictures import BadgePicture
from sandgame.present.review_draft import VoteDraft, votable
from sandgame.present.scene import Scene
from sandgame.rules.scenario import MeasureName
from sandgame.rules.sections import MeasureSeen
from sandgame.text.numbers import whole

UNDECIDED, NONE_OF_THEM = -2, -1


@dataclass(frozen=True, slots=True)
class MeasureChoice:
    measure: MeasureName
    title: str
    effect: str
    cost: str
    voters: tuple[BadgePicture, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class HeldMeasure:
    """Held already, or adopted and not yet in force."""

    title: str
    effect: str
    since: str
    in_force: bool


@dataclass(frozen=True, slots=True)
class VotePicture:
    """`chosen` is the place of my choice: -2 while there is none, -1 for none of them."""

    title: str
    needed: str
    choices: tuple[MeasureChoice, ...]
    none_of_them: str
    later: str
    chosen: int
    held_title: str
    held: tuple[HeldMeasure, ...]


def measure_key(measure: MeasureName) -> str:
    return measure.replace("_", "-")


def voting(scene: Scene, vote: VoteDraft | None) -> VotePicture | None:
    """None where there is nothing to vote on and nothing is held."""
    say, room = scene.speech.say, scene.view.room
    names = votable(scene)
    seen = {measure.measure: measure for measure in room.measures}
    held = tuple(_held(scene, measure) for measure in room.measures if measure.holds_from is not None)
    if not names and not held:
        return None
    chosen = UNDECIDED
    if vote is not None:
        chosen = names.index(vote.measure) if vote.measure in names else NONE_OF_THEM
    return VotePicture(
        title=say("review-vote"),
        needed=say("review-vote-needed", count=len(scene.view.table.seats) // 2 + 1) if names else "",
        choices=tuple(_choice(scene, seen[name], vote) for name in names),
        none_of_them=say("review-vote-none") if names else "",
        later=_later(scene) if names else "",
        chosen=chosen,
        held_title=say("review-vote-held") if held else "",
        held=held,
    )


def has_voted(scene: Scene, vote: VoteDraft | None) -> bool:
    return vote is not None and vote.measure in (None, *votable(scene))


def _choice(scene: Scene, seen: MeasureSeen, vote: VoteDraft | None) -> MeasureChoice:
    """My own vote stands where I have it now, whatever the host has."""
    say = scene.speech.say
    seats = {each.seat for each in scene.view.room.votes if each.measure == seen.measure and each.seat != scene.seat}
    if vote is not None and vote.measure == seen.measure:
        seats.add(scene.seat)
    title, effect = _words(scene, seen.measure)
    cost = _cost(scene, seen.price)
    voters = [scene.name(seat) for seat in sorted(seats)]
    told = say("review-vote-voters", departments=listed(scene, voters)) if voters else ""
    spoken = " ".join(part for part in (title, effect, cost, told) if part)
    return MeasureChoice(seen.measure, title, effect, cost, tuple(badge(scene, seat) for seat in sorted(seats)), spoken)


def _words(scene: Scene, measure: MeasureName) -> tuple[str, str]:
    say, key = scene.speech.say, measure_key(measure)
    return say(f"measure-{key}"), say(f"measure-{key}-effect")


def _cost(scene: Scene, price: int) -> str:
    if not price:
        return scene.speech.say("review-vote-free")
    return scene.speech.say("review-vote-cost", price=whole(price), money=scene.pick(scene.cast.money))


def _held(scene: Scene, seen: MeasureSeen) -> HeldMeasure:
    title, effect = _words(scene, seen.measure)
    first = seen.holds_from or 0
    in_force = first <= scene.view.table.round
    since = scene.speech.say("review-vote-in-force" if in_force else "review-vote-from", week=first)
    return HeldMeasure(title, effect, since, in_force)


def _later(scene: Scene) -> str:
    """How many more can be had later, and from which week the next."""
    table = scene.view.table
    weeks = [
        m.round
        for m in scene.view.room.measures
        if m.holds_from is None and table.round < m.round < table.length
    ]  # fmt: skip
    if not weeks:
        return ""
    return scene.speech.say("review-vote-later", count=len(weeks), week=min(weeks))
