"""Events as bytes: the log's only form. Bodies are JSON with keys in the order of the events' fields."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

import msgspec

from sandgame.rules.events import Event
from sandgame.rules.shapes import tag_of

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)


def encode(event: Event) -> bytes:
    return _encoder.encode(event)


def decode(body: bytes) -> Event:
    """Raises msgspec.ValidationError or msgspec.DecodeError for a body that no event has."""
    return _decoder.decode(body)


def kind_of(event: Event) -> str:
    """The event's stable name in the log."""
    return tag_of(event)


def log_sha256(bodies: Iterable[bytes]) -> str:
    """Fingerprint of a log: the kind stands inside each body, a line feed ends it."""
    digest = sha256()
    for body in bodies:
        digest.update(body)
        digest.update(b"\n")
    return digest.hexdigest()
