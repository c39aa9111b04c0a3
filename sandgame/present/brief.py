"""The brief of a week: who I am, what is new for all and for me alone, my hours, my partners, my trade-off."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sandgame.present.brief_notices import (
    BriefCard,
    Notice,
    dealt_cards,
    new_rules,
    notices,
    paused_notes,
    told_cards,
)
from sandgame.present.now import NotePicture, NowBar, Question
from sandgame.present.orders import beyond, in_reach, last_chance
from sandgame.present.phrases import badge, listed, service_times
from sandgame.present.pictures import BadgePicture, BoardPicture, CheckPicture, HoursPicture, blocks, in_groups
from sandgame.present.recipe import MetricRow, last_figures, metric_rows
from sandgame.present.role import RoleCard, role_card
from sandgame.present.scene import Scene
from sandgame.present.stage import bare_board
from sandgame.rules.sections import OwnIncident, OwnOrder
from sandgame.text.numbers import MINUS, percent, signed, whole

ROLE, CARDS = 1, 2
"""Ids of the two checks of the now bar."""
NEWS = "news"
_ONE_BLOCK_LIMIT = 60


@dataclass(frozen=True, slots=True)
class HoursCard:
    """This week's hours as loose blocks, with the arithmetic that leads to them."""

    title: str
    sum: str
    overtime: str
    picture: HoursPicture


@dataclass(frozen=True, slots=True)
class TradeOff:
    """My side and the company's side of this week, facts only."""

    title: str
    mine_title: str
    mine: str
    company_title: str
    company: str
    badge: BadgePicture
    foot: str


@dataclass(frozen=True, slots=True)
class BriefPicture:
    """`news` stands for all, `cards` for me alone; `role` only in week 1; `new_rules` only when rules open later.

    `dealt` are public cards of the facilitator's; `notices` what comes into force this week.
    """

    week: int
    role: RoleCard | None
    news: BriefCard | None
    dealt: tuple[BriefCard, ...]
    cards: tuple[BriefCard, ...]
    empty: str
    new_title: str
    new_rules: tuple[str, ...]
    notices: tuple[Notice, ...]
    hours: HoursCard
    board: BoardPicture
    recipe_title: str
    recipe_note: str
    recipe_kpi: str
    recipe: tuple[MetricRow, ...]
    trade_off: TradeOff

    @property
    def public(self) -> tuple[BriefCard, ...]:
        """What everybody knows."""
        return (*((self.news,) if self.news else ()), *self.dealt)

    @property
    def keys(self) -> frozenset[str]:
        """All that is to be opened."""
        return frozenset(card.key for card in (*self.public, *self.cards) if card.asks)


def brief(scene: Scene) -> BriefPicture:
    say, table = scene.speech.say, scene.view.table
    now = last_figures(scene)
    return BriefPicture(
        week=table.round,
        role=role_card(scene) if table.round == 1 else None,
        news=_news(scene),
        dealt=dealt_cards(scene),
        cards=(*told_cards(scene), *private_cards(scene)),
        empty=say("brief-no-cards"),
        new_title=say("brief-new-rules"),
        new_rules=new_rules(scene),
        notices=notices(scene),
        hours=hours_card(scene),
        board=bare_board(scene, say("brief-board-note"), "eye"),
        recipe_title=say("brief-recipe"),
        recipe_note=say("brief-recipe-kpi"),
        recipe_kpi=whole(now.figures.kpi) if now else "",
        recipe=metric_rows(scene),
        trade_off=_trade_off(scene),
    )


def _news(scene: Scene) -> BriefCard | None:
    week = scene.view.table.round
    text, line = scene.words.get(f"brief.{week}"), scene.words.get(f"brief.{week}.line")
    if text is None:
        return None
    lines = (scene.pick(line),) if line else ()
    return BriefCard(NEWS, scene.speech.say("brief-news"), "megaphone", 0, scene.pick(text), lines)


def private_cards(scene: Scene) -> tuple[BriefCard, ...]:
    """What only this department knows, the most pressing first."""
    cards = [*_incident_cards(scene), *_order_cards(scene), *_stock_cards(scene)]
    return tuple(cards)


def _incident_cards(scene: Scene) -> list[BriefCard]:
    """Own incidents: all of them in week 1, later those of this week and the next."""
    week = scene.view.table.round
    cards = []
    for number, incident in enumerate(scene.view.me.incidents, start=1):
        later = incident.round > (week + 1 if week > 1 else scene.view.table.length)
        if incident.round < week or later or incident.round > scene.view.table.length:
            continue
        # a seat's own incidents are numbered among themselves
        text = scene.words.get(f"incident.{number}")
        effect = _effect(scene, incident)
        title, lines = (scene.pick(text), (effect,)) if text else (effect, ())
        foot = scene.speech.say("brief-now" if incident.round == week else "brief-later", week=incident.round)
        key = f"incident.{number}.{incident.round == week}"
        kind = scene.speech.say("brief-card-incident" if incident.card else "brief-private")
        icon = "zap" if incident.card else "lock"
        cards.append(BriefCard(key, kind, icon, scene.department(scene.seat).slot, title, lines, foot))
    return cards


