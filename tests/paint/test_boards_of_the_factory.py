"""The boards of the largest case in windows of three sizes, with and without the service map."""

import dataclasses
from itertools import combinations, pairwise, product

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtWidgets import QApplication

from sandgame.paint.board import BoardPlan, lay_out
from sandgame.paint.board_places import body
from sandgame.paint.look import Look
from sandgame.present.board import board
from sandgame.present.pictures import BoardPicture
from sandgame.rules.board import network, sweep_order
from sandgame.rules.ids import Phase
from sandgame.text.speech import Language
from tests.kit.played import company, moment

SIZES = ((758, 494), (758, 226), (600, 330), (824, 260))
"""1366×768 with a tall and with a low board, 1024×600, 960×540."""
BUSY = 4


def corners(wide: int, high: int) -> list[QRectF]:
    """The button that asks and the four signs."""
    short = wide < 640
    signs = 124 if short else 190
    return [QRectF(12, high - 44, 118, 34), QRectF(wide - 12 - signs, high - 42, signs, 32)]


def shown(seat: int, language: Language, *, mapped: bool) -> BoardPicture:
    scene = moment(BUSY, "negotiate", seat, language, case="factory", length=8)
    if not mapped:
        return board(scene)
    package = company("factory", 8).package
    links = network(package.scenario, sweep_order(package.scenario))
    view = replace(scene.view, board=replace(scene.view.board, network=links))
    words = {word.key: word.text for word in package.words_for(view)}
    return board(dataclasses.replace(scene, view=view, words=words))


def plan(picture: BoardPicture, size: tuple[int, int], language: Language) -> BoardPlan:
    return lay_out(picture, QSizeF(*size), Look(language=language), corners(*size))


@pytest.mark.parametrize("mapped", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_covers_anything_and_all_stays_on_the_board(
    qapp: QApplication, size: tuple[int, int], mapped: bool
) -> None:
    for seat in range(1, 7):
        picture = shown(seat, "en", mapped=mapped)
        laid = plan(picture, size, "en")
        islands = {number: body(box) for number, box in laid.islands.items()}
        solid = [*islands.values(), *laid.ghosts.values()]
        assert not [pair for pair in combinations([*solid, *corners(*size)], 2) if pair[0].intersects(pair[1])], seat
        assert all(QRectF(QPointF(), laid.size).contains(box) for box in solid), seat
        assert not [box for box in laid.placed.chips.values() if any(box.intersects(other) for other in solid)], seat
        partners = {island.id for island in picture.islands if not island.far}
        assert partners <= set(islands), seat


@pytest.mark.parametrize("size", [(758, 494), (600, 330)])
def test_with_the_service_map_every_department_is_on_the_board(qapp: QApplication, size: tuple[int, int]) -> None:
    for seat in range(1, 7):
        picture = shown(seat, "en", mapped=True)
        laid = plan(picture, size, "en")
        assert set(range(1, 7)) <= set(laid.islands), seat
        assert {ribbon.id for ribbon in picture.ribbons if ribbon.far} <= set(laid.ribbons), seat


def test_pointing_at_a_ribbon_between_two_others_names_what_flows(qapp: QApplication) -> None:
    picture = shown(3, "zh", mapped=True)
    laid = plan(picture, (758, 494), "zh")
    far = next(ribbon for ribbon in picture.ribbons if ribbon.far)
    told = {laid.tip_at(laid.ribbons[far.id].pointAtPercent(step / 20)) for step in range(21)}
    assert far.spoken in told


WINDOWS = ((758, 494), (758, 240), (600, 330))
STEPS = 80


def points(laid: BoardPlan, ribbon: int) -> list[QPointF]:
    return [laid.ribbons[ribbon].pointAtPercent(step / STEPS) for step in range(STEPS + 1)]


def turns(one: QPointF, two: QPointF, three: QPointF) -> bool:
    return (two.x() - one.x()) * (three.y() - one.y()) > (two.y() - one.y()) * (three.x() - one.x())


def crossings(laid: BoardPlan) -> list[tuple[int, int]]:
    """Pairs of ribbons whose lines cut each other where no island covers them."""
    cover = [body(box) for box in laid.islands.values()]
    lines = {ribbon: list(pairwise(points(laid, ribbon))) for ribbon in laid.ribbons}
    return [
        (one, two)
        for one, two in combinations(lines, 2)
        for (a, b), (c, d) in product(lines[one], lines[two])
        if turns(a, b, c) != turns(a, b, d)
        and turns(c, d, a) != turns(c, d, b)
        and not any(box.contains(a) for box in cover)
    ]


@pytest.mark.parametrize("size", WINDOWS)
def test_no_ribbon_crosses_another(qapp: QApplication, size: tuple[int, int]) -> None:
    for seat in range(1, 7):
        assert not crossings(plan(shown(seat, "zh", mapped=False), size, "zh")), seat


@pytest.mark.parametrize("phase", ["brief", "negotiate"])
@pytest.mark.parametrize("size", WINDOWS)
def test_a_name_stands_at_its_own_ribbon_or_at_what_lies_on_it(
    qapp: QApplication, size: tuple[int, int], phase: Phase
) -> None:
    for seat in range(1, 7):
        picture = board(moment(BUSY, phase, seat, "zh", case="factory", length=8))
        laid = plan(picture, size, "zh")
        for ribbon, box in laid.placed.labels.items():
            own = [laid.placed.chips[c.id] for c in picture.chips if c.ribbon == ribbon and c.id in laid.placed.chips]
            own += [laid.placed.more[ribbon]] if ribbon in laid.placed.more else []
            if any(box.adjusted(-3, -8, 3, 8).intersects(each) for each in own):
                continue
            away = {
                other: min((point - box.center()).manhattanLength() for point in points(laid, other))
                for other in laid.ribbons
            }
            assert away[ribbon] <= min(away.values()) + 4, (seat, ribbon)


@pytest.mark.parametrize("size", WINDOWS)
def test_what_lies_on_a_board_lies_on_nothing_else(qapp: QApplication, size: tuple[int, int]) -> None:
    for seat in range(1, 7):
        placed = plan(shown(seat, "zh", mapped=False), size, "zh").placed
        boxes = [*placed.chips.values(), *placed.more.values(), *placed.labels.values()]
        assert not [pair for pair in combinations(boxes, 2) if pair[0].intersects(pair[1])], seat
