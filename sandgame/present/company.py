"""The coordination meeting: in its weeks everybody sees all orders, all request lines and all warnings of the table."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.answer_draft import terms_text
from sandgame.present.orders import in_reach
from sandgame.present.phrases import badge, counted, service_times, week_short
from sandgame.present.pictures import BadgePicture, Tone
from sandgame.present.scene import Scene
from sandgame.rules.need import order_due
from sandgame.rules.sections import CompanyLine, CompanyOrder, CompanyWarning
from sandgame.rules.state import LineState

_STATES: dict[LineState, tuple[str, Tone]] = {
    "open": ("game-state-open", "plain"),
    "agreed": ("negotiate-state-agreed", "info"),
    "declined": ("company-declined", "negative"),
    "withdrawn": ("negotiate-state-withdrawn", "plain"),
    "lapsed": ("negotiate-state-lapsed", "plain"),
}


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """One line: between whom, what, by when, how it stands."""

    first: BadgePicture
    second: BadgePicture | None
    title: str
    line: str
    due: str
    state: str
    tone: Tone
    spoken: str


@dataclass(frozen=True, slots=True)
class CompanyPart:
    title: str
    rows: tuple[CompanyRow, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class MeetingPicture:
    note: str
    parts: tuple[CompanyPart, ...]


def is_meeting(scene: Scene) -> bool:
    return scene.view.company is not None


def meeting_picture(scene: Scene) -> MeetingPicture:
    say, company = scene.speech.say, scene.view.company
    assert company is not None, "shown only in its weeks"
    orders = [o for o in company.orders if o.order.state in ("open", "coming") and in_reach(scene, o.order)]
    orders.sort(key=lambda each: (each.order.state == "coming", order_due(each.order), each.owner))
    warned = tuple(_warning(scene, each) for each in company.warnings)
    asked = tuple(_line(scene, each) for each in company.lines)
    parts = (
        CompanyPart(say("company-warnings"), warned, say("company-warnings-none")),
        CompanyPart(say("company-orders"), tuple(_order(scene, o) for o in orders), say("company-orders-none")),
        CompanyPart(say("company-lines"), asked, say("company-lines-none")),
    )
    return MeetingPicture(say("company-note"), parts)


def _order(scene: Scene, each: CompanyOrder) -> CompanyRow:
    say, order = scene.speech.say, each.order
    what = service_times(scene, order.service, order.rest)
    title = f"{scene.client(order.order)} · {what}" if f"order.{order.order}" in scene.words else what
    coming = order.state == "coming"
    state = say("negotiate-order-coming", week=order.arrival) if coming else ""
    name, due = scene.name(each.owner), week_short(scene, order_due(order))
    return CompanyRow(
        badge(scene, each.owner), None, title, name, due, state, "plain", f"{name}, {title}, {due}, {state}"
    )


def _line(scene: Scene, each: CompanyLine) -> CompanyRow:
    say = scene.speech.say
    ends = say("company-ends", customer=scene.name(each.customer), provider=scene.name(each.provider))
    title = scene.service(each.service)
    if each.terms:
        title = f"{title} {terms_text(scene, each.service, each.terms)}"
    key, tone = _STATES[each.state]
    state = say(key)
    first, second = badge(scene, each.customer), badge(scene, each.provider)
    return CompanyRow(first, second, title, ends, "", state, tone, f"{ends}, {title}, {state}")


def _warning(scene: Scene, each: CompanyWarning) -> CompanyRow:
    say = scene.speech.say
    title, due = service_times(scene, each.service, each.units), week_short(scene, each.due)
    ends = {"provider": scene.name(each.provider), "customer": scene.name(each.customer)}
    missing = counted(scene, each.service, each.missing)
    line = say("company-warned", units=missing, **ends) if each.missing else say("company-warned-plain", **ends)
    first, second = badge(scene, each.provider), badge(scene, each.customer)
    return CompanyRow(first, second, title, line, due, say("game-state-risk"), "caution", f"{line}, {title}, {due}")
