"""Reports on paper: the figures are those of the debrief, nothing is said that must not be, and texts stay texts."""

import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import docx as word
import pytest
from msgspec.structs import replace as changed
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication

from sandgame.frames.past import PastSession, PastTable
from sandgame.report.data import data
from sandgame.report.document import Document, Grid, Points, words_of
from sandgame.report.excel import workbook
from sandgame.report.findings import FINE_KPI, company_finding, findings, table_title
from sandgame.report.material import Branding
from sandgame.report.pdf import UnsoundPaperError, pdf, pictures
from sandgame.report.session import Library
from sandgame.report.word import docx
from sandgame.report.wording import Wording
from sandgame.text.numbers import median, whole
from sandgame.text.speech import LANGUAGES, Language
from tests.kit.reports import class_of

languages = pytest.mark.parametrize("language", LANGUAGES)
TABLES = 2


@pytest.fixture(autouse=True)
def window(qapp: QApplication) -> None:
    assert qapp is not None


@cache
def session() -> PastSession:
    return class_of("factory", TABLES)


@cache
def library(language: Language, branding: Branding = Branding()) -> Library:  # noqa: B008 frozen
    return Library(session(), branding, language)


def documents(language: Language) -> Iterator[Document]:
    found = library(language)
    yield found.session()
    for place, table in enumerate(session().tables):
        yield found.table(table)
        yield from (found.department(place, own.seat) for own in found.seats(table))


def book(
    language: Language, *, typed: bool = False, of: PastSession | None = None
) -> dict[str, list[tuple[object, ...]]]:
    found = library(language)
    made = workbook(of or session(), found.words, found.foot(), typed=typed)
    sheets = load_workbook(BytesIO(made), read_only=True)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in sheets}


def text_of_word(document: Document) -> str:
    paper = word.Document(BytesIO(docx(document, session().started)))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    feet = [line.text for section in paper.sections for line in section.footer.paragraphs]
    return "\n".join([*(line.text for line in paper.paragraphs), *cells, *feet])


@languages
def test_every_foot_says_what_it_is_and_what_it_is_for(language: Language) -> None:
    purpose = {"zh": "只供学习，不得用于选拔、考核", "en": "for learning only, not for selection or appraisal"}[
        language
    ]
    for document in documents(language):
        assert purpose in document.foot
        for part in (str(session().number), session().fingerprint[:6], whole(session().length)):
            assert part in document.foot
        assert all(page.foot for page in document.pages)
    assert any(purpose in str(cell) for rows in book(language).values() for row in rows for cell in row)


def figures_of(table: PastTable) -> list[int]:
    company = table.debrief.company
    assert company is not None
    weeks = [-week.loss for week in table.debrief.weeks]
    return [
        company.silo,
        company.reference,
        company.result,
        company.best,
        *weeks,
        *(one.kpi for one in table.debrief.kpis),
    ]


@languages
def test_a_table_has_the_figures_of_its_debrief_in_every_form(language: Language) -> None:
    for table in session().tables:
        document = library(language).table(table)
        paper, editable = "\n".join(words_of(document)), text_of_word(document)
        markup = markup_of_word(document)
        for figure in figures_of(table):
            assert re.search(rf"(?<!\d){re.escape(whole(figure))}(?!\d)", paper), figure
        for text in words_of(document):
            # alternative texts of drawings stand elsewhere in a Word file
            assert text in editable or text in markup or text == document.title, text
        counts = [f"{link.kept}/{link.matured}" for link in table.debrief.links if link.matured]
        assert all(count in paper for count in counts)


def markup_of_word(document: Document) -> str:
    with ZipFile(BytesIO(docx(document, session().started))) as packed:
        return unescape(packed.read("word/document.xml").decode())


@languages
def test_word_has_headings_that_it_knows_as_such_and_pictures_with_a_text_beside(language: Language) -> None:
    document = library(language).table(session().tables[0])
    paper = word.Document(BytesIO(docx(document, session().started)))
    heads = [line.text for line in paper.paragraphs if str(line.style and line.style.name).startswith("Heading")]
    assert [page.title for page in document.pages if page.title not in heads] == []
    assert len(heads) > 10
    told = re.findall(r'<wp:docPr[^>]*descr="([^"]*)"', markup_of_word(document))
    assert len(told) == len(paper.inline_shapes) > 2
    assert all(told)


