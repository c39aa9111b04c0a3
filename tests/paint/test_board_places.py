"""Laws of where things lie on a board: nothing covers anything, ribbons do not meet at the rim."""

import math
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainterPath

from sandgame.paint.board import lay_out
from sandgame.paint.board_places import Seat, body, ghost_places, grid_places, partner_places, seat_places
from sandgame.paint.callout import callout_box
from sandgame.paint.chip_places import Placed, Stack, place_chips
from sandgame.paint.look import Look
from sandgame.paint.ribbons import GROOVE, Link, ribbon_paths, rims, spread_anchors
from sandgame.present.pictures import BadgePicture, BoardPicture, CalloutPicture, IslandPicture, Side

OWN = 1


@st.composite
def boards(draw: st.DrawFn) -> tuple[list[Seat], float, float]:
    """Up to eight departments round the own one, on boards as a class may see them."""
    sides: list[Side] = draw(st.lists(st.sampled_from(["supplier", "customer", "both"]), min_size=1, max_size=7))
    if draw(st.booleans()):
        sides.append("external")
    wide, high = draw(st.integers(730, 1500)), draw(st.integers(420, 900))
    seats = [Seat(OWN, "own", QSizeF(172, 118))]
    for number, side in enumerate(sides, start=2):
        seats.append(Seat(number, side, QSizeF(draw(st.integers(146, 170)), 58)))
    return seats, float(wide), float(high)


@st.composite
def low_boards(draw: st.DrawFn) -> tuple[list[Seat], float, float]:
    """Up to two partners on a side (a both-way one stands right), on the low boards of Negotiate and Deliver."""
    left = draw(st.integers(0, 2))
    right: list[Side] = draw(st.lists(st.sampled_from(["customer", "both"]), max_size=2))
    suppliers: list[Side] = ["supplier"] * left
    sides = suppliers + right
    if len(right) < 2 and draw(st.booleans()):
        sides.append("external")
    seats = [Seat(OWN, "own", QSizeF(draw(st.integers(160, 172)), 84))]
    seats += [Seat(n, side, QSizeF(draw(st.integers(146, 166)), 58)) for n, side in enumerate(sides, start=2)]
    return seats, float(draw(st.integers(758, 1100))), float(draw(st.integers(200, 399)))


def links_of(seats: list[Seat]) -> list[Link]:
    links: list[Link] = []
    for seat in seats:
        if seat.side in ("supplier", "both"):
            links.append(Link(len(links), seat.id, OWN))
        if seat.side in ("customer", "both", "external"):
            links.append(Link(len(links), OWN, seat.id))
    return links


def overlapping(boxes: list[QRectF]) -> bool:
    return any(one.intersects(other) for one, other in combinations(boxes, 2))


@given(boards())
def test_islands_never_cover_each_other_and_stay_on_the_board(board: tuple[list[Seat], float, float]) -> None:
    seats, wide, high = board
    places = partner_places(seats, wide, high)
    assert set(places) == {seat.id for seat in seats}
    assert not overlapping([body(box) for box in places.values()])
    assert all(QRectF(0, 0, wide, high).contains(body(box)) for box in places.values())


@given(low_boards())
def test_on_a_low_board_nothing_touches_either(board: tuple[list[Seat], float, float]) -> None:
    seats, wide, high = board
    places = partner_places(seats, wide, high)
    assert not overlapping([body(box).adjusted(-4, -2, 4, 2) for box in places.values()])
    assert all(QRectF(0, 0, wide, high).contains(body(box)) for box in places.values())


def test_a_single_partner_that_is_both_stands_left_and_the_outer_customer_right() -> None:
    seats = [Seat(1, "own", QSizeF(172, 84)), Seat(2, "both", QSizeF(146, 58)), Seat(3, "external", QSizeF(166, 58))]
    for high in (200, 240, 390, 494):
        places = partner_places(seats, 758, high)
        assert places[2].right() < places[1].left() - 90
        assert places[1].right() < places[3].left() - 40


@given(boards())
def test_suppliers_lie_left_of_the_own_island_and_customers_right(board: tuple[list[Seat], float, float]) -> None:
    seats, wide, high = board
    places = partner_places(seats, wide, high)
    middle = places[OWN].center().x()
    alone = [seat.side for seat in seats if seat.side not in ("own", "external")] == ["both"]
    for seat in seats:
        if seat.side == "supplier" or (alone and seat.side == "both"):
            assert places[seat.id].center().x() < middle
        elif seat.side != "own":
            assert places[seat.id].center().x() > middle


