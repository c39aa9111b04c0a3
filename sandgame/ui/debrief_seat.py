"""A seat's own part of a debrief round one laptop: who wants to look, and what opens behind the curtain."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QVBoxLayout, QWidget

from sandgame.frames.debrief import EvidenceNote, KeepDebrief
from sandgame.present.debrief_known import DebriefKnown
from sandgame.present.debrief_moment import moment
from sandgame.present.debrief_own import own_page
from sandgame.rules.ids import SeatId
from sandgame.ui.debrief_own import OwnPageView
from sandgame.ui.idle_watch import IdleWatch
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.pills import PillChoice
from sandgame.ui.kit.segmented import Segmented
from sandgame.ui.moment_sheet import open_moment
from sandgame.ui.survey import SurveyPage

_WIDE = 980
_TABS = (("own", "user"), ("survey", "clipboard-pen-line"))


class SeatOffers(QWidget):
    """Lies open to all: a badge for each seat, nothing of any."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(role="numberLarge", wraps=True)
        self.line = Label(role="heading", tone="text_secondary", weight=400, wraps=True, icon="eye-off")
        self.who = PillChoice()
        self.who.chosen_changed.connect(self._on_who)
        self._seats: tuple[SeatId, ...] = ()
        made = Card(ground="sand", corner=12)
        made.setMaximumWidth(_WIDE)
        lines = column(made, margins=(28, 22, 28, 22), gap=14)
        for widget in (self.title, self.line, self.who):
            lines.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        across = row()
        across.addStretch(1)
        across.addWidget(made, 8)
        across.addStretch(1)
        whole.addLayout(across)
        whole.addStretch(3)

    def show_known(self, known: DebriefKnown, seats: tuple[SeatId, ...]) -> None:
        say, scene = known.speech.say, known.scene
        self.title.setText(say("debrief-owns-title"))
        self.line.setText(say("debrief-owns-line"))
        if scene is None:
            return
        shown = scene.hiding(False)
        self._seats = seats
        self.who.set_options([shown.name(seat) for seat in seats], [shown.badge(seat) for seat in seats])
        self.who.set_chosen(-1)

    def _on_who(self, place: int) -> None:
        """A button and no choice that stays: the same seat may come again."""
        self.who.set_chosen(-1)
        if place >= 0:
            self.chosen.emit(self._seats[place])


class SeatDebrief(QWidget):
    """Made when the curtain opens and thrown away when it falls. The survey comes with what was filled in so far."""

    lowered = Signal()
    """By the hand."""
    idled = Signal()
    kept = Signal(object)
    """A KeepDebrief: a note beside one's own evidence."""

    def __init__(self, seat: SeatId, survey: SurveyPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seat = seat
        self._known: DebriefKnown | None = None
        self.badge = BadgeWidget(side=36)
        self.name, self.warning = Label(role="heading"), Label(role="label", tone="caution", weight=700, icon="eye-off")
        self.warning.hide()
        self.tabs = Segmented()
        self.put_away = SecondaryButton(icon="eye-off", size="table")
        self.put_away.set_key("Esc")
        self.own, self.survey = OwnPageView(), survey
        self.watch = IdleWatch(self, patient=True)
        self._lay_out()
        self.tabs.index_changed.connect(self._stack.setCurrentIndex)
        self.put_away.clicked.connect(self.lowered)
        self.own.moment_asked.connect(self._on_moment)
        self.survey.skipped.connect(self._to_own)
        self.watch.idled.connect(self.idled)
        self.watch.warned.connect(self._on_warned)

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        strip = Card(corner=0)
        across = row(strip, margins=(14, 6, 14, 6), gap=12)
        across.addWidget(self.badge)
        across.addWidget(self.name)
        across.addWidget(self.tabs)
        across.addStretch(1)
        across.addWidget(self.warning)
        across.addWidget(self.put_away)
        lines.addWidget(strip)
        self._stack = QStackedWidget()
        for page in (self.own, self.survey):
            self._stack.addWidget(page)
        inside = QVBoxLayout()
        inside.setContentsMargins(10, 0, 10, 10)
        inside.addWidget(self._stack)
        lines.addLayout(inside, 1)

    def begin(self) -> None:
        """The curtain is up."""
        self.watch.begin()
        self.own.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> SurveyPage:
        """Nothing of it runs on; what was filled in is given back."""
        self.watch.end()
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.reject()
        self.survey.skipped.disconnect(self._to_own)
        self.survey.setParent(None)
        return self.survey

    def show_known(self, known: DebriefKnown) -> None:
        self._known = known
        say, scene, own = known.speech.say, known.scene, known.own(self.seat)
        self.tabs.set_options([(say(f"debrief-tab-{key}"), icon) for key, icon in _TABS])
        self.put_away.setText(say("table-lower"))
        self.own.wait(say("debrief-own-wait"))
        if scene is None:
            return
        shown = scene.hiding(False)
        self.badge.set_picture(shown.badge(self.seat))
        self.name.setText(shown.name(self.seat))
        if own is not None:
            answers = self.survey.answers if self.survey.done else ()
            self.own.show_page(own_page(shown, own, answers, known.notes(self.seat)))

    def _to_own(self) -> None:
        self.tabs.set_index(0)
        self._stack.setCurrentIndex(0)

    def _on_warned(self, seconds: int) -> None:
        self.warning.setVisible(seconds > 0)
        if seconds and self._known is not None:
            self.warning.setText(self._known.speech.say("table-falls-in", seconds=seconds))

    def _on_moment(self, log: tuple[int, ...], said: str) -> None:
        known = self._known
        if known is None or known.scene is None:
            return
        own = known.own(self.seat)
        debrief = known.told.debrief if known.told is not None else None
        found = moment(known.scene, debrief, own.marks if own is not None else None, log, said)
        note = known.notes(self.seat).get(log[-1], "") if log else None
        sheet = open_moment(self, found, known.speech, note)
        if log:
            sheet.noted.connect(lambda text: self.kept.emit(KeepDebrief(self.seat, note=EvidenceNote(log[-1], text))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.lowered.emit()
        elif event.key() == Qt.Key.Key_F9 and self._stack.currentWidget() is self.survey:
            self.survey.next.click()
        else:
            super().keyPressEvent(event)
