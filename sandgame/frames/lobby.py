"""What crosses around play: the cases on offer, how a session by oneself is set up, and sessions played before."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sandgame.frames.cast import CastDepartment, Texts
from sandgame.rules.ids import SeatId
from sandgame.rules.scenario import Purpose

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


class SoloSetup(Struct, frozen=True):
    """One person in `seat`, bots in the others. `seed` is never shown; the same one gives the same outside world."""

    case: str
    seat: SeatId
    length: int
    colleagues: Colleagues
    seed: int


class SessionCard(Struct, frozen=True):
    """A session in the store. `number` is what people may call it by; `started` is ISO 8601 in local time.

    `colleagues` and `seed` are there for playing the same again.
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

    def setup(self) -> SoloSetup:
        """As it was begun."""
        return SoloSetup(self.case, self.seat, self.length, self.colleagues, self.seed)
