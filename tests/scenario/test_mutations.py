"""One mistake at a time in a good case: the gate names it, where it stands, and what may stand there."""

from pathlib import Path
from typing import NamedTuple

import pytest

from sandgame.scenario.faults import Fault, FaultCode
from sandgame.text.speech import LANGUAGES, Speech
from tests.scenario.desk import copied, refused, spoiled

YAML, ZH, EN, JSON = "scenario.yaml", "words.zh.txt", "words.en.txt", "benchmarks.json"


class Slip(NamedTuple):
    code: FaultCode
    file: str
    old: str
    new: str
    field: str = ""
    allowed: str = ""


O1 = "o1: {owner: SAL, service: A, units: 4, arrives: 1, options: [{due: 1, price: 60}, {due: 2, price: 56}]"
O6 = "arrives: 3, options: [{due: 4, price: 136}], late: 8, expires: 4, lost: 20}"
OWN = "      - {metric: own_work, weight: 60, zero_at: 0, full_at: 36}"
KEPT = "      - {metric: commitments_kept, weight: 40, zero_at: 0, full_at: 100}"
AID = "AI: {provider: ENG, receivers: [PRD], effort: 2, customer: functional, aid: {hours: 3, limit: 2}}"
DEPARTMENTS, SERVICES = "SAL, ENG, PRD", "SP, AI, DR, A, C"
METRICS = (
    "booked_revenue, delivered_revenue, own_work, overtime, setups, utilisation, purchase_price, stock_value, "
    "commitments_kept, bad_units, spending, directives, satisfaction"
)

