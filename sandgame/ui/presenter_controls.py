"""What is done to the page of a debrief that is shown: turned, of which table and link, its names and cards hidden."""

from __future__ import annotations

from sandgame.frames.debrief import WHOLE_PAGE
from sandgame.present.debrief_lead import DebriefLead
from sandgame.present.debrief_page import DebriefPicture, MomentsBody
from sandgame.present.debrief_pages import TWO_STEPS
from sandgame.text.numbers import parts, whole
from sandgame.ui.kit.buttons import FlatButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.pills import PillChoice
from sandgame.ui.kit.switch import SwitchRow

_HIDE = 220


class PageControls(Card):
    def __init__(self) -> None:
        super().__init__()
        self.prev, self.next = SecondaryButton("", "arrow-left"), PrimaryButton("", "arrow-right")
        self.next.set_key("F9")
        self.close_class = SecondaryButton("", "flag", size="small")
        self.table_text, self.table = Label(role="label", weight=700), PillChoice()
        self.agreement = Label(role="caption", tone="text_secondary", wraps=True, icon="lock")
        self.put_up = SecondaryButton("", "presentation", size="small")
        self.link_text, self.link = Label(role="label", weight=700), PillChoice()
        self.hide_names = SwitchRow()
        self.cards = [FlatButton("", "eye-off") for _ in range(3)]
        self.hide_page = FlatButton("", "eye-off")
        self._lay_out()

    def _lay_out(self) -> None:
        lines = column(self, margins=(12, 8, 12, 8), gap=6)
        first = row(gap=8)
        first.addWidget(self.prev)
        first.addWidget(self.next)
        for button in self.cards:
            first.addWidget(button)
        first.addStretch(1)
        first.addWidget(self.hide_page)
        lines.addLayout(first)
        second = row(gap=8)
        second.addWidget(self.table_text)
        second.addWidget(self.table, 1)
        self.hide_names.setFixedWidth(_HIDE)
        second.addWidget(self.hide_names)
        lines.addLayout(second)
        may = row(gap=8)
        may.addStrut(self.put_up.sizeHint().height())
        may.addWidget(self.agreement, 1)
        may.addWidget(self.put_up)
        may.addWidget(self.close_class)
        lines.addLayout(may)
        third = row(gap=8)
        third.addWidget(self.link_text)
        third.addWidget(self.link, 1)
        lines.addLayout(third)

    def show_page(self, lead: DebriefLead, shown: DebriefPicture | None) -> None:
        say = lead.speech.say
        reveals = lead.page in TWO_STEPS and not lead.revealed
        self.prev.setText(say("debrief-prev"))
        self.next.setText(say("saving-go" if lead.at_end else "debrief-reveal" if reveals else "debrief-next"))
        self.next.set_icon("save" if lead.at_end else "arrow-right")
        self.close_class.setText(say("debrief-presenter-reopen" if lead.closed else "debrief-presenter-close"))
        self.close_class.set_icon("rotate-ccw" if lead.closed else "flag")
        self.close_class.setVisible(lead.at_end or lead.closed)
        self.prev.setEnabled(lead.place > 0 or lead.revealed)
        self.next.setEnabled(reveals or lead.at_end or lead.place + 1 < len(lead.pages))
        self.hide_names.set_texts(say("debrief-presenter-hide"))
        self.hide_names.switch.blockSignals(True)
        self.hide_names.switch.setChecked(lead.hidden_names)
        self.hide_names.switch.blockSignals(False)
        self._show_choices(lead)
        self._show_cards(lead, shown)

    def _show_choices(self, lead: DebriefLead) -> None:
        say = lead.speech.say
        self.table_text.setText(say("debrief-presenter-table"))
        tables = sorted(lead.tables)
        self.table.set_options([say("debrief-presenter-class"), *(_table_name(lead, t) for t in tables)])
        self._show_agreement(lead)
        self.table.set_chosen(tables.index(lead.table) + 1 if lead.table in tables else 0)
        scene, debrief = lead.scene, lead.tables.get(lead.table)
        wanted = lead.page == "link" and debrief is not None and scene is not None and not lead.locked
        self.link_text.setText(say("debrief-presenter-link"))
        self.link_text.setVisible(wanted)
        self.link.setVisible(wanted)
        if debrief is not None and scene is not None and wanted:
            names = [
                scene.say("debrief-link-of", provider=scene.name(link.provider), customer=scene.name(link.customer))
                for link in debrief.links
            ]
            self.link.set_options(names)
            pairs = [(link.provider, link.customer) for link in debrief.links]
            self.link.set_chosen(pairs.index(lead.link) if lead.link in pairs else -1)

    def _show_agreement(self, lead: DebriefLead) -> None:
        """Whether the table that is looked at is on the big screen, or may be; never who at it does not agree. There is
        always a line: one that came and went would move what is being clicked."""
        say = lead.speech.say
        told = lead.gathered.get(lead.table)
        self.put_up.setVisible(bool(lead.table) and lead.shown != lead.table and lead.agreed(lead.table))
        self.put_up.setText(say("debrief-presenter-put-up"))
        if not lead.table:
            self.agreement.setText(say("debrief-presenter-shown-class"))
            self.agreement.set_icon("presentation", "text_secondary")
            return
        if lead.table and lead.shown == lead.table:
            self.agreement.setText(say("debrief-presenter-shown", table=lead.table))
            self.agreement.set_icon("presentation", "positive")
            return
        self.agreement.set_icon("lock", "text_secondary")
        if lead.locked:
            self.agreement.setText(say("debrief-presenter-locked", table=lead.table))
            return
        if lead.agreed(lead.table):
            self.agreement.setText(say("debrief-presenter-agreed", table=lead.table))
        else:
            shows, seats = (told.shows, told.seats - told.away) if told is not None else (0, 0)
            counted = say("debrief-presenter-shows", done=parts(shows, seats)) if seats else ""
            if told is not None and told.away:
                gap = "" if lead.speech.language == "zh" else " "
                counted += gap + say("debrief-show-away", count=told.away)
            self.agreement.setText(say("debrief-presenter-private-table", table=lead.table) + counted)

    def _show_cards(self, lead: DebriefLead, shown: DebriefPicture | None) -> None:
        """Every card of the moments can be hidden, and every page."""
        say = lead.speech.say
        debrief = lead.tables.get(lead.table)
        body = shown.body if shown is not None else None
        away = WHOLE_PAGE in lead.hidden_cards
        self.hide_page.set_icon("eye" if away else "eye-off")
        self.hide_page.setText(say("debrief-presenter-page-show" if away else "debrief-presenter-page"))
        count = len(debrief.turning) if debrief is not None and isinstance(body, MomentsBody) else 0
        for number, button in enumerate(self.cards, start=1):
            button.setVisible(number <= count)
            hidden = number in lead.hidden_cards
            button.set_icon("eye" if hidden else "eye-off")
            told = say("debrief-presenter-card-show" if hidden else "debrief-presenter-card", number=number)
            # three of them in full would be wider than the page
            button.setText(whole(number))
            button.setToolTip(told)
            button.setAccessibleName(told)


def _table_name(lead: DebriefLead, table: int) -> str:
    key = "debrief-presenter-table-agreed" if lead.agreed(table) else "debrief-presenter-table-of"
    return lead.speech.say(key, table=table)
