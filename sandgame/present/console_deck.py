"""What the facilitator may bring into play: event cards with their guidance, measures, words to everybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sandgame.frames.cast import DeckCard
from sandgame.frames.classroom import TableRow
from sandgame.present.console_class import ClassSeen
from sandgame.present.shell import refusal_text
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.reason import Reason, Refusal
from sandgame.text import numbers

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
    dealt = [table for table in seen.rows if card.card in seen.dealt.get(table, ())]
    return EventPicture(
        card.card, seen.pick(card.title), seen.pick(card.effect),
        (say("console-event-purpose"), seen.pick(card.purpose)),
        (say("console-event-question"), seen.pick(card.question)),
        why, tables, _dealt(seen, dealt),
    )  # fmt: skip


def _why_no_card(seen: ClassSeen, reasons: Sequence[Refusal]) -> str:
    """Said calmly: that a card has its week is no failure. The table that is nearest to it speaks for all."""
    early = [each.limit for each in reasons if each.reason == Reason.CARD_TOO_EARLY]
    if early:
        return seen.speech.say("console-event-from", week=min(early))
    if any(each.reason == Reason.CARD_TOO_LATE for each in reasons):
        return seen.speech.say("console-event-late")
    return refusal_text(seen.speech, reasons[0])


def _dealt(seen: ClassSeen, tables: list[int]) -> str:
    say = seen.speech.say
    if not tables:
        return ""
    if len(tables) == len(seen.rows):
        return say("console-event-dealt-all")
    return say("console-event-dealt", tables=say("shell-list-comma").join(numbers.whole(each) for each in tables))


def _card_refusal(seen: ClassSeen, card: DeckCard, row: TableRow) -> Refusal | None:
    """As the rules would refuse it, as far as it is known here."""
    if card.card in seen.dealt.get(row.table, ()):
        return Refusal(Reason.CARD_DEALT, place=card.card)
    if row.phase == "over":
        return Refusal(Reason.GAME_OVER)
    round_ = row.round if row.phase in ("brief", "negotiate") else row.round + 1
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


def say_hint(seen: ClassSeen, to: Receiver) -> str:
    return seen.speech.say("console-say", to=receiver_text(seen, to))


def receipt(seen: ClassSeen, to: Receiver, answers: Mapping[int, bool], wanted: int) -> str:
    """How many tables have it; those that do not are named."""
    say = seen.speech.say
    got = sum(answers.values())
    failed = [table for table, ok in answers.items() if not ok]
    if failed:
        tables = say("shell-list-comma").join(seen.table_name(table) for table in failed)
        return say("console-receipt-failed", got=numbers.parts(got, wanted), tables=tables)
    if got < wanted:
        return say("console-receipt-under-way", got=numbers.parts(got, wanted))
    if to.table == ALL:
        return say("console-receipt-all", got=numbers.parts(got, wanted))
    return say("console-receipt", to=receiver_text(seen, to))
