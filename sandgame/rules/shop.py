"""One department's hours and stock while Deliver runs. Used by Deliver for all of them, by preview for one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sandgame.rules.events import Stop
from sandgame.rules.ids import ServiceId
from sandgame.rules.intents import MakeLine
from sandgame.rules.scenario import Input


class Work(NamedTuple):
    """What it takes to make a service: hours a unit, hours once a round, inputs a unit."""

    effort: int
    setup: int
    inputs: tuple[Input, ...]


class MadeLine(NamedTuple):
    """A make line's outcome; `hours` include `setup`. `lacking` = inputs short of what the hours could have made."""

    planned: int
    units: int
    hours: int
    setup: int
    stop: Stop
    lacking: tuple[Input, ...] = ()


class Shop:
    """Mutable on purpose: it lives for one Deliver. `good` and `bad` are units in stock by service."""

    def __init__(
        self, hours: int, lines: Sequence[MakeLine], works: Mapping[ServiceId, Work], good: dict[ServiceId, int]
    ) -> None:
        self.works = works
        self.good = good
        self.bad: dict[ServiceId, int] = {}
        self.worked = 0
        self.setups = 0
        self.lines_of: dict[ServiceId, list[int]] = {}
        self.planned = [line.units for line in lines]
        self.reserved, self.free = _reserve(hours, lines, works)
        for at, line in enumerate(lines):
            self.lines_of.setdefault(line.service, []).append(at)

    def make(self, service: ServiceId) -> list[MadeLine]:
        """Run the make lines of a service; their unused reservation becomes free afterwards."""
        at_lines = self.lines_of.get(service)
        if at_lines is None:
            return []
        work = self.works[service]
        made: list[MadeLine] = []
        setup_due = work.setup
        for at in at_lines:
            line = self._make_line(at, work, setup_due)
            if line.units:
                setup_due = 0
            made.append(line)
        for at in at_lines:
            self.free += self.reserved[at]
            self.reserved[at] = 0
        return made

    def _make_line(self, at: int, work: Work, setup: int) -> MadeLine:
        planned = self.planned[at]
        by_hours = max(0, (self.reserved[at] + self.free - setup) // work.effort)
        by_inputs = min((self.good.get(i.service, 0) // i.units for i in work.inputs), default=planned)
        units = min(planned, by_hours, by_inputs)
        stop: Stop = "none" if units == planned else "inputs" if by_inputs < by_hours else "hours"
        lacking = self._lacking(work, min(planned, by_hours)) if stop == "inputs" else ()
        if units == 0:
            return MadeLine(planned, 0, 0, 0, stop, lacking)
        hours = units * work.effort + setup
        from_reserved = min(hours, self.reserved[at])
        self.reserved[at] -= from_reserved
        self.free -= hours - from_reserved
        self.worked += hours
        self.setups += 1 if setup else 0
        for i in work.inputs:
            self.good[i.service] -= units * i.units
        return MadeLine(planned, units, hours, setup, stop, lacking)

    def _lacking(self, work: Work, units: int) -> tuple[Input, ...]:
        wanted = ((i.service, units * i.units - self.good.get(i.service, 0)) for i in work.inputs)
        return tuple(Input(service, gap) for service, gap in wanted if gap > 0)

    def take(self, service: ServiceId, wanted: int) -> tuple[int, int]:
        """Take up to `wanted` units out of stock, bad ones first: (good, bad)."""
        bad = min(wanted, self.bad.get(service, 0))
        good = min(wanted - bad, self.good.get(service, 0))
        if bad:
            self.bad[service] -= bad
        if good:
            self.good[service] -= good
        return good, bad

    def put(self, service: ServiceId, good: int, bad: int = 0) -> None:
        if good:
            self.good[service] = self.good.get(service, 0) + good
        if bad:
            self.bad[service] = self.bad.get(service, 0) + bad


def _reserve(hours: int, lines: Sequence[MakeLine], works: Mapping[ServiceId, Work]) -> tuple[list[int], int]:
    """In list order, whole units that still fit, the setup with the first line of a service that fits at all."""
    reserved: list[int] = []
    set_up: set[ServiceId] = set()
    for line in lines:
        work = works[line.service]
        setup = 0 if line.service in set_up else work.setup
        units = min(line.units, max(0, (hours - setup) // work.effort))
        taken = units * work.effort + setup if units else 0
        if units:
            set_up.add(line.service)
        hours -= taken
        reserved.append(taken)
    return reserved, hours
