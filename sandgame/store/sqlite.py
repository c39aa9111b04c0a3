"""The store in one SQLite file: append-only log, sessions, roster, results. Durable when a call returns."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Insert, Row, create_engine, delete, event, insert, select
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from sandgame.frames.cast import Texts
from sandgame.frames.fault import Fault, FaultError
from sandgame.frames.lobby import Setup, read_setup
from sandgame.rules.ids import SeatId
from sandgame.scenario.package import Package
from sandgame.store.progress import MOVES, progress
from sandgame.store.records import Answer, Entry, Happened, Holding, Kept, NewSession, Reached
from sandgame.store.schema import CLASSES, GAMES, GATHERED, LOG, RESULTS, ROSTER, SESSIONS, STEPS, SURVEYS

FAULTS = {
    sqlite3.SQLITE_BUSY: Fault.LOCKED,
    sqlite3.SQLITE_LOCKED: Fault.LOCKED,
    sqlite3.SQLITE_READONLY: Fault.READ_ONLY,
    sqlite3.SQLITE_PERM: Fault.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Fault.FOLDER,
    sqlite3.SQLITE_FULL: Fault.FULL,
    sqlite3.SQLITE_CORRUPT: Fault.CORRUPT,
    sqlite3.SQLITE_NOTADB: Fault.CORRUPT,
    sqlite3.SQLITE_CONSTRAINT: Fault.TAKEN,
}
READING = "sandgame_reading"
BEGIN = "BEGIN IMMEDIATE"
"""Plain BEGIN takes the write lock late and then fails where it should wait."""
T = TypeVar("T")


class SqliteStore:
    """One writer: a connection that is used by one thread at a time, each write a BEGIN IMMEDIATE of its own."""

    def __init__(self, path: Path, patience_ms: int = 5_000) -> None:
        self._place = str(path)
        self._patience = patience_ms
        # one connection, kept open; SQLAlchemy's own opening of transactions is replaced by the two listeners
        self._engine = create_engine(f"sqlite:///{path}", poolclass=QueuePool, pool_size=1, max_overflow=0)
        self._reader = self._engine.execution_options(**{READING: True})
        event.listen(self._engine, "connect", self._connected)
        event.listen(self._engine, "begin", _begun)
        try:
            self._migrate()
        except FaultError:
            self.close()
            raise

    def create(self, start: NewSession, first: Sequence[Happened]) -> Kept:
        with self.writing() as connection:
            number = key_of(connection.execute(session_row(start)).inserted_primary_key)
            game = key_of(connection.execute(insert(GAMES).values(session=start.session, place=1)).inserted_primary_key)
            if start.roster:
                roster = [msgspec.structs.asdict(holding) | {"game": game} for holding in start.roster]
                connection.execute(insert(ROSTER), roster)
            write(connection, [Entry(game, seq, happened) for seq, happened in enumerate(first)])
        return Kept(number, game, start)

    def append(self, batch: Sequence[Entry]) -> None:
        if batch:
            self.appending(batch)()

    def appending(self, batch: Sequence[Entry]) -> Callable[[], None]:
        """Every turn of a host goes through here, past SQLAlchemy, which takes longer for it than the database."""
        with self._faults():
            lent = self._engine.raw_connection()
            driver = lent.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            try:
                # rolled back if it is given back before it is committed
                driver.execute(BEGIN)
                driver.executemany(_APPEND, _rows(batch))
            except BaseException:
                lent.close()
                raise
        return partial(self._land, driver, lent.close)

    def _land(self, driver: sqlite3.Connection, give_back: Callable[[], None]) -> None:
        """Waits for the disk in one call of the driver, in which other threads go on."""
        with self._faults():
            try:
                driver.commit()
            finally:
                give_back()

    def read(self, game: int) -> tuple[Entry, ...]:
        with self.reading() as connection:
            rows = connection.execute(select(LOG).where(LOG.c.game == game).order_by(LOG.c.seq)).all()
        return tuple(_entry(row) for row in rows)

    def session(self, session: str) -> Kept:
        with self.reading() as connection:
            row = connection.execute(_WHOLE.where(SESSIONS.c.session == session)).one_or_none()
            if row is None:
                raise FaultError(Fault.NO_SUCH_SESSION, session)
            found = connection.execute(select(ROSTER).where(ROSTER.c.game == row.game).order_by(ROSTER.c.seat))
            roster = tuple(holding_of(line) for line in found)
        setup, package = _setup(row), told(row, row.package, Package)
        return Kept(row.number, row.game, NewSession(row.session, row.started, setup, package, roster))

    def sessions(self) -> tuple[Reached, ...]:
        started = select(LOG.c.body).where(LOG.c.game == GAMES.c.game, LOG.c.kind.in_(MOVES))
        last = started.order_by(LOG.c.seq.desc()).limit(1).correlate(GAMES).scalar_subquery()
        query = _LISTED.add_columns(last.label("phase_started")).order_by(SESSIONS.c.number.desc())
        with self.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(_reached(row) for row in rows)

    def delete(self, session: str) -> None:
        with self.writing() as connection:
            if not connection.execute(delete(SESSIONS).where(SESSIONS.c.session == session)).rowcount:
                raise FaultError(Fault.NO_SUCH_SESSION, session)

    def keep_result(self, game: int, version: int, kind: str, body: bytes) -> None:
        if self.result(game, version, kind) is None:
            with self.writing() as connection:
                connection.execute(insert(RESULTS).values(game=game, version=version, kind=kind, body=body))

    def result(self, game: int, version: int, kind: str) -> bytes | None:
        with self.reading() as connection:
            body: bytes | None = connection.exec_driver_sql(_RESULT, (game, version, kind)).scalar_one_or_none()
        return body

    def drop_result(self, game: int, version: int, kind: str) -> None:
        place = (RESULTS.c.game == game, RESULTS.c.version == version, RESULTS.c.kind == kind)
        with self.writing() as connection:
            connection.execute(delete(RESULTS).where(*place))

    def gather(self, game: int, answers: Sequence[Answer]) -> None:
        with self.writing() as connection:
            for answer in answers:
                place = (GATHERED.c.game == game, GATHERED.c.seat == answer.seat, GATHERED.c.kind == answer.kind)
                connection.execute(delete(GATHERED).where(*place))
                connection.execute(insert(GATHERED).values(game=game, **msgspec.structs.asdict(answer)))

    def gathered(self, game: int) -> tuple[Answer, ...]:
        query = select(GATHERED).where(GATHERED.c.game == game).order_by(GATHERED.c.seat, GATHERED.c.kind)
        with self.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(Answer(SeatId(row.seat), row.kind, row.body) for row in rows)

    def keep_survey(self, session: str, key: str, occasion: str, body: bytes) -> None:
        with self.writing() as connection:
            connection.execute(delete(SURVEYS).where(SURVEYS.c.key == key, SURVEYS.c.occasion == occasion))
            connection.execute(insert(SURVEYS).values(key=key, occasion=occasion, session=session, body=body))

    def surveys(self, session: str, occasion: str) -> tuple[bytes, ...]:
        query = (
            select(SURVEYS.c.body)
            .where(SURVEYS.c.session == session, SURVEYS.c.occasion == occasion)
            .order_by(SURVEYS.c.key)
        )
        with self.reading() as connection:
            return tuple(connection.execute(query).scalars())

    def backup(self, target: Path) -> None:
        """A whole copy as of now, by SQLite's own backup: the file itself may be in the middle of a write."""
        with self._faults(), self._reader.connect() as connection:
            copy = sqlite3.connect(target)
            try:
                _driver(connection).backup(copy)
            finally:
                copy.close()

    def close(self) -> None:
        self._engine.dispose()

    def _migrate(self) -> None:
        with self.reading() as connection:
            version = _version(connection)
        if version > len(STEPS):
            raise FaultError(Fault.NEWER, self._place)
        if version == len(STEPS):
            return
        with self.writing() as connection:
            # asked again: another window may have been faster
            for step in STEPS[_version(connection) :]:
                for statement in step:
                    connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"PRAGMA user_version = {len(STEPS)}")

    def _connected(self, driver: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        driver.isolation_level = None
        for pragma in (
            f"busy_timeout = {self._patience}",
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
        ):
            driver.execute(f"PRAGMA {pragma}").close()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with self._faults(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self._faults(), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """Whatever the database says becomes a code."""
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
            raise FaultError(FAULTS.get(code & 0xFF, Fault.DISK), self._place) from error


_WHOLE = select(SESSIONS, GAMES.c.game).join_from(SESSIONS, GAMES).where(GAMES.c.place == 1)
_LISTED = (
    select(
        SESSIONS.c.number,
        SESSIONS.c.session,
        SESSIONS.c.started,
        SESSIONS.c.title,
        SESSIONS.c.company,
        SESSIONS.c.setup,
    )
    .join_from(SESSIONS, GAMES)
    .where(SESSIONS.c.session.not_in(select(CLASSES.c.session)))
)


# the columns stand in the order of an entry's fields
_APPEND = str(insert(LOG).compile(dialect=dialect()))
# asked several times for each table, of all of them at the moment when play ends
_RESULT = "SELECT body FROM results WHERE game = ? AND version = ? AND kind = ?"


def session_row(start: NewSession) -> Insert:
    return insert(SESSIONS).values(
        session=start.session,
        case_name=start.package.id,
        started=start.started,
        title=msgspec.json.encode(start.package.text("title")),
        company=msgspec.json.encode(start.package.text("company")),
        setup=msgspec.json.encode(start.setup),
        package=msgspec.json.encode(start.package),
    )


def _begun(connection: Connection) -> None:
    reading = connection.get_execution_options().get(READING, False)
    try:
        connection.exec_driver_sql("BEGIN" if reading else BEGIN)
    except DBAPIError:
        # a file that may only be read refuses, and yet the transaction stands
        _driver(connection).rollback()
        raise


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def write(connection: Connection, batch: Sequence[Entry]) -> None:
    if batch:
        connection.exec_driver_sql(_APPEND, _rows(batch))


def _rows(batch: Sequence[Entry]) -> list[tuple[Any, ...]]:
    return [(entry.game, entry.seq, *msgspec.structs.astuple(entry.happened)) for entry in batch]


def holding_of(row: Row[Any]) -> Holding:
    return Holding(SeatId(row.seat), row.holder, row.style, row.name, row.token, row.people, row.scored)


def _entry(row: Row[Any]) -> Entry:
    return Entry(row.game, row.seq, Happened(row.at, SeatId(row.seat), row.intent, row.kind, row.body))


def _reached(row: Row[Any]) -> Reached:
    title, company = told(row, row.title, Texts), told(row, row.company, Texts)
    return Reached(row.number, row.session, row.started, title, company, _setup(row), *progress(row.phase_started))


def told(row: Row[Any], data: bytes, kind: type[T]) -> T:
    """What a column holds as JSON; a session that cannot be read is named."""
    return _read(row, lambda: msgspec.json.decode(data, type=kind))


def _setup(row: Row[Any]) -> Setup:
    return _read(row, lambda: read_setup(row.setup))


def _read(row: Row[Any], read: Callable[[], T]) -> T:
    try:
        return read()
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise FaultError(Fault.CORRUPT, row.session) from error


def key_of(key: Row[Any] | None) -> int:
    assert key is not None
    return int(key[0])
