"""What was guessed of the links beside what they were: the best and the weakest, each with what was thought of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from sandgame.frames.debrief import GatheredTold, LinkShown
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import SeatId
from sandgame.text.numbers import whole

Kind = Literal["best", "weakest"]
Votes = Counter[tuple[SeatId, SeatId]]
_MOST_NAMED = 2
KINDS: tuple[Kind, ...] = ("best", "weakest")


def votes_for(gathered: GatheredTold | None, kind: Kind) -> Votes:
    guesses = gathered.guesses if gathered is not None else ()
    picked = (guess.best if kind == "best" else guess.weakest for guess in guesses)
    return Counter(link for link in picked if link is not None)


def found(rated: Sequence[LinkShown], kind: Kind, votes: Votes) -> LinkShown | None:
    """The link that was rated best or lowest; of several as good, the one that most thought of."""
    sign = -1 if kind == "best" else 1
    return min(
        rated,
        key=lambda link: (sign * (link.rating or 0), -votes[_pair(link)], link.provider, link.customer),
        default=None,
    )


def beside(scene: DebriefScene, kind: Kind, votes: Votes, link: LinkShown | None) -> str:
    """What was thought, and in one with it how that link was rated; alone where none was."""
    key = f"debrief-guess-was-{kind}" if link is not None else f"debrief-guess-alone-{kind}"
    return scene.say(key, thought=_thought(scene, votes, _pair(link) if link is not None else None))


def _thought(scene: DebriefScene, votes: Votes, fact: tuple[SeatId, SeatId] | None) -> str:
    """One guess is not most; nor is one of several that are all guessed as often."""
    most = max(votes.values())
    top = [pair for pair, count in sorted(votes.items()) if count == most]
    if most == 1 and len(top) > 1:
        return scene.say("debrief-guess-thought-apart", count=len(top))
    if len(top) > _MOST_NAMED:
        return scene.say("debrief-guess-thought-many", count=len(top), votes=whole(most))
    manner = "one" if most == 1 else "most" if len(top) == 1 else "both"
    if top == [fact]:
        return scene.say(f"debrief-guess-hit-{manner}", votes=whole(most))
    links = scene.listed([scene.say("debrief-link-of", provider=scene.name(a), customer=scene.name(b)) for a, b in top])
    return scene.say(f"debrief-guess-thought-{manner}", links=links, votes=whole(most))


def _pair(link: LinkShown) -> tuple[SeatId, SeatId]:
    return SeatId(link.provider), SeatId(link.customer)
