"""A readable playthrough of each shipped case: every event as a line, every seat's view in short after each phase.

Of the big cases what bots do is summed up, and views are told where somebody looks. The log's fingerprint holds it all.
`python -m tests.golden.playthrough` writes the texts anew; read what changed before you keep it.
`python -m tests.golden.playthrough --release` also keeps the logs of a format that is about to be released, once:
what lies in logs/ is never written again, and has to stay playable.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sandgame.rules.events import LOG_FORMAT, Delivered, FiguresPublished, NoteWritten, PhaseStarted
from sandgame.rules.log import encode, kind_of, log_sha256
from sandgame.rules.room_events import MeasureAdopted, MeasureVoted
from sandgame.rules.state import State
from tests.golden.naming import INDENT
from tests.golden.seeing import seats_in_short, table_in_short
from tests.golden.sessions import SESSIONS
from tests.golden.sitting import Happened, Looked, Refused, Sitting
from tests.golden.telling import Teller

HERE = Path(__file__).parent
LOGS = HERE / "logs"
RESULTS = LOGS / "results.json"
ALWAYS = (PhaseStarted, Delivered, FiguresPublished, NoteWritten, MeasureVoted, MeasureAdopted)
"""Told also where things are told in short, with their first line."""


def golden(case: str) -> Path:
    return HERE / f"{case}.txt"


def told(case: str) -> str:
    """The whole text of a case's golden."""
    return "\n".join(_lines(SESSIONS[case]())) + "\n"


def _lines(sitting: Sitting) -> Iterator[str]:
    package = sitting.package
    teller = Teller(package)
    yield f"{package.text('title').en} ({package.id}): a playthrough. Written by tests/golden/playthrough.py."
    yield f"log_sha256 {log_sha256(map(encode, sitting.log))}"
    left_out: list[Happened] = []
    for told in sitting.told:
        if isinstance(told, Happened) and told.briefly and not isinstance(told.event, ALWAYS):
            left_out.append(told)
            continue
        yield from _summed_up(left_out)
        left_out = []
        if isinstance(told, Looked):
            yield from table_in_short(told.state, teller.names)
            yield from seats_in_short(told.state, teller.names, told.seats)
        elif isinstance(told, Refused):
            yield teller.refusal(told)
        else:
            yield from _event(told, teller, in_short=sitting.in_short)
    yield from seats_in_short(sitting.state, teller.names, sitting.state.seats)


def _event(told: Happened, teller: Teller, *, in_short: bool) -> Iterator[str]:
    if isinstance(told.event, PhaseStarted):
        if told.before.round and not in_short:
            yield from seats_in_short(told.before, teller.names, told.before.seats)
        yield ""
    lines = teller.lines(told)
    yield next(lines)
    if not told.briefly:
        yield from lines


def _summed_up(left_out: list[Happened]) -> Iterator[str]:
    if left_out:
        kinds = Counter(kind_of(each.event) for each in left_out)
        what = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
        yield f"{INDENT}… up to {left_out[-1].number}: {what}"


def result_of(state: State) -> dict[str, Any]:
    """What a kept log has to lead to, whatever the program becomes."""
    published = state.published[-1]
    return {
        "round": state.round,
        "phase": state.phase,
        "result": state.money.result,
        "index": published.index,
        "kpi": [seat.kpi for seat in published.seats],
        "bonus": [seat.bonus_kpi + seat.bonus_company for seat in published.seats],
        "promises": [commitment.state for commitment in state.commitments.values()],
    }


def keep_log(case: str) -> None:
    """A log and its result, unless there is one of this format already."""
    path = LOGS / f"{case}.{LOG_FORMAT}.jsonl"
    if path.exists():
        return
    sitting = SESSIONS[case]()
    bodies = [encode(event) for event in sitting.log]
    path.write_bytes(b"".join(body + b"\n" for body in bodies))
    known = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    known[path.name] = {"log_sha256": log_sha256(bodies), **result_of(sitting.state)}
    RESULTS.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


def main(arguments: list[str]) -> None:
    for case in SESSIONS:
        golden(case).write_text(told(case), encoding="utf-8", newline="\n")
        if "--release" in arguments:
            keep_log(case)


if __name__ == "__main__":
    main(sys.argv[1:])
