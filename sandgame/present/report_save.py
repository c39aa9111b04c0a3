"""Saving the report of a session: what is chosen, what will be written, how far it is, and what is in its way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Literal, TypeVar

from sandgame.frames.console import PastClass
from sandgame.frames.lobby import SessionCard
from sandgame.frames.papers import FORMATS, PARTS, Format, Part
from sandgame.frames.saving import Hindrance, NotSaved, Reckoned, ReportWish, Tongue, Written
from sandgame.present.home import pick
from sandgame.text.speech import Speech

Languages = Literal["zh", "en", "both"]
LANGUAGE_WAYS: tuple[Languages, ...] = ("zh", "en", "both")
_TONGUES: dict[Languages, tuple[Tongue, ...]] = {"zh": ("zh",), "en": ("en",), "both": ("zh", "en")}
_PAPERS: tuple[Format, ...] = ("pdf", "docx")
_DATA: tuple[Format, ...] = ("xlsx", "json")
_NO_NAME = '<>:"/\\|?*'
One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Reportable:
    """A session that is over, as far as its report needs to know it."""

    session: str
    title: str
    number: int
    tables: int = 1


def reportable(speech: Speech, card: PastClass | SessionCard) -> Reportable:
    tables = card.tables if isinstance(card, PastClass) else 1
    return Reportable(card.session, pick(speech, card.title), card.number, tables)


@dataclass(frozen=True, slots=True)
class SaveChoice:
    """`place` is the folder that was chosen; the report lies in one of its own in it, `inner`."""

    about: Reportable
    place: str
    inner: str
    languages: Languages = "zh"
    formats: tuple[Format, ...] = ("pdf", "docx", "xlsx")
    parts: tuple[Part, ...] = PARTS
    logo: str = ""
    name: str = ""
    closing: str = ""

    @classmethod
    def first(cls, speech: Speech, about: Reportable, place: str, kept: Mapping[str, str]) -> SaveChoice:
        """As it was chosen last time, on this computer; the language of the screen where nothing was."""
        made = cls(about, kept.get("place") or place, inner_name(speech, about), languages=speech.language)
        languages = next((way for way in LANGUAGE_WAYS if way == kept.get("languages")), made.languages)
        formats = tuple(one for one in FORMATS if one in kept["formats"].split()) if "formats" in kept else made.formats
        parts = tuple(one for one in PARTS if one in kept["parts"].split()) if "parts" in kept else made.parts
        return replace(made, languages=languages, formats=formats, parts=parts, logo=kept.get("logo", ""),
                       name=kept.get("name", ""), closing=kept.get("closing", ""))  # fmt: skip

    def kept(self) -> dict[str, str]:
        """For the next time."""
        return {
            "place": self.place,
            "languages": self.languages,
            "formats": " ".join(self.formats),
            "parts": " ".join(self.parts),
            "logo": self.logo,
            "name": self.name,
            "closing": self.closing,
        }

    @property
    def folder(self) -> str:
        return str(PurePath(self.place) / self.inner)

    def with_format(self, which: Format, on: bool) -> SaveChoice:
        return replace(self, formats=_with(FORMATS, self.formats, which, on))

    def with_part(self, which: Part, on: bool) -> SaveChoice:
        return replace(self, parts=_with(PARTS, self.parts, which, on))

    @property
    def papers(self) -> tuple[Format, ...]:
        """PDF and Word are of parts: without any there are none."""
        return tuple(one for one in _PAPERS if one in self.formats) if self.parts else ()

    @property
    def data(self) -> tuple[Format, ...]:
        return tuple(one for one in _DATA if one in self.formats)

    def wish(self, *, over: bool = False) -> ReportWish:
        """`over`: what has the same name goes."""
        return ReportWish(self.about.session, self.folder, _TONGUES[self.languages], (*self.papers, *self.data),
                          self.parts, self.logo, self.name.strip(), self.closing.strip(), over)  # fmt: skip

    def missing(self, speech: Speech) -> str:
        """Why nothing can be saved yet; "" if it can."""
        if not self.formats:
            return speech.say("saving-no-format")
        return "" if self.papers or self.data else speech.say("saving-no-part")

    def line(self, speech: Speech) -> str:
        """All that will be written, in a line."""
        say, comma = speech.say, speech.say("saving-comma")
        groups = []
        if self.papers:
            parts = comma.join(say(f"saving-line-{part}", tables=self.about.tables) for part in self.parts)
            forms = comma.join(say(f"saving-format-{one}") for one in self.papers)
            groups.append(say("saving-line-papers", parts=parts, formats=forms))
        groups += [say(f"saving-line-{one}") for one in self.data]
        languages = say(f"saving-in-{self.languages}")
        return say("saving-line", what=say("saving-and").join(groups), languages=languages)


def _with(known: tuple[One, ...], chosen: tuple[One, ...], which: One, on: bool) -> tuple[One, ...]:
    return tuple(one for one in known if (on if one == which else one in chosen))


def inner_name(speech: Speech, about: Reportable) -> str:
    """A folder's name that every file system takes."""
    name = speech.say("saving-inner", case=about.title, number=str(about.number))
    return "".join("-" if sign in _NO_NAME else sign for sign in name).strip(" .")


@dataclass(frozen=True, slots=True)
class Going:
    """How far it is: `part` of 1, or None as long as that is not known."""

    line: str
    part: float | None = None


def going(speech: Speech, news: Reckoned | Written | None) -> Going:
    match news:
        case Written():
            line = speech.say("saving-written", done=news.done, all=news.of)
            return Going(line, news.done / news.of if news.of else None)
        case Reckoned():
            return Going(speech.say("saving-reckoned", done=news.done, all=news.of))
    return Going(speech.say("saving-begins"))


def hindrance(speech: Speech, news: NotSaved, choice: SaveChoice) -> str:
    """What happened, what still holds, what to do."""
    if news.why == Hindrance.DATA and news.fault is not None:
        key = "trouble-" + news.fault.value.replace("_", "-")
        return speech.say("saving-data", what=speech.say(key), do=speech.say(f"{key}-do"))
    key = "saving-not-" + news.why.value.replace("_", "-")
    return speech.say(key, folder=choice.folder, place=news.place)
