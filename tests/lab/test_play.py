"""A game played straight through the rules."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sandgame.bots.styles import NAMES, StyleName
from sandgame.lab.play import company, mixed, play
from sandgame.rules.apply import fold
from sandgame.rules.events import LoanProposed, NeedRestated, PlanSubmitted, PoolClaimed, SheetAnswered
from sandgame.rules.intents import Counter
from sandgame.rules.log import decode
from sandgame.rules.scenario import RULE_NAMES, Opens
from tests.kit.cases import game, package


@pytest.mark.parametrize("style", NAMES)
def test_a_company_keeps_to_the_rules_that_are_open(style: StyleName) -> None:
    scenario = replace(package("factory").scenario, opens=tuple(Opens(rule, 13) for rule in RULE_NAMES))
    played = play(scenario, "closed", 0, 8, company(scenario, style))
    assert not [e for e in played.events if isinstance(e, LoanProposed | NeedRestated | PoolClaimed)]
    assert not [e for e in played.events if isinstance(e, PlanSubmitted) and e.plan.overtime]
    answers = [a for e in played.events if isinstance(e, SheetAnswered) for a in e.answers]
    assert not [a for a in answers if isinstance(a, Counter)]


@pytest.mark.parametrize("length", [5, 6])
def test_a_shorter_game_ends_in_its_last_week(length: int) -> None:
    scenario = package("factory").scenario
    played = play(scenario, "short", 0, length, mixed(scenario, 0))
    assert (played.state.phase, played.state.round) == ("over", length)


def test_the_log_that_is_kept_folds_to_the_same_game() -> None:
    played = game("starter", "collaborating", 1)
    assert fold(decode(body) for body in played.bodies) == played.state


def test_a_mixed_company_is_drawn_from_its_seed() -> None:
    scenario = package("factory").scenario
    assert list(mixed(scenario, 0).values()) == [
        "accommodating",
        "accommodating",
        "compromising",
        "collaborating",
        "accommodating",
        "accommodating",
    ]


def test_no_bot_leaves_a_phase_to_the_clock() -> None:
    played = game("factory", "collaborating", 0)
    assert not [e for e in played.events if getattr(e, "default", False)]
