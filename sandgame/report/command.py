"""What `sandgame report` does once the session is at hand, and the sentences it answers with."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sandgame.report.material import FORMATS, PARTS, Branding, Format, Part, Wishes
from sandgame.text.speech import LANGUAGES, Language, Speech

if TYPE_CHECKING:
    from sandgame.frames.past import PastSession


class RefusedError(Exception):
    """No report, and why: a sentence for who asked."""


def arguments(parser: ArgumentParser, speech: Speech) -> None:
    say = speech.say
    parser.add_argument("session", metavar="SESSION", help=say("report-arg-session"))
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help=say("report-arg-out"))
    listed = _listed(speech, LANGUAGES)
    parser.add_argument("--lang", dest="languages", type=listed, default=LANGUAGES, help=say("report-arg-lang"))
    listed = _listed(speech, FORMATS)
    parser.add_argument("--format", dest="formats", type=listed, default=FORMATS, help=say("report-arg-format"))
    listed = _listed(speech, PARTS)
    parser.add_argument("--parts", type=listed, default=PARTS, help=say("report-arg-parts"))
    parser.add_argument("--logo", type=Path, metavar="FILE", help=say("report-arg-logo"))
    parser.add_argument("--name", default="", metavar="TEXT", help=say("report-arg-name"))
    parser.add_argument("--closing", default="", metavar="TEXT", help=say("report-arg-closing"))
    parser.add_argument("--typed", action="store_true", help=say("report-arg-typed"))
    parser.add_argument("--force", action="store_true", help=say("report-arg-force"))
    parser.add_argument("--lines", action="store_true", help=say("report-arg-lines"))


def _listed(speech: Speech, known: tuple[str, ...]) -> Callable[[str], tuple[str, ...]]:
    """Some of these, with commas between them, in this order."""

    def read(text: str) -> tuple[str, ...]:
        found = {word.strip() for word in text.split(",")}
        if not found or not found <= set(known):
            raise ArgumentTypeError(speech.say("report-arg-bad", found=text, known=",".join(known)))
        return tuple(word for word in known if word in found)

    return read


def run(session: PastSession, args: Any, speech: Speech) -> str:
    """Writes the files; what there is to say in the end. Raises RefusedError, and OSError of the folder."""
    from sandgame.report.pdf import UnsoundPaperError
    from sandgame.report.writing import InTheWayError, write

    if not session.tables:
        raise RefusedError(speech.say("report-no-tables", session=args.session))
    wishes = wished(args.languages, args.formats, _branding(args, speech), typed=args.typed, parts=args.parts)
    out: Path = args.out
    try:
        written = write(session, out, wishes, force=args.force, progress=_progress(speech))
    except InTheWayError as error:
        raise RefusedError(speech.say("report-exists", place=str(out), file=error.name)) from error
    except UnsoundPaperError as error:
        raise RefusedError(speech.say("report-unsound", why=str(error))) from error
    return speech.say("report-done", count=len(written), place=str(out))


def wished(
    languages: tuple[Language, ...],
    formats: tuple[Format, ...],
    branding: Branding,
    *,
    typed: bool,
    parts: tuple[Part, ...] = PARTS,
) -> Wishes:
    return Wishes(languages, formats, branding, typed, parts)


def _branding(args: Any, speech: Speech) -> Branding:
    from sandgame.report.logo import NoLogoError, fitted

    try:
        logo = fitted(args.logo) if args.logo is not None else b""
    except NoLogoError as error:
        raise RefusedError(speech.say("report-no-logo", place=str(args.logo))) from error
    return Branding(logo, args.name, args.closing)


def _progress(speech: Speech) -> Callable[[int, int], None] | None:
    """One line that counts, on a terminal only."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, of: int) -> None:
        end = "\n" if done == of else ""
        sys.stderr.write(f"\r{speech.say('report-progress', done=done, all=of)}{end}")
        sys.stderr.flush()

    return show
