"""What every page of a phase offers the shell: a centre and a dock, a now bar, and intents going out.

The shell places `centre` and `dock`, calls `show` with each new scene (also on a change of language), and asks
`now().question` before it calls `primary`.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sandgame.present.now import NowBar
from sandgame.present.pictures import LedgerRow
from sandgame.present.scene import Scene
from sandgame.rules.intents import Intent
from sandgame.ui.drafts import Draft


class Page(QObject):
    """One page of a seat. A subclass makes its two widgets in `__init__` and fills them in `show`."""

    ledger = True
    """Whether the ledger stands beside this page."""

    intent_asked = Signal(object)
    """An Intent to submit; the answer comes back in `stored`, `refused` or `not_stored`."""
    now_changed = Signal()
    """`now()` says something else: an item was ticked, a draft changed, an undo became possible."""

    draft_changed = Signal()
    """`draft()` gives something else; the shell keeps it on this computer."""

    dock_asked = Signal()
    """What is worked on now lies in the dock: in a narrow window the shell opens its drawer."""

    question_put = Signal(object)
    """A Dialog that this page has opened by itself: the shell closes it when its phase is over."""

    def __init__(self, centre: QWidget, dock: QWidget | None) -> None:
        super().__init__()
        self.centre = centre
        self.dock = dock

    def show(self, scene: Scene) -> None:
        """Fill both widgets from this scene, keeping drafts and focus; called on every change and language switch."""
        raise TypeError("every page shows its scene")

    def now(self) -> NowBar:
        """The now bar for what was shown last."""
        raise TypeError("every page says what is asked now")

    def primary(self) -> None:
        """The primary button or F9, after the question, if there was one."""
        raise TypeError("every page has a primary action")

    def aside(self) -> None:
        """The third way out of the question, if it has one."""

    def go(self, item: int) -> None:
        """Lead to the place of a checklist item, by the id it has in `now().checks`."""

    def open_row(self, row: int, sheet: bool) -> bool:
        """A ledger row was chosen: lead to the promise (or sheet) of that number; False if it has no place here."""
        return False

    def open_draft(self, kind: str, number: int) -> bool:
        """Lead to what is drafted and not sent: an "answer" to a sheet, an "ask" or a "message" to a department."""
        return False

    def ledger_rows(self, rows: tuple[LedgerRow, ...]) -> tuple[LedgerRow, ...]:
        """The ledger as this page would show it (Plan: in plan, at risk; the selected row marked)."""
        return rows

    def known(self, scene: Scene) -> Scene:
        """What top bar and ledger may tell of the scene now (Deliver: nothing that the replay has yet to show)."""
        return scene

    def key(self, key: int, shift: bool) -> bool:
        """A single letter or digit was pressed and no text field had it; True if the page used it."""
        return False

    def back(self) -> bool:
        """Esc: one step back within the page; False where there is none left."""
        return False

    def coach_spot(self, spot: str) -> QWidget | None:
        """The control that a note of the coach is about; None if it is not there now."""
        return None

    def coach_grounds(self) -> tuple[QWidget, ...]:
        """What a note of the coach may lie on."""
        return (self.centre,) if self.dock is None else (self.centre, self.dock)

    def coach_work(self, spot: str) -> QWidget | None:
        """Where what a note asks for is done: while the keyboard is in it, the note is out of the way."""
        return self.coach_spot(spot)

    def undo(self) -> None:
        """Take the last step of the page's draft back."""

    def redo(self) -> None:
        """Do it again."""

    def draft(self) -> Draft | None:
        """What the user has begun and nobody else keeps, in plain lists, words and numbers; None for nothing."""
        return None

    def restore(self, draft: Draft) -> None:
        """Takes up what `draft` gave before the session was left; called after `show`. Parts that make no sense are
        passed over."""

    def keep(self) -> None:
        """Sends to the host what is drafted and not kept there: at once, for time is up or the line is back."""

    def stored(self, intent: Intent) -> None:
        """This intent of the page was accepted; the scene that shows it follows or has come."""

    def refused(self, intent: Intent, text: str) -> bool:
        """This intent was refused; True if the page shows `text` beside the control, else the shell shows a toast."""
        return False

    def not_stored(self, intent: Intent) -> None:
        """The host could not store this intent: the draft stays; the shell offers to send it again."""

    def watched(self) -> None:
        """An observer looks on: the now bar is not this page's."""

    def leave(self) -> None:
        """The phase is over or the session is left: end timers and close popups."""
