"""A warning in the week of the due: one is a warning, and too late for others to plan anew. Told alike on all pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sandgame.frames.debrief import PromiseShown
from sandgame.rules.figures import JUDGED
from sandgame.text.numbers import whole


def late_weeks(promises: Iterable[PromiseShown], provider: int, customer: int, service: int = 0) -> tuple[int, ...]:
    """Of promises of a link that were not kept and warned of no sooner; of all services where none is named."""
    return tuple(
        sorted(
            {
                one.due
                for one in promises
                if (one.provider, one.customer) == (provider, customer)
                and service in (0, one.service)
                and one.state in JUDGED and one.state != "kept" and one.warned == one.due
            }
        )
    )  # fmt: skip


def late_text(say: Callable[..., str], listed: Callable[[list[str]], str], weeks: Sequence[int]) -> str:
    """ "warned in week 3, the week it was due: too late to plan anew"; "" without any."""
    return say("debrief-warned-late", count=len(weeks), weeks=listed([whole(week) for week in weeks])) if weeks else ""
