"""The receipt for what the facilitator said: how many laptops have it, and which seats do not yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from sandgame.frames.classroom import ReceiptTold
from sandgame.present.console_class import ClassSeen
from sandgame.present.console_deck import ALL, Receiver, receiver_text
from sandgame.text import numbers

NAMED = 3
"""So many seats without it are named; of the others it is said how many."""
ReceiptState = Literal["sending", "coming", "there", "failed"]
"""Not all tables have taken it; not all laptops have it; all have it; some tables have not taken it."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said last: whether each of `wanted` tables took it, and to whose laptops it has come since."""

    to: Receiver
    wanted: int
    answers: Mapping[int, bool] = field(default_factory=dict)
    receipts: Mapping[int, ReceiptTold] = field(default_factory=dict)

    def received(self, told: ReceiptTold) -> Said:
        return replace(self, receipts={**self.receipts, told.table: told})

    def answered(self, answers: Mapping[int, bool]) -> Said:
        return replace(self, answers=dict(answers))


@dataclass(frozen=True, slots=True)
class ReceiptPicture:
    text: str
    state: ReceiptState


def receipt(seen: ClassSeen, said: Said) -> ReceiptPicture:
    say = seen.speech.say
    got = sum(said.answers.values())
    failed = [table for table, ok in said.answers.items() if not ok]
    if failed:
        tables = say("shell-list-comma").join(seen.table_name(table) for table in failed)
        parts = numbers.parts(got, said.wanted)
        return ReceiptPicture(say("console-receipt-failed", got=parts, tables=tables), "failed")
    if got < said.wanted:
        return ReceiptPicture(say("console-receipt-under-way", got=numbers.parts(got, said.wanted)), "sending")
    return _of_laptops(seen, said)


def _of_laptops(seen: ClassSeen, said: Said) -> ReceiptPicture:
    say, to = seen.speech.say, receiver_text(seen, said.to)
    meant = sum(len(told.meant) for told in said.receipts.values())
    came = sum(len(told.came) for told in said.receipts.values())
    if len(said.receipts) < said.wanted:
        return ReceiptPicture(say("console-receipt-sent", to=to), "coming")
    if not meant:
        return ReceiptPicture(say("console-receipt-nobody", to=to), "there")
    if said.to.seat:
        return ReceiptPicture(say("console-receipt" if came else "console-receipt-not", to=to), _state(came, meant))
    words = {"to": to, "got": numbers.parts(came, meant)}
    if came == meant:
        return ReceiptPicture(say("console-receipt-all", **words), "there")
    missing = list(_missing(seen, said))
    names = say("shell-list-comma").join(missing[:NAMED])
    more = len(missing) - NAMED
    named = say("console-receipt-more", names=names, count=more) if more > 0 else names
    return ReceiptPicture(say("console-receipt-some", missing=named, **words), "coming")


def _state(came: int, meant: int) -> ReceiptState:
    return "there" if came >= meant else "coming"


def _missing(seen: ClassSeen, said: Said) -> Iterator[str]:
    for number, told in sorted(said.receipts.items()):
        for seat in (seat for seat in told.meant if seat not in told.came):
            name = seen.name(seat)
            one = {"table": seen.table_name(number), "department": name}
            yield seen.speech.say("console-to-seat", **one) if said.to.table == ALL else name
