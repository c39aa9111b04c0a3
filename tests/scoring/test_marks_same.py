"""The same games have the same marks, byte for byte, whatever the locale and the order of sets.

A hundred games, and other versions of Python: `python -m tests.validity.marks_same`.
"""

import sys
from pathlib import Path

import pytest

from tests.validity.marks_same import LOCALES, Setting, is_known, marked, sums
from tests.validity.same_everywhere import runner

CASE, GAMES = "starter", 2
KNOWN = [name for name in LOCALES if is_known(name)]


@pytest.mark.parametrize("setting", [Setting(KNOWN[0], "0"), Setting(KNOWN[-1], "1")], ids=" ".join)
def test_marks_repeat_in_another_process_with_another_locale_and_hash_seed(setting: Setting) -> None:
    with runner(Path(sys.executable), ()) as run:
        assert marked(run, setting, CASE, GAMES) == sums(CASE, GAMES)