def _effect(scene: Scene, incident: OwnIncident) -> str:
    say = scene.speech.say
    parts = []
    if incident.hours:
        way = "brief-incident-less" if incident.hours < 0 else "brief-incident-more"
        parts.append(say(way, week=incident.round, hours=abs(incident.hours)))
    if incident.service is not None and incident.cost is not None:
        name, money = scene.service(incident.service), scene.pick(scene.cast.money)
        parts.append(say("brief-incident-cost", week=incident.round, service=name, cost=incident.cost, money=money))
    return say("game-list-comma").join(parts)


def _order_cards(scene: Scene) -> list[BriefCard]:
    week, say = scene.view.table.round, scene.speech.say
    open_ = (order for order in scene.view.orders if order.state == "open" and in_reach(scene, order))
    fresh = [order for order in open_ if order.arrival == week]
    arrived = [order for order in fresh if not order.card]
    coming = [order for order in scene.view.orders if order.state == "coming" and in_reach(scene, order)]
    brought = [order for order in fresh if order.card]
    foot = say("brief-orders-foot")
    cards = [_orders_card(scene, "brought", say("brief-card-order"), "zap", [order], foot) for order in brought]
    told = [order for order in arrived if order.directive]
    if told:
        foot = say("brief-directive-foot")
        cards.append(_orders_card(scene, "directives", say("brief-directive"), "crown", told, foot))
    asked = [order for order in arrived if not order.directive]
    if asked:
        foot = say("brief-orders-foot")
        cards.append(_orders_card(scene, "orders", say("brief-orders"), "store", asked, foot))
    if coming:
        first = min(order.arrival for order in coming)
        foot = say("brief-coming-foot", week=first)
        cards.append(_orders_card(scene, "coming", say("brief-coming"), "lock", coming, foot))
    return cards


def _orders_card(scene: Scene, key: str, kind: str, icon: str, orders: list[OwnOrder], foot: str) -> BriefCard:
    say = scene.speech.say
    if len(orders) == 1:
        order = orders[0]
        title = say("brief-order", client=scene.client(order.order), goods=goods(scene, order))
        lines = order_terms(scene, order)
    else:
        title = say("brief-order-count", count=len(orders))
        lines = tuple(line for order in orders for line in _order_lines(scene, order))
    numbers = ".".join(str(order.order) for order in orders)
    return BriefCard(f"{key}.{numbers}", kind, icon, 0, title, lines, foot, "messages-square")


def goods(scene: Scene, order: OwnOrder) -> str:
    """What an order wants: name and units."""
    return service_times(scene, order.service, order.units)


def order_terms(scene: Scene, order: OwnOrder) -> tuple[str, ...]:
    """Each option of an order in one line, and what being late or never costs."""
    say, money = scene.speech.say, scene.pick(scene.cast.money)
    terms = say("game-list-comma").join(
        say("brief-option", week=option.due, price=whole(option.price), money=money) + beyond(scene, option.due)
        for option in order.options
    )
    end = last_chance(scene, order)
    return terms, say("brief-penalty", late=whole(order.late), lost=whole(order.lost), week=end, money=money)


def _order_lines(scene: Scene, order: OwnOrder) -> tuple[str, str]:
    """Who wants what, and below it when it may be due and for how much a unit."""
    say = scene.speech.say
    options = (
        say("brief-option-short", week=option.due, price=whole(option.price)) + beyond(scene, option.due)
        for option in order.options
    )
    money = scene.pick(scene.cast.money)
    terms = say("brief-order-terms", options=say("brief-or").join(options), money=money)
    return say("brief-order-line", client=scene.client(order.order), goods=goods(scene, order)), terms


def _stock_cards(scene: Scene) -> list[BriefCard]:
    say, view = scene.speech.say, scene.view
    week, slot = view.table.round, scene.department(scene.seat).slot
    cards = []
    ready = [each for each in view.me.in_lead if each.ready == week and each.units]
    if ready:
        title = listed(scene, [service_times(scene, each.service, each.units) for each in ready])
        cards.append(
            BriefCard("arrivals", say("brief-arrivals"), "package", slot, title, (say("brief-arrivals-line"),))
        )
    stock = [each for each in view.me.stock if each.units]
    if week == 1 and stock:
        title = listed(scene, [service_times(scene, each.service, each.units) for each in stock])
        cards.append(BriefCard("stock", say("brief-stock"), "package", slot, title, (say("brief-stock-line"),)))
    return cards


