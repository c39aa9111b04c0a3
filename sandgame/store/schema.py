"""The tables, as SQLAlchemy reads and writes them, and the steps that make a database of this version."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

META = MetaData()

SESSIONS = Table(
    "sessions",
    META,
    Column("number", Integer, primary_key=True),
    Column("session", Text, nullable=False),
    Column("case_name", Text, nullable=False),
    Column("started", Text, nullable=False),
    Column("title", LargeBinary, nullable=False),
    Column("company", LargeBinary, nullable=False),
    Column("setup", LargeBinary, nullable=False),
    Column("package", LargeBinary, nullable=False),
)
GAMES = Table(
    "games",
    META,
    Column("game", Integer, primary_key=True),
    Column("session", ForeignKey("sessions.session"), nullable=False),
    Column("place", Integer, nullable=False),
)
LOG = Table(
    "log",
    META,
    Column("game", ForeignKey("games.game"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("seat", Integer, nullable=False),
    Column("intent", Text),
    Column("kind", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
ROSTER = Table(
    "roster",
    META,
    Column("game", ForeignKey("games.game"), primary_key=True),
    Column("seat", Integer, primary_key=True),
    Column("holder", Text, nullable=False),
    Column("style", Text),
    Column("name", Text),
    Column("token", Text),
    Column("people", Integer, nullable=False),
    Column("scored", Boolean, nullable=False),
)
CLASSES = Table(
    "classes",
    META,
    Column("session", ForeignKey("sessions.session"), primary_key=True),
    Column("setup", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
)
RESULTS = Table(
    "results",
    META,
    Column("game", ForeignKey("games.game"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
GATHERED = Table(
    "gathered",
    META,
    Column("game", ForeignKey("games.game"), primary_key=True),
    Column("seat", Integer, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
SURVEYS = Table(
    "surveys",
    META,
    Column("key", Text, primary_key=True),
    Column("occasion", Text, primary_key=True),
    Column("session", ForeignKey("sessions.session"), nullable=False),
    Column("body", LargeBinary, nullable=False),
)
WATCHERS = Table(
    "watchers",
    META,
    Column("token", Text, primary_key=True),
    Column("game", ForeignKey("games.game"), nullable=False),
    Column("seat", Integer, nullable=False),
    Column("cards", LargeBinary, nullable=False),
)

# Step n takes a database from version n to n + 1. Steps are never edited once released: a database was made by them.
# Autoincrement: a number that people have called a session by is never given again.
STEPS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE sessions (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            session TEXT NOT NULL UNIQUE,
            case_name TEXT NOT NULL,
            started TEXT NOT NULL,
            title BLOB NOT NULL,
            company BLOB NOT NULL,
            setup BLOB NOT NULL,
            package BLOB NOT NULL
        ) STRICT""",
        """CREATE TABLE games (
            game INTEGER PRIMARY KEY AUTOINCREMENT,
            session TEXT NOT NULL REFERENCES sessions (session) ON DELETE CASCADE,
            place INTEGER NOT NULL,
            UNIQUE (session, place)
        ) STRICT""",
        """CREATE TABLE log (
            game INTEGER NOT NULL REFERENCES games (game) ON DELETE CASCADE,
            seq INTEGER NOT NULL CHECK (seq >= 0),
            at INTEGER NOT NULL,
            seat INTEGER NOT NULL,
            intent TEXT,
            kind TEXT NOT NULL,
            body BLOB NOT NULL,
            PRIMARY KEY (game, seq),
            UNIQUE (game, seat, intent)
        ) STRICT""",
        """CREATE TABLE roster (
            game INTEGER NOT NULL REFERENCES games (game) ON DELETE CASCADE,
            seat INTEGER NOT NULL,
            holder TEXT NOT NULL,
            style TEXT,
            name TEXT,
            PRIMARY KEY (game, seat)
        ) STRICT""",
        """CREATE TABLE results (
            game INTEGER NOT NULL REFERENCES games (game) ON DELETE CASCADE,
            version INTEGER NOT NULL,
            kind TEXT NOT NULL,
            body BLOB NOT NULL,
            PRIMARY KEY (game, version, kind)
        ) STRICT""",
    ),
    (
        "ALTER TABLE roster ADD COLUMN token TEXT",
        """CREATE TABLE classes (
            session TEXT PRIMARY KEY REFERENCES sessions (session) ON DELETE CASCADE,
            setup BLOB NOT NULL,
            state TEXT NOT NULL
        ) STRICT""",
    ),
    (
        "ALTER TABLE roster ADD COLUMN people INTEGER NOT NULL DEFAULT 1",
        "ALTER TABLE roster ADD COLUMN scored INTEGER NOT NULL DEFAULT 1",
    ),
    (
        """CREATE TABLE gathered (
            game INTEGER NOT NULL REFERENCES games (game) ON DELETE CASCADE,
            seat INTEGER NOT NULL,
            kind TEXT NOT NULL,
            body BLOB NOT NULL,
            PRIMARY KEY (game, seat, kind)
        ) STRICT""",
        # without rowid: kept in the order of the keys, which were drawn, and not in that in which they came
        """CREATE TABLE surveys (
            key TEXT NOT NULL,
            occasion TEXT NOT NULL,
            session TEXT NOT NULL REFERENCES sessions (session) ON DELETE CASCADE,
            body BLOB NOT NULL,
            PRIMARY KEY (key, occasion)
        ) STRICT, WITHOUT ROWID""",
    ),
    (
        # without rowid, for the same reason
        """CREATE TABLE watchers (
            token TEXT PRIMARY KEY,
            game INTEGER NOT NULL REFERENCES games (game) ON DELETE CASCADE,
            seat INTEGER NOT NULL,
            cards BLOB NOT NULL
        ) STRICT, WITHOUT ROWID""",
    ),
)
