"""What crosses between a seat's client and the host during play."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from sandgame.frames.cast import Cast, Word
from sandgame.rules.board import BoardSection
from sandgame.rules.ids import Seat, SeatId
from sandgame.rules.intents import Intent
from sandgame.rules.reason import Refusal
from sandgame.rules.sections import (
    DeliverySection,
    MeSection,
    OwnOrder,
    PoolSection,
    ReviewSection,
    TableSection,
    ThreadsSection,
    View,
)

Holder = Literal["person", "bot"]
IntentId = Annotated[str, Meta(min_length=8, max_length=40, pattern="^[0-9a-zA-Z-]+$")]


class FrameBase(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind"):
    pass


class Submit(FrameBase, frozen=True, tag="submit"):
    """Client to host. The same `id` again gets the same answer and is done once."""

    seat: Seat
    id: IntentId
    intent: Intent


class AskView(FrameBase, frozen=True, tag="ask_view"):
    """Client to host: a number was missed, send the whole view."""

    seat: Seat


class SeatHolder(Struct, frozen=True):
    seat: SeatId
    holder: Holder


class Seated(FrameBase, frozen=True, tag="seated"):
    """Host to client: the whole picture of a seat."""

    session: str
    seat: Seat
    cast: Cast
    holders: tuple[SeatHolder, ...]
    number: int
    view: View
    words: tuple[Word, ...]


class ViewChanged(FrameBase, frozen=True, tag="view_changed", omit_defaults=True):
    """Host to client: the sections that changed, each whole; `number` is one above the last."""

    seat: Seat
    number: int
    table: TableSection | UnsetType = UNSET
    me: MeSection | UnsetType = UNSET
    board: BoardSection | UnsetType = UNSET
    orders: tuple[OwnOrder, ...] | UnsetType = UNSET
    threads: ThreadsSection | UnsetType = UNSET
    pool: PoolSection | UnsetType = UNSET
    delivery: DeliverySection | UnsetType | None = UNSET
    review: ReviewSection | UnsetType = UNSET
    words: tuple[Word, ...] | UnsetType = UNSET


class Answered(FrameBase, frozen=True, tag="answered"):
    """Host to client: `stored` false means that nothing happened and the same intent may be sent again."""

    seat: Seat
    id: IntentId
    refusal: Refusal | None
    stored: bool


ClientFrame = Submit | AskView
HostFrame = Seated | ViewChanged | Answered


def merged(view: View, change: ViewChanged) -> View:
    """The view after a change; sections that did not travel stay as they were."""
    names = ("table", "me", "board", "orders", "threads", "pool", "delivery", "review")
    new = {name: value for name in names if (value := getattr(change, name)) is not UNSET}
    return View(**{name: new.get(name, getattr(view, name)) for name in names})
