"""What went wrong outside the game, as a code and a place; the face makes the sentence."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    FOLDER = "folder"  # the data folder cannot be made or opened
    READ_ONLY = "read_only"
    LOCKED = "locked"  # another program holds the database
    FULL = "full"  # no space left on the disk
    DISK = "disk"  # reading or writing failed in another way
    CORRUPT = "corrupt"
    NEWER = "newer"  # written by a newer version
    TAKEN = "taken"  # the session is being played, or was deleted, by another window
    HOSTED = "hosted"  # another host runs a class on this folder
    HOST = "host"  # the host of a class ended before it was ready; its complaints are in the file
    PORT = "port"  # something else listens where the host wants to
    NO_SUCH_SESSION = "no_such_session"
    NO_SUCH_CASE = "no_such_case"


class FaultError(Exception):
    """`place` is the file, folder, session or case it is about."""

    def __init__(self, fault: Fault, place: str) -> None:
        super().__init__(f"{fault}: {place}")
        self.fault = fault
        self.place = place
