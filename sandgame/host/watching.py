"""Who looks on in a class: tokens to come back by, cards kept on the disk, and what all cards of a table come to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from sandgame.frames.classroom import Behaviour, CardsTold, KeepCard, MarkCount, WatchGiven
from sandgame.host.chair import kept_as, new_token
from sandgame.host.class_table import ClassTable
from sandgame.rules.ids import SeatId
from sandgame.store.classes import ClassStore, Watcher

BEHAVIOURS: tuple[Behaviour, ...] = get_args(Behaviour)


class Watching:
    """Stored first, then it holds."""

    def __init__(self, store: ClassStore, tables: Sequence[ClassTable]) -> None:
        self._store = store
        self._tables = tables
        self._watchers = {
            watcher.token: (table, watcher) for table in tables for watcher in store.watchers(table.table.game)
        }

    def begin(self, table: ClassTable, seat: SeatId) -> WatchGiven:
        token = new_token()
        self._put(table, Watcher(kept_as(token), seat))
        return WatchGiven(table.number, seat, token)

    def again(self, token: str) -> WatchGiven | None:
        """Where whoever has this token looked on, with the cards so far."""
        found = self._watchers.get(kept_as(token))
        return None if found is None else WatchGiven(found[0].number, found[1].seat, token, found[1].cards)

    def keep(self, token: str, card: KeepCard) -> CardsTold | None:
        """`token` as it is stored. A card of the same week gives way; one of a week to come is none."""
        found = self._watchers.get(token)
        if found is None or card.round > found[0].table.state.round:
            return None
        table, watcher = found
        self._put(table, watcher.with_card(card))
        return self.told(table)

    def _put(self, table: ClassTable, watcher: Watcher) -> None:
        self._store.keep_watcher(table.table.game, watcher)
        self._watchers[watcher.token] = table, watcher

    def told(self, table: ClassTable) -> CardsTold:
        """Counted, and the notes by week: nothing says whose they are."""
        cards = sorted(self._cards(table), key=lambda card: (card.round, card.note))
        counts = tuple(_count(behaviour, cards) for behaviour in BEHAVIOURS)
        return CardsTold(table.number, len(cards), counts, tuple(card.note for card in cards if card.note))

    def all_told(self) -> Iterator[CardsTold]:
        return (self.told(table) for table in self._tables if any(self._cards(table)))

    def _cards(self, table: ClassTable) -> Iterator[KeepCard]:
        """Those on which anything stands."""
        for at, watcher in self._watchers.values():
            if at is table:
                yield from (card for card in watcher.cards if card.marks or card.note)


def _count(behaviour: Behaviour, cards: Sequence[KeepCard]) -> MarkCount:
    marks = [each.mark for card in cards for each in card.marks if each.behaviour == behaviour]
    return MarkCount(
        behaviour,
        not_seen=marks.count("not_seen"),
        partly=marks.count("partly"),
        clearly=marks.count("clearly"),
        no_chance=marks.count("no_chance"),
    )
