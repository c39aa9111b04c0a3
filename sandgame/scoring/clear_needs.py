"""Clear needs: asked for what is needed and said what for; clarified before it was made; knew the others' roles."""

from __future__ import annotations

from collections.abc import Iterator

from sandgame.frames.marks import Piece, Worths
from sandgame.rules.clarity import MET, RESTATED, channel_clarity, pair_of
from sandgame.rules.events import MeetingAnswered, MeetingProposed
from sandgame.rules.ids import SeatId, ServiceId, SheetId
from sandgame.rules.room_events import MapMarked, RoleAnswered
from sandgame.rules.state import State
from sandgame.scoring.feasible import is_ambiguous
from sandgame.scoring.record import LineStory, Record, Step

FIELDS = 3
"""Of a need: how much, by when, and what for."""
INFLATED = 2
"""An inflated request counts for one part in so many."""
UNIT = 1000
"""Weight of a unit that could be made the wrong way."""
NEEDLESS = 1000
"""Weight of a needless meeting: as of one such unit, a quarter of a sheet of four."""
BOTH, METRIC_ALONE, LIMIT_ALONE = 1000, 250, 333
"""Right answers less what guessing brings: of four metrics (1 or −1/3) and of three limits (1 or −1/2), the mean of the
two, never below 0."""


def asked_straight(record: Record, _worths: Worths) -> list[Piece]:
    """N1, each need (a service lacked by a seat in a week, however many lines ask for it): right fields × honesty.

    Fields are units (none above the need), due (no sooner than needed) and what it is for (in writing or met). Asking
    above or sooner is the inflation: it halves what is left. A line taken back before an answer does not count.
    """
    wanted: dict[tuple[SeatId, int, ServiceId], list[LineStory]] = {}
    for story in record.lines.values():
        if record.own(story.asked) and not _taken_back(story):
            key = (story.customer, story.asked.round, ServiceId(story.need.service))
            wanted.setdefault(key, []).append(story)
    return [_need(record, stories) for stories in wanted.values()]


def _taken_back(story: LineStory) -> bool:
    ended = story.ended
    return ended is not None and not story.words and ended.round == story.asked.round and ended.by == story.customer


def _need(record: Record, stories: list[LineStory]) -> Piece:
    above, early = sum(s.need.above for s in stories), sum(s.need.early for s in stories)
    told = all(says_what_for(record, story) for story in stories)
    right = (not above) + (not early) + told
    inflated = bool(above or early)
    # at an open table nobody wrote what it was for: it counts as talked over, and is not said to be
    fair = "talked" if record.open_table else "straight" if told else "unsaid"
    more = "-".join(name for name, units in (("above", above), ("early", early)) if units)
    first = stories[0]
    return Piece(
        "N1", more or fair, first.asked.round,
        tuple(dict.fromkeys(story.asked.number for story in stories)), first.customer,
        provider=first.provider, customer=first.customer,
        numbers=(("service", first.need.service), ("units", sum(s.need.units for s in stories)), ("above", above),
                 ("early", early)),
        credit=1000 * right // (FIELDS * (INFLATED if inflated else 1)),
    )  # fmt: skip


def says_what_for(record: Record, story: LineStory) -> bool:
    """Written, or talked over by the end of that Negotiate; at an open table everything is talked over."""
    if record.open_table or story.sent.channel == "written":
        return True
    closed = record.closed.get(story.asked.round)
    return closed is not None and closed.before.sheets[story.sheet].met


def clarified(record: Record, _worths: Worths) -> list[Piece]:
    """N2, each sheet that was unclear enough to cost a unit: restated or met before its Negotiate ended.

    That counts as before acting, for clarity is fixed at that end and no hour is worked before. A sheet weighs what was
    agreed of it: asked for in pieces it is no more. One that was left without a word is a miss, a declined one neither.
    Hit rate − 0.25 × needless rate is taken as one weighted mean: a meeting between two that had nothing unclear is a
    miss of small weight. Only where restating or meeting exists; nothing of it at an open table, where all is talked
    over.
    """
    if record.open_table:
        return []
    unclear: set[tuple[int, SeatId, SeatId]] = set()
    found: list[Piece] = []
    for stories in _sheets(record):
        first = stories[0]
        closed = record.closed.get(_agreed_in(stories))
        if closed is None or not {"restate", "meeting"} & set(closed.before.rules):
            continue
        if any(_was_unclear(closed.before, story) for story in stories):
            unclear.add((closed.round, *pair_of(first.customer, first.provider)))
            if _spoke(record, stories):
                found.append(_clarified(record, closed, stories))
    return found + list(_left_lying(record)) + list(_needless(record, unclear))


def _sheets(record: Record) -> list[list[LineStory]]:
    """Request lines that were agreed on, by sheet."""
    by_sheet: dict[SheetId, list[LineStory]] = {}
    for story in record.lines.values():
        if story.agreed:
            by_sheet.setdefault(story.sheet, []).append(story)
    return list(by_sheet.values())


