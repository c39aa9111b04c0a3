"""Views made by hand: a small company of Sales, Engineering and Production in its second week, seen from a seat."""

from __future__ import annotations

from typing import Any

import msgspec

from sandgame.frames.cast import Cast, CastDepartment, CastService, Texts, Word
from sandgame.frames.seat import Seated, SeatHolder
from sandgame.present.scene import Scene
from sandgame.rules.board import BoardSection, ServiceSeen
from sandgame.rules.events import CompanyMoney, SeatFigures, Shipped
from sandgame.rules.ids import CommitmentId, OrderId, SeatId, ServiceId, SheetId
from sandgame.rules.intents import Part, WantedLine
from sandgame.rules.scenario import RULE_NAMES, Aid, Input, Metric, OrderOption
from sandgame.rules.sections import (
    BesideSection,
    DeliverySection,
    Figures,
    MeSection,
    OwnOrder,
    OwnStock,
    PoolSection,
    Promise,
    Result,
    ReviewSection,
    RoomSection,
    TableSection,
    Thread,
    ThreadsSection,
    View,
)
from sandgame.rules.state import Line, Record, Turn
from sandgame.text.speech import Language, Speech

SALES, ENGINEERING, PRODUCTION = SeatId(1), SeatId(2), SeatId(3)
SPEC, HELP, DRAWING, LAMP, CUSTOM = (ServiceId(n) for n in range(1, 6))


def both(zh: str, en: str) -> Texts:
    return Texts(zh, en)


DEPARTMENTS = (
    CastDepartment(SALES, 1, "handshake", 800, 500, 2, both("销售", "Sales"),
                   both("把产品卖出去", "sells what we make"),
                   both("你面对客户", "You face the customers"), both("市场拓展", "market growth")),
    CastDepartment(ENGINEERING, 2, "drafting-compass", 300, 200, 2, both("研发", "Engineering"),
                   both("出图纸", "draws"), both("你出图纸", "You draw"), both("技术储备", "new technology")),
    CastDepartment(PRODUCTION, 4, "factory", 300, 700, 3, both("生产", "Production"), both("做产品", "makes the goods"),
                   both("你做产品", "You make the goods"), both("产线改造", "line upgrade")),
)  # fmt: skip

NAMES = {
    SPEC: (both("客户要求", "Specification"), both("份", "")),
    HELP: (both("工艺支持", "Process aid"), both("次", "")),
    DRAWING: (both("图纸", "Drawing"), both("张", "")),
    LAMP: (both("标准灯", "Standard lamp"), both("台", "")),
    CUSTOM: (both("定制灯", "Custom lamp"), both("台", "")),
}

METRICS = (
    Metric("own_work", 35, 0, 16),
    Metric("setups", 30, 8, 3),
    Metric("utilisation", 20, 40, 90),
    Metric("commitments_kept", 15, 0, 100),
)


def cast() -> Cast:
    services = tuple(CastService(number, name, unit) for number, (name, unit) in NAMES.items())
    return Cast("starter", both("灯具厂", "The lamp works"), both("明灯灯具", "Bright Lamps"), both("故事", "Story"),
                both("千元", "k yuan"), DEPARTMENTS, services)  # fmt: skip


def service(number: ServiceId, provider: SeatId, receivers: tuple[SeatId, ...], mine: bool, **own: Any) -> ServiceSeen:
    made = {"effort": 3, "setup": 0, "fee": 0, "cost": 0, "standard_price": 0, "inputs": ()} | own
    known = made if mine else dict.fromkeys(made)
    aid = Aid(3, 2) if number == HELP else None
    complexity = {SPEC: 50, HELP: 0, DRAWING: 40, LAMP: 0, CUSTOM: 20}[number]
    return ServiceSeen(number, provider, receivers, "service", 0, complexity, 1, aid, **known)


def services_of(seat: SeatId) -> tuple[ServiceSeen, ...]:
    every = (
        service(HELP, ENGINEERING, (PRODUCTION,), seat == ENGINEERING, effort=2),
        service(SPEC, SALES, (ENGINEERING,), seat == SALES, effort=2),
        service(DRAWING, ENGINEERING, (PRODUCTION,), seat == ENGINEERING, inputs=(Input(SPEC, 1),)),
        service(LAMP, PRODUCTION, (SALES,), seat == PRODUCTION, setup=2, cost=12),
        service(CUSTOM, PRODUCTION, (SALES,), seat == PRODUCTION, effort=5, setup=2, cost=20,
                inputs=(Input(DRAWING, 1),)),
    )  # fmt: skip
    return tuple(s for s in every if s.provider == seat or seat in s.receivers)


def wanted(number: ServiceId, units: int, due: int, *turns: Turn, worth: int = 0, customer: SeatId = SALES) -> Line:
    """A line that its customer asked for, with what was said since."""
    first = Turn(customer, 2, "ask", (Part(units, due),), None)
    return Line(WantedLine(number, units, due), worth, (first, *turns), "open", False)


def countered(by: SeatId, *parts: Part) -> Turn:
    return Turn(by, 2, "counter", parts, None)


def thread(number: int, customer: SeatId, provider: SeatId, *lines: Line, **changes: Any) -> Thread:
    sheet = Thread(
        SheetId(number), customer, provider, 2, "written", 70, "大客户加单，下周必须到。", lines, None, False,
        False, None, False,
    )  # fmt: skip
    return msgspec.structs.replace(sheet, **changes)


def promise(
    number: int, customer: SeatId, provider: SeatId, what: ServiceId, units: int, due: int, **changes: Any
) -> Promise:
    sheet = SheetId(90 + number)
    made = Promise(CommitmentId(number), sheet, customer, provider, what, units, due, 0, 1, 70, 0, "open", 0, None, ())
    return msgspec.structs.replace(made, **changes)


