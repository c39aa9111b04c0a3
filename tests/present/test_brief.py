"""What Brief says: the role card, news, what only one department knows, its hours, its trade-off."""

import dataclasses

import msgspec
import pytest

from sandgame.present.brief import NEWS, brief, brief_now, hours_card
from sandgame.present.brief_notices import Notice
from sandgame.present.pictures import BlockPicture
from sandgame.rules.events import ProviderRated
from sandgame.rules.ids import SeatId
from sandgame.rules.scenario import RULE_NAMES
from sandgame.rules.sections import CardSeen, CompanySection, MeasureSeen, OwnIncident, ToldByRoom, View
from sandgame.rules.state import RatedAt
from sandgame.text.speech import LANGUAGES, Language
from tests.kit.played import company, moment
from tests.kit.views import ENGINEERING, LAMP, PRODUCTION, SALES, both, order, production, sales, scene

NOTHING: frozenset[str] = frozenset()


def looks(row: tuple[BlockPicture, ...], look: str) -> int:
    return sum(1 for block in row if block.look == look)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("case", "length"), [("starter", 4), ("first-steps", 2)])
def test_every_seat_has_its_brief_in_every_week_and_language(case: str, length: int, language: Language) -> None:
    for week, phase, seat in company(case, length).views:
        if phase == "brief":
            page = brief(moment(week, phase, seat, language, case=case, length=length))
            assert page.news is not None
            assert page.hours.title
            assert (page.role is not None) == (week == 1)


def test_the_role_card_opens_week_one_and_leads_to_the_week() -> None:
    page = brief(moment(1, "brief", 3))
    now = brief_now(moment(1, "brief", 3), page, NOTHING, at_role=True, role_read=False)
    assert (now.primary, now.question) == ("看这一周", None)


def test_whoever_goes_on_with_cards_unread_is_asked_once() -> None:
    shown = moment(2, "brief", 1)
    page = brief(shown)
    unread = brief_now(shown, page, NOTHING, at_role=False, role_read=True)
    read = brief_now(shown, page, page.keys, at_role=False, role_read=True)
    assert unread.question is not None
    assert not unread.checks[-1].done
    assert read.question is None
    assert read.checks[-1].done


def test_orders_are_news_for_their_owner_alone() -> None:
    assert [card.key.split(".")[0] for card in brief(moment(2, "brief", 1)).cards] == ["orders", "coming"]
    assert brief(moment(2, "brief", 2)).cards == ()


def test_an_order_says_who_wants_what_by_when_and_for_how_much() -> None:
    card = brief(moment(2, "brief", 1, "en")).cards[0]
    assert card.lines[:2] == (
        "**Campus Canteen**: Standard cart ×5",
        f"week 2 at 62 or week 3 at 56 ({moment(2, 'brief', 1, 'en').pick(moment(2, 'brief', 1).cast.money)} each)",
    )


def test_an_incident_is_told_in_week_one_and_again_when_it_comes() -> None:
    told = [brief(moment(week, "brief", 3)).cards for week in (1, 2, 3, 4)]
    assert [len(cards) for cards in told] == [1, 1, 1, 0]
    assert "第 3 周少 4 工时" in told[0][0].lines
    # what is new is to be read anew
    assert told[1][0].key != told[2][0].key


def test_the_hours_are_blocks_and_what_was_taken_away_are_outlines() -> None:
    shown = scene(production(base_hours=13, incident_hours=-4, fatigue=1, gained=2, hours=10))
    card = hours_card(shown)
    row = tuple(block for unit in card.picture.units for block in unit.blocks)
    assert (looks(row, "neutral"), looks(row, "missing")) == (10, 5)
    assert card.sum == "基本 13 \u2212 本周的变动 4 \u2212 上周加班的疲劳 1 + 借入 2"


def test_above_sixty_hours_a_block_stands_for_two() -> None:
    card = hours_card(scene(production(base_hours=80, fatigue=0, hours=80)))
    assert sum(len(unit.blocks) for unit in card.picture.units) == 40
    assert "一块是 2 工时" in card.sum


def test_overtime_is_not_named_before_it_is_open() -> None:
    assert hours_card(scene(production())).overtime
    assert not hours_card(scene(production(rules=()))).overtime


