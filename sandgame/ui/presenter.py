"""The facilitator's screen of the debrief: pages, live preview, what the big screen shows, notes, bookmarks, clock."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from sandgame.frames.debrief import PAUSE, VERSIONS, WHOLE_PAGE, BookmarkSeen, DebriefNews, PageName
from sandgame.present.debrief_lead import DebriefLead
from sandgame.present.debrief_moment import moment
from sandgame.present.debrief_page import DebriefPicture, MomentsBody
from sandgame.present.debrief_pages import TWO_STEPS
from sandgame.text.numbers import clock, parts
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
    """The picture for the big screen; what is looked at here may be another."""
    left = Signal()
    projector_asked = Signal()
    black_asked = Signal()
    help_asked = Signal()
    settings_asked = Signal()
    report_asked = Signal()
    """Where the debrief is over, or by Ctrl+S at any time."""

    def __init__(
        self,
        speech: Speech,
        now: Callable[[], float] = time.monotonic,
        shuffle: Callable[[list[int]], None] = random.shuffle,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.lead = DebriefLead(speech)
        self._now, self._shuffle = now, shuffle
        self._begun: float | None = None
        """When the first page was turned by hand: not when this screen was opened, nor when it was come back to."""
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
        self.agreement = Label(role="caption", tone="text_secondary", wraps=True, icon="lock")
        self.put_up = SecondaryButton("", "presentation", size="small")
        self.link_text, self.link = Label(role="label", weight=700), PillChoice()
        self.hide_names = SwitchRow()
        self.cards = [FlatButton("", "eye-off") for _ in range(3)]
        self.hide_page = FlatButton("", "eye-off")
        self.report = SecondaryButton("", "save")
        keys = QKeySequence(QKeySequence.StandardKey.Save)
        self.report.set_key(keys.toString(QKeySequence.SequenceFormat.NativeText))
        self._moment: MomentSheet | None = None
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
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self._side, 1)
        right.addWidget(self.report)
        across.addLayout(right)
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
        first.addWidget(self.hide_page)
        lines.addLayout(first)
        second = row(gap=8)
        second.addWidget(self.table_text)
        second.addWidget(self.table, 1)
        self.hide_names.setFixedWidth(_HIDE)
        second.addWidget(self.hide_names)
        lines.addLayout(second)
        may = row(gap=8)
        may.addWidget(self.agreement, 1)
        may.addWidget(self.put_up)
        lines.addLayout(may)
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
        self.next.clicked.connect(self._on_next)
        self.report.clicked.connect(self.report_asked)
        self.remove.clicked.connect(lambda: self._turn(self.lead.without()))
        self.up.clicked.connect(lambda: self._turn(self.lead.moved(-1)))
        self.down.clicked.connect(lambda: self._turn(self.lead.moved(1)))
        self.add.clicked.connect(self._on_add)
        self.table.chosen_changed.connect(self._on_table)
        self.put_up.clicked.connect(lambda: self._turn(self.lead.showing()))
        self.link.chosen_changed.connect(self._on_link)
        self.hide_names.switch.toggled.connect(lambda on: self._turn(replace(self.lead, hidden_names=on)))
        self.view.moment_asked.connect(self._on_moment)
        self.hide_page.clicked.connect(lambda: self._turn(self.lead.hiding(WHOLE_PAGE)))
        for number, button in enumerate(self.cards, start=1):
            button.clicked.connect(lambda _on=False, number=number: self._on_card(number))

    # what comes

    def begin(self) -> None:
        """The debrief begins, or goes on: the class is told where it stands, letters are dealt anew."""
        self._deal()
        self._timer.start()
        self._tell()
        self.next.setFocus()
        if self.lead.moment and not self.lead.locked:
            # it was open when this window, or the host, was closed
            self._open_moment(self.lead.moment, self._shown.title if self._shown is not None else "")

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

    @property
    def shared(self) -> bool:
        return self.lead.shared

    @shared.setter
    def shared(self, shared: bool) -> None:
        if shared == self.lead.shared:
            return
        self.lead = replace(self.lead, shared=shared)
        if self.lead.locked and self._moment is not None:
            self._moment.reject()
        self._show()

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
        self.next.setText(say("saving-go" if lead.at_end else "debrief-reveal" if reveals else "debrief-next"))
        self.next.set_icon("save" if lead.at_end else "arrow-right")
        self.report.setText(say("saving-go"))
        self.report.setVisible(lead.over)
        self.prev.setEnabled(lead.place > 0 or lead.revealed)
        self.next.setEnabled(reveals or lead.at_end or lead.place + 1 < len(lead.pages))
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
        public = lead.public()
        if public is not None:
            self.page_changed.emit(public)

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
        self.table.set_options([say("debrief-presenter-class"), *(self._table_name(t) for t in tables)])
        self._show_agreement()
        self.table.set_chosen(tables.index(lead.table) + 1 if lead.table in tables else 0)
        scene, debrief = lead.scene, lead.tables.get(lead.table)
        wanted = lead.page == "link" and debrief is not None and scene is not None and not lead.locked
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

    def _table_name(self, table: int) -> str:
        say = self.lead.speech.say
        if self.lead.agreed(table):
            return say("debrief-presenter-table-agreed", table=table)
        return say("debrief-presenter-table-of", table=table)

    def _show_agreement(self) -> None:
        """Whether the table that is looked at is on the big screen, or may be; never who at it does not agree."""
        lead, say = self.lead, self.lead.speech.say
        told = lead.gathered.get(lead.table)
        self.agreement.setVisible(bool(lead.table))
        self.put_up.setVisible(bool(lead.table) and lead.shown != lead.table and lead.agreed(lead.table))
        self.put_up.setText(say("debrief-presenter-put-up"))
        if lead.table and lead.shown == lead.table:
            self.agreement.setText(say("debrief-presenter-shown", table=lead.table))
            self.agreement.set_icon("presentation", "positive")
            return
        self.agreement.set_icon("lock", "text_secondary")
        if lead.locked:
            self.agreement.setText(say("debrief-presenter-locked", table=lead.table))
            return
        if lead.agreed(lead.table):
            self.agreement.setText(say("debrief-presenter-agreed", table=lead.table))
        else:
            shows, seats = (told.shows, told.seats) if told is not None else (0, 0)
            counted = say("debrief-presenter-shows", done=parts(shows, seats)) if seats else ""
            self.agreement.setText(say("debrief-presenter-private-table", table=lead.table) + counted)

    def _show_cards(self) -> None:
        """Every card of the moments can be hidden, and every page."""
        lead, say = self.lead, self.lead.speech.say
        debrief = lead.tables.get(lead.table)
        body = self._shown.body if self._shown is not None else None
        away = WHOLE_PAGE in lead.hidden_cards
        self.hide_page.set_icon("eye" if away else "eye-off")
        self.hide_page.setText(say("debrief-presenter-page-show" if away else "debrief-presenter-page"))
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
        for mark, tables in _together(lead.bookmarks):
            lines.addWidget(Divider())
            whole = len(tables) > 1 and tables >= set(lead.tables)
            where = say("debrief-presenter-bookmark-all", week=mark.round) if whole else say(
                "debrief-presenter-bookmark", table=_listed(tables), week=mark.round)  # fmt: skip
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
        gone = int(self._now() - self._begun) if self._begun is not None else 0
        self.clock.setText(
            self.lead.speech.say("debrief-presenter-clock", gone=clock(gone), whole=clock(60 * self.lead.minutes))
        )

    # what is done here

    def _turn(self, lead: DebriefLead) -> None:
        self.lead = lead
        if self._begun is None and lead.pages != PAUSE:
            self._begun = self._now()
        self._tell()

    def _tell(self) -> None:
        self._show()
        self.asked.emit(self.lead.turn())

    def _on_next(self) -> None:
        """What is left to do on the last page is to take the report home."""
        if self.lead.at_end:
            self.report_asked.emit()
        else:
            self._turn(self.lead.next())

    def _on_table(self, place: int) -> None:
        tables = sorted(self.lead.tables)
        self._turn(self.lead.looking(tables[place - 1] if place else 0))

    def _on_link(self, place: int) -> None:
        link = self.lead.tables[self.lead.table].links[place]
        self._turn(replace(self.lead, link=(link.provider, link.customer), revealed=False))

    def _on_card(self, number: int) -> None:
        self._turn(self.lead.hiding(number))

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
        """Open until it is closed, also over a window or a host that is started again."""
        self._turn(self.lead.at_moment(log))
        self._open_moment(log, said)

    def _open_moment(self, log: tuple[int, ...], said: str) -> None:
        scene = self.lead.scene
        if scene is None:
            return
        picture = moment(scene, self.lead.tables.get(self.lead.table), None, log, said)
        sheet = self._moment = MomentSheet(self, picture, self.lead.speech)
        sheet.finished.connect(self._on_moment_closed)
        sheet.show_over()

    def _on_moment_closed(self) -> None:
        sheet, self._moment = self._moment, None
        if sheet is not None:
            sheet.deleteLater()
            self._turn(self.lead.at_moment(()))

    def _on_scores(self) -> None:
        sheet = ScoresSheet(self, self.lead.speech)
        sheet.finished.connect(sheet.deleteLater)
        sheet.show_over()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Save) and self.lead.over:
            self.report.click()
        elif key in (Qt.Key.Key_F9, Qt.Key.Key_Right, Qt.Key.Key_PageDown):
            # whoever pages by remote control does not open a sheet over the last page
            if key == Qt.Key.Key_F9 or not self.lead.at_end:
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


def _together(marks: Iterable[BookmarkSeen]) -> list[tuple[BookmarkSeen, set[int]]]:
    """A note to the whole class stands in the log of each table; it is one note."""
    found: dict[tuple[int, str, str], tuple[BookmarkSeen, set[int]]] = {}
    for mark in marks:
        key = (mark.round, mark.phase, mark.note) if mark.note else (mark.log, mark.phase, f"{mark.table}")
        found.setdefault(key, (mark, set()))[1].add(mark.table)
    return list(found.values())


def _listed(tables: Iterable[int]) -> str:
    return ", ".join(f"{table}" for table in sorted(tables))


def _code(page: PageName) -> str:
    return page.replace("_", "-")
