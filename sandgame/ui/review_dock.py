"""The dock of Review: the week's result, the vote, what others ask me to change, the note, what I was given.

Each only if it is there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from sandgame.present.review import ReviewPicture
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Intent, PromiseChange, Vote, WriteNote
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, column, stacked
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.labels import Label
from sandgame.ui.note_panel import NotePanel
from sandgame.ui.received_panel import ReceivedPanel
from sandgame.ui.scroller import Scroller
from sandgame.ui.vote_panel import VotePanel
from sandgame.ui.wish_panel import WishPanel


class ReviewDock(Scroller):
    def __init__(self) -> None:
        super().__init__()
        self.vote, self.wishes, self.note = VotePanel(), WishPanel(), NotePanel()
        self.received = ReceivedPanel()
        self._lines: list[tuple[Divider, QWidget]] = []
        made = Card()
        lines = column(made, margins=(0, 0, 0, 0), gap=0)
        self.result = SecondaryButton("", "scale", size="small")
        self.moved = Label("", "caption", "text_secondary", wraps=True)
        head = stacked(self.result, self.moved, gap=4)
        head.setContentsMargins(12, 6, 12, 6)
        lines.addLayout(head)
        lines.addWidget(Divider())
        for panel in (self.vote, self.wishes, self.note, self.received):
            line = Divider()
            lines.addWidget(line)
            lines.addWidget(panel)
            self._lines.append((line, panel))
        lines.addStretch(1)
        self.set_content(made)

    def show_review(self, page: ReviewPicture, *, open_: bool) -> None:
        """`open_`: something may still be given; what is only read stays as it is."""
        self.moved.setText(page.kpi_moved)
        self.moved.setVisible(bool(page.kpi_moved))
        self.vote.setVisible(page.vote is not None)
        self.wishes.setVisible(page.wishes is not None)
        self.note.setVisible(page.pdca is not None)
        if page.vote is not None:
            self.vote.show_vote(page.vote)
        if page.wishes is not None:
            self.wishes.show_wishes(page.wishes)
        if page.pdca is not None:
            self.note.show_note(page.pdca)
        self.received.show_received(page)
        first = True
        for line, panel in self._lines:
            line.setVisible(not panel.isHidden() and not first)
            first = first and panel.isHidden()
        for panel in (self.vote, self.wishes):
            panel.setEnabled(open_)
        self.note.set_enabled(open_)

    def fault_for(self, intent: Intent) -> FaultLine | None:
        """Where it is said that this was refused."""
        if isinstance(intent, Vote):
            return self.vote.fault
        if isinstance(intent, WriteNote):
            return self.note.fault
        if isinstance(intent, PromiseChange):
            asked = self.wishes.row((SeatId(intent.customer), intent.asked))
            return asked.fault if asked is not None else None
        return None
