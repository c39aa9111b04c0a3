"""A class made by hand, as its facilitator is told of it: case, lobby, rows, a table with all its secrets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from sandgame.frames.board import ChipSeen
from sandgame.frames.cast import Cast, CastDepartment, CastService, DeckCard, Texts, Word
from sandgame.frames.classroom import (
    AwaySeat,
    CallTold,
    ChairState,
    ClassSetup,
    ClassState,
    ConsoleTold,
    LinkSeen,
    LinkState,
    LobbySeat,
    LobbyTable,
    LobbyTold,
    Pace,
    Seconds,
    Stuck,
    TableRow,
)
from sandgame.frames.console import (
    CaseTold,
    EscalationSeen,
    MeasureSeen,
    MomentSeen,
    Position,
    SeatSeen,
    SecretSeen,
    TableSeen,
)
from sandgame.present.console_class import ClassSeen, TableTime, Times
from sandgame.rules.ids import Phase, SeatId
from sandgame.rules.intents import Part
from sandgame.text.speech import Language, Speech

SALES, DESIGN, BUYING, MAKING, QUALITY, LOGISTICS = (SeatId(n) for n in range(1, 7))
FRIDGE, PARTS, CHECKS, AID, DELIVERY = range(1, 6)
LEFT, WHOLE = 210.0, 360.0


def both(zh: str, en: str) -> Texts:
    return Texts(zh, en)


def _department(seat: SeatId, icon: str, x: int, y: int, zh: str, en: str) -> CastDepartment:
    line = both("做自己的事", "does its work")
    return CastDepartment(seat, int(seat), icon, x, y, 2, both(zh, en), line, line, line)


DEPARTMENTS = (
    _department(SALES, "handshake", 860, 400, "销售", "Sales"),
    _department(DESIGN, "drafting-compass", 500, 130, "研发", "Engineering"),
    _department(BUYING, "shopping-cart", 140, 190, "采购", "Procurement"),
    _department(MAKING, "factory", 500, 500, "生产", "Production"),
    _department(QUALITY, "badge-check", 140, 760, "质量", "Quality"),
    _department(LOGISTICS, "truck", 860, 820, "物流", "Logistics"),
)
SERVICES = (
    CastService(FRIDGE, both("整机", "Fridges"), both("台", "")),  # type: ignore[arg-type]
    CastService(PARTS, both("零件", "Parts"), both("批", "")),  # type: ignore[arg-type]
    CastService(CHECKS, both("检验", "Checks"), both("次", "")),  # type: ignore[arg-type]
    CastService(AID, both("工艺支持", "Process aid"), both("次", "")),  # type: ignore[arg-type]
    CastService(DELIVERY, both("送货", "Delivery"), both("车", "")),  # type: ignore[arg-type]
)
DECK = (
    DeckCard(
        1,
        both("大客户追加急单", "A key customer's rush order"),
        both("看全桌怎样给急事让路。", "Shows how the table makes room."),
        both("销售 · 第 4 周 · 12 台", "Sales · week 4 · 12 fridges"),
        both("挪之前，有人问过他吗？", "Did anyone ask them first?"),
        2,
    ),
    DeckCard(
        2,
        both("设备故障", "A machine breaks down"),
        both("看坏消息走得多快。", "Shows how fast bad news travels."),
        both("生产 · 工时 −8", "Production · 8 hours less"),
        both("中间那段时间去哪儿了？", "Where did the time between go?"),
        4,
    ),
)
MEASURES = (MeasureSeen("service_map", 20, 1), MeasureSeen("coordination", 0, 2), MeasureSeen("shared_goal", 0, 4))


def case(
    tables: int = 8, *, talk: str = "desk", deck: tuple[DeckCard, ...] = DECK, seconds: Seconds | None = None
) -> CaseTold:
    setup = ClassSetup("made", tables, 6, talk=talk, seconds=seconds or Seconds(negotiate=360))  # type: ignore[arg-type]
    cast = Cast("made", both("旺季之前", "Before the season"), both("青禾电器", "Greenfield"), both("故事", "Story"),
                both("万元", "¥10k"), DEPARTMENTS, SERVICES)  # fmt: skip
    return CaseTold(setup, cast, deck, MEASURES, (5, 6), "ABCDEF", "192.0.2.5", 45_001)


def lobby(tables: int = 8, state: ClassState = "playing", chair: ChairState = "here", pace: Pace = "each") -> LobbyTold:
    seats = tuple(LobbySeat(department.seat, chair, people=1) for department in DEPARTMENTS)
    return LobbyTold(state, pace, tuple(LobbyTable(number, seats) for number in range(1, tables + 1)))


def links(**states: LinkState) -> tuple[LinkSeen, ...]:
    """The ways of the made case, all agreed but those that are named: buying_making=..."""
    ways = {"buying_making": (BUYING, MAKING), "quality_making": (QUALITY, MAKING), "making_sales": (MAKING, SALES),
            "making_logistics": (MAKING, LOGISTICS), "logistics_sales": (LOGISTICS, SALES),
            "design_making": (DESIGN, MAKING)}  # fmt: skip
    return tuple(LinkSeen(*pair, states.get(name, "agreed")) for name, pair in ways.items())


def row(
    table: int, *, phase: Phase = "negotiate", week: int = 3, index: tuple[int, ...] = (10, 30), **more: Any
) -> TableRow:
    given: dict[str, Any] = {
        "paused": False, "waiting": False, "done": (), "bots": (), "result": 420, "unanswered": 1, "escalated": 0,
        "calls": 0, "kept": 8, "matured": 10, "links": links(), "seconds": LEFT, "running": True,
    }  # fmt: skip
    return TableRow(table=table, round=week, phase=phase, index=index, **(given | more))


STUCK = Stuck(3, 0, MAKING, SALES, FRIDGE, 10)


def rows() -> tuple[TableRow, ...]:
    """Eight tables in the third week's Negotiate: most are fine, four of them need somebody."""
    most = (SALES, DESIGN, BUYING, QUALITY, LOGISTICS)
    return (
        row(1, index=(18, 44), kept=82, matured=100, done=most),
        row(2, index=(8, 12), kept=61, matured=100, unanswered=4, done=(SALES, MAKING, LOGISTICS),
            links=links(buying_making="waiting", making_logistics="waiting")),
        row(3, index=(20, 38), kept=74, matured=100, unanswered=2, done=(SALES, DESIGN, QUALITY, LOGISTICS),
            escalated=1, stuck=(STUCK,), links=links(making_sales="stuck")),
        row(4, index=(30, 51), kept=88, matured=100, unanswered=0, bots=(QUALITY,),
            done=(SALES, DESIGN, BUYING, MAKING, QUALITY, LOGISTICS)),
        row(5, index=(3, -8), kept=49, matured=100, unanswered=3, done=(BUYING,),
            idle=(SALES, DESIGN, MAKING, LOGISTICS), links=links(
                buying_making="stuck", quality_making="stuck", making_sales="stuck", making_logistics="stuck")),
        row(6, index=(15, 27), kept=70, matured=100, done=(SALES, DESIGN, QUALITY, LOGISTICS),
            away=(AwaySeat(BUYING, 64, True),), links=links(buying_making="waiting")),
        row(7, index=(20, 33), kept=77, matured=100, bots=(LOGISTICS,),
            done=(SALES, DESIGN, MAKING, QUALITY, LOGISTICS)),
        row(8, index=(10, 19), kept=66, matured=100, unanswered=2, done=(SALES, BUYING, MAKING, LOGISTICS),
            links=links(making_logistics="waiting")),
    )  # fmt: skip


