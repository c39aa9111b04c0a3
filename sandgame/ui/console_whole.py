"""What the facilitator does with the class as a whole: its pace, its length, going back, a trial week, the end."""

from __future__ import annotations

from functools import partial

from sandgame.frames.classroom import Absence, EndClass, Pace, SetAbsence, SetPace
from sandgame.present.console_class import place_of
from sandgame.present.console_deck import ALL, Receiver
from sandgame.present.now import Question
from sandgame.rules.ids import Phase
from sandgame.rules.room_intents import ReadyWords, RollBack, ShortenSession
from sandgame.ui.console_dialogs import type_number
from sandgame.ui.console_words import WordActs
from sandgame.ui.questions import put


class WholeActs(WordActs):
    """A trial week is told to all: these acts speak too."""

    def set_pace(self, pace: Pace) -> None:
        self._console.send(SetPace(pace))

    def set_absence(self, absence: Absence) -> None:
        """What holds then comes from the host."""
        self._console.send(SetAbsence(absence))

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
        self.tell_ready(Receiver(), ReadyWords("trial"))
        self._console.know(self._seen)

    def _end_trial(self) -> None:
        self._console.trial = False
        for table in self._seen.tables:
            self.go_back(table, 1, "brief")
        self.tell_ready(Receiver(), ReadyWords("trial_end"))
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
