"""The styles as a table of traits: what each bot is told to do, in words that `docs/bots` explains."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sandgame.rules.intents import DeclineReason

StyleName = Literal["competing", "avoiding", "accommodating", "compromising", "collaborating"]
Row = StyleName | Literal["stand_in"]
Offer = Literal["fit", "all", "half", "spread"]
Choice = Literal["dearest", "first", "last", "load"]
First = Literal["due", "number", "worth"]
Start = Literal["at_once", "piled", "worthwhile"]
Overtime = Literal["none", "all", "due"]
Lending = Literal["never", "three", "half_spare", "spare"]
Claim = Literal["all", "none", "half", "half_up", "shortage"]
Terms = Literal["fit", "less", "silent"]
Meeting = Literal["yes", "free", "no", "silent"]
Blame = Literal["logged", "itself", "other", "none"]
Voting = Literal["most", "people", "none"]


@dataclass(frozen=True, slots=True)
class Style:
    """Percentages are of 100; what is not named here, all styles do alike.

    own_work: share of the weekly own work that is set aside. padding: what is asked for, of the lack.
    early: asks for orders that are yet to come too. silent: skips lines it would ask, never answers some.
    aids: makes and ships aids at all. overtime_counts: share of the overtime maximum counted on in a promise.
    helped: the bottleneck counts on the help that the case's book names. overtime_limit: of the maximum.
    declines: the reason it gives. yields: agrees to a division of the pool that gives it less than it claims.
    terms: which new terms of a promise it agrees to. meets: whether it agrees to a meeting ("free": with an hour to
    spare). blames: the cause it names when something failed. starts: when it begins another service ("piled": what has
    piled up first, and no small purchase; "worthwhile": not for less than its setup is worth). gives: agrees to what
    it would have to give in return. votes: for the measure that has most votes, or most votes of people.
    """

    name: Row
    own_work: int
    padding: int
    early: bool
    silent: bool
    written: bool
    restates: bool
    aids: bool
    offer: Offer
    overtime_counts: int
    helped: bool
    choice: Choice
    first: First
    starts: Start
    overtime: Overtime
    overtime_limit: int
    declines: DeclineReason
    lending: Lending
    borrows: bool
    claim: Claim
    yields: bool
    thanks: bool
    terms: Terms
    meets: Meeting
    blames: Blame
    gives: bool
    votes: Voting


_COMPETING = Style(
    "competing", own_work=80, padding=125, early=False, silent=False, written=False, restates=False, aids=False,
    offer="fit", overtime_counts=0, helped=False, choice="dearest", first="due", starts="piled",
    overtime="none", overtime_limit=0, declines="own_priorities", lending="never", borrows=True, claim="all",
    yields=False, thanks=False, terms="less", meets="no", blames="other", gives=True, votes="none",
)  # fmt: skip
_AVOIDING = Style(
    "avoiding", own_work=80, padding=100, early=False, silent=True, written=False, restates=False, aids=False,
    offer="fit", overtime_counts=0, helped=False, choice="first", first="number", starts="at_once",
    overtime="none", overtime_limit=0, declines="other", lending="never", borrows=False, claim="none",
    yields=True, thanks=False, terms="silent", meets="silent", blames="none", gives=True, votes="none",
)  # fmt: skip
_ACCOMMODATING = Style(
    "accommodating", own_work=0, padding=100, early=False, silent=False, written=False, restates=False, aids=True,
    offer="all", overtime_counts=0, helped=False, choice="first", first="number", starts="at_once",
    overtime="all", overtime_limit=100, declines="no_capacity", lending="three", borrows=True, claim="half",
    yields=True, thanks=True, terms="fit", meets="yes", blames="itself", gives=True, votes="none",
)  # fmt: skip
_COMPROMISING = Style(
    "compromising", own_work=50, padding=100, early=False, silent=False, written=True, restates=False, aids=True,
    offer="half", overtime_counts=25, helped=False, choice="last", first="due", starts="at_once",
    overtime="due", overtime_limit=50, declines="no_capacity", lending="half_spare", borrows=True, claim="half_up",
    yields=True, thanks=False, terms="fit", meets="free", blames="logged", gives=True, votes="people",
)  # fmt: skip
_COLLABORATING = Style(
    "collaborating", own_work=0, padding=100, early=True, silent=False, written=True, restates=True, aids=True,
    offer="spread", overtime_counts=50, helped=True, choice="load", first="worth", starts="worthwhile",
    overtime="due", overtime_limit=100, declines="no_capacity", lending="spare", borrows=True, claim="shortage",
    yields=True, thanks=True, terms="fit", meets="yes", blames="logged", gives=True, votes="most",
)  # fmt: skip

NAMES: tuple[StyleName, ...] = ("competing", "avoiding", "accommodating", "compromising", "collaborating")
"""In the order in which a mixed company draws them."""

STYLES: dict[StyleName, Style] = {
    "competing": _COMPETING,
    "avoiding": _AVOIDING,
    "accommodating": _ACCOMMODATING,
    "compromising": _COMPROMISING,
    "collaborating": _COLLABORATING,
}

STAND_IN = replace(_COLLABORATING, name="stand_in", lending="never", gives=False, thanks=False, votes="none")
"""Sits in for a person who dropped out: keeps what was promised, and gives nothing away."""


def row_of(player: str | None) -> Style:
    """The row of a bot's style or of the stand-in. A style that this version does not know works with the others."""
    return next((style for style in (*STYLES.values(), STAND_IN) if style.name == player), _COLLABORATING)