def frames(
    tables: Iterable[TableRow] | None = None, *, talk: str = "desk", state: ClassState = "playing"
) -> list[CaseTold | LobbyTold | ConsoleTold]:
    """All that a facilitator's window is told at first."""
    told = tuple(rows() if tables is None else tables)
    count = max(len(told), 1)
    return [case(count, talk=talk), lobby(count, state), ConsoleTold(told)]


def seen(
    language: Language = "zh", tables: Iterable[TableRow] | None = None, *more: Any, talk: str = "desk"
) -> ClassSeen:
    """What is known after the first frames and `more`."""
    known = ClassSeen(Speech(language))
    for frame in (*frames(tables, talk=talk), *more):
        known = known.took(frame)
    return known


def times(known: ClassSeen, gone: float = 150.0) -> Times:
    """The same clock at every table."""
    return {table: TableTime(WHOLE - gone, WHOLE, gone, running=True) for table in known.tables}


def call(table: int = 2, seat: SeatId = QUALITY, text: str = "我们不会用公共工时") -> CallTold:
    return CallTold(table, 3, seat, text)


def _chip(
    number: int, ends: tuple[SeatId, SeatId], service: int, units: int, due: int, state: Any, sheet: int = 0
) -> ChipSeen:
    return ChipSeen(number, sheet, 0, *ends, service, units, due, state)


