"""The pages of a debrief in their order: a version of them, and what the facilitator adds, moves and takes out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.frames.debrief import VERSIONS, PageName
from sandgame.present.debrief_lead import DebriefLead
from sandgame.ui.kit.buttons import FlatButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.radio_card import RadioCard
from sandgame.ui.kit.segmented import Segmented
from sandgame.ui.scroller import Scroller


class PageOrder(Card):
    page_asked = Signal(int)
    """The place of the page that is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.version = Segmented()
        self._area = Scroller()
        self.add, self.remove = SecondaryButton("", "plus"), FlatButton("", "trash-2")
        self.up, self.down = FlatButton("", "arrow-up"), FlatButton("", "arrow-down")
        self.cards: list[RadioCard] = []
        lines = column(self, margins=(10, 10, 10, 10), gap=6)
        lines.addWidget(self.version)
        lines.addWidget(self._area, 1)
        lines.addWidget(self.add)
        order = row(gap=4)
        for button in (self.up, self.down, self.remove):
            order.addWidget(button, 1)
        lines.addLayout(order)

    def show_order(self, lead: DebriefLead) -> None:
        say = lead.speech.say
        self.version.set_options([(say("debrief-presenter-minutes", minutes=m), "") for m in sorted(VERSIONS)])
        self.version.set_index(sorted(VERSIONS).index(lead.minutes))
        self.add.setText(say("debrief-presenter-add"))
        self.add.setEnabled(bool(lead.to_add))
        for button, key in ((self.remove, "remove"), (self.up, "up"), (self.down, "down")):
            button.setAccessibleName(say(f"debrief-presenter-{key}"))
            button.setToolTip(say(f"debrief-presenter-{key}"))
        self._show_cards(lead)

    def _show_cards(self, lead: DebriefLead) -> None:
        made = QWidget()
        lines = QVBoxLayout(made)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        self.cards = []
        for place, page in enumerate(lead.pages):
            name = page_name(lead, page)
            card = RadioCard(f"{place + 1}  {name}")
            card.setChecked(place == lead.place)
            card.clicked.connect(partial(self.page_asked.emit, place))
            self.cards.append(card)
            lines.addWidget(card)
        lines.addStretch(1)
        self._area.set_content(made)


def page_name(lead: DebriefLead, page: PageName) -> str:
    return lead.speech.say(f"debrief-page-{page.replace('_', '-')}")
