"""Puts a question of a page into a dialog, without stopping the frames that come meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from sandgame.present.now import Question
from sandgame.ui.kit.dialog import Choice, Dialog
from sandgame.ui.kit.labels import Label
from sandgame.ui.sheet import give_back


def put(owner: QWidget, question: Question, go: Callable[[], None], other: Callable[[], None] | None = None) -> Dialog:
    """Opens it over the window of `owner`; `go` runs on the answer asked about, `other` on the third way."""
    choices = [
        Choice("back", question.back),
        Choice("go", question.go, "destroy" if question.grave else "go"),
    ]
    if question.other and other is not None:
        choices.append(Choice("other", question.other, "aside"))
    window = owner.window()
    before: QWidget | None = window.focusWidget()
    dialog = Dialog(question.title, "", choices, window, icon="triangle-alert")
    _put_lines(dialog, question)

    def answered(_code: int) -> None:
        chosen = dialog.chosen
        dialog.deleteLater()
        window.activateWindow()
        give_back(before)
        if chosen == "go":
            go()
        elif chosen == "other" and other is not None:
            other()

    dialog.finished.connect(answered)
    dialog.open()
    return dialog


def put_anew(dialog: Dialog, question: Question) -> None:
    """What an open question says, after what it speaks of has changed; the answers and the focus stay."""
    said = (question.title, " ".join(question.lines), question.go)
    if said == (dialog.windowTitle(), dialog.accessibleDescription(), dialog.button("go").text()):
        return
    dialog.hold_buttons()
    dialog.setWindowTitle(question.title)
    dialog.setAccessibleName(question.title)
    dialog.question.setText(question.title)
    dialog.button("go").setText(question.go)
    while (item := dialog.body.takeAt(0)) is not None:
        label = item.widget()
        if label is not None:
            label.hide()
            label.deleteLater()
    _put_lines(dialog, question)


def _put_lines(dialog: Dialog, question: Question) -> None:
    for line in question.lines:
        label = Label(line, "body", "text_secondary", wraps=True)
        label.setContentsMargins(36, 0, 0, 0)
        dialog.body.addWidget(label)
    dialog.setAccessibleDescription(" ".join(question.lines))
