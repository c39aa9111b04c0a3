"""Sessions with people: `host` runs a class, `report` puts one on paper, `sessions list` names them all."""

from __future__ import annotations

import json
import sys
from contextlib import closing, redirect_stderr
from dataclasses import asdict
from typing import TYPE_CHECKING

from sandgame.cli.answers import (
    PROGRAM,
    StoppedError,
    check_length,
    complain,
    package_of,
    print_json,
    progress,
    trouble,
)
from sandgame.text.speech import Speech

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from sandgame.frames.classroom import ClassSetup
    from sandgame.frames.past import ListedSession, PastSession
    from sandgame.scenario.package import Package
    from sandgame.store.classes import ClassStore


def host_class(args: argparse.Namespace, speech: Speech) -> int:
    """One JSON line when laptops may come, then nothing until the process is asked to end. Where data or network are
    in the way, the line says so: whoever started the host reads it."""
    from sandgame.frames.fault import FaultError
    from sandgame.lab.child import Limited
    from sandgame.net.service import Hosting, run
    from sandgame.store.folder import data_folder

    folder = data_folder(args.data)
    if args.resume:
        hosting = Hosting(folder, None, None, args.port, session=args.session)
    else:
        setup, package = _class(args, speech)
        hosting = Hosting(folder, setup, package, args.port)
    try:
        with redirect_stderr(Limited(sys.stderr)):
            run(hosting, lambda ready: print(json.dumps(asdict(ready)), flush=True))
    except FaultError as error:
        print(json.dumps({"fault": error.fault.value, "place": error.place}), flush=True)
        raise trouble(error, speech) from error
    except OSError as error:
        raise StoppedError(speech.say("cli-no-folder", place=str(folder), why=error.strerror or "")) from error
    return 0


def _class(args: argparse.Namespace, speech: Speech) -> tuple[ClassSetup, Package]:
    """From a set-up file, or from what was typed."""
    from sandgame.frames.classroom import ClassSetup

    if args.setup is not None:
        setup = _setup_in(args.setup, speech)
        package = package_of(setup.case, speech)
        args.length = setup.length
    elif args.case is not None:
        package = package_of(args.case, speech)
        lengths = package.scenario.lengths
        setup = ClassSetup(case=args.case, tables=args.tables, length=args.length or lengths[len(lengths) // 2])
    else:
        raise StoppedError(speech.say("cli-host-what"), code=2)
    check_length(package, args, speech)
    return setup, package


def _setup_in(path: Path, speech: Speech) -> ClassSetup:
    from sandgame.net.keeper import read_setup

    try:
        setup = read_setup(path)
    except OSError as error:
        raise StoppedError(speech.say("cli-no-file", place=str(path), why=error.strerror or "")) from error
    if setup is None:
        raise StoppedError(speech.say("cli-not-a-setup", place=str(path)))
    return setup


def write_report(args: argparse.Namespace, speech: Speech) -> int:
    """A session that was played on this computer, on paper and as data; what is not worked out yet is done first."""
    from sandgame.frames.fault import FaultError
    from sandgame.report.command import RefusedError, run
    from sandgame.store.folder import data_folder, has_sessions, open_classes

    folder = data_folder(args.data)
    if args.lines:
        from sandgame.cli.reporting import Request, report_in_lines

        return report_in_lines(args, folder, Request())
    if not has_sessions(folder):
        raise StoppedError(speech.say("report-no-session", session=args.session, program=PROGRAM))
    try:
        with closing(open_classes(folder)) as store:
            found = _past(store, args.session, speech)
        print(run(found, args, speech))
    except FaultError as error:
        raise trouble(error, speech) from error
    except RefusedError as error:
        raise StoppedError(str(error)) from error
    except OSError as error:
        raise StoppedError(speech.say("cli-no-folder", place=str(args.out), why=error.strerror or "")) from error
    except KeyboardInterrupt:
        complain(speech.say("report-stopped"))
        return 130
    return 0


def _past(store: ClassStore, wanted: str, speech: Speech) -> PastSession:
    """By its id, or by its number, which is how people call it."""
    from sandgame.host.past import listed, past

    ids = {one.id for one in listed(store)}
    numbers = {str(one.number): one.session for one in store.sessions()}
    numbers |= {str(one.number): one.session for one in store.past_classes()}
    session = wanted if wanted in ids else numbers.get(wanted)
    if session is None:
        raise StoppedError(speech.say("report-no-session", session=wanted, program=PROGRAM))
    return past(store, session, progress=progress(speech))


def list_sessions(args: argparse.Namespace, speech: Speech) -> int:
    """All that was played on this computer, newest first; where nothing was, no store is made."""
    from sandgame.frames.fault import FaultError
    from sandgame.host.past import listed
    from sandgame.store.folder import data_folder, has_sessions, open_classes

    folder = data_folder(args.data)
    found: tuple[ListedSession, ...] = ()
    try:
        if has_sessions(folder):
            with closing(open_classes(folder)) as store:
                found = listed(store)
    except FaultError as error:
        raise trouble(error, speech) from error
    rows = [{name: getattr(session, name) for name in session.__struct_fields__} for session in found]
    if args.json:
        print_json(rows)
        return 0
    for row in rows:
        state = speech.say(f"cli-session-{row['state']}")
        print(speech.say("cli-session", **(row | {"started": row["started"][:16].replace("T", " "), "state": state})))
    if not rows:
        print(speech.say("cli-no-sessions"))
    return 0
