"""The facilitator's screen of the debrief: pages, live preview, what the big screen shows, notes, bookmarks, clock."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from sandgame.frames.debrief import VERSIONS, DebriefNews, PageName
from sandgame.present.debrief_lead import DebriefLead
from sandgame.present.debrief_moment import moment
from sandgame.present.debrief_page import DebriefPicture, MomentsBody
from sandgame.present.debrief_pages import TWO_STEPS
from sandgame.text.numbers import clock
from sandgame.text.speech import Speech
from sandgame.ui.debrief_view import DebriefView
from sandgame.ui.kit.buttons import BarButton, FlatButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.pills import PillChoice
from sandgame.ui.kit.radio_card import RadioCard
from sandgame.ui.kit.segmented import Segmented
from sandgame.ui.kit.switch import SwitchRow
from sandgame.ui.moment_sheet import MomentSheet, ScoresSheet
from sandgame.ui.screen_bar import ScreenBar
from sandgame.ui.scroller import Scroller

_LEFT, _RIGHT, _HIDE = 236, 276, 220
_TICK_MS = 1000


class PresenterScreen(QWidget):  # long: a control for each thing that is done to a page
    asked = Signal(object)
    """A TurnPage, to the host."""
    page_changed = Signal(object)
    """The picture for the big screen."""
    left = Signal()
    projector_asked = Signal()
    black_asked = Signal()
    help_asked = Signal()
    settings_asked = Signal()

    def __init__(
        self,
        speech: Speech,
        now: Callable[[], float] = time.monotonic,
        shuffle: Callable[[list[int]], None] = random.shuffle,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.lead = DebriefLead(speech)
        self._now, self._shuffle, self._begun = now, shuffle, now()
        self._shown: DebriefPicture | None = None
        self.bar = ScreenBar()
        self.clock = Label(role="title", tone="on_top_bar")
        self.black, self.projector, self.end = (
            BarButton("", "square"),
            BarButton("", "monitor"),
            BarButton("", "log-out"),
        )
        self.version = Segmented()
        self.pages: list[RadioCard] = []
        self._pages_area = Scroller()
        self.add, self.remove = SecondaryButton("", "plus"), FlatButton("", "trash-2")
        self.up, self.down = FlatButton("", "arrow-up"), FlatButton("", "arrow-down")
        self.view = DebriefView()
        self.prev, self.next = SecondaryButton("", "arrow-left"), PrimaryButton("", "arrow-right")
        self.next.set_key("F9")
        self.table_text, self.table = Label(role="label", weight=700), PillChoice()
        self.link_text, self.link = Label(role="label", weight=700), PillChoice()
        self.hide_names = SwitchRow()
        self.cards = [FlatButton("", "eye-off") for _ in range(3)]
        self._notes, self._side = Scroller(), Scroller()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._lay_out()
        self._connect()
        self.in_language(speech)

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for widget in (self.clock, self.black, self.projector, self.end):
            self.bar.add(widget)
        lines.addWidget(self.bar)
        body = QWidget()
        across = row(body, margins=(10, 10, 10, 10), gap=10)
        left = Card()
        left.setFixedWidth(_LEFT)
        pages = column(left, margins=(10, 10, 10, 10), gap=6)
        pages.addWidget(self.version)
        pages.addWidget(self._pages_area, 1)
        pages.addWidget(self.add)
        order = row(gap=4)
        for button in (self.up, self.down, self.remove):
            order.addWidget(button, 1)
        pages.addLayout(order)
        across.addWidget(left)
        middle = QVBoxLayout()
        middle.setSpacing(10)
        middle.addWidget(self.view, 5)
        middle.addWidget(self._controls())
        middle.addWidget(self._notes, 2)
        across.addLayout(middle, 1)
        self._side.setFixedWidth(_RIGHT)
        across.addWidget(self._side)
        lines.addWidget(body, 1)

    def _controls(self) -> Card:
        made = Card()
        lines = column(made, margins=(12, 8, 12, 8), gap=6)
        first = row(gap=8)
        first.addWidget(self.prev)
        first.addWidget(self.next)
        for button in self.cards:
            first.addWidget(button)
        first.addStretch(1)
        lines.addLayout(first)
        second = row(gap=8)
        second.addWidget(self.table_text)
        second.addWidget(self.table, 1)
        self.hide_names.setFixedWidth(_HIDE)
        second.addWidget(self.hide_names)
        lines.addLayout(second)
        third = row(gap=8)
        third.addWidget(self.link_text)
        third.addWidget(self.link, 1)
        lines.addLayout(third)
        return made

    def _connect(self) -> None:
        self.bar.back_asked.connect(self.left)
        self.bar.help_asked.connect(self.help_asked)
        self.bar.settings_asked.connect(self.settings_asked)
        self.end.clicked.connect(self.left)
        self.black.clicked.connect(self.black_asked)
        self.projector.clicked.connect(self.projector_asked)
        self.version.index_changed.connect(lambda n: self._turn(self.lead.choose(sorted(VERSIONS)[n])))
        self.prev.clicked.connect(lambda: self._turn(self.lead.back()))
        self.next.clicked.connect(lambda: self._turn(self.lead.next()))
        self.remove.clicked.connect(lambda: self._turn(self.lead.without()))
        self.up.clicked.connect(lambda: self._turn(self.lead.moved(-1)))
        self.down.clicked.connect(lambda: self._turn(self.lead.moved(1)))
        self.add.clicked.connect(self._on_add)
        self.table.chosen_changed.connect(self._on_table)
        self.link.chosen_changed.connect(self._on_link)
        self.hide_names.switch.toggled.connect(lambda on: self._turn(replace(self.lead, hidden_names=on)))
        self.view.moment_asked.connect(self._on_moment)
        for number, button in enumerate(self.cards, start=1):
            button.clicked.connect(lambda _on=False, number=number: self._on_card(number))

    # what comes

    def begin(self) -> None:
        """The debrief begins, or goes on: the class is told where it stands, letters are dealt anew."""
        self._begun = self._now()
        self._deal()
        self._timer.start()
        self._turn(self.lead)
        self.next.setFocus()

    def stop(self) -> None:
        self._timer.stop()

    def take(self, frame: DebriefNews) -> None:
        self.lead = self.lead.took(frame)
        if set(self.lead.deal) != set(self.lead.tables):
            self._deal()
        self._show()

    def _deal(self) -> None:
        tables = sorted(self.lead.tables)
        self._shuffle(tables)
        self.lead = replace(self.lead, deal=tuple(tables))

    def in_language(self, speech: Speech) -> None:
        self.lead = self.lead.in_language(speech)
        self._show()

    @property
    def picture(self) -> DebriefPicture | None:
        return self._shown

    # showing

    def _show(self) -> None:
        lead, say = self.lead, self.lead.speech.say
        scene = lead.scene
        title = say("debrief-screen") if scene is None else f"{say('debrief-screen')} · {scene.pick(scene.cast.title)}"
        self.bar.show_texts(title, say("debrief-presenter-line"), lead.speech)
        self.black.setText(say("debrief-presenter-black"))
        self.black.set_key(".")
        self.projector.setText(say("debrief-presenter-projector"))
        self.projector.set_key("F8")
        self.end.setText(say("debrief-presenter-end"))
        self.version.set_options([(say("debrief-presenter-minutes", minutes=m), "") for m in sorted(VERSIONS)])
        self.version.set_index(sorted(VERSIONS).index(lead.minutes))
        reveals = lead.page in TWO_STEPS and not lead.revealed
        self.prev.setText(say("debrief-prev"))
        self.next.setText(say("debrief-reveal" if reveals else "debrief-next"))
        self.prev.setEnabled(lead.place > 0 or lead.revealed)
        self.next.setEnabled(reveals or lead.place + 1 < len(lead.pages))
        self.add.setText(say("debrief-presenter-add"))
        self.add.setEnabled(bool(lead.to_add))
        for button, key in ((self.remove, "remove"), (self.up, "up"), (self.down, "down")):
            button.setAccessibleName(say(f"debrief-presenter-{key}"))
            button.setToolTip(say(f"debrief-presenter-{key}"))
        self.hide_names.set_texts(say("debrief-presenter-hide"))
        self.hide_names.switch.blockSignals(True)
        self.hide_names.switch.setChecked(lead.hidden_names)
        self.hide_names.switch.blockSignals(False)
        self._show_pages()
        self._show_choices()
        self._shown = lead.picture()
        self.view.show_page(self._shown)
        self._show_cards()
        self._notes.set_content(self._notes_card())
        self._side.set_content(self._side_cards())
        self._tick()
        if self._shown is not None:
            self.page_changed.emit(self._shown)

    def _show_pages(self) -> None:
        say = self.lead.speech.say
        made = QWidget()
        lines = QVBoxLayout(made)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        self.pages = []
        for place, page in enumerate(self.lead.pages):
            name = say(f"debrief-page-{_code(page)}")
            card = RadioCard(f"{place + 1}  {name}")
            card.setChecked(place == self.lead.place)
            card.clicked.connect(lambda _on=False, place=place: self._turn(self.lead.go(place)))
            self.pages.append(card)
            lines.addWidget(card)
        lines.addStretch(1)
        self._pages_area.set_content(made)

    def _show_choices(self) -> None:
        lead, say = self.lead, self.lead.speech.say
        self.table_text.setText(say("debrief-presenter-table"))
        tables = sorted(lead.tables)
        self.table.set_options(
            [say("debrief-presenter-class"), *(say("debrief-presenter-table-of", table=t) for t in tables)]
        )
        self.table.set_chosen(tables.index(lead.table) + 1 if lead.table in tables else 0)
        scene, debrief = lead.scene, lead.tables.get(lead.table)
        wanted = lead.page == "link" and debrief is not None and scene is not None
        self.link_text.setText(say("debrief-presenter-link"))
        self.link_text.setVisible(wanted)
        self.link.setVisible(wanted)
        if debrief is not None and scene is not None and wanted:
            names = [
                scene.say("debrief-link-of", provider=scene.name(link.provider), customer=scene.name(link.customer))
                for link in debrief.links
            ]
            self.link.set_options(names)
            pairs = [(link.provider, link.customer) for link in debrief.links]
            self.link.set_chosen(pairs.index(lead.link) if lead.link in pairs else -1)

    def _show_cards(self) -> None:
        """Every card of the moments can be hidden."""
        lead, say = self.lead, self.lead.speech.say
        debrief = lead.tables.get(lead.table)
        body = self._shown.body if self._shown is not None else None
        count = len(debrief.turning) if debrief is not None and isinstance(body, MomentsBody) else 0
        for number, button in enumerate(self.cards, start=1):
            button.setVisible(number <= count)
            hidden = number in lead.hidden_cards
            button.set_icon("eye" if hidden else "eye-off")
            button.setText(say("debrief-presenter-card-show" if hidden else "debrief-presenter-card", number=number))

    def _notes_card(self) -> Card:
        lead, say = self.lead, self.lead.speech.say
        made = Card()
        lines = column(made, margins=(14, 10, 14, 10), gap=6)
        head = row(gap=8)
        head.addWidget(Label(say("debrief-presenter-notes"), "label", weight=700))
        head.addStretch(1)
        head.addWidget(Label(say("debrief-presenter-private"), "caption", "text_secondary", icon="lock"))
        lines.addLayout(head)
        first, more = lead.notes()
        lines.addWidget(Label(first, "title", wraps=True))
        lines.addWidget(Label(more, "body", "text_secondary", wraps=True))
        for name, asked in lead.questions():
            lines.addWidget(Label(f"**{name}** {asked}", "body", wraps=True))
        lines.addStretch(1)
        return made

    def _side_cards(self) -> QWidget:
        lead, say = self.lead, self.lead.speech.say
        made = Card()
        lines = column(made, margins=(12, 10, 12, 10), gap=6)
        if lead.waiting:
            lines.addWidget(
                Label(
                    say("debrief-presenter-waiting", count=lead.waiting), "body", "info", wraps=True, icon="hourglass"
                )
            )
        lines.addWidget(Label(say("debrief-presenter-bookmarks"), "label", weight=700, icon="bookmark"))
        if not lead.bookmarks:
            lines.addWidget(Label(say("debrief-presenter-no-bookmarks"), "caption", "text_secondary", wraps=True))
        for mark in lead.bookmarks:
            lines.addWidget(Divider())
            where = say("debrief-presenter-bookmark", table=mark.table, week=mark.round)
            lines.addWidget(
                Label(f"{where} · {say(f'game-phase-{mark.phase}')}", "caption", "text_secondary", wraps=True)
            )
            if mark.note:
                lines.addWidget(Label(mark.note, "body", wraps=True))
        lines.addWidget(Divider())
        lines.addWidget(Label(say("debrief-presenter-written"), "label", weight=700, icon="inbox"))
        for table in sorted(lead.gathered):
            told = lead.gathered[table]
            lines.addWidget(Label(say("debrief-presenter-written-of", table=table, words=len(told.words),
                                      guesses=len(told.guesses), plus=len(told.plus), cards=told.take_aways,
                                      seats=told.seats), "caption", "text_secondary", wraps=True))  # fmt: skip
        lines.addWidget(Divider())
        lines.addWidget(Label(say("debrief-presenter-say-not"), "label", weight=700, icon="circle-alert"))
        lines.addWidget(Label(say("debrief-presenter-say-not-line"), "caption", "text_secondary", wraps=True))
        scores = FlatButton(say("debrief-scores"), "info")
        scores.clicked.connect(self._on_scores)
        lines.addWidget(scores)
        lines.addStretch(1)
        return made

    def _tick(self) -> None:
        gone = int(self._now() - self._begun)
        self.clock.setText(
            self.lead.speech.say("debrief-presenter-clock", gone=clock(gone), whole=clock(60 * self.lead.minutes))
        )

    # what is done here

    def _turn(self, lead: DebriefLead) -> None:
        self.lead = lead
        self._show()
        self.asked.emit(lead.turn())

    def _on_table(self, place: int) -> None:
        tables = sorted(self.lead.tables)
        self._turn(replace(self.lead, table=tables[place - 1] if place else 0, link=(0, 0), hidden_cards=frozenset()))

    def _on_link(self, place: int) -> None:
        link = self.lead.tables[self.lead.table].links[place]
        self._turn(replace(self.lead, link=(link.provider, link.customer), revealed=False))

    def _on_card(self, number: int) -> None:
        self.lead = replace(self.lead, hidden_cards=self.lead.hidden_cards ^ {number})
        self._show()

    def _on_add(self) -> None:
        menu = QMenu(self)
        for page in self.lead.to_add:
            text = self.lead.speech.say(f"debrief-page-{_code(page)}")
            menu.addAction(text, partial(self._add_page, page))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add.mapToGlobal(self.add.rect().topLeft()))

    def _add_page(self, page: PageName) -> None:
        self._turn(self.lead.added(page))

    def _on_moment(self, log: tuple[int, ...], said: str) -> None:
        scene = self.lead.scene
        if scene is not None:
            picture = moment(scene, self.lead.tables.get(self.lead.table), None, log, said)
            sheet = MomentSheet(self, picture, self.lead.speech)
            sheet.finished.connect(sheet.deleteLater)
            sheet.show_over()

    def _on_scores(self) -> None:
        sheet = ScoresSheet(self, self.lead.speech)
        sheet.finished.connect(sheet.deleteLater)
        sheet.show_over()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_F9, Qt.Key.Key_Right, Qt.Key.Key_PageDown):
            self.next.click()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self.prev.click()
        elif key == Qt.Key.Key_Period:
            self.black_asked.emit()
        elif key == Qt.Key.Key_F8:
            self.projector_asked.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and key - Qt.Key.Key_1 < len(self.lead.pages):
            self._turn(self.lead.go(key - Qt.Key.Key_1))
        else:
            super().keyPressEvent(event)


def _code(page: PageName) -> str:
    return page.replace("_", "-")
