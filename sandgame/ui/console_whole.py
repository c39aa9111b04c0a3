"""What the facilitator does with the class as a whole: pace, length, going back, a trial week, half time, the end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sandgame.frames.classroom import Absence, EndClass, Pace, SetAbsence, SetPace
from sandgame.frames.debrief import TurnPage
from sandgame.present.console_class import place_of
from sandgame.present.console_deck import ALL, Receiver
from sandgame.present.now import Question
from sandgame.rules.ids import Phase
from sandgame.rules.room_intents import PausePlay, ReadyWords, RollBack, ShortenSession
from sandgame.ui.console_asking import Stage
from sandgame.ui.console_asks import Posted
from sandgame.ui.console_dialogs import type_number
from sandgame.ui.console_words import WordActs


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
        self.put(
            lambda: question if week in self.lengths() else None, shorter,
            lambda: self.moved_on([row.table for row in self._seen.rows.values() if row.round >= week]),
        )  # fmt: skip

    def lengths(self) -> tuple[int, ...]:
        """To which weeks the game can still be shortened: of those that the case offers, and all between."""
        last = max((self._seen.length(table) for table in self._seen.tables), default=1)
        now = max((row.round for row in self._seen.rows.values()), default=1)
        return tuple(range(now + 1, last))

    def go_back_all(self) -> None:
        """Each table to the start of the phase that it is in."""
        row, say, count = self._seen.slowest(), self._say, len(self._seen.rows)
        if row is None:
            return
        stages = self.stages(self._seen.tables)

        def sure() -> None:
            for table, (week, phase) in stages.items():
                self.go_back(table, week, phase, at=stages[table])

        dialog = type_number(
            self._console.page, say("console-back-question", phase=self._seen.phase_name(row.phase)),
            (say("console-back-line"),), say("console-back-type", count=count), count,
            (say("console-back-go"), say("console-back-cancel"), say("console-back-wrong", count=count)), sure,
        )  # fmt: skip
        self.questions.add(dialog, lambda: bool(self.still(stages)), lambda: self.moved_on(stages))

    def go_back(self, table: int, to_week: int, to_phase: Phase, *, at: Stage | None = None) -> None:
        """`at`: from where, as it stood when it was asked; what was played since is not lost."""
        if to_phase != "over":
            self.ask(
                table,
                lambda week, phase: RollBack(round=week, phase=phase, to_round=to_week, to_phase=to_phase),
                at=at,
            )

    def trial(self) -> None:
        """Week 1 as a trial: all are told, and at its end all go back."""
        say, week = self._say, self._seen.at()[0]
        if self._console.trial or week == 2:
            line = say("console-trial-end-line")
            question = Question(say("console-trial-end-question"), (line,), say("console-trial-end-go"),
                                say("console-cancel"), grave=True)  # fmt: skip
            self.put(lambda: question if self._seen.at()[0] <= 2 else None, self._end_trial, self._class_moved_on)
        elif week == 1:
            lines = (say("console-trial-line"), say("console-trial-line-told"))
            begin = Question(say("console-trial-question"), lines, say("console-trial-go"), say("console-cancel"))
            self.put(lambda: begin if self._seen.at()[0] == 1 else None, self._begin_trial, self._class_moved_on)
        else:
            self._console.say(say("console-trial-late"), "info")

    def half_time(self, opens: Callable[[], None]) -> None:
        """All stop, and look at what the first weeks were; `opens` the page of it here."""
        say = self._say
        lines = (say("console-half-line"), say("console-half-line-on"))
        question = Question(say("console-half-question"), lines, say("console-half-go"), say("console-cancel"))

        def stopped(posted: Posted) -> None:
            self._report(posted)
            if posted.whole and not posted.failed:
                self._console.send(TurnPage("half_time"))
                opens()

        pause = partial(self.ask, ALL, lambda week, phase: PausePlay(round=week, phase=phase), stopped)
        self.put(lambda: None if self._seen.ended else question, pause, self._class_moved_on)

    def _class_moved_on(self) -> str:
        return self.moved_on(self._seen.tables)

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

        def asked() -> Question | None:
            """Where the tables are is said as it is, while it is being asked."""
            lines, go, back = self._end_lines(), say("console-end-go"), say("console-cancel")
            return Question(say("console-end-question"), lines, go, back, grave=True) if self._seen.playing else None

        self.put(asked, lambda: self._console.send(EndClass()), lambda: say("console-over"))

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
