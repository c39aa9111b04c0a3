"""The line that was typed: which command it names, and what may stand behind it."""

from __future__ import annotations

import argparse
import locale
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from sandgame import __version__
from sandgame.cli.answers import PROGRAM, StoppedError, complain
from sandgame.cli.cases import check_case, simulate_games
from sandgame.cli.logs import demonstration, losses_of_log, replay_log
from sandgame.cli.sessions import host_class, list_sessions, write_report
from sandgame.text.speech import LANGUAGES, Language, Speech


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
        complain(str(stop))
        return stop.code
    except KeyboardInterrupt:
        complain(speech.say("cli-stopped"))
        return 130
    except BrokenPipeError:
        # whoever read our lines has gone; nothing more can be said
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 a sink until the interpreter ends
        return 1


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
    say = speech.say
    _Parser.speech = speech
    parser = _Parser(prog=PROGRAM, description=say("cli-about"))
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--lang", choices=LANGUAGES, help=say("cli-lang"))
    parser.add_argument("--data", type=Path, help=say("cli-data"))
    commands = parser.add_subparsers(dest="command", metavar=say("cli-command"))
    for add in (_simulate, _check, _demo, _replay, _host, _losses, _report, _sessions):
        add(commands, speech)
    return parser


Commands = Any
"""What argparse adds commands to, which it keeps to itself."""


def _simulate(commands: Commands, speech: Speech) -> None:
    from sandgame.bots.styles import NAMES

    say, styles = speech.say, ", ".join(NAMES)
    simulate = commands.add_parser("simulate", help=say("cli-simulate"), description=say("cli-simulate"))
    simulate.set_defaults(run=simulate_games)
    simulate.add_argument("case", metavar="CASE", help=say("cli-case"))
    simulate.add_argument("--style", default="collaborating", help=say("cli-style", styles=styles))
    simulate.add_argument("--seat", action="append", default=[], help=say("cli-seat"))
    simulate.add_argument("--games", type=_whole(speech, 1, 1_000_000), default=1, help=say("cli-games"))
    simulate.add_argument("--seed", type=_whole(speech, 0, 999_999), default=0, help=say("cli-seed"))
    simulate.add_argument("--length", type=_whole(speech, 2, 12), help=say("cli-length"))
    simulate.add_argument("--jobs", type=_whole(speech, 1, 256), help=say("cli-jobs"))
    simulate.add_argument("--json", action="store_true", help=say("cli-json"))


def _check(commands: Commands, speech: Speech) -> None:
    say = speech.say
    check = commands.add_parser("check", help=say("cli-check"), description=say("cli-check"))
    check.set_defaults(run=check_case)
    check.add_argument("case", metavar="CASE", help=say("cli-case"))
    check.add_argument("--games", type=_whole(speech, 0, 1_000_000), default=0, help=say("cli-check-games"))
    check.add_argument("--write-benchmarks", action="store_true", help=say("cli-write-benchmarks"))
    check.add_argument("--write-anchors", action="store_true", help=say("cli-write-anchors"))
    check.add_argument("--jobs", type=_whole(speech, 1, 256), help=say("cli-jobs"))
    check.add_argument("--json", action="store_true", help=say("cli-json"))


def _demo(commands: Commands, speech: Speech) -> None:
    say = speech.say
    demo = commands.add_parser("demo", help=say("cli-demo"), description=say("cli-demo"))
    demo.set_defaults(run=demonstration)
    demo.add_argument("--out", type=Path, required=True, metavar="DIR", help=say("cli-out"))
    demo.add_argument("--lang", dest="pictures", choices=LANGUAGES, help=say("cli-pictures-lang"))


def _replay(commands: Commands, speech: Speech) -> None:
    say = speech.say
    replay = commands.add_parser("replay", help=say("cli-replay"), description=say("cli-replay"))
    replay.set_defaults(run=replay_log)
    replay.add_argument("log", type=Path, metavar="LOG", help=say("cli-log"))


def _host(commands: Commands, speech: Speech) -> None:
    say = speech.say
    host = commands.add_parser("host", help=say("cli-host"), description=say("cli-host"))
    host.set_defaults(run=host_class)
    host.add_argument("case", metavar="CASE", nargs="?", help=say("cli-case"))
    host.add_argument("--tables", type=_whole(speech, 1, 12), default=1, help=say("cli-tables"))
    host.add_argument("--length", type=_whole(speech, 2, 12), help=say("cli-host-length"))
    host.add_argument("--port", type=_whole(speech, 0, 65_535), help=say("cli-host-port"))
    host.add_argument("--data", type=Path, default=argparse.SUPPRESS, help=say("cli-data"))
    host.add_argument("--setup", type=Path, metavar="FILE", help=say("cli-host-setup"))
    host.add_argument("--resume", action="store_true", help=say("cli-resume"))
    host.add_argument("--session", default="", help=say("cli-host-session"))


def _losses(commands: Commands, speech: Speech) -> None:
    say = speech.say
    losses = commands.add_parser("losses", help=say("cli-losses"), description=say("cli-losses"))
    losses.set_defaults(run=losses_of_log)
    losses.add_argument("log", type=Path, metavar="LOG", help=say("cli-log"))
    losses.add_argument("--exact", action="store_true", help=say("cli-exact"))
    losses.add_argument("--jobs", type=_whole(speech, 1, 256), default=1, help=say("cli-jobs"))
    losses.add_argument("--json", action="store_true", help=say("cli-json"))


def _report(commands: Commands, speech: Speech) -> None:
    from sandgame.report.command import arguments

    say = speech.say
    paper = commands.add_parser("report", help=say("report-command"), description=say("report-command"))
    paper.set_defaults(run=write_report)
    arguments(paper, speech)


def _sessions(commands: Commands, speech: Speech) -> None:
    say = speech.say
    sessions = commands.add_parser("sessions", help=say("cli-sessions"), description=say("cli-sessions"))
    listing = sessions.add_subparsers(dest="listing", metavar=say("cli-command"), required=True)
    listed = listing.add_parser("list", help=say("cli-sessions"), description=say("cli-sessions"))
    listed.set_defaults(run=list_sessions)
    listed.add_argument("--data", type=Path, default=argparse.SUPPRESS, help=say("cli-data"))
    listed.add_argument("--json", action="store_true", help=say("cli-json"))


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
