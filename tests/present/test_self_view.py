"""The survey's answers as a place on each principle: reversed items turned, both items needed, 0 to 100."""

from sandgame.frames.marks import PRINCIPLES
from sandgame.present.self_view import self_view

NONE = (0,) * 18


def answered(*given: tuple[int, int]) -> tuple[int, ...]:
    answers = list(NONE)
    for item, value in given:
        answers[item - 1] = value
    return tuple(answers)


def test_the_best_answers_are_a_hundred_and_the_worst_are_none() -> None:
    best = tuple(1 if item in (4, 6, 12, 18) else 6 for item in range(1, 19))
    assert self_view(best) == dict.fromkeys(PRINCIPLES, 100)
    assert self_view(tuple(7 - value for value in best)) == dict.fromkeys(PRINCIPLES, 0)


def test_an_item_that_is_put_the_other_way_counts_the_other_way() -> None:
    assert self_view(answered((3, 6), (4, 6))) == {"needs": 50}
    assert self_view(answered((1, 6), (2, 6))) == {"trust": 100}


def test_with_one_of_two_items_nothing_is_said() -> None:
    assert self_view(answered((1, 6))) == {}
    assert self_view(()) == {}
    assert self_view(NONE) == {}
