"""Money of the company by kind, as signed lines that add up to the result."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.scene import Scene
from sandgame.rules.events import CompanyMoney
from sandgame.text.numbers import signed


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """One kind of money: what it brought or took."""

    name: str
    value: int
    text: str


KINDS = (
    ("revenue", 1),
    ("own_work", 1),
    ("late", -1),
    ("lost", -1),
    ("purchases", -1),
    ("overtime", -1),
    ("holding", -1),
    ("measures", -1),
)


def money_lines(scene: Scene, money: CompanyMoney) -> tuple[MoneyLine, ...]:
    """Every kind that is not nothing; together they are the result."""
    lines = []
    for kind, sign in KINDS:
        value = sign * int(getattr(money, kind))
        if value:
            name = scene.speech.say(f"deliver-money-{kind.replace('_', '-')}")
            lines.append(MoneyLine(name, value, signed(value)))
    return tuple(lines)
