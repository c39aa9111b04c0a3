"""Who takes a seat that a bot kept: what was played in it so far, what is still open, and what is asked now."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.ledger import ledger
from sandgame.present.now import NowBar
from sandgame.present.phrases import badge
from sandgame.present.pictures import BadgePicture, LedgerRow, State
from sandgame.present.scene import Scene
from sandgame.text import numbers

_OPEN: set[State] = {"open", "agreed", "in_plan", "risk", "broken"}


@dataclass(frozen=True, slots=True)
class LatePicture:
    """`weeks`: the week, my KPI after it, the company's index or money. `mine` and `owed` are still open."""

    badge: BadgePicture
    title: str
    line: str
    by_bot: str
    weeks_title: str
    heads: tuple[str, str, str]
    weeks: tuple[tuple[str, str, str], ...]
    mine_title: str
    mine: tuple[LedgerRow, ...]
    mine_none: str
    owed_title: str
    owed: tuple[LedgerRow, ...]
    owed_none: str
    now_title: str
    now: str
    checks: tuple[str, ...]
    go: str


def is_late(scene: Scene) -> bool:
    """There is something to tell: play is beyond the first moments of week 1."""
    table = scene.view.table
    return table.phase != "over" and (table.round, table.phase) != (1, "brief")


def late_page(scene: Scene, now: NowBar) -> LatePicture:
    """`now` is the seat's present page's."""
    say, table, rows = scene.speech.say, scene.view.table, ledger(scene)
    department = scene.department(scene.seat)
    return LatePicture(
        badge=badge(scene, scene.seat),
        title=say("late-title", department=scene.name(scene.seat), week=table.round),
        line=scene.pick(department.line),
        by_bot=say("late-by-bot"),
        weeks_title=say("late-weeks") if table.results else say("late-weeks-none"),
        heads=(say("late-week"), say("shell-my-kpi"), say("late-company")),
        weeks=_weeks(scene),
        mine_title=say("late-mine"),
        mine=_open(rows.promised),
        mine_none=say("late-mine-none"),
        owed_title=say("late-owed"),
        owed=_open(rows.owed),
        owed_none=say("late-owed-none"),
        now_title=say("late-now"),
        now=now.sentence,
        checks=tuple(check.text for check in now.checks if not check.done),
        go=say("late-go"),
    )


def _open(rows: tuple[LedgerRow, ...]) -> tuple[LedgerRow, ...]:
    return tuple(row for row in rows if row.state in _OPEN)


def _weeks(scene: Scene) -> tuple[tuple[str, str, str], ...]:
    kpis = {figures.round: numbers.whole(figures.figures.kpi) for figures in scene.view.me.figures}
    none = scene.speech.say("shell-none")
    return tuple(
        (
            str(result.round),
            kpis.get(result.round, none),
            numbers.percent(result.index) if result.index is not None else numbers.whole(result.result),
        )
        for result in scene.view.table.results
    )
