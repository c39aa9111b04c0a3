"""The page of all tables: the strip, the cards, and at the right what needs somebody, the deck and the line to all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.present.bookmarks import together
from sandgame.present.console import SIDE_BY_SIDE, strip
from sandgame.present.console_alerts import Alert
from sandgame.present.console_cards import CardPicture, by_need, card, waiting_card, way_meanings
from sandgame.present.console_class import ClassSeen, Times
from sandgame.present.console_deck import EventPicture, Receiver, events, measures, say_hint, say_to
from sandgame.present.console_queue import queue
from sandgame.present.console_watch import watched_rows
from sandgame.ui.console_card import CardGrid
from sandgame.ui.console_deck import DeckPanel, NoteRow, event_thing, measure_thing
from sandgame.ui.console_legend import WayLegend
from sandgame.ui.console_queue import QueuePanel
from sandgame.ui.console_say import SayPanel
from sandgame.ui.console_strip import ConsoleStrip
from sandgame.ui.kit.cards import Card, EmptyState, column, row
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.scroller import Scroller

_SIDE, _SIDE_NARROW = 300, 272
_SIDE_WIDE = 520
_NARROW = 1280
FEW = 2
"""So many tables stand side by side and leave room."""
_LEAST_DECK = 186
_UNDER = 10
_QUEUE_SHARE = 52
"""Percent of the side that the queue takes, whatever is in it: the tabs below it stay where they are."""


class ConsolePage(QWidget, Themed):
    """Shows; what is asked goes out by the signals of its parts."""

    sorted_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = ConsoleStrip()
        self.grid = CardGrid()
        self.queue = QueuePanel()
        self.deck = DeckPanel()
        self.say = SayPanel()
        self.none = EmptyState(icon="table-2")
        self._events: tuple[EventPicture, ...] = ()
        self._alerts: Sequence[Alert] = ()
        self._area = Scroller(self.grid)
        self.legend = WayLegend()
        self._side = Card()
        side = column(self._side, margins=(1, 1, 1, 1), gap=0)
        side.addWidget(self.queue)
        side.addWidget(self.deck, 1)
        side.addWidget(self.say)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.strip)
        left.addWidget(self.none)
        left.addWidget(self._area, 1)
        left.addWidget(self.legend)
        across = row(self, margins=(10, 10, 10, 10), gap=10)
        across.addLayout(left, 1)
        across.addWidget(self._side)
        self.strip.sort_asked.connect(lambda _on: self.sorted_changed.emit())
        self.deck.dragged.connect(self._on_drag)
        self.none.hide()

    # showing

    def show_class(
        self,
        seen: ClassSeen,
        alerts: Sequence[Alert],
        times: Times,
        *,
        shared: bool,
        ready: bool = True,
    ) -> None:
        self._events = () if shared else events(seen)
        self._alerts = alerts
        self.show_cards(seen, alerts, times, shared=shared)
        self.queue.show_queue(queue(seen, alerts, shared=shared, ready=ready))
        self._show_deck(seen, () if shared else note_rows(seen), shared=shared)
        say = seen.speech.say
        self.none.set_texts(say("console-none-title"), say("console-none-line"))

    def show_time(self, seen: ClassSeen, times: Times, *, trial: bool, shared: bool) -> None:
        say = seen.speech.say
        tags = (say("console-trial-tag") if trial else "", say("console-shared-tag") if shared else "")
        self.strip.show_strip(strip(seen, times, shared=shared), *tags)
        self.strip.set_drop_text(say("console-event-drop-all"))
        if seen.playing:
            self.show_cards(seen, self._alerts, times, shared=shared)

    def show_cards(self, seen: ClassSeen, alerts: Sequence[Alert], times: Times, *, shared: bool) -> None:
        if seen.rows and seen.state != "lobby":
            cards: Sequence[CardPicture] = [
                card(seen, each, alerts, times, shared=shared) for each in seen.rows.values()
            ]
        elif seen.departments:
            cards = [waiting_card(seen, table) for table in seen.lobby]
        else:
            cards = []
        if self.strip.sort.isChecked():
            cards = by_need(cards, alerts)
        count = len(self.grid.cards)
        first = alerts[0].table if alerts and not alerts[0].quiet else 0
        tips = (seen.speech.say("term-index-tip"), *(() if shared else (_ways_tip(seen),)))
        self.grid.show_cards(cards, self._takes, self._spoken(seen), first, "\n".join(tips))
        self.none.setVisible(not cards)
        self.legend.show_meanings(way_meanings(seen) if seen.playing and not shared and not seen.ended else ())
        if len(cards) != count:
            self._fit()
        self._show_legend(self.height() - self.strip.height() - 30)

    def show_say(self, seen: ClassSeen, to: Receiver, *, online: bool) -> None:
        say = seen.speech.say
        self.say.show_texts(say_hint(seen, to), say("console-send"), say_to(seen, to), say("console-to-title"),
                            enabled=online and seen.playing)  # fmt: skip

    def _spoken(self, seen: ClassSeen) -> Callable[[str], str]:
        return lambda text: seen.speech.say("console-spoken-card", card=text)

    def _show_deck(self, seen: ClassSeen, notes: Sequence[NoteRow], *, shared: bool) -> None:
        say = seen.speech.say
        lock = "-locked" if shared else ""
        self.deck.show_deck(
            (say("console-tab-events"), say("console-tab-measures"), say("console-tab-notes")),
            (say("console-events-hint"), say("console-measures-hint"), ""),
            (
                # before the case is known nothing is said of what it has
                (say(f"console-events-{lock[1:] or 'none'}"), say(f"console-events-{lock[1:] or 'none'}-line"))
                if shared or seen.case is not None
                else ("", ""),
                (say("console-measures-none"), ""),
                (say(f"console-notes-{lock[1:] or 'empty'}"), "" if shared else say("console-notes-empty-line")),
            ),
            [event_thing(each) for each in self._events],
            [measure_thing(each) for each in measures(seen)],
            notes,
        )  # fmt: skip

    # dragging

    def _takes(self, number: int, table: int) -> bool:
        return any(each.card == number and table in each.tables for each in self._events)

    def _on_drag(self, number: int) -> None:
        self.grid.show_drag(number)
        self.strip.set_drag(on=bool(number))

    # places

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def on_look_changed(self) -> None:
        self._fit()

    def _fit(self) -> None:
        look = current_look()
        wide = self.width() >= look.scaled(_NARROW)
        side = round(min(look.scaled(_SIDE if wide else _SIDE_NARROW), self.width() * 0.34))
        self._side.setFixedWidth(max(side, self._spare()))
        head = self.strip.height() + 30
        room = self.height() - head
        self.grid.fit(max(100, room))
        self._show_legend(room)
        self._fit_side()

    def _show_legend(self, room: int) -> None:
        """Where the cards leave a place for it; elsewhere their tips say the same."""
        few = 0 < len(self.grid.cards) <= SIDE_BY_SIDE
        low = self.grid.minimumHeight() + self.legend.sizeHint().height() + _UNDER > room
        self.legend.setVisible(few and not low and bool(self.legend.meanings()))

    def _spare(self) -> int:
        """With few tables the side takes what their cards leave: its event cards need fewer lines."""
        if not self.grid.cards or len(self.grid.cards) > FEW or self.width() < current_look().scaled(_NARROW):
            return 0
        return min(round(current_look().scaled(_SIDE_WIDE)), self.width() - 30 - self.grid.widest())

    def _fit_side(self) -> None:
        """By its share alone, never by what is in it; the deck keeps some room."""
        whole = self.height() - 22 - self.say.plain_height()
        least = min(round(current_look().scaled(_LEAST_DECK)), whole // 2)
        self.queue.setFixedHeight(max(80, min(whole * _QUEUE_SHARE // 100, whole - least)))


def _ways_tip(seen: ClassSeen) -> str:
    texts = (each.text for each in way_meanings(seen))
    return seen.speech.say("console-ways-tip", ways=seen.speech.say("game-list-comma").join(texts))


def note_rows(seen: ClassSeen) -> list[NoteRow]:
    """The newest first; behind them what the observers wrote."""
    say = seen.speech.say
    rows = []
    for mark, tables in reversed(together(seen.marks)):
        names = say("shell-list-comma").join(seen.table_name(table) for table in sorted(tables))
        when = f"{seen.week(mark.round)} {seen.phase_name(mark.phase)}"
        rows.append(NoteRow(f"{names or say('console-tables-all')} · {when}", mark.note or say("console-note-plain")))
    return [*rows, *observed_rows(seen)]


def observed_rows(seen: ClassSeen) -> list[NoteRow]:
    """By table; what was made a bookmark here says so."""
    act, kept = seen.speech.say("console-cards-keep"), seen.speech.say("console-cards-kept")
    marked = {(mark.table, mark.note) for mark in seen.marks}
    return [
        NoteRow(
            each.title,
            "\n".join(each.lines),
            "binoculars",
            (each.table, each.mark) if seen.playing and (each.table, each.mark) not in marked else None,
            act,
            kept if (each.table, each.mark) in marked else "",
        )
        for each in watched_rows(seen)
    ]
