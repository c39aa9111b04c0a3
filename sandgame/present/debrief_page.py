"""A page of the debrief as plain frozen data: sentences ready to be drawn, each figure with its log numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sandgame.frames.debrief import PageName
from sandgame.frames.marks import Principle
from sandgame.present.charts import RulerPicture
from sandgame.present.debrief_charts import LossesPicture, ProfilePicture
from sandgame.present.moment_board import MomentBoard
from sandgame.present.pictures import BadgePicture

Tone = Literal["plain", "positive", "caution", "negative", "primary"]
Log = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """The one box that puts something to people."""

    question: str
    lead: str = ""
    note: str = ""
    count: str = ""
    count_line: str = ""
    """How many have answered."""


@dataclass(frozen=True, slots=True)
class Line:
    """An icon and a sentence, maybe with a head above it; `log` opens its moments."""

    icon: str
    text: str
    head: str = ""
    log: Log = ()


@dataclass(frozen=True, slots=True)
class OpeningBody:
    purpose: str
    rules: tuple[Line, ...]
    sees_title: str
    sees: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class WordsBody:
    """Words with how often each was written; `places` are marks on the line, 0 to 100, with how many stand there."""

    words: tuple[tuple[str, int], ...]
    empty: str
    slider: str
    low: str
    high: str
    places: tuple[tuple[int, int], ...]
    counted: str
    placed: str = ""


@dataclass(frozen=True, slots=True)
class IslandOnMap:
    seat: int
    name: str
    badge: BadgePicture
    place: tuple[int, int]


@dataclass(frozen=True, slots=True)
class EdgeOnMap:
    """A directed link: `gauge` in permille or None, what stands large and small in its pill; no texts: not yet seen."""

    provider: int
    customer: int
    tone: Tone = "plain"
    gauge: int | None = None
    top: str = ""
    low: str = ""
    spoken: str = ""
    log: Log = ()


@dataclass(frozen=True, slots=True)
class LinkRowPicture:
    provider: BadgePicture
    customer: BadgePicture
    head: str
    line: str
    log: Log
    money: int = 0
    figure: str = ""
    guess: str = ""
    """What was thought of it before it was seen."""


@dataclass(frozen=True, slots=True)
class NetworkBody:
    """The map of who serves whom, before the guess (`rows` empty, `steps` say what to guess) and after."""

    islands: tuple[IslandOnMap, ...]
    edges: tuple[EdgeOnMap, ...]
    legend: tuple[tuple[Tone, str], ...] = ()
    side_title: str = ""
    rows: tuple[LinkRowPicture, ...] = ()
    steps: tuple[Line, ...] = ()
    guessed: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece that spoke for or against, with its week and effect."""

    week: str
    text: str
    effect: str
    log: Log


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Principles without a place: why not, and each with its occasions, chosen as the rows are."""

    why: str
    names: tuple[tuple[Principle, str], ...]


@dataclass(frozen=True, slots=True)
class ProfileBody:
    """Only principles that have a place stand on the scale; `placed` names them row by row."""

    profile: ProfilePicture
    placed: tuple[Principle, ...]
    unplaced: tuple[Unplaced, ...]
    chosen: Principle | None
    side_title: str
    for_title: str
    against_title: str
    gains: tuple[Evidence, ...]
    losses: tuple[Evidence, ...]
    empty: str
    choices: tuple[str, ...]
    """What the table chose as its one plus and its one delta, if it did; ties all stand there."""
    note: str
    choose: str = ""
    """What a click on a principle does."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What one side said of why, or what the log says."""

    badge: BadgePicture | None
    icon: str
    head: str
    said: str
    line: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class FailedBody:
    """The largest promise that failed: what was agreed and came, and three voices beside each other."""

    provider: BadgePicture
    customer: BadgePicture
    deal: str
    came: str
    warned: str
    voices: tuple[Voice, ...]
    log: Log
    money: str = ""
    owed_title: str = ""
    owed: tuple[Line, ...] = ()
    """What was promised to its provider and was not there either, where the record says it was blocked."""


@dataclass(frozen=True, slots=True)
class WeekPill:
    """`text` counts units, `low` promises."""

    week: str
    text: str
    state: Literal["kept", "failed", "none"]
    log: Log
    low: str = ""


@dataclass(frozen=True, slots=True)
class FunnelStep:
    count: int
    text: str
    head: str
    line: str
    lost: str
    """What fell out on the way to the next step."""


@dataclass(frozen=True, slots=True)
class SideCard:
    badge: BadgePicture
    name: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LinkBody:
    provider: IslandOnMap
    customer: IslandOnMap
    weeks: tuple[WeekPill, ...]
    funnel_title: str
    funnel: tuple[FunnelStep, ...]
    sides_title: str
    sides: tuple[SideCard, SideCard]
    ask: str
    log: Log


@dataclass(frozen=True, slots=True)
class Waiting:
    """What has to be there first, as one calm sentence: consent, a result, a table."""

    icon: str
    text: str
    line: str


