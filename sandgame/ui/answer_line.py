"""One line of a sheet: its terms, the answer as one switch, and what a counter or a decline still asks for."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QVBoxLayout, QWidget

from sandgame.present.answer_draft import REASONS, AnswerDraft, reason_key
from sandgame.present.answering import AnswerLinePicture
from sandgame.present.pictures import Answer
from sandgame.rules.intents import MAX_PARTS, Part
from sandgame.text.speech import Speech
from sandgame.ui.kit.buttons import FlatButton, LinkButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.pills import PillChoice
from sandgame.ui.kit.segmented import SegmentedAnswer
from sandgame.ui.kit.tag import Tag
from sandgame.ui.kit.themed import current_look
from sandgame.ui.part_rows import PartRow, PartRows

_ASIDE = 22


class AnswerLine(Card):
    """`answer_changed` carries the line's number and its new draft."""

    answer_changed = Signal(int, object)
    withdraw_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__(ground="subtle", corner=8)
        self._picture: AnswerLinePicture | None = None
        self._worded = False
        self.title = Label("", "body", weight=700, wraps=True)
        self.struck = Label("", "caption", "text_tertiary")
        self.terms = Label("", "caption", weight=600, wraps=True)
        self.worth = Label("", "caption", "text_secondary", wraps=True, icon="badge-check", icon_tone="info")
        self.standard = Label("", "caption", "text_secondary", wraps=True, icon="clipboard-check")
        self.state = Tag()
        self.withdraw = LinkButton(size="small")
        self.switch = SegmentedAnswer()
        self.duo = DuoAnswer()
        self._lay_out()
        self.switch.answer_changed.connect(self._on_answer)
        self.duo.answer_changed.connect(self._on_answer)
        self._parts.changed.connect(self._on_parts)
        self.split.clicked.connect(self._parts.split)
        self.reasons.chosen_changed.connect(self._on_reason)
        self.withdraw.clicked.connect(self._on_withdraw)

    def _lay_out(self) -> None:
        layout = column(self, margins=(11, 8, 11, 8), gap=4)
        head = self._head = row(gap=8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        self._course = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._course.setSpacing(4)
        self._course.addWidget(self.struck)
        self._course.addWidget(self.terms, 1)
        words.addLayout(self._course)
        head.addLayout(words, 1)
        head.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.duo, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(head)
        self._below = row(gap=0)
        layout.addLayout(self._below)
        layout.addWidget(self.worth)
        layout.addWidget(self.standard)
        foot = row(gap=8)
        foot.addWidget(self.state)
        foot.addStretch(1)
        foot.addWidget(self.withdraw)
        layout.addLayout(foot)
        layout.addWidget(self._make_counter())
        layout.addWidget(self._make_why())

    def _make_counter(self) -> QWidget:
        """What I can do instead: one or more parts."""
        self.counter = QWidget()
        counter = column(self.counter, margins=(0, 0, 0, 0), gap=6)
        self.i_can = Label("", "caption", "text_secondary")
        self.split = LinkButton(size="small")
        line = row(gap=6)
        line.addWidget(self.i_can)
        line.addStretch(1)
        line.addWidget(self.split)
        counter.addLayout(line)
        self._parts = PartRows()
        counter.addLayout(self._parts)
        return self.counter

    def _make_why(self) -> QWidget:
        """Why it is declined."""
        self.why = QWidget()
        why = column(self.why, margins=(0, 0, 0, 0), gap=6)
        self.why_label = Label("", "caption", "text_secondary")
        self.reasons = PillChoice()
        why.addWidget(self.why_label)
        why.addWidget(self.reasons)
        return self.why

    @property
    def parts(self) -> list[PartRow]:
        return self._parts.rows

    def show_line(self, picture: AnswerLinePicture, speech: Speech) -> None:
        self._picture = picture
        say = speech.say
        self.title.setText(picture.title)
        self.struck.setText(" → ".join(picture.struck) + (" →" if picture.struck else ""))
        self.struck.setVisible(bool(picture.struck))
        self.terms.setText(picture.terms)
        self._set_course()
        self.worth.setText(picture.worth)
        self.worth.setVisible(bool(picture.worth))
        self.standard.setText(picture.standard)
        self.standard.setVisible(bool(picture.standard))
        self.state.set_tag(picture.state, picture.tone, picture.state_icon)
        self.state.setVisible(bool(picture.state))
        self.withdraw.setText(say("negotiate-withdraw"))
        self.withdraw.setVisible(picture.can_withdraw)
        self.switch.set_texts(say("negotiate-accept"), say("negotiate-counter"), say("negotiate-decline"))
        self.duo.set_texts(say("negotiate-accept"), say("negotiate-decline"))
        self.switch.setVisible(picture.asks_me and picture.can_counter)
        self.duo.setVisible(picture.asks_me and not picture.can_counter)
        self.switch.set_answer(picture.chosen)
        self.duo.set_answer(picture.chosen)
        self.i_can.setText(picture.offer)
        self.split.setText(say("negotiate-split"))
        self.split.setVisible(picture.can_split and len(picture.parts) < MAX_PARTS)
        self.counter.setVisible(picture.chosen == "counter")
        self._parts.show_parts(picture.parts, picture.first_due, picture.last_due, say("negotiate-drop-part"))
        self.why.setVisible(picture.chosen == "decline")
        self.why_label.setText(say("negotiate-why-decline"))
        self.reasons.set_options([say(reason_key(reason)) for reason in REASONS])
        self.reasons.set_chosen(REASONS.index(picture.reason) if picture.reason else -1)
        self.set_chosen(picture.chosen is not None)
        self.setAccessibleName(picture.spoken)

    def _set_course(self) -> None:
        """Terms of before stand on the line of the present ones while both have room there."""
        look = current_look()
        needed = look.width(self.struck.text(), "caption") + look.width(self.terms.text(), "caption", 600)
        beside = self.switch.isVisibleTo(self) and not self._worded
        room = self.width() - (self.switch.sizeHint().width() if beside else 0) - 42
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._course.setDirection(across if needed < room else down)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_course()

    def set_roomy(self, roomy: bool) -> None:
        """With room for a row more the three answers stand there with their words."""
        worded = roomy and self.switch.worded_width() <= self.width() - _ASIDE
        if worded == self._worded:
            return
        self._worded = worded
        self.switch.set_worded(worded)
        if worded:
            self._below.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._head.insertWidget(1, self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self._set_course()

    def choose(self, answer: Answer) -> bool:
        """As by the user, from the keyboard."""
        picture = self._picture
        if picture is None or not picture.asks_me or (answer == "counter" and not picture.can_counter):
            return False
        self._on_answer(answer)
        return True

    def first_answer(self) -> QWidget | None:
        """The first button of the answer, if this line waits for one."""
        picture = self._picture
        if picture is None or not picture.asks_me:
            return None
        return self.duo.button("accept") if not picture.can_counter else self.switch.findChild(QAbstractButton)

    def _tell(self, draft: AnswerDraft) -> None:
        if self._picture is not None:
            self.answer_changed.emit(self._picture.index, draft)

    def _on_answer(self, answer: Answer) -> None:
        self._tell(AnswerDraft(answer))

    def _on_parts(self, parts: tuple[Part, ...]) -> None:
        self._tell(AnswerDraft("counter", parts))

    def _on_reason(self, at: int) -> None:
        self._tell(replace(AnswerDraft("decline"), reason=REASONS[at]))

    def _on_withdraw(self) -> None:
        if self._picture is not None:
            self.withdraw_asked.emit(self._picture.index)


class DuoAnswer(QWidget):
    """Accept or decline, in words: where there is nothing to counter."""

    answer_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        layout = row(self, gap=4)
        self._buttons: dict[Answer, AnswerButton] = {}
        answers: tuple[Answer, ...] = ("accept", "decline")
        for answer in answers:
            button = AnswerButton(answer)
            button.clicked.connect(partial(self._on_clicked, answer))
            self._buttons[answer] = button
            layout.addWidget(button)

    def set_texts(self, accept: str, decline: str) -> None:
        self._buttons["accept"].setText(accept)
        self._buttons["decline"].setText(decline)

    def set_answer(self, answer: Answer | None) -> None:
        for each, button in self._buttons.items():
            button.setChecked(each == answer)

    def button(self, answer: Answer) -> AnswerButton:
        return self._buttons[answer]

    def _on_clicked(self, answer: Answer) -> None:
        self.answer_changed.emit(answer)


class AnswerButton(FlatButton):
    """One of two answers: outlined, tinted in its status while chosen."""

    def __init__(self, answer: Answer) -> None:
        super().__init__("", "check" if answer == "accept" else "x", size="small")
        self._tone = "positive" if answer == "accept" else "negative"
        self.setCheckable(True)

    def ground(self) -> QColor:
        look = current_look()
        return look.named(f"{self._tone}_bg") if self.isChecked() else look.colour.surface

    def border(self) -> QColor:
        look = current_look()
        return look.named(self._tone) if self.isChecked() else look.colour.control_border

    def ink(self) -> QColor:
        look = current_look()
        return look.named(self._tone) if self.isChecked() else look.colour.text
