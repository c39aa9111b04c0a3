"""What crosses in a debrief: nothing that ranks or labels people, and nothing of one department to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import msgspec
import pytest

from sandgame.frames import class_wire, debrief_wire
from sandgame.frames.debrief import (
    DOTS,
    VERSIONS,
    DebriefTold,
    GatheredTold,
    HalfTimeTold,
    KeepDebrief,
    OwnSaid,
    PageTurned,
    SharesGone,
    Survey,
    TableDebriefTold,
    TurnPage,
)
from sandgame.frames.wire import UnreadableError
from sandgame.rules.ids import SeatId

NEVER = re.compile(
    r"rank|podium|place_of|winner|loser|personality|style|label|emotion|mood|iq|responsib|blame|fault|firm|score|name|token"
)
ALLOWED = {"hidden_names", "scoring_version"}
"""Whether names of departments are hidden; how the marks were made."""


def kinds(of: Any, seen: set[type] | None = None) -> Iterator[type[msgspec.Struct]]:
    """Every struct that a frame can hold."""
    seen = set() if seen is None else seen
    if isinstance(of, type) and issubclass(of, msgspec.Struct) and of not in seen:
        seen.add(of)
        yield of
        for hint in get_type_hints(of, include_extras=True).values():
            yield from kinds(hint, seen)
    for part in get_args(of):
        yield from kinds(part, seen)


def kinds_of_fields(of: type[msgspec.Struct]) -> set[Any]:
    """What its own fields hold."""
    return {part for hint in get_type_hints(of).values() for part in (hint, *get_args(hint))}


TOLD = (DebriefTold, TableDebriefTold, HalfTimeTold, PageTurned, GatheredTold)
OF_CASE = {"sandgame.frames.cast"}
"""Names of departments and services."""


@pytest.mark.parametrize("frame", TOLD)
def test_no_frame_has_room_for_what_never_appears(frame: type) -> None:
    for kind in kinds(frame):
        if kind.__module__ in OF_CASE:
            continue
        fields = {field.name for field in msgspec.structs.fields(kind)} - ALLOWED
        assert not [field for field in fields if NEVER.search(field)], kind.__name__


def test_shares_of_departments_go_to_who_leads_alone() -> None:
    holding = {frame for frame in TOLD if SharesGone in set(kinds(frame))}
    assert holding == {DebriefTold}


def test_a_survey_travels_back_to_its_own_seat_alone() -> None:
    """What a seat said of itself is told with what is told to its own laptop, and stands nowhere else in it."""
    assert {frame for frame in TOLD if Survey in set(kinds(frame))} == {TableDebriefTold, HalfTimeTold}
    for frame in (TableDebriefTold, HalfTimeTold):
        assert [kind for kind in kinds(frame) if Survey in kinds_of_fields(kind)] == [OwnSaid]


def test_the_versions_are_made_of_the_pages_in_their_order() -> None:
    for pages in VERSIONS.values():
        assert [page for page in DOTS if page in pages] == list(pages)
        assert pages[0] == "opening"
        assert pages[-1] == "take_away"


def test_what_is_asked_comes_back_from_bytes_as_it_was() -> None:
    for frame in (
        TurnPage("link", revealed=True, table=2, link=(1, 2), pages=DOTS),
        KeepDebrief(
            SeatId(1), word="急", survey=Survey("0" * 32, "a", (1, 0, 6)), consent=(SeatId(1), SeatId(2), True)
        ),
    ):
        assert class_wire.read_asked(class_wire.encode(frame)) == frame


@pytest.mark.parametrize(
    "body",
    [
        b'{"kind":"keep_debrief","seat":1,"slider":101}',
        b'{"kind":"keep_debrief","seat":1,"survey":{"key":"x","occasion":"b2","answers":[1]}}',
        b'{"kind":"keep_debrief","seat":1,"survey":{"key":"' + b"0" * 32 + b'","occasion":"b2","answers":[7]}}',
        b'{"kind":"keep_debrief","seat":1,"word":""}',
        b'{"kind":"turn_page","page":"podium"}',
    ],
)
def test_what_is_no_answer_is_not_read(body: bytes) -> None:
    with pytest.raises(UnreadableError):
        class_wire.read_asked(body)


def test_what_is_stored_is_read_strictly() -> None:
    with pytest.raises(UnreadableError):
        debrief_wire.read_made(b'{"debrief":{}}')
