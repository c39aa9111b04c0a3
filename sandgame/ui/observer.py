"""An observer's screen in the shell: the seat or the table with what could be heard, and the card beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from sandgame.frames.classroom import KeepCard
from sandgame.present.now import NotePicture, NowBar
from sandgame.present.observer import card_picture, heard, marked, table_picture, watch_picture
from sandgame.present.scene import Scene
from sandgame.ui.observer_watch import WatchCentre, WatchSide
from sandgame.ui.page import Page

REST_MS = 1500
"""So long after the last mark the card goes to the host by itself."""
DOCK = 498


class Observer(QObject):
    """Joins both for one shell; keeps the cards by week until the host has them."""

    card_asked = Signal(object)
    """A KeepCard for the host."""
    said = Signal(str, str)
    changed = Signal()
    """The now bar says something else."""

    def __init__(self, owner: QWidget, cards: tuple[KeepCard, ...], *, marks: bool = True) -> None:
        """Without `marks` there is no card: only what the seat sees, and what could be heard."""
        super().__init__(owner)
        self._marks = marks
        self.centre, self.side = WatchCentre(marks=marks), WatchSide()
        self._scene: Scene | None = None
        self._week = 0
        self._kept = {card.round: card for card in cards}
        self._cards = dict(self._kept)
        self._sent: dict[int, KeepCard] = {}
        self._handing = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.keep)
        self._words: tuple[object, ...] = ()
        self.side.card.changed.connect(self._on_changed)
        self.centre.heard.picked.connect(self.side.card.attach)
        self.centre.ways.index_changed.connect(lambda _index: self._show())
        self.centre.installEventFilter(self)

    def zones(self, page: Page) -> tuple[QWidget, QWidget | None]:
        """In the place of the page's own."""
        self.centre.show_seat(page.centre)
        if not self._marks:
            return self.centre, page.dock
        self.side.show_dock(page.dock)
        return self.centre, self.side

    def follow(self, scene: Scene) -> None:
        week, fresh = scene.view.table.round, scene.view.table.round != self._week
        if fresh:
            self.keep()
        self._week, self._scene = week, scene
        self._show()
        if fresh:
            self.side.card.show_card(self._cards.get(week))

    def _show(self) -> None:
        scene = self._scene
        if scene is None:
            return
        say, words = scene.speech.say, (scene.speech.language, self._week)
        if words != self._words:
            self._words = words
            self.side.card.show_words(card_picture(scene))
            self.side.tabs.set_options([(say("observer-tab-card"), ""), (say("observer-tab-details"), "")])
        centre = self.centre
        picture = watch_picture(scene, table=centre.at_table)
        centre.show_ways(picture.ways, picture.heard_tab)
        centre.line.setText(picture.line)
        centre.heard.title.setText(picture.heard_title)
        centre.heard.do.setText(picture.heard_do)
        centre.heard.show_heard(heard(scene, table=centre.at_table), picture.to_card, picture.heard_none)
        centre.table.show_table(table_picture(scene))
        centre.arrange()

    def now(self, scene: Scene) -> NowBar:
        say = scene.speech.say
        if not self._marks:
            return NowBar(say("observer-look", department=scene.name(scene.seat)))
        card = self._cards.get(self._week)
        kept = ""
        if card is not None:
            kept = say("shell-kept") if self._kept.get(self._week) == card else say("shell-not-kept")
        note = NotePicture("clipboard-list", marked(scene, card))
        full = card is not None and bool(card.marks or card.note)
        return NowBar(
            say("observer-watch"),
            notes=(note,),
            primary=say("observer-hand-in"),
            enabled=full,
            kept=kept if full else "",
        )

    def hand_in(self) -> None:
        self._handing = True
        self.keep(again=True)

    def keep(self, *, again: bool = False) -> None:
        """Sends every card that the host does not have yet."""
        self._rest.stop()
        for week, card in self._cards.items():
            if self._kept.get(week) != card or (again and week == self._week):
                self._sent[week] = card
                self.card_asked.emit(card)

    def kept(self, week: int) -> None:
        if week in self._sent:
            self._kept[week] = self._sent[week]
        if self._handing and week == self._week and self._scene is not None:
            self._handing = False
            self.said.emit(self._scene.speech.say("observer-handed-in", week=week), "check")
        self.changed.emit()

    def stop(self) -> None:
        self.keep()

    def _on_changed(self) -> None:
        self._cards[self._week] = self.side.card.card(self._week)
        self._rest.start()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.centre and isinstance(event, QResizeEvent) and self.centre.is_low():
            QTimer.singleShot(0, self, self._show)
        return False
