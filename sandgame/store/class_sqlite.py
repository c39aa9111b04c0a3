"""Classes in the SQLite store."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Row, Select, func, insert, select, update

from sandgame.frames.cast import Texts
from sandgame.frames.classroom import ClassSetup, ClassState, KeepCard
from sandgame.frames.console import PastClass
from sandgame.frames.fault import Fault, FaultError
from sandgame.scenario.package import Package
from sandgame.store.classes import KeptClass, Watcher
from sandgame.store.progress import MOVES, SHORTENED, Reach, all_over, furthest, last_week, progress
from sandgame.store.records import Entry, Happened, Holding, NewSession
from sandgame.store.schema import CLASSES, GAMES, LOG, ROSTER, SESSIONS, WATCHERS
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

    def past_classes(self) -> tuple[PastClass, ...]:
        with self.reading() as connection:
            rows = connection.execute(_PAST.order_by(SESSIONS.c.number.desc())).all()
            bodies = [
                [connection.execute(_last(row.session, kinds)).scalars().all() for kinds in (MOVES, SHORTENED)]
                for row in rows
            ]
        return tuple(
            _past(row, [progress(body) for body in moved], shortened)
            for row, (moved, shortened) in zip(rows, bodies, strict=True)
        )

    def hold(self, held: Sequence[tuple[int, Holding]]) -> None:
        with self.writing() as connection:
            for game, holding in held:
                place = (ROSTER.c.game == game) & (ROSTER.c.seat == holding.seat)
                connection.execute(update(ROSTER).where(place).values(**msgspec.structs.asdict(holding)))

    def keep_watcher(self, game: int, watcher: Watcher) -> None:
        cards = msgspec.json.encode(watcher.cards)
        row = insert(WATCHERS).prefix_with("OR REPLACE")
        with self.writing() as connection:
            connection.execute(row.values(token=watcher.token, game=game, seat=watcher.seat, cards=cards))

    def watchers(self, game: int) -> tuple[Watcher, ...]:
        query = select(WATCHERS, GAMES.c.session).join_from(WATCHERS, GAMES).where(WATCHERS.c.game == game)
        with self.reading() as connection:
            rows = connection.execute(query.order_by(WATCHERS.c.token)).all()
        return tuple(Watcher(row.token, row.seat, told(row, row.cards, tuple[KeepCard, ...])) for row in rows)

    def note_class(self, session: str, setup: ClassSetup, state: ClassState) -> None:
        row = update(CLASSES).where(CLASSES.c.session == session)
        with self.writing() as connection:
            connection.execute(row.values(setup=msgspec.json.encode(setup), state=state))


_PEOPLE = (
    select(func.coalesce(func.sum(ROSTER.c.people), 0))
    .join_from(ROSTER, GAMES)
    .where(GAMES.c.session == SESSIONS.c.session, ROSTER.c.holder == "person")
    .correlate(SESSIONS)
    .scalar_subquery()
)
_PAST = select(
    SESSIONS.c.number,
    SESSIONS.c.session,
    SESSIONS.c.started,
    SESSIONS.c.title,
    SESSIONS.c.company,
    CLASSES.c.setup,
    CLASSES.c.state,
    _PEOPLE.label("people"),
).join_from(SESSIONS, CLASSES, CLASSES.c.session == SESSIONS.c.session)


def _last(session: str, kinds: Sequence[str]) -> Select[Any]:
    """The last event of these kinds of each of its tables that has one."""
    last = (
        select(func.max(LOG.c.seq)).where(LOG.c.game == GAMES.c.game, LOG.c.kind.in_(kinds)).correlate(GAMES)
    ).scalar_subquery()
    return select(LOG.c.body).join_from(LOG, GAMES).where(GAMES.c.session == session, LOG.c.seq == last)


def _past(row: Row[*tuple[Any, ...]], reached: Sequence[Reach], shortened: Sequence[bytes]) -> PastClass:
    setup = told(row, row.setup, ClassSetup)
    return PastClass(
        session=row.session,
        number=row.number,
        case=setup.case,
        title=told(row, row.title, Texts),
        company=told(row, row.company, Texts),
        started=row.started,
        tables=setup.tables,
        people=row.people,
        length=last_week(setup.length, setup.tables, shortened),
        round=furthest(reached),
        state=row.state,
        played=all_over(reached),
    )
