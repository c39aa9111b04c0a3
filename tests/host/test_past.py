"""Sessions that were played: the list of all, and each as its report needs it, read where it was stored."""

import asyncio
import json
from pathlib import Path

import pytest

from sandgame.cli import main
from sandgame.frames.classroom import StartClass
from sandgame.frames.debrief import DebriefTold, KeepDebrief, TakeAway
from sandgame.frames.fault import FaultError
from sandgame.frames.lobby import SoloSetup
from sandgame.frames.past import PastSession
from sandgame.host import past as room
from sandgame.host.past import listed, past
from sandgame.host.players import at_once
from sandgame.host.solo import House, begin
from sandgame.lab.pool import CancelledError
from sandgame.rules.ids import SeatId
from sandgame.store.class_memory import MemoryClassStore
from sandgame.store.folder import open_classes
from tests.kit.cases import package
from tests.kit.debriefed import CASE, DeskHere, a_class, at_rest, leading, played_out, seated
from tests.kit.rooms import Ticking, swiftly

ALONE = SoloSetup(CASE, SeatId(3), 4, "mixed", 3)


async def taught(store: MemoryClassStore) -> tuple[str, DebriefTold]:
    """A class of one table that is over."""
    hall = a_class(store, DeskHere())
    leader, mates = leading(hall), seated(hall, 1, 1, 2)
    leader.ask(StartClass())
    await asyncio.sleep(1)
    await played_out(mates)
    await at_rest(hall)
    mates[SeatId(1)].ask(KeepDebrief(SeatId(1), take_away=TakeAway(rule="先说再做")))
    hall.close()
    return hall.session, leader.last(DebriefTold)


def test_a_class_is_read_as_it_was_told(monkeypatch: pytest.MonkeyPatch) -> None:
    store = MemoryClassStore()
    session, told = swiftly(taught(store))
    monkeypatch.setattr(room, "whole", None)
    found = past(store, session)
    (table,) = found.tables
    assert (table.debrief,) == told.tables
    assert (table.shares,) == told.shares
    assert (found.comparison, found.cast) == (told.comparison, told.cast)
    assert (table.words,) == told.words
    assert (table.people, table.rules) == (2, ("先说再做",))
    assert len(table.events) == len(table.times)
    assert found.fingerprint == package(CASE).fingerprint
    assert "token" not in PastSession.__struct_fields__


def test_what_was_never_made_is_made_once() -> None:
    store = MemoryClassStore()
    session, told = swiftly(taught(store))
    store._results.clear()
    progress: list[tuple[int, int]] = []
    found = past(store, session, progress=lambda done, of: progress.append((done, of)))
    assert (found.tables[0].debrief,) == told.tables
    assert progress == [(1, 1)]
    past(store, session, progress=lambda done, of: progress.append((done, of)))
    assert progress == [(1, 1)], "read the second time"


def test_what_an_older_program_left_in_a_shape_of_its_own_is_made_anew_once() -> None:
    store = MemoryClassStore()
    session, told = swiftly(taught(store))
    for place in store._results:
        store._results[place] = b'{"changes": [{"kind": "of old"}], "debrief": 1, "worths": 1}'
    progress: list[tuple[int, int]] = []
    for _ in range(2):
        found = past(store, session, progress=lambda done, of: progress.append((done, of)))
        assert (found.tables[0].debrief,) == told.tables
    assert progress == [(1, 1)], "read the second time"


def test_it_can_be_stopped_and_keeps_nothing_half_made() -> None:
    store = MemoryClassStore()
    session, _ = swiftly(taught(store))
    store._results.clear()
    with pytest.raises(CancelledError):
        past(store, session, cancelled=lambda: True)
    assert store._results == {}


def test_a_session_in_play_is_told_as_far_as_it_has_come_and_not_stored() -> None:
    store = MemoryClassStore()
    kept = begin(House(store, Ticking(), at_once), package(CASE), ALONE)
    assert past(store, kept.start.session).tables == ()
    assert store._results == {}
    with pytest.raises(FaultError):
        past(store, "nowhere")


def test_the_list_holds_classes_and_sessions_of_ones_own_newest_first() -> None:
    store = MemoryClassStore()
    session, _ = swiftly(taught(store))
    kept = begin(House(store, Ticking(), at_once), package(CASE), ALONE)
    rows = listed(store)
    states = {(row.id, row.tables, row.round, row.state) for row in rows}
    assert states == {(session, 1, 4, "over"), (kept.start.session, 1, 1, "playing")}
    assert {row.case for row in rows} == {CASE}


def test_the_command_lists_them_as_plain_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--lang", "zh", "--data", str(tmp_path), "sessions", "list"]
    assert main([*where, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert not list(tmp_path.iterdir()), "looking makes nothing"
    store = open_classes(tmp_path)
    kept = begin(House(store, Ticking(), at_once), package(CASE), ALONE)
    store.close()
    assert main([*where, "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    started = kept.start.started
    assert row == {"id": kept.start.session, "case": CASE, "started": started, "tables": 1, "round": 1,
                   "state": "playing", "length": kept.start.setup.length}  # fmt: skip
    assert main(where) == 0
    assert kept.start.session in capsys.readouterr().out
