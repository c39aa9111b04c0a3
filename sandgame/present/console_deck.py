"""What the facilitator may bring into play: event cards with their guidance, measures, words to everybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sandgame.frames.cast import DeckCard
from sandgame.frames.classroom import TableRow
from sandgame.present.console_class import ClassSeen, card_week
from sandgame.present.shell import refusal_text
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.reason import Reason, Refusal

ALL = 0


@dataclass(frozen=True, slots=True)
class EventPicture:
    """`why_not` says why it cannot be dealt anywhere now; `tables` where it can."""

    card: int
    title: str
    line: str
    purpose: tuple[str, str]
    question: tuple[str, str]
    why_not: str
    tables: tuple[int, ...]
    dealt: str
    weeks: Mapping[int, int]
    """From which week it would hold at each of `tables`."""
    now: str
    """Of a card that had to wait for its week: that it can be dealt now."""


@dataclass(frozen=True, slots=True)
class MeasurePicture:
    measure: str
    title: str
    line: str
    cost: str
    why_not: str
    tables: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who is spoken to: a table and a seat, 0 for all."""

    table: int = ALL
    seat: SeatId = TABLE


def events(seen: ClassSeen, table: int = ALL) -> tuple[EventPicture, ...]:
    """For the class, or as they stand at one table."""
    return tuple(_event(seen, card, table) for card in (seen.case.deck if seen.case is not None else ()))


def _event(seen: ClassSeen, card: DeckCard, table: int) -> EventPicture:
    say = seen.speech.say
    rows = [row for row in seen.rows.values() if table in (ALL, row.table)]
    refused = {row.table: _card_refusal(seen, card, row) for row in rows}
    tables = tuple(table for table, refusal in refused.items() if refusal is None)
    reasons = [refusal for refusal in refused.values() if refusal is not None]
    why = _why_no_card(seen, reasons) if reasons and not tables else ""
    if not seen.playing:
        over = refusal_text(seen.speech, Refusal(Reason.GAME_OVER))
        why = over if seen.state == "over" else say("console-not-playing")
    dealt = {number: seen.dealt[number][card.card] for number in seen.rows if card.card in seen.dealt.get(number, ())}
    weeks = {row.table: card_week(row.round, row.phase) for row in rows if row.table in tables}
    return EventPicture(
        card.card, seen.pick(card.title), seen.pick(card.effect),
        (say("console-event-purpose"), seen.pick(card.purpose)),
        (say("console-event-question"), seen.pick(card.question)),
        why, tables, _dealt(seen, dealt), weeks, _now(seen, card, weeks),
    )  # fmt: skip


def _why_no_card(seen: ClassSeen, reasons: Sequence[Refusal]) -> str:
    """Said calmly: that a card has its week is no failure. The table that is nearest to it speaks for all."""
    early = [each.limit for each in reasons if each.reason == Reason.CARD_TOO_EARLY]
    if early:
        return seen.speech.say("console-event-from", week=min(early))
    if any(each.reason == Reason.CARD_TOO_LATE for each in reasons):
        return seen.speech.say("console-event-late")
    return refusal_text(seen.speech, reasons[0])


def _now(seen: ClassSeen, card: DeckCard, weeks: Mapping[int, int]) -> str:
    if not seen.playing or not weeks or card.first <= 1:
        return ""
    return seen.speech.say("console-event-now", week=min(weeks.values()))


def _dealt(seen: ClassSeen, tables: Mapping[int, int]) -> str:
    say = seen.speech.say
    if not tables:
        return ""
    if len(tables) == len(seen.rows) and len(set(tables.values())) == 1:
        return say("console-event-dealt-all", week=min(tables.values()))
    return say("console-event-dealt", where=where_from(seen, tables))


def where_from(seen: ClassSeen, tables: Mapping[int, int]) -> str:
    """ "from week 2, table 1", once for each week."""
    say = seen.speech.say
    found = []
    for week in sorted(set(tables.values())):
        numbers_ = [seen.table_name(table) for table in sorted(tables) if tables[table] == week]
        found.append(say("console-event-where", week=week, tables=say("shell-list-comma").join(numbers_)))
    return say("game-list-comma").join(found)


def _card_refusal(seen: ClassSeen, card: DeckCard, row: TableRow) -> Refusal | None:
    """As the rules would refuse it, as far as it is known here."""
    if card.card in seen.dealt.get(row.table, ()):
        return Refusal(Reason.CARD_DEALT, place=card.card)
    if row.phase == "over":
        return Refusal(Reason.GAME_OVER)
    round_ = card_week(row.round, row.phase)
    if round_ < card.first:
        return Refusal(Reason.CARD_TOO_EARLY, limit=card.first, place=card.card)
    last = seen.length(row.table)
    return Refusal(Reason.CARD_TOO_LATE, limit=last, place=card.card) if round_ > last else None


def event_tip(picture: EventPicture) -> str:
    return "\n".join(line for line in (picture.line, picture.purpose[1], picture.why_not) if line)


def measures(seen: ClassSeen, table: int = ALL) -> tuple[MeasurePicture, ...]:
    """Of the case; they are adopted in a Review. `table`: those that it holds already are known."""
    if seen.case is None:
        return ()
    held = set(seen.seen.measures) if seen.seen is not None and seen.seen.table == table else set[str]()
    return tuple(
        _measure(seen, table, offer.measure, offer.price, offer.round, held=offer.measure in held)
        for offer in seen.case.measures
    )


def _measure(seen: ClassSeen, table: int, measure: str, price: int, first: int, *, held: bool) -> MeasurePicture:
    say = seen.speech.say
    rows = [row for row in seen.rows.values() if table in (ALL, row.table)]
    tables = tuple(
        row.table for row in rows if row.phase == "review" and first <= row.round < seen.length(row.table) and not held
    )
    money = seen.pick(seen.case.cast.money) if seen.case is not None else ""
    cost = say("console-measure-cost", cost=price, money=money) if price else say("console-measure-free")
    key = measure.replace("_", "-")
    return MeasurePicture(
        measure, say(f"measure-{key}"), say(f"measure-{key}-effect"), cost,
        "" if tables else _why_no_measure(seen, rows, first, held=held), tables,
    )  # fmt: skip


def _why_no_measure(seen: ClassSeen, rows: list[TableRow], first: int, *, held: bool) -> str:
    say = seen.speech.say
    if held:
        return say("console-measure-held")
    if not seen.playing:
        over = refusal_text(seen.speech, Refusal(Reason.GAME_OVER))
        return over if seen.state == "over" else say("console-not-playing")
    if rows and all(row.round < first for row in rows):
        return say("console-measure-from", week=first)
    return say("console-measure-review")


# words to all


def receiver_text(seen: ClassSeen, to: Receiver) -> str:
    say = seen.speech.say
    if to.table == ALL:
        return say("console-to-all")
    table = seen.table_name(to.table)
    return say("console-to-seat", table=table, department=seen.name(to.seat)) if to.seat else table


def say_to(seen: ClassSeen, to: Receiver) -> str:
    return seen.speech.say("console-to", to=receiver_text(seen, to))


def say_hint(seen: ClassSeen, to: Receiver) -> str:
    return seen.speech.say("console-say", to=receiver_text(seen, to))
