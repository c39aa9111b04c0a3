"""Makes one thing better in the log of a game, again and again: the mark of the principle concerned may never fall.

    python -m tests.validity.edits [--edits N] [--case factory] [--jobs N]

Metamorphic edits of games by mixed companies: a broken promise is kept, a request that nobody answered is answered in
its week, a fact that others needed is told, a padded request asks for what is needed; and a fact that changes nothing
is shared, by which no mark may rise. Prints a JSON line for each kind, with how often the mark moved as it should,
stood, and moved the wrong way; exit 1 if one did.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from msgspec.structs import replace

from sandgame.frames.marks import Anchor, Anchors, Piece, Principle, Worths
from sandgame.lab.anchors import GameTask, of_games, play_and_read
from sandgame.lab.play import mixed, play
from sandgame.lab.pool import each
from sandgame.lab.worths import worths
from sandgame.rules.events import (
    Agreed,
    CommitmentMoved,
    Delivered,
    Event,
    Fact,
    FactShared,
    NegotiationClosed,
    SheetAnswered,
    SheetSent,
    Shipped,
)
from sandgame.rules.ids import TABLE, CommitmentId, OrderId, SeatId
from sandgame.rules.intents import Accept, Part
from sandgame.scoring.anchoring import Place, weighed_by
from sandgame.scoring.marking import measured
from sandgame.scoring.marks import pieces_of
from sandgame.scoring.openness import QUARTER, middle, upstream
from sandgame.scoring.openness import told as told_of
from sandgame.scoring.record import Record
from tests.kit.cases import package

A_GAME, BATCH = 100, 40
"""Edits of a game at most; games that are taken on at once."""
FIRST_NEW = 50_000
"""Numbers from here on are no game's own."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A log with one thing changed, beside the log without it, and whose principle that concerns.

    Both end with the week of the change: what was decided later was decided in another world.
    """

    kind: str
    seat: SeatId
    principle: Principle
    plain: tuple[Event, ...]
    log: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Task:
    case: str
    seed: int
    most: int


def kept(record: Record, log: Sequence[Event]) -> Iterator[Edit]:
    """What was missing at the due comes in that week's Deliver."""
    for number, story in record.promises.items():
        promise = record.promise(story)
        step = record.delivered.get(promise.due)
        if step is None or promise.state not in ("late", "broken", "overdue", "lapsed"):
            continue
        assert isinstance(step.event, Delivered)
        missing = promise.units - step.after.commitments[number].delivered
        come = Shipped(promise.provider, number, promise.service, missing, missing, 0, 0, 0, "none")
        moved = CommitmentMoved(number, promise.units, "kept")
        others = tuple(m for m in step.event.commitments if m.commitment != number)
        edited = replace(step.event, commitments=(*others, moved), shipped=(*step.event.shipped, come))
        plain = _cut(record, log, promise.due)
        changed = (*plain[: step.number], edited, *plain[step.number + 1 :])
        yield Edit("kept", promise.provider, "trust", plain, changed)
        yield Edit("made-good", promise.provider, "improvement", plain, changed)


def answered(record: Record, log: Sequence[Event]) -> Iterator[Edit]:
    """A request that was passed over is accepted in the week in which it was asked."""
    for (sheet, line), story in record.lines.items():
        if story.words or not story.unanswered:
            continue
        step = story.unanswered[0]
        wanted = story.sent.lines[line]
        agreed = Agreed(CommitmentId(FIRST_NEW + line), line, Part(wanted.units, wanted.due))
        word = SheetAnswered(sheet, story.provider, (Accept(line),), (agreed,), 0, None, None)
        closed = step.event
        assert isinstance(closed, NegotiationClosed)
        left = tuple(ref for ref in closed.unanswered if (ref.sheet, ref.line) != (sheet, line))
        plain = _cut(record, log, step.round)
        changed = (*plain[: step.number], word, replace(closed, unanswered=left), *plain[step.number + 1 :])
        yield Edit("answered", story.provider, "response", plain, changed)


def _cut(record: Record, log: Sequence[Event], round_: int) -> tuple[Event, ...]:
    """Up to the end of a week."""
    following = record.begun.get((round_ + 1, "brief"))
    return tuple(log) if following is None else tuple(log[: following.number])


def told(record: Record, log: Sequence[Event], known: Worths) -> Iterator[Edit]:
    """An order worth its message is shared with one upstream in the week in which its owner first knew of it."""
    kept_back = {dict(p.numbers)["order"] for p in told_of(record, known) if p.key == "order-kept"}
    cost = middle(known) // QUARTER
    for worth in known.worths:
        if worth.about != "order" or worth.money < cost or worth.number not in kept_back:
            continue
        terms = record.end.orders[OrderId(worth.number)].terms
        hearers = sorted(upstream(record.end.scenario, terms.service) - {worth.seat})
        fact = Fact("order", worth.round, OrderId(worth.number), terms.service, terms.units, 0, 0)
        changed = _shared(record, log, worth.round, worth.seat, hearers[0], fact)
        yield Edit("told", worth.seat, "openness", tuple(log), changed)


