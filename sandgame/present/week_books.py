"""What the books of a week hold beside its lines: the price of measures that came with it, and cards that hit it."""

from __future__ import annotations

from sandgame.present.phrases import listed
from sandgame.present.scene import Scene
from sandgame.rules.before import week_money
from sandgame.rules.sections import DeliverySection
from sandgame.text.numbers import whole


def beside_the_lines(scene: Scene, delivery: DeliverySection) -> list[str]:
    """A sentence part each: what the company paid for measures, and which cards fell in this week."""
    found, say = [], scene.speech.say
    paid, cards = week_money(scene.view, delivery).measures, _cards(scene, delivery)
    if paid:
        names = listed(scene, _new_measures(scene, delivery))
        found.append(say("deliver-books-measures", names=names, money=whole(paid)))
    if cards:
        found.append(say("deliver-books-cards", cards=listed(scene, cards)))
    return found


def _new_measures(scene: Scene, delivery: DeliverySection) -> list[str]:
    """Names of the measures that are in force from this week on, and had a price."""
    return [
        scene.speech.say(f"measure-{seen.measure.replace('_', '-')}")
        for seen in scene.view.room.measures
        if seen.holds_from == delivery.round and seen.price
    ]


def _cards(scene: Scene, delivery: DeliverySection) -> list[str]:
    """Titles of the cards that hit this week: those that all know, and those that hit this department."""
    week, words = delivery.round, scene.words
    public = [f"card.{card.card}.title" for card in scene.view.room.cards if card.round == week]
    own = [
        f"incident.{number}"
        for number, incident in enumerate(scene.view.me.incidents, start=1)
        if incident.card and incident.round == week
    ]
    titles = [scene.pick(words[key]) for key in (*public, *own) if key in words]
    return list(dict.fromkeys(titles))
