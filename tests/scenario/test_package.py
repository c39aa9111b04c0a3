"""What of a case's words reaches whom."""

import re

import pytest
from msgspec.structs import replace

from sandgame.frames.cast import Texts
from sandgame.rules.ids import TABLE, SeatId, ServiceId
from sandgame.rules.view import view
from sandgame.scenario.assemble import fingerprint
from sandgame.scenario.package import Package
from sandgame.scenario.shelf import find, shipped
from tests.kit.tables import Table
from tests.scenario.desk import STARTER, passed

STARTER_CASE = passed(STARTER)
FACTORY = passed(find("factory"))
SALES, ENGINEERING, THIRD = SeatId(1), SeatId(2), SeatId(3)
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]|[\u4e00-\u9fff]\.")


def told(package: Package, seat: SeatId, week: int = 1) -> dict[str, Texts]:
    table = Table(package.scenario, length=package.scenario.lengths[-1])
    table.until("brief", week)
    return {word.key: word.text for word in package.words_for(view(table.state, seat))}


def test_a_seat_is_told_the_words_of_what_its_view_names_and_no_more() -> None:
    assert list(told(STARTER_CASE, SALES)) == [
        "order.1", "order.2", "order.3", "order.4", "brief.1", "brief.1.line", "tradeoff.kpi", "tradeoff.company",
    ]  # fmt: skip
    assert list(told(STARTER_CASE, ENGINEERING)) == ["brief.1", "brief.1.line", "tradeoff.kpi", "tradeoff.company"]


def test_news_are_told_week_by_week() -> None:
    later = told(STARTER_CASE, ENGINEERING, week=3)
    assert [key for key in later if key.startswith("brief")] == [
        "brief.1", "brief.1.line", "brief.2", "brief.2.line", "brief.3", "brief.3.line",
    ]  # fmt: skip


def test_an_incident_is_told_to_the_department_it_hits_under_a_number_of_its_own() -> None:
    assert told(STARTER_CASE, THIRD)["incident.1"].en == "Upkeep of the line"
    assert "incident.1" not in told(STARTER_CASE, SALES)
    buying = told(FACTORY, THIRD)
    assert [buying[f"incident.{n}"].en for n in (1, 2)] == ["Steel is dearer", "Steel is still dear"]
    assert "incident.3" not in buying


def test_everyone_has_a_trade_off_of_its_own() -> None:
    cards = [told(STARTER_CASE, seat)["tradeoff.kpi"] for seat in STARTER_CASE.scenario.seats]
    assert len(set(map(str, cards))) == 3


def test_a_trade_off_of_the_week_stands_before_the_general_one() -> None:
    texts = {**STARTER_CASE.texts, "tradeoff.SAL.2.kpi": Texts(zh="第二周", en="week two")}
    case = Package(**{name: getattr(STARTER_CASE, name) for name in STARTER_CASE.__slots__} | {"texts": texts})
    assert told(case, SALES, 1)["tradeoff.kpi"] != texts["tradeoff.SAL.2.kpi"]
    assert told(case, SALES, 2)["tradeoff.kpi"] == texts["tradeoff.SAL.2.kpi"]
    assert told(case, SALES, 2)["tradeoff.company"] == texts["tradeoff.SAL.company"]


def test_words_are_found_by_the_numbers_of_the_game() -> None:
    found = STARTER_CASE.words(["order.3", "incident.1", "brief.2", "order.7", "order.x", "nothing"])
    assert [(word.key, word.text.en) for word in found] == [
        ("order.3", "Campus Canteen"),
        ("incident.1", "Upkeep of the line"),
        ("brief.2", "The campus and the museum order too"),
    ]


def test_a_seat_is_told_its_own_role_and_only_the_services_it_is_given() -> None:
    cast = STARTER_CASE.cast(ENGINEERING, (ServiceId(3), ServiceId(1), ServiceId(2)))
    assert [service.service for service in cast.services] == [1, 2, 3]
    assert [bool(department.role.en) for department in cast.departments] == [False, True, False]
    assert [bool(department.own_work.en) for department in cast.departments] == [False, True, False]
    assert [department.name.en for department in cast.departments] == ["Sales", "Engineering", "Production"]


def test_the_table_itself_is_told_all_roles() -> None:
    cast = STARTER_CASE.cast(TABLE, ())
    assert all(department.role.zh for department in cast.departments)


def test_the_card_shows_what_one_chooses_by() -> None:
    card = STARTER_CASE.card()
    assert (card.case, card.purpose, card.lengths, card.minutes) == ("starter", "starter", (3, 4), (20, 25))
    assert card.seeds == tuple(range(41))
    assert passed(find("first-steps")).card().seeds == (0,)
    assert FACTORY.card().seeds == tuple(range(41))


def test_the_yardsticks_of_the_starter_are_those_of_its_reference() -> None:
    four = [STARTER_CASE.benchmarks(seed, 4) for seed in range(4)]
    assert [(stick.best, stick.silo) for stick in four if stick] == [(1415, 430), (1277, 388), (1238, 376), (1524, 463)]
    three = STARTER_CASE.benchmarks(0, 3)
    assert three is not None
    assert (three.best, three.silo) == (1149, 349)
    assert STARTER_CASE.benchmarks(41, 4) is None


def test_a_seat_is_found_by_its_key_in_any_case() -> None:
    assert (STARTER_CASE.seat("eng"), STARTER_CASE.seat("XYZ")) == (2, None)


@pytest.mark.parametrize("name", shipped())
def test_words_of_cases_keep_the_manners_of_the_house(name: str) -> None:
    for key, text in passed(find(name)).texts.items():
        assert not HALF_WIDTH.search(text.zh), key
        assert "轮" not in text.zh, key
        assert not {"!", "！"} & set(text.zh + text.en), key
        assert not re.search(r"\bround\b|\bplayer\b", text.en, re.IGNORECASE), key
        assert not re.search(r"[\u4e00-\u9fff]", text.en), key


def test_a_session_takes_the_constants_of_all_lengths_along_to_which_it_may_be_cut() -> None:
    two, three = STARTER_CASE.shorter(2, 4)
    assert (three.length, three.benchmarks) == (3, STARTER_CASE.benchmarks(2, 3))
    assert STARTER_CASE.shorter(2, 3) == (two,)
    assert STARTER_CASE.shorter(41, 4) == ()
    for case in (STARTER_CASE, FACTORY):
        longest = max(case.scenario.lengths)
        assert [other.length for other in case.shorter(0, longest)] == list(range(2, longest))


def test_a_length_without_a_scale_of_its_own_takes_that_of_the_nearest() -> None:
    assert [scale.length for scale in map(FACTORY.anchors, (2, 5, 6, 7, 8)) if scale] == [5, 5, 6, 8, 8]


def test_targets_are_made_for_the_longest_session_and_leave_the_fingerprint_as_it_is() -> None:
    assert (STARTER_CASE.scenario.target_weeks, FACTORY.scenario.target_weeks) == (4, 8)
    assert fingerprint(replace(FACTORY.scenario, target_weeks=0)) == FACTORY.fingerprint
