"""What a laptop knows of the debrief, frame by frame; from it the page that it shows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sandgame.frames.cast import Cast, Texts
from sandgame.frames.debrief import (
    DOTS,
    DebriefNews,
    GatheredTold,
    HalfTimeTold,
    OwnDebrief,
    OwnSaid,
    PageName,
    PageTurned,
    TableDebriefTold,
    TakeAway,
)
from sandgame.frames.marks import Principle
from sandgame.present.debrief_page import DebriefPicture
from sandgame.present.debrief_pages import TWO_STEPS, PageStuff, debrief_page
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech

ALONE: tuple[PageName, ...] = ("guess", "principles", "link", "moments", "value", "take_away")
"""The pages that somebody goes through without a class."""


@dataclass(frozen=True)
class DebriefKnown:
    """Immutable; `took` gives a new one."""

    speech: Speech
    told: TableDebriefTold | None = None
    turned: PageTurned | None = None
    gathered: GatheredTold | None = None
    half_time: HalfTimeTold | None = None
    cast: Cast | None = None
    words: dict[str, Texts] = field(default_factory=dict)
    led: bool = True

    def took(self, frame: DebriefNews) -> DebriefKnown:
        match frame:
            case TableDebriefTold():
                words = {word.key: word.text for word in frame.words}
                # the pause is long over; alone it gives way to the first page
                turned = self.turned if self.turned is not None and self.turned.page != "half_time" else None
                return replace(self, told=frame, cast=frame.cast, words=words, turned=turned)
            case PageTurned():
                return replace(self, turned=frame)
            case GatheredTold():
                return replace(self, gathered=frame)
            case HalfTimeTold():
                return replace(self, half_time=frame, cast=self.cast or frame.cast)
        return self

    def with_cast(self, cast: Cast) -> DebriefKnown:
        """Who is at the table, before the debrief itself has come."""
        return self if self.cast is not None else replace(self, cast=cast)

    def in_language(self, speech: Speech) -> DebriefKnown:
        return replace(self, speech=speech)

    def turning(self, pages: tuple[PageName, ...], place: int, *, revealed: bool) -> DebriefKnown:
        """Where nobody leads: one's own way through the pages."""
        table = self.told.debrief.table if self.told is not None else 1
        turned = PageTurned(pages[place], place + 1, len(pages), revealed, table, (0, 0), pages, False)
        return replace(self, turned=turned, led=False)

    @property
    def alone(self) -> bool:
        """Nobody leads: no class is named."""
        return not self.led

    @property
    def scene(self) -> DebriefScene | None:
        if self.cast is None:
            return None
        hidden = self.turned.hidden_names if self.turned is not None else False
        scene = DebriefScene(self.speech, self.cast, self.words, hidden, own=self._only_seat)
        return scene.in_setting("alone", self.alone)

    @property
    def _only_seat(self) -> SeatId | None:
        """Whose laptop this is, where it is one department's."""
        held = self.told.own if self.told is not None else ()
        return held[0].seat if len(held) == 1 else None

    def own(self, seat: SeatId) -> OwnDebrief | None:
        return next((own for own in (self.told.own if self.told else ()) if own.seat == seat), None)

    def said(self, seat: SeatId) -> OwnSaid:
        """What the host kept of what the seat said of itself."""
        news = self.told or self.half_time
        return next((said for said in (news.said if news is not None else ()) if said.seat == seat), OwnSaid(seat))

    @property
    def remembers(self) -> bool:
        """The host has said what it kept of the seats here."""
        return self.told is not None or self.half_time is not None

    def notes(self, seat: SeatId) -> dict[int, str]:
        """What was written there beside the own evidence, by its last log number."""
        return {note.log: note.text for note in (self.told.notes if self.told else ()) if note.seat == seat}

    def page(self, own: tuple[SeatId, TakeAway] | None = None, focus: Principle | None = None) -> DebriefPicture | None:
        """None until there is something to show. A table's laptops always show that table."""
        stuff = self.stuff(own, focus)
        if stuff is None or (stuff.debrief is None and stuff.turned.page not in _WITHOUT):
            return None
        return debrief_page(stuff)

    def stuff(self, own: tuple[SeatId, TakeAway] | None = None, focus: Principle | None = None) -> PageStuff | None:
        scene = self.scene
        if scene is None or self.turned is None:
            return None
        debrief = self.told.debrief if self.told is not None else None
        half = self.half_time
        return PageStuff(
            scene,
            self.turned,
            debrief,
            self.gathered,
            own=own,
            focus=focus,
            half_time=half.facts if half is not None else (),
            hidden_cards=frozenset(self.turned.hidden_cards),
            week=half.round if half is not None else 0,
        )


_WITHOUT: frozenset[PageName] = frozenset({"opening", "one_word", "take_away", "half_time"})


def next_step(pages: tuple[PageName, ...], place: int, *, revealed: bool) -> tuple[int, bool]:
    """On: first the same page revealed, where it has two steps, then the next one."""
    if pages[place] in TWO_STEPS and not revealed:
        return place, True
    return (place + 1, False) if place + 1 < len(pages) else (place, revealed)


def last_step(pages: tuple[PageName, ...], place: int, *, revealed: bool) -> tuple[int, bool]:
    """Back: first the same page before it was revealed."""
    if pages[place] in TWO_STEPS and revealed:
        return place, False
    return (place - 1, pages[place - 1] in TWO_STEPS) if place else (0, False)


def whole(pages: tuple[PageName, ...]) -> tuple[PageName, ...]:
    return pages or DOTS
