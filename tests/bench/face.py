"""What a trainee waits for on the screen: a click until it is painted, a plan's verdict, another language; and memory.

Run without a screen, over the factory's busy week in a window of 1366×768.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sandgame.frames.seat import Seated
from sandgame.paint.look import Look
from sandgame.text.speech import LANGUAGES, Speech
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.negotiate import NegotiatePage
from sandgame.ui.plan import PlanPage
from sandgame.ui.shell import ShellScreen
from tests.bench.figure import put, put_spread, runs
from tests.kit.factory_week import LOGISTICS, busy
from tests.kit.looks import settle
from tests.kit.sights import SIGHTS, SIZES, Studio

_FIRST = 2
"""The first turns are not counted: they load what is then there."""


def program() -> QApplication:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    return app


def shell_of(frame: Seated) -> ShellScreen:
    names = iter(range(10**9))
    shell = ShellScreen(Speech("zh"), lambda _intent: f"intent-{next(names)}", coach=False)
    shell.resize(SIZES[0].width, SIZES[0].height)
    shell.take(frame)
    shell.show()
    settle()
    return shell


def until_painted(act: Callable[[int], object], times: int) -> list[float]:
    """Milliseconds from an act until all that it changed is painted; the act is told which turn it is."""
    return [_painted(act, turn) for turn in range(times + _FIRST)][_FIRST:]


def _painted(act: Callable[[int], object], turn: int) -> float:
    begun = time.perf_counter()
    act(turn)
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return (time.perf_counter() - begun) * 1000


def crowded() -> Seated:
    """A Negotiate of the busy week with all promises open: more than twelve chips for the board to find room for."""
    frame = busy("negotiate", LOGISTICS)
    promises = tuple(replace(promise, state="open") for promise in frame.view.threads.promises)
    return replace(frame, view=replace(frame.view, threads=replace(frame.view.threads, promises=promises)))


def clicks(times: int) -> None:
    """On one chip after the other, each time with another card in the dock and another row marked in the ledger."""
    shell = shell_of(crowded())
    page = shell.page
    assert isinstance(page, NegotiatePage)
    board = page.table.board
    assert len(board.picture().chips) >= 12
    placed = sorted(board.plan().placed.chips.items())
    spots = [box.center().toPoint() for _, box in placed]

    def click(turn: int) -> None:
        QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=spots[turn % len(spots)])

    put_spread("click.chip", until_painted(click, times), "ms", "50 or less")
    shell.stop()
    shell.close()


def edits(times: int) -> None:
    """One unit less and one more in a line of the plan, until the verdict on it stands on the page."""
    shell = shell_of(busy("plan"))
    page = shell.page
    assert isinstance(page, PlanPage)
    table = page.table
    put_spread(
        "plan.edit", until_painted(lambda turn: table.units_changed.emit(0, turn % 2), times), "ms", "50 or less"
    )
    shell.stop()
    shell.close()


def languages(times: int) -> None:
    """The whole program in the other language, with the fullest page open."""
    app, shell = program(), shell_of(crowded())

    def switch(turn: int) -> None:
        language = LANGUAGES[(turn + 1) % 2]
        apply_look(app, Look(language=language, calm=True))
        shell.in_language(Speech(language))

    put_spread("language", until_painted(switch, times), "ms", "300 or less")
    shell.stop()
    shell.close()


def memory() -> None:
    """The process's peak after every page and state has been shown once, both languages."""
    app = program()
    for language in LANGUAGES:
        studio = Studio(app, "light", language, SIZES[0])
        for sight in SIGHTS:
            with studio.shows(sight) as shell:
                shell.grab()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "darwin" else 1) / 1024
    put("memory.session", [peak], "MB")


def main() -> None:
    times = runs(40)
    apply_look(program(), Look(calm=True))
    clicks(times)
    edits(times)
    languages(max(6, times // 4))
    memory()


if __name__ == "__main__":
    main()
