"""What the console asks in a dialog: which table, a number typed to be sure, a note, a code to be read out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from sandgame.present.join import shown_code
from sandgame.present.messages import LONGEST
from sandgame.present.pictures import BadgePicture
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.dialog import Choice, Dialog
from sandgame.ui.kit.fields import TextField
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.pills import PillChoice


def _open(owner: QWidget, dialog: Dialog, answered: Callable[[str], None]) -> Dialog:
    """Without stopping what comes meanwhile; the focus goes back to what had it."""
    window = owner.window()
    before: QWidget | None = window.focusWidget()

    def done(_code: int) -> None:
        chosen = dialog.chosen
        dialog.deleteLater()
        window.activateWindow()
        back = before if before is not None and isValid(before) and before.isVisible() else owner
        back.setFocus(Qt.FocusReason.OtherFocusReason)
        answered(chosen)

    dialog.finished.connect(done)
    dialog.open()
    return dialog


def choose(
    owner: QWidget,
    title: str,
    lines: Sequence[str],
    options: Sequence[str],
    words: tuple[str, str],
    chosen: Callable[[int], None],
    *,
    first: int = -1,
    badges: Sequence[BadgePicture] = (),
    icon: str = "",
) -> Dialog:
    """One of several pills; `words` are to go on and to leave it. Nothing goes on before one is chosen."""
    first = 0 if len(options) == 1 else first
    dialog = Dialog(title, "", (Choice("back", words[1]), Choice("go", words[0], "go")), owner.window(), icon=icon,
                    tone="text_secondary")  # fmt: skip
    for line in lines:
        dialog.body.addWidget(Label(line, "body", "text_secondary", wraps=True))
    dialog.body.addSpacing(6)
    pills = PillChoice()
    pills.set_options(options, badges)
    pills.set_chosen(first)
    dialog.body.addWidget(pills)
    go = dialog.button("go")
    go.setEnabled(first >= 0)
    pills.chosen_changed.connect(lambda _number: go.setEnabled(True))
    dialog.setAccessibleDescription(" ".join(lines))

    def answered(answer: str) -> None:
        if answer == "go" and pills.chosen() >= 0:
            chosen(pills.chosen())

    _open(owner, dialog, answered)
    pill = pills.findChildren(QWidget)
    if pill:
        pill[max(0, first)].setFocus(Qt.FocusReason.OtherFocusReason)
    return dialog


def choose_two(
    owner: QWidget,
    title: str,
    line: str,
    options: Sequence[str],
    badges: Sequence[BadgePicture],
    words: tuple[str, str],
    chosen: Callable[[int, int], None],
) -> Dialog:
    """Two different ones, a row of pills for each."""
    dialog = Dialog(title, line, (Choice("back", words[1]), Choice("go", words[0], "go")), owner.window())
    rows = (PillChoice(), PillChoice())
    go = dialog.button("go")
    go.setEnabled(False)

    def fits(_number: int) -> None:
        one, other = (row.chosen() for row in rows)
        go.setEnabled(min(one, other) >= 0 and one != other)

    for pills in rows:
        dialog.body.addSpacing(6)
        pills.set_options(options, badges)
        pills.chosen_changed.connect(fits)
        dialog.body.addWidget(pills)

    def answered(answer: str) -> None:
        if answer == "go":
            chosen(rows[0].chosen(), rows[1].chosen())

    return _open(owner, dialog, answered)


def type_number(
    owner: QWidget,
    title: str,
    lines: Sequence[str],
    prompt: str,
    number: int,
    words: tuple[str, str, str],
    sure: Callable[[], None],
) -> Dialog:
    """Goes on only when the number stands there; `words`: go on, leave it, and what is wrong with another number."""
    go_text, back, wrong = words
    dialog = Dialog(title, "", (Choice("back", back), Choice("go", go_text, "destroy")), owner.window(),
                    icon="triangle-alert")  # fmt: skip
    for line in lines:
        dialog.body.addWidget(Label(line, "body", "text_secondary", wraps=True))
    dialog.body.addSpacing(6)
    field = TextField(prompt, longest=3)
    dialog.body.addWidget(field)
    go = dialog.button("go")
    go.setEnabled(False)
    dialog.setAccessibleDescription(" ".join((*lines, prompt)))

    def typed(text: str) -> None:
        right = text.strip() == str(number)
        go.setEnabled(right)
        field.set_fault("" if right or not text.strip() else wrong)

    def entered() -> None:
        if go.isEnabled():
            go.click()

    field.text_changed.connect(typed)
    field.edit.returnPressed.connect(entered)
    _open(owner, dialog, lambda answer: sure() if answer == "go" else None)
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    return dialog


def write(
    owner: QWidget,
    title: str,
    line: str,
    hint: str,
    words: tuple[str, str],
    wrote: Callable[[str], None],
    *,
    icon: str = "bookmark",
    empty: bool = False,
) -> Dialog:
    """A line of text; Enter sends it. `empty`: nothing written is fine too."""
    dialog = Dialog(title, line, (Choice("back", words[1]), Choice("go", words[0], "go")), owner.window(), icon=icon,
                    tone="text_secondary")  # fmt: skip
    field = TextField("", longest=LONGEST)
    field.set_texts("", hint)
    dialog.body.addSpacing(6)
    dialog.body.addWidget(field)
    go = dialog.button("go")
    go.setEnabled(empty)
    field.text_changed.connect(lambda text: go.setEnabled(empty or bool(text.strip())))
    field.edit.returnPressed.connect(lambda: go.click() if go.isEnabled() else None)
    _open(owner, dialog, lambda answer: wrote(field.text().strip()) if answer == "go" else None)
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    return dialog


def show_code(
    owner: QWidget, title: str, line: str, codes: Sequence[tuple[str, str]], words: tuple[str, str]
) -> Dialog:
    """To be read out, each with its name; the last is what is copied. `words`: copy it, and close."""
    choices = (Choice("close", words[1]), Choice("copy", words[0], "aside", "copy"))
    dialog = Dialog(title, line, choices, owner.window(), icon="laptop", tone="text_secondary")
    dialog.body.addSpacing(6)
    across = row(gap=10)
    dialog.body.addLayout(across)
    code = codes[-1][1]
    for name, each in codes:
        frame = Card(ground="ask" if each == code else "sunken")
        inside = column(frame, margins=(14, 10, 14, 12), gap=2)
        inside.addWidget(Label(name, "caption", "text_secondary", align=Qt.AlignmentFlag.AlignHCenter))
        big = Label(shown_code(each), "numberLarge", weight=700, align=Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(big)
        across.addWidget(frame, 1)
    spoken = ", ".join(f"{name}: {' '.join(each)}" for name, each in codes)
    dialog.setAccessibleDescription(f"{line} {spoken}")

    def answered(answer: str) -> None:
        if answer == "copy":
            QGuiApplication.clipboard().setText(code)

    return _open(owner, dialog, answered)
