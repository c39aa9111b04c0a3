import msgspec
import pytest

from sandgame.present import answer_draft, answering, asking, facts, lending, negotiate, orders, plan, pool
from sandgame.present.board import DRAFT_CHIPS, SHEET_CHIPS, board
from sandgame.present.news import news
from sandgame.present.pictures import CheckPicture
from sandgame.rules.ids import LoanId, OrderId, SheetId
from sandgame.rules.intents import Accept, Counter, Decline, Part, PoolShare
from sandgame.rules.scenario import RULE_NAMES
from sandgame.rules.sections import OwnLoan, PoolSection, Thread, View
from sandgame.rules.state import Turn
from sandgame.text.speech import LANGUAGES, Language
from tests.kit.views import (
    CUSTOM,
    DRAWING,
    ENGINEERING,
    LAMP,
    PRODUCTION,
    SALES,
    countered,
    order,
    production,
    sales,
    scene,
    thread,
    threads,
    wanted,
)

FIRST = SheetId(7)


def sheet_of(view: View, number: int = 7) -> Thread:
    return next(sheet for sheet in view.threads.sheets if sheet.sheet == number)


def with_sheets(view: View, *sheets: Thread) -> View:
    return msgspec.structs.replace(view, threads=msgspec.structs.replace(view.threads, sheets=sheets))


def test_a_sheet_is_sent_only_when_every_line_has_an_answer() -> None:
    shown = scene(production())
    sheet = sheet_of(shown.view)
    none = answering.sheet_picture(shown, sheet, {})
    half = answering.sheet_picture(shown, sheet, {(FIRST, 0): answer_draft.AnswerDraft("accept")})
    assert not none.can_send
    assert not half.can_send
    assert "1" in half.hint
    both = {(FIRST, 0): answer_draft.AnswerDraft("accept"), (FIRST, 1): answer_draft.AnswerDraft("decline")}
    assert not answering.sheet_picture(shown, sheet, both).can_send
    both[FIRST, 1] = answer_draft.AnswerDraft("decline", reason="no_inputs")
    assert answering.sheet_picture(shown, sheet, both).can_send


def test_answers_go_out_as_drafted_and_a_decline_is_asked_about() -> None:
    shown = scene(production())
    sheet = sheet_of(shown.view)
    drafts = {
        (FIRST, 0): answer_draft.AnswerDraft("counter", (Part(2, 2), Part(2, 3))),
        (FIRST, 1): answer_draft.AnswerDraft("decline", reason="no_inputs"),
    }
    intent = answer_draft.answer_intent(shown, sheet, drafts)
    assert intent.answers == (Counter(0, (Part(2, 2), Part(2, 3))), Decline(1, "no_inputs"))
    question = answer_draft.declining(shown, sheet, drafts)
    assert question is not None
    assert "缺材料" in question.lines[0]
    assert answer_draft.declining(shown, sheet, {(FIRST, 0): answer_draft.AnswerDraft("accept")}) is None


def test_the_other_side_can_only_take_or_leave_what_comes_last() -> None:
    turns = (countered(PRODUCTION, Part(3, 2)), countered(SALES, Part(4, 2)))
    view = with_sheets(production(), thread(7, SALES, PRODUCTION, wanted(LAMP, 5, 2, *turns)))
    shown = scene(view)
    drafted = {(FIRST, 0): answer_draft.AnswerDraft("counter", (Part(3, 3),))}
    picture = answering.sheet_picture(shown, sheet_of(view), drafted)
    assert "最后一次" in picture.turn
    assert "销售" in picture.hint
    after = (*turns, countered(PRODUCTION, Part(3, 3)))
    theirs = with_sheets(sales(), thread(7, SALES, PRODUCTION, wanted(LAMP, 5, 2, *after)))
    line = answering.sheet_picture(scene(theirs), sheet_of(theirs), {}).lines[0]
    assert line.asks_me
    assert not line.can_counter


def test_struck_terms_are_those_that_were_on_the_table_before() -> None:
    picture = answering.sheet_picture(scene(production()), sheet_of(production()), {})
    assert picture.lines[0].struck == ("5", "3")
    assert picture.lines[0].terms == "4 台 · 第2周"


def test_feasibility_counts_only_what_is_free_beside_the_promises() -> None:
    picture = answering.sheet_picture(scene(production()), sheet_of(production()), {})
    now, later = picture.loads
    # 12 hours this week, 8 of them for the lamps promised: two of three, one is in stock
    assert (now.week, now.needed, now.free, now.left) == ("到第 2 周", 12, 4, "还空 4，差 8")
    # through week 3: 9 hours more, 7 of them for the custom lamp promised
    assert (later.week, later.needed, later.free) == ("到第 3 周", 22, 6)
    assert now.short
    assert later.short


