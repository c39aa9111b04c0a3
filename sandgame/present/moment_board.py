"""The board as it was: what lay between all departments of a table when something happened, step by step."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sandgame.frames.board import BoardThen, ChipThen
from sandgame.present.chips import Way, chip_id, chip_picture, numbered
from sandgame.present.debrief_scene import DebriefScene
from sandgame.present.pictures import BoardPicture, IslandPicture, RibbonPicture
from sandgame.rules.ids import SeatId
from sandgame.text.numbers import times, whole


@dataclass(frozen=True, slots=True)
class Happened:
    """What a board is opened at: numbers of the log, and between whom it was; from a department to itself is
    nobody's. `commitment` and `service` are what it was about, 0 where that is not known."""

    way: Way
    numbers: tuple[int, ...]
    round: int
    commitment: int = 0
    service: int = 0


@dataclass(frozen=True, slots=True)
class MomentBoard:
    """The board after one number of the log. `last` and `next` are the steps before it and after, 0 for none."""

    number: int
    title: str
    board: BoardPicture
    last: int
    next: int
    step: str


@dataclass(frozen=True)
class MomentBoards:
    """`stops` are the numbers at which something of the moment happened, in order; `start` the one to begin with."""

    scene: DebriefScene
    then: BoardThen
    ways: frozenset[Way]
    happened: tuple[Happened, ...]
    stops: tuple[int, ...]
    start: int

    @staticmethod
    def of(
        scene: DebriefScene, then: BoardThen, ways: Collection[Way], log: Sequence[int], happened: Sequence[Happened]
    ) -> MomentBoards | None:
        """Of a figure's numbers and what happened there, what matters most first. It begins in the week that is told
        of it: how it came to that is some steps back. None where nothing of it was in play."""
        first = then.phases[0].log if then.phases else 0
        named = {number for each in happened for number in each.numbers} | set(log)
        stops = tuple(sorted(number for number in named if number >= first > 0))
        if not stops:
            return None
        own = [number for number in (happened[0].numbers if happened else ()) if number in log and number in stops]
        start = (then.in_week(own, happened[0].round) if own else 0) or next(
            (number for number in stops if number in log), stops[0]
        )
        return MomentBoards(scene, then, frozenset(ways), tuple(happened), stops, start)

    def at(self, number: int) -> MomentBoard:
        """At the nearest step that is not after it, the first one where there is none."""
        here = max((at for at, stop in enumerate(self.stops) if stop <= number), default=0)
        stop = self.stops[here]
        board = self._board(stop)
        about = sorted({ribbon.label for ribbon in board.ribbons} - {""})
        return MomentBoard(
            number=stop,
            title=" · ".join((self._title(stop), *about)) if len(about) == 1 else self._title(stop),
            board=board,
            last=self.stops[here - 1] if here else 0,
            next=self.stops[here + 1] if here + 1 < len(self.stops) else 0,
            step=self.scene.say("debrief-board-step", step=here + 1, count=len(self.stops)),
        )

    def _title(self, number: int) -> str:
        begun, scene = self.then.phase(number), self.scene
        if begun is None:
            return f"#{whole(number)}"
        if begun.phase == "over":
            return scene.say("debrief-board-over", log=f"#{whole(number)}")
        phase = scene.say(f"game-phase-{begun.phase}")
        return scene.say("debrief-board-when", week=begun.round, phase=phase, log=f"#{whole(number)}")

    def _board(self, number: int) -> BoardPicture:
        scene, lying = self.scene, self.then.at(number)
        meant = self._meant(number)
        # what it is about finds room first
        lying = tuple(sorted(lying, key=lambda chip: (chip_id(chip) not in meant, chip.due)))
        busy = {(chip.provider, chip.customer) for chip in lying}
        ways = numbered(busy | self.ways)
        return BoardPicture(
            islands=tuple(self._island(seat) for seat in scene.seats),
            ribbons=tuple(
                self._ribbon(way, ribbon, self._what(lying, meant, way), live=way in busy)
                for way, ribbon in ways.items()
            ),
            chips=tuple(
                chip_picture(scene.speech, chip, ways[(chip.provider, chip.customer)], scene.badge(chip.provider),
                             f"{scene.service(chip.service)} {times(chip.units)}",
                             self._ends(chip.provider, chip.customer))
                for chip in lying
            ),
            layout="places",
            marked_chips=tuple(number for chip in lying if (number := chip_id(chip)) in meant),
        )  # fmt: skip

    def _meant(self, number: int) -> frozenset[int]:
        """The promise that this step is about, also while it was a request; or else chips that came, changed or went
        by what happened."""
        here = [each for each in self.happened if number in each.numbers] or self.happened
        promised = {each.commitment for each in here} - {0}
        if promised:
            lines = {(chip.sheet, chip.line) for chip in self.then.chips if chip.commitment in promised}
            return frozenset(
                chip_id(chip)
                for chip in self.then.chips
                if chip.commitment in promised or (not chip.commitment and (chip.sheet, chip.line) in lines)
            )
        return frozenset(
            chip_id(chip)
            for each in here
            for chip in self.then.chips
            if (chip.provider, chip.customer) == each.way
            and each.service in (0, chip.service)
            and (chip.since in each.numbers or chip.last + 1 in each.numbers)
        )

    def _island(self, seat: SeatId) -> IslandPicture:
        scene = self.scene
        department = next(each for each in scene.cast.departments if each.seat == seat)
        name = scene.name(seat)
        told, place = scene.player(seat), (department.x, department.y)
        bot = "bot" if seat in scene.bots else ""
        return IslandPicture(seat, name, scene.badge(seat), place=place, spoken=told, tip=told, played=bot)

    def _what(self, lying: Sequence[ChipThen], meant: Collection[int], way: Way) -> str:
        """The service that it is about, where it is one."""
        services = {
            chip.service for chip in lying if chip_id(chip) in meant and (chip.provider, chip.customer) == way
        }  # fmt: skip
        return self.scene.service(*services) if len(services) == 1 else ""

    def _ribbon(self, way: Way, number: int, what: str, *, live: bool) -> RibbonPicture:
        slot = self.scene.slot(way[0])
        return RibbonPicture(number, *way, slot, what, live, spoken=self._ends(*way))

    def _ends(self, provider: SeatId, customer: SeatId) -> str:
        return f"{self.scene.name(provider)} → {self.scene.name(customer)}"
