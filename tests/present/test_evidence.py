"""A piece of evidence is one sentence of its own case: with names and units, and without a choice of two stories."""

import re
from dataclasses import replace

import pytest

from sandgame.frames.cast import Texts
from sandgame.frames.marks import Piece
from sandgame.host.debrief_words import cast
from sandgame.present.debrief_scene import DebriefScene
from sandgame.present.evidence import UNKNOWN
from sandgame.rules.ids import SeatId
from sandgame.text.speech import LANGUAGES, Language, Speech
from tests.kit.cases import package

FITS = (("service", 6), ("units", 12), ("due", 3), ("fits", 2), ("offered", 6))
OR = re.compile(r"，或者|还是接了，|或不|\bor\b(?! other)")
"""What tells two cases in one sentence."""


def scene(language: Language) -> DebriefScene:
    return DebriefScene.of(Speech(language), cast(package("factory")), ())


def said(piece: Piece, language: Language) -> str:
    return scene(language).piece(piece)


def keys() -> list[str]:
    return [key for key in Speech("zh").keys("score") if re.match(r"score-[a-z]\d-", key)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_tells_two_cases(language: Language) -> None:
    numbers = tuple((name, 1) for name in (
        "service", "units", "due", "came", "late", "fits", "taken", "offered", "above", "early", "known", "waited",
        "later", "soon", "clarity", "right", "of", "found", "missed", "wrong", "week", "worth", "lines", "rated",
        "about", "before", "after", "facts", "best", "kpi", "done", "own_work", "cut", "amended", "order",
    ))  # fmt: skip
    for key in keys():
        _, indicator, kind = key.split("-", 2)
        piece = Piece(indicator.upper(), kind, 1, (1,), SeatId(1), SeatId(1), SeatId(2), numbers)  # type: ignore[arg-type]
        assert OR.findall(said(piece, language)) == [], key


def test_a_counter_above_what_could_be_done_says_just_that() -> None:
    piece = Piece("G3", "full-over", 3, (162, 171), SeatId(4), SeatId(4), SeatId(6), FITS)
    assert "2 批" in said(piece, "zh")
    assert "比做得了的多" in said(piece, "zh")
    assert "理由" not in said(piece, "zh")


def test_an_order_is_told_by_who_ordered_and_money_with_its_unit() -> None:
    piece = Piece(
        "C1", "order-kept", 1, (13,), SeatId(1), SeatId(1), numbers=(("order", 4), ("week", 1), ("worth", 168))
    )
    named = replace(scene("zh"), words={"order.4": Texts("县城连锁店", "County Town Stores")})
    assert "县城连锁店的订单" in named.piece(piece)
    assert "168 万元" in named.piece(piece)
    assert "4 号订单" in scene("zh").piece(piece)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_an_earlier_program_stored_can_still_be_said(language: Language) -> None:
    due = (("service", 6), ("units", 4), ("due", 3), ("came", 2))
    assert said(Piece("I4", "kept", 3, (1,), SeatId(1), SeatId(1), SeatId(2), due), language)
    rated = (("rated", 2), ("before", 1), ("after", 2))
    assert said(Piece("I1", "said", 3, (1,), SeatId(1), SeatId(1), SeatId(2), rated), language)
    assert said(Piece("G3", "too-much", 3, (1,), SeatId(1), SeatId(1), SeatId(2), FITS), language)
    assert UNKNOWN
