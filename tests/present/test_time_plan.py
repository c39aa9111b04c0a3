"""The time plan: its parts add up, the first week is the longest, no phase is left without time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandgame.present.time_plan import HALVES, SHARES, minutes_text, time_plan, time_table
from sandgame.text.speech import LANGUAGES, Language, Speech


@given(st.integers(1, 12), st.integers(1, 20))
def test_weeks_and_phases_add_up_to_the_minutes_of_the_case(weeks: int, minutes_a_week: int) -> None:
    minutes = weeks * minutes_a_week + 2
    plan = time_plan(weeks, minutes)
    assert sum(plan.whole) == sum(plan.first) + (weeks - 1) * sum(plan.later) == minutes * HALVES
    assert sum(plan.first) >= sum(plan.later)


def test_every_phase_gets_its_share() -> None:
    assert sum(SHARES) == 100
    plan = time_plan(2, 10)
    assert (plan.first, plan.later) == ((2, 5, 2, 1, 2), (1, 3, 2, 1, 1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_ends_with_the_sum_of_its_rows(language: Language) -> None:
    table = time_table(Speech(language), 8, 60)
    assert table.rows[-1].times == ("11:00", "7:00", "60:00")
    assert len(table.rows) == len(SHARES) + 1
    assert "60" in table.title


def test_half_minutes_are_written_as_on_a_clock() -> None:
    assert [minutes_text(halves) for halves in (1, 2, 7)] == ["0:30", "1:00", "3:30"]
