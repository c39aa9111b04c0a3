"""Hours of a plan's line as blocks in a tray, and the notes below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sandgame.present.phrases import counted, listed, service_times, unique
from sandgame.present.pictures import HoursPicture, Tone, UnitPicture, blocks
from sandgame.present.plan_draft import Split
from sandgame.present.scene import Scene
from sandgame.rules.board import ServiceSeen
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.preview import MadePreview
from sandgame.rules.sections import Promise

MOST_BLOCKS = 60
"""Above this many hours in one line, missing blocks are left out of the picture; the figures beside it say it all."""


@dataclass(frozen=True, slots=True)
class TrayNote:
    """A line under a tray; `mark` is "stock" or the slot whose delivery the units above the mark wait for."""

    text: str
    mark: int | str | None = None
    tone: Tone = "plain"


def tray(scene: Scene, service: ServiceSeen, made: MadePreview | None, wanted: int, slot: int | None) -> HoursPicture:
    """Setup first, then unit by unit; what the promise wants and the hours do not give stands as outlines."""
    effort = service.effort or 1
    look, colour = ("stock", 0) if slot is None else ("solid", slot)
    units: list[UnitPicture] = []
    done = made.units if made else 0
    if made and made.setup and done:
        units.append(UnitPicture(blocks("setup", colour, made.setup)))
    for n in range(done):
        awaits = _awaited_from(scene, service) if made and n >= done - made.awaited else None
        under: int | Literal["stock"] | None = awaits if awaits is not None else "stock" if service.inputs else None
        units.append(UnitPicture(blocks("stock" if look == "stock" else "solid", colour, effort), under))
    missing = max(0, wanted - done)
    if missing and not done and service.setup:
        units.append(UnitPicture(blocks("missing", colour, service.setup)))
    shown = sum(len(unit.blocks) for unit in units)
    room = max(0, MOST_BLOCKS - shown) // effort
    units += [UnitPicture(blocks("missing", colour, effort))] * min(missing, room)
    return HoursPicture(tuple(units))


def _awaited_from(scene: Scene, service: ServiceSeen) -> int | None:
    """The slot of the department whose promised units this service waits for."""
    provider = _awaited_provider(scene, service)
    return None if provider is None else scene.department(provider).slot


def _awaited_provider(scene: Scene, service: ServiceSeen) -> SeatId | None:
    promise = awaited_promise(scene, service)
    return None if promise is None else promise.provider


def _awaited_providers(scene: Scene, service: ServiceSeen, units: int) -> list[SeatId]:
    """All whose promised units it waits for by now; who gives what is in stock for all of it is not among them."""
    here = {own.service: own.units for own in scene.view.me.stock}
    lacking = {i.service for i in service.inputs or () if here.get(i.service, 0) < i.units * units}
    now = scene.view.table.round
    mine = (p for p in scene.view.threads.promises if p.is_open and p.customer == scene.seat and p.due <= now)
    return list(dict.fromkeys(p.provider for p in mine if p.service in lacking))


def awaited_promise(scene: Scene, service: ServiceSeen) -> Promise | None:
    """What this service waits for by now; one that was warned of before all others."""
    wanted = {i.service for i in service.inputs or ()}
    now = scene.view.table.round
    mine = [p for p in scene.view.threads.promises if p.is_open and p.customer == scene.seat]
    due = [p for p in mine if p.service in wanted and p.due <= now]
    return next((p for p in due if p.warned), due[0] if due else None)


def warned_of(scene: Scene, promise: Promise) -> str:
    """That its provider has warned, and of how many units."""
    name = scene.name(promise.provider)
    if not promise.missing:
        return scene.speech.say("plan-hangs", department=name)
    what = service_times(scene, promise.service, promise.missing)
    return scene.speech.say("plan-hangs-of", department=name, what=what)


@dataclass(frozen=True, slots=True)
class Held:
    """Hours that no line gets although they are left: lines further up keep them for inputs that do not come."""

    hours: int
    by: tuple[ServiceId, ...]


NOT_HELD = Held(0, ())


def held_above(made: Mapping[int, MadePreview], at: int, left: int) -> Held:
    """Of a line at a place: `left` hours of the plan are over, and these lines above it wait with theirs."""
    waiting = [one.service for place, one in made.items() if place < at and one.stop == "inputs"]
    return Held(left, tuple(dict.fromkeys(waiting))) if waiting else NOT_HELD


def notes(
    scene: Scene,
    service: ServiceSeen,
    made: MadePreview | None,
    split: Split,
    left_out: int,
    has_time: bool,
    held: Held = NOT_HELD,
) -> tuple[TrayNote, ...]:
    """What stands under a tray: from stock, awaited, short or left out, and how the hours add up.

    `left_out` units of the promise were not planned at all; `has_time` = it is due in a later week.
    """
    say = scene.speech.say
    found: list[TrayNote] = []
    if split.stock:
        found.append(TrayNote(say("plan-note-stock", units=counted(scene, service.service, split.stock))))
    if made and made.awaited:
        found += _awaiting(scene, service, made)
    short = made.planned - made.units if made else 0
    if made and short:
        found.append(_short_note(scene, service, made, short, "plain" if has_time else "negative", held))
    elif left_out:
        found.append(TrayNote(say("plan-note-left-out", units=counted(scene, service.service, left_out))))
    elif made and made.setup:
        work = made.hours - made.setup
        found.append(TrayNote(say("plan-note-setup", setup=made.setup, work=work, hours=made.hours)))
    elif made and not made.awaited:
        effort = service.effort or 1
        found.append(TrayNote(say("plan-note-work", units=made.units, effort=effort, hours=made.hours)))
    return tuple(found)


def _awaiting(scene: Scene, service: ServiceSeen, made: MadePreview) -> list[TrayNote]:
    """What lies here, what is still to come, and what happens if it does not."""
    say = scene.speech.say
    sure = made.units - made.awaited
    here = [TrayNote(say("plan-note-inputs-here", units=sure), "stock")] if sure else []
    name = listed(scene, [scene.name(provider) for provider in _awaited_providers(scene, service, made.units)])
    hours = made.awaited * (service.effort or 1) + (0 if sure else made.setup)
    units = counted(scene, service.service, made.awaited)
    promise = awaited_promise(scene, service)
    warned = warned_of(scene, promise) if promise is not None and promise.warned else ""
    facts: dict[str, str | int] = {"units": units, "hours": hours}
    if sure:
        facts["sure"] = counted(scene, service.service, sure)
    if warned:
        text = say("plan-note-awaits-warned" if sure else "plan-note-awaits-all-warned", warned=warned, **facts)
    else:
        text = say("plan-note-awaits" if sure else "plan-note-awaits-all", department=name, **facts)
    return [*here, TrayNote(text, _awaited_from(scene, service), "caution" if warned else "plain")]


def _short_note(scene: Scene, service: ServiceSeen, made: MadePreview, short: int, tone: Tone, held: Held) -> TrayNote:
    say = scene.speech.say
    if made.stop == "inputs":
        return TrayNote(_no_inputs(scene, made, counted(scene, service.service, short)), tone=tone)
    setup = 0 if made.units else service.setup or 0
    hours = short * (service.effort or 1) + setup
    if held.by and setup + (service.effort or 1) <= held.hours:
        by = listed(scene, [scene.service(each) for each in held.by])
        return TrayNote(say("plan-note-held", left=held.hours, by=by), tone=tone)
    key = "plan-note-short-setup" if not made.units and service.setup else "plan-note-short"
    if tone == "plain":
        # it is due in a later week: nothing is lost yet
        key = "plan-note-short-later"
    text = say(key, units=counted(scene, service.service, short), hours=hours, setup=service.setup or 0)
    return TrayNote(text, tone=tone)


def _no_inputs(scene: Scene, made: MadePreview, units: str) -> str:
    """What really is missing; of what another line of mine takes, which one, for it is made earlier in the week."""
    say = scene.speech.say
    taken = {i.service: sum(t.units for t in made.taken if t.service == i.service) for i in made.lacking}
    missing = [scene.service(i.service) for i in made.lacking if taken[i.service] < i.units]
    gone = [scene.service(service) for service, count in taken.items() if count]
    if not gone:
        return say("plan-note-no-inputs", units=units, inputs=listed(scene, missing))
    takers = listed(scene, unique(scene.service(each.by) for each in made.taken))
    facts = {"units": units, "inputs": listed(scene, gone), "takers": takers}
    if missing:
        return say("plan-note-inputs-gone-too", missing=listed(scene, missing), **facts)
    return say("plan-note-inputs-gone", **facts)
