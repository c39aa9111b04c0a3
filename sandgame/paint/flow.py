"""Where units are while they travel along ribbons: from flows and a time to travellers. Pure."""

from collections.abc import Sequence

from sandgame.paint.tokens import motion
from sandgame.present.pictures import FlowPicture, TravellerPicture

MOST_BLOCKS = 8


def _loads(units: int) -> list[int]:
    """Units as at most eight blocks; the first ones carry more if they do not share out evenly."""
    count = min(units, MOST_BLOCKS)
    return [units // count + (1 if number < units % count else 0) for number in range(count)]


def flow_time(flows: Sequence[FlowPicture]) -> int:
    """How long it takes until all have arrived, ms."""
    most = max((min(flow.units, MOST_BLOCKS) for flow in flows), default=0)
    return motion().flow + motion().flow_stagger * (most - 1) if most else 0


def travellers_at(flows: Sequence[FlowPicture], time: int) -> tuple[TravellerPicture, ...]:
    """Who is under way at a time (ms since the start): the arrived are gone, the stopped stay where they stop."""
    found = []
    for flow in flows:
        if flow.units <= 0:
            continue
        for number, load in enumerate(_loads(flow.units)):
            part = 1000 * (time - number * motion().flow_stagger) // motion().flow
            if part < 0 or (part >= 1000 and flow.stop >= 1000):
                continue
            count = str(load) if load > 1 else ""
            found.append(TravellerPicture(flow.ribbon, flow.slot, min(part, flow.stop), count))
    return tuple(found)
