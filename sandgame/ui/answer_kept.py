"""What is drafted beside a sheet, as plain words and numbers for the drafts file; another shape raises ValueError."""

from __future__ import annotations

from collections.abc import Sequence

from sandgame.present import giving
from sandgame.rules.ids import ServiceId
from sandgame.rules.intents import FactKind, FactRef

_GIVES: tuple[giving.GiveKind, ...] = ("none", "hours", "units")
_FACTS: tuple[FactKind, ...] = ("order", "free_hours", "stock", "incident")


def give_kept(give: giving.GiveDraft) -> list[object]:
    return [give.kind, give.hours, give.service, give.units, give.due]


def give_again(kept: Sequence[object]) -> giving.GiveDraft:
    kind, hours, service, units, due = kept
    if kind not in _GIVES:
        raise ValueError(kind)
    number = None if service is None else ServiceId(int(str(service)))
    return giving.GiveDraft(kind, int(str(hours)), number, int(str(units)), int(str(due)))


def facts_kept(known: Sequence[FactRef]) -> list[list[object]]:
    return [[ref.about, ref.number] for ref in known]


def facts_again(kept: Sequence[Sequence[object]]) -> tuple[FactRef, ...]:
    found: list[FactRef] = []
    for about, number in kept:
        if about not in _FACTS:
            raise ValueError(about)
        found.append(FactRef(about, int(str(number))))
    return tuple(found)
