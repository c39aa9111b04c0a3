"""What the facilitator brings into play from the page of all tables: event cards and measures, after a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from sandgame.present.console_deck import ALL, EventPicture, events, measures, where_from
from sandgame.present.now import Question
from sandgame.rules.room_intents import DealCard, SwitchMeasure
from sandgame.ui.console_asking import Asking
from sandgame.ui.console_dialogs import choose
from sandgame.ui.questions import put


class CardActs(Asking):
    def ask_deal(self, number: int, tables: Iterable[int]) -> None:
        """After a question: a card cannot be taken back, and a hand slips."""
        picture = next((each for each in events(self._seen) if each.card == number), None)
        wanted = tuple(table for table in tables if picture is not None and table in picture.tables)
        if picture is None or not wanted:
            self.missed()
            return
        every = len(wanted) > 1 and wanted == self._seen.tables
        names = self._say("shell-list-comma").join(self._seen.table_name(table) for table in wanted)
        where = self._say("console-tables-all") if every else names
        question = Question(
            self._say("console-event-sure", event=picture.title, where=where),
            (picture.line, *self._guide(picture), self._from(picture, wanted), self._say("console-event-final")),
            self._say("console-event-deal"), self._say("console-event-cancel"),
        )  # fmt: skip
        put(self._console.page, question, lambda: self.deal(number, wanted))

    def missed(self) -> None:
        self._console.say(self._say("console-event-missed"), "circle-alert", bad=True)

    def _guide(self, picture: EventPicture) -> tuple[str, ...]:
        return tuple(self._say("console-event-guide", title=a, text=b) for a, b in (picture.purpose, picture.question))

    def _from(self, picture: EventPicture, tables: Iterable[int]) -> str:
        weeks = {table: picture.weeks[table] for table in tables}
        return self._say("console-event-holds", where=where_from(self._seen, weeks))

    def deal(self, number: int, tables: Iterable[int] | None = None) -> None:
        """Onto these tables, or after asking onto which."""
        picture = next((each for each in events(self._seen) if each.card == number), None)
        if picture is None or picture.why_not:
            return
        if tables is not None:
            wanted = tuple(table for table in tables if table in picture.tables)
            self.ask_each(wanted, lambda week, phase: DealCard(round=week, phase=phase, card=number))
            return
        final = self._say("console-event-final")
        lines = (picture.line, *self._guide(picture), self._from(picture, picture.tables), final)
        self._where(
            self._say("console-event-title", event=picture.title), lines, picture.tables,
            (self._say("console-event-deal"), self._say("console-event-cancel")), partial(self.deal, number), "layers",
        )  # fmt: skip

    def switch(self, measure: str, table: int = ALL) -> None:
        picture = next((each for each in measures(self._seen, table) if each.measure == measure), None)
        offers = self._seen.case.measures if self._seen.case is not None else ()
        offer = next((each.measure for each in offers if each.measure == measure), None)
        if picture is None or offer is None or picture.why_not:
            return

        def go(tables: Iterable[int]) -> None:
            self.ask_each(tables, lambda week, phase: SwitchMeasure(round=week, phase=phase, measure=offer))

        self._where(
            self._say("console-measure-title", measure=picture.title), (picture.line, picture.cost), picture.tables,
            (self._say("console-measure-switch"), self._say("console-measure-cancel")), go, "presentation",
        )  # fmt: skip

    def _where(
        self,
        title: str,
        lines: Iterable[str],
        tables: tuple[int, ...],
        buttons: tuple[str, str],
        go: Callable[[tuple[int, ...]], None],
        icon: str,
    ) -> None:
        """On which of these tables; the one that is open, or that is meant, stands first."""
        seen, here = self._seen, self._console.table
        choices: list[tuple[int, ...]] = [(table,) for table in tables]
        names = [seen.table_name(table) for table in tables]
        if len(tables) > 1:
            choices.insert(0, tables)
            names.insert(0, self._say("console-tables-all"))
        first = choices.index((here,)) if (here,) in choices else -1
        choose(
            self._console.page, title, tuple(lines), names, buttons, lambda at: go(choices[at]), first=first, icon=icon
        )
