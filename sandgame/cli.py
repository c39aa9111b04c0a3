"""The commands: what may be typed, and the sentences the terminal answers with."""

from __future__ import annotations

import argparse
import json
import locale
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing, redirect_stderr
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from sandgame import __version__
from sandgame.text.numbers import percent, span, tenths, whole
from sandgame.text.speech import LANGUAGES, Language, Speech

if TYPE_CHECKING:
    from fractions import Fraction

    from sandgame.bots.styles import StyleName
    from sandgame.frames.classroom import ClassSetup
    from sandgame.frames.fault import FaultError
    from sandgame.frames.past import ListedSession, PastSession
    from sandgame.lab.gates import Gate
    from sandgame.lab.simulation import Company, Simulation
    from sandgame.rules.events import Event
    from sandgame.rules.ids import SeatId
    from sandgame.scenario.faults import Faults
    from sandgame.scenario.package import Package
    from sandgame.store.classes import ClassStore

Named = TypeVar("Named", bound=str)
PROGRAM = "sandgame"


class StoppedError(Exception):
    """The command ends here: one clear line, and a non-zero exit."""

    def __init__(self, sentence: str, code: int = 1) -> None:
        super().__init__(sentence)
        self.code = code


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command, or open the window if there is none. Returns the exit code; 2 means that the line was wrong."""
    words = list(sys.argv[1:] if argv is None else argv)
    speech = Speech(_language(words))
    try:
        args = _parser(speech).parse_args(words)
        if args.command is None:
            return _window(speech, args)
        command: Callable[[argparse.Namespace, Speech], int] = args.run
        return command(args, speech)
    except StoppedError as stop:
        _complain(str(stop))
        return stop.code
    except KeyboardInterrupt:
        _complain(speech.say("cli-stopped"))
        return 130
    except BrokenPipeError:
        # whoever read our lines has gone; nothing more can be said
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 a sink until the interpreter ends
        return 1


def _complain(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _language(words: Sequence[str]) -> Language:
    """The one asked for before any command, else the system's; English if that is neither of ours."""
    for at, word in enumerate(words):
        if word == "--lang" and at + 1 < len(words) and words[at + 1] in LANGUAGES:
            return "zh" if words[at + 1] == "zh" else "en"
    system = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or ""
    return "zh" if system.lower().startswith(("zh", "chinese")) else "en"


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a line in one sentence of the chosen language."""

    speech: Speech

    def error(self, message: str) -> NoReturn:
        raise StoppedError(self.speech.say("cli-usage", message=message, program=self.prog), code=2)


def _parser(speech: Speech) -> argparse.ArgumentParser:
    from sandgame.bots.styles import NAMES
    from sandgame.report.command import arguments as report_arguments

    say = speech.say
    styles = ", ".join(NAMES)
    _Parser.speech = speech
    parser = _Parser(prog=PROGRAM, description=say("cli-about"))
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--lang", choices=LANGUAGES, help=say("cli-lang"))
    parser.add_argument("--data", type=Path, help=say("cli-data"))
    commands = parser.add_subparsers(dest="command", metavar=say("cli-command"))

    simulate = commands.add_parser("simulate", help=say("cli-simulate"), description=say("cli-simulate"))
    simulate.set_defaults(run=_simulate)
    simulate.add_argument("case", metavar="CASE", help=say("cli-case"))
    simulate.add_argument("--style", default="collaborating", help=say("cli-style", styles=styles))
    simulate.add_argument("--seat", action="append", default=[], help=say("cli-seat"))
    simulate.add_argument("--games", type=_whole(speech, 1, 1_000_000), default=1, help=say("cli-games"))
    simulate.add_argument("--seed", type=_whole(speech, 0, 999_999), default=0, help=say("cli-seed"))
    simulate.add_argument("--length", type=_whole(speech, 2, 12), help=say("cli-length"))
    simulate.add_argument("--jobs", type=_whole(speech, 1, 256), help=say("cli-jobs"))
    simulate.add_argument("--json", action="store_true", help=say("cli-json"))

    check = commands.add_parser("check", help=say("cli-check"), description=say("cli-check"))
    check.set_defaults(run=_check)
    check.add_argument("case", metavar="CASE", help=say("cli-case"))
    check.add_argument("--games", type=_whole(speech, 0, 1_000_000), default=0, help=say("cli-check-games"))
    check.add_argument("--write-benchmarks", action="store_true", help=say("cli-write-benchmarks"))
    check.add_argument("--write-anchors", action="store_true", help=say("cli-write-anchors"))
    check.add_argument("--jobs", type=_whole(speech, 1, 256), help=say("cli-jobs"))
    check.add_argument("--json", action="store_true", help=say("cli-json"))

    demo = commands.add_parser("demo", help=say("cli-demo"), description=say("cli-demo"))
    demo.set_defaults(run=_demo)
    demo.add_argument("--out", type=Path, required=True, metavar="DIR", help=say("cli-out"))
    demo.add_argument("--lang", dest="pictures", choices=LANGUAGES, help=say("cli-pictures-lang"))

    replay = commands.add_parser("replay", help=say("cli-replay"), description=say("cli-replay"))
    replay.set_defaults(run=_replay)
    replay.add_argument("log", type=Path, metavar="LOG", help=say("cli-log"))

    host = commands.add_parser("host", help=say("cli-host"), description=say("cli-host"))
    host.set_defaults(run=_host)
    host.add_argument("case", metavar="CASE", nargs="?", help=say("cli-case"))
    host.add_argument("--tables", type=_whole(speech, 1, 12), default=1, help=say("cli-tables"))
    host.add_argument("--length", type=_whole(speech, 2, 12), help=say("cli-host-length"))
    host.add_argument("--port", type=_whole(speech, 0, 65_535), help=say("cli-host-port"))
    host.add_argument("--data", type=Path, default=argparse.SUPPRESS, help=say("cli-data"))
    host.add_argument("--setup", type=Path, metavar="FILE", help=say("cli-host-setup"))
    host.add_argument("--resume", action="store_true", help=say("cli-resume"))
    host.add_argument("--session", default="", help=say("cli-host-session"))

    losses = commands.add_parser("losses", help=say("cli-losses"), description=say("cli-losses"))
    losses.set_defaults(run=_losses)
    losses.add_argument("log", type=Path, metavar="LOG", help=say("cli-log"))
    losses.add_argument("--exact", action="store_true", help=say("cli-exact"))
    losses.add_argument("--jobs", type=_whole(speech, 1, 256), default=1, help=say("cli-jobs"))
    losses.add_argument("--json", action="store_true", help=say("cli-json"))

    paper = commands.add_parser("report", help=say("report-command"), description=say("report-command"))
    paper.set_defaults(run=_report)
    report_arguments(paper, speech)

    sessions = commands.add_parser("sessions", help=say("cli-sessions"), description=say("cli-sessions"))
    listing = sessions.add_subparsers(dest="listing", metavar=say("cli-command"), required=True)
    listed = listing.add_parser("list", help=say("cli-sessions"), description=say("cli-sessions"))
    listed.set_defaults(run=_sessions)
    listed.add_argument("--data", type=Path, default=argparse.SUPPRESS, help=say("cli-data"))
    listed.add_argument("--json", action="store_true", help=say("cli-json"))
    return parser


def _whole(speech: Speech, low: int, high: int) -> Callable[[str], int]:
    """A whole number within bounds, or a sentence that names them."""

    def read(text: str) -> int:
        if text.isascii() and text.isdigit() and low <= int(text[:9]) <= high and len(text) < 9:
            return int(text)
        raise argparse.ArgumentTypeError(speech.say("cli-bad-whole", found=text, low=low, high=high))

    return read


def _window(speech: Speech, args: argparse.Namespace) -> int:
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise StoppedError(speech.say("cli-no-window", program=PROGRAM))
    from sandgame.app import run

    language: Language | None = args.lang
    return run(language, args.data)


def _simulate(args: argparse.Namespace, speech: Speech) -> int:
    package = _package(args.case, speech)
    companies: tuple[Company, ...] = (*_styles(), "mixed")
    style = _one_of(companies, args.style, speech)
    _check_length(package, args, speech)
    seats = _seats(args.seat, package, speech)
    simulation = _played(package, style, args, speech, seats=seats, seed=args.seed, length=args.length, jobs=args.jobs)
    if args.json:
        _print_json(simulation.as_json())
    else:
        _print_games(simulation, speech)
    return 0


def _check_length(package: Package, args: argparse.Namespace, speech: Speech) -> None:
    if args.length is not None and args.length not in package.scenario.lengths:
        offered = ", ".join(str(length) for length in package.scenario.lengths)
        raise StoppedError(speech.say("cli-no-such-length", found=args.length, lengths=offered))


def _played(package: Package, style: Company, args: argparse.Namespace, speech: Speech, **how: Any) -> Simulation:
    from sandgame.lab.simulation import simulate

    return simulate(package, style, games=args.games, progress=_progress(speech), **how)


def _print_games(simulation: Simulation, speech: Speech) -> None:
    _print_head(simulation, speech)
    for game in simulation.games:
        of_best, captured = (
            speech.say("cli-none") if value is None else percent(value) for value in (game.of_best, game.value_captured)
        )
        print(speech.say("cli-sim-game", seed=game.seed, result=game.result, of_best=of_best, captured=captured))
    _print_mean(simulation, speech)


def _print_head(simulation: Simulation, speech: Speech) -> None:
    print(speech.say("cli-sim-head", case=simulation.case, style=simulation.style, length=simulation.length))


def _print_mean(simulation: Simulation, speech: Speech) -> None:
    results = [game.result for game in simulation.games]
    mean = tenths(sum(results), len(results))
    print(speech.say("cli-sim-mean", mean=mean, low=min(results), high=max(results)))


def _styles() -> tuple[StyleName, ...]:
    from sandgame.bots.styles import NAMES

    return NAMES


def _one_of(known: Sequence[Named], found: str, speech: Speech) -> Named:
    for name in known:
        if name == found:
            return name
    raise StoppedError(speech.say("cli-no-such-style", found=found, styles=", ".join(known)))


def _seats(words: Sequence[str], package: Package, speech: Speech) -> dict[SeatId, StyleName]:
    """The seats that play another style than the rest."""
    seats: dict[SeatId, StyleName] = {}
    for word in words:
        key, equals, style = word.partition("=")
        if not equals:
            raise StoppedError(speech.say("cli-bad-seat", found=word))
        seat = package.seat(key)
        if seat is None:
            raise StoppedError(speech.say("cli-no-such-seat", found=key, seats=", ".join(package.departments)))
        seats[seat] = _one_of(_styles(), style, speech)
    return seats


def _progress(speech: Speech) -> Callable[[int, int], None] | None:
    """One line that counts, on a terminal only."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, of: int) -> None:
        line = speech.say("cli-progress", done=done, all=of)
        print(f"\r{line}", end="\n" if done == of else "", file=sys.stderr, flush=True)

    return show


