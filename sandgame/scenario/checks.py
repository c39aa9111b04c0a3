"""How the parts of a case fit together: everything that no single field can tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from sandgame.scenario.draft import Draft
from sandgame.scenario.faults import FaultCode
from sandgame.scenario.form import CardOptionForm, OptionForm, OrderEffectForm, OrderForm, ServiceForm
from sandgame.scenario.reading import Problems, Route, shown


class Checks:
    """Goes through a draft; what is wrong goes to `problems`."""

    def __init__(self, draft: Draft, problems: Problems, icons: frozenset[str]) -> None:
        self.draft = draft
        self.problems = problems
        self.icons = icons

    def run(self) -> None:
        self.lengths()
        self.departments()
        self.services()
        self.cycles()
        self.orders()
        self.incidents()
        self.bots()

    def fault(self, code: FaultCode, route: Route, found: object = "", allowed: str = "", *, key: bool = False) -> None:
        document = self.draft.document
        place = document.key_place(route) if key else document.place(route)
        self.problems.add(code, place, path=shown(route), found=found, allowed=allowed)

    def known(self, part: str, code: FaultCode, value: str, route: Route, *, key: bool = False) -> bool:
        """Whether something of that key stands in the case."""
        keys = self.draft.keys(part)
        if value not in keys:
            self.fault(code, route, value, ", ".join(keys), key=key)
        return value in keys

    def department(self, value: str, route: Route) -> bool:
        return self.known("departments", "unknown_department", value, route)

    def service(self, value: str, route: Route, *, key: bool = False) -> bool:
        return self.known("services", "unknown_service", value, route, key=key)

    def once(self, values: Iterable[tuple[Route, object]]) -> None:
        seen = set()
        for route, value in values:
            if value in seen:
                self.fault("taken_twice", route, value)
            seen.add(value)

    @property
    def last_week(self) -> int:
        """Of the longest session."""
        return max(self.draft.lengths, default=12)

    # the whole

    def lengths(self) -> None:
        lengths = self.draft.lengths
        if any(one >= other for one, other in pairwise(lengths)):
            self.fault("lengths_not_rising", ("lengths",), ", ".join(map(str, lengths)))
        if 2 in lengths and self.draft.written("purpose") != "teaching":
            self.fault("too_short_to_play", ("lengths", lengths.index(2)), 2, "3–12")
        minutes = self.draft.written("minutes")
        if lengths and isinstance(minutes, list) and len(minutes) != len(lengths):
            self.fault("minutes_not_fitting", ("minutes",), len(minutes), f"{len(lengths)}")

    def departments(self) -> None:
        held = self.draft.departments
        self.once((("departments", key, "colour"), form.colour) for key, form in held.items())
        self.once((("departments", key, "place"), f"[{form.place[0]}, {form.place[1]}]") for key, form in held.items())
        for key, form in held.items():
            route: Route = ("departments", key)
            if form.icon not in self.icons:
                self.fault("unknown_icon", (*route, "icon"), form.icon, self.near_icons(form.icon))
            self.once(((*route, "kpi", n, "metric"), metric.metric) for n, metric in enumerate(form.kpi))
            weights = sum(metric.weight for metric in form.kpi)
            if weights != 100:
                self.fault("weights_not_100", (*route, "kpi"), weights, "100", key=True)
            for n, metric in enumerate(form.kpi):
                if metric.zero_at == metric.full_at:
                    self.fault("floor_is_target", (*route, "kpi", n, "full_at"), metric.full_at)
            for service in form.stock:
                if self.service(service, (*route, "stock", service), key=True):
                    self.stock(key, service)

    def near_icons(self, icon: str) -> str:
        from difflib import get_close_matches

        return ", ".join(get_close_matches(icon, sorted(self.icons), n=5, cutoff=0.0))

    def stock(self, department: str, service: str) -> None:
        form = self.draft.services.get(service)
        if form and (form.aid or department not in {form.provider, *form.receivers}):
            self.fault("stock_not_used", ("departments", department, "stock", service), service, key=True)

    # services

    def services(self) -> None:
        for key, form in self.draft.services.items():
            route: Route = ("services", key)
            self.department(form.provider, (*route, "provider"))
            for n, receiver in enumerate(form.receivers):
                self.department(receiver, (*route, "receivers", n))
                if receiver == form.provider:
                    self.fault("own_receiver", (*route, "receivers", n), receiver)
            self.once(((*route, "receivers", n), receiver) for n, receiver in enumerate(form.receivers))
            for name in form.inputs:
                if self.service(name, (*route, "inputs", name), key=True):
                    self.input(form, name, (*route, "inputs", name))
            self.aid(form, route)

    def input(self, form: ServiceForm, name: str, route: Route) -> None:
        made = self.draft.services.get(name)
        if made and form.provider not in made.receivers:
            self.fault("input_not_received", route, name, key=True)
        elif made and made.aid:
            self.fault("aid_not_plain", route, name, key=True)

    def aid(self, form: ServiceForm, route: Route) -> None:
        if form.aid is None:
            return
        if form.inputs:
            self.fault("aid_not_plain", (*route, "inputs"), ", ".join(form.inputs), key=True)
        if form.lead:
            self.fault("aid_not_plain", (*route, "lead"), form.lead, "0")
        if len(form.receivers) > 1:
            self.fault("aid_not_plain", (*route, "receivers"), ", ".join(form.receivers))
        if form.relation not in {None, "guidance"}:
            self.fault("aid_not_plain", (*route, "relation"), form.relation, "guidance")

    def cycles(self) -> None:
        """Each circle once, at the service of it that stands first."""
        inputs = {key: tuple(form.inputs) for key, form in self.draft.services.items()}
        told: set[str] = set()
        for key in inputs:
            circle = way_back(key, inputs)
            if circle and not told & set(circle):
                told |= set(circle)
                self.fault("service_cycle", ("services", key, "inputs"), " → ".join([*circle, key]), key=True)

    # what comes from outside

    def orders(self) -> None:
        for key, form in self.draft.orders.items():
            route: Route = ("orders", key)
            self.wanted(form, route)
            self.options(form.options, form.arrives, form.expires, route)
            last, first_due = self.last_week, form.options[0].due
            if first_due > last:
                self.fault("arrives_too_late", (*route, "options", 0, "due"), first_due, f"1–{last}")

    def wanted(self, form: OrderForm | OrderEffectForm, route: Route) -> None:
        """Owner and service of an order, whether the case brings it or a card."""
        owner = self.department(form.owner, (*route, "owner"))
        if self.service(form.service, (*route, "service")) and owner:
            self.wanted_service(form, route)

    def wanted_service(self, form: OrderForm | OrderEffectForm, route: Route) -> None:
        """What its owner receives; the boss may also want what the owner makes itself, if none of it turns out bad."""
        goods = [
            key
            for key, service in self.draft.services.items()
            if not service.aid
            and (
                form.owner in service.receivers
                or (form.directive and service.provider == form.owner and not service.defect)
            )
        ]
        if form.service in self.draft.services and form.service not in goods:
            self.fault("order_not_received", (*route, "service"), form.service, ", ".join(goods) or "–")

    def options(self, options: Sequence[OptionForm | CardOptionForm], first: int, last: int, route: Route) -> None:
        """Due weeks lie from the first to the last; later options are later and not dearer."""
        for n, option in enumerate(options):
            at: Route = (*route, "options", n)
            if option.due < first:
                self.fault("due_before_arrival", (*at, "due"), option.due, f"{first}–{last}")
            if option.due > last:
                self.fault("due_after_expiry", (*at, "due"), option.due, f"{first}–{last}")
            if n and option.due <= options[n - 1].due:
                self.fault("options_not_rising", (*at, "due"), option.due, f"{options[n - 1].due + 1}–")
            if n and option.price > options[n - 1].price:
                self.fault("options_not_rising", (*at, "price"), option.price, f"–{options[n - 1].price}")

    def incidents(self) -> None:
        last = self.last_week
        for key, form in self.draft.incidents.items():
            route: Route = ("incidents", key)
            self.department(form.department, (*route, "department"))
            if form.week > last:
                self.fault("arrives_too_late", (*route, "week"), form.week, f"1–{last}")
            if (form.service is None) != (form.cost is None) or (form.service is None and not form.hours):
                self.fault("incident_empty", route, key=True)
            if form.service is not None and self.service(form.service, (*route, "service")):
                service = self.draft.services.get(form.service)
                if service and service.provider != form.department:
                    own = (name for name, made in self.draft.services.items() if made.provider == form.department)
                    self.fault("incident_not_own", (*route, "service"), form.service, ", ".join(own) or "–")

    def bots(self) -> None:
        bottleneck = self.draft.written("bots", "bottleneck")
        if isinstance(bottleneck, str):
            self.department(bottleneck, ("bots", "bottleneck"))


def way_back(start: str, inputs: dict[str, tuple[str, ...]]) -> list[str]:
    """A way from a service through its inputs back to itself, if there is one."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for name in inputs.get(way[-1], ()):
            if name == start:
                return way
            if name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []
