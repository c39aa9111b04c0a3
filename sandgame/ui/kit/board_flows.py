"""Units that travel over a board: the clock of their motion, and who is where at this moment."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QVariantAnimation, Signal

from sandgame.paint.flow import flow_time, travellers_at
from sandgame.present.pictures import FlowPicture, TravellerPicture


class BoardFlows(QObject):
    """`moved` while units travel, `played` when all have arrived."""

    moved = Signal()
    played = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._flows: tuple[FlowPicture, ...] = ()
        self._time = 0
        self._motion = QVariantAnimation(self)
        self._motion.valueChanged.connect(self._on_moved)
        self._motion.finished.connect(self._on_arrived)

    def play(self, flows: Sequence[FlowPicture], at_once: bool) -> None:
        """Starts the units on their way, or shows at once how it ends."""
        self._motion.stop()
        self._flows = tuple(flows)
        whole = flow_time(self._flows)
        if at_once or whole == 0:
            self._on_arrived()
            return
        self._time = 0
        self._motion.setDuration(whole)
        self._motion.setStartValue(0)
        self._motion.setEndValue(whole)
        self._motion.start()

    def clear(self) -> None:
        self._motion.stop()
        self._flows = ()

    def travellers(self) -> tuple[TravellerPicture, ...]:
        return travellers_at(self._flows, self._time)

    def _on_moved(self, time: int) -> None:
        self._time = time
        self.moved.emit()

    def _on_arrived(self) -> None:
        # those that were stopped stay on the board until the next picture
        self._time = flow_time(self._flows)
        self.moved.emit()
        self.played.emit()
