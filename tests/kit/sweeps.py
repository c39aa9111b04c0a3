"""A table with bots beside people: after whatever a person does the bots act in sweeps, as a host lets them."""

from __future__ import annotations

from collections.abc import Mapping

from sandgame.bots.book import Book
from sandgame.bots.player import Bot
from sandgame.bots.styles import STYLES, StyleName
from sandgame.rules.apply import fold
from sandgame.rules.decide import decide
from sandgame.rules.ids import SeatId, SheetId
from sandgame.rules.intents import AnswerLoan, AnswerSheet, Intent
from sandgame.rules.reason import Refusal
from sandgame.rules.scenario import Scenario
from sandgame.rules.start import start
from sandgame.rules.view import view
from tests.kit.tables import Table, workshop

MOST_SWEEPS = 20


class BotsBeside(Table):
    """The bots act by `sweep`; `refused` are acts of theirs that the rules forbade."""

    def __init__(
        self, bots: Mapping[int, StyleName], scenario: Scenario | None = None, seed: int = 0, length: int = 4
    ) -> None:
        self.log = list(start(scenario or workshop(), "bots", seed, length, "desk", None))
        self.state = fold(self.log)
        book = Book.of(self.state.scenario)
        self.bots = {SeatId(n): Bot(STYLES[style], SeatId(n), book, seed) for n, style in bots.items()}
        self.order = [seat for seat in book.downstream if seat in self.bots]
        self.refused: list[tuple[Intent, Refusal]] = []

    def acts(self, seat: int) -> tuple[Intent, ...]:
        """What a bot wants to do now; nothing is done."""
        return self.bots[SeatId(seat)].act(view(self.state, SeatId(seat)))

    def sweep(self) -> int:
        """Until no bot acts any more, but never longer than a host would wait; the sweeps of the last phase."""
        sweeps, begun = 0, ("", 0)
        while sweeps < MOST_SWEEPS:
            if begun != (self.state.phase, self.state.round):
                sweeps, begun = 0, (self.state.phase, self.state.round)
            acted = [self._act(seat) for seat in self.order]
            if not any(acted):
                break
            sweeps += 1
        return sweeps

    def _act(self, seat: SeatId) -> bool:
        acted = False
        for intent in self.acts(seat):
            outcome = decide(self.state, seat, intent)
            if not isinstance(outcome, Refusal):
                self.log += outcome
                self.state = fold(outcome, self.state)
                acted = True
            elif not isinstance(intent, AnswerLoan) and not self._comes_with_a_give(intent):
                # a loan that is agreed to is refused as well, should the first not have been possible; and so is a give
                self.refused.append((intent, outcome))
        return acted

    def _comes_with_a_give(self, intent: Intent) -> bool:
        return isinstance(intent, AnswerSheet) and self.state.sheets[SheetId(intent.sheet)].give is not None