def test_the_role_card_names_no_rule_that_is_not_open() -> None:
    closed = brief(scene(production(round=1, rules=()))).role
    opened = brief(scene(production(round=1))).role
    assert closed is not None
    assert opened is not None
    for word in ("公共工时", "借工时", "加班", "改条件"):
        assert word not in " ".join(closed.boxes[2].lines)
        assert word in " ".join(opened.boxes[2].lines)


def test_rules_that_open_later_are_new_in_their_week_only() -> None:
    assert brief(scene(production())).new_rules == ()
    page = brief(scene(production(new_rules=("lend", "pool")), "en"))
    assert len(page.new_rules) == 2
    assert "4 hours give 3" in page.new_rules[0]


def test_without_benchmarks_the_bonus_is_said_to_be_the_kpi() -> None:
    shown = moment(1, "brief", 1, case="first-steps", length=2)
    page = brief(shown)
    assert "%" not in page.trade_off.foot
    assert page.role is not None
    assert "%" not in page.role.bonus_share


def test_the_trade_off_shows_both_sides() -> None:
    page = brief(moment(1, "brief", 1))
    assert page.trade_off.mine
    assert page.trade_off.company
    bare = brief(scene(sales()))
    assert bare.trade_off.mine
    assert bare.trade_off.company


def test_the_board_shows_partners_and_no_promise_yet() -> None:
    page = brief(moment(3, "brief", 1))
    assert page.board.chips == ()
    assert not any(island.hours for island in page.board.islands)
    assert {island.side for island in page.board.islands} == {"own", "supplier", "customer", "external"}


def test_goods_on_their_way_in_are_announced() -> None:
    shown = moment(2, "brief", 3)
    me = msgspec.structs.replace(shown.view.me, incidents=(OwnIncident(2, -3, None, None),))
    page = brief(scene(msgspec.structs.replace(shown.view, me=me)))
    assert page.cards[0].title == "第 2 周少 3 工时"
    assert NEWS not in {card.key for card in page.cards}
    assert shown.seat == PRODUCTION


def test_every_rule_that_opens_later_has_its_line() -> None:
    for language in LANGUAGES:
        assert len(brief(scene(production(new_rules=RULE_NAMES), language)).new_rules) == len(RULE_NAMES)


def test_lending_is_said_to_give_all_where_it_does() -> None:
    view = production(new_rules=("lend",))
    trained = (MeasureSeen("cross_training", 8, 1, 1),)
    room = msgspec.structs.replace(view.room, measures=trained)
    assert "4" not in brief(scene(msgspec.structs.replace(view, room=room))).new_rules[0]


def test_a_public_card_is_a_banner_in_the_week_it_holds_from() -> None:
    view = production()
    room = msgspec.structs.replace(view.room, cards=(CardSeen(1, 1), CardSeen(2, 2)))
    shown = scene(msgspec.structs.replace(view, room=room))
    words = {"card.1.title": both("旧", "Old"), "card.2.title": both("新", "New"), "card.2.effect": both("少", "Less")}
    page = brief(dataclasses.replace(shown, words=shown.words | words))
    assert [(card.title, card.lines) for card in page.dealt] == [("新", ("少",))]
    assert {card.key for card in page.dealt} <= page.keys


def test_what_a_card_brought_to_me_says_so() -> None:
    brought = order(6, LAMP, 3, 2, (2, 70), card=2)
    shown = scene(sales(orders=(*sales().orders, brought)), "en")
    page = brief(dataclasses.replace(shown, words=shown.words | {"order.6": both("急单", "Rush order")}))
    kinds = {card.key: card.kind for card in page.cards}
    assert kinds["brought.6"] == "It just happened: a new order"
    assert "orders.3" in kinds


def test_words_from_the_room_are_cards_of_their_week() -> None:
    view = production()
    told = (ToldByRoom(1, True, "早"), ToldByRoom(2, True, "全体"), ToldByRoom(2, False, "你"))
    page = brief(scene(msgspec.structs.replace(view, beside=msgspec.structs.replace(view.beside, told=told))))
    assert [card.title for card in page.cards[:2]] == ["全体", "你"]
    assert page.cards[0].kind != page.cards[1].kind


