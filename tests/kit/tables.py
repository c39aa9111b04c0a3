"""A small case made by hand that uses every mechanism of the rules, and short ways to play it."""

from __future__ import annotations

from collections.abc import Iterable

from sandgame.rules import intents as i
from sandgame.rules.apply import fold
from sandgame.rules.decide import decide
from sandgame.rules.events import Event
from sandgame.rules.ids import TABLE, SeatId, ServiceId
from sandgame.rules.reason import Refusal
from sandgame.rules.room_events import RolledBack
from sandgame.rules.scenario import (
    Aid,
    Benchmarks,
    BotBook,
    BotTraits,
    Department,
    Incident,
    Input,
    Metric,
    OrderDef,
    OrderOption,
    Scenario,
    ServiceDef,
    StockAtStart,
    Variation,
)
from sandgame.rules.start import start
from sandgame.rules.state import State

SALES, DESIGN, BUYING, MAKING = SeatId(1), SeatId(2), SeatId(3), SeatId(4)
SPEC, HELP, PARTS, DRAWING, PLAIN, SPECIAL = (ServiceId(n) for n in range(1, 7))
BENCHMARKS = Benchmarks(1000, 300, (100, 200, 250, 300), (150, 400, 600, 800))


def _service(provider: int, receiver: int, effort: int, **more: object) -> ServiceDef:
    fields: dict[str, object] = {
        "setup": 0,
        "fee": 0,
        "inputs": (),
        "cost": 0,
        "standard_price": 0,
        "lead": 0,
        "defect": 0,
        "defect_start": 0,
        "complexity": 0,
        "holding": 0,
        "relation": "service",
        "customer": "process",
        "aid": None,
    }
    return ServiceDef(provider=SeatId(provider), receivers=(SeatId(receiver),), effort=effort, **(fields | more))  # type: ignore[arg-type]


def _order(service: int, units: int, arrival: int, options: Iterable[tuple[int, int]], **more: int) -> OrderDef:
    offered = tuple(OrderOption(due, price) for due, price in options)
    last = max(option.due for option in offered)
    return OrderDef(
        owner=SALES,
        service=ServiceId(service),
        units=units,
        arrival=arrival,
        options=offered,
        late=4,
        expiry=more.get("expiry", min(4, last + 1)),
        lost=8,
        directive=False,
    )


def workshop(*, flawless: bool = False) -> Scenario:
    """Four departments, six services, four weeks; `flawless` leaves out defects and misunderstandings."""
    flaw = 0 if flawless else 1
    services = (
        _service(1, 2, 2, complexity=50 * flaw),
        _service(2, 4, 2, aid=Aid(3, 2)),
        _service(
            3, 4, 1, cost=10, standard_price=12, fee=20, lead=1, defect=20 * flaw, complexity=10 * flaw, holding=1
        ),
        _service(2, 4, 3, inputs=(Input(SPEC, 1),), complexity=40 * flaw),
        _service(4, 1, 3, setup=2, inputs=(Input(PARTS, 1),), cost=2, defect=30 * flaw, holding=1),
        _service(4, 1, 4, setup=3, inputs=(Input(PARTS, 1), Input(DRAWING, 1)), complexity=30 * flaw, holding=1),
    )
    departments = (
        Department(
            10,
            2,
            (),
            (
                Metric("booked_revenue", 30, 0, 1500),
                Metric("delivered_revenue", 30, 0, 1200),
                Metric("own_work", 40, 0, 26),
            ),
        ),
        Department(12, 4, (), (Metric("own_work", 60, 0, 36), Metric("commitments_kept", 40, 0, 100))),
        Department(
            9,
            2,
            (StockAtStart(PARTS, 2),),
            (
                Metric("purchase_price", 40, 125, 90),
                Metric("stock_value", 20, 30, 0),
                Metric("own_work", 20, 0, 20),
                Metric("satisfaction", 20, 0, 100),
            ),
        ),
        Department(
            14,
            6,
            (StockAtStart(PARTS, 3),),
            (
                Metric("setups", 40, 8, 3),
                Metric("utilisation", 30, 40, 90),
                Metric("commitments_kept", 15, 0, 100),
                Metric("bad_units", 15, 10, 0),
            ),
        ),
    )
    orders = (
        _order(5, 4, 1, ((1, 60), (2, 56))),
        _order(6, 2, 1, ((2, 130), (3, 120))),
        _order(5, 5, 2, ((2, 62), (3, 56))),
        _order(6, 2, 2, ((3, 134), (4, 124))),
        _order(5, 4, 3, ((3, 66), (4, 60))),
    )
    incidents = (Incident(3, MAKING, -4, None, None), Incident(2, BUYING, 0, PARTS, 14))
    traits = BotTraits(5, 0)
    return Scenario(
        purpose="class",
        departments=departments,
        services=services,
        orders=orders,
        incidents=incidents,
        lengths=(3, 4),
        pool=3,
        overtime_price=6,
        own_work_worth=2,
        company_share=10,
        foreknown=1,
        opens=(),
        variation=Variation((-1, 0, 0, 1), (95, 100, 100, 105), (0, 0, 1, -1)),
        bots=BotBook(MAKING, 6, 15, 20, 8, (traits,) * 4),
    )


def opened(scenario: Scenario | None = None, seed: int = 0, length: int = 4) -> State:
    return fold(start(scenario or workshop(), "workshop", seed, length, "desk", BENCHMARKS))


class Table:
    """A table under test: what is asked is decided and folded, and the log is kept."""

    def __init__(self, scenario: Scenario | None = None, seed: int = 0, length: int = 4) -> None:
        self.log: list[Event] = list(start(scenario or workshop(), "workshop", seed, length, "desk", BENCHMARKS))
        self.state = fold(self.log)

    def ask(self, seat: SeatId, kind: type, /, **fields: object) -> Refusal | tuple[Event, ...]:
        """Decide an intent for the present round and phase; its events are folded."""
        outcome = decide(self.state, seat, kind(round=self.state.round, phase=self.state.phase, **fields))
        if not isinstance(outcome, Refusal):
            self.log += outcome
            back = any(isinstance(event, RolledBack) for event in outcome)
            self.state = fold(self.log) if back else fold(outcome, self.state)
        return outcome

    def done(self, seat: SeatId, kind: type, /, **fields: object) -> tuple[Event, ...]:
        """The same, where it has to be accepted."""
        outcome = self.ask(seat, kind, **fields)
        assert not isinstance(outcome, Refusal), outcome
        return outcome

    def time_up(self) -> tuple[Event, ...]:
        return self.done(TABLE, i.TimeUp)

    def hurry(self) -> None:
        """Time is up, if there is any left."""
        if self.state.phase != "over":
            self.time_up()

    def until(self, phase: str, round_: int | None = None) -> Table:
        while (self.state.phase, self.state.round) != (phase, round_ or self.state.round):
            self.time_up()
        return self

    def promise(self, customer: SeatId, service: ServiceId, units: int, due: int, channel: str = "quick") -> int:
        """Ask and accept one line; returns the commitment's number."""
        provider = self.state.scenario.service(service).provider
        wanted = (i.WantedLine(service, units, due),)
        self.done(customer, i.SendSheet, provider=provider, lines=wanted, channel=channel)
        self.done(provider, i.AnswerSheet, sheet=max(self.state.sheets), answers=(i.Accept(0),))
        return max(self.state.commitments)
