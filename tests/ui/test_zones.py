"""The zones of the shell stand where the design puts them, and its colours are those of the tokens, to the pixel."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sandgame.paint.look import Look
from sandgame.paint.tokens import SCHEMES, Scheme, raw_tokens
from sandgame.rules.ids import Phase
from sandgame.text.speech import LANGUAGES, Language
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.shell import ShellScreen
from tests.kit.factory_week import busy
from tests.kit.sights import SIZES, Sight, Size, Studio

ZONES = {
    "top": QRect(0, 0, 1366, 54),
    "now": QRect(0, 54, 1366, 46),
    "ledger": QRect(10, 110, 252, 648),
    "centre": QRect(272, 110, 758, 648),
    "dock": QRect(1040, 110, 316, 648),
}
"""At 1366×768; "rest" of the height ends a gutter above the window's edge."""
NEAR = 4
PHASES: tuple[Phase, ...] = ("brief", "negotiate", "plan", "deliver", "review")
LARGE = Size("1920", 1920, 1080)


@pytest.fixture(autouse=True)
def _plain_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_look(qapp, Look(calm=True))


def page_of(phase: Phase) -> Sight:
    return Sight(phase, lambda: busy(phase))


def zone(shell: ShellScreen, widget: QWidget | None) -> QRect:
    assert widget is not None
    return QRect(widget.mapTo(shell, QPoint()), widget.size())


def zones(shell: ShellScreen) -> dict[str, QRect]:
    page = shell.page
    assert page is not None
    widgets = {"top": shell.top, "now": shell.now, "ledger": shell.ledger, "centre": page.centre, "dock": page.dock}
    return {name: zone(shell, widget) for name, widget in widgets.items()}


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_zones_lie_where_the_design_has_them(
    qtbot: QtBot, qapp: QApplication, language: Language, phase: Phase
) -> None:
    with Studio(qapp, "light", language, SIZES[0]).shows(page_of(phase)) as shell:
        for name, found in zones(shell).items():
            wanted = ZONES[name]
            off = [
                found.x() - wanted.x(),
                found.y() - wanted.y(),
                found.right() - wanted.right(),
                found.bottom() - wanted.bottom(),
            ]
            assert max(map(abs, off)) <= NEAR, (name, found)


def test_in_a_large_window_the_centre_grows_most(qtbot: QtBot, qapp: QApplication) -> None:
    with Studio(qapp, "light", "zh", LARGE).shows(page_of("negotiate")) as shell:
        found = zones(shell)
        assert (found["ledger"].width(), found["dock"].width()) == (280, 360)
        assert found["centre"].width() == 1920 - 280 - 360 - 4 * 10


# colours


def colour(image: QImage, at: QPoint) -> str:
    return image.pixelColor(at).name().upper()


def given(scheme: Scheme, token: str) -> str:
    return QColor(raw_tokens()["color"][scheme][token]).name().upper()


def parts(image: QImage, box: QRect) -> dict[str, float]:
    """How much of a box is in each colour."""
    counted: dict[str, int] = {}
    for y in range(box.top(), box.bottom() + 1):
        for x in range(box.left(), box.right() + 1):
            name = image.pixelColor(x, y).name().upper()
            counted[name] = counted.get(name, 0) + 1
    return {name: count / (box.width() * box.height()) for name, count in counted.items()}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_grounds_and_controls_have_the_colours_of_the_tokens(qtbot: QtBot, qapp: QApplication, scheme: Scheme) -> None:
    with Studio(qapp, scheme, "zh", SIZES[0]).shows(page_of("plan")) as shell:
        image = shell.grab().toImage()
        spots = {
            "topBar": QPoint(300, 6),
            "surface": QPoint(700, 58),
            "window": QPoint(5, 400),
            "divider": QPoint(700, 99),
        }
        assert {token: colour(image, at) for token, at in spots.items()} == {
            token: given(scheme, token) for token in spots
        }
        primary = zone(shell, shell.now.primary)
        assert colour(image, primary.center() - QPoint(primary.width() // 2 - 8, 0)) == given(scheme, "primary")
        steps = zone(shell, shell.top.steps)
        now = shell.top.steps.step_boxes()[PHASES.index("plan")].toRect().translated(steps.topLeft())
        assert colour(image, QPoint(now.center().x(), now.top() + 3)) == given(scheme, "phaseActive")
        assert colour(image, QPoint(steps.center().x(), steps.top() + 1)) == given(scheme, "phaseTrack")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_badge_is_filled_with_its_department_and_nothing_else(
    qtbot: QtBot, qapp: QApplication, scheme: Scheme
) -> None:
    with Studio(qapp, scheme, "en", SIZES[0]).shows(page_of("plan")) as shell:
        image = shell.grab().toImage()
        found = parts(image, zone(shell, shell.now.badge))
        production = next(each for each in raw_tokens()["department"][scheme] if each["example"] == "production")
        assert max(found, key=lambda name: found[name]) == production["base"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_sand_lies_on_the_board_only_between_its_two_tones(qtbot: QtBot, qapp: QApplication, scheme: Scheme) -> None:
    with Studio(qapp, scheme, "zh", SIZES[0]).shows(page_of("negotiate")) as shell:
        image = shell.grab().toImage()
        page = shell.page
        assert page is not None
        board = zone(shell, page.centre)
        top = image.pixelColor(board.left() + 200, board.top() + 6)
        first, last = QColor(given(scheme, "sandTop")), QColor(given(scheme, "rake"))
        for channel in ("red", "green", "blue"):
            one, other, seen = (getattr(each, channel)() for each in (first, last, top))
            assert min(one, other) - 1 <= seen <= max(one, other) + 1, channel
