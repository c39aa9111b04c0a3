"""The note in four parts, at half time and at the end; and what the table wrote the last time."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.phrases import badge
from sandgame.present.pictures import BadgePicture
from sandgame.present.review_draft import PARTS, NoteDraft
from sandgame.present.scene import Scene
from sandgame.rules.events import NoteWritten

LONGEST_NOTE = 200


@dataclass(frozen=True, slots=True)
class WrittenNote:
    """A department's note of a Review that is over: label and words of each part that has any."""

    badge: BadgePicture
    name: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PdcaPicture:
    """`title` and the four parts' `labels` are empty while there is nothing to write."""

    title: str
    seen_by: str
    labels: tuple[str, ...]
    hint: str
    draft: NoteDraft
    past_title: str
    past: tuple[WrittenNote, ...]


def pdca(scene: Scene, draft: NoteDraft) -> PdcaPicture | None:
    """None before half time, and after it only if somebody wrote something."""
    say, section = scene.speech.say, scene.view.review
    week = scene.view.table.round
    over = [note for note in section.notes if note.round < week]
    last = max((note.round for note in over), default=0)
    past = tuple(made for note in over if note.round == last and (made := _written(scene, note)).parts)
    if not section.long_form and not past:
        return None
    return PdcaPicture(
        title=say("review-note-title") if section.long_form else "",
        seen_by=say("review-note-seen"),
        labels=tuple(say(f"review-note-{part}") for part in PARTS) if section.long_form else (),
        hint=say("review-note-hint"),
        draft=draft,
        past_title=say("review-note-past", week=last) if past else "",
        past=past,
    )


def _written(scene: Scene, note: NoteWritten) -> WrittenNote:
    words = ((part, getattr(note, part).strip()) for part in PARTS)
    parts = tuple((scene.speech.say(f"review-note-{part}"), text) for part, text in words if text)
    return WrittenNote(badge(scene, note.seat), scene.name(note.seat), parts)
