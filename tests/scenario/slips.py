"""One mistake each in a good case: what the gate calls it, where it stands, and what may stand there."""

from typing import NamedTuple

from sandgame.rules.scenario import MEASURE_NAMES
from sandgame.scenario.faults import FaultCode

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
LENGTH, SILO = '"length": ', '\n      "silo_path'
"""Of the benchmarks; anchors have lengths too."""
DEPARTMENTS, SERVICES = "SAL, ENG, PRD", "SP, AI, DR, A, C"
METRICS = (
    "booked_revenue, delivered_revenue, own_work, overtime, setups, utilisation, purchase_price, stock_value, "
    "commitments_kept, bad_units, spending, directives, satisfaction"
)

OF_THE_STARTER = [
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
    Slip("unknown_field", YAML, "variants:\n", "⟦mesures: {}\nvariants:\n", "mesures"),
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
    Slip("no_json", JSON, f"{LENGTH}4,{SILO}", f"{LENGTH}4, ⟦# weeks{SILO}"),
    Slip("unknown_field", JSON, f"{LENGTH}4,{SILO}", f'{LENGTH}4, ⟦"weeks": 4,{SILO}', "lengths[2].weeks"),
    Slip("benchmarks_stale", JSON, '"fingerprint": "fa', '"fingerprint": ⟦"af', "fingerprint"),
    Slip("benchmarks_length", JSON, f"{LENGTH}4,{SILO}", f"{LENGTH}⟦5,{SILO}", "lengths[2].length", "4"),
    Slip("benchmarks_path", JSON, "[59, 217, 263, 304]", "⟦[59, 217, 304]", "lengths[2].silo_path", "4"),
    Slip("benchmarks_best", JSON, '"1": 1277', '"1": ⟦0', "lengths[2].best.1"),
    Slip("wrong_key", JSON, '"1": 1277', '⟦"01": 1277', "lengths[2].best.01", "0–999999"),
]  # fmt: skip

MEASURES = "measures:\n"
GOAL = "  shared_goal: {price: 0, from: 2}"
MAP = "  service_map: {price: 20}"
HELD = "  cross_training: {held: true}"
HOURS = "      - {hours: {department: PRD, change: -3}}"
COST = "      - {cost: {service: A, cost: 15}}"
RUSH = "order: {owner: SAL, service: A, units: 4, options: [{due: 0, price: 80}, {due: 1, price: 70}], expiry: 2"
QUIET = "[{hours: {department: ENG, change: 2}}]"
AT = "deck.rush.effects"
NAMES = ", ".join(MEASURE_NAMES)

