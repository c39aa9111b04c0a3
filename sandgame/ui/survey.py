"""The survey about oneself: six items a page, a scale of six words, any item or all of it may be left out."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from sandgame.frames.debrief import Survey
from sandgame.text.speech import Speech
from sandgame.ui.kit.buttons import FlatButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.rating import RatingRow
from sandgame.ui.scroller import Scroller

ITEMS, A_PAGE, WORDS = 18, 6, 6
AGREE_FROM = 15
"""From here on the words are those of agreement, about the group."""
_DISC = 34
_NOTES = (("own", "lock"), ("five", "users"), ("free", "clock"), ("unproven", "flask-conical"))


class SurveyPage(QWidget):
    """`handed_in` once, with a Survey under a key that only this laptop knows; then it only says so. What was chosen
    stays when the pages turn."""

    handed_in = Signal(object)
    skipped = Signal()

    def __init__(self, occasion: Literal["a", "b2"], speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._occasion, self._speech = occasion, speech
        self._key = secrets.token_hex(16)
        self._answers = [0] * ITEMS
        self._page = 0
        self._done = False
        self.rows: list[RatingRow] = []
        self.title = Label(role="title", wraps=True)
        self.line = Label(role="body", tone="text_secondary", wraps=True)
        self.range = Label(role="caption", tone="text_secondary")
        self.keys = Label(role="caption", tone="text_secondary", wraps=True)
        self.skip, self.back, self.next = (
            FlatButton(),
            SecondaryButton("", "arrow-left"),
            PrimaryButton("", "arrow-right"),
        )
        self.next.set_key("F9")
        self._area, self._side = Scroller(), Scroller()
        self._lay_out()
        self.skip.clicked.connect(self.skipped)
        self.back.clicked.connect(lambda: self._turn(self._page - 1))
        self.next.clicked.connect(self._on_next)
        self.in_language(speech)

    def _lay_out(self) -> None:
        head = Card()
        top = row(head, margins=(14, 8, 14, 8), gap=12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.line)
        top.addLayout(words, 1)
        top.addWidget(self.skip)
        foot = self._foot = Card()
        below = row(foot, margins=(14, 8, 14, 8), gap=12)
        below.addWidget(self.back)
        below.addWidget(self.range, 0, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self.keys, 1, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self.next)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(head)
        left.addWidget(self._area, 1)
        left.addWidget(foot)
        across = row(self, gap=10)
        across.addLayout(left, 1)
        self._side.setFixedWidth(296)
        across.addWidget(self._side)

    @property
    def answers(self) -> tuple[int, ...]:
        return tuple(self._answers)

    @property
    def done(self) -> bool:
        """Handed in: what was chosen may be shown to who chose it."""
        return self._done

    def put_back(self, answers: Sequence[int]) -> None:
        """It was handed in before this program was opened: nobody is asked again."""
        if not self._done:
            self._answers = [*answers, *[0] * ITEMS][:ITEMS]
            self._done = True
            self.in_language(self._speech)

    def in_language(self, speech: Speech) -> None:
        self._speech = speech
        say = speech.say
        self.title.setText(say(f"survey-title-{self._occasion}"))
        self.line.setText(say("survey-line"))
        self.keys.setText(say("survey-keys"))
        self.skip.setText(say("survey-close" if self._done else "survey-skip"))
        self.back.setText(say("survey-back"))
        self._side.set_content(self._why())
        if self._done:
            self._thank()
        else:
            self._turn(self._page)

    def _why(self) -> QWidget:
        say = self._speech.say
        made = Card()
        lines = column(made, margins=(14, 12, 14, 12), gap=8)
        lines.addWidget(Label(say("survey-why"), "title", wraps=True))
        lines.addWidget(Label(say("survey-why-line"), "body", "text_secondary", wraps=True))
        for key, icon in _NOTES:
            lines.addWidget(Divider())
            lines.addWidget(Label(say(f"survey-{key}"), "label", weight=700, wraps=True, icon=icon))
            lines.addWidget(Label(say(f"survey-{key}-line"), "caption", "text_secondary", wraps=True))
        last = Card(ground="ask", corner=10)
        asked = column(last, margins=(12, 10, 12, 10), gap=4)
        asked.addWidget(
            Label(
                say("survey-last-a" if self._occasion == "a" else "survey-last"),
                "label",
                "on_ask",
                weight=700,
                wraps=True,
                icon="info",
            )
        )
        asked.addWidget(
            Label(
                say("survey-last-line-a" if self._occasion == "a" else "survey-last-line"),
                "caption",
                "on_ask_secondary",
                wraps=True,
            )
        )
        lines.addWidget(last)
        lines.addStretch(1)
        return made

    def _turn(self, page: int) -> None:
        say = self._speech.say
        self._page = max(0, min(ITEMS // A_PAGE - 1, page))
        first = self._page * A_PAGE
        made = Card()
        lines = column(made, margins=(16, 8, 16, 8), gap=4)
        self.rows = []
        head = ""
        for number in range(first, first + A_PAGE):
            words = "agree" if number + 1 >= AGREE_FROM else "often"
            if words != head:
                head = words
                lines.addWidget(self._words(words))
            lines.addWidget(Divider())
            lines.addLayout(self._item(number), 1)
        self._area.set_content(made)
        self.back.setVisible(self._page > 0)
        last = self._page == ITEMS // A_PAGE - 1
        self.next.setText(say("survey-done" if last else "survey-next"))
        self.range.setText(say("survey-range", **{"from": first + 1, "to": first + A_PAGE, "of": ITEMS}))

    def _words(self, kind: str) -> QWidget:
        """Each word over its disc."""
        made = QWidget()
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setColumnStretch(0, 1)
        for place in range(1, WORDS + 1):
            word = Label(f"{self._speech.say(f'survey-{kind}-{place}')}", "caption", "text_secondary", wraps=True,
                         align=Qt.AlignmentFlag.AlignHCenter)  # fmt: skip
            word.setFixedWidth(_DISC + _GAP)
            grid.addWidget(word, 0, place, Qt.AlignmentFlag.AlignBottom)
        return made

    def _item(self, number: int) -> QGridLayout:
        text = self._speech.say(f"survey-item-{number + 1}")
        grid = QGridLayout()
        grid.setHorizontalSpacing(0)
        grid.setColumnStretch(1, 1)
        place = Label(f"{number + 1}", "body", "text_secondary")
        place.setFixedWidth(28)
        grid.addWidget(place, 0, 0)
        grid.addWidget(Label(text, "bodyLarge", wraps=True), 0, 1, Qt.AlignmentFlag.AlignVCenter)
        discs = _Discs(number)
        discs.setAccessibleName(text)
        discs.set_value(self._answers[number])
        discs.value_changed.connect(lambda value, number=number: self._on_chosen(number, value))
        self.rows.append(discs)
        grid.addWidget(discs, 0, 2)
        return grid

    def _on_chosen(self, number: int, value: int) -> None:
        self._answers[number] = value
        place = number - self._page * A_PAGE + 1
        if value and place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)
        elif value:
            self.next.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers the first item that is still empty, wherever on the page the focus is."""
        value = event.key() - Qt.Key.Key_0.value
        if not 1 <= value <= WORDS or not self.rows or self._done:
            super().keyPressEvent(event)
            return
        first = self._page * A_PAGE
        place = next((n for n in range(len(self.rows)) if not self._answers[first + n]), None)
        if place is not None:
            self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.rows[place].choose(value)

    def _on_next(self) -> None:
        if self._page < ITEMS // A_PAGE - 1:
            self._turn(self._page + 1)
            self.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
            return
        if self._done:
            return
        self._done = True
        self.in_language(self._speech)
        self.skip.setFocus(Qt.FocusReason.OtherFocusReason)
        self.handed_in.emit(Survey(self._key, self._occasion, tuple(self._answers)))

    def _thank(self) -> None:
        """Nothing can be handed in twice."""
        say = self._speech.say
        made = Card()
        lines = column(made, margins=(24, 24, 24, 24), gap=8)
        lines.addStretch(1)
        lines.addWidget(Label(say("survey-thanks"), "heading", wraps=True, icon="circle-check", icon_tone="positive"))
        lines.addWidget(Label(say(f"survey-then-{self._occasion}"), "body", "text_secondary", wraps=True))
        lines.addStretch(2)
        self.rows = []
        self._area.set_content(made)
        self._foot.hide()


_GAP = 44


class _Discs(RatingRow):
    """Six discs, each as wide as its word has room."""

    def __init__(self, number: int) -> None:
        super().__init__("", WORDS, disc=_DISC)
        self.number = number
        self.setFixedWidth(WORDS * (_DISC + _GAP))

    def _gap(self) -> float:
        return float(_GAP)

    def _inset(self) -> float:
        return _GAP / 2
