"""What a debrief shows: one table's pages, the class's comparison, and where the class stands in them. Shapes only.

Money is whole, in the case's unit; `log` are numbers of the table's log, by which each figure opens its moments.
"""  # long: a Struct for each

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from sandgame.frames.board import BoardThen
from sandgame.frames.cast import Cast, Word
from sandgame.frames.classroom import AnyTable, Name, Token
from sandgame.frames.marks import Facts, Marks, Principle
from sandgame.frames.seat import FrameBase
from sandgame.rules.ids import Note, Phase, Seat, SeatId
from sandgame.rules.intents import Cause
from sandgame.rules.scenario import Talk

Change = Literal["measure", "card"]
PageName = Literal[
    "opening", "one_word", "guess", "principles", "link", "moments", "value", "take_away", "half_time", "class"
]
PAUSE: tuple[PageName, ...] = ("half_time",)
"""All there is at half time."""
DOTS: tuple[PageName, ...] = ("opening", "one_word", "guess", "principles", "link", "moments", "value", "take_away")
"""The pages of the whole debrief, in order; `half_time` and `class` stand outside. `guess` holds the network, `value`
the KPIs and the company and then where it went, `link` what he said, I said and the fact, then the weeks."""
VERSIONS: dict[int, tuple[PageName, ...]] = {
    20: ("opening", "guess", "value", "take_away"),
    30: ("opening", "one_word", "guess", "principles", "moments", "value", "take_away"),
    40: DOTS,
}
"""Minutes -> pages: a first list that the facilitator edits."""

_AT_PAGES = ("word", "slider", "guess", "plus", "delta", "take_away", "next_week")
"""What is handed in once at a page, by its name in `KeepDebrief` and in `OwnSaid`."""
WHOLE_PAGE = 0
"""Among the hidden cards: the page itself."""
MOMENT = 400
"""Log numbers of a moment at most."""


class KpiShown(Struct, frozen=True):
    seat: SeatId
    kpi: int
    bonus_own: int
    """The bonus as its two rounded parts, in percent points."""
    bonus_shared: int


class Company(Struct, frozen=True):
    """`captured` and `reference_captured` in percent, towards zero; `paths`: silo and reference after each week."""

    silo: int
    reference: int
    result: int
    best: int
    captured: int
    reference_captured: int
    results: tuple[int, ...]
    silo_path: tuple[int, ...]
    reference_path: tuple[int, ...]


class WeekGone(Struct, frozen=True):
    """Where it went in a week, by U: at the table, by the departments' plans, by unclear words; `loss` is the sum.

    Best, with all changes and less all losses, is the result to the unit."""

    round: int
    loss: int
    table: int
    departments: int
    clarity: int
    still: int
    """What could still have been reached after the week: best, with the changes and less the losses so far."""
    log: tuple[int, ...] = ()
    """Its plans, its Deliver and its changes."""


class ChangeShown(Struct, frozen=True):
    """What a measure or a card changed in what could still be reached: below 0 it took."""

    round: int
    kind: Change
    what: str
    change: int
    log: int = 0


class SharesGone(Struct, frozen=True):
    """Departments' shares of their part, for the facilitator's private page only."""

    round: int
    shares: tuple[int, ...]


class Gone(Struct, frozen=True):
    """All losses of a table, as lab makes them from its log. `exact` False: by the relaxation, as in class."""

    weeks: tuple[WeekGone, ...] = ()
    changes: tuple[ChangeShown, ...] = ()
    shares: tuple[SharesGone, ...] = ()
    exact: bool = False


LinkReason = Literal["not_told", "warned_late", "not_answered", "not_kept", "refused", "unclear"]


class LinkWorth(Struct, frozen=True):
    """A link that was most worth opening: about how much more, if it had been; links overlap and do not add up."""

    provider: SeatId
    customer: SeatId
    service: int
    reason: LinkReason
    money: int
    log: tuple[int, ...]
    times: int = 1
    """Facts or promises whose estimates it sums."""


class CauseSaid(Struct, frozen=True):
    """Of promises that failed: how many had this cause by the log, and for how many of them both sides said so too."""

    cause: Cause
    total: int
    agreed: int
    log: tuple[int, ...]


class WeekOfLink(Struct, frozen=True):
    """Promises due in a week on a link, and good units that came; `units` 0 is none."""

    round: int
    units: int
    arrived: int
    kept: bool
    log: tuple[int, ...]


