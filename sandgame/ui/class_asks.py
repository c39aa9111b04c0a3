"""Questions before a class is left, ended or seen by one alone; what an end would cut off is said before it is done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtWidgets import QWidget

from sandgame.frames.classroom import ClassState, TableRow
from sandgame.present.now import Question
from sandgame.text.speech import Speech
from sandgame.ui.class_known import ClassKnown
from sandgame.ui.kit.dialog import Choice, Dialog

Go = Callable[[], None]


def ask_leave(speech: Speech, window: QWidget, known: ClassKnown, leave: Go, end: Go) -> None:
    """Once; a class that is over is left without a question, unless that takes it from those who still look."""
    if known.state != "over":
        _put(leave_dialog(speech, window, known.state), {"leave": leave, "end": end})
    elif known.open_seats:
        _put(part_dialog(speech, window, known.open_seats), {"leave": leave})
    else:
        leave()


def ask_end(speech: Speech, window: QWidget, known: ClassKnown, end: Go) -> None:
    _put(end_dialog(speech, window, known.state, known.rows.values()), {"end": end})


def ask_unshare(speech: Speech, window: QWidget, go: Go) -> None:
    """A click by mistake would show secrets to everybody."""
    _put(unshare_dialog(speech, window), {"go": go})


def _put(dialog: Dialog, answers: Mapping[str, Go]) -> None:
    """What is chosen is done; anything else is no answer."""

    def answered(_code: int) -> None:
        dialog.deleteLater()
        answers.get(dialog.chosen, lambda: None)()

    dialog.finished.connect(answered)
    dialog.open()


def leave_dialog(speech: Speech, window: QWidget, state: ClassState) -> Dialog:
    """Before week 1 nobody plays: what goes on is signing in."""
    say = speech.say
    choices = (
        Choice("stay", say("class-leave-no")),
        Choice("leave", say("class-leave-yes"), "go", "log-out"),
        Choice("end", say("class-end-ask"), "aside"),
    )
    of = "-lobby" if state == "lobby" else ""
    title, line = say(f"class-leave-title{of}"), say(f"class-leave-line{of}")
    return Dialog(title, line, choices, window, icon="log-out", tone="text_secondary")


def part_dialog(speech: Speech, window: QWidget, seats: int) -> Dialog:
    """From a class that is over: its host goes with who leads it, and what laptops still show of it."""
    say = speech.say
    choices = (Choice("stay", say("class-leave-no")), Choice("leave", say("class-leave-yes"), "go", "log-out"))
    line = say("class-part-line", count=seats, recent=say("home-recent"))
    return Dialog(say("class-part-title"), line, choices, window, icon="laptop")


def end_dialog(speech: Speech, window: QWidget, state: ClassState, rows: Collection[TableRow]) -> Dialog:
    say = speech.say
    choices = (Choice("stay", say("class-end-no")), Choice("end", say("class-end-yes"), "destroy"))
    return Dialog(say("class-end-title"), end_line(speech, state, rows), choices, window, icon="octagon-alert")


def end_line(speech: Speech, state: ClassState, rows: Collection[TableRow]) -> str:
    """Before week 1 nothing was played; afterwards a week under way is named where all are in the same."""
    if state == "lobby":
        return speech.say("class-end-line-lobby")
    weeks = {row.round for row in rows if row.phase != "over"}
    if not weeks:
        return speech.say("class-end-line")
    key = "class-end-line-week" if len(weeks) == 1 else "class-end-line-weeks"
    return speech.say(key, week=min(weeks))


def close_question(speech: Speech) -> Question:
    """Where the debrief is done: nothing is cut off any more."""
    say = speech.say
    lines = (say("class-close-line"), say("class-close-again", again=say("debrief-presenter-reopen")))
    return Question(say("class-close-title"), lines, say("class-close-yes"), say("class-close-no"))


def unshare_dialog(speech: Speech, window: QWidget) -> Dialog:
    say = speech.say
    choices = (Choice("stay", say("class-unshare-no")), Choice("go", say("class-unshare-yes"), "go"))
    return Dialog(say("class-unshare-title"), say("class-unshare-line"), choices, window, icon="lock")
