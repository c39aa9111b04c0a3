"""A session as a workbook: results, principles, links, evidence, promises, requests, orders, money, log. Texts stay
texts: nothing in it is a formula or an address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from typing import Any

from sandgame.frames.debrief import TableDebrief
from sandgame.frames.marks import PRINCIPLES, Mark
from sandgame.frames.past import PastSession, PastTable
from sandgame.present.debrief_profile import standing_text
from sandgame.present.money import KINDS
from sandgame.report.charts import change_name
from sandgame.report.findings import kept_of
from sandgame.report.reading import team
from sandgame.report.typed import lines
from sandgame.report.wording import Wording
from sandgame.rules.events import CompanyMoney, Event, FiguresPublished
from sandgame.rules.ids import SeatId
from sandgame.scoring.record import Record

Value = str | int | float | None
Row = Sequence[Value]
LONGEST = 32_000
"""Characters that a cell of a workbook may hold, less a little."""
WIDEST, HEAD, LINE = 60, 12, 16
"""Letters that a column may be wide, and how many of them for the sake of its head, which wraps; a line's height."""


def workbook(session: PastSession, words: Wording, foot: str, *, typed: bool = False) -> bytes:
    import xlsxwriter

    made = BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    # the day of the session, not of the export: the same session, the same bytes
    book.set_properties({"title": foot, "created": datetime.fromisoformat(session.started[:19])})
    looks = _Looks(book)
    _about(book, words, foot)
    tables = [(table, Wording(words.speech, session.cast, table.words)) for table in session.tables]
    for name, heads, rows in _sheets(session, words, typed=typed):
        found = [row for table, own in tables for row in rows(table, own)]
        _sheet(book, words.say(f"report-book-{name}"), [_head(words, key) for key in heads], found, looks, foot)
    book.close()
    return made.getvalue()


class _Looks:
    """How heads and columns are set: figures at the right, a little off what follows."""

    def __init__(self, book: Any) -> None:
        head = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}
        right = {"align": "right", "indent": 1}
        self.texts = book.add_format(head), None
        self.figures = book.add_format(head | right), book.add_format(right)


@lru_cache(maxsize=12)
def _record(events: tuple[Event, ...]) -> Record:
    """Three sheets read the same log."""
    return Record(events)