SLIPS = [
    # the file as such
    Slip("no_yaml", YAML, "pool: 2", "pool: ⟦[2\n"),
    Slip("no_yaml", YAML, "pool: 2", "pool: 2\n⟦\tpurpose: class"),
    Slip("no_yaml", YAML, "purpose: starter", "purpose: ⟦@starter"),
    Slip("several_documents", YAML, "pool: 2", "pool: 2\n⟦---\n"),
    Slip("alias", YAML, "  SAL:\n    icon", "  SAL: ⟦&sales\n    icon", "departments.SAL"),
    Slip("tag", YAML, "pool: 2", "pool: ⟦!!python/object:os.system 2", "pool"),
    Slip("too_deep", YAML, "pool: 2", "pool: [[[[[[[[[[[⟦[2]]]]]]]]]]]]", allowed="12"),
    Slip("duplicate_key", YAML, "pool: 2", "pool: 2\n⟦pool: 3", "pool"),
    Slip("duplicate_key", YAML, "  DR: {", "  ⟦SP: {provider: ENG}\n  DR: {", "services.SP"),
    Slip("wrong_type", YAML, "", "⟦\n", allowed="mapping"),
    Slip("wrong_type", YAML, "", "⟦- one\n- two\n", allowed="mapping"),
    # single fields
    Slip("unknown_field", YAML, "complexity: 50}", "complexity: 50, ⟦lead_time: 1}", "services.SP.lead_time"),
    Slip("unknown_field", YAML, "late: 4, expires: 3", "⟦latte: 4, expires: 3", "orders.o1.latte"),
    Slip("unknown_field", YAML, "variants:\n", "⟦measures: {}\nvariants:\n", "measures"),
    Slip("missing_field", YAML, "schema_version: 1\npurpose: starter\n", "⟦schema_version: 1\n", "purpose"),
    Slip("missing_field", YAML, "{owner: SAL, service: A, units: 5", "⟦{service: A, units: 5", "orders.o3.owner"),
    Slip("missing_field", YAML, "  DR: {provider: ENG,", "  DR: ⟦{", "services.DR.provider"),
    Slip("wrong_type", YAML, "pool: 2", "pool: ⟦two", "pool", "integer"),
    Slip("wrong_type", YAML, "pool: 2", "pool: ⟦2.5", "pool", "integer"),
    Slip("wrong_type", YAML, "pool: 2", 'pool: ⟦"2"', "pool", "integer"),
    Slip("wrong_type", YAML, "pool: 2", "⟦pool:", "pool", "integer"),
    Slip("wrong_type", YAML, "pool: 2", "pool: ⟦true", "pool", "integer"),
    Slip("wrong_type", YAML, "icon: handshake", "icon: ⟦7", "departments.SAL.icon", "text"),
    Slip("wrong_type", YAML, "lengths: [3, 4]", "lengths: ⟦4", "lengths", "list"),
    Slip("wrong_type", YAML, "    bots: {own_work: 6}", "    bots: ⟦[6]", "departments.SAL.bots", "mapping"),
    Slip("wrong_type", YAML, O6, O6[:-1] + ", directive: ⟦yes}", "orders.o6.directive", "boolean"),
    Slip("out_of_range", YAML, "pool: 2", "pool: ⟦-1", "pool", "0–99"),
    Slip("out_of_range", YAML, "pool: 2", "pool: ⟦999999999999999999", "pool", "0–99"),
    Slip("out_of_range", YAML, "lengths: [3, 4]", "lengths: [3, ⟦13]", "lengths[1]", "2–12"),
    Slip("out_of_range", YAML, "lengths: [3, 4]", "lengths: [⟦1, 4]", "lengths[0]", "2–12"),
    Slip("out_of_range", YAML, O6, O6.replace("due: 4", "due: ⟦13"), "orders.o6.options[0].due", "1–12"),
    Slip("out_of_range", YAML, "complexity: 50", "complexity: ⟦101", "services.SP.complexity", "0–100"),
    Slip("wrong_choice", YAML, "purpose: starter", "purpose: ⟦lesson", "purpose", "class, starter, teaching"),
    Slip("wrong_choice", YAML, KEPT, KEPT.replace("commitments_", "⟦"), "departments.ENG.kpi[1].metric", METRICS),
    Slip("wrong_choice", YAML, "pool: 2", "pool: 2\nopens: {lend: ⟦later}", "opens.lend", "1–12, never"),
    Slip("wrong_choice", YAML, "pool: 2", "pool: 2\nopens: {lend: ⟦13}", "opens.lend", "1–12, never"),
    Slip("wrong_count", YAML, "place: [800, 300]", "place: ⟦[800]", "departments.SAL.place", "2"),
    Slip("wrong_count", YAML, O6, O6.replace("[{due: 4, price: 136}]", "⟦[]"), "orders.o6.options", "1–4"),
    Slip("wrong_key", YAML, "  upkeep: {", "  ⟦up keep: {", "incidents.up keep", "a–z A–Z 0–9 _ -, 1–16"),
    Slip("wrong_version", YAML, "schema_version: 1", "schema_version: ⟦2", "schema_version", "1"),
    # how fields fit together
    Slip("unknown_department", YAML, "SP: {provider: SAL", "SP: {provider: ⟦X", "services.SP.provider", DEPARTMENTS),
    Slip("unknown_department", YAML, "receivers: [ENG]", "receivers: [⟦QUA]", "services.SP.receivers[0]", DEPARTMENTS),
    Slip("unknown_department", YAML, "o1: {owner: SAL", "o1: {owner: ⟦SLA", "orders.o1.owner", DEPARTMENTS),
    Slip("unknown_department", YAML, "bottleneck: PRD", "bottleneck: ⟦PDR", "bots.bottleneck", DEPARTMENTS),
    Slip("unknown_department", YAML, "department: PRD", "department: ⟦prd", "incidents.upkeep.department", DEPARTMENTS),
    Slip("unknown_service", YAML, "inputs: {DR: 1}", "inputs: {⟦DRW: 1}", "services.C.inputs.DRW", SERVICES),
    Slip("unknown_service", YAML, O1, O1.replace("service: A", "service: ⟦B"), "orders.o1.service", SERVICES),
    Slip("unknown_service", YAML, "    bots: {own_work: 3}", "    stock: {⟦X: 1}", "departments.PRD.stock.X", SERVICES),
    Slip("unknown_icon", YAML, "icon: factory", "icon: ⟦factroy", "departments.PRD.icon"),
    Slip("taken_twice", YAML, "colour: 4", "colour: ⟦1", "departments.PRD.colour"),
    Slip("taken_twice", YAML, "place: [200, 300]", "place: ⟦[800, 300]", "departments.PRD.place"),
    Slip("taken_twice", YAML, KEPT, KEPT.replace("commitments_kept", "⟦own_work"), "departments.ENG.kpi[1].metric"),
    Slip("own_receiver", YAML, "receivers: [ENG]", "receivers: [ENG, ⟦SAL]", "services.SP.receivers[1]"),
    Slip("service_cycle", YAML, "effort: 2, complexity: 50", "effort: 2, ⟦inputs: {C: 1}", "services.SP.inputs"),
    Slip("input_not_received", YAML, "inputs: {SP: 1}", "inputs: {SP: 1, ⟦C: 1}", "services.DR.inputs.C"),
    Slip("stock_not_used", YAML, "    bots: {own_work: 8}", "    stock: {⟦A: 2}", "departments.ENG.stock.A"),
    Slip("stock_not_used", YAML, "    bots: {own_work: 3}", "    stock: {⟦AI: 2}", "departments.PRD.stock.AI"),
    Slip("aid_not_plain", YAML, AID, AID[:-1] + ", ⟦inputs: {SP: 1}}", "services.AI.inputs"),
    Slip("aid_not_plain", YAML, AID, AID[:-1] + ", lead: ⟦1}", "services.AI.lead", "0"),
    Slip("aid_not_plain", YAML, AID, AID.replace("[PRD]", "⟦[PRD, SAL]"), "services.AI.receivers"),
    Slip("aid_not_plain", YAML, AID, AID[:-1] + ", relation: ⟦control}", "services.AI.relation", "guidance"),
    Slip("aid_not_plain", YAML, "inputs: {DR: 1}", "inputs: {DR: 1, ⟦AI: 1}", "services.C.inputs.AI"),
    Slip("order_not_received", YAML, O1, O1.replace("service: A", "service: ⟦SP"), "orders.o1.service", "A, C"),
    Slip("order_not_received", YAML, O1, O1.replace("owner: SAL, service: A", "owner: PRD, service: ⟦AI"),
         "orders.o1.service", "DR"),
    Slip("due_before_arrival", YAML, O6, O6.replace("due: 4", "due: ⟦2"), "orders.o6.options[0].due", "3–4"),
    Slip("due_after_expiry", YAML, O6, O6.replace("due: 4", "due: ⟦5"), "orders.o6.options[0].due", "3–4"),
    Slip("options_not_rising", YAML, O1, O1.replace("due: 2", "due: ⟦1"), "orders.o1.options[1].due", "2–"),
    Slip("options_not_rising", YAML, O1, O1.replace("56", "⟦61"), "orders.o1.options[1].price", "–60"),
    Slip("arrives_too_late", YAML, O6, O6.replace("expires: 4", "expires: 9").replace("due: 4", "due: ⟦9"),
         "orders.o6.options[0].due", "1–4"),
    Slip("arrives_too_late", YAML, "upkeep: {week: 3", "upkeep: {week: ⟦5", "incidents.upkeep.week", "1–4"),
    Slip("weights_not_100", YAML, f"    kpi:\n{OWN}\n{KEPT}", f"    ⟦kpi:\n{OWN.replace('60', '70')}\n{KEPT}",
         "departments.ENG.kpi", "100"),
    Slip("floor_is_target", YAML, KEPT, KEPT.replace("full_at: 100", "full_at: ⟦0"), "departments.ENG.kpi[1].full_at"),
    Slip("lengths_not_rising", YAML, "lengths: [3, 4]", "lengths: ⟦[4, 3]", "lengths"),
    Slip("too_short_to_play", YAML, "lengths: [3, 4]", "lengths: [⟦2, 4]", "lengths[0]", "3–12"),
    Slip("minutes_not_fitting", YAML, "minutes: [20, 25]", "minutes: ⟦[20]", "minutes", "2"),
    Slip("incident_empty", YAML, "department: PRD, hours: -4", "department: PRD", "incidents.upkeep"),
    Slip("incident_empty", YAML, "hours: -4", "hours: -4, cost: 9", "incidents.upkeep"),
    Slip("incident_not_own", YAML, "hours: -4", "service: ⟦DR, cost: 4", "incidents.upkeep.service", "A, C"),
    # words
    Slip("no_equals", ZH, "title = 餐车上街", "title = 餐车上街\n  ⟦餐车上街了"),
    Slip("word_twice", EN, "money = thousand yuan", "money = thousand yuan\n⟦title = Again", "title"),
    Slip("word_unknown", EN, "money = ", "⟦department.SLA.name = Sales\nmoney = ", "department.SLA.name"),
    Slip("word_unknown", ZH, "brief.4 = ", "⟦brief.5 = 第五周\nbrief.4 = ", "brief.5"),
    Slip("word_missing", ZH, "order.o3 = 大学城食堂\n", "", "order.o3"),
    Slip("word_missing", EN, "brief.2.line = Standard carts are wanted fast, custom ones exact.\n", "", "brief.2.line"),
    Slip("word_empty", EN, "order.o5 = Station Square", "order.o5 = ⟦", "order.o5"),
    Slip("word_too_long", ZH, "money = 千元", f"money = ⟦{'元' * 17}", "money", "16"),
    Slip("word_unprintable", ZH, "money = 千元", "money = 千⟦\u200b元", "money"),
    # benchmarks
    Slip("no_json", JSON, '"length": 4,', '"length": 4, ⟦# weeks\n'),
    Slip("unknown_field", JSON, '"length": 4,', '"length": 4, ⟦"weeks": 4,', "lengths[1].weeks"),
    Slip("benchmarks_stale", JSON, '"fingerprint": "fa', '"fingerprint": ⟦"af', "fingerprint"),
    Slip("benchmarks_length", JSON, '"length": 4,', '"length": ⟦5,', "lengths[1].length", "4"),
    Slip("benchmarks_path", JSON, "[59, 217, 263, 304]", "⟦[59, 217, 304]", "lengths[1].silo_path", "4"),
    Slip("benchmarks_best", JSON, '"1": 1277', '"1": ⟦0', "lengths[1].best.1"),
    Slip("wrong_key", JSON, '"1": 1277', '⟦"01": 1277', "lengths[1].best.01", "0–999999"),
]  # fmt: skip


def fault_of(slip: Slip, folder: Path) -> tuple[Fault, tuple[int, int] | None]:
    case = copied(folder)
    place = spoiled(case, slip.file, slip.old, slip.new)
    found = [fault for fault in refused(case) if fault.file == slip.file and fault.code == slip.code]
    assert found, list(refused(case))
    return found[0], place


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.code}-{slip.field or slip.new[:12].strip()}")
def test_a_mistake_is_refused_at_its_place(slip: Slip, tmp_path: Path) -> None:
    fault, place = fault_of(slip, tmp_path)
    if place is not None:
        assert (fault.line, fault.column) == place
    if slip.field:
        assert fault.field.endswith(slip.field)
    if slip.allowed:
        assert fault.allowed == slip.allowed


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.code}-{slip.field or slip.new[:12].strip()}")
def test_a_mistake_is_told_in_both_languages(slip: Slip, tmp_path: Path) -> None:
    fault, _ = fault_of(slip, tmp_path)
    for language in LANGUAGES:
        sentence = Speech(language).say(fault.key, **fault.values)
        assert sentence.endswith(("。", "."))
        assert ": ." not in sentence
        assert "：。" not in sentence
