"""What the board, the blocks, the balance and the ledger show, as plain frozen data without Qt.

Data passes from a seat's view through present/ into these, and from these into paint/ and ui/kit/. Ids are plain
numbers that come back unchanged in signals; texts are ready to be drawn; `spoken` is what a screen reader says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

State = Literal["open", "agreed", "in_plan", "risk", "kept", "broken"]
Sign = Literal["steady", "loaded", "stuck", "pleased"]
Side = Literal["own", "supplier", "customer", "both", "external"]
Answer = Literal["accept", "counter", "decline"]
Tone = Literal["plain", "info", "positive", "caution", "negative"]
BlockLook = Literal["solid", "setup", "hollow", "missing", "neutral", "stock"]

COMPANY_SLOT = 0
"""The slot that stands for the company, the external customer and directives: drawn in ink, not in a department."""


@dataclass(frozen=True, slots=True)
class BadgePicture:
    """Who: slot 1..8 gives colour and outline, 0 is the company in ink; icon is a name in assets/icons."""

    slot: int
    icon: str


@dataclass(frozen=True, slots=True)
class HolderPicture:
    """Who sits on an island (seat choice): the tag on its rim."""

    text: str
    icon: str
    mine: bool = False


@dataclass(frozen=True, slots=True)
class IslandPicture:
    """One department on the sand.

    `side` places it on a trainee's board; `place` (0..1000 both ways, the island's centre) places it on boards laid out
    by the scenario. `hours` holds one slot number for each hour's block, own island only. `far`: no partner of the
    seat's, known by the service map. `played`: the icon for a seat that no person plays.
    """

    id: int
    name: str
    badge: BadgePicture
    line: str = ""
    side: Side = "supplier"
    place: tuple[int, int] | None = None
    hours_line: str = ""
    hours: tuple[int, ...] = ()
    sign: Sign | None = None
    holder: HolderPicture | None = None
    pips: int | None = None
    spoken: str = ""
    tip: str = ""
    far: bool = False
    played: str = ""


@dataclass(frozen=True, slots=True)
class GhostPicture:
    """A department whose relations this seat does not know yet."""

    id: int
    name: str
    badge: BadgePicture
    line: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class RibbonPicture:
    """One service, from the island that provides to the island that receives.

    `live` = something is agreed or open on it this week; `dotted` = leads to the external customer; `far` = between two
    others, drawn lightly.
    """

    id: int
    provider: int
    customer: int
    slot: int
    label: str = ""
    live: bool = False
    dotted: bool = False
    spoken: str = ""
    far: bool = False


@dataclass(frozen=True, slots=True)
class ChipPicture:
    """A commitment (or, with `sheet`, a whole sheet of lines) on a ribbon. `draft` marks an own sheet not yet sent."""

    id: int
    ribbon: int
    badge: BadgePicture
    units: str
    due: str
    state: State
    sheet: bool = False
    draft: bool = False
    spoken: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class TravellerPicture:
    """A block on its way along a ribbon; `at` is permille of the way, `count` a number on it if it stands for more."""

    ribbon: int
    slot: int
    at: int
    count: str = ""


@dataclass(frozen=True, slots=True)
class FlowPicture:
    """Units that travel along a ribbon in Deliver; with `stop` (permille of the way) they end before the goal."""

    ribbon: int
    slot: int
    units: int
    stop: int = 1000


@dataclass(frozen=True, slots=True)
class CalloutPicture:
    """What stopped the work of an island: one bold line and one plain line."""

    island: int
    title: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class CompanyPicture:
    """The company in the middle of the sand (seat choice)."""

    name: str
    line: str
    icon: str = "building-2"


@dataclass(frozen=True, slots=True)
class BoardPicture:
    """A whole board. `layout`: partners = a trainee's board, places = by the scenario, seats = seat choice."""

    islands: tuple[IslandPicture, ...] = ()
    ghosts: tuple[GhostPicture, ...] = ()
    ribbons: tuple[RibbonPicture, ...] = ()
    chips: tuple[ChipPicture, ...] = ()
    layout: Literal["partners", "places", "seats"] = "partners"
    own: int | None = None
    company: CompanyPicture | None = None
    travellers: tuple[TravellerPicture, ...] = ()
    callout: CalloutPicture | None = None
    note: str = ""
    note_icon: str = ""
    foot: str = ""
    selected_chip: int | None = None
    marked_chips: tuple[int, ...] = ()
    selected_island: int | None = None


