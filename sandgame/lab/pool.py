"""Many tasks on many processes, in the order of the tasks; and one process beside the host for what may take long."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Task = TypeVar("Task")
Made = TypeVar("Made")

Progress = Callable[[int, int], None]
"""Told how many of how many tasks are done."""

CHUNKS = 16
"""Tasks go out in so many portions a process: enough to end together; a portion costs a fraction of a millisecond."""
MOST_AT_ONCE = 4
NICE = 10
LOWEST = 19
BELOW_NORMAL = 0x4000
"""As Windows calls the same."""


class CancelledError(Exception):
    """Whoever waited for the results wants them no longer."""


def default_jobs() -> int:
    """All cores but one, so that the computer stays usable."""
    return max(1, (os.cpu_count() or 1) - 1)


def run_all(
    work: Callable[[Task], Made],
    tasks: Sequence[Task],
    jobs: int | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Made]:
    """`work` of every task. It has to be a function of a module; with one job it runs in this process.

    Raises CancelledError as soon as `cancelled` is true between two results, and whatever `work` raises.
    """
    jobs = min(jobs or default_jobs(), len(tasks))
    results: list[Made] = []
    portion = max(1, min(MOST_AT_ONCE, len(tasks) // (jobs * CHUNKS))) if jobs else 1
    for result in each(work, tasks, jobs, portion):
        results.append(result)
        if progress is not None:
            progress(len(results), len(tasks))
        if cancelled is not None and cancelled():
            raise CancelledError
    return results


def each(work: Callable[[Task], Made], tasks: Sequence[Task], jobs: int, portion: int = 1) -> Iterator[Made]:
    """Results in the order of the tasks, as soon as there are any; closing the iterator ends the processes."""
    if jobs <= 1:
        yield from map(work, tasks)
        return
    # spawn: the same on every system, and no copy of a window or of threads
    pool = multiprocessing.get_context("spawn").Pool(jobs, initializer=_follow)
    try:
        yield from pool.imap(work, tasks, chunksize=portion)
        pool.close()
    finally:
        pool.terminate()
        pool.join()


def _follow() -> None:
    """Ctrl-C reaches every process of a terminal; the one that started the others ends them. They end with it also
    where it is broken off, whatever they are at: they hold its output, which somebody may be waiting to see closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None, "a process that nobody started"
    threading.Thread(target=_end_after, args=(parent,), name="sandgame-follow", daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


# -- one beside the host


class BrokenWorkError(Exception):
    """What the work raised, in the words of the process that did it."""


class Aside:
    """May be asked from any thread. The process is started when it is first needed, and again if it was ended."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._starting = threading.Lock()
        self._process: Any = None
        self._line: Connection | None = None
        self._ended = False

    def make_ready(self) -> None:
        """Starts it before it is needed; loading takes a second."""
        with suppress(CancelledError):
            self._started()

    def ask(self, work: Callable[[Task], Made], task: Task) -> Made:
        """`work` of the task, a function of a module; waits. Raises CancelledError if it was ended meanwhile, and
        BrokenWorkError for what `work` raises."""
        with self._turn:
            line = self._started()
            try:
                line.send((work, task))
                done, made = line.recv()
            except (EOFError, OSError) as error:
                self._clear()
                raise CancelledError from error
        if not done:
            raise BrokenWorkError(made)
        found: Made = made
        return found

    def end(self) -> None:
        """Whatever is under way is dropped; nothing is begun any more."""
        self._ended = True
        self._clear()

    def _started(self) -> Connection:
        with self._starting:
            if self._ended:
                raise CancelledError
            if self._line is None:
                context = multiprocessing.get_context("spawn")
                self._line, there = context.Pipe()
                self._process = context.Process(target=_serve, args=(there,), daemon=True)
                self._process.start()
                if os.name != "nt":
                    # from its first moment: loading takes longer than most of its work; one that is gone needs nothing
                    with suppress(OSError):
                        step_back(self._process.pid)
                # only the process holds its end: so each hears when the other is gone
                there.close()
            return self._line

    def _clear(self) -> None:
        with self._starting:
            process, line = self._process, self._line
            self._process = self._line = None
        if process is not None:
            process.terminate()
            process.join()
        if line is not None:
            line.close()


def _serve(line: Connection) -> None:
    """In the process, until whoever started it is gone."""
    _follow()
    if os.name == "nt":
        step_back()
    with suppress(EOFError, OSError):
        while True:
            work, task = line.recv()
            try:
                answer = True, work(task)
            except Exception as error:  # noqa: BLE001 it is told to whoever asked
                answer = False, f"{type(error).__name__}: {error}"
            line.send(answer)


def step_back(process: int = 0) -> None:
    """Play comes first. `process` was just started from here, 0 is this one; on Windows each does it for itself."""
    if os.name == "nt":
        import ctypes

        kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore] # Windows only
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), BELOW_NORMAL)
    else:
        os.setpriority(os.PRIO_PROCESS, process, min(LOWEST, os.getpriority(os.PRIO_PROCESS, 0) + NICE))
