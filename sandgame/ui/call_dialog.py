"""Two small dialogs of a class: a quiet word to the facilitator, and what the stand-in did."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sandgame.present.line import CallPicture, SaidPicture, StandInNote
from sandgame.present.messages import LONGEST
from sandgame.ui.kit.cards import Card, column
from sandgame.ui.kit.dialog import Choice, Dialog
from sandgame.ui.kit.fields import TextField
from sandgame.ui.kit.labels import Label
from sandgame.ui.scroller import Scroller


def ask_for_help(owner: QWidget, picture: CallPicture, send: Callable[[str], None], text: str = "") -> Dialog:
    """Enter sends; an empty line asks the facilitator to come over. `text` is what could not be sent before."""
    choices = (Choice("back", picture.back), Choice("send", picture.send, "go", "send"))
    dialog = Dialog(picture.title, picture.line, choices, owner.window(), icon="presentation", tone="text_secondary")
    field = TextField(picture.hint, longest=LONGEST)
    field.edit.setPlaceholderText(picture.need)
    field.set_text(text)
    dialog.body.addSpacing(6)
    dialog.body.addWidget(field)
    field.edit.returnPressed.connect(dialog.button("send").click)

    def answered(_code: int) -> None:
        said = field.text().strip() or picture.need
        dialog.deleteLater()
        owner.window().activateWindow()
        if dialog.chosen == "send":
            send(said)

    dialog.finished.connect(answered)
    dialog.open()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    return dialog


def show_stand_in(owner: QWidget, note: StandInNote) -> Dialog:
    """Read, and take over."""
    dialog = Dialog(note.title, note.line, (Choice("ok", note.ok),), owner.window(), icon="bot", tone="text_secondary")
    card = Card(ground="ask")
    lines = column(card, margins=(14, 10, 14, 12), gap=4)
    for week, done in note.weeks:
        lines.addWidget(Label(week, "caption", "text_secondary", weight=700))
        for each in done:
            lines.addWidget(Label(each, "body", wraps=True))
    dialog.body.addSpacing(6)
    dialog.body.addWidget(card)
    told = [text for week, done in note.weeks for text in (week, *done)]
    dialog.setAccessibleDescription(" ".join((note.line, *told)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


_SAID_HIGH = 280


def show_said(owner: QWidget, picture: SaidPicture) -> Dialog:
    """What the facilitator said, to be read again."""
    choices = (Choice("close", picture.close),)
    dialog = Dialog(picture.title, picture.line, choices, owner.window(), icon="megaphone", tone="text_secondary")
    if picture.said:
        inner = QWidget()
        lines = column(inner, margins=(0, 0, 0, 0), gap=8)
        for each in picture.said:
            lines.addWidget(Label(each, "body", wraps=True))
        lines.addStretch(1)
        scroller = Scroller(inner)
        scroller.setMinimumHeight(min(_SAID_HIGH, 34 * len(picture.said)))
        dialog.body.addSpacing(6)
        dialog.body.addWidget(scroller)
    dialog.setAccessibleDescription(" ".join((picture.line, *picture.said)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