OF_MEASURES_AND_CARDS = [
    # measures
    Slip("unknown_field", YAML, MAP, "  ⟦service_mpa: {price: 20}", "measures.service_mpa", NAMES),
    Slip("unknown_field", YAML, MAP, "  service_map: {⟦cost: 20}", "measures.service_map.cost", "price, from, held"),
    Slip("unknown_field", YAML, MAP, "  service_map: {price: 20, ⟦from_: 2}", "measures.service_map.from_"),
    Slip("wrong_type", YAML, MAP, "  service_map: ⟦20", "measures.service_map", "mapping"),
    Slip("wrong_type", YAML, MAP, "  ⟦service_map:", "measures.service_map", "mapping"),
    Slip("wrong_type", YAML, MAP, "  service_map: {price: ⟦free}", "measures.service_map.price", "integer"),
    Slip("wrong_type", YAML, HELD, "  cross_training: {held: ⟦1}", "measures.cross_training.held", "boolean"),
    Slip("wrong_type", YAML, f"{MEASURES}{GOAL}\n{MAP}\n{HELD}", "measures: ⟦[service_map]", "measures", "mapping"),
    Slip("out_of_range", YAML, MAP, "  service_map: {price: ⟦-1}", "measures.service_map.price", "0–100000"),
    Slip("out_of_range", YAML, GOAL, "  shared_goal: {price: 0, from: ⟦0}", "measures.shared_goal.from", "1–12"),
    Slip("out_of_range", YAML, GOAL, "  shared_goal: {price: 0, from: ⟦13}", "measures.shared_goal.from", "1–12"),
    Slip("missing_field", YAML, MAP, "  service_map: ⟦{}", "measures.service_map.price"),
    Slip("missing_field", YAML, HELD, "  cross_training: ⟦{held: false}", "measures.cross_training.price"),
    Slip("duplicate_key", YAML, MAP, f"{MAP}\n  ⟦service_map: {{price: 5}}", "measures.service_map"),
    Slip("measure_held", YAML, HELD, "  cross_training: {held: true, ⟦price: 5}", "measures.cross_training.price"),
    Slip("measure_held", YAML, HELD, "  cross_training: {held: true, ⟦from: 2}", "measures.cross_training.from"),
    Slip("measure_too_late", YAML, GOAL, "  shared_goal: {price: 0, from: ⟦4}", "measures.shared_goal.from", "1–3"),
    # cards
    Slip("wrong_key", YAML, "  quiet:\n", "  ⟦quiet week:\n", "deck.quiet week", "a–z A–Z 0–9 _ -, 1–16"),
    Slip("missing_field", YAML, f"  quiet:\n    effects: {QUIET}", "  quiet:\n    ⟦public: true", "deck.quiet.effects"),
    Slip("wrong_count", YAML, QUIET, "⟦[]", "deck.quiet.effects", "1–6"),
    Slip("wrong_type", YAML, QUIET, "⟦{hours: {department: ENG, change: 2}}", "deck.quiet.effects", "list"),
    Slip("wrong_type", YAML, "    public: true", "    public: ⟦all", "deck.rush.public", "boolean"),
    Slip("wrong_type", YAML, "    from: 2\n", '    from: ⟦"2"\n', "deck.rush.from", "integer"),
    Slip("out_of_range", YAML, "    from: 2\n", "    from: ⟦0\n", "deck.rush.from", "1–12"),
    Slip("arrives_too_late", YAML, "    from: 2\n", "    from: ⟦5\n", "deck.rush.from", "1–4"),
    Slip("unknown_field", YAML, "    from: 2\n", "    ⟦week: 2\n", "deck.rush.week", "from, public, effects"),
    Slip("unknown_field", YAML, COST, "      - {⟦price: {service: A, cost: 15}}", f"{AT}[1].price",
         "hours, cost, order"),
    Slip("effect_not_one", YAML, COST, "      - ⟦{}", f"{AT}[1]", "hours, cost, order"),
    Slip("effect_not_one", YAML, COST, "      - ⟦{cost: }", f"{AT}[1]", "hours, cost, order"),
    Slip("effect_not_one", YAML, HOURS, f"      - ⟦{HOURS[8:-1]}, cost: {{service: A, cost: 15}}}}", f"{AT}[0]"),
    # hours and cost
    Slip("unknown_department", YAML, HOURS, HOURS.replace("PRD", "⟦QUA"), f"{AT}[0].hours.department", DEPARTMENTS),
    Slip("missing_field", YAML, HOURS, "      - {hours: ⟦{department: PRD}}", f"{AT}[0].hours.change"),
    Slip("missing_field", YAML, HOURS, "      - {hours: ⟦{change: 2}}", f"{AT}[0].hours.department"),
    Slip("effect_empty", YAML, HOURS, HOURS.replace("-3", "⟦0"), f"{AT}[0].hours.change"),
    Slip("out_of_range", YAML, HOURS, HOURS.replace("-3", "⟦-100"), f"{AT}[0].hours.change", "-99–99"),
    Slip("taken_twice", YAML, COST, HOURS.replace("PRD", "⟦PRD"), f"{AT}[1].hours.department"),
    Slip("taken_twice", YAML, HOURS, COST, f"{AT}[1].cost.service"),
    Slip("unknown_service", YAML, COST, COST.replace("A, cost", "⟦B, cost"), f"{AT}[1].cost.service", SERVICES),
    Slip("missing_field", YAML, COST, "      - {cost: ⟦{service: A}}", f"{AT}[1].cost.cost"),
    Slip("out_of_range", YAML, COST, COST.replace("15", "⟦-5"), f"{AT}[1].cost.cost", "0–100000"),
    # orders
    Slip("unknown_department", YAML, RUSH, RUSH.replace("SAL", "⟦QUA"), f"{AT}[2].order.owner", DEPARTMENTS),
    Slip("unknown_service", YAML, RUSH, RUSH.replace("service: A", "service: ⟦B"), f"{AT}[2].order.service",
         SERVICES),
    Slip("order_not_received", YAML, RUSH, RUSH.replace("service: A", "service: ⟦SP"), f"{AT}[2].order.service",
         "A, C"),
    Slip("order_not_received", YAML, RUSH, RUSH.replace("SAL, service: A", "ENG, service: ⟦DR"),
         f"{AT}[2].order.service", "SP"),
    Slip("missing_field", YAML, RUSH, RUSH.replace("order: {", "order: ⟦{").replace(", expiry: 2", ""),
         f"{AT}[2].order.expiry"),
    Slip("unknown_field", YAML, RUSH, RUSH.replace("expiry", "⟦expires"), f"{AT}[2].order.expires"),
    Slip("unknown_field", YAML, RUSH, RUSH.replace("units: 4", "units: 4, ⟦arrives: 2"), f"{AT}[2].order.arrives"),
    Slip("out_of_range", YAML, RUSH, RUSH.replace("units: 4", "units: ⟦0"), f"{AT}[2].order.units", "1–999"),
    Slip("out_of_range", YAML, RUSH, RUSH.replace("due: 0", "due: ⟦-1"), f"{AT}[2].order.options[0].due", "0–11"),
    Slip("out_of_range", YAML, RUSH, RUSH.replace("expiry: 2", "expiry: ⟦12"), f"{AT}[2].order.expiry", "0–11"),
    Slip("wrong_count", YAML, RUSH, RUSH.replace("[{due: 0, price: 80}, {due: 1, price: 70}]", "⟦[]"),
         f"{AT}[2].order.options", "1–4"),
    Slip("due_after_expiry", YAML, RUSH, RUSH.replace("due: 1", "due: ⟦3"), f"{AT}[2].order.options[1].due", "0–2"),
    Slip("options_not_rising", YAML, RUSH, RUSH.replace("due: 1", "due: ⟦0"), f"{AT}[2].order.options[1].due", "1–"),
    Slip("options_not_rising", YAML, RUSH, RUSH.replace("70", "⟦81"), f"{AT}[2].order.options[1].price", "–80"),
    Slip("card_too_late", YAML, RUSH,
         RUSH.replace("due: 0", "due: ⟦3").replace("due: 1", "due: 4").replace("expiry: 2", "expiry: 5"),
         f"{AT}[2].order.options[0].due", "0–2"),
    # the words of cards
    Slip("word_missing", ZH, "card.rush.purpose = rush purpose\n", "", "card.rush.purpose"),
    Slip("word_missing", EN, "card.quiet.title = quiet title\n", "", "card.quiet.title"),
    Slip("word_empty", EN, "card.rush.effect = rush effect", "card.rush.effect = ⟦", "card.rush.effect"),
    Slip("word_unknown", ZH, "card.rush.title", "⟦card.rush.name", "card.rush.name"),
    Slip("word_unknown", EN, "card.quiet.question", "⟦card.silent.question", "card.silent.question"),
    Slip("word_too_long", ZH, "rush title", f"⟦{'急' * 41}", "card.rush.title", "40"),
    Slip("word_too_long", EN, "rush effect", f"⟦{'a' * 121}", "card.rush.effect", "120"),
    Slip("word_too_long", EN, "rush question", f"⟦{'a' * 201}", "card.rush.question", "200"),
]  # fmt: skip

