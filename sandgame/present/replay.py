"""Deliver step by step, in the engine's order: for each frame what is said, what moves, and what the board shows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sandgame.present.board import OUTSIDE
from sandgame.present.ledger import state_of
from sandgame.present.outcomes import largest_stop
from sandgame.present.phrases import badge, hours, listed, service_times, week_short
from sandgame.present.pictures import BoardPicture, ChipPicture, FlowPicture
from sandgame.present.scene import Scene
from sandgame.present.stage import Way, bare_board, ways, with_lines, with_live
from sandgame.present.week_books import beside_the_lines
from sandgame.rules.before import moved_in
from sandgame.rules.board import ServiceSeen
from sandgame.rules.events import Made
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.sections import DeliverySection, Promise
from sandgame.text.numbers import parts, signed, times, whole

ARRIVALS, AIDS, CHAIN, CUSTOMERS, BOOKS = range(1, 6)
NO_SERVICE = ServiceId(0)


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of the replay. `service` is the chain's service shown, 0 in other steps; `quiet` = nothing moved."""

    step: int
    service: ServiceId
    title: str
    line: str
    board: BoardPicture
    flows: tuple[FlowPicture, ...]
    quiet: bool
    part: str = ""
    """Which part of its step, "2/4"; nothing where the step is one."""


def frames(scene: Scene, delivery: DeliverySection) -> tuple[Frame, ...]:
    """At least one frame a step; the chain has one for each service that moved or should have."""
    return _Replay(scene, delivery).run()


