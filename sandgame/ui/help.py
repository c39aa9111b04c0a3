"""Help: how a week goes, the keys that work, and the words of the game."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from sandgame.present.help import HelpPage, Term
from sandgame.present.role import RoleCard
from sandgame.present.shell import HelpPicture
from sandgame.text.speech import Speech
from sandgame.ui.guide import GuideSheet
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import Divider, column, row
from sandgame.ui.kit.fields import TextField
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tag import KeyCap
from sandgame.ui.role import RoleReminder
from sandgame.ui.sheet import Sheet

_TOP = Qt.AlignmentFlag.AlignTop
_NAME_WIDE = 150


class HelpSheet(Sheet):
    """Behind F1 outside play, and behind Shift+F1 everywhere: the week, the keys, all terms in use."""

    wide = 660

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._content: QWidget | None = None

    def show_page(self, page: HelpPage, speech: Speech) -> None:
        self.show_title(page.title, speech.say("game-close"))
        if self._content is not None:
            self.body.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = _content(page, speech)
        self.body.addWidget(self._content)


class PhaseHelpSheet(Sheet):
    """Behind F1: what the phase is for, what to do in it, its keys, the role card once more, the terms in use."""

    wide = 720

    def __init__(self, parent: QWidget, picture: HelpPicture, page: HelpPage, role: RoleCard) -> None:
        super().__init__(parent)
        self.show_title(picture.title, picture.close)
        self.body.addWidget(Label(picture.text, "bodyLarge", wraps=True))
        for place, step in enumerate(picture.steps, 1):
            line = row(gap=10)
            line.addWidget(Label(str(place), "label", "info", weight=700), 0, _TOP)
            line.addWidget(Label(step, "body", wraps=True), 1)
            self.body.addLayout(line)
        self.body.addWidget(Divider())
        self.body.addWidget(RoleReminder(role))
        self.body.addWidget(Divider())
        self.body.addWidget(Label(page.keys_title, "title"))
        self.body.addWidget(_keys(picture.keys))
        self.body.addWidget(Divider())
        self.body.addWidget(Label(page.terms_title, "title"))
        self.body.addWidget(_terms(page))
        self.body.addStretch(1)


class TermSheet(Sheet):
    """Behind Shift+F1: every term in use, found by a part of its name or of what it means, and all keys."""

    wide = 720

    def __init__(self, parent: QWidget, page: HelpPage, speech: Speech) -> None:
        super().__init__(parent)
        self._page = page
        self.show_title(page.terms_title, speech.say("game-close"))
        self.field = TextField()
        self.field.set_texts("", speech.say("help-find"))
        self.field.text_changed.connect(self._on_find)
        self._none = Label(speech.say("help-found-none"), "body", "text_secondary")
        self.rows = [_term(term) for term in page.terms]
        self.body.addWidget(self.field)
        self.body.addWidget(self._none)
        for row_of_term in self.rows:
            self.body.addWidget(row_of_term)
        self.body.addWidget(Divider())
        self.body.addWidget(Label(page.keys_title, "title"))
        self.body.addWidget(_keys((line.mark, line.text) for line in page.keys))
        self.body.addStretch(1)
        self._on_find("")
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def found(self) -> list[str]:
        """The names of the terms that are shown."""
        return [term.name for term, shown in zip(self._page.terms, self.rows, strict=True) if not shown.isHidden()]

    def _on_find(self, text: str) -> None:
        wanted = text.strip().casefold()
        for term, shown in zip(self._page.terms, self.rows, strict=True):
            shown.setVisible(wanted in f"{term.name} {term.tip}".casefold())
        self._none.setVisible(not self.found())


def open_terms(owner: QWidget, page: HelpPage, speech: Speech) -> TermSheet:
    sheet = TermSheet(owner, page, speech)
    sheet.finished.connect(sheet.deleteLater)
    sheet.show_over()
    return sheet


def open_help(owner: QWidget, picture: HelpPicture, page: HelpPage, role: RoleCard) -> PhaseHelpSheet:
    sheet = PhaseHelpSheet(owner, picture, page, role)
    sheet.finished.connect(sheet.deleteLater)
    sheet.show_over()
    return sheet


def _content(page: HelpPage, speech: Speech) -> QWidget:
    made = QWidget()
    inside = column(made, margins=(0, 0, 0, 0), gap=8)
    inside.addWidget(Label(page.how_title, "title"))
    for line in page.how:
        inside.addWidget(Label(line.text, "body", wraps=True, icon=line.mark, icon_tone="text_secondary"))
    inside.addWidget(Divider())
    inside.addWidget(Label(page.keys_title, "title"))
    inside.addWidget(_keys((line.mark, line.text) for line in page.keys))
    inside.addWidget(Divider())
    inside.addWidget(Label(page.terms_title, "title"))
    inside.addWidget(_terms(page))
    inside.addWidget(Label(page.more, "caption", "text_secondary", wraps=True))
    if page.guide:
        inside.addWidget(_guide_button(page, speech), 0, Qt.AlignmentFlag.AlignLeft)
    inside.addStretch(1)
    return made


def _guide_button(page: HelpPage, speech: Speech) -> SecondaryButton:
    made = SecondaryButton(page.open_guide, "book-open", size="small")
    made.setObjectName("guide")

    def opened() -> None:
        sheet = GuideSheet(made, page, speech)
        sheet.finished.connect(sheet.deleteLater)
        sheet.show_over()

    made.clicked.connect(opened)
    return made


def _keys(keys: Iterable[tuple[str, str]]) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for place, (key, text) in enumerate(keys):
        grid.addWidget(KeyCap(key), place, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Label(text, "body", wraps=True), place, 1)
    return made


def _term(term: Term) -> QWidget:
    """Name and meaning side by side, read out as one."""
    made = QWidget()
    made.setAccessibleName(f"{term.name}: {term.tip}")
    across = row(made, margins=(0, 0, 0, 0), gap=14)
    name = Label(term.name, "body", weight=700, wraps=True)
    name.setFixedWidth(_NAME_WIDE)
    across.addWidget(name, 0, _TOP)
    across.addWidget(Label(term.tip, "body", "text_secondary", wraps=True), 1, _TOP)
    return made


def _terms(page: HelpPage) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    for place, term in enumerate(page.terms):
        grid.addWidget(Label(term.name, "body", weight=700), place, 0, _TOP)
        grid.addWidget(Label(term.tip, "body", "text_secondary", wraps=True), place, 1, _TOP)
    return made
