"""Sharing facts: with whom, and which; with all only after it was asked about once."""

from __future__ import annotations

from sandgame.present import facts
from sandgame.present.scene import Scene
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.intents import FactRef, Intent, ShareFact
from sandgame.ui.bench import Bench
from sandgame.ui.drafts import Draft
from sandgame.ui.facts_panel import FactsPanel
from sandgame.ui.kit.fields import FaultLine


class FactsBench(Bench):
    def __init__(self, panel: FactsPanel) -> None:
        super().__init__(panel)
        self.panel = panel
        self._to: SeatId | None = None
        panel.to_chosen.connect(self._on_to)
        panel.share_asked.connect(self._on_share)

    def draft(self) -> Draft | None:
        return None if self._to is None else {"to": self._to}

    def restore(self, draft: Draft) -> None:
        to = SeatId(int(draft["to"]))
        if to == TABLE or to in facts.others(self.scene):
            self._to = to

    @property
    def to(self) -> SeatId:
        """The department that facts go to: the one chosen, else the first that I work with."""
        return self._to if self._to is not None else facts.first_target(self.scene)

    def see(self, scene: Scene) -> None:
        super().see(scene)
        if self._to is not None and self._to != TABLE and self._to not in facts.others(scene):
            self._to = None

    def show(self) -> None:
        self.panel.show_facts(facts.facts_picture(self.scene, self.to))

    def fault_for(self, intent: Intent) -> FaultLine | None:
        return self.panel.fault if isinstance(intent, ShareFact) else None

    def choose(self, to: SeatId) -> None:
        """As the board or another panel asks for it; the page is shown anew by whoever asks."""
        if to in facts.others(self.scene):
            self._to = to

    def _on_to(self, to: int) -> None:
        self._to = SeatId(to)
        self.panel.fault.set_fault("")
        self.changed.emit()

    def _on_share(self, ref: FactRef) -> None:
        self.panel.fault.set_fault("")
        question = facts.sharing_with_all(self.scene, ref) if self.to == TABLE else None
        self.send(facts.share_intent(self.scene, self.to, ref), question)
