"""What a log says of working together: marks, the pieces of evidence behind them, and what they are held against."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from sandgame.rules.ids import SeatId
from sandgame.rules.scenario import Talk

SCORING_VERSION = 3
"""Raised with any change of a formula, a prior, a weight or a cut: old games keep the marks of their version."""

Principle = Literal["trust", "needs", "response", "openness", "improvement", "goals"]
PRINCIPLES: tuple[Principle, ...] = ("trust", "needs", "response", "openness", "improvement", "goals")
Indicator = Literal[
    "T1", "T2", "T3", "T4", "T5", "N1", "N2", "N3", "R1", "R2", "C1", "C2", "C3", "I1", "I2", "I3", "I4", "G1", "G2",
    "G3",
]  # fmt: skip
NotMeasured = Literal["no_opportunity", "open_table", "not_discriminating", "not_built", "left_out"]
Level = Literal["events", "band", "number"]
"""Too little for more than the events; a band with its interval; a number with its interval."""
Band = Literal["silo", "between", "reference"]
FactName = Literal[
    "kept", "warned", "promised", "answered", "refused_well", "asked_straight", "clarified", "told", "rated_by_facts",
    "closed_loop", "recovered", "role_known", "for_company", "boundary",
]  # fmt: skip
"""What is counted of a department, k of n."""
Key = tuple[tuple[str, int], ...]
"""Numbers by name, as the sentence of a piece takes them."""


class Piece(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One opportunity of an indicator, as evidence; `seat` is the department whose conduct it is.

    `credit` 0 to 1000. `weight` in thousandths: as an indicator gives it in that indicator's own measure, in a mark of
    that of the case (1000 is what an opportunity weighs on average). `effect` in hundredths of a point on the mark that
    the piece stands in. `log` are the numbers of the events behind it; `key` names its sentence.
    """

    indicator: Indicator
    key: str
    round: int
    log: tuple[int, ...]
    seat: SeatId
    provider: SeatId = SeatId(0)
    customer: SeatId = SeatId(0)
    numbers: Key = ()
    credit: int = 0
    weight: int = 1000
    effect: int = 0

    def weighing(self, weight: int) -> Piece:
        return self if weight == self.weight else replace(self, weight=weight)

    def moving(self, effect: int) -> Piece:
        return self if effect == self.effect else replace(self, effect=effect)


class Gauge(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An indicator of a department (`seat`), or of all that a mark covers (seat 0).

    `n_eff`, `estimate`, `low` and `high` (5 and 95 %) in thousandths; `points` in hundredths: silo 2000, reference
    8000. They are None, and `why` says so, where the scale means nothing.
    """

    indicator: Indicator
    seat: SeatId
    n: int
    n_eff: int
    estimate: int | None
    low: int | None
    high: int | None
    points: int | None
    why: NotMeasured | None = None


class Missing(Struct, frozen=True, forbid_unknown_fields=True):
    """An indicator that a mark does without, and why."""

    indicator: Indicator
    why: NotMeasured


class Mark(Struct, frozen=True, forbid_unknown_fields=True):
    """A principle, of the team (provider and customer 0) or of a link from a provider to its customer.

    `points`, `low`, `high` and `base` in hundredths: `base`, what the neutral prior alone gives, and the effects of all
    `pieces` add up to `points`. `strongest_for` and `strongest_against` are places in `pieces`.
    """

    principle: Principle
    provider: SeatId
    customer: SeatId
    points: int | None
    low: int | None
    high: int | None
    base: int
    level: Level
    band: Band | None
    gauges: tuple[Gauge, ...]
    pieces: tuple[Piece, ...]
    strongest_for: tuple[int, ...]
    strongest_against: tuple[int, ...]
    not_measured: tuple[Missing, ...]

    def of_all(self) -> Mark:
        """Without the gauges of single departments."""
        return replace(self, gauges=tuple(gauge for gauge in self.gauges if not gauge.seat))

    def of_seat(
        self, seat: SeatId, pieces: tuple[Piece, ...], most_for: tuple[int, ...], most_against: tuple[int, ...]
    ) -> Mark:
        """What one department did: a department has no points of its own."""
        return Mark(
            principle=self.principle,
            provider=self.provider,
            customer=self.customer,
            points=None,
            low=None,
            high=None,
            base=0,
            level="events",
            band=None,
            gauges=tuple(gauge for gauge in self.gauges if gauge.seat == seat),
            pieces=pieces,
            strongest_for=most_for,
            strongest_against=most_against,
            not_measured=self.not_measured,
        )


class Facts(Struct, frozen=True, forbid_unknown_fields=True):
    """A department's fact: `k` of `n`, with the moments behind it; a band where n is 8 or more."""

    seat: SeatId
    fact: FactName
    k: int
    n: int
    band: Band | None
    pieces: tuple[Piece, ...]


class LeftOut(Struct, frozen=True, forbid_unknown_fields=True):
    """A week in which a seat was not marked: a bot or the stand-in played it, or it is not scored (`asked`)."""

    seat: SeatId
    round: int
    asked: bool


class Marks(Struct, frozen=True, forbid_unknown_fields=True):
    """All that is said of a log."""

    scoring_version: int
    fingerprint: str
    seed: int
    length: int
    talk: Talk
    marks: tuple[Mark, ...]
    facts: tuple[Facts, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def of_team(self) -> tuple[Mark, ...]:
        """The six principles of the whole table."""
        return tuple(mark for mark in self.marks if not mark.provider and not mark.customer)

    def for_table(self) -> Marks:
        """Those of the team alone, and nothing that speaks of one department."""
        return replace(self, marks=tuple(mark.of_all() for mark in self.of_team), facts=())

    def for_seat(self, seat: SeatId, marks: tuple[Mark, ...]) -> Marks:
        """With these marks, and what speaks of one department only."""
        facts = tuple(fact for fact in self.facts if fact.seat == seat)
        return replace(self, marks=marks, facts=facts, left_out=tuple(x for x in self.left_out if x.seat == seat))


class Anchor(Struct, frozen=True, forbid_unknown_fields=True):
    """What bots reach on an indicator in this department, in thousandths: companies of competing and of collaborating
    ones, and the neutral prior of a mixed population. `scale` is the mean weight of an opportunity there.
    """

    seat: SeatId
    indicator: Indicator
    silo: int
    reference: int
    prior: int
    scale: int


class Anchors(Struct, frozen=True, forbid_unknown_fields=True):
    """Of a case and a length."""

    scoring_version: int
    length: int
    anchors: tuple[Anchor, ...]


class Worth(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Whole money that a seat's fact is worth to the company in a round: how far the best still to be reached would
    fall without what it is about. `number` is the order's or service's; of a request line the sheet's, with `line`.
    """

    round: int
    seat: SeatId
    about: Literal["order", "free_hours", "stock", "line"]
    money: int
    number: int = 0
    line: int = 0


class Worths(Struct, frozen=True, forbid_unknown_fields=True):
    """Of a session: made once from its log and stored with it. Empty where nobody has made them."""

    worths: tuple[Worth, ...] = ()