@dataclass(frozen=True, slots=True)
class MomentCard:
    """`estimate` and its words are empty until they are shown."""

    number: int
    gain: bool
    where: str
    provider: BadgePicture
    customer: BadgePicture | None
    head: str
    line: str
    touched_title: str
    touched: tuple[BadgePicture, ...]
    estimate_line: str
    estimate: str
    question: str
    log: Log
    spoken: str
    votes: tuple[tuple[str, str], ...] = ()
    guessed: str = ""
    """What people took it for, beside the estimate."""


@dataclass(frozen=True, slots=True)
class MomentsBody:
    """What could still be reached by week, `still` after each; pins are (place in weeks, card number)."""

    weeks: tuple[str, ...]
    start: int
    start_text: str
    still: tuple[int, ...]
    end_text: str
    lost_text: str
    chart_title: str
    pins: tuple[tuple[int, int, bool], ...]
    cards: tuple[MomentCard, ...]
    empty: str
    note: str


@dataclass(frozen=True, slots=True)
class KpiRow:
    badge: BadgePicture
    name: str
    kpi: int
    text: str
    log: Log = ()
    hidden: bool = False
    """Nothing is told of it; `text` says so."""


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    value: int
    text: str
    kind: Literal["silo", "ours", "reference", "best"]
    log: Log = ()


@dataclass(frozen=True, slots=True)
class KpiBody:
    kpi_title: str
    kpi_note: str
    target: int
    target_text: str
    rows: tuple[KpiRow, ...]
    company_title: str
    columns: tuple[Column, ...]
    gap: int
    gap_text: str


@dataclass(frozen=True, slots=True)
class CauseRow:
    name: str
    agreed: int
    total: int
    text: str
    log: Log


@dataclass(frozen=True, slots=True)
class ValueBody:
    ruler: RulerPicture | None
    losses_title: str
    losses: LossesPicture | None
    waiting: str
    week_logs: tuple[Log, ...]
    links_title: str
    links_note: str
    links: tuple[LinkRowPicture, ...]
    causes_title: str
    causes_legend: tuple[str, str]
    causes: tuple[CauseRow, ...]
    columns: tuple[Column, ...] = ()
    """In place of the ruler and the losses, where nothing compares: what was earned by week."""


@dataclass(frozen=True, slots=True)
class TakeCard:
    """A department's card; without texts it is still being written."""

    badge: BadgePicture
    name: str
    rows: tuple[tuple[str, str], ...]
    writing: str


@dataclass(frozen=True, slots=True)
class TakeAwayBody:
    cards: tuple[TakeCard, ...]
    how: tuple[Line, ...]
    written: str
    written_line: str
    done: int
    of: int
    rule_title: str
    rules: tuple[str, ...]
    rule_empty: str


@dataclass(frozen=True, slots=True)
class FactCard:
    badge: BadgePicture
    name: str
    lines: tuple[tuple[str, Log], ...]


@dataclass(frozen=True, slots=True)
class HalfTimeBody:
    cards: tuple[FactCard, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A table on a strip; `text` its figure, shown at the ends only."""

    letter: str
    value: int
    text: str


@dataclass(frozen=True, slots=True)
class Strip:
    name: str
    line: str
    dots: tuple[Dot, ...]
    marks: tuple[tuple[int, str, bool], ...]
    """Place, text, and whether it is the reference's."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What some tables did and others did not; `line` says how often, here and there."""

    letters: tuple[str, ...]
    text: str
    line: str


@dataclass(frozen=True, slots=True)
class ClassBody:
    strips: tuple[Strip, ...]
    side_title: str
    rows: tuple[Finding, ...]
    apart_title: str
    apart: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class MomentLine:
    week: str
    provider: BadgePicture
    customer: BadgePicture
    text: str
    log: str
    numbers: tuple[int, ...] = ()
    """Where on the board it can be followed."""
    at: int = 0
    """Of these the one of its own week."""
    minor: bool = False
    """Goes first where there is no room for all."""


@dataclass(frozen=True, slots=True)
class MomentPicture:
    """A moment, opened. `beside`: what else all may know of its week; `board`: as it was, where that is known."""

    title: str
    line: str
    rows: tuple[MomentLine, ...]
    empty: str
    more: str
    beside_title: str = ""
    beside: tuple[MomentLine, ...] = ()
    close: str = ""
    """How the big screen is rid of it."""
    board: MomentBoard | None = None
    rest: tuple[MomentLine, ...] = ()
    """What `more` counts."""


Body = (
    OpeningBody
    | WordsBody
    | NetworkBody
    | ProfileBody
    | FailedBody
    | LinkBody
    | Waiting
    | MomentsBody
    | KpiBody
    | ValueBody
    | TakeAwayBody
    | HalfTimeBody
    | ClassBody
)


@dataclass(frozen=True, slots=True)
class DebriefPicture:
    """`place` of `of` dots, 0 outside them; `figure` stands in sand beside the title."""

    page: PageName
    crumb: str
    title: str
    body: Body
    place: int = 0
    of: int = 0
    chip: str = ""
    figure: str = ""
    line: str = ""
    estimate: str = ""
    ask: Ask | None = None
    foot: str = ""
    moment: MomentPicture | None = None
    """Open over the page."""

    @property
    def spoken(self) -> str:
        return f"{self.title} {self.figure}".strip()