def idle(record: Record, log: Sequence[Event]) -> Iterator[Edit]:
    """Stock that is worth nothing is told to the whole table."""
    for round_ in record.closed:
        for seat in record.seats:
            changed = _shared(record, log, round_, seat, TABLE, Fact("stock", round_))
            yield Edit("idle", seat, "openness", tuple(log), changed)


def _shared(
    record: Record, log: Sequence[Event], round_: int, seat: SeatId, to: SeatId, fact: Fact
) -> tuple[Event, ...]:
    at = record.begun[round_, "negotiate"].number + 1
    return (*log[:at], FactShared(seat, to, fact), *log[at:])


def straight(record: Record, log: Sequence[Event]) -> Iterator[Edit]:
    """A padded line asks for as many as are needed."""
    for (_, line), story in record.lines.items():
        if not 0 < story.need.above < story.need.units:
            continue
        sent = story.sent
        wanted = replace(sent.lines[line], units=story.need.needed)
        asked: SheetSent = replace(sent, lines=(*sent.lines[:line], wanted, *sent.lines[line + 1 :]))
        at = story.asked.number
        yield Edit("straight", story.customer, "needs", tuple(log), (*log[:at], asked, *log[at + 1 :]))


def edits(log: Sequence[Event], known: Worths) -> Iterator[Edit]:
    """One of each kind in turn."""
    record = Record(log)
    kinds = [kept(record, log), answered(record, log), told(record, log, known), straight(record, log)]
    kinds.append(idle(record, log))
    while kinds:
        for kind in list(kinds):
            found = next(kind, None)
            if found is None:
                kinds.remove(kind)
            else:
                yield found


Pieces = Mapping[Place, Sequence[Piece]]


def value(edit: Edit, pieces: Pieces, scale: Anchors) -> int | None:
    """The department's value on the principle, in millionths, not clipped; None where nothing can be said."""
    anchors: Mapping[Place, Anchor] = {(anchor.seat, anchor.indicator): anchor for anchor in scale.anchors}
    own = {
        indicator: weighed_by(anchors[seat, indicator].scale, found)
        for (seat, indicator), found in pieces.items()
        if seat == edit.seat and (seat, indicator) in anchors
    }
    found = measured(edit.principle, edit.seat, own, anchors)
    return None if found is None else found.value


IDLE = ("idle",)
"""By these nothing may rise; by all others nothing may fall."""


def tried(task: Task) -> Counter[tuple[str, str]]:
    """How the marks of one game moved: (kind, which way)."""
    found = package(task.case)
    scenario, length = found.scenario, max(found.scenario.lengths)
    log = play(scenario, "", task.seed, length, mixed(scenario, task.seed)).events
    known, scale = worths(log), anchors(task.case)
    moves: Counter[tuple[str, str]] = Counter()
    # the log without the edit, by its length: it is all of the game's up to some week
    plain: dict[int, Pieces] = {}
    for edit in islice(edits(log, known), task.most):
        at = len(edit.plain)
        if at not in plain:
            plain[at] = pieces_of(edit.plain, known)
        before, after = (value(edit, pieces, scale) for pieces in (plain[at], pieces_of(edit.log, known)))
        if before is None or after is None:
            moves[edit.kind, "unsaid"] += 1
            continue
        wrong = after > before if edit.kind in IDLE else after < before
        moves[edit.kind, "wrong" if wrong else "same" if before == after else "right"] += 1
    return moves


@cache
def anchors(case: str) -> Anchors:
    """Those of the case's file; made of a few games where it has none."""
    found = package(case)
    length = max(found.scenario.lengths)
    written = found.anchors(length)
    if written is not None:
        return written
    from sandgame.bots.styles import NAMES

    tasks = [GameTask(found.scenario, style, seed, length) for style in NAMES for seed in (1, 2)]
    return of_games([play_and_read(task) for task in tasks], length)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=1_000)
    parser.add_argument("--case", default="factory")
    parser.add_argument("--jobs", type=int, default=1)
    args = parser.parse_args()
    moves: Counter[tuple[str, str]] = Counter()
    seed = 0
    # games differ in how much there is to better in them: more of them until it is enough
    while moves.total() < args.edits:
        games = max(1, min(-(-(args.edits - moves.total()) // A_GAME), BATCH))
        for found in each(tried, [Task(args.case, seed + n + 1, A_GAME) for n in range(games)], args.jobs):
            moves += found
        seed += games
    for kind in sorted({kind for kind, _ in moves}):
        ways = {way: moves[kind, way] for way in ("right", "same", "wrong", "unsaid")}
        print(json.dumps({"edit": kind, **ways}), flush=True)
    totals = {
        way: sum(moves[kind, of] for kind, of in moves if of == way) for way in ("right", "same", "wrong", "unsaid")
    }
    print(json.dumps({"edits": moves.total(), "games": seed, **totals}), flush=True)
    return 1 if any(way == "wrong" for _, way in moves) else 0


if __name__ == "__main__":
    raise SystemExit(main())
