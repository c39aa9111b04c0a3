"""Timely response: lines answered with substance, and refusals that help."""

from __future__ import annotations

from sandgame.frames.marks import Piece, Worths
from sandgame.rules.clarity import clarity
from sandgame.rules.events import MeetingAnswered, NeedRestated
from sandgame.rules.ids import SeatId, ServiceId, SheetId
from sandgame.rules.intents import Accept, Counter, Part, WantedLine
from sandgame.rules.state import State
from sandgame.scoring.feasible import holds, is_ambiguous, room
from sandgame.scoring.record import LineStory, Record, Step
from sandgame.scoring.trust import FULL, in_time


def answered(record: Record, _worths: Worths) -> list[Piece]:
    """R1, each line that reached a provider: 1 answered in its week, ½ in the next, ¼ after that, else 0.

    Answers are accept, counter, decline (each has a reason here). On an unclear sheet a restatement or an agreed
    meeting is the beginning of the one that follows, and with nothing to follow it is none. Weighted by how soon it was
    truly needed, 1 to 3. There is no budget of actions: at most all are answered, so nothing is divided by it. What the
    standard took on is no answer.
    """
    clarified = _clarified(record)
    return [piece for story in record.lines.values() if (piece := _answered(record, story, clarified)) is not None]


def _answered(record: Record, story: LineStory, clarified: dict[SheetId, Step]) -> Piece | None:
    first = story.first_word()
    step = None if first is None else first[0]
    asked_back = clarified.get(story.sheet)
    if asked_back is not None and step is not None and asked_back.number < step.number:
        step = asked_back if _is_unclear(story, asked_back) else step
    if step is None:
        if not story.unanswered or not record.speaks(story.provider, story.unanswered[0].round):
            return None
    elif not record.own(step):
        return None
    wanted = story.sent.lines[story.line]
    week = story.asked.round
    waited = 0
    if step is not None:
        waited = sum(record.speaks(story.provider, between) for between in range(week, step.round))
    last = story.unanswered[-1].number if step is None else step.number
    numbers = (("service", wanted.service), ("units", wanted.units), ("due", wanted.due), ("waited", waited))
    kind = "silent" if step is None else "late" if waited else "answered"
    return Piece(
        "R1", kind, week, (story.asked.number, last), story.provider, story.provider, story.customer, numbers,
        0 if step is None else FULL >> waited, FULL * urgency(story),
    )  # fmt: skip


def urgency(story: LineStory) -> int:
    """3 if work had to begin in the week it was asked, 2 in the next, else 1; asked too early, or for nothing, 1."""
    wanted, need = story.sent.lines[story.line], story.need
    if need.needed == 0 or 2 * need.early > need.units:
        return 1
    lead = story.asked.before.scenario.service(wanted.service).lead
    return max(1, 3 - max(0, wanted.due - lead - story.asked.round))


def _clarified(record: Record) -> dict[SheetId, Step]:
    """The first step by which each sheet's provider asked back."""
    found: dict[SheetId, Step] = {}
    for step, event in record.of(NeedRestated):
        found.setdefault(SheetId(event.sheet), step)
    for step, meeting in record.of(MeetingAnswered):
        for sheet in step.before.sheets.values() if meeting.agree else ():
            if (sheet.provider, sheet.customer) == (meeting.seat, meeting.other) and sheet.round == step.round:
                at = found.get(sheet.sheet)
                if at is None or step.number < at.number:
                    found[sheet.sheet] = step
    return found


def _is_unclear(story: LineStory, step: Step) -> bool:
    wanted = story.sent.lines[story.line]
    understood = clarity(step.before, step.before.sheets[story.sheet])
    return is_ambiguous(step.before, ServiceId(wanted.service), wanted.units, understood)


def refused(record: Record, _worths: Worths) -> list[Piece]:
    """R2, each decline and counter of a provider: mean of three checks.

    Its reason holds (of a counter, which names none: as asked it did not fit); an alternative stands that fits, where
    counters exist yet and anything fits by the end; it came while the customer could still plan anew: in the week it
    was asked, or with a week left. An alternative counts as far as it offers what fits: to name less than one could do
    is no help. Overtime may be counted on, but nobody owes it.
    """
    found: list[Piece] = []
    for story in record.lines.values():
        first = story.first_word()
        if first is not None and not isinstance(first[1], Accept) and record.own(first[0]):
            found.append(_refused(story, first[0], story.provider))
    return found


def _refused(story: LineStory, step: Step, seat: SeatId) -> Piece:
    state, wanted = step.before, story.sent.lines[story.line]
    answer = next(word for at, word in story.words if at is step)
    service = ServiceId(wanted.service)
    due = min(max(wanted.due, state.round + state.scenario.service(service).lead), state.length)
    found = room(state, seat, service, due)
    soon = step.round == story.asked.round or step.round < wanted.due
    checks = [FULL * soon]
    later = False
    if isinstance(answer, Counter):
        share = _offered(state, seat, wanted, due, answer.parts)
        checks += [FULL * (found.units < wanted.units), share or 0]
        kind = "countered-over" if share is None else "countered-whole" if share == FULL else "countered-part"
    else:
        assert not isinstance(answer, Accept)
        true = holds(answer.reason, found, wanted.units, _is_unclear(story, step))
        later = "counter" in state.rules and room(state, seat, service, state.length).units > 0
        checks += [FULL * true, *([0] if later else ())]
        kind = "declined-true" if true else "declined-other"
    numbers = (("service", wanted.service), ("units", wanted.units), ("due", wanted.due),
               ("fits", min(wanted.units, found.units)), ("offered", in_time(answer, wanted.units, due)),
               ("held", checks.count(FULL)), ("checks", len(checks)), ("later", int(later)),
               ("soon", int(soon)))  # fmt: skip
    return Piece(
        "R2", kind, step.round, (story.asked.number, step.number), seat, seat, story.customer, numbers,
        sum(checks) // len(checks),
    )  # fmt: skip


def _offered(state: State, seat: SeatId, wanted: WantedLine, due: int, parts: tuple[Part, ...]) -> int | None:
    """What is offered of what fits, in thousandths: the least share by the due and by that of each part.

    None if more is offered by one of them than fits with all overtime.
    """
    service = ServiceId(wanted.service)
    limit = state.scenario.department(seat).overtime if "overtime" in state.rules else 0
    least = FULL
    for by in {due, *(part.due for part in parts)}:
        units = sum(part.units for part in parts if part.due <= by)
        if units > room(state, seat, service, by, overtime=limit).units:
            return None
        fits = min(wanted.units, room(state, seat, service, by).units)
        if fits > 0:
            least = min(least, FULL * units // fits)
    return least
