"""The head of the facilitator's console: phases with the clock, what the next step is called, and the strip of sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sandgame.frames.classroom import TableRow
from sandgame.present.console_class import NO_TIME, ClassSeen, Times, compared, minutes, place_of
from sandgame.present.line import clock_picture
from sandgame.present.now import Question
from sandgame.present.pictures import ClockPicture, StepPicture
from sandgame.present.shell import PHASE_ICONS
from sandgame.rules.ids import PHASES, Phase, SeatId
from sandgame.text import numbers
from sandgame.text.speech import Speech

Stage = tuple[int, Phase]
SIDE_BY_SIDE = 3
"""So many tables are seen at once: to put them in order changes nothing."""


@dataclass(frozen=True, slots=True)
class BarPicture:
    """`next` "" where there is nothing to go on to; `paused` turns the pause button into one to go on."""

    title: str
    week_text: str
    week: int
    weeks: int
    steps: tuple[StepPicture, ...]
    clock: ClockPicture | None
    pause: str
    paused: bool
    less: str
    more: str
    next: str
    live: bool
    back: str = ""
    needs: int = 0
    """How many things wait for the facilitator, at any table."""
    next_short: str = ""
    """Where there is no room for all of `next`."""
    can_next: bool = True
    """Whether there already is what `next` goes on to."""
    next_icon: str = "skip-forward"


@dataclass(frozen=True, slots=True)
class StripPicture:
    """`gone` permille of the phase; None without a clock. `sort` "" where there is nothing to sort."""

    done_title: str
    done: str
    done_of: str
    gone: int | None
    gone_text: str
    slowest: str
    median_title: str
    median: str
    ends_title: str
    ends: str
    sort: str
    sort_tip: str
    index_tip: str


def bar(
    seen: ClassSeen, times: Times, table: int = 0, *, online: bool = True, needs: int = 0, ready: bool = True
) -> BarPicture:
    """Of the class, or of one table with the way back; then what is done here is done to that table alone. Once nobody
    plays any more the next step is the debrief, as soon as it is `ready`."""
    say = seen.speech.say
    row = seen.rows.get(table) if table else seen.slowest()
    round_, phase = (row.round, row.phase) if row is not None else (1, "brief")
    weeks = seen.length(table)
    live = seen.playing and row is not None and row.phase != "over"
    paused = live and is_paused(seen, table)
    early = left_early(seen, table)
    after = after_text(seen, ready=ready) if seen.ended and not table else ""
    return BarPicture(
        title=_title(seen, table),
        week_text=_week_text(seen, round_, weeks, table),
        week=round_,
        weeks=weeks if seen.rows else 0,
        steps=steps(seen.speech, phase if seen.rows and seen.state != "lobby" else None),
        clock=clock(seen, times, row, online=online) if live else None,
        pause=say(f"console-{'go-on' if paused else 'pause'}{_whose(seen, table)}"),
        paused=paused,
        less=say("console-less-table" if table else "console-less"),
        more=say("console-more-table" if table else "console-more"),
        next=next_text(seen, row, table) if live and row is not None else after,
        live=live,
        back=back_text(seen, needs) if table else "",
        needs=needs,
        next_short=next_text(seen, row) if live and row is not None else after,
        can_next=(live or ready or seen.closed) and not (table and live and _waits(seen, table) and early is None),
        next_icon=("play" if early else "skip-forward") if live else "home" if seen.closed else "presentation",
    )


def after_text(seen: ClassSeen, *, ready: bool) -> str:
    """What comes after play, and after the debrief."""
    return seen.speech.say("console-home") if seen.closed else debrief_text(seen, ready=ready)


def debrief_text(seen: ClassSeen, *, ready: bool) -> str:
    return seen.speech.say("console-debrief" if ready else "console-debrief-coming")


def _whose(seen: ClassSeen, table: int) -> str:
    """A single table is the class."""
    return "-table" if table else "-all" if len(seen.rows) > 1 else ""


def back_text(seen: ClassSeen, needs: int) -> str:
    say = seen.speech.say
    return say("console-all-tables-needs", count=needs) if needs else say("console-all-tables")


def _week_text(seen: ClassSeen, week: int, weeks: int, table: int) -> str:
    say = seen.speech.say
    if not (seen.playing or table):
        return state_text(seen)
    text = say("shell-week-of", week=week, weeks=weeks)
    paused = 0 if table else sum(row.paused and not row.waiting for row in seen.rows.values() if row.phase != "over")
    if not paused or len(seen.rows) < 2:
        return text
    return f"{text} · {say('console-some-paused', count=paused, tables=len(seen.rows))}"


def _title(seen: ClassSeen, table: int) -> str:
    if seen.case is None:
        return seen.speech.say("console-title")
    if table:
        company = seen.pick(seen.case.cast.company)
        return seen.speech.say("console-title-table", table=table, company=company)
    count = max(len(seen.rows), seen.case.setup.tables)
    return seen.speech.say("console-title-class", case=seen.pick(seen.case.cast.title), count=count)


def state_text(seen: ClassSeen) -> str:
    if seen.case is None:
        return ""
    return seen.speech.say("console-over" if seen.state == "over" else "console-lobby")


def steps(speech: Speech, phase: Phase | None) -> tuple[StepPicture, ...]:
    now = -1 if phase is None else len(PHASES) if phase == "over" else PHASES.index(phase)
    return tuple(
        StepPicture(
            "check" if n < now else PHASE_ICONS[name],
            speech.say(f"game-phase-{name}"),
            "done" if n < now else "now" if n == now else "later",
            speech.say(f"shell-phase-{name}-tip"),
        )
        for n, name in enumerate(PHASES)
    )


def clock(seen: ClassSeen, times: Times, row: TableRow | None, *, online: bool = True) -> ClockPicture | None:
    if row is None:
        return None
    time = times.get(row.table, NO_TIME)
    if row.waiting and left_early(seen, row.table) is not None:
        words = waits_text(seen, row.table)
        return ClockPicture(words, "paused", words)
    return clock_picture(seen.speech, time.left, paused=row.paused, waiting=row.waiting, online=online)


def is_paused(seen: ClassSeen, table: int = 0) -> bool:
    """By the facilitator: a table that waits for the others does not count."""
    rows = [seen.rows[table]] if table else list(seen.rows.values())
    going = [row for row in rows if row.phase != "over" and not row.waiting]
    return bool(going) and all(row.paused for row in going)


def left_early(seen: ClassSeen, table: int = 0) -> Stage | None:
    """The phase whose time still runs, where the clock paces and every table is done with it and waits: what there is
    to go on to is the phase that they stand in, not the one after it."""
    row = seen.slowest()
    if row is None or seen.pace != "clock" or not (seen.playing and row.waiting and _waits(seen, table)):
        return None
    at = PHASES.index(row.phase)
    return (row.round, PHASES[at - 1]) if at else (row.round - 1, PHASES[-1])


def waits_text(seen: ClassSeen, table: int) -> str:
    return seen.speech.say("console-tag-waits" if left_early(seen, table) is None else "console-tag-waits-time")


def _waits(seen: ClassSeen, table: int) -> bool:
    row = seen.rows.get(table)
    return not table or (row is not None and row.waiting)


def next_text(seen: ClassSeen, row: TableRow, table: int = 0) -> str:
    say, of = seen.speech.say, "-table" if table else ""
    if left_early(seen, table) is not None:
        if row.phase == PHASES[0]:
            return say("console-begin-week", week=row.round)
        return say("console-begin", phase=seen.phase_name(row.phase))
    if row.phase != "review":
        return say(f"console-next{of}", phase=seen.phase_name(PHASES[PHASES.index(row.phase) + 1]))
    last = row.round >= seen.length(row.table)
    return say(f"console-next-end{of}") if last else say(f"console-next-week{of}", week=row.round + 1)


def next_question(seen: ClassSeen, table: int = 0) -> Question | None:
    """Asked while people work; None when all there are done."""
    rows = [seen.rows[table]] if table else list(seen.there())
    return next_words(seen, rows, table) if any(working(seen, row) for row in rows) else None


def next_words(seen: ClassSeen, rows: Sequence[TableRow], table: int = 0) -> Question:
    """Of tables that are in one stage: who there is not done, and what holds for them then. At one table alone it
    names departments."""
    say, comma = seen.speech.say, seen.speech.say("shell-list-comma")
    busy = {row.table: seats for row in rows if (seats := working(seen, row))}
    if table or len(seen.rows) == 1:
        where = seen.names(seat for seats in busy.values() for seat in seats)
    else:
        where = comma.join(seen.table_name(number) for number in busy)
    step = next_text(seen, rows[0], table)
    line = say("console-next-busy", count=sum(map(len, busy.values())), tables=where)
    lines = (line, say(f"console-next-default-{rows[0].phase}")) if busy else (say("console-next-done"),)
    return Question(say("console-next-question", step=step), lines, step, say("console-next-wait"))


def working(seen: ClassSeen, row: TableRow) -> tuple[SeatId, ...]:
    """The seats of people that are not done; the computer keeps nobody waiting."""
    return tuple(seat for seat in seen.seats if seat not in row.done and seat not in row.bots)


# the strip


def strip(seen: ClassSeen, times: Times, *, shared: bool = False) -> StripPicture:
    """On a shared screen without results: of two tables the lowest and the highest are each somebody's."""
    say = seen.speech.say
    row = seen.slowest()
    done, seats = _done(seen)
    gone, gone_text = _gone(seen, row, times) if seen.playing else (None, state_text(seen))
    week, told = compared(seen.rows.values() if seen.state != "lobby" else ())
    known = [] if shared else list(told.values())
    return StripPicture(
        done_title=_done_title(seen, row),
        done=numbers.whole(done),
        done_of=say("console-ended-of" if seen.ended else "console-done-of", count=seats),
        gone=gone,
        gone_text=gone_text,
        slowest=_slowest(seen),
        median_title=say("console-median-week", week=week) if seen.told_apart() else say("console-median"),
        median=numbers.percent(numbers.median(known)) if known else say("shell-none"),
        ends_title=say("console-ends"),
        ends=_ends(known) if known else say("shell-none"),
        sort=say("console-sort") if len(seen.rows) > SIDE_BY_SIDE else "",
        sort_tip=say("console-sort-tip"),
        index_tip=say("term-index-tip"),
    )


