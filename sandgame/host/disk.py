"""A thread that waits for the disk while the loop of its host goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import SimpleQueue


class Landing:
    """A write on its way to the disk."""

    def __init__(self, write: Callable[[], None]) -> None:
        self._write = write
        self._error: Exception | None = None
        self._ended = threading.Event()

    def run(self) -> None:
        try:
            self._write()
        except Exception as error:  # noqa: BLE001 raised where it is waited for
            self._error = error
        self._ended.set()

    def wait(self) -> None:
        """Until it has landed. Raises what the write raises."""
        self._ended.wait()
        if self._error is not None:
            raise self._error


class Disk:
    """One write after the other. `then` is called in the thread."""

    def __init__(self) -> None:
        self._writes: SimpleQueue[tuple[Landing, Callable[[Landing], None]] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="sandgame-disk", daemon=True)
        self._thread.start()

    def put(self, write: Callable[[], None], then: Callable[[Landing], None]) -> Landing:
        landing = Landing(write)
        self._writes.put((landing, then))
        return landing

    def close(self) -> None:
        """When all has landed."""
        self._writes.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (put := self._writes.get()) is not None:
            landing, then = put
            landing.run()
            then(landing)


@contextmanager
def disk() -> Iterator[Disk]:
    opened = Disk()
    try:
        yield opened
    finally:
        opened.close()
