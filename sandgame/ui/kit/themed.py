"""The look that the program shows now, and what a widget does to follow it."""

from functools import lru_cache
from typing import cast

from PySide6.QtCore import QCoreApplication

from sandgame.paint.fonts import Language
from sandgame.paint.look import Look
from sandgame.paint.tokens import Scheme

_PROPERTY = "sandgame_look"


class Themed:
    """A widget that keeps something made from the look (fonts, sizes, pixmaps) and makes it anew when told."""

    def on_look_changed(self) -> None:
        """Called after the look has changed."""


@lru_cache
def _parsed(text: str) -> Look:
    scheme, language, percent, calm = text.split()
    return Look(cast(Scheme, scheme), cast(Language, language), int(percent), calm == "calm")


def current_look() -> Look:
    """The look of the running application; the default one as long as none was applied."""
    app = QCoreApplication.instance()
    kept = app.property(_PROPERTY) if app is not None else None
    return _parsed(kept) if isinstance(kept, str) else Look()


def keep_look(app: QCoreApplication, look: Look) -> None:
    motion = "calm" if look.calm else "lively"
    app.setProperty(_PROPERTY, f"{look.scheme} {look.language} {look.text_percent} {motion}")