def test_both_way_partners_stand_top_right_and_the_outer_customer_bottom_right() -> None:
    seats = [
        Seat(1, "own", QSizeF(172, 118)),
        Seat(2, "external", QSizeF(146, 58)),
        Seat(3, "customer", QSizeF(146, 58)),
        Seat(4, "both", QSizeF(146, 58)),
    ]
    places = partner_places(seats, 758, 494)
    assert places[4].top() < places[3].top() < places[2].top()


def test_the_reference_board_lies_as_drawn() -> None:
    sides: list[Side] = ["own", "supplier", "supplier", "both", "customer"]
    seats = [Seat(n, side, QSizeF(172, 118) if n == 0 else QSizeF(146, 58)) for n, side in enumerate(sides)]
    places = partner_places(seats, 758, 494)
    drawn = {0: (293, 183), 1: (25, 59), 2: (25, 367), 3: (589, 59), 4: (589, 367)}
    for number, (left, top) in drawn.items():
        assert abs(places[number].left() - left) <= 4
        assert abs(places[number].top() - top) <= 4


@given(boards(), st.integers(0, 4))
def test_ghosts_find_room_or_stay_away_but_cover_nothing(board: tuple[list[Seat], float, float], count: int) -> None:
    seats, wide, high = board
    taken = [body(box) for box in partner_places(seats, wide, high).values()]
    ghosts = ghost_places([(n, QSizeF(172, 53)) for n in range(count)], wide, high, taken)
    assert not overlapping([*taken, *ghosts.values()]) or overlapping(taken)
    assert all(QRectF(0, 0, wide, high).contains(box) for box in ghosts.values())


@given(st.integers(2, 8), st.integers(820, 1400), st.integers(560, 900))
def test_seats_to_choose_from_never_cover_each_other_or_the_company(count: int, wide: int, high: int) -> None:
    places = seat_places(list(range(count)), QSizeF(214, 92), wide, high)
    company = QRectF(wide / 2 - 92, high / 2 - 38, 184, 76)
    assert len(places) == count
    assert not overlapping([company, *(body(box) for box in places.values())])


@given(st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 1000)), min_size=1, max_size=8))
def test_islands_of_a_scenario_are_kept_inside_the_board(centres: list[tuple[int, int]]) -> None:
    sizes = {number: QSizeF(142, 62) for number in range(len(centres))}
    for box in grid_places(sizes, dict(enumerate(centres)), 600, 400).values():
        assert QRectF(0, 0, 600, 400).contains(body(box))


@given(st.integers(1, 6), st.integers(58, 240))
def test_anchors_stand_a_groove_apart_wherever_the_side_is_long_enough(count: int, length: int) -> None:
    spots = spread_anchors(count, length)
    assert all(0 < spot < length for spot in spots)
    if (count - 1) * (GROOVE + 1) <= length - 16:
        assert all(after - before >= GROOVE for before, after in pairwise(spots))


@given(boards())
def test_every_ribbon_begins_and_ends_at_the_rims_of_its_islands(board: tuple[list[Seat], float, float]) -> None:
    seats, wide, high = board
    places = partner_places(seats, wide, high)
    links = links_of(seats)
    paths = ribbon_paths(links, places)
    for link in links:
        path = paths[link.id]
        for part, island in ((0.0, link.provider), (1.0, link.customer)):
            point, face = path.pointAtPercent(part), body(places[island])
            assert face.adjusted(-0.01, -0.01, 0.01, 0.01).contains(point)
            assert not face.adjusted(1, 1, -1, -1).contains(point)


@given(boards())
def test_no_two_ribbons_touch_an_island_at_the_same_spot(board: tuple[list[Seat], float, float]) -> None:
    seats, wide, high = board
    places = partner_places(seats, wide, high)
    touched: list[tuple[int, int, int]] = []
    links = links_of(seats)
    for link in links:
        path = ribbon_paths(links, places)[link.id]
        for part, island in ((0.0, link.provider), (1.0, link.customer)):
            point = path.pointAtPercent(part)
            touched.append((island, round(point.x()), round(point.y())))
    assert len(set(touched)) == len(touched)


def test_ribbons_on_one_side_are_ordered_as_their_other_ends() -> None:
    places = {0: QRectF(300, 200, 172, 118), 1: QRectF(20, 20, 146, 58), 2: QRectF(20, 420, 146, 58)}
    paths = ribbon_paths([Link(10, 2, 0), Link(11, 1, 0)], places)
    assert paths[11].pointAtPercent(1).y() < paths[10].pointAtPercent(1).y()


