"""Classes in the store: several tables in one session, who holds which seat, apart from the sessions of this laptop."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from sandgame.frames.classroom import ClassSetup, KeepCard, Marked
from sandgame.frames.fault import Fault, FaultError
from sandgame.rules.ids import SeatId
from sandgame.store.class_memory import MemoryClassStore
from sandgame.store.class_sqlite import SqliteClassStore
from sandgame.store.classes import ClassStore, Watcher
from sandgame.store.folder import open_classes
from sandgame.store.records import Holding
from sandgame.store.schema import STEPS
from tests.kit.sessions import a_session, entries, game_started, happened, phase_started

SETUP = ClassSetup("trial", 2, 2)
LOG = [game_started()]


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ClassStore]:
    opened = MemoryClassStore() if request.param == "memory" else open_classes(tmp_path)
    yield opened
    opened.close()


def test_a_class_comes_back_with_its_tables_and_who_sits_where(store: ClassStore) -> None:
    kept = store.create_class(a_session("class-1"), SETUP, [LOG, LOG])
    assert len(kept.games) == 2
    person = Holding(SeatId(2), "person", "competing", "周", "hash", people=3, scored=False)
    store.hold([(kept.games[1], person)])
    store.note_class("class-1", SETUP, "playing")
    back = store.kept_class("class-1")
    assert (back.setup, back.state, back.games) == (SETUP, "playing", kept.games)
    assert back.package == kept.package
    assert back.rosters[0] == kept.rosters[0]
    assert back.rosters[1][1] == person
    assert [len(store.read(game)) for game in back.games] == [1, 1]


def test_an_observer_and_the_cards_are_kept_and_go_with_the_class(store: ClassStore) -> None:
    game = store.create_class(a_session("class-1"), SETUP, [LOG, LOG]).games[1]
    card = KeepCard(1, (Marked("warned", "clearly", "x"),), "y")
    store.keep_watcher(game, Watcher("b", SeatId(2)))
    store.keep_watcher(game, Watcher("a", SeatId(1)))
    store.keep_watcher(game, Watcher("b", SeatId(2), (card,)))
    assert store.watchers(game) == (Watcher("a", SeatId(1)), Watcher("b", SeatId(2), (card,)))
    store.delete("class-1")
    assert store.watchers(game) == ()


def test_classes_are_no_sessions_of_this_laptop(store: ClassStore) -> None:
    store.create(a_session("alone"), LOG)
    store.create_class(a_session("class-1"), SETUP, [LOG, LOG])
    store.create_class(a_session("class-2"), SETUP, [LOG])
    assert [reached.session for reached in store.sessions()] == ["alone"]
    assert store.classes() == ("class-2", "class-1")
    with pytest.raises(FaultError) as none:
        store.kept_class("alone")
    assert none.value.fault == Fault.NO_SUCH_SESSION


def test_events_of_all_tables_go_in_together_or_not_at_all(store: ClassStore) -> None:
    kept = store.create_class(a_session("class-1"), SETUP, [LOG, LOG])
    one, other = kept.games
    store.append([*entries(one, 1, happened()), *entries(other, 1, happened())])
    with pytest.raises(FaultError):
        store.append([*entries(one, 2, happened()), *entries(other, 1, happened())])
    assert [len(store.read(game)) for game in kept.games] == [2, 2]


def test_a_deleted_class_is_gone_with_its_tables(store: ClassStore) -> None:
    kept = store.create_class(a_session("class-1"), SETUP, [LOG, LOG])
    store.delete("class-1")
    assert store.classes() == ()
    assert [store.read(game) for game in kept.games] == [(), ()]


def test_seats_of_several_tables_change_hands_together(store: ClassStore) -> None:
    one, other = store.create_class(a_session("class-1"), SETUP, [LOG, LOG]).games
    here, there = Holding(SeatId(1), "person", None, None, "hash"), Holding(SeatId(1), "bot", "avoiding", "吴")
    store.hold([(one, here), (other, there)])
    rosters = store.kept_class("class-1").rosters
    assert [roster[0] for roster in rosters] == [here, there]


def test_past_classes_are_listed_newest_first_with_how_far_they_came(store: ClassStore) -> None:
    one = store.create_class(a_session("class-1"), SETUP, [LOG, LOG])
    store.create_class(a_session("class-2"), SETUP, [LOG, LOG])
    store.append(entries(one.games[1], 1, phase_started(1, "brief"), phase_started(2, "plan")))
    store.hold([(one.games[1], Holding(SeatId(2), "person", None, None, "hash", people=3))])
    store.note_class("class-1", SETUP, "over")
    newest, oldest = store.past_classes()
    assert (newest.session, newest.round, newest.state) == ("class-2", 1, "lobby")
    assert (oldest.number, oldest.session, oldest.round, oldest.state) == (1, "class-1", 2, "over")
    assert (oldest.case, oldest.title.en, oldest.tables, oldest.length) == ("trial", "title", 2, 2)
    assert oldest.people == newest.people + 3


def test_a_class_that_is_not_there_cannot_be_deleted(store: ClassStore) -> None:
    with pytest.raises(FaultError) as none:
        store.delete("class-1")
    assert none.value.fault == Fault.NO_SUCH_SESSION


@pytest.mark.parametrize("version", range(1, len(STEPS)))
def test_a_database_of_every_version_before_is_taken_over(tmp_path: Path, version: int) -> None:
    old = sqlite3.connect(tmp_path / "sessions.sqlite")
    for step in STEPS[:version]:
        for statement in step:
            old.execute(statement)
    old.execute("INSERT INTO sessions VALUES (1, 'old', 'trial', '2026-03-02', x'7b7d', x'7b7d', x'7b7d', x'7b7d')")
    old.execute("INSERT INTO games VALUES (1, 'old', 1)")
    old.execute("INSERT INTO roster (game, seat, holder) VALUES (1, 2, 'person')")
    old.execute(f"PRAGMA user_version = {version}")
    old.commit()
    old.close()
    store = SqliteClassStore(tmp_path / "sessions.sqlite")
    store.create_class(a_session("class-1"), SETUP, [LOG])
    assert store.classes() == ("class-1",)
    with store.reading() as connection:
        held = connection.exec_driver_sql("SELECT people, scored FROM roster WHERE game = 1").all()
    assert held == [(1, 1)], "who sat there sat there alone, and counts"
    store.close()
