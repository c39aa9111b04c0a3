"""All files of a session's report into a folder: whole or not at all, one after the other, stopped when asked."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sandgame.frames.past import PastSession
from sandgame.report.material import Wishes
from sandgame.report.session import Library
from sandgame.report.wording import Wording
from sandgame.text.speech import Language, Speech

Progress = Callable[[int, int], None]
HIDDEN = ".sandgame-report-"
"""How a file is called until all are made."""


class StoppedError(Exception):
    """Asked to end; nothing that was begun is left."""


class InTheWayError(Exception):
    """A file of this name is there already, and nobody said that it may go."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class Piece:
    """A file to be written, and how its bytes are made."""

    name: str
    make: Callable[[], bytes]


def write(
    session: PastSession,
    folder: Path,
    wishes: Wishes,
    *,
    force: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Path, ...]:
    """The paths in order. Raises InTheWayError before anything is made, StoppedError, OSError and UnsoundPaperError.

    All is made beside its place first and moved there in the end: who stops half-way finds the folder as it was.
    """
    wanted = list(pieces(session, wishes))
    if not force:
        for piece in wanted:
            if (folder / piece.name).exists():
                raise InTheWayError(piece.name)
    folder.mkdir(parents=True, exist_ok=True)
    _clear(folder)
    waiting: list[tuple[Path, Path]] = []
    try:
        for done, piece in enumerate(wanted):
            if cancelled is not None and cancelled():
                raise StoppedError
            if progress is not None:
                progress(done, len(wanted))
            waiting.append((_beside(folder, piece), folder / piece.name))
        for temporary, place in waiting:
            place.parent.mkdir(parents=True, exist_ok=True)
            temporary.replace(place)
    finally:
        for temporary, _ in waiting:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    if progress is not None:
        progress(len(wanted), len(wanted))
    return tuple(place for _, place in waiting)


def _clear(folder: Path) -> None:
    """What a report left that was ended by force: nobody else would ever take it away."""
    for left in folder.glob(f"{HIDDEN}*"):
        with suppress(OSError):
            left.unlink()


def _beside(folder: Path, piece: Piece) -> Path:
    """The bytes in a hidden file of the same folder."""
    made = piece.make()
    handle, name = tempfile.mkstemp(prefix=HIDDEN, dir=folder)
    place = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(made)
        # the mask of the process, not mkstemp's own: others may read a report
        place.chmod(0o644)
    except BaseException:
        place.unlink(missing_ok=True)
        raise
    return place


def pieces(session: PastSession, wishes: Wishes) -> Iterator[Piece]:
    """Every file that is asked for; JSON is one for both languages."""
    starts = {language: _start(session, language) for language in wishes.languages}
    for language, start in starts.items():
        yield from _papers(session, wishes, language, start)
        if "xlsx" in wishes.formats:
            name = f"{start}-{Speech(language).say('report-file-book')}-{language}.xlsx"
            yield Piece(plain_name(name), partial(_book, session, wishes, language))
    if "json" in wishes.formats:
        start = next(iter(starts.values()), _start(session, "zh"))
        yield Piece(plain_name(f"{start}.json"), partial(_data, session, wishes))


def _start(session: PastSession, language: Language) -> str:
    """What people call the case, and the number that they know the session by."""
    title = session.cast.title
    return f"{title.zh if language == 'zh' else title.en}-{session.number}"


def _papers(session: PastSession, wishes: Wishes, language: Language, start: str) -> Iterator[Piece]:
    """PDF and Word: the session's, each table's, and each department's own in a folder of its own."""
    library, say = Library(session, wishes.branding, language), Speech(language).say
    papers: list[tuple[str, str, Callable[[], object]]] = []
    if "session" in wishes.parts:
        papers.append((say("report-file-session"), "", library.session))
    for place, table in enumerate(session.tables):
        number = table.debrief.table
        if "tables" in wishes.parts:
            papers.append((say("report-file-table", table=number), "", partial(library.table, table)))
        for own in library.seats(table) if "departments" in wishes.parts else ():
            name = Wording(library.speech, session.cast).name(own.seat)
            label = say("report-file-department", table=number, department=name)
            papers.append((label, say("report-departments"), partial(library.department, place, own.seat)))
    for label, inside, document in papers:
        for form in ("pdf", "docx"):
            if form in wishes.formats:
                name = plain_name(f"{start}-{label}-{language}.{form}")
                make = partial(_paper, document, form, session.started)
                yield Piece(f"{inside}/{name}" if inside else name, make)


def _paper(document: Callable[[], object], form: str, started: str) -> bytes:
    from sandgame.report.document import Document
    from sandgame.report.pdf import pdf
    from sandgame.report.word import docx

    made = document()
    assert isinstance(made, Document)
    return pdf(made) if form == "pdf" else docx(made, started)


def _book(session: PastSession, wishes: Wishes, language: Language) -> bytes:
    from sandgame.report.excel import workbook
    from sandgame.report.packing import steady

    library = Library(session, wishes.branding, language)
    return steady(workbook(session, library.words, library.foot(), typed=wishes.typed))


def _data(session: PastSession, wishes: Wishes) -> bytes:
    from sandgame.report.data import data

    return data(session, typed=wishes.typed)


def plain_name(name: str) -> str:
    """A name that every file system takes."""
    return re.sub(r'[\\/:*?"<>|\s\x00-\x1f]+', "-", name).strip("-.")
