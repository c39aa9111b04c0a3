"""How what may come during play fits the case: measures, and the cards of the deck."""

from __future__ import annotations

from sandgame.scenario.checks import Checks
from sandgame.scenario.form import CardForm, EffectForm, MeasureForm, OrderEffectForm
from sandgame.scenario.reading import Route

EFFECTS = tuple(EffectForm.model_fields)


class LaterChecks:
    """Goes on where the checks of the case itself end."""

    def __init__(self, checks: Checks) -> None:
        self.checks = checks
        self.draft = checks.draft
        self.fault = checks.fault

    def run(self) -> None:
        written = self.draft.written("measures")
        for name, value in written.items() if isinstance(written, dict) else ():
            if value is None:
                # the form takes nothing for left out: here it would be a measure that its author believes to be there
                self.fault("wrong_type", ("measures", name), "", "mapping", key=True)
        for name, offer in self.draft.measures.items():
            self.measure(offer, ("measures", name))
        for key, card in self.draft.deck.items():
            self.card(card, ("deck", key))

    def measure(self, offer: MeasureForm, route: Route) -> None:
        if offer.held:
            for name, value in (("price", offer.price), ("from", offer.from_)):
                if value is not None:
                    self.fault("measure_held", (*route, name), value, key=True)
            return
        if offer.price is None:
            self.fault("missing_field", (*route, "price"))
        last = self.checks.last_week - 1
        if offer.from_ is not None and offer.from_ > last:
            self.fault("measure_too_late", (*route, "from"), offer.from_, f"1–{last}")

    def card(self, card: CardForm, route: Route) -> None:
        last = self.checks.last_week
        if card.from_ > last:
            self.fault("arrives_too_late", (*route, "from"), card.from_, f"1–{last}")
        hit: list[tuple[Route, object]] = []
        for n, effect in enumerate(card.effects):
            at: Route = (*route, "effects", n)
            given = [name for name in EFFECTS if getattr(effect, name) is not None]
            if len(given) != 1:
                self.fault("effect_not_one", at, ", ".join(given) or "–", ", ".join(EFFECTS))
            hit += self.effect(effect, at)
            if effect.order is not None:
                self.order(effect.order, card.from_, (*at, "order"))
        self.checks.once(hit)

    def effect(self, effect: EffectForm, route: Route) -> list[tuple[Route, object]]:
        """What hours and costs it changes: a card changes each of them once."""
        hit: list[tuple[Route, object]] = []
        if effect.hours is not None:
            at: Route = (*route, "hours", "department")
            self.checks.department(effect.hours.department, at)
            if not effect.hours.change:
                self.fault("effect_empty", (*route, "hours", "change"), effect.hours.change)
            hit.append((at, effect.hours.department))
        if effect.cost is not None:
            at = (*route, "cost", "service")
            self.checks.service(effect.cost.service, at)
            hit.append((at, effect.cost.service))
        return hit

    def order(self, order: OrderEffectForm, arrival: int, route: Route) -> None:
        self.checks.wanted(order, route)
        self.checks.options(order.options, 0, order.expiry, route)
        left = self.checks.last_week - arrival
        if order.options[0].due > left >= 0:
            self.fault("card_too_late", (*route, "options", 0, "due"), order.options[0].due, f"0–{left}")