class RatingShown(Struct, frozen=True):
    """What a link's customer gave in a week: the mean of its three items, in tenths."""

    round: int
    tenths: int
    log: int


class LinkShown(Struct, frozen=True):
    """A directed link as facts. `rating` is the mean in tenths, None without one. The funnel counts request lines:
    received, then answered in the week asked, then agreed or with another way offered, then come in full."""

    provider: SeatId
    customer: SeatId
    services: tuple[int, ...]
    kept: int
    matured: int
    asked: int
    answered: int
    warned: int
    at_risk: int
    rating: int | None
    ratings: int
    funnel: tuple[int, int, int, int]
    weeks: tuple[WeekOfLink, ...]
    log: tuple[int, ...]
    unfinished: int = 0
    """Of the lines that fell out at the funnel's last step: those on which no promise failed. They were not agreed to,
    were released, or were not due by the end."""
    rated: tuple[RatingShown, ...] = ()
    warned_late: tuple[int, ...] = ()
    """Weeks in which a promise of it was due, only then warned of, and not kept."""


class FailedPromise(Struct, frozen=True):
    """The largest promise that failed: what both sides said, beside the fact. None: they said nothing."""

    commitment: int
    provider: SeatId
    customer: SeatId
    service: int
    units: int
    due: int
    arrived: int
    worth: int
    warned: bool
    provider_said: Cause | None
    customer_said: Cause | None
    fact: Cause | None
    log: tuple[int, ...]


class PromiseShown(Struct, frozen=True):
    """A promise on the timeline: made, due, and what became of it."""

    commitment: int
    provider: SeatId
    customer: SeatId
    service: int
    units: int
    made: int
    due: int
    ended: int
    state: str
    warned: int
    """The week in which it was warned; 0 never."""
    log: tuple[int, ...]


class FactShown(Struct, frozen=True):
    """Who knew what when: a seat's fact, whom it would have helped, when it was told to whom, what it was worth."""

    seat: SeatId
    about: Literal["order", "free_hours", "stock"]
    number: int
    since: int
    needed_by: tuple[SeatId, ...]
    told: tuple[tuple[int, SeatId], ...]
    money: int
    log: tuple[int, ...]
    in_time: bool = False
    """One who needed it heard of it while it could help."""


TurnKind = Literal[
    "not_told", "own_work_first", "not_answered", "promise_broken", "overpromised", "measure", "told", "warned"
]


class TurningPoint(Struct, frozen=True):
    """One of the largest losses or gains: who, whom it touched, and what was known then. `money` is the estimate."""

    kind: TurnKind
    gain: bool
    round: int
    phase: Phase
    seat: SeatId
    other: SeatId
    touched: tuple[SeatId, ...]
    service: int
    units: int
    money: int
    numbers: tuple[tuple[str, int], ...]
    log: tuple[int, ...]

    def at_most(self, money: int) -> TurningPoint:
        return replace(self, money=min(self.money, money))


class HalfTimeFact(Struct, frozen=True):
    """Two facts for each department at half time: no scores. `key` names the sentence."""

    seat: SeatId
    key: str
    numbers: tuple[tuple[str, int], ...]
    log: tuple[int, ...]


class SideOfLink(Struct, frozen=True):
    """What a department faced on a link: measured by (metric kind, weight), knew and did not know, felt, thought."""

    seat: SeatId
    measured_by: tuple[tuple[str, int], ...]
    knew: tuple[tuple[str, int], ...]
    knew_not: tuple[tuple[str, int], ...]
    rating: int | None
    thought: tuple[str, str]
    """What it took the other's metric and limit for; empty where it was not asked."""
    right: tuple[bool, bool]


class LinkStory(Struct, frozen=True):
    """The two departments of a link, side by side."""

    provider: SeatId
    customer: SeatId
    sides: tuple[SideOfLink, SideOfLink]


class FiguresOfWeek(Struct, frozen=True):
    """What all were told at a week's end: the result so far, the KPIs in seat order; `final` once more at the end."""

    round: int
    result: int
    kpis: tuple[int, ...]
    log: int
    final: bool = False


Awaited = Literal["marks", "losses"]
"""What takes longer than the first page: the marks with the worths behind them, where it went."""


