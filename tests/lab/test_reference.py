"""The reference games of the design, to the unit: two engines built apart agree on them, and so does this one."""

from __future__ import annotations

import statistics

import pytest

from sandgame.bots.styles import NAMES
from sandgame.lab.play import Game
from sandgame.rules.events import Delivered, NegotiationClosed
from tests.kit.cases import game, played

RESULTS = {
    # styles in the order of the design: competing, avoiding, accommodating, compromising, collaborating, mixed
    ("factory", 0): (1240, 246, 1366, 2252, 3503, 2629),
    ("factory", 1): (1304, 751, 1431, 2285, 3594, 1297),
    ("factory", 2): (1196, -35, 1366, 1903, 3372, 1124),
    ("factory", 3): (1400, 21, 1352, 2151, 3384, 1003),
    ("starter", 0): (414, 194, 1174, 952, 1348, 1214),
    ("starter", 1): (544, -28, 1176, 1031, 1248, 1176),
    ("starter", 2): (547, 84, 1159, 1025, 1209, 1205),
    ("starter", 3): (403, 364, 1371, 931, 1457, 360),
}

CURVES = {
    ("factory", "competing"): (305, 618, 975, 978, 1232, 1277, 1187, 1240),
    ("factory", "accommodating"): (464, 417, 713, 778, 977, 1109, 1002, 1366),
    ("factory", "compromising"): (350, 526, 715, 1005, 1210, 1600, 1869, 2252),
    ("factory", "collaborating"): (258, 602, 1276, 1611, 1976, 2392, 2875, 3503),
    ("starter", "competing"): (74, 290, 362, 414),
    ("starter", "accommodating"): (400, 738, 1028, 1174),
    ("starter", "compromising"): (210, 474, 680, 952),
    ("starter", "collaborating"): (174, 648, 986, 1348),
}

KPI = {
    ("factory", "competing"): (67, 87, 70, 78, 91, 68),
    ("factory", "accommodating"): (76, 52, 59, 50, 40, 48),
    ("factory", "compromising"): (76, 84, 64, 59, 54, 70),
    ("factory", "collaborating"): (79, 73, 61, 51, 58, 64),
    ("starter", "competing"): (70, 88, 73),
    ("starter", "accommodating"): (77, 50, 64),
    ("starter", "compromising"): (80, 63, 67),
    ("starter", "collaborating"): (81, 56, 60),
}

MONEY = {
    # revenue, late, lost, purchases, overtime, holding, own work
    ("factory", "competing"): (1886, 503, 518, 476, 0, 35, 886),
    ("factory", "accommodating"): (4116, 245, 232, 1628, 912, 107, 374),
    ("factory", "compromising"): (3602, 40, 282, 1350, 66, 98, 486),
    ("factory", "collaborating"): (5008, 86, 114, 1486, 84, 71, 336),
    ("starter", "competing"): (590, 88, 136, 92, 0, 0, 140),
    ("starter", "accommodating"): (1478, 0, 20, 256, 96, 0, 68),
    ("starter", "compromising"): (1144, 8, 52, 208, 30, 0, 106),
    ("starter", "collaborating"): (1560, 0, 0, 276, 0, 2, 66),
}

UNITS = {
    ("factory", "competing"): (13, 0, 11, 12, 9, 4, 6, 7, 37, 6, 6, 6),
    ("factory", "accommodating"): (11, 14, 65, 30, 9, 29, 15, 7, 84, 30, 14, 6),
    ("factory", "compromising"): (9, 10, 47, 27, 8, 21, 16, 6, 64, 22, 15, 6),
    ("factory", "collaborating"): (8, 16, 52, 29, 8, 26, 23, 8, 79, 27, 22, 8),
    ("starter", "competing"): (9, 0, 7, 1, 4),
    ("starter", "accommodating"): (8, 8, 6, 13, 5),
    ("starter", "compromising"): (6, 6, 5, 9, 5),
    ("starter", "collaborating"): (6, 8, 6, 13, 6),
}

