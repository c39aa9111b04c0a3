"""Hours of a plan's line as blocks in a tray, and the notes below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sandgame.present.phrases import counted
from sandgame.present.pictures import HoursPicture, Tone, UnitPicture, blocks
from sandgame.present.plan_draft import Split
from sandgame.present.scene import Scene
from sandgame.rules.board import ServiceSeen
from sandgame.rules.ids import SeatId
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


def awaited_promise(scene: Scene, service: ServiceSeen) -> Promise | None:
    """What this service waits for by now; one that was warned of before all others."""
    wanted = {i.service for i in service.inputs or ()}
    now = scene.view.table.round
    mine = [p for p in scene.view.threads.promises if p.is_open and p.customer == scene.seat]
    due = [p for p in mine if p.service in wanted and p.due <= now]
    return next((p for p in due if p.warned), due[0] if due else None)


def notes(
    scene: Scene, service: ServiceSeen, made: MadePreview | None, split: Split, left_out: int, has_time: bool
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
        found.append(_short_note(scene, service, made, short, "plain" if has_time else "negative"))
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
    provider = _awaited_provider(scene, service)
    name = scene.name(provider) if provider is not None else ""
    hours = made.awaited * (service.effort or 1) + (0 if sure else made.setup)
    units = counted(scene, service.service, made.awaited)
    promise = awaited_promise(scene, service)
    warned = promise is not None and bool(promise.warned)
    rest = counted(scene, service.service, sure)
    if sure:
        key = "plan-note-awaits-warned" if warned else "plan-note-awaits"
        text = say(key, department=name, units=units, sure=rest, hours=hours)
    else:
        key = "plan-note-awaits-all-warned" if warned else "plan-note-awaits-all"
        text = say(key, department=name, units=units, hours=hours)
    return [*here, TrayNote(text, _awaited_from(scene, service), "caution" if warned else "plain")]


def _short_note(scene: Scene, service: ServiceSeen, made: MadePreview, short: int, tone: Tone) -> TrayNote:
    say = scene.speech.say
    if made.stop == "inputs":
        names = [scene.service(i.service) for i in service.inputs or ()]
        text = say(
            "plan-note-no-inputs", units=counted(scene, service.service, short), inputs=say("game-and").join(names)
        )
        return TrayNote(text, tone=tone)
    hours = short * (service.effort or 1) + (0 if made.units else service.setup or 0)
    key = "plan-note-short-setup" if not made.units and service.setup else "plan-note-short"
    text = say(key, units=counted(scene, service.service, short), hours=hours, setup=service.setup or 0)
    return TrayNote(text, tone=tone)
