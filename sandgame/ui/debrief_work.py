"""What a table does at a page of the debrief: a word, a guess, plus and delta, consent, votes, a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.frames.debrief import Guess, KeepDebrief, PageName, TakeAway, Vote
from sandgame.frames.marks import PRINCIPLES
from sandgame.present.debrief_known import DebriefKnown
from sandgame.present.debrief_link import chosen
from sandgame.present.debrief_moments import choices
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import SeatId
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.fields import TextField
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.pills import PillChoice
from sandgame.ui.kit.rating import RatingRow
from sandgame.ui.kit.stepper import Stepper


class Work(QWidget):
    """One page's work for one seat; what was typed stays while other pages are shown."""

    kept = Signal(object)
    """A KeepDebrief."""

    def __init__(self, seat: SeatId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seat = seat
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(8)
        self.title = Label(role="title", wraps=True)
        self.lines.addWidget(self.title)

    def show_known(self, known: DebriefKnown, scene: DebriefScene) -> None:
        raise TypeError("every work shows what is known")


class Told(Work):
    """Nothing to do but to look."""

    def __init__(self, seat: SeatId, page: PageName) -> None:
        super().__init__(seat)
        self._page = page

    def show_known(self, known: DebriefKnown, scene: DebriefScene) -> None:
        self.title.setText(scene.say(f"debrief-do-{self._page.replace('_', '-')}"))


class WordWork(Work):
    def __init__(self, seat: SeatId) -> None:
        super().__init__(seat)
        self.word = TextField(longest=40)
        self.scale_text = Label(role="caption", tone="text_secondary", wraps=True)
        self.scale = RatingRow("", 5)
        self.send = PrimaryButton("", "check")
        self.done = Label(role="caption", tone="positive", wraps=True, icon="circle-check")
        self.done.hide()
        for widget in (self.word, self.scale_text, self.scale, self.send, self.done):
            self.lines.addWidget(widget)
        self.send.clicked.connect(self._on_send)
        self.word.edit.returnPressed.connect(self._on_send)

    def show_known(self, known: DebriefKnown, scene: DebriefScene) -> None:
        self.title.setText(scene.say("debrief-do-word"))
        self.word.set_texts(scene.say("debrief-do-word-field"))
        self.scale_text.setText(scene.say("debrief-do-word-scale"))
        self.scale.setAccessibleName(scene.say("debrief-do-word-scale"))
        self.send.setText(scene.say("debrief-do-send"))
        self.done.setText(scene.say("debrief-do-sent"))

    def _on_send(self) -> None:
        word, place = self.word.text().strip(), self.scale.value()
        if word or place:
            self.kept.emit(KeepDebrief(self.seat, word=word or None, slider=25 * (place - 1) if place else None))
            self.done.show()


class GuessWork(Work):
    """Three guesses; they go out together."""

    def __init__(self, seat: SeatId) -> None:
        super().__init__(seat)
        self._links: list[tuple[int, int]] = []
        self.best_text, self.weakest_text, self.kept_text = (
            Label(role="label", weight=700, wraps=True) for _ in range(3)
        )
        self.best, self.weakest = PillChoice(), PillChoice()
        self.share = Stepper(0, 100, 50)
        self.share.set_pattern("{}%")
        self.send = PrimaryButton("", "check")
        self.done = Label(role="caption", tone="positive", wraps=True, icon="circle-check")
        self.done.hide()
        guesses = (self.best_text, self.best, self.weakest_text, self.weakest, self.kept_text, self.share)
        for widget in (*guesses, self.send, self.done):
            self.lines.addWidget(widget)
        self.send.clicked.connect(self._on_send)

    def show_known(self, known: DebriefKnown, scene: DebriefScene) -> None:
        say = scene.say
        self.title.setText(say("debrief-do-guess"))
        links = known.told.debrief.links if known.told is not None else ()
        self._links = [(link.provider, link.customer) for link in links]
        names = [
            say("debrief-link-of", provider=scene.name(link.provider), customer=scene.name(link.customer))
            for link in links
        ]
        for choice in (self.best, self.weakest):
            choice.set_options(names)
        self.best_text.setText(say("debrief-do-guess-best"))
        self.weakest_text.setText(say("debrief-do-guess-weakest"))
        self.kept_text.setText(say("debrief-do-guess-kept"))
        self.share.setAccessibleName(say("debrief-do-guess-kept"))
        self.send.setText(say("debrief-do-send"))
        self.done.setText(say("debrief-do-sent"))

    def _on_send(self) -> None:
        best, weakest = (self._links[c.chosen()] if c.chosen() >= 0 else None for c in (self.best, self.weakest))
        self.kept.emit(KeepDebrief(self.seat, guess=Guess(self.share.value(), _pair(best), _pair(weakest))))
        self.done.show()


def _pair(link: tuple[int, int] | None) -> tuple[SeatId, SeatId] | None:
    return None if link is None else (SeatId(link[0]), SeatId(link[1]))


class PlusDeltaWork(Work):
    """One plus, one delta; each goes out at once."""

    def __init__(self, seat: SeatId) -> None:
        super().__init__(seat)
        self.plus_text, self.delta_text = Label(role="label", weight=700), Label(role="label", weight=700)
        self.plus, self.delta = PillChoice(), PillChoice()
        for widget in (self.plus_text, self.plus, self.delta_text, self.delta):
            self.lines.addWidget(widget)
        self.plus.chosen_changed.connect(lambda n: self.kept.emit(KeepDebrief(self.seat, plus=PRINCIPLES[n])))
        self.delta.chosen_changed.connect(lambda n: self.kept.emit(KeepDebrief(self.seat, delta=PRINCIPLES[n])))

    def show_known(self, known: DebriefKnown, scene: DebriefScene) -> None:
        names = [scene.say(f"score-principle-{name}") for name in PRINCIPLES]
        self.title.setText(scene.say("debrief-do-principles"))
        self.plus_text.setText(scene.say("debrief-do-plus"))
        self.delta_text.setText(scene.say("debrief-do-delta"))
        self.plus.set_options(names)
        self.delta.set_options(names)


class ConsentWork(Work):
    """Whether a link may be shown: only its two departments are asked, and may take it back."""

    def __init__(self, seat: SeatId) -> None:
        super().__init__(seat)
        self._link: tuple[int, int] = (0, 0)
        self._given = False
        self.names, self.line = (
            Label(role="label", weight=700, wraps=True),
            Label(role="body", tone="text_secondary", wraps=True),
        )
        self.yes, self.no = PrimaryButton("", "check"), SecondaryButton("", "undo-2")
        for widget in (self.names, self.line, self.yes, self.no):
            self.lines.addWidget(widget)
        self.yes.clicked.connect(lambda: self._say(given=True))
        self.no.clicked.connect(lambda: self._say(given=False))

    def show_known(self, known: DebriefKnown, scene: DebriefScene) -> None:
        debrief, turned = (known.told.debrief if known.told else None), known.turned
        link = chosen(debrief, turned.link) if debrief is not None and turned is not None else None
        self.title.setText(scene.say("debrief-do-consent"))
        if link is None:
            for widget in (self.names, self.line, self.yes, self.no):
                widget.hide()
            return
        self._link = (link.provider, link.customer)
        mine = self.seat in self._link
        names = scene.listed((scene.name(link.provider), scene.name(link.customer)))
        self.names.setText(names if mine else scene.say("debrief-do-consent-other", names=names))
        self.line.setText(scene.say("debrief-do-consent-line"))
        self.yes.setText(scene.say("debrief-do-consent-yes"))
        self.no.setText(scene.say("debrief-do-consent-no"))
        told = known.gathered.consents if known.gathered is not None else ()
        self._given = (*self._link, self.seat) in told
        self.names.show()
        self.line.show()
        self.yes.setVisible(mine and not self._given)
        self.no.setVisible(mine and self._given)

    def _say(self, *, given: bool) -> None:
        provider, customer = self._link
        self.kept.emit(KeepDebrief(self.seat, consent=(SeatId(provider), SeatId(customer), given)))


class VoteWork(Work):
    """For every moment: knowing only what was known, what would you do."""

    def __init__(self, seat: SeatId) -> None:
        super().__init__(seat)
        self.votes: list[PillChoice] = []
        self._heads: tuple[str, ...] = ()
        self._texts: list[Label] = []

    def show_known(self, known: DebriefKnown, scene: DebriefScene) -> None:
        self.title.setText(scene.say("debrief-do-vote"))
        page = known.page()
        cards: Sequence[object] = getattr(page.body, "cards", ()) if page is not None else ()
        heads = tuple(
            scene.say("debrief-do-vote-moment", number=n, head=getattr(card, "head", ""))
            for n, card in enumerate(cards, 1)
        )
        while len(self.votes) < len(heads):
            place = len(self.votes)
            text, vote = Label(role="label", weight=700, wraps=True), PillChoice()
            vote.chosen_changed.connect(
                lambda choice, place=place: self.kept.emit(KeepDebrief(self.seat, vote=Vote(place, choice)))
            )
            self._texts.append(text)
            self.votes.append(vote)
            self.lines.addWidget(text)
            self.lines.addWidget(vote)
        for place, (text, vote) in enumerate(zip(self._texts, self.votes, strict=True)):
            if place < len(heads):
                text.setText(heads[place])
                vote.set_options(choices(scene))


class TakeAwayWork(Work):
    """A request and a promise to a real colleague, each with how it is verified, and the table's rule."""

    changed = Signal()

    def __init__(self, seat: SeatId) -> None:
        super().__init__(seat)
        self.fields = {name: TextField(longest=400) for name in
                       ("request", "request_check", "promise", "promise_check", "rule")}  # fmt: skip
        self.line = Label(role="caption", tone="text_secondary", wraps=True, icon="lock")
        self.keep = PrimaryButton("", "save")
        for field in self.fields.values():
            self.lines.addWidget(field)
            field.text_changed.connect(self.changed)
            field.edit.editingFinished.connect(self._on_keep)
        self.lines.addWidget(self.keep)
        self.lines.addWidget(self.line)
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
        self.line.setText(say("debrief-do-take-line"))

    def _on_keep(self) -> None:
        """Only what is new: leaving a field is no reason to send it again."""
        if self.card() != self._told:
            self._told = self.card()
            self.kept.emit(KeepDebrief(self.seat, take_away=self._told))


def work_of(page: PageName, seat: SeatId) -> Work:
    made = {"one_word": WordWork, "guess": GuessWork, "principles": PlusDeltaWork, "link": ConsentWork,
            "moments": VoteWork, "take_away": TakeAwayWork}.get(page)  # fmt: skip
    return Told(seat, page) if made is None else made(seat)
