"""What promises and answers would need of my hours, week by week: own data only, stock and lead counted once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sandgame.rules.ids import ServiceId
from sandgame.rules.intents import Part
from sandgame.rules.need import by_due, ready_units
from sandgame.rules.sections import View


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """Hours that the answers need from now through a week, and what the promises made so far leave free of them."""

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
    """For each week in which these answers would need hours of mine: what is done early is out of the way later."""
    ready = ready_units(view)
    set_up: set[tuple[ServiceId, int]] = set()
    before = _needed(view, _promised(view), ready, set_up)
    asked = _needed(view, _in_order(answers), ready, set_up)
    now = view.table.round
    return tuple(
        WeekLoad(
            week,
            _through(asked, week),
            sum(hours_in(view, each) for each in range(now, week + 1)) - _through(before, week),
        )
        for week in sorted(asked)
        if asked[week]
    )


def lacking_inputs(view: View, answers: Sequence[tuple[ServiceId, Part]]) -> tuple[tuple[ServiceId, int], ...]:
    """Inputs that these answers want and that are neither in stock nor promised to me by then, after my promises."""
    ready = ready_units(view)
    promised = _inputs(view, _promised(view), ready)
    asked = _inputs(view, _in_order(answers), ready)
    stock = {s.service: s.units for s in view.me.stock}
    mine = {s.service for s in view.board.services if s.provider == view.me.seat}
    found: dict[ServiceId, int] = {}
    for service, wanted in asked.items():
        if service in mine:
            continue
        for week in wanted:
            coming = sum(
                p.lacking
                for p in view.threads.promises
                if p.is_open and p.customer == view.me.seat and p.service == service and p.due <= week
            )
            new = _through(wanted, week)
            gap = new + _through(promised.get(service, {}), week) - stock.get(service, 0) - coming
            found[service] = max(found.get(service, 0), min(gap, new))
    return tuple((service, units) for service, units in found.items() if units > 0)


def _promised(view: View) -> list[tuple[ServiceId, Part]]:
    mine = by_due(p for p in view.threads.promises if p.is_open and p.provider == view.me.seat)
    return [(p.service, Part(p.lacking, p.due)) for p in mine if p.lacking]


def _in_order(answers: Sequence[tuple[ServiceId, Part]]) -> list[tuple[ServiceId, Part]]:
    return sorted(answers, key=lambda answer: answer[1].due)


def _through(by_week: Mapping[int, int], week: int) -> int:
    return sum(count for each, count in by_week.items() if each <= week)


def _inputs(
    view: View, wanted: Sequence[tuple[ServiceId, Part]], ready: dict[ServiceId, int]
) -> dict[ServiceId, dict[int, int]]:
    """Units of each input, by the week in which they are worked; what is ready needs none."""
    services = {s.service: s for s in view.board.services}
    found: dict[ServiceId, dict[int, int]] = {}
    for number, part in wanted:
        service = services[number]
        covered = min(part.units, ready.get(number, 0))
        ready[number] = ready.get(number, 0) - covered
        week = max(view.table.round, part.due - service.lead)
        for i in service.inputs or () if part.units > covered else ():
            by_week = found.setdefault(i.service, {})
            by_week[week] = by_week.get(week, 0) + (part.units - covered) * i.units
    return found


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
