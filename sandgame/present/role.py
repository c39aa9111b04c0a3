"""The role card: who I am, what I can make, see and do, with whom, what my bonus looks at. First page of week 1."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.phrases import badge, listed, service_times
from sandgame.present.pictures import BadgePicture
from sandgame.present.recipe import MetricRow, metric_rows
from sandgame.present.scene import Scene
from sandgame.rules.board import ServiceSeen
from sandgame.rules.ids import SeatId
from sandgame.text.numbers import percent


@dataclass(frozen=True, slots=True)
class Partner:
    """A department I deal with, and what goes between us."""

    badge: BadgePicture
    name: str
    line: str


@dataclass(frozen=True, slots=True)
class Box:
    """A titled box with an icon and some lines."""

    title: str
    icon: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleCard:
    badge: BadgePicture
    title: str
    role: str
    place: str
    boxes: tuple[Box, Box, Box]
    partners_title: str
    partners: tuple[Partner, ...]
    bonus_title: str
    bonus_share: str
    metrics: tuple[MetricRow, ...]
    know_title: str
    know: tuple[str, ...]
    again: str
    go_on: str


def role_card(scene: Scene) -> RoleCard:
    say, table = scene.speech.say, scene.view.table
    department = scene.department(scene.seat)
    title, role = _titled(scene, scene.pick(department.role))
    talk = say("brief-role-desk" if table.talk == "desk" else "brief-role-open")
    share = table.company_share
    mixed = share > 0 and (not table.results or table.results[-1].index is not None)
    return RoleCard(
        badge=badge(scene, scene.seat),
        title=title,
        role=role,
        place=say("brief-role-place", company=scene.pick(scene.cast.company), weeks=table.length, talk=talk),
        boxes=(
            Box(say("brief-role-can"), "package", _can(scene)),
            Box(say("brief-role-see"), "eye", (say("brief-role-see-line"),)),
            Box(say("brief-role-may"), "route", _may(scene)),
        ),
        partners_title=say("brief-role-partners"),
        partners=_partners(scene),
        bonus_title=say("brief-role-bonus"),
        bonus_share=say("brief-role-share", kpi=percent(100 - share), company=percent(share))
        if mixed
        else say("brief-role-share-kpi"),
        metrics=metric_rows(scene),
        know_title=say("brief-role-know"),
        know=(say("brief-role-know-kept"), say("brief-role-know-told"), say("brief-role-know-left")),
        again=say("brief-role-again"),
        go_on=say("brief-to-week"),
    )


def _titled(scene: Scene, role: str) -> tuple[str, str]:
    """A role that opens with "You are Sales: ..." is its own title; any other stands under the department's name."""
    title = scene.speech.say("brief-role-title", name=scene.name(scene.seat))
    for colon in ("：", ": "):
        head, mark, rest = role.partition(colon)
        if mark and head.startswith(title):
            return head, rest[:1].upper() + rest[1:]
    return title, role


def _can(scene: Scene) -> tuple[str, ...]:
    """One line a service that I provide."""
    mine = [seen for seen in scene.view.board.services if seen.provider == scene.seat]
    if not mine:
        return (scene.speech.say("brief-role-can-none"),)
    return tuple(_service_line(scene, seen) for seen in mine)


def _service_line(scene: Scene, seen: ServiceSeen) -> str:
    say = scene.speech.say
    # no unit word in English: no space at the end either
    parts = [say("brief-service-effort", unit=scene.unit(seen.service), hours=seen.effort or 0).strip()]
    if seen.setup:
        parts.append(say("brief-service-setup", hours=seen.setup))
    if seen.inputs:
        names = listed(scene, [service_times(scene, each.service, each.units) for each in seen.inputs])
        parts.append(say("brief-service-inputs", inputs=names))
    if seen.lead:
        parts.append(say("brief-service-lead", weeks=seen.lead))
    if seen.aid:
        parts.append(say("brief-service-aid", hours=seen.aid.hours, limit=seen.aid.limit))
    return say("brief-service", name=scene.service(seen.service), terms=say("game-list-comma").join(parts))


def _may(scene: Scene) -> tuple[str, ...]:
    """What the rules that are open let a department do."""
    say, table = scene.speech.say, scene.view.table
    answers = "brief-role-may-counter" if "counter" in table.rules else "brief-role-may-answer"
    more = [say(f"brief-role-may-{rule}") for rule in ("pool", "lend", "overtime") if rule in table.rules]
    lines = [say(answers), say("brief-role-may-plan")]
    if more:
        lines.append(say("brief-role-may-also", more=listed(scene, more)))
    return tuple(lines)


def _partners(scene: Scene) -> tuple[Partner, ...]:
    """Every direct partner in seat order: what it gives me, what it waits for."""
    gives: dict[SeatId, list[str]] = {}
    wants: dict[SeatId, list[str]] = {}
    for seen in scene.view.board.services:
        if seen.provider == scene.seat:
            for receiver in seen.receivers:
                wants.setdefault(receiver, []).append(scene.service(seen.service))
        else:
            gives.setdefault(seen.provider, []).append(scene.service(seen.service))
    chips = []
    for seat in sorted({*gives, *wants}):
        side = "both" if seat in gives and seat in wants else "supplier" if seat in gives else "customer"
        goods = {"gives": listed(scene, gives.get(seat, [])), "wants": listed(scene, wants.get(seat, []))}
        chips.append(
            Partner(badge(scene, seat), scene.name(seat), scene.speech.say(f"brief-role-partner-{side}", **goods))
        )
    return tuple(chips)
