"""The page that says how to read the figures: what they can say, what they cannot, and what was not measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from sandgame.frames.debrief import TableDebrief
from sandgame.frames.marks import Indicator, Mark, NotMeasured
from sandgame.report.document import Block, Box, Cell, Column, Grid, Heading, Page, Point, Points, Text
from sandgame.report.wording import Wording
from sandgame.text.numbers import whole

READING = "reading"
NOT_BUILT: tuple[Indicator, ...] = ("T4", "T5", "C3", "I2", "G2")
BUILT = tuple(indicator for indicator in get_args(Indicator) if indicator not in NOT_BUILT)
REASONS: tuple[NotMeasured, ...] = get_args(NotMeasured)
CAN = ("fact", "band", "interval", "value", "reference")
CANNOT = ("person", "work", "tables", "gain", "departments")


def reading_page(words: Wording, tables: Sequence[TableDebrief], closing: str = "") -> Page:
    say = words.say
    blocks: list[Block] = [
        Heading(say("report-read-can")),
        Points(tuple(Point("·", say(f"report-can-{name}")) for name in CAN), "line"),
        Heading(say("report-read-cannot")),
        Points(tuple(Point("·", say(f"report-cannot-{name}")) for name in CANNOT), "line"),
        Heading(say("report-read-marks")),
        Text(say("report-read-marks-text"), "note"),
        Heading(say("report-read-losses")),
        Text(say("report-read-losses-text"), "note"),
        Heading(say("report-read-missing")),
        _not_measured(words, tables),
    ]
    if closing:
        blocks.append(Box("", closing))
    return Page(READING, say("report-read-foot"), tuple(blocks), "", say("report-read-title"), dense=True)


def team(debrief: TableDebrief) -> tuple[Mark, ...]:
    """The six principles of the whole table."""
    return tuple(mark for mark in debrief.marks.marks if not mark.provider and not mark.customer)


def _not_measured(words: Wording, tables: Sequence[TableDebrief]) -> Grid:
    """What no table has, and what a table had to do without: each reason once, with all that it holds for; a table is
    named where others had it."""
    say = words.say
    rows = [(_name(words, indicator), say(f"score-without-{indicator.lower()}"), "") for indicator in NOT_BUILT]
    for why, found, indicators in _without(tables):
        numbers = words.listed(whole(number) for number in found)
        where = "" if len(found) == len(tables) else say("report-read-where", count=len(found), tables=numbers)
        named = say("report-read-between").join(_name(words, indicator) for indicator in indicators)
        if len(indicators) == len(BUILT):
            named = say("report-read-rest")
        rows.append((named, say(f"score-why-{why.replace('_', '-')}"), where))
    columns = (Column(say("report-read-what"), 46), Column(say("report-read-why"), 78))
    return Grid(columns, tuple((Cell(name), Cell(reason, beside=where)) for name, reason, where in rows))


def _without(tables: Sequence[TableDebrief]) -> Iterator[tuple[NotMeasured, tuple[int, ...], list[Indicator]]]:
    """Why, at which tables, and what: those of one reason at the same tables together."""
    missing: dict[tuple[NotMeasured, Indicator], set[int]] = {}
    for table in tables:
        for each in (each for mark in team(table) for each in mark.not_measured if each.why != "not_built"):
            missing.setdefault((each.why, each.indicator), set()).add(table.table)
    together: dict[tuple[NotMeasured, tuple[int, ...]], list[Indicator]] = {}
    for (why, indicator), held in missing.items():
        together.setdefault((why, tuple(sorted(held))), []).append(indicator)
    for (why, found), indicators in sorted(together.items(), key=lambda row: (REASONS.index(row[0][0]), row[0][1])):
        yield why, found, indicators


def _name(words: Wording, indicator: Indicator) -> str:
    return words.say(f"report-indicator-{indicator.lower()}")
