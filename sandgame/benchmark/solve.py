"""A programme -> its most money: the one door to HiGHS. One thread, fixed draws, no clock: the same every time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import highspy
import numpy as np

from sandgame.benchmark.programme import Programme

HAIR = 1e-6
"""What a solver's whole number may lack of itself."""


class UnsolvedError(Exception):
    """The solver found no answer; a programme of this room always has one."""


@dataclass(frozen=True, slots=True)
class Found:
    """`value` was reached, `bound` cannot be passed."""

    value: float
    bound: float


def whole_money(value: float) -> int:
    """Rounded down, but for what the solver's arithmetic may have shaved off."""
    return int((value + HAIR) // 1)


class Relaxation:
    """A programme with its decisions left as fractions, kept warm: bounds may change between answers."""

    def __init__(self, programme: Programme) -> None:
        self._solver = _solver(programme)

    def bound_columns(self, bounds: Mapping[int, tuple[float, float]]) -> None:
        if bounds:
            columns = np.fromiter(bounds, dtype=np.int32)
            low, high = np.array(list(bounds.values()), dtype=np.float64).T.copy()
            self._solver.changeColsBounds(len(bounds), columns, low, high)

    def cap_rows(self, caps: Mapping[int, float]) -> None:
        for row, cap in caps.items():
            self._solver.changeRowBounds(row, -highspy.kHighsInf, cap)

    def value(self) -> float:
        """Raises UnsolvedError."""
        _run(self._solver)
        return float(self._solver.getObjectiveValue())


def relaxed(programme: Programme) -> float:
    """The most money with decisions as fractions. Raises UnsolvedError."""
    return Relaxation(programme).value()


def solve(programme: Programme, gap: float, nodes: int) -> Found:
    """The most money, to a gap in money or until so many nodes of the search tree. Raises UnsolvedError."""
    solver = _solver(programme)
    for column in programme.whole:
        solver.changeColIntegrality(column, highspy.HighsVarType.kInteger)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", gap)
    solver.setOptionValue("mip_max_nodes", nodes)
    _run(solver)
    info = solver.getInfo()
    value = _with_decisions(programme, list(solver.getSolution().col_value))
    return Found(value, max(value, float(info.mip_dual_bound)))


def _with_decisions(programme: Programme, chosen: list[float]) -> float:
    """The search allows decisions a hair beside whole numbers, times hundreds of units: so they are made whole."""
    rest = Relaxation(programme)
    rest.bound_columns({column: (round(chosen[column]), round(chosen[column])) for column in programme.whole})
    return rest.value()


def _solver(programme: Programme) -> highspy.Highs:
    solver = highspy.Highs()  # type: ignore[no-untyped-call] # its stubs leave this one out
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("random_seed", 0)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(programme.gains), len(programme.rows)
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.offset_ = float(programme.constant)
    lp.col_cost_ = np.array(programme.gains, dtype=np.float64)
    lp.col_lower_ = np.array(programme.lows, dtype=np.float64)
    lp.col_upper_ = np.array(programme.highs, dtype=np.float64)
    lp.row_lower_ = np.full(len(programme.rows), -highspy.kHighsInf)
    lp.row_upper_ = np.array(programme.caps, dtype=np.float64)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    starts = np.cumsum([0, *(len(row) for row in programme.rows)])
    lp.a_matrix_.start_ = starts.astype(np.int32)
    lp.a_matrix_.index_ = np.array([column for row in programme.rows for column, _ in row], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([worth for row in programme.rows for _, worth in row], dtype=np.float64)
    if solver.passModel(lp) == highspy.HighsStatus.kError:
        raise UnsolvedError
    return solver


def _run(solver: highspy.Highs) -> None:
    solver.run()
    found = solver.getModelStatus()
    status = highspy.HighsModelStatus
    # nothing left to decide, or the limit of nodes
    if found not in {status.kOptimal, status.kModelEmpty, status.kSolutionLimit}:
        raise UnsolvedError(found.name)
