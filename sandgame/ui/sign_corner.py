"""The four signs in the corner of a seat's board: shows which one is up, and asks for another or for none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from sandgame.present.pictures import Sign
from sandgame.present.scene import Scene
from sandgame.present.signs import signs
from sandgame.rules.intents import Intent, ShowSignal
from sandgame.ui.kit.board_widget import BoardWidget


class SignCorner(QObject):
    """A page makes one for its board and lets it see every scene; what is asked for goes out by `ask`."""

    def __init__(self, board: BoardWidget, ask: Callable[[Intent], None]) -> None:
        super().__init__(board)
        self._board, self._ask = board, ask
        self._scene: Scene | None = None
        board.sign_asked.connect(self._on_sign)

    def see(self, scene: Scene) -> None:
        self._scene = scene
        picture = signs(scene)
        if picture is None:
            self._board.show_signs("", "", (), None)
        else:
            self._board.show_signs(picture.label, picture.tip, picture.names, picture.mine)

    def _on_sign(self, sign: Sign | None) -> None:
        if self._scene is not None:
            table = self._scene.view.table
            self._ask(ShowSignal(round=table.round, phase=table.phase, sign=sign))
