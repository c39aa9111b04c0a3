"""An observer's card of a week, what could be heard that week, and the table as all its seats know it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from sandgame.frames.classroom import Behaviour, KeepCard, Mark
from sandgame.present.facts import fact_text
from sandgame.present.phrases import badge, service_times
from sandgame.present.pictures import COMPANY_SLOT, BadgePicture
from sandgame.present.room_words import room_line
from sandgame.present.scene import Scene
from sandgame.present.signs import sign_name
from sandgame.rules.ids import ROOM, TABLE, SeatId
from sandgame.rules.sections import EscalationSeen, Promise, Thread
from sandgame.text import numbers

BEHAVIOURS: tuple[Behaviour, ...] = get_args(Behaviour)
MARKS: tuple[Mark, ...] = get_args(Mark)
LONGEST = 200


@dataclass(frozen=True, slots=True)
class ItemPicture:
    behaviour: Behaviour
    title: str
    line: str


@dataclass(frozen=True, slots=True)
class CardPicture:
    title: str
    by: str
    items: tuple[ItemPicture, ...]
    marks: tuple[str, ...]
    evidence_off: str
    note: str
    foot: str


@dataclass(frozen=True, slots=True)
class HeardLine:
    badge: BadgePicture
    text: str


@dataclass(frozen=True, slots=True)
class WatchPicture:
    """The two ways to look, what stands over them, and the log with its button."""

    ways: tuple[str, str]
    line: str
    heard_title: str
    heard_tab: str
    heard_do: str
    heard_none: str
    to_card: str


@dataclass(frozen=True, slots=True)
class TablePicture:
    """What all seats know after Deliver. `weeks`: week, result, index."""

    title: str
    none: str
    heads: tuple[str, ...]
    weeks: tuple[tuple[str, ...], ...]
    facts: tuple[str, ...]


def card_picture(scene: Scene) -> CardPicture:
    say = scene.speech.say
    items = tuple(
        ItemPicture(each, say(f"observer-{key}"), say(f"observer-{key}-line"))
        for each in BEHAVIOURS
        for key in (each.replace("_", "-"),)
    )
    return CardPicture(
        title=say("observer-card", week=scene.view.table.round),
        by=say("observer-by"),
        items=items,
        marks=tuple(say(f"observer-mark-{each}") for each in ("not-seen", "partly", "clearly", "no-chance")),
        evidence_off=say("observer-evidence-off"),
        note=say("observer-note"),
        foot=say("observer-foot"),
    )


def marked(scene: Scene, card: KeepCard | None) -> str:
    """How far the card of the week is."""
    count = len(card.marks) if card is not None else 0
    return scene.speech.say("observer-marked", week=scene.view.table.round, count=count, of=len(BEHAVIOURS))


def watch_picture(scene: Scene, *, table: bool) -> WatchPicture:
    say, name = scene.speech.say, scene.name(scene.seat)
    return WatchPicture(
        ways=(say("observer-seat", department=name), say("observer-table")),
        line=say("observer-table-line") if table else say("observer-seat-line", department=name),
        heard_title=say("observer-heard-table") if table else say("observer-heard-seat", department=name),
        heard_tab=say("observer-heard"),
        heard_do=say("observer-heard-do"),
        heard_none=say("observer-heard-none"),
        to_card=say("observer-to-card"),
    )


def table_picture(scene: Scene) -> TablePicture:
    """From what every seat's view holds alike."""
    say, table = scene.speech.say, scene.view.table
    known = any(result.index is not None for result in table.results)
    heads = [say("late-week"), say("observer-result", money=scene.pick(scene.cast.money))]
    weeks = []
    for result in table.results:
        index = [numbers.percent(result.index) if result.index is not None else say("shell-none")] if known else []
        weeks.append((str(result.round), numbers.signed(result.result), *index))
    facts = []
    bots = [scene.name(each.seat) for each in scene.view.room.played_by]
    if bots:
        facts.append(say("observer-bots", departments=say("game-list-comma").join(bots)))
    return TablePicture(
        say("observer-table-title", week=table.results[-1].round) if table.results else say("observer-table"),
        "" if table.results else say("observer-table-none"),
        tuple([*heads, say("deliver-index")] if known else heads),
        tuple(weeks),
        tuple(facts),
    )


