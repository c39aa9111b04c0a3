"""What the facilitator does from the page of all tables: time and phases, the queue, codes; the rest beside it."""

from __future__ import annotations

from functools import partial

from sandgame.frames.classroom import MakeSeatCode, SeatCodeMade
from sandgame.present import console as words
from sandgame.present.console_alerts import Alert
from sandgame.present.console_deck import Receiver
from sandgame.present.console_queue import reminder
from sandgame.present.now import Question
from sandgame.rules.ids import Phase, SeatId, SheetId
from sandgame.rules.intents import TimeUp
from sandgame.rules.room_intents import ChangeTime, DecideLine, PausePlay, Player, ResumePlay, SeatPlayer
from sandgame.ui.console_asks import Posted
from sandgame.ui.console_card_acts import CardActs
from sandgame.ui.console_dialogs import show_code
from sandgame.ui.console_whole import WholeActs


class ConsoleActs(WholeActs, CardActs):
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
        """Ends the phase, after the question while somebody is still at work. One that all are done with already ends
        at once: nobody loses anything by it."""
        table = self._console.table
        picture = words.bar(self._seen, self._console.times(), table)
        early = words.left_early(self._seen, table)
        if not (picture.next and picture.can_next):
            return
        if early is not None:
            for row in self._seen.rows.values():
                if row.waiting:
                    self.ask(row.table, lambda week, phase: TimeUp(round=week, phase=phase), at=early)
            return
        stages = self.stages((table,) if table else (row.table for row in self._seen.there()))
        stage = next(iter(stages.values()), None)
        go = partial(self.ask, table, lambda week, phase: TimeUp(round=week, phase=phase), at=stage)

        def asked() -> Question | None:
            rows = [self._seen.rows[number] for number in self.still(stages)]
            return words.next_words(self._seen, rows, table) if rows else None

        if words.next_question(self._seen, table) is None:
            go()
        else:
            self.put(asked, go, lambda: self.moved_on(stages))

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
                self.tell_ready(Receiver(table), reminder(self._seen, alert))
            case "more_time":
                self.give_time(table, 60)
            case "code":
                self.make_code(table, alert.seats[0])
                return
            case "leave":
                self._leave(alert)
            case "answer":
                self._answer_call(alert)
                return
        self._console.settle(alert, act)

    def _answer_call(self, alert: Alert) -> None:
        """One word leads to another: the next goes to the same seat."""
        to = Receiver(alert.table, alert.seats[0])

        def said() -> None:
            self._console.settle(alert)
            self._console.talk.keep_to(to)

        self.write_to(to, said)

    def _leave(self, alert: Alert) -> None:
        """Back to the two who cannot agree: they are told, and nothing is forced. It may be raised again."""
        stuck = alert.stuck
        if stuck is None:
            return

        def told(posted: Posted) -> None:
            if posted.failed:
                self._console.unsettle(alert)
            self._report(posted)

        def left(week: int, phase: Phase) -> DecideLine:
            return DecideLine(round=week, phase=phase, sheet=SheetId(stuck.sheet), line=stuck.line)

        self.ask(alert.table, left, told)

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