def _done(seen: ClassSeen) -> tuple[int, int]:
    """Of the people's seats at the tables that the head means: those of tables elsewhere stand on their cards."""
    if seen.state == "lobby":
        chairs = [seat.chair for table in seen.lobby.values() for seat in table.seats]
        return chairs.count("here"), len(chairs)
    if seen.ended:
        return sum(row.phase == "over" for row in seen.rows.values()), len(seen.rows)
    people = [(row, seen.people(row)) for row in seen.there()]
    return sum(seat in row.done for row, seats in people for seat in seats), sum(len(seats) for _, seats in people)


def _done_title(seen: ClassSeen, row: TableRow | None) -> str:
    say = seen.speech.say
    if seen.state == "lobby":
        return say("console-seated-title")
    if seen.ended:
        return say("console-ended-title")
    if row is None or not seen.playing or not seen.apart():
        return say("console-done-title")
    return say("console-done-title-phase", phase=seen.phase_name(row.phase))


def _ends(known: Sequence[int]) -> str:
    return f"{numbers.percent(max(known))} · {numbers.percent(min(known))}"


def _slowest(seen: ClassSeen) -> str:
    """Behind all others, or where all stand together the one with the least done; also one on its own clock."""
    going = [row for row in seen.rows.values() if row.phase != "over"]
    if not seen.playing or len(seen.rows) < 2 or not going:
        return ""
    last = min(going, key=lambda row: (place_of(row), -len(working(seen, row)), row.table))
    behind = any(place_of(row) > place_of(last) for row in seen.rows.values())
    return seen.speech.say("console-slowest", table=last.table) if behind or working(seen, last) else ""


def _gone(seen: ClassSeen, row: TableRow | None, times: Times) -> tuple[int | None, str]:
    say = seen.speech.say
    if row is None:
        return None, ""
    if row.phase == "over":
        return None, say("console-over")
    time, phase = times.get(row.table, NO_TIME), seen.phase_name(row.phase)
    if seen.apart():
        phase = say("console-gone-at", table=row.table, phase=phase)
    if time.left is None or not time.whole:
        return None, say("console-gone-free", phase=phase, gone=minutes(time.gone))
    part = min(1000, round(1000 * (time.whole - time.left) / time.whole))
    return part, say("console-gone", phase=phase, gone=minutes(time.whole - time.left), whole=minutes(time.whole))
