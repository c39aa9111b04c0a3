"""What the facilitator has seen to, and what is only being waited for: so the queue holds what needs somebody now."""

from __future__ import annotations

from collections.abc import Callable

from sandgame.present.console_alerts import Alert, Key, alerts
from sandgame.present.console_class import ClassSeen, Times

_SNOOZE = 60.0
"""Seconds for which what is waited for stays grey: then it needs somebody again."""
_WAITS = ("wait", "remind", "more_time")
"""After these the matter is not settled: it is waited for."""
_COMES_AGAIN = ("escalated", "away")
"""Once such a thing is gone, the next one of the same name is another matter."""


class AlertWatch:
    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._settled: set[Key] = set()
        self._waiting: dict[Key, float] = {}
        """Until when something is being waited for."""

    def find(self, seen: ClassSeen, times: Times) -> tuple[Alert, ...]:
        now = self._now()
        waiting = {key for key, until in self._waiting.items() if until > now}
        there = {each.key for each in alerts(seen, times)}
        self._settled = {key for key in self._settled if key in there or key[0] not in _COMES_AGAIN}
        return alerts(seen, times, self._settled, waiting)

    def settle(self, alert: Alert, act: str = "") -> None:
        """Seen to: it leaves the queue; what only waits stays there grey, and comes again after a while."""
        if act in _WAITS:
            self._waiting[alert.key] = self._now() + _SNOOZE
        else:
            self._settled.add(alert.key)

    def unsettle(self, alert: Alert) -> None:
        self._settled.discard(alert.key)