@languages
def test_the_workbook_holds_what_the_debriefs_hold(language: Language) -> None:
    sheets = list(book(language).values())
    _, results, marks, links, evidence, promises, requests, orders, money, log = sheets
    tables = session().tables
    assert len(results) == 1 + len(tables)
    assert len(links) == 1 + sum(len(table.debrief.links) for table in tables)
    assert len(promises) == 1 + sum(len(table.debrief.promises) for table in tables)
    assert len(requests) == 1 + sum(link.asked for table in tables for link in table.debrief.links)
    assert len(log) == 1 + sum(len(table.events) for table in tables)
    assert len(marks) == 1 + 6 * len(tables)
    assert len(evidence) > 100
    assert len(orders) > 10
    for table in tables:
        company = table.debrief.company
        assert company is not None
        own = [row for row in money[1:] if row[0] == table.debrief.table]
        assert sum(int(str(row[10])) for row in own) == company.result
        assert sum(int(str(row[11])) for row in own if row[11] is not None) == company.best - company.result


def test_the_json_holds_what_the_debriefs_hold_and_no_figure_of_a_person() -> None:
    told = json.loads(data(session()))
    for shown, table in zip(told["tables"], session().tables, strict=True):
        debrief = table.debrief
        assert [each["loss"] for each in shown["weeks"]] == [week.loss for week in debrief.weeks]
        assert shown["company"]["result"] == (debrief.company.result if debrief.company else None)
        assert [each["kept"] for each in shown["links"]] == [link.kept for link in debrief.links]
        assert len(shown["principles"]) == 6
    whole_text = json.dumps(told)
    assert not re.search(r'"(effect|credit|weight|gauges|n_eff)"', whole_text)


def test_only_a_mark_that_bears_a_figure_shows_one() -> None:
    for shown, table in zip(json.loads(data(session()))["tables"], session().tables, strict=True):
        by_name = {mark.principle: mark for mark in table.debrief.marks.marks if not mark.provider}
        for principle in shown["principles"]:
            numbered = by_name[principle["principle"]].level == "number"
            assert (principle["points"] is not None) == numbered


@languages
def test_the_same_session_gives_the_same_bytes(language: Language) -> None:
    found = library(language)
    for document in (found.session(), found.table(session().tables[0])):
        assert pdf(document) == pdf(document)
        assert docx(document, session().started) == docx(document, session().started)


