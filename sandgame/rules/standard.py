"""The service standard: what nobody answered in its round is taken as accepted, in part."""

from __future__ import annotations

from sandgame.rules.clarity import next_speaker
from sandgame.rules.events import AgreedByStandard
from sandgame.rules.folds import take_by_standard
from sandgame.rules.intents import Part
from sandgame.rules.numbering import next_commitment
from sandgame.rules.sheets import due_once_agreed
from sandgame.rules.state import Line, Sheet, State
from sandgame.rules.workload import lack


def agreed_by_standard(state: State) -> tuple[AgreedByStandard, ...]:
    """When Negotiate ends, in the order of sheets and lines; the lack is recounted after each."""
    if not state.holds("service_standard"):
        return ()
    found: tuple[AgreedByStandard, ...] = ()
    for sheet in state.sheets.values():
        if sheet.round == state.round:
            for at, line in enumerate(sheet.lines):
                if line.state == "open" and next_speaker(sheet, line) == sheet.provider:
                    agreed = _agreed(state, sheet, at, line)
                    state = take_by_standard(state, agreed)
                    found += agreed
    return found


def _agreed(state: State, sheet: Sheet, at: int, line: Line) -> tuple[AgreedByStandard, ...]:
    """Half of the units, or the lack if that is less, by the earliest of the dues that were asked for."""
    service = state.scenario.service(line.wanted.service)
    earliest = state.round + service.lead
    if earliest > state.length:
        return ()
    units = -(-sum(part.units for part in line.terms) // 2)
    if service.aid is None:
        units = min(units, lack(state, sheet.customer, line.wanted.service))
    parts: list[Part] = []
    for part in sorted(line.terms, key=lambda part: part.due):
        if units:
            parts.append(Part(min(units, part.units), due_once_agreed(state, part.due, earliest)))
            units -= parts[-1].units
    return tuple(AgreedByStandard(sheet.sheet, at, next_commitment(state, n), part) for n, part in enumerate(parts))
