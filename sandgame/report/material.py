"""What whoever asks for a report wishes: languages, formats, and the facilitator's own marks on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sandgame.frames.papers import FORMATS, PARTS, Format, Part
from sandgame.text.speech import LANGUAGES, Language

__all__ = ["FORMATS", "PARTS", "Branding", "Format", "Part", "Wishes"]


@dataclass(frozen=True, slots=True)
class Branding:
    """The facilitator's: `logo` a PNG already fitted to paper, `name`, `closing` a text under the last page."""

    logo: bytes = b""
    name: str = ""
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked for; `parts` of the papers. Texts that people typed stay out unless `typed`."""

    languages: tuple[Language, ...] = LANGUAGES
    formats: tuple[Format, ...] = FORMATS
    branding: Branding = field(default_factory=Branding)
    typed: bool = False
    parts: tuple[Part, ...] = PARTS
