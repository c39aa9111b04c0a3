"""An observer's screen in the shell: the seat or the table with what could be heard, and the card beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from sandgame.frames.classroom import Behaviour, KeepCard, Marked
from sandgame.present.now import NotePicture, NowBar
from sandgame.present.observer import (
    BEHAVIOURS,
    LONGEST,
    MARKS,
    CardPicture,
    HeardLine,
    TablePicture,
    card_picture,
    heard,
    marked,
    table_picture,
    watch_picture,
)
from sandgame.present.scene import Scene
from sandgame.present.shell import NOBODY
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import FlatButton, LinkButton
from sandgame.ui.kit.cards import Card, Divider, column, row
from sandgame.ui.kit.fields import TextField
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.segmented import Segmented
from sandgame.ui.kit.themed import current_look
from sandgame.ui.page import Page
from sandgame.ui.rows import Rows
from sandgame.ui.scroller import Scroller

REST_MS = 1500
"""So long after the last mark the card goes to the host by itself."""
_TALL = 470
"""In a lower window what could be heard is a third way to look, not a strip below."""
DOCK = 498
_TITLE = 170
_STRIP = 176
"""Of a seat's page the page itself is looked at first."""
_NO_LIMIT = 16_777_215


class MarkRow(Segmented):
    """Four marks; none at first."""

    def clear(self) -> None:
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)


class _Item(QWidget):
    """A behaviour, its mark, and the line of the week that shows it."""

    marked = Signal()

    def __init__(self, behaviour: Behaviour) -> None:
        super().__init__()
        self.behaviour = behaviour
        self.evidence = ""
        self.title = Label("", "body", weight=700, wraps=True)
        self.line = Label("", "caption", "text_secondary", wraps=True)
        self.marks = MarkRow()
        self.link = Label("", "caption", "info", wraps=True, icon="link", icon_tone="info")
        self.off = FlatButton("", "x")
        lines = column(self, margins=(12, 7, 12, 7), gap=3)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.line)
        self._across = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._across.setSpacing(4)
        self._across.addLayout(words, 1)
        self._across.addWidget(self.marks)
        lines.addLayout(self._across)
        self._linked = QWidget()
        across = row(self._linked, gap=4)
        across.addWidget(self.link, 1, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self.off)
        lines.addWidget(self._linked)
        self.marks.index_changed.connect(lambda _index: self.marked.emit())
        self.off.clicked.connect(partial(self.attach, ""))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Side by side where both have room."""
        wide = self.width() >= self.marks.sizeHint().width() + current_look().scaled(_TITLE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if way != self._across.direction():
            self._across.setDirection(way)

    def attach(self, evidence: str) -> None:
        self.show_evidence(evidence)
        self.marked.emit()

    def show_evidence(self, evidence: str) -> None:
        self.evidence = evidence
        self.link.setText(evidence)
        self._linked.setVisible(bool(evidence))

    def mark(self) -> Marked | None:
        index = self.marks.index()
        return Marked(self.behaviour, MARKS[index], self.evidence) if index >= 0 else None


class CardPanel(Card):
    """The card of a week. `changed` by the observer."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = Label("", "label", weight=700, wraps=True, icon="clipboard-list")
        self.by = Label("", "caption", "text_secondary")
        self.items = [_Item(behaviour) for behaviour in BEHAVIOURS]
        self.chosen = self.items[0]
        """The one that a line goes to as evidence: marked last."""
        self.note = TextField(longest=LONGEST)
        self.foot = Label("", "caption", "text_secondary", wraps=True, icon="info")
        inner = QWidget()
        lines = column(inner, margins=(0, 0, 0, 10), gap=0)
        for item in self.items:
            lines.addWidget(item)
            lines.addWidget(Divider())
            item.marked.connect(partial(self._on_marked, item))
        note = QWidget()
        column(note, margins=(12, 8, 12, 0)).addWidget(self.note)
        lines.addWidget(note)
        lines.addStretch(1)
        inside = column(self, margins=(1, 1, 1, 1), gap=0)
        head = row(margins=(12, 9, 12, 9), gap=8)
        head.addWidget(self.title, 1)
        head.addWidget(self.by)
        inside.addLayout(head)
        inside.addWidget(Divider())
        inside.addWidget(Scroller(inner), 1)
        inside.addWidget(Divider())
        foot = QWidget()
        column(foot, margins=(12, 7, 12, 8)).addWidget(self.foot)
        inside.addWidget(foot)
        self.note.edit.textEdited.connect(lambda _text: self.changed.emit())

    def show_words(self, picture: CardPicture) -> None:
        self.title.setText(picture.title)
        self.by.setText(picture.by)
        for item, words in zip(self.items, picture.items, strict=True):
            item.title.setText(words.title)
            item.line.setText(words.line)
            index = item.marks.index()
            item.marks.set_options([(text, "") for text in picture.marks])
            item.marks.clear()
            item.marks.set_index(index)
            item.marks.setAccessibleName(f"{words.title}, {words.line}")
            item.off.setAccessibleName(picture.evidence_off)
            item.off.setToolTip(picture.evidence_off)
        self.note.set_texts(picture.note)
        self.foot.setText(picture.foot)
        self.setAccessibleName(picture.title)

    def show_card(self, card: KeepCard | None) -> None:
        marks = {each.behaviour: each for each in card.marks} if card is not None else {}
        for item in self.items:
            item.marks.clear()
            given = marks.get(item.behaviour)
            if given is not None:
                item.marks.set_index(MARKS.index(given.mark))
            item.show_evidence(given.evidence if given is not None else "")
        self.note.set_text(card.note if card is not None else "")
        self._choose(self.items[0])

    def card(self, week: int) -> KeepCard:
        marks = tuple(mark for item in self.items if (mark := item.mark()) is not None)
        return KeepCard(week, marks, self.note.text().strip()[:LONGEST])

    def attach(self, evidence: str) -> None:
        """To what was marked last; without a mark it counts as seen clearly."""
        if self.chosen.marks.index() < 0:
            self.chosen.marks.set_index(MARKS.index("clearly"))
        self.chosen.attach(evidence[:LONGEST])

    def _on_marked(self, item: _Item) -> None:
        self._choose(item)
        self.changed.emit()

    def _choose(self, item: _Item) -> None:
        self.chosen = item
        for each in self.items:
            each.title.set_tone("info" if each is item else "text")


