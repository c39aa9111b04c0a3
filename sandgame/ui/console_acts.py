"""What the facilitator does from the page of all tables: time and phases, cards and measures, words, codes, the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from sandgame.frames.class_wire import Asked
from sandgame.frames.classroom import Absence, EndClass, MakeSeatCode, Pace, SeatCodeMade, SetAbsence, SetPace
from sandgame.present import console as words
from sandgame.present.console_alerts import Alert
from sandgame.present.console_class import ClassSeen, Times, place_of
from sandgame.present.console_deck import ALL, EventPicture, Receiver, events, measures, receipt, say_hint
from sandgame.present.console_queue import reminder
from sandgame.present.now import Question
from sandgame.present.shell import refusal_text
from sandgame.rules.ids import Phase, SeatId
from sandgame.rules.intents import TimeUp
from sandgame.rules.reason import Refusal
from sandgame.rules.room_intents import (
    ChangeTime,
    DealCard,
    MarkMoment,
    PausePlay,
    Player,
    ResumePlay,
    RollBack,
    RoomIntent,
    SeatPlayer,
    ShortenSession,
    SwitchMeasure,
    TellTable,
)
from sandgame.ui.console_asks import Asks, Posted
from sandgame.ui.console_dialogs import choose, show_code, type_number, write
from sandgame.ui.console_undo import UndoNote
from sandgame.ui.questions import put

Making = Callable[[int, Phase], RoomIntent]


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

    def settle(self, alert: Alert, act: str = "") -> None: ...

    def unsettle(self, alert: Alert) -> None: ...

    def show_receipt(self, text: str, *, ok: bool, under_way: bool) -> None: ...

    def noted(self, tables: Iterable[int], text: str) -> None: ...

    def open_table(self, table: int) -> None: ...


class ConsoleActs:  # long: a short method for each thing that can be done
    def __init__(self, console: Console) -> None:
        self._console = console
        self.asks = Asks(console.send)

    @property
    def _seen(self) -> ClassSeen:
        return self._console.seen

    def _say(self, key: str, **args: str | int) -> str:
        return self._seen.speech.say(key, **args)

    # asking

    def ask(self, table: int, make: Making, told: Callable[[Posted], None] | None = None) -> None:
        """Of one table as it stands, or of all (0) as each stands."""
        seen = self._seen
        row = seen.rows.get(table) if table else seen.slowest()
        if row is None or not seen.playing:
            return
        tables = (table,) if table else seen.tables
        self.asks.post(tables, make(row.round, row.phase), told or self._report, at=table)

    def ask_each(self, tables: Iterable[int], make: Making) -> None:
        """Of some tables, all of them at once where all are meant."""
        wanted = tuple(tables)
        if len(wanted) > 1 and wanted == self._seen.tables:
            self.ask(ALL, make)
            return
        for table in wanted:
            self.ask(table, make)

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
                seen = seen.with_dealt(table, intent.card)
            elif isinstance(intent, ShortenSession):
                seen = seen.with_length(table, intent.length)
            elif isinstance(intent, RollBack):
                seen = seen.without_dealt(table)
        if seen is not self._seen:
            self._console.know(seen)

    # time

    def pause(self) -> None:
        table = self._console.table
        make = ResumePlay if words.is_paused(self._seen, table) else PausePlay
        self.ask(table, lambda week, phase: make(round=week, phase=phase))

    def time(self, seconds: int) -> None:
        self.give_time(self._console.table, seconds)

    def give_time(self, table: int, seconds: int) -> None:
        self.ask(table, lambda week, phase: ChangeTime(round=week, phase=phase, seconds=seconds))

    def next(self) -> None:
        """Ends the phase, after the question while somebody is still at work."""
        table = self._console.table
        picture = words.bar(self._seen, self._console.times(), table)
        if not picture.next:
            return
        question = words.next_question(self._seen, table)
        go = partial(self.ask, table, lambda week, phase: TimeUp(round=week, phase=phase))
        if question is None:
            go()
        else:
            put(self._console.page, question, go)

    # the queue

    def act(self, alert: Alert, act: str) -> None:
        table = alert.table
        match act:
            case "open":
                self._console.open_table(table)
                return
            case "stand_in":
                self._stand_in(alert)
            case "remind":
                self.tell(Receiver(table), reminder(self._seen, alert))
            case "more_time":
                self.give_time(table, 60)
            case "code":
                self.make_code(table, alert.seats[0])
                return
            case "answer":
                self.write_to(Receiver(table, alert.seats[0]), lambda: self._console.settle(alert))
                return
        self._console.settle(alert, act)

    def _stand_in(self, alert: Alert) -> None:
        """Without a question: one click puts the person back."""
        table, seat = alert.table, alert.seats[0]

        def sits(player: Player) -> None:
            self.ask(table, lambda week, phase: SeatPlayer(round=week, phase=phase, seat=seat, player=player))

        def back() -> None:
            sits("person")
            self._console.unsettle(alert)

        sits("stand_in")
        where = {"table": self._seen.table_name(table), "department": self._seen.name(seat)}
        self._console.undo.offer(self._say("console-seated", **where), self._say("console-act-back"), back)

    # words

    def tell(self, to: Receiver, text: str) -> None:
        count = 1 if to.table else len(self._seen.rows)

        def told(posted: Posted) -> None:
            line = receipt(self._seen, to, posted.answers, count)
            self._console.show_receipt(line, ok=not posted.failed, under_way=len(posted.answers) < count)

        self._console.show_receipt(receipt(self._seen, to, {}, count), ok=True, under_way=True)
        self.ask(to.table, lambda week, phase: TellTable(round=week, phase=phase, to=to.seat, text=text), told)

    def write_to(self, to: Receiver, then: Callable[[], None] | None = None) -> None:
        def wrote(text: str) -> None:
            self.tell(to, text)
            if then is not None:
                then()

        hint = say_hint(self._seen, to)
        buttons = (self._say("console-send"), self._say("console-cancel"))
        write(self._console.page, hint, "", "", buttons, wrote, icon="megaphone")

    # notes

    def note(self) -> None:
        """A bookmark at the table that is open, else at all."""
        table = self._console.table

        def wrote(text: str) -> None:
            self.bookmark(table, text)

        say = self._say
        buttons = (say("console-note-keep"), say("console-note-cancel"))
        where = self._seen.table_name(table) if table else say("console-tables-all")
        title = f"{say('console-note-title')} · {where}"
        write(self._console.page, title, say("console-note-line"), say("console-note-hint"), buttons, wrote, empty=True)

    def bookmark(self, table: int, text: str) -> None:
        self.ask(table, lambda week, phase: MarkMoment(round=week, phase=phase, note=text))
        self._console.noted((table,) if table else (), text)

    # cards and measures

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
            (picture.line, *self._guide(picture), self._say("console-event-final")),
            self._say("console-event-deal"), self._say("console-event-cancel"),
        )  # fmt: skip
        put(self._console.page, question, lambda: self.deal(number, wanted))

    def missed(self) -> None:
        self._console.say(self._say("console-event-missed"), "circle-alert", bad=True)

    def _guide(self, picture: EventPicture) -> tuple[str, ...]:
        return tuple(self._say("console-event-guide", title=a, text=b) for a, b in (picture.purpose, picture.question))

    def deal(self, number: int, tables: Iterable[int] | None = None) -> None:
        """Onto these tables, or after asking onto which."""
        picture = next((each for each in events(self._seen) if each.card == number), None)
        if picture is None or picture.why_not:
            return
        if tables is not None:
            wanted = tuple(table for table in tables if table in picture.tables)
            self.ask_each(wanted, lambda week, phase: DealCard(round=week, phase=phase, card=number))
            return
        lines = (picture.line, *self._guide(picture), self._say("console-event-final"))
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

    # codes

    def show_code(self, made: SeatCodeMade, *, watching: bool) -> None:
        say = self._say
        where = {"table": self._seen.table_name(made.table), "department": self._seen.name(made.seat)}
        title = say("console-code-watch-title" if watching else "console-code-title", **where)
        ways = {"join": say("home-join"), "button": say("join-seat-code"), "watch": say("join-seat-code-watch")}
        line = say("console-code-watch-line" if watching else "console-code-line", **ways)
        codes = [(say("console-code-seat"), made.code)]
        if self._seen.case is not None:
            codes.insert(0, (say("console-code-class"), self._seen.case.code))
        show_code(self._console.page, title, line, codes, (say("console-code-copy"), say("console-close")))

    def make_code(self, table: int, seat: SeatId, *, watching: bool = False) -> None:
        self._console.send(MakeSeatCode(table, seat, watching))

    # the whole class

    def set_pace(self, pace: Pace) -> None:
        self._console.send(SetPace(pace))

    def set_absence(self, absence: Absence) -> None:
        self._console.send(SetAbsence(absence))
        self._console.know(self._seen.with_absence(absence))

    def shorten(self, week: int) -> None:
        say = self._say
        lines = (say("console-shorten-line"), say("console-shorten-line-orders", week=week))
        question = Question(say("console-shorten-question", week=week), lines, say("console-shorten-go"),
                            say("console-cancel"), grave=True)  # fmt: skip
        shorter = partial(self.ask, ALL, lambda now, phase: ShortenSession(round=now, phase=phase, length=week))
        put(self._console.page, question, shorter)

    def lengths(self) -> tuple[int, ...]:
        """To which weeks the game can still be shortened: of those that the case offers, and all between."""
        last, now = self._seen.length(), max((row.round for row in self._seen.rows.values()), default=1)
        return tuple(range(now + 1, last))

    def go_back_all(self) -> None:
        """Each table to the start of the phase that it is in."""
        row, say, count = self._seen.slowest(), self._say, len(self._seen.rows)
        if row is None:
            return

        def sure() -> None:
            for each in self._seen.rows.values():
                self.go_back(each.table, each.round, each.phase)

        type_number(
            self._console.page, say("console-back-question", phase=self._seen.phase_name(row.phase)),
            (say("console-back-line"),), say("console-back-type", count=count), count,
            (say("console-back-go"), say("console-back-cancel"), say("console-back-wrong", count=count)), sure,
        )  # fmt: skip

    def go_back(self, table: int, to_week: int, to_phase: Phase) -> None:
        if to_phase != "over":
            self.ask(table, lambda week, phase: RollBack(round=week, phase=phase, to_round=to_week, to_phase=to_phase))

    def trial(self) -> None:
        """Week 1 as a trial: all are told, and at its end all go back."""
        say, week = self._say, self._seen.at()[0]
        if self._console.trial or week == 2:
            line = say("console-trial-end-line")
            question = Question(say("console-trial-end-question"), (line,), say("console-trial-end-go"),
                                say("console-cancel"), grave=True)  # fmt: skip
            put(self._console.page, question, self._end_trial)
        elif week == 1:
            lines = (say("console-trial-line"), say("console-trial-line-told"))
            question = Question(say("console-trial-question"), lines, say("console-trial-go"), say("console-cancel"))
            put(self._console.page, question, self._begin_trial)
        else:
            self._console.say(say("console-trial-late"), "info")

    def _begin_trial(self) -> None:
        self._console.trial = True
        self.tell(Receiver(), self._say("console-trial-told"))
        self._console.know(self._seen)

    def _end_trial(self) -> None:
        self._console.trial = False
        for table in self._seen.tables:
            self.go_back(table, 1, "brief")
        self.tell(Receiver(), self._say("console-trial-end-told"))
        self._console.know(self._seen)

    def end(self) -> None:
        say = self._say
        question = Question(say("console-end-question"), self._end_lines(), say("console-end-go"),
                            say("console-cancel"), grave=True)  # fmt: skip
        put(self._console.page, question, lambda: self._console.send(EndClass()))

    def _end_lines(self) -> tuple[str, ...]:
        """What is cut off, what stays, and what comes then."""
        say, seen = self._say, self._seen
        going = [row for row in seen.rows.values() if row.phase != "over"]
        row = min(going, key=place_of, default=None)
        cut: tuple[str, ...] = ()
        if row is not None:
            at: dict[str, str | int] = {"week": row.round, "phase": seen.phase_name(row.phase)}
            same = len({place_of(each) for each in going}) == 1
            cut = (say("console-end-cut", **at) if same else say("console-end-cut-many", count=len(going), **at),)
        return (*cut, say("console-end-line"), say("console-end-next"))
