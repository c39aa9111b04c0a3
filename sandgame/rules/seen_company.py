"""What measures open to everybody: the network, the coordination meeting's table, facts that stay up to date."""

from __future__ import annotations

from msgspec.structs import replace

from sandgame.rules.board import BoardSection, network
from sandgame.rules.events import FactShared
from sandgame.rules.facts import kept_up
from sandgame.rules.hours import is_coordinated
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.sections import CompanyLine, CompanyOrder, CompanySection, CompanyWarning, KnownFact
from sandgame.rules.seen_orders import order_section
from sandgame.rules.state import State


def board_section(state: State, seat: SeatId) -> BoardSection:
    board = state.boards[seat]
    return replace(board, network=network(state.scenario, state.sweep)) if state.holds("service_map") else board


def company_section(state: State) -> CompanySection | None:
    """None outside a coordination meeting."""
    if not is_coordinated(state):
        return None
    now = state.round
    warned = (c for c in state.commitments.values() if c.is_open and c.warned and c.warned >= now - 1)
    return CompanySection(
        orders=tuple(CompanyOrder(seat, order) for seat in state.seats for order in order_section(state, seat)),
        lines=tuple(
            CompanyLine(sheet.customer, sheet.provider, line.wanted.service, line.terms, line.state)
            for sheet in state.sheets.values()
            for line in sheet.lines
            if sheet.round == now or line.state == "open"
        ),
        warnings=tuple(CompanyWarning(c.customer, c.provider, c.service, c.units, c.due, c.missing) for c in warned),
    )


def known_facts(state: State, seat: SeatId) -> tuple[KnownFact, ...]:
    """Facts that I shared or that were shared with me; on a platform as they are now, each once.

    What was told of a week that the session no longer has is left out.
    """
    mine = (f for f in state.facts if (seat in (f.seat, f.to) or f.to == TABLE) and _week_of(f) <= state.length)
    if not state.holds("platform"):
        return tuple(KnownFact(f.seat, f.to, f.fact) for f in mine)
    about = {(f.seat, f.to, f.fact.about, f.fact.order, f.fact.service, _week_of(f)): f for f in mine}
    return tuple(KnownFact(f.seat, f.to, kept_up(state, f)) for f in about.values())


def _week_of(shared: FactShared) -> int:
    """What happens in different weeks are different facts; the due of an order may change."""
    return shared.fact.due if shared.fact.about == "incident" else 0
