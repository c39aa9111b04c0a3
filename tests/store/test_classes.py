"""Classes in the store: several tables in one session, who holds which seat, apart from the sessions of this laptop."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from sandgame.frames.classroom import ClassSetup
from sandgame.frames.fault import Fault, FaultError
from sandgame.rules.ids import SeatId
from sandgame.store.class_sqlite import SqliteClassStore
from sandgame.store.records import Holding
from sandgame.store.schema import STEPS
from tests.kit.sessions import a_session, entries, game_started, happened

SETUP = ClassSetup("trial", 2, 2)
LOG = [game_started()]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteClassStore]:
    opened = SqliteClassStore(tmp_path / "sessions.sqlite")
    yield opened
    opened.close()


def test_a_class_comes_back_with_its_tables_and_who_sits_where(store: SqliteClassStore) -> None:
    kept = store.create_class(a_session("class-1"), SETUP, [LOG, LOG])
    assert len(kept.games) == 2
    person = Holding(SeatId(2), "person", "competing", None, "hash")
    store.hold(kept.games[1], person)
    store.note_class("class-1", SETUP, "playing")
    back = store.kept_class("class-1")
    assert (back.setup, back.state, back.games) == (SETUP, "playing", kept.games)
    assert back.package == kept.package
    assert back.rosters[0] == kept.rosters[0]
    assert back.rosters[1][1] == person
    assert [len(store.read(game)) for game in back.games] == [1, 1]


def test_classes_are_no_sessions_of_this_laptop(store: SqliteClassStore) -> None:
    store.create(a_session("alone"), LOG)
    store.create_class(a_session("class-1"), SETUP, [LOG, LOG])
    store.create_class(a_session("class-2"), SETUP, [LOG])
    assert [reached.session for reached in store.sessions()] == ["alone"]
    assert store.classes() == ("class-2", "class-1")
    with pytest.raises(FaultError) as none:
        store.kept_class("alone")
    assert none.value.fault == Fault.NO_SUCH_SESSION


def test_events_of_all_tables_go_in_together_or_not_at_all(store: SqliteClassStore) -> None:
    kept = store.create_class(a_session("class-1"), SETUP, [LOG, LOG])
    one, other = kept.games
    store.append([*entries(one, 1, happened()), *entries(other, 1, happened())])
    with pytest.raises(FaultError):
        store.append([*entries(one, 2, happened()), *entries(other, 1, happened())])
    assert [len(store.read(game)) for game in kept.games] == [2, 2]


def test_a_deleted_class_is_gone_with_its_tables(store: SqliteClassStore) -> None:
    kept = store.create_class(a_session("class-1"), SETUP, [LOG, LOG])
    store.delete("class-1")
    assert store.classes() == ()
    assert [store.read(game) for game in kept.games] == [(), ()]


def test_a_database_from_before_there_were_classes_is_taken_over(tmp_path: Path) -> None:
    old = sqlite3.connect(tmp_path / "sessions.sqlite")
    for statement in STEPS[0]:
        old.execute(statement)
    old.execute("PRAGMA user_version = 1")
    old.close()
    store = SqliteClassStore(tmp_path / "sessions.sqlite")
    store.create_class(a_session("class-1"), SETUP, [LOG])
    assert store.classes() == ("class-1",)
    store.close()
