"""One change each that an author may make: where it shows in the package, and what stands there then."""

from typing import NamedTuple

from sandgame.rules.scenario import OrderOption
from sandgame.scenario.package import Package

YAML, ZH, EN = "scenario.yaml", "words.zh.txt", "words.en.txt"


class Change(NamedTuple):
    """`path` goes by names and places: scenario.departments.0.hours."""

    old: str
    new: str
    path: str
    value: object
    file: str = YAML


def found(package: Package, path: str) -> object:
    value: object = package
    while path:
        part, _, path = path.partition(".")
        if isinstance(value, dict):
            # a key of the words has dots of its own
            key, _, last = f"{part}.{path}".rpartition(".")
            return getattr(value[key], last)
        value = value[int(part)] if isinstance(value, tuple) else getattr(value, part)
    return value


SP = "SP: {provider: SAL, receivers: [ENG], effort: 2, complexity: 50}"
AI = "aid: {hours: 3, limit: 2}"
DR = "inputs: {SP: 1}, complexity: 40}"
A = "A: {provider: PRD, receivers: [SAL], effort: 3, setup: 2, cost: 12, defect: 5, holding: 1}"
C = "effort: 5, setup: 2, inputs: {DR: 1}"
O1 = (
    "o1: {owner: SAL, service: A, units: 4, arrives: 1, "
    "options: [{due: 1, price: 60}, {due: 2, price: 56}], late: 4, expires: 3"
)
O6 = "arrives: 3, options: [{due: 4, price: 136}], late: 8, expires: 4, lost: 20}"
UPKEEP = "upkeep: {week: 3, department: PRD, hours: -4}"
VARIANTS = "variants:\n  units: [-1, 0, 0, 1]\n  prices: [95, 100, 100, 105]\n"
BOTS = "bots: {bottleneck: PRD, help: 6, hour_worth: 15, aid_worth: 20, small_buy: 8}"

