"""Many tasks on many processes: results in the order of the tasks, whatever the number of jobs."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Task = TypeVar("Task")
Made = TypeVar("Made")

Progress = Callable[[int, int], None]
"""Told how many of how many tasks are done."""

CHUNKS = 16
"""Tasks go out in so many portions a process: enough to end together; a portion costs a fraction of a millisecond."""
MOST_AT_ONCE = 4


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
    pool = multiprocessing.get_context("spawn").Pool(jobs, initializer=_ignore_interrupts)
    try:
        yield from pool.imap(work, tasks, chunksize=portion)
        pool.close()
    finally:
        pool.terminate()
        pool.join()


def _ignore_interrupts() -> None:
    """Ctrl-C reaches every process of a terminal; the one that started the others ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
