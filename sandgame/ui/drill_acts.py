"""What the facilitator does at one opened table: rulings, seats, words, going back, acting for a seat, its eyes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, Protocol, get_args

from PySide6.QtWidgets import QMenu, QWidget

from sandgame.frames.board import ChipSeen
from sandgame.frames.classroom import LookAt
from sandgame.frames.console import TableSeen
from sandgame.present.chips import LINE_CHIPS, chip_id
from sandgame.present.console_deck import Receiver, events, measures
from sandgame.present.drill import answerable, back_to, line_text
from sandgame.present.now import Question
from sandgame.rules.ids import SeatId, SheetId
from sandgame.rules.intents import Accept, AnswerSheet, Decline, FinishPhase, Intent, Part
from sandgame.rules.room_intents import ActFor, DecideLine, Player, SeatPlayer, SwapSeats
from sandgame.ui.console_acts import ConsoleActs
from sandgame.ui.console_asking import Console, Stage
from sandgame.ui.console_dialogs import choose, choose_two, type_number
from sandgame.ui.console_menu import pop_up
from sandgame.ui.drill import DrillPage
from sandgame.ui.kit.dialog import Choice, Dialog
from sandgame.ui.questions import put


class Opened(Console, Protocol):
    """The screen with a table opened, as its acts need it."""

    acts: ConsoleActs
    drill: DrillPage

    def start_look(self, seat: SeatId) -> None: ...


PLAYERS: tuple[Player, ...] = get_args(Player)


class DrillActs:  # long: a short method for each thing that can be done
    def __init__(self, screen: Opened) -> None:
        self._screen = screen
        self.wants_to_watch = False
        """The code that was asked for last is an observer's."""
        self._slots: dict[str, Callable[[Any], None]] = {
            "rule": self._rule,
            "event": lambda _none: self._event(),
            "measure": lambda _none: self._measure(),
            "seat": lambda _none: self._which_seat(self.who_sits),
            "swap": lambda _none: self._swap(),
            "back": lambda _none: self._back(),
            "word": lambda _none: self._word(),
            "note": lambda text: screen.acts.bookmark(self._table, text),
            "menu": lambda given: self._open_menu(*given),
            "island": lambda seat: self._open_menu(SeatId(seat), screen.drill.board),
            "chip": self._chip,
        }

    def act(self, name: str, given: object) -> None:
        if self._seen is not None:
            self._slots[name](given)

    @property
    def _table(self) -> int:
        return self._screen.table

    @property
    def _seen(self) -> TableSeen | None:
        seen = self._screen.seen.seen
        return seen if seen is not None and seen.table == self._table else None

    def _say(self, key: str, **args: str | int) -> str:
        return self._screen.seen.speech.say(key, **args)

    # decisions

    def _rule(self, given: tuple[SheetId, int, tuple[Part, ...]]) -> None:
        sheet, line, parts = given
        self._screen.acts.ask(
            self._table,
            lambda week, phase: DecideLine(round=week, phase=phase, sheet=sheet, line=line, parts=parts),
        )

    def _event(self) -> None:
        """All cards; those that can be dealt here are to choose from, and are asked about with their guidance."""
        every = events(self._screen.seen, self._table)
        cards = [each for each in every if self._table in each.tables]
        words = (self._say("console-to-go"), self._say("console-event-cancel"))
        title = self._say("console-event-title-which", table=self._table)
        lines = [_offer(card.title, card.line, card.why_not) for card in every]
        table = self._table
        choose(
            self._screen.page, title, lines, [card.title for card in cards],
            words, lambda at: self._screen.acts.ask_deal(cards[at].card, (table,)), icon="layers",
        )  # fmt: skip

    def _measure(self) -> None:
        every = measures(self._screen.seen, self._table)
        offers = [each for each in every if self._table in each.tables]
        words = (self._say("console-measure-switch"), self._say("console-measure-cancel"))
        table = self._table
        dialog = choose(
            self._screen.page, self._say("drill-act-measure"),
            [_offer(each.title, each.line, each.why_not) for each in every],
            [each.title for each in offers], words,
            lambda at: self._screen.acts.switch(offers[at].measure, table), icon="presentation",
        )  # fmt: skip
        if offers:
            self._holds(dialog)

    def _holds(self, dialog: Dialog, fits: Callable[[], bool] = lambda: True, past: str = "") -> Stage:
        """A question about the open table as it stands: it closes when the table has left its stage, or what it is
        about does not fit any more, of which `past` is said."""
        acts = self._screen.acts
        stages = acts.stages((self._table,))
        acts.questions.add(
            dialog,
            lambda: bool(acts.still(stages)) and fits(),
            lambda: past if past and acts.still(stages) else acts.moved_on(stages),
        )
        return next(iter(stages.values()))

    # seats

    def menu(self, seat: SeatId) -> QMenu:
        """All that can be done about a seat."""
        menu, say, table = QMenu(self._screen.page), self._say, self._seen
        assert table is not None
        acts = self._screen.acts
        playing = self._screen.seen.playing and table.phase != "over"
        menu.addAction(say("drill-see"), partial(self.look, seat))
        menu.addAction(say("drill-word"), partial(acts.write_to, Receiver(self._table, seat)))
        menu.addSeparator()
        sits = menu.addMenu(say("drill-person"))
        sits.setEnabled(playing)
        now = self._player(seat)
        for player in PLAYERS:
            action = sits.addAction(self._player_text(player, now), partial(self.put_in, seat, player))
            action.setCheckable(True)
            action.setChecked(player == now)
        by_plan = table.phase == "plan"
        finish = menu.addAction(say("drill-finish-plan" if by_plan else "drill-finish"), partial(self.finish_for, seat))
        row = self._screen.seen.rows.get(self._table)
        finish.setEnabled(playing and not by_plan and (row is None or seat not in row.done))
        lines = answerable(table, seat)
        answer = menu.addAction(say("drill-answer" if lines else "drill-answer-none"), partial(self.answer_for, seat))
        answer.setEnabled(playing and bool(lines))
        menu.addSeparator()
        held = self._is_held(seat)
        menu.addAction(say("drill-code"), partial(acts.make_code, self._table, seat)).setEnabled(held)
        menu.addAction(say("drill-watch-code"), partial(self.watch_code, seat)).setEnabled(held)
        return menu

    def _is_held(self, seat: SeatId) -> bool:
        """Somebody has taken it: only then is there anything to go on with, or to look over."""
        table = self._screen.seen.lobby.get(self._table)
        return table is not None and any(each.seat == seat and each.chair != "free" for each in table.seats)

    def _open_menu(self, seat: SeatId, by: QWidget) -> None:
        pop_up(self.menu(seat), by)

    def _which_seat(self, then: Callable[[SeatId], None]) -> None:
        seen = self._screen.seen
        words = (self._say("drill-seat-go"), self._say("console-cancel"))
        choose(
            self._screen.page, self._say("drill-which-seat"), (self._say("drill-seat-line"),), self._names(), words,
            lambda at: then(seen.seats[at]), badges=[seen.badge(seat) for seat in seen.seats], icon="bot",
        )  # fmt: skip

    def _names(self) -> list[str]:
        return [self._screen.seen.name(seat) for seat in self._screen.seen.seats]

    def who_sits(self, seat: SeatId) -> None:
        options = [self._player_text(player, self._player(seat)) for player in PLAYERS]
        words = (self._say("drill-seat-go"), self._say("console-cancel"))
        name = self._screen.seen.name(seat)
        title, now = self._say("drill-seat-question", department=name), self._sits(seat)
        dialog = choose(
            self._screen.page, title, (self._say("drill-seat-line"),), options, words,
            lambda at: self.put_in(seat, PLAYERS[at]), first=-1 if self._is_bot(seat) else PLAYERS.index("stand_in"),
            icon="bot",
        )  # fmt: skip
        past = self._say("drill-seat-past", department=name)
        self._screen.acts.questions.add(dialog, lambda: self._sits(seat) == now, lambda: past)

    def _player(self, seat: SeatId) -> Player:
        """Who plays it now."""
        seats = self._seen.seats if self._seen is not None else ()
        return next((each.player for each in seats if each.seat == seat), "person")

    def _player_text(self, player: Player, now: Player) -> str:
        """Who sits there already is marked; nobody is put back who is there."""
        key = player.replace("_", "-")
        if player != now:
            return self._say(f"drill-seat-{key}")
        return self._say("drill-seat-now", who=self._say("drill-seat-own" if key == "person" else f"drill-seat-{key}"))

    def _sits(self, seat: SeatId) -> tuple[bool, bool, bool]:
        """Whether somebody, and who, is at a seat; a change makes the question of who should sit there another one."""
        row = self._screen.seen.rows.get(self._table)
        gone = row is not None and any(each.seat == seat for each in row.away)
        return row is not None and row.phase != "over", self._is_bot(seat), gone

    def _is_bot(self, seat: SeatId) -> bool:
        row = self._screen.seen.rows.get(self._table)
        return row is not None and seat in row.bots

    def put_in(self, seat: SeatId, player: Player) -> None:
        self._screen.acts.ask(
            self._table, lambda week, phase: SeatPlayer(round=week, phase=phase, seat=seat, player=player)
        )

    def _swap(self) -> None:
        seen = self._screen.seen

        def chosen(one: int, other: int) -> None:
            first, second = seen.seats[one], seen.seats[other]
            self._screen.acts.ask(
                self._table, lambda week, phase: SwapSeats(round=week, phase=phase, one=first, other=second)
            )

        words = (self._say("drill-swap-go"), self._say("console-cancel"))
        badges = [seen.badge(seat) for seat in seen.seats]
        title, line = self._say("drill-swap-question"), self._say("drill-swap-line")
        self._holds(choose_two(self._screen.page, title, line, self._names(), badges, words, chosen))

    def _word(self) -> None:
        names = [self._say("drill-everybody"), *self._names()]
        seats = (SeatId(0), *self._screen.seen.seats)
        words = (self._say("console-to-go"), self._say("console-cancel"))
        choose(
            self._screen.page, self._say("console-to-title"), (), names, words,
            lambda at: self._screen.acts.write_to(Receiver(self._table, seats[at])), first=0, icon="message-square",
        )  # fmt: skip

    # going back

    def _back(self) -> None:
        """To the start of this phase or of an earlier one; the table's number makes sure of it."""
        table, say = self._seen, self._say
        ways = back_to(self._screen.seen, table) if table is not None else ()
        lines = [say("drill-back-line", table=self._table)]
        if self._screen.seen.in_step:
            lines.append(say("drill-back-own", table=self._table))

        def sure(at: int) -> None:
            way, number = ways[at], self._table
            words = (say("console-back-go"), say("console-back-cancel"), say("console-back-wrong", count=number))
            question = f"{say('drill-back-question', table=number)} {way.text}"
            self._holds(type_number(
                self._screen.page, question, lines,
                say("console-back-type-table", count=number), number, words,
                lambda: self._screen.acts.go_back(number, way.round, way.phase, at=stage),
            ))  # fmt: skip

        words = (say("console-back-go"), say("console-back-cancel"))
        title = say("drill-back-question", table=self._table)
        stage = self._holds(choose(
            self._screen.page, title, lines, [way.text for way in ways], words, sure, first=0, icon="rotate-ccw"
        ))  # fmt: skip

    # for a seat, and through its eyes

    def act_for(self, seat: SeatId, make: Callable[[int, Any], Intent], at: Stage | None = None) -> None:
        self._screen.acts.ask(
            self._table,
            lambda week, phase: ActFor(round=week, phase=phase, seat=seat, intent=make(week, phase)),
            at=at,
        )

    def finish_for(self, seat: SeatId) -> None:
        table, say, seen = self._seen, self._say, self._screen.seen
        if table is None:
            return
        title = say("drill-finish-question", department=seen.name(seat), phase=seen.phase_name(table.phase))
        question = Question(title, (say("drill-finish-line"),), say("drill-finish-go"), say("console-cancel"))
        dialog = put(
            self._screen.page,
            question,
            lambda: self.act_for(seat, lambda week, phase: FinishPhase(round=week, phase=phase), stage),
        )
        past = say("drill-finish-past", department=seen.name(seat))
        stage = self._holds(dialog, lambda: not self._is_done(seat), past)

    def _is_done(self, seat: SeatId) -> bool:
        row = self._screen.seen.rows.get(self._table)
        return row is not None and seat in row.done

    def answer_for(self, seat: SeatId, lines: Sequence[ChipSeen] = ()) -> None:
        table, say, seen = self._seen, self._say, self._screen.seen
        found = list(lines) or (list(answerable(table, seat)) if table is not None else [])
        if not found:
            return
        title = say("drill-answer-question", department=seen.name(seat))
        choices = (
            Choice("back", say("console-cancel")),
            Choice("accept", say("drill-accept"), "go", "check"),
            Choice("decline", say("drill-decline"), "aside", "x"),
        )
        dialog = Dialog(title, say("drill-answer-line"), choices, self._screen.page.window(), icon="clipboard-pen-line",
                        tone="text_secondary")  # fmt: skip
        options = _add_options(dialog, [line_text(seen, chip) for chip in found])

        def answered(_code: int) -> None:
            dialog.deleteLater()
            if dialog.chosen != "back":
                self._answer(seat, found[options()], stage, accept=dialog.chosen == "accept")

        dialog.finished.connect(answered)
        stage = self._holds(dialog, lambda: self._waits(seat, found), say("drill-answer-past"))
        dialog.open()

    def _waits(self, seat: SeatId, lines: Sequence[ChipSeen]) -> bool:
        """One of the lines still waits for this seat; another offer on it is another line to answer."""
        now = answerable(self._seen, seat) if self._seen is not None else ()
        return any(line in now for line in lines)

    def _answer(self, seat: SeatId, chip: ChipSeen, at: Stage, *, accept: bool) -> None:
        answer = Accept(chip.line) if accept else Decline(chip.line, "other")
        sheet = SheetId(chip.sheet)
        self.act_for(seat, lambda week, phase: AnswerSheet(round=week, phase=phase, sheet=sheet, answers=(answer,)), at)

    def _chip(self, number: int) -> None:
        """An open line: whoever is next on it can be acted for."""
        table = self._seen
        if table is None or number < LINE_CHIPS:
            return
        for seat in self._screen.seen.seats:
            mine = [chip for chip in answerable(table, seat) if chip_id(chip) == number]
            if mine:
                self.answer_for(seat, mine)
                return

    def watch_code(self, seat: SeatId) -> None:
        self.wants_to_watch = True
        self._screen.acts.make_code(self._table, seat, watching=True)

    def look(self, seat: SeatId) -> None:
        self._screen.start_look(seat)
        self._screen.send(LookAt(self._table, seat))

    def end_look(self) -> None:
        self._screen.send(LookAt(self._table or 1, SeatId(0)))


def _offer(title: str, line: str, why_not: str) -> str:
    return f"**{title}** {line} · {why_not}" if why_not else f"**{title}** {line}"


def _add_options(dialog: Dialog, texts: Iterable[str]) -> Callable[[], int]:
    """Radio cards in a dialog, the first one chosen; gives which is."""
    from sandgame.ui.kit.radio_card import RadioCard

    dialog.body.addSpacing(6)
    cards = [RadioCard(text) for text in texts]
    for card in cards:
        dialog.body.addWidget(card)
    cards[0].setChecked(True)
    return lambda: next(number for number, card in enumerate(cards) if card.isChecked())
