"""Small pieces of sentence that many pages share: weeks, dues, counted units, lists of names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sandgame.present.pictures import BadgePicture
from sandgame.present.scene import Scene
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.text import numbers


def badge(scene: Scene, seat: SeatId) -> BadgePicture:
    department = scene.department(seat)
    return BadgePicture(department.slot, department.icon)


def week_short(scene: Scene, first: int, last: int | None = None) -> str:
    """ "Wk 3", or "Wk 3–4"."""
    return scene.speech.say("game-week-short", week=numbers.span(first, first if last is None else last))


def counted(scene: Scene, service: ServiceId, units: int) -> str:
    """Units with their counter word where there is one: "8 台", or just "8"."""
    unit = scene.unit(service)
    return f"{numbers.whole(units)} {unit}" if unit else numbers.whole(units)


def service_times(scene: Scene, service: ServiceId, units: int) -> str:
    """ "Lamps ×8"."""
    return f"{scene.service(service)} {numbers.times(units)}"


def hours(scene: Scene, count: int) -> str:
    return scene.speech.say("game-hours", hours=count)


def listed(scene: Scene, names: Sequence[str]) -> str:
    """ "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    comma = scene.speech.say("shell-list-comma")
    return scene.speech.say("game-and").join((comma.join(names[:-1]), names[-1]))


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Each once, in the order of their first coming."""
    return tuple(dict.fromkeys(names))
