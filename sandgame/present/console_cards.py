"""A table at a glance as a card: its map with who is where, its index so far, and one line of what it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sandgame.frames.classroom import LinkState, TableRow
from sandgame.present.console import waits_text
from sandgame.present.console_alerts import ORDER, Alert
from sandgame.present.console_class import NO_TIME, ClassSeen, TableTime, Times, minutes, place_of
from sandgame.present.pictures import BadgePicture, Tone
from sandgame.rules.figures import percent_of
from sandgame.rules.ids import SeatId
from sandgame.text import numbers

SeatState = Literal["", "done", "bot", "away", "free"]
WayState = LinkState | Literal["idle"]
ICONS = {
    "escalated": "siren",
    "call": "bell-ring",
    "away": "wifi-off",
    "idle": "hourglass",
    "unanswered": "message-circle",
    "late": "timer",
}
TONES: dict[str, Tone] = {"escalated": "negative", "away": "negative", "call": "info"}


@dataclass(frozen=True, slots=True)
class MapSeat:
    """`place` on a 0 to 1000 grid; `state` stands at its rim, nothing while its people work."""

    id: int
    badge: BadgePicture
    place: tuple[int, int]
    state: SeatState = ""


@dataclass(frozen=True, slots=True)
class MapWay:
    provider: int
    customer: int
    slot: int
    state: WayState


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A table's small map. Without ways it shows departments only."""

    seats: tuple[MapSeat, ...] = ()
    ways: tuple[MapWay, ...] = ()


@dataclass(frozen=True, slots=True)
class CardPicture:
    """`path`: the index so far after each week, from its start at 0, for the line beside the figure."""

    table: int
    title: str
    done: str
    map: MapPicture
    figure_title: str
    figure: str
    path: tuple[int, ...]
    weeks: int
    facts: tuple[tuple[str, str, Tone], ...]
    alert: str
    alert_icon: str
    tone: Tone
    spoken: str
    tag: str = ""
    """A word beside the title: in another phase and its time, paused, waiting, on its own clock."""
    figure_of: str = ""
    """The week after which the figure is, where other tables have theirs after another."""


@dataclass(frozen=True, slots=True)
class WayMeaning:
    """What a line of the small map stands for."""

    state: WayState
    text: str


_MEANT: tuple[WayState, ...] = ("agreed", "open", "waiting", "stuck")
APART = 5.0
"""Seconds by which a clock may differ from the class's before a card shows its own."""


def card(
    seen: ClassSeen, row: TableRow, alerts: Sequence[Alert], times: Times | None = None, *, shared: bool
) -> CardPicture:
    """`alerts`: those of all tables. On a shared screen nothing is shown of who has to do with whom, nor of results."""
    say = seen.speech.say
    mine = [each for each in alerts if each.table == row.table]
    alert, icon, tone = _alert(seen, row, mine, shared=shared)
    title = seen.table_name(row.table)
    done = _done(seen, row)
    figure_title, figure = (say("console-index"), say("shell-none")) if shared else _figure(seen, row)
    index = () if shared else row.index
    of = say("console-index-after", week=len(index)) if index and seen.told_apart() else ""
    hidden: tuple[tuple[str, str, Tone], ...] = ((say("console-hidden"), "", "plain"),)
    facts = hidden if shared else _facts(seen, row)
    tag = _tag(seen, row, times or {})
    value = " ".join((figure_title, figure, *((of,) if of else ())))
    spoken = say("game-list-comma").join(
        (title, done, *((tag,) if tag else ()), value, *(f"{a} {b}".strip() for a, b, _ in facts), alert)
    )
    return CardPicture(
        row.table, title, done, table_map(seen, row, ways=not shared), figure_title, figure,
        (0, *index) if index else (), seen.length(row.table), facts, alert, icon, tone, spoken, tag, of,
    )  # fmt: skip


def _done(seen: ClassSeen, row: TableRow) -> str:
    """Of the seats that people play; bots keep nobody waiting."""
    say, people = seen.speech.say, seen.people(row)
    if row.phase == "over":
        return seen.phase_name("over")
    if seen.ended:
        return say("console-card-cut", week=row.round, phase=seen.phase_name(row.phase))
    counts = {"done": numbers.whole(sum(seat in row.done for seat in people)), "of": numbers.whole(len(people))}
    if len(row.bots) >= len(seen.seats):
        return say("console-card-done-bots-all", **counts)
    if row.bots:
        return say("console-card-done-bots", bots=len(row.bots), **counts)
    return say("console-card-done", **counts)


def waiting_card(seen: ClassSeen, table: int) -> CardPicture:
    """Before play: who has sat down."""
    say = seen.speech.say
    title, chairs = seen.table_name(table), {each.seat: each.chair for each in seen.lobby[table].seats}
    here = sum(chair == "here" for chair in chairs.values())
    done = say("console-card-seated", here=numbers.whole(here), of=numbers.whole(len(chairs)))
    states: dict[str, SeatState] = {"here": "done", "away": "away", "free": "free"}
    seats = tuple(_seat(seen, seat, states[chair]) for seat, chair in chairs.items())
    line = say("console-card-not-begun")
    return CardPicture(
        table, title, done, MapPicture(seats), say("console-index"), say("shell-none"), (), 1, (), line, "clock",
        "plain", say("game-list-comma").join((title, done, line)),
    )  # fmt: skip


