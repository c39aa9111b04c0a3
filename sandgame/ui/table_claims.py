"""The pool at the laptop of a table: claims of people go out at once, what bots are to have waits for an agreement."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from sandgame.frames.seat import Answered
from sandgame.present.shell import refusal_text
from sandgame.present.table_pool import Shares, agreement, claim, pool_picture
from sandgame.present.table_scene import TableScene
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Intent
from sandgame.ui.table_pool import PoolCard


class PoolClaims(QObject):
    """Its card, and what was asked by it."""

    def __init__(self, submit: Callable[[SeatId, Intent], str], parent: QObject) -> None:
        super().__init__(parent)
        self._submit = submit
        self._table: TableScene | None = None
        self._shares: Shares = {}
        self._fault = ""
        self._asked: set[str] = set()
        self.card = PoolCard()
        self.card.hours_changed.connect(self._on_claim)
        self.card.claim_asked.connect(partial(self._on_claim, hours=1))
        self.card.agree_asked.connect(self._on_agree)

    def begin(self) -> None:
        """Another week."""
        self._shares, self._fault = {}, ""

    def see(self, table: TableScene) -> None:
        self._table = table
        picture = pool_picture(table, self._shares)
        self.card.setVisible(picture is not None)
        if picture is not None:
            self.card.show_pool(picture, self._fault)

    def answered(self, frame: Answered) -> bool:
        """Whether this was asked here."""
        if frame.id not in self._asked or self._table is None:
            return False
        self._asked.discard(frame.id)
        speech = self._table.speech
        if frame.refusal is not None:
            self._fault = refusal_text(speech, frame.refusal)
        elif not frame.stored:
            self._fault = speech.say("table-not-stored")
        self.see(self._table)
        return True

    def _on_claim(self, seat: int, hours: int) -> None:
        table, who = self._table, SeatId(seat)
        if table is None:
            return
        self._fault = ""
        if table.is_person(who):
            self._asked.add(self._submit(who, claim(table, hours)))
        else:
            self._shares[who] = hours
            self.see(table)

    def _on_agree(self) -> None:
        if self._table is not None:
            self._asked.update(self._submit(seat, intent) for seat, intent in agreement(self._table, self._shares))
