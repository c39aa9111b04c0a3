"""A link is opened by its departments: who has not agreed is named nowhere that the class can see."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sandgame.present.debrief_link import consent_body
from sandgame.present.debrief_scene import DebriefScene
from sandgame.text.speech import LANGUAGES, Language, Speech
from tests.kit.debriefs import debriefed


def scene_of(language: Language) -> DebriefScene:
    made = debriefed()
    return DebriefScene.of(Speech(language), made.cast, made.words)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("bots", [0, 1])
def test_in_a_class_the_page_of_a_link_that_waits_names_nobody(language: Language, bots: int) -> None:
    scene, debrief = scene_of(language), debriefed().debrief
    link = debrief.links[0]
    played = replace(debrief, bots=(link.customer,) if bots else ())
    body = consent_body(scene, played, link)
    named = [name for seat in scene.seats if (name := scene.name(seat)) in f"{body.text} {body.line}"]
    assert named == []
    assert body == consent_body(scene, debrief, link), "nor does it say that a bot plays one side"
    together = consent_body(scene.in_setting("alone", True), played, link)
    assert scene.name(link.provider) in together.text, "round one laptop all see it anyway"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["debrief-do-consent-line", "debrief-do-consent-open"])
def test_who_agrees_is_told_who_will_see_it(language: Language, key: str) -> None:
    scene = scene_of(language)
    seen = {"zh": "全班也看得到", "en": "the class"}[language]
    assert seen in scene.say(key)
    assert seen not in scene.in_setting("alone", True).say(key)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["join-notice-who-line", "debrief-sees-own-line", "debrief-own-line"])
def test_what_is_said_of_the_own_page_is_true(language: Language, key: str) -> None:
    """The report has a page for each department: it is no secret of the laptop."""
    text = scene_of(language).say(key)
    assert {"zh": "讲师可以存成一页", "en": "the facilitator can save it"}[language] in text.replace("The", "the")