class _Heard(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._badge = BadgeWidget(NOBODY, 20)
        self.text = Label("", "body", wraps=True)
        self.go = LinkButton("", "link", size="small")
        across = row(self, margins=(0, 3, 0, 3), gap=8)
        across.addWidget(self._badge)
        across.addWidget(self.text, 1, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self.go)

    def show_heard(self, line: HeardLine, go: str) -> None:
        self._badge.set_picture(line.badge)
        self.text.setText(line.text)
        self.go.setText(go)
        self.go.setAccessibleName(f"{go}: {line.text}")


class HeardPanel(Card):
    """What could be heard this week; a line goes to the card as evidence."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.title = Label("", "label", weight=700, wraps=True)
        self.do = Label("", "caption", "text_secondary")
        self.none = Label("", "body", "text_secondary", wraps=True)
        self._go = ""
        inner = QWidget()
        lines = column(inner, margins=(0, 0, 0, 0), gap=0)
        lines.addWidget(self.none)
        self.rows: Rows[HeardLine, _Heard] = Rows(lines, self._make, lambda row_, line: row_.show_heard(line, self._go))
        lines.addStretch(1)
        inside = column(self, margins=(14, 8, 10, 8), gap=4)
        head = row(gap=8)
        head.addWidget(self.title, 1)
        head.addWidget(self.do)
        inside.addLayout(head)
        inside.addWidget(Scroller(inner), 1)

    def show_heard(self, lines: tuple[HeardLine, ...], go: str, none: str) -> None:
        self._go = go
        self.rows.fill(lines)
        self.none.setText(none)
        self.none.setVisible(not lines)
        self.do.setVisible(bool(lines))

    def _make(self) -> _Heard:
        made = _Heard()
        made.go.clicked.connect(lambda: self.picked.emit(made.text.text()))
        return made


class TablePanel(Card):
    """The company as all its seats know it."""

    def __init__(self) -> None:
        super().__init__(ground="sand")
        self.title = Label("", "heading", weight=700, wraps=True, icon="scale")
        self.none = Label("", "bodyLarge", "text_secondary", wraps=True)
        self.facts = Label("", "body", wraps=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(4)
        self.cells: list[Label] = []
        inside = column(self, margins=(20, 16, 20, 16), gap=10)
        inside.addWidget(self.title)
        inside.addWidget(self.none)
        across = row()
        across.addLayout(self._grid)
        across.addStretch(1)
        inside.addLayout(across)
        inside.addWidget(self.facts)
        inside.addStretch(1)

    def show_table(self, picture: TablePicture) -> None:
        self.title.setText(picture.title)
        self.none.setText(picture.none)
        self.none.setVisible(bool(picture.none))
        self.facts.setText(" ".join(picture.facts))
        self.facts.setVisible(bool(picture.facts))
        rows_ = (picture.heads, *picture.weeks) if picture.weeks else ()
        texts = [(line, place, text) for line, cells in enumerate(rows_) for place, text in enumerate(cells)]
        while len(self.cells) < len(texts):
            self.cells.append(Label("", "body"))
        for cell in self.cells:
            self._grid.removeWidget(cell)
            cell.hide()
        for cell, (line, place, text) in zip(self.cells, texts, strict=False):
            cell.setText(text)
            cell.set_tone("text" if line else "text_secondary")
            self._grid.addWidget(cell, line, place)
            cell.show()


class WatchCentre(QWidget):
    """The seat's page, or the table; below it, or in its place, what could be heard."""

    def __init__(self) -> None:
        super().__init__()
        self.ways = Segmented()
        self.line = Label("", "caption", "text_secondary", wraps=True, icon="eye")
        self.stack = QStackedWidget()
        self.table = TablePanel()
        self.heard = HeardPanel()
        self.stack.addWidget(self.table)
        self._seat: QWidget | None = None
        self._texts: tuple[str, ...] = ()
        head = row(gap=12)
        head.addWidget(self.ways)
        head.addWidget(self.line, 1, Qt.AlignmentFlag.AlignVCenter)
        self._lines = column(self, margins=(0, 0, 0, 0), gap=8)
        self._lines.addLayout(head)
        self._lines.addWidget(self.stack, 3)
        self._lines.addWidget(self.heard, 1)
        self._low = False

    @property
    def at_table(self) -> bool:
        return self.ways.index() == 1

    def show_seat(self, centre: QWidget) -> None:
        """Another page's middle."""
        if centre is not self._seat:
            if self._seat is not None:
                self.stack.removeWidget(self._seat)
                self._seat.hide()
            self._seat = centre
            self.stack.addWidget(centre)
        self.arrange()

    def show_ways(self, texts: tuple[str, str], heard_: str) -> None:
        wanted = (*texts, heard_) if self._low else texts
        if wanted != self._texts:
            self._texts = wanted
            self.ways.set_options([(text, "") for text in wanted])

    def arrange(self) -> None:
        low_way = self._low and self.ways.index() == 2
        self.stack.setVisible(not low_way)
        self.heard.setVisible(not self._low or low_way)
        strip = round(current_look().scaled(_STRIP)) if not self._low and not self.at_table else _NO_LIMIT
        self.heard.setMaximumHeight(strip)
        shown = self.table if self.at_table else self._seat
        if shown is not None:
            self.stack.setCurrentWidget(shown)
            shown.show()

    def is_low(self) -> bool:
        """Whether this has changed with the size."""
        before, self._low = self._low, self.height() < _TALL
        return before != self._low


class WatchSide(Card):
    """The card, and behind a tab what the seat works on."""

    def __init__(self) -> None:
        super().__init__()
        self.tabs = Segmented()
        self.stack = QStackedWidget()
        self.card = CardPanel()
        self.stack.addWidget(self.card)
        self._dock: QWidget | None = None
        lines = column(self, margins=(1, 6, 1, 1), gap=6)
        lines.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self.stack, 1)
        self.tabs.index_changed.connect(self.arrange)

    def show_dock(self, dock: QWidget | None) -> None:
        if dock is not self._dock:
            if self._dock is not None:
                self.stack.removeWidget(self._dock)
                self._dock.hide()
            self._dock = dock
            if dock is not None:
                self.stack.addWidget(dock)
        self.tabs.setVisible(dock is not None)
        self.arrange()

    def arrange(self) -> None:
        shown = self._dock if self._dock is not None and self.tabs.index() == 1 else self.card
        self.stack.setCurrentWidget(shown)
        shown.show()


class Observer(QObject):
    """Joins both for one shell; keeps the cards by week until the host has them."""

    card_asked = Signal(object)
    """A KeepCard for the host."""
    said = Signal(str, str)
    changed = Signal()
    """The now bar says something else."""

    def __init__(self, owner: QWidget, cards: tuple[KeepCard, ...]) -> None:
        super().__init__(owner)
        self.centre, self.side = WatchCentre(), WatchSide()
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

    def zones(self, page: Page) -> tuple[QWidget, QWidget]:
        """In the place of the page's own."""
        self.centre.show_seat(page.centre)
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