def _agreed_in(stories: list[LineStory]) -> int:
    return max((step.round for story in stories for step, _ in story.words), default=0)


def _was_unclear(state: State, story: LineStory) -> bool:
    """As it was sent: by its channel, before anything was clarified."""
    sheet = state.sheets[story.sheet]
    before = channel_clarity(sheet.channel, platform=state.holds("platform"))
    return is_ambiguous(state, ServiceId(story.need.service), story.need.units, before)


def _spoke(record: Record, stories: list[LineStory]) -> bool:
    word = stories[0].first_word()
    return word is not None and record.own(word[0])


def _clarified(record: Record, closed: Step, stories: list[LineStory]) -> Piece:
    first = stories[0]
    agreed = sum(record.end.commitments[number].units for story in stories for number in story.agreed)
    word = first.first_word()
    sheet = closed.before.sheets[first.sheet]
    hit = sheet.restated is not None or sheet.met
    reached = min(100, (MET if sheet.met else channel_clarity(sheet.channel, platform=closed.before.holds("platform")))
                  + (RESTATED if sheet.restated is not None else 0))  # fmt: skip
    return Piece(
        "N2", "clarified" if hit else "unclear", closed.round,
        (first.asked.number, word[0].number if word is not None else closed.number), first.provider,
        provider=first.provider, customer=first.customer,
        numbers=(("service", first.need.service), ("units", sum(s.need.units for s in stories)), ("clarity", reached)),
        credit=1000 if hit else 0, weight=UNIT * agreed,
    )  # fmt: skip


def _left_lying(record: Record) -> Iterator[Piece]:
    """Unclear sheets on which their provider never said a word: to restate one and leave it is no better."""
    agreed = {story.sheet for story in record.lines.values() if story.agreed or story.words}
    seen: set[SheetId] = set()
    for story in record.lines.values():
        if story.sheet in agreed or story.sheet in seen or not story.unanswered:
            continue
        closed = story.unanswered[0]
        if record.speaks(story.provider, closed.round) and _was_unclear(closed.before, story):
            seen.add(story.sheet)
            yield Piece(
                "N2", "unanswered", closed.round, (story.asked.number, closed.number), story.provider,
                provider=story.provider, customer=story.customer,
                numbers=(("service", story.need.service), ("units", story.need.units)), credit=0,
                weight=UNIT * story.need.units,
            )  # fmt: skip


def _needless(record: Record, unclear: set[tuple[int, SeatId, SeatId]]) -> Iterator[Piece]:
    """Meetings that took an hour of each side while nothing between the two was unclear: of both who wanted them."""
    wanted = [(step, e.seat, e.other) for step, e in record.of(MeetingProposed)]
    wanted += [(step, e.seat, e.other) for step, e in record.of(MeetingAnswered)]
    for step, seat, other in wanted:
        pair = pair_of(seat, other)
        closed = record.closed.get(step.round)
        if closed is None or (step.round, *pair) in unclear or not record.own(step):
            continue
        meeting = closed.before.meetings.get(pair)
        if meeting is not None and meeting.state == "agreed":
            yield Piece(
                "N2", "needless", step.round, (step.number,), seat, provider=seat, customer=other,
                credit=0, weight=NEEDLESS,
            )  # fmt: skip


def roles_known(record: Record, _worths: Worths) -> list[Piece]:
    """N3: role questions, and the map task's F1, which weighs as much as all of a seat's answers together."""
    answers: dict[SeatId, list[Piece]] = {}
    for step, event in record.of(RoleAnswered):
        if record.own(step):
            answers.setdefault(event.seat, []).append(_answered(step, event))
    found = [piece for pieces in answers.values() for piece in pieces]
    for step, marked in record.of(MapMarked):
        if record.own(step):
            found.append(_mapped(step, marked, max(1, len(answers.get(marked.seat, ())))))
    return found


def _answered(step: Step, event: RoleAnswered) -> Piece:
    right = (event.metric_right, event.limit_right)
    credit = {(True, True): BOTH, (True, False): METRIC_ALONE, (False, True): LIMIT_ALONE}.get(right, 0)
    return Piece(
        "N3", "role", step.round, (step.number,), event.seat, provider=event.about, customer=event.seat,
        numbers=(("right", sum(right)), ("of", len(right))), credit=credit,
    )  # fmt: skip


def _mapped(step: Step, event: MapMarked, weight: int) -> Piece:
    marked = 2 * event.found + event.missed + event.wrong
    return Piece(
        "N3", "map", step.round, (step.number,), event.seat, customer=event.seat,
        numbers=(("found", event.found), ("missed", event.missed), ("wrong", event.wrong)),
        credit=1000 * 2 * event.found // marked if marked else 1000, weight=1000 * weight,
    )  # fmt: skip