def beside_ratings(view: View) -> list[Notice]:
    return [notice for notice in brief(scene(view)).notices if notice.icon != "star"]


def test_whoever_nobody_rated_is_told_so() -> None:
    assert [notice.lines for notice in brief(scene(production())).notices] == [("上周没有人给你评价。",)]


def test_a_thank_you_card_shows_in_the_sum_of_hours() -> None:
    view = moment(2, "brief", PRODUCTION).view
    assert view.delivery is not None
    assert view.delivery.books is not None
    books = msgspec.structs.replace(view.delivery.books, fatigue=1)
    tired = msgspec.structs.replace(view, delivery=msgspec.structs.replace(view.delivery, books=books))
    spared = hours_card(scene(msgspec.structs.replace(tired, me=msgspec.structs.replace(view.me, fatigue=0))))
    assert "− 上周加班的疲劳 1 + 感谢卡抵回 1" in spared.sum


def test_measures_are_announced_in_the_week_they_come_into_force() -> None:
    view = production()
    measures = (MeasureSeen("service_map", 9, 1, 2), MeasureSeen("platform", 9, 1, 3))
    room = msgspec.structs.replace(view.room, measures=measures)
    shown = msgspec.structs.replace(view, room=room)
    notices = beside_ratings(shown)
    assert [len(notice.lines) for notice in notices] == [1]
    assert "内部客户地图" in notices[0].lines[0]
    assert beside_ratings(view) == []


def rated_by(customer: SeatId, *marks: int) -> ProviderRated:
    reliability, responsiveness, empathy = marks
    return ProviderRated(
        customer=customer,
        provider=PRODUCTION,
        reliability=reliability,
        responsiveness=responsiveness,
        empathy=empathy,
        assurance=None,
        tangibles=None,
        comment="",
        please_change=False,
    )


def reviewed(*marks: tuple[int, int, int]) -> View:
    """Week 2, after a Review in which measures were voted on and the first customers gave these marks."""
    view = production()
    table = msgspec.structs.replace(view.table, rules=("vote",), new_rules=())
    room = msgspec.structs.replace(view.room, measures=(MeasureSeen("service_map", 9, 1, None),))
    rated = tuple(
        RatedAt(1, rated_by(customer, *three)) for customer, three in zip((SALES, ENGINEERING), marks, strict=False)
    )
    section = msgspec.structs.replace(view.review, received=rated)
    return msgspec.structs.replace(view, table=table, room=room, review=section)


def test_a_vote_without_a_majority_is_told_in_the_next_week() -> None:
    assert "2 票" in brief(scene(reviewed())).notices[0].lines[0]
    assert "2 votes" in brief(scene(reviewed(), "en")).notices[0].lines[0]
    view = reviewed()
    adopted = msgspec.structs.replace(view.room, measures=(MeasureSeen("service_map", 9, 1, 2),))
    told = beside_ratings(msgspec.structs.replace(view, room=adopted))
    assert [notice.title for notice in told] == ["上周互评采纳，本周起生效"]
    just_open = msgspec.structs.replace(view.table, new_rules=("vote",))
    assert beside_ratings(msgspec.structs.replace(view, table=just_open)) == []


def test_ratings_of_the_last_review_are_told_with_their_mean_and_the_way_to_every_mark() -> None:
    notice = brief(scene(reviewed((4, 5, 4), (3, 3, 3)))).notices[-1]
    assert notice.lines == ("销售 4.3，研发 3.0（各项平均，满分 5）",)
    assert notice.more == "逐项看"


def test_a_coordination_meeting_says_what_it_costs() -> None:
    held = msgspec.structs.replace(production(), company=CompanySection((), (), ()))
    assert "1 工时" in brief(scene(held)).notices[0].lines[0]


def test_hours_of_meetings_are_part_of_the_sum() -> None:
    assert "开会 1" in hours_card(scene(production(meetings=1))).sum


def test_while_the_game_is_paused_nobody_goes_on() -> None:
    view = production()
    shown = scene(msgspec.structs.replace(view, room=msgspec.structs.replace(view.room, paused=True)))
    page = brief(shown)
    bar = brief_now(shown, page, page.keys, at_role=False, role_read=True)
    assert not bar.enabled
    assert "暂停" in bar.notes[0].text
