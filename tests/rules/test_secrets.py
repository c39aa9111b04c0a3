"""Seats see views and nothing else: two states that differ only in what a seat may not know look the same to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from sandgame.rules import decide as referee
from sandgame.rules import intents as i
from sandgame.rules import room_intents as r
from sandgame.rules import view as views
from sandgame.rules.apply import fold
from sandgame.rules.board import network
from sandgame.rules.decide import decide
from sandgame.rules.ids import ROOM, TABLE, SeatId
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.room_intents import AnyIntent
from sandgame.rules.scenario import MEASURE_NAMES
from sandgame.rules.sections import CardSeen, Heard, ToldByRoom, View
from sandgame.rules.start import start
from sandgame.rules.state import State
from tests.kit.chance import ask_for
from tests.kit.dice import Dice, dice, numbers
from tests.kit.room_chance import EXTRAS, SHORTER, equipped, room_asks_for
from tests.kit.tables import BENCHMARKS, BUYING, DESIGN, DRAWING, MAKING, PARTS, SALES, Table
from tests.kit.twins import twin
from tests.kit.wrapped import reworded, wrapped

WISHES = (i.AnswerLoan, i.AnswerSheet)
"""Whether the other side may still lend or gain is what the answer is about: the limit may be told."""


def table_of(chance: Dice) -> Table:
    """Some measures are held, all others on offer; everything stands beside the rounds."""
    case = equipped([measure for measure in MEASURE_NAMES if chance.randrange(3) == 0])
    table = Table(case)
    events = start(case, "workshop", chance.randrange(3), 4, "desk", BENCHMARKS, shorter=SHORTER, extras=EXTRAS)
    table.log, table.state = list(events), fold(events)
    return table


def asks(table: Table, seat: SeatId, intent: AnyIntent) -> None:
    fields = {name: getattr(intent, name) for name in intent.__struct_fields__ if name not in ("round", "phase")}
    table.ask(seat, type(intent), **fields)


def played(chance: Dice) -> Table:
    """A table after some random play of its seats and of whoever runs the room."""
    table = table_of(chance)
    for _ in range(chance.randint(5, 200)):
        if chance.randrange(8) == 0:
            asks(table, TABLE, room_asks_for(chance, table.state))
        elif chance.randrange(24 if table.state.phase == "negotiate" else 5) == 0:
            table.hurry()
        elif table.state.phase != "over":
            seat = chance.choice(table.state.seats)
            asks(table, seat, ask_for(chance, table.state, seat))
    return table


def bump(chance: Dice) -> Callable[[], int]:
    return lambda: chance.randint(1, 3)


@settings(max_examples=200)
@given(number=numbers)
def test_twins_look_the_same_to_a_seat(number: int) -> None:
    chance = dice(number)
    state = played(chance).state
    for seat in state.seats:
        assert views.view(state, seat) == views.view(twin(state, seat, bump(chance)), seat)


@settings(max_examples=200)
@given(number=numbers)
def test_twins_are_told_the_same_words(number: int) -> None:
    """All names that a seat is not told are others in the twin's case, and it has one incident more."""
    chance = dice(number)
    state = played(chance).state
    package = wrapped(state.as_written)
    for seat in state.seats:
        other = reworded(package, state, seat).words_for(views.view(twin(state, seat, bump(chance)), seat))
        assert package.words_for(views.view(state, seat)) == other


@settings(max_examples=200)
@given(number=numbers)
def test_twins_are_refused_the_same_for_the_same_reason(number: int) -> None:
    chance = dice(number)
    state = played(chance).state
    for seat in state.seats:
        other = twin(state, seat, bump(chance))
        for _ in range(4):
            intent = ask_for(chance, state, seat)
            assert refusals(state, other, seat, intent) in ((None, None), None), intent


def refusals(state: State, other: State, seat: SeatId, intent: Any) -> tuple[Refusal | None, Refusal | None] | None:
    """Of both, where they differ."""
    both = [decide(state, seat, intent), decide(other, seat, intent)]
    one, two = (outcome if isinstance(outcome, Refusal) else None for outcome in both)
    limits = [refusal for refusal in (one, two) if refusal is not None and refusal.reason is Reason.LOAN_LIMIT]
    return None if one == two or (isinstance(intent, WISHES) and limits) else (one, two)


# planted leaks


