"""What a table does at a page of the debrief: a word, a guess, plus and delta, consent, votes, a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.frames.debrief import Estimate, Guess, KeepDebrief, NextWeek, PageName, TakeAway, Vote
from sandgame.frames.marks import PRINCIPLES
from sandgame.paint.leaves import Leaves
from sandgame.paint.look import Look
from sandgame.present.debrief_known import DebriefKnown
from sandgame.present.debrief_link import chosen, story_of
from sandgame.present.debrief_moments import choices
from sandgame.present.debrief_paper import take_paper
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import SeatId
from sandgame.text.numbers import percent
from sandgame.text.speech import Speech
from sandgame.ui.debrief_lines import LinesField
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.fields import TextField
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.pills import PillChoice
from sandgame.ui.kit.rating import RatingRow
from sandgame.ui.kit.stepper import Stepper
from sandgame.ui.paper_ways import PaperWays


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
        self.foot: QWidget | None = None
        """What hands it in: stays in sight below the work, however long that is."""
        self.send, self.done = PrimaryButton("", "check"), Label(role="body", tone="positive", weight=700, wraps=True,
                                                                 icon="circle-check")  # fmt: skip
        self.done.hide()

    def _add_foot(self) -> None:
        self.foot = QWidget(self)
        lines = self._foot_lines = QVBoxLayout(self.foot)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(self.done)
        lines.addWidget(self.send)

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
        for widget in (self.word, self.scale_text, self.scale):
            self.lines.addWidget(widget)
        self._add_foot()
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
        self.share = Stepper(0, 100, 50, by=5)
        self.share.set_pattern("{}%")
        self.mine = Label(role="body", wraps=True)
        self._guesses = (self.best_text, self.best, self.weakest_text, self.weakest, self.kept_text, self.share)
        self._told: Guess | None = None
        self._asks = ("", "")
        for widget in (*self._guesses, self.mine):
            self.lines.addWidget(widget)
        self.missing = Label(role="caption", tone="caution", wraps=True, icon="circle-alert")
        self.missing.hide()
        self._add_foot()
        self._foot_lines.insertWidget(0, self.missing)
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
        self._asks = (say("debrief-do-guess-missing", what=say("debrief-do-guess-best")),
                      say("debrief-do-guess-missing", what=say("debrief-do-guess-weakest")))  # fmt: skip
        self._show_over(known, scene, names)

    def _show_over(self, known: DebriefKnown, scene: DebriefScene, names: Sequence[str]) -> None:
        """Beside the answers nobody guesses any more; what was guessed stays."""
        over = known.turned is not None and known.turned.revealed
        for widget in self._guesses:
            widget.setVisible(not over)
        assert self.foot is not None
        self.foot.setVisible(not over)
        self.mine.setVisible(over)
        if not over:
            return
        say, told = scene.say, self._told
        self.title.setText(say("debrief-do-guess-over"))
        if told is None:
            self.mine.setText(say("debrief-do-guess-none"))
            return
        best, weakest = (names[self._links.index(one)] if one in self._links else say("debrief-do-guess-none")
                         for one in (told.best, told.weakest))  # fmt: skip
        self.mine.setText(say("debrief-do-guess-mine", best=best, weakest=weakest, kept=percent(told.kept)))

    def _on_send(self) -> None:
        """What is not chosen yet is asked for first."""
        open_ = [text for text, c in zip(self._asks, (self.best, self.weakest), strict=True) if c.chosen() < 0]
        self.missing.setText(open_[0] if open_ else "")
        self.missing.setVisible(bool(open_))
        if open_ and self._links:
            self.done.hide()
            return
        best, weakest = (self._links[c.chosen()] if c.chosen() >= 0 else None for c in (self.best, self.weakest))
        self._told = Guess(self.share.value(), _pair(best), _pair(weakest))
        self.kept.emit(KeepDebrief(self.seat, guess=self._told))
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
        self.lines.addWidget(self.done)
        self.plus.chosen_changed.connect(lambda n: self._keep(KeepDebrief(self.seat, plus=PRINCIPLES[n])))
        self.delta.chosen_changed.connect(lambda n: self._keep(KeepDebrief(self.seat, delta=PRINCIPLES[n])))

    def _keep(self, frame: KeepDebrief) -> None:
        self.kept.emit(frame)
        self.done.show()

    def show_known(self, known: DebriefKnown, scene: DebriefScene) -> None:
        names = [scene.say(f"score-principle-{name}") for name in PRINCIPLES]
        self.title.setText(scene.say("debrief-do-principles"))
        self.plus_text.setText(scene.say("debrief-do-plus"))
        self.delta_text.setText(scene.say("debrief-do-delta"))
        self.plus.set_options(names)
        self.delta.set_options(names)
        self.done.setText(scene.say("debrief-do-sent"))


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
        if link is None or debrief is None:
            for widget in (self.names, self.line, self.yes, self.no):
                widget.hide()
            return
        self._link = (link.provider, link.customer)
        told = known.gathered.consents if known.gathered is not None else ()
        self._given = (*self._link, self.seat) in told
        mine, opened = self.seat in self._link, story_of(debrief, link) is not None
        if opened:
            self.title.setText(scene.say("debrief-do-link"))
        self._show_state(scene, debrief.bots, opened=opened)
        self.yes.setText(scene.say("debrief-do-consent-yes"))
        self.no.setText(scene.say("debrief-do-consent-no"))
        self.names.show()
        self.yes.setVisible(mine and not self._given and not opened)
        self.no.setVisible(mine and self._given)

    def _show_state(self, scene: DebriefScene, bots: Sequence[int], *, opened: bool) -> None:
        """Who is still to decide: bots never are."""
        asked = [seat for seat in self._link if seat not in bots]
        names = scene.listed([scene.name(SeatId(seat)) for seat in self._link])
        others = [scene.name(SeatId(seat)) for seat in asked if seat != self.seat]
        line = scene.say("debrief-do-consent-line")
        if opened:
            names = scene.say("debrief-do-consent-opened", names=names)
            line = scene.say("debrief-do-consent-open") if self._given else ""
        elif self._given:
            line = scene.say("debrief-do-consent-waits", name=scene.listed(others))
        elif self.seat not in self._link:
            names = scene.say("debrief-do-consent-other", names=scene.listed(others))
        self.names.setText(names)
        self.line.setText(line)
        self.line.setVisible(bool(line))

    def _say(self, *, given: bool) -> None:
        provider, customer = self._link
        self.kept.emit(KeepDebrief(self.seat, consent=(SeatId(provider), SeatId(customer), given)))


class VoteWork(Work):
    """For every moment: knowing only what was known, what would you do."""

    def __init__(self, seat: SeatId) -> None:
        super().__init__(seat)
        self.votes: list[PillChoice] = []
        self.guesses: list[TextField] = []
        self._sent: dict[int, int] = {}
        self._texts: list[Label] = []

    def show_known(self, known: DebriefKnown, scene: DebriefScene) -> None:
        self.title.setText(scene.say("debrief-do-vote"))
        page = known.page()
        cards: Sequence[object] = getattr(page.body, "cards", ()) if page is not None else ()
        # by their numbers: one that was put away leaves the others where they are
        heads = {getattr(card, "number", 0): getattr(card, "head", "") for card in cards}
        while len(self.votes) < max(heads, default=0):
            place = len(self.votes)
            text, vote = Label(role="label", weight=700, wraps=True), PillChoice()
            vote.chosen_changed.connect(
                lambda choice, place=place: self.kept.emit(KeepDebrief(self.seat, vote=Vote(place, choice)))
            )
            guess = TextField(longest=6)
            guess.edit.setValidator(QIntValidator(0, 999_999, guess))
            guess.edit.editingFinished.connect(lambda place=place: self._on_guess(place))
            self._texts.append(text)
            self.votes.append(vote)
            self.guesses.append(guess)
            for widget in (text, vote, guess):
                self.lines.addWidget(widget)
        rows = zip(self._texts, self.votes, self.guesses, strict=True)
        for number, (text, vote, guess) in enumerate(rows, start=1):
            head = heads.get(number)
            for widget in (text, vote, guess):
                widget.setVisible(head is not None)
            guess.set_texts(scene.say("debrief-do-vote-guess", unit=scene.money))
            guess.setEnabled(known.turned is None or not known.turned.revealed)
            if head is not None:
                text.setText(scene.say("debrief-do-vote-moment", number=number, head=head))
                vote.set_options(choices(scene))
                # beside the estimate nobody votes any more
                vote.setEnabled(known.turned is None or not known.turned.revealed)

    def _on_guess(self, place: int) -> None:
        """Only what is new: leaving a field is no reason to send it again."""
        text = self.guesses[place].text()
        if text.isdigit() and self._sent.get(place) != int(text):
            self._sent[place] = int(text)
            self.kept.emit(KeepDebrief(self.seat, estimate=Estimate(place, int(text))))


class HalfTimeWork(Work):
    """A request and a promise for the week to come."""

    def __init__(self, seat: SeatId) -> None:
        super().__init__(seat)
        self.request, self.promise = LinesField(), LinesField()
        for widget in (self.request, self.promise):
            self.lines.addWidget(widget)
        self._add_foot()
        self.send.clicked.connect(self._on_send)

    def show_known(self, known: DebriefKnown, scene: DebriefScene) -> None:
        say = scene.say
        self.title.setText(say("debrief-do-half-time"))
        self.request.set_texts(say("debrief-do-half-request"))
        self.promise.set_texts(say("debrief-do-half-promise"))
        self.send.setText(say("debrief-do-send"))
        self.done.setText(say("debrief-do-sent"))

    def _on_send(self) -> None:
        wanted = NextWeek(self.request.text().strip(), self.promise.text().strip())
        if wanted != NextWeek():
            self.kept.emit(KeepDebrief(self.seat, next_week=wanted))
            self.done.show()


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


def work_of(page: PageName, seat: SeatId, speech: Speech) -> Work:
    if page == "take_away":
        return TakeAwayWork(seat, speech)
    made = {"one_word": WordWork, "guess": GuessWork, "principles": PlusDeltaWork, "link": ConsentWork,
            "moments": VoteWork, "half_time": HalfTimeWork}.get(page)  # fmt: skip
    return Told(seat, page) if made is None else made(seat)
