"""The hours of a programme: what each department has in each round, with overtime, fatigue, loans and the pool."""

from __future__ import annotations

from sandgame.benchmark.programme import Entry, Programme
from sandgame.rules.hours import scenario_hours
from sandgame.rules.ids import SeatId
from sandgame.rules.pool import GAINED_MAX, LENT_MAX
from sandgame.rules.scenario import RuleName
from sandgame.rules.state import State

LOAN_GAIN = (3, 4)
"""All loans of a round together bring at most three hours for four: the largest loan is 4 hours and costs one."""
TRAINED_GAIN = (1, 1)
"""With cross-training nothing is lost."""
THANKS = 1


def first_round(state: State) -> int:
    """The first round in which there is still something to decide; above the length if there is none."""
    if state.phase == "over":
        return state.length + 1
    return state.round + 1 if _is_delivered(state) else state.round


def _is_delivered(state: State) -> bool:
    return state.delivered is not None and state.delivered.round == state.round


def fatigue_at_first(state: State, seat: SeatId) -> int:
    """Hours lost in the first round. While a Review may still bring thanks they count as given."""
    if state.delivered is None or not _is_delivered(state):
        return state.fatigue.get(seat, 0)
    return max(0, sum(books.fatigue for books in state.delivered.books if books.seat == seat) - THANKS)


class Capacity:
    """Columns and rows of hours; work is booked with `spend` and `add`, and `close` writes the rows.

    In Plan the hours of the round are as they were agreed. Without `help` there is no overtime, loan, pool or aid.
    """

    def __init__(self, programme: Programme, state: State, help_: bool = True) -> None:
        self.programme = programme
        self.state = state
        self.help = help_
        self.scenario = state.scenario
        self.first = first_round(state)
        self.agreed = state.phase == "plan" and self.first == state.round
        self.overtime: dict[tuple[SeatId, int], int] = {}
        self.own_work: dict[tuple[SeatId, int], int] = {}
        self._rows: dict[tuple[SeatId, int], tuple[list[Entry], int]] = {}
        for round_ in range(self.first, state.length + 1):
            loans: list[tuple[int, int]] = []
            for seat in state.seats:
                self._overtime_and_own_work(seat, round_)
                loans += self._department(seat, round_)
            self._loans(loans, TRAINED_GAIN if self._is_trained(round_) else LOAN_GAIN)
            self._pool(round_)

    def spend(self, seat: SeatId, round_: int, column: int, hours: int) -> None:
        self._rows[seat, round_][0].append((column, hours))

    def add(self, seat: SeatId, round_: int, column: int, hours: int = 1) -> None:
        self.spend(seat, round_, column, -hours)

    def close(self) -> None:
        for entries, hours in self._rows.values():
            self.programme.at_most(entries, hours)

    def most(self, seat: SeatId, round_: int) -> int:
        """Hours that the department cannot pass in the round, whatever was played before; without aids."""
        pool = self.scenario.pool if self._is_open(round_, "pool") else 0
        gained = GAINED_MAX if self._is_open(round_, "lend") else 0
        return self._hours(seat, round_) + self._overtime_limit(seat, round_) + pool + gained

    def _is_open(self, round_: int, rule: RuleName) -> bool:
        return self.help and rule in self.scenario.open_rules(round_)

    def _hours(self, seat: SeatId, round_: int) -> int:
        return max(0, scenario_hours(self.scenario, seat, round_))

    def _overtime_limit(self, seat: SeatId, round_: int) -> int:
        return self.scenario.department(seat).overtime if self._is_open(round_, "overtime") else 0

    def _is_agreed(self, round_: int) -> bool:
        return self.agreed and round_ == self.first

    def _overtime_and_own_work(self, seat: SeatId, round_: int) -> None:
        """Overtime never counts as own work, but costs more than that is worth: so one sum of hours bounds both."""
        limit = self._overtime_limit(seat, round_)
        self.overtime[seat, round_] = self.programme.column(-self.scenario.overtime_price, limit)
        self.own_work[seat, round_] = self.programme.column(self.scenario.own_work_worth)
        hours = self.state.hours[seat].hours if self._is_agreed(round_) else self._hours(seat, round_)
        self._rows[seat, round_] = ([], hours)
        self.add(seat, round_, self.overtime[seat, round_])
        self.spend(seat, round_, self.own_work[seat, round_], 1)

    def _department(self, seat: SeatId, round_: int) -> list[tuple[int, int]]:
        """Fatigue, and what is lent and gained, as columns; nothing of it where the hours are agreed."""
        if self._is_agreed(round_):
            return []
        lost = self._fatigue(seat, round_)
        for column, _ in lost:
            self.spend(seat, round_, column, 1)
        if not self._is_open(round_, "lend"):
            return []
        lent, gained = self.programme.column(high=LENT_MAX), self.programme.column(high=GAINED_MAX)
        self.programme.at_most([*lost, (lent, 1)], self._hours(seat, round_))
        self.spend(seat, round_, lent, 1)
        self.add(seat, round_, gained)
        return [(lent, gained)]

    def _fatigue(self, seat: SeatId, round_: int) -> list[Entry]:
        """Half of the last round's overtime less 1, never more than the hours there are."""
        hours, programme = self._hours(seat, round_), self.programme
        if round_ == self.first:
            return [(programme.fixed(min(hours, fatigue_at_first(self.state, seat))), 1)]
        most = self._overtime_limit(seat, round_ - 1)
        if most <= 2 * THANKS or hours == 0:
            return []
        lost, overtime = programme.column(), self.overtime[seat, round_ - 1]
        if 2 * (hours + THANKS) >= most:
            programme.at_most([(overtime, 1), (lost, -2)], 2 * THANKS)
        else:
            # a straight line from where it begins up to all hours lost: never above the true bend
            programme.at_most([(overtime, hours), (lost, 2 * THANKS - most)], 2 * THANKS * hours)
        return [(lost, 1)]

    def _is_trained(self, round_: int) -> bool:
        """Whether cross-training is in force in the round, as far as is known now."""
        measures = self.state.measures
        return "cross_training" in measures and measures["cross_training"] <= round_

    def _loans(self, loans: list[tuple[int, int]], gain_of: tuple[int, int]) -> None:
        if loans:
            gain, lend = gain_of
            entries = [entry for lent, gained in loans for entry in ((gained, lend), (lent, -gain))]
            self.programme.at_most(entries, 0)

    def _pool(self, round_: int) -> None:
        if self._is_agreed(round_) or not self.scenario.pool or not self._is_open(round_, "pool"):
            return
        shares = {seat: self.programme.column() for seat in self.state.seats}
        self.programme.at_most([(share, 1) for share in shares.values()], self.scenario.pool)
        for seat, share in shares.items():
            self.add(seat, round_, share)
