"""What the service map opens on the board: departments I do not deal with, and what flows between the others."""

from __future__ import annotations

from sandgame.present.phrases import badge, listed, unique
from sandgame.present.pictures import IslandPicture, RibbonPicture
from sandgame.present.scene import Scene
from sandgame.rules.ids import SeatId, ServiceId

FAR_RIBBONS = 10_000
"""Ribbons between two others have numbers above this."""


def far_ways(scene: Scene) -> dict[tuple[SeatId, SeatId], tuple[ServiceId, ...]]:
    """What each other department gives each other one; empty until the service map opens it."""
    found: dict[tuple[SeatId, SeatId], list[ServiceId]] = {}
    for link in scene.view.board.network:
        for receiver in link.receivers:
            if scene.seat not in (link.provider, receiver):
                found.setdefault((link.provider, receiver), []).append(link.service)
    return {ends: tuple(services) for ends, services in sorted(found.items())}


def far_islands(scene: Scene) -> tuple[IslandPicture, ...]:
    """The departments that are ghosts without the service map."""
    if not scene.view.board.network:
        return ()
    line = scene.speech.say("board-far")
    islands = []
    for seat in scene.view.board.strangers:
        name = scene.name(seat)
        islands.append(IslandPicture(seat, name, badge(scene, seat), line, spoken=f"{name}, {line}", far=True))
    return tuple(islands)


def far_ribbons(scene: Scene) -> tuple[RibbonPicture, ...]:
    """One for all that flows one way between two others: what it is, is said on pointing at it."""
    ribbons = []
    for number, ((provider, receiver), services) in enumerate(far_ways(scene).items(), start=1):
        slot = scene.department(provider).slot
        spoken = _flow(scene, provider, receiver, services)
        ribbons.append(RibbonPicture(FAR_RIBBONS + number, provider, receiver, slot, spoken=spoken, far=True))
    return tuple(ribbons)


def far_words(scene: Scene, seat: SeatId) -> str:
    """What a department gives and gets beside its dealings with me, for its island's tip."""
    ways = far_ways(scene)
    mine = [(ends, services) for ends, services in ways.items() if seat in ends]
    return "\n".join(_flow(scene, *ends, services) for ends, services in mine)


def _flow(scene: Scene, provider: SeatId, receiver: SeatId, services: tuple[ServiceId, ...]) -> str:
    names = listed(scene, unique(scene.service(service) for service in services))
    return scene.speech.say("board-flow", provider=scene.name(provider), receiver=scene.name(receiver), services=names)