def heard(scene: Scene, *, table: bool) -> tuple[HeardLine, ...]:
    """This week's lines in the order of their kinds; with `table` only what the whole table could hear."""
    lines = [*_public(scene)]
    if not table:
        lines += _own(scene)
    return tuple(HeardLine(_badge(scene, seat), text) for seat, text in lines)


def _badge(scene: Scene, seat: SeatId) -> BadgePicture:
    return badge(scene, seat) if seat in scene.view.table.seats else BadgePicture(COMPANY_SLOT, "presentation")


def _public(scene: Scene) -> Iterator[tuple[SeatId, str]]:
    say, view, week = scene.speech.say, scene.view, scene.view.table.round
    for known in view.threads.facts:
        if known.to == TABLE and known.fact.round == week:
            yield known.seat, say("observer-shared", who=scene.name(known.seat), what=fact_text(scene, known.fact))
    for heard_ in view.threads.messages:
        if heard_.to == TABLE and heard_.round == week:
            yield heard_.seat, say("observer-said", who=scene.name(heard_.seat), what=heard_.text)
    for each in view.room.escalations:
        yield each.by, say("observer-escalated", who=scene.name(each.by), what=_of_escalation(scene, each))
    for shown in view.room.signals:
        yield shown.seat, say("observer-signal", who=scene.name(shown.seat), what=sign_name(scene, shown.sign))
    for told in view.beside.told:
        if told.to_all and told.round == week:
            yield ROOM, room_line(scene.speech, told)


def _of_escalation(scene: Scene, each: EscalationSeen) -> str:
    return service_times(scene, each.service, sum(part.units for part in each.terms))


def _own(scene: Scene) -> Iterator[tuple[SeatId, str]]:
    """What only this seat and its other side know."""
    say, view, week = scene.speech.say, scene.view, scene.view.table.round
    for sheet in view.threads.sheets:
        if sheet.round == week:
            yield from _of_sheet(scene, sheet)
    for heard_ in view.threads.messages:
        if heard_.to not in (TABLE, ROOM) and heard_.round == week:
            who = say("observer-to", who=scene.name(heard_.seat), to=scene.name(heard_.to))
            yield heard_.seat, say("observer-said", who=who, what=heard_.text)
    for known in view.threads.facts:
        if known.to != TABLE and known.fact.round == week:
            who = say("observer-to", who=scene.name(known.seat), to=scene.name(known.to))
            yield known.seat, say("observer-shared", who=who, what=fact_text(scene, known.fact))
    for promise in view.threads.promises:
        yield from _of_promise(scene, promise)


def _of_sheet(scene: Scene, sheet: Thread) -> Iterator[tuple[SeatId, str]]:
    say = scene.speech.say
    to = say("observer-to", who=scene.name(sheet.customer), to=scene.name(sheet.provider))
    yield sheet.customer, say("observer-asked", who=to, count=len(sheet.lines))
    if sheet.restated is not None:
        yield sheet.provider, say("observer-restating", who=scene.name(sheet.provider), what=sheet.restated)
    for line in sheet.lines:
        what = service_times(scene, line.wanted.service, line.wanted.units)
        for turn in line.turns[1:]:
            yield turn.seat, say(f"observer-{turn.answer}", who=scene.name(turn.seat), what=what)


def _of_promise(scene: Scene, promise: Promise) -> Iterator[tuple[SeatId, str]]:
    say, week = scene.speech.say, scene.view.table.round
    what = service_times(scene, promise.service, promise.units)
    if promise.warned == week:
        who = say("observer-to", who=scene.name(promise.provider), to=scene.name(promise.customer))
        yield promise.provider, say("observer-warning", who=who, what=what)
    if promise.due == week and promise.state in ("kept", "broken"):
        yield promise.provider, say(f"observer-{promise.state}", who=scene.name(promise.provider), what=what)
