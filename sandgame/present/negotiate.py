"""The Negotiate page as a whole: what its dock can show, what the checklist asks, what the end of it would settle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sandgame.present import answering, asking, company, escalation, lending, meetings, messages, orders, pool
from sandgame.present.now import NowBar, Question
from sandgame.present.phrases import listed
from sandgame.present.pictures import CheckPicture, Tone
from sandgame.present.promise_card import waiting_terms
from sandgame.present.scene import Scene
from sandgame.rules.measures import in_force
from sandgame.text import numbers

TabName = Literal["answer", "facts", "messages", "lend", "company"]
Place = Literal["answer", "facts", "messages", "lend", "company", "ask", "promise"]
"""Where the dock may be: at a tab, at my own sheets, or at one promise; the last two have a head with a way back."""
CHECK_ANSWER, CHECK_ORDERS, CHECK_ASK, CHECK_POOL, CHECK_LEND, CHECK_BESIDE = range(1, 7)


@dataclass(frozen=True, slots=True)
class TabPicture:
    """`icon` stands for the word where a narrow dock has no room for all of them."""

    name: TabName
    text: str
    count: str
    tip: str
    icon: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class EmptyPicture:
    """An empty list: what would appear here, and one next step."""

    title: str
    line: str
    button: str


def tabs(scene: Scene, read: messages.Read | None = None) -> tuple[TabPicture, ...]:
    """Only what can be used; `read` are the messages of each thread that were looked at."""
    say = scene.speech.say
    waiting = _waiting(scene)
    found = [
        TabPicture(
            "answer",
            say("negotiate-tab-answer"),
            _count(waiting),
            say("negotiate-tab-answer-tip"),
            "inbox",
            "negative" if waiting else "plain",
        )
    ]
    if len(scene.view.table.seats) > 1:
        found.append(TabPicture("facts", say("facts-tab"), "", say("facts-tab-tip"), "badge-check"))
    if messages.messages_open(scene):
        unread = messages.unread(scene, read or {})
        tone: Tone = "info" if unread else "plain"
        tip = say("messages-tab-tip")
        found.append(TabPicture("messages", say("messages-tab"), _count(unread), tip, "message-square", tone))
    if lending.lend_open(scene):
        loans = lending.waiting_loans(scene)
        tip = say("negotiate-tab-lend-tip")
        tone = "negative" if loans else "plain"
        found.append(TabPicture("lend", say("negotiate-tab-lend"), _count(loans), tip, "hand-helping", tone))
    if company.is_meeting(scene):
        found.append(TabPicture("company", say("company-tab"), "", say("company-tab-tip"), "presentation"))
    return tuple(found)


def first_tab(scene: Scene) -> Place:
    """What waits for me first, else what I lack."""
    if _waiting(scene):
        return "answer"
    if asking.providers(scene) and asking.unasked(scene):
        return "ask"
    return "answer" if answering.sheets(scene) or not asking.providers(scene) else "ask"


def now(scene: Scene) -> NowBar:
    say = scene.speech.say
    checks = _checks(scene)
    open_items = [check for check in checks if not check.done]
    return NowBar(
        sentence=say("negotiate-sentence"),
        checks=checks,
        primary=say("negotiate-done"),
        question=_question(scene) if open_items or pool.awaited(scene) else None,
    )


def empty_answers(scene: Scene) -> EmptyPicture:
    say = scene.speech.say
    can_ask = bool(asking.providers(scene))
    return EmptyPicture(
        say("negotiate-empty"),
        say("negotiate-empty-line"),
        say("negotiate-empty-go") if can_ask else "",
    )


def _waiting(scene: Scene) -> int:
    """Sheets and whatever else waits for my word among the requests."""
    return _sheets_waiting(scene) + sum(_beside(scene).values())


def _beside(scene: Scene) -> dict[str, int]:
    """How much of what waits beside the sheets, by the end of the keys that its texts have."""
    found = {
        "meet": len(meetings.waiting_meetings(scene)),
        "terms": len(waiting_terms(scene)),
        "escalated": len(escalation.waiting_escalations(scene)),
    }
    return {key: count for key, count in found.items() if count}


def _check_beside(scene: Scene) -> tuple[CheckPicture, ...]:
    """One item, however many kinds of things wait."""
    waiting = _beside(scene)
    if not waiting:
        return ()
    kind = next(iter(waiting)) if len(waiting) == 1 else "beside"
    return (CheckPicture(CHECK_BESIDE, scene.speech.say(f"negotiate-check-{kind}", count=sum(waiting.values()))),)


def _count(number: int) -> str:
    return numbers.whole(number) if number else ""


def _sheets_waiting(scene: Scene) -> int:
    return sum(answering.asks_me(scene, sheet) for sheet in scene.view.threads.sheets)


def _checks(scene: Scene) -> tuple[CheckPicture, ...]:
    say = scene.speech.say
    found: list[CheckPicture] = []
    waiting = _sheets_waiting(scene)
    if waiting:
        found.append(CheckPicture(CHECK_ANSWER, say("negotiate-check-answer", count=waiting)))
    elif may_be_asked(scene):
        found.append(CheckPicture(CHECK_ANSWER, say("negotiate-check-answer-yet"), done=True, icon="hourglass"))
    else:
        found.append(CheckPicture(CHECK_ANSWER, say("negotiate-check-answer-none"), done=True))
    arrived = (o for o in scene.view.orders if o.state == "open" and o.arrival == scene.view.table.round)
    if any(orders.in_reach(scene, order) for order in arrived):
        choices = len(orders.to_choose(scene))
        text = say("negotiate-check-orders", count=choices) if choices else say("negotiate-check-orders-none")
        found.append(CheckPicture(CHECK_ORDERS, text, not choices))
    if asking.providers(scene):
        lack = asking.unasked(scene)
        done = "negotiate-check-ask-none" if asking.has_asked(scene) else "negotiate-check-ask-nothing"
        text = say("negotiate-check-ask" if lack else done)
        found.append(CheckPicture(CHECK_ASK, text, not lack))
    if pool.pool_open(scene):
        found.append(_check_pool(scene))
    loans = lending.waiting_loans(scene) if lending.lend_open(scene) else 0
    if loans:
        found.append(CheckPicture(CHECK_LEND, say("negotiate-check-lend", count=loans)))
    return (*found, *_check_beside(scene))


def _check_pool(scene: Scene) -> CheckPicture:
    """Done by me is not yet agreed: while others have not said so, it waits."""
    say, others = scene.speech.say, pool.awaited(scene)
    if others:
        text = say("negotiate-check-pool-waits", departments=listed(scene, [scene.name(seat) for seat in others]))
        return CheckPicture(CHECK_POOL, text, done=True, icon="hourglass")
    return CheckPicture(CHECK_POOL, say("negotiate-check-pool"), not pool.to_do(scene))


def may_be_asked(scene: Scene) -> bool:
    """Somebody whom I serve is still at it: a request may come yet."""
    served = {seat for s in scene.view.board.services if s.provider == scene.seat for seat in s.receivers}
    return bool(served - {scene.seat} - set(scene.view.table.finished))


def _open_pool(scene: Scene) -> list[str]:
    """What the end makes of a pool that does not stand: without my claim, and without everybody's word."""
    say, others = scene.speech.say, pool.awaited(scene)
    if not pool.to_do(scene) and not others:
        return []
    if not scene.view.pool.my_claim:
        return [say("negotiate-open-pool")]
    end = "negotiate-open-pool-dealt" if in_force(scene.view, "open_allocation") else "negotiate-open-pool-lost"
    else_ = say(end, lost=pool.lost_without(scene))
    if not others:
        return [say("negotiate-open-pool-agree", otherwise=else_)]
    names = listed(scene, [scene.name(seat) for seat in others])
    return [say("negotiate-open-pool-waits", departments=names, otherwise=else_)]


def _question(scene: Scene) -> Question:
    """What is still open, and what the end of Negotiate makes of it."""
    say = scene.speech.say
    lines: list[str] = []
    waiting = _sheets_waiting(scene)
    if waiting:
        lines.append(say("negotiate-open-answer", count=waiting))
    lines += [
        say("negotiate-open-order", client=scene.client(order.order), week=order.options[0].due)
        for order in orders.to_choose(scene)
    ]
    if asking.providers(scene) and asking.unasked(scene):
        names = dict.fromkeys(scene.service(need.service) for need in asking.unasked(scene))
        lines.append(say("negotiate-open-ask", services=say("game-and").join(names)))
    if pool.pool_open(scene):
        lines += _open_pool(scene)
    loans = lending.waiting_loans(scene) if lending.lend_open(scene) else 0
    if loans:
        lines.append(say("negotiate-open-lend", count=loans))
    lines += [say(f"negotiate-open-{key}", count=count) for key, count in _beside(scene).items()]
    return Question(say("negotiate-open-title"), tuple(lines), say("negotiate-open-go"), say("negotiate-go-back"))
