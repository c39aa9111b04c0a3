"""Deliver and the end for all at the table: the company's result, and what moved between departments; no KPI."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.pictures import BadgePicture, Tone
from sandgame.present.table_scene import TableScene
from sandgame.rules.ids import CommitmentId, SeatId, ServiceId
from sandgame.text import numbers


@dataclass(frozen=True, slots=True)
class MovedRow:
    """What a promise of this week became: promised, and what came of it."""

    giver: BadgePicture
    giver_name: str
    taker: BadgePicture
    taker_name: str
    what: str
    came: str
    icon: str
    tone: Tone
    spoken: str


@dataclass(frozen=True, slots=True)
class WeekPicture:
    title: str
    sentence: str
    result_label: str
    result: str
    index_label: str
    index: str
    change: str
    change_tone: Tone
    rows_title: str
    rows: tuple[MovedRow, ...]
    rows_none: str
    go: str


def week_page(table: TableScene) -> WeekPicture:
    say, scene = table.speech.say, table.any
    results = table.table.results
    last = results[-1] if results else None
    before = results[-2] if len(results) > 1 else None
    index = last.index if last is not None else None
    change = index - (before.index or 0) if index is not None and before is not None else 0
    over = table.table.phase == "over"
    week = last.round if last is not None else table.table.round
    return WeekPicture(
        title=say("table-over-title") if over else say("table-week-title", week=week),
        sentence=say("table-over-sentence") if over else say("table-week-sentence"),
        result_label=say("shell-company-money", money=scene.pick(scene.cast.money)),
        result=numbers.whole(last.result) if last is not None else say("shell-none"),
        index_label=say("table-index"),
        index=numbers.percent(index) if index is not None else say("shell-none"),
        change=numbers.delta(change),
        change_tone="positive" if change > 0 else "negative" if change < 0 else "plain",
        rows_title=say("table-moved"),
        rows=_rows(table),
        rows_none=say("table-moved-none"),
        go=say("table-home") if over else say("table-go-on"),
    )


def _rows(table: TableScene) -> tuple[MovedRow, ...]:
    """Every promise that was due or of which something was shipped this week, in the order they were made."""
    shipped: dict[CommitmentId, int] = {}
    week = 0
    for scene in table.scenes.values():
        delivery = scene.view.delivery
        if delivery is None:
            continue
        week = delivery.round
        for line in (*delivery.received, *delivery.shipped):
            good = line.units - line.bad - line.misfit
            if good > 0:
                shipped[line.commitment] = good
    return tuple(
        _row(table, p.commitment, shipped.get(p.commitment, 0))
        for p in table.promises()
        if p.commitment in shipped or (p.due == week and not p.is_gone)
    )


def _row(table: TableScene, number: CommitmentId, came: int) -> MovedRow:
    say, promise = table.speech.say, table.promise(number)
    assert promise is not None
    what = _what(table, promise.service, promise.provider, promise.customer, promise.units)
    whole = promise.delivered >= promise.units
    week = table.table.round
    tone: Tone = "positive" if whole else "negative" if promise.due <= week else "info"
    icon = {"positive": "circle-check", "negative": "circle-x"}.get(tone, "truck")
    told = say("table-came", parts=numbers.parts(promise.delivered, promise.units), now=came)
    giver, taker = table.name(promise.provider), table.name(promise.customer)
    due = say("game-week", week=promise.due)
    return MovedRow(
        table.badge(promise.provider), giver, table.badge(promise.customer), taker, what, told, icon, tone,
        say("table-row-spoken", giver=giver, taker=taker, what=what, due=due, state=told),
    )  # fmt: skip


def _what(table: TableScene, service: ServiceId, giver: SeatId, taker: SeatId, units: int) -> str:
    return f"{table.service(service, giver, taker)} {numbers.times(units)}"
