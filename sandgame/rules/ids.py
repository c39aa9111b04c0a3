"""Own types for the numbers of the game, and the bounds within which whole numbers cross the wire and the log."""

from __future__ import annotations

from typing import Annotated, Literal, NewType

from msgspec import Meta

SeatId = NewType("SeatId", int)
ServiceId = NewType("ServiceId", int)
OrderId = NewType("OrderId", int)
SheetId = NewType("SheetId", int)
CommitmentId = NewType("CommitmentId", int)
LoanId = NewType("LoanId", int)

TABLE = SeatId(0)
"""Who speaks when no seat does: the clock, or whoever runs the room."""
ROOM = SeatId(9)
"""Whoever runs the room, as the address of a message: 0 is there the whole table."""

Seat = Annotated[SeatId, Meta(ge=0, le=8)]
Hearer = Annotated[SeatId, Meta(ge=0, le=9)]
"""To whom a message goes: a seat, the table (0) or whoever runs the room (9)."""
Service = Annotated[ServiceId, Meta(ge=1, le=99)]
OrderNo = Annotated[OrderId, Meta(ge=1, le=999)]
SheetNo = Annotated[SheetId, Meta(ge=1, le=99_999)]
CommitmentNo = Annotated[CommitmentId, Meta(ge=1, le=99_999)]
LoanNo = Annotated[LoanId, Meta(ge=1, le=9_999)]

Round = Annotated[int, Meta(ge=0, le=12)]
Units = Annotated[int, Meta(ge=0, le=9_999)]
Hours = Annotated[int, Meta(ge=0, le=999)]
HoursChange = Annotated[int, Meta(ge=-999, le=999)]
Percent = Annotated[int, Meta(ge=0, le=100)]
Price = Annotated[int, Meta(ge=0, le=1_000_000)]
Money = Annotated[int, Meta(ge=-1_000_000_000, le=1_000_000_000)]
Count = Annotated[int, Meta(ge=0, le=1_000_000)]
CardNo = Annotated[int, Meta(ge=1, le=99)]
Index = Annotated[int, Meta(ge=0, le=99)]
Note = Annotated[str, Meta(max_length=400)]

Phase = Literal["brief", "negotiate", "plan", "deliver", "review", "over"]
PHASES: tuple[Phase, ...] = ("brief", "negotiate", "plan", "deliver", "review")
