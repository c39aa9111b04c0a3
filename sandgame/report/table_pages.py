"""A table's report: the page that also stands in the session's, then what is behind it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sandgame.frames.debrief import CauseSaid, FactShown, LinkShown, LinkWorth, TableDebrief
from sandgame.frames.marks import PRINCIPLES, Mark
from sandgame.frames.past import PastTable
from sandgame.present.debrief_profile import standing_text
from sandgame.present.warned_late import late_text, late_weeks
from sandgame.report.charts import drawn, due_after, losses_chart, profile_chart, promises_chart, table_ruler
from sandgame.report.document import Block, Box, Cell, Chart, Column, Grid, Heading, Page, Pair, Point, Points, Text
from sandgame.report.findings import about, company_finding, link_line, moments, table_title, told_line
from sandgame.report.reading import team
from sandgame.report.wording import Wording
from sandgame.rules.ids import SeatId
from sandgame.text.numbers import percent, whole

SHORT = 8
"""Links on a table's first page: those rated lowest; its own report has them all."""
MOST_FACTS = 12
HALF = 318


def table_key(table: int) -> str:
    return f"table-{table}"


def first_page(words: Wording, table: PastTable) -> Page:
    """What a table has to know on one sheet."""
    say, debrief = words.say, table.debrief
    blocks: list[Block] = list(_value(words, debrief))
    links = by_rating(debrief.links, debrief.left_out)
    if links:
        blocks += [Heading(say("report-links")), links_grid(words, links, debrief.talk, debrief.left_out)]
    blocks += _conduct(words, debrief)
    if table.rules:
        blocks.append(Box(say("report-rule"), " · ".join(table.rules)))
    return Page(
        key=table_key(debrief.table),
        foot=say("report-table", table=debrief.table),
        blocks=tuple(blocks),
        kicker=f"{say('report-table', table=debrief.table)} · {words.pick(words.cast.company)}",
        title=table_title(words, debrief),
        aside=_aside(words, debrief),
        dense=True,
    )


def _conduct(words: Wording, debrief: TableDebrief) -> tuple[Block, ...]:
    """The six principles beside the moments; without a single margin to draw, a sentence and then the moments."""
    say, found, marks = words.say, moments(words, debrief), team(debrief)
    principles = Heading(say("report-profile"))
    held = (
        Heading(say("report-moments", count=len(found)), note=say("report-estimate") if found else ""),
        Points(found, "moment") if found else Text(say("report-no-moment")),
    )
    if not any(drawn(mark) for mark in marks):
        return principles, Text(words.joined(say("report-profile-few"), _left_out(words, debrief))), *held
    note = Text(words.joined(say("report-profile-note"), _left_out(words, debrief)), "note")
    return (Pair((principles, profile_chart(words, marks, HALF), note), held),)


def _left_out(words: Wording, debrief: TableDebrief) -> str:
    out = len({left.seat for left in debrief.marks.left_out if left.round <= debrief.rounds})
    return words.say("report-left-out", count=out) if out else ""


def shortened(words: Wording, page: Page) -> Page:
    """The same page for the session's report, with those links only that were rated lowest."""
    blocks = list(page.blocks)
    for place, block in enumerate(blocks):
        if isinstance(block, Grid) and len(block.rows) > SHORT:
            note = words.say("report-links-more", count=len(block.rows) - SHORT)
            blocks[place - 1 : place + 1] = [
                Heading(words.say("report-links"), note=note),
                replace(block, rows=block.rows[:SHORT]),
            ]
    return replace(page, blocks=tuple(blocks))


def _aside(words: Wording, debrief: TableDebrief) -> tuple[str, ...]:
    company, say = debrief.company, words.say
    if company is None:
        return ()
    return (
        company_finding(words, debrief),
        say("report-aside", silo=company.silo, result=company.result, best=company.best, money=words.money),
        say("report-aside-reference", reference=company.reference, value=percent(company.reference_captured)),
    )


