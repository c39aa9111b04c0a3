"""Who chose not to be scored: no file holds their KPI, how they were rated, or a page of theirs."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from msgspec.structs import replace as changed
from PySide6.QtWidgets import QApplication

from sandgame.frames.marks import LeftOut
from sandgame.frames.past import PastSession
from sandgame.report.data import data
from sandgame.report.document import words_of
from sandgame.report.excel import workbook
from sandgame.report.material import Branding
from sandgame.report.session import Library
from sandgame.report.table_pages import by_rating
from sandgame.report.wording import Wording
from sandgame.rules.events import FiguresPublished
from sandgame.rules.ids import SeatId
from sandgame.text.speech import LANGUAGES, Speech
from tests.kit.reports import class_of

LATER = 3


@pytest.fixture(autouse=True)
def window(qapp: QApplication) -> None:
    assert qapp is not None


def quiet_of(session: PastSession) -> SeatId:
    """The department that was rated lowest: the first that every list would name."""
    return by_rating(session.tables[0].debrief.links)[0].provider


@pytest.fixture
def session() -> PastSession:
    """Of one table, where in a later week somebody came who is not scored."""
    played = class_of("factory", 1)
    quiet = quiet_of(played)
    table = played.tables[0]
    marks = changed(table.debrief.marks, left_out=(LeftOut(quiet, LATER, True),))
    debrief = changed(table.debrief, marks=marks, left_out=(quiet,))
    return changed(played, tables=(changed(table, debrief=debrief),))


def test_whoever_was_not_scored_in_any_week_is_counted(session: PastSession) -> None:
    for language in LANGUAGES:
        library = Library(session, Branding(), language)
        said = Speech(language).say("report-left-out", count=1)
        assert any(said in text for text in words_of(library.table(session.tables[0])))


def test_their_kpi_and_how_they_were_rated_stand_on_no_page(session: PastSession) -> None:
    (table,) = session.tables
    quiet = quiet_of(class_of("factory", 1))
    words = Wording(Speech("en"), session.cast, table.words)
    library = Library(session, Branding(), "en")
    texts = list(words_of(library.table(table)))
    row = texts.index(words.name(quiet), texts.index(Speech("en").say("report-kpis")))
    assert next(text for text in texts[row + 1 :] if text) == words.unlisted
    links = by_rating(table.debrief.links, table.debrief.left_out)
    own = [link for link in links if link.provider == quiet]
    assert links[-len(own) :] == tuple(own), "last, as if nobody had rated them"
    for link in own:
        at = texts.index(words.link(link.provider, link.customer))
        assert words.unlisted in texts[at : at + 8]
        assert words.rating(link.rating) not in texts[at : at + 8]


def test_they_have_no_page_among_the_facilitators_files(session: PastSession) -> None:
    (table,) = session.tables
    quiet = table.debrief.left_out[0]
    own = tuple(changed(page, left_out=page.seat == quiet) for page in table.own)
    seats = [page.seat for page in Library(session, Branding(), "zh").seats(changed(table, own=own))]
    assert seats == [page.seat for page in table.own if page.seat != quiet]


def test_the_data_say_neither_who_they_are_nor_what_they_reached(session: PastSession) -> None:
    (table,) = session.tables
    quiet = table.debrief.left_out[0]
    (shown,) = json.loads(data(session))["tables"]
    assert "left_out" not in shown
    place = next(place for place, one in enumerate(table.debrief.kpis) if one.seat == quiet)
    assert [one["kpi"] is None for one in shown["kpis"]] == [at == place for at in range(len(shown["kpis"]))]
    assert {week["kpis"][place] for week in shown["figures"]} == {None}
    assert {link["rating"] for link in shown["links"] if link["provider"] == quiet} == {None}
    assert {fact["seat"] for fact in shown["known"]} == {fact.seat for fact in table.debrief.known} - {quiet}
    published = [one["body"] for one in shown["log"] if one["kind"] == "figures_published"]
    assert published
    assert not any(one["seat"] == quiet for body in published for one in body["seats"])
    rated = [
        one["body"] for one in shown["log"] if one["kind"] == "provider_rated" and one["body"]["provider"] == quiet
    ]
    assert rated
    assert not any("reliability" in body for body in rated)


def test_the_workbook_writes_words_where_their_figures_would_stand(session: PastSession) -> None:
    (table,) = session.tables
    words = Wording(Speech("en"), session.cast)
    with ZipFile(BytesIO(workbook(session, words, "foot"))) as packed:
        texts = packed.read("xl/sharedStrings.xml").decode()
    assert f">{words.unlisted}<" in texts
    final = [event for event in table.events if isinstance(event, FiguresPublished)][-1]
    lost = next(one for one in final.seats if one.seat == table.debrief.left_out[0])
    assert f'"seat": {lost.seat}, "kpi": {lost.kpi}' not in texts.replace("&quot;", '"')
