"""The report on sizes, which is printed after the tests of the house and fails nothing."""

from tests.house.sizes import oversize


def test_what_passes_its_guide_size_is_named() -> None:
    source = "def long_one():\n" + "    step = 1\n" * 40 + "def short_one():\n    pass\n"
    assert oversize(source) == [(1, "function long_one", 41)]


def test_a_reason_beside_it_excuses() -> None:
    source = "class Table:  # long: one row for each rule\n" + "    step = 1\n" * 250
    assert oversize(source) == []


def test_a_long_module_is_named() -> None:
    assert oversize("step = 1\n" * 401) == [(1, "module", 401)]
