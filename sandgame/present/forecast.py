"""What the plan page foresaw beside what came: where they differ, one sentence says why."""

from __future__ import annotations

from sandgame.present.outcomes import why_not_made
from sandgame.present.recipe import last_figures, metric_name
from sandgame.present.scene import Scene
from sandgame.rules.before import before_deliver
from sandgame.rules.events import SeatFigures
from sandgame.rules.ids import ServiceId
from sandgame.rules.preview import Preview, preview
from sandgame.rules.sections import DeliverySection
from sandgame.text.numbers import whole


def forecast(scene: Scene) -> str:
    """Empty where the KPI came as foreseen."""
    view, now = scene.view, last_figures(scene)
    if view.delivery is None or now is None or view.me.plan is None:
        return ""
    seen = preview(before_deliver(view), view.me.plan)
    if seen.kpi == now.figures.kpi:
        return ""
    say = scene.speech.say
    why = _why(scene, view.delivery, seen) or _where(scene, seen, now.figures)
    return say("deliver-forecast", seen=whole(seen.kpi), came=whole(now.figures.kpi), why=why)


def _why(scene: Scene, delivery: DeliverySection, seen: Preview) -> str:
    """The service of which most was made otherwise than foreseen."""
    say = scene.speech.say
    services = {made.service for made in seen.made} | {made.service for made in delivery.made}
    gaps = {service: _made(delivery, service) - _foreseen(seen, service) for service in services}
    largest = max(sorted(gaps), key=lambda service: abs(gaps[service]), default=None)
    if largest is None or not gaps[largest]:
        return ""
    what, units = scene.service(largest), whole(abs(gaps[largest]))
    if gaps[largest] > 0:
        return say("deliver-forecast-more", what=what, units=units)
    return say("deliver-forecast-fewer", what=what, units=units, why=why_not_made(scene, delivery, largest))


def _where(scene: Scene, seen: Preview, came: SeatFigures) -> str:
    """The line of the KPI in which most of the difference lies."""
    metrics = scene.view.me.metrics
    weighed = [metric.weight * abs(a - b) for metric, a, b in zip(metrics, seen.points, came.points, strict=True)]
    place = weighed.index(max(weighed))
    name = metric_name(scene, metrics[place])
    return scene.speech.say(
        "deliver-forecast-metric", name=name, seen=whole(seen.points[place]), came=whole(came.points[place])
    )


def _made(delivery: DeliverySection, service: ServiceId) -> int:
    return sum(made.units for made in delivery.made if made.service == service)


def _foreseen(seen: Preview, service: ServiceId) -> int:
    return sum(made.units for made in seen.made if made.service == service)
