"""The charts of the debrief stay inside their box at every size, and take losses, gains and nothing at all."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from sandgame.paint.debrief_charts import draw_losses, draw_table_bars, enlarged
from sandgame.paint.debrief_profile import draw_profile, draw_promises
from sandgame.paint.fonts import load_fonts
from sandgame.paint.look import Look
from sandgame.paint.mark import draw_cover
from sandgame.present.debrief_charts import (
    DueCell,
    DueRow,
    LossesPicture,
    LossStep,
    ProfilePicture,
    ProfileRow,
    PromisesPicture,
    TableBar,
    TableBarsPicture,
)
from sandgame.present.pictures import BadgePicture

GROUND = QColor(1, 2, 3)
EDGE = 40
LOOK = Look()
Draw = Callable[[QPainter, QRectF], None]


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    assert qapp is not None
    load_fonts()


def losses(weeks: int, result: int) -> LossesPicture:
    steps = [LossStep(f"第{week}周", str(week), "−70", 40, 20, 10) for week in range(1, weeks + 1)]
    steps.insert(1, LossStep("服务标准", "*", "+30", change=30))
    best = result + sum(step.down for step in steps)
    legend = (("table", "协商里 80"), ("departments", "各部门的计划里 40"), ("clarity", "没说清 20"))
    return LossesPicture(best, "事后最好", "1,240", tuple(steps), result, "结果", "794", legend)  # type: ignore[arg-type]


BARS = TableBarsPicture(
    (TableBar("第 1 桌", "44%", 44), TableBar("第 2 桌", "−38%", -38), TableBar("第 3 桌", "–", None)),
    68,
    "协作参照 68%",
)
PROFILE = ProfilePicture(
    (ProfileRow("尊重与信任", 460, 300, 640, "46"), ProfileRow("共同目标", too_little="机会太少，只看事情")),
    200,
    "各自为政",
    800,
    "协作参照",
)
DUE = DueRow(BadgePicture(1, "box"), BadgePicture(2, "box"), "销售 → 研发", (None, DueCell(1, 2, True, "1/2")), "1/2")
PROMISES = PromisesPicture(("第1周", "第2周"), (DUE,), (("kept", "全部按时"), ("warned", "提前预警过")))
DRAWN: dict[str, Draw] = {
    "losses": lambda painter, box: draw_losses(painter, losses(6, 794), box, LOOK),
    "losses of twelve weeks": lambda painter, box: draw_losses(painter, losses(12, 200), box, LOOK),
    "losses to below zero": lambda painter, box: draw_losses(painter, losses(4, -300), box, LOOK),
    "a bar a table": lambda painter, box: draw_table_bars(painter, BARS, box, LOOK),
    "profile": lambda painter, box: draw_profile(painter, PROFILE, box, LOOK),
    "promises": lambda painter, box: draw_promises(painter, PROMISES, box, LOOK),
    "cover": lambda painter, box: draw_cover(painter, box, LOOK, marked=True),
}


def painted(draw: Draw, width: int, height: int) -> QRectF:
    """The smallest box around all that was drawn."""
    picture = QImage(width + 2 * EDGE, height + 2 * EDGE, QImage.Format.Format_RGB32)
    picture.fill(GROUND)
    painter = QPainter(picture)
    draw(painter, QRectF(EDGE, EDGE, width, height))
    painter.end()
    spots = [
        (x, y)
        for y in range(picture.height())
        for x in range(picture.width())
        if picture.pixelColor(x, y).rgb() != GROUND.rgb()
    ]
    assert spots
    across, down = [x for x, _ in spots], [y for _, y in spots]
    return QRectF(min(across), min(down), max(across) - min(across) + 1, max(down) - min(down) + 1)


@pytest.mark.parametrize("name", DRAWN)
def test_a_chart_stays_in_its_box(name: str) -> None:
    box = QRectF(EDGE, EDGE, 654, 246).adjusted(-1, -1, 1, 1)
    assert box.contains(painted(DRAWN[name], 654, 246))


def test_a_chart_on_the_projector_is_the_same_chart_enlarged() -> None:
    def large(painter: QPainter, box: QRectF) -> None:
        with enlarged(painter, box, 2) as inner:
            assert (inner.width(), inner.height()) == (330, 150)
            draw_losses(painter, losses(4, 794), inner, LOOK)

    assert QRectF(EDGE - 1, EDGE - 1, 662, 302).contains(painted(large, 660, 300))


def test_a_week_that_rose_is_a_bar_of_its_own_as_high_as_it_rose() -> None:
    steps = (LossStep("第1周", "1", "+293", 0, -280, -13), LossStep("第2周", "2", "+119", -28, -91, 0))
    rising = LossesPicture(612, "事后最好", "612", steps, 1024, "结果", "1,024", ())
    picture = QImage(654, 246, QImage.Format.Format_RGB32)
    picture.fill(GROUND)
    painter = QPainter(picture)
    draw_losses(painter, rising, QRectF(0, 0, 654, 246), LOOK)
    painter.end()
    green = LOOK.colour.positive.rgb()

    def high(column: int) -> int:
        x = round(654 / 4 * (column + 0.5))
        return sum(picture.pixelColor(x, y).rgb() == green for y in range(246))

    assert [high(0), high(3)] == [0, 0]
    assert high(1) > 2 * high(2) > 20


def test_a_profile_without_a_mark_says_so_instead_of_a_place() -> None:
    row = ProfileRow("共同目标", too_little="机会太少，只看事情")
    assert (row.at, row.low, row.high, row.text) == (0, 0, 0, "")