def _check(args: argparse.Namespace, speech: Speech) -> int:
    from sandgame.scenario.faults import Faults

    package = _loaded(args.case)
    if isinstance(package, Faults):
        if not args.json:
            raise StoppedError(_faults(package, args.case, speech))
        _print_json({"case": args.case, "sound": False, "faults": [asdict(fault) for fault in package]})
        return 1
    if args.write_benchmarks:
        return _write_benchmarks(package, args, speech)
    if args.write_anchors:
        return _write_anchors(package, args, speech)
    if not args.json:
        _print_sound(package, speech)
    seen = _gates(package, args, speech) if args.games else []
    if args.json:
        companies: tuple[StyleName, ...] = ("competing", "collaborating") if args.games else ()
        played = [_played(package, style, args, speech).as_json() for style in companies]
        sound: dict[str, Any] = {"case": package.id, "fingerprint": package.fingerprint, "sound": True, "faults": []}
        _print_json(sound | {"companies": played, "gates": [gate.as_json() for gate in seen]})
    for gate in seen if not args.json else ():
        print(_gate(gate, speech))
    return 0 if all(gate.in_order for gate in seen) else 1


def _print_sound(package: Package, speech: Speech) -> None:
    scenario = package.scenario
    sizes = {name: len(getattr(scenario, name)) for name in ("departments", "services", "orders")}
    lengths = ", ".join(str(length) for length in scenario.lengths)
    print(speech.say("cli-sound", case=package.id, lengths=lengths, **sizes))


