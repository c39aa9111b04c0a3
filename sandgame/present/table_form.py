"""The one form of the open page: what is being agreed, whose badges are tapped, and what then has to be asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from sandgame.present.answer_draft import reason_key
from sandgame.present.table_scene import OpenLine, TableScene
from sandgame.rules.board import ServiceSeen
from sandgame.rules.ids import CommitmentId, SeatId, ServiceId, SheetId
from sandgame.rules.intents import Give, GiveHours, GiveUnits, Part
from sandgame.rules.pool import LOAN_MAX, LOAN_MIN
from sandgame.rules.sections import Promise
from sandgame.rules.state import Line

Act = Literal["terms", "warn", "release"]
MOST = 99
HOURS = ServiceId(0)
"""In a give: hours, no service."""


@dataclass(frozen=True, slots=True)
class GiveDraft:
    """What the taker gives in return: hours, or units of a service of its own."""

    service: ServiceId
    units: int
    due: int


@dataclass(frozen=True, slots=True)
class FormDraft:
    """`tapped` hold for these terms only. `line` is an open request that the form answers, `row` an agreement that it
    changes; `sent`: it is on its way, or waits for a bot."""

    giver: SeatId | None = None
    taker: SeatId | None = None
    service: ServiceId | None = None
    units: int = 1
    due: int = 0
    give: GiveDraft | None = None
    tapped: frozenset[SeatId] = frozenset()
    line: tuple[SheetId, int] | None = None
    row: CommitmentId | None = None
    act: Act = "terms"
    sent: bool = False

    @property
    def pair(self) -> tuple[SeatId, SeatId] | None:
        return (self.giver, self.taker) if self.giver is not None and self.taker is not None else None

    @property
    def part(self) -> Part:
        return Part(self.units, self.due)


def offered(table: TableScene, draft: FormDraft) -> tuple[ServiceSeen, ...]:
    return table.offers(*draft.pair) if draft.pair is not None else ()


def service_of(table: TableScene, draft: FormDraft) -> ServiceSeen | None:
    return next((each for each in offered(table, draft) if each.service == draft.service), None)


def dues(table: TableScene, service: ServiceSeen | None) -> tuple[int, int]:
    """The first and the last week that it may be due in; none, if the first lies after the last."""
    return table.table.round + (service.lead if service is not None else 0), table.table.length


# what a hand does


def between(table: TableScene, draft: FormDraft, giver: SeatId | None, taker: SeatId | None) -> FormDraft:
    """Another pair: what only the old one could agree on goes."""
    if giver is not None and giver == taker:
        giver, taker = (giver, None) if giver != draft.giver else (None, taker)
    fresh = FormDraft(giver, taker)
    services = offered(table, fresh)
    return about(table, fresh, services[0].service) if services else fresh


def about(table: TableScene, draft: FormDraft, service: ServiceId) -> FormDraft:
    chosen = replace(draft, service=service, tapped=frozenset(), line=None, sent=False)
    first, last = dues(table, service_of(table, chosen))
    return replace(chosen, due=min(max(chosen.due, first), last))


def with_terms(draft: FormDraft, units: int, due: int) -> FormDraft:
    """Taps were for other terms; and a bot's terms are left by it."""
    if (units, due) == (draft.units, draft.due):
        return draft
    return replace(draft, units=units, due=due, tapped=frozenset(), sent=False)


def with_give(draft: FormDraft, give: GiveDraft | None) -> FormDraft:
    return replace(draft, give=give, tapped=frozenset(), sent=False)


def tapped(draft: FormDraft, seat: SeatId) -> FormDraft:
    """Tapped, or taken back by a second tap."""
    return replace(draft, tapped=draft.tapped ^ {seat})


def from_line(table: TableScene, open_line: OpenLine) -> FormDraft:
    """Somebody's request, or a bot's other terms, in the form: who spoke last has tapped."""
    sheet, line = open_line.sheet, open_line.line
    part = line.terms[0]
    give = _give_draft(sheet.give) if sheet.give is not None and not sheet.given else None
    draft = FormDraft(
        sheet.provider, sheet.customer, line.wanted.service, part.units, part.due, give,
        frozenset({line.turns[-1].seat}), (sheet.sheet, open_line.at),
    )  # fmt: skip
    first, last = dues(table, service_of(table, draft))
    return replace(draft, due=min(max(draft.due, first), last))


def from_row(table: TableScene, promise: Promise, act: Act = "terms") -> FormDraft:
    draft = FormDraft(
        promise.provider, promise.customer, promise.service, promise.lacking or promise.units, promise.due
    )
    draft = replace(draft, row=promise.commitment, act=act)
    if act == "warn":
        return draft
    if promise.offered_by is not None and promise.offered:
        part = promise.offered[0]
        return replace(draft, units=part.units, due=part.due, tapped=frozenset({promise.offered_by}))
    first, last = dues(table, service_of(table, draft))
    return replace(draft, due=min(max(draft.due, first), last))


def _give_draft(give: Give) -> GiveDraft:
    if isinstance(give, GiveHours):
        return GiveDraft(HOURS, give.hours, 0)
    return GiveDraft(give.service, give.units, give.due)


