"""The code that the facilitator made for one seat: to sit there, or only to watch."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sandgame.present.join import join_page
from sandgame.text.speech import Speech
from sandgame.ui.join_seat import CodeFault
from sandgame.ui.kit.dialog import Choice, Dialog
from sandgame.ui.kit.fields import CodeField


def ask_seat_code(owner: QWidget, speech: Speech, typed: Callable[[str, bool], None]) -> Dialog:
    """`typed` gets the code, and whether it is only for watching."""
    say = speech.say
    choices = (
        Choice("watch", say("join-seat-code-watch"), "aside", "binoculars"),
        Choice("back", say("join-seat-code-back")),
        Choice("sit", say("join-seat-code-sit"), "go", "armchair"),
    )
    dialog = Dialog(
        say("join-seat-code-title"), say("join-seat-code-line"), choices, owner.window(), icon="ticket", tone="text"
    )
    field = CodeField(large=True)
    field.setAccessibleName(say("join-seat-code-title"))
    dialog.body.addSpacing(8)
    dialog.body.addWidget(field, 0, Qt.AlignmentFlag.AlignHCenter)
    fault = CodeFault(field)
    fault.speak(join_page(speech).seat_says)
    dialog.body.addWidget(fault)

    def follow(_code: str = "") -> None:
        for answer in ("sit", "watch"):
            dialog.button(answer).setEnabled(field.is_full())

    def answered(_code: int) -> None:
        code = field.code()
        dialog.deleteLater()
        owner.window().activateWindow()
        if dialog.chosen != "back":
            typed(code, dialog.chosen == "watch")

    field.code_changed.connect(follow)
    field.code_entered.connect(lambda _code: dialog.button("sit").click())
    dialog.finished.connect(answered)
    follow()
    dialog.open()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    return dialog