def _gates(package: Package, args: argparse.Namespace, speech: Speech) -> list[Gate]:
    """What the case shows when bots play it."""
    from sandgame.lab.gates import PROOF, gates
    from sandgame.lab.trials import seeds_on_trial, trials

    seeds = seeds_on_trial(package, args.games)
    if not args.json:
        print(speech.say("cli-gates-head", count=len(seeds), seeds=span(seeds[0], seeds[-1])))
    if not args.json and len(seeds) < min(PROOF, len(package.seeds) - 1):
        print(speech.say("cli-gates-few", least=PROOF))
    return gates(package, trials(package, seeds, jobs=args.jobs, progress=_progress(speech)))


def _gate(gate: Gate, speech: Speech) -> str:
    """One line: whether it passed, what was asked for, and the figures."""
    from sandgame.lab.gates import CHANGES

    def figure(name: str, value: Fraction) -> str:
        plus = "+" if value > 0 and gate.gate in CHANGES else ""
        written = plus + tenths(value.numerator, value.denominator)
        return written if name == gate.gate else f"{name} {written}"

    bounds = gate.bounds
    asked = speech.say(f"cli-asked-{bounds.kind}", low=bounds.low or 0, high=bounds.high or 0)
    mark = "exempt" if gate.exempt else "passed" if gate.passed else "failed"
    figures = ", ".join(figure(*item) for item in gate.figures.items()) or speech.say("cli-gate-no-benchmarks")
    said = {"mark": speech.say(f"cli-mark-{mark}"), "what": speech.say(f"cli-gate-{gate.gate}"), "asked": asked}
    return speech.say("cli-gate", weeks=gate.length, figures=figures, **said)


