from dataclasses import replace

import msgspec
import pytest

from sandgame.present import plan
from sandgame.present.history import History
from sandgame.present.ledger import ledger
from sandgame.present.plan_lines import addable
from sandgame.present.plan_warning import warnings
from sandgame.rules.scenario import RULE_NAMES, Input
from sandgame.rules.sections import OwnStock, View
from sandgame.text.speech import LANGUAGES, Language
from tests.kit.views import (
    CUSTOM,
    DRAWING,
    ENGINEERING,
    LAMP,
    PRODUCTION,
    SALES,
    SPEC,
    production,
    promise,
    sales,
    scene,
    threads,
)


def in_plan(view: View) -> View:
    return msgspec.structs.replace(view, table=msgspec.structs.replace(view.table, phase="plan"))


def page(view: View, language: Language = "zh") -> tuple[plan.PlanPicture, plan.PlanReading]:
    shown = scene(in_plan(view), language)
    reading = plan.read(shown, plan.first_draft(shown))
    return plan.plan_page(shown, reading), reading


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_seat_can_read_its_plan_in_both_languages(language: Language) -> None:
    for view in (production(), sales()):
        picture, _ = page(view, language)
        assert all(line.title and line.verdict for line in picture.lines)


def test_the_hours_shown_add_up() -> None:
    picture, reading = page(production())
    lines = sum(line.hours for line in picture.lines)
    assert lines + reading.shown.own_work + reading.shown.overtime_unused == reading.shown.hours
    assert picture.supply.arithmetic == "基本 13 − 疲劳 1 = 12"


def test_a_line_shows_its_setup_its_units_and_what_comes_from_stock() -> None:
    picture, _ = page(production())
    lamps = picture.lines[0]
    assert lamps.tray is not None
    looks = [unit.blocks[0].look for unit in lamps.tray.units]
    assert looks == ["setup", "solid", "solid"]
    assert any("库存" in note.text for note in lamps.notes)
    assert lamps.verdict == "3/3 按期"


def test_the_plan_says_what_inputs_that_come_early_would_change() -> None:
    threads = production().threads
    later = tuple(msgspec.structs.replace(p, due=3) if p.commitment == 3 else p for p in threads.promises)
    picture, reading = page(production(hours=20, threads=msgspec.structs.replace(threads, promises=later)))
    assert reading.early is not None
    assert any("材料若提前到，本周就开工，再用 7 工时" in note.text for note in picture.lines[1].notes)
    assert not any("提前到" in note.text for note in picture.lines[0].notes)
    assert picture.left.line == f"材料若提前到，只剩 {reading.shown.left - 7} 工时"
    assert reading.early.kpi != reading.shown.kpi
    assert picture.leaning.kpi_note == f"材料若提前到、本周就开工，KPI 会是 {reading.early.kpi}"
    # what the plan promises to do does not change
    assert picture.lines[1].verdict == "0/1 第 3 周才到期"


def test_a_plan_that_waits_for_nothing_later_needs_no_second_figure() -> None:
    picture, reading = page(production(hours=20))
    assert reading.early is None
    assert picture.leaning.kpi_note == ""


def test_placed_left_and_unused_overtime_make_up_the_hours_of_the_week() -> None:
    shown = scene(in_plan(production(hours=12)))
    for draft in (plan.first_draft(shown), plan.first_draft(shown).with_overtime(2).with_own_work(3)):
        placed = plan.plan_page(shown, plan.read(shown, draft)).supply.placed
        parts, total = placed.split(" = ")
        assert sum(int(part.split()[-1]) for part in parts.split(" + ")) == int(total)


def test_missing_hours_stand_as_outlines() -> None:
    picture, _ = page(production(hours=9, own_hours=9))
    custom = picture.lines[1]
    assert custom.tray is not None
    assert {unit.blocks[0].look for unit in custom.tray.units} == {"missing"}


def test_a_promise_that_falls_due_and_is_not_covered_is_asked_about_once() -> None:
    shown = scene(in_plan(production(hours=4, own_hours=4)))
    reading = plan.read(shown, plan.first_draft(shown))
    bar = plan.now(shown, reading, History(reading.draft), "")
    assert bar.question is not None
    assert any("标准灯" in line for line in bar.question.lines)
    rows = plan.ledger_rows(shown, reading, ledger(shown).promised, 1)
    lamps = next(row for row in rows if row.id == 1 and not row.sheet)
    assert lamps.state == "risk"
    assert lamps.selected


