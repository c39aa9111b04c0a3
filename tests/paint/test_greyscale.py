"""Told apart without colour: departments, chips, signs and seats in grey and to eyes with one kind of cone missing."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from sandgame.paint.fonts import load_fonts
from sandgame.paint.look import Look
from sandgame.paint.tokens import SCHEMES, Scheme, palette
from tests.kit.eyes import EYES, Eye, differing, distance, pixels, seen_by
from tests.kit.pieces import KINDS

ENOUGH = {"departments": 100, "outlines": 30, "chips": 24, "signs": 30, "players": 60, "holders": 60}
"""How many pixels of two pieces must differ by a fifth of the way from black to white: a shape, not a shade."""
DISTANCES: dict[Scheme, dict[Eye, float]] = {
    "light": {"normal": 21.5, "protan": 13.2, "deutan": 12.4, "tritan": 10.9},
    "dark": {"normal": 20.5, "protan": 11.8, "deutan": 11.7, "tritan": 9.3},
}
"""What the design promises between the colours of any two departments."""


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_two_pieces_of_a_kind_look_alike(qapp: QApplication, kind: str, scheme: Scheme, eye: Eye) -> None:
    load_fonts()
    made = KINDS[kind](Look(scheme, "en"))
    for one, other in combinations(made, 2):
        whole = made[one].width() * made[one].height()
        assert differing(made[one], made[other], eye) * whole >= ENOUGH[kind], (one, other)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_colours_of_departments_are_as_far_apart_as_promised(scheme: Scheme) -> None:
    bases = [department.base for department in palette(scheme).departments[1:]]
    for eye, promised in DISTANCES[scheme].items():
        least = min(distance(eye, one, other) for one, other in combinations(bases, 2))
        assert least == pytest.approx(promised, abs=0.06), eye


def test_grey_has_no_colour_and_other_eyes_keep_white_and_black(qapp: QApplication) -> None:
    image = QImage(3, 1, QImage.Format.Format_RGB32)
    for at, colour in enumerate((0xFFFFFFFF, 0xFF000000, 0xFFB1241C)):
        image.setPixel(at, 0, colour)
    for eye in EYES:
        seen = pixels(seen_by(eye, image))
        assert seen[0, 0].tolist() == [1, 1, 1], eye
        assert seen[0, 1].tolist() == [0, 0, 0], eye
    assert len(set(pixels(seen_by("grey", image))[0, 2].tolist())) == 1
