"""What a bot beside people votes for: people lead, and nobody is led by its own vote."""

from __future__ import annotations

from collections.abc import Iterator

from sandgame.bots.styles import Voting
from sandgame.rules.intents import Vote
from sandgame.rules.scenario import MeasureName
from sandgame.rules.seen import Seen


def votes(seen: Seen, voting: Voting) -> Iterator[Vote]:
    """Its vote, if it has not given the same one yet."""
    if not seen.room.votable or voting == "none":
        return
    choice = _choice(seen, may_lead=voting == "most")
    mine = next((vote.measure for vote in seen.room.votes if vote.seat == seen.me.seat), None)
    if choice is not None and choice != mine:
        yield Vote(round=seen.table.round, phase="review", measure=choice)


def _choice(seen: Seen, *, may_lead: bool) -> MeasureName | None:
    """What most people vote for, then most of the others, then the first on offer; who may not lead follows people.

    Where it is not told who is a bot, everybody counts as a person.
    """
    bots = {played.seat for played in seen.room.played_by}
    others = [vote for vote in seen.room.votes if vote.seat != seen.me.seat]
    everybody = [vote.measure for vote in others]
    people = [vote.measure for vote in others if vote.seat not in bots]
    now = seen.table.round
    offered = [m.measure for m in seen.room.measures if m.holds_from is None and m.round <= now]
    if not may_lead:
        offered = [measure for measure in offered if measure in people]
    return max(offered, key=lambda measure: (people.count(measure), everybody.count(measure)), default=None)
