"""The losses of a written log, to the unit; and what a facilitator changed on the way."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from sandgame.benchmark.losses import raw_loss
from sandgame.bots.book import Book
from sandgame.bots.styles import STYLES
from sandgame.bots.table import BotTable
from sandgame.cli import main
from sandgame.lab.losses import UnfinishedError, losses, played_weeks
from sandgame.lab.replay import NotALogError, replay
from sandgame.rules import room_intents as r
from sandgame.rules.apply import fold
from sandgame.rules.decide import decide
from sandgame.rules.events import Event, PhaseStarted
from sandgame.rules.ids import TABLE, SeatId, ServiceId
from sandgame.rules.log import encode
from sandgame.rules.reason import Refusal
from sandgame.rules.room_intents import AnyIntent
from sandgame.rules.scenario import Card, CostEffect, HoursEffect, MeasureOffer, OrderEffect, OrderOption, Scenario
from sandgame.rules.start import start
from sandgame.rules.state import State
from sandgame.rules.view import view
from tests.kit.cases import game, named, package


@pytest.mark.parametrize("style", ["collaborating", "competing", "mixed"])
@pytest.mark.parametrize("case", ["starter", "first-steps"])
def test_the_losses_of_all_weeks_are_what_the_result_lacks_of_the_best(case: str, style: str) -> None:
    events = game(case, style, 0).events
    told = losses(events)
    assert told.result == game(case, style, 0).state.money.result
    assert sum(week.loss for week in told.rounds) == told.best - told.result
    assert told.items == ()
    for week in told.rounds:
        assert week.loss == week.table + week.departments + week.clarity
        assert week.departments == sum(week.shares)
        assert min(week.table, week.clarity, *week.shares) >= 0


def test_the_best_is_the_cases_own_constant() -> None:
    assert losses(game("starter", "competing", 0).events).best == 1415


def test_exact_losses_add_up_too_and_are_the_same_on_two_processes() -> None:
    events = game("starter", "competing", 0).events
    told = losses(events, exact=True)
    assert told.exact
    # by V the weeks lose what the design's curve falls: 1415, 1355, 1180, 863, 414
    assert [week.loss for week in told.rounds] == [60, 175, 317, 449]
    assert losses(events, exact=True, jobs=2) == told


def test_losses_are_plain_data() -> None:
    told = losses(game("starter", "collaborating", 0).events).as_json()
    assert json.loads(json.dumps(told))["rounds"][0].keys() == {
        "round", "loss", "table", "departments", "clarity", "shares",
    }  # fmt: skip
    assert list(told) == ["best", "result", "exact", "rounds", "items"]


def test_half_a_game_or_none_tells_of_no_losses() -> None:
    events = game("starter", "collaborating", 0).events
    with pytest.raises(NotALogError):
        losses([])
    with pytest.raises(NotALogError):
        losses(events[1:])
    half = next(at for at, event in enumerate(events) if isinstance(event, PhaseStarted) and event.round == 3)
    with pytest.raises(UnfinishedError):
        losses(events[:half])


def test_each_week_is_told_of() -> None:
    told: list[tuple[int, int]] = []
    losses(game("starter", "mixed", 1).events, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


# what a facilitator changed

Moment = tuple[int, str]
Led = tuple[AnyIntent, ...]


def told_at(moment: Moment, kind: type, **fields: object) -> AnyIntent:
    made: AnyIntent = kind(round=moment[0], phase=moment[1], **fields)
    return made


class LedGame:
    """A company of bots, with a facilitator who does something at the first moment of some phases."""

    def __init__(self, scenario: Scenario, length: int, style: str, led: Led) -> None:
        benchmarks = package("starter").benchmarks(0, length)
        self.log: list[Event] = list(start(scenario, "", 0, length, "desk", benchmarks))
        self.state: State = fold(self.log)
        self.led = list(led)
        styles = {seat: STYLES[named(style)] for seat in scenario.seats}
        self.bots = BotTable(Book.of(scenario), styles, 0, lambda seat: view(self.state, seat))

    def play(self) -> LedGame:
        while self.state.phase != "over":
            self._round()
        return self

    def _round(self) -> None:
        """Goes on with a new round, or begins it anew where it was taken back."""
        conduct = self.bots.round(self.state.round)
        seat, intent = next(conduct)
        while True:
            if self._lead():
                return
            outcome = self._do(seat, intent)
            try:
                seat, intent = conduct.send(outcome)
            except StopIteration:
                return

    def _lead(self) -> bool:
        back = False
        for intent in [x for x in self.led if (x.round, x.phase) == (self.state.round, self.state.phase)]:
            self.led.remove(intent)
            self._do(TABLE, intent)
            back = back or isinstance(intent, r.RollBack)
        return back

    def _do(self, seat: SeatId, intent: AnyIntent) -> tuple[Event, ...]:
        outcome = decide(self.state, seat, intent)
        assert not isinstance(outcome, Refusal), (seat, intent, outcome)
        self.log += outcome
        self.state = fold(self.log) if isinstance(intent, r.RollBack) else fold(outcome, self.state)
        return outcome


def starter() -> Scenario:
    """The starter with a deck: a hard week, a windfall of an order, cheap goods; and a measure to be had."""
    scenario = package("starter").scenario
    order = scenario.orders[0]
    price = 3 * order.options[0].price
    windfall = OrderEffect(order.owner, order.service, 4, (OrderOption(1, price),), 1, 2, 1, directive=False)
    deck = (
        Card((HoursEffect(SeatId(2), -6), HoursEffect(SeatId(3), -6)), first=1, public=True),
        Card((windfall,), first=1, public=True),
        Card(tuple(CostEffect(ServiceId(n), 1) for n in range(1, len(scenario.services) + 1)), first=1, public=False),
    )
    return replace(scenario, deck=deck, measures=(MeasureOffer("cross_training", 20, round=1, held=False),))


@cache
def led(style: str, *intents: AnyIntent) -> LedGame:
    return LedGame(starter(), 4, style, intents).play()


HARD = told_at((2, "brief"), r.DealCard, card=1)
WINDFALL = told_at((2, "plan"), r.DealCard, card=2)
CHEAP = told_at((1, "brief"), r.DealCard, card=3)
TRAINING = told_at((1, "review"), r.SwitchMeasure, measure="cross_training")
SHORTER = told_at((2, "review"), r.ShortenSession, length=3)
BEST_OF_THREE = 1149


@pytest.mark.parametrize("style", ["collaborating", "compromising", "competing"])
@pytest.mark.parametrize(
    "intents",
    [(HARD,), (WINDFALL,), (CHEAP,), (TRAINING,), (SHORTER,), (CHEAP, TRAINING, HARD, WINDFALL), (HARD, SHORTER)],
    ids=["hard", "windfall", "cheap", "training", "shorter", "all", "hard and shorter"],
)
def test_losses_and_what_was_changed_are_what_the_result_lacks_of_the_first_best(style: str, intents: Led) -> None:
    of = led(style, *intents)
    told = losses(of.log)
    assert told.best == (BEST_OF_THREE if SHORTER in intents else 1415)
    assert told.result == of.state.money.result
    assert sum(week.loss for week in told.rounds) + sum(item.change for item in told.items) == told.best - told.result
    assert len(told.items) == len(intents) - (SHORTER in intents)
    for week in told.rounds:
        assert week.loss == week.table + week.departments + week.clarity
        assert min(week.table, week.clarity, *week.shares) >= 0


def test_what_takes_counts_above_nought_and_what_gives_below() -> None:
    told = losses(led("collaborating", CHEAP, TRAINING, HARD, WINDFALL).log)
    assert [(item.round, item.kind, item.what) for item in told.items] == [
        (1, "card", 3), (1, "measure", "cross_training"), (2, "card", 1), (2, "card", 2),
    ]  # fmt: skip
    cheap, _, hard, windfall = (item.change for item in told.items)
    assert cheap < 0 < hard
    assert windfall < -100


def test_a_session_that_was_shortened_is_measured_by_the_weeks_it_had() -> None:
    short, whole = losses(led("collaborating", SHORTER).log), losses(led("collaborating").log)
    assert short.items == ()
    assert [week.round for week in short.rounds] == [1, 2, 3]
    assert short.best < whole.best
    assert sum(week.loss for week in short.rounds) == short.best - short.result


def test_a_measure_costs_its_price_less_what_it_makes_possible() -> None:
    of = led("competing", TRAINING)
    raw = [raw_loss(week) for week in played_weeks(of.log)[0]]
    (change,) = raw[0].changes
    assert change <= 20
    assert of.state.money.measures == 20


def test_items_are_plain_data() -> None:
    told = losses(led("competing", TRAINING, HARD).log).as_json()
    measure, card = json.loads(json.dumps(told))["items"]
    assert list(measure) == ["round", "kind", "what", "change"]
    assert (measure["what"], card["what"]) == ("cross_training", 1)


def test_exact_losses_and_items_add_up_too() -> None:
    told = losses(led("competing", TRAINING, HARD).log, exact=True)
    assert sum(week.loss for week in told.rounds) + sum(item.change for item in told.items) == told.best - told.result
    assert min(week.loss for week in told.rounds) >= 0


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["by event card 3 (", "by measure cross_training ("]),
        ("zh", ["发出 3 号事件卡", "采用改进措施 cross_training"]),
    ],
)
def test_items_are_printed_after_the_weeks(
    language: str, said: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "led.jsonl"
    log.write_bytes(b"".join(encode(event) + b"\n" for event in led("competing", CHEAP, TRAINING).log))
    assert main(["--lang", language, "losses", str(log)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == 1 + 4 + 2
    assert all(words in line for words, line in zip(said, printed[-2:], strict=True))


BACK = told_at((2, "plan"), r.RollBack, to_round=1, to_phase="brief")


def test_what_was_rolled_back_counts_for_nothing() -> None:
    """A trial week: bots do the same again, so the game that counts is the one without it."""
    plain, tried = led("compromising", TRAINING), led("compromising", CHEAP, BACK, TRAINING)
    # the measure was adopted before play went back, and nobody adopts it again
    told = losses(tried.log)
    assert told == losses(led("compromising").log)
    assert told.items == ()
    assert len(tried.log) > len(plain.log)


def test_a_log_with_what_was_rolled_back_replays_without_a_difference() -> None:
    tried = led("compromising", CHEAP, BACK, TRAINING)
    again = replay(tried.log)
    assert (again.differs, again.state, again.events) == ((), tried.state, len(tried.log))
    assert len(again.curve) == 4


def test_a_log_that_goes_back_to_nowhere_is_none() -> None:
    tried = led("compromising", CHEAP, BACK, TRAINING)
    at = next(n for n, event in enumerate(tried.log) if type(event).__name__ == "RolledBack")
    torn = [*tried.log[:at], replace(tried.log[at], round=4), *tried.log[at + 1 :]]
    for reading in (replay, losses):
        with pytest.raises(NotALogError) as caught:
            reading(torn)
        assert caught.value.seq == at
