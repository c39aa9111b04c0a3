"""The dock's card of one promise: what it is, where it came from; warn, offer other terms, answer them, let it go."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from sandgame.present.pictures import State, Tone
from sandgame.present.promise_card import LONGEST_NOTE, OfferPicture, PromisePicture, TermsPicture, WarnPicture
from sandgame.present.shell import NOBODY
from sandgame.rules.intents import MAX_PARTS
from sandgame.text.speech import Speech
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import LinkButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.stepper import Stepper
from sandgame.ui.kit.tag import Tag
from sandgame.ui.part_rows import PartRow, PartRows
from sandgame.ui.rows import Rows
from sandgame.ui.scrolls import Scroll

_TONES: dict[State, tuple[Tone, str]] = {
    "open": ("plain", "circle-dashed"),
    "agreed": ("info", "link"),
    "in_plan": ("info", "calendar-check"),
    "risk": ("caution", "triangle-alert"),
    "kept": ("positive", "check"),
    "broken": ("negative", "circle-x"),
}


class OfferBox(Card):
    """New terms on the table."""

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__(ground="info", corner=8)
        layout = column(self, margins=(11, 8, 11, 9), gap=5)
        self.title = Label("", "body", weight=700, wraps=True)
        self.terms = Label("", "caption", wraps=True)
        buttons = row(gap=8)
        self.agree = PrimaryButton("", "check", size="small")
        self.refuse = SecondaryButton("", "x", size="small")
        buttons.addWidget(self.agree)
        buttons.addWidget(self.refuse)
        buttons.addStretch(1)
        layout.addWidget(self.title)
        layout.addWidget(self.terms)
        layout.addLayout(buttons)
        self.agree.clicked.connect(partial(self.answered.emit, True))
        self.refuse.clicked.connect(partial(self.answered.emit, False))

    def show_offer(self, offer: OfferPicture) -> None:
        self.title.setText(offer.title)
        self.terms.setText(offer.terms)
        for button, text in ((self.agree, offer.agree), (self.refuse, offer.refuse)):
            button.setText(text)
            button.setVisible(bool(text))
        self.refuse.set_icon("x" if offer.asks_me else "undo-2")
        self.set_ground("info" if offer.asks_me else "subtle")


class WarnBox(Card):
    """Saying early that units will be missing."""

    changed = Signal(int, str)
    asked = Signal()

    def __init__(self) -> None:
        super().__init__(ground="subtle", corner=8)
        layout = column(self, margins=(11, 8, 11, 9), gap=6)
        self.title = Label("", "body", weight=700, icon="triangle-alert", icon_tone="caution")
        self.line = Label("", "caption", "text_secondary", wraps=True)
        self.missing = Stepper(1, 99, 1)
        self.note = QLineEdit()
        self.note.setMaxLength(LONGEST_NOTE)
        set_ring(self.note, corner=7)
        self.go = SecondaryButton("", "triangle-alert")
        self.go.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for widget in (self.title, self.line, self.missing, self.note, self.go):
            layout.addWidget(widget)
        self.missing.value_changed.connect(self._on_changed)
        self.note.textEdited.connect(self._on_changed)
        self.go.clicked.connect(self.asked)

    def show_warn(self, picture: WarnPicture) -> None:
        self.title.setText(picture.title)
        self.line.setText(picture.line)
        self.missing.set_range(1, picture.most)
        self.missing.set_pattern(picture.pattern)
        self.missing.set_value(picture.missing)
        self.missing.setAccessibleName(picture.title)
        self.note.setPlaceholderText(picture.hint)
        self.note.setAccessibleName(f"{picture.title} {picture.hint}")
        if self.note.text() != picture.note:
            self.note.setText(picture.note)
        self.go.setText(picture.go)

    def _on_changed(self) -> None:
        self.changed.emit(self.missing.value(), self.note.text())


class TermsBox(Card):
    """Other terms: closed until they are wanted, then units and weeks, split into as many parts as need be."""

    changed = Signal(object)
    asked = Signal()
    opened = Signal()

    def __init__(self) -> None:
        super().__init__(ground="subtle", corner=8)
        layout = column(self, margins=(11, 8, 11, 9), gap=6)
        self.open = LinkButton("", "repeat-2", size="small")
        self.title = Label("", "caption", "text_secondary", wraps=True)
        layout.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.title)
        self._parts = PartRows()
        layout.addLayout(self._parts)
        self.split = LinkButton(size="small")
        self.go = PrimaryButton("", "send", size="small")
        foot = row(gap=8)
        foot.addWidget(self.go)
        foot.addWidget(self.split)
        foot.addStretch(1)
        layout.addLayout(foot)
        self.open.clicked.connect(self.opened)
        self.split.clicked.connect(self._parts.split)
        self._parts.changed.connect(self.changed)
        self.go.clicked.connect(self.asked)

    @property
    def parts(self) -> list[PartRow]:
        return self._parts.rows

    def show_terms(self, picture: TermsPicture, speech: Speech) -> None:
        self.open.setText(picture.open_text)
        self.title.setText(picture.title)
        drop = speech.say("negotiate-drop-part")
        self._parts.show_parts(picture.parts, picture.first_due, picture.last_due, drop)
        writing = bool(picture.parts)
        self.title.setVisible(writing)
        self.split.setText(speech.say("negotiate-split"))
        self.split.setVisible(picture.can_split and len(picture.parts) < MAX_PARTS)
        self.go.setText(picture.go)
        self.go.setVisible(writing)
        self.go.setEnabled(picture.can_go)


class PromisePanel(QWidget):
    answered = Signal(bool)
    warn_changed = Signal(int, str)
    warn_asked = Signal()
    terms_opened = Signal()
    terms_changed = Signal(object)
    terms_asked = Signal()
    release_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, margins=(0, 0, 0, 0), gap=0)
        self.area = Scroll(margins=(12, 10, 12, 10), gap=9)
        layout.addWidget(self.area, 1)
        body = QVBoxLayout()
        body.setSpacing(9)
        self._fill_head(body)
        notes = QVBoxLayout()
        notes.setSpacing(4)
        self._notes: Rows[str, Label] = Rows(notes, _note, Label.setText)
        body.addLayout(notes)
        self.offer, self.warn, self.terms = OfferBox(), WarnBox(), TermsBox()
        self.release = SecondaryButton("", "x", size="small")
        self.release_line = Label("", "caption", "text_secondary", wraps=True)
        self.fault = FaultLine()
        for widget in (self.fault, self.offer, self.warn, self.terms):
            body.addWidget(widget)
        body.addWidget(self.release, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.release_line)
        self.area.column.insertLayout(0, body)
        self.offer.answered.connect(self.answered)
        self.warn.changed.connect(self.warn_changed)
        self.warn.asked.connect(self.warn_asked)
        self.terms.opened.connect(self.terms_opened)
        self.terms.changed.connect(self.terms_changed)
        self.terms.asked.connect(self.terms_asked)
        self.release.clicked.connect(self.release_asked)

    def _fill_head(self, body: QVBoxLayout) -> None:
        head = row(gap=6)
        self.provider, self.customer = BadgeWidget(NOBODY, 24), BadgeWidget(NOBODY, 24)
        self.state = Tag()
        head.addWidget(self.provider)
        head.addWidget(Label("", "caption", "text_secondary", icon="arrow-right"))
        head.addWidget(self.customer)
        head.addStretch(1)
        head.addWidget(self.state)
        self.title = Label("", "title", weight=700, wraps=True)
        self.ends = Label("", "caption", "text_secondary", wraps=True)
        self.facts = Label("", "body", wraps=True)
        self.origin = Label("", "caption", "text_secondary", wraps=True, icon="history")
        body.addLayout(head)
        for label in (self.title, self.ends, self.facts, self.origin):
            body.addWidget(label)

    @property
    def notes(self) -> list[Label]:
        return self._notes.widgets

    def show_promise(self, picture: PromisePicture, speech: Speech) -> None:
        self.provider.set_picture(picture.provider)
        self.customer.set_picture(picture.customer)
        self.title.setText(picture.title)
        self.ends.setText(picture.ends)
        tone, icon = _TONES[picture.state]
        self.state.set_tag(picture.state_text, tone, icon)
        self.facts.setText("  ·  ".join(f"{name} **{value}**" for name, value in picture.facts))
        self.origin.setText(picture.origin)
        self._notes.fill(picture.notes)
        self.offer.setVisible(picture.offer is not None)
        if picture.offer is not None:
            self.offer.show_offer(picture.offer)
        self.warn.setVisible(picture.warn is not None)
        if picture.warn is not None:
            self.warn.show_warn(picture.warn)
        self.terms.setVisible(picture.terms is not None)
        if picture.terms is not None:
            self.terms.show_terms(picture.terms, speech)
        self.release.setText(picture.release)
        self.release.setVisible(bool(picture.release))
        self.release_line.setText(picture.release_line)
        self.release_line.setVisible(bool(picture.release))

    def focus_first(self) -> bool:
        for widget in (self.offer.agree, self.warn.missing, self.terms.open, self.release):
            if widget.isVisible():
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False


def _note() -> Label:
    return Label("", "caption", wraps=True, icon="info", icon_tone="caution")