def _figure(seen: ClassSeen, row: TableRow) -> tuple[str, str]:
    """The index so far; a case without benchmarks has only its money."""
    say = seen.speech.say
    if row.index:
        return say("console-index"), numbers.percent(row.index[-1])
    if place_of(row) > (1, 3) and seen.case is not None:
        return say("shell-company-money", money=seen.pick(seen.case.cast.money)), numbers.whole(row.result)
    return say("console-index"), say("shell-none")


def _facts(seen: ClassSeen, row: TableRow) -> tuple[tuple[str, str, Tone], ...]:
    say = seen.speech.say
    share = percent_of(row.kept, row.matured)
    kept = say("shell-none") if share is None else numbers.percent(share)
    facts: list[tuple[str, str, Tone]] = [(say("console-kept"), kept, "plain")]
    if not seen.open_table:
        tone: Tone = "negative" if row.unanswered > 3 else "plain"
        facts.append((say("console-unanswered"), numbers.whole(row.unanswered), tone))
    return tuple(facts)


def _tag(seen: ClassSeen, row: TableRow, times: Times) -> str:
    """Where it is and its time, where they are not those of the head; and whether it stands still."""
    say = seen.speech.say
    if row.phase == "over" or seen.ended:
        return ""
    there, time = place_of(row) == seen.at(), times.get(row.table, NO_TIME)
    phase = seen.phase_name(row.phase)
    ahead = phase if row.round == seen.at()[0] else say("console-tag-ahead", week=row.round, phase=phase)
    words = [] if there else [ahead]
    if row.waiting:
        return " · ".join((*words, waits_text(seen, row.table)))
    if row.paused:
        return " · ".join((*words, say("shell-paused")))
    own = time.left is not None and _own_time(seen, time, times, there=there)
    if own and time.left is not None:
        words.append(minutes(time.left))
    if row.own_clock:
        words.insert(0, say("console-tag-own"))
    return " ".join(words)


def _own_time(seen: ClassSeen, time: TableTime, times: Times, *, there: bool) -> bool:
    head = seen.slowest()
    shown = times.get(head.table, NO_TIME).left if head is not None else None
    return not there or time.left is None or shown is None or abs(shown - time.left) > APART


def _alert(seen: ClassSeen, row: TableRow, mine: Sequence[Alert], *, shared: bool) -> tuple[str, str, Tone]:
    say = seen.speech.say
    if row.phase == "over" or seen.ended:
        return say("console-over"), "flag", "plain"
    if not mine:
        gone = [each.seat for each in row.away if each.seat not in row.bots]
        if gone:
            # seen to, but nobody sits there yet
            return say("console-alert-away", department=seen.name(gone[0])), ICONS["away"], "plain"
        if row.own_clock:
            return say("console-alert-own"), "timer", "plain"
        return say("console-fine"), "circle-check", "positive"
    first = min(mine, key=lambda each: (each.quiet, ORDER.index(each.kind)))
    if first.quiet:
        return say("console-alert-waiting", what=short(seen, first, shared=shared)), ICONS[first.kind], "plain"
    return short(seen, first, shared=shared), ICONS[first.kind], TONES.get(first.kind, "caution")


def short(seen: ClassSeen, alert: Alert, *, shared: bool) -> str:
    """A few words for a card."""
    say = seen.speech.say
    match alert.kind:
        case "escalated":
            if shared or alert.stuck is None:
                return say("console-alert-escalated-plain")
            ends = {"provider": seen.name(alert.stuck.provider), "customer": seen.name(alert.stuck.customer)}
            return say("console-alert-escalated", **ends)
        case "call":
            return say("console-alert-call", department=seen.name(alert.seats[0]))
        case "away":
            return say("console-alert-away", department=seen.name(alert.seats[0]))
        case _:
            return say(f"console-alert-{alert.kind}", count=alert.count)


# the map


def way_meanings(seen: ClassSeen) -> tuple[WayMeaning, ...]:
    return tuple(WayMeaning(state, seen.speech.say(f"console-way-{state}")) for state in _MEANT)


def table_map(seen: ClassSeen, row: TableRow, *, ways: bool) -> MapPicture:
    away = {each.seat for each in row.away}

    def state(seat: SeatId) -> SeatState:
        if seat in row.bots:
            return "bot"
        if seat in away:
            return "away"
        return "done" if seat in row.done else ""

    seats = tuple(_seat(seen, department.seat, state(department.seat)) for department in seen.departments)
    return MapPicture(seats, _ways(seen, row) if ways else ())


def _seat(seen: ClassSeen, seat: SeatId, state: SeatState) -> MapSeat:
    department = seen.department(seat)
    return MapSeat(seat, seen.badge(seat), (department.x, department.y), state)


def _ways(seen: ClassSeen, row: TableRow) -> tuple[MapWay, ...]:
    """Those on which something lies now; and, raked only, those that others have used."""
    known: dict[tuple[int, int], WayState] = dict.fromkeys(sorted(seen.pairs), "idle")
    known |= {(link.provider, link.customer): link.state for link in row.links}
    return tuple(
        MapWay(provider, customer, seen.department(provider).slot, state)
        for (provider, customer), state in known.items()
    )


def by_need(cards: Sequence[CardPicture], alerts: Sequence[Alert]) -> tuple[CardPicture, ...]:
    """Those that need somebody first, the others by number."""
    rank = {each.table: _pressing(each) for each in sorted(alerts, key=_pressing, reverse=True)}
    return tuple(sorted(cards, key=lambda each: (rank.get(each.table, 2 * len(ORDER)), each.table)))


def _pressing(alert: Alert) -> int:
    return ORDER.index(alert.kind) + (len(ORDER) if alert.quiet else 0)
