"""Where the data lies on this computer, and opening what lies there. SQLAlchemy is imported when it is first needed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sandgame.frames.fault import Fault, FaultError

if TYPE_CHECKING:
    from sandgame.store.classes import ClassStore
    from sandgame.store.records import Store

VARIABLE = "SANDGAME_DATA"
DATABASE = "sessions.sqlite"


def data_folder(folder: Path | None = None) -> Path:
    """The folder given, else the one the environment names, else the user's own place for data."""
    if folder is not None:
        return folder
    if named := os.environ.get(VARIABLE):
        return Path(named)
    import platformdirs

    return platformdirs.user_data_path("sandgame", appauthor=False)


def has_sessions(folder: Path) -> bool:
    """Whether anything was ever stored here; asked without the database, which is slow to load."""
    return (folder / DATABASE).exists()


def open_store(folder: Path) -> Store:
    """The store in a folder, made if it is not there yet."""
    from sandgame.store.sqlite import SqliteStore

    return SqliteStore(made(folder) / DATABASE)


def open_classes(folder: Path) -> ClassStore:
    """The same store, with the classes that were hosted here."""
    from sandgame.store.class_sqlite import SqliteClassStore

    return SqliteClassStore(made(folder) / DATABASE)


def made(folder: Path) -> Path:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise FaultError(Fault.FOLDER, str(folder)) from error
    return folder
