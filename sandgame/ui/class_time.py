"""The time plan of a class as a sheet: minutes by phase, the first week's share, no clock, the length of the lesson."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from sandgame.present.class_setup import ClassChoice, choice_time_page
from sandgame.present.class_time import LESSONS, LONGEST, SHARES, USUAL_SHARE, ClassTime, TimePage, case_halves
from sandgame.present.time_plan import minutes_text
from sandgame.rules.ids import PHASES
from sandgame.text.speech import Speech
from sandgame.ui.kit.buttons import LinkButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Divider, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.stepper import Stepper
from sandgame.ui.kit.switch import Switch
from sandgame.ui.rows import Rows
from sandgame.ui.setting_row import SettingRow
from sandgame.ui.sheet import Sheet

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TIMED = len(PHASES)


class TimeSheet(Sheet):
    """Each change counts at once; the screen below shows it."""

    wide = 520
    time_changed = Signal(object)
    """A ClassTime."""
    length_asked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._choice: ClassChoice | None = None
        self.timed = Switch()
        self._timed = SettingRow(self.timed)
        self.steppers = [Stepper(0, LONGEST) for _ in range(_TIMED)]
        self._heads = [Label(role="caption", tone="text_secondary") for _ in range(4)]
        self._names = [Label(role="bodyLarge") for _ in range(_TIMED)]
        self._firsts = [Label(role="bodyLarge", tone="text_secondary") for _ in range(_TIMED)]
        self._wholes = [Label(role="bodyLarge") for _ in range(_TIMED)]
        self._total = [Label(role="label", weight=700) for _ in range(4)]
        self.share = Stepper(0, len(SHARES) - 1)
        self._share = SettingRow(self.share)
        self.lesson = Stepper(0, len(LESSONS) - 1)
        self._lesson = SettingRow(self.lesson)
        self._sum_names: list[Label] = []
        self.excess = Label(role="label", tone="caution", wraps=True, icon="triangle-alert", weight=600)
        self.reset = LinkButton("", "rotate-ccw", size="small")
        self.ready = PrimaryButton()
        self._table = QWidget()
        self._sums = QWidget()
        self._shorter_lines = row(gap=8)
        self.shorter: Rows[tuple[int, str], _Shorter] = Rows(self._shorter_lines, self._offer, _Shorter.show_length)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for place, head in enumerate(self._heads):
            grid.addWidget(head, 0, place, _RIGHT if place else Qt.AlignmentFlag.AlignLeft)
        for number in range(_TIMED):
            cells = (self._names[number], self.steppers[number], self._firsts[number], self._wholes[number])
            for place, cell in enumerate(cells):
                grid.addWidget(cell, number + 1, place, _RIGHT if place else Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Divider(), _TIMED + 1, 0, 1, 4)
        for place, total in enumerate(self._total):
            grid.addWidget(total, _TIMED + 2, place, _RIGHT if place else Qt.AlignmentFlag.AlignLeft)
        sums = QGridLayout(self._sums)
        sums.setContentsMargins(0, 2, 0, 2)
        sums.setVerticalSpacing(2)
        sums.setColumnStretch(0, 1)
        self._shorter_lines.addStretch(1)
        for widget in (self._timed, self._table, self._share, self._lesson, self._sums, self.excess):
            self.body.addWidget(widget)
        self.body.addLayout(self._shorter_lines)
        foot = row(gap=8)
        foot.addWidget(self.reset)
        foot.addStretch(1)
        foot.addWidget(self.ready)
        self.body.addStretch(1)
        self.set_foot(foot)

    def _connect(self) -> None:
        for place, stepper in enumerate(self.steppers):
            stepper.value_changed.connect(lambda halves, place=place: self._set(self._time.with_phase(place, halves)))
        self.timed.toggled.connect(lambda on: self._set(replace(self._time, timed=on)))
        self.share.value_changed.connect(lambda place: self._set(replace(self._time, share=SHARES[place])))
        self.lesson.value_changed.connect(lambda place: self._set(replace(self._time, lesson=LESSONS[place])))
        self.reset.clicked.connect(self._on_reset)
        self.ready.clicked.connect(self.accept)

    @property
    def _time(self) -> ClassTime:
        assert self._choice is not None
        return self._choice.time

    def _set(self, time: ClassTime) -> None:
        self.time_changed.emit(time)

    def _on_reset(self) -> None:
        if self._choice is not None:
            halves = case_halves(self._choice.case, self._choice.length)
            self._set(replace(self._time, halves=halves, share=USUAL_SHARE))

    def _offer(self) -> _Shorter:
        button = _Shorter()
        button.clicked.connect(lambda: self.length_asked.emit(button.weeks))
        return button

    def show_choice(self, choice: ClassChoice, speech: Speech) -> None:
        self._choice = choice
        page, time = choice_time_page(speech, choice), choice.time
        self.show_title(page.title, speech.say("game-close"))
        self._timed.set_texts(page.timed, page.timed_line)
        self.timed.blockSignals(True)
        self.timed.setChecked(time.timed)
        self.timed.blockSignals(False)
        self._show_table(page, time)
        for widget in (self._table, self._share):
            widget.setVisible(time.timed)
        self._share.set_texts(page.share, page.share_line)
        self.share.set_words({place: f"{share}%" for place, share in enumerate(SHARES)})
        self.share.set_value(SHARES.index(time.share))
        self._lesson.setVisible(time.timed)
        self._lesson.set_texts(page.lesson)
        self.lesson.set_words(dict(enumerate(page.lesson_words)))
        self.lesson.set_value(LESSONS.index(time.lesson))
        self._lesson.refit()
        self._show_sums(page)
        self.excess.setText(page.over)
        self.excess.setVisible(bool(page.over))
        self.shorter.fill(page.shorter)
        self.reset.setText(page.reset)
        self.reset.setVisible(time.timed and (choice.halves is not None or choice.share != USUAL_SHARE))
        self.ready.setText(page.close)
        self.body.activate()
        self.place()

    def _show_table(self, page: TimePage, time: ClassTime) -> None:
        for head, text in zip(self._heads, page.heads, strict=True):
            head.setText(text)
        words = {halves: minutes_text(halves) for halves in range(LONGEST + 1)}
        for number, phase in enumerate(page.phases):
            self._names[number].setText(phase.name)
            self._firsts[number].setText(phase.first)
            self._wholes[number].setText(phase.whole)
            stepper = self.steppers[number]
            stepper.set_words(words)
            stepper.set_value(time.halves[number])
            stepper.setAccessibleName(f"{phase.name} {page.heads[1]}")
        for label, text in zip(self._total, page.total, strict=True):
            label.setText(text)

    def _show_sums(self, page: TimePage) -> None:
        grid = self._sums.layout()
        assert isinstance(grid, QGridLayout)
        for old in self._sum_names:
            old.hide()
            old.deleteLater()
        self._sum_names = []
        for number, (name, minutes) in enumerate(page.sums):
            last = number == len(page.sums) - 1
            pair = (Label(name, "bodyLarge"), Label(minutes, "label", weight=700 if last else 400))
            for place, label in enumerate(pair):
                grid.addWidget(label, number, place, _RIGHT if place else Qt.AlignmentFlag.AlignLeft)
                self._sum_names.append(label)


class _Shorter(SecondaryButton):
    """A shorter length that the lesson has time for."""

    def __init__(self) -> None:
        super().__init__("", "scissors", size="small")
        self.weeks = 0

    def show_length(self, offer: tuple[int, str]) -> None:
        self.weeks, text = offer
        self.setText(text)
