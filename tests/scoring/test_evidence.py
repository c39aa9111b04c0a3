"""Every piece of evidence opens, and the parts of every mark make its points: one game of a mixed company.

A hundred of them: `python -m tests.validity.evidence`.
"""

from tests.validity.evidence import Task, looked_at


def test_all_evidence_of_a_game_opens_and_adds_up() -> None:
    counts = looked_at(Task("starter", 1))
    assert {fault: count for (kind, fault), count in counts.items() if kind == "wrong"} == {}
    assert counts["seen", "pieces"] > 50
    assert counts["seen", "moments"] > 20