def test_the_way_there_and_the_way_back_take_different_sides() -> None:
    own, partner = QRectF(293, 183, 172, 118), QRectF(589, 59, 146, 58)
    assert rims(partner, own, True) == ("left", "top")
    assert rims(own, partner, True) == ("right", "bottom")


@st.composite
def loads(draw: st.DrawFn) -> tuple[tuple[list[Seat], float, float], list[Stack]]:
    board = draw(boards())
    stacks, next_chip = [], 0
    for link in links_of(board[0]):
        count = draw(st.integers(0, 3))
        chips = tuple((next_chip + n, QSizeF(draw(st.sampled_from([96, 112])), 40)) for n in range(count))
        next_chip += count
        more = QSizeF(36, 20) if count == 3 and draw(st.booleans()) else None
        label = QSizeF(draw(st.integers(30, 90)), 20) if draw(st.booleans()) else None
        if chips or label is not None:
            stacks.append(Stack(link.id, chips, more, label))
    return board, stacks


@settings(max_examples=40)
@given(loads())
def test_chips_never_cover_an_island_or_each_other(load: tuple[tuple[list[Seat], float, float], list[Stack]]) -> None:
    (seats, wide, high), stacks = load
    places = partner_places(seats, wide, high)
    islands = [body(box) for box in places.values()]
    bounds = QRectF(0, 0, wide, high)
    placed = place_chips(stacks, ribbon_paths(links_of(seats), places), islands, bounds)
    boxes = [*placed.chips.values(), *placed.more.values(), *placed.labels.values()]
    assert not overlapping(boxes)
    assert not any(box.intersects(island) for box in boxes for island in islands)
    assert all(bounds.contains(box) for box in boxes)


def middles(stacks: list[Stack], placed: Placed) -> dict[int, QPointF]:
    """The middle of what each ribbon shows of its chips."""
    found = {}
    for stack in stacks:
        boxes = [placed.chips[number] for number, _ in stack.chips if number in placed.chips]
        if boxes:
            found[stack.ribbon] = boxes[0].united(boxes[-1]).center()
    return found


def distance(path: QPainterPath, point: QPointF) -> float:
    spots = [path.pointAtPercent(step / 200) for step in range(201)]
    return min(math.hypot(spot.x() - point.x(), spot.y() - point.y()) for spot in spots)


@settings(max_examples=40)
@given(loads())
def test_chips_lie_on_their_own_ribbon(load: tuple[tuple[list[Seat], float, float], list[Stack]]) -> None:
    (seats, wide, high), stacks = load
    places = partner_places(seats, wide, high)
    paths = ribbon_paths(links_of(seats), places)
    placed = place_chips(stacks, paths, [body(box) for box in places.values()], QRectF(0, 0, wide, high))
    for ribbon, middle in middles(stacks, placed).items():
        assert distance(paths[ribbon], middle) <= 6


@settings(max_examples=40)
@given(low_boards(), st.integers(0, 5))
def test_a_low_board_shows_a_chip_and_the_name_of_every_ribbon(
    board: tuple[list[Seat], float, float], count: int
) -> None:
    seats, wide, high = board
    places = partner_places(seats, wide, high)
    links = links_of(seats)
    chips = [tuple((link.id * 10 + n, QSizeF(96, 40)) for n in range(count)) for link in links]
    outer = {seat.id for seat in seats if seat.side == "external"}
    inner = [(link, own) for link, own in zip(links, chips, strict=True) if link.customer not in outer]
    stacks = [Stack(link.id, own, QSizeF(30, 20), QSizeF(64, 20)) for link, own in inner]
    paths = ribbon_paths(links, places, high)
    placed = place_chips(stacks, paths, [body(box) for box in places.values()], QRectF(0, 0, wide, high))
    whole = high >= least_for(inner)
    for stack in stacks:
        shown = [number for number, _ in stack.chips if number in placed.chips]
        # on the very lowest boards the pill may have to tell of them all
        assert bool(shown) == bool(count) or (not whole and placed.hidden.get(stack.ribbon) == count)
        assert len(shown) + placed.hidden.get(stack.ribbon, 0) == count
    if whole and len(links) <= 4:
        assert set(placed.labels) == {stack.ribbon for stack in stacks}


