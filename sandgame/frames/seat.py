"""What crosses between a seat's client and the host during play."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType
from msgspec.structs import replace

from sandgame.frames.cast import Cast, Word
from sandgame.rules.board import BoardSection
from sandgame.rules.ids import Seat, SeatId
from sandgame.rules.intents import Intent
from sandgame.rules.reason import Refusal
from sandgame.rules.sections import (
    BesideSection,
    CompanySection,
    DeliverySection,
    Heard,
    MeSection,
    OwnOrder,
    PoolSection,
    ReviewSection,
    RoomSection,
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
    """Host to client: the sections that changed, each whole; `number` is one above the last.

    `said`: where nothing of the threads changed but that there are more messages, only those that came.
    """

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
    room: RoomSection | UnsetType = UNSET
    beside: BesideSection | UnsetType = UNSET
    company: CompanySection | UnsetType | None = UNSET
    words: tuple[Word, ...] | UnsetType = UNSET
    said: tuple[Heard, ...] | UnsetType = UNSET


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
    names = View.__struct_fields__
    new = {name: value for name in names if (value := getattr(change, name)) is not UNSET}
    whole = View(**{name: new.get(name, getattr(view, name)) for name in names})
    return with_said(whole, change.said) if isinstance(change.said, tuple) else whole


def with_said(view: View, said: tuple[Heard, ...]) -> View:
    """The view after messages that came."""
    return replace(view, threads=replace(view.threads, messages=(*view.threads.messages, *said)))


def only_said(old: ThreadsSection, new: ThreadsSection) -> tuple[Heard, ...] | None:
    """The messages that came, if nothing else did."""
    known = len(old.messages)
    if len(new.messages) <= known or new.messages[:known] != old.messages:
        return None
    return new.messages[known:] if replace(new, messages=old.messages) == old else None
