"""The log without what people typed, and without how those did who are not scored; all else keeps its figures."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sandgame.rules.events import Event, FiguresPublished, GameStarted, PhaseStarted, ProviderRated
from sandgame.rules.ids import SeatId
from sandgame.rules.log import encode, kind_of

ANYWHERE = frozenset({"note", "text", "correction", "comment"})
"""Names that hold a typed text wherever they stand."""
OF_KIND: dict[str, frozenset[str]] = {
    "note_written": frozenset({"plan", "do", "check", "act"}),
    "provider_thanked": frozenset({"reason"}),
    "line_escalated": frozenset({"reason"}),
    "escalation_answered": frozenset({"reason"}),
    "entry_kept": frozenset({"entry"}),
}
"""What else is typed, or may hold what is, in events of a kind."""
NOT_TOLD = frozenset({"scenario", "shorter"})
"""The case itself stands in its own file."""


RATED = ("reliability", "responsiveness", "empathy", "assurance", "tangibles")


def body_of(event: Event, *, typed: bool, unscored: Collection[SeatId] = ()) -> str:
    """An event as JSON in one line."""
    body: dict[str, Any] = json.loads(encode(event))
    kind = body.pop("kind")
    if isinstance(event, GameStarted):
        body = {name: value for name, value in body.items() if name not in NOT_TOLD}
    if isinstance(event, FiguresPublished):
        body["seats"] = [each for each in body["seats"] if each["seat"] not in unscored]
    if isinstance(event, ProviderRated) and event.provider in unscored:
        body = {name: value for name, value in body.items() if name not in RATED}
    if not typed:
        body = _without({name: value for name, value in body.items() if name not in OF_KIND.get(kind, ())})
    return json.dumps(body, ensure_ascii=False, separators=(", ", ": "))


def _without(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without(each) for name, each in value.items() if name not in ANYWHERE}
    return [_without(each) for each in value] if isinstance(value, list) else value


def lines(
    events: Iterable[Event], *, typed: bool, unscored: Collection[SeatId] = ()
) -> Iterator[tuple[int, int, str, str, str]]:
    """Number, week, phase, kind and content of every event, also of those that were rolled back."""
    week, phase = 1, "brief"
    for number, event in enumerate(events):
        if isinstance(event, PhaseStarted):
            week, phase = event.round, event.phase
        yield number, week, phase, kind_of(event), body_of(event, typed=typed, unscored=unscored)
