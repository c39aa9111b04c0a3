"""Charts on a picture: they stay inside their box, draw nothing for nothing, and take every sign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from sandgame.paint.charts import beside, draw_curve, draw_ruler, draw_signed_bars, draw_waterfall
from sandgame.paint.fonts import load_fonts
from sandgame.paint.look import Look
from sandgame.paint.tokens import SCHEMES, Scheme
from sandgame.present.charts import (
    CurveLine,
    CurvePicture,
    RulerPicture,
    SignedBar,
    SignedBarsPicture,
    WaterfallBar,
    WaterfallPicture,
)

GROUND = QColor(1, 2, 3)
BOX = QRectF(40, 40, 480, 200)


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    assert qapp is not None
    load_fonts()


def canvas() -> QImage:
    made = QImage(560, 280, QImage.Format.Format_RGB32)
    made.fill(GROUND)
    return made


def painted(picture: QImage) -> QRectF:
    """The smallest box around all that was drawn."""
    spots = [
        (x, y)
        for y in range(picture.height())
        for x in range(picture.width())
        if picture.pixelColor(x, y).rgb() != GROUND.rgb()
    ]
    if not spots:
        return QRectF()
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    top, bottom = min(y for _, y in spots), max(y for _, y in spots)
    return QRectF(left, top, right - left + 1, bottom - top + 1)


def ruler(at: int, mark: int | None) -> RulerPicture:
    return RulerPicture(at, mark, "各自为政 430", "我们 476", "协作参照 1,354 · 93%", "事后最好 1,415")


MONEY = WaterfallPicture(
    (
        WaterfallBar("交货收入", "+686", 0, 686, "gain"),
        WaterfallBar("丢单罚款", "\u2212900", 686, -214, "loss"),
        WaterfallBar("公司结果", "\u2212214", 0, -214, "total"),
    )
)
CURVE = CurvePicture(
    ("第1周", "第2周"),
    (CurveLine("我们", "ours", (-40, 120), "我们 120"), CurveLine("各自为政", "silo", (60, 110), "各自为政 110")),
    ("\u221240", "120"),
    "0",
    400,
    "事后最好 400",
)
BARS = SignedBarsPicture((SignedBar("交货收入", 190, "+190"), SignedBar("采购", -32, "\u221232", 4)))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("at", [-1000, -200, 0, 46, 500, 930, 1000])
def test_the_ruler_stays_in_its_box_wherever_the_knob_stands(at: int, scheme: Scheme) -> None:
    picture = canvas()
    painter = QPainter(picture)
    draw_ruler(painter, ruler(at, 938), BOX, Look(scheme))
    painter.end()
    assert BOX.adjusted(-2, -2, 2, 2).contains(painted(picture))


@pytest.mark.parametrize("at", [-1000, -250, -125])
def test_below_the_silo_result_the_ruler_keeps_its_scale(at: int) -> None:
    """How far below it we are is read off the same line as how far above it the best is."""
    picture = canvas()
    painter = QPainter(picture)
    draw_ruler(painter, ruler(at, None), BOX, Look())
    painter.end()
    ink = Look().colour.ruler_track
    found = [x for x in range(picture.width()) if any(picture.pixelColor(x, y) == ink for y in range(picture.height()))]
    above = found[-1] - found[0]
    assert above / BOX.width() == pytest.approx(1000 / (1000 - at), abs=0.06)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_money_curve_and_bars_stay_in_their_boxes_below_zero_too(scheme: Scheme) -> None:
    for chart in (MONEY, CURVE, BARS):
        picture = canvas()
        painter = QPainter(picture)
        if isinstance(chart, WaterfallPicture):
            draw_waterfall(painter, chart, BOX, Look(scheme))
        elif isinstance(chart, CurvePicture):
            draw_curve(painter, chart, BOX, Look(scheme))
        else:
            draw_signed_bars(painter, chart, BOX, Look(scheme))
        painter.end()
        found = painted(picture)
        assert found.width() > 300
        assert BOX.adjusted(-2, -2, 2, 2).contains(found)


def test_nothing_is_drawn_for_nothing() -> None:
    picture = canvas()
    painter = QPainter(picture)
    draw_waterfall(painter, WaterfallPicture(()), BOX, Look())
    draw_signed_bars(painter, SignedBarsPicture(()), BOX, Look())
    draw_curve(painter, CurvePicture((), (), (), "0"), BOX, Look())
    painter.end()
    assert painted(picture).isEmpty()


@given(st.floats(0, 700), st.floats(20, 260), st.floats(0, 700), st.floats(20, 260))
def test_two_texts_beside_each_other_never_touch(one: float, wide: float, two: float, broad: float) -> None:
    first, second = beside((min(one, two), wide), (max(one, two), broad), 0, 700)
    assert first >= 0
    assert second + broad <= 700.001
    assert second - (first + wide) >= 13.999