MEANS = {
    # mean and standard deviation of the result over the seeds 1 to 40
    ("factory", "collaborating"): (3372, 147),
    ("factory", "compromising"): (2074, 192),
    ("factory", "accommodating"): (1432, 314),
    ("factory", "competing"): (1373, 159),
    ("factory", "avoiding"): (447, 271),
    ("starter", "collaborating"): (1331, 94),
    ("starter", "accommodating"): (1222, 105),
    ("starter", "compromising"): (905, 104),
    ("starter", "mixed"): (742, 302),
    ("starter", "competing"): (450, 57),
    ("starter", "avoiding"): (91, 150),
}


def curve(of: Game) -> tuple[int, ...]:
    return tuple(p.money.result for p in of.state.published if not p.final)


def deliveries(of: Game) -> list[Delivered]:
    return [event for event in of.events if isinstance(event, Delivered)]


@pytest.mark.parametrize("case", ["factory", "starter"])
@pytest.mark.parametrize("seed", range(4))
def test_every_reference_game_ends_with_its_result(case: str, seed: int) -> None:
    results = tuple(game(case, style, seed).state.money.result for style in (*NAMES, "mixed"))
    assert results == RESULTS[case, seed]


@pytest.mark.parametrize(("case", "style"), CURVES)
def test_the_base_game_of_a_company_is_that_of_the_design(case: str, style: str) -> None:
    base = game(case, style, 0)
    money = base.state.money
    made = [0] * len(base.state.scenario.services)
    for delivered in deliveries(base):
        for line in delivered.made:
            made[line.service - 1] += line.units
    assert curve(base) == CURVES[case, style]
    assert tuple(f.kpi for f in base.state.published[-1].seats) == KPI[case, style]
    kinds = (money.revenue, money.late, money.lost, money.purchases, money.overtime, money.holding, money.own_work)
    assert kinds == MONEY[case, style]
    assert tuple(made) == UNITS[case, style]


def test_the_collaborating_factory_talks_lends_and_delivers_as_the_design_counts() -> None:
    base = game("factory", "collaborating", 0)
    state = base.state
    closed = [event for event in base.events if isinstance(event, NegotiationClosed)]
    hours = [h for event in closed for h in event.hours]
    books = [b for delivered in deliveries(base) for b in delivered.books]
    shipped = [s for delivered in deliveries(base) for s in delivered.shipped]
    assert sum(len(sheet.lines) for sheet in state.sheets.values()) == 73
    # the design counts a sheet for each pair and round; no more than six lines fit on one
    assert len({(s.round, s.customer, s.provider) for s in state.sheets.values()}) == 33
    assert len(state.commitments) == 69
    assert sum(c.state == "kept" for c in state.commitments.values()) == 63
    assert sum(h.lent for h in hours) == 55
    assert sum(h.pool for h in hours) == 24
    assert sum(b.aid for b in books) == 48
    assert sum(b.overtime for b in books) == 14
    assert sum(s.bad for s in shipped) == 5
    assert sum(s.misfit for s in shipped) == 0


def test_the_competing_factory_refuses_and_loses_as_the_design_counts() -> None:
    base = game("factory", "competing", 0)
    state = base.state
    lines = [line for sheet in state.sheets.values() for line in sheet.lines]
    closed = [event for event in base.events if isinstance(event, NegotiationClosed)]
    shipped = [s for delivered in deliveries(base) for s in delivered.shipped]
    assert len(lines) == 69
    assert sum(line.state == "agreed" for line in lines) == 31
    assert sum(c.state == "kept" for c in state.commitments.values()) == 14
    assert sum(h.pool for event in closed for h in event.hours) == 16
    assert sum(event.pool_lost for event in closed) == 8
    assert sum(s.misfit for s in shipped) == 7


@pytest.mark.parametrize(("case", "style"), MEANS)
def test_over_forty_seeds_mean_and_spread_are_those_of_the_design(case: str, style: str) -> None:
    results = [played(case, style, seed).state.money.result for seed in range(1, 41)]
    assert (round(statistics.fmean(results)), round(statistics.pstdev(results))) == MEANS[case, style]
