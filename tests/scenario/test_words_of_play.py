"""Words that come with play: those of cards that were dealt, and of services that a view names later."""

import pytest
from msgspec.structs import replace

from sandgame.frames.cast import Texts
from sandgame.frames.seat import Seated
from sandgame.present.scene import Scene
from sandgame.rules.apply import fold
from sandgame.rules.board import Link
from sandgame.rules.events import Event, Fact
from sandgame.rules.ids import TABLE, OrderId, SeatId, ServiceId, SheetId
from sandgame.rules.room_events import CardDealt
from sandgame.rules.scenario import Incident, OrderDef, OrderOption
from sandgame.rules.sections import (
    CompanyLine,
    CompanyOrder,
    CompanySection,
    CompanyWarning,
    EscalationSeen,
    KnownFact,
    OwnOrder,
    View,
)
from sandgame.rules.view import view
from sandgame.scenario.package import Package
from sandgame.text.speech import Speech
from tests.kit.tables import Table
from tests.scenario.desk import equipped, passed

SALES, ENGINEERING, PRODUCTION = SeatId(1), SeatId(2), SeatId(3)
SPEC, STANDARD, CUSTOM = ServiceId(1), ServiceId(4), ServiceId(5)
RUSH = CardDealt(
    card=1,
    round=1,
    incidents=(Incident(1, PRODUCTION, -3, None, None, card=1), Incident(1, PRODUCTION, 0, STANDARD, 15, card=1)),
    orders=(OrderDef(SALES, STANDARD, 4, 1, (OrderOption(1, 80),), 0, 3, 8, False, card=1),),
    first_order=OrderId(7),
)
QUIET = CardDealt(2, 1, (Incident(1, ENGINEERING, 2, None, None, card=2),), (), OrderId(8))


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    return passed(equipped(tmp_path_factory.mktemp("equipped")))


def seen(package: Package, seat: SeatId, *dealt: Event) -> View:
    return view(fold(dealt, Table(package.scenario).state), seat)


def told(package: Package, shown: View) -> dict[str, Texts]:
    return {word.key: word.text for word in package.words_for(shown)}


def of_cards(package: Package, seat: SeatId, *dealt: Event) -> dict[str, str]:
    """The words that nobody had before these cards."""
    before, after = told(package, seen(package, seat)), told(package, seen(package, seat, *dealt))
    return {key: text.en for key, text in after.items() if before.get(key) != text}


def test_the_facilitator_reads_all_texts_of_all_cards(package: Package) -> None:
    rush, quiet = package.cards()
    assert (rush.card, rush.title.en, rush.purpose.en) == (1, "rush title", "rush purpose")
    assert (quiet.card, quiet.effect.en, quiet.question.zh) == (2, "quiet effect", "quiet question")


def test_no_seat_is_told_of_a_card_before_it_is_dealt(package: Package) -> None:
    for seat in (SALES, ENGINEERING, PRODUCTION):
        texts = [text.en for text in told(package, seen(package, seat)).values()]
        assert not [text for text in texts if "rush" in text or "quiet" in text]


def test_a_public_card_is_told_to_all_and_its_parts_to_whom_they_hit(package: Package) -> None:
    public = {"card.1.title": "rush title", "card.1.effect": "rush effect"}
    assert of_cards(package, ENGINEERING, RUSH) == public
    assert of_cards(package, SALES, RUSH) == public | {"order.7": "rush title"}
    hit = of_cards(package, PRODUCTION, RUSH)
    assert hit == public | {"incident.2": "rush effect", "incident.3": "rush effect"}


def test_another_card_is_told_to_nobody_but_whom_it_hits(package: Package) -> None:
    assert of_cards(package, ENGINEERING, QUIET) == {"incident.1": "quiet effect"}
    assert of_cards(package, SALES, QUIET) == of_cards(package, PRODUCTION, QUIET) == {}


def test_a_card_s_incident_does_not_take_the_words_of_the_case_s_own(package: Package) -> None:
    words = told(package, seen(package, PRODUCTION, RUSH))
    assert words["incident.1"].en == "Upkeep of the line"


def test_a_coordination_meeting_tells_whose_orders_it_shows(package: Package) -> None:
    plain = seen(package, ENGINEERING)
    met = with_meeting_of_orders(plain)
    assert told(package, met)["order.1"].en == "Riverside Night Market"
    assert "order.1" not in told(package, plain)
    own = replace(seen(package, SALES), company=met.company)
    assert [word.key for word in package.words_for(own)].count("order.1") == 1


# services


def order_of(service: ServiceId) -> OwnOrder:
    return OwnOrder(OrderId(1), service, 1, 1, (), 0, 1, 0, False, None, 0, "open")


def company(**parts: object) -> CompanySection:
    return replace(CompanySection((), (), ()), **parts)


def with_network(shown: View) -> View:
    return replace(shown, board=replace(shown.board, network=(Link(CUSTOM, PRODUCTION, (SALES,), ()),)))


def with_escalation(shown: View) -> View:
    up = EscalationSeen(SheetId(1), 0, SALES, PRODUCTION, CUSTOM, (), SALES, "", None, None)
    return replace(shown, room=replace(shown.room, escalations=(up,)))


def with_meeting_of_orders(shown: View) -> View:
    return replace(shown, company=company(orders=(CompanyOrder(SALES, order_of(CUSTOM)),)))


def with_meeting_of_lines(shown: View) -> View:
    return replace(shown, company=company(lines=(CompanyLine(SALES, PRODUCTION, CUSTOM, (), "open"),)))


def with_meeting_of_warnings(shown: View) -> View:
    return replace(shown, company=company(warnings=(CompanyWarning(SALES, PRODUCTION, CUSTOM, 1, 2),)))


def with_fact(shown: View) -> View:
    fact = KnownFact(SALES, TABLE, Fact("order", 1, OrderId(1), CUSTOM))
    return replace(shown, threads=replace(shown.threads, facts=(fact,)))


NAMING = [
    with_network, with_escalation, with_meeting_of_orders, with_meeting_of_lines, with_meeting_of_warnings, with_fact,
]  # fmt: skip


@pytest.mark.parametrize("naming", NAMING)
def test_a_service_is_told_by_name_as_soon_as_it_is_named_and_no_other_is(naming: object, package: Package) -> None:
    plain = seen(package, ENGINEERING)
    assert CUSTOM not in {service.service for service in plain.board.services}
    named = naming(plain)  # type: ignore[operator]
    new = {key: text.en for key, text in told(package, named).items() if key not in told(package, plain)}
    new.pop("order.1", None)
    assert new == {"service.5.name": "Custom cart", "service.5.unit": ""}


def test_services_of_the_board_stay_with_the_cast(package: Package) -> None:
    plain = seen(package, ENGINEERING)
    known = replace(plain, board=replace(plain.board, network=(Link(SPEC, SALES, (ENGINEERING,), ()),)))
    assert told(package, known) == told(package, plain)


def test_a_seat_can_say_every_service_that_its_view_names(package: Package) -> None:
    shown = with_network(seen(package, ENGINEERING))
    cast = package.cast(ENGINEERING, [service.service for service in shown.board.services])
    scene = Scene.of(Seated("s", ENGINEERING, cast, (), 1, shown, package.words_for(shown)), Speech("zh"))
    assert (scene.service(SPEC), scene.unit(SPEC)) == ("规格书", "份")
    assert (scene.service(CUSTOM), scene.unit(CUSTOM)) == ("定制餐车", "辆")