def opened(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""


@languages
def test_a_pdf_is_tagged_and_names_its_language(language: Language) -> None:
    made = pdf(library(language).department(0, session().tables[0].own[0].seat))
    packed = re.findall(rb"stream\r?\n(.*?)endstream", made, re.DOTALL)
    whole_file = made + b"".join(opened(one) for one in packed)
    assert b"/MarkInfo" in whole_file
    assert b"/StructTreeRoot" in whole_file
    assert f"/Lang({language}".encode() in whole_file


@languages
def test_a_department_has_one_page_with_its_own_links_and_no_others(language: Language) -> None:
    found = library(language)
    for own in session().tables[0].own:
        document = found.department(0, own.seat)
        assert len(pictures(document, 30)) == 1
        name = found.words.name(own.seat)
        grids = [block for block in document.pages[0].blocks if isinstance(block, Grid)]
        pairs = [cell.text for grid in grids for row in grid.rows for cell in row if cell.badges]
        assert all(name in pair for pair in pairs)


@languages
def test_a_department_reads_of_no_request_or_promise_twice(language: Language) -> None:
    found = library(language)
    for place, table in enumerate(session().tables):
        for own in found.seats(table):
            blocks = found.department(place, own.seat).pages[0].blocks
            said = [point.title for block in blocks if isinstance(block, Points) for point in block.items]
            words = Wording(found.words.speech, session().cast, table.words)
            pieces = {words.piece(piece): piece for fact in own.facts for piece in fact.pieces}
            matters = [
                (piece.provider, piece.customer, numbers["service"], numbers["units"])
                for piece in map(pieces.__getitem__, said)
                if "units" in (numbers := dict(piece.numbers))
            ]
            assert len(matters) == len(set(matters))


@languages
def test_a_table_of_the_class_fills_one_page(language: Language) -> None:
    document = library(language).session()
    assert len(pictures(document, 30)) == len(document.pages)


NASTY = '#read("/etc/passwd") *bold* $x$ #panic() \\ @ref <l> =cmd|calc'


@languages
def test_texts_that_people_typed_are_printed_and_never_run(language: Language) -> None:
    table = changed(session().tables[0], rules=(NASTY,))
    own = changed(session(), tables=(table,))
    found = Library(own, Branding(name=NASTY, closing=NASTY), language)
    document = found.table(table)
    assert any(NASTY in text for text in words_of(document))
    assert pdf(document)
    assert NASTY in text_of_word(document)


def test_what_a_cell_holds_is_never_a_formula() -> None:
    table = session().tables[0]
    words = tuple(changed(word, text=changed(word.text, zh="=cmd|calc", en="@sum")) for word in table.words)
    rows = book("zh", of=changed(session(), tables=(changed(table, words=words),)))
    cells = [cell for sheet in rows.values() for row in sheet for cell in row if isinstance(cell, str)]
    assert "=cmd|calc" in cells
    found = library("zh")
    made = workbook(changed(session(), tables=(changed(table, words=words),)), found.words, found.foot())
    for sheet in load_workbook(BytesIO(made)):
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f" or cell.hyperlink]


def test_a_letter_without_a_font_fails_the_page_instead_of_becoming_a_box() -> None:
    document = library("zh").department(0, session().tables[0].own[0].seat)
    page = replace(document.pages[0], title="\u16a0\u16a1")
    with pytest.raises((UnsoundPaperError, RuntimeError)):
        pdf(replace(document, pages=(page,)))


def test_a_logo_and_a_closing_text_stand_on_the_class_report() -> None:
    from PySide6.QtGui import QImage

    from sandgame.report.svg import encoded

    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(0xFF00FF)
    branded = Library(session(), Branding(encoded(picture), "明师培训", "谢谢各位。"), "zh").session()
    assert len(pdf(branded)) != len(pdf(library("zh").session()))
    assert "谢谢各位。" in list(words_of(branded))


LONG = "明师企业培训有限公司 Mingshi Corporate Training and Consulting Company"


@languages
def test_a_long_name_in_the_foot_and_a_closing_text_ask_for_no_further_page(language: Language) -> None:
    document = Library(session(), Branding(name=LONG, closing="谢谢各位。"), language).session()
    assert len(pictures(document, 30)) == len(document.pages)


@languages
def test_a_word_file_names_its_session_and_its_facilitator_and_no_tool(language: Language) -> None:
    document = Library(session(), Branding(name=LONG), language).session()
    made = docx(document, session().started)
    about = word.Document(BytesIO(made)).core_properties
    assert (about.title, about.author, about.language) == (document.title, LONG, language)
    assert about.created is not None
    assert about.created.strftime("%Y-%m-%dT%H:%M:%S") == session().started
    with ZipFile(BytesIO(made)) as packed:
        parts = b"".join(packed.read(name) for name in packed.namelist())
    assert b"python" not in parts.lower()


@languages
def test_tables_of_a_word_file_have_the_widths_of_their_columns(language: Language) -> None:
    document = library(language).table(session().tables[0])
    tables = word.Document(BytesIO(docx(document, session().started))).tables
    grids = [block for page in document.pages for block in page.blocks if isinstance(block, Grid)]
    of_grids = [table for table in tables if len(table.columns) > 2]
    assert len(of_grids) >= len([grid for grid in grids if len(grid.columns) > 2]) > 2
    for table in of_grids:
        assert all(column.width for column in table.columns)
        assert len({column.width for column in table.columns}) > 1 or len(table.rows) == 1


@languages
def test_three_findings_hold_and_titles_carry_their_figure(language: Language) -> None:
    words = library(language).words
    debriefs = [table.debrief for table in session().tables]
    found = findings(words, debriefs)
    assert len(found) == 3
    assert len({point.title for point in found}) == 3
    for debrief in debriefs:
        assert debrief.company is not None
        assert whole(debrief.company.captured) in table_title(words, debrief)


def test_all_kpis_fine_and_the_company_bleeding_is_said_only_when_it_holds() -> None:
    words, debrief = library("zh").words, session().tables[0].debrief
    assert debrief.company is not None
    fine = tuple(changed(one, kpi=FINE_KPI) for one in debrief.kpis)
    bleeding = changed(debrief, kpis=fine, company=changed(debrief.company, captured=49))
    assert company_finding(words, bleeding) == "人人达标，公司失血"
    assert (
        company_finding(words, changed(bleeding, company=changed(debrief.company, captured=50))) != "人人达标，公司失血"
    )
    one_below = changed(bleeding, kpis=(changed(fine[0], kpi=FINE_KPI - 1), *fine[1:]))
    assert "失血" not in company_finding(words, one_below)


def test_the_middle_of_two_tables_lies_between_them_towards_zero() -> None:
    assert [median(values) for values in ((3,), (1, 2), (-1, -2), (5, 1, 3))] == [3, 1, -1, 3]


@languages
def test_a_case_without_benchmarks_and_an_open_table_have_a_report_too(language: Language) -> None:
    table = session().tables[0]
    debrief = changed(table.debrief, company=None, weeks=(), talk="open", turning=(), links=(), causes=())
    own = changed(session(), tables=(changed(table, debrief=debrief),))
    found = Library(own, Branding(), language)
    for document in (found.session(), found.table(own.tables[0]), found.department(0, table.own[0].seat)):
        assert pdf(document)
        assert docx(document, own.started)


@languages
def test_an_open_table_is_never_said_to_have_been_silent(language: Language) -> None:
    table = session().tables[0]
    debrief = changed(table.debrief, talk="open")
    own = changed(session(), tables=(changed(table, debrief=debrief),))
    document = Library(own, Branding(), language).table(own.tables[0])
    texts = " ".join(words_of(document))
    assert library(language).words.say("report-not-told") not in texts