def test_hours_of_this_week_are_there_for_what_is_due_later() -> None:
    drafts = {
        (FIRST, 0): answer_draft.AnswerDraft("decline", reason="other"),
        (FIRST, 1): answer_draft.AnswerDraft("counter", (Part(1, 3),)),
    }
    (later,) = answering.sheet_picture(scene(production()), sheet_of(production()), drafts).loads
    # what is free by week 3 is more than that week alone has
    assert (later.text, later.left, later.short) == ("要 5", "还空 6 工时", False)


def test_inputs_that_nobody_has_promised_by_then_are_named() -> None:
    sheet = sheet_of(production())
    # three custom lamps want three drawings: one is promised to me, none lies here
    assert answering.sheet_picture(scene(production()), sheet, {}).missing == "还缺 图纸 ×2"
    lamps = {(FIRST, 1): answer_draft.AnswerDraft("decline", reason="other")}
    assert answering.sheet_picture(scene(production()), sheet, lamps).missing == ""


def test_a_declined_line_needs_no_hours() -> None:
    drafts = {(FIRST, n): answer_draft.AnswerDraft("decline", reason="other") for n in (0, 1)}
    assert answering.sheet_picture(scene(production()), sheet_of(production()), drafts).loads == ()


def test_what_the_case_has_not_opened_is_nowhere() -> None:
    view = production(rules=())
    shown = scene(view)
    picture = answering.sheet_picture(shown, sheet_of(view), {})
    assert picture.restate is None
    assert picture.pips == ()
    assert not any(line.can_counter for line in picture.lines)
    assert not pool.pool_open(shown)
    assert [tab.name for tab in negotiate.tabs(shown)] == ["answer", "facts"]
    assert negotiate.CHECK_POOL not in {check.id for check in negotiate.now(shown).checks}


def test_everything_stands_there_once_it_is_open() -> None:
    shown = scene(production(rules=RULE_NAMES))
    assert [tab.name for tab in negotiate.tabs(shown)] == ["answer", "facts", "lend"]
    assert answering.sheet_picture(shown, sheet_of(shown.view), {}).restate is not None


def test_the_provider_restates_and_the_customer_confirms() -> None:
    told = thread(8, PRODUCTION, ENGINEERING, wanted(LAMP, 2, 3, customer=PRODUCTION), restated="两张？")
    view = with_sheets(production(), told)
    picture = answering.sheet_picture(scene(view), told, {})
    assert picture.restate is not None
    assert picture.restate.mode == "confirm"
    assert picture.restate.quote == "两张？"
    assert answering.asks_me(scene(view), told)
    checks = {check.id: check for check in negotiate.now(scene(view)).checks}
    assert not checks[negotiate.CHECK_ANSWER].done


def test_the_screen_drafts_what_is_lacked_and_says_for_whom() -> None:
    shown = scene(sales())
    drafts = asking.drafted(shown)
    assert [(line.units, line.due) for line in drafts[PRODUCTION].lines] == [(4, 2), (2, 3)]
    picture = asking.ask_picture(shown, drafts[PRODUCTION])
    assert picture.lines[1].why == "用于大酒店"
    assert picture.can_send


def test_what_is_asked_for_is_not_drafted_again() -> None:
    asked = thread(9, SALES, PRODUCTION, wanted(LAMP, 4, 2))
    shown = scene(with_sheets(sales(), asked))
    assert [line.service for line in asking.drafted(shown)[PRODUCTION].lines] == [5]
    assert asking.waits_for(shown, PRODUCTION)


def test_who_asked_and_was_declined_has_done_the_asking() -> None:
    no = Turn(PRODUCTION, 2, "decline", (), "no_capacity")
    line = msgspec.structs.replace(wanted(LAMP, 4, 2, no), state="declined")
    shown = scene(with_sheets(sales(), thread(9, SALES, PRODUCTION, line)))
    assert [need.service for need in asking.unasked(shown)] == [5]
    again = asking.drafted(shown)[PRODUCTION]
    assert again.lines[0].service == LAMP
    assert "工时不够" in asking.ask_picture(shown, again).intro


