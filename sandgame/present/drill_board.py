"""A whole table on the sand, as nobody at it sees it: all hours, all chips, and what single seats know."""

from __future__ import annotations

from sandgame.frames.board import ChipSeen
from sandgame.frames.console import SeatSeen, SecretSeen, TableSeen
from sandgame.present.chips import Way, chip_id_of, chip_picture, numbered
from sandgame.present.console_class import ClassSeen
from sandgame.present.pictures import BoardPicture, ChipPicture, IslandPicture, RibbonPicture
from sandgame.text import numbers


def table_board(seen: ClassSeen, table: TableSeen, selected: tuple[int, int] | None = None) -> BoardPicture:
    """`selected`: sheet and line of the escalation that is open."""
    busy = {(chip.provider, chip.customer) for chip in table.chips}
    ways = numbered(busy | seen.pairs)
    return BoardPicture(
        islands=tuple(_island(seen, seat) for seat in table.seats),
        ribbons=tuple(_ribbon(seen, way, number, live=way in busy) for way, number in ways.items()),
        chips=tuple(_chip(seen, chip, ways) for chip in table.chips),
        layout="places",
        selected_chip=chip_id_of(*selected) if selected is not None else None,
    )


def _island(seen: ClassSeen, seat: SeatSeen) -> IslandPicture:
    department = seen.department(seat.seat)
    name = seen.name(seat.seat)
    free = seen.speech.say("drill-hours", free=numbers.whole(seat.free), hours=numbers.whole(seat.hours))
    return IslandPicture(
        seat.seat, name, seen.badge(seat.seat), free, place=(department.x, department.y),
        spoken=seen.speech.say("game-list-comma").join((name, free)), tip=f"{name}\n{free}",
    )  # fmt: skip


def _ribbon(seen: ClassSeen, way: Way, number: int, *, live: bool) -> RibbonPicture:
    provider, customer = way
    ends = f"{seen.name(provider)} → {seen.name(customer)}"
    return RibbonPicture(number, provider, customer, seen.department(provider).slot, "", live, spoken=ends)


def _chip(seen: ClassSeen, chip: ChipSeen, ways: dict[Way, int]) -> ChipPicture:
    ends = f"{seen.name(chip.provider)} → {seen.name(chip.customer)}"
    ribbon = ways[(chip.provider, chip.customer)]
    return chip_picture(seen.speech, chip, ribbon, seen.badge(chip.provider), seen.what(chip.service, chip.units), ends)


def secrets(seen: ClassSeen, table: TableSeen) -> tuple[str, ...]:
    """What single seats know and not all; first what is known to nobody else."""
    found = [(secret, _secret(seen, table, seat, secret)) for seat in table.seats for secret in seat.secrets]
    found.sort(key=lambda each: (bool(each[0].told), each[0].round))
    return tuple(text for _, text in found if text)


def _secret(seen: ClassSeen, table: TableSeen, seat: SeatSeen, secret: SecretSeen) -> str:
    say = seen.speech.say
    key = f"order.{secret.order}" if secret.order else f"incident.{secret.incident}"
    text = next((seen.pick(word.text) for word in table.words if word.key == key), "")
    others = {each.seat for each in table.seats if each.seat != seat.seat}
    if not text or others <= set(secret.told):
        return ""
    told = say("drill-told", departments=seen.names(secret.told)) if secret.told else say("drill-told-nobody")
    kind = "drill-secret-order" if secret.order else "drill-secret"
    return say(kind, department=seen.name(seat.seat), text=text, week=secret.round, told=told)
