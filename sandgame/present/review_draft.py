"""What a person is about to give in a Review: marks and words, a vote, a note; and what of it the host may keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sandgame.present.scene import Scene
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Entry, ProposePool, RateProvider, Vote, WriteNote
from sandgame.rules.scenario import MeasureName

SHORT_FORM = ("reliability", "responsiveness", "empathy")
LONG_FORM = (*SHORT_FORM, "assurance", "tangibles")
PARTS = ("plan", "do", "check", "act")

Marks = tuple[int, ...]
"""1 to 5 for each item of the form, 0 while it is open."""
EntryKey = tuple[str, int]
"""What an entry is about: the one kept last under a key replaces the one before."""


def form(scene: Scene) -> tuple[str, ...]:
    """The items of this Review."""
    return LONG_FORM if scene.view.review.long_form else SHORT_FORM


@dataclass(frozen=True, slots=True)
class RatingDraft:
    """For one provider; it counts once every mark is set."""

    marks: Marks = (0, 0, 0)
    comment: str = ""
    please_change: bool = False

    @property
    def is_whole(self) -> bool:
        return all(self.marks)

    @property
    def is_begun(self) -> bool:
        return any(self.marks) or bool(self.comment) or self.please_change

    @property
    def shared(self) -> int:
        """The value that all items share, or 0."""
        return self.marks[0] if len(set(self.marks)) == 1 else 0


@dataclass(frozen=True, slots=True)
class VoteDraft:
    """A choice: a measure, or none of them."""

    measure: MeasureName | None


@dataclass(frozen=True, slots=True)
class NoteDraft:
    plan: str = ""
    do: str = ""
    check: str = ""
    act: str = ""

    @property
    def is_begun(self) -> bool:
        return any((self.plan, self.do, self.check, self.act))


@dataclass(frozen=True, slots=True)
class ReviewDraft:
    ratings: Mapping[SeatId, RatingDraft] = field(default_factory=dict)
    vote: VoteDraft | None = None
    note: NoteDraft = NoteDraft()

    def with_rating(self, seat: SeatId, rating: RatingDraft) -> ReviewDraft:
        return replace(self, ratings={**self.ratings, seat: rating})


def wordless(draft: ReviewDraft) -> ReviewDraft:
    """All of it that is chosen and not written."""
    ratings = {seat: replace(each, comment="") for seat, each in draft.ratings.items()}
    return ReviewDraft(ratings, draft.vote)


def blank(scene: Scene) -> RatingDraft:
    return RatingDraft((0,) * len(form(scene)))


def key_of(entry: Entry) -> EntryKey:
    return ("rate", entry.provider) if isinstance(entry, RateProvider) else (type(entry).__name__, 0)


def entered(scene: Scene) -> dict[EntryKey, Entry]:
    """What counts already: my ratings of this week, my vote, my note."""
    view, table = scene.view, scene.view.table
    found: list[Entry] = [
        RateProvider(
            round=table.round,
            phase="review",
            provider=given.provider,
            reliability=given.reliability,
            responsiveness=given.responsiveness,
            empathy=given.empathy,
            assurance=given.assurance,
            tangibles=given.tangibles,
            comment=given.comment,
            please_change=given.please_change,
        )
        for given in view.review.given
    ]
    found += [
        Vote(round=table.round, phase="review", measure=vote.measure)
        for vote in view.room.votes
        if vote.seat == scene.seat
    ]
    found += [
        WriteNote(round=table.round, phase="review", plan=note.plan, do=note.do, check=note.check, act=note.act)
        for note in view.review.notes
        if note.seat == scene.seat and note.round == table.round
    ]
    return {key_of(entry): entry for entry in found}


def known(scene: Scene) -> dict[EntryKey, Entry]:
    """What the host has of me: what counts, and over it what it keeps unfinished."""
    week = scene.view.table.round
    kept = {
        key_of(entry): entry
        for entry in scene.view.beside.kept
        if entry.round == week and entry.phase == "review" and not isinstance(entry, ProposePool)
    }
    return entered(scene) | kept


def first_draft(scene: Scene) -> ReviewDraft:
    """Taken up where it was left."""
    draft = ReviewDraft()
    for entry in known(scene).values():
        if isinstance(entry, RateProvider):
            marks = tuple(getattr(entry, item) or 0 for item in form(scene))
            rating = RatingDraft(marks, entry.comment, entry.please_change)
            draft = draft.with_rating(SeatId(entry.provider), rating)
        elif isinstance(entry, Vote):
            draft = replace(draft, vote=VoteDraft(entry.measure))
        elif isinstance(entry, WriteNote):
            draft = replace(draft, note=NoteDraft(entry.plan, entry.do, entry.check, entry.act))
    return draft


def rating_of(scene: Scene, draft: ReviewDraft, seat: SeatId) -> RatingDraft:
    return draft.ratings.get(seat) or blank(scene)


def votable(scene: Scene) -> tuple[MeasureName, ...]:
    """The measures that may be voted for now."""
    if not scene.view.room.votable:
        return ()
    week = scene.view.table.round
    return tuple(m.measure for m in scene.view.room.measures if m.holds_from is None and m.round <= week)


def entries(scene: Scene, draft: ReviewDraft) -> dict[EntryKey, Entry]:
    """What could be entered as it stands: whole ratings, the vote, a note with words in it."""
    table = scene.view.table
    found: list[Entry] = [
        _rating(scene, seat, draft.ratings[seat])
        for seat in scene.view.review.to_rate
        if seat in draft.ratings and draft.ratings[seat].is_whole
    ]
    if draft.vote is not None and votable(scene) and draft.vote.measure in (None, *votable(scene)):
        found.append(Vote(round=table.round, phase=table.phase, measure=draft.vote.measure))
    if scene.view.review.long_form and (draft.note.is_begun or ("WriteNote", 0) in known(scene)):
        note = draft.note
        found.append(
            WriteNote(round=table.round, phase=table.phase, plan=note.plan, do=note.do, check=note.check, act=note.act)
        )
    return {key_of(entry): entry for entry in found}


def _rating(scene: Scene, seat: SeatId, draft: RatingDraft) -> RateProvider:
    table = scene.view.table
    marks: dict[str, int] = dict(zip(form(scene), draft.marks, strict=True))
    return RateProvider(
        round=table.round,
        phase=table.phase,
        provider=seat,
        comment=draft.comment,
        please_change=draft.please_change,
        reliability=marks["reliability"],
        responsiveness=marks["responsiveness"],
        empathy=marks["empathy"],
        assurance=marks.get("assurance"),
        tangibles=marks.get("tangibles"),
    )
