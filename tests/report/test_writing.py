"""Files of a report: whole or none, nothing overwritten unasked, what people typed left out, and a logo that is one."""

import json
from pathlib import Path
from typing import Annotated, get_args, get_origin, get_type_hints

import pytest
from msgspec.structs import replace as changed
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from sandgame.frames.past import PastSession
from sandgame.report.logo import HIGH, WIDE, NoLogoError, fitted
from sandgame.report.material import Part, Wishes
from sandgame.report.typed import ANYWHERE, OF_KIND, body_of
from sandgame.report.writing import InTheWayError, StoppedError, pieces, plain_name, write
from sandgame.rules.events import Event, MessageSent
from sandgame.rules.ids import Note, SeatId
from sandgame.rules.shapes import tag_of
from tests.kit.reports import class_of

QUICK = Wishes(("zh",), ("json", "xlsx"))


@pytest.fixture(autouse=True)
def window(qapp: QApplication) -> None:
    assert qapp is not None


@pytest.fixture
def session() -> PastSession:
    return class_of("factory", 1)


def held(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_every_form_in_every_language_is_there_once(session: PastSession) -> None:
    names = [piece.name for piece in pieces(session, Wishes())]
    assert len(names) == len(set(names))
    papers = 2 * (1 + len(session.tables) + sum(len(table.own) for table in session.tables))
    ends = [name.rsplit(".", 1)[1] for name in names]
    assert {end: ends.count(end) for end in set(ends)} == {"pdf": papers, "docx": papers, "xlsx": 2, "json": 1}


def test_papers_that_nobody_asked_for_are_not_written(session: PastSession) -> None:
    def count(*parts: Part) -> int:
        return len(list(pieces(session, Wishes(("zh",), ("pdf",), parts=parts))))

    seats = sum(len(table.own) for table in session.tables)
    assert [count("session"), count("tables"), count("departments")] == [1, len(session.tables), seats]
    assert count() == 0


def test_progress_counts_up_to_all(session: PastSession, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    written = write(session, tmp_path / "new", QUICK, progress=lambda done, of: seen.append((done, of)))
    assert seen == [(0, 2), (1, 2), (2, 2)]
    assert held(tmp_path / "new") == sorted(path.name for path in written)


def test_what_is_there_is_not_overwritten_unasked(session: PastSession, tmp_path: Path) -> None:
    (place,) = write(session, tmp_path, Wishes(formats=("json",)))
    place.write_text("mine")
    with pytest.raises(InTheWayError) as refused:
        write(session, tmp_path, Wishes(formats=("json",)))
    assert refused.value.name == place.name
    assert place.read_text() == "mine"
    write(session, tmp_path, Wishes(formats=("json",)), force=True)
    assert json.loads(place.read_bytes())["number"] == session.number


@pytest.mark.parametrize("after", [0, 1])
def test_who_stops_half_way_finds_the_folder_as_it_was(session: PastSession, tmp_path: Path, after: int) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    asked = iter([False] * after + [True] * 9)
    with pytest.raises(StoppedError):
        write(session, tmp_path, QUICK, cancelled=lambda: next(asked))
    assert held(tmp_path) == ["notes.txt"]


def test_an_interruption_leaves_no_half_file(session: PastSession, tmp_path: Path) -> None:
    def interrupt(done: int, of: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(session, tmp_path, QUICK, progress=interrupt)
    assert held(tmp_path) == []


def test_what_a_report_left_that_was_ended_by_force_goes_with_the_next_one(
    session: PastSession, tmp_path: Path
) -> None:
    (tmp_path / ".sandgame-report-x1y2").write_bytes(b"half")
    (tmp_path / ".notes").write_text("mine")
    write(session, tmp_path, Wishes(formats=("json",)))
    assert [name for name in held(tmp_path) if name.startswith(".")] == [".notes"]


def test_names_are_ones_that_every_file_system_takes() -> None:
    assert plain_name('a/b\\c: "d" <e>|f?*.pdf') == "a-b-c-d-e-f-.pdf"


def notes_of(kind: type) -> set[str]:
    """The fields of an event that hold a typed text."""
    hints = get_type_hints(kind, include_extras=True)
    return {name for name, hint in hints.items() if any(part == Note for part in (hint, *get_args(hint)))}


def test_every_text_that_an_event_may_hold_is_known_to_be_one() -> None:
    assert get_origin(Note) is Annotated
    kinds = get_args(Event)
    assert sum(bool(notes_of(kind)) for kind in kinds) > 8
    for kind in kinds:
        tag = str(kind.__struct_config__.tag)
        assert notes_of(kind) <= ANYWHERE | OF_KIND.get(tag, frozenset()), tag


def test_typed_texts_are_left_out_unless_they_are_asked_for() -> None:
    said = MessageSent(seat=SeatId(1), to=SeatId(2), text="=cmd")
    assert "cmd" not in body_of(said, typed=False)
    assert "=cmd" in body_of(said, typed=True)
    assert tag_of(said) == "message_sent"


def test_typed_texts_of_a_log_reach_no_file_unasked(session: PastSession, tmp_path: Path) -> None:
    table = session.tables[0]
    said = MessageSent(seat=SeatId(1), to=SeatId(2), text="只给你看的话")
    events = (*table.events[:2], said, *table.events[2:])
    own = changed(session, tables=(changed(table, events=events),))
    (plain,) = write(own, tmp_path / "plain", Wishes(formats=("json",)))
    assert "只给你看的话" not in plain.read_text(encoding="utf-8")
    (typed,) = write(own, tmp_path / "typed", Wishes(formats=("json",), typed=True))
    assert "只给你看的话" in typed.read_text(encoding="utf-8")


def test_a_logo_is_fitted_to_paper(tmp_path: Path) -> None:
    picture = QImage(3000, 200, QImage.Format.Format_RGB32)
    picture.fill(0x336699)
    place = tmp_path / "logo.jpg"
    assert picture.save(str(place))
    shown = QImage.fromData(fitted(place))
    assert (shown.width(), shown.height()) == (WIDE, WIDE * 200 // 3000)
    drawn = tmp_path / "logo.svg"
    drawn.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>')
    shown = QImage.fromData(fitted(drawn))
    assert (shown.width(), shown.height()) == (HIGH, HIGH)


@pytest.mark.parametrize("name", ["no.png", "text.png", "text.svg"])
def test_what_is_no_picture_is_no_logo(tmp_path: Path, name: str, recwarn: pytest.WarningsRecorder) -> None:
    if not name.startswith("no"):
        (tmp_path / name).write_text("hello")
    with pytest.raises(NoLogoError):
        fitted(tmp_path / name)
