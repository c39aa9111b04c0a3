"""Review: rate whoever served me, say why it failed, thank, apologise; in the dock a vote, wishes, a note."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sandgame.present.failing import apology_intent, cause_intent
from sandgame.present.history import History
from sandgame.present.now import NowBar
from sandgame.present.review import RATE, VOTE, WHY, review, review_now, thank_intent
from sandgame.present.review_draft import (
    NoteDraft,
    RatingDraft,
    ReviewDraft,
    VoteDraft,
    entered,
    entries,
    first_draft,
    form,
    known,
    rating_of,
    votable,
    wordless,
)
from sandgame.present.scene import Scene
from sandgame.present.wishes import WishKey, change_intent
from sandgame.rules.ids import CommitmentId, SeatId
from sandgame.rules.intents import (
    FinishPhase,
    Intent,
    KeepEntry,
    RateProvider,
    ThankProvider,
    Vote,
    WriteNote,
)
from sandgame.ui.drafts import Draft
from sandgame.ui.kept_entries import KeptEntries
from sandgame.ui.page import Page
from sandgame.ui.review_centre import ReviewCentre
from sandgame.ui.review_dock import ReviewDock
from sandgame.ui.week_result import open_result


class ReviewPage(Page):  # long: the page interface, and a slot for each thing that can be given
    """Ratings, vote and note are drafts that the host keeps; finishing enters them. All else goes out at once."""

    def __init__(self) -> None:
        self._centre, self.panels = ReviewCentre(), ReviewDock()
        super().__init__(self._centre, self.panels)
        self._scene: Scene | None = None
        self._draft = ReviewDraft()
        self._history: History[ReviewDraft] = History(self._draft)
        self._writing = False
        self._weeks: dict[WishKey, int] = {}
        self._thanked: set[SeatId] = set()
        self._is_on = False
        self._kept = KeptEntries(self)
        self._kept.rested.connect(self.keep)
        self.failing = self._centre.failing
        self._centre.rated.connect(self._on_rating)
        self._centre.thank_asked.connect(self._on_thank)
        self._centre.thanks_written.connect(self._on_card_written)
        self.failing.cause_asked.connect(self._on_cause)
        self.failing.apology_asked.connect(self._on_apology)
        self.panels.result.clicked.connect(self._on_result)
        self.panels.vote.voted.connect(self._on_vote)
        self.panels.wishes.week_changed.connect(self._on_week)
        self.panels.wishes.answered.connect(self._on_will_do)
        self.panels.note.edited.connect(self._on_note)

    # what the shell asks

    def show(self, scene: Scene) -> None:
        before, self._scene = self._scene, scene
        if before is None or not self._is_on or before.attempt != scene.attempt:
            self._begin(scene)
        self._is_on = True
        self._render()

    def _begin(self, scene: Scene) -> None:
        self._centre.begin()
        self._draft = first_draft(scene)
        self._history, self._writing = History(self._draft), False
        self._weeks, self._thanked = {}, set()
        self._kept.begin(known(scene))

    def _render(self) -> None:
        scene = self._scene
        if scene is None:
            return
        for seat, rating in self._centre.settling().items():
            self._draft = self._draft.with_rating(seat, rating)
        page, open_ = review(scene, self._draft, self._weeks), not self._is_finished
        self._centre.show_review(page, scene, self._thanked, open_=open_)
        self.panels.show_review(page, open_=open_)
        self.panels.result.setText(scene.speech.say("deliver-result-again"))

    @property
    def _is_finished(self) -> bool:
        return self._scene is not None and self._scene.seat in self._scene.view.table.finished

    def now(self) -> NowBar:
        assert self._scene is not None
        return review_now(self._scene, self._draft)

    def primary(self) -> None:
        """What was drafted is entered first, whether or not its field has been left."""
        scene = self._scene
        assert scene is not None
        self._take_in()
        self._kept.stop()
        counts = entered(scene)
        for key, entry in entries(scene, self._draft).items():
            if counts.get(key) != entry or not self._kept.has(entry):
                self._kept.sent(entry)
                self.intent_asked.emit(entry)
        for seat, reason in self._centre.unsent(self._thanked).items():
            self._on_thank(seat, reason)
        table = scene.view.table
        self.intent_asked.emit(FinishPhase(round=table.round, phase=table.phase))

    def go(self, item: int) -> None:
        if item == WHY:
            self._centre.focus_failing()
        elif item == VOTE:
            self.dock_asked.emit()
            self.panels.vote.focus_first()
        elif item == RATE:
            self._centre.focus_next()

    def key(self, key: int, shift: bool) -> bool:
        """1 to 5 rate the next provider on all items; T writes a thank-you card, to the provider in focus if it may."""
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            return self._centre.rate_next(key - Qt.Key.Key_0)
        return key == Qt.Key.Key_T and not shift and self._centre.thank_next()

    # kept at the host, and on this computer

    def keep(self) -> None:
        """Sends what is drafted to the host, where it outlives this program; done by itself after a second's rest."""
        scene = self._scene
        self._kept.stop()
        if scene is None or not self._is_on or scene.view.table.phase != "review" or self._is_finished:
            return
        table = scene.view.table
        for entry in self._kept.fresh(entries(scene, self._draft)):
            self.intent_asked.emit(KeepEntry(round=table.round, phase=table.phase, entry=entry))
        self.now_changed.emit()

    def draft(self) -> Draft | None:
        """What the host has not: marks not all set, words not sent, and what was drafted this very second."""
        scene = self._scene
        if scene is None:
            return None
        found: Draft = {}
        whole = {key[1] for key, entry in entries(scene, self._draft).items() if self._kept.has(entry)}
        begun = {seat: each for seat, each in self._draft.ratings.items() if each.is_begun and seat not in whole}
        if begun:
            found["ratings"] = [[seat, [*x.marks], x.comment, x.please_change] for seat, x in begun.items()]
        if self._kept.is_resting and self._draft.vote is not None:
            found["vote"] = [self._draft.vote.measure]
        if self._kept.is_resting and self._draft.note.is_begun:
            found["note"] = asdict(self._draft.note)
        if cards := self._centre.unsent(self._thanked):
            found["thanks"] = [[seat, reason] for seat, reason in cards.items()]
        return found or None

    def restore(self, draft: Draft) -> None:
        scene = self._scene
        if scene is None:
            return
        with suppress(TypeError, ValueError, LookupError):
            for seat, marks, comment, please in draft.get("ratings", []):
                fits = len(marks) == len(form(scene)) and all(mark in range(6) for mark in marks)
                if seat in scene.view.review.to_rate and fits:
                    rating = RatingDraft(tuple(marks), str(comment), bool(please))
                    self._draft = self._draft.with_rating(SeatId(seat), rating)
            if "vote" in draft and draft["vote"][0] in (None, *votable(scene)):
                self._draft = replace(self._draft, vote=VoteDraft(draft["vote"][0]))
            if "note" in draft:
                self._draft = replace(self._draft, note=NoteDraft(**{k: str(v) for k, v in draft["note"].items()}))
            self._render()
            for seat, reason in draft.get("thanks", []):
                self._centre.take_up(SeatId(seat), str(reason))
        self._touch()

    def stored(self, intent: Intent) -> None:
        if isinstance(intent, KeepEntry):
            self.draft_changed.emit()

    def not_stored(self, intent: Intent) -> None:
        self._forget(intent)

    def refused(self, intent: Intent, text: str) -> bool:
        """Beside the control; a draft that cannot be kept says no more than that it is not kept."""
        self._forget(intent)
        if isinstance(intent, KeepEntry):
            return True
        fault = self.panels.fault_for(intent) or self.failing.fault_for(intent)
        if fault is not None:
            fault.set_fault(text)
        return fault is not None

    def _forget(self, intent: Intent) -> None:
        """It did not arrive: it may go out once more."""
        if isinstance(intent, KeepEntry):
            self._kept.lost(intent.entry)
        elif isinstance(intent, RateProvider | Vote | WriteNote):
            self._kept.lost(intent)
        elif isinstance(intent, ThankProvider):
            self._thanked.discard(SeatId(intent.provider))
        self._render()

    def coach_spot(self, spot: str) -> QWidget | None:
        spots: dict[str, QWidget] = {"vote": self.panels.vote, "why_failed": self.failing}
        return spots.get(spot)

    def undo(self) -> None:
        """Marks, words, vote and note go back by a step; what was sent stays sent."""
        self._take_in_steps()
        self._go_to(self._history.undone())

    def redo(self) -> None:
        self._go_to(self._history.redone())

    def _take_in_steps(self) -> None:
        """What the cards have not told yet is a step of its own."""
        if self._scene is not None and self._is_on:
            self._take_in()
            self._history = self._history.then(self._draft)

    def _go_to(self, history: History[ReviewDraft]) -> None:
        if history is self._history or not self._is_on or self._is_finished:
            return
        self._history, self._draft, self._writing = history, history.present, False
        self._tell()

    def leave(self) -> None:
        # a field that loses its focus with the page says so, but its week's review is over
        self._is_on = False
        self._kept.stop()
        self._centre.stop()

    # what the person does

    def _touch(self) -> None:
        """Something was drafted: it rests a second before the host is told. What is written at one go is one step."""
        before = self._history.present
        writes = before != self._draft and wordless(before) == wordless(self._draft)
        goes_on = writes and self._writing and not self._history.future
        self._history = self._history.instead(self._draft) if goes_on else self._history.then(self._draft)
        self._writing = writes
        self._tell()

    def _tell(self) -> None:
        self._kept.touch()
        self.draft_changed.emit()
        self._render()
        self.now_changed.emit()

    def _take_in(self) -> None:
        """Marks and words as they stand on the cards, settled or not."""
        assert self._scene is not None
        for seat, rating in self._centre.ratings().items():
            if rating != rating_of(self._scene, self._draft, seat):
                self._draft = self._draft.with_rating(seat, rating)
        if self._scene.view.review.long_form:
            self._draft = replace(self._draft, note=self.panels.note.draft())

    def _on_rating(self, seat: int) -> None:
        if not self._is_on or self._scene is None:
            return
        self._draft = self._draft.with_rating(SeatId(seat), self._centre.rating(SeatId(seat)))
        self._touch()

    def _on_vote(self, place: int) -> None:
        if not self._is_on or self._scene is None:
            return
        self.panels.vote.fault.set_fault("")
        self._draft = replace(self._draft, vote=VoteDraft(votable(self._scene)[place] if place >= 0 else None))
        self._touch()

    def _on_note(self) -> None:
        if self._is_on:
            self.panels.note.fault.set_fault("")
            self._draft = replace(self._draft, note=self.panels.note.draft())
            self._touch()

    def _on_result(self) -> None:
        """The result that Deliver ended with, as long as the week lasts."""
        if self._scene is not None:
            open_result(self._centre, self._scene)

    def _on_cause(self, commitment: int, place: int) -> None:
        if self._scene is not None:
            self.intent_asked.emit(cause_intent(self._scene, CommitmentId(commitment), place))

    def _on_apology(self, commitment: int, words: str) -> None:
        if self._scene is not None:
            self.intent_asked.emit(apology_intent(self._scene, CommitmentId(commitment), words))

    def _on_week(self, key: WishKey, week: int) -> None:
        self._weeks[key] = week

    def _on_will_do(self, key: WishKey, week: int) -> None:
        if self._scene is not None:
            self.intent_asked.emit(change_intent(self._scene, key, week))

    def _on_thank(self, seat: int, reason: str) -> None:
        assert self._scene is not None
        if SeatId(seat) not in self._thanked:
            self._thanked.add(SeatId(seat))
            self.intent_asked.emit(thank_intent(self._scene, SeatId(seat), reason))
        self.now_changed.emit()

    def _on_card_written(self) -> None:
        self.draft_changed.emit()
        self.now_changed.emit()
