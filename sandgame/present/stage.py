"""The seat's board as a stage: without its chips, with lines under the islands and only some ribbons coloured."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from sandgame.present.board import OUTSIDE, board
from sandgame.present.pictures import BoardPicture
from sandgame.present.scene import Scene
from sandgame.rules.ids import SeatId, ServiceId

Way = tuple[SeatId, SeatId, ServiceId]
"""Who provides, who receives, what; the service is 0 on the way to the outside customer."""


def bare_board(scene: Scene, note: str = "", note_icon: str = "") -> BoardPicture:
    """Islands and ribbons alone, nothing on them."""
    full = board(scene)
    return replace(
        full,
        islands=tuple(replace(island, hours=(), hours_line="") for island in full.islands),
        ribbons=tuple(replace(ribbon, live=False) for ribbon in full.ribbons),
        chips=(),
        selected_chip=None,
        note=note,
        note_icon=note_icon,
    )


def ways(scene: Scene, picture: BoardPicture) -> dict[Way, int]:
    """The ribbon of every way."""
    named = {scene.service(seen.service): seen.service for seen in scene.view.board.services}
    found: dict[Way, int] = {}
    for ribbon in picture.ribbons:
        if ribbon.far:
            continue
        service = ServiceId(0) if ribbon.customer == OUTSIDE else named[ribbon.label]
        found[(SeatId(ribbon.provider), SeatId(ribbon.customer), service)] = ribbon.id
    return found


def with_lines(picture: BoardPicture, lines: Mapping[int, str]) -> BoardPicture:
    """New lines under some islands."""
    islands = tuple(
        replace(island, line=lines[island.id], spoken=f"{island.name}, {lines[island.id]}")
        if island.id in lines
        else island
        for island in picture.islands
    )
    return replace(picture, islands=islands)


def with_live(picture: BoardPicture, live: Collection[int]) -> BoardPicture:
    """Only these ribbons are coloured."""
    return replace(picture, ribbons=tuple(replace(ribbon, live=ribbon.id in live) for ribbon in picture.ribbons))
