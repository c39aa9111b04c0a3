"""Killed at any moment, a session loses nothing that was answered, repeats nothing, and ends as if nothing had been."""

import hashlib
import itertools
import json
from dataclasses import dataclass, field
from pathlib import Path

from sandgame.host.cases import Cases
from sandgame.host.demonstration import Ending, demonstrate
from sandgame.host.players import at_once
from sandgame.host.solo import House, begin
from sandgame.rules.draw import draw
from sandgame.store.folder import open_store
from sandgame.store.records import Entry, Store
from tests.kit.rooms import CountingStore, Ticking
from tests.kit.sitting import setup
from tests.kit.tethered import started

KILLS = 20
SEED = "kills-1"
"""Another one looks elsewhere; it is printed with every failure."""
PLACES = ("before", "inside", "after", "outside")
SESSIONS = ("starter", "first-steps")
KILLS_EACH = 8
"""About so many before a session ends."""


@dataclass
class Broken:
    """A session that is killed again and again, and what it said before each death."""

    folder: Path
    case: str
    seed: int
    log: tuple[Entry, ...] = ()
    answered: list[str] = field(default_factory=list)
    unanswered: str = ""
    over: bool = False
    result: int | None = None

    def run(self, place: str, commits: int) -> None:
        """Until it ends or is killed: by itself at a place, or from outside once it has said so many commits."""
        words = [str(self.folder), self.case, str(self.seed), place, str(commits), self.unanswered]
        with started("tests.kit.sitting", words) as process:
            assert process.stdout is not None
            stored = (0, hashlib.sha256().hexdigest())
            for line in process.stdout:
                word, _, rest = line.strip().partition(" ")
                if word == "stored":
                    rows, _, digest = rest.partition(" ")
                    stored = (int(rows), digest)
                    commits -= 1
                    if place == "outside" and commits == 0:
                        process.kill()
                self.heard(word, rest)
        assert self.over or process.returncode == -9, process.returncode
        self.check(*stored)

    def heard(self, word: str, rest: str) -> None:
        if word == "sent":
            self.unanswered = rest
        elif word == "answered":
            name, stored, accepted = rest.split()
            assert stored == "True"
            assert name == json.loads(self.unanswered)["id"]
            self.unanswered = ""
            if accepted == "True":
                self.answered.append(name)
        elif word == "over":
            self.over, self.result = True, int(rest)

    def check(self, rows: int, digest: str) -> None:
        """What was there before is there, byte for byte; so is all that was said to be stored."""
        store = open_store(self.folder)
        before, self.log = self.log, whole_log(store)
        store.close()
        assert self.log[: len(before)] == before
        if rows:
            bodies = b"".join(entry.happened.body for entry in self.log[:rows])
            assert hashlib.sha256(bodies).hexdigest() == digest
        asked = [(entry.happened.seat, entry.happened.intent) for entry in self.log if entry.happened.intent]
        assert len(asked) == len(set(asked)), "something was done twice"
        assert {name for _, name in asked} >= set(self.answered), "something answered was lost"


def whole_log(store: Store) -> tuple[Entry, ...]:
    sessions = store.sessions()
    return store.read(store.session(sessions[0].session).game) if sessions else ()


@dataclass(frozen=True)
class Unbroken:
    ending: Ending
    log: tuple[Entry, ...]
    commits: int


def unbroken(case: str, seed: int) -> Unbroken:
    store = CountingStore()
    house = House(store, Ticking(), at_once)
    kept = begin(house, Cases().package(case), setup(case, seed))
    ending = demonstrate(house, kept)
    return Unbroken(ending, store.read(kept.game), len(store.commits))


def without_times(log: tuple[Entry, ...]) -> list[tuple[object, ...]]:
    return [(row.seq, one.seat, one.intent, one.kind, one.body) for row in log for one in [row.happened]]


def test_twenty_kills_lose_nothing_repeat_nothing_and_change_nothing(tmp_path: Path) -> None:
    print(f"kill points drawn with {SEED!r}")
    kills = 0
    for number in itertools.count():
        case, seed = SESSIONS[number % len(SESSIONS)], number
        whole = unbroken(case, seed)
        session = Broken(tmp_path / str(number), case, seed)
        session.folder.mkdir()
        while kills < KILLS and not session.over:
            place = PLACES[draw(f"{SEED}:{number}:place:{kills}") % len(PLACES)]
            commits = 1 + draw(f"{SEED}:{number}:commits:{kills}") % (2 * whole.commits // KILLS_EACH)
            print(f"{case} {seed}: {place} commit {commits}")
            session.run(place, commits)
            kills += not session.over
        if not session.over:
            session.run("nowhere", 0)
        assert without_times(session.log) == without_times(whole.log)
        assert session.result == whole.ending.view.table.results[-1].result
        if kills == KILLS:
            break
