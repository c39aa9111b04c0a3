"""The next free numbers. Numbers used by what was rolled back stay used."""

from __future__ import annotations

from sandgame.rules.ids import CommitmentId, LoanId, SheetId
from sandgame.rules.state import State


def next_sheet(state: State) -> SheetId:
    return SheetId(len(state.sheets) + state.voided.sheets + 1)


def next_commitment(state: State, further: int = 0) -> CommitmentId:
    """The number after those that exist and `further` ones that are about to."""
    return CommitmentId(len(state.commitments) + state.voided.commitments + further + 1)


def next_loan(state: State) -> LoanId:
    return LoanId(len(state.loans) + state.voided.loans + 1)


def numbers_used(state: State) -> tuple[int, int, int]:
    """Sheets, commitments and loans so far; no number above these was used in this round or the one before."""
    loans = next_loan(state) - 1 + state.voided.loans_before
    return next_sheet(state) - 1, next_commitment(state) - 1, loans
