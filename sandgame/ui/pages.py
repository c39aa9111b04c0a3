"""All pages of a seat, one for each phase and one for the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sandgame.rules.ids import Phase
from sandgame.ui.brief import BriefPage
from sandgame.ui.deliver import DeliverPage
from sandgame.ui.negotiate import NegotiatePage
from sandgame.ui.over import OverPage
from sandgame.ui.page import Page
from sandgame.ui.plan import PlanPage
from sandgame.ui.review import ReviewPage

PAGES: Mapping[Phase, Callable[[], Page]] = {
    "brief": BriefPage,
    "negotiate": NegotiatePage,
    "plan": PlanPage,
    "deliver": DeliverPage,
    "review": ReviewPage,
    "over": OverPage,
}


def all_pages() -> dict[Phase, Page]:
    return {phase: make() for phase, make in PAGES.items()}
