"""What a trainee can have before the eyes: every page of a seat in the busy week of the factory, and every state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from sandgame.frames.seat import Answered, Seated
from sandgame.paint.look import Look
from sandgame.paint.tokens import Scheme
from sandgame.present.negotiate import Place
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import FinishPhase
from sandgame.rules.reason import Reason, Refusal
from sandgame.text.speech import Language, Speech
from sandgame.ui.deliver import DeliverPage
from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.negotiate import NegotiatePage
from sandgame.ui.over import OverPage
from sandgame.ui.plan import PlanPage
from sandgame.ui.shell import ShellScreen
from tests.kit.factory_week import BUSY, LENGTH, PRODUCTION, SALES, busy, untouched
from tests.kit.looks import faults, settle
from tests.kit.painted import painted_faults

Act = Callable[[ShellScreen], None]


def nothing(_shell: ShellScreen) -> None:
    """The page as it comes up."""


class Sight(NamedTuple):
    """`act` is done once the page stands; `coach` notes of the first week are on."""

    name: str
    frame: Callable[[], Seated]
    act: Act = nothing
    coach: bool = False


# states that a view is in


def paused() -> Seated:
    frame = busy("negotiate")
    return replace(frame, view=replace(frame.view, room=replace(frame.view.room, paused=True)))


def waiting() -> Seated:
    frame = busy("plan")
    return replace(frame, view=replace(frame.view, table=replace(frame.view.table, finished=(PRODUCTION,))))


# what somebody does


def to_tab(place: Place) -> Act:
    def act(shell: ShellScreen) -> None:
        assert isinstance(shell.page, NegotiatePage)
        shell.page.to_tab(place)
        if shell.desk.needs_drawer("dock"):
            shell.desk.open_drawer("dock")

    return act


def open_promise(shell: ShellScreen) -> None:
    row = next(widget.row() for widget in shell.ledger.promised.rows if not widget.row().sheet)
    shell.ledger.row_asked.emit(row.id, row.sheet)


def open_ledger(shell: ShellScreen) -> None:
    if shell.desk.needs_drawer("ledger"):
        shell.desk.open_drawer("ledger")


def counter(shell: ShellScreen) -> None:
    """Other terms for the first line, with the fields for them open."""
    page = shell.page
    assert isinstance(page, NegotiatePage)
    to_tab("answer")(shell)
    page.answers.key("counter", False)


def break_promises(shell: ShellScreen) -> None:
    """Nothing is made this week; what that means stands on the page."""
    page = shell.page
    assert isinstance(page, PlanPage)
    for at in range(len(page.table.lines)):
        page.table.units_changed.emit(at, 0)
        settle()


def ask_first(shell: ShellScreen) -> None:
    """The question before something that cannot be taken back."""
    break_promises(shell)
    shell.on_primary()


def skip(shell: ShellScreen) -> None:
    assert isinstance(shell.page, DeliverPage)
    shell.page.replay.skip()


def way(index: int) -> Act:
    def act(shell: ShellScreen) -> None:
        assert isinstance(shell.page, OverPage)
        shell.page.ways.set_index(index)
        shell.page.ways.index_changed.emit(index)

    return act


def answered(refusal: Refusal | None, *, stored: bool) -> Act:
    """The host's word on what was asked for last."""

    def act(shell: ShellScreen) -> None:
        page, scene = shell.page, shell.scene
        assert page is not None
        assert scene is not None
        page.intent_asked.emit(FinishPhase(round=scene.view.table.round, phase=scene.view.table.phase))
        shell.take(Answered(scene.seat, "intent-1", refusal, stored))

    return act


def as_list(shell: ShellScreen) -> None:
    shell.on_board_list()


def nobody_yet() -> Seated:
    return untouched(SeatId(5))


SIGHTS = (
    Sight("role", lambda: busy("brief", week=1)),
    Sight("coach", lambda: untouched(SALES), coach=True),
    Sight("empty", nobody_yet),
    Sight("asking", untouched, to_tab("ask")),
    Sight("brief", lambda: busy("brief")),
    Sight("brief-sales", lambda: busy("brief", SALES)),
    Sight("answering", lambda: busy("negotiate"), to_tab("answer")),
    Sight("countering", lambda: busy("negotiate"), counter),
    Sight("orders", lambda: busy("negotiate", SALES)),
    Sight("facts", lambda: busy("negotiate"), to_tab("facts")),
    Sight("messages", lambda: busy("negotiate"), to_tab("messages")),
    Sight("lend", lambda: busy("negotiate"), to_tab("lend")),
    Sight("promise", lambda: busy("negotiate"), open_promise),
    Sight("overdue", lambda: busy("negotiate", week=BUSY + 1), open_ledger),
    Sight("list", lambda: busy("negotiate"), as_list),
    Sight("refused", lambda: busy("negotiate"), answered(Refusal(Reason.WRONG_PHASE), stored=True)),
    Sight("unsent", lambda: busy("negotiate"), answered(None, stored=False)),
    Sight("paused", paused),
    Sight("plan", lambda: busy("plan")),
    Sight("plan-sales", lambda: busy("plan", SALES)),
    Sight("plan-broken", lambda: busy("plan"), break_promises),
    Sight("question", lambda: busy("plan"), ask_first),
    Sight("finished", waiting),
    Sight("replay", lambda: busy("deliver")),
    Sight("deliver", lambda: busy("deliver"), skip),
    Sight("review", lambda: busy("review")),
    Sight("review-long", lambda: busy("review", week=LENGTH // 2)),
    Sight("result", lambda: busy("over", week=LENGTH), way(0)),
    Sight("my-page", lambda: busy("over", week=LENGTH), way(1)),
    Sight("history", lambda: busy("over", week=LENGTH), way(2)),
)


class Size(NamedTuple):
    """A window in logical pixels, what it stands for, and the text size of the settings."""

    name: str
    width: int
    height: int
    text: int = 100
    scale: float = 1


SIZES = (
    Size("100", 1366, 768),
    Size("125", 1092, 614, scale=1.25),
    Size("200", 960, 540, scale=2),
    Size("text-130", 1366, 768, 130),
)


class Studio:
    """Opens a shell for each sight, one after the other, in one look and size."""

    def __init__(self, app: QApplication, scheme: Scheme, language: Language, size: Size) -> None:
        self.look, self.size = Look(scheme, language, size.text, calm=True), size
        apply_look(app, self.look)

    @contextmanager
    def shows(self, sight: Sight) -> Iterator[ShellScreen]:
        """The shell at rest; it and its dialogs are gone afterwards."""
        names = count(1)
        shell = ShellScreen(Speech(self.look.language), lambda _intent: f"intent-{next(names)}", coach=sight.coach)
        try:
            shell.resize(self.size.width, self.size.height)
            shell.take(sight.frame())
            shell.show()
            settle()
            sight.act(shell)
            settle()
            yield shell
        finally:
            for dialog in shell.findChildren(Dialog):
                dialog.close()
            shell.stop()
            shell.close()
            shell.deleteLater()
            settle()

    def faults(self, shell: ShellScreen) -> list[str]:
        """All that a reader of this shell, or of a question over it, would stumble over."""
        found = [*faults(shell), *painted_faults(shell)]
        for dialog in shell.findChildren(Dialog):
            if dialog.isVisible():
                found += [*faults(dialog), *painted_faults(dialog)]
        if (shell.width(), shell.height()) != (self.size.width, self.size.height):
            found.append(f"grew to {shell.width()}×{shell.height()}")
        return found
