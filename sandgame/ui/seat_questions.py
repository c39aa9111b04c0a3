"""Questions over a seat's page: each belongs to the phase it was asked in, says what came meanwhile, and closes once it
is overtaken."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from sandgame.present.now import Question
from sandgame.present.scene import Scene
from sandgame.present.shell import finished
from sandgame.present.standing import overtaken, with_news
from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.page import Page
from sandgame.ui.questions import put
from sandgame.ui.standing_questions import StandingQuestions


class SeatQuestions:
    """`scene` is what the seat sees now."""

    def __init__(self, owner: QWidget, scene: Callable[[], Scene | None]) -> None:
        self._owner, self._scene = owner, scene
        self._standing = StandingQuestions()
        self._open: list[Dialog] = []
        self._came: list[str] = []
        """What others did since a question was put."""

    def ask(self, page: Page, question: Question) -> Dialog:
        """The primary button's, before it does anything: what it lists is what is open now."""
        self._came.clear()
        dialog = put(self._owner, question, page.primary, page.aside)

        def fresh() -> Question | bool:
            scene, now = self._scene(), page.now().question
            return with_news(scene, now, tuple(self._came)) if scene is not None and now is not None else False

        self._follow(dialog, fresh)
        return dialog

    def follow(self, dialog: Dialog) -> None:
        """One that a page has put by itself."""
        self._follow(dialog, lambda: True)

    def close(self) -> None:
        """The seat is left, or its class is over."""
        for dialog in tuple(self._open):
            dialog.reject()

    def came(self, told: tuple[str, ...]) -> tuple[str, ...]:
        """After another scene, with its news; gives what is to be said of the questions that were closed."""
        self._came += told
        return tuple(dict.fromkeys(self._standing.look_again()))

    def _follow(self, dialog: Dialog, fresh: Callable[[], Question | bool]) -> None:
        asked = self._scene()
        assert asked is not None, "a question is about a scene"

        def here() -> bool:
            scene = self._scene()
            if scene is None or finished(scene):
                return False
            return (scene.attempt, scene.view.table.phase) == (asked.attempt, asked.view.table.phase)

        def past() -> str:
            scene = self._scene()
            return overtaken(asked, scene) if scene is not None else ""

        self._open.append(dialog)
        dialog.finished.connect(lambda _code: self._open.remove(dialog))
        self._standing.add(dialog, lambda: here() and fresh(), past)
