"""`sandgame report --lines`: a report for the window that asked for it, which reads how far it is and how it ended."""

from __future__ import annotations

import _thread
import errno
import os
import sys
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from sandgame.frames.saving import Hindrance, NotSaved, Reckoned, Saved, SavingNews, Written, as_line

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from sandgame.frames.past import PastSession
    from sandgame.report.material import Wishes

_INPUT = 0
_NO_ROOM = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


class Request:
    """That it goes on is wished for as long as its input is open; who asked may be gone without having said so."""

    def __init__(self, source: int = _INPUT, interrupt: Callable[[], None] = _thread.interrupt_main) -> None:
        self._source, self._interrupt = source, interrupt
        self._over = threading.Event()
        self._at_once = False

    def follow(self) -> None:
        threading.Thread(target=self._wait, name="sandgame-request", daemon=True).start()

    def reckoning(self, at_once: bool) -> None:
        """While it is true nothing is written: it can be broken off in the middle of a table."""
        self._at_once = at_once

    @property
    def withdrawn(self) -> bool:
        return self._over.is_set()

    def _wait(self) -> None:
        # not by sys.stdin: a thread that waits in it keeps the program from ending
        with suppress(OSError):
            while os.read(self._source, 1024):
                pass
        self._over.set()
        if self._at_once:
            self._interrupt()


def say(news: SavingNews) -> None:
    """In UTF-8, whatever the system writes by itself: folders have names in any language."""
    sys.stdout.buffer.write(as_line(news).encode() + b"\n")
    sys.stdout.flush()


def report_in_lines(args: argparse.Namespace, folder: Path, request: Request) -> int:
    """Tells of it in lines; 1 if nothing was saved."""
    from sandgame.lab.pool import step_back

    step_back()
    request.follow()
    news = _saved(args, folder, request)
    say(news)
    return 0 if isinstance(news, Saved) else 1


def _saved(args: argparse.Namespace, folder: Path, request: Request) -> Saved | NotSaved:
    from sandgame.frames.fault import FaultError
    from sandgame.lab.pool import CancelledError
    from sandgame.report.logo import NoLogoError
    from sandgame.report.pdf import UnsoundPaperError
    from sandgame.report.writing import InTheWayError, StoppedError

    fresh = not args.out.exists()
    try:
        session = _reckoned(args, folder, request)
        if not session.tables:
            return NotSaved(Hindrance.NO_WEEK)
        return _written(session, args, request)
    except FaultError as error:
        return NotSaved(Hindrance.DATA, error.place, error.fault)
    except InTheWayError as error:
        return NotSaved(Hindrance.IN_THE_WAY, error.name)
    except NoLogoError as error:
        return NotSaved(Hindrance.LOGO, str(error))
    except UnsoundPaperError as error:
        return NotSaved(Hindrance.UNSOUND, str(error))
    except (StoppedError, CancelledError, KeyboardInterrupt):
        return NotSaved(Hindrance.STOPPED)
    except OSError as error:
        return NotSaved(Hindrance.FULL if error.errno in _NO_ROOM else Hindrance.FOLDER, str(args.out))
    finally:
        if fresh:
            # one that was made for files that never came; with files in it, it stays
            with suppress(OSError):
                args.out.rmdir()


def _reckoned(args: argparse.Namespace, folder: Path, request: Request) -> PastSession:
    """What is not worked out yet is worked out: minutes, for a class that has just ended."""
    from sandgame.host.past import past
    from sandgame.store.folder import open_classes

    with closing(open_classes(folder)) as store:
        request.reckoning(at_once=True)
        try:
            return past(
                store,
                args.session,
                progress=lambda done, of: say(Reckoned(done, of)),
                cancelled=lambda: request.withdrawn,
            )
        finally:
            request.reckoning(at_once=False)


def _written(session: PastSession, args: argparse.Namespace, request: Request) -> Saved:
    from sandgame.report.writing import write

    paths = write(
        session,
        args.out,
        _wishes(args),
        force=args.force,
        progress=lambda done, of: say(Written(done, of)),
        cancelled=lambda: request.withdrawn,
    )
    return Saved(len(paths), str(args.out))


def _wishes(args: argparse.Namespace) -> Wishes:
    from sandgame.report.logo import fitted
    from sandgame.report.material import Branding, Wishes

    logo = fitted(args.logo) if args.logo is not None else b""
    return Wishes(args.languages, args.formats, Branding(logo, args.name, args.closing), args.typed, args.parts)
