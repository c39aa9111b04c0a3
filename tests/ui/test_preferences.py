"""What is set stays set, and a spoiled file does no harm."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication

from sandgame.ui.preferences import Preferences, system_language


def test_everything_that_can_be_set_is_kept(tmp_path: Path, qapp: QApplication) -> None:
    file = tmp_path / "data" / "settings.ini"
    first = Preferences(file)
    first.set_language("en")
    first.set_theme("dark")
    first.set_text_percent(115)
    first.set_calm(True)
    first.set_coach(False)
    first.set_board_as_list(True)
    first.set_window(QByteArray(b"place"))
    first.add_draw("starter", 3)
    first.add_draw("starter", 0)
    first.save()
    again = Preferences(file)
    assert (again.language, again.theme, again.text_percent, again.calm) == ("en", "dark", 115, True)
    assert (again.coach, again.board_as_list) == (False, True)
    assert (again.window, again.draws("starter"), again.draws("first-steps")) == (QByteArray(b"place"), (3, 0), ())
    assert (again.look.scheme, again.look.language, again.look.text_percent, again.look.calm) == (
        "dark", "en", 115, True,
    )  # fmt: skip
    assert qapp is not None


@pytest.mark.parametrize("spoiled", ["language=klingon\ntext_size=999\ntheme=pink\n[draws]\nstarter=x 2 -\n", "\0\1"])
def test_a_spoiled_file_gives_the_defaults(tmp_path: Path, qapp: QApplication, spoiled: str) -> None:
    file = tmp_path / "settings.ini"
    file.write_text(f"[General]\n{spoiled}", encoding="utf-8")
    kept = Preferences(file)
    assert (kept.language, kept.theme, kept.text_percent, kept.calm) == (system_language(), "system", 100, False)
    assert (kept.coach, kept.board_as_list) == (True, False)
    assert kept.draws("starter") in ((), (2,))
    assert kept.look.scheme in ("light", "dark")
    assert qapp is not None
