"""A sight shows what the view shows, section by section."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import fields

from sandgame.rules.apply import fold
from sandgame.rules.decide import decide
from sandgame.rules.reason import Refusal
from sandgame.rules.sections import ThreadsSection, View
from sandgame.rules.sight import Sight
from sandgame.rules.state import State
from sandgame.rules.view import view
from tests.kit.chance import asked
from tests.kit.tables import Table


def assert_same(state: State) -> None:
    for seat in state.seats:
        seen, sight = view(state, seat), Sight(state, seat)
        for section in fields(View):
            if section.name != "threads":
                assert getattr(sight, section.name) == getattr(seen, section.name), section.name
        for part in fields(ThreadsSection):
            assert getattr(sight.threads, part.name) == getattr(seen.threads, part.name), part.name


@settings(max_examples=25)
@given(data=st.data())
def test_whatever_has_been_asked_a_sight_shows_what_the_view_shows(data: st.DataObject) -> None:
    table = Table(seed=data.draw(st.integers(0, 2)))
    for _ in range(data.draw(st.integers(1, 10), label="phases")):
        for seat in data.draw(st.lists(st.sampled_from(table.state.seats), max_size=5), label="who asks"):
            outcome = decide(table.state, seat, data.draw(asked(table.state, seat)))
            if not isinstance(outcome, Refusal):
                table.state = fold(outcome, table.state)
        assert_same(table.state)
        table.hurry()
    assert_same(table.state)
