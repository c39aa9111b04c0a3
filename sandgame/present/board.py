"""The board of one seat: its own island, its direct partners, what flows between them, and who is unknown yet."""

from __future__ import annotations

from dataclasses import replace

from sandgame.present.far import far_islands, far_ribbons, far_words
from sandgame.present.ledger import asks_me, state_of, state_text
from sandgame.present.phrases import badge, counted, hours, service_times, unique, week_short
from sandgame.present.pictures import (
    BadgePicture,
    BoardPicture,
    ChipPicture,
    GhostPicture,
    IslandPicture,
    RibbonPicture,
    Side,
)
from sandgame.present.scene import Scene
from sandgame.present.signs import shown_signs, sign_tip
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.sections import Promise, Thread
from sandgame.text import numbers

OUTSIDE = 0
"""The island of the outside customers, beside the seats' numbers."""
SHEET_CHIPS = 100_000
"""Chips of sheets have their sheet's number above this, those of drafts their provider's above twice this."""
DRAFT_CHIPS = 2 * SHEET_CHIPS


DraftSheet = tuple[int, int, int, ServiceId]
"""Of a sheet not yet sent: how many lines, first and last due, and the service of its first line."""


def board(scene: Scene, drafts: dict[SeatId, DraftSheet] | None = None, selected: int | None = None) -> BoardPicture:
    """`drafts`: for each provider its sheet not yet sent. `selected`: a chip's id."""
    view = scene.view
    ribbons = _ribbons(scene)
    ways = {(r.provider, r.customer, service): r.id for r, service in ribbons}
    chips = [_promise_chip(scene, p, ways) for p in view.threads.promises if p.is_open]
    chips += [
        _sheet_chip(scene, sheet, ways)
        for sheet in view.threads.sheets
        if any(line.state == "open" for line in sheet.lines)
    ]
    chips += [_draft_chip(scene, seat, draft, ribbons) for seat, draft in (drafts or {}).items() if draft[0]]
    return BoardPicture(
        islands=_islands(scene),
        ghosts=tuple(
            GhostPicture(s, scene.name(s), badge(scene, s), scene.speech.say("shell-ghost"), scene.name(s))
            for s in (() if view.board.network else view.board.strangers)
        ),
        ribbons=(*(ribbon for ribbon, _ in ribbons), *far_ribbons(scene)),
        chips=tuple(chip for chip in chips if chip.ribbon),
        own=scene.seat,
        note=scene.speech.say("shell-board-note"),
        note_icon="eye",
        selected_chip=selected,
    )


def faces_outside(scene: Scene) -> bool:
    """This seat has orders of its own."""
    return bool(scene.view.orders)


def _partners(scene: Scene) -> dict[SeatId, tuple[tuple[ServiceId, ...], tuple[ServiceId, ...]]]:
    """For each direct partner: what it provides to me, what I provide to it."""
    found: dict[SeatId, tuple[list[ServiceId], list[ServiceId]]] = {}
    for service in scene.view.board.services:
        if service.provider == scene.seat:
            for receiver in service.receivers:
                found.setdefault(receiver, ([], []))[1].append(service.service)
        else:
            found.setdefault(service.provider, ([], []))[0].append(service.service)
    return {seat: (tuple(to_me), tuple(from_me)) for seat, (to_me, from_me) in sorted(found.items())}


def _islands(scene: Scene) -> tuple[IslandPicture, ...]:
    say, me = scene.speech.say, scene.view.me
    own = IslandPicture(
        id=scene.seat,
        name=scene.name(scene.seat),
        badge=badge(scene, scene.seat),
        line=say("shell-my-department"),
        side="own",
        hours_line=say("shell-hours-this-week", hours=hours(scene, me.hours)),
        hours=(scene.department(scene.seat).slot,) * me.hours,
        spoken=_read(scene, scene.name(scene.seat), say("shell-my-department"), hours(scene, me.hours)),
    )
    islands = [own]
    for seat, (to_me, from_me) in _partners(scene).items():
        side: Side = "both" if to_me and from_me else "supplier" if to_me else "customer"
        line = say(f"shell-side-{side}")
        name = scene.name(seat)
        islands.append(IslandPicture(seat, name, badge(scene, seat), line, side, spoken=_read(scene, name, line)))
    islands += far_islands(scene)
    told = [_told(scene, island) for island in islands]
    return (*told, _outside(scene)) if faces_outside(scene) else tuple(told)


def _told(scene: Scene, island: IslandPicture) -> IslandPicture:
    """With the sign it shows, who plays it, and what the service map tells of it."""
    seat = SeatId(island.id)
    sign = shown_signs(scene).get(seat)
    by = next((each.by for each in scene.view.room.played_by if each.seat == seat), None)
    flag = sign_tip(scene, seat, sign) if sign is not None else ""
    player = scene.speech.say("board-stand-in" if by == "stand_in" else "board-bot") if by is not None else ""
    gone = scene.speech.say("board-away") if by is None and seat in scene.away else ""
    line = scene.speech.say(_stand_in_line(scene, seat)) if by == "stand_in" else gone
    more = [text for text in (flag, player or gone, far_words(scene, seat)) if text]
    return replace(
        island,
        line=line or island.line,
        sign=sign,
        played="bot" if by is not None else "",
        tip="\n".join((island.name, *more)) if more else "",
        spoken=scene.speech.say("game-list-comma").join((island.spoken, *(text.replace("\n", " ") for text in more))),
    )


