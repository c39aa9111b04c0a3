"""What a seat takes home on paper: all of it, inside the leaf, large enough, and in a PDF as letters and not shapes."""

import re

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from sandgame.frames.debrief import TakeAway
from sandgame.paint.easel import Easel
from sandgame.paint.fonts import load_fonts
from sandgame.paint.leaves import Leaves, pdf_of
from sandgame.paint.look import Look
from sandgame.paint.paper_own import own_leaves
from sandgame.paint.paper_take import take_leaves
from sandgame.present.debrief_own import OwnPage, own_page
from sandgame.present.debrief_paper import take_paper
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import SeatId
from sandgame.text.speech import LANGUAGES, Language, Speech
from tests.kit.debriefs import debriefed

SEAT = SeatId(4)
EIGHT_POINTS = 8 * 96 / 72
LONGEST = 400
CARDS = {
    "zh": TakeAway(
        "图纸改了，10 月 12 日起同一天通知我", "群里查得到", "做不了样机，当天说", "排期表里有", "不行也要当天说。"
    ),
    "en": TakeAway(
        "Tell me the same day, from 12 October", "it is in the plan", "I say why", "seen", "Say so at once."
    ),
}
SEEN = (5, 5, 4, 4, 3, 2, 1, 6, 5, 5, 4, 1)


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    assert qapp is not None
    load_fonts()


def scene_in(language: Language) -> DebriefScene:
    made = debriefed()
    return DebriefScene.of(Speech(language), made.cast, made.words)


def look_in(language: Language) -> Look:
    return Look("light", language, 100, calm=True)


def card_leaves(language: Language, card: TakeAway, rules: tuple[str, ...] = ()) -> Leaves:
    return take_leaves(take_paper(scene_in(language), SEAT, card, rules, 3), look_in(language))


def page_in(language: Language) -> OwnPage:
    return own_page(scene_in(language), debriefed().own[SEAT - 1], SEEN)


def page_leaves(language: Language) -> Leaves:
    return own_leaves(page_in(language), look_in(language), lambda number, of: f"{number}/{of}")


def written(leaves: Leaves, language: Language) -> list[list[tuple[str, QRectF, float]]]:
    """Of each leaf: texts, their boxes, their sizes."""
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    found = []
    for page in leaves.pages:
        painter = QPainter(picture)
        easel = Easel(painter, look_in(language), paper=True)
        page(easel)
        painter.end()
        found.append(easel.written)
    return found


def letters_of(pdf: bytes) -> str:
    """All that the fonts of a PDF can be read back as."""
    found: set[str] = set()
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        if b"beginbfrange" in stream or b"beginbfchar" in stream:
            found |= {chr(int(run, 16)) for run in re.findall(rb"<([0-9A-Fa-f]{4})>", stream)}
    return "".join(sorted(found))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_is_one_leaf_of_a5_with_all_that_was_written(language: Language) -> None:
    leaves, card = card_leaves(language, CARDS[language]), CARDS[language]
    assert (leaves.paper, leaves.landscape, len(leaves.pages)) == ("A5", True, 1)
    texts = [text for text, _, _ in written(leaves, language)[0]]
    assert {card.request, card.request_check, card.promise, card.promise_check, card.rule} <= set(texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_pdf_every_letter_and_every_digit_can_be_copied(language: Language) -> None:
    for leaves in (card_leaves(language, CARDS[language]), page_leaves(language)):
        pdf = pdf_of(leaves, look_in(language))
        assert pdf.startswith(b"%PDF")
        assert b"/FontFile" in pdf
        known = letters_of(pdf)
        said = {sign for leaf in written(leaves, language) for text, _, _ in leaf for sign in text.replace("**", "")}
        assert said - set(known) - {" ", "\n"} == set()


def crowded(sign: str) -> TakeAway:
    return TakeAway(*(sign * LONGEST for _ in range(5)))


@pytest.mark.parametrize("card", [*CARDS.values(), TakeAway(), crowded("字"), crowded("w ")])
def test_nothing_lies_outside_the_leaf_or_is_too_small(card: TakeAway) -> None:
    for language in LANGUAGES:
        for leaves in (card_leaves(language, card), page_leaves(language)):
            wide, high = leaves.size
            paper = QRectF(18, 18, wide - 36, high - 36)
            for leaf in written(leaves, language):
                assert [text for text, box, _ in leaf if not paper.contains(box)] == []
                assert min(px for _, _, px in leaf) >= EIGHT_POINTS


def test_texts_on_a_card_do_not_lie_on_one_another() -> None:
    for card in (*CARDS.values(), TakeAway(), crowded("字")):
        (leaf,) = written(card_leaves("zh", card), "zh")
        boxes = [(text, box.adjusted(0, 2, 0, -2)) for text, box, _ in leaf]
        clash = [(a, b) for n, (a, box) in enumerate(boxes) for b, other in boxes[n + 1 :] if box.intersects(other)]
        assert clash == []


def test_a_card_that_has_no_room_on_a5_takes_a4() -> None:
    assert card_leaves("zh", crowded("字")).paper == "A4"


def test_without_a_rule_of_ones_own_the_tables_stands_there() -> None:
    texts = [text for text, _, _ in written(card_leaves("zh", TakeAway("要图纸"), ("先说再做", "当天答复")), "zh")[0]]
    assert "先说再做 · 当天答复" in texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_ones_own_page_on_paper_is_all_of_the_screens_and_of_nobody_else(language: Language) -> None:
    page, leaves = page_in(language), page_leaves(language)
    texts = [text for leaf in written(leaves, language) for text, _, _ in leaf]
    for row in page.rows:
        assert {fact.text for fact in row.facts} <= set(texts)
        assert {piece.text for piece in (*row.gains, *row.losses)} <= set(texts)
    assert {page.kpi_name, page.bonus, page.suggestion, page.closing} <= set(texts)
    scene = scene_in(language)
    others = [scene.say("debrief-own-kpi-of", name=scene.name(seat)) for seat in scene.seats if seat != SEAT]
    assert not set(others) & set(texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_leaf_of_ones_own_page_has_its_foot_and_no_heading_is_left_alone(language: Language) -> None:
    page, leaves = page_in(language), page_leaves(language)
    assert page.paper is not None
    count = len(leaves.pages)
    assert count >= 2
    headings = {page.rows_title, page.kpi_title, page.links_title, page.paper.evidence, *(r.name for r in page.rows)}
    for number, leaf in enumerate(written(leaves, language), start=1):
        texts = [text for text, _, _ in leaf]
        assert texts[-3:] == [page.paper.case, f"{number}/{count}", page.paper.foot]
        assert texts[-4] not in headings


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_stands_on_paper_beside_its_piece(language: Language) -> None:
    page = page_in(language)
    piece = next(piece for row in page.rows for piece in (*row.gains, *row.losses))
    noted = own_page(scene_in(language), debriefed().own[SEAT - 1], SEEN, {piece.log[-1]: "字" * LONGEST})
    leaves = own_leaves(noted, look_in(language), lambda number, of: f"{number}/{of}")
    said = Speech(language).say("debrief-note-own", text="字" * LONGEST)
    (leaf,) = [[text for text, _, _ in leaf] for leaf in written(leaves, language) if said in [one[0] for one in leaf]]
    assert piece.text in leaf