CHIPS = (
    _chip(1, (BUYING, MAKING), PARTS, 10, 3, "at_risk"),
    _chip(0, (DESIGN, MAKING), AID, 1, 3, "open", 2),
    _chip(2, (MAKING, LOGISTICS), FRIDGE, 6, 4, "agreed"),
    _chip(0, (MAKING, SALES), FRIDGE, 10, 5, "open", 3),
    _chip(3, (QUALITY, MAKING), CHECKS, 8, 3, "agreed"),
    _chip(4, (LOGISTICS, SALES), DELIVERY, 2, 4, "agreed"),
)
ESCALATION = EscalationSeen(
    3, 0, MAKING, SALES, FRIDGE, (Part(10, 5),), (Part(6, 5),), 4, 70,
    (Position(SALES, "超市第 5 周要，少一台罚 2 万"), Position(MAKING, "第 5 周检修，只敢答应 6")), 12, 34,
    (Part(6, 5), Part(8, 5), Part(10, 5)),
)  # fmt: skip
HIDDEN = "超市"
"""Stands in the secrets and in the positions of the made table, and nowhere else."""
_AT = 1_700_000_000_000


def _moment(number: int, kind: Any, seat: int = 0, other: int = 0, **more: Any) -> MomentSeen:
    given = {"service": 0, "units": 0, "due": 0, "key": True} | more
    return MomentSeen(number, _AT + number * 20_000, 3, "negotiate", kind, seat, other, **given)


MOMENTS = (
    _moment(1, "phase_started", key=False),
    _moment(2, "order_come", SALES, service=FRIDGE, units=12, due=5),
    _moment(3, "sheet_sent", SALES, MAKING, service=FRIDGE, units=12, due=5),
    _moment(4, "countered", MAKING, SALES, service=FRIDGE, units=6, due=5),
    _moment(5, "message_sent", QUALITY, 9, key=False, note="检验排不开"),
    _moment(6, "warned", BUYING, MAKING, service=PARTS, units=2),
    _moment(7, "unanswered", DESIGN, MAKING, service=AID, units=1),
    _moment(8, "escalated", SALES, MAKING, service=FRIDGE, units=10, due=5),
    _moment(9, "bookmark", note="没分享大订单", marked=True),
)


def table_seen(table: int = 3, phase: Phase = "negotiate", **more: Any) -> TableSeen:
    """The third table, with an escalated line and an order that only Sales knows of."""
    doing = {
        SALES: "waiting",
        DESIGN: "done",
        BUYING: "idle",
        MAKING: "working",
        QUALITY: "done",
        LOGISTICS: "stand_in",
    }
    hours = {SALES: (28, 4), DESIGN: (30, 11), BUYING: (32, 6), MAKING: (37, 2), QUALITY: (24, 0), LOGISTICS: (26, 9)}
    kpis = {SALES: 71, DESIGN: 64, BUYING: 55, MAKING: 62, QUALITY: 70, LOGISTICS: 48}
    secrets = {SALES: (SecretSeen(1, 0, 5, ()),), MAKING: (SecretSeen(0, 1, 5, (SALES,)),)}
    seats = tuple(
        SeatSeen(seat, doing[seat], (MAKING,) if seat == SALES else (DESIGN,) if seat == MAKING else (), kpis[seat],  # type: ignore[arg-type]
                 *hours[seat], secrets.get(seat, ()))
        for seat in doing
    )  # fmt: skip
    words = (
        Word("order.1", both("大客户超市", "the key customer")),
        Word("incident.1", both("第 5 周检修，少 8 工时", "service in week 5, 8 hours less")),
    )
    given: dict[str, Any] = {
        "round": 3, "phase": phase, "length": 6, "index": 38, "kept": 74, "matured": 100, "seats": seats,
        "chips": CHIPS,
        "escalations": (ESCALATION,), "measures": ("coordination",), "dealt": (), "moments": MOMENTS, "words": words,
        "may_swap": False, "may_switch": False,
        "undo_to": ((2, "review"), (3, "brief"), (3, "negotiate")),
    }  # fmt: skip
    return TableSeen(table=table, **(given | more))


def moved(of: TableRow, **more: Any) -> TableRow:
    return msgspec.structs.replace(of, **more)
