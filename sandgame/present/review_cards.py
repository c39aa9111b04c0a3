"""Whom I rate: a card each, with this week's facts before any mark; and what I was given, week by week."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.phrases import badge, counted, service_times
from sandgame.present.pictures import BadgePicture
from sandgame.present.review_draft import LONG_FORM, RatingDraft, ReviewDraft, rating_of
from sandgame.present.scene import Scene
from sandgame.rules.before import moved_in
from sandgame.rules.events import ProviderRated
from sandgame.rules.ids import SeatId
from sandgame.rules.sections import Promise


@dataclass(frozen=True, slots=True)
class ProviderCard:
    """`facts` of the week come first; `rated` says whether every mark is set."""

    seat: SeatId
    badge: BadgePicture
    name: str
    status: str
    facts: tuple[str, ...]
    draft: RatingDraft
    rated: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class ReceivedRow:
    """What one customer gave me in one week: each mark as it was given, and its words."""

    badge: BadgePicture
    name: str
    marks: tuple[tuple[str, str], ...]
    comment: str
    asks: str
    spoken: str


@dataclass(frozen=True, slots=True)
class ReceivedWeek:
    title: str
    rows: tuple[ReceivedRow, ...]


def provider_card(scene: Scene, seat: SeatId, draft: ReviewDraft) -> ProviderCard:
    rating = rating_of(scene, draft, seat)
    status = scene.speech.say("review-rated" if rating.is_whole else "review-unrated")
    facts = week_facts(scene, seat)
    name = scene.name(seat)
    spoken = ". ".join((name, status, *facts))
    return ProviderCard(seat, badge(scene, seat), name, status, facts, rating, rating.is_whole, spoken)


def week_facts(scene: Scene, seat: SeatId) -> tuple[str, ...]:
    """What a provider promised and sent this week, and how it answered: facts of my own view."""
    facts: list[str] = []
    for promise in _promises_of_week(scene, seat):
        facts.append(_promise_fact(scene, promise))
        if promise.warned and promise.state != "kept":
            facts.append(scene.speech.say("review-fact-warned", week=promise.warned))
    return (*facts, *_spoilt(scene, seat), *_answers(scene, seat), *_due_change(scene, seat)) or (
        scene.speech.say("review-fact-none"),
    )


def _promises_of_week(scene: Scene, seat: SeatId) -> list[Promise]:
    delivery = scene.view.delivery
    return [
        promise
        for promise in scene.view.threads.promises
        if promise.provider == seat
        and promise.customer == scene.seat
        and (delivery is not None and moved_in(promise, delivery))
    ]


def _promise_fact(scene: Scene, promise: Promise) -> str:
    say = scene.speech.say
    what = service_times(scene, promise.service, promise.units)
    match promise.state:
        case "kept":
            return say("review-fact-kept", what=what)
        case "late":
            return say("review-fact-late", what=what)
        case "open":
            return say("review-fact-partly", what=what, units=counted(scene, promise.service, promise.delivered))
        case _:
            return say(
                "review-fact-broken", what=scene.service(promise.service), units=promise.delivered, of=promise.units
            )


def _spoilt(scene: Scene, seat: SeatId) -> list[str]:
    """Units that came this week and could not be used."""
    if scene.view.delivery is None:
        return []
    facts = []
    for line in scene.view.delivery.received:
        bad = line.bad + line.misfit
        if line.seat == seat and bad:
            facts.append(scene.speech.say("review-fact-spoilt", units=counted(scene, line.service, bad)))
    return facts


def _answers(scene: Scene, seat: SeatId) -> list[str]:
    """How many lines of mine it answered, declined, or left without an answer this week."""
    week, say = scene.view.table.round, scene.speech.say
    lines = [
        line
        for sheet in scene.view.threads.sheets
        if sheet.customer == scene.seat and sheet.provider == seat
        for line in sheet.lines
    ]
    spoken = [line for line in lines if any(turn.seat == seat and turn.round == week for turn in line.turns)]
    declined = [line for line in spoken if line.turns[-1].answer == "decline" and line.turns[-1].seat == seat]
    silent = [line for line in lines if line.unanswered and line not in spoken and line.state in ("open", "lapsed")]
    facts = []
    if spoken:
        facts.append(say("review-fact-answered", count=len(spoken)))
    if declined:
        facts.append(say("review-fact-declined", count=len(declined)))
    if silent:
        facts.append(say("review-fact-unanswered", count=len(silent)))
    return facts


def _due_change(scene: Scene, seat: SeatId) -> list[str]:
    """What it said it would change by this week: now its customer judges."""
    week = scene.view.table.round
    return [
        scene.speech.say("review-fact-change", week=change.asked)
        for change in scene.view.review.will_do
        if change.provider == seat and change.customer == scene.seat and change.by == week
    ]


def received(scene: Scene) -> tuple[ReceivedWeek, ...]:
    """The last week first."""
    got = scene.view.review.received
    weeks = sorted({each.round for each in got}, reverse=True)
    return tuple(
        ReceivedWeek(
            scene.speech.say("review-received-week", week=week),
            tuple(_received_row(scene, each.rating) for each in got if each.round == week),
        )
        for week in weeks
    )


def _received_row(scene: Scene, rating: ProviderRated) -> ReceivedRow:
    say = scene.speech.say
    name = scene.name(rating.customer)
    values = ((item, getattr(rating, item)) for item in LONG_FORM)
    marks = tuple((say(f"review-{item}"), str(value)) for item, value in values if value is not None)
    comment = say("review-quote", text=rating.comment) if rating.comment else ""
    asks = say("review-please-change") if rating.please_change else ""
    told = ", ".join(f"{item} {mark}" for item, mark in marks)
    spoken = " ".join(part for part in (f"{name}: {told}.", comment, asks) if part)
    return ReceivedRow(badge(scene, rating.customer), name, marks, comment, asks, spoken)
