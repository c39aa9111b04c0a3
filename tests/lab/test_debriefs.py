"""Where it went as a debrief shows it: the sums of the losses, each with the numbers of its events."""

import pytest
from msgspec.structs import replace

from sandgame.bots.book import Book
from sandgame.bots.styles import STYLES
from sandgame.bots.table import BotTable
from sandgame.debrief.table import Played, table_debrief
from sandgame.frames.debrief import Gone
from sandgame.frames.marks import SCORING_VERSION, Marks, Worths
from sandgame.lab.debriefs import gone
from sandgame.lab.losses import losses
from sandgame.lab.worths import worths
from sandgame.rules import room_intents as r
from sandgame.rules.apply import fold
from sandgame.rules.decide import decide
from sandgame.rules.events import Delivered, Event
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.reason import Refusal
from sandgame.rules.room_events import MeasureAdopted, SessionShortened
from sandgame.rules.room_intents import AnyIntent
from sandgame.rules.start import start
from sandgame.rules.state import State
from sandgame.rules.view import view
from sandgame.scoring.record import Record
from tests.kit.cases import game, package


def events() -> tuple[Event, ...]:
    return game("starter", "mixed", 0).events


def test_what_went_is_what_the_losses_say() -> None:
    found, told = gone(events()), losses(events())
    assert [(w.round, w.loss, w.table, w.departments, w.clarity) for w in found.weeks] == [
        (w.round, w.loss, w.table, w.departments, w.clarity) for w in told.rounds
    ]
    assert [share.shares for share in found.shares] == [week.shares for week in told.rounds]
    assert found.weeks[-1].still == told.result


def test_what_still_could_be_reached_falls_by_the_loss_and_moves_with_a_change() -> None:
    found, before = gone(events()), losses(events()).best
    for week in found.weeks:
        changed = sum(change.change for change in found.changes if change.round == week.round)
        assert week.still == before + changed - week.loss
        before = week.still


def test_every_week_and_every_change_opens_its_events() -> None:
    log, found = events(), gone(events())
    for week in found.weeks:
        assert any(isinstance(log[number], Delivered) for number in week.log)
    assert all(isinstance(log[change.log], MeasureAdopted) for change in found.changes)


# a session that was shortened


class Cut:
    """A starter of collaborating bots, begun with four weeks and cut in the Review of the first."""

    def __init__(self, length: int) -> None:
        self.case, self.length = package("starter"), length
        scenario, constants = self.case.scenario, self.case.benchmarks(0, 4)
        shorter = self.case.shorter(0, 4)
        self.log = list(start(scenario, self.case.fingerprint, 0, 4, "desk", constants, shorter=shorter))
        self.state: State = fold(self.log)
        styles = dict.fromkeys(scenario.seats, STYLES["collaborating"])
        self.bots = BotTable(Book.of(scenario), styles, 0, lambda seat: view(self.state, seat))

    def play(self) -> tuple[Event, ...]:
        while self.state.phase != "over":
            conduct = self.bots.round(self.state.round)
            seat, intent = next(conduct)
            while True:
                if (self.state.phase, self.state.length) == ("review", 4):
                    self.do(TABLE, r.ShortenSession(round=1, phase="review", length=self.length))
                try:
                    seat, intent = conduct.send(self.do(seat, intent))
                except StopIteration:
                    break
        return tuple(self.log)

    def do(self, seat: SeatId, intent: AnyIntent) -> tuple[Event, ...]:
        outcome = decide(self.state, seat, intent)
        assert not isinstance(outcome, Refusal), outcome
        self.log += outcome
        self.state = fold(outcome, self.state)
        return outcome


@pytest.mark.parametrize("length", [2, 3])
def test_a_shortened_session_is_measured_by_its_new_length_and_all_sums_are_exact(length: int) -> None:
    cut = Cut(length)
    log = cut.play()
    found = gone(log)
    record = Record(log)
    marks = Marks(SCORING_VERSION, "", 0, length, "desk", (), (), ())
    shown = table_debrief(Played(1, record, marks, Worths(()), found.weeks, found.changes))
    ended = cut.case.benchmarks(0, length)
    assert ended is not None
    assert shown.company is not None
    assert (shown.company.best, shown.company.silo) == (ended.best, ended.silo)
    assert len(shown.company.results) == len(shown.company.silo_path) == length
    # the steps of the weeks lead from the best of the weeks played down to the result
    assert shown.best_begun == ended.best
    assert not shown.changes
    lost = sum(week.loss for week in shown.weeks)
    assert ended.best - lost == shown.weeks[-1].still == shown.company.result
    assert all(worth.money <= ended.best for worth in worths(log).worths), "nothing is worth what never came"


def beaten(event: Event) -> Event:
    if isinstance(event, SessionShortened) and event.benchmarks is not None:
        return replace(event, benchmarks=replace(event.benchmarks, best=10))
    return event


def test_a_best_that_a_shortened_session_has_beaten_is_no_scale() -> None:
    log = tuple(beaten(event) for event in Cut(2).play())
    record = Record(log)
    assert record.end.money.result > 10
    assert record.scale is None
    assert view(record.end, SeatId(1)).table.best is None
    assert gone(log) == Gone(), "there is nothing that its weeks could add up to"
    marks = Marks(SCORING_VERSION, "", 0, 2, "desk", (), (), ())
    shown = table_debrief(Played(1, record, marks, Worths(()), (), ()))
    assert shown.company is None
    assert shown.figures, "money and KPIs are shown all the same"
