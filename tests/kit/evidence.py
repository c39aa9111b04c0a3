"""Pieces of evidence, each of which has to have its sentence."""

from __future__ import annotations

from collections.abc import Iterable

from sandgame.frames.marks import Piece
from sandgame.rules.ids import SeatId
from sandgame.text.speech import LANGUAGES, Speech

NAMES = {"provider": "P", "customer": "C", "service": "S", "seat": "D"}


def unscored(*seats: SeatId) -> frozenset[tuple[SeatId, int]]:
    """In every week."""
    return frozenset((seat, week) for seat in seats for week in range(1, 13))


def said(pieces: Iterable[Piece]) -> list[Piece]:
    """The same pieces, each said in both languages with its numbers."""
    found = list(pieces)
    for piece in found:
        told: dict[str, str | int] = {**dict(piece.numbers), **NAMES}
        for language in LANGUAGES:
            assert Speech(language).say(f"score-{piece.indicator.lower()}-{piece.key}", **told)
    return found