def least_for(inner: list[tuple[Link, tuple[tuple[int, QSizeF], ...]]]) -> float:
    """Negotiate and Deliver give their boards 250 px; three ribbons in one gap need 3 x (chip 44, pill 21, name 22)
    and what lies between: they show everything from 300 px on."""
    right = sum(link.provider == OWN or (link.customer == OWN and is_twin(link, inner)) for link, _ in inner)
    return 300.0 if max(right, len(inner) - right) > 2 else 250.0


def is_twin(link: Link, inner: list[tuple[Link, tuple[tuple[int, QSizeF], ...]]]) -> bool:
    return any((other.provider, other.customer) == (link.customer, link.provider) for other, _ in inner)


def test_ribbons_side_by_side_bow_apart_for_what_lies_on_them() -> None:
    places = {0: QRectF(300, 80, 172, 84), 1: QRectF(25, 90, 146, 58)}
    paths = ribbon_paths([Link(1, 1, 0), Link(2, 0, 1), Link(3, 1, 0)], places)
    levels = sorted(paths[number].pointAtPercent(0.5).y() for number in (1, 2, 3))
    assert all(after - before >= 60 for before, after in pairwise(levels))


def test_on_an_ordinary_board_every_chip_finds_its_place() -> None:
    sides: list[Side] = ["own", "supplier", "supplier", "both", "customer"]
    seats = [Seat(n, side, QSizeF(172, 118) if n == 0 else QSizeF(146, 58)) for n, side in enumerate(sides)]
    places = partner_places(seats, 758, 494)
    links = [Link(1, 1, 0), Link(2, 2, 0), Link(3, 3, 0), Link(4, 0, 3), Link(5, 0, 4)]
    chip = QSizeF(96, 40)
    stacks = [Stack(n, ((n * 10, chip), (n * 10 + 1, chip)), None, QSizeF(60, 20)) for n in range(1, 6)]
    islands = [body(box) for box in places.values()]
    placed = place_chips(stacks, ribbon_paths(links, places), islands, QRectF(0, 0, 758, 494))
    assert len(placed.chips) == 10


def test_a_chip_alone_lies_on_its_ribbon() -> None:
    places = {0: QRectF(300, 200, 172, 118), 1: QRectF(20, 20, 146, 58)}
    paths = ribbon_paths([Link(1, 1, 0)], places)
    placed = place_chips([Stack(1, ((7, QSizeF(96, 40)),))], paths, list(places.values()), QRectF(0, 0, 700, 500))
    middle = paths[1].pointAtPercent(0.5)
    assert placed.chips[7].adjusted(-30, -30, 30, 30).contains(QPointF(middle))


@pytest.mark.parametrize("count", [4, 5, 6])
def test_a_stack_shows_its_chips_in_order_from_top_to_bottom(count: int) -> None:
    places = {0: QRectF(600, 300, 172, 118), 1: QRectF(20, 300, 146, 58)}
    chips = tuple((n, QSizeF(96, 40)) for n in range(count))
    stack = Stack(1, chips, QSizeF(30, 20))
    placed = place_chips([stack], ribbon_paths([Link(1, 1, 0)], places), list(places.values()), QRectF(0, 0, 900, 700))
    tops = [placed.chips[n].top() for n in range(3)]
    assert tops == sorted(tops)
    assert all(after - before >= 54 for before, after in pairwise(tops))
    assert placed.more[1].top() > tops[-1]
    assert placed.hidden == {1: count - 3}


@pytest.mark.usefixtures("qapp")
@given(low_boards())
def test_the_box_that_says_what_stopped_a_seat_covers_no_island_on_its_board(
    board: tuple[list[Seat], float, float],
) -> None:
    seats, wide, high = board
    high = max(high, 250.0)
    sides = [seat.side for seat in seats if seat.side != "own"]
    badge = BadgePicture(0, "building-2")
    every: list[Side] = ["own", *sides]
    islands = tuple(IslandPicture(n, "Production", badge, "planned 13", side) for n, side in enumerate(every, start=1))
    told = CalloutPicture(OWN, "Stopped by hours: 6 short", "21 h left over went to own work")
    look = Look(language="en")
    plan = lay_out(BoardPicture(islands=islands, own=OWN, callout=told), QSizeF(wide, high), look)
    box = callout_box(told, plan.islands, QSizeF(wide, high), look)
    assert not any(box.intersects(body(face)) for face in plan.islands.values())
    assert QRectF(0, 0, wide, high).contains(box)
