"""Goldens read by people: the shipped cases, played by fixed moves, told line by line."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from sandgame.rules import events
from sandgame.rules.apply import fold
from sandgame.rules.events import LOG_FORMAT, GameStarted
from sandgame.rules.ids import TABLE
from sandgame.rules.log import encode, kind_of, log_sha256
from sandgame.rules.view import view
from sandgame.scenario.shelf import shipped
from sandgame.store.records import Entry, Happened
from sandgame.store.upgrade import events_of, upgraded
from tests.golden.playthrough import LOGS, RESULTS, golden, result_of, told
from tests.golden.sessions import SESSIONS

REMEDY = "read what changed; if it is right, run `python -m tests.golden.playthrough`"
KEPT = sorted(LOGS.glob("*.jsonl"))


@pytest.mark.parametrize("case", SESSIONS)
def test_a_playthrough_reads_as_it_did(case: str) -> None:
    assert told(case) == golden(case).read_text(encoding="utf-8"), REMEDY


def test_every_shipped_case_has_a_playthrough() -> None:
    assert set(SESSIONS) == set(shipped())


def test_no_kind_of_event_is_left_untold() -> None:
    shown = {line.split()[1].rstrip(":") for case in SESSIONS for line in numbered(golden(case))}
    kinds = {kind.__struct_config__.tag for kind in get_args(events.Event)}
    assert shown == kinds


def numbered(path: Path) -> list[str]:
    """The lines that tell an event: its number, its kind, what happened."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line[:4].strip().isdecimal() and line[4:6] == "  "]


def opened(path: Path) -> tuple[list[bytes], tuple[events.Event, ...]]:
    """A kept log as it lies on the disk, and the events that today's program reads from it."""
    bodies = path.read_bytes().splitlines()
    entries = [Entry(1, seq, Happened(0, TABLE, None, "", body)) for seq, body in enumerate(bodies)]
    return bodies, events_of(upgraded(entries))


def known_results() -> dict[str, dict[str, Any]]:
    known: dict[str, dict[str, Any]] = json.loads(RESULTS.read_text(encoding="utf-8"))
    return known


def test_every_kept_log_has_its_result() -> None:
    assert [path.name for path in KEPT] == sorted(known_results())
    assert {path.name for path in KEPT} >= {f"{case}.{LOG_FORMAT}.jsonl" for case in SESSIONS}


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_an_old_evening_stays_playable_and_ends_as_it_did(path: Path) -> None:
    expected = known_results()[path.name]
    bodies, log = opened(path)
    assert log_sha256(bodies) == expected["log_sha256"], "a kept log is never written again"
    state = fold(log)
    assert {"log_sha256": log_sha256(bodies), **result_of(state)} == expected
    assert [view(state, seat).me.seat for seat in state.seats] == list(state.seats)


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_a_log_of_the_present_format_is_written_back_byte_for_byte(path: Path) -> None:
    bodies, log = opened(path)
    first = log[0]
    assert isinstance(first, GameStarted)
    if json.loads(bodies[0])["format"] == LOG_FORMAT:
        assert [encode(event) for event in log] == bodies
        assert [kind_of(event) for event in log] == [json.loads(body)["kind"] for body in bodies]
