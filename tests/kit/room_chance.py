"""What whoever runs the room might ask of a table, sensible or not, and the case for it: measures and a deck."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from sandgame.rules import room_intents as r
from sandgame.rules.ids import PHASES, SeatId, SheetId
from sandgame.rules.scenario import (
    MEASURE_NAMES,
    Card,
    CostEffect,
    ExtraName,
    HoursEffect,
    LengthBenchmarks,
    MeasureName,
    MeasureOffer,
    OrderEffect,
    OrderOption,
    Scenario,
)
from sandgame.rules.state import State
from tests.kit.chance import ask_for
from tests.kit.dice import WILD, Dice, at, number, one_of, parts, some_seat
from tests.kit.tables import BENCHMARKS, BUYING, DESIGN, DRAWING, MAKING, PARTS, PLAIN, SALES, workshop

SHORTER = (LengthBenchmarks(3, replace(BENCHMARKS, best=800, silo=240, silo_path=(120, 250, 300))),)
EXTRAS: tuple[ExtraName, ...] = ("map_task", "role_questions")
DECK = (
    Card((HoursEffect(MAKING, -5),), first=1, public=True),
    Card((CostEffect(PARTS, 30),), first=1, public=False),
    Card(
        (OrderEffect(SALES, PLAIN, 3, (OrderOption(0, 90), OrderOption(2, 80)), 5, 3, 9, directive=False),),
        first=1,
        public=True,
    ),
    Card(
        (
            HoursEffect(DESIGN, 4),
            OrderEffect(DESIGN, DRAWING, 1, (OrderOption(1, 140),), 5, 2, 9, directive=True),
        ),
        first=2,
        public=False,
    ),
    Card((HoursEffect(BUYING, -20),), first=2, public=False),
)


def equipped(held: Collection[MeasureName] = ()) -> Scenario:
    """The workshop with every measure on offer, some of them held from the start, and cards to be dealt."""
    offers = tuple(
        MeasureOffer(measure, 20 + 5 * place, 1 + place % 2, measure in held)
        for place, measure in enumerate(MEASURE_NAMES)
    )
    return replace(workshop(), measures=offers, deck=DECK)


held_measures: st.SearchStrategy[frozenset[MeasureName]] = st.frozensets(st.sampled_from(MEASURE_NAMES))
ROOM_KINDS = {
    "brief": ("card",),
    "negotiate": ("decide", "decide", "card"),
    "plan": ("card",),
    "deliver": ("card",),
    "review": ("switch", "switch", "swap", "swap", "card"),
    "over": (),
}
ALWAYS = (*("act",) * 6, "seat", "say_to", "pause", "resume", "time", "mark", "shorten", "back")


def room_asks_for(chance: Dice, state: State) -> Any:
    if state.phase == "over":
        kinds: tuple[str, ...] = ("mark", "back", "say_to")
    else:
        kinds = (*ROOM_KINDS[state.phase], *(("resume",) * 9 if state.paused else ALWAYS))
    return _MAKERS[chance.choice(sorted(_MAKERS) if chance.randrange(WILD) == 0 else kinds)](chance, state)


def _act(chance: Dice, state: State) -> Any:
    """For a seat, what it might ask itself."""
    seat = some_seat(chance, state)
    intent = ask_for(chance, state, seat if seat in state.seats else SeatId(1))
    return r.ActFor(**at(state), seat=seat, intent=intent)


def _seat(chance: Dice, state: State) -> Any:
    players: tuple[r.Player, ...] = ("person", "stand_in", "competing", "collaborating")
    return r.SeatPlayer(**at(state), seat=some_seat(chance, state), player=chance.choice(players))


def _say_to(chance: Dice, state: State) -> Any:
    return r.TellTable(**at(state), to=some_seat(chance, state), text="listen")


def _decide(chance: Dice, state: State) -> Any:
    """What is escalated in this round, or a line that is not; on terms or without any."""
    now = [(e.sheet, e.line) for e in state.escalations if e.round == state.round]
    sheet, line = one_of(chance, now, (SheetId(number(chance)), 0))
    return r.DecideLine(**at(state), sheet=sheet, line=line, parts=parts(chance, state, least=0))


def _switch(chance: Dice, state: State) -> Any:
    return r.SwitchMeasure(**at(state), measure=chance.choice(MEASURE_NAMES))


def _card(chance: Dice, state: State) -> Any:
    return r.DealCard(**at(state), card=chance.randint(1, len(state.scenario.deck) + 1))


def _swap(chance: Dice, state: State) -> Any:
    return r.SwapSeats(**at(state), one=some_seat(chance, state), other=some_seat(chance, state))


def _back(chance: Dice, state: State) -> Any:
    """Mostly within this round: games have to come to an end."""
    before = PHASES[: PHASES.index(state.phase) + 1] if state.phase != "over" else PHASES
    week = one_of(chance, (state.round, state.round, state.round - 1), state.round + 1)
    return r.RollBack(**at(state), to_round=max(1, week), to_phase=one_of(chance, before, "review"))


def _shorten(chance: Dice, state: State) -> Any:
    return r.ShortenSession(**at(state), length=chance.randint(1, 4))


def _time(chance: Dice, state: State) -> Any:
    return r.ChangeTime(**at(state), seconds=chance.randint(-60, 60))


_MAKERS: dict[str, Callable[[Dice, State], Any]] = {
    "act": _act,
    "seat": _seat,
    "say_to": _say_to,
    "decide": _decide,
    "switch": _switch,
    "card": _card,
    "swap": _swap,
    "back": _back,
    "shorten": _shorten,
    "pause": lambda _, state: r.PausePlay(**at(state)),
    "resume": lambda _, state: r.ResumePlay(**at(state)),
    "time": _time,
    "mark": lambda _, state: r.MarkMoment(**at(state), note="look"),
}
