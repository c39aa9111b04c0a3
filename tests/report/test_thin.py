"""Reports of which little can be said: no finding of nothing, no chart of nothing, no column of nothing, each reason
once."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import get_args
from zipfile import ZipFile

import pytest
from msgspec.structs import replace as changed
from PySide6.QtWidgets import QApplication

from sandgame.frames.debrief import FactShown, PromiseShown, TableDebrief, WeekGone
from sandgame.frames.marks import Indicator, Missing
from sandgame.frames.past import PastSession, PastTable
from sandgame.report.charts import promises_picture
from sandgame.report.department import department_page
from sandgame.report.document import Block, Chart, Document, Grid, Heading, Pair, Points, Text, words_of
from sandgame.report.findings import findings, link_line, told_line
from sandgame.report.material import Branding
from sandgame.report.pdf import pdf, pictures
from sandgame.report.reading import BUILT, reading_page
from sandgame.report.session import Library
from sandgame.report.word import docx
from sandgame.report.wording import Wording
from sandgame.rules.ids import SeatId
from sandgame.text.speech import LANGUAGES, Language
from tests.kit.reports import class_of

languages = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(autouse=True)
def window(qapp: QApplication) -> None:
    assert qapp is not None


@cache
def session() -> PastSession:
    return class_of("factory", 2)


def library(language: Language, of: PastSession | None = None) -> Library:
    return Library(of or session(), Branding(), language)


def with_tables(*debriefs: TableDebrief) -> PastSession:
    tables = tuple(changed(table, debrief=one) for table, one in zip(session().tables, debriefs, strict=False))
    return changed(session(), tables=tables)


def of_team(debrief: TableDebrief, **figures: object) -> TableDebrief:
    """With the six principles of the whole table changed."""
    marks = tuple(mark if mark.provider or mark.customer else changed(mark, **figures) for mark in debrief.marks.marks)
    return changed(debrief, marks=changed(debrief.marks, marks=marks))


def short() -> PastSession:
    """Nothing compares, and there was too little of each principle."""
    bare = (changed(table.debrief, company=None, weeks=(), changes=()) for table in session().tables)
    return with_tables(*(of_team(one, points=None, low=None, high=None, level="events", band=None) for one in bare))


def titles(debriefs: Sequence[TableDebrief]) -> list[str]:
    return [point.title for point in findings(library("en").words, debriefs)]


def said(key: str, **figures: str | int) -> str:
    return library("en").words.say(key, **figures)


@pytest.mark.parametrize("parts", [(-300, -100, 0), (0, 0, 0), (-50, -10, 60)])
def test_where_nothing_was_lost_no_part_is_said_to_have_lost_most(parts: tuple[int, int, int]) -> None:
    weeks = (WeekGone(1, sum(parts), *parts, 0),)
    found = titles([changed(table.debrief, weeks=weeks) for table in session().tables])
    parted = [said(f"report-find-{size}-{part}") for size in ("most", "largest")
              for part in ("table", "departments", "clarity")]  # fmt: skip
    assert not set(found) & set(parted)


def test_the_part_that_lost_most_is_named_also_where_another_gained() -> None:
    weeks = (WeekGone(1, 60, -40, 90, 10, 0),)
    found = titles([changed(table.debrief, weeks=weeks) for table in session().tables])
    assert found[0] == said("report-find-most-departments")


def rated(debrief: TableDebrief, rating: int, *, kept: bool) -> TableDebrief:
    links = tuple(
        changed(link, rating=rating + at, ratings=3, kept=link.matured if kept else 0)
        for at, link in enumerate(debrief.links)
    )
    return changed(debrief, links=links, weeks=())


def is_named(debriefs: Sequence[TableDebrief]) -> bool:
    return any(title.startswith(said("report-find-lowest", link="", service="").split(":")[0])
               for title in titles(debriefs))  # fmt: skip


def test_a_link_rated_well_and_kept_is_no_finding_although_one_is_always_lowest() -> None:
    debriefs = [table.debrief for table in session().tables]
    assert not is_named([rated(one, 41, kept=True) for one in debriefs])
    assert is_named([rated(one, 31, kept=True) for one in debriefs])
    assert is_named([rated(one, 41, kept=False) for one in debriefs])


@languages
def test_promises_add_up_to_their_totals_also_those_due_after_the_last_week(language: Language) -> None:
    debrief = session().tables[0].debrief
    first = next(one for one in debrief.promises if one.state == "kept")
    early = changed(first, due=debrief.rounds + 2)
    promises: tuple[PromiseShown, ...] = (*debrief.promises, early)
    words = library(language).words
    plain, later = (promises_picture(words, changed(debrief, promises=held)) for held in (debrief.promises, promises))
    assert len(later.weeks) == len(plain.weeks) + 1 == debrief.rounds + 1
    for picture in (plain, later):
        for row in picture.rows:
            cells = [cell for cell in row.cells if cell is not None]
            assert row.text == f"{sum(cell.kept for cell in cells)}/{sum(cell.of for cell in cells)}"


def grids(document: Document) -> list[Grid]:
    return [block for page in document.pages for block in page.blocks if isinstance(block, Grid)]


@languages
def test_links_that_were_worth_nothing_are_not_called_worth_opening(language: Language) -> None:
    table = session().tables[0]
    words = library(language).words
    worth = tuple(changed(one, money=money) for one, money in zip(table.debrief.worth_opening, (7, 0, 0), strict=True))
    for links, heads in ((worth, 1), (worth[1:], 0)):
        held = with_tables(changed(table.debrief, worth_opening=links))
        blocks = [block for page in library(language, held).table(held.tables[0]).pages for block in page.blocks]
        assert sum(isinstance(one, Heading) and one.text == words.say("report-opening") for one in blocks) == heads
        marks = [point.mark for one in blocks if isinstance(one, Points) for point in one.items]
        assert words.sized(0) not in marks


def test_a_fact_that_only_some_heard_is_said_to_be_told_to_only_those() -> None:
    words = library("en").words
    all_ = SeatId(0)
    held = FactShown(SeatId(1), "order", 1, 1, (SeatId(2), SeatId(3)), ((2, SeatId(3)), (4, SeatId(3))), 90, ())
    name, both = words.name(3), ((2, SeatId(3)), (3, SeatId(2)))
    assert told_line(words, held) == f"only {name} (Wk 2)"
    assert told_line(words, changed(held, told=both)) == f"{name} (Wk 2) and {words.name(2)} (Wk 3)"
    assert told_line(words, changed(held, needed_by=(SeatId(3),))) == f"{name} (Wk 2)"
    assert not told_line(words, changed(held, told=((1, all_),))).startswith("only")


def missing(debrief: TableDebrief, why: str) -> TableDebrief:
    """Without a single indicator."""
    lost = tuple(Missing(indicator, why) for indicator in BUILT)  # type: ignore[arg-type]
    bare = of_team(debrief, not_measured=())
    first = next(mark for mark in bare.marks.marks if not mark.provider and not mark.customer)
    marks = tuple(changed(mark, not_measured=lost) if mark is first else mark for mark in bare.marks.marks)
    return changed(bare, marks=changed(bare.marks, marks=marks))


@languages
def test_a_reason_why_something_was_not_measured_stands_once_for_all_it_holds_for(language: Language) -> None:
    words = library(language).words
    first, second = (table.debrief for table in session().tables)
    for debriefs in ([missing(first, "left_out")], [missing(first, "left_out"), missing(second, "no_opportunity")]):
        held = with_tables(*debriefs)
        (grid,) = (block for block in reading_page(words, debriefs).blocks if isinstance(block, Grid))
        reasons = Counter(row[1].text for row in grid.rows)
        assert max(reasons.values()) == 1
        assert len(grid.rows) == len(get_args(Indicator)) - len(BUILT) + len(debriefs)
        assert grid.rows[-1][0].text == words.say("report-read-rest")
        paper = library(language, held).session()
        assert len(pictures(paper, 30)) == len(paper.pages)


def blocks_of(document: Document) -> list[Block]:
    found: list[Block] = []
    for page in document.pages:
        for block in page.blocks:
            found += (*block.left, *block.right) if isinstance(block, Pair) else (block,)
    return found


@languages
def test_six_principles_without_a_margin_are_one_sentence_and_no_chart(language: Language) -> None:
    held = short()
    words = library(language).words
    few = words.say("report-profile-few")
    for table in held.tables:
        document = library(language, held).table(table)
        alts = [block.alt for block in blocks_of(document) if isinstance(block, Chart)]
        assert not any(words.say("report-too-little") in alt for alt in alts)
        assert sum(isinstance(block, Text) and block.text.startswith(few) for block in blocks_of(document)) == 1
    some = session().tables[0]
    assert not any(text.startswith(few) for text in words_of(library(language).table(some)))


@languages
def test_a_short_report_goes_on_under_a_first_page_that_is_half_empty(language: Language) -> None:
    full, held = session().tables[0], short()
    assert len(library(language).table(full).pages) == 3
    document = library(language, held).table(held.tables[0])
    assert len(document.pages) == 2
    for behind in ("report-kpis", "report-evidence"):
        assert library(language).words.say(behind) in set(words_of(document))
    assert pdf(document)
    assert docx(document, held.started)


@languages
def test_a_class_that_nothing_compares_shows_the_records_of_its_tables(language: Language) -> None:
    words = library(language).words
    (grid,) = (block for block in library(language, short()).session().pages[0].blocks if isinstance(block, Grid))
    names = [row[0].text for row in grid.rows]
    assert names == [words.say("report-table-short", table=table.debrief.table) for table in session().tables]
    kept = [sum(link.kept for link in table.debrief.links) for table in session().tables]
    assert [row[1].text.partition("/")[0] for row in grid.rows] == [str(each) for each in kept]


@languages
def test_one_table_alone_is_no_column_chart_and_no_median(language: Language) -> None:
    alone = changed(session(), tables=session().tables[:1])
    cover = library(language, alone).session().pages[0]
    assert sum(isinstance(block, Chart) for block in cover.blocks) == 1
    assert sum(isinstance(block, Chart) for block in library(language).session().pages[0].blocks) == 2
    company = session().tables[0].debrief.company
    assert company is not None
    ours = library(language).words.say("report-scale-one", value=f"{company.captured}%".replace("-", "−"))
    assert any(ours in block.alt for block in cover.blocks if isinstance(block, Chart))


@languages
def test_a_department_without_a_single_band_has_no_column_for_them(language: Language) -> None:
    table: PastTable = session().tables[0]
    words = Wording(library(language).words.speech, session().cast, table.words)
    own = next(one for one in table.own if any(fact.band for fact in one.facts))
    bare = changed(own, facts=tuple(changed(fact, band=None) for fact in own.facts))
    head = words.say("report-col-band")
    for each, columns in ((own, 3), (bare, 2)):
        page = department_page(words, each, 1, "desk")
        grid = next(block for block in page.blocks if isinstance(block, Grid))
        assert [column.title for column in grid.columns].count(head) == columns - 2
        assert {len(row) for row in grid.rows} == {columns}


def test_the_log_has_a_word_on_every_link_on_which_something_was_due() -> None:
    words = library("en").words
    links = [link for table in session().tables for link in table.debrief.links]
    assert [link for link in links if link.matured and not link_line(words, link)] == []


def kept_with_next(markup: str, text: str) -> bool:
    return "<w:keepNext/>" in markup[: markup.index(text)].rpartition("<w:p>")[2]


@languages
def test_a_note_under_a_heading_stays_with_what_it_is_about(language: Language) -> None:
    document = library(language).table(session().tables[0])
    with ZipFile(BytesIO(docx(document, session().started))) as packed:
        markup = packed.read("word/document.xml").decode()
    words = library(language).words
    assert kept_with_next(markup, words.say("report-evidence-note"))
    assert not kept_with_next(markup, words.say("report-profile-note"))
