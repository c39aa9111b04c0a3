"""Every figure that a report shows is a fact of the log or a mark, and all four forms of it show the same."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from html import unescape
from io import BytesIO
from typing import Any
from unittest.mock import patch
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextLayout
from PySide6.QtWidgets import QApplication

from sandgame.frames.past import PastSession, PastTable
from sandgame.paint import lettering
from sandgame.paint.paper import put_glyphs, svg_of
from sandgame.report.data import data
from sandgame.report.document import Block, Chart, Contents, Document, Page, Pair, Points, words_in, words_of
from sandgame.report.excel import workbook
from sandgame.report.material import Branding
from sandgame.report.pdf import pdf
from sandgame.report.session import Library
from sandgame.report.word import docx
from sandgame.scoring.record import Record
from sandgame.text.speech import LANGUAGES, Language
from tests.kit.figures import Known, of_class, of_department, of_table, said_by, tokens
from tests.kit.pdf_text import paper
from tests.kit.reports import class_of

languages = pytest.mark.parametrize("language", LANGUAGES)
TABLES = 2
FURNITURE = (
    "report-each-note", "report-own-facts-note", "report-can-value", "report-cannot-tables", "report-read-marks-text",
    "report-indicator-g2",
)  # fmt: skip
"""Sentences whose figures are those of the scale, the same in every report."""


@pytest.fixture(autouse=True)
def window(qapp: QApplication) -> None:
    assert qapp is not None


@cache
def session() -> PastSession:
    return class_of("factory", TABLES)


@cache
def told() -> dict[str, Any]:
    """The JSON of the session: what all else is held against."""
    found: dict[str, Any] = json.loads(data(session()))
    return found


@cache
def library(language: Language) -> Library:
    return Library(session(), Branding(), language)


def whole_papers(language: Language) -> Iterator[Document]:
    found = library(language)
    yield found.session()
    yield from (found.table(table) for table in session().tables)


def papers(language: Language) -> Iterator[Document]:
    yield from whole_papers(language)
    for place, table in enumerate(session().tables):
        yield from (library(language).department(place, own.seat) for own in library(language).seats(table))


def known_on(page: Page) -> Known:
    """What may stand on a page of the session's report or of a table's."""
    everything = of_class(told())
    if page.key == "cover":
        everything.add("count", 0, 1, 2, 3, 100)  # the ends of the scale, the numbers of the findings
        return everything
    return everything.with_all(of_table(table) for table in told()["tables"] if str(table["table"]) in page.foot)


def blocks_of(page: Page) -> Iterator[Block]:
    for block in page.blocks:
        yield from (*block.left, *block.right) if isinstance(block, Pair) else (block,)


def plain_texts(page: Page) -> Iterator[str]:
    """All of a page but its evidence, which is held against its own pieces."""
    yield from (page.foot, page.kicker, page.title, *page.aside)
    if page.cover is not None:
        yield from (page.cover.kicker, page.cover.title, page.cover.line)
    for block in blocks_of(page):
        if not (isinstance(block, Points) and block.style == "evidence"):
            yield from words_in(block)


@languages
def test_every_figure_on_paper_is_one_of_the_json(language: Language) -> None:
    say = library(language).words.say
    furniture = {say(key) for key in FURNITURE}
    for document in whole_papers(language):
        for page in document.pages:
            known = known_on(page)
            strange = {text: known.strange(text) for text in plain_texts(page) if text not in furniture}
            assert {text: found for text, found in strange.items() if found} == {}
        foot = known_on(document.pages[-1]).with_all(of_table(table) for table in told()["tables"])
        assert foot.strange(document.foot) == []


@languages
def test_every_piece_of_evidence_says_the_figures_of_its_moments(language: Language) -> None:
    seen = 0
    for table in told()["tables"]:
        pieces: dict[tuple[int, ...], list[Mapping[str, Any]]] = {}
        for mark in table["principles"]:
            for piece in mark["pieces"]:
                pieces.setdefault(tuple(piece["log"]), []).append(piece)
        document = library(language).table(session().tables[table["table"] - 1])
        for block in (block for page in document.pages for block in blocks_of(page)):
            for point in block.items if isinstance(block, Points) and block.style == "evidence" else ():
                log = tuple(int(number) for number in re.findall(r"#(\d+)", point.text))
                assert all(number < len(table["log"]) for number in log)
                assert any(said_by((*piece["numbers"].values(), piece["round"]), point.title) for piece in pieces[log])
                seen += 1
    assert seen > 30


@languages
def test_every_figure_of_a_department_is_its_own(language: Language) -> None:
    say = library(language).words.say
    for place, table in enumerate(session().tables):
        for own in library(language).seats(table):
            (page,) = library(language).department(place, own.seat).pages
            known = of_department(own, table.debrief.rounds, session().number)
            texts = [text for text in plain_texts(page) if text != say("report-own-facts-note")]
            assert [(text, known.strange(text)) for text in texts if known.strange(text)] == []
            pieces = [piece for fact in own.facts for piece in fact.pieces]
            for block in blocks_of(page):
                for point in block.items if isinstance(block, Points) else ():
                    week = [piece for piece in pieces if str(piece.round) in point.mark]
                    numbers = ((*dict(piece.numbers).values(), piece.round) for piece in week)
                    assert any(said_by(held, point.title) for held in numbers), point


# -- what is painted, and what Word holds, is what the report says


def painted(chart: Chart) -> list[str]:
    """The texts that a chart paints: on paper they are outlines."""
    found: list[str] = []

    def note(painter: QPainter, layout: QTextLayout, spot: QPointF, line: int = -1) -> None:
        if line <= 0:
            found.append(layout.text())
        put_glyphs(painter, layout, spot, line)

    with patch.object(lettering, "put_glyphs", note):
        svg_of(lambda painter, box: chart.draw(painter, QRectF(box)), chart.width, chart.height)
    return found


@languages
def test_charts_paint_no_figure_that_the_words_beside_them_lack(language: Language) -> None:
    for document in whole_papers(language):
        for page in document.pages:
            said = tokens(plain_texts(page))
            for chart in (block for block in blocks_of(page) if isinstance(block, Chart)):
                assert tokens(painted(chart)).keys() <= said.keys() | {str(n) for n in range(1, session().length + 1)}
                assert tokens([chart.alt]).keys() <= tokens(painted(chart)).keys()
                known = known_on(page)
                assert [text for text in painted(chart) if known.strange(text)] == []


def painted_too(document: Document) -> list[str]:
    """What stands in a document beside charts, whose letters are outlines."""
    alts = {block.alt for page in document.pages for block in blocks_of(page) if isinstance(block, Chart)}
    return [text for text in words_of(document) if text not in alts and text != document.title]


@languages
def test_a_pdf_paints_the_figures_of_the_report_and_no_others(language: Language) -> None:
    for document in papers(language):
        pages = paper(pdf(document)).pages
        shown = tokens(run for page in pages for run in page)
        wanted = tokens(painted_too(document))
        assert wanted - shown == {}
        numbered = {str(number) for number in range(1, len(pages) + 1)}
        assert shown.keys() <= wanted.keys() | numbered
        listed = [block for page in document.pages for block in blocks_of(page) if isinstance(block, Contents)]
        assert bool(listed) == (document.pages[0].cover is not None)


def texts_of_word(document: Document) -> list[str]:
    """The texts of all its parts, and those beside its pictures."""
    with ZipFile(BytesIO(docx(document, session().started))) as packed:
        parts = [
            packed.read(name).decode() for name in packed.namelist() if re.match(r"word/(document|foot\d+)\.xml", name)
        ]
    texts = [unescape(text) for part in parts for text in re.findall(r"<w:t[ >][^<]*", part)]
    return [text.partition(">")[2] or text for text in texts] + [
        unescape(alt) for part in parts for alt in re.findall(r'descr="([^"]*)"', part)
    ]


@languages
def test_word_holds_the_figures_of_the_report_and_no_others(language: Language) -> None:
    for document in papers(language):
        wanted, held = tokens(words_of(document)), tokens(texts_of_word(document))
        # a foot that is the same on many pages is held once; 1 stands where Word puts the number of the page
        once = tokens([document.title, document.foot, *(page.foot for page in document.pages)])
        assert (wanted - once) - held == {}
        assert held.keys() <= wanted.keys() | {"1"}


# -- the workbook and the JSON


def sheets(language: Language) -> list[list[dict[str, Any]]]:
    """The rows of each sheet by their headings."""
    made = workbook(session(), library(language).words, library(language).foot())
    found = []
    for sheet in list(load_workbook(BytesIO(made), read_only=True))[1:]:
        head, *rows = sheet.iter_rows(values_only=True)
        found.append([dict(zip(map(str, head), row, strict=True)) for row in rows])
    return found


def cells(language: Language, row: Mapping[str, Any], *names: str) -> tuple[Any, ...]:
    return tuple(row[library(language).words.say(f"report-cell-{name}")] for name in names)


def all_of(name: str) -> list[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    return [(table, one) for table in told()["tables"] for one in table[name]]


@languages
def test_results_and_links_are_the_same_in_workbook_and_json(language: Language) -> None:
    results, marks, links, *_ = sheets(language)
    get = partial(cells, language)
    for row, table in zip(results, told()["tables"], strict=True):
        scale = tuple(table["company"][name] for name in ("silo", "reference", "result", "best", "captured"))
        assert get(row, "table", "weeks") == (table["table"], table["rounds"])
        assert get(row, "silo", "reference", "result", "best", "captured") == scale
        sums = tuple(sum(link[name] for link in table["links"]) for name in _LINK)
        assert get(row, "kept", "due", "answered", "asked", "warned", "risk") == sums
        assert [value for name, value in row.items() if name.startswith("KPI")] == [one["kpi"] for one in table["kpis"]]
    for row, (table, link) in zip(links, all_of("links"), strict=True):
        assert get(row, "table", "ratings") == (table["table"], link["ratings"])
        assert get(row, "kept", "due", "answered", "asked", "warned", "risk") == tuple(link[name] for name in _LINK)
        rating = None if link["rating"] is None else link["rating"] / 10
        assert get(row, "rating", "log") == (rating, numbered(link["log"], language))
    rounded = [
        tuple((mark[name] + 50) // 100 if mark[name] is not None else None for name in ("points", "low", "high"))
        for _, mark in sorted(
            all_of("principles"), key=lambda pair: (pair[0]["table"], _ORDER.index(pair[1]["principle"]))
        )
    ]
    assert [get(row, "points", "low", "high") for row in marks] == rounded


_LINK = ("kept", "matured", "answered", "asked", "warned", "at_risk")
_ORDER = ("trust", "needs", "response", "openness", "improvement", "goals")


def numbered(log: Iterable[int], language: Language) -> str | None:
    return ("，" if language == "zh" else ", ").join(f"#{number}" for number in log) or None


@languages
def test_evidence_and_promises_are_the_same_in_workbook_and_json(language: Language) -> None:
    _, _, _, evidence, promises, *_ = sheets(language)
    get = partial(cells, language)
    pieces = [
        (table["table"], piece)
        for table in told()["tables"]
        for mark in sorted(table["principles"], key=lambda mark: _ORDER.index(mark["principle"]))
        for piece in mark["pieces"]
    ]
    for row, (number, piece) in zip(evidence, pieces, strict=True):
        assert get(row, "table", "week", "log") == (number, piece["round"], numbered(piece["log"], language))
        (sentence,) = get(row, "sentence")
        assert said_by((*piece["numbers"].values(), piece["round"]), sentence), (sentence, piece)
    names = ("commitment", "units", "made", "due", "ended")
    for row, (table, one) in zip(promises, all_of("promises"), strict=True):
        held = tuple(one[name] for name in names)
        assert get(row, "table", "number", "units", "made", "due-week", "ended") == (table["table"], *held)
        assert get(row, "warned-week", "log") == (one["warned"] or None, numbered(one["log"], language))


@languages
def test_requests_orders_money_and_log_in_the_workbook_are_those_of_the_log(language: Language) -> None:
    *_, requests, orders, money, log = sheets(language)
    get = partial(cells, language)
    for table, shown in zip(session().tables, told()["tables"], strict=True):
        number = table.debrief.table
        own = [row for row in log if get(row, "table") == (number,)]
        assert [get(row, "number", "week") for row in own] == [(one["number"], one["week"]) for one in shown["log"]]
        assert [json.loads(get(row, "body")[0]) for row in own] == [one["body"] for one in shown["log"]]
        _same_as_record(table, requests, orders, get)
        weeks = {one["round"]: one for one in shown["weeks"]}
        rows = [row for row in money if get(row, "table") == (number,)]
        for row in rows:
            (week,) = get(row, "week")
            parts = get(row, "loss", "loss-table", "loss-departments", "loss-clarity")
            if parts[0] is not None:
                assert parts == tuple(weeks[week][name] for name in ("loss", "table", "departments", "clarity"))
        assert sum(get(row, "result")[0] for row in rows) == shown["company"]["result"]
        assert sum(get(row, "loss")[0] or 0 for row in rows) == shown["company"]["best"] - shown["company"]["result"]


def _same_as_record(table: PastTable, requests: Any, orders: Any, get: Any) -> None:
    record, number = Record(table.events), table.debrief.table
    lines = [
        (
            story.asked.round,
            sheet,
            at + 1,
            story.sent.lines[at].units,
            story.sent.lines[at].due,
            f"#{story.asked.number}",
        )
        for (sheet, at), story in record.lines.items()
    ]
    own = [row for row in requests if get(row, "table") == (number,)]
    assert [get(row, "week", "sheet", "line", "units", "wanted-due", "log") for row in own] == lines
    held = [
        (order, one.terms.units, one.shipped, one.terms.arrival, one.due, one.price)
        for order, one in record.end.orders.items()
    ]
    own = [row for row in orders if get(row, "table") == (number,)]
    assert [get(row, "number", "units", "shipped", "arrival", "due-week", "price") for row in own] == held
