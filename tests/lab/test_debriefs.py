"""Where it went as a debrief shows it: the sums of the losses, each with the numbers of its events."""

from sandgame.lab.debriefs import gone
from sandgame.lab.losses import losses
from sandgame.rules.events import Delivered, Event
from sandgame.rules.room_events import MeasureAdopted
from tests.kit.cases import game


def events() -> tuple[Event, ...]:
    return game("starter", "mixed", 0).events


def test_what_went_is_what_the_losses_say() -> None:
    found, told = gone(events()), losses(events())
    assert [(w.round, w.loss, w.table, w.departments, w.clarity) for w in found.weeks] == [
        (w.round, w.loss, w.table, w.departments, w.clarity) for w in told.rounds
    ]
    assert [share.shares for share in found.shares] == [week.shares for week in told.rounds]
    assert found.weeks[-1].still == told.result


def test_what_still_could_be_reached_falls_by_the_loss_and_moves_with_a_change() -> None:
    found, before = gone(events()), losses(events()).best
    for week in found.weeks:
        changed = sum(change.change for change in found.changes if change.round == week.round)
        assert week.still == before + changed - week.loss
        before = week.still


def test_every_week_and_every_change_opens_its_events() -> None:
    log, found = events(), gone(events())
    for week in found.weeks:
        assert any(isinstance(log[number], Delivered) for number in week.log)
    assert all(isinstance(log[change.log], MeasureAdopted) for change in found.changes)
