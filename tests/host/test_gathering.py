"""Whose consent a story needs: that of both departments, where people play them."""

from collections.abc import Iterable

from sandgame.frames.debrief import Estimate, KeepDebrief
from sandgame.host.gathering import Gathering
from sandgame.host.players import at_once
from sandgame.host.solo import House, begin
from sandgame.rules.ids import SeatId
from sandgame.store.memory import MemoryStore
from tests.kit.rooms import Ticking, setup
from tests.kit.trial import PACKAGE

ONE, TWO, THREE = SeatId(1), SeatId(2), SeatId(3)
LINKS = ((1, 2), (2, 1), (2, 3))


def gathering(consents: Iterable[tuple[SeatId, tuple[SeatId, SeatId], bool]] = ()) -> Gathering:
    store = MemoryStore()
    kept = begin(House(store, Ticking(), at_once), PACKAGE, setup())
    found = Gathering(store, kept.start.session, 1, kept.game)
    for seat, link, agrees in consents:
        found.keep(KeepDebrief(seat, consent=(*link, agrees)))
    return found


def test_nobody_is_asked_for_a_department_of_bots() -> None:
    assert gathering().agreed(frozenset(), LINKS) == {*LINKS}
    assert gathering().agreed({ONE}, LINKS) == {(2, 3)}


def test_both_have_to_agree_each_for_this_direction() -> None:
    both = gathering([(ONE, (ONE, TWO), True), (TWO, (ONE, TWO), True)])
    assert both.agreed({ONE, TWO}, LINKS) == {(1, 2)}
    one = gathering([(ONE, (ONE, TWO), True)])
    assert one.agreed({ONE, TWO}, LINKS) == frozenset()


def test_either_takes_it_back() -> None:
    back = gathering([(ONE, (ONE, TWO), True), (TWO, (ONE, TWO), True), (ONE, (ONE, TWO), False)])
    assert back.agreed({ONE, TWO}, LINKS) == frozenset()


def test_a_department_speaks_for_its_own_links_only() -> None:
    third = gathering([(ONE, (TWO, THREE), True), (TWO, (TWO, THREE), True)])
    assert third.agreed({TWO, THREE}, LINKS) == frozenset()
    assert third.told({TWO, THREE}).consents == ((2, 3, TWO),)


def test_guesses_of_a_moment_are_kept_without_whose_they_are_and_a_new_one_takes_the_place_of_the_old() -> None:
    found = gathering()
    for seat, money in ((TWO, 300), (ONE, 100), (ONE, 120)):
        found.keep(KeepDebrief(seat, estimate=Estimate(0, money)))
    found.keep(KeepDebrief(ONE, estimate=Estimate(1, 0)))
    told = found.told({ONE, TWO})
    assert told.estimates == ((0, 120), (0, 300), (1, 0))
    assert told.estimating == 2
