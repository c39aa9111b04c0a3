"""The lines of a plan as they are drawn: whom they serve, their hours as blocks, what they wait for, the verdict."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.orders import in_reach
from sandgame.present.phrases import badge, counted, service_times, week_short
from sandgame.present.pictures import BadgePicture, HoursPicture, Tone
from sandgame.present.plan_draft import DraftLine, PlanDraft, make_line_of, splits
from sandgame.present.plan_trays import Held, TrayNote, awaited_promise, held_above, notes, tray
from sandgame.present.scene import Scene
from sandgame.rules.ids import CommitmentId, OrderId, SeatId, ServiceId
from sandgame.rules.preview import MadePreview, OrderPreview, Preview, PromisePreview
from sandgame.rules.sections import OwnOrder, Promise
from sandgame.text import numbers


@dataclass(frozen=True, slots=True)
class PlanLinePicture:
    """One line. `tray` is None where no hours are needed; `hours` of it go to the department or order of `slot`."""

    at: int
    badge: BadgePicture
    title: str
    line: str
    tray: HoursPicture | None
    no_tray: str
    notes: tuple[TrayNote, ...]
    units: int
    most: int
    verdict: str
    verdict_icon: str
    tone: Tone
    hours: int
    slot: int | None
    removable: bool
    movable: bool
    spoken: str


class LineBook:  # long: one method for each kind of line and verdict
    """A draft with its preview, read once: which outcome belongs to which line."""

    def __init__(self, scene: Scene, draft: PlanDraft, shown: Preview, early: Preview | None = None) -> None:
        self.scene = scene
        self.draft = draft
        self.services = {s.service: s for s in scene.view.board.services}
        self.promises: dict[int, Promise] = {p.commitment: p for p in scene.view.threads.promises}
        self.orders: dict[int, OwnOrder] = {o.order: o for o in scene.view.orders}
        self.splits = splits(draft, scene.view)
        self.outcomes: dict[int, PromisePreview] = {p.commitment: p for p in shown.promises}
        self.order_outcomes: dict[int, OrderPreview] = {o.order: o for o in shown.orders}
        self.made = self._made_by_line(shown)
        self.left = shown.left
        self.early = self._made_by_line(early) if early is not None else {}

    def _made_by_line(self, shown: Preview) -> dict[int, MadePreview]:
        """Outcomes come by service, and within a service in the order of the list."""
        waiting: dict[ServiceId, list[MadePreview]] = {}
        for made in shown.made:
            waiting.setdefault(made.service, []).append(made)
        found: dict[int, MadePreview] = {}
        for at, position in enumerate(make_line_of(self.draft, self.scene.view)):
            if position is not None:
                found[at] = waiting[self.service_of(self.draft.lines[at])].pop(0)
        return found

    def service_of(self, line: DraftLine) -> ServiceId:
        if line.kind == "make":
            return ServiceId(line.target)
        if line.kind == "order":
            return self.orders[line.target].service
        return self.promises[line.target].service

    def lines(self) -> tuple[PlanLinePicture, ...]:
        return tuple(self._line(at) for at in range(len(self.draft.lines)))

    def _line(self, at: int) -> PlanLinePicture:
        line = self.draft.lines[at]
        if line.kind == "order":
            return self._order_line(at, line)
        if line.kind == "make":
            return self._stock_line(at, line)
        return self._promise_line(at, line)

    def _promise_line(self, at: int, line: DraftLine) -> PlanLinePicture:
        scene, say = self.scene, self.scene.speech.say
        promise, split = self.promises[line.target], self.splits[at]
        customer = scene.department(promise.customer)
        title = say("plan-line-title", service=scene.service(promise.service), to=scene.name(promise.customer))
        due = week_short(scene, promise.due)
        key = "plan-line-rest" if promise.delivered else "plan-line-promised"
        units = counted(scene, promise.service, promise.units)
        subtitle = say(key, units=units, due=due, delivered=promise.delivered)
        made = self.made.get(at)
        seen = self.services[promise.service]
        verdict, icon, tone = self._verdict(promise, split.stock, made)
        lacking = max(0, promise.lacking - split.stock) if line.kind == "promise" else 0
        left_out = promise.lacking - line.units if line.kind == "promise" else 0
        blocks = tray(scene, seen, made, lacking, customer.slot)
        has_time = not self.outcomes[promise.commitment].due_now
        return PlanLinePicture(
            at=at,
            badge=badge(scene, promise.customer),
            title=title,
            line=subtitle,
            tray=blocks if lacking or made else None,
            no_tray=say("plan-from-stock"),
            notes=notes(scene, seen, made, split, left_out, has_time, self._held(at)) + self._if_early(at),
            units=line.units,
            most=promise.lacking,
            verdict=verdict,
            verdict_icon=icon,
            tone=tone,
            hours=made.hours if made else 0,
            slot=customer.slot,
            removable=False,
            movable=True,
            spoken=say(
                "plan-line-spoken", number=at + 1, title=title, units=line.units, hours=made.hours if made else 0,
                verdict=verdict,
            ),
        )  # fmt: skip

    @property
    def hanging(self) -> dict[int, SeatId]:
        """Promises whose line waits for a delivery that was warned of, and from whom."""
        found = {}
        for at, line in enumerate(self.draft.lines):
            made = self.made.get(at)
            awaited = awaited_promise(self.scene, self.services[self.service_of(line)]) if made else None
            if line.kind == "promise" and made and made.awaited and awaited is not None and awaited.warned:
                found[line.target] = awaited.provider
        return found

    def _if_early(self, at: int) -> tuple[TrayNote, ...]:
        """Hours are reserved for a line as it stands: inputs that come before their week are worked at once."""
        made, early = self.made.get(at), self.early.get(at)
        more = early.hours - made.hours if made is not None and early is not None else 0
        if more <= 0 or made is None or made.stop != "inputs":
            return ()
        return (TrayNote(self.scene.speech.say("plan-note-if-early", hours=more), tone="caution"),)

    def _held(self, at: int) -> Held:
        return held_above(self.made, at, self.left)

    def _verdict(self, promise: Promise, from_stock: int, made: MadePreview | None) -> tuple[str, str, Tone]:
        """`made` for it this week; of a service with a lead that arrives in a later one."""
        say, outcome = self.scene.speech.say, self.outcomes[promise.commitment]
        parts = numbers.parts(outcome.units, outcome.lacking)
        if promise.state == "overdue":
            if outcome.units == outcome.lacking:
                return say("plan-verdict-made-good", parts=parts), "clock", "caution"
            return say("plan-verdict-still-owed", parts=parts), "circle-x", "negative"
        if outcome.due_now and outcome.kept:
            return say("plan-verdict-on-time", parts=parts), "circle-check", "positive"
        if outcome.due_now:
            return say("plan-verdict-not-kept", parts=parts), "circle-x", "negative"
        if outcome.units == outcome.lacking:
            return say("plan-verdict-early", parts=parts), "circle-check", "positive"
        lead, whole = self.services[promise.service].lead, from_stock + (made.units if made else 0)
        if lead and whole >= promise.lacking:
            arrives = self.scene.view.table.round + lead
            parts = numbers.parts(min(whole, promise.lacking), promise.lacking)
            return say("plan-verdict-ordered", parts=parts, week=arrives), "circle-check", "positive"
        return say("plan-verdict-later", parts=parts, week=promise.due), "calendar", "plain"

    def _stock_line(self, at: int, line: DraftLine) -> PlanLinePicture:
        scene, say = self.scene, self.scene.speech.say
        service = self.services[ServiceId(line.target)]
        made = self.made.get(at)
        done = made.units if made else 0
        title = say("plan-stock-title", service=scene.service(service.service))
        full = done == line.units
        verdict = say("plan-verdict-built", parts=numbers.parts(done, line.units))
        return PlanLinePicture(
            at=at,
            badge=BadgePicture(0, "warehouse"),
            title=title,
            line=say("plan-stock-line"),
            tray=tray(scene, service, made, line.units, None),
            no_tray="",
            notes=notes(scene, service, made, self.splits[at], 0, False, self._held(at)) + self._if_early(at),
            units=line.units,
            most=99,
            verdict=verdict,
            verdict_icon="package" if full else "circle-alert",
            tone="plain" if full else "caution",
            hours=made.hours if made else 0,
            slot=None,
            removable=True,
            movable=True,
            spoken=f"{title}, {verdict}",
        )

    def _order_line(self, at: int, line: DraftLine) -> PlanLinePicture:
        scene, say = self.scene, self.scene.speech.say
        order = self.orders[line.target]
        title = say("plan-order-title", service=scene.service(order.service), client=scene.client(OrderId(line.target)))
        due = week_short(scene, order.options[order.option or 0].due)
        outcome = self.order_outcomes.get(line.target)
        shipped = outcome.units if outcome else 0
        verdict, icon, tone = self._order_verdict(order, shipped, outcome.revenue if outcome else 0)
        return PlanLinePicture(
            at=at,
            badge=BadgePicture(0, "crown" if order.directive else "store"),
            title=title,
            line=say("plan-order-line", units=counted(scene, order.service, order.rest), due=due),
            tray=None,
            no_tray=self._source(order.service, at),
            notes=(),
            units=line.units,
            most=order.rest,
            verdict=verdict,
            verdict_icon=icon,
            tone=tone,
            hours=0,
            slot=0,
            removable=False,
            movable=True,
            spoken=f"{title}, {verdict}",
        )

    def _order_verdict(self, order: OwnOrder, shipped: int, revenue: int) -> tuple[str, str, Tone]:
        say = self.scene.speech.say
        parts = numbers.parts(shipped, order.rest)
        money = self.scene.pick(self.scene.cast.money)
        if shipped == order.rest:
            return say("plan-order-all", parts=parts, revenue=revenue, money=money), "circle-check", "positive"
        if order.options[order.option or 0].due <= self.scene.view.table.round:
            late = (order.rest - shipped) * order.late
            return say("plan-order-late", parts=parts, late=late, money=money), "circle-x", "negative"
        if not shipped and not in_reach(self.scene, order):
            return say("plan-verdict-closes", parts=parts), "calendar", "plain"
        if not shipped:
            due = order.options[order.option or 0].due
            return say("plan-verdict-later", parts=parts, week=due), "calendar", "plain"
        return say("plan-order-part", parts=parts, revenue=revenue, money=money), "calendar", "plain"

    def _source(self, service: ServiceId, at: int) -> str:
        say, source = self.scene.speech.say, self.supply_text(service, at)
        return say("plan-order-source", source=source) if source else say("plan-order-no-source")

    def supply_text(self, service: ServiceId, at: int) -> str:
        """What of a service is here, and what is promised for this week, less what the orders above ship of it."""
        scene, say = self.scene, self.scene.speech.say
        here = sum(s.units for s in scene.view.me.stock if s.service == service)
        taken = sum(
            self.order_outcomes[line.target].units
            for line in self.draft.lines[:at]
            if line.kind == "order" and self.service_of(line) == service and line.target in self.order_outcomes
        )
        coming: dict[SeatId, int] = {}
        for p in self.promises.values():
            if p.is_open and p.customer == scene.seat and p.service == service and p.due <= scene.view.table.round:
                coming[p.provider] = coming.get(p.provider, 0) + p.lacking
        for seat, units in coming.items():
            gone = min(units, max(0, taken - here))
            coming[seat] = units - gone
            taken -= gone
        here = max(0, here - taken)
        texts = [say("plan-supply-stock", units=here)] if here else []
        texts += [say("plan-supply-promised", department=scene.name(s), units=n) for s, n in coming.items() if n]
        return say("plan-supply-plus").join(texts)


def addable(scene: Scene, draft: PlanDraft) -> tuple[tuple[str, str, DraftLine], ...]:
    """What "add a line" offers: group key, text, and the line it would add."""
    say = scene.speech.say
    found: list[tuple[str, str, DraftLine]] = []
    for service in scene.view.board.services:
        if service.provider == scene.seat and service.aid is None:
            text = say("plan-add-stock", service=scene.service(service.service))
            found.append(("make", text, DraftLine("make", service.service, 1)))
    stock = {s.service: s.units for s in scene.view.me.stock}
    for line in draft.lines:
        if line.kind != "promise":
            continue
        promise = next(p for p in scene.view.threads.promises if p.commitment == line.target)
        here = stock.get(promise.service, 0)
        if 0 < here < promise.lacking:
            what = service_times(scene, promise.service, here)
            text = say("plan-add-ship", what=what, department=scene.name(promise.customer))
            found.append(("ship", text, DraftLine("ship", CommitmentId(line.target), here)))
    return tuple(found)
