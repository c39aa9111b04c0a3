"""Making one thing better never lowers the mark concerned, and saying what changes nothing never raises one.

A thousand edits and more: `python -m tests.validity.edits`.
"""

import pytest

from tests.validity.edits import Task, tried


@pytest.mark.parametrize(("case", "seed"), [("starter", 1), ("starter", 2), ("factory", 4)])
def test_no_edit_moves_a_mark_the_wrong_way(case: str, seed: int) -> None:
    moves = tried(Task(case, seed, 16))
    assert {key: count for key, count in moves.items() if key[1] == "wrong"} == {}
    assert sum(count for (_, way), count in moves.items() if way == "right") >= 8
