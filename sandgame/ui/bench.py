"""A workbench of the Negotiate page: one panel with the drafts that belong to it. The page shows it and asks for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sandgame.present.now import Question
from sandgame.present.scene import Scene
from sandgame.rules.ids import Phase
from sandgame.rules.intents import Intent
from sandgame.ui.drafts import Draft
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.questions import put


class Bench(QObject):
    """Drafts survive new scenes; `begin` forgets them when a week begins."""

    intent_asked = Signal(object)
    changed = Signal()
    """Something was drafted or chosen by the user: the page has to be shown anew."""

    drafted = Signal()
    """Something was drafted that the page need not be shown anew for: the user is still writing."""

    question_put = Signal(object)
    """The dialog that stands before an intent."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self._panel = panel
        self._scene: Scene | None = None

    @property
    def scene(self) -> Scene:
        assert self._scene is not None, "a bench works only after it has seen a scene"
        return self._scene

    @property
    def moment(self) -> tuple[int, Phase]:
        """Round and phase that every intent names."""
        table = self.scene.view.table
        return table.round, table.phase

    def begin(self) -> None:
        """A new week: nothing is drafted."""

    def draft(self) -> Draft | None:
        """What is drafted here, in plain lists, words and numbers."""
        return None

    def restore(self, draft: Draft) -> None:
        """Takes up what `draft` gave; a draft of another shape raises TypeError, ValueError or LookupError."""

    def see(self, scene: Scene) -> None:
        """The scene that the next clicks are about."""
        self._scene = scene

    def stored(self, intent: Intent) -> None:
        """An intent of this bench has become part of the game."""

    def fault_for(self, intent: Intent) -> FaultLine | None:
        """Where a refusal of this intent is to stand, if it came from here."""
        return None

    def send(self, intent: Intent, question: Question | None = None) -> None:
        """Sends it, after the question if there is one."""
        if question is None:
            self.intent_asked.emit(intent)
        else:
            self.question_put.emit(put(self._panel, question, lambda: self.intent_asked.emit(intent)))