OF_NUMBERS = [
    # the whole
    Change("purpose: starter", "purpose: class", "scenario.purpose", "class"),
    Change("lengths: [3, 4]\nminutes: [20, 25]", "lengths: [4]\nminutes: [25]", "scenario.lengths", (4,)),
    Change("pool: 2", "pool: 5", "scenario.pool", 5),
    Change("pool: 2\n", "", "scenario.pool", 0),
    Change("overtime_price: 6", "overtime_price: 7", "scenario.overtime_price", 7),
    Change("own_work_worth: 2", "own_work_worth: 3", "scenario.own_work_worth", 3),
    Change("company_share: 10", "company_share: 50", "scenario.company_share", 50),
    Change("known_ahead: 1", "known_ahead: 2", "scenario.foreknown", 2),
    # departments
    Change("    hours: 10\n", "    hours: 11\n", "scenario.departments.0.hours", 11),
    Change("    overtime: 6\n", "    overtime: 0\n", "scenario.departments.2.overtime", 0),
    Change("    bots: {own_work: 3}", "    stock: {A: 2}\n    bots: {own_work: 3}",
           "scenario.departments.2.stock.0.units", 2),
    Change("full_at: 36}", "full_at: 40}", "scenario.departments.1.metrics.0.target", 40),
    Change("zero_at: 8, full_at: 3", "zero_at: 9, full_at: 3", "scenario.departments.2.metrics.1.floor", 9),
    Change("metric: utilisation", "metric: satisfaction", "scenario.departments.2.metrics.2.kind", "satisfaction"),
    Change("weight: 20, zero_at: 40, full_at: 90}\n      - {metric: commitments_kept, weight: 15",
           "weight: 10, zero_at: 40, full_at: 90}\n      - {metric: commitments_kept, weight: 25",
           "scenario.departments.2.metrics.3.weight", 25),
    Change("    bots: {own_work: 6}", "    bots: {own_work: 5}", "scenario.bots.traits.0.own_work", 5),
    Change("    bots: {own_work: 3}", "    bots: {own_work: 3, keeps: 4}", "scenario.bots.traits.2.keeps", 4),
    # services
    Change(SP, SP.replace("effort: 2", "effort: 3"), "scenario.services.0.effort", 3),
    Change(SP, SP.replace("complexity: 50", "complexity: 60"), "scenario.services.0.complexity", 60),
    Change(SP, SP.replace("[ENG]", "[ENG, PRD]"), "scenario.services.0.receivers", (2, 3)),
    Change(SP, SP[:-1] + ", relation: control}", "scenario.services.0.relation", "control"),
    Change(SP, SP[:-1] + ", customer: hierarchical}", "scenario.services.0.customer", "hierarchical"),
    Change(AI, "aid: {hours: 4, limit: 2}", "scenario.services.1.aid.hours", 4),
    Change(AI, "aid: {hours: 3, limit: 1}", "scenario.services.1.aid.limit", 1),
    Change(f", {AI}", "", "scenario.services.1.aid", None),
    Change(DR, DR.replace("SP: 1", "SP: 2"), "scenario.services.2.inputs.0.units", 2),
    Change(DR, "complexity: 40}", "scenario.services.2.inputs", ()),
    Change(A, A.replace("setup: 2", "setup: 1"), "scenario.services.3.setup", 1),
    Change(A, A.replace("cost: 12", "cost: 13"), "scenario.services.3.cost", 13),
    Change(A, A[:-1] + ", standard_price: 11}", "scenario.services.3.standard_price", 11),
    Change(A, A[:-1] + ", fee: 5}", "scenario.services.3.fee", 5),
    Change(A, A[:-1] + ", lead: 1}", "scenario.services.3.lead", 1),
    Change(A, A.replace("defect: 5", "defect: 0"), "scenario.services.3.defect", 0),
    Change(A, A[:-1] + ", defect_start: 50}", "scenario.services.3.defect_start", 50),
    Change(A, A.replace("holding: 1", "holding: 2"), "scenario.services.3.holding", 2),
    Change(C, C.replace("effort: 5", "effort: 6"), "scenario.services.4.effort", 6),
    # orders
    Change(O1, O1.replace("units: 4", "units: 5"), "scenario.orders.0.units", 5),
    Change(O1, O1.replace("price: 60", "price: 61"), "scenario.orders.0.options.0.price", 61),
    Change(O1, O1.replace("{due: 1, price: 60}, ", ""), "scenario.orders.0.options.0.due", 2),
    Change(O1, O1.replace("late: 4", "late: 5"), "scenario.orders.0.late", 5),
    Change(O1, O1.replace("expires: 3", "expires: 4"), "scenario.orders.0.expiry", 4),
    Change(O1, O1.replace("A, units", "C, units"), "scenario.orders.0.service", 5),
    Change(O1, O1 + ", directive: true", "scenario.orders.0.directive", True),
    Change(O6, O6.replace("arrives: 3", "arrives: 2"), "scenario.orders.5.arrival", 2),
    Change(O6, O6.replace("lost: 20", "lost: 0"), "scenario.orders.5.lost", 0),
    # what happens, what opens, what varies
    Change(UPKEEP, UPKEEP.replace("-4", "-5"), "scenario.incidents.0.hours", -5),
    Change(UPKEEP, UPKEEP.replace("week: 3", "week: 2"), "scenario.incidents.0.round", 2),
    Change(UPKEEP, UPKEEP.replace("PRD", "ENG"), "scenario.incidents.0.seat", 2),
    Change(UPKEEP, UPKEEP.replace("hours: -4", "service: C, cost: 25"), "scenario.incidents.0.cost", 25),
    Change("pool: 2\n", "pool: 2\nopens: {lend: 2}\n", "scenario.opens.3.round", 2),
    Change("pool: 2\n", "pool: 2\nopens: {vote: never}\n", "scenario.opens.9.round", 13),
    Change(VARIANTS, "", "scenario.variation", None),
    Change("units: [-1, 0, 0, 1]", "units: [0, 2]", "scenario.variation.units", (0, 2)),
    Change("prices: [95, 100, 100, 105]", "prices: [100]", "scenario.variation.prices", (100,)),
    Change(VARIANTS, VARIANTS + "  shifts: [0, 1]\n", "scenario.variation.shifts", (0, 1)),
    Change(BOTS, BOTS.replace("PRD", "ENG"), "scenario.bots.bottleneck", 2),
    Change(BOTS, BOTS.replace("help: 6", "help: 5"), "scenario.bots.help", 5),
    Change(BOTS, BOTS.replace("hour_worth: 15", "hour_worth: 16"), "scenario.bots.hour_worth", 16),
    Change(BOTS, BOTS.replace("aid_worth: 20", "aid_worth: 0"), "scenario.bots.aid_worth", 0),
    Change(BOTS, BOTS.replace(", small_buy: 8", ""), "scenario.bots.small_buy", 0),
    # a measure that holds from the start
    Change("  cross_training: {held: true}\n", "", "scenario.measures.1.measure", "shared_goal"),
    Change("  service_map: {price: 20}", "  service_map: {held: true}", "scenario.measures.0.held", True),
    Change("measures:\n", "measures:\n  platform: {held: true}\n", "scenario.measures.3.measure", "platform"),
]  # fmt: skip