class TableDebrief(Struct, frozen=True):
    """One table's whole debrief. `exact` False: losses by the relaxation, as in class.

    On laptops `marks` are those of the team alone, without gauges of single departments, and `stories` those that both
    departments agreed to show: who leads, too, gets no others.
    """

    table: int
    talk: Talk
    length: int
    rounds: int
    company: Company | None
    """None: the case has no benchmarks, or the game was ended before its last week."""
    kpis: tuple[KpiShown, ...]
    weeks: tuple[WeekGone, ...]
    changes: tuple[ChangeShown, ...]
    exact: bool
    worth_opening: tuple[LinkWorth, ...]
    causes: tuple[CauseSaid, ...]
    links: tuple[LinkShown, ...]
    failed: FailedPromise | None
    stories: tuple[LinkStory, ...]
    promises: tuple[PromiseShown, ...]
    known: tuple[FactShown, ...]
    turning: tuple[TurningPoint, ...]
    half_time: tuple[HalfTimeFact, ...]
    marks: Marks
    bots: tuple[SeatId, ...]
    """Seats that were played by bots the whole time."""
    awaits: tuple[Awaited, ...] = ()
    """What is still being computed: empty there, and told again when it is ready."""
    figures: tuple[FiguresOfWeek, ...] = ()
    planned: int = 0
    """Weeks as play began: the debrief is as long as was said then."""
    left_out: tuple[SeatId, ...] = ()
    """Departments of people who chose not to be scored: no page shows their KPI or how they were rated."""
    board: BoardThen | None = None
    """None: made by a program that did not keep it."""

    @property
    def best_begun(self) -> int | None:
        """What the weeks played could have come to, as far as they are known: `company.best` where there is a scale."""
        if not self.weeks:
            return None
        lost = sum(week.loss for week in self.weeks)
        return self.weeks[-1].still + lost - sum(change.change for change in self.changes)

    def for_room(self, agreed: Collection[tuple[int, int]]) -> TableDebrief:
        """With the stories of those links only whose two departments agreed to it."""
        return replace(self, stories=tuple(one for one in self.stories if (one.provider, one.customer) in agreed))

    def for_table(self, agreed: Collection[tuple[int, int]]) -> TableDebrief:
        """As the table's own laptops may have it."""
        return replace(self.for_room(agreed), marks=self.marks.for_table())


class OwnDebrief(Struct, frozen=True):
    """For one seat alone, on its own laptop: its facts, what they are, and one suggestion (a principle)."""

    table: int
    seat: SeatId
    marks: Marks
    """Of this department alone: its gauges and its pieces, with what each moved of the table's mark, and no points."""
    facts: tuple[Facts, ...]
    kpi: KpiShown
    bonus_if_shared: int
    company: Company | None
    links: tuple[LinkShown, ...]
    suggestion: Principle | None
    left_out: bool = False
    """Chosen by who sits there, for the whole game."""
    rounds: int = 0
    """Weeks that were played."""
    placed: tuple[Principle, ...] = ()
    """The principles that have a place on the table's page: of these alone it can be said what a piece moved."""


class TableOfClass(Struct, frozen=True):
    """A table in the comparison, in percent. `same`: played the same variant without injections of its own."""

    table: int
    talk: Talk
    same: bool
    captured: int | None
    kept: int | None
    answered: int | None
    warned: int | None


class ClassDebrief(Struct, frozen=True):
    tables: tuple[TableOfClass, ...]


class MadeDebrief(Struct, frozen=True):
    """All that was made of a table's log, as it is stored: nobody but the host holds it whole."""

    debrief: TableDebrief
    own: tuple[OwnDebrief, ...]
    shares: tuple[SharesGone, ...] = ()


class BookmarkSeen(Struct, frozen=True):
    """In a table's log, under its number there."""

    table: int
    round: int
    phase: Phase
    note: str
    log: int
    whole: bool = False
    """Of the class."""


# -- in the room


class DebriefTold(FrameBase, frozen=True, tag="debrief_told"):
    """To the facilitator, whenever one is ready or has changed: that table's debrief with its private `shares`, to be
    put in the place of what was told of the same table before. Comparison and bookmarks are those of all so far."""

    tables: tuple[TableDebrief, ...]
    shares: tuple[tuple[SharesGone, ...], ...]
    comparison: ClassDebrief
    bookmarks: tuple[BookmarkSeen, ...]
    cast: Cast
    words: tuple[tuple[Word, ...], ...]
    waiting: int
    """Tables whose debrief is still being computed."""


class OwnNote(Struct, frozen=True):
    """What a seat wrote beside a piece of its own evidence, named by the piece's last log number. Nobody else's."""

    seat: SeatId
    log: int
    text: str


