"""A department's page: its own facts, links and moments, and no other's; seen by that department alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sandgame.frames.debrief import OwnDebrief
from sandgame.frames.marks import Facts, Piece
from sandgame.present.debrief_own import unanswered_text
from sandgame.present.debrief_profile import fact_text, sure
from sandgame.report.document import (
    Block,
    Box,
    Cell,
    Column,
    Figure,
    Figures,
    Grid,
    Heading,
    Page,
    Point,
    Points,
    Text,
)
from sandgame.report.findings import kept_of
from sandgame.report.table_pages import by_rating, links_grid
from sandgame.report.wording import Wording
from sandgame.rules.ids import SeatId
from sandgame.text.numbers import parts, percent, whole

MOST = 3
GOOD, POOR = 950, 50
"""Credit in thousandths from which a piece speaks for, and up to which it speaks against."""


def department_page(words: Wording, own: OwnDebrief, table: int, talk: str, unscored: Collection[SeatId] = ()) -> Page:
    say, name = words.say, words.name(own.seat)
    others = [seat for seat in unscored if seat != own.seat]
    blocks: list[Block] = [Figures(_figures(words, own))]
    if own.facts:
        note = say("report-own-facts-note" if _banded(own.facts) else "report-own-facts-count")
        blocks += [Heading(say("report-own-facts"), note=note), _facts(words, own.facts)]
        note = say("report-own-facts-bots") if own.marks.left_out else unanswered_text(say, own)
        if note:
            blocks.append(Text(note, "note"))
    if own.links:
        blocks += [Heading(say("report-own-links")), links_grid(words, by_rating(own.links, others), talk, others)]
    good, poor = _moments(own.facts)
    for key, pieces in (("report-own-for", good), ("report-own-against", poor)):
        if pieces:
            lines = tuple(Point(words.week(piece.round), words.piece(piece)) for piece in pieces)
            blocks += [Heading(say(key, count=len(pieces))), Points(lines, "evidence")]
    if own.suggestion is not None:
        label = say("report-suggestion", principle=say(f"score-principle-{own.suggestion}"))
        blocks.append(Box(label, say(f"report-suggest-{own.suggestion}")))
    foot = f"{say('report-table', table=table)} · {name}"
    kicker, note = say("report-own-kicker", table=table), say("report-own-note")
    return Page(f"department-{own.seat}", foot, tuple(blocks), kicker, _title(words, own), (note,), dense=True)


def _title(words: Wording, own: OwnDebrief) -> str:
    """What was promised and what came, counted as on its links; without any promise just whose page it is."""
    name = words.name(own.seat)
    kept, due = kept_of([link for link in own.links if link.provider == own.seat])
    if not due:
        return words.say("report-own-title-plain", department=name)
    return words.say("report-own-title", department=name, kept=kept, due=due)


def _figures(words: Wording, own: OwnDebrief) -> tuple[Figure, ...]:
    say, kpi = words.say, own.kpi
    bonus = kpi.bonus_own + kpi.bonus_shared
    figures = [
        Figure(say("report-col-kpi"), whole(kpi.kpi)),
        Figure(
            say("report-own-bonus"),
            percent(bonus),
            say("report-own-bonus-parts", own=percent(kpi.bonus_own), shared=percent(kpi.bonus_shared)),
        ),
    ]
    if own.company is not None:
        figures.append(Figure(say("report-own-bonus-if"), percent(own.bonus_if_shared)))
        note = say("report-aside-reference-short", value=percent(own.company.reference_captured))
        figures.append(Figure(say("term-index"), percent(own.company.captured), note))
    return tuple(figures)


def _facts(words: Wording, facts: Sequence[Facts]) -> Grid:
    """k of n each, with a band where there were occasions enough for any."""
    say, banded = words.say, _banded(facts)
    columns = (Column(say("report-col-what"), 6), Column(say("report-col-count"), 2, number=True))
    rows = tuple(
        (
            Cell(_name(words, fact)),
            Cell(parts(fact.k, fact.n), bold=True),
            *((Cell(fact_text(words, fact.band) if fact.band is not None else ""),) if banded else ()),
        )
        for fact in facts
        if fact.n
    )
    return Grid((*columns, *((Column(say("report-col-band"), 3),) if banded else ())), rows)


def _name(words: Wording, fact: Facts) -> str:
    """What is counted; weeks of conflict are few, so it says which."""
    name = words.say(f"report-fact-name-{fact.fact.replace('_', '-')}")
    if fact.fact != "for_company":
        return name
    weeks = sorted({piece.round for piece in fact.pieces})
    starts = [week for week in weeks if week - 1 not in weeks]
    ends = [week for week in weeks if week + 1 not in weeks]
    which = words.listed(words.week(first, last) for first, last in zip(starts, ends, strict=True))
    return words.say("report-fact-name-weeks", name=name, weeks=which)


def _banded(facts: Sequence[Facts]) -> bool:
    return any(fact.n and sure(fact.band) is not None for fact in facts)


def _moments(facts: Sequence[Facts]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Three moments on either side, the heaviest of each, no two of one fact before each fact had its turn; the same
    request or promise is not told twice, least of all once as good and once as poor."""
    good: list[tuple[int, int, Piece]] = []
    poor: list[tuple[int, int, Piece]] = []
    for fact in facts:
        held = [piece for piece in fact.pieces if piece.credit >= GOOD]
        missed = [piece for piece in fact.pieces if piece.credit <= POOR]
        for side, found in ((good, held), (poor, missed)):
            ordered = sorted(found, key=lambda piece: (-piece.weight, piece.round, piece.log))
            side += [(turn, -piece.weight, piece) for turn, piece in enumerate(ordered)]
    told: set[tuple[object, ...]] = set()
    return _first(good, told), _first(poor, told)


def _first(found: list[tuple[int, int, Piece]], told: set[tuple[object, ...]]) -> tuple[Piece, ...]:
    chosen: list[Piece] = []
    for _, _, piece in sorted(found, key=lambda each: (each[0], each[1], each[2].round, each[2].log)):
        matter = _matter(piece)
        if len(chosen) < MOST and matter not in told:
            chosen.append(piece)
            told.add(matter)
    return tuple(chosen)


def _matter(piece: Piece) -> tuple[object, ...]:
    """The request or promise it is about; else what it looks at, in its week."""
    numbers = dict(piece.numbers)
    if "units" not in numbers:
        return (piece.indicator, piece.round)
    return (piece.provider, piece.customer, numbers.get("service"), numbers["units"])