def test_a_plan_that_keeps_all_is_not_asked_about() -> None:
    shown = scene(in_plan(production()))
    reading = plan.read(shown, plan.first_draft(shown))
    assert plan.now(shown, reading, History(reading.draft), "").question is None
    states = {
        row.id: row.state for row in plan.ledger_rows(shown, reading, ledger(shown).promised, None) if not row.sheet
    }
    assert states[1] == "in_plan"


def test_orders_say_what_they_ship_from() -> None:
    picture, _ = page(sales())
    orders = [line for line in picture.lines if line.tray is None]
    assert "库存 1" in orders[0].no_tray
    assert "生产答应的 3" in orders[0].no_tray
    assert orders[1].no_tray == "用生产答应的 1，不占工时"


def test_overtime_is_absent_until_the_case_opens_it() -> None:
    rules = tuple(rule for rule in RULE_NAMES if rule != "overtime")
    picture, _ = page(production(rules=rules))
    assert picture.supply.overtime_most == 0
    assert page(production())[0].supply.overtime_most == 6


def test_nothing_promised_says_where_the_hours_go() -> None:
    picture, reading = page(production(threads=msgspec.structs.replace(production().threads, promises=())))
    assert picture.lines == ()
    assert reading.shown.left == 12
    assert len(picture.left.row.units[0].blocks) == 5


def test_shipping_from_stock_only_is_offered_where_it_makes_a_difference() -> None:
    shown = scene(in_plan(production()))
    offers = [line.kind for _, _, line in addable(shown, plan.first_draft(shown))]
    assert offers.count("ship") == 1
    bare = scene(in_plan(production(stock=(OwnStock(shown.view.me.stock[0].service, 0),))))
    assert all(line.kind == "make" for _, _, line in addable(bare, plan.first_draft(bare)))


def test_before_the_first_deliver_no_kpi_is_compared() -> None:
    leaning = page(production(figures=(), results=()))[0].leaning
    assert leaning.kpi_now == ""
    assert leaning.kpi_change == ""
    assert leaning.index == ""


def short(warned: int = 0) -> View:
    """Production with too few hours for the lamps that fall due now."""
    due = promise(1, SALES, PRODUCTION, LAMP, 3, 2, warned=warned)
    return in_plan(production(hours=4, own_hours=4, threads=threads((), (due,))))


def test_a_plan_that_breaks_a_promise_offers_to_warn_first() -> None:
    shown = scene(short())
    reading = plan.read(shown, plan.first_draft(shown))
    question = plan.now(shown, reading, History(reading.draft), "").question
    assert question is not None
    assert question.other == "先预警"
    assert any("还没预警" in line for line in question.lines)
    sent = warnings(shown, reading.shown)
    assert [(warn.commitment, warn.units) for warn in sent] == [(1, 2)]
    felt = plan.plan_page(shown, reading).leaning.felt[0]
    assert felt.warn == sent[0]


def test_who_was_warned_this_week_is_not_warned_again() -> None:
    shown = scene(short(warned=2))
    reading = plan.read(shown, plan.first_draft(shown))
    question = plan.now(shown, reading, History(reading.draft), "").question
    assert question is not None
    assert question.other == ""
    assert any("已预警" in line for line in question.lines)
    felt = plan.plan_page(shown, reading).leaning.felt[0]
    assert felt.warn is None
    assert "已预警" in felt.line


def test_a_line_that_waits_for_a_warned_delivery_says_so_and_is_at_risk() -> None:
    drawing = promise(3, PRODUCTION, ENGINEERING, DRAWING, 1, 2, warned=2)
    given = threads((), (promise(2, SALES, PRODUCTION, CUSTOM, 1, 2), drawing))
    shown = scene(in_plan(production(threads=given)))
    reading = plan.read(shown, plan.first_draft(shown))
    notes = [note for line in plan.plan_page(shown, reading).lines for note in line.notes]
    assert any("研发已预警" in note.text and note.tone == "caution" for note in notes)
    rows = plan.ledger_rows(shown, reading, ledger(shown).promised, None)
    assert [row.state for row in rows if row.id == 2] == ["risk"]


