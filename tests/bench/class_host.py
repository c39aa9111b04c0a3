"""The real host of a class for `class48`: bots at once, no clock, no beacon; durable or, to compare, not.

python -m tests.bench.class_host FOLDER TABLES ROUNDS tls|plain durable|careless: the careless one makes no debrief.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from dataclasses import asdict
from pathlib import Path

from sqlalchemy.pool import ConnectionPoolEntry

from sandgame.frames.classroom import ClassSetup, Seconds
from sandgame.host.cases import Cases
from sandgame.host.players import at_once
from sandgame.net import service
from sandgame.net.service import Hosting, run
from sandgame.store.class_sqlite import SqliteClassStore


def careless() -> None:
    """Commits come back before they are on the disk."""
    connected = SqliteClassStore._connected

    def hastily(self: SqliteClassStore, driver: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
        connected(self, driver, record)
        driver.execute("PRAGMA synchronous = OFF").close()

    SqliteClassStore._connected = hastily  # type: ignore[method-assign,assignment]


def without_debrief() -> None:
    """Play and nothing after it."""
    service.AsideDesk = lambda **_: None  # type: ignore[attr-defined,assignment]


def main(folder: str, tables: str, rounds: str, tls: str, durable: str) -> None:
    if durable == "careless":
        careless()
        without_debrief()
    setup = ClassSetup("factory", int(tables), int(rounds), seconds=Seconds(0, 0, 0, 0, 0, 100))
    package = Cases().package("factory")
    hosting = Hosting(Path(folder), setup, package, 0, at_once, tls == "tls", beacon=None)
    run(hosting, lambda ready: print(json.dumps(asdict(ready)), flush=True))


if __name__ == "__main__":
    main(*sys.argv[1:])
