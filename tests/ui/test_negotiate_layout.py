"""Negotiate while it changes under the eyes: nothing is squashed, covered or moved by what happens."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.paint.look import Look
from sandgame.present.answering import AnswerLinePicture
from sandgame.rules.intents import PoolShare
from sandgame.rules.sections import OwnOrder, PoolSection
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.answer_line import AnswerLine
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.negotiate import NegotiatePage
from tests.kit.looks import faults
from tests.kit.seat import Seat
from tests.kit.views import CUSTOM, LAMP, PRODUCTION, SALES, order, sales, seated

PANEL = 290
"""As wide as a line is in the panel of a window of 1366."""


def turn(times: int = 12) -> None:
    """What a running program does between two clicks; unlike `settle` it hurries nothing along."""
    for _ in range(times):
        QTest.qWait(0)


def orders(*chosen: int | None) -> tuple[OwnOrder, ...]:
    return (
        order(1, LAMP, 4, 2, (2, 60), (3, 56), option=chosen[0]),
        order(2, CUSTOM, 2, 2, (2, 130), (3, 120), option=chosen[1]),
        order(3, LAMP, 5, 2, (2, 62), (3, 56), option=chosen[2]),
        order(5, LAMP, 4, 3, (3, 66), (4, 60), state="coming"),
    )


POOL = PoolSection(2, 2, (PoolShare(SALES, 2), PoolShare(PRODUCTION, 2)), PRODUCTION,
                   (PoolShare(SALES, 0), PoolShare(PRODUCTION, 2)), (PRODUCTION,), None, False, 2, ())  # fmt: skip


@pytest.fixture
def seat(qtbot: QtBot, qapp: QApplication) -> Seat:
    apply_look(qapp, Look(calm=True))
    return Seat(qtbot, sales(orders=orders(None, None, None)))


def page(seat: Seat) -> NegotiatePage:
    assert isinstance(seat.page, NegotiatePage)
    return seat.page


def test_options_keep_their_height_when_the_language_changes(seat: Seat, qapp: QApplication) -> None:
    for turns in (0, 1, 2, 3, 12):
        for language in LANGUAGES:
            apply_look(qapp, Look(calm=True, language=language))
            seat.shell.in_language(Speech(language))
            turn(turns)
        turn()
        assert faults(page(seat).table) == [], turns
    apply_look(qapp, Look(calm=True))


@pytest.mark.parametrize("pool", [None, POOL])
def test_options_keep_their_height_as_orders_are_settled(seat: Seat, pool: PoolSection | None) -> None:
    extra = {} if pool is None else {"pool": pool}
    for chosen in ((None, None, None), (0, None, None), (0, 1, None), (0, 1, 1), (None, None, None)):
        seat.shell.take(seated(sales(orders=orders(*chosen), **extra)))
        turn()
        assert faults(page(seat).table) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("title", ["Standard fridges", "Installation appointments", "标准冰箱"])
def test_both_answers_to_a_line_stand_whole_inside_the_panel(
    qtbot: QtBot, qapp: QApplication, title: str, language: Language
) -> None:
    apply_look(qapp, Look(calm=True, language=language))
    made = AnswerLine()
    qtbot.addWidget(made)
    made.show_line(AnswerLinePicture(0, title, (), "5 · Wk 2", "", "", "", asks_me=True, can_counter=False, chosen=None,
                                     parts=(), first_due=2, last_due=3, can_split=False, reason=None, state="",
                                     state_icon="", tone="plain", can_withdraw=False, spoken=""),
                   Speech(language))  # fmt: skip
    made.resize(PANEL, made.sizeHint().height())
    made.show()
    turn()
    assert made.width() == PANEL
    assert made.contentsRect().contains(made.duo.geometry())
    for answer in ("accept", "decline"):
        button = made.duo.button(answer)
        assert button.width() >= button.minimumSizeHint().width()
    apply_look(qapp, Look(calm=True))
