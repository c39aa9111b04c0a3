"""The painting of the first page: what the sand table is about, before any case is loaded."""

from __future__ import annotations

from sandgame.present.pictures import BadgePicture, BoardPicture, ChipPicture, IslandPicture, RibbonPicture, State
from sandgame.text.speech import Speech

# A table of nobody's: the painting shows the idea, and no case's map, which is for its players to find out.
_ISLANDS = (
    ("design", 2, "pencil-ruler", 470, 150),
    ("workshop", 4, "hammer", 500, 480),
    ("store", 6, "warehouse", 180, 300),
    ("shop", 1, "store", 810, 330),
    ("care", 3, "headphones", 760, 760),
)
_RIBBONS = ((1, 2), (3, 2), (2, 4), (4, 1), (2, 5), (5, 4))
_CHIPS: tuple[tuple[int, int, int, State], ...] = ((2, 10, 3, "agreed"), (3, 8, 3, "kept"), (5, 6, 4, "open"))


def idea_board(speech: Speech) -> BoardPicture:
    """Departments, services between them, promises on the services: what the sand table is about."""
    islands = tuple(
        IslandPicture(number, speech.say(f"home-board-{key}"), BadgePicture(slot, icon), place=(x, y))
        for number, (key, slot, icon, x, y) in enumerate(_ISLANDS, 1)
    )
    ribbons = tuple(
        RibbonPicture(number, provider, customer, islands[provider - 1].badge.slot, live=True)
        for number, (provider, customer) in enumerate(_RIBBONS, 1)
    )
    chips = tuple(
        ChipPicture(
            number,
            ribbon,
            islands[ribbons[ribbon - 1].provider - 1].badge,
            f"×{units}",
            speech.say("game-week-short", week=week),
            state,
        )
        for number, (ribbon, units, week, state) in enumerate(_CHIPS, 1)
    )
    return BoardPicture(islands, ribbons=ribbons, chips=chips, layout="places", foot=speech.say("home-foot"))
