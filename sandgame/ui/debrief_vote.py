"""At the moments of the debrief: what one would do, and what one takes it to have moved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QIntValidator

from sandgame.frames.debrief import Estimate, KeepDebrief, OwnSaid, Vote
from sandgame.present.debrief_known import DebriefKnown
from sandgame.present.debrief_moments import choices
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import SeatId
from sandgame.ui.debrief_hand_in import Work, done_line
from sandgame.ui.kit.fields import TextField
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.pills import PillChoice


def _keep_room(line: Label, *, keeps: bool) -> None:
    policy = line.sizePolicy()
    policy.setRetainSizeWhenHidden(keeps)
    line.setSizePolicy(policy)


class VoteWork(Work):
    """For every moment: knowing only what was known, what would you do."""

    def __init__(self, seat: SeatId) -> None:
        super().__init__(seat)
        self.votes: list[PillChoice] = []
        self.guesses: list[TextField] = []
        self.handed_in: list[Label] = []
        """Below each moment, once its vote or its figure went out; its room is kept, so that no button moves then."""
        self._voted: set[int] = set()
        self._sent: dict[int, int] = {}
        self._said: OwnSaid | None = None
        self._is_open = True
        self._texts: list[Label] = []

    def show_known(self, known: DebriefKnown, scene: DebriefScene) -> None:
        self.title.setText(scene.say("debrief-do-vote"))
        page = known.page()
        cards: Sequence[object] = getattr(page.body, "cards", ()) if page is not None else ()
        # by their numbers: one that was put away leaves the others where they are
        heads = {getattr(card, "number", 0): getattr(card, "head", "") for card in cards}
        while len(self.votes) < max(heads, default=0):
            self._add_moment(len(self.votes))
        # beside the estimate nobody votes any more
        is_open = self._is_open = known.turned is None or not known.turned.revealed
        rows = zip(self._texts, self.votes, self.guesses, self.handed_in, strict=True)
        for number, (text, vote, guess, done) in enumerate(rows, start=1):
            head = heads.get(number)
            for widget in (text, vote, guess):
                widget.setVisible(head is not None)
            guess.set_texts(scene.say("debrief-do-vote-guess", unit=scene.money))
            guess.setEnabled(is_open)
            done.setText(scene.say("debrief-do-sent"))
            _keep_room(done, keeps=head is not None and is_open)
            self._show_handed_in(number - 1)
            if head is not None:
                text.setText(scene.say("debrief-do-vote-moment", number=number, head=head))
                vote.set_options(choices(scene))
                vote.setEnabled(is_open)
                self._put_back_at(number - 1)
            if not is_open:
                # a figure that stands there counts, also where the field was never left
                self._on_guess(number - 1)

    def _add_moment(self, place: int) -> None:
        text, vote, done = Label(role="label", weight=700, wraps=True), PillChoice(), done_line()
        vote.chosen_changed.connect(lambda choice: self._on_vote(place, choice))
        guess = TextField(longest=6)
        guess.edit.setValidator(QIntValidator(0, 999_999, guess))
        guess.edit.editingFinished.connect(lambda: self._on_guess(place))
        guess.text_changed.connect(lambda _text: self._show_handed_in(place))
        self._texts.append(text)
        self.votes.append(vote)
        self.guesses.append(guess)
        self.handed_in.append(done)
        for widget in (text, vote, guess, done):
            self.lines.addWidget(widget)

    def _put_back(self, said: OwnSaid) -> None:
        """Moments may come later than what was said of them."""
        self._said = said
        for place in range(len(self.votes)):
            self._put_back_at(place)

    def _put_back_at(self, place: int) -> None:
        votes = {one.moment: one.choice for one in self._said.votes} if self._said is not None else {}
        money = {one.moment: one.money for one in self._said.estimates} if self._said is not None else {}
        if place in votes and place not in self._voted:
            self.votes[place].set_chosen(votes[place])
            self._voted.add(place)
        if place in money and place not in self._sent and not self.guesses[place].text():
            self._sent[place] = money[place]
            self.guesses[place].set_text(f"{money[place]}")
        self._show_handed_in(place)

    def _on_vote(self, place: int, choice: int) -> None:
        self.kept.emit(KeepDebrief(self.seat, vote=Vote(place, choice)))
        self._voted.add(place)
        self._show_handed_in(place)

    def _on_guess(self, place: int) -> None:
        """Only what is new: leaving a field is no reason to send it again."""
        text = self.guesses[place].text()
        if text.isdigit() and self._sent.get(place) != int(text):
            self._sent[place] = int(text)
            self.kept.emit(KeepDebrief(self.seat, estimate=Estimate(place, int(text))))
        self._show_handed_in(place)

    def _is_handed_in(self, place: int) -> bool:
        """What is still being written is not."""
        text, sent = self.guesses[place].text(), self._sent.get(place)
        if text and (not text.isdigit() or int(text) != sent):
            return False
        return place in self._voted or (bool(text) and sent is not None)

    def _show_handed_in(self, place: int) -> None:
        asked = self._is_open and not self._texts[place].isHidden()
        self.handed_in[place].setVisible(asked and self._is_handed_in(place))
