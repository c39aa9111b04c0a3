"""Views of a whole game of a shipped case: everybody asks for what it lacks, promises all and plans by default."""

from __future__ import annotations

from functools import cache

from sandgame.frames.seat import Seated, SeatHolder
from sandgame.present.scene import Scene
from sandgame.rules import intents as i
from sandgame.rules.apply import fold
from sandgame.rules.decide import decide
from sandgame.rules.ids import TABLE, Phase, SeatId
from sandgame.rules.need import default_plan, needs
from sandgame.rules.reason import Refusal
from sandgame.rules.room_intents import AnyIntent
from sandgame.rules.sections import View
from sandgame.rules.start import start
from sandgame.rules.state import State
from sandgame.rules.view import view
from sandgame.scenario.gate import load
from sandgame.scenario.package import Package
from sandgame.scenario.shelf import find
from sandgame.text.speech import Language, Speech

Moment = tuple[int, Phase, SeatId]


class Company:
    """One game on the way; `views` keeps what each seat saw at the end of each phase."""

    def __init__(self, case: str, length: int) -> None:
        found = load(find(case))
        assert isinstance(found, Package)
        self.package = found
        marks = found.benchmarks(0, length)
        events = start(found.scenario, "f" * 64, 0, length, "desk", marks)
        self.state: State = fold(events)
        self.views: dict[Moment, View] = {}

    def do(self, seat: SeatId, intent: AnyIntent) -> bool:
        outcome = decide(self.state, seat, intent)
        if isinstance(outcome, Refusal):
            return False
        self.state = fold(outcome, self.state)
        return True

    def play(self) -> None:
        turns = {"negotiate": self._negotiate, "plan": self._plan, "review": self._review}
        while self.state.phase != "over":
            phase = self.state.phase
            for seat in self.state.seats:
                if phase in turns:
                    turns[phase](seat)
            for seat in self.state.seats:
                self.views[(self.state.round, phase, seat)] = view(self.state, seat)
            assert self.do(TABLE, i.TimeUp(round=self.state.round, phase=phase))
        for seat in self.state.seats:
            self.views[(self.state.round, "over", seat)] = view(self.state, seat)

    def _negotiate(self, seat: SeatId) -> None:
        week: int = self.state.round
        wanted: dict[SeatId, list[i.WantedLine]] = {}
        for need in needs(view(self.state, seat)):
            if need.units:
                wanted.setdefault(need.provider, []).append(i.WantedLine(need.service, need.units, need.due))
        for provider, lines in wanted.items():
            self.do(seat, i.SendSheet(round=week, phase="negotiate", provider=provider, lines=tuple(lines[:6])))
        for other in self.state.seats:
            for thread in view(self.state, other).threads.sheets:
                answers = tuple(i.Accept(n) for n, line in enumerate(thread.lines) if line.state == "open")
                if thread.provider == other and answers:
                    self.do(other, i.AnswerSheet(round=week, phase="negotiate", sheet=thread.sheet, answers=answers))

    def _plan(self, seat: SeatId) -> None:
        plan = default_plan(view(self.state, seat))
        self.do(seat, i.KeepDraft(round=self.state.round, phase="plan", plan=plan))

    def _review(self, seat: SeatId) -> None:
        for provider in view(self.state, seat).review.to_rate:
            rating = i.RateProvider(
                round=self.state.round,
                phase="review",
                provider=provider,
                reliability=4,
                responsiveness=3 + seat % 3,
                empathy=2,
            )
            self.do(seat, rating)


@cache
def company(case: str = "starter", length: int = 4) -> Company:
    """A finished game; played once."""
    made = Company(case, length)
    made.play()
    return made


def moment(
    week: int, phase: Phase, seat: int, language: Language = "zh", *, case: str = "starter", length: int = 4
) -> Scene:
    """The scene of a seat at the end of a phase."""
    played = company(case, length)
    shown = played.views[(week, phase, SeatId(seat))]
    holders = tuple(SeatHolder(s, "person" if s == seat else "bot") for s in shown.table.seats)
    cast = played.package.cast(SeatId(seat), [seen.service for seen in shown.board.services])
    frame = Seated("s1", SeatId(seat), cast, holders, 1, shown, played.package.words_for(shown))
    return Scene.of(frame, Speech(language))
