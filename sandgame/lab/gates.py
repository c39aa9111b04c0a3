"""What a case must show before it is used: bots' games held against its gates, a figure each (docs/scenario-format)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Literal

from sandgame.bots.styles import NAMES, StyleName
from sandgame.lab.trials import TOGETHER, Standing, Trial
from sandgame.rules.figures import SHARED_GOAL, bonus, index_so_far, with_satisfaction
from sandgame.rules.scenario import Benchmarks, Purpose, RuleName, Scenario
from sandgame.scenario.package import Package

GateName = Literal[
    "silo",
    "compromising",
    "collaborating",
    "seed",
    "dilemma",
    "shared",
    "hours",
    "decisions",
    "busiest",
]
Figures = dict[str, Fraction]
"""By the author's keys of departments; a figure for the whole case by the name of its gate."""

PROOF = 20
"""Variants that prove something; fewer are a first look."""
SMALL_SHARE = 10
"""Percent of the company in the bonus where nothing draws the departments together."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where every figure of a gate has to lie; if `strict`, the bounds themselves do not pass."""

    low: int | None = None
    high: int | None = None
    strict: bool = False

    def hold(self, value: Fraction) -> bool:
        if self.strict:
            return (self.low is None or value > self.low) and (self.high is None or value < self.high)
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    @property
    def kind(self) -> Literal["between", "least", "above", "most", "below"]:
        if self.low is not None and self.high is not None:
            return "between"
        if self.high is None:
            return "above" if self.strict else "least"
        return "below" if self.strict else "most"


ASKED: dict[GateName, Bounds] = {
    "silo": Bounds(25, 45),
    "compromising": Bounds(5),
    "collaborating": Bounds(70, 92),
    "seed": Bounds(high=10, strict=True),
    "dilemma": Bounds(0, strict=True),
    "shared": Bounds(high=5, strict=True),
    "hours": Bounds(10, 30),
    "decisions": Bounds(4, 9),
    "busiest": Bounds(high=14),
}
OTHERWISE: dict[tuple[Purpose, GateName], Bounds] = {
    ("starter", "collaborating"): Bounds(70, 96),
    # so few weeks and departments that help is most of what there is to decide
    ("starter", "hours"): Bounds(10, 45),
    ("teaching", "collaborating"): Bounds(70),
}
NOT_ASKED: frozenset[tuple[Purpose, GateName]] = frozenset(
    {("teaching", "dilemma"), ("teaching", "shared"), ("teaching", "decisions"), ("teaching", "busiest")}
)
HELP: frozenset[RuleName] = frozenset({"overtime", "lend", "pool"})
CHANGES: frozenset[GateName] = frozenset({"dilemma", "shared"})
"""Gates whose figures are more or less of something."""


