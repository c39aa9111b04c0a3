"""Every page and state of a trainee in the factory's busy week can be read: nothing cut, covered, or too small.

Each sight is seen in both languages and in every size, in half of the pairs of the two; the schemes take turns, for
they move nothing. All of it is what `python -m tests.ui.contact` looks at.
"""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sandgame.paint.lettering import put_line, put_line_at
from sandgame.paint.look import Look
from sandgame.paint.tokens import SCHEMES, Scheme
from sandgame.text.speech import LANGUAGES, Language
from sandgame.ui.kit.theme import apply_look
from tests.kit.looks import shown
from tests.kit.painted import painted_faults
from tests.kit.sights import SIGHTS, SIZES, Sight, Size, Studio


def taken(language: Language, size: Size) -> list[tuple[Sight, Scheme]]:
    """Every second sight, and the scheme it is seen in."""
    turn = LANGUAGES.index(language) + SIZES.index(size)
    return [
        (sight, SCHEMES[(at // 2 + turn // 2) % len(SCHEMES)])
        for at, sight in enumerate(SIGHTS)
        if (at + turn) % 2 == 0
    ]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sight_can_be_read(
    qtbot: QtBot, qapp: QApplication, language: Language, size: Size, scheme: Scheme
) -> None:
    found = {}
    studio = Studio(qapp, scheme, language, size)
    for sight, seen_in in taken(language, size):
        if seen_in == scheme:
            with studio.shows(sight) as shell:
                found[sight.name] = studio.faults(shell)
    apply_look(qapp, Look(calm=True))
    assert {name: said for name, said in found.items() if said} == {}


def test_every_sight_is_seen_in_every_language_size_and_scheme() -> None:
    seen = [
        (sight.name, language, size.name, scheme)
        for language, size in product(LANGUAGES, SIZES)
        for sight, scheme in taken(language, size)
    ]
    for sight in SIGHTS:
        mine = [each for each in seen if each[0] == sight.name]
        assert {each[1] for each in mine} == set(LANGUAGES)
        assert {each[2] for each in mine} == {size.name for size in SIZES}
        assert {each[3] for each in mine} == set(SCHEMES)


class Sloppy(QWidget):
    """Paints a word over its edge, and two over one another."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        painter, look = QPainter(self), Look()
        put_line_at(painter, "far out", 180, 20, look, "body", look.colour.text)
        put_line(painter, "below", QRectF(0, 40, 100, 20), look, "body", look.colour.text)
        put_line(painter, "above", QRectF(4, 42, 100, 20), look, "body", look.colour.text)


def test_words_painted_over_an_edge_or_another_word_are_found(qtbot: QtBot, qapp: QApplication) -> None:
    sloppy = Sloppy()
    qtbot.addWidget(sloppy)
    found = painted_faults(shown(sloppy, 200, 100))
    assert len(found) == 2
    assert found[0].startswith("painted outside: 'far out'")
    assert found[1].startswith("painted over")
