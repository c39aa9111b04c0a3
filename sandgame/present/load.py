"""What promises and answers would need of my hours, week by week: own data only, stock and lead counted once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sandgame.rules.ids import ServiceId
from sandgame.rules.intents import Part
from sandgame.rules.need import by_due, ready_units
from sandgame.rules.sections import View


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """Hours that the answers need in a week, and what the promises made so far leave free of it."""

    week: int
    needed: int
    free: int

    @property
    def short(self) -> int:
        return max(0, self.needed - max(0, self.free))


def hours_in(view: View, week: int) -> int:
    """My hours of this week as they stand, of a later one as far as I know."""
    ahead = week - view.table.round
    if ahead <= 0:
        return view.me.hours
    coming = view.me.coming_hours
    return coming[min(ahead, len(coming) - 1)] if coming else view.me.base_hours


def loads(view: View, answers: Sequence[tuple[ServiceId, Part]]) -> tuple[WeekLoad, ...]:
    """For each week in which these answers would need hours of mine."""
    ready = ready_units(view)
    promised = [
        (p.service, Part(p.lacking, p.due))
        for p in by_due(p for p in view.threads.promises if p.is_open and p.provider == view.me.seat)
        if p.lacking
    ]
    set_up: set[tuple[ServiceId, int]] = set()
    before = _needed(view, promised, ready, set_up)
    asked = _needed(view, sorted(answers, key=lambda a: a[1].due), ready, set_up)
    return tuple(
        WeekLoad(week, needed, hours_in(view, week) - before.get(week, 0)) for week, needed in sorted(asked.items())
    )


def _needed(
    view: View,
    wanted: Sequence[tuple[ServiceId, Part]],
    ready: dict[ServiceId, int],
    set_up: set[tuple[ServiceId, int]],
) -> dict[int, int]:
    services = {s.service: s for s in view.board.services}
    found: dict[int, int] = {}
    for number, part in wanted:
        service = services[number]
        covered = min(part.units, ready.get(number, 0))
        if covered:
            ready[number] -= covered
        week = max(view.table.round, part.due - service.lead)
        hours = (part.units - covered) * (service.effort or 0)
        if hours and service.setup and (number, week) not in set_up:
            set_up.add((number, week))
            hours += service.setup
        found[week] = found.get(week, 0) + hours
    return found