def _stand_in_line(scene: Scene, seat: SeatId) -> str:
    """Who sees their own week run may be back since: what they see was planned for them."""
    return (
        "board-stand-in-planned"
        if seat == scene.seat and scene.view.table.phase == "deliver"
        else "board-stand-in-line"
    )


def _outside(scene: Scene) -> IslandPicture:
    say = scene.speech.say
    boss = all(order.directive for order in scene.view.orders)
    name = say("shell-boss" if boss else "shell-outside")
    icon = "crown" if boss else "store"
    line = say("shell-outside-line")
    return IslandPicture(OUTSIDE, name, BadgePicture(0, icon), line, "external", spoken=_read(scene, name, line))


def _read(scene: Scene, *parts: str) -> str:
    return scene.speech.say("game-list-comma").join(parts)


def _ribbons(scene: Scene) -> list[tuple[RibbonPicture, ServiceId]]:
    """One for each service and receiver, and one from me to the outside."""
    busy = _busy(scene)
    found: list[tuple[RibbonPicture, ServiceId]] = []
    for service in scene.view.board.services:
        slot = scene.department(service.provider).slot
        for receiver in service.receivers:
            live = (service.provider, receiver, service.service) in busy
            name = scene.service(service.service)
            ends = f"{scene.name(service.provider)} → {scene.name(receiver)}"
            ribbon = RibbonPicture(
                len(found) + 1, service.provider, receiver, slot, name, live, spoken=f"{name}, {ends}"
            )
            found.append((ribbon, service.service))
    if faces_outside(scene):
        live = any(order.state == "open" for order in scene.view.orders)
        found.append((RibbonPicture(len(found) + 1, scene.seat, OUTSIDE, 0, live=live, dotted=True), ServiceId(0)))
    return found


def _busy(scene: Scene) -> set[tuple[SeatId, SeatId, ServiceId]]:
    threads = scene.view.threads
    busy = {(p.provider, p.customer, p.service) for p in threads.promises if p.is_open}
    for sheet in threads.sheets:
        busy |= {(sheet.provider, sheet.customer, line.wanted.service) for line in sheet.lines if line.state == "open"}
    return busy


def _promise_chip(scene: Scene, promise: Promise, ways: dict[tuple[int, int, ServiceId], int]) -> ChipPicture:
    what = service_times(scene, promise.service, promise.units)
    ends = f"{scene.name(promise.provider)} → {scene.name(promise.customer)}"
    due = week_short(scene, promise.due)
    return ChipPicture(
        id=promise.commitment,
        ribbon=ways.get((promise.provider, promise.customer, promise.service), 0),
        badge=badge(scene, promise.provider),
        units=numbers.parts(promise.delivered, promise.units) if promise.delivered else numbers.times(promise.units),
        due=due,
        state=state_of(promise),
        spoken=scene.speech.say(
            "shell-chip-promise",
            provider=scene.name(promise.provider),
            customer=scene.name(promise.customer),
            service=scene.service(promise.service),
            units=counted(scene, promise.service, promise.units),
            week=promise.due,
            state=state_text(scene, state_of(promise)),
        ),
        tip=f"{what} · {ends} · {due}",
    )


def _sheet_chip(scene: Scene, sheet: Thread, ways: dict[tuple[int, int, ServiceId], int]) -> ChipPicture:
    lines = [line for line in sheet.lines if line.state == "open"]
    dues = [part.due for line in lines for part in line.terms]
    due = week_short(scene, min(dues), max(dues))
    text = scene.speech.say("game-lines", count=len(lines))
    mine = asks_me(scene, sheet)
    tip = scene.speech.say("shell-chip-mine" if mine else "shell-chip-theirs")
    what = " · ".join(unique(scene.service(line.wanted.service) for line in lines))
    return ChipPicture(
        id=SHEET_CHIPS + sheet.sheet,
        ribbon=ways.get((sheet.provider, sheet.customer, lines[0].wanted.service), 0),
        badge=badge(scene, sheet.provider),
        units=text,
        due=due,
        state="open",
        sheet=True,
        spoken=scene.speech.say(
            "shell-chip-sheet",
            customer=scene.name(sheet.customer),
            provider=scene.name(sheet.provider),
            lines=text,
            what=what,
            due=due,
            state=tip,
        ),
        tip=f"{what}\n{tip}",
    )


def _draft_chip(
    scene: Scene, provider: SeatId, draft: DraftSheet, ribbons: list[tuple[RibbonPicture, ServiceId]]
) -> ChipPicture:
    lines, first, last, service = draft
    way = next((r.id for r, what in ribbons if (r.provider, r.customer, what) == (provider, scene.seat, service)), 0)
    text = scene.speech.say("game-lines", count=lines)
    due = week_short(scene, first, last)
    tip = scene.speech.say("shell-chip-draft")
    return ChipPicture(
        DRAFT_CHIPS + provider, way, badge(scene, provider), text, due, "open", sheet=True, draft=True,
        spoken=scene.speech.say("shell-chip-drafted", department=scene.name(provider), lines=text, due=due, state=tip),
        tip=tip,
    )  # fmt: skip
