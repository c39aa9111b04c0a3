"""What on a board the keyboard can stand on: islands and chips, their order for reading, the way of the arrows."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF

from sandgame.paint.board import BoardPlan
from sandgame.present.pictures import ChipPicture, IslandPicture

Spot = tuple[str, int]
"""("island" or "chip", its id)"""

_RANK = {"own": 0, "supplier": 1, "both": 2, "customer": 3, "external": 4}


def spots(plan: BoardPlan) -> dict[Spot, QPointF]:
    """Every spot with its middle."""
    places: dict[Spot, QPointF] = {("island", number): box.center() for number, box in plan.islands.items()}
    return places | {("chip", number): box.center() for number, box in plan.placed.chips.items()}


def item_at(plan: BoardPlan, spot: Spot) -> IslandPicture | ChipPicture:
    """What stands on a spot."""
    kind, number = spot
    items = plan.picture.islands if kind == "island" else plan.picture.chips
    return next(item for item in items if item.id == number)


def spoken(plan: BoardPlan, spot: Spot) -> str:
    """What assistive tools are told of a spot."""
    item = item_at(plan, spot)
    if item.spoken:
        return item.spoken
    return item.name if isinstance(item, IslandPicture) else f"{item.units} {item.due}"


def reading_order(plan: BoardPlan) -> list[Spot]:
    """Own island, suppliers, customers, from top to bottom, each followed by its chips."""
    islands = sorted(
        (island for island in plan.picture.islands if island.id in plan.islands),
        key=lambda island: (_RANK[island.side], plan.islands[island.id].center().y()),
    )
    ends = {ribbon.id: (ribbon.provider, ribbon.customer) for ribbon in plan.picture.ribbons}
    order: list[Spot] = []
    for island in islands:
        order.append(("island", island.id))
        if island.side == "own":
            continue
        order += [
            spot
            for chip in plan.picture.chips
            if island.id in ends.get(chip.ribbon, ()) and (spot := ("chip", chip.id)) not in order
            if chip.id in plan.placed.chips
        ]
    return order


def nearest_in_direction(start: QPointF, places: Mapping[Spot, QPointF], across: int, down: int) -> Spot | None:
    """The spot that an arrow key goes to: nearest within 60 degrees of the direction, sideways way counting double."""
    best: tuple[float, Spot] | None = None
    for key, point in places.items():
        along = (point.x() - start.x()) * across + (point.y() - start.y()) * down
        aside = abs((point.x() - start.x()) * down) + abs((point.y() - start.y()) * across)
        if along <= 4 or aside > along * 1.8:
            continue
        far = along + 2 * aside
        if best is None or far < best[0]:
            best = (far, key)
    return best[1] if best else None
