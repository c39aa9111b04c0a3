"""Beside a KPI that changed stands what changed it: the part that moved it most, out of what the seat was told."""

from __future__ import annotations

import pytest

from sandgame.present.kpi_moved import kpi_moved
from sandgame.present.recipe import metric_name
from sandgame.present.scene import Scene
from sandgame.rules.events import SeatFigures
from sandgame.rules.sections import Figures, MeasureSeen, RoomSection
from sandgame.text.speech import LANGUAGES, Language, Speech
from tests.kit.factory_week import LENGTH, busy
from tests.kit.views import METRICS, PRODUCTION, production, scene


def week(number: int, kpi: int, *points: int, satisfied: int = 50) -> Figures:
    return Figures(number, SeatFigures(PRODUCTION, kpi, points, satisfied, kpi, 0))


def after(*figures: Figures, language: Language = "zh", measures: tuple[MeasureSeen, ...] = ()) -> Scene:
    room = RoomSection((), measures, False, (), (), (), (), (), (), False)
    return scene(production(figures=figures, room=room), language)


def test_the_first_week_and_a_kpi_that_stayed_say_nothing() -> None:
    assert kpi_moved(after(week(1, 60, 50, 60, 70, 60))) == ""
    assert kpi_moved(after(week(1, 60, 50, 60, 70, 60), week(2, 60, 90, 10, 70, 60))) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_part_that_moved_it_most_is_told_with_its_points(language: Language) -> None:
    before = week(1, 60, 50, 50, 50, 50)
    for place, metric in enumerate(METRICS):
        points = [45, 45, 45, 45]
        points[place] = 100
        found = after(before, week(2, 71, *points), language=language)
        said = kpi_moved(found)
        assert all(each in said for each in ("71", "▲11", metric_name(found, metric), "50", "100"))
        fallen = [55, 55, 55, 55]
        fallen[place] = 0
        said = kpi_moved(after(before, week(2, 40, *fallen), language=language))
        assert all(each in said for each in ("40", "▼20", metric_name(found, metric), " 0 "))


def test_satisfaction_counts_where_it_is_part_of_the_kpi_and_not_before() -> None:
    held = (MeasureSeen("satisfaction", 0, 1, 2),)
    same = (50, 50, 50, 50)
    last = week(3, 62, *same, satisfied=90)
    said = kpi_moved(after(week(2, 50, *same), last, measures=held))
    assert "满意度 50 分到 90 分" in said
    begun = week(2, 53, *same, satisfied=60)
    assert "从本周起占考核的 30%" in kpi_moved(after(week(1, 50, *same), begun, measures=held))


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_whole_game_every_changed_kpi_has_its_reason(language: Language) -> None:
    told = 0
    for number in range(2, LENGTH + 1):
        found = Scene.of(busy("review", week=number), Speech(language))
        figures = found.view.me.figures
        said = kpi_moved(found)
        assert bool(said) == (figures[-1].figures.kpi != figures[-2].figures.kpi)
        if said:
            told += 1
            moved = zip(figures[-2].figures.points, figures[-1].figures.points, strict=True)
            assert any(str(a) in said and str(b) in said for a, b in moved if a != b)
    assert told
