"""The debrief as its facilitator knows it: tables as they become ready, where the class stands, notes for each page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sandgame.frames.cast import Cast, Texts
from sandgame.frames.debrief import (
    VERSIONS,
    BookmarkSeen,
    ClassDebrief,
    DebriefNews,
    DebriefTold,
    GatheredTold,
    HalfTimeTold,
    PageName,
    PageTurned,
    TableDebrief,
    TurnPage,
)
from sandgame.frames.marks import PRINCIPLES
from sandgame.present.debrief_known import last_step, next_step
from sandgame.present.debrief_page import DebriefPicture
from sandgame.present.debrief_pages import NEEDS_TABLE, PageStuff, debrief_page
from sandgame.present.debrief_scene import DebriefScene
from sandgame.text.speech import Speech

ALL_PAGES: tuple[PageName, ...] = (*VERSIONS[40], "class")
START = 30


@dataclass(frozen=True)
class DebriefLead:  # long: most of it are ways to turn a page
    """Immutable. `deal` is the order in which tables were dealt their letters."""

    speech: Speech
    tables: dict[int, TableDebrief] = field(default_factory=dict)
    comparison: ClassDebrief | None = None
    bookmarks: tuple[BookmarkSeen, ...] = ()
    gathered: dict[int, GatheredTold] = field(default_factory=dict)
    half_time: dict[int, HalfTimeTold] = field(default_factory=dict)
    cast: Cast | None = None
    words: dict[int, dict[str, Texts]] = field(default_factory=dict)
    waiting: int = 0
    deal: tuple[int, ...] = ()
    minutes: int = START
    pages: tuple[PageName, ...] = VERSIONS[START]
    place: int = 0
    revealed: bool = False
    table: int = 0
    link: tuple[int, int] = (0, 0)
    hidden_names: bool = False
    hidden_cards: frozenset[int] = frozenset()

    def took(self, frame: DebriefNews) -> DebriefLead:
        match frame:
            case DebriefTold():
                told = {debrief.table: debrief for debrief in frame.tables}
                words = {
                    debrief.table: {word.key: word.text for word in each}
                    for debrief, each in zip(frame.tables, frame.words, strict=False)
                }
                return replace(self, tables=self.tables | told, comparison=frame.comparison, cast=frame.cast,
                               bookmarks=frame.bookmarks, words=self.words | words, waiting=frame.waiting)  # fmt: skip
            case GatheredTold():
                return replace(self, gathered=self.gathered | {frame.table: frame})
            case HalfTimeTold():
                return replace(self, half_time=self.half_time | {frame.table: frame})
            case PageTurned():
                return self._stands(frame)
        return self

    def _stands(self, frame: PageTurned) -> DebriefLead:
        """Where the class stood when this window came back to it."""
        pages = frame.pages or self.pages
        place = pages.index(frame.page) if frame.page in pages else self.place
        return replace(self, pages=pages, place=place, revealed=frame.revealed, table=frame.table, link=frame.link,
                       hidden_names=frame.hidden_names)  # fmt: skip

    def in_language(self, speech: Speech) -> DebriefLead:
        return replace(self, speech=speech)

    @property
    def scene(self) -> DebriefScene | None:
        if self.cast is None:
            return None
        words = self.words.get(self.table) or {key: text for each in self.words.values() for key, text in each.items()}
        return DebriefScene(self.speech, self.cast, words, self.hidden_names)

    # where the class stands

    @property
    def page(self) -> PageName:
        return self.pages[self.place]

    def turn(self) -> TurnPage:
        return TurnPage(self.page, self.revealed, self.table, self.link, self.pages, self.hidden_names)

    def turned(self) -> PageTurned:
        return PageTurned(self.page, self.place + 1, len(self.pages), self.revealed, self.table, self.link, self.pages,
                          self.hidden_names)  # fmt: skip

    def next(self) -> DebriefLead:
        place, revealed = next_step(self.pages, self.place, revealed=self.revealed)
        return replace(self, place=place, revealed=revealed)

    def back(self) -> DebriefLead:
        place, revealed = last_step(self.pages, self.place, revealed=self.revealed)
        return replace(self, place=place, revealed=revealed)

    def go(self, place: int) -> DebriefLead:
        return replace(self, place=max(0, min(len(self.pages) - 1, place)), revealed=False)

    def choose(self, minutes: int) -> DebriefLead:
        """Another version; as far as it has the present page, that one stays."""
        pages = VERSIONS[minutes]
        place = pages.index(self.page) if self.page in pages else 0
        return replace(self, minutes=minutes, pages=pages, place=place, revealed=False)

    def added(self, page: PageName) -> DebriefLead:
        at = self.place + 1
        return replace(self, pages=(*self.pages[:at], page, *self.pages[at:]), place=at, revealed=False)

    def without(self) -> DebriefLead:
        if len(self.pages) == 1:
            return self
        pages = (*self.pages[: self.place], *self.pages[self.place + 1 :])
        return replace(self, pages=pages, place=min(self.place, len(pages) - 1), revealed=False)

    def moved(self, step: int) -> DebriefLead:
        to = self.place + step
        if not 0 <= to < len(self.pages):
            return self
        pages = list(self.pages)
        pages[self.place], pages[to] = pages[to], pages[self.place]
        return replace(self, pages=tuple(pages), place=to)

    @property
    def to_add(self) -> tuple[PageName, ...]:
        return tuple(page for page in ALL_PAGES if page not in self.pages)

    # what it shows

    def picture(self) -> DebriefPicture | None:
        """As the big screen shows it."""
        scene = self.scene
        if scene is None:
            return None
        debrief = self.tables.get(self.table) if self.page in NEEDS_TABLE else None
        half = next(iter(self.half_time.values()), None)
        return debrief_page(
            PageStuff(
                scene,
                self.turned(),
                debrief,
                self.gathered.get(self.table) or self._all_gathered(),
                self.comparison,
                tuple(self.tables[number] for number in sorted(self.tables)),
                self.deal or tuple(sorted(self.tables)),
                half_time=half.facts if half is not None else (),
                hidden_cards=self.hidden_cards,
                week=half.round if half is not None else 0,
            )
        )

    def _all_gathered(self) -> GatheredTold | None:
        """Of all tables together: words and counts, on pages without a table's figures."""
        told = list(self.gathered.values())
        if not told:
            return None
        return GatheredTold(
            0,
            tuple(word for each in told for word in each.words),
            tuple(place for each in told for place in each.sliders),
            (), (), (), (), (),
            sum(each.take_aways for each in told),
            tuple(rule for each in told for rule in each.rules),
            max(each.surveys for each in told),
            sum(each.seats for each in told),
        )  # fmt: skip

    def notes(self) -> tuple[str, str]:
        key = self.page.replace("_", "-")
        return self.speech.say(f"debrief-note-{key}"), self.speech.say(f"debrief-note-{key}-more")

    def questions(self) -> tuple[tuple[str, str], ...]:
        """Two for each principle, on its page."""
        if self.page != "principles":
            return ()
        say = self.speech.say
        return tuple((say(f"score-principle-{name}"), say(f"debrief-bank-{name}")) for name in PRINCIPLES)