class Survey(Struct, frozen=True, forbid_unknown_fields=True):
    """Answers 1 to 6 in the order of the items, 0 is left out; `occasion` a before class, b2 about the game.

    `key` is drawn by the laptop and known to it alone: the store keeps the answers under it, apart from the seats."""

    key: Token
    occasion: Literal["a", "b2"]
    answers: Annotated[tuple[Annotated[int, Meta(ge=0, le=6)], ...], Meta(max_length=18)]

    def under(self, key: str) -> Survey:
        """The same answers in the place of those that were handed in before."""
        return replace(self, key=key)

    def without_answers(self) -> Survey:
        """That it was handed in, and no more."""
        return replace(self, answers=())


class OwnSaid(Struct, frozen=True):
    """What a seat said before, for its own laptop alone: whether the table may be shown, its survey about the game,
    and what it handed in at the pages."""

    seat: SeatId
    show: bool | None = None
    survey: Survey | None = None
    word: str | None = None
    slider: int | None = None
    guess: Guess | None = None
    plus: Principle | None = None
    delta: Principle | None = None
    votes: tuple[Vote, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    take_away: TakeAway | None = None
    next_week: NextWeek | None = None

    def at(self, seat: SeatId) -> OwnSaid:
        """People who were put in another seat take along what they said."""
        return replace(self, seat=seat)

    def beside(self, show: bool | None, survey: Survey | None) -> OwnSaid:
        """The same at the pages, with these answers."""
        return replace(self, show=show, survey=survey)

    def handed_in(self, frame: KeepDebrief) -> OwnSaid:
        """With what the seat hands in at a page now; each takes the place of what it said of that kind before."""
        votes = (*(one for one in self.votes if frame.vote is None or one.moment != frame.vote.moment), frame.vote)
        estimates = (
            *(one for one in self.estimates if frame.estimate is None or one.moment != frame.estimate.moment),
            frame.estimate,
        )
        plain = {name: said for name in _AT_PAGES if (said := getattr(frame, name)) is not None}
        return replace(
            self,
            **plain,
            votes=tuple(one for one in votes if one is not None),
            estimates=tuple(one for one in estimates if one is not None),
        )


class TableDebriefTold(FrameBase, frozen=True, tag="table_debrief_told"):
    """To the laptops of a table: its own debrief, and the own pages, notes and answers of the seats that are held
    there, no others."""

    debrief: TableDebrief
    own: tuple[OwnDebrief, ...]
    cast: Cast
    words: tuple[Word, ...]
    notes: tuple[OwnNote, ...] = ()
    said: tuple[OwnSaid, ...] = ()


class HalfTimeTold(FrameBase, frozen=True, tag="half_time_told"):
    """To the laptops of a table, and to who leads: facts of the weeks up to `round`, told at a pause. `said` as with
    the debrief."""

    table: int
    round: int
    facts: tuple[HalfTimeFact, ...]
    cast: Cast | None = None
    said: tuple[OwnSaid, ...] = ()

    def to_seats(self, said: tuple[OwnSaid, ...]) -> HalfTimeTold:
        """To the laptop of those seats."""
        return replace(self, said=said)


class PageTurned(FrameBase, frozen=True, tag="page_turned"):
    """Where the class stands; `revealed` after the guess. `link` (provider, customer) and `table` as the facilitator
    chose; table 0 is the class form. `hidden_cards` are shown nowhere, 0 among them is the whole page; `moment` are the
    log numbers of the one that the facilitator has open. `closed`: the debrief is done, and people say goodbye."""

    page: PageName
    place: int
    of: int
    revealed: bool
    table: int
    link: tuple[int, int]
    pages: tuple[PageName, ...]
    hidden_names: bool
    hidden_cards: tuple[int, ...] = ()
    moment: tuple[int, ...] = ()
    closed: bool = False

    def for_class(self) -> PageTurned:
        """The same page in the class form."""
        return replace(self, table=0)

    def same_but_for_moment(self, other: PageTurned) -> bool:
        """What all see is the same."""
        return replace(self, moment=other.moment) == other


class TurnPage(FrameBase, frozen=True, tag="turn_page"):
    """From the facilitator: goes to all laptops as `PageTurned`. `half_time` at a pause, all others after play."""

    page: PageName
    revealed: bool = False
    table: AnyTable = 0
    link: tuple[Annotated[int, Meta(ge=0, le=8)], Annotated[int, Meta(ge=0, le=8)]] = (0, 0)
    pages: Annotated[tuple[PageName, ...], Meta(max_length=12)] = ()
    hidden_names: bool = False
    hidden_cards: Annotated[tuple[Annotated[int, Meta(ge=0, le=9)], ...], Meta(max_length=10)] = ()
    moment: Annotated[tuple[Annotated[int, Meta(ge=0)], ...], Meta(max_length=MOMENT)] = ()
    closed: bool = False
    """The debrief is done; only of a class that was ended."""


class Guess(Struct, frozen=True, forbid_unknown_fields=True):
    """Before the facts are shown: the share of promises kept in percent, the best and the weakest link."""

    kept: Annotated[int, Meta(ge=0, le=100)]
    best: tuple[Seat, Seat] | None = None
    weakest: tuple[Seat, Seat] | None = None


class TakeAway(Struct, frozen=True, forbid_unknown_fields=True):
    """A request and a promise to a real colleague, and how each is verified; `rule` is the table's own."""

    request: Note = ""
    request_check: Note = ""
    promise: Note = ""
    promise_check: Note = ""
    rule: Note = ""


class NextWeek(Struct, frozen=True, forbid_unknown_fields=True):
    """At half time: what the department asks of whom in the week to come, and what it promises whom."""

    request: Note = ""
    promise: Note = ""


class Vote(Struct, frozen=True, forbid_unknown_fields=True):
    """What to do in a moment, before it is shown what came of it: `moment` is its place among the turning points."""

    moment: Annotated[int, Meta(ge=0, le=9)]
    choice: Annotated[int, Meta(ge=0, le=9)]


class Estimate(Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody takes a moment to have moved, before the estimate is shown: whole money."""

    moment: Annotated[int, Meta(ge=0, le=9)]
    money: Annotated[int, Meta(ge=0, le=1_000_000)]


class EvidenceNote(Struct, frozen=True, forbid_unknown_fields=True):
    """Beside a piece of one's own evidence; "" takes it away."""

    log: Annotated[int, Meta(ge=0)]
    text: Note = ""


class KeepDebrief(FrameBase, frozen=True, tag="keep_debrief"):
    """From a seat in the debrief: a word, a guess, plus and delta, a vote on a moment, consent to show a link, the
    take-away card; each replaces what the seat kept of that kind before. `show`: whether the table may be put on the
    big screen; not to answer is no."""

    seat: Seat
    word: Name | None = None
    slider: Annotated[int, Meta(ge=0, le=100)] | None = None
    guess: Guess | None = None
    plus: Principle | None = None
    delta: Principle | None = None
    consent: tuple[Seat, Seat, bool] | None = None
    vote: Vote | None = None
    estimate: Estimate | None = None
    take_away: TakeAway | None = None
    survey: Survey | None = None
    show: bool | None = None
    note: EvidenceNote | None = None
    next_week: NextWeek | None = None


class GatheredTold(FrameBase, frozen=True, tag="gathered_told"):
    """What a table gathered so far: counts to all, words without names, guesses of the table; no survey answers."""

    table: int
    words: tuple[str, ...]
    sliders: tuple[int, ...]
    guesses: tuple[Guess, ...]
    plus: tuple[Principle, ...]
    delta: tuple[Principle, ...]
    consents: tuple[tuple[int, int, SeatId], ...]
    votes: tuple[tuple[int, int, int], ...]
    """Moment, choice, and how many."""
    take_aways: int
    rules: tuple[str, ...]
    surveys: int
    """How many surveys about the game the whole class has filled in."""
    seats: int
    shows: int = 0
    """How many agree that the table is put on the big screen; nobody is told who does not."""
    agreed: bool = False
    """All do who are asked."""
    next_weeks: int = 0
    """How many have written at half time."""
    away: int = 0
    """Of `seats`, those that are not waited for: their laptops are gone. Who said no before they went is waited for
    like everybody who is there."""
    estimates: tuple[tuple[int, int], ...] = ()
    """Moment and money, by moment and size."""

    @property
    def estimating(self) -> int:
        """How many guessed what a moment moved: of the one that most did."""
        moments = [moment for moment, _ in self.estimates]
        return max((moments.count(moment) for moment in moments), default=0)


DebriefAsk = TurnPage | KeepDebrief
DebriefNews = DebriefTold | TableDebriefTold | HalfTimeTold | PageTurned | GatheredTold
