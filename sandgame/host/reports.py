"""Reports for a window: each is written by a process of its own: neither the window nor a class waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from sandgame.frames.saving import Hindrance, NotSaved, ReportWish, Saved, SavingNews, read_line
from sandgame.lab.child import PROGRAM, Child
from sandgame.store.folder import data_folder

LOG = "report.log"
PATIENCE = 15.0
"""Seconds that a window that closes waits for a report that it has stopped; that one ends by itself all the same."""
Listener = Callable[[SavingNews], None]


class LocalReports:
    """Of sessions on this computer. `program` is another where it is tried."""

    def __init__(self, folder: Path | None = None, program: Sequence[str] = PROGRAM) -> None:
        self._folder = data_folder(folder)
        self._program = program
        self._under_way: list[_Run] = []

    def save(self, wish: ReportWish, listener: Listener) -> Callable[[], None]:
        """Told on another thread; `Saved` or `NotSaved` is the last. What it gives back stops it, without waiting."""
        self._under_way = [run for run in self._under_way if run.under_way]
        words = [*self._program, "--data", str(self._folder), "report", *words_of(wish)]
        run = _Run(words, self._folder / LOG, listener)
        self._under_way.append(run)
        run.start()
        return run.stop

    def close(self) -> None:
        """Stops what is under way, and waits for it."""
        for run in self._under_way:
            run.stop()
        for run in self._under_way:
            run.wait()


class _Run:
    """One report, from its process' start to its end, on a thread of its own."""

    def __init__(self, words: Sequence[str], log: Path, listener: Listener) -> None:
        self._words, self._log, self._listener = words, log, listener
        self._thread = threading.Thread(target=self._follow, name="sandgame-report", daemon=True)
        self._turn = threading.Lock()
        self._stopped = False
        self._child: Child | None = None

    def start(self) -> None:
        self._thread.start()

    @property
    def under_way(self) -> bool:
        return self._thread.is_alive()

    def wait(self) -> None:
        self._thread.join(PATIENCE)

    def stop(self) -> None:
        with self._turn:
            self._stopped = True
            if self._child is not None:
                self._child.release()

    def _follow(self) -> None:
        last: SavingNews | None = None
        try:
            child = self._started()
        except OSError:
            child = None
        if child is not None:
            for line in child.lines():
                news = read_line(line)
                if news is None:
                    continue
                last = news
                if not isinstance(news, Saved | NotSaved):
                    self._listener(news)
            with self._turn:
                child.release()
            child.wait()
        self._listener(last if isinstance(last, Saved | NotSaved) else NotSaved(Hindrance.BROKEN, str(self._log)))

    def _started(self) -> Child:
        with self._turn:
            child = self._child = Child(self._words, self._log, heeds=True)
            if self._stopped:
                child.release()
            return child


def words_of(wish: ReportWish) -> list[str]:
    """As they would be typed; what was written by people stands behind a sign of equality, whatever it begins with."""
    words = [wish.session, "--out", wish.folder, "--lines", "--lang", ",".join(wish.languages)]
    words += ["--format", ",".join(wish.formats)]
    if wish.parts:
        words += ["--parts", ",".join(wish.parts)]
    if wish.logo:
        words += ["--logo", wish.logo]
    words += [f"--name={wish.name}", f"--closing={wish.closing}"]
    return [*words, "--force"] if wish.replace else words
