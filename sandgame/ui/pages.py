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


class PagesWhenAsked(dict[Phase, Page]):
    """Makes each page when it is first asked for: a seat sees one at a time, and together they take long to make."""

    def __init__(self, furnish: Callable[[Page], None]) -> None:
        super().__init__()
        self._furnish = furnish

    def __missing__(self, phase: Phase) -> Page:
        page = self[phase] = PAGES[phase]()
        self._furnish(page)
        return page