RUSH = "units: 4, options: [{due: 0, price: 80}, {due: 1, price: 70}], expiry: 2}"
EFFECTS = "scenario.deck.0.effects"
OF_ALL_BUT_NUMBERS = [
    # looks
    Change("icon: factory", "icon: hammer", "looks.2.icon", "hammer"),
    Change("colour: 2", "colour: 8", "looks.1.slot", 8),
    Change("place: [800, 300]", "place: [700, 310]", "looks.0.y", 310),
    Change("workload: 2", "workload: 1", "looks.1.weight", 1),
    Change("minutes: [20, 25]", "minutes: [15, 30]", "minutes", (15, 30)),
    Change("minutes: [20, 25]\n", "", "minutes", (13, 16)),
    # keys and ways of writing
    Change("pool: 2", "pool: +2 # hours", "scenario.pool", 2),
    Change("lengths: [3, 4]", "lengths:\n  - 3\n  - 4", "scenario.lengths", (3, 4)),
    Change("purpose: starter", 'purpose: "starter"', "scenario.purpose", "starter"),
    Change("overtime_price: 6\n", "", "scenario.overtime_price", 6),
    # measures on offer
    Change("  service_map: {price: 20}", "  service_map: {price: 30}", "scenario.measures.0.price", 30),
    Change("  service_map: {price: 20}", "  service_map: {price: 20, from: 3}", "scenario.measures.0.round", 3),
    Change("  service_map: {price: 20}", "  satisfaction: {price: 20}", "scenario.measures.1.measure", "satisfaction"),
    Change("  shared_goal: {price: 0, from: 2}", "  shared_goal: {price: 5, held: false}",
           "scenario.measures.2.price", 5),
    # cards
    Change("    public: true", "    public: false", "scenario.deck.0.public", False),
    Change("    from: 2\n", "    from: 1\n", "scenario.deck.0.first", 1),
    Change("change: -3", "change: -99", f"{EFFECTS}.0.hours", -99),
    Change("{hours: {department: PRD", "{hours: {department: SAL", f"{EFFECTS}.0.seat", 1),
    Change("{service: A, cost: 15}", "{service: C, cost: 15}", f"{EFFECTS}.1.service", 5),
    Change("{service: A, cost: 15}", "{service: SP, cost: 15}", f"{EFFECTS}.1.service", 1),
    Change("{service: A, cost: 15}", "{service: A, cost: 0}", f"{EFFECTS}.1.cost", 0),
    Change(RUSH, RUSH.replace("units: 4", "units: 6"), f"{EFFECTS}.2.units", 6),
    Change(RUSH, RUSH.replace("price: 70", "price: 80"), f"{EFFECTS}.2.options.1.price", 80),
    Change(RUSH, RUSH.replace(", {due: 1, price: 70}", ""), f"{EFFECTS}.2.options", (OrderOption(0, 80),)),
    Change(RUSH, RUSH.replace("expiry: 2", "expiry: 9"), f"{EFFECTS}.2.expiry", 9),
    Change(RUSH, RUSH.replace("expiry: 2", "expiry: 2, late: 3"), f"{EFFECTS}.2.late", 3),
    Change(RUSH, RUSH.replace("expiry: 2", "expiry: 2, directive: true"), f"{EFFECTS}.2.directive", True),
    Change("owner: SAL, service: A, units: 4, options", "owner: ENG, service: DR, directive: true, units: 4, options",
           f"{EFFECTS}.2.owner", 2),
    # texts
    Change("title = 餐车上街", "title = 夜市", "texts.title.zh", "夜市", ZH),
    Change("order.o3 = Campus Canteen", "order.o3 = The School", "texts.order.o3.en", "The School", EN),
    Change("service.A.unit =", "service.A.unit = cart", "texts.service.A.unit.en", "cart", EN),
    Change("incident.upkeep = Upkeep of the line", "incident.upkeep = Upkeep", "texts.incident.upkeep.en",
           "Upkeep", EN),
    Change("card.rush.title = rush title", "card.rush.title = 急单", "texts.card.rush.title.zh", "急单", ZH),
    Change("card.rush.effect = rush effect", "card.rush.effect = It is urgent", "texts.card.rush.effect.en",
           "It is urgent", EN),
    Change("card.quiet.question = quiet question", "card.quiet.question = = why?", "texts.card.quiet.question.en",
           "= why?", EN),
]  # fmt: skip
