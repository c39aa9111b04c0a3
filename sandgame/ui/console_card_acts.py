"""What the facilitator brings into play from the page of all tables: event cards and measures, after a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from sandgame.present.console_deck import ALL, EventPicture, MeasurePicture, events, measures, where_from
from sandgame.present.now import Question
from sandgame.rules.room_intents import DealCard, SwitchMeasure
from sandgame.ui.console_asking import Asking
from sandgame.ui.console_dialogs import choose


class CardActs(Asking):
    def ask_deal(self, number: int, tables: Iterable[int]) -> None:
        """After a question: a card cannot be taken back, and a hand slips."""
        picture = self._card(number)
        wanted = tuple(table for table in tables if picture is not None and table in picture.tables)
        if picture is None or not wanted:
            self.missed()
            return
        weeks = {table: picture.weeks[table] for table in wanted}
        self.put(
            lambda: self._sure(number, self._dealable(number, weeks)),
            lambda: self._deal_to(number, self._dealable(number, weeks)),
            lambda: self.moved_on(weeks),
        )

    def _card(self, number: int) -> EventPicture | None:
        return next((each for each in events(self._seen) if each.card == number), None)

    def _dealable(self, number: int, weeks: Mapping[int, int]) -> tuple[int, ...]:
        """Of the tables that were asked about those at which the card would still hold from the week that was said."""
        now = self._card(number)
        found = now.weeks if now is not None else {}
        return tuple(table for table, week in weeks.items() if found.get(table) == week)

    def _sure(self, number: int, wanted: tuple[int, ...]) -> Question | None:
        picture = self._card(number)
        if picture is None or not wanted:
            return None
        every = len(wanted) > 1 and wanted == self._seen.tables
        names = self._say("shell-list-comma").join(self._seen.table_name(table) for table in wanted)
        where = self._say("console-tables-all") if every else names
        return Question(
            self._say("console-event-sure", event=picture.title, where=where),
            (picture.line, *self._guide(picture), self._from(picture, wanted), self._say("console-event-final")),
            self._say("console-event-deal"), self._say("console-event-cancel"),
        )  # fmt: skip

    def _deal_to(self, number: int, tables: tuple[int, ...]) -> None:
        self.ask_each(tables, lambda week, phase: DealCard(round=week, phase=phase, card=number))

    def missed(self) -> None:
        self._console.say(self._say("console-event-missed"), "circle-alert", bad=True)

    def _guide(self, picture: EventPicture) -> tuple[str, ...]:
        return tuple(self._say("console-event-guide", title=a, text=b) for a, b in (picture.purpose, picture.question))

    def _from(self, picture: EventPicture, tables: Iterable[int]) -> str:
        weeks = {table: picture.weeks[table] for table in tables}
        return self._say("console-event-holds", where=where_from(self._seen, weeks))

    def deal(self, number: int) -> None:
        """After asking onto which tables."""
        picture = self._card(number)
        if picture is None or picture.why_not:
            return
        final = self._say("console-event-final")
        lines = (picture.line, *self._guide(picture), self._from(picture, picture.tables), final)
        weeks = dict(picture.weeks)
        self._where(
            self._say("console-event-title", event=picture.title), lines, picture.tables,
            (self._say("console-event-deal"), self._say("console-event-cancel")), partial(self._deal_to, number),
            lambda: self._dealable(number, weeks), "layers",
        )  # fmt: skip

    def switch(self, measure: str, table: int = ALL) -> None:
        def now() -> MeasurePicture | None:
            return next((each for each in measures(self._seen, table) if each.measure == measure), None)

        picture = now()
        offers = self._seen.case.measures if self._seen.case is not None else ()
        offer = next((each.measure for each in offers if each.measure == measure), None)
        if picture is None or offer is None or picture.why_not:
            return
        stages = self.stages(picture.tables)

        def go(tables: tuple[int, ...]) -> None:
            self.ask_each(tables, lambda week, phase: SwitchMeasure(round=week, phase=phase, measure=offer))

        self._where(
            self._say("console-measure-title", measure=picture.title), (picture.line, picture.cost), picture.tables,
            (self._say("console-measure-switch"), self._say("console-measure-cancel")), go,
            lambda: self.still(stages), "presentation",
        )  # fmt: skip

    def _where(
        self,
        title: str,
        lines: Iterable[str],
        tables: tuple[int, ...],
        buttons: tuple[str, str],
        go: Callable[[tuple[int, ...]], None],
        now: Callable[[], tuple[int, ...]],
        icon: str,
    ) -> None:
        """On which of these tables; the one that is open, or that is meant, stands first. `now`: those of them of
        which it can still be asked; what was chosen is asked of no other."""
        seen, here = self._seen, self._console.table
        choices: list[tuple[int, ...]] = [(table,) for table in tables]
        names = [seen.table_name(table) for table in tables]
        if len(tables) > 1:
            choices.insert(0, tables)
            names.insert(0, self._say("console-tables-all"))
        first = choices.index((here,)) if (here,) in choices else -1

        def chosen(at: int) -> None:
            """What is past for a table that was meant is said, and asked of the others."""
            left = tuple(table for table in choices[at] if table in now())
            gone = tuple(table for table in choices[at] if table not in left)
            if gone:
                self._console.say(self.moved_on(gone), "info")
            go(left)

        dialog = choose(self._console.page, title, tuple(lines), names, buttons, chosen, first=first, icon=icon)
        self.questions.add(dialog, lambda: bool(now()), lambda: self.moved_on(tables))
