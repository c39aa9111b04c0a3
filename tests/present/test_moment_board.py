"""An opened moment shows the board as it was: step by step, with what it is about marked, and nobody's secrets."""

from __future__ import annotations

from typing import Literal

import pytest
from msgspec.structs import replace

from sandgame.present.chips import chip_id
from sandgame.present.debrief_moment import moment
from sandgame.present.debrief_scene import DebriefScene
from sandgame.present.moment_board import MomentBoard, MomentBoards
from sandgame.text.speech import LANGUAGES, Speech
from tests.kit.debriefs import debriefed


def scene(language: Literal["zh", "en"] = "en", *, hidden: bool = False) -> DebriefScene:
    made = debriefed()
    return DebriefScene.of(Speech(language), made.cast, made.words, hidden=hidden)


def boards_of(log: tuple[int, ...], said: DebriefScene | None = None) -> MomentBoards:
    found = moment(said or scene(), debriefed().debrief, None, log, "").boards
    assert found is not None
    return found


def walk(boards: MomentBoards) -> list[MomentBoard]:
    """From the first step to the last, as the two buttons lead."""
    steps = [boards.at(boards.stops[0])]
    while steps[-1].next:
        steps.append(boards.at(steps[-1].next))
    return steps


def test_every_figure_of_the_links_opens_a_board_that_can_be_walked_through_both_ways() -> None:
    links = debriefed().debrief.links
    assert links
    for link in links:
        steps = walk(boards_of(link.log))
        assert [step.number for step in steps] == sorted({step.number for step in steps})
        assert [step.last for step in steps] == [0, *(step.number for step in steps[:-1])]
        assert set(link.log) <= {step.number for step in steps}


def test_a_broken_promise_is_marked_from_its_making_to_its_end() -> None:
    failed = debriefed().debrief.failed
    assert failed is not None
    boards = boards_of(failed.log)
    begun = boards.at(boards.start)
    at = boards.then.phase(begun.number)
    assert at is not None
    assert (at.round, at.phase) == (failed.due, "deliver"), "the week that the page tells of"
    assert begun.board.marked_chips == (failed.commitment,), "what else ended in the same Deliver is not meant"
    assert begun.board.chips[0].id == failed.commitment, "it finds room before all others"
    looks = {
        step.number: (chip.state, chip.units)
        for step in walk(boards) for chip in step.board.chips if chip.id == failed.commitment
    }  # fmt: skip
    assert looks[failed.log[0]] == ("agreed", f"×{failed.units}")
    assert looks[begun.number] == ("broken", f"×{failed.units}")


def test_what_lies_on_the_board_is_what_the_game_held_and_nothing_of_single_seats() -> None:
    debrief = debriefed().debrief
    assert debrief.board is not None
    for link in debrief.links:
        for step in walk(boards_of(link.log)):
            lying = debrief.board.at(step.number)
            assert {chip.id for chip in step.board.chips} == {chip_id(chip) for chip in lying}
            assert all(not island.hours and not island.line for island in step.board.islands)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hidden_names_are_hidden_on_the_board_too(language: Literal["zh", "en"]) -> None:
    made = debriefed()
    said = scene(language, hidden=True)
    names = {said.pick(each.name) for each in made.cast.departments}
    for step in walk(boards_of(made.debrief.links[0].log, said)):
        told = [island.name for island in step.board.islands]
        told += [text for chip in step.board.chips for text in (chip.tip, chip.spoken)]
        told += [ribbon.spoken for ribbon in step.board.ribbons]
        assert not [text for text in told if any(name in text for name in names)]


def test_without_a_kept_board_a_moment_is_still_told_in_words() -> None:
    debrief = replace(debriefed().debrief, board=None)
    opened = moment(scene(), debrief, None, debrief.links[0].log, "")
    assert opened.boards is None
    assert opened.words.rows
    assert opened.at(3).board is None
