"""Why my KPI is another one than a week ago: the part of it that moved it most."""

from __future__ import annotations

from sandgame.present.recipe import figures_before, last_figures, metric_name
from sandgame.present.scene import Scene
from sandgame.rules.figures import SATISFACTION_WEIGHT, kpi
from sandgame.rules.sections import Figures
from sandgame.text.numbers import delta, percent, whole


def kpi_moved(scene: Scene) -> str:
    """One line; empty in the first week and where the KPI stayed as it was."""
    now, before = last_figures(scene), figures_before(scene)
    if now is None or before is None or now.figures.kpi == before.figures.kpi:
        return ""
    change = now.figures.kpi - before.figures.kpi
    moved = [(weighed, why) for weighed, why in _parts(scene, before, now) if weighed * change > 0]
    if not moved:
        return ""
    why = max(moved, key=lambda part: abs(part[0]))[1]
    return scene.speech.say("review-kpi-moved", kpi=whole(now.figures.kpi), change=delta(change), why=why)


def _parts(scene: Scene, before: Figures, after: Figures) -> list[tuple[int, str]]:
    """How much each part moved the KPI, one as good as another's, and the words for it."""
    say, metrics = scene.speech.say, scene.view.me.metrics
    was, now = before.figures, after.figures
    judged, judged_before = _judged(scene, after.round), _judged(scene, before.round)
    share = 100 - SATISFACTION_WEIGHT if judged else 100
    parts = [
        (share * metric.weight * (b - a), _points(scene, metric_name(scene, metric), a, b))
        for metric, a, b in zip(metrics, was.points, now.points, strict=True)
    ]
    if judged:
        whole_weight = SATISFACTION_WEIGHT * sum(metric.weight for metric in metrics)
        counted = was.satisfaction if judged_before else kpi(metrics, was.points)
        said = _points(scene, say("brief-metric-satisfaction"), was.satisfaction, now.satisfaction)
        if not judged_before:
            said = say("review-kpi-moved-judged", share=percent(SATISFACTION_WEIGHT))
        parts.append((whole_weight * (now.satisfaction - counted), said))
    return parts


def _judged(scene: Scene, week: int) -> bool:
    """Whether the satisfaction of the internal customers was part of that week's KPI."""
    held = (each for each in scene.view.room.measures if each.measure == "satisfaction")
    return any(each.holds_from is not None and each.holds_from <= week for each in held)


def _points(scene: Scene, name: str, was: int, now: int) -> str:
    return scene.speech.say("review-kpi-moved-points", name=name, was=whole(was), now=whole(now))