SIX, FROM_LOG = "SAL, ENG, PRO, PRD, QUA, LOG", "LA, LB, LC"
OF_THE_FACTORY = [
    Slip("unknown_department", YAML, "M: {provider: PRO", "M: {provider: ⟦PUR", "services.M.provider", SIX),
    Slip("own_receiver", YAML, "K: {provider: PRO, receivers: [PRD]", "K: {provider: PRO, receivers: [⟦PRO]",
         "services.K.receivers[0]"),
    Slip("input_not_received", YAML, "K: {provider: PRO, receivers: [PRD]", "K: {provider: PRO, receivers: [LOG]",
         "services.B.inputs.K"),
    Slip("input_not_received", YAML, "inputs: {A: 1, QC: 1}", "inputs: {A: 1, ⟦M: 1}", "services.LA.inputs.M"),
    Slip("service_cycle", YAML, "inputs: {SP: 1}", "⟦inputs: {LC: 1}", "services.DR.inputs"),
    Slip("order_not_received", YAML, "o1: {owner: SAL, service: LA", "o1: {owner: SAL, service: ⟦A",
         "orders.o1.service", FROM_LOG),
    Slip("stock_not_used", YAML, "stock: {M: 2}", "stock: {⟦A: 2}", "departments.PRO.stock.A"),
    Slip("incident_not_own", YAML, "department: PRO, service: M, cost: 14}\n  metal-dear-6",
         "department: PRD, service: ⟦M, cost: 14}\n  metal-dear-6", "incidents.metal-dear-5.service", "A, B, C"),
    Slip("too_short_to_play", YAML, "lengths: [5, 6, 8]", "lengths: [⟦2, 5, 6, 8]", "lengths[0]", "3–12"),
    Slip("arrives_too_late", YAML, "lengths: [5, 6, 8]", "lengths: [3, 4]", "orders.o7.options[0].due", "1–4"),
    Slip("taken_twice", YAML, "colour: 6", "colour: ⟦5", "departments.LOG.colour"),
    Slip("word_unknown", EN, "department.QUA.name", "⟦department.QAU.name", "department.QAU.name"),
    Slip("word_missing", EN, "order.o15 = ", "# order.o15 = ", "order.o15"),
]  # fmt: skip
