"""A program that plays a demonstration session and says on its output what it has done, until it ends or is killed.

python -m tests.kit.sitting FOLDER CASE SEED PLACE COMMITS [UNANSWERED]: goes on with the session that the folder holds,
or begins one; kills itself at PLACE of the commit with that number: before it, inside it (rows written, not committed)
or after it (committed, nobody told). At any other PLACE it plays on.
"""

import hashlib
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import event

from sandgame.frames.lobby import SoloSetup
from sandgame.frames.seat import Answered, HostFrame
from sandgame.host.cases import Cases
from sandgame.host.demonstration import demonstrate
from sandgame.host.players import at_once
from sandgame.host.solo import House, begin
from sandgame.host.thread import wall_clock
from sandgame.rules.ids import SeatId
from sandgame.store.folder import DATABASE
from sandgame.store.records import Entry
from sandgame.store.sqlite import SqliteStore


def say(*words: object) -> None:
    print(*words, flush=True)


class Announcing(SqliteStore):
    """Says after each commit how many events are stored, and the hash of their bytes."""

    def __init__(self, path: Path, place: str, commits: int) -> None:
        super().__init__(path)
        self.place, self.left = place, commits
        self.hash, self.rows = hashlib.sha256(), 0
        event.listen(self._engine, "commit", lambda _connection: self.die_at("inside"))

    def die_at(self, place: str) -> None:
        if place == self.place and self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def append(self, batch: Sequence[Entry]) -> None:
        self.left -= 1
        self.die_at("before")
        super().append(batch)
        self.die_at("after")
        self.count(batch)
        say("stored", self.rows, self.hash.hexdigest())

    def count(self, batch: Sequence[Entry]) -> None:
        for entry in batch:
            self.hash.update(entry.happened.body)
        self.rows += len(batch)


def setup(case: str, seed: int) -> SoloSetup:
    length = Cases().package(case).scenario.lengths[0]
    return SoloSetup(case=case, seat=SeatId(1), length=length, colleagues="mixed", seed=seed)


def heard(frame: HostFrame) -> None:
    if isinstance(frame, Answered):
        say("answered", frame.id, frame.stored, frame.refusal is None)


def main(folder: str, case: str, seed: str, place: str, commits: str, unanswered: str = "") -> None:
    store = Announcing(Path(folder) / DATABASE, place, int(commits))
    house = House(store, wall_clock, at_once)
    known = store.sessions()
    new = not known
    kept = begin(house, Cases().package(case), setup(case, int(seed))) if new else store.session(known[0].session)
    store.count(store.read(kept.game))
    ending = demonstrate(
        house, kept, heard, lambda data: say("sent", data.decode()), unanswered.encode() if unanswered else None
    )
    say("over", ending.view.table.results[-1].result)
    assert not any(name.startswith("PySide6") for name in sys.modules)
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