def _value(words: Wording, debrief: TableDebrief) -> Iterator[Block]:
    say, company = words.say, debrief.company
    if company is None:
        yield Text(say("report-no-benchmarks"))
        return
    chart = losses_chart(words, debrief)
    if chart is None:
        yield table_ruler(words, company)
        yield Text(say("report-losses-later"), "note")
        return
    lost = company.best - company.result
    title = say("report-losses", lost=words.sized(lost)) if lost > 0 else say("report-losses-none")
    yield Heading(title, note=say("report-estimate"))
    yield chart
    if debrief.changes:
        yield Text(say("report-changes-note"), "note")


def by_rating(links: Sequence[LinkShown], unscored: Collection[SeatId] = ()) -> tuple[LinkShown, ...]:
    """Lowest first; without a rating, or with one that is not listed, last."""

    def order(link: LinkShown) -> tuple[bool, int, SeatId, SeatId]:
        rating = None if link.provider in unscored else link.rating
        return rating is None, rating or 0, link.provider, link.customer

    return tuple(sorted(links, key=order))


def links_grid(words: Wording, links: Sequence[LinkShown], talk: str, unscored: Collection[SeatId] = ()) -> Grid:
    """At an open table what was not entered is no silence: answers are not counted there."""
    say = words.say
    columns = (
        Column(say("report-col-service"), 318),
        Column(say("report-col-kept"), 54, number=True),
        Column(say("report-col-answered"), 72, number=True),
        Column(say("report-col-rating"), 56, number=True),
        Column(say("report-col-line"), 154),
    )
    rows = tuple(
        (
            Cell(
                words.link(link.provider, link.customer),
                bold=True,
                badges=(words.badge(link.provider), words.badge(link.customer)),
                beside=words.services(link),
            ),
            Cell(words.share(link.kept, link.matured)),
            Cell(words.share(link.answered, link.asked) if talk == "desk" else "–"),
            Cell(words.unlisted) if link.provider in unscored else Cell(words.rating(link.rating), bold=True),
            Cell(link_line(words, link)),
        )
        for link in links
    )
    return Grid(columns, rows, say("report-links"))


def joined(first: Page, more: Page) -> tuple[Page, ...]:
    """What is behind a page that holds no chart goes on under it: it fills half a sheet."""
    if any(isinstance(block, Chart | Pair) for block in first.blocks):
        return first, more
    return (replace(first, blocks=(*first.blocks, *more.blocks)),)


def more_page(words: Wording, table: PastTable) -> Page:
    """What is behind the first page: KPIs, promises, causes, facts, and the evidence of the six principles."""
    say, debrief = words.say, table.debrief
    foot = say("report-table", table=debrief.table)
    behind = [*_kpis(words, debrief), *_promises(words, debrief), *_opening(words, debrief), *_facts(words, debrief)]
    evidence = tuple(_evidence(words, team(debrief)))
    if evidence:
        behind += [Heading(say("report-evidence")), Text(say("report-evidence-note"), "note"), *evidence]
    return Page("behind", foot, tuple(behind), foot, say("report-behind"), dense=True)


def _kpis(words: Wording, debrief: TableDebrief) -> Iterator[Block]:
    say = words.say
    columns = (
        Column(say("report-col-department"), 4),
        *(Column(say(f"report-col-{name}"), 2, number=True) for name in ("kpi", "bonus-own", "bonus-shared")),
    )
    rows = tuple(
        (
            Cell(words.name(one.seat), badges=(words.badge(one.seat),)),
            *(
                (Cell(words.unlisted), Cell(""), Cell(""))
                if one.seat in debrief.left_out
                else (Cell(whole(one.kpi), bold=True), Cell(percent(one.bonus_own)), Cell(percent(one.bonus_shared)))
            ),
        )
        for one in debrief.kpis
    )
    if rows:
        yield Heading(say("report-kpis"), note=say("report-seat-order"))
        yield Grid(columns, rows)


def _promises(words: Wording, debrief: TableDebrief) -> Iterator[Block]:
    chart = promises_chart(words, debrief)
    if chart is not None:
        key = "report-promises-note-after" if due_after(debrief) else "report-promises-note"
        yield Heading(words.say("report-promises"), note=words.say(key))
        yield chart
    if debrief.causes:
        yield Heading(words.say("report-causes"), note=words.say("report-causes-note"))
        yield _causes(words, debrief.causes)


