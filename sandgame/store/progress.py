"""How far a log has come: read off its last started phase, as plain data, so that a log of any format can be listed."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from sandgame.rules.ids import Phase


class _Started(Struct, frozen=True):
    round: int
    phase: Phase


def progress(phase_started: bytes | None) -> tuple[int, Phase]:
    """Round and phase out of the body of the last `PhaseStarted`; the first Brief if it cannot be read."""
    if phase_started is None:
        return 1, "brief"
    try:
        started = msgspec.json.decode(phase_started, type=_Started)
    except (msgspec.MsgspecError, UnicodeError):
        return 1, "brief"
    return started.round, started.phase
