"""What stands beside the rounds for one seat: its map, the question it is asked, what it has kept unfinished."""

from __future__ import annotations

from sandgame.rules.beside import heaviest, limit_of, role_options
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.neighbours import asked_about, map_is_asked
from sandgame.rules.sections import BesideSection, RoleQuestion, ToldByRoom
from sandgame.rules.state import State


def beside_section(state: State, seat: SeatId) -> BesideSection:
    return BesideSection(
        map_task=map_is_asked(state, seat),
        map=state.maps.get(seat),
        question=_question(state, seat),
        kept=state.kept.get(seat, ()),
        told=tuple(
            ToldByRoom(said.round, said.to == TABLE, said.text, said.ready)
            for said in state.room_messages
            if said.to in (TABLE, seat)
        ),
    )


def _question(state: State, seat: SeatId) -> RoleQuestion | None:
    """The whole round long, so that the answer can be looked at again."""
    about = asked_about(state, seat)
    if about is None:
        return None
    answer, options = state.roles.get(seat), role_options(state, about)
    if answer is None:
        return RoleQuestion(about, None, options)
    # after Brief what limits a neighbour changes with its promises, and is no longer told
    limit = limit_of(state, about) if state.phase == "brief" else None
    right = tuple(kind for kind in options if kind in heaviest(state, about))
    return RoleQuestion(about, answer, options, right, limit)