class _Replay:
    """Gathers frame by frame what has become known; lives for one call."""

    def __init__(self, scene: Scene, delivery: DeliverySection) -> None:
        self.scene, self.delivery = scene, delivery
        self.say = scene.speech.say
        # departments without a known relation take no part in it, and would lie under what stopped it
        self.board = replace(bare_board(scene), ghosts=())
        self.ways = ways(scene, self.board)
        self.promises = [p for p in scene.view.threads.promises if moved_in(p, delivery)]
        self.settled: set[ServiceId] = set()
        self.lines: dict[int, str] = {island.id: island.line for island in self.board.islands}
        self.live: set[int] = set()
        self.hours: list[int] = []
        self.made = self.short = 0
        self.got: dict[tuple[str, SeatId], tuple[int, int]] = {}
        self.stopped = False
        self.found: list[Frame] = []

    def run(self) -> tuple[Frame, ...]:
        self._arrivals()
        services = self.scene.view.board.services
        self._services(AIDS, [seen for seen in services if seen.aid and self._moved(seen)], "deliver-no-aids")
        self._services(CHAIN, [seen for seen in services if not seen.aid and self._moved(seen)], "deliver-no-chain")
        self._customers()
        self._books()
        return tuple(self.found)

    def _moved(self, seen: ServiceSeen) -> bool:
        number = seen.service
        lines = (*self.delivery.shipped, *self.delivery.received)
        made = any(line.service == number for line in self.delivery.made)
        return made or any(line.service == number for line in lines) or any(p.service == number for p in self.promises)

    def _add(
        self,
        step: int,
        title: str,
        line: str,
        flows: tuple[FlowPicture, ...] = (),
        service: ServiceId = NO_SERVICE,
        part: str = "",
    ) -> None:
        board = with_live(with_lines(self.board, self.lines), self.live | {flow.ribbon for flow in flows})
        islands = tuple(
            replace(island, hours=tuple(self.hours)) if island.id == self.scene.seat else island
            for island in board.islands
        )
        callout = largest_stop(self.scene, self.delivery) if self.stopped or step == BOOKS else None
        board = replace(board, islands=islands, chips=self._chips(), callout=callout)
        self.found.append(Frame(step, service, title, line, board, flows, not line, part))

    def _arrivals(self) -> None:
        told = [service_times(self.scene, ServiceId(each.service), each.units) for each in self.delivery.arrived]
        found = [self.say("deliver-arrived", goods=listed(self.scene, told))] if told else []
        books = self.delivery.books
        if books and books.overtime:
            found.append(self.say("deliver-overtime", hours=books.overtime))
        line = self.say("game-list-comma").join(found)
        self._add(ARRIVALS, line or self.say("deliver-no-arrivals"), line)

    def _services(self, step: int, moved: list[ServiceSeen], empty: str) -> None:
        if not moved:
            self._add(step, self.say(empty), "")
        for place, seen in enumerate(moved, start=1):
            self.settled.add(seen.service)
            mine = seen.provider == self.scene.seat
            text, flows = self._sent(seen) if mine else self._came(seen)
            part = parts(place, len(moved)) if len(moved) > 1 else ""
            self._add(step, text, text, flows, seen.service, part)

    def _sent(self, seen: ServiceSeen) -> tuple[str, tuple[FlowPicture, ...]]:
        """My service: what I made of it and where it went."""
        scene, number = self.scene, seen.service
        made = [line for line in self.delivery.made if line.service == number]
        planned, done = sum(self._due_or_begun(line) for line in made), sum(line.units for line in made)
        self.stopped = self.stopped or done < planned
        self.made, self.short = self.made + done, self.short + planned - done
        flows = []
        receivers: list[SeatId] = []
        for promise in self.promises:
            lines = [line for line in self.delivery.shipped if line.commitment == promise.commitment]
            if promise.service != number or promise.provider != scene.seat:
                continue
            receivers.append(promise.customer)
            units = sum(line.units for line in lines)
            if units:
                way = self._ribbon((scene.seat, promise.customer, number))
                flows.append(FlowPicture(way, scene.department(scene.seat).slot, units))
            good = sum(line.units - line.bad - line.misfit for line in lines)
            self._tell("deliver-got", promise.customer, good, self._owed([promise]))
        slot = scene.department(receivers[0] if receivers else scene.seat).slot
        self.hours += [slot] * sum(line.hours for line in made)
        if made:
            key = "deliver-made-short" if done < planned else "deliver-made"
            text = self.say(key, what=scene.service(number), units=done, planned=planned)
            own = "deliver-own-short" if self.short else "deliver-own-made"
            self.lines[scene.seat] = self.say(own, units=self.made, planned=self.made + self.short)
        else:
            text = self.say("deliver-sent", what=scene.service(number))
        return text, tuple(flows)

    def _due_or_begun(self, line: Made) -> int:
        """Units that a line should have made by now: what had no hours left and is not due yet was no plan for now."""
        due = sum(
            promise.lacking
            for promise in self.promises
            if (promise.provider, promise.service) == (self.scene.seat, line.service)
            and promise.due <= self.delivery.round
        )
        return min(line.planned, line.units + due) if line.stop == "hours" else line.planned

    def _came(self, seen: ServiceSeen) -> tuple[str, tuple[FlowPicture, ...]]:
        """A supplier's service: what came of it, beside what was promised for now."""
        scene, number = self.scene, seen.service
        lines = [line for line in self.delivery.received if line.service == number]
        good = sum(line.units - line.bad - line.misfit for line in lines)
        due = self._owed([p for p in self.promises if p.service == number and p.customer == scene.seat])
        name = scene.name(seen.provider)
        key = "deliver-came-short" if due else "deliver-came"
        text = self.say(key, supplier=name, what=scene.service(number), units=good, short=due)
        self._tell("deliver-gave", seen.provider, good, due)
        if seen.aid and (gained := sum(line.aid_hours for line in lines)):
            text = self.say("deliver-aid-came", supplier=name, hours=gained)
            self.lines[seen.provider] = self.say("deliver-aid-gave", hours=gained)
        units = sum(line.units for line in lines)
        way = self._ribbon((seen.provider, scene.seat, number))
        flow = (FlowPicture(way, scene.department(seen.provider).slot, units),) if units else ()
        return text, flow

    def _owed(self, promises: list[Promise]) -> int:
        """What of some promises should have been there by now and is not."""
        return sum(p.units - p.delivered for p in promises if p.due <= self.delivery.round)

    def _tell(self, key: str, partner: SeatId, good: int, missing: int) -> None:
        """The line under a partner: all that passed this week each way, and what should have and did not."""
        units, owed = self.got.get((key, partner), (0, 0))
        self.got[(key, partner)] = (units + good, owed + missing)
        told = []
        for way in ("deliver-gave", "deliver-got"):
            units, owed = self.got.get((way, partner), (0, 0))
            if (way, partner) in self.got:
                told.append(self.say(f"{way}-short" if owed else way, units=units, short=owed))
        self.lines[partner] = self.say("game-list-comma").join(told)

    def _customers(self) -> None:
        scene = self.scene
        if not scene.view.orders:
            self._add(CUSTOMERS, self.say("deliver-no-orders"), "")
            return
        lines = [line for line in self.delivery.order_lines if line.units]
        if not lines:
            self._add(CUSTOMERS, self.say("deliver-no-shipments"), "")
            return
        services = {order.order: order.service for order in scene.view.orders}
        goods = [service_times(scene, services[line.order], line.units) for line in lines]
        revenue = sum(line.revenue for line in lines)
        text = self.say(
            "deliver-customers",
            goods=listed(scene, goods),
            revenue=signed(revenue),
            money=scene.pick(scene.cast.money),
        )
        self.lines[OUTSIDE] = self.say("deliver-outside-got", units=sum(line.units for line in lines))
        slot = scene.department(scene.seat).slot
        way = self.ways.get((scene.seat, SeatId(OUTSIDE), ServiceId(0)), 0)
        self._add(CUSTOMERS, text, text, (FlowPicture(way, slot, sum(line.units for line in lines)),))

    def _books(self) -> None:
        books, found = self.delivery.books, []
        if books:
            own = hours(self.scene, books.own_work)
            left = max(0, books.own_work - books.set_aside)
            found.append(self.say("deliver-books-own", own=own, aside=books.set_aside, left=left))
            self.hours += [self.scene.department(self.scene.seat).slot] * books.own_work
            for key, value in (("cost", books.cost + books.fees), ("overtime", books.overtime_paid)):
                if value:
                    found.append(self.say(f"deliver-books-{key}", money=whole(value)))
            if books.holding:
                found.append(self.say("deliver-books-holding", money=whole(books.holding)))
            if books.fatigue and not self.scene.is_last:
                found.append(self.say("deliver-books-fatigue", hours=books.fatigue))
        found += beside_the_lines(self.scene, self.delivery)
        penalty = sum(line.late + line.lost for line in self.delivery.charged)
        if penalty:
            found.append(self.say("deliver-books-penalty", money=whole(penalty)))
        line = self.say("deliver-semicolon").join(found)
        line = line[:1].upper() + line[1:]
        self.stopped = True
        self._add(BOOKS, line or self.say("deliver-no-books"), line)

    def _ribbon(self, way: Way) -> int:
        number = self.ways.get(way, 0)
        self.live.add(number)
        return number

    def _chips(self) -> tuple[ChipPicture, ...]:
        """Of what moved; and where nothing did, what is still agreed on that way."""
        moved = [chip for promise in self.promises if (chip := self._chip(promise)).ribbon]
        used = {chip.ribbon for chip in moved}
        waiting = (p for p in self.scene.view.threads.promises if p.is_open and p not in self.promises)
        still = [chip for promise in waiting if (chip := self._chip(promise)).ribbon not in used | {0}]
        return (*moved, *still)

    def _chip(self, promise: Promise) -> ChipPicture:
        """Before its service has moved a promise stands as it was agreed; after that it says what came of it."""
        scene, known = self.scene, promise.service in self.settled
        way = self.ways.get((promise.provider, promise.customer, promise.service), 0)
        state = state_of(promise) if known else "agreed"
        units = parts(promise.delivered, promise.units) if known and state != "kept" else times(promise.units)
        due = week_short(scene, promise.due)
        what = service_times(scene, promise.service, promise.units)
        told = f"{what}, {scene.name(promise.provider)} → {scene.name(promise.customer)}, {due}"
        return ChipPicture(
            promise.commitment, way, badge(scene, promise.provider), units, due, state, spoken=told, tip=told
        )
