"""All pages of a seat, one for each phase and one for the end."""

from __future__ import annotations

from sandgame.rules.ids import Phase
from sandgame.ui.brief import BriefPage
from sandgame.ui.deliver import DeliverPage
from sandgame.ui.negotiate import NegotiatePage
from sandgame.ui.over import OverPage
from sandgame.ui.page import Page
from sandgame.ui.plan import PlanPage
from sandgame.ui.review import ReviewPage


def all_pages() -> dict[Phase, Page]:
    return {
        "brief": BriefPage(),
        "negotiate": NegotiatePage(),
        "plan": PlanPage(),
        "deliver": DeliverPage(),
        "review": ReviewPage(),
        "over": OverPage(),
    }
