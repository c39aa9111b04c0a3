"""The take-away card of a seat: written, kept as it is left, and on paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent

from sandgame.frames.debrief import KeepDebrief, OwnSaid, TakeAway
from sandgame.paint.leaves import Leaves
from sandgame.paint.look import Look
from sandgame.present.debrief_known import DebriefKnown
from sandgame.present.debrief_paper import take_paper
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech
from sandgame.ui.debrief_hand_in import Work
from sandgame.ui.debrief_lines import LinesField
from sandgame.ui.kit.labels import Label
from sandgame.ui.paper_ways import PaperWays

_TAKE_LINES = {"request": 3, "request_check": 2, "promise": 3, "promise_check": 2, "rule": 2}
"""Fields of the card, with the lines that are seen of each."""


class TakeAwayWork(Work):
    """A request and a promise to a real colleague, each with how it is verified, and the table's rule; on paper too."""

    changed = Signal()

    def __init__(self, seat: SeatId, speech: Speech) -> None:
        super().__init__(seat)
        self._known: DebriefKnown | None = None
        self.paper = PaperWays(speech, self._leaves)
        self.fields = {name: LinesField(lines) for name, lines in _TAKE_LINES.items()}
        self.line = Label(role="caption", tone="text_secondary", wraps=True, icon="lock")
        self.keep = self.send
        self.keep.set_icon("save")
        for field in self.fields.values():
            self.lines.addWidget(field)
            field.text_changed.connect(self._on_changed)
            field.left.connect(self._on_keep)
        self.lines.addWidget(self.line)
        self._add_foot()
        # below what scrolls: what came of it stands there whole
        self._foot_lines.addWidget(self.paper)
        self.keep.clicked.connect(self._on_keep)
        self._told = TakeAway()

    def card(self) -> TakeAway:
        return TakeAway(**{name: field.text().strip() for name, field in self.fields.items()})

    def show_known(self, known: DebriefKnown, scene: DebriefScene) -> None:
        say = scene.say
        self.title.setText(say("debrief-do-take"))
        labels = {"request": say("debrief-do-take-request"), "request_check": say("debrief-do-take-check"),
                  "promise": say("debrief-do-take-promise"), "promise_check": say("debrief-do-take-check"),
                  "rule": say("debrief-do-take-rule")}  # fmt: skip
        for name, field in self.fields.items():
            field.set_texts(labels[name])
        self.keep.setText(say("debrief-do-take-keep"))
        self.done.setText(say("debrief-do-take-kept"))
        self.line.setText(say("debrief-do-take-line"))
        self.paper.in_language(scene.speech)
        self._known = known

    def _leaves(self, look: Look) -> Leaves:
        """Of this seat alone; what is typed counts, kept or not."""
        from sandgame.paint.paper_take import take_leaves

        known = self._known
        scene = known.scene if known is not None else None
        assert known is not None
        assert scene is not None
        rules = known.gathered.rules if known.gathered is not None else ()
        table = known.told.debrief.table if known.told is not None and not known.alone else 0
        return take_leaves(take_paper(scene.hiding(False), self.seat, self.card(), rules, table), look)

    def _put_back(self, said: OwnSaid) -> None:
        card = said.take_away
        if card is None or self.card() != TakeAway() or self._told != TakeAway():
            return
        self._told = card
        for name, field in self.fields.items():
            field.blockSignals(True)
            field.set_text(getattr(card, name))
            field.blockSignals(False)
        self._on_changed()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere in the middle of a sentence finds it again."""
        super().hideEvent(event)
        self._on_keep()

    def _on_keep(self) -> None:
        """Only what is new: leaving a field is no reason to send it again."""
        if self.card() != self._told:
            self._told = self.card()
            self.kept.emit(KeepDebrief(self.seat, take_away=self._told))
        self.done.setVisible(self._told != TakeAway())

    def _on_changed(self) -> None:
        """What is being written is not kept yet."""
        self.done.setVisible(self._told != TakeAway() and self.card() == self._told)
        self.changed.emit()
