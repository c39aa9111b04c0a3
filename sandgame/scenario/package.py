"""A case that has passed the gate: its rules data, its words, and what is told of it to seats and to the gallery."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sandgame.frames.cast import Cast, CastDepartment, CastService, DeckCard, Texts, Word
from sandgame.frames.lobby import CaseCard
from sandgame.frames.marks import SCORING_VERSION, Anchors
from sandgame.rules.ids import TABLE, SeatId, ServiceId
from sandgame.rules.scenario import Benchmarks, LengthBenchmarks, Scenario
from sandgame.rules.sections import OwnIncident, OwnOrder, View
from sandgame.scenario.naming import orders_named, services_named
from sandgame.scenario.wording import OF_CARD

VARIANTS = 40
"""Seeds 1 to this are offered where a case varies and has no benchmarks."""
NOTHING = Texts(zh="", en="")


@dataclass(frozen=True, slots=True)
class Look:
    """How a department stands on the table."""

    slot: int
    icon: str
    x: int
    y: int
    weight: int


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What one length is measured by; `best` by seed, paths in thousandths of it."""

    best: dict[int, int]
    silo_path: tuple[int, ...]
    reference_path: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Package:
    """A checked case. Keys are the author's names in the order of their numbers; `texts` are by the author's keys."""

    id: str
    scenario: Scenario
    fingerprint: str
    departments: tuple[str, ...]
    services: tuple[str, ...]
    orders: tuple[str, ...]
    incidents: tuple[str, ...]
    deck: tuple[str, ...]
    looks: tuple[Look, ...]
    minutes: tuple[int, ...]
    texts: dict[str, Texts]
    yardsticks: dict[int, Yardstick]
    scales: dict[int, Anchors] = field(default_factory=dict)

    def text(self, key: str) -> Texts:
        return self.texts.get(key, NOTHING)

    def department(self, seat: SeatId, *, whole: bool) -> CastDepartment:
        """Role and own work are told to the seat itself, and of all seats to who still chooses one."""
        key, look = self.departments[seat - 1], self.looks[seat - 1]
        return CastDepartment(
            seat=seat,
            slot=look.slot,
            icon=look.icon,
            x=look.x,
            y=look.y,
            weight=look.weight,
            name=self.text(f"department.{key}.name"),
            line=self.text(f"department.{key}.line"),
            role=self.text(f"department.{key}.role") if whole else NOTHING,
            own_work=self.text(f"department.{key}.own_work") if whole else NOTHING,
        )

    def cast(self, seat: SeatId, services: Iterable[ServiceId]) -> Cast:
        """What a seat is told on sitting down; the table's own seat is told all."""
        return Cast(
            case=self.id,
            title=self.text("title"),
            company=self.text("company"),
            story=self.text("story"),
            money=self.text("money"),
            departments=tuple(self.department(d, whole=seat in {TABLE, d}) for d in self.scenario.seats),
            services=tuple(self.service(number) for number in sorted(set(services))),
        )

    def service(self, number: ServiceId) -> CastService:
        key = self.services[number - 1]
        return CastService(number, self.text(f"service.{key}.name"), self.text(f"service.{key}.unit"))

    def card(self) -> CaseCard:
        return CaseCard(
            case=self.id,
            purpose=self.scenario.purpose,
            title=self.text("title"),
            teaser=self.text("teaser"),
            practises=self.text("practises"),
            company=self.text("company"),
            departments=tuple(self.department(seat, whole=True) for seat in self.scenario.seats),
            lengths=self.scenario.lengths,
            minutes=self.minutes,
            seeds=self.seeds,
            opens=self.opening_weeks,
            whole=all(item.round <= max(self.scenario.lengths) for item in self.scenario.opens),
        )

    def cards(self) -> tuple[DeckCard, ...]:
        """The whole deck, for the facilitator."""
        made = []
        for number, key in enumerate(self.deck, start=1):
            title, purpose, effect, question = (self.text(f"card.{key}.{part}") for part in OF_CARD)
            made.append(DeckCard(number, title, purpose, effect, question, self.scenario.deck[number - 1].first))
        return tuple(made)

    @property
    def opening_weeks(self) -> tuple[int, ...]:
        """The weeks after the first, of the longest game, in which a rule opens."""
        weeks = {item.round for item in self.scenario.opens}
        return tuple(sorted(week for week in weeks if 1 < week <= max(self.scenario.lengths)))

    @property
    def seeds(self) -> tuple[int, ...]:
        """The variants on offer: those with benchmarks in every offered length that has any; without any all."""
        offered = [set(stick.best) for length, stick in self.yardsticks.items() if length in self.scenario.lengths]
        if offered:
            return tuple(sorted(set.intersection(*offered)))
        return tuple(range(VARIANTS + 1)) if self.scenario.variation else (0,)

    def benchmarks(self, seed: int, length: int) -> Benchmarks | None:
        stick = self.yardsticks.get(length)
        if stick is None or seed not in stick.best:
            return None
        best = stick.best[seed]
        return Benchmarks(best, best * stick.silo_path[-1] // 1000, stick.silo_path, stick.reference_path)

    def anchors(self, length: int) -> Anchors | None:
        """The scale of the marks, of equally near lengths that of the longer; None where nobody made one, or made it
        for another version of the marks."""
        made = [scale for scale in self.scales.values() if scale.scoring_version == SCORING_VERSION]
        return min(made, key=lambda scale: (abs(scale.length - length), -scale.length), default=None)

    def shorter(self, seed: int, length: int) -> tuple[LengthBenchmarks, ...]:
        """The constants of all lengths to which a session of this one may be cut."""
        found = ((other, self.benchmarks(seed, other)) for other in sorted(self.yardsticks) if other < length)
        return tuple(LengthBenchmarks(other, constants) for other, constants in found if constants is not None)

    def seat(self, key: str) -> SeatId | None:
        """The seat of a department's key, in whatever case it is written."""
        keys = [known.upper() for known in self.departments]
        return SeatId(keys.index(key.upper()) + 1) if key.upper() in keys else None

    def words(self, keys: Iterable[str]) -> tuple[Word, ...]:
        """Texts by the game's numbers: order.3, card.1.title, brief.1; without those that do not exist."""
        return tuple(Word(key, text) for key in keys if (text := self.texts.get(self.authors_key(key))))

    def authors_key(self, key: str) -> str:
        kind, _, rest = key.partition(".")
        names = {"order": self.orders, "incident": self.incidents, "card": self.deck}.get(kind)
        if names is None:
            return key
        number, dot, part = rest.partition(".")
        named = number.isdecimal() and 0 < int(number) <= len(names)
        return f"{kind}.{names[int(number) - 1]}{dot}{part}" if named else ""

    def words_for(self, view: View) -> tuple[Word, ...]:
        """Exactly what a view names: orders, the seat's incidents (by their place in the view), the news so far,
        the seat's own trade-off in this week, public cards, and services that the seat has nothing to do with.
        """
        weeks = range(1, view.table.round + 1)
        return (
            *self.order_words({own.order: own for own in orders_named(view)}.values()),
            *self.incident_words(view.me.seat, view.me.incidents),
            *self.words(key for week in weeks for key in (f"brief.{week}", f"brief.{week}.line")),
            *self.tradeoff(view.me.seat, view.table.round, view.me.incidents, last=view.table.length),
            *self.words(f"card.{seen.card}.{part}" for seen in view.room.cards for part in ("title", "effect")),
            *self.service_words(services_named(view)),
        )

    def service_words(self, services: Iterable[ServiceId]) -> tuple[Word, ...]:
        """Both texts of each, also a unit that the author left out."""
        named = (self.service(number) for number in services)
        return tuple(
            Word(f"service.{item.service}.{part}", text)
            for item in named
            for part, text in (("name", item.name), ("unit", item.unit))
        )

    def card_text(self, card: int, part: str) -> Texts:
        return self.text(self.authors_key(f"card.{card}.{part}"))

    def order_words(self, seen: Iterable[OwnOrder]) -> tuple[Word, ...]:
        """An order that a card brought goes by the card's title."""
        return tuple(word for own in seen for word in self.named_order(own.order, own.card))

    def named_order(self, order: int, card: int) -> tuple[Word, ...]:
        key = f"order.{order}"
        return (Word(key, self.card_text(card, "title")),) if card else self.words([key])

    def incident_words(self, seat: SeatId, seen: tuple[OwnIncident, ...]) -> tuple[Word, ...]:
        """`incident.k` is the k-th of the seat's own: the case's numbers would tell that others have some too."""
        left = [
            (OwnIncident(item.round, item.hours, item.service, item.cost), key)
            for item, key in zip(self.scenario.incidents, self.incidents, strict=True)
            if item.seat == seat
        ]
        words = []
        for place, own in enumerate(seen, start=1):
            if own.card:
                words.append(Word(f"incident.{place}", self.card_text(own.card, "effect")))
                continue
            match = next((pair for pair in left if pair[0] == own), None)
            if match is not None:
                left.remove(match)
                words.append(Word(f"incident.{place}", self.text(f"incident.{match[1]}")))
        return tuple(words)

    def tradeoff(self, seat: SeatId, week: int, seen: tuple[OwnIncident, ...], last: int) -> tuple[Word, ...]:
        """A department's own card, the week's own where the case has one. In the last week, whatever length the table
        has, a week's own card is about what hits the seat now: one without that looks ahead, where nothing comes.
        """
        if seat == TABLE:
            return ()
        own = f"tradeoff.{self.departments[seat - 1]}"
        ahead = week >= last and not any(incident.round == week for incident in seen)
        wanted = [own] if ahead else [f"{own}.{week}", own]
        if week >= last:
            wanted.insert(len(wanted) - 1, f"{own}.last")
        return tuple(
            Word(f"tradeoff.{side}", next(self.text(key) for key in self._keys(wanted, side)))
            for side in ("kpi", "company")
        )

    def _keys(self, wanted: list[str], side: str) -> list[str]:
        """Those that the case has words for; the last one in any case."""
        keys = [f"{each}.{side}" for each in wanted]
        return [*(key for key in keys if key in self.texts), keys[-1]]