def rich() -> State:
    """A table at which there is something of every kind that SALES may not know."""
    case = equipped()
    table = Table(case)
    events = start(case, "workshop", 0, 4, "desk", BENCHMARKS, shorter=SHORTER, extras=EXTRAS)
    table.log, table.state = list(events), fold(events)
    table.done(DESIGN, i.MarkMap, serves=(MAKING,), served_by=(SALES,))
    table.until("negotiate").promise(MAKING, PARTS, 2, 2)
    table.done(TABLE, r.RollBack, to_round=1, to_phase="negotiate")
    table.promise(MAKING, PARTS, 2, 2)
    table.done(MAKING, i.SendSheet, provider=DESIGN, lines=(i.WantedLine(DRAWING, 1, 2),), note="between us")
    table.done(MAKING, i.EscalateLine, sheet=max(table.state.sheets), line=0, reason="late")
    table.done(DESIGN, i.AnswerEscalation, sheet=max(table.state.sheets), line=0, reason="full")
    for seat in (BUYING, MAKING):
        table.done(seat, i.ClaimPool, hours=3)
    split = i.ProposePool(round=1, phase="negotiate", shares=(i.PoolShare(MAKING, 2),))
    table.done(BUYING, i.KeepEntry, entry=split)
    table.done(MAKING, i.ShowSignal, sign="stuck")
    table.done(MAKING, i.SendMessage, to=ROOM, text="help")
    table.done(DESIGN, i.ShareFact, to=MAKING, fact=i.FactRef("free_hours"))
    table.done(TABLE, r.SeatPlayer, seat=DESIGN, player="competing")
    table.done(TABLE, r.SeatPlayer, seat=BUYING, player="stand_in")
    table.done(TABLE, r.TellTable, to=DESIGN, text="slower")
    table.done(TABLE, r.DealCard, card=2)
    table.done(TABLE, r.DealCard, card=1)
    return table.state


def _in_table(seen: View, told: int | None) -> View:
    return replace(seen, table=replace(seen.table, best=told))


def _in_room(seen: View, **changes: Any) -> View:
    return replace(seen, room=replace(seen.room, **changes))


Leak = Callable[[State, View], View]
LEAKS: dict[str, Leak] = {
    "hours": lambda state, seen: _in_table(seen, sum(state.scenario.department(seat).hours for seat in state.seats)),
    "orders": lambda state, seen: _in_table(seen, sum(order.terms.units for order in state.orders.values())),
    "seed": lambda state, seen: _in_table(seen, state.seed),
    "best": lambda state, seen: _in_table(seen, state.benchmarks.best if state.benchmarks else None),
    "best of another length": lambda state, seen: _in_table(seen, state.shorter[0].benchmarks.best),
    "numbers of what is void": lambda state, seen: _in_table(seen, state.voided.sheets),
    "the deck": lambda state, seen: _in_table(seen, len(state.scenario.deck[4].effects)),
    "another's map": lambda state, seen: _in_table(seen, len(state.maps)),
    "styles": lambda state, seen: _in_room(seen, played_by=tuple(sorted(state.players.items()))),
    "a card that is not public": lambda state, seen: _in_room(
        seen, cards=tuple(CardSeen(d.card, d.round) for d in state.dealt)
    ),
    "the sheet of an escalated line": lambda state, seen: _in_room(
        seen,
        escalations=tuple(replace(x, reason=state.sheets[x.sheet].note) for x in seen.room.escalations),
    ),
    "the network": lambda state, seen: replace(
        seen, board=replace(seen.board, network=network(state.scenario, state.sweep))
    ),
    "what others keep": lambda state, seen: replace(seen, beside=replace(seen.beside, kept=tuple(state.kept.values()))),
    "what the room says to others": lambda state, seen: replace(
        seen, beside=replace(seen.beside, told=tuple(ToldByRoom(1, False, said.text) for said in state.room_messages))
    ),
    "what others say to the room": lambda state, seen: replace(
        seen,
        threads=replace(seen.threads, messages=tuple(Heard(1, x.seat, ROOM, x.text) for x in state.messages)),
    ),
    "facts for others": lambda state, seen: replace(seen, threads=replace(seen.threads, facts=state.facts)),
}


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
def test_a_planted_leak_is_found(leak: Leak) -> None:
    state = rich()
    other = twin(state, SALES, lambda: 1)
    seen, same = views.view(state, SALES), views.view(other, SALES)
    assert seen == same
    assert leak(state, seen) != leak(other, same)


def test_what_is_open_to_all_is_seen_by_all() -> None:
    state = rich()
    for seat in state.seats:
        room = views.view(state, seat).room
        assert [(x.by, x.reason, x.reply) for x in room.escalations] == [(MAKING, "late", "full")]
        assert [(x.seat, x.sign) for x in room.signals] == [(MAKING, "stuck")]
        assert [(x.seat, x.by) for x in room.played_by] == [(DESIGN, "bot"), (BUYING, "stand_in")]
        assert [x.card for x in room.cards] == [1]
        assert len(room.measures) == len(MEASURE_NAMES)


def test_a_planted_refusal_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that tells what others claim, to who claims nothing."""
    state = rich()
    other = twin(state, SALES, lambda: 1)
    intent = i.ClaimPool(round=1, phase="negotiate", hours=3)
    assert refusals(state, other, SALES, intent) is None

    def claim(state: State, _seat: SeatId, _intent: i.ClaimPool) -> Refusal:
        return Refusal(Reason.ABOVE_POOL, limit=sum(state.pool.claims.values()))

    monkeypatch.setitem(referee._RULES, i.ClaimPool, (("negotiate",), claim))
    assert refusals(state, other, SALES, intent) is not None


def test_a_planted_word_is_found() -> None:
    """One of an order that only its owner knows, and one of a card that is the facilitator's."""
    state = rich()
    package = wrapped(state.as_written)
    other = reworded(package, state, BUYING)
    seen = views.view(state, BUYING)
    assert package.words_for(seen) == other.words_for(seen)
    assert package.words(["order.1"]) != other.words(["order.1"])
    assert package.words(["card.1.purpose"]) != other.words(["card.1.purpose"])
