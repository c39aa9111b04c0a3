"""Classes in the SQLite store."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import insert, select, update

from sandgame.frames.classroom import ClassSetup, ClassState
from sandgame.frames.fault import Fault, FaultError
from sandgame.scenario.package import Package
from sandgame.store.classes import KeptClass
from sandgame.store.records import Entry, Happened, Holding, NewSession
from sandgame.store.schema import CLASSES, GAMES, ROSTER, SESSIONS
from sandgame.store.sqlite import SqliteStore, holding_of, key_of, session_row, told, write


class SqliteClassStore(SqliteStore):
    def create_class(self, start: NewSession, setup: ClassSetup, logs: Sequence[Sequence[Happened]]) -> KeptClass:
        games: list[int] = []
        with self.writing() as connection:
            connection.execute(session_row(start))
            connection.execute(
                insert(CLASSES).values(session=start.session, setup=msgspec.json.encode(setup), state="lobby")
            )
            for place, log in enumerate(logs, start=1):
                row = insert(GAMES).values(session=start.session, place=place)
                game = key_of(connection.execute(row).inserted_primary_key)
                roster = [msgspec.structs.asdict(holding) | {"game": game} for holding in start.roster]
                connection.execute(insert(ROSTER), roster)
                write(connection, [Entry(game, seq, happened) for seq, happened in enumerate(log)])
                games.append(game)
        rosters = (start.roster,) * len(games)
        return KeptClass(start.session, setup, "lobby", start.package, tuple(games), rosters)

    def kept_class(self, session: str) -> KeptClass:
        query = (
            select(CLASSES, SESSIONS.c.package)
            .join_from(CLASSES, SESSIONS, CLASSES.c.session == SESSIONS.c.session)
            .where(CLASSES.c.session == session)
        )
        with self.reading() as connection:
            row = connection.execute(query).one_or_none()
            if row is None:
                raise FaultError(Fault.NO_SUCH_SESSION, session)
            places = select(GAMES.c.game).where(GAMES.c.session == session).order_by(GAMES.c.place)
            games = tuple(connection.execute(places).scalars())
            held = {game: list[Holding]() for game in games}
            query_roster = select(ROSTER).where(ROSTER.c.game.in_(games)).order_by(ROSTER.c.seat)
            for line in connection.execute(query_roster):
                held[line.game].append(holding_of(line))
        setup, package = told(row, row.setup, ClassSetup), told(row, row.package, Package)
        rosters = tuple(tuple(held[game]) for game in games)
        return KeptClass(session, setup, row.state, package, games, rosters)

    def classes(self) -> tuple[str, ...]:
        newest = select(SESSIONS.c.session).where(SESSIONS.c.session.in_(select(CLASSES.c.session)))
        with self.reading() as connection:
            return tuple(connection.execute(newest.order_by(SESSIONS.c.number.desc())).scalars())

    def hold(self, game: int, holding: Holding) -> None:
        place = (ROSTER.c.game == game) & (ROSTER.c.seat == holding.seat)
        with self.writing() as connection:
            connection.execute(update(ROSTER).where(place).values(**msgspec.structs.asdict(holding)))

    def note_class(self, session: str, setup: ClassSetup, state: ClassState) -> None:
        row = update(CLASSES).where(CLASSES.c.session == session)
        with self.writing() as connection:
            connection.execute(row.values(setup=msgspec.json.encode(setup), state=state))
