"""What is painted: laws of blocks, balances, bars and flows, and that every picture comes out in every look."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from sandgame.paint.badge import badge_path, draw_badge
from sandgame.paint.balance import (
    MOST_TILT,
    draw_header_balance,
    draw_plan_balance,
    header_tilt,
    plan_balance_height,
    plan_tilt,
    stack_places,
)
from sandgame.paint.blocks import UNIT_GAP, draw_hours, draw_tray, hours_size, place_units
from sandgame.paint.board import BoardPlan, Marks, draw_board, lay_out
from sandgame.paint.board_spots import nearest_in_direction
from sandgame.paint.bonus import bonus_segments, draw_bonus
from sandgame.paint.chip import chip_size, draw_chip
from sandgame.paint.flow import MOST_BLOCKS, flow_time, travellers_at
from sandgame.paint.fonts import Language, load_fonts
from sandgame.paint.look import Look
from sandgame.paint.sand import ROW, sand_pixmap, wave_paths
from sandgame.paint.tokens import SCHEMES, Scheme, palette, size
from sandgame.present.pictures import (
    BadgePicture,
    BalancePicture,
    BlockPicture,
    BoardPicture,
    BonusPicture,
    CalloutPicture,
    ChipPicture,
    CompanyPicture,
    FlowPicture,
    GhostPicture,
    HolderPicture,
    HoursPicture,
    IslandPicture,
    RibbonPicture,
    State,
    TravellerPicture,
    UnitPicture,
    blocks,
    in_groups,
)

LOOKS = [(scheme, language) for scheme in SCHEMES for language in ("zh", "en")]
SALES, MAKING, BUYING = BadgePicture(1, "handshake"), BadgePicture(4, "factory"), BadgePicture(3, "shopping-cart")
STATES: list[State] = ["open", "agreed", "in_plan", "risk", "kept", "broken"]

pytestmark = pytest.mark.usefixtures("fonts")


@pytest.fixture
def fonts(qapp: object) -> None:
    load_fonts()


def board(chips: int = 2) -> BoardPicture:
    return BoardPicture(
        own=4,
        note="你看得到与你直接协作的部门",
        note_icon="eye",
        foot="还有 1 个部门",
        islands=(
            IslandPicture(4, "生产", MAKING, "我的部门", "own", hours_line="本周工时 37", hours=(4,) * 37),
            IslandPicture(3, "采购", BUYING, "供我零件", "supplier", sign="stuck"),
            IslandPicture(1, "销售", SALES, "等我的整机", "customer"),
            IslandPicture(9, "外部客户", BadgePicture(0, "store"), "只有你看得到", "external"),
        ),
        ghosts=(GhostPicture(6, "物流", BadgePicture(6, "truck"), "与谁协作：尚不清楚"),),
        ribbons=(
            RibbonPicture(1, 3, 4, 3, "零件套件", live=True),
            RibbonPicture(2, 4, 1, 4, "整机"),
            RibbonPicture(3, 4, 9, 4, "订单", dotted=True),
        ),
        chips=tuple(ChipPicture(n, 1, BUYING, "×10", "第3周", STATES[n % 6], sheet=n == 1) for n in range(chips)),
        travellers=(TravellerPicture(2, 4, 400), TravellerPicture(2, 4, 600, "12")),
        callout=CalloutPicture(4, "被零件卡住：少 2 套", "剩下的 8 工时做了部门专项"),
        selected_chip=0,
        selected_island=1,
    )


def canvas(wide: int, high: int) -> QImage:
    picture = QImage(QSize(wide, high), QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(QColor("#FF00FF"))
    return picture


def colours(picture: QImage) -> set[str]:
    inside = ((x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2))
    return {picture.pixelColor(x, y).name() for x, y in inside}


def luminance_mask(shape: str) -> list[bool]:
    picture = canvas(40, 40)
    painter = QPainter(picture)
    painter.fillPath(badge_path(shape, QRectF(0, 0, 40, 40)), QColor("#000000"))
    painter.end()
    return [picture.pixelColor(x, y) == QColor("#000000") for y in range(40) for x in range(40)]


def test_the_eight_outlines_can_be_told_apart_without_colour() -> None:
    masks = {each.shape: luminance_mask(each.shape) for each in palette("light").departments[1:]}
    assert len(masks) == 8
    for one, other in combinations(masks, 2):
        differing = sum(a != b for a, b in zip(masks[one], masks[other], strict=True))
        assert differing > 30, (one, other)


@pytest.mark.parametrize("slot", range(9))
def test_a_badge_is_drawn_in_its_department_colour(slot: int) -> None:
    picture = canvas(60, 60)
    painter = QPainter(picture)
    draw_badge(painter, BadgePicture(slot, "factory"), QRectF(0, 0, 60, 60), Look())
    painter.end()
    assert Look().department(slot).base.name() in colours(picture)


def test_sand_is_drawn_once_for_each_size_and_scale() -> None:
    look = Look()
    assert sand_pixmap(200, 100, 1.0, look) is sand_pixmap(200, 100, 1.0, look)
    assert sand_pixmap(200, 100, 2.0, look).width() == 400
    assert len(wave_paths(100, ROW * 10)) >= 10


@pytest.mark.parametrize(("scheme", "language"), LOOKS)
def test_a_full_board_comes_out_in_every_look(scheme: Scheme, language: Language) -> None:
    look = Look(scheme, language)
    picture = canvas(758, 494)
    plan = lay_out(board(), QSizeF(758, 494), look, [QRectF(560, 452, 180, 32)])
    painter = QPainter(picture)
    draw_board(painter, plan, look, Marks(hover_ribbon=1, rings=frozenset({("chip", 1)})), scale=1.0)
    painter.end()
    shown = colours(picture)
    assert {look.department(slot).base.name() for slot in (1, 3, 4)} <= shown
    assert look.colour.focus.name() in shown
    assert "#ff00ff" not in shown


@pytest.mark.parametrize("layout", ["places", "seats"])
def test_boards_of_a_scenario_and_of_the_seat_choice_come_out(layout: str) -> None:
    islands = tuple(
        IslandPicture(
            slot,
            "部门",
            BadgePicture(slot, "factory"),
            "造整机，人人都等它",
            place=(150 + 100 * slot, 500) if layout == "places" else None,
            holder=HolderPicture("电脑", "bot", mine=slot == 2),
            pips=slot % 4,
        )
        for slot in range(1, 7)
    )
    company = CompanyPicture("青禾电器", "一张桌，六个部门")
    shown = BoardPicture(islands, layout="seats" if layout == "seats" else "places", own=2, company=company)
    picture = canvas(900, 700)
    plan = lay_out(shown, QSizeF(900, 700), Look())
    painter = QPainter(picture)
    draw_board(painter, plan, Look())
    painter.end()
    assert len(plan.islands) == 6
    assert Look().colour.top_bar.name() in colours(picture)


def test_the_same_board_goes_on_paper_as_lines() -> None:
    buffer = QBuffer(data := QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = QSvgGenerator()
    paper.setOutputDevice(buffer)
    painter = QPainter(paper)
    draw_board(painter, lay_out(board(), QSizeF(758, 494), Look()), Look())
    painter.end()
    text = bytes(data.data()).decode()
    assert Look().department(3).base.name() in text.lower()
    assert "<image" not in text


def test_more_than_three_chips_on_a_ribbon_are_counted() -> None:
    plan = lay_out(board(chips=7), QSizeF(758, 494), Look())
    assert 1 <= len(plan.placed.chips) <= 3
    assert len(plan.placed.chips) + plan.placed.hidden[1] == 7


def test_a_chip_is_found_where_it_lies_and_an_island_where_it_lies() -> None:
    plan: BoardPlan = lay_out(board(), QSizeF(758, 494), Look())
    for number, box in plan.placed.chips.items():
        assert plan.chip_at(box.center()) == number
    for number, box in plan.islands.items():
        assert plan.island_at(box.center()) == number
    assert plan.island_at(QPointF(-5, -5)) is None
    assert plan.ribbon_at(plan.ribbons[2].pointAtPercent(0.5)) == 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_island_grows_with_its_name_so_that_nothing_is_cut(language: Language) -> None:
    look = Look(language=language)
    long = IslandPicture(3, "Maintenance and facilities", BUYING, "supplies me", "supplier")
    plan = lay_out(BoardPicture((long,)), QSizeF(758, 494), look)
    assert plan.islands[3].width() >= look.width(long.name, "label", 700) + 51


def test_a_chip_is_wide_enough_for_its_words_beside_the_disc() -> None:
    look = Look(language="en")
    for units, due in (("4/10", "Wk 3"), ("3 lines", "Wk 14–16"), ("×1,240", "Wk 3")):
        chip = ChipPicture(1, 1, MAKING, units, due, "agreed")
        wide = chip_size(chip, look).width()
        assert wide >= max(size("chipWidth"), 40 + look.width(units, "label", 700) + 16)
        assert wide >= 40 + look.width(due, "caption")


def test_states_of_a_chip_can_be_told_apart_without_colour() -> None:
    seen = set()
    for state in STATES:
        picture = canvas(110, 54)
        painter = QPainter(picture)
        draw_chip(painter, ChipPicture(1, 1, MAKING, "×8", "第3周", state), QRectF(2, 2, 96, 40), Look())
        painter.end()
        seen.add(bytes(picture.convertToFormat(QImage.Format.Format_Grayscale8).constBits()))
    assert len(seen) == len(STATES)


def test_an_arrow_goes_to_the_nearest_place_in_its_direction() -> None:
    places = {("island", 1): QPointF(0, 0), ("island", 2): QPointF(100, 10), ("island", 3): QPointF(300, 0)}
    assert nearest_in_direction(QPointF(0, 0), places, 1, 0) == ("island", 2)
    assert nearest_in_direction(QPointF(300, 0), places, -1, 0) == ("island", 2)
    assert nearest_in_direction(QPointF(0, 0), places, -1, 0) is None


units = st.lists(
    st.builds(
        lambda count, under: UnitPicture(blocks("solid", 1, count), under),
        st.integers(1, 6),
        st.sampled_from([None, "stock", 3]),
    ),
    min_size=1,
    max_size=14,
)


@given(units, st.integers(90, 500))
def test_blocks_of_a_unit_stay_together_and_inside_the_tray(row: list[UnitPicture], wide: int) -> None:
    placed = place_units(HoursPicture(tuple(row)), wide)
    boxes = [box for each in placed for box in each.blocks]
    assert len(boxes) == sum(len(unit.blocks) for unit in row)
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    assert all(box.right() <= wide for box in boxes)
    for each in placed:
        assert len({box.top() for box in each.blocks}) == 1
    assert hours_size(HoursPicture(tuple(row)), wide).height() >= max(box.bottom() for box in boxes)


def test_units_stand_a_gap_apart() -> None:
    placed = place_units(HoursPicture((UnitPicture(blocks("setup", 1, 2)), UnitPicture(blocks("solid", 1, 3)))), 400)
    pitch = placed[0].blocks[1].left() - placed[0].blocks[0].left()
    assert pitch == size("hourPitch")
    assert placed[1].blocks[0].left() - placed[0].blocks[1].left() == pitch + UNIT_GAP


def test_hours_are_grouped_by_five() -> None:
    assert [len(unit.blocks) for unit in in_groups(blocks("neutral", 0, 12))] == [5, 5, 2]


@given(st.integers(-200, 200), st.integers(-200, 200))
def test_the_header_balance_leans_to_the_heavier_side_and_never_too_far(kpi: int, index: int) -> None:
    tilt = header_tilt(kpi, index)
    assert abs(tilt) <= MOST_TILT
    assert (tilt > 0) == (kpi > index)
    assert (tilt < 0) == (kpi < index)


def test_the_plan_balance_leans_to_colleagues_as_specified() -> None:
    assert plan_tilt(11, 26) == 3.75
    assert plan_tilt(40, 0) == -MOST_TILT


@given(st.integers(0, 120))
def test_a_stack_shows_every_hour_and_no_block_covers_another(count: int) -> None:
    boxes = stack_places(count, 100, 500)
    assert len(boxes) == count
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    assert all(box.bottom() <= 500 and box.left() >= 50 and box.right() <= 150 for box in boxes)


@given(st.integers(0, 100))
def test_the_bonus_segments_are_as_wide_as_the_shares(share: int) -> None:
    own, company = bonus_segments(QRectF(0, 0, 203, 14), share)
    assert own.width() == pytest.approx(2 * share)
    assert company.right() == pytest.approx(203)
    assert not own.intersects(company)


@given(st.integers(1, 100))
def test_all_units_travel_on_at_most_eight_blocks_and_arrive(count: int) -> None:
    flow = [FlowPicture(1, 4, count)]
    under_way = travellers_at(flow, flow_time(flow) - 900 + 1)
    assert 1 <= len(under_way) <= MOST_BLOCKS
    assert travellers_at(flow, flow_time(flow)) == ()
    start = travellers_at([FlowPicture(1, 4, count, stop=1)], 100_000)
    assert sum(int(each.count or "1") for each in start) == count


def test_stopped_units_stay_where_they_stop() -> None:
    flow = [FlowPicture(1, 4, 2, stop=700)]
    assert [each.at for each in travellers_at(flow, 100_000)] == [700, 700]


@pytest.mark.parametrize(("scheme", "language"), LOOKS)
def test_hours_balances_bars_and_intervals_come_out_in_every_look(scheme: Scheme, language: Language) -> None:
    look = Look(scheme, language)
    every = tuple(BlockPicture(kind, 1) for kind in ("solid", "setup", "hollow", "missing", "neutral", "stock"))
    balance = BalancePicture(
        blocks("solid", 4, 9), blocks("solid", 1, 26), "为我的 KPI", "11 工时", "为同事", "26 工时", 4, "空心：剩余工时"
    )
    picture = canvas(400, 600)
    painter = QPainter(picture)
    draw_tray(painter, QRectF(0, 0, 400, 54), look)
    draw_hours(painter, HoursPicture((UnitPicture(every, 3),)), QRectF(10, 8, 380, 40), look)
    draw_plan_balance(painter, balance, QRectF(0, 60, 316, plan_balance_height(balance, look)), look)
    draw_header_balance(painter, MAKING, 5.6, QRectF(0, 400, 104, 44), look)
    draw_bonus(painter, BonusPicture(4, 90, 62, 10, 31), QRectF(0, 460, 226, 14), look)
    painter.end()
    shown = colours(picture)
    for ink in (look.department(1).base, look.department(4).base, look.colour.hour_neutral, look.colour.company):
        assert ink.name() in shown