def hours_card(scene: Scene) -> HoursCard:
    """The hours of this week: what there is as blocks, what was taken away as outlines."""
    me, say = scene.view.me, scene.speech.say
    parts = [say("brief-hours-base", hours=me.base_hours)]
    thanked = _spared(scene)
    changes = (
        ("incident", me.incident_hours),
        ("fatigue", -me.fatigue - thanked),
        ("meetings", -me.meetings),
        ("lent", -me.lent),
    )
    gains = (("thanked", thanked), ("gained", me.gained), ("pool", me.pool))
    for name, hours in (*changes[:2], *gains[:1], *changes[2:], *gains[1:]):
        if hours:
            sign = "+" if hours > 0 else MINUS
            parts.append(f"{sign} {say(f'brief-hours-{name}', hours=abs(hours))}")
    gone = -sum(hours for _, hours in changes if hours < 0) - thanked
    per_block = 2 if me.hours > _ONE_BLOCK_LIMIT else 1
    row = (*blocks("neutral", 0, me.hours // per_block), *blocks("missing", 0, gone // per_block))
    overtime = ""
    if "overtime" in scene.view.table.rules and me.overtime_limit:
        overtime = say("brief-hours-overtime", hours=me.overtime_limit)
    title, total = say("brief-hours", hours=me.hours), " ".join(parts)
    if len(parts) == 1:
        total = say("brief-hours-whole")
    if per_block == 2:
        total = f"{total} · {say('brief-hours-double')}"
    return HoursCard(title, total, overtime, HoursPicture(in_groups(row), spoken=f"{title}. {total}"))


def _spared(scene: Scene) -> int:
    """Hours of last week's fatigue that a thank-you card took off."""
    delivery = scene.view.delivery
    if delivery is None or delivery.books is None or delivery.round != scene.view.table.round - 1:
        return 0
    return max(0, delivery.books.fatigue - scene.view.me.fatigue)


def has_index(scene: Scene) -> bool:
    """Whether the company's index counts in the bonus; until the first Deliver the case's share says so."""
    results = scene.view.table.results
    return results[-1].index is not None if results else scene.view.table.company_share > 0


def share_line(scene: Scene) -> str:
    """How the bonus is mixed."""
    if not has_index(scene):
        return scene.speech.say("brief-share-kpi")
    share = scene.view.table.company_share
    return scene.speech.say("brief-share", kpi=percent(100 - share), company=percent(share))


def _trade_off(scene: Scene) -> TradeOff:
    say = scene.speech.say
    worth = scene.view.table.own_work_worth
    mine, company = scene.words.get("tradeoff.kpi"), scene.words.get("tradeoff.company")
    money = scene.pick(scene.cast.money)
    heavy = max(metric_rows(scene), key=lambda row: row.weight, default=None)
    fallback = say("brief-tradeoff-mine", metric=heavy.name, weight=heavy.weight_text) if heavy else ""
    return TradeOff(
        title=say("brief-tradeoff"),
        mine_title=say("brief-tradeoff-kpi"),
        mine=scene.pick(mine) if mine else fallback,
        company_title=say("game-company"),
        company=scene.pick(company) if company else say("brief-tradeoff-ours", worth=signed(worth), money=money),
        badge=badge(scene, scene.seat),
        foot=share_line(scene),
    )


def brief_now(
    scene: Scene,
    page: BriefPicture,
    read: frozenset[str],
    at_role: bool,
    role_read: bool,
    beside: tuple[CheckPicture, ...] = (),
) -> NowBar:
    """What Brief asks: know your department (week 1), open each card, then say that you have read.

    `beside`: checks of the map task and the role questions.
    """
    say = scene.speech.say
    checks = (*beside, *brief_checks(scene, page, read, role_read))
    sentence = say("brief-sentence-first" if page.role else "brief-sentence")
    if scene.seat in scene.view.table.finished:
        return NowBar(sentence, checks, primary="", enabled=False)
    if at_role:
        return NowBar(sentence, checks, primary=say("brief-to-week"), primary_icon="arrow-right")
    left = len(page.keys - read)
    notes = (NotePicture("info", say("brief-open-note")),) if left else ()
    open_checks = tuple(check.text for check in beside if not check.done)
    question = _unfinished(scene, left, open_checks) if left or open_checks else None
    bar = NowBar(sentence, checks, notes, say("brief-done"), question=question)
    paused = paused_notes(scene)
    return replace(bar, notes=paused, enabled=False) if paused else bar


def brief_checks(scene: Scene, page: BriefPicture, read: frozenset[str], role_read: bool) -> tuple[CheckPicture, ...]:
    say, done = scene.speech.say, len(page.keys & read)
    role = (CheckPicture(ROLE, say("brief-check-role"), role_read),) if page.role is not None else ()
    if not page.keys:
        return role
    text = say("brief-check-cards", done=done, of=len(page.keys))
    return (*role, CheckPicture(CARDS, text, done == len(page.keys)))


def _unfinished(scene: Scene, left: int, open_checks: tuple[str, ...]) -> Question:
    """Cards that were not opened, and what else was asked and not done."""
    say = scene.speech.say
    lines = (say("brief-unread-line", count=left),) if left else ()
    more = tuple(say("brief-undone-line", item=text) for text in open_checks)
    title = say("brief-unread" if left else "brief-undone")
    return Question(title, (*lines, *more), say("brief-unread-go"), say("brief-unread-back"))