@dataclass(frozen=True, slots=True)
class Gate:
    """One line of what a case must show, at one length. Without `figures` there were no benchmarks to find them by."""

    length: int
    gate: GateName
    figures: Figures
    bounds: Bounds
    exempt: bool

    @property
    def passed(self) -> bool:
        return bool(self.figures) and all(self.bounds.hold(value) for value in self.figures.values())

    @property
    def in_order(self) -> bool:
        return self.passed or self.exempt

    def as_json(self) -> dict[str, Any]:
        """Plain data; figures to one decimal, halves up as they are printed."""
        return {
            "length": self.length,
            "gate": self.gate,
            "figures": {name: float((20 * value + 1) // 2 / 10) for name, value in self.figures.items()},
            "bounds": {"low": self.bounds.low, "high": self.bounds.high, "strict": self.bounds.strict},
            "passed": self.passed,
            "exempt": self.exempt,
        }


@dataclass(frozen=True, slots=True)
class Evidence:
    """The trials of one length. `marks`, the constants of each, are empty if one of them is missing."""

    departments: tuple[str, ...]
    length: int
    trials: tuple[Trial, ...]
    marks: tuple[Benchmarks, ...] = field(repr=False)

    def by_seat(self, values: Iterable[Fraction]) -> Figures:
        return dict(zip(self.departments, values, strict=True))


def gates(package: Package, trials: Sequence[Trial]) -> list[Gate]:
    """Every gate at every length that was tried, shortest first."""
    purpose = package.scenario.purpose
    found: list[Gate] = []
    for length in sorted({trial.length for trial in trials}):
        seen = evidence(package, length, trials)
        for name, judge in _JUDGES.items():
            figures = judge(seen) if seen.marks or name not in _BY_BENCHMARKS else {}
            bounds = OTHERWISE.get((purpose, name), ASKED[name])
            found.append(Gate(length, name, figures, bounds, _not_asked(package.scenario, name, length, seen)))
    return found


def _not_asked(scenario: Scenario, name: GateName, length: int, seen: Evidence) -> bool:
    """A teaching case may do without benchmarks, and so without what they measure; no help, none to be missed."""
    if (scenario.purpose, name) in NOT_ASKED:
        return True
    if name == "hours":
        has_aids = any(service.aid is not None for service in scenario.services)
        return not has_aids and HELP.isdisjoint(scenario.open_rules(length))
    return scenario.purpose == "teaching" and name in _BY_BENCHMARKS and not seen.marks


def evidence(package: Package, length: int, trials: Sequence[Trial]) -> Evidence:
    own = tuple(trial for trial in trials if trial.length == length)
    marks = [package.benchmarks(trial.seed, length) for trial in own]
    known = tuple(mark for mark in marks if mark is not None)
    return Evidence(package.departments, length, own, known if len(known) == len(own) else ())


def bonus_changes(seen: Evidence, share: int, satisfied: bool) -> tuple[Fraction, ...]:
    """Of each seat: what it gains on average by competing alone in a collaborating company.

    `share` is the company's part of the bonus; `satisfied`: satisfaction is a part of the KPI.
    """
    return tuple(
        _mean(
            _bonus(mark, trial.length, trial.alone[at], at, share, satisfied)
            - _bonus(mark, trial.length, trial.together, at, share, satisfied)
            for trial, mark in zip(seen.trials, seen.marks, strict=True)
        )
        for at in range(len(seen.departments))
    )


def _bonus(marks: Benchmarks, length: int, company: Standing, at: int, share: int, satisfied: bool) -> int:
    """Bots of a fixed style play alike whatever they are paid by: so it is worked out from how the game ended."""
    points = company.kpis[at]
    if satisfied:
        points = with_satisfaction(points, company.satisfaction[at])
    return sum(bonus(share, points, index_so_far(marks, company.result, length)))


def _silo(seen: Evidence) -> Figures:
    return {"silo": _silo_share(seen)}


def _compromising(seen: Evidence) -> Figures:
    return {"compromising": _of_best(seen, "compromising") - _silo_share(seen)}


def _collaborating(seen: Evidence) -> Figures:
    return {"collaborating": _of_best(seen, TOGETHER)}


def _silo_share(seen: Evidence) -> Fraction:
    return Fraction(seen.marks[0].silo_path[-1], 10)


def _of_best(seen: Evidence, style: StyleName) -> Fraction:
    """Percent, from whole thousandths as the paths of the benchmarks have them."""
    pairs = zip(seen.trials, seen.marks, strict=True)
    return _mean(1000 * trial.results[style] // mark.best for trial, mark in pairs) / 10


def _seed(seen: Evidence) -> Figures:
    """Percent of the variance of the result, styles × seeds: sum of squares between the seeds of that of all games."""
    table = [[trial.results[style] for style in NAMES] for trial in seen.trials]
    count, total = len(table) * len(NAMES), sum(map(sum, table))
    # all sums of squares times `count`, so that they are whole
    whole = count * sum(result * result for row in table for result in row) - total * total
    between = len(table) * sum(sum(row) ** 2 for row in table) - total * total
    return {"seed": Fraction(100 * between, whole) if whole else Fraction(0)}


def _dilemma(seen: Evidence) -> Figures:
    return seen.by_seat(bonus_changes(seen, SMALL_SHARE, satisfied=False))


def _shared(seen: Evidence) -> Figures:
    return seen.by_seat(bonus_changes(seen, SHARED_GOAL, satisfied=True))


def _hours(seen: Evidence) -> Figures:
    """By the relaxation, with help and without: the programme itself takes half a minute a variant."""
    falls = (Fraction(100 * (trial.bound - trial.unhelped), trial.bound) for trial in seen.trials if trial.bound > 0)
    return {"hours": _mean(falls)}


def _decisions(seen: Evidence) -> Figures:
    return {"decisions": _mean(_decisions_by_seat(seen))}


def _busiest(seen: Evidence) -> Figures:
    return seen.by_seat(_decisions_by_seat(seen))


def _decisions_by_seat(seen: Evidence) -> list[Fraction]:
    seats = zip(*(trial.decisions for trial in seen.trials), strict=True)
    return [_mean(seat) / seen.length for seat in seats]


def _mean(values: Iterable[int | Fraction]) -> Fraction:
    listed = list(values)
    return Fraction(sum(listed), len(listed)) if listed else Fraction(0)


_JUDGES: dict[GateName, Callable[[Evidence], Figures]] = {
    "silo": _silo,
    "compromising": _compromising,
    "collaborating": _collaborating,
    "seed": _seed,
    "dilemma": _dilemma,
    "shared": _shared,
    "hours": _hours,
    "decisions": _decisions,
    "busiest": _busiest,
}
_BY_BENCHMARKS: frozenset[GateName] = frozenset({"silo", "compromising", "collaborating", "dilemma", "shared"})
