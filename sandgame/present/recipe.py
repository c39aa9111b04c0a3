"""What a department is measured by: each metric of its KPI with weight, points so far and how it is counted."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.scene import Scene
from sandgame.rules.figures import scale
from sandgame.rules.scenario import Metric
from sandgame.rules.sections import Figures
from sandgame.text.numbers import delta, percent


@dataclass(frozen=True, slots=True)
class MetricRow:
    """`points` 0..100 are None before the first Deliver; `change` since the week before, as text, from week 2 on."""

    name: str
    how: str
    weight: int
    weight_text: str
    points: int | None
    change: str
    spoken: str
    note: str = ""
    """What to know of the points: that they rest on nothing yet."""


def last_figures(scene: Scene) -> Figures | None:
    """My figures as published last."""
    return scene.view.me.figures[-1] if scene.view.me.figures else None


def figures_before(scene: Scene) -> Figures | None:
    """My figures as published in the week before the last ones."""
    figures = scene.view.me.figures
    return next((each for each in reversed(figures) if each.round < figures[-1].round), None) if figures else None


def metric_rows(scene: Scene) -> tuple[MetricRow, ...]:
    now, before = last_figures(scene), figures_before(scene)
    rows = []
    for number, metric in enumerate(scene.view.me.metrics):
        points = now.figures.points[number] if now else None
        name, weight = metric_name(scene, metric), percent(metric.weight)
        change = delta(points - before.figures.points[number]) if points is not None and before else ""
        value = "" if points is None else scene.speech.say("brief-metric-points", points=points)
        how = metric_how(scene, metric)
        note = _note(scene, metric) if points is not None else ""
        told = scene.speech.say("game-list-comma").join(text for text in (name, weight, value, note, how) if text)
        rows.append(MetricRow(name, how, metric.weight, weight, points, change, told, note))
    return tuple(rows)


def _note(scene: Scene, metric: Metric) -> str:
    """While no promise of mine has fallen due, the rules count it as half."""
    judged = ("kept", "late", "overdue", "broken", "lapsed")
    due = any(each.provider == scene.seat and each.state in judged for each in scene.view.threads.promises)
    return scene.speech.say("brief-metric-none-due") if metric.kind == "commitments_kept" and not due else ""


def metric_name(scene: Scene, metric: Metric) -> str:
    if metric.kind == "own_work":
        return scene.speech.say("brief-metric-own-work", name=own_work_name(scene))
    return scene.speech.say(f"brief-metric-{_key(metric)}")


def own_work_name(scene: Scene) -> str:
    """What this department's own work is called."""
    return scene.pick(scene.department(scene.seat).own_work)


def metric_how(scene: Scene, metric: Metric) -> str:
    """How the metric is counted and when it is full at the end of this session."""
    table = scene.view.table
    floor, target = scale(metric, table.length, table.target_weeks)
    return scene.speech.say(
        f"brief-metric-{_key(metric)}-tip",
        floor=floor,
        target=target,
        weeks=table.length,
        money=scene.pick(scene.cast.money),
    )


def _key(metric: Metric) -> str:
    return metric.kind.replace("_", "-")
