"""What the commands share: how they end, what they print, and the cases and logs that they are given."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from sandgame.text.speech import Speech

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from sandgame.frames.fault import FaultError
    from sandgame.rules.events import Event
    from sandgame.scenario.faults import Faults
    from sandgame.scenario.package import Package

PROGRAM = "sandgame"


class StoppedError(Exception):
    """The command ends here: one clear line, and a non-zero exit."""

    def __init__(self, sentence: str, code: int = 1) -> None:
        super().__init__(sentence)
        self.code = code


def complain(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def print_json(data: object) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))


def progress(speech: Speech) -> Callable[[int, int], None] | None:
    """One line that counts, on a terminal only."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, of: int) -> None:
        line = speech.say("cli-progress", done=done, all=of)
        print(f"\r{line}", end="\n" if done == of else "", file=sys.stderr, flush=True)

    return show


def trouble(error: FaultError, speech: Speech) -> StoppedError:
    """What went wrong with the data, and what to do."""
    key = "trouble-" + error.fault.value.replace("_", "-")
    return StoppedError(f"{error.place}: {speech.say(key)}. {speech.say(key + '-do')}")


def loaded(case: str) -> Package | Faults:
    from sandgame.scenario.gate import load
    from sandgame.scenario.shelf import find

    return load(find(case))


def package_of(case: str, speech: Speech) -> Package:
    """The case, or all that is wrong with it, a line each."""
    from sandgame.scenario.faults import Faults

    found = loaded(case)
    if isinstance(found, Faults):
        raise StoppedError(told_faults(found, case, speech))
    return found


def told_faults(faults: Faults, case: str, speech: Speech) -> str:
    lines = [
        speech.say("cli-fault", place=fault.place, sentence=speech.say(fault.key, **fault.values)) for fault in faults
    ]
    return "\n".join([*lines, speech.say("cli-faults", case=case, count=len(lines))])


def check_length(package: Package, args: argparse.Namespace, speech: Speech) -> None:
    if args.length is not None and args.length not in package.scenario.lengths:
        offered = ", ".join(str(length) for length in package.scenario.lengths)
        raise StoppedError(speech.say("cli-no-such-length", found=args.length, lengths=offered))


def events_of_file(log: Path, speech: Speech) -> tuple[Event, ...]:
    """The events of a log file, older formats brought up to date."""
    from sandgame.frames.fault import Fault, FaultError
    from sandgame.store.lines import read_lines
    from sandgame.store.upgrade import events_of, upgraded

    try:
        return events_of(upgraded(read_lines(log.read_bytes())))
    except OSError as error:
        raise StoppedError(speech.say("cli-no-file", place=str(log), why=error.strerror or "")) from error
    except FaultError as error:
        if error.fault == Fault.NEWER:
            raise StoppedError(speech.say("cli-newer-log", place=str(log))) from error
        seq = error.place.rpartition(".")[2]
        line = int(seq) + 1 if seq.isdigit() else 1
        raise StoppedError(speech.say("cli-not-a-log", place=f"{log}:{line}")) from error
