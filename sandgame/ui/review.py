"""Review: rate whoever served me, thank whoever kept a promise to me; in the dock what I was given in earlier weeks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from sandgame.present.now import NowBar
from sandgame.present.review import (
    RATE,
    RatingDraft,
    ReceivedRow,
    ReviewPicture,
    given,
    rating_intent,
    review,
    review_now,
    thank_intent,
)
from sandgame.present.scene import Scene
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import FinishPhase, Intent, RateProvider, ThankProvider
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.cards import Card, Divider, PanelHeader, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.page import Page
from sandgame.ui.provider_card import ProviderPanel
from sandgame.ui.scroller import Scroller
from sandgame.ui.thanks import ThanksCard

_COLUMNS = 2


class ReviewPage(Page):
    """A rating goes out as soon as its three marks are set, and again with every change."""

    def __init__(self) -> None:
        self._centre, self._dock = Scroller(), Scroller()
        super().__init__(self._centre, self._dock)
        self._scene: Scene | None = None
        self._built: tuple[object, ...] = ()
        self._panels: dict[SeatId, ProviderPanel] = {}
        self._drafts: dict[SeatId, RatingDraft] = {}
        self._sent: dict[SeatId, RatingDraft] = {}
        self._thanked: set[SeatId] = set()
        self._thanks: ThanksCard | None = None
        self._is_on = False

    # what the shell asks

    def show(self, scene: Scene) -> None:
        before, self._scene = self._scene, scene
        if before is not None and before.view.table.round != scene.view.table.round:
            self._drafts, self._sent = {}, {}
            self._thanked.clear()
            self._is_on = False
        card = None
        if self._is_on and self._thanks is not None:
            # the same week in other words: what is being written stays
            written = {seat: panel.draft() for seat, panel in self._panels.items()}
            self._drafts |= {seat: draft for seat, draft in written.items() if draft != RatingDraft()}
            card = self._thanks.addressee(), self._thanks.reason()
        self._is_on = True
        page = review(scene, self._drafts)
        built = (scene.speech.language, page.week, tuple(card.seat for card in page.cards))
        if built != self._built:
            self._built = built
            self._build(page)
        else:
            card = None
        for each in page.cards:
            self._panels[each.seat].set_card(each)
        if self._thanks is not None:
            self._thanks.set_picture(page, scene.speech)
            if card is not None and card[0] is not None:
                self._thanks.take_up(card[0], card[1])
        self._build_dock(page)
        content = self._centre.widget()
        if content is not None:
            content.setEnabled(scene.seat not in scene.view.table.finished)

    def now(self) -> NowBar:
        assert self._scene is not None
        drafts = {seat: panel.draft() for seat, panel in self._panels.items()}
        return review_now(self._scene, drafts, self._blank_card())

    def primary(self) -> None:
        """What was written goes out first, whether or not its field has been left."""
        assert self._scene is not None
        for seat, panel in self._panels.items():
            panel.stop()
            self._on_draft(seat)
        if self._thanks is not None and (addressee := self._thanks.addressee()) is not None and self._thanks.reason():
            self._on_thank(addressee, self._thanks.reason())
        table = self._scene.view.table
        self.intent_asked.emit(FinishPhase(round=table.round, phase=table.phase))

    def go(self, item: int) -> None:
        panel = self._next_unrated()
        if item == RATE and panel is not None:
            panel.all.setFocus(Qt.FocusReason.OtherFocusReason)
            self._centre.ensureWidgetVisible(panel)

    def key(self, key: int, shift: bool) -> bool:
        """1 to 5 rate the next provider on all items; T writes a thank-you card."""
        panel = self._next_unrated()
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_5 and panel is not None:
            panel.rate_all(key - Qt.Key.Key_0)
            return True
        if key == Qt.Key.Key_T and self._thanks is not None and self._thanks.may_thank() and not shift:
            self._thanks.choose(self._thanks.may_thank()[0])
            return True
        return False

    def not_stored(self, intent: Intent) -> None:
        self._forget(intent)

    def refused(self, intent: Intent, text: str) -> bool:
        self._forget(intent)
        return super().refused(intent, text)

    def _forget(self, intent: Intent) -> None:
        """It did not arrive: it may go out once more."""
        if isinstance(intent, RateProvider):
            self._sent.pop(SeatId(intent.provider), None)
        elif isinstance(intent, ThankProvider):
            self._thanked.discard(SeatId(intent.provider))

    def leave(self) -> None:
        # a field that loses its focus with the page says so, but its week's review is over
        self._is_on = False
        for panel in self._panels.values():
            panel.stop()

    # building

    def _build(self, page: ReviewPicture) -> None:
        self._panels = {}
        made = QWidget()
        lines = QVBoxLayout(made)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        head = row(gap=10)
        head.addWidget(Label(page.title, "title"))
        head.addWidget(Label(page.note, "caption", "text_secondary", wraps=True), 1)
        lines.addLayout(head)
        self._thanks = ThanksCard() if page.cards or page.thanks else None
        if page.cards:
            lines.addLayout(self._cards(page))
        else:
            empty = Card(dashed=True)
            column(empty).addWidget(Label(page.empty, "body", "text_secondary", wraps=True, icon="coffee"))
            lines.addWidget(empty)
        if self._thanks is not None:
            self._thanks.thank_asked.connect(self._on_thank)
            if len(page.cards) != 1:
                lines.addWidget(self._thanks)
        lines.addStretch(1)
        self._centre.set_content(made)

    def _cards(self, page: ReviewPicture) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(10)
        for number, card in enumerate(page.cards):
            panel = ProviderPanel(page, card)
            panel.draft_changed.connect(lambda seat=card.seat: self._on_draft(seat))
            panel.keyed.connect(self._on_keyed)
            self._panels[card.seat] = panel
            grid.addWidget(panel, number // _COLUMNS, number % _COLUMNS)
        if len(page.cards) == 1 and self._thanks is not None:
            # a single provider leaves room for the card beside it
            grid.addWidget(self._thanks, 0, 1, Qt.AlignmentFlag.AlignTop)
        for number in range(_COLUMNS):
            grid.setColumnStretch(number, 1)
        return grid

    def _build_dock(self, page: ReviewPicture) -> None:
        assert self._scene is not None
        say = self._scene.speech.say
        made = Card()
        lines = column(made, margins=(0, 0, 0, 0), gap=0)
        lines.addWidget(PanelHeader(page.received_title, "star"))
        inner = QVBoxLayout()
        inner.setContentsMargins(14, 12, 14, 14)
        inner.setSpacing(10)
        if page.received:
            inner.addWidget(Label(say("review-received-note"), "caption", "text_secondary", wraps=True))
            for number, each in enumerate(page.received):
                if number:
                    inner.addWidget(Divider())
                inner.addLayout(_received_row(each, page.items))
        else:
            inner.addWidget(Label(page.received_empty, "body", "text_secondary", wraps=True))
        if page.thanks_from:
            thanks = row(gap=8)
            thanks.addWidget(Label(page.thanks_from_text, "body", weight=700, icon="flower-2"))
            for badge in page.thanks_from:
                thanks.addWidget(BadgeWidget(badge, 22))
            thanks.addStretch(1)
            inner.addWidget(Divider())
            inner.addLayout(thanks)
        lines.addLayout(inner)
        lines.addStretch(1)
        self._dock.set_content(made)

    # what the person does

    def _next_unrated(self) -> ProviderPanel | None:
        return next((panel for panel in self._panels.values() if not panel.draft().is_whole), None)

    def _on_keyed(self) -> None:
        panel = self._next_unrated()
        if panel is not None:
            panel.all.setFocus(Qt.FocusReason.OtherFocusReason)
            self._centre.ensureWidgetVisible(panel)

    def _on_draft(self, seat: SeatId) -> None:
        if not self._is_on:
            return
        assert self._scene is not None
        draft = self._panels[seat].draft()
        self._drafts[seat] = draft
        known = self._sent.get(seat) or given(self._scene, seat)
        if draft.is_whole and draft != known:
            self._sent[seat] = draft
            self.intent_asked.emit(rating_intent(self._scene, seat, draft))

    def _on_thank(self, seat: int, reason: str) -> None:
        assert self._scene is not None
        if SeatId(seat) not in self._thanked:
            self._thanked.add(SeatId(seat))
            self.intent_asked.emit(thank_intent(self._scene, SeatId(seat), reason))

    def _blank_card(self) -> SeatId | None:
        """Whom a card is open for that has no words yet and was not sent; one with words goes out by itself."""
        addressee = self._thanks.addressee() if self._thanks is not None else None
        blank = self._thanks is not None and not self._thanks.reason() and addressee not in self._thanked
        return addressee if blank else None


def _received_row(given_to_me: ReceivedRow, items: tuple[str, str, str]) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(5)
    head = row(gap=8)
    head.addWidget(BadgeWidget(given_to_me.badge, 22))
    name = Label(given_to_me.name, "body", weight=700)
    name.setAccessibleName(given_to_me.spoken)
    head.addWidget(name)
    head.addStretch(1)
    lines.addLayout(head)
    for item, mean in zip(items, given_to_me.means, strict=True):
        line = row(gap=8)
        line.addWidget(Label(item, "body", "text_secondary"))
        line.addStretch(1)
        line.addWidget(Label(mean, "body", weight=700))
        lines.addLayout(line)
    if given_to_me.comment:
        lines.addWidget(Label(given_to_me.comment, "body", "text_secondary", wraps=True))
    return lines