@dataclass(frozen=True, slots=True)
class BlockPicture:
    """One hour (or two above 60 hours): its look, and the slot of the department it serves (0 = order, directive)."""

    look: BlockLook
    slot: int = 0


@dataclass(frozen=True, slots=True)
class UnitPicture:
    """Blocks that stand together. `under`: None, "stock" or the slot of the department whose delivery it waits for."""

    blocks: tuple[BlockPicture, ...]
    under: int | Literal["stock"] | None = None


@dataclass(frozen=True, slots=True)
class HoursPicture:
    """A row of blocks in groups with a gap between them."""

    units: tuple[UnitPicture, ...] = ()
    spoken: str = ""


def blocks(look: BlockLook, slot: int, count: int) -> tuple[BlockPicture, ...]:
    """`count` equal blocks."""
    return (BlockPicture(look, slot),) * count


def in_groups(row: Sequence[BlockPicture], size: int = 5) -> tuple[UnitPicture, ...]:
    """Single hours in groups of five, so that they can be counted at a glance."""
    return tuple(UnitPicture(tuple(row[start : start + size])) for start in range(0, len(row), size))


@dataclass(frozen=True, slots=True)
class HeaderBalancePicture:
    """The balance in the top bar: KPI so far against the company's index so far, with texts beside the pans."""

    badge: BadgePicture
    kpi: int
    index: int
    kpi_label: str
    index_label: str
    kpi_text: str
    index_text: str
    kpi_change: str = ""
    index_change: str = ""
    kpi_tone: Tone = "plain"
    index_tone: Tone = "plain"
    spoken: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class BalancePicture:
    """The balance of a plan: hours for own work (left-over ones hollow) against hours for others, as stacks."""

    left: tuple[BlockPicture, ...]
    right: tuple[BlockPicture, ...]
    left_title: str = ""
    left_value: str = ""
    right_title: str = ""
    right_value: str = ""
    slot: int = 0
    legend: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class BonusPicture:
    """The bonus bar: two shares (percent, summing to 100), each filled to its value (0..100)."""

    slot: int
    own_share: int
    own_value: int
    company_share: int
    company_value: int
    own_text: str = ""
    company_text: str = ""
    title: str = ""
    tip: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One promise in the ledger: 44 px, two lines. `sheet` = an open sheet that stands for all its lines."""

    id: int
    badge: BadgePicture
    title: str
    line: str
    due: str
    state: State
    state_text: str
    sheet: bool = False
    selected: bool = False
    spoken: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class StepPicture:
    """One phase in the top bar."""

    icon: str
    text: str
    state: Literal["done", "now", "later"]
    tip: str = ""


@dataclass(frozen=True, slots=True)
class ClockPicture:
    """The clock in the present step: a ready text (mm:ss, "paused", "no clock"), and how pressing it is."""

    text: str
    tone: Literal["none", "calm", "warn", "urgent", "paused"] = "calm"
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class CheckPicture:
    """One item of the now bar: a must-do thing, ticked by doing it; clicking leads to its place."""

    id: int
    text: str
    done: bool = False
    icon: str = ""


@dataclass(frozen=True, slots=True)
class TopBarPicture:
    """All that the top bar says."""

    title: str
    week_text: str
    week: int
    weeks: int
    steps: tuple[StepPicture, ...]
    clock: ClockPicture | None = None
    balance: HeaderBalancePicture | None = None


@dataclass(frozen=True, slots=True)
class PipPicture:
    """One turn of a negotiation: who spoke (slot), the present one, or one still to come."""

    slot: int
    state: Literal["spoken", "now", "later"]
