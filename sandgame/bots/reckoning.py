"""What bots reckon from their desk: what to ask for, what fits, how short of hours they are."""

from __future__ import annotations

from typing import NamedTuple

from sandgame.bots.desk import Craft, Desk, Order
from sandgame.rules.draw import draw
from sandgame.rules.ids import ServiceId
from sandgame.rules.intents import MAX_PARTS, Part

PLENTY = 120
"""Percent of its own hours from which a helped bottleneck calls itself short by all that is to be made."""


class Ask(NamedTuple):
    """A line to ask for; `worth` is the highest price of the orders behind it."""

    service: ServiceId
    units: int
    due: int
    worth: int


def lack(desk: Desk, service: ServiceId, spoken_for: int = 0) -> list[Ask]:
    """What is lacked of a service, a line for each due round, earliest first.

    What there is, is promised or is `spoken_for` covers the earliest dues, of equal dues the worthiest.
    """
    craft = desk.crafts[service]
    wanted = [(o.due, -o.price, o.rest) for o in desk.orders if o.service == service and _counts(desk, o)]
    for item in desk.items:
        uses = (i.units for i in item.craft.inputs if i.service == service)
        wanted.extend((item.time, -item.worth, item.units * units) for units in uses)
    wanted.sort()
    supply = spoken_for + desk.stock.get(service, 0) + sum(o.units for o in desk.gets if o.service == service)
    earliest = desk.now + craft.lead
    lines: list[Ask] = []
    for due, minus_worth, units in wanted:
        covered = min(supply, units)
        supply -= covered
        due = max(due, earliest)
        if units == covered or due > desk.last:
            continue
        line = Ask(service, units - covered, due, -minus_worth)
        if lines and lines[-1].due == due:
            before = lines.pop()
            line = Ask(service, before.units + line.units, due, max(before.worth, line.worth))
        lines.append(line)
    return lines


def _counts(desk: Desk, order: Order) -> bool:
    return order.rest > 0 and (order.state == "open" or desk.style.early)


