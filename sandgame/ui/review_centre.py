"""The centre of Review: a card for each provider, why what failed did, and whom to thank."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from sandgame.present.review import ReviewPicture
from sandgame.present.review_draft import RatingDraft
from sandgame.present.scene import Scene
from sandgame.rules.ids import SeatId
from sandgame.ui.failing_panel import FailingPanel
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.provider_card import ProviderPanel
from sandgame.ui.provider_grid import ProviderGrid
from sandgame.ui.scroller import Scroller
from sandgame.ui.thanks import ThanksCard


class ReviewCentre(Scroller):
    """Built anew only when other providers are to be rated, or in another language or week."""

    rated = Signal(int)
    """Something was drafted for this provider."""
    thank_asked = Signal(int, str)
    thanks_written = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.failing = FailingPanel()
        self._cards: dict[SeatId, ProviderPanel] = {}
        self._thanks: ThanksCard | None = None
        self._built: tuple[object, ...] = ()

    def begin(self) -> None:
        """A new week."""
        self.stop()
        self._built = ()
        self.failing.begin()

    def show_review(self, page: ReviewPicture, scene: Scene, thanked: set[SeatId], *, open_: bool) -> None:
        """`thanked`: to whom a card has gone out; `open_`: something may still be given."""
        built = (scene.speech.language, page.week, page.items, tuple(card.seat for card in page.cards))
        if built != self._built:
            self._built = built
            self._build(page, scene, self.unsent(thanked))
        for each in page.cards:
            self._cards[each.seat].set_card(each)
        if self._thanks is not None:
            self._thanks.set_picture(page, scene.speech)
        self.failing.setVisible(page.failing is not None)
        if page.failing is not None:
            self.failing.show_failing(page.failing)
        content = self.widget()
        if content is not None:
            content.setEnabled(open_)

    # building

    def _build(self, page: ReviewPicture, scene: Scene, begun: Mapping[SeatId, str]) -> None:
        self._cards = {}
        made = QWidget()
        lines = QVBoxLayout(made)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        head = row(gap=10)
        head.addWidget(Label(page.title, "title"), 0, Qt.AlignmentFlag.AlignTop)
        note = Label(page.note, "caption", "text_secondary", wraps=True)
        note.setContentsMargins(0, 4, 0, 0)
        head.addWidget(note, 1)
        lines.addLayout(head)
        self._thanks = ThanksCard() if page.cards or page.thanks else None
        beside = self._thanks if len(page.cards) == 1 else None
        if page.cards:
            lines.addWidget(self._grid(page, 2 if scene.view.review.long_form else 3, beside))
        else:
            empty = Card(dashed=True)
            column(empty).addWidget(Label(page.empty, "body", "text_secondary", wraps=True, icon="coffee"))
            lines.addWidget(empty)
        lines.addWidget(self.failing)
        if self._thanks is not None:
            self._thanks.set_picture(page, scene.speech)
            self._thanks.thank_asked.connect(self.thank_asked)
            self._thanks.written.connect(self.thanks_written)
            for seat, reason in begun.items():
                self._thanks.take_up(seat, reason)
            if beside is None:
                lines.addWidget(self._thanks)
        lines.addStretch(1)
        self.set_content(made)

    def _grid(self, page: ReviewPicture, most: int, beside: QWidget | None) -> ProviderGrid:
        for card in page.cards:
            made = ProviderPanel(page, card)
            made.draft_changed.connect(lambda seat=card.seat: self.rated.emit(seat))
            made.edited.connect(lambda seat=card.seat: self.rated.emit(seat))
            made.keyed.connect(self.focus_next)
            self._cards[card.seat] = made
        return ProviderGrid(list(self._cards.values()), most, beside)

    # what stands on the cards

    def rating(self, seat: SeatId) -> RatingDraft:
        return self._cards[seat].draft()

    def settling(self) -> dict[SeatId, RatingDraft]:
        """What is being written just now."""
        return {seat: card.draft() for seat, card in self._cards.items() if card.is_settling}

    def ratings(self) -> dict[SeatId, RatingDraft]:
        """As they stand, settled or not."""
        self.stop()
        return {seat: card.draft() for seat, card in self._cards.items()}

    def unsent(self, thanked: set[SeatId]) -> dict[SeatId, str]:
        """Thank-you cards that were written and have not gone out."""
        cards = self._thanks.cards() if self._thanks is not None else {}
        return {seat: reason for seat, reason in cards.items() if seat not in thanked}

    def take_up(self, seat: SeatId, reason: str) -> None:
        """A card that was written before."""
        if self._thanks is not None:
            self._thanks.take_up(seat, reason)

    def stop(self) -> None:
        """Nothing settles any more."""
        for card in self._cards.values():
            card.stop()

    # by keys

    def rate_next(self, mark: int) -> bool:
        """The next provider on all items; False where all are rated."""
        card = self._next_unrated()
        if card is not None:
            card.rate_all(mark)
        return card is not None

    def focus_next(self) -> None:
        card = self._next_unrated()
        if card is not None:
            card.all.setFocus(Qt.FocusReason.OtherFocusReason)
            self._bring(card)

    def thank_next(self) -> bool:
        """A card to the provider in focus if it may be thanked, else to the first who may; False where nobody may."""
        if self._thanks is None or not self._thanks.may_thank():
            return False
        may, here = self._thanks.may_thank(), self._focused()
        self._thanks.choose(here if here in may and here is not None else may[0])
        self._bring(self._thanks)
        return True

    def focus_failing(self) -> bool:
        """To the first cause that is not given; False where all are."""
        if not self.failing.focus_open():
            return False
        focus = QApplication.focusWidget()
        if focus is not None:
            self._bring(focus)
        return True

    def _next_unrated(self) -> ProviderPanel | None:
        return next((card for card in self._cards.values() if not card.draft().is_whole), None)

    def _focused(self) -> SeatId | None:
        focus = QApplication.focusWidget()
        return next((seat for seat, card in self._cards.items() if focus and card.isAncestorOf(focus)), None)

    def _bring(self, widget: QWidget) -> None:
        """Scrolls to it, after the layout has taken in what opened."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self.ensureWidgetVisible(widget)