def delivered(week: int, *received: Shipped, **changes: Any) -> DeliverySection:
    """A week's Deliver in which only these lines came."""
    plain = DeliverySection(week, (), (), (), received, (), (), None, CompanyMoney())
    return msgspec.structs.replace(plain, **changes)


def threads(sheets: tuple[Thread, ...] = (), promises: tuple[Promise, ...] = ()) -> ThreadsSection:
    """Sheets and promises, and nothing else said."""
    return ThreadsSection(sheets, promises, (), (), ())


def reviewing(to_rate: tuple[SeatId, ...] = (), to_thank: tuple[SeatId, ...] = ()) -> ReviewSection:
    """A Review in which nothing has been given yet."""
    return ReviewSection(to_rate, to_thank, (), (), (), (), False, (), (), (), (), (), ())


def order(
    number: int, what: ServiceId, units: int, arrival: int, *options: tuple[int, int], **changes: Any
) -> OwnOrder:
    given = tuple(OrderOption(due, price) for due, price in options)
    made = OwnOrder(OrderId(number), what, units, arrival, given, 4, 4, 8, False, None, 0, "open")
    return msgspec.structs.replace(made, **changes)


def table(**changes: Any) -> TableSection:
    seats = (SALES, ENGINEERING, PRODUCTION)
    results = (Result(1, 120, CompanyMoney(revenue=150, overtime=30), 31, 80, 140),)
    plain = TableSection(2, "negotiate", 4, 4, 0, "desk", seats, (), RULE_NAMES, (), 10, 2, 6, 2, 1, results, None)
    return msgspec.structs.replace(plain, **changes)


def me(seat: SeatId, **changes: Any) -> MeSection:
    figures = (Figures(1, SeatFigures(seat, 62, (52, 62, 78, 64), 50, 56, 3)),)
    plain = MeSection(seat, 13, 0, 1, 0, 0, 0, 0, 12, 12, (12, 9, 13), 6, METRICS, (OwnStock(LAMP, 1),), (), (), None,
                      None, figures, 50, Record(own_work=4, setups=1, worked=8, had=13))  # fmt: skip
    return msgspec.structs.replace(plain, **changes)


def view(seat: SeatId, **changes: Any) -> View:
    """A view of this seat in week 2 of 4; `changes` replace whole sections, or fields of `table` and `me`."""
    pool = changes.pop("pool", PoolSection(2, 0, (), None, (), (), None, False, 0, ()))
    table_changes = {k: changes.pop(k) for k in list(changes) if k in TableSection.__struct_fields__}
    me_changes = {k: changes.pop(k) for k in list(changes) if k in MeSection.__struct_fields__}
    plain = View(
        table(**table_changes),
        me(seat, **me_changes),
        BoardSection(services_of(seat), ()),
        (),
        threads(),
        pool,
        None,
        reviewing(),
        RoomSection((), (), False, (), (), (), (), (), (), False),
        BesideSection(False, None, None, (), ()),
        None,
    )
    return msgspec.structs.replace(plain, **changes)


def production(**changes: Any) -> View:
    """Production in week 2: one promise of lamps due now, one of custom lamps later, a sheet that waits for it."""
    given = threads(
        (
            thread(7, SALES, PRODUCTION,
                   wanted(LAMP, 5, 2, countered(PRODUCTION, Part(3, 2)), countered(SALES, Part(4, 2)), worth=62),
                   wanted(CUSTOM, 2, 3, worth=134)),
            thread(8, PRODUCTION, ENGINEERING, wanted(DRAWING, 2, 3, customer=PRODUCTION), channel="quick", clarity=50,
                   note=""),
        ),
        (
            promise(1, SALES, PRODUCTION, LAMP, 3, 2),
            promise(2, SALES, PRODUCTION, CUSTOM, 1, 3),
            promise(3, PRODUCTION, ENGINEERING, DRAWING, 1, 2),
        ),
    )  # fmt: skip
    return view(PRODUCTION, **({"threads": given} | changes))


def sales(**changes: Any) -> View:
    """Sales in week 2: an order to decide on, one decided, one foreknown, a promise to it and one by it."""
    orders = (
        order(1, LAMP, 4, 1, (1, 60), (2, 56), option=1, shipped=1),
        order(2, CUSTOM, 2, 1, (2, 130), (3, 120), option=1),
        order(3, LAMP, 5, 2, (2, 62), (3, 56)),
        order(5, LAMP, 4, 3, (3, 66), (4, 60), state="coming"),
    )
    given = threads((), (promise(1, SALES, PRODUCTION, LAMP, 3, 2), promise(4, ENGINEERING, SALES, SPEC, 1, 2)))
    stock = (OwnStock(LAMP, 1),)
    return view(SALES, **({"orders": orders, "threads": given, "stock": stock} | changes))


WORDS = (
    Word("order.1", both("社区店", "Corner shops")),
    Word("order.2", both("大酒店", "Grand Hotel")),
    Word("order.3", both("连锁店", "Chain stores")),
    Word("order.5", both("学校", "The school")),
)


def seated(shown: View, *people: SeatId) -> Seated:
    """`people` are the other seats that persons sit on."""
    persons = (shown.me.seat, *people)
    holders = tuple(SeatHolder(s, "person" if s in persons else "bot") for s in shown.table.seats)
    return Seated("s1", shown.me.seat, cast(), holders, 1, shown, WORDS)


def scene(shown: View, language: Language = "zh") -> Scene:
    return Scene.of(seated(shown), Speech(language))