def asks(desk: Desk, service: ServiceId, seed: int, spoken_for: int = 0) -> list[Ask]:
    """The lines that the style asks for of a service, earliest due first, beyond the units already asked for."""
    craft = desk.crafts[service]
    aid = craft.aid is not None
    lines = _asks_aid(desk, craft, spoken_for) if aid else lack(desk, service, spoken_for)
    if desk.style.silent:
        key = f"{seed}:skip:{desk.now}:{desk.seat}:{service}"
        lines = [line for line in lines if draw(f"{key}:{line.due}") % 4]
    if desk.style.padding != 100 and not aid:
        lines = [line._replace(units=-(-line.units * desk.style.padding // 100)) for line in lines]
    return lines


def _asks_aid(desk: Desk, craft: Craft, spoken_for: int) -> list[Ask]:
    """An aid is asked for when the work is more than the hours: what a round can use, less what is promised."""
    assert craft.aid is not None
    effort, _ = desk.work() if desk.style.early else desk.work(desk.now + 1)
    if effort * 100 <= (100 if desk.style.early else 80) * desk.own_hours:
        return []
    units = craft.aid.limit - spoken_for - sum(o.units for o in desk.gets if o.service == craft.service)
    return [Ask(craft.service, units, desk.now, desk.book.aid_worth)] if units > 0 else []


def leaves_unanswered(desk: Desk, customer: int, service: ServiceId, due: int, seed: int) -> bool:
    key = f"{seed}:answer:{desk.now}:{customer}:{service}:{due}"
    return desk.style.silent and draw(key) % 2 == 0


def capacity(desk: Desk) -> list[int]:
    """Hours that a promise may count on, summed from now to each round up to the last."""
    extra = desk.overtime_limit * desk.style.overtime_counts // 100 - desk.set_aside
    help_ = desk.book.help if desk.style.helped and desk.seat == desk.book.bottleneck else 0
    total = 0
    sums: list[int] = []
    for later, hours in enumerate(desk.coming_hours):
        total += max(0, (hours if later else desk.own_hours) + extra) + help_
        sums.append(total)
    return sums


def fit(desk: Desk, service: ServiceId, due: int) -> int:
    """Units of a service that can still be promised by `due` without breaking what is promised already."""
    craft = desk.crafts[service]
    free = max(0, desk.ready.get(service, 0) - desk.lacking(service))
    time = due - craft.lead
    effort_at = [0] * (desk.last - desk.now + 1)
    setups = {service: craft.setup}
    for item in desk.items:
        setups[item.craft.service] = item.craft.setup
        at = max(0, item.time - desk.now)
        if at < len(effort_at):  # what is due after the end of a shortened session needs no hours before it
            effort_at[at] += item.units * item.craft.effort
    setup = sum(setups.values())
    promised = 0
    smallest: int | None = None
    for later, hours in enumerate(capacity(desk)):
        promised += effort_at[later]
        if desk.now + later >= time:
            # in half hours: the setups return every other round
            room = (2 * (hours - promised) - setup * max(2, later + 1)) // (2 * craft.effort)
            smallest = room if smallest is None else min(smallest, room)
    return free + max(0, smallest or 0)


def offer(desk: Desk, service: ServiceId, units: int, due: int, worth: int = 0) -> tuple[Part, ...]:
    """What the style promises of a line; nothing means that it declines. The desk counts it as promised at once."""
    due = max(due, desk.now + desk.crafts[service].lead)
    if due > desk.last or (desk.crafts[service].aid is not None and not desk.style.aids):
        return ()
    parts: list[Part] = []
    if desk.style.offer == "all":
        parts.append(Part(units, due))
    else:
        fits = min(units, fit(desk, service, due))
        if desk.style.offer == "half":
            fits = max(fits, -(-units // 2))
        if fits:
            parts.append(Part(fits, due))
    for part in parts:
        desk.promise(service, part.units, part.due, worth)
    if desk.style.offer == "spread" and desk.crafts[service].aid is None:
        parts += _spread(desk, service, units - sum(part.units for part in parts), due, worth)
    return tuple(parts)


def _spread(desk: Desk, service: ServiceId, rest: int, due: int, worth: int) -> list[Part]:
    """The rest of a line in the next rounds, to each what fits."""
    parts: list[Part] = []
    while rest and due < desk.last and len(parts) < MAX_PARTS - 1:
        due += 1
        fits = min(rest, fit(desk, service, due))
        if fits:
            parts.append(Part(fits, due))
            desk.promise(service, fits, due, worth)
            rest -= fits
    return parts


def choose(desk: Desk, order: Order) -> int | None:
    """The option that the style takes; None declines the order."""
    options = order.options
    last = len(options) - 1
    match desk.style.choice:
        case "first":
            return 0
        case "last":
            return last
        case "dearest":
            return max(range(len(options)), key=lambda n: (options[n].price, -n))
        case "load":
            return _choose_by_load(desk, order)


def _choose_by_load(desk: Desk, order: Order) -> int | None:
    """The first option by whose due the bottleneck can have made it beside the orders that are known."""
    book = desk.book
    unit = book.load[order.service]
    a_round = book.bottleneck_hours + book.help + desk.view.table.pool + 2
    known = [o for o in desk.orders if o.order != order.order and (o.chosen or o.state == "coming")]
    for number, option in enumerate(order.options):
        load = sum(o.rest * book.load[o.service] for o in known if o.due <= option.due) + order.rest * unit
        if load <= 4 * a_round * (option.due - desk.now + 1):
            return number
    return None if order.options[-1].price * 4 < book.hour_worth * unit else len(order.options) - 1


def shortage(desk: Desk) -> int:
    """Hours missing for what has to be made by the next round; below 0 they are spare."""
    if desk.style.helped and desk.seat == desk.book.bottleneck:
        effort, setups = desk.work()
        if (effort + setups) * 100 > PLENTY * desk.own_hours:
            return effort + setups - desk.own_hours
    effort, setups = desk.work(desk.now + 1)
    return effort + setups - (desk.own_hours - desk.set_aside)


def spare(desk: Desk) -> int:
    """What a collaborating seat may lend: its hours beyond all that is to be made, less what it keeps."""
    effort, setups = desk.work()
    return desk.own_hours - effort - setups - desk.book.traits[desk.seat - 1].keeps