def test_what_a_counter_leaves_open_is_not_asked_for_again_while_the_line_is_open() -> None:
    lines = (wanted(LAMP, 4, 2, countered(PRODUCTION, Part(1, 2))),)
    asked = threads((thread(9, SALES, PRODUCTION, *lines),), sales().threads.promises)
    drafts = asking.drafted(scene(sales(threads=asked)))
    assert LAMP not in [line.service for line in drafts[PRODUCTION].lines]


def test_up_to_two_customers_are_named_and_more_are_counted() -> None:
    def why(*numbers: int) -> set[str]:
        orders = tuple(order(n, CUSTOM, 1, 1, (3, 130), option=0) for n in numbers)
        shown = scene(sales(orders=orders))
        return {x.why for x in asking.ask_picture(shown, asking.drafted(shown)[PRODUCTION]).lines}

    assert why(1, 2) == {"用于社区店、大酒店"}
    assert why(1, 2, 3) == {"用于 3 张订单"}


def test_nothing_to_answer_is_no_tick_while_others_may_still_ask() -> None:
    quiet = threads((), ())
    first = negotiate.now(scene(production(threads=quiet))).checks[0]
    assert (first.text, first.icon) == ("其他部门可能还会提需求", "hourglass")
    over = negotiate.now(scene(production(threads=quiet, finished=(SALES, ENGINEERING)))).checks[0]
    assert (over.text, over.done, over.icon) == ("没有等我答复的", True, "")


def test_sheets_keep_their_place_and_say_what_they_are_about() -> None:
    before = answering.sheet_tabs(scene(production()))
    assert [tab.text for tab in before] == ["标准灯 ×5，另 1 行 · 销售", "图纸 ×2 · 研发"]
    sheets = production().threads.sheets
    mine = msgspec.structs.replace(
        sheets[1], lines=(wanted(DRAWING, 2, 3, countered(ENGINEERING, Part(1, 3)), customer=PRODUCTION),)
    )
    theirs = msgspec.structs.replace(sheets[0], lines=(wanted(LAMP, 5, 2, countered(PRODUCTION, Part(3, 2))),))
    moved = threads((theirs, mine), ())
    after = answering.sheet_tabs(scene(production(threads=moved)))
    assert [tab.sheet for tab in after] == [tab.sheet for tab in before]
    assert [tab.waits_for_me for tab in after] == [False, True]


def test_only_checked_lines_are_sent() -> None:
    shown = scene(sales())
    draft = asking.drafted(shown)[PRODUCTION]
    first = unchecked(draft)
    assert [line.service for line in asking.send_intent(shown, first).lines] == [5]
    nothing = first.without_line(1)
    assert not asking.ask_picture(shown, nothing).can_send


def unchecked(draft: asking.AskDraft) -> asking.AskDraft:
    line = draft.lines[0]
    return draft.with_line(0, asking.AskLine(line.service, line.units, line.due, checked=False))


def test_clearer_words_leave_less_to_go_wrong() -> None:
    shown = scene(sales())
    draft = asking.AskDraft(PRODUCTION, (asking.AskLine(shown.view.board.services[-1].service, 20, 3),))
    assert asking.could_go_wrong(shown, draft, 50) == 2
    assert asking.could_go_wrong(shown, draft, 70) == 1


def test_an_open_table_knows_no_channels() -> None:
    shown = scene(sales(talk="open"))
    assert asking.ask_picture(shown, asking.drafted(shown)[PRODUCTION]).channels == ()


def test_an_order_waits_for_a_choice_and_shows_what_is_covered() -> None:
    strip = orders.orders_strip(scene(sales()), {})
    assert strip is not None
    first = strip.cards[0]
    assert first.order == 3
    assert [option.choice for option in first.options] == [0, 1, orders.DECLINE]
    cover = first.cover
    assert cover is not None
    # of 3 promised, 2 go to the order that is due as early and came before
    assert (cover.stock, cover.promised, cover.lacking) == (0, 1, 4)
    settled = {card.order: card for card in strip.cards}
    assert settled[OrderId(1)].options == ()
    assert settled[OrderId(5)].muted


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_order_that_is_due_after_the_end_lacks_nothing_and_closes_without_penalty(language: Language) -> None:
    """Order 2 was taken for week 3, order 3 for week 4 was never chosen; the session now ends with week 2."""
    late = order(3, LAMP, 5, 2, (3, 62), (4, 56))
    given = (*(o for o in sales().orders if o.order in (1, 2)), late)
    shown = scene(sales(length=2, orders=given), language)
    assert orders.to_choose(shown) == ()
    strip = orders.orders_strip(shown, {})
    assert strip is not None
    cards = {card.order: card for card in strip.cards}
    assert [card.cover is None for card in cards.values()] == [False, True, True]
    for number in (2, 3):
        card = cards[OrderId(number)]
        assert (card.options, card.share, card.muted, card.settle) == ((), "", True, "")
        assert "2" in card.line
        assert ("不罚不赔" if language == "zh" else "without penalty") in card.line
        assert (card.state, card.tone) == ("不罚不赔" if language == "zh" else "No penalty", "plain")
    assert all(ref.number not in (2, 3) for ref in facts.shareable(shown) if ref.about == "order")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_option_that_is_due_after_the_end_says_so_before_it_is_chosen(language: Language) -> None:
    shown = scene(sales(length=3, orders=(order(3, LAMP, 5, 2, (3, 62), (4, 56)),)), language)
    strip = orders.orders_strip(shown, {})
    assert strip is not None
    within, beyond, _decline = strip.cards[0].options
    word = "不罚不赔" if language == "zh" else "without penalty"
    assert word not in within.text
    assert word in beyond.text


