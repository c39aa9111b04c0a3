"""Playing to the marks does not pay: two games of each faker; more with `python -m tests.validity.fakers`."""

import pytest

from tests.validity.fakers import FAKERS, Task, gained, tried


@pytest.mark.parametrize("faker", FAKERS)
def test_a_faker_gains_no_more_than_the_company_does(faker: str) -> None:
    assert gained(faker, [tried(Task(faker, "starter", seed)) for seed in (1, 2)])["passed"]
