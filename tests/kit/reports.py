"""Materials for reports: tables of bots on a shipped case, marked and reckoned as in class."""

from __future__ import annotations

from functools import cache

from sandgame.debrief.comparison import comparison
from sandgame.debrief.table import Played, own_debrief, table_debrief
from sandgame.frames.debrief import ChangeShown, WeekGone
from sandgame.frames.past import PastSession, PastTable
from sandgame.lab.losses import losses
from sandgame.lab.worths import worths
from sandgame.rules.ids import TABLE, ServiceId
from sandgame.scoring.marks import marks
from sandgame.scoring.record import Record
from tests.kit.cases import game, package

STYLES = ("mixed", "collaborating", "competing", "compromising", "mixed", "accommodating", "avoiding", "mixed")
RULE = "不行也要当天说，并且说一个别的办法。"
SEEDS = (1, 1, 1, 1, 3, 1, 1, 8)


@cache
def table(case: str, number: int, rule: str = "") -> PastTable:
    """Table `number` of the class, played, marked and reckoned."""
    found, seed = package(case), SEEDS[number - 1]
    played = game(case, STYLES[number - 1], seed)
    record = Record(played.events)
    anchors = found.anchors(record.end.length)
    assert anchors is not None
    worth = worths(played.events)
    lost = losses(played.events) if record.end.benchmarks is not None else None
    weeks = tuple(
        WeekGone(one.round, one.loss, one.table, one.departments, one.clarity, 0)
        for one in (lost.rounds if lost else ())
    )
    changes = tuple(
        ChangeShown(one.round, one.kind, str(one.what), -one.change) for one in (lost.items if lost else ())
    )
    whole = Played(number, record, marks(played.events, worth, anchors), worth, weeks, changes)
    debrief = table_debrief(whole)
    own = tuple(own_debrief(whole, debrief, seat) for seat in record.seats)
    words = found.words(f"order.{order}" for order in record.end.orders)
    times = tuple(1_000 * number for number in range(len(played.events)))
    rules = (rule,) if rule else ()
    return PastTable(debrief, own, (), played.events, times, words, len(record.seats), rules)


@cache
def class_of(case: str, tables: int) -> PastSession:
    found = package(case)
    played = tuple(table(case, number, RULE if number == 1 else "") for number in range(1, tables + 1))
    debriefs = tuple(one.debrief for one in played)
    return PastSession(
        session="made-up",
        number=2041,
        case=case,
        length=played[0].debrief.length,
        cast=found.cast(TABLE, (ServiceId(n) for n in range(1, len(found.services) + 1))),
        fingerprint=found.fingerprint,
        started="2026-11-18T09:00:00",
        tables=played,
        comparison=comparison(debriefs),
    )
