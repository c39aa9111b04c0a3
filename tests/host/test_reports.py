"""Reports written by a process of their own: what it says is told, it can be stopped, and nothing half is left."""

from __future__ import annotations

import json
import queue
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from sandgame.frames.fault import Fault
from sandgame.frames.lobby import SoloSetup
from sandgame.frames.saving import (
    Hindrance,
    NotSaved,
    Reckoned,
    ReportWish,
    Saved,
    SavingNews,
    Written,
    as_line,
    read_line,
)
from sandgame.host.demonstration import demonstrate, ignore
from sandgame.host.players import at_once
from sandgame.host.reports import LOG, LocalReports, words_of
from sandgame.host.solo import House, begin
from sandgame.rules.ids import SeatId
from sandgame.store.folder import open_store
from tests.kit.cases import package
from tests.kit.rooms import Ticking

CASE = "starter"
WISH = ReportWish("a-session", "/there", ("zh",), ("pdf", "json"), ("session",), name="--name", closing="-- 谢谢")
ALL = (Reckoned(1, 2), Written(3, 9), Saved(9, "/there"), NotSaved(Hindrance.DATA, "x", Fault.NEWER))


@pytest.mark.parametrize("news", ALL)
def test_a_line_says_what_was_meant(news: SavingNews) -> None:
    assert read_line(as_line(news).encode()) == news


@pytest.mark.parametrize("line", [b"", b"a library speaks", b"{}", b'{"type":"saved"}', b"[" * 5000, b"\xff"])
def test_a_line_that_is_none_is_passed_over(line: bytes) -> None:
    assert read_line(line) is None


def test_what_people_wrote_is_never_read_as_an_option() -> None:
    from argparse import ArgumentParser

    from sandgame.report.command import arguments
    from sandgame.text.speech import Speech

    parser = ArgumentParser()
    arguments(parser, Speech("en"))
    args = parser.parse_args(words_of(replace(WISH, replace=True)))
    assert (args.name, args.closing, args.force, args.lines) == ("--name", "-- 谢谢", True, True)
    assert (args.languages, args.formats, args.parts) == (("zh",), ("pdf", "json"), ("session",))


class Heard:
    """One report at a time, to its end."""

    def __init__(self, reports: LocalReports) -> None:
        self._reports = reports

    def save(self, wish: ReportWish, stop_at: Callable[[SavingNews], bool] = lambda _news: False) -> list[SavingNews]:
        heard: queue.Queue[SavingNews] = queue.Queue()
        stop = self._reports.save(wish, heard.put)
        told: list[SavingNews] = []
        while not told or not isinstance(told[-1], Saved | NotSaved):
            told.append(heard.get(timeout=120))
            if stop_at(told[-1]):
                stop()
        return told


@pytest.fixture
def fake(tmp_path: Path) -> Iterator[Callable[[str], list[SavingNews]]]:
    made: list[LocalReports] = []

    def run(program: str) -> list[SavingNews]:
        reports = LocalReports(tmp_path, (sys.executable, "-c", program))
        made.append(reports)
        return Heard(reports).save(WISH)

    yield run
    for reports in made:
        reports.close()


def test_news_come_in_order_and_noise_between_them_does_not(fake: Callable[[str], list[SavingNews]]) -> None:
    said = "\n".join(f"print({as_line(news)!r})\nprint('noise')" for news in ALL[:3])
    assert fake(said) == list(ALL[:3])


@pytest.mark.parametrize("program", ["", "1 / 0", f"print({as_line(Written(1, 2))!r})"])
def test_a_process_that_ends_without_a_word_has_left_its_complaints(
    fake: Callable[[str], list[SavingNews]], program: str, tmp_path: Path
) -> None:
    assert fake(program)[-1] == NotSaved(Hindrance.BROKEN, str(tmp_path / LOG))
    assert ("ZeroDivisionError" in (tmp_path / LOG).read_text()) == (program == "1 / 0")


def test_a_program_that_is_not_there_is_said_too(tmp_path: Path) -> None:
    reports = LocalReports(tmp_path, (str(tmp_path / "nothing"),))
    assert Heard(reports).save(WISH) == [NotSaved(Hindrance.BROKEN, str(tmp_path / LOG))]
    reports.close()


def test_whoever_closes_stops_what_is_under_way(tmp_path: Path) -> None:
    said = as_line(NotSaved(Hindrance.STOPPED))
    reports = LocalReports(tmp_path, (sys.executable, "-c", f"import sys; sys.stdin.read(); print({said!r})"))
    told: list[SavingNews] = []
    reports.save(WISH, told.append)
    reports.close()
    assert told == [NotSaved(Hindrance.STOPPED)]


def test_a_session_that_was_played_becomes_files(tmp_path: Path) -> None:
    """The whole way: played, stored, asked for, written by a process of its own; asked again; stopped; replaced."""
    store = open_store(tmp_path / "data")
    house = House(store, Ticking(), at_once)
    kept = begin(house, package(CASE), SoloSetup(CASE, SeatId(3), 4, "mixed", 3))
    demonstrate(house, kept, ignore)
    store.close()
    reports = LocalReports(tmp_path / "data")
    heard, out = Heard(reports), tmp_path / "documents" / "课程报告 2041"
    wish = replace(WISH, session=kept.start.session, folder=str(out), name="示例培训")
    stopped = heard.save(replace(wish, formats=("pdf", "docx")), lambda news: isinstance(news, Written))
    assert stopped[-1] == NotSaved(Hindrance.STOPPED)
    assert not out.exists()
    told = heard.save(wish)
    assert told[-3:] == [Written(1, 2), Written(2, 2), Saved(2, str(out))]
    paper, data = sorted(out.iterdir(), key=lambda path: path.suffix, reverse=True)
    assert paper.read_bytes().startswith(b"%PDF")
    assert json.loads(data.read_bytes())
    before = data.stat().st_mtime_ns
    assert heard.save(wish) == [NotSaved(Hindrance.IN_THE_WAY, paper.name)]
    assert data.stat().st_mtime_ns == before
    assert heard.save(replace(wish, replace=True, formats=("json",)))[-1] == Saved(1, str(out))
    lost = heard.save(replace(wish, session="nowhere"))
    assert isinstance(lost[-1], NotSaved)
    assert (lost[-1].why, lost[-1].fault) == (Hindrance.DATA, Fault.NO_SUCH_SESSION)
    assert {path.name for path in out.iterdir()} == {paper.name, data.name}
    reports.close()
