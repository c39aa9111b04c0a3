"""How the facilitator's window asks something of tables, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from sandgame.frames.class_wire import Asked
from sandgame.present.console_alerts import Alert
from sandgame.present.console_class import ClassSeen, Times, card_week
from sandgame.present.console_deck import ALL
from sandgame.present.now import Question
from sandgame.present.shell import refusal_text
from sandgame.rules.ids import Phase
from sandgame.rules.reason import Refusal
from sandgame.rules.room_intents import DealCard, RollBack, RoomIntent
from sandgame.ui.console_asks import Asks, Posted
from sandgame.ui.console_talk import Talk
from sandgame.ui.console_undo import UndoNote
from sandgame.ui.questions import put
from sandgame.ui.standing_questions import StandingQuestions

Making = Callable[[int, Phase], RoomIntent]
Stage = tuple[int, Phase]


class Console(Protocol):
    """The screen, as its acts need it."""

    seen: ClassSeen
    trial: bool

    @property
    def table(self) -> int: ...

    @property
    def page(self) -> QWidget: ...

    def times(self) -> Times: ...

    def send(self, frame: Asked) -> None: ...

    def say(self, text: str, icon: str = "", *, bad: bool = False) -> None: ...

    def know(self, seen: ClassSeen) -> None: ...

    @property
    def undo(self) -> UndoNote: ...

    @property
    def talk(self) -> Talk: ...

    def settle(self, alert: Alert, act: str = "") -> None: ...

    def unsettle(self, alert: Alert) -> None: ...

    def open_table(self, table: int) -> None: ...


class Asking:
    """What all acts of the console share: the way to the tables and back."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.asks = Asks(console.send)
        self.questions = StandingQuestions()

    @property
    def _seen(self) -> ClassSeen:
        return self._console.seen

    def _say(self, key: str, **args: str | int) -> str:
        return self._seen.speech.say(key, **args)

    # asking

    def ask(
        self, table: int, make: Making, told: Callable[[Posted], None] | None = None, *, at: Stage | None = None
    ) -> None:
        self.post(table, make, told, at=at)

    def post(
        self, table: int, make: Making, told: Callable[[Posted], None] | None = None, *, at: Stage | None = None
    ) -> Posted | None:
        """Of one table as it stands, or of all (0) as each stands; None where nothing can be asked now. `at`: the
        stage that is meant; a table that has left it refuses."""
        seen = self._seen
        row = seen.rows.get(table) if table else seen.slowest()
        if row is None or not seen.playing:
            return None
        tables = (table,) if table else seen.tables
        week, phase = at or (row.round, row.phase)
        return self.asks.post(tables, make(week, phase), told or self._report, at=table)

    def ask_each(self, tables: Iterable[int], make: Making) -> None:
        """Of some tables, all of them at once where all are meant and stand in the same stage."""
        wanted = tuple(tables)
        if len(wanted) > 1 and wanted == self._seen.tables and not self._seen.apart():
            self.ask(ALL, make)
            return
        for table in wanted:
            self.ask(table, make)

    # questions about tables as they stand

    def stages(self, tables: Iterable[int]) -> dict[int, Stage]:
        """Where they are when a question about them is opened."""
        rows = self._seen.rows
        return {table: (rows[table].round, rows[table].phase) for table in tables if table in rows}

    def still(self, stages: dict[int, Stage]) -> tuple[int, ...]:
        """The tables that have not moved on since."""
        return tuple(table for table, stage in self.stages(stages).items() if stage == stages[table])

    def put(self, make: Callable[[], Question | None], go: Callable[[], None], past: Callable[[], str]) -> None:
        """`make` gives the question as it would be asked now, None once it is overtaken; `past` says why."""
        question = make()
        if question is not None:
            dialog = put(self._console.page, question, go)
            self.questions.add(dialog, lambda: make() or False, past)

    def moved_on(self, tables: Collection[int]) -> str:
        """Said of a question that was closed because the tables it spoke of have gone on by themselves."""
        names = self._say("shell-list-comma").join(self._seen.table_name(table) for table in tables)
        return self._say("console-question-past", tables=names)

    def _report(self, posted: Posted) -> None:
        """What was done is seen on the page; what was not is said once, with the reason."""
        if not posted.whole:
            return
        done = [table for table, ok in posted.answers.items() if ok]
        self._take_in(posted.intent, done)
        reasons: dict[str, list[int]] = {}
        for table, refusal in posted.failed.items():
            reasons.setdefault(self._reason(refusal), []).append(table)
        for reason, tables in reasons.items():
            names = self._say("shell-list-comma").join(self._seen.table_name(table) for table in tables)
            text = reason if len(posted.tables) == 1 else self._say("console-refused-at", tables=names, reason=reason)
            self._console.say(text, "circle-alert", bad=True)

    def _reason(self, refusal: Refusal | None) -> str:
        return self._say("console-not-stored") if refusal is None else refusal_text(self._seen.speech, refusal)

    def _take_in(self, intent: RoomIntent, tables: Iterable[int]) -> None:
        seen = self._seen
        for table in tables:
            if isinstance(intent, DealCard):
                row = seen.rows[table]
                seen = seen.with_dealt(table, intent.card, card_week(row.round, row.phase))
            elif isinstance(intent, RollBack):
                seen = seen.without_dealt(table)
        if seen is not self._seen:
            self._console.know(seen)
