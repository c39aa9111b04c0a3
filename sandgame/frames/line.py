"""What a laptop says of its own line to a class: found, lost, back, and why there is none."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from msgspec import Struct

from sandgame.frames.classroom import JoinReason
from sandgame.frames.debrief import KeepDebrief
from sandgame.frames.fault import Fault
from sandgame.rules.ids import SeatId


class NoWay(StrEnum):
    """Why there is no line to the class."""

    NOT_HEARD = "not_heard"  # no host with this code calls out here
    NO_ANSWER = "no_answer"
    SHUT = "shut"  # the computer is there, the door is not
    NO_HOST = "no_host"  # something else answers
    WRONG_CODE = "wrong_code"
    REFUSED = "refused"


class JoinFailed(Struct, frozen=True):
    """`reason` where the host itself said no; `limit` its protocol where the version is another."""

    why: NoWay
    reason: JoinReason | None = None
    limit: int = 0


class LineLost(Struct, frozen=True):
    """The line was cut, or the try number `tries` failed; the next one comes in `retry` seconds. `grace` seconds are
    left in which the seat waits. A class that is over is looked for without a word."""

    retry: float
    grace: float
    tries: int


class LineBack(Struct, frozen=True):
    """The same seats are held again; whole views follow."""


class HostEnded(Struct, frozen=True):
    """The facilitator's own host process is gone; `again`: it is being started anew. If not, `fault` says why, and
    `place` what it is about."""

    again: bool
    fault: Fault | None = None
    place: str = ""


LineNews = JoinFailed | LineLost | LineBack | HostEnded


class HeldSeat(Struct, frozen=True):
    """A seat that this laptop took in a class and has not given up: enough to come back to it."""

    session: str
    code: str
    host: str
    port: int
    fingerprint: str
    table: int
    seat: SeatId
    token: str
    title_zh: str
    title_en: str
    at: int
    """When it was taken, in seconds since 1970."""
    name_zh: str = ""
    name_en: str = ""
    """The department's."""
    watching: bool = False
    """An observer's: the seat is looked at, not taken."""
    over: bool = False
    """The class was ended: what waits there is its debrief, as long as its host runs."""
    waiting: tuple[KeepDebrief, ...] = ()
    """What was answered in the debrief while there was no line."""


class Step(StrEnum):
    """What the connection check looks at, in order."""

    NETWORK = "network"
    BEACON = "beacon"
    PORT = "port"
    HOST = "host"
    CODE = "code"
    VERSION = "version"
    PLACE = "place"


class Cause(StrEnum):
    """What the connection check found to be in the way."""

    NONE = "none"
    NO_NETWORK = "no_network"
    WRONG_NETWORK = "wrong_network"  # nothing is heard and the typed address is in another network
    NOT_HEARD = "not_heard"  # nothing is heard at all: another network, isolation, or no class
    ISOLATED = "isolated"  # heard, but packets to it are not answered
    FIREWALL = "firewall"  # the computer answers, the port is silent
    HOST_GONE = "host_gone"  # the computer refuses the port
    OTHER_PROGRAM = "other_program"
    WRONG_CODE = "wrong_code"  # classes are heard, none has this code
    OTHER_VERSION = "other_version"
    CLASS_FULL = "class_full"
    SEVERAL_NETWORKS = "several_networks"  # this laptop is in more than one network


class Finding(Struct, frozen=True):
    """One step. A step that could not be looked at is `waiting` to the end.

    `facts`, names and values for the sentence; each may be missing:
    network: networks "192.168.1.5/24, 10.0.0.8/16", count. beacon: port, seconds, heard (classes), address (of the one
    with the code), answer (refused: nothing may be listened to here). port: address, port, seconds, answer (open,
    refused, silent, unreachable), echo (yes or no: the computer answers otherwise). host: address, port, seconds.
    code: code. version: own, host (program), own_protocol, host_protocol. place: tables, seats, free.
    """

    step: Step
    state: Literal["ok", "failed", "waiting"]
    facts: tuple[tuple[str, str], ...] = ()


class Diagnosis(Struct, frozen=True):
    """All steps, in order; `cause` is None while the check is under way. `facts`: those of the step that failed, and
    those of the network."""

    findings: tuple[Finding, ...]
    cause: Cause | None
    facts: tuple[tuple[str, str], ...] = ()
