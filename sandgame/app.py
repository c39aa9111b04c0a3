"""The roof: makes the objects of both towers and joins them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandgame.frames.seat import HostFrame, Seated
    from sandgame.rules.ids import Phase
    from sandgame.text.speech import Language
    from sandgame.ui.album import Moment
    from sandgame.ui.ports import Lessons, Play, Reports


def run(language: Language | None = None, data: Path | None = None) -> int:
    """Opens the window and gives the exit code when it was closed."""
    # until the first page stands nothing is thrown away: looking for it would take a tenth of the time
    gc.disable()
    from sandgame.store.folder import data_folder, has_sessions
    from sandgame.ui.program import show_program

    folder = data_folder(data)

    def open_play() -> Play:
        # database, YAML and the rest are loaded here: on another thread, when first needed
        from sandgame.host.thread import LocalPlay

        return LocalPlay(folder)

    def load_more() -> None:
        import sandgame.store.sqlite  # noqa: F401 the database is what a first session waits for longest

    def open_lessons() -> Lessons:
        # the wire is loaded when somebody joins a class or runs one
        from sandgame.net.lessons import LanLessons

        return LanLessons(folder)

    def open_reports() -> Reports:
        from sandgame.host.reports import LocalReports

        return LocalReports(folder)

    return show_program(
        open_play,
        load_more,
        folder,
        language,
        expects_sessions=has_sessions(folder),
        open_lessons=open_lessons,
        open_reports=open_reports,
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """What a demonstration left behind."""

    log: Path
    events: int
    pictures: int


SHOWN_CASE = "starter"
SHOWN_SEAT = 3
SHOWN_WEEKS = 4
PICTURED_WEEKS = (1, 2)


def demonstrate(
    folder: Path, languages: Sequence[Language], data: Path | None, tell: Callable[[str, int], None]
) -> Shown:
    """Plays a session through host and store, keeps it, and leaves its log and pictures in an existing folder.

    Raises FaultError for the store and OSError for the folder.
    """
    from sandgame.frames.lobby import SoloSetup
    from sandgame.host.cases import Cases
    from sandgame.host.demonstration import demonstrate as play
    from sandgame.host.players import at_once
    from sandgame.host.solo import House, begin
    from sandgame.host.thread import wall_clock
    from sandgame.rules.ids import SeatId
    from sandgame.store.folder import data_folder, open_store
    from sandgame.store.lines import file_of
    from sandgame.ui.album import photograph

    tell(SHOWN_CASE, SHOWN_WEEKS)
    setup = SoloSetup(SHOWN_CASE, SeatId(SHOWN_SEAT), SHOWN_WEEKS, "mixed", 0)
    watcher = Watcher()
    store = open_store(data_folder(data))
    try:
        house = House(store, wall_clock, at_once)
        ending = play(house, begin(house, Cases().package(SHOWN_CASE), setup), watcher.watch)
    finally:
        store.close()
    log = folder / "log.jsonl"
    log.write_bytes(file_of(ending.log))
    pictures = [path for language in languages for path in photograph(watcher.moments(), language, folder)]
    return Shown(log, len(ending.log), len(pictures))


class Watcher:
    """Keeps what a seat saw in each phase before it was done with it."""

    def __init__(self) -> None:
        self._frame: Seated | None = None
        self._seen: dict[tuple[int, Phase], list[Seated]] = {}

    def watch(self, frame: HostFrame) -> None:
        from sandgame.frames.seat import Seated, ViewChanged, merged

        if isinstance(frame, Seated):
            self._frame = frame
        elif isinstance(frame, ViewChanged) and self._frame is not None:
            words = frame.words if isinstance(frame.words, tuple) else self._frame.words
            old, view = self._frame, merged(self._frame.view, frame)
            self._frame = Seated(old.session, old.seat, old.cast, old.holders, frame.number, view, words)
        if self._frame is not None and self._frame.seat not in self._frame.view.table.finished:
            table = self._frame.view.table
            self._seen.setdefault((table.round, table.phase), []).append(self._frame)

    def moments(self) -> list[Moment]:
        """Each phase of the pictured weeks (Negotiate when half of it was said), and the end."""
        from sandgame.rules.ids import PHASES
        from sandgame.ui.album import Moment

        kept: list[Moment] = []
        for (week, phase), frames in self._seen.items():
            if week in PICTURED_WEEKS and phase != "over":
                frame = frames[len(frames) // 2 if phase == "negotiate" else -1]
                kept.append(Moment(f"week-{week}-{PHASES.index(phase) + 1}-{phase}", frame))
            elif phase == "over":
                kept.append(Moment("result", frames[-1]))
        return kept
