"""Applies a look to the whole program: Fusion, palette, font, style sheet; then every themed widget is told."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from sandgame.paint.fonts import load_fonts
from sandgame.paint.look import Look
from sandgame.ui.kit.enter_key import EnterPresses
from sandgame.ui.kit.focus_ring import FocusRings
from sandgame.ui.kit.style_sheet import style_sheet
from sandgame.ui.kit.themed import Themed, keep_look


def qt_palette(look: Look) -> QPalette:
    """The same palette on every machine, light or dark."""
    colour = look.colour
    made = QPalette()
    roles = QPalette.ColorRole
    for role, value in (
        (roles.Window, colour.window),
        (roles.WindowText, colour.text),
        (roles.Base, colour.surface),
        (roles.AlternateBase, colour.surface_subtle),
        (roles.Text, colour.text),
        (roles.PlaceholderText, colour.text_tertiary),
        (roles.Button, colour.surface),
        (roles.ButtonText, colour.text),
        (roles.BrightText, colour.negative),
        (roles.ToolTipBase, colour.top_bar),
        (roles.ToolTipText, colour.on_top_bar),
        (roles.Highlight, colour.primary),
        (roles.HighlightedText, colour.on_primary),
        (roles.Link, colour.info),
        (roles.Mid, colour.control_border),
        (roles.Light, colour.surface),
        (roles.Dark, colour.divider),
        (roles.Accent, colour.focus),
    ):
        made.setColor(role, value)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, colour.text_tertiary)
    return made


def apply_look(app: QApplication, look: Look) -> None:
    """Shows the whole program in this look, at the start and at every change of scheme, language or text size."""
    load_fonts()
    with _nothing_collected():
        if app.findChild(FocusRings, "focus_rings") is None:
            # once: under a style sheet the style's own name is hidden, and to set it anew costs as much as the rest
            app.setStyle(QStyleFactory.create("Fusion"))
            FocusRings(app)
            EnterPresses(app)
        keep_look(app, look)
        app.setPalette(qt_palette(look))
        app.setFont(look.font("body"))
        sheet = style_sheet(look)
        if sheet != app.styleSheet():
            app.setStyleSheet(sheet)
        for widget in app.allWidgets():
            if isinstance(widget, Themed):
                widget.on_look_changed()
                widget.updateGeometry()
            widget.update()


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Qt goes through a list of bare pointers to all widgets, for each of the steps, and widgets of ours answer it from
    Python: a window without an owner that the collector takes meanwhile ends the program."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
