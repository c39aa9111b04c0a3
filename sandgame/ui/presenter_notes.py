"""What only the facilitator reads of a debrief: notes to the page, bookmarks, what the tables have written."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QVBoxLayout

from sandgame.present.bookmarks import together
from sandgame.present.debrief_lead import DebriefLead
from sandgame.ui.kit.buttons import FlatButton, SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, column, row
from sandgame.ui.kit.labels import Label


def notes_card(lead: DebriefLead, peek_asked: Callable[[], None], unshare_asked: Callable[[], None]) -> Card:
    """What to say and to ask at the page that is shown."""
    say = lead.speech.say
    made = Card()
    lines = column(made, margins=(14, 10, 14, 10), gap=6)
    head = row(gap=8)
    head.addWidget(Label(say("debrief-presenter-notes"), "label", weight=700))
    head.addStretch(1)
    private = "debrief-presenter-peeking" if lead.shared and lead.peeking else "debrief-presenter-private"
    if not lead.folded:
        head.addWidget(Label(say(private), "caption", "text_secondary", icon="lock"))
    lines.addLayout(head)
    if lead.folded:
        _add_folded(lead, lines, peek_asked, unshare_asked)
        return made
    first, more = lead.notes()
    lines.addWidget(Label(first, "title", wraps=True))
    lines.addWidget(Label(more, "body", "text_secondary", wraps=True))
    for name, asked in lead.questions():
        lines.addWidget(Label(f"**{name}** {asked}", "body", wraps=True))
    lines.addStretch(1)
    return made


def _add_folded(
    lead: DebriefLead, lines: QVBoxLayout, peek_asked: Callable[[], None], unshare_asked: Callable[[], None]
) -> None:
    """On a shared screen: why there is nothing, and the two ways to it."""
    say = lead.speech.say
    lines.addWidget(Label(say("debrief-presenter-folded"), "body", "text_secondary", wraps=True, icon="lock"))
    ways = row(gap=8)
    for key, icon, asked in (("peek", "eye", peek_asked), ("unshare", "monitor", unshare_asked)):
        button = SecondaryButton(say(f"debrief-presenter-{key}"), icon, size="small")
        button.setObjectName(key)
        button.clicked.connect(asked)
        ways.addWidget(button)
    ways.addStretch(1)
    lines.addLayout(ways)
    lines.addStretch(1)


def side_card(lead: DebriefLead, scores_asked: Callable[[], None]) -> Card:
    """Beside every page: bookmarks of the class, what was written at the tables, and what is better not said."""
    say = lead.speech.say
    made = Card()
    lines = column(made, margins=(12, 10, 12, 10), gap=6)
    if lead.waiting:
        lines.addWidget(
            Label(say("debrief-presenter-waiting", count=lead.waiting), "body", "info", wraps=True, icon="hourglass")
        )
    _add_shares(lead, lines)
    if not lead.folded:
        _add_bookmarks(lead, lines)
    _add_written(lead, lines)
    if not lead.folded:
        lines.addWidget(Divider())
        lines.addWidget(Label(say("debrief-presenter-say-not"), "label", weight=700, icon="circle-alert"))
        lines.addWidget(Label(say("debrief-presenter-say-not-line"), "caption", "text_secondary", wraps=True))
    scores = FlatButton(say("debrief-scores"), "info")
    scores.clicked.connect(scores_asked)
    lines.addWidget(scores)
    lines.addStretch(1)
    return made


def _add_bookmarks(lead: DebriefLead, lines: QVBoxLayout) -> None:
    say = lead.speech.say
    lines.addWidget(Label(say("debrief-presenter-bookmarks"), "label", weight=700, icon="bookmark"))
    if not lead.bookmarks:
        lines.addWidget(Label(say("debrief-presenter-no-bookmarks"), "caption", "text_secondary", wraps=True))
    for mark, tables in together(lead.bookmarks):
        lines.addWidget(Divider())
        whole = not tables or (len(tables) > 1 and tables >= set(lead.tables))
        where = say("debrief-presenter-bookmark-all", week=mark.round) if whole else say(
            "debrief-presenter-bookmark", table=_listed(tables), week=mark.round)  # fmt: skip
        lines.addWidget(Label(f"{where} · {say(f'game-phase-{mark.phase}')}", "caption", "text_secondary", wraps=True))
        if mark.note:
            lines.addWidget(Label(mark.note, "body", wraps=True))
    lines.addWidget(Divider())


def _add_written(lead: DebriefLead, lines: QVBoxLayout) -> None:
    say = lead.speech.say
    lines.addWidget(Label(say("debrief-presenter-written"), "label", weight=700, icon="inbox"))
    for table in sorted(lead.gathered):
        told = lead.gathered[table]
        if lead.at_pause:
            half = say("debrief-presenter-written-half", table=table, seats=told.seats, done=told.next_weeks)
            lines.addWidget(Label(half, "caption", "text_secondary", wraps=True))
            continue
        lines.addWidget(Label(say("debrief-presenter-written-of", table=table, words=len(told.words),
                                  guesses=len(told.guesses), plus=len(told.plus), cards=told.take_aways,
                                  estimates=told.estimating,
                                  seats=told.seats), "caption", "text_secondary", wraps=True))  # fmt: skip
    if lead.page == "take_away":
        seats = sum(told.seats for told in lead.gathered.values())
        surveys = say("debrief-presenter-surveys", done=lead.surveys, seats=seats)
        lines.addWidget(Label(surveys, "caption", "text_secondary", wraps=True, icon="clipboard-pen-line"))


def _add_shares(lead: DebriefLead, lines: QVBoxLayout) -> None:
    """On this screen alone."""
    rows, scene, say = lead.share_rows(), lead.scene, lead.speech.say
    if not rows or scene is None:
        return
    lines.addWidget(Label(say("debrief-presenter-shares"), "label", weight=700, wraps=True, icon="lock"))
    for name, money in rows:
        across = row(gap=8)
        across.addWidget(Label(name, "caption", "text_secondary", wraps=True), 1)
        across.addWidget(Label(money, "caption", weight=700))
        lines.addLayout(across)
    lines.addWidget(Label(say("debrief-presenter-shares-line", money=scene.money), "caption", "text_secondary",
                          wraps=True))  # fmt: skip
    lines.addWidget(Divider())


def _listed(tables: Iterable[int]) -> str:
    return ", ".join(f"{table}" for table in sorted(tables))