def test_a_warned_delivery_is_named_with_what_it_lacks() -> None:
    drawing = promise(3, PRODUCTION, ENGINEERING, DRAWING, 1, 2, warned=2, missing=1)
    given = threads((), (promise(2, SALES, PRODUCTION, CUSTOM, 1, 2), drawing))
    shown = scene(in_plan(production(threads=given)))
    notes = [n.text for x in plan.plan_page(shown, plan.read(shown, plan.first_draft(shown))).lines for n in x.notes]
    assert any(text.startswith("研发已预警缺图纸 ×1：") for text in notes)


def test_while_the_game_is_paused_no_plan_goes_in() -> None:
    view = in_plan(production())
    shown = scene(msgspec.structs.replace(view, room=msgspec.structs.replace(view.room, paused=True)))
    reading = plan.read(shown, plan.first_draft(shown))
    assert not plan.now(shown, reading, History(reading.draft), "").enabled


def test_meeting_hours_are_in_the_arithmetic() -> None:
    assert "开会 1" in plan.arithmetic(scene(in_plan(production(meetings=1, hours=11))))


def test_english_names_the_unit_of_money_once_above_the_lines_of_a_plan() -> None:
    shown = scene(in_plan(sales()), "en")
    page = plan.plan_page(shown, plan.read(shown, plan.first_draft(shown)))
    money = shown.pick(shown.cast.money)
    assert money in page.order_note
    assert any("earns" in line.verdict for line in page.lines)
    assert not any(money in line.verdict for line in page.lines)
    plain = scene(in_plan(production()), "en")
    assert money not in plan.plan_page(plain, plan.read(plain, plan.first_draft(plain))).order_note


def input_notes(view: View, language: Language = "zh") -> list[str]:
    picture, _ = page(view, language)
    return [note.text for note in picture.lines[-1].notes]


def with_inputs(hours: int = 40, **stock: int) -> View:
    """Lamps and custom lamps both want a drawing; custom lamps a specification too."""
    base = production(hours=hours)
    wants = {LAMP: (Input(DRAWING, 1),), CUSTOM: (Input(DRAWING, 1), Input(SPEC, 1))}
    services = tuple(
        msgspec.structs.replace(s, inputs=wants[s.service]) if s.service in wants else s for s in base.board.services
    )
    kept = threads((), (promise(1, SALES, PRODUCTION, LAMP, 2, 2), promise(2, SALES, PRODUCTION, CUSTOM, 2, 2)))
    here = tuple(OwnStock(what, stock[name]) for name, what in (("drawing", DRAWING), ("spec", SPEC)) if name in stock)
    me = msgspec.structs.replace(base.me, stock=here)
    board = msgspec.structs.replace(base.board, services=services)
    return msgspec.structs.replace(base, threads=kept, me=me, board=board)


def test_only_the_input_that_is_missing_is_named() -> None:
    assert "缺客户要求，2 台做不了" in input_notes(with_inputs(drawing=4))


def test_an_input_that_another_line_of_mine_takes_is_said_to_go_there() -> None:
    assert "图纸先给了标准灯（它先做），2 台做不了" in input_notes(with_inputs(drawing=2, spec=2))
    both = "缺客户要求；图纸先给了标准灯（它先做），2 台做不了"
    assert both in input_notes(with_inputs(drawing=2))
    english = input_notes(with_inputs(drawing=2, spec=2), "en")
    assert any("Drawing used by Standard lamp first" in note for note in english)


def test_hours_that_a_line_above_holds_for_inputs_are_said_and_by_whom() -> None:
    """Hours are left and the lamps would fit: a line above keeps them for a drawing that does not come."""
    waits, small = promise(2, SALES, PRODUCTION, CUSTOM, 3, 4), promise(1, SALES, PRODUCTION, LAMP, 6, 4)
    shown = scene(in_plan(production(hours=12, own_hours=12, threads=threads((), (waits, small)))))
    draft = plan.first_draft(shown)
    upside = replace(draft, lines=tuple(sorted(draft.lines, key=lambda line: line.target != waits.commitment)))
    texts = [note.text for line in plan.plan_page(shown, plan.read(shown, upside)).lines for note in line.notes]
    assert any("先留给了上面" in text for text in texts)
