"""The board as a list: every department with what flows between it and the others, and under it its chips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sandgame.present.phrases import unique
from sandgame.present.pictures import BadgePicture, BoardPicture, ChipPicture, IslandPicture, Side, State
from sandgame.text.speech import Speech

ItemKind = Literal["island", "chip", "ghost"]
_ORDER: tuple[Side, ...] = ("own", "supplier", "both", "customer", "external")


@dataclass(frozen=True, slots=True)
class ListItem:
    """A row: what it stands for on the board, what it says, and the rows under it. `state` only of chips."""

    kind: ItemKind
    id: int
    text: str
    badge: BadgePicture
    state: State | None = None
    under: tuple[ListItem, ...] = ()


def board_list(picture: BoardPicture, speech: Speech) -> tuple[ListItem, ...]:
    """Own department, suppliers, customers, the outside, then who is unknown yet; a chip stands once, under its
    partner."""
    ends = {ribbon.id: (ribbon.provider, ribbon.customer) for ribbon in picture.ribbons}
    placed: set[int] = set()
    rows: list[ListItem] = []
    for island in sorted(picture.islands, key=lambda island: (island.far, _ORDER.index(island.side), island.id)):
        chips = [chip for chip in picture.chips if chip.id not in placed and _belongs(island, chip, ends)]
        placed |= {chip.id for chip in chips}
        under = tuple(ListItem("chip", chip.id, chip.spoken, chip.badge, chip.state) for chip in chips)
        rows.append(ListItem("island", island.id, _island_text(picture, island, speech), island.badge, under=under))
    rows += [
        ListItem("ghost", ghost.id, speech.say("shell-list-ghost", department=ghost.name, line=ghost.line), ghost.badge)
        for ghost in picture.ghosts
    ]
    return tuple(rows)


def _belongs(island: IslandPicture, chip: ChipPicture, ends: dict[int, tuple[int, int]]) -> bool:
    """Not under the own island: every chip of its own has a partner at the other end."""
    return island.side != "own" and island.id in ends.get(chip.ribbon, ())


def _island_text(picture: BoardPicture, island: IslandPicture, speech: Speech) -> str:
    """What it is, the sign it shows, what it gives and gets, and what stopped it."""
    parts = [island.spoken or island.name]
    if island.side != "own":
        own = picture.own
        gives = unique(r.label for r in picture.ribbons if (r.provider, r.customer) == (island.id, own) and r.label)
        gets = unique(r.label for r in picture.ribbons if (r.provider, r.customer) == (own, island.id) and r.label)
        parts += [speech.say("shell-list-gives", services=_all(speech, gives))] if gives else []
        parts += [speech.say("shell-list-gets", services=_all(speech, gets))] if gets else []
    if picture.callout is not None and picture.callout.island == island.id:
        parts += [part for part in (picture.callout.title, picture.callout.line) if part]
    return speech.say("game-list-comma").join(parts)


def _all(speech: Speech, names: tuple[str, ...]) -> str:
    return speech.say("shell-list-comma").join(names)
