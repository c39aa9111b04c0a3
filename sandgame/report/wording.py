"""How a report says things: names, weeks, shares and the sentence of a piece of evidence, in one language."""

from __future__ import annotations

from collections.abc import Iterable

from sandgame.frames.cast import Cast, CastDepartment, Texts, Word
from sandgame.frames.debrief import LinkShown
from sandgame.frames.marks import Piece
from sandgame.present.evidence import sentence
from sandgame.present.pictures import BadgePicture
from sandgame.rules.figures import percent_of
from sandgame.rules.ids import TABLE, SeatId
from sandgame.text.numbers import parts, percent, span, times, whole
from sandgame.text.speech import Speech

NOTHING = "–"


class Wording:
    """The cast of a case and the words of a table, in one language."""

    def __init__(self, speech: Speech, cast: Cast, words: Iterable[Word] = ()) -> None:
        self.speech = speech
        self.say = speech.say
        self.cast = cast
        self._departments = {each.seat: each for each in cast.departments}
        self._services = {int(each.service): each for each in cast.services}
        self._words = {word.key: word.text for word in words}

    def pick(self, texts: Texts) -> str:
        return texts.zh if self.speech.language == "zh" else texts.en

    @property
    def money(self) -> str:
        return self.pick(self.cast.money)

    def department(self, seat: SeatId) -> CastDepartment:
        return self._departments[seat]

    def name(self, seat: int) -> str:
        """A department, or all of them."""
        return self.say("report-all") if seat == TABLE else self.pick(self._departments[SeatId(seat)].name)

    def badge(self, seat: SeatId) -> BadgePicture:
        who = self._departments[seat]
        return BadgePicture(who.slot, who.icon)

    def service(self, number: int) -> str:
        known = self._services.get(number)
        if known is not None:
            return self.pick(known.name)
        word = self._words.get(f"service.{number}.name")
        return self.pick(word) if word is not None else f"#{number}"

    def units(self, service: int, count: int) -> str:
        """ "8 台", or "8"."""
        known = self._services.get(service)
        text = known.unit if known is not None else self._words.get(f"service.{service}.unit")
        unit = self.pick(text) if text is not None else ""
        return f"{whole(count)} {unit}" if unit else whole(count)

    def what(self, service: int, units: int) -> str:
        """ "Lamps ×8"."""
        return f"{self.service(service)} {times(units)}"

    def services(self, link: LinkShown) -> str:
        """What a link carries: the first, and how many there are."""
        if not link.services:
            return ""
        first, more = self.service(link.services[0]), len(link.services) - 1
        return self.say("report-services", first=first, count=more) if more else first

    def client(self, order: int) -> str:
        word = self._words.get(f"order.{order}")
        return self.pick(word) if word is not None else f"#{order}"

    def link(self, provider: SeatId, customer: SeatId) -> str:
        return f"{self.name(provider)} → {self.name(customer)}"

    def week(self, first: int, last: int | None = None) -> str:
        return self.say("game-week-short", week=span(first, first if last is None else last))

    def listed(self, names: Iterable[str]) -> str:
        found = list(dict.fromkeys(names))
        if len(found) < 2:
            return "".join(found)
        return self.say("game-and").join((self.say("shell-list-comma").join(found[:-1]), found[-1]))

    def joined(self, *sentences: str) -> str:
        return ("" if self.speech.language == "zh" else " ").join(sentence for sentence in sentences if sentence)

    def share(self, part: int, of: int) -> str:
        return parts(part, of) if of else NOTHING

    def percent_of(self, part: int, of: int) -> str:
        share = percent_of(part, of)
        return NOTHING if share is None else percent(share)

    @property
    def unlisted(self) -> str:
        """In the place of a KPI or a rating of a department that is not scored."""
        return self.say("debrief-unscored")

    def rating(self, tenths: int | None) -> str:
        return NOTHING if tenths is None else f"{tenths // 10}.{tenths % 10}"

    def moments(self, log: Iterable[int]) -> str:
        """Where it stands in the log: "#12, #40"."""
        return self.say("game-list-comma").join(f"#{number}" for number in log)

    def piece(self, piece: Piece) -> str:
        """The sentence of a piece of evidence."""
        return sentence(self, piece)

    def sized(self, value: int) -> str:
        """Money with its unit."""
        return f"{whole(value)} {self.money}"
