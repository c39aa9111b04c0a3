"""Who and what is on the table, in both languages: what a client is told once, on taking its seat."""

from __future__ import annotations

from msgspec import Struct

from sandgame.rules.ids import SeatId, ServiceId


class Texts(Struct, frozen=True):
    """One text in both languages."""

    zh: str
    en: str


class CastDepartment(Struct, frozen=True):
    """`slot` 1 to 8 gives colour and outline, `icon` a bundled icon's name, `x`, `y` a place on a 0 to 1000 grid.

    `line` says in a few words what the department does, `own_work` names its own project, `weight` 1 to 3 how much
    there is to decide.
    """

    seat: SeatId
    slot: int
    icon: str
    x: int
    y: int
    weight: int
    name: Texts
    line: Texts
    role: Texts
    own_work: Texts


class CastService(Struct, frozen=True):
    """`unit` is the counter word of a unit in Chinese and nothing or a noun in English."""

    service: ServiceId
    name: Texts
    unit: Texts


class Cast(Struct, frozen=True):
    """`services` are only those the seat provides or may ask for; others come as words, once a view names them."""

    case: str
    title: Texts
    company: Texts
    story: Texts
    money: Texts
    departments: tuple[CastDepartment, ...]
    services: tuple[CastService, ...]


class Word(Struct, frozen=True):
    """A text that a view has named, by the game's numbers: who orders (`order.3`), the seat's own incidents
    (`incident.2`), news (`brief.1`, `brief.1.line`), the trade-off (`tradeoff.kpi`), public cards (`card.1.title`,
    `card.1.effect`), services that the cast does not hold (`service.4.name`, `service.4.unit`).
    """

    key: str
    text: Texts


class DeckCard(Struct, frozen=True):
    """An event card as the facilitator sees it: what it is for, what it does, what to ask afterwards; the round from
    which it may be dealt."""

    card: int
    title: Texts
    purpose: Texts
    effect: Texts
    question: Texts
    first: int = 1
