"""Figures are written alike everywhere."""

import pytest

from sandgame.text import numbers


def test_whole_numbers_have_comma_groups_and_a_true_minus() -> None:
    assert [numbers.whole(n) for n in (0, 7, 1240, -4, -12345)] == ["0", "7", "1,240", "−4", "−12,345"]


def test_a_change_shows_its_direction_and_no_change_shows_nothing() -> None:
    assert [numbers.delta(n) for n in (7, -4, 0)] == ["▲7", "▼4", ""]
    assert [numbers.signed(n) for n in (7, -4, 0)] == ["+7", "−4", "0"]


def test_percent_units_parts_and_spans() -> None:
    assert (numbers.percent(-38), numbers.times(8), numbers.parts(6, 8)) == ("−38%", "×8", "6/8")
    assert (numbers.span(3, 4), numbers.span(4, 4)) == ("3–4", "4")


@pytest.mark.parametrize(("total", "count", "mean"), [(11, 3, "3.7"), (9, 2, "4.5"), (7, 4, "1.8"), (0, 3, "0.0")])
def test_a_mean_has_one_decimal(total: int, count: int, mean: str) -> None:
    assert numbers.tenths(total, count) == mean


def test_a_clock_counts_minutes_and_seconds_and_stops_at_nothing() -> None:
    assert [numbers.clock(s) for s in (402, 95, 9, -3)] == ["06:42", "01:35", "00:09", "00:00"]
