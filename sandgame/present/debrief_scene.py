"""What every page of the debrief is said with: the cast, the words, a language, and names hidden or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sandgame.frames.cast import Cast, Texts, Word
from sandgame.frames.marks import Piece
from sandgame.present.evidence import sentence
from sandgame.present.pictures import COMPANY_SLOT, BadgePicture
from sandgame.rules.ids import SeatId
from sandgame.text.numbers import whole
from sandgame.text.speech import Speech

Setting = Literal["alone", "open"]
OTHERWISE = frozenset({
    "debrief-rule-all-alone", "debrief-sees-own-line-alone", "debrief-sees-table-line-alone",
    "debrief-word-empty-alone", "debrief-guess-line-alone", "debrief-link-consent-line-alone",
    "debrief-half-note-alone", "debrief-own-line-alone", "debrief-do-consent-line-alone",
    "debrief-do-consent-open-alone",
    "debrief-turn-not-told-open", "debrief-turn-not-told-line-open", "debrief-turn-not-told-if-open",
    "debrief-worth-not-told-open",
})  # fmt: skip
"""Texts that say it otherwise: round one laptop without a class; at a table that talked aloud, where nobody can know
what was not said, only what was not entered."""
LETTERS = {"zh": "甲乙丙丁戊己庚辛壬癸子丑", "en": "ABCDEFGHIJKL"}
_COMPANY = "building-2"


@dataclass(frozen=True)
class DebriefScene:
    """Immutable. With names hidden a department is a letter and wears no colours, but for the `own` one of a laptop.

    `settings` are those of this table in which some texts say it otherwise; `bots` the departments that bots played.
    """

    speech: Speech
    cast: Cast
    words: dict[str, Texts]
    hidden: bool = False
    settings: frozenset[Setting] = frozenset()
    own: SeatId | None = None
    bots: frozenset[SeatId] = frozenset()

    @staticmethod
    def of(speech: Speech, cast: Cast, words: Iterable[Word], *, hidden: bool = False) -> DebriefScene:
        return DebriefScene(speech, cast, {word.key: word.text for word in words}, hidden)

    def in_language(self, speech: Speech) -> DebriefScene:
        return replace(self, speech=speech)

    def hiding(self, hidden: bool) -> DebriefScene:
        return replace(self, hidden=hidden)

    def say(self, key: str, **args: str | int) -> str:
        others = (f"{key}-{setting}" for setting in sorted(self.settings))
        return self.speech.say(next((other for other in others if other in OTHERWISE), key), **args)

    def in_setting(self, setting: Setting, on: bool) -> DebriefScene:
        return replace(self, settings=self.settings | {setting}) if on else self

    def with_bots(self, bots: Iterable[SeatId]) -> DebriefScene:
        return replace(self, bots=frozenset(bots))

    def pick(self, texts: Texts) -> str:
        return texts.zh if self.speech.language == "zh" else texts.en

    @property
    def seats(self) -> tuple[SeatId, ...]:
        return tuple(each.seat for each in self.cast.departments)

    @property
    def money(self) -> str:
        """The unit that money is counted in."""
        return self.pick(self.cast.money)

    def letter(self, place: int) -> str:
        letters = LETTERS[self.speech.language]
        return letters[place % len(letters)]

    def name(self, seat: SeatId) -> str:
        for place, each in enumerate(self.cast.departments):
            if each.seat == seat:
                hides = self._hides(seat)
                return self.say("debrief-hidden-name", letter=self.letter(place)) if hides else self.pick(each.name)
        return self.say("debrief-company")

    def _hides(self, seat: SeatId) -> bool:
        """Who sits there knows the own department."""
        return self.hidden and seat != self.own

    def player(self, seat: SeatId) -> str:
        """The name, marked where a bot played: what it did or rated is no person's doing."""
        name = self.name(seat)
        return self.say("debrief-bot-name", name=name) if seat in self.bots else name

    def badge(self, seat: SeatId) -> BadgePicture:
        found = next((each for each in self.cast.departments if each.seat == seat), None)
        if found is None:
            return BadgePicture(COMPANY_SLOT, _COMPANY)
        return BadgePicture(COMPANY_SLOT, "users") if self._hides(seat) else BadgePicture(found.slot, found.icon)

    def slot(self, seat: SeatId) -> int:
        return self.badge(seat).slot

    def own_work(self, seat: SeatId) -> str:
        return next((self.pick(each.own_work) for each in self.cast.departments if each.seat == seat), "")

    def service(self, number: int) -> str:
        known = next((each.name for each in self.cast.services if each.service == number), None)
        text = known or self.words.get(f"service.{number}.name")
        return self.pick(text) if text is not None else whole(number)

    def units(self, service: int, count: int) -> str:
        """ "8 台", or "8"."""
        known = next((each.unit for each in self.cast.services if each.service == service), None)
        text = known or self.words.get(f"service.{service}.unit")
        unit = self.pick(text) if text is not None else ""
        return f"{whole(count)} {unit}" if unit else whole(count)

    def client(self, order: int) -> str:
        """Who ordered; "" where that is not known."""
        text = self.words.get(f"order.{order}")
        return self.pick(text) if text is not None else ""

    def week(self, number: int) -> str:
        return self.say("debrief-week", week=number)

    def listed(self, names: Sequence[str]) -> str:
        """ "a, b and c"."""
        if len(names) < 2:
            return "".join(names)
        return self.say("game-and").join((self.say("shell-list-comma").join(names[:-1]), names[-1]))

    def piece(self, piece: Piece) -> str:
        """The sentence of a piece of evidence."""
        return sentence(self, piece)
