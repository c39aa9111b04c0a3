"""One promise on the bench: what is being written about it, and what goes out."""

from __future__ import annotations

from dataclasses import replace

from sandgame.present import promise_card
from sandgame.present.scene import Scene
from sandgame.rules.ids import CommitmentId
from sandgame.rules.intents import AnswerTerms, Intent, Part, ProposeTerms, ReleasePromise, Warn
from sandgame.rules.sections import Promise
from sandgame.ui.bench import Bench
from sandgame.ui.drafts import Draft
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.promise_panel import PromisePanel


class PromiseBench(Bench):
    def __init__(self, panel: PromisePanel) -> None:
        super().__init__(panel)
        self.panel = panel
        self.commitment: CommitmentId | None = None
        self._drafts: dict[CommitmentId, promise_card.PromiseDraft] = {}
        panel.answered.connect(self._on_answered)
        panel.warn_changed.connect(self._on_warn_changed)
        panel.warn_asked.connect(self._on_warn)
        panel.terms_opened.connect(self._on_terms_opened)
        panel.terms_changed.connect(self._on_terms_changed)
        panel.terms_asked.connect(self._on_terms)
        panel.release_asked.connect(self._on_release)

    def begin(self) -> None:
        self.commitment = None
        self._drafts = {}

    def draft(self) -> Draft | None:
        kept = [
            [number, d.missing, d.note, [[part.units, part.due] for part in d.parts]]
            for number, d in self._drafts.items()
            if d != promise_card.PromiseDraft()
        ]
        return {"open": self.commitment, "drafts": kept} if kept else None

    def restore(self, draft: Draft) -> None:
        for number, missing, note, parts in draft["drafts"]:
            given = tuple(Part(int(units), int(due)) for units, due in parts)
            self._drafts[CommitmentId(int(number))] = promise_card.PromiseDraft(int(missing), str(note), given)
        if draft["open"] is not None:
            self.open(int(draft["open"]))

    def see(self, scene: Scene) -> None:
        """What has just been let go or exchanged is closed; drafts of what may not be changed any more go."""
        before = self._scene
        was = promise_card.promise_of(before, self.commitment) if before is not None and self.commitment else None
        super().see(scene)
        now = self.promise
        if now is None or (now.is_gone and was is not None and not was.is_gone):
            self.commitment = None
        for number in list(self._drafts):
            promise = promise_card.promise_of(scene, number)
            if promise is None or not promise.is_open:
                del self._drafts[number]

    @property
    def promise(self) -> Promise | None:
        """The one whose card is open."""
        return promise_card.promise_of(self.scene, self.commitment) if self.commitment is not None else None

    def open(self, commitment: int) -> bool:
        """Whether there is such a promise to look at."""
        if promise_card.promise_of(self.scene, commitment) is None:
            return False
        self.commitment = CommitmentId(commitment)
        self.panel.fault.set_fault("")
        return True

    def head(self) -> str:
        """What the dock's head says while it is open."""
        picture = self._picture()
        return picture.head if picture is not None else ""

    def show(self) -> bool:
        """Fills the panel; False if there is nothing open."""
        picture = self._picture()
        if picture is None:
            return False
        self.panel.show_promise(picture, self.scene.speech)
        return True

    def _picture(self) -> promise_card.PromisePicture | None:
        promise = self.promise
        if promise is None:
            return None
        return promise_card.promise_picture(self.scene, promise, self._draft)

    @property
    def _draft(self) -> promise_card.PromiseDraft:
        empty = promise_card.PromiseDraft()
        return self._drafts.get(self.commitment, empty) if self.commitment is not None else empty

    def _edit(self, draft: promise_card.PromiseDraft) -> None:
        if self.commitment is not None:
            self._drafts[self.commitment] = draft
            self.panel.fault.set_fault("")

    def stored(self, intent: Intent) -> None:
        if isinstance(intent, Warn | ProposeTerms | ReleasePromise | AnswerTerms):
            self._drafts.pop(intent.commitment, None)

    def fault_for(self, intent: Intent) -> FaultLine | None:
        mine = isinstance(intent, Warn | ProposeTerms | AnswerTerms | ReleasePromise)
        return self.panel.fault if mine and self.panel.isVisible() else None

    def _on_answered(self, agree: bool) -> None:
        if self.commitment is not None:
            self.send(promise_card.answer_intent(self.scene, self.commitment, agree))

    def _on_warn_changed(self, missing: int, note: str) -> None:
        """Kept without showing the page anew: the user may still be writing."""
        self._edit(replace(self._draft, missing=missing, note=note))
        self.drafted.emit()

    def _on_warn(self) -> None:
        promise = self.promise
        if promise is not None:
            missing = min(max(self._draft.missing, 1), promise.lacking)
            self.send(promise_card.warn_intent(self.scene, promise.commitment, missing, self._draft.note))

    def _on_terms_opened(self) -> None:
        promise = self.promise
        if promise is not None:
            parts = () if self._draft.parts else promise_card.first_parts(self.scene, promise)
            self._edit(replace(self._draft, parts=parts))
            self.changed.emit()

    def _on_terms_changed(self, parts: tuple[Part, ...]) -> None:
        self._edit(replace(self._draft, parts=parts))
        self.changed.emit()

    def _on_terms(self) -> None:
        promise = self.promise
        if promise is not None and self._draft.parts:
            self.send(promise_card.terms_intent(self.scene, promise, self._draft.parts))

    def _on_release(self) -> None:
        promise = self.promise
        if promise is not None:
            intent = promise_card.release_intent(self.scene, promise.commitment)
            self.send(intent, promise_card.releasing(self.scene, promise))
