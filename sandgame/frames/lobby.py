"""What crosses around play: the cases on offer, how a session by oneself is set up, and sessions played before."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from msgspec import Struct

from sandgame.frames.cast import CastDepartment, Texts
from sandgame.rules.ids import SeatId
from sandgame.rules.scenario import ExtraName, Purpose, Talk

Colleagues = Literal["mixed", "collaborating", "competing"]


class CaseCard(Struct, frozen=True):
    """A case as the gallery shows it; `minutes[k]` is the time for playing `lengths[k]` weeks alone."""

    case: str
    purpose: Purpose
    title: Texts
    teaser: Texts
    practises: Texts
    company: Texts
    departments: tuple[CastDepartment, ...]
    lengths: tuple[int, ...]
    minutes: tuple[int, ...]
    seeds: tuple[int, ...]
    opens: tuple[int, ...] = ()
    """The weeks after the first that open something new."""
    whole: bool = True
    """Whether every rule opens at some time."""


class SoloSetup(Struct, frozen=True):
    """One person in `seat`, bots in the others. `seed` is never shown; the same one gives the same outside world."""

    case: str
    seat: SeatId
    length: int
    colleagues: Colleagues
    seed: int
    extras: tuple[ExtraName, ...] = ()

    @property
    def people(self) -> tuple[SeatId, ...]:
        return (self.seat,)

    @property
    def talk(self) -> Talk:
        return "desk"


class TableSetup(Struct, frozen=True):
    """One laptop on a table with people round it: they hold the seats `people`, bots the others; they talk aloud."""

    case: str
    people: tuple[SeatId, ...]
    length: int
    colleagues: Colleagues
    seed: int
    extras: tuple[ExtraName, ...] = ()

    @property
    def talk(self) -> Talk:
        return "open"


Setup = SoloSetup | TableSetup


def read_setup(data: bytes) -> Setup:
    """A setup as it was kept. One from before there were tables is a person's alone; the two are told apart by who
    sits there, so that no session has to be written anew."""
    known: dict[str, Any] = msgspec.json.decode(data, type=dict[str, Any])
    if "people" in known:
        return msgspec.convert(known, TableSetup)
    return msgspec.convert(known, SoloSetup)


class SessionCard(Struct, frozen=True):
    """A session in the store. `number` is what people may call it by; `started` is ISO 8601 in local time.

    `colleagues` and `seed` are there for playing the same again. At a table laptop `people` hold the seats and `seat`
    is the first of them; alone, `people` is empty.
    """

    session: str
    number: int
    case: str
    title: Texts
    company: Texts
    started: str
    seat: SeatId
    round: int
    length: int
    colleagues: Colleagues
    seed: int
    state: Literal["playing", "over"]
    people: tuple[SeatId, ...] = ()
    extras: tuple[ExtraName, ...] = ()

    def setup(self) -> Setup:
        """As it was begun."""
        if self.people:
            return TableSetup(self.case, self.people, self.length, self.colleagues, self.seed, self.extras)
        return SoloSetup(self.case, self.seat, self.length, self.colleagues, self.seed, self.extras)
