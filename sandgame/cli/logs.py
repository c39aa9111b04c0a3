"""What a log tells: `replay`, `losses`; and `demo`, which makes one and shows it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sandgame.cli.answers import StoppedError, events_of_file, print_json, progress, trouble
from sandgame.text.numbers import whole
from sandgame.text.speech import LANGUAGES, Language, Speech

if TYPE_CHECKING:
    import argparse


def replay_log(args: argparse.Namespace, speech: Speech) -> int:
    from sandgame.lab.replay import NotALogError, replay

    try:
        told = replay(events_of_file(args.log, speech))
    except NotALogError as error:
        raise StoppedError(speech.say("cli-not-a-log", place=f"{args.log}:{error.seq + 1}")) from error
    print(speech.say("cli-replay-head", events=told.events, weeks=len(told.curve), result=told.money.result))
    print(speech.say("cli-replay-curve", curve=", ".join(whole(step) for step in told.curve)))
    print(speech.say("cli-replay-sum", sum=told.log_sha256))
    if told.differs:
        raise StoppedError(speech.say("cli-replay-differs", events=", ".join(f"#{seq}" for seq in told.differs)))
    print(speech.say("cli-replay-agrees"))
    return 0


def losses_of_log(args: argparse.Namespace, speech: Speech) -> int:
    """Where the money went that the best joint result would have brought."""
    from sandgame.lab.losses import UnfinishedError, losses
    from sandgame.lab.replay import NotALogError

    try:
        told = losses(events_of_file(args.log, speech), args.exact, jobs=args.jobs, progress=progress(speech))
    except NotALogError as error:
        raise StoppedError(speech.say("cli-not-a-log", place=f"{args.log}:{error.seq + 1}")) from error
    except UnfinishedError as error:
        raise StoppedError(speech.say("cli-unfinished", place=str(args.log))) from error
    if args.json:
        print_json(told.as_json())
        return 0
    print(speech.say("cli-losses-head", best=told.best, result=told.result, lost=told.best - told.result))
    for week in told.rounds:
        parts = {"table": week.table, "departments": week.departments, "clarity": week.clarity}
        print(speech.say("cli-losses-week", week=week.round, loss=week.loss, **parts))
    for item in told.items:
        print(speech.say(f"cli-losses-{item.kind}", week=item.round, what=item.what, change=item.change))
    return 0


def demonstration(args: argparse.Namespace, speech: Speech) -> int:
    """Qt paints without a screen here; the session itself goes through host and store."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from sandgame.app import demonstrate
    from sandgame.frames.fault import FaultError

    def tell(case: str, weeks: int) -> None:
        print(speech.say("cli-demo-plays", case=case, weeks=weeks), flush=True)

    languages: tuple[Language, ...] = LANGUAGES if args.pictures is None else (args.pictures,)
    try:
        args.out.mkdir(parents=True, exist_ok=True)
        shown = demonstrate(args.out, languages, args.data, tell)
    except OSError as error:
        raise StoppedError(speech.say("cli-no-folder", place=str(args.out), why=error.strerror or "")) from error
    except FaultError as error:
        raise trouble(error, speech) from error
    print(
        speech.say(
            "cli-demo-done", events=shown.events, log=str(shown.log), pictures=shown.pictures, folder=str(args.out)
        )
    )
    print(speech.say("cli-demo-kept"))
    return 0
