"""Restating a need: what its provider may say in its own words, and what its customer is asked to confirm."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.answer_draft import terms_text
from sandgame.present.scene import Scene
from sandgame.rules.clarity import RESTATED
from sandgame.rules.sections import Thread


@dataclass(frozen=True, slots=True)
class RestatePicture:
    """What restating asks for at this moment: `say` = I may restate, `confirm` = I was restated, `done` = a fact."""

    mode: str
    text: str
    quote: str
    button: str
    short: str
    draft: str


def to_confirm(scene: Scene, sheet: Thread) -> bool:
    alive = sheet.round == scene.view.table.round or any(line.state == "open" for line in sheet.lines)
    return alive and sheet.customer == scene.seat and sheet.restated is not None and not sheet.confirmed


def restating(scene: Scene, sheet: Thread) -> RestatePicture | None:
    say = scene.speech.say
    if "restate" not in scene.view.table.rules or scene.view.table.talk == "open":
        return None
    customer, provider = scene.name(sheet.customer), scene.name(sheet.provider)
    quote = sheet.restated or ""
    if sheet.confirmed:
        return RestatePicture("done", say("negotiate-restated-done"), quote, "", "", "")
    if sheet.restated is not None:
        if sheet.customer == scene.seat:
            text = say("negotiate-restated-confirm", department=provider, gain=RESTATED)
            return RestatePicture("confirm", text, quote, say("negotiate-restated-yes"), "", "")
        return RestatePicture("done", say("negotiate-restated-wait", department=customer), quote, "", "", "")
    open_lines = [line for line in sheet.lines if line.state in ("open", "agreed")]
    if sheet.provider != scene.seat or sheet.round != scene.view.table.round or not open_lines:
        return None
    wanted = [(line.wanted.service, line.terms) for line in open_lines]
    what = say("game-and").join(f"{scene.service(s)} {terms_text(scene, s, terms)}" for s, terms in wanted)
    text = say("negotiate-restate-text", department=customer, gain=RESTATED)
    draft = say("negotiate-restate-draft", what=what)
    short = say("negotiate-restate-short", gain=RESTATED)
    return RestatePicture("say", text, "", say("negotiate-restate", gain=RESTATED), short, draft)
