"""The documents of a session: the session's own, one a table, one a department."""

from __future__ import annotations

from collections import Counter

from sandgame.frames.debrief import OwnDebrief, TableDebrief
from sandgame.frames.past import PastSession, PastTable
from sandgame.report.charts import class_ruler, tables_chart
from sandgame.report.department import department_page
from sandgame.report.document import (
    Block,
    Cell,
    Column,
    Contents,
    Cover,
    Document,
    Draw,
    Figure,
    Figures,
    Grid,
    Heading,
    Page,
    Points,
)
from sandgame.report.findings import findings, kept_of
from sandgame.report.material import Branding
from sandgame.report.reading import READING, reading_page
from sandgame.report.table_pages import first_page, joined, more_page, shortened, table_key
from sandgame.report.wording import NOTHING, Wording
from sandgame.rules.ids import SeatId
from sandgame.text.numbers import median, percent, whole
from sandgame.text.speech import Language, Speech

COVER = "cover"
_SUMMED = ("kept", "matured", "answered", "asked", "warned", "at_risk")


class Library:
    """All documents of a session in one language."""

    def __init__(self, session: PastSession, branding: Branding, language: Language) -> None:
        self._session = session
        self._branding = branding
        self.speech = Speech(language)
        self.words = Wording(self.speech, session.cast)
        self._pages: dict[int, Page] = {}

    def session(self) -> Document:
        tables = [table.debrief for table in self._session.tables]
        pages = [
            self._cover(tables),
            *(shortened(self.words, self._first(table)) for table in self._session.tables),
            reading_page(self.words, tables, self._branding.closing),
        ]
        return self._document("report-session", tables, pages)

    def table(self, table: PastTable) -> Document:
        words, debrief = self._of(table), table.debrief
        pages = [
            *joined(self._first(table), more_page(words, table)),
            reading_page(words, [debrief], self._branding.closing),
        ]
        return self._document("report-table-report", [debrief], pages, table=debrief.table)

    def seats(self, table: PastTable) -> tuple[OwnDebrief, ...]:
        """Seats that bots played throughout have no page: there is nobody to read it; nor has who chose not to be
        scored: the facilitator's folder holds nothing of them."""
        return tuple(own for own in table.own if own.seat not in table.debrief.bots and not own.left_out)

    def department(self, place: int, seat: SeatId) -> Document:
        """Of the table in this place of the session."""
        table = self._session.tables[place]
        debrief = table.debrief
        own = next(each for each in table.own if each.seat == seat)
        page = department_page(self._of(table), own, debrief.table, debrief.talk, debrief.left_out)
        return self._document("report-department-report", [debrief], [page], table=debrief.table)

    def _first(self, table: PastTable) -> Page:
        """Made once: its drawings, too, stand in two reports."""
        number = table.debrief.table
        if number not in self._pages:
            self._pages[number] = first_page(self._of(table), table)
        return self._pages[number]

    def _of(self, table: PastTable) -> Wording:
        return Wording(self.speech, self._session.cast, table.words)

    def _document(self, kind: str, tables: list[TableDebrief], pages: list[Page], **named: int) -> Document:
        say = self.words.say
        title = self.words.pick(self._session.cast.title)
        return Document(
            name=say(kind, **named),
            language=self.speech.language,
            title=f"{title} · {say(kind, **named)}",
            foot=self._foot(tables),
            pages=tuple(pages),
            brand=self._branding.name,
            logo=self._branding.logo,
        )

    def foot(self) -> str:
        return self._foot([table.debrief for table in self._session.tables])

    def _foot(self, tables: list[TableDebrief]) -> str:
        """Case and version, session, length, talk mode, scoring version, and what it is for."""
        say, session = self.words.say, self._session
        lengths = self.words.listed(whole(n) for n in sorted({table.rounds for table in tables}))
        talks = self.words.listed(say(f"class-talk-{table.talk}") for table in tables)
        scoring = self.words.listed(whole(n) for n in sorted({table.marks.scoring_version for table in tables}))
        case = self.words.pick(session.cast.title)
        facts = {"case": case, "version": session.fingerprint[:6], "number": str(session.number)}
        return say("report-foot", weeks=lengths, talk=talks, scoring=scoring, **facts)

    def _cover(self, tables: list[TableDebrief]) -> Page:
        say, session = self.words.say, self._session
        blocks: list[Block] = [Figures(self._figures(tables))]
        captured = [table.company.captured for table in tables if table.company is not None]
        references = {table.company.reference_captured for table in tables if table.company is not None}
        reference = median(sorted(references)) if references else None
        if captured and reference is not None:
            note = say("report-class-note", value=percent(reference))
            alone = len(tables) == 1
            ruler = class_ruler(self.words, median(captured), reference, alone=alone)
            blocks += [Heading(say("report-class"), note=note), ruler]
            if not alone:
                blocks += [Heading(say("report-each"), note=say("report-each-note"))]
                blocks += [tables_chart(self.words, session.comparison, reference)]
        elif len(tables) > 1:
            blocks += [Heading(say("report-each"), note=say("report-each-order")), self._each(tables)]
        found = findings(self.words, tables)
        if found:
            blocks += [Heading(say("report-findings", count=len(found))), Points(found)]
        blocks.append(self._contents())
        return Page(COVER, say("report-session"), tuple(blocks), cover=self._band(tables))

    def _each(self, tables: list[TableDebrief]) -> Grid:
        """Where nothing compares the tables, the records of each stand beside one another."""
        say, words = self.words.say, self.words
        heads = ("report-fig-kept", "report-fig-answered", "report-fig-warned")
        columns = (Column(say("report-tables"), 2), *(Column(say(head), 3, number=True) for head in heads))
        rows = []
        for table in tables:
            sums = Counter[str]()
            for link in table.links:
                sums.update({name: getattr(link, name) for name in _SUMMED})
            answered = words.share(sums["answered"], sums["asked"]) if table.talk == "desk" else NOTHING
            counts = (
                words.share(sums["kept"], sums["matured"]),
                answered,
                words.share(sums["warned"], sums["at_risk"]),
            )
            name = say("report-table-short", table=table.table)
            rows.append((Cell(name, bold=True), *(Cell(text) for text in counts)))
        return Grid(columns, tuple(rows))

    def _band(self, tables: list[TableDebrief]) -> Cover:
        say, session = self.words.say, self._session
        people = sum(table.people for table in session.tables)
        lengths = self.words.listed(whole(n) for n in sorted({table.rounds for table in tables}))
        parts = [say("report-cover-tables", count=len(tables))]
        if people:
            parts.append(say("report-cover-people", count=people))
        parts.append(say("report-cover-weeks", weeks=lengths))
        line = f"{self.words.speech.say('game-list-comma').join(parts)} · {self._day()}"
        return Cover(say("report-kicker"), self.words.pick(session.cast.title), line, self._sand())

    def _day(self) -> str:
        year, month, day = self._session.started[:10].split("-")
        named = self.speech.say(f"game-month-{int(month)}")
        return self.speech.say("report-day", year=year, month=named, day=str(int(day)))

    def _sand(self) -> Draw:
        from sandgame.paint.look import Look
        from sandgame.paint.mark import draw_cover

        look, marked = Look("light", self.speech.language), not self._branding.logo
        return lambda painter, box: draw_cover(painter, box, look, marked=marked)

    def _contents(self) -> Contents:
        say, tables = self.words.say, self._session.tables
        first, last = tables[0].debrief.table, tables[-1].debrief.table
        items = (
            (say("report-session-short"), COVER, COVER),
            (say("report-tables"), table_key(first), table_key(last)),
            (say("report-read-foot"), READING, READING),
        )
        return Contents(say("report-contents"), items)

    def _figures(self, tables: list[TableDebrief]) -> tuple[Figure, ...]:
        say = self.words.say
        links = [link for table in tables for link in table.links]
        kept, due = kept_of(links)
        warned, risk = sum(link.warned for link in links), sum(link.at_risk for link in links)
        figures = [self._value(tables)]
        note = say("report-fig-kept-note", kept=kept, due=due)
        figures.append(Figure(say("report-fig-kept"), self.words.percent_of(kept, due), note))
        desk = [link for table in tables if table.talk == "desk" for link in table.links]
        answered, asked = sum(link.answered for link in desk), sum(link.asked for link in desk)
        note = say("report-fig-answered-note", answered=answered, asked=asked) if asked else say("report-fig-open")
        figures.append(Figure(say("report-fig-answered"), self.words.percent_of(answered, asked), note))
        said = sum(bool(one.warned) for table in tables for one in table.promises)
        # a warning of what the hours would have held is one too: it is no part of the share
        note = say("report-fig-warned-none", said=said)
        if risk:
            note = say("report-fig-warned-note", warned=warned, risk=risk)
        figures.append(Figure(say("report-fig-warned"), self.words.percent_of(warned, risk), note))
        return tuple(figures)

    def _value(self, tables: list[TableDebrief]) -> Figure:
        say = self.words.say
        captured = [table.company.captured for table in tables if table.company is not None]
        if not captured:
            return Figure(say("report-fig-tables"), whole(len(tables)))
        key = "report-fig-value" if len(captured) > 1 else "report-fig-value-one"
        ends = {"high": percent(max(captured)), "low": percent(min(captured))}
        note = say("report-fig-value-note", **ends) if len(captured) > 1 else ""
        return Figure(say(key), percent(median(captured)), note)
