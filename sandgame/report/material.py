"""What whoever asks for a report wishes: languages, formats, and the facilitator's own marks on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sandgame.text.speech import LANGUAGES, Language

Format = Literal["pdf", "docx", "xlsx", "json"]
FORMATS: tuple[Format, ...] = ("pdf", "docx", "xlsx", "json")


@dataclass(frozen=True, slots=True)
class Branding:
    """The facilitator's: `logo` a PNG already fitted to paper, `name`, `closing` a text under the last page."""

    logo: bytes = b""
    name: str = ""
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked for. Texts that people typed stay out unless `typed`."""

    languages: tuple[Language, ...] = LANGUAGES
    formats: tuple[Format, ...] = FORMATS
    branding: Branding = field(default_factory=Branding)
    typed: bool = False