def test_a_seat_without_customers_has_no_order_strip() -> None:
    assert orders.orders_strip(scene(production()), {}) is None


def claims(*given: int, **changes: object) -> PoolSection:
    shares = tuple(PoolShare(seat, n) for seat, n in zip((SALES, ENGINEERING, PRODUCTION), given, strict=True) if n)
    plain = PoolSection(2, given[2], shares, None, (), (), None, False, 0, ())
    return msgspec.structs.replace(plain, **changes)


def test_claims_that_fit_stand_by_themselves() -> None:
    shown = scene(production(pool=claims(1, 0, 1)))
    picture = pool.pool_picture(shown, pool.ShareDraft())
    assert not picture.dividing
    assert [card.share for card in picture.cards] == [1, 1]
    assert not pool.to_do(shown)


def test_claims_that_do_not_fit_want_a_division_and_say_what_none_costs() -> None:
    shown = scene(production(pool=claims(2, 0, 2)))
    picture = pool.pool_picture(shown, pool.ShareDraft())
    assert picture.dividing
    assert "扣 1 工时" in picture.warning
    assert pool.to_do(shown)
    draft = pool.with_share(shown, pool.ShareDraft(), PRODUCTION, 1)
    draft = pool.with_share(shown, draft, SALES, 1)
    assert pool.pool_picture(shown, draft).can_propose
    assert pool.propose_intent(shown, draft).shares == (PoolShare(SALES, 1), PoolShare(PRODUCTION, 1))
    too_much = pool.with_share(shown, draft, SALES, 2)
    assert not pool.pool_picture(shown, too_much).can_propose


def test_a_proposal_of_another_can_be_agreed_to() -> None:
    shares = (PoolShare(SALES, 1), PoolShare(PRODUCTION, 1))
    shown = scene(production(pool=claims(2, 0, 2, proposer=SALES, shares=shares, agreed=(SALES,))))
    picture = pool.pool_picture(shown, pool.ShareDraft())
    assert picture.can_agree
    assert [card.state for card in picture.cards] == ["提议人", "未表态"]


def test_a_loan_asked_of_me_waits_for_my_word() -> None:
    loan = OwnLoan(LoanId(1), SALES, PRODUCTION, SALES, 4, 3, "open")
    shown = scene(production(pool=claims(0, 0, 0, loans=(loan,))))
    picture = lending.lend_picture(shown, lending.first_draft(shown))
    assert picture.loans[0].asks_me
    assert negotiate.CHECK_LEND in {check.id for check in negotiate.now(shown).checks if not check.done}


def test_finishing_early_says_what_the_end_makes_of_it() -> None:
    question = negotiate.now(scene(sales())).question
    assert question is not None
    assert any("连锁店" in line and "第 2 周" in line for line in question.lines)
    assert any("标准灯" in line for line in question.lines)


def test_the_board_shows_promises_sheets_and_drafts() -> None:
    shown = scene(sales())
    picture = board(shown, {PRODUCTION: (2, 2, 3, LAMP)})
    names = {ribbon.id: ribbon.label for ribbon in picture.ribbons}
    assert [names[chip.ribbon] for chip in picture.chips if chip.draft] == [shown.service(LAMP)]
    assert {chip.id for chip in picture.chips} == {1, 4, DRAFT_CHIPS + PRODUCTION}
    assert {chip.id for chip in board(scene(production())).chips} >= {SHEET_CHIPS + 7, SHEET_CHIPS + 8}
    assert {island.side for island in picture.islands} == {"own", "supplier", "customer", "external"}