def _write_benchmarks(package: Package, args: argparse.Namespace, speech: Speech) -> int:
    """Solves every variant of every length; stopped by hand, what was solved is kept and the next call goes on."""
    from sandgame.benchmark.constants import WorthlessError
    from sandgame.lab.benchmarks import write
    from sandgame.scenario.shelf import find

    try:
        written = write(package, find(args.case), progress=_progress(speech), jobs=args.jobs)
    except OSError as error:
        raise StoppedError(speech.say("cli-no-folder", place=args.case, why=error.strerror or "")) from error
    except WorthlessError as error:
        raise StoppedError(speech.say("cli-worthless", case=args.case)) from error
    print(speech.say("cli-benchmarks-written", place=str(written)))
    return _write_anchors(package, args, speech)


def _write_anchors(package: Package, args: argparse.Namespace, speech: Speech) -> int:
    """Plays every variant of every length in each style: `--games` of them, where that is said."""
    from sandgame.lab.anchors import write
    from sandgame.scenario.shelf import find

    try:
        written = write(package, find(args.case), args.games or None, progress=_progress(speech), jobs=args.jobs)
    except OSError as error:
        raise StoppedError(speech.say("cli-no-folder", place=args.case, why=error.strerror or "")) from error
    print(speech.say("cli-anchors-written", place=str(written)))
    return 0


def _loaded(case: str) -> Package | Faults:
    from sandgame.scenario.gate import load
    from sandgame.scenario.shelf import find

    return load(find(case))


def _package(case: str, speech: Speech) -> Package:
    """The case, or all that is wrong with it, a line each."""
    from sandgame.scenario.faults import Faults

    found = _loaded(case)
    if isinstance(found, Faults):
        raise StoppedError(_faults(found, case, speech))
    return found


def _faults(faults: Faults, case: str, speech: Speech) -> str:
    lines = [
        speech.say("cli-fault", place=fault.place, sentence=speech.say(fault.key, **fault.values)) for fault in faults
    ]
    return "\n".join([*lines, speech.say("cli-faults", case=case, count=len(lines))])


def _print_json(data: object) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))


def _replay(args: argparse.Namespace, speech: Speech) -> int:
    from sandgame.lab.replay import NotALogError, replay

    try:
        told = replay(_events(args.log, speech))
    except NotALogError as error:
        raise StoppedError(speech.say("cli-not-a-log", place=f"{args.log}:{error.seq + 1}")) from error
    print(speech.say("cli-replay-head", events=told.events, weeks=len(told.curve), result=told.money.result))
    print(speech.say("cli-replay-curve", curve=", ".join(whole(step) for step in told.curve)))
    print(speech.say("cli-replay-sum", sum=told.log_sha256))
    if told.differs:
        raise StoppedError(speech.say("cli-replay-differs", events=", ".join(f"#{seq}" for seq in told.differs)))
    print(speech.say("cli-replay-agrees"))
    return 0