def give_of(draft: FormDraft) -> Give | None:
    if draft.give is None:
        return None
    if draft.give.service == HOURS:
        return GiveHours(hours=draft.give.units)
    return GiveUnits(service=draft.give.service, units=draft.give.units, due=draft.give.due)


# what may be given in return


def gives(table: TableScene, draft: FormDraft) -> tuple[ServiceId, ...]:
    """Hours and the taker's own services for the giver; nothing before the rules for it are open."""
    if draft.pair is None or draft.row is not None or "give" not in table.table.rules:
        return ()
    giver, taker = draft.pair
    hours = (HOURS,) if "lend" in table.table.rules else ()
    return (*hours, *(s.service for s in table.offers(taker, giver) if _can_come(table, s)))


def _can_come(table: TableScene, service: ServiceSeen) -> bool:
    first, last = dues(table, service)
    return first <= last


def first_give(table: TableScene, draft: FormDraft, service: ServiceId) -> GiveDraft:
    if service == HOURS or draft.pair is None:
        return GiveDraft(HOURS, LOAN_MIN, 0)
    giver, taker = draft.pair
    seen = next(each for each in table.offers(taker, giver) if each.service == service)
    return GiveDraft(service, 1, dues(table, seen)[0])


def give_bounds(draft: FormDraft) -> tuple[int, int]:
    hours = draft.give is not None and draft.give.service == HOURS
    return (LOAN_MIN, LOAN_MAX) if hours else (1, MOST)


# whose tap is wanted


def tappers(draft: FormDraft) -> tuple[SeatId, ...]:
    """The sides whose badges have to be tapped."""
    if draft.pair is None or draft.service is None:
        return ()
    giver, taker = draft.pair
    return {"terms": (giver, taker), "warn": (giver,), "release": (taker,)}[draft.act if draft.row else "terms"]


def complete(table: TableScene, draft: FormDraft) -> bool:
    """All people have tapped whose tap is wanted; a bot's comes by itself."""
    wanted = [seat for seat in tappers(draft) if table.is_person(seat)]
    return bool(wanted) and set(wanted) <= draft.tapped


def why_not(table: TableScene, draft: FormDraft) -> str:
    """Why this cannot be agreed, in words; nothing if it can."""
    say = table.speech.say
    if draft.pair is None:
        return ""
    giver, taker = draft.pair
    names = {"giver": table.name(giver), "taker": table.name(taker)}
    if not table.is_person(giver) and not table.is_person(taker):
        return say("table-fault-bots", **names)
    if not offered(table, draft):
        return say("table-fault-nothing", **names)
    if draft.row is None and draft.line is None and not table.is_person(taker):
        return say("table-fault-bot-asks", **names)
    service = service_of(table, draft)
    first, last = dues(table, service)
    if draft.act == "terms" and first > last:
        return say("table-fault-too-late", service=table.service(service.service, *draft.pair) if service else "")
    return ""


# what came of it


@dataclass(frozen=True, slots=True)
class Settled:
    """The form after news: perhaps empty again, with a sentence of what happened and whether it is a bad one."""

    draft: FormDraft
    note: str = ""
    bad: bool = False


def settle(table: TableScene, draft: FormDraft) -> Settled:
    """Follows what a bot (or anybody) made of what is on its way."""
    if draft.line is not None:
        return _settle_line(table, draft, draft.line)
    if draft.row is not None:
        return _settle_row(table, draft, draft.row)
    return Settled(draft)


def _settle_line(table: TableScene, draft: FormDraft, place: tuple[SheetId, int]) -> Settled:
    sheet = table.sheet(place[0])
    if sheet is None or draft.pair is None:
        return Settled(FormDraft())
    line = sheet.lines[place[1]]
    kept = between(table, FormDraft(), draft.giver, draft.taker)
    if line.state == "agreed":
        return Settled(kept, table.speech.say("table-recorded"))
    if line.state == "declined":
        return Settled(
            replace(kept, service=draft.service, units=draft.units, due=draft.due), _declined(table, line), True
        )
    if line.state != "open":
        return Settled(kept)
    other = line.turns[-1].seat
    if not table.is_person(other) and draft.sent:
        countered = from_line(table, OpenLine(sheet, place[1]))
        return Settled(countered, table.speech.say("table-countered", department=table.name(other)))
    return Settled(draft)


def _declined(table: TableScene, line: Line) -> str:
    turn = line.turns[-1]
    reason = table.speech.say(reason_key(turn.reason)) if turn.reason else ""
    return table.speech.say("table-declined", department=table.name(turn.seat), reason=reason)


def _settle_row(table: TableScene, draft: FormDraft, row: CommitmentId) -> Settled:
    promise = table.promise(row)
    if promise is None or not promise.is_open:
        return Settled(FormDraft(), table.speech.say("table-recorded") if draft.sent else "")
    if draft.act == "terms" and draft.sent and not promise.offered and draft.pair is not None:
        bot = next((seat for seat in draft.pair if not table.is_person(seat)), None)
        if bot is not None:
            refused = table.speech.say("table-terms-refused", department=table.name(bot))
            return Settled(replace(draft, tapped=frozenset(), sent=False), refused, True)
    return Settled(draft)
