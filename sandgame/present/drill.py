"""One table opened by the facilitator: its seats with what they do, a line to decide with both sides, ways back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sandgame.frames.board import ChipSeen
from sandgame.frames.console import Doing, EscalationSeen, SeatSeen, TableSeen
from sandgame.present.console_alerts import Alert
from sandgame.present.console_class import ClassSeen
from sandgame.present.console_queue import QueueItem, queue_item, waited_text
from sandgame.present.pictures import BadgePicture, Tone
from sandgame.rules.figures import percent_of
from sandgame.rules.ids import PHASES, Phase, SeatId
from sandgame.rules.intents import Part
from sandgame.text import numbers

DOING_TONES: dict[Doing, Tone] = {"done": "positive", "away": "negative", "idle": "caution"}
_BOTS: tuple[Doing, ...] = ("bot", "stand_in")


@dataclass(frozen=True, slots=True)
class SeatPicture:
    seat: SeatId
    badge: BadgePicture
    name: str
    tag: str
    line: str
    tone: Tone
    kpi_title: str
    kpi: str
    spoken: str
    needs: tuple[QueueItem, ...] = ()
    """That it called or dropped out, and what can be done about it."""


@dataclass(frozen=True, slots=True)
class PositionPicture:
    badge: BadgePicture
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class RulingPicture:
    text: str
    tip: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class CasePicture:
    """An escalated line: both positions, what is true, and what may be ruled; nothing is forced without a ruling."""

    sheet: int
    line: int
    title: str
    week: str
    what: str
    terms: str
    positions: tuple[PositionPicture, ...]
    rulings: tuple[RulingPicture, ...]
    free: str
    truth_title: str
    truth: str


@dataclass(frozen=True, slots=True)
class TablePicture:
    """The left side."""

    title: str
    seats: tuple[SeatPicture, ...]
    company_title: str
    index_title: str
    index: str
    kept_title: str
    kept: str


@dataclass(frozen=True, slots=True)
class BackPicture:
    """A phase to whose start the table can go back."""

    round: int
    phase: Phase
    text: str


def table_picture(seen: ClassSeen, table: TableSeen, alerts: Sequence[Alert] = ()) -> TablePicture:
    say = seen.speech.say
    row = seen.rows.get(table.table)
    known, kept = row is not None and bool(row.index), percent_of(table.kept, table.matured)
    return TablePicture(
        say("drill-seats", count=len(table.seats)),
        tuple(seat_picture(seen, table, seat, alerts) for seat in table.seats),
        say("drill-this-table"),
        say("console-index"),
        numbers.percent(table.index) if known else say("shell-none"),
        say("drill-kept"),
        say("shell-none") if kept is None else numbers.percent(kept),
    )


def seat_picture(seen: ClassSeen, table: TableSeen, seat: SeatSeen, alerts: Sequence[Alert] = ()) -> SeatPicture:
    say = seen.speech.say
    name, line = seen.name(seat.seat), _doing(seen, table, seat)
    tag = say(f"drill-tag-{seat.doing.replace('_', '-')}") if seat.doing in _BOTS else ""
    kpi = numbers.whole(seat.kpi) if seat.kpi or table.round > 1 else say("shell-none")
    needs = tuple(_need(seen, each) for each in alerts if _is_of(each, table, seat))
    said = (each.line for each in needs)
    spoken = say("game-list-comma").join((name, *((tag,) if tag else ()), line, f"KPI {kpi}", *said))
    tone = DOING_TONES.get(seat.doing, "plain")
    return SeatPicture(seat.seat, seen.badge(seat.seat), name, tag, line, tone, "KPI", kpi, spoken, needs)


def _is_of(alert: Alert, table: TableSeen, seat: SeatSeen) -> bool:
    return alert.table == table.table and alert.kind in ("call", "away") and alert.seats == (seat.seat,)


def _need(seen: ClassSeen, alert: Alert) -> QueueItem:
    """As in the queue, without the way to the table that is open."""
    item = queue_item(seen, alert, shared=False)
    if alert.kind == "call" and alert.call is not None:
        line = seen.speech.say("drill-call", text=alert.call.text)
    else:
        line = seen.speech.say("drill-away", waited=waited_text(seen, alert.count))
    return replace(item, line=line, acts=tuple(each for each in item.acts if each[0] != "open"))


def _doing(seen: ClassSeen, table: TableSeen, seat: SeatSeen) -> str:
    say = seen.speech.say
    row = seen.rows.get(table.table)
    done = row is not None and seat.seat in row.done
    if seat.doing in _BOTS:
        return say("drill-doing-done" if done else f"drill-doing-{seat.doing.replace('_', '-')}")
    owed = [other.seat for other in table.seats if seat.seat in other.waits_for]
    if seat.doing == "working" and owed:
        return say("drill-doing-asked", departments=seen.names(owed))
    if seat.waits_for and seat.doing in ("working", "waiting"):
        return say("drill-doing-waits", departments=seen.names(seat.waits_for))
    return say(f"drill-doing-{seat.doing}")


# an escalated line


def case_picture(seen: ClassSeen, table: TableSeen, case: EscalationSeen) -> CasePicture:
    say = seen.speech.say
    asked, offered = _sum(case.asked), _sum(case.offered)
    customer, provider = seen.name(case.customer), seen.name(case.provider)
    what = {"service": seen.service(case.service), "customer": customer, "provider": provider}
    line = (
        say("drill-case-what", asked=numbers.whole(asked), offered=numbers.whole(offered), **what)
        if offered
        else say("drill-case-what-none", asked=numbers.whole(asked), **what)
    )
    due = case.asked[-1].due if case.asked else table.round
    if seen.open_table:
        terms = say("drill-case-terms-open", due=due, turns=case.turns)
    else:
        terms = say("drill-case-terms", due=due, clarity=case.clarity, turns=case.turns)
    return CasePicture(
        case.sheet, case.line, say("drill-case"), seen.week(table.round), line, terms,
        tuple(_position(seen, each.seat, each.reason) for each in case.positions),
        tuple(_ruling(seen, case, part) for part in case.rulings),
        say("drill-case-free"),
        say("drill-truth"),
        say("drill-truth-line", provider=provider, free=case.free, customer=customer, need=case.need, due=due),
    )  # fmt: skip


def _sum(parts: Sequence[Part]) -> int:
    return sum(part.units for part in parts)


def _position(seen: ClassSeen, seat: SeatId, reason: str) -> PositionPicture:
    return PositionPicture(seen.badge(seat), seen.name(seat), reason or seen.speech.say("drill-case-silent"))


def _ruling(seen: ClassSeen, case: EscalationSeen, part: Part) -> RulingPicture:
    say = seen.speech.say
    tip = say("drill-give-tip", what=seen.what(case.service, part.units), week=part.due)
    return RulingPicture(say("drill-give", units=numbers.whole(part.units)), tip, (part,))


# what can be done


def back_to(seen: ClassSeen, table: TableSeen) -> tuple[BackPicture, ...]:
    """Latest first; the start of the present phase is the first."""
    at = (table.round, len(PHASES) if table.phase == "over" else PHASES.index(table.phase))
    ways = [way for way in table.undo_to if (way[0], PHASES.index(way[1])) <= at]
    return tuple(
        BackPicture(round_, phase, f"{seen.week(round_)} · {seen.phase_name(phase)}")
        for round_, phase in reversed(ways)
    )


def answerable(table: TableSeen, seat: SeatId) -> tuple[ChipSeen, ...]:
    """Open lines on which this seat is next to speak."""
    waiting = {each.seat for each in table.seats if seat in each.waits_for}
    return tuple(
        chip
        for chip in table.chips
        if not chip.commitment
        and (
            (chip.provider == seat and chip.customer in waiting) or (chip.customer == seat and chip.provider in waiting)
        )
    )


def line_text(seen: ClassSeen, chip: ChipSeen) -> str:
    ends = f"{seen.name(chip.provider)} → {seen.name(chip.customer)}"
    due = seen.speech.say("game-week-short", week=numbers.whole(chip.due))
    return " · ".join((seen.what(chip.service, chip.units), ends, due))
