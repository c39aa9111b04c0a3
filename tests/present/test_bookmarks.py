"""A bookmark of the class is one bookmark, whatever became of the tables it stands at."""

from __future__ import annotations

from sandgame.frames.debrief import BookmarkSeen
from sandgame.present.bookmarks import together


def test_one_that_was_set_for_the_class_is_listed_once_and_without_tables() -> None:
    one, two = (BookmarkSeen(table, 1, "deliver", "noted", 30 + table, whole=True) for table in (1, 2))
    assert together([one, two]) == [(one, frozenset())]


def test_it_stays_the_classs_where_a_table_was_taken_back_to_before_it() -> None:
    one = BookmarkSeen(1, 1, "deliver", "noted", 31, whole=True)
    assert together([one]) == [(one, frozenset())]


def test_two_of_the_class_without_a_word_are_two() -> None:
    marks = [BookmarkSeen(table, week, "plan", "", 10 * week, whole=True) for table in (1, 2) for week in (1, 2)]
    assert [mark.round for mark, _ in together(marks)] == [1, 2]


def test_one_of_a_table_names_it() -> None:
    mark = BookmarkSeen(2, 1, "plan", "noted", 12)
    assert together([mark]) == [(mark, frozenset({2}))]