def _causes(words: Wording, causes: Sequence[CauseSaid]) -> Grid:
    say = words.say
    columns = (
        Column(say("report-col-cause"), 4),
        Column(say("report-col-total"), 2, number=True),
        Column(say("report-col-agreed"), 3, number=True),
    )
    rows = tuple(
        (Cell(say(f"review-cause-{one.cause.replace('_', '-')}")), Cell(whole(one.total)), Cell(whole(one.agreed)))
        for one in causes
    )
    return Grid(columns, rows)


def _opening(words: Wording, debrief: TableDebrief) -> Iterator[Block]:
    links = [link for link in debrief.worth_opening if link.money > 0]
    if not links:
        return
    say = words.say
    yield Heading(say("report-opening"), note=say("report-opening-note"))
    yield Points(
        tuple(
            Point(
                words.sized(link.money),
                words.link(link.provider, link.customer),
                reason_line(words, debrief, link),
            )
            for link in links
        ),
        "moment",
    )


def reason_line(words: Wording, debrief: TableDebrief, link: LinkWorth) -> str:
    """Why a link would have been worth opening."""
    said = words.say(f"report-reason-{link.reason.replace('_', '-')}")
    if link.reason == "warned_late":
        weeks = late_weeks(debrief.promises, link.provider, link.customer, link.service)
        said = late_text(words.say, words.listed, weeks) or said
    return words.say("debrief-worth-times", what=said, times=link.times) if link.times > 1 else said


def _facts(words: Wording, debrief: TableDebrief) -> Iterator[Block]:
    say = words.say
    known = [fact for fact in debrief.known if fact.seat not in debrief.left_out]
    facts = known[:MOST_FACTS]
    if not facts or debrief.talk == "open":
        return
    columns = (
        Column(say("report-col-department"), 27),
        Column(say("report-col-fact"), 70),
        Column(say("report-col-since"), 18),
        Column(say("report-col-needed"), 27),
        Column(say("report-col-told"), 44),
        Column(say("report-col-worth"), 17, number=True),
    )
    rows = tuple(
        (
            Cell(words.name(fact.seat)),
            Cell(_fact(words, fact)),
            Cell(words.week(fact.since)),
            Cell(_needed(words, fact)),
            Cell(told_line(words, fact)),
            Cell(whole(fact.money), bold=True),
        )
        for fact in facts
    )
    note = say("report-facts-note")
    if len(known) > len(facts):
        note = words.joined(note, say("report-facts-more", shown=len(facts), all=len(known)))
    yield Heading(say("report-facts"))
    yield Text(note, "note")
    yield Grid(columns, rows)


def _fact(words: Wording, fact: FactShown) -> str:
    if fact.about == "order":
        return words.say("report-fact-order-row", order=words.client(fact.number))
    return about(words, fact.about, fact.number)


def _needed(words: Wording, fact: FactShown) -> str:
    """Who could have used it, or all others."""
    everyone = len(fact.needed_by) + 1 == len(words.cast.departments)
    return words.say("report-all-others") if everyone else words.listed(words.name(seat) for seat in fact.needed_by)


def _evidence(words: Wording, marks: Sequence[Mark]) -> Iterator[Block]:
    """Of each principle the three strongest for and against, each with where it stands in the log."""
    say = words.say
    for mark in sorted(marks, key=lambda each: PRINCIPLES.index(each.principle)):
        sides = (("for", mark.strongest_for), ("against", mark.strongest_against))
        lines = []
        for side, places in sides:
            for place in places:
                piece = mark.pieces[place]
                text = say("report-log", moments=words.moments(piece.log))
                lines.append(Point(say(f"report-{side}"), words.piece(piece), f"{words.week(piece.round)} · {text}"))
        if lines:
            band = standing_text(words, mark) if mark.band is not None else say("report-too-little")
            yield Heading(say(f"score-principle-{mark.principle}"), 3, note=band)
            yield Points(tuple(lines), "evidence")
