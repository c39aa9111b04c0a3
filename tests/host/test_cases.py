"""The shelf: in which order one would go through the cases, and what each opens when."""

from sandgame.host.cases import Cases
from tests.kit.shelf import SHELF


def test_the_shelf_begins_with_the_teaching_case_and_ends_with_everything_open() -> None:
    assert tuple(card.case for card in Cases().cards()) == SHELF


def test_a_case_says_in_which_weeks_something_new_comes_and_whether_all_comes_at_all() -> None:
    found = {card.case: (card.opens, card.whole) for card in Cases().cards()}
    assert found == {
        "first-steps": ((), False),
        "starter": ((), True),
        "factory-class": ((2, 3, 4), True),
        "factory": ((), True),
    }
