"""The pages that people fill: the opening rules, one word, what each takes away; and the pause at half time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sandgame.frames.debrief import GatheredTold, HalfTimeFact, TakeAway
from sandgame.present.debrief_page import FactCard, HalfTimeBody, Line, OpeningBody, TakeAwayBody, TakeCard, WordsBody
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import SeatId

_RULES = (("facts", "search"), ("all", "users"), ("next", "sprout"), ("file", "shield"))
_SEES = (("own", "lock"), ("table", "users"), ("class", "monitor"))
_HOW = (("who", "user"), ("what", "package-check"), ("when", "calendar-check"), ("check", "clipboard-check"))


def opening_body(scene: DebriefScene) -> OpeningBody:
    return OpeningBody(
        scene.say("debrief-opening-purpose"),
        tuple(Line(icon, scene.say(f"debrief-rule-{key}-line"), scene.say(f"debrief-rule-{key}"))
              for key, icon in _RULES),
        scene.say("debrief-opening-sees"),
        tuple(Line(icon, scene.say(f"debrief-sees-{key}-line"), scene.say(f"debrief-sees-{key}"))
              for key, icon in _SEES if key != "class" or "alone" not in scene.settings),
    )  # fmt: skip


def words_body(scene: DebriefScene, gathered: GatheredTold | None) -> WordsBody:
    words = Counter(gathered.words if gathered is not None else ())
    places = Counter(gathered.sliders if gathered is not None else ())
    seats = gathered.seats if gathered is not None else 0
    return WordsBody(
        tuple(sorted(words.items(), key=lambda one: (-one[1], one[0]))[:24]),
        scene.say("debrief-word-empty"),
        scene.say("debrief-word-slider"),
        scene.say("debrief-word-low"),
        scene.say("debrief-word-high"),
        tuple(sorted(places.items())),
        scene.say("debrief-word-counted", done=words.total(), seats=seats) if gathered is not None else "",
        scene.say("debrief-word-placed", done=places.total(), seats=seats) if gathered is not None else "",
    )


def take_away_body(
    scene: DebriefScene,
    gathered: GatheredTold | None,
    own: tuple[SeatId, TakeAway] | None = None,
) -> TakeAwayBody:
    """On the big screen only how to write it and how many have; a laptop shows its own card."""
    cards = (_card(scene, *own),) if own is not None else ()
    rules = gathered.rules if gathered is not None else ()
    written = gathered.take_aways if gathered is not None else 0
    seats = gathered.seats if gathered is not None else len(scene.seats)
    return TakeAwayBody(
        cards,
        tuple(Line(icon, scene.say(f"debrief-take-{key}-line"), scene.say(f"debrief-take-{key}"))
              for key, icon in _HOW),
        f"{written} / {seats}",
        scene.say("debrief-take-written"),
        written,
        seats,
        scene.say("debrief-take-rule"),
        tuple(dict.fromkeys(rule for rule in rules if rule)),
        scene.say("debrief-take-rule-empty" if gathered is None or gathered.table else "debrief-take-rule-form"),
    )  # fmt: skip


def _card(scene: DebriefScene, seat: SeatId, card: TakeAway) -> TakeCard:
    rows = (
        (scene.say("debrief-take-request"), card.request),
        (scene.say("debrief-take-verified"), card.request_check),
        (scene.say("debrief-take-promise"), card.promise),
        (scene.say("debrief-take-verified"), card.promise_check),
    )
    told = tuple(row for row in rows if row[1])
    name = scene.name(seat)
    return TakeCard(scene.badge(seat), name, told, "" if told else scene.say("debrief-take-writing", name=name))


def half_time_body(scene: DebriefScene, facts: Sequence[HalfTimeFact]) -> HalfTimeBody:
    cards = []
    for seat in scene.seats:
        own = [fact for fact in facts if fact.seat == seat]
        if own:
            lines = tuple((half_time_sentence(scene, fact), fact.log) for fact in own)
            cards.append(FactCard(scene.badge(seat), scene.name(seat), lines))
    return HalfTimeBody(tuple(cards))


def half_time_sentence(scene: DebriefScene, fact: HalfTimeFact) -> str:
    numbers = dict(fact.numbers)
    if not numbers.get("n"):
        return scene.say(f"debrief-half-{fact.key}-none")
    return scene.say(f"debrief-half-{fact.key}", **numbers)
