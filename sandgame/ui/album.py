"""Pictures of a session's pages, painted without a screen: one window, one moment after the other."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from sandgame.frames.seat import Seated
from sandgame.paint.look import Look
from sandgame.text.speech import Language, Speech
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.shell import ShellScreen

WIDTH, HEIGHT = 1366, 768


@dataclass(frozen=True, slots=True)
class Moment:
    """What a seat saw at one moment; `name` becomes part of the file's name."""

    name: str
    frame: Seated


_HARMLESS = "This plugin does not support propagateSizeHints()"


def _hear(_kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
    """Qt without a screen complains once a window that it cannot resize one; all else it says is passed on."""
    if message != _HARMLESS:
        sys.stderr.write(message + "\n")


def photograph(moments: Sequence[Moment], language: Language, folder: Path) -> list[Path]:
    """Writes `<language>-<name>.png` for each moment into a folder that exists; nothing moves in them."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    qInstallMessageHandler(_hear)
    apply_look(app, Look(language=language, calm=True))
    speech = Speech(language)
    written: list[Path] = []
    for moment in moments:
        shell = ShellScreen(speech, lambda _intent: "")
        shell.resize(WIDTH, HEIGHT)
        shell.take(moment.frame)
        shell.show()
        app.processEvents()
        path = folder / f"{language}-{moment.name}.png"
        if not shell.grab().save(str(path)):
            raise OSError(0, "", str(path))
        written.append(path)
        shell.stop()
        shell.close()
        shell.deleteLater()
    app.processEvents()
    qInstallMessageHandler(None)
    return written
