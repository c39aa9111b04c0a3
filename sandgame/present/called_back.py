"""A seat that was done with a phase and is back in it: what came, and where that is to be seen."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.news import news
from sandgame.present.scene import Scene
from sandgame.present.shell import finished


@dataclass(frozen=True, slots=True)
class CalledBack:
    """`row` and `sheet` as a ledger's row has them; without a row the first open thing is meant."""

    text: str
    came: str
    """The news that it is about, "" where none was told."""
    go: str
    row: int | None = None
    sheet: bool = False


def called_back(before: Scene, after: Scene) -> CalledBack | None:
    """None unless others brought the seat back while the phase lasts."""
    was, now = before.view.table, after.view.table
    if before.attempt != after.attempt or was.phase != now.phase or before.seat != after.seat:
        return None
    if not finished(before) or finished(after):
        return None
    say, told = after.speech.say, news(before, after)
    what = say("game-and").join(told[:2]) if told else say("shell-back-new")
    row, sheet = _place(before, after)
    return CalledBack(say("shell-back", what=what), told[0] if told else "", say("shell-back-go"), row, sheet)


def _place(before: Scene, after: Scene) -> tuple[int | None, bool]:
    old, new = before.view, after.view
    sheets = {each.sheet: each.lines for each in old.threads.sheets}
    for each in new.threads.sheets:
        if sheets.get(each.sheet) != each.lines:
            return each.sheet, True
    loans = {each.loan for each in old.pool.loans}
    for loan in new.pool.loans:
        if loan.loan not in loans:
            return -loan.loan, False
    promises = {each.commitment: each for each in old.threads.promises}
    for promise in new.threads.promises:
        if promises.get(promise.commitment, promise) != promise:
            return promise.commitment, False
    return None, False
