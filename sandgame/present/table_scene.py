"""All seats of one laptop together, and of what they see only what may lie open on the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sandgame.present.phrases import badge
from sandgame.present.pictures import BadgePicture
from sandgame.present.scene import Scene
from sandgame.rules.board import ServiceSeen
from sandgame.rules.ids import CommitmentId, Phase, SeatId, ServiceId, SheetId
from sandgame.rules.sections import Promise, TableSection, Thread
from sandgame.rules.state import Line
from sandgame.text.speech import Speech


@dataclass(frozen=True)
class OpenLine:
    """A line of a sheet that waits for an answer."""

    sheet: Thread
    at: int

    @property
    def line(self) -> Line:
        return self.sheet.lines[self.at]

    @property
    def speaker(self) -> SeatId:
        """The side whose answer it waits for."""
        sheet = self.sheet
        return sheet.provider if self.line.turns[-1].seat == sheet.customer else sheet.customer


@dataclass(frozen=True)
class TableScene:
    """`scenes` are those of the seats held by people here, in seat order. What passes between two bots nobody here
    sees, and so nothing here shows it."""

    scenes: Mapping[SeatId, Scene]

    @property
    def any(self) -> Scene:
        """Any of them: for words, names and what is the same for all."""
        return next(iter(self.scenes.values()))

    @property
    def speech(self) -> Speech:
        return self.any.speech

    @property
    def table(self) -> TableSection:
        return self.any.view.table

    @property
    def people(self) -> tuple[SeatId, ...]:
        return tuple(self.scenes)

    @property
    def moment(self) -> tuple[int, Phase]:
        return self.table.round, self.table.phase

    def is_person(self, seat: SeatId) -> bool:
        return seat in self.scenes

    def name(self, seat: SeatId) -> str:
        return self.any.name(seat)

    def badge(self, seat: SeatId) -> BadgePicture:
        return badge(self.any, seat)

    def knower(self, *seats: SeatId) -> Scene | None:
        """The scene of the first of these seats that a person holds."""
        return next((self.scenes[seat] for seat in seats if seat in self.scenes), None)

    def service(self, service: ServiceId, *sides: SeatId) -> str:
        scene = self.knower(*sides)
        return (scene or self.any).service(service)

    def offers(self, giver: SeatId, taker: SeatId) -> tuple[ServiceSeen, ...]:
        """What one has and the other may ask for, as one of the two knows it."""
        scene = self.knower(giver, taker)
        seen = scene.view.board.services if scene is not None else ()
        return tuple(service for service in seen if service.provider == giver and taker in service.receivers)

    def promises(self) -> tuple[Promise, ...]:
        """All that people here are a side of, as they were made."""
        found: dict[CommitmentId, Promise] = {}
        for scene in self.scenes.values():
            found |= {promise.commitment: promise for promise in scene.view.threads.promises}
        return tuple(found[number] for number in sorted(found))

    def promise(self, number: CommitmentId) -> Promise | None:
        return next((promise for promise in self.promises() if promise.commitment == number), None)

    def sheets(self) -> tuple[Thread, ...]:
        found: dict[SheetId, Thread] = {}
        for scene in self.scenes.values():
            found |= {sheet.sheet: sheet for sheet in scene.view.threads.sheets}
        return tuple(found[number] for number in sorted(found))

    def sheet(self, number: SheetId) -> Thread | None:
        return next((sheet for sheet in self.sheets() if sheet.sheet == number), None)

    def agreements(self) -> tuple[Promise, ...]:
        """What is on the table this week: everything still owed, and what was agreed this week; newest last."""
        now = self.table.round
        return tuple(p for p in self.promises() if p.is_open or (p.round == now and not p.is_gone))

    def waiting(self) -> tuple[OpenLine, ...]:
        """Lines that wait for somebody here."""
        found = (OpenLine(sheet, at) for sheet in self.sheets() for at in range(len(sheet.lines)))
        return tuple(each for each in found if each.line.state == "open" and each.speaker in self.scenes)

    def without_entry(self) -> tuple[SeatId, ...]:
        """People's departments without an agreement, an order, a claim or anything told this week."""
        now = self.table.round
        busy = {seat for p in self.promises() if p.round == now for seat in (p.provider, p.customer)}
        for seat, scene in self.scenes.items():
            told = any(known.seat == seat and known.fact.round == now for known in scene.view.threads.facts)
            new = [order for order in scene.view.orders if order.arrival == now]
            settled = any(order.option is not None or order.state == "declined" for order in new)
            if told or settled or scene.view.pool.my_claim:
                busy.add(seat)
        return tuple(seat for seat in self.people if seat not in busy)
