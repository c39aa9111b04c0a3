"""The debrief as its facilitator knows it: tables as they become ready, where the class stands, notes for each page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sandgame.frames.cast import Cast, Texts
from sandgame.frames.console import BookmarksTold
from sandgame.frames.debrief import (
    MOMENT,
    PAUSE,
    VERSIONS,
    WHOLE_PAGE,
    BookmarkSeen,
    ClassDebrief,
    DebriefNews,
    DebriefTold,
    GatheredTold,
    HalfTimeTold,
    PageName,
    PageTurned,
    SharesGone,
    TableDebrief,
    TurnPage,
)
from sandgame.frames.marks import PRINCIPLES, Principle
from sandgame.present.class_time import debrief_minutes
from sandgame.present.debrief_known import last_step, next_step
from sandgame.present.debrief_moment import moment
from sandgame.present.debrief_page import DebriefPicture
from sandgame.present.debrief_pages import NEEDS_TABLE, TWO_STEPS, PageStuff, debrief_page
from sandgame.present.debrief_scene import DebriefScene
from sandgame.text.numbers import whole
from sandgame.text.speech import Speech

ALL_PAGES: tuple[PageName, ...] = (*VERSIONS[40], "class")
START = 30
HALF_TIME = 5
"""Minutes of the pause for thought."""


@dataclass(frozen=True)
class DebriefLead:  # long: most of it are ways to turn a page
    """Immutable. `deal` is the order in which tables were dealt their letters."""

    speech: Speech
    tables: dict[int, TableDebrief] = field(default_factory=dict)
    comparison: ClassDebrief | None = None
    bookmarks: tuple[BookmarkSeen, ...] = ()
    gathered: dict[int, GatheredTold] = field(default_factory=dict)
    half_time: dict[int, HalfTimeTold] = field(default_factory=dict)
    shares: dict[int, tuple[SharesGone, ...]] = field(default_factory=dict)
    """For this screen alone."""
    cast: Cast | None = None
    words: dict[int, dict[str, Texts]] = field(default_factory=dict)
    waiting: int = 0
    deal: tuple[int, ...] = ()
    minutes: int = START
    pages: tuple[PageName, ...] = VERSIONS[START]
    place: int = 0
    revealed: bool = False
    table: int = 0
    """The one that is looked at here; only with its agreement it is `shown` on the big screen, 0 is the class form."""
    shown: int = 0
    link: tuple[int, int] = (0, 0)
    hidden_names: bool = False
    hidden_cards: frozenset[int] = frozenset()
    moment: tuple[int, ...] = ()
    """Log numbers of the one that is open."""
    moment_said: str = ""
    moment_step: int = 0
    """The number of the log after which its board is looked at; 0 where it begins."""
    focus: Principle | None = None
    """The principle whose evidence is looked at, if another was chosen."""
    stood: bool = False
    """The class stood at a page when this window came."""
    closed: bool = False
    """The debrief is done: the laptops say goodbye."""
    shared: bool = False
    """Everybody sees this screen: a table that did not agree is not looked at here either."""
    peeking: bool = False
    """Notes and bookmarks are looked at for a moment all the same."""

    def took(self, frame: DebriefNews) -> DebriefLead:
        match frame:
            case DebriefTold():
                told = {debrief.table: debrief for debrief in frame.tables}
                words = {
                    debrief.table: {word.key: word.text for word in each}
                    for debrief, each in zip(frame.tables, frame.words, strict=False)
                }
                shares = {each.table: own for each, own in zip(frame.tables, frame.shares, strict=False)}
                known = self if self.tables else self._of_length(frame.tables)
                pages = VERSIONS[known.minutes] if known.pages == PAUSE else known.pages
                return replace(known, pages=pages, tables=self.tables | told, comparison=frame.comparison,
                               cast=frame.cast, bookmarks=frame.bookmarks, words=self.words | words,
                               shares=self.shares | shares, waiting=frame.waiting)  # fmt: skip
            case GatheredTold():
                known = replace(self, gathered=self.gathered | {frame.table: frame})
                return replace(known, shown=0) if not known.agreed(self.shown) else known
            case HalfTimeTold():
                return replace(self, half_time=self.half_time | {frame.table: frame}, cast=self.cast or frame.cast)
            case PageTurned():
                return self._stands(frame)
        return self

    def _of_length(self, tables: Sequence[TableDebrief]) -> DebriefLead:
        """As long as the class was told when it was set up, until the facilitator chooses, or the class stands."""
        planned = max((debrief.planned for debrief in tables), default=0)
        minutes = debrief_minutes(planned) if planned else self.minutes
        if minutes not in VERSIONS or self.pages not in (VERSIONS[START], PAUSE) or self.place or self.stood:
            return self
        return replace(self, minutes=minutes, pages=self.pages if self.pages == PAUSE else VERSIONS[minutes])

    def _stands(self, frame: PageTurned) -> DebriefLead:
        """Where the class stood when this window came back to it."""
        pages = frame.pages or self.pages
        place = pages.index(frame.page) if frame.page in pages else self.place
        minutes = next((minutes for minutes, usual in VERSIONS.items() if usual == pages), self.minutes)
        # a table that was taken down, or has not agreed, may still be looked at here
        table = frame.table or self.table
        return replace(self, pages=pages, place=place, revealed=frame.revealed, table=table, shown=frame.table,
                       link=frame.link, hidden_names=frame.hidden_names, hidden_cards=frozenset(frame.hidden_cards),
                       moment=frame.moment, minutes=minutes, stood=frame.page != "half_time",
                       closed=frame.closed)  # fmt: skip

    def marked(self, told: BookmarksTold) -> DebriefLead:
        """Also before there is a debrief: at half time."""
        others = (mark for mark in self.bookmarks if mark.table != told.table)
        return replace(self, bookmarks=tuple(sorted((*others, *told.bookmarks), key=lambda mark: mark.table)))

    def in_language(self, speech: Speech) -> DebriefLead:
        return replace(self, speech=speech)

    @property
    def at_pause(self) -> bool:
        return self.pages == PAUSE

    @property
    def lasts(self) -> int:
        """In minutes."""
        return HALF_TIME if self.at_pause else self.minutes

    @property
    def surveys(self) -> int:
        """How many the class has handed in: each table was told of all so far."""
        return max((told.surveys for told in self.gathered.values()), default=0)

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
        return TurnPage(self.page, self.revealed, self.shown, self.link, self.pages, self.hidden_names,
                        tuple(sorted(self.hidden_cards)), self.moment[:MOMENT], self.closed)  # fmt: skip

    def turned(self) -> PageTurned:
        return PageTurned(self.page, self.place + 1, len(self.pages), self.revealed, self.table, self.link, self.pages,
                          self.hidden_names, tuple(sorted(self.hidden_cards)), self.moment)  # fmt: skip

    @property
    def over(self) -> bool:
        """It is of a class that was played, not of half time."""
        return bool(self.tables) and self.pages != PAUSE

    @property
    def at_end(self) -> bool:
        """Nothing is left to be shown."""
        shown = self.page not in TWO_STEPS or self.revealed
        return self.over and shown and self.place + 1 == len(self.pages)

    def closing(self, closed: bool) -> DebriefLead:
        """It is done, or goes on after all. What stays on the laptops is the page of the take-away card."""
        last: PageName = "take_away"
        known = self.go(self.pages.index(last)) if closed and last in self.pages else self
        return replace(known, closed=closed)

    def next(self) -> DebriefLead:
        place, revealed = next_step(self.pages, self.place, revealed=self.revealed)
        return self._at(self.pages, place, revealed=revealed)

    def back(self) -> DebriefLead:
        place, revealed = last_step(self.pages, self.place, revealed=self.revealed)
        return self._at(self.pages, place, revealed=revealed)

    def go(self, place: int) -> DebriefLead:
        return self._at(self.pages, max(0, min(len(self.pages) - 1, place)))

    def _at(self, pages: tuple[PageName, ...], place: int, *, revealed: bool = False) -> DebriefLead:
        """Another page is not the one that was put away."""
        same = pages[place] == self.page
        hidden = self.hidden_cards if same else self.hidden_cards - {WHOLE_PAGE}
        return replace(self, pages=pages, place=place, revealed=revealed, hidden_cards=hidden, moment=())

    def choose(self, minutes: int) -> DebriefLead:
        """Another version: at the present page or, where it has none, at the nearest one before."""
        pages = VERSIONS[minutes]
        before = [page for page in reversed(self.pages[: self.place + 1]) if page in pages]
        place = pages.index(before[0]) if before else 0
        shown = self.revealed and pages[place] == self.page
        return replace(self._at(pages, place, revealed=shown), minutes=minutes)

    def added(self, page: PageName) -> DebriefLead:
        at = self.place + 1
        return self._at((*self.pages[:at], page, *self.pages[at:]), at)

    def without(self) -> DebriefLead:
        if len(self.pages) == 1:
            return self
        pages = (*self.pages[: self.place], *self.pages[self.place + 1 :])
        return self._at(pages, min(self.place, len(pages) - 1))

    def moved(self, step: int) -> DebriefLead:
        to = self.place + step
        if not 0 <= to < len(self.pages):
            return self
        pages = list(self.pages)
        pages[self.place], pages[to] = pages[to], pages[self.place]
        return replace(self, pages=tuple(pages), place=to)

    def hiding(self, number: int) -> DebriefLead:
        """A card, or the whole page, is put away everywhere, or comes back."""
        return replace(self, hidden_cards=self.hidden_cards ^ {number})

    def at_moment(self, log: tuple[int, ...], said: str = "") -> DebriefLead:
        return replace(self, moment=log, moment_said=said, moment_step=0)

    def at_step(self, number: int) -> DebriefLead:
        """The board of the moment as it was after that number of the log."""
        return replace(self, moment_step=number)

    # one table on the big screen

    def agreed(self, table: int) -> bool:
        """Whether it may be put on the big screen; the class form always may."""
        told = self.gathered.get(table)
        return not table or (told is not None and told.agreed)

    @property
    def locked(self) -> bool:
        """What is looked at here would be seen by all."""
        return self.shared and bool(self.table) and not self.agreed(self.table)

    @property
    def folded(self) -> bool:
        """Notes and bookmarks are put away: who leads has not asked for them."""
        return self.shared and not self.peeking

    def looking(self, table: int) -> DebriefLead:
        """At a table, 0 at the class form; on the big screen it is only if it agreed."""
        shown = table if self.agreed(table) else 0
        return replace(self, table=table, shown=shown, link=(0, 0), hidden_cards=frozenset())

    def showing(self) -> DebriefLead:
        """What is looked at here goes on the big screen."""
        return replace(self, shown=self.table if self.agreed(self.table) else 0)

    @property
    def to_add(self) -> tuple[PageName, ...]:
        return tuple(page for page in ALL_PAGES if page not in self.pages)

    # what it shows

    def public(self) -> DebriefPicture | None:
        """As the big screen shows it: a moment too, where its table is what is shown, as its laptops have it."""
        picture, scene = replace(self, table=self.shown).picture(), self.scene
        own = self.tables.get(self.shown)
        if picture is None or scene is None or own is None or not self.moment or self.shown != self.table:
            return picture
        if WHOLE_PAGE in self.hidden_cards or self.locked:
            return picture
        debrief = own.for_table([(one.provider, one.customer) for one in own.stories])
        shown = moment(scene, debrief, None, self.moment, self.moment_said or picture.title)
        return replace(picture, moment=shown.at(self.moment_step))

    def picture(self) -> DebriefPicture | None:
        """As it is looked at here."""
        scene = self.scene
        if scene is None:
            return None
        if self.locked:
            return self.public()
        debrief = self.tables.get(self.table) if self.page in NEEDS_TABLE else None
        half = self._half_time_shown
        return debrief_page(
            PageStuff(
                scene,
                self.turned(),
                debrief,
                self.gathered.get(self.table) or self._all_gathered(),
                self.comparison,
                tuple(self.tables[number] for number in sorted(self.tables)),
                self.deal or tuple(sorted(self.tables)),
                half_time=half.facts if half is not None and half.table in (self.table, self._only_table) else (),
                hidden_cards=self.hidden_cards,
                focus=self.focus,
                week=half.round if half is not None else 0,
            )
        )

    @property
    def _half_time_shown(self) -> HalfTimeTold | None:
        return self.half_time.get(self.table) or next(iter(self.half_time.values()), None)

    @property
    def _only_table(self) -> int:
        """Where there is one table the class form is that table's."""
        return next(iter(self.half_time)) if len(self.half_time) == 1 else 0

    def _all_gathered(self) -> GatheredTold | None:
        """Of all tables together: words and counts, on pages without a table's figures. A table's rule stays there."""
        told = list(self.gathered.values())
        if not told:
            return None
        return GatheredTold(
            0,
            tuple(word for each in told for word in each.words),
            tuple(place for each in told for place in each.sliders),
            tuple(guess for each in told for guess in each.guesses),
            (), (), (), (),
            sum(each.take_aways for each in told),
            (),
            max(each.surveys for each in told),
            sum(each.seats for each in told),
            next_weeks=sum(each.next_weeks for each in told),
        )  # fmt: skip

    def share_rows(self) -> tuple[tuple[str, str], ...]:
        """Beside the value page of a table: what of the departments' part was whose, in the order of the seats. Nobody
        else sees it, nor anybody while the screen is shared; who is not scored has none."""
        scene, debrief = self.scene, self.tables.get(self.table)
        if scene is None or debrief is None or self.page != "value" or self.shared:
            return ()
        weeks = [week.shares for week in self.shares.get(self.table, ())]
        sums = [sum(each) for each in zip(*weeks, strict=True)]
        unlisted = scene.say("debrief-unscored")
        return tuple(
            (scene.name(seat), unlisted if seat in debrief.left_out else whole(money))
            for seat, money in zip(scene.seats, sums, strict=False)
        )

    def notes(self) -> tuple[str, str]:
        key = self.page.replace("_", "-")
        return self.speech.say(f"debrief-note-{key}"), self.speech.say(f"debrief-note-{key}-more")

    def questions(self) -> tuple[tuple[str, str], ...]:
        """Two for each principle, on its page."""
        if self.page != "principles":
            return ()
        say = self.speech.say
        return tuple((say(f"score-principle-{name}"), say(f"debrief-bank-{name}")) for name in PRINCIPLES)