def _losses(args: argparse.Namespace, speech: Speech) -> int:
    """Where the money went that the best joint result would have brought."""
    from sandgame.lab.losses import UnfinishedError, losses
    from sandgame.lab.replay import NotALogError

    try:
        told = losses(_events(args.log, speech), args.exact, jobs=args.jobs, progress=_progress(speech))
    except NotALogError as error:
        raise StoppedError(speech.say("cli-not-a-log", place=f"{args.log}:{error.seq + 1}")) from error
    except UnfinishedError as error:
        raise StoppedError(speech.say("cli-unfinished", place=str(args.log))) from error
    if args.json:
        _print_json(told.as_json())
        return 0
    print(speech.say("cli-losses-head", best=told.best, result=told.result, lost=told.best - told.result))
    for week in told.rounds:
        parts = {"table": week.table, "departments": week.departments, "clarity": week.clarity}
        print(speech.say("cli-losses-week", week=week.round, loss=week.loss, **parts))
    for item in told.items:
        print(speech.say(f"cli-losses-{item.kind}", week=item.round, what=item.what, change=item.change))
    return 0


def _events(log: Path, speech: Speech) -> tuple[Event, ...]:
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


def _demo(args: argparse.Namespace, speech: Speech) -> int:
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
        raise _trouble(error, speech) from error
    print(
        speech.say(
            "cli-demo-done", events=shown.events, log=str(shown.log), pictures=shown.pictures, folder=str(args.out)
        )
    )
    print(speech.say("cli-demo-kept"))
    return 0


def _host(args: argparse.Namespace, speech: Speech) -> int:
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
        raise _trouble(error, speech) from error
    except OSError as error:
        raise StoppedError(speech.say("cli-no-folder", place=str(folder), why=error.strerror or "")) from error
    return 0


def _class(args: argparse.Namespace, speech: Speech) -> tuple[ClassSetup, Package]:
    """From a set-up file, or from what was typed."""
    from sandgame.frames.classroom import ClassSetup

    if args.setup is not None:
        setup = _setup_in(args.setup, speech)
        package = _package(setup.case, speech)
        args.length = setup.length
    elif args.case is not None:
        package = _package(args.case, speech)
        lengths = package.scenario.lengths
        setup = ClassSetup(case=args.case, tables=args.tables, length=args.length or lengths[len(lengths) // 2])
    else:
        raise StoppedError(speech.say("cli-host-what"), code=2)
    _check_length(package, args, speech)
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


def _report(args: argparse.Namespace, speech: Speech) -> int:
    """A session that was played on this computer, on paper and as data; what is not worked out yet is done first."""
    from sandgame.frames.fault import FaultError
    from sandgame.report.command import RefusedError, run
    from sandgame.store.folder import data_folder, has_sessions, open_classes

    folder = data_folder(args.data)
    if not has_sessions(folder):
        raise StoppedError(speech.say("report-no-session", session=args.session, program=PROGRAM))
    try:
        with closing(open_classes(folder)) as store:
            found = _past(store, args.session, speech)
        print(run(found, args, speech))
    except FaultError as error:
        raise _trouble(error, speech) from error
    except RefusedError as error:
        raise StoppedError(str(error)) from error
    except OSError as error:
        raise StoppedError(speech.say("cli-no-folder", place=str(args.out), why=error.strerror or "")) from error
    except KeyboardInterrupt:
        _complain(speech.say("report-stopped"))
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
    return past(store, session, progress=_progress(speech))


def _sessions(args: argparse.Namespace, speech: Speech) -> int:
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
        raise _trouble(error, speech) from error
    rows = [{name: getattr(session, name) for name in session.__struct_fields__} for session in found]
    if args.json:
        _print_json(rows)
        return 0
    for row in rows:
        state = speech.say(f"cli-session-{row['state']}")
        print(speech.say("cli-session", **(row | {"started": row["started"][:16].replace("T", " "), "state": state})))
    if not rows:
        print(speech.say("cli-no-sessions"))
    return 0


def _trouble(error: FaultError, speech: Speech) -> StoppedError:
    """What went wrong with the data, and what to do."""
    key = "trouble-" + error.fault.value.replace("_", "-")
    return StoppedError(f"{error.place}: {speech.say(key)}. {speech.say(key + '-do')}")
