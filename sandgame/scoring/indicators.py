"""The indicators: of each the function that reads its pieces off the record, and how many a band needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sandgame.frames.marks import Indicator, Piece, Worths
from sandgame.scoring import clear_needs, goals, improvement, openness, response, trust
from sandgame.scoring.record import Record

Reading = Callable[[Record, Worths], list[Piece]]
"""Every opportunity as a piece: its credit, and its weight in a measure of the indicator's own.

A piece of no weight is counted among the facts and bears no points. Only what a marked person did, or might have done,
is a piece (`Record.plays`, `speaks`, `own`).
"""


class Read(NamedTuple):
    """`minimum`: the opportunities that a band needs. `at_open_table`: whether what is entered there tells it."""

    reading: Reading
    minimum: int = 8
    at_open_table: bool = True


INDICATORS: Mapping[Indicator, Read] = {
    "T1": Read(trust.kept),
    "T2": Read(trust.covered),
    "T3": Read(trust.warned, 4),
    "N1": Read(clear_needs.asked_straight),
    "N2": Read(clear_needs.clarified, 6),
    "N3": Read(clear_needs.roles_known, 6),
    "R1": Read(response.answered, at_open_table=False),
    "R2": Read(response.refused, 4),
    "C1": Read(openness.told, at_open_table=False),
    "C2": Read(openness.precise, at_open_table=False),
    "I1": Read(improvement.loops_closed, 4),
    "I3": Read(improvement.rated_by_facts, 6),
    "I4": Read(improvement.recovered, 4),
    "G1": Read(goals.allocation),
    "G3": Read(goals.boundary, 12),
}

NOT_BUILT: tuple[Indicator, ...] = ("T4", "T5", "C3", "I2", "G2")
"""Catalogued, and not read: see each one's reason in the words of its sign."""


def read(record: Record, worths: Worths) -> list[Piece]:
    """The pieces of all indicators, with weights in their own measures."""
    found: list[Piece] = []
    for each in INDICATORS.values():
        if each.at_open_table or not record.open_table:
            found += each.reading(record, worths)
    return found
