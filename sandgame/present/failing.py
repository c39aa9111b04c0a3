"""Why it failed: a cause from both sides for the largest of each provider, and an apology for whatever was mine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from sandgame.present.phrases import badge, counted
from sandgame.present.pictures import BadgePicture
from sandgame.present.scene import Scene
from sandgame.rules.before import moved_in
from sandgame.rules.ids import CommitmentId
from sandgame.rules.intents import Apologise, Cause, GiveCause
from sandgame.rules.sections import Promise
from sandgame.text.numbers import parts

CAUSES: tuple[Cause, ...] = get_args(Cause)
NO_CAUSE = -1


@dataclass(frozen=True, slots=True)
class FailedRow:
    """`asks` for a cause (`cause` is its place, -1 for none yet), or says in `rest` what else can be done.

    `said` is what was done about it.
    """

    commitment: CommitmentId
    provider: BadgePicture
    customer: BadgePicture
    title: str
    line: str
    asks: bool
    cause: int
    rest: str
    may_apologise: bool
    said: str
    spoken: str


@dataclass(frozen=True, slots=True)
class FailingPicture:
    """`earlier` are those of weeks before, behind a button that says how many."""

    title: str
    note: str
    hidden: str
    causes: tuple[str, ...]
    rows: tuple[FailedRow, ...]
    earlier: tuple[FailedRow, ...]
    earlier_text: str
    apologise: str
    words_hint: str
    send: str


def failing(scene: Scene) -> FailingPicture | None:
    """None when nothing failed that this seat has a part in."""
    say, section = scene.speech.say, scene.view.review
    promises = {promise.commitment: promise for promise in scene.view.threads.promises}
    asked = [failed.commitment for failed in section.why if failed.commitment in promises]
    mine = [n for n in (*section.to_apologise, *_done(scene)) if n in promises and n not in asked]
    delivery = scene.view.delivery
    fresh = [n for n in mine if delivery is not None and moved_in(promises[n], delivery)]
    old = [n for n in section.to_apologise if n in mine and n not in fresh]
    if not asked and not mine:
        return None
    opens = "why_failed" in scene.view.table.rules
    return FailingPicture(
        title=say("review-why" if opens else "review-failed"),
        note=say("review-why-note" if opens else "review-failed-note"),
        hidden=say("review-why-hidden") if asked else "",
        causes=tuple(say(f"review-cause-{cause.replace('_', '-')}") for cause in CAUSES),
        rows=tuple(_row(scene, promises[n]) for n in (*asked, *sorted(fresh))),
        earlier=tuple(_row(scene, promises[n]) for n in sorted(old)),
        earlier_text=say("review-failed-earlier", count=len(old)) if old else "",
        apologise=say("review-apologise"),
        words_hint=say("review-apologise-hint"),
        send=say("review-apologise-send"),
    )


def open_causes(scene: Scene) -> tuple[int, int]:
    """Causes given, of how many asked for."""
    why = scene.view.review.why
    return sum(failed.cause is not None for failed in why), len(why)


def cause_intent(scene: Scene, commitment: CommitmentId, place: int) -> GiveCause:
    table = scene.view.table
    return GiveCause(round=table.round, phase=table.phase, commitment=commitment, cause=CAUSES[place])


def apology_intent(scene: Scene, commitment: CommitmentId, text: str) -> Apologise:
    table = scene.view.table
    return Apologise(round=table.round, phase=table.phase, commitment=commitment, text=text)


def _done(scene: Scene) -> list[CommitmentId]:
    """What I have apologised for and what moved this week: the row stays, with its tick."""
    delivery = scene.view.delivery
    return [
        promise.commitment
        for promise in scene.view.threads.promises
        if promise.commitment in scene.view.review.apologised
        and promise.provider == scene.seat
        and delivery is not None
        and moved_in(promise, delivery)
    ]


def _row(scene: Scene, promise: Promise) -> FailedRow:
    say, section = scene.speech.say, scene.view.review
    number = promise.commitment
    asked = {failed.commitment: failed.cause for failed in section.why}
    cause = asked.get(number)
    said = ""
    if number in section.apologised:
        said = say("review-apologised" if promise.provider == scene.seat else "review-apologised-other")
    title = f"{scene.service(promise.service)} {parts(promise.delivered, promise.units)}"
    line = _what_lacks(scene, promise)
    between = say("review-failed-between", giver=scene.name(promise.provider), taker=scene.name(promise.customer))
    rest = say("review-why-largest") if section.why and number not in asked else ""
    return FailedRow(
        commitment=number,
        provider=badge(scene, promise.provider),
        customer=badge(scene, promise.customer),
        title=title,
        line=line,
        asks=number in asked,
        cause=NO_CAUSE if cause is None else CAUSES.index(cause),
        rest=rest,
        may_apologise=number in section.to_apologise,
        said=said,
        spoken=" ".join(part for part in (between, title, line, said) if part),
    )


def _what_lacks(scene: Scene, promise: Promise) -> str:
    say = scene.speech.say
    units = counted(scene, promise.service, promise.units - promise.delivered)
    match promise.state:
        case "overdue":
            text = say("review-failed-owed", units=units)
        case "late":
            text = say("review-failed-late")
        case _:
            text = say("review-failed-gone", units=units)
    return say("review-failed-warned", text=text) if promise.warned else text
