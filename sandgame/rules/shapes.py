"""What all intents and all events have in common."""

from __future__ import annotations

from msgspec import Struct

from sandgame.rules.ids import Phase, Round


class IntentBase(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", kw_only=True):
    """The round and phase that it is for, so that what comes too late is not taken for something else."""

    round: Round
    phase: Phase


class EventBase(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind"):
    pass


def tag_of(struct: Struct) -> str:
    """The stable name that an intent or an event bears on the wire and in the log."""
    kind = struct.__struct_config__.tag
    if not isinstance(kind, str):
        raise TypeError(type(struct).__name__)
    return kind
