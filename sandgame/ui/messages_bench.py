"""Messages: which thread is open, what is being written in each, and which were read."""

from __future__ import annotations

from sandgame.present import messages
from sandgame.present.scene import Scene
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Intent, SendMessage
from sandgame.ui.bench import Bench
from sandgame.ui.drafts import Draft
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.messages_panel import MessagesPanel


class MessagesBench(Bench):
    def __init__(self, panel: MessagesPanel) -> None:
        super().__init__(panel)
        self.panel = panel
        self.hearer: SeatId | None = None
        self.read: dict[SeatId, int] = {}
        self._texts: dict[SeatId, str] = {}
        panel.hearer_chosen.connect(self._on_hearer)
        panel.text_changed.connect(self._on_text)
        panel.send_asked.connect(self._on_send)

    def draft(self) -> Draft | None:
        texts = {str(seat): text for seat, text in self._texts.items() if text}
        if not texts and not self.read:
            return None
        return {"texts": texts, "read": {str(seat): count for seat, count in self.read.items()}}

    def restore(self, draft: Draft) -> None:
        self._texts = {SeatId(int(seat)): str(text)[: messages.LONGEST] for seat, text in draft["texts"].items()}
        self.read = {SeatId(int(seat)): int(count) for seat, count in draft["read"].items()}

    def see(self, scene: Scene) -> None:
        super().see(scene)
        if self.hearer not in messages.hearers(scene):
            self.hearer = None

    def open(self, hearer: SeatId | None = None) -> None:
        """A thread by name, else one with something unread, else the one that was open."""
        if hearer is not None and hearer in messages.hearers(self.scene):
            self.hearer = hearer
        elif self.hearer is None or messages.unread(self.scene, self.read):
            self.hearer = messages.first_hearer(self.scene, self.read)

    def show(self) -> None:
        """Shows a thread, which then counts as read."""
        hearer = self.hearer if self.hearer is not None else messages.first_hearer(self.scene, self.read)
        if hearer is None:
            return
        self.hearer = hearer
        self.read[hearer] = len(messages.said_in(self.scene, hearer))
        picture = messages.messages_picture(self.scene, hearer, self.read)
        self.panel.show_messages(picture, self._texts.get(hearer, ""))

    def stored(self, intent: Intent) -> None:
        if isinstance(intent, SendMessage) and self._texts.get(intent.to, "").strip() == intent.text:
            self._texts.pop(intent.to, None)

    def fault_for(self, intent: Intent) -> FaultLine | None:
        return self.panel.fault if isinstance(intent, SendMessage) else None

    def _on_hearer(self, hearer: int) -> None:
        self.hearer = SeatId(hearer)
        self.panel.fault.set_fault("")
        self.changed.emit()

    def _on_text(self, text: str) -> None:
        """Kept without showing the page anew: the user is still writing."""
        if self.hearer is not None:
            self._texts[self.hearer] = text
            self.drafted.emit()

    def _on_send(self) -> None:
        text = self._texts.get(self.hearer, "").strip() if self.hearer is not None else ""
        if self.hearer is not None and text:
            self.panel.fault.set_fault("")
            self.send(messages.send_intent(self.scene, self.hearer, text))
