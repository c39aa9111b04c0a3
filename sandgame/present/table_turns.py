"""Who need not take the laptop at all in a phase: a department that has nothing to read or to say there."""

from __future__ import annotations

from sandgame.present.brief import brief
from sandgame.present.review import review, review_now
from sandgame.present.review_draft import ReviewDraft
from sandgame.present.scene import Scene


def has_nothing(scene: Scene) -> bool:
    """In Brief: no card and no notice. In Review: nobody to rate, no cause, no vote, no wish, no note."""
    table = scene.view.table
    if table.phase == "brief":
        page = brief(scene)
        return page.role is None and not (page.keys or page.notices or page.new_rules) and not _beside(scene)
    if table.phase != "review" or review_now(scene, ReviewDraft()).checks:
        return False
    shown = review(scene, ReviewDraft())
    return shown.wishes is None and shown.pdca is None and not _may_thank(scene)


def _may_thank(scene: Scene) -> bool:
    return bool(scene.view.review.to_thank)


def _beside(scene: Scene) -> bool:
    """A map task or a role question waits."""
    beside = scene.view.beside
    return beside.map_task or beside.question is not None
