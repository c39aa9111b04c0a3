"""Behind the curtain in Negotiate: a department's own orders, and that a marked option is not a settled one."""

from __future__ import annotations

from dataclasses import replace

from sandgame.present.now import NowBar
from sandgame.present.orders import OrdersPicture, orders_strip, to_choose
from sandgame.present.pictures import CheckPicture
from sandgame.present.scene import Scene
from sandgame.rules.ids import OrderId


def not_settled(scene: Scene, choices: dict[OrderId, int]) -> OrdersPicture | None:
    """The orders; a card whose option is marked says that nothing of it holds yet."""
    picture = orders_strip(scene, choices)
    if picture is None:
        return None
    say = scene.speech.say
    marked = say("table-orders-marked")
    # it is told aloud here, and put down as told on the other page
    shown = (replace(card, share="") for card in picture.cards)
    cards = tuple(
        replace(card, state=marked, state_icon="circle-alert", tone="caution", spoken=f"{card.spoken}, {marked}")
        if card.settle and card.choice is not None
        else card
        for card in shown
    )
    return replace(picture, title=say("table-orders-title"), cards=cards)


def orders_now(scene: Scene) -> NowBar:
    say, waiting = scene.speech.say, len(to_choose(scene))
    checks = (CheckPicture(1, say("table-told-orders", count=waiting), icon="clipboard-list"),) if waiting else ()
    return NowBar(say("table-orders-sentence"), checks, primary=say("table-told-close"))
