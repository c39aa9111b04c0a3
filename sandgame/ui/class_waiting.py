"""Seated, before play begins: where one sits, what comes, who is there; and the page of a seat that is gone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from sandgame.present.class_end import EndPicture
from sandgame.present.class_waiting import MatePicture, WaitingRoomPicture
from sandgame.present.join import Trouble
from sandgame.present.shell import NOBODY
from sandgame.text.speech import Speech
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import FlatButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.line_banner import LineBanner
from sandgame.ui.notice import OnSand

_MATES_ACROSS = 3


class _Mate(Card):
    """A department at the table, and whether somebody sits there."""

    def __init__(self) -> None:
        super().__init__(ground="subtle", corner=8)
        self._badge = BadgeWidget(NOBODY, 24)
        self._name = Label("", "body", weight=700)
        self._line = Label("", "caption", "text_secondary")
        across = row(self, margins=(10, 6, 10, 6), gap=8)
        across.addWidget(self._badge)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._line)
        across.addLayout(words, 1)

    def show_mate(self, picture: MatePicture) -> None:
        self._badge.set_picture(picture.badge)
        self._name.setText(picture.name)
        self._line.setText(picture.line)
        self.set_chosen(picture.mine)
        self.setAccessibleName(f"{picture.name}: {picture.line}")


class WaitingScreen(OnSand):
    change_asked = Signal()
    more_asked = Signal()
    """Another department for the same laptop."""
    survey_asked = Signal()
    language_asked = Signal()
    back_asked = Signal()

    def __init__(self, banner: LineBanner, parent: QWidget | None = None) -> None:
        super().__init__(parent, 820)
        # nothing here is to be pressed: Enter must not meet the button that gives the seat away
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_ring(self, own=True)
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.insertWidget(0, banner)
        self._badge = BadgeWidget(NOBODY, 52)
        self.title = Label(role="numberLarge", weight=700, wraps=True)
        self.moved = Label(role="body", weight=700, wraps=True, icon="presentation", icon_tone="caution")
        self.language = FlatButton("", "languages")
        self.now = Label(role="title", weight=700, wraps=True, icon="hourglass", icon_tone="text_secondary")
        self.now_line = Label(role="label", tone="text_secondary", weight=400, wraps=True)
        self.role_title = Label(role="label", weight=700)
        self.role = Label(role="label", weight=400, wraps=True)
        self.next_title = Label(role="label", weight=700)
        self.next = [Label(role="body", wraps=True) for _ in range(3)]
        self.survey_line = Label(role="body", tone="text_secondary", wraps=True, icon="clipboard-pen-line")
        self.survey = SecondaryButton("", "clipboard-pen-line", size="small")
        self.mates_title = Label(role="label", weight=700)
        self.unscored = Label(role="caption", tone="text_secondary", icon="info")
        self.change = SecondaryButton("", "armchair")
        self.more = SecondaryButton("", "plus")
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._mates: list[_Mate] = []
        self._lay_out()
        self.change.clicked.connect(self.change_asked)
        self.more.clicked.connect(self.more_asked)
        self.survey.clicked.connect(self.survey_asked)
        self.language.clicked.connect(self.language_asked)

    def _lay_out(self) -> None:
        inside = column(self.card, margins=(28, 20, 28, 20), gap=0)
        head = row(gap=16)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.title, self.moved, self.now, self.now_line):
            words.addWidget(label)
        head.addLayout(words, 1)
        head.addWidget(self.language, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(head)
        inside.addSpacing(16)
        self._sand = Card(ground="ask")
        role = column(self._sand, margins=(14, 10, 14, 12), gap=3)
        role.addWidget(self.role_title)
        role.addWidget(self.role)
        inside.addWidget(self._sand)
        inside.addSpacing(14)
        inside.addWidget(self.next_title)
        inside.addSpacing(4)
        for number, label in enumerate(self.next, start=1):
            line = row(gap=8)
            line.addWidget(Label(str(number), "body", weight=700), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label, 1)
            inside.addLayout(line)
            inside.addSpacing(4)
        asked = row(gap=10)
        asked.addWidget(self.survey_line, 1, Qt.AlignmentFlag.AlignVCenter)
        asked.addWidget(self.survey)
        inside.addLayout(asked)
        inside.addSpacing(8)
        inside.addWidget(self.mates_title)
        inside.addSpacing(6)
        inside.addLayout(self._grid)
        inside.addSpacing(14)
        foot = row(gap=8)
        foot.addWidget(self.unscored)
        foot.addStretch(1)
        foot.addWidget(self.more)
        foot.addWidget(self.change)
        inside.addLayout(foot)

    def show_room(self, picture: WaitingRoomPicture, speech: Speech) -> None:
        self._badge.setVisible(picture.badge is not None)
        if picture.badge is not None:
            self._badge.set_picture(picture.badge)
        self.title.setText(picture.title)
        self.language.setText(speech.say("join-language"))
        self.language.setToolTip(speech.say("join-language-tip"))
        self.moved.setText(picture.moved)
        self.moved.setVisible(bool(picture.moved))
        self.now.setText(picture.now)
        self.now_line.setText(picture.now_line)
        self._sand.setVisible(bool(picture.role))
        self.role_title.setText(picture.role_title)
        self.role.setText(picture.role)
        self.next_title.setText(picture.next_title)
        for label, text in zip(self.next, picture.next, strict=True):
            label.setText(text)
        self.survey_line.setText(picture.survey)
        self.survey_line.setVisible(bool(picture.survey))
        self.survey.setText(picture.survey_open)
        self.survey.setVisible(bool(picture.survey_open))
        self.mates_title.setText(picture.mates_title)
        self._show_mates(picture)
        self.unscored.setText(picture.unscored)
        self.unscored.setVisible(bool(picture.unscored))
        self.change.setText(picture.change)
        self.more.setText(picture.more)
        self.more.setVisible(bool(picture.more))
        self.setAccessibleName(f"{picture.title}. {picture.moved} {picture.now}")

    def _show_mates(self, picture: WaitingRoomPicture) -> None:
        while len(self._mates) < len(picture.mates):
            mate, place = _Mate(), len(self._mates)
            self._mates.append(mate)
            self._grid.addWidget(mate, place // _MATES_ACROSS, place % _MATES_ACROSS)
        for mate, shown in zip(self._mates, picture.mates, strict=False):
            mate.show_mate(shown)
        for place, mate in enumerate(self._mates):
            mate.setVisible(place < len(picture.mates))

    def focus_first(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)


class GoneScreen(OnSand):
    """The seat is gone, or the class: what happened, what still holds, and the one thing to do."""

    code_asked = Signal()
    home_asked = Signal()
    own_asked = Signal()
    """To the pages of the debrief, once they have come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, 580)
        self.title = Label(role="heading", wraps=True, icon="circle-alert", icon_tone="caution")
        self.line = Label(role="bodyLarge", tone="text_secondary", wraps=True)
        self.home = SecondaryButton("", "home")
        self.code = PrimaryButton("", "log-in")
        inside = column(self.card, margins=(28, 24, 28, 24), gap=10)
        inside.addWidget(self.title)
        inside.addWidget(self.line)
        self.facts_title = Label(role="label", weight=700)
        self.facts: list[tuple[Label, Label]] = []
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(28)
        self._facts.setVerticalSpacing(2)
        inside.addWidget(self.facts_title)
        inside.addLayout(self._facts)
        inside.addSpacing(8)
        buttons = row(gap=8)
        buttons.addStretch(1)
        self.own = PrimaryButton("", "presentation")
        buttons.addWidget(self.home)
        buttons.addWidget(self.code)
        buttons.addWidget(self.own)
        inside.addLayout(buttons)
        self.own.clicked.connect(self.own_asked)
        self.home.clicked.connect(self.home_asked)
        self.code.clicked.connect(self.code_asked)

    def show_end(self, end: EndPicture, speech: Speech) -> None:
        """The class is over: what is known of the result, and one's own page if there is one."""
        self.show_trouble(Trouble(end.title, end.line), speech, calm=True)
        self.facts_title.setText(end.facts_title)
        self.facts_title.setVisible(bool(end.facts))
        while len(self.facts) < len(end.facts):
            pair = Label(role="body", tone="text_secondary"), Label(role="title", weight=700)
            for at, label in enumerate(pair):
                self._facts.addWidget(label, len(self.facts), at)
            self.facts.append(pair)
        self._facts.setColumnStretch(1, 1)
        for pair, texts in zip(self.facts, end.facts, strict=False):
            for label, text in zip(pair, texts, strict=True):
                label.setText(text)
                label.show()
        # one way on: to the debrief. Another class is joined from the first page
        self.code.hide()
        held = self.home.hasFocus()
        self.own.setText(end.own)
        self.own.setVisible(bool(end.own))
        if end.own and held:
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)
        told = " ".join(f"{name} {figure}" for name, figure in end.facts)
        self.setAccessibleName(f"{end.title}. {end.line} {end.facts_title} {told}".strip())

    def show_trouble(self, trouble: Trouble, speech: Speech, *, calm: bool = False) -> None:
        """`calm`: nothing went wrong."""
        self.facts_title.hide()
        self.own.hide()
        self.code.show()
        for label in (label for pair in self.facts for label in pair):
            label.hide()
        self.title.setText(trouble.title)
        self.title.set_icon("check" if calm else "circle-alert", "positive" if calm else "caution")
        self.line.setText(trouble.do)
        self.home.setText(speech.say("join-to-home"))
        self.code.setText(speech.say("join-to-code"))
        self.setAccessibleName(f"{trouble.title}. {trouble.do}")

    def focus_first(self) -> None:
        (self.home if self.own.isHidden() else self.own).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.home_asked.emit()
        else:
            super().keyPressEvent(event)
