"""What only a file can do: outlive its program, be held by another, be damaged, be full, be copied."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from sandgame.frames.fault import Fault, FaultError
from sandgame.store.folder import DATABASE, VARIABLE, data_folder, has_sessions, open_store
from sandgame.store.schema import META, STEPS
from sandgame.store.sqlite import SqliteStore, _driver
from tests.kit.sessions import a_session, entries, game_started, happened


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / DATABASE, patience_ms=0)
    yield store
    store.close()


def direct(store: SqliteStore, statement: str) -> list[object]:
    """Says something to the store's own connection."""
    with store._reader.connect() as connection:
        return [row[0] for row in _driver(connection).execute(statement).fetchall()]


def fault_of(path: Path) -> Fault:
    with pytest.raises(FaultError) as caught:
        open_store(path)
    assert str(path) in caught.value.place
    return caught.value.fault


def test_a_log_outlives_its_program(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    kept = store.create(a_session(), (game_started(), happened()))
    log = store.read(kept.game)
    store.close()
    again = open_store(tmp_path)
    assert again.read(kept.game) == log
    assert again.session("trial-1") == kept
    again.close()


def test_every_write_is_on_the_disk_when_it_is_answered(store: SqliteStore) -> None:
    pragmas = {name: direct(store, f"PRAGMA {name}") for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert pragmas == {"journal_mode": ["wal"], "synchronous": [2], "foreign_keys": [1]}


def test_a_batch_is_one_transaction(store: SqliteStore) -> None:
    kept = store.create(a_session(), ())
    said: list[str] = []
    with store._reader.connect() as connection:
        _driver(connection).set_trace_callback(said.append)
    store.append(entries(kept.game, 0, happened(), happened(), happened()))
    assert [word for word in said if word.startswith(("BEGIN", "COMMIT"))] == ["BEGIN IMMEDIATE", "COMMIT"]


def test_the_steps_make_the_tables_that_are_read(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    engine = create_engine(f"sqlite:///{tmp_path / DATABASE}")
    tables = inspect(engine)
    made = {name: {column["name"] for column in tables.get_columns(name)} for name in tables.get_table_names()}
    assert made == {table.name: {column.name for column in table.columns} for table in META.sorted_tables}
    engine.dispose()


def test_a_database_that_another_program_holds_is_locked(store: SqliteStore, tmp_path: Path) -> None:
    kept = store.create(a_session(), ())
    other = sqlite3.connect(tmp_path / DATABASE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(FaultError) as caught:
        store.append(entries(kept.game, 0, happened()))
    assert caught.value.fault is Fault.LOCKED
    other.execute("ROLLBACK")
    other.close()
    store.append(entries(kept.game, 0, happened()))
    assert len(store.read(kept.game)) == 1


def test_a_full_disk_loses_only_what_was_not_answered(store: SqliteStore) -> None:
    kept = store.create(a_session(), (game_started(),))
    pages = direct(store, "PRAGMA page_count")[0]
    direct(store, f"PRAGMA max_page_count = {pages}")
    with pytest.raises(FaultError) as caught:
        store.append(entries(kept.game, 1, happened(b"x" * 100_000)))
    assert caught.value.fault is Fault.FULL
    assert len(store.read(kept.game)) == 1
    direct(store, "PRAGMA max_page_count = 1000000")
    store.append(entries(kept.game, 1, happened(b"x" * 100_000)))
    assert len(store.read(kept.game)) == 2


def test_a_disk_that_may_only_be_read_is_named(store: SqliteStore) -> None:
    direct(store, "PRAGMA query_only = ON")
    with pytest.raises(FaultError) as caught:
        store.create(a_session(), ())
    assert caught.value.fault is Fault.READ_ONLY
    assert store.sessions() == ()


def test_a_file_that_is_no_database_is_corrupt(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"once upon a time " * 500)
    assert fault_of(tmp_path) is Fault.CORRUPT


def test_a_damaged_database_is_corrupt(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.create(a_session(), [happened(b"x" * 900) for _ in range(100)])
    store.close()
    data = bytearray((tmp_path / DATABASE).read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    (tmp_path / DATABASE).write_bytes(data)
    damaged = open_store(tmp_path)
    with pytest.raises(FaultError) as caught:
        damaged.sessions()
    assert caught.value.fault is Fault.CORRUPT
    damaged.close()


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    newer = sqlite3.connect(tmp_path / DATABASE)
    newer.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    newer.close()
    assert fault_of(tmp_path) is Fault.NEWER


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert fault_of(tmp_path / "file" / "data") is Fault.FOLDER


def test_a_place_that_holds_something_else_is_named(tmp_path: Path) -> None:
    (tmp_path / DATABASE).mkdir()
    assert fault_of(tmp_path) is Fault.FOLDER


def test_a_backup_holds_all_that_was_answered(store: SqliteStore, tmp_path: Path) -> None:
    kept = store.create(a_session(), (game_started(), happened()))
    store.backup(tmp_path / "copy.sqlite")
    copy = SqliteStore(tmp_path / "copy.sqlite")
    assert copy.read(kept.game) == store.read(kept.game)
    copy.close()


def test_a_backup_to_nowhere_is_named(store: SqliteStore, tmp_path: Path) -> None:
    with pytest.raises(FaultError) as caught:
        store.backup(tmp_path / "nowhere" / "copy.sqlite")
    assert caught.value.fault is Fault.FOLDER


def test_the_folder_is_the_one_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    own = data_folder()
    assert own.name == "sandgame"
    monkeypatch.setenv(VARIABLE, str(tmp_path / "named"))
    assert data_folder() == tmp_path / "named"
    assert data_folder(tmp_path / "given") == tmp_path / "given"
    assert not has_sessions(tmp_path)
    open_store(tmp_path).close()
    assert has_sessions(tmp_path)


def test_the_database_library_waits_until_it_is_needed() -> None:
    code = (
        "import sys; import sandgame.store.folder, sandgame.store.memory, sandgame.store.upgrade;"
        "print('sqlalchemy' in sys.modules, 'platformdirs' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
