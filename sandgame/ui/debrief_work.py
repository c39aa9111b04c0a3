"""What a table does at a page of the debrief: a word, a guess, plus and delta, consent, a sentence at half time."""

from __future__ import annotations

from collections.abc import Sequence

from sandgame.frames.debrief import Guess, KeepDebrief, NextWeek, OwnSaid, PageName
from sandgame.frames.marks import PRINCIPLES
from sandgame.present.debrief_known import DebriefKnown
from sandgame.present.debrief_link import chosen, story_of
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import SeatId
from sandgame.text.numbers import percent
from sandgame.text.speech import Speech
from sandgame.ui.debrief_hand_in import Told, Work
from sandgame.ui.debrief_lines import LinesField
from sandgame.ui.debrief_take import TakeAwayWork
from sandgame.ui.debrief_vote import VoteWork
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.fields import TextField
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.pills import PillChoice
from sandgame.ui.kit.rating import RatingRow
from sandgame.ui.kit.stepper import Stepper


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

    def _put_back(self, said: OwnSaid) -> None:
        if self.word.text() or self.scale.value() or (said.word is None and said.slider is None):
            return
        self.word.set_text(said.word or "")
        self.scale.set_value(0 if said.slider is None else said.slider // 25 + 1)
        self.done.show()

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
        self._hand_in()
        # one that is not whole stays one's own
        say, told = scene.say, self._told or self._begun()
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
        self._tell(self._guess())

    def _guess(self) -> Guess:
        best, weakest = (self._links[c.chosen()] if c.chosen() >= 0 else None for c in (self.best, self.weakest))
        return Guess(self.share.value(), _pair(best), _pair(weakest))

    def _begun(self) -> Guess | None:
        """None: nothing was chosen."""
        guess = self._guess()
        return None if guess.best is None and guess.weakest is None else guess

    def _hand_in(self) -> None:
        """The facts come: what was chosen whole counts, also where nobody pressed the button."""
        guess = self._begun()
        if guess is not None and None not in (guess.best, guess.weakest) and guess != self._told:
            self._tell(guess)

    def _tell(self, guess: Guess) -> None:
        self._told = guess
        self.kept.emit(KeepDebrief(self.seat, guess=guess))
        self.done.show()

    def _put_back(self, said: OwnSaid) -> None:
        guess = said.guess
        if guess is None or self._told is not None or self._begun() is not None:
            return
        self._told = guess
        self.best.set_chosen(self._links.index(guess.best) if guess.best in self._links else -1)
        self.weakest.set_chosen(self._links.index(guess.weakest) if guess.weakest in self._links else -1)
        self.share.set_value(guess.kept)
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

    def _put_back(self, said: OwnSaid) -> None:
        for choice, name in ((self.plus, said.plus), (self.delta, said.delta)):
            if name is not None and choice.chosen() < 0:
                choice.set_chosen(PRINCIPLES.index(name))
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

    def _put_back(self, said: OwnSaid) -> None:
        if said.next_week is not None and not self.request.text() and not self.promise.text():
            self.request.set_text(said.next_week.request)
            self.promise.set_text(said.next_week.promise)
            self.done.show()

    def _on_send(self) -> None:
        wanted = NextWeek(self.request.text().strip(), self.promise.text().strip())
        if wanted != NextWeek():
            self.kept.emit(KeepDebrief(self.seat, next_week=wanted))
            self.done.show()


def work_of(page: PageName, seat: SeatId, speech: Speech) -> Work:
    if page == "take_away":
        return TakeAwayWork(seat, speech)
    made = {"one_word": WordWork, "guess": GuessWork, "principles": PlusDeltaWork, "link": ConsentWork,
            "moments": VoteWork, "half_time": HalfTimeWork}.get(page)  # fmt: skip
    return Told(seat, page) if made is None else made(seat)
