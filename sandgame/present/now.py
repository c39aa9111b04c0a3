"""The now bar: the one sentence of what is asked of a seat, its checklist, and the primary button of the phase.

Each page's model in present/ makes one from the scene and its drafts; the shell shows it and asks `question` first.
"""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.pictures import CheckPicture


@dataclass(frozen=True, slots=True)
class NotePicture:
    """A fact beside the checklist, such as "only you see this plan"; never a thing to do."""

    icon: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked once before something that cannot be taken back: the safe answer is `back`, and the default.

    `title` is a question; `lines` say what it would mean, one a line; `other` is a third way out ("" = none).
    """

    title: str
    lines: tuple[str, ...]
    go: str
    back: str
    other: str = ""
    grave: bool = False


@dataclass(frozen=True, slots=True)
class NowBar:
    """`checks` carry ids of the page's own choosing, handed back to `Page.go`.

    `primary` is the button's text ("" = no button); `question` is asked by the shell before `Page.primary` is called.
    `can_undo`, `can_redo` are None where the page has no undo. `kept` says when the draft was kept ("" = says nothing).
    """

    sentence: str
    checks: tuple[CheckPicture, ...] = ()
    notes: tuple[NotePicture, ...] = ()
    primary: str = ""
    primary_icon: str = "check"
    enabled: bool = True
    question: Question | None = None
    can_undo: bool | None = None
    can_redo: bool | None = None
    kept: str = ""
