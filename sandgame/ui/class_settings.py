"""The right panel of a class's set-up: tables, length, laptops, talk, time, bots, pace, who drops out, extras."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from sandgame.frames.classroom import MAX_TABLES
from sandgame.present.class_setup import ClassPage, Trouble
from sandgame.present.seat_choice import EXTRAS
from sandgame.rules.scenario import ExtraName
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, column
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.stepper import Stepper
from sandgame.ui.kit.switch import Switch
from sandgame.ui.scroller import Scroller
from sandgame.ui.setting_row import QuestionRow, SettingRow


class ClassSettings(Card):
    """Shows a page and says what was touched; the screen keeps the choice."""

    tables_changed = Signal(int)
    answered = Signal(str, str)
    """A question's name and the value chosen."""
    extra_changed = Signal(str, bool)
    time_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._this = Label(role="caption", tone="text_secondary")
        self._name = Label(role="heading", wraps=True)
        self._practises = Label(role="body", tone="text_secondary", wraps=True)
        self.tables = Stepper(1, MAX_TABLES)
        self.tables.value_changed.connect(self.tables_changed)
        self._tables = SettingRow(self.tables)
        self.time = SecondaryButton("", size="small")
        self.time.clicked.connect(self.time_asked)
        self._time = SettingRow(self.time)
        names = ("length", "laptops", "talk", "style", "pace", "absence")
        self.questions = {name: QuestionRow() for name in names}
        for name, line in self.questions.items():
            line.chosen.connect(lambda value, name=name: self.answered.emit(name, value))
        self.extras: dict[ExtraName, Switch] = {extra: Switch() for extra in EXTRAS}
        self._extras = {extra: SettingRow(switch) for extra, switch in self.extras.items()}
        for extra, switch in self.extras.items():
            switch.toggled.connect(lambda on, extra=extra: self.extra_changed.emit(extra, on))
        self._over = Label(role="caption", tone="caution", wraps=True, icon="triangle-alert", weight=600)
        self._foot = Label(role="body", tone="text_secondary", wraps=True, icon="clock")
        self.trouble = Label(role="body", tone="negative", wraps=True, icon="circle-alert", weight=600)
        self.trouble_do = Label(role="caption", tone="text_secondary", wraps=True)
        self.start = PrimaryButton("", "door-open", size="large")
        self.start.set_key("F9")
        self.start.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self.say(None)

    def _lay_out(self) -> None:
        upper = QWidget()
        inside = column(upper, margins=(16, 12, 16, 8), gap=0)
        for label in (self._this, self._name, self._practises):
            inside.addWidget(label)
        inside.addSpacing(4)
        inside.addWidget(self._tables)
        for name in ("length", "laptops", "talk"):
            inside.addWidget(self.questions[name])
        inside.addWidget(self._time)
        for name in ("style", "pace", "absence"):
            inside.addWidget(self.questions[name])
        for line in self._extras.values():
            inside.addWidget(line)
        inside.addStretch(1)
        lower = QWidget()
        under = column(lower, margins=(16, 10, 16, 14), gap=8)
        for widget in (self._over, self._foot, self.trouble, self.trouble_do, self.start):
            under.addWidget(widget)
        outer = column(self, margins=(1, 1, 1, 0), gap=0)
        outer.addWidget(Scroller(upper), 1)
        outer.addWidget(Divider())
        outer.addWidget(lower)

    def show_page(self, page: ClassPage, tables: int) -> None:
        self._this.setText(page.this)
        self._name.setText(page.name)
        self._practises.setText(page.practises)
        self._tables.set_texts(page.tables, page.tables_line)
        self.tables.set_value(tables)
        self.time.setText(page.time_edit)
        self._time.set_texts(page.time, page.time_line)
        self.time.setAccessibleName(f"{page.time_edit} {page.time}")
        questions = (page.length, page.laptops, page.talk, page.style, page.pace, page.absence)
        for line, question in zip(self.questions.values(), questions, strict=True):
            line.show_question(question)
        offered = {option.value: option for option in page.extras}
        for extra, row in self._extras.items():
            row.setVisible(extra in offered)
            if extra in offered:
                option, switch = offered[extra], self.extras[extra]
                row.set_texts(option.title, option.line)
                switch.blockSignals(True)
                switch.setChecked(option.chosen)
                switch.blockSignals(False)
        self._over.setText(page.over)
        self._over.setVisible(bool(page.over))
        self._foot.setText(page.foot)
        self.start.setText(page.start)

    def say(self, trouble: Trouble | None) -> None:
        """What went wrong with opening the class, above the button that tries again."""
        self.trouble.setText(trouble.title if trouble else "")
        self.trouble_do.setText(" ".join(part for part in (trouble.do, trouble.place) if part) if trouble else "")
        for label in (self.trouble, self.trouble_do):
            label.setVisible(trouble is not None)

    def set_busy(self, text: str, line: str) -> None:
        """While the class is being opened; "" as before."""
        self.start.setEnabled(not text)
        self.start.set_icon("hourglass" if text else "door-open")
        if text:
            self.say(None)
            self.start.setText(text)
            self._foot.setText(line)

    def focus_start(self) -> None:
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)