def _about(book: Any, words: Wording, foot: str) -> None:
    sheet = book.add_worksheet(words.say("report-book-about"))
    sheet.set_column(0, 0, 90, book.add_format({"text_wrap": True}))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for row, text in enumerate((foot, words.say("report-book-about-text"), words.say("report-own-note"))):
        sheet.set_row(row, LINE * (1 + _wide(text) // 80))
        sheet.write_string(row, 0, text)


def _head(words: Wording, key: str) -> str:
    return words.say(key) if key.startswith(("report-", "deliver-")) else key


def _sheet(book: Any, name: str, heads: Sequence[str], rows: Sequence[Row], looks: _Looks, foot: str) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    # & begins a code there
    sheet.set_footer("&L" + foot.replace("&", "&&") + "&R&P")
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_row(0, LINE * max(1 + _wide(text) // HEAD for text in heads))
    for column, text in enumerate(heads):
        figures = any(isinstance(row[column], int | float) for row in rows if column < len(row))
        head, body = looks.figures if figures else looks.texts
        sheet.write_string(0, column, text, head)
        longest = max((_wide(str(row[column])) for row in rows[:200] if column < len(row)), default=0)
        sheet.set_column(column, column, min(WIDEST, max(6, longest, min(HEAD, _wide(text))) + 2), body)
    for at, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, int | float):
                sheet.write_number(at, column, value)
            elif value:
                sheet.write_string(at, column, value[:LONGEST])
    if rows:
        sheet.autofilter(0, 0, len(rows), len(heads) - 1)


def _wide(text: str) -> int:
    """In letters of a sheet: a Chinese sign takes two."""
    return sum(1 + (sign >= "\u2e80") for sign in text)


Rows = Callable[[PastTable, Wording], Iterator[Row]]


def _cells(*names: str) -> tuple[str, ...]:
    return tuple(f"report-cell-{name}" for name in names)


def _sheets(session: PastSession, words: Wording, *, typed: bool) -> Iterator[tuple[str, tuple[str, ...], Rows]]:
    """Name, heads and rows of each sheet."""
    seats = [department.seat for department in session.cast.departments]
    kpis = tuple(f"KPI {words.name(seat)}" for seat in seats)
    results = ("table", "talk", "weeks", "silo", "reference", "result", "best", "captured", "kept", "due", "answered")
    yield "results", (*_cells(*results, "asked", "warned", "risk"), *kpis), lambda t, w: _results(t, w, seats)
    yield "marks", _cells("table", "principle", "band", "points", "low", "high", "missing"), _marks
    pair = ("table", "provider", "customer", "service")
    links = (*pair, "kept", "due", "answered", "asked", "warned", "risk", "rating", "ratings", "log")
    yield "links", _cells(*links), _links
    yield "evidence", _cells("table", "principle", "what", "week", "sentence", "side", "log"), _evidence
    promises = ("table", "number", "provider", "customer", "service", "units", "made", "due-week", "ended", "state")
    yield "promises", _cells(*promises, "warned-week", "log"), _promises
    sheets = ("table", "week", "sheet", "line", "customer", "provider", "service", "units", "wanted-due", "channel")
    yield "sheets", _cells(*sheets, "state", "log"), _requests
    orders = ("table", "number", "client", "owner", "service", "units", "shipped", "arrival", "due-week", "price")
    yield "orders", _cells(*orders, "state"), _orders
    money = tuple(f"deliver-money-{kind.replace('_', '-')}" for kind, _ in KINDS)
    losses = _cells("result", "loss", "loss-table", "loss-departments", "loss-clarity", "changes")
    yield "money", (*_cells("table", "week"), *money, *losses), _money
    yield "log", _cells("table", "number", "week", "phase", "kind", "body"), lambda t, w: _log(t, w, typed=typed)


def _results(table: PastTable, words: Wording, seats: Sequence[SeatId]) -> Iterator[Row]:
    debrief, company = table.debrief, table.debrief.company
    kept, due = kept_of(debrief.links)
    kpis: dict[SeatId, Value] = {one.seat: one.kpi for one in debrief.kpis}
    kpis |= dict.fromkeys(debrief.left_out, words.unlisted)
    scale: Row = (None, None, None, None, None)
    if company is not None:
        scale = (company.silo, company.reference, company.result, company.best, company.captured)
    desk = debrief.talk == "desk"
    yield (
        debrief.table,
        words.say(f"class-talk-{debrief.talk}"),
        debrief.rounds,
        *scale,
        kept,
        due,
        sum(link.answered for link in debrief.links) if desk else None,
        sum(link.asked for link in debrief.links),
        sum(link.warned for link in debrief.links),
        sum(link.at_risk for link in debrief.links),
        *(kpis.get(seat) for seat in seats),
    )


def _marks(table: PastTable, words: Wording) -> Iterator[Row]:
    """Of the whole table. Figures only where the mark bears them, as on paper."""
    for mark in _ordered(table.debrief):
        figures: Row = (None, None, None)
        if mark.level == "number" and None not in (mark.points, mark.low, mark.high):
            figures = tuple(((each or 0) + 50) // 100 for each in (mark.points, mark.low, mark.high))
        band = standing_text(words, mark) if mark.band is not None else words.say("report-too-little")
        missing = (words.say(f"report-indicator-{each.indicator.lower()}") for each in mark.not_measured)
        principle = words.say(f"score-principle-{mark.principle}")
        yield (table.debrief.table, principle, band, *figures, words.listed(missing))


def _ordered(debrief: TableDebrief) -> list[Mark]:
    return sorted(team(debrief), key=lambda mark: PRINCIPLES.index(mark.principle))


def _links(table: PastTable, words: Wording) -> Iterator[Row]:
    desk = table.debrief.talk == "desk"
    for link in table.debrief.links:
        services = words.listed(words.service(number) for number in link.services)
        counts = (link.kept, link.matured, link.answered if desk else None, link.asked, link.warned, link.at_risk)
        rating: Value = None if link.rating is None else link.rating / 10
        if link.provider in table.debrief.left_out:
            rating = words.unlisted
        who = (words.name(link.provider), words.name(link.customer))
        yield (table.debrief.table, *who, services, *counts, rating, link.ratings, words.moments(link.log))


def _evidence(table: PastTable, words: Wording) -> Iterator[Row]:
    """Every piece behind the six principles, as a fact: without what it weighs."""
    for mark in _ordered(table.debrief):
        sides = dict.fromkeys(mark.strongest_for, words.say("report-for"))
        sides |= dict.fromkeys(mark.strongest_against, words.say("report-against"))
        for place, piece in enumerate(mark.pieces):
            yield (
                table.debrief.table,
                words.say(f"score-principle-{mark.principle}"),
                words.say(f"report-indicator-{piece.indicator.lower()}"),
                piece.round,
                words.piece(piece),
                sides.get(place, ""),
                words.moments(piece.log),
            )


def _promises(table: PastTable, words: Wording) -> Iterator[Row]:
    for one in table.debrief.promises:
        who = (words.name(one.provider), words.name(one.customer), words.service(one.service))
        state = words.say(f"report-state-{one.state}")
        times = (one.made, one.due, one.ended)
        row = (table.debrief.table, one.commitment, *who, one.units, *times, state)
        yield (*row, one.warned or None, words.moments(one.log))


def _requests(table: PastTable, words: Wording) -> Iterator[Row]:
    record = _record(table.events)
    sheets = record.end.sheets
    for (number, at), story in record.lines.items():
        line = sheets[number].lines[at] if number in sheets else None
        who = (words.name(story.customer), words.name(story.provider))
        wanted = story.sent.lines[at]
        state = words.say(f"report-line-{_line_state(story, line)}")
        row = (table.debrief.table, story.asked.round, number, at + 1, *who, words.service(wanted.service))
        channel = words.say(f"negotiate-{story.sent.channel}")
        yield (*row, wanted.units, wanted.due, channel, state, words.moments((story.asked.number,)))


def _line_state(story: Any, line: Any) -> str:
    """As it ended; sheets of earlier weeks are no longer in the state, so their stories tell."""
    if story.agreed:
        return "agreed"
    if line is not None:
        return str(line.state)
    return "open" if story.unanswered and not story.words else "declined" if story.words else "withdrawn"


def _orders(table: PastTable, words: Wording) -> Iterator[Row]:
    for number, order in _record(table.events).end.orders.items():
        terms = order.terms
        row = (table.debrief.table, int(number), words.client(number), words.name(terms.owner))
        figures = (words.service(terms.service), terms.units, order.shipped, terms.arrival, order.due, order.price)
        yield (*row, *figures, words.say(f"report-order-{order.state}"))


def _money(table: PastTable, words: Wording) -> Iterator[Row]:
    """What each week brought and took; the lines of a table add up to its result."""
    before = CompanyMoney()
    weeks = {week.round: week for week in table.debrief.weeks}
    for _, event in _record(table.events).of(FiguresPublished):
        if event.final and event.money == before:
            continue
        money = [sign * (getattr(event.money, kind) - getattr(before, kind)) for kind, sign in KINDS]
        week = None if event.final else weeks.get(event.round)
        parts: Row = (week.loss, week.table, week.departments, week.clarity) if week is not None else (None,) * 4
        changes = [change for change in table.debrief.changes if change.round == event.round and not event.final]
        told = words.listed(f"{change_name(words, change)} {change.change}" for change in changes)
        yield (table.debrief.table, event.round, *money, sum(money), *parts, told)
        before = event.money


def _log(table: PastTable, words: Wording, *, typed: bool) -> Iterator[Row]:
    for number, week, phase, kind, body in lines(table.events, typed=typed, unscored=table.debrief.left_out):
        yield (table.debrief.table, number, week, words.say(f"game-phase-{phase}"), kind, body)