def test_what_others_did_is_told_and_what_i_did_is_not() -> None:
    before = scene(sales(threads=msgspec.structs.replace(sales().threads, sheets=(sent(),))))
    accepted = Turn(PRODUCTION, 2, "accept", (), None)
    after = scene(sales(threads=msgspec.structs.replace(sales().threads, sheets=(sent(accepted),))))
    assert news(before, after) == ("生产答应了：标准灯 4 台 · 第2周",)
    assert news(scene(sales()), before) == ()


def sent(*turns: Turn) -> Thread:
    return thread(9, SALES, PRODUCTION, wanted(LAMP, 4, 2, *turns))


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_of_it_can_be_said_in_both_languages(language: Language) -> None:
    for view in (production(), sales()):
        shown = scene(view, language)
        drafts = asking.drafted(shown)
        assert negotiate.now(shown).sentence
        assert all(tab.text for tab in negotiate.tabs(shown))
        assert all(asking.ask_picture(shown, draft).send for draft in drafts.values())


def test_accepting_all_answers_only_what_waits_for_me() -> None:
    shown = scene(production())
    assert answer_draft.accept_all_intent(shown, sheet_of(shown.view)).answers == (Accept(0), Accept(1))


def test_english_names_the_unit_of_money_once_at_the_head_of_the_orders() -> None:
    shown = scene(sales(), "en")
    money = shown.pick(shown.cast.money)
    strip = orders.orders_strip(shown, {})
    assert strip is not None
    assert money in strip.title
    told = [card.line for card in strip.cards] + [option.price for card in strip.cards for option in card.options]
    assert not any(money in text for text in told)
    chinese = orders.orders_strip(scene(sales()), {})
    assert chinese is not None
    assert "每件 62 千元" in [option.price for card in chinese.cards for option in card.options]


def pool_check(view: View) -> CheckPicture:
    return next(c for c in negotiate.now(scene(view)).checks if c.id == negotiate.CHECK_POOL)


def test_a_division_that_others_have_not_agreed_to_is_waited_for_and_named() -> None:
    shares = (PoolShare(SALES, 1), PoolShare(PRODUCTION, 1))
    mine = production(pool=claims(2, 0, 2, proposer=PRODUCTION, shares=shares, agreed=(PRODUCTION,)))
    check = pool_check(mine)
    assert (check.text, check.icon) == ("公共工时：等销售表态", "hourglass")
    question = negotiate.now(scene(mine)).question
    assert question is not None
    assert any("等销售表态" in line and "少 1 工时" in line for line in question.lines)
    all_agree = production(pool=claims(2, 0, 2, proposer=PRODUCTION, shares=shares, agreed=(SALES, PRODUCTION)))
    assert (pool_check(all_agree).done, pool_check(all_agree).icon) == (True, "")


def test_a_division_that_i_have_not_agreed_to_is_mine_to_do() -> None:
    shares = (PoolShare(SALES, 1), PoolShare(PRODUCTION, 1))
    theirs = production(pool=claims(2, 0, 2, proposer=SALES, shares=shares, agreed=(SALES,)))
    assert not pool_check(theirs).done


@pytest.mark.parametrize(
    ("given", "changes", "told"),
    [
        ((2, 0, 2), {"lost": 1}, "公共工时没谈拢：少了 1，你分到 1"),
        ((2, 0, 2), {}, "公共工时没谈拢：按缺口分，你分到 1"),
        ((2, 0, 2), {"by_agreement": True}, "公共工时谈成了：你分到 1"),
        ((1, 0, 1), {"by_agreement": True}, "公共工时够分：你分到 1"),
    ],
)
def test_how_the_pool_came_out_is_told_once_as_plan_begins(
    given: tuple[int, ...], changes: dict[str, object], told: str
) -> None:
    before = production(pool=claims(*given))
    divided = (PoolShare(SALES, 1), PoolShare(PRODUCTION, 1))
    after = production(phase="plan", pool=claims(*given, divided=divided, **changes))
    assert news(scene(before), scene(after)) == (told,)
    assert news(scene(after), scene(after)) == ()
    page = plan.plan_page(scene(after), plan.read(scene(after), plan.first_draft(scene(after))))
    assert page.supply.pool == told


def test_who_claimed_nothing_is_told_nothing_of_the_pool() -> None:
    after = production(phase="plan", pool=claims(2, 0, 0))
    assert news(scene(production()), scene(after)) == ()
