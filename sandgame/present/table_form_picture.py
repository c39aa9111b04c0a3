"""The form of the open page as it is shown: badges, services, steppers, and the two big badges to tap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sandgame.present.answer_draft import terms_text
from sandgame.present.pictures import BadgePicture
from sandgame.present.table_form import (
    HOURS,
    MOST,
    Act,
    FormDraft,
    complete,
    dues,
    give_bounds,
    gives,
    offered,
    service_of,
    tappers,
    why_not,
)
from sandgame.present.table_scene import TableScene
from sandgame.rules.ids import SeatId, ServiceId

TapState = Literal["off", "free", "tapped", "bot", "going"]


@dataclass(frozen=True, slots=True)
class BadgeChoice:
    seat: SeatId
    badge: BadgePicture
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Named:
    """One of several by name: a service, or what is done with an agreement."""

    value: str
    text: str
    icon: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class TapPicture:
    """A big badge: whose, and what a tap would do or has done."""

    seat: SeatId
    badge: BadgePicture
    name: str
    state: TapState
    text: str
    spoken: str


@dataclass(frozen=True, slots=True)
class NumberPicture:
    """A stepper: its bounds, its value, and how the value is written."""

    name: str
    value: int
    low: int
    high: int
    pattern: str
    usable: bool


@dataclass(frozen=True, slots=True)
class FormPicture:
    """`acts` only on a row; `give` texts only where something may be given in return."""

    title: str
    hint: str
    from_title: str
    to_title: str
    givers: tuple[BadgeChoice, ...]
    takers: tuple[BadgeChoice, ...]
    acts: tuple[Named, ...]
    services: tuple[Named, ...]
    units: NumberPicture
    due: NumberPicture
    give_button: str
    give_off: str
    gives: tuple[Named, ...]
    give_units: NumberPicture | None
    give_due: NumberPicture | None
    note: str
    arrives: str
    """When what is agreed would come: said while there is nothing else to say."""
    fault: str
    taps: tuple[TapPicture, ...]
    other: str


def form_picture(table: TableScene, draft: FormDraft) -> FormPicture:
    say, fault = table.speech.say, why_not(table, draft)
    ready = not fault and draft.service is not None
    locked = draft.row is not None or draft.line is not None
    giver, taker = draft.giver, draft.taker
    return FormPicture(
        title=_title(table, draft),
        hint=say("table-record-hint"),
        from_title=say("table-from"),
        to_title=say("table-to"),
        givers=() if locked else _badges(table, giver),
        takers=() if locked else _badges(table, taker),
        acts=_acts(table, draft),
        services=_services(table, draft),
        units=_units(table, draft, ready),
        due=_due(table, draft, ready),
        give_button=say("table-give") if draft.give is None and ready and gives(table, draft) else "",
        give_off=say("table-give-off") if draft.give is not None else "",
        gives=_gives(table, draft),
        give_units=_give_units(table, draft),
        give_due=_give_due(table, draft),
        note=_note(table, draft),
        arrives=_arrives(table, draft) if ready else "",
        fault=fault,
        taps=tuple(_tap(table, draft, seat) for seat in tappers(draft)) if ready else _resting(table, draft),
        other=say("table-other") if locked else "",
    )


def _title(table: TableScene, draft: FormDraft) -> str:
    """What is changed or answered stands in the title: there is no choice of it."""
    say = table.speech.say
    if draft.service is None or draft.pair is None or (draft.row is None and draft.line is None):
        return say("table-record")
    what = table.service(draft.service, *draft.pair)
    return say("table-change" if draft.row is not None else "table-answer", what=what)


def _badges(table: TableScene, chosen: SeatId | None) -> tuple[BadgeChoice, ...]:
    return tuple(BadgeChoice(s, table.badge(s), table.name(s), s == chosen) for s in table.table.seats)


_ACT_ICONS: dict[Act, str] = {"terms": "pencil", "warn": "bell", "release": "log-out"}


def _acts(table: TableScene, draft: FormDraft) -> tuple[Named, ...]:
    if draft.row is None:
        return ()
    return tuple(
        Named(act, table.speech.say(f"table-act-{act}"), icon, act == draft.act) for act, icon in _ACT_ICONS.items()
    )


def _services(table: TableScene, draft: FormDraft) -> tuple[Named, ...]:
    """All that the one has for the other."""
    if draft.pair is None or draft.row is not None or draft.line is not None:
        return ()
    shown = offered(table, draft)
    return tuple(
        Named(str(s.service), table.service(s.service, *draft.pair), "", s.service == draft.service) for s in shown
    )


def _units(table: TableScene, draft: FormDraft, ready: bool) -> NumberPicture:
    key = "table-short-units" if draft.act == "warn" and draft.row is not None else "table-units"
    most = MOST
    promise = table.promise(draft.row) if draft.row is not None else None
    if promise is not None and draft.act == "warn":
        most = max(1, promise.lacking)
    usable = ready and (draft.row is None or draft.act != "release") and _may_change(table, draft)
    return NumberPicture(table.speech.say(key), draft.units, 1, max(most, draft.units), "×{}", usable)


def _due(table: TableScene, draft: FormDraft, ready: bool) -> NumberPicture:
    say = table.speech.say
    first, last = dues(table, service_of(table, draft)) if ready else (draft.due, draft.due)
    usable = ready and (draft.row is None or draft.act == "terms") and _may_change(table, draft)
    pattern = say("game-week", week="{}") if draft.pair is not None and draft.due else say("table-due-none")
    low, high = (first, last) if usable else (draft.due, draft.due)
    return NumberPicture(say("table-due"), draft.due, low, high, pattern, usable)


def _may_change(table: TableScene, draft: FormDraft) -> bool:
    """The terms of a request may be changed only where rules allow to counter."""
    return not draft.sent and (draft.line is None or "counter" in table.table.rules)


def _gives(table: TableScene, draft: FormDraft) -> tuple[Named, ...]:
    if draft.give is None or draft.pair is None:
        return ()
    named = (
        (service, table.speech.say("table-give-hours") if service == HOURS else table.service(service, *draft.pair))
        for service in gives(table, draft)
    )
    return tuple(Named(str(service), text, "", service == draft.give.service) for service, text in named)


def _give_units(table: TableScene, draft: FormDraft) -> NumberPicture | None:
    if draft.give is None:
        return None
    low, high = give_bounds(draft)
    hours = draft.give.service == HOURS
    pattern = table.speech.say("table-hours", hours="{}") if hours else "×{}"
    return NumberPicture(table.speech.say("table-give-units"), draft.give.units, low, high, pattern, True)


def _give_due(table: TableScene, draft: FormDraft) -> NumberPicture | None:
    if draft.give is None or draft.give.service == HOURS or draft.pair is None:
        return None
    giver, taker = draft.pair
    seen = next((s for s in table.offers(taker, giver) if s.service == draft.give.service), None)
    first, last = dues(table, seen)
    pattern = table.speech.say("game-week", week="{}")
    return NumberPicture(table.speech.say("table-due"), draft.give.due, first, last, pattern, True)


def _note(table: TableScene, draft: FormDraft) -> str:
    """A request in several parts is taken or left as a whole."""
    sheet = table.sheet(draft.line[0]) if draft.line is not None else None
    if sheet is None or draft.line is None or draft.pair is None:
        return ""
    parts = sheet.lines[draft.line[1]].terms
    scene = table.knower(*draft.pair) or table.any
    if len(parts) < 2 or draft.service is None:
        return ""
    return table.speech.say("table-in-parts", terms=terms_text(scene, ServiceId(draft.service), parts))


def _arrives(table: TableScene, draft: FormDraft) -> str:
    service = service_of(table, draft)
    if service is None or draft.act != "terms" or not draft.due:
        return ""
    if service.lead and draft.due == table.table.round + service.lead:
        return table.speech.say("table-due-lead", week=draft.due)
    return table.speech.say("table-due-arrives", week=draft.due)


def _resting(table: TableScene, draft: FormDraft) -> tuple[TapPicture, ...]:
    """The two places before there is anything to agree."""
    say = table.speech.say
    return tuple(
        TapPicture(seat, table.badge(seat), table.name(seat), "off", "", table.name(seat))
        if seat is not None
        else TapPicture(SeatId(0), BadgePicture(0, "circle-help"), say(key), "off", "", say(key))
        for seat, key in ((draft.giver, "table-tap-giver"), (draft.taker, "table-tap-taker"))
    )


def _tap(table: TableScene, draft: FormDraft, seat: SeatId) -> TapPicture:
    say, name = table.speech.say, table.name(seat)
    state: TapState = "free"
    if seat in draft.tapped:
        state = "tapped"
    elif not table.is_person(seat):
        state = "going" if draft.sent and complete(table, draft) else "bot"
    key = f"table-tap-{draft.act}" if state == "free" and draft.row is not None else f"table-tap-{state}"
    text = say(key)
    return TapPicture(seat, table.badge(seat), name, state, text, say("game-list-comma").join((name, text)))
