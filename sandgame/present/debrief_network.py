"""Guess first, then see: the map of who serves whom, without and with its facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from sandgame.frames.debrief import GatheredTold, LinkShown, TableDebrief
from sandgame.present.debrief_page import Ask, EdgeOnMap, IslandOnMap, Line, LinkRowPicture, NetworkBody, Tone
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import SeatId
from sandgame.text.numbers import parts, percent, span, tenths, whole

LOW, MIDDLE = 25, 35
"""Of ratings in tenths: below the first an edge is red, below the second amber."""
MOST_ROWS = 3


def tone_of(rating: int | None) -> Tone:
    if rating is None:
        return "plain"
    return "negative" if rating < LOW else "caution" if rating < MIDDLE else "primary"


def islands(scene: DebriefScene, bots: Collection[int] = ()) -> tuple[IslandOnMap, ...]:
    return tuple(
        IslandOnMap(each.seat, name_of(scene, each.seat, bots), scene.badge(each.seat), (each.x, each.y))
        for each in scene.cast.departments
    )


def name_of(scene: DebriefScene, seat: SeatId, bots: Collection[int]) -> str:
    """Whom a bot played is marked as that: what it rated is no opinion of a person."""
    name = scene.name(seat)
    return scene.say("debrief-bot-name", name=name) if seat in bots else name


def kept_share(debrief: TableDebrief) -> int | None:
    """Promises kept of those that came to their end, in percent."""
    kept, due = _kept(debrief)
    return 100 * kept // due if due else None


def _kept(debrief: TableDebrief) -> tuple[int, int]:
    return sum(link.kept for link in debrief.links), sum(link.matured for link in debrief.links)


# -- before


def guess_body(scene: DebriefScene, debrief: TableDebrief, gathered: GatheredTold | None) -> NetworkBody:
    steps = tuple(
        Line(icon, scene.say(f"debrief-guess-{key}"))
        for key, icon in (("best", "heart-handshake"), ("weakest", "circle-alert"), ("kept", "handshake"))
    )
    return NetworkBody(
        islands=islands(scene, debrief.bots),
        edges=tuple(EdgeOnMap(link.provider, link.customer) for link in debrief.links),
        side_title=scene.say("debrief-guess-three"),
        steps=steps,
        guessed=(_counted(scene, gathered),) if gathered is not None else (),
    )


def class_guess_body(
    scene: DebriefScene, debriefs: Sequence[TableDebrief], gathered: GatheredTold | None, *, revealed: bool
) -> NetworkBody:
    """For the whole class: the map of who serves whom, without any table's figures; then what to look at."""
    keys = ("own", "apart", "first") if revealed else ("best", "weakest", "kept")
    icons = ("laptop", "split", "search") if revealed else ("heart-handshake", "circle-alert", "handshake")
    pairs = sorted({(link.provider, link.customer) for each in debriefs for link in each.links})
    return NetworkBody(
        islands=islands(scene),
        edges=tuple(EdgeOnMap(*pair) for pair in pairs),
        side_title=scene.say("debrief-guess-then" if revealed else "debrief-guess-three"),
        steps=tuple(Line(icon, scene.say(f"debrief-guess-{key}")) for key, icon in zip(keys, icons, strict=True)),
        guessed=(_counted(scene, gathered),) if gathered is not None and gathered.seats else (),
    )


def _counted(scene: DebriefScene, gathered: GatheredTold) -> Line:
    text = scene.say("debrief-guess-counted", done=len(gathered.guesses), seats=gathered.seats)
    return Line("pencil-ruler", text)


# -- after


def network_title(scene: DebriefScene, debrief: TableDebrief) -> str:
    rated = _rated(debrief)
    low = sum(link.rating < LOW for link in rated if link.rating is not None)
    if any(_liked_not_kept(link) for link in rated):
        return scene.say("debrief-network-title-liked")
    if low:
        return scene.say("debrief-network-title-low", count=low)
    if rated and all(tone_of(link.rating) == "primary" for link in rated):
        whole = len(rated) == len(debrief.links)
        return scene.say("debrief-network-title-all" if whole else "debrief-network-title-rated")
    return scene.say("debrief-network-title-plain") if rated else scene.say("debrief-network-title-none")


def _rated(debrief: TableDebrief) -> list[LinkShown]:
    """Without those of a department that is not scored: nobody looks at it first, nor counts it."""
    return [link for link in debrief.links if link.rating is not None and link.provider not in debrief.left_out]


def _liked_not_kept(link: LinkShown) -> bool:
    return link.rating is not None and link.rating >= MIDDLE and link.matured >= 2 and 2 * link.kept < link.matured


def network_body(scene: DebriefScene, debrief: TableDebrief, gathered: GatheredTold | None) -> NetworkBody:
    guesses = gathered is not None and bool(gathered.guesses)
    rows = sorted(_rated(debrief), key=_weakness)[: 2 if guesses else MOST_ROWS]
    return NetworkBody(
        islands=islands(scene, debrief.bots),
        edges=tuple(_edge(scene, link, scored=link.provider not in debrief.left_out) for link in debrief.links),
        legend=(
            ("negative", scene.say("debrief-network-low")),
            ("caution", scene.say("debrief-network-middle")),
            ("primary", scene.say("debrief-network-high")),
        ),
        side_title=scene.say("debrief-network-where") if rows else "",
        rows=tuple(_row(scene, link) for link in rows),
        guessed=_guessed(scene, debrief, gathered),
    )


def _weakness(link: LinkShown) -> tuple[int, int, int]:
    return (link.rating or 0, link.provider, link.customer)


def _edge(scene: DebriefScene, link: LinkShown, *, scored: bool) -> EdgeOnMap:
    """How somebody was rated who is not scored stands nowhere."""
    names = scene.say("debrief-link-of", provider=scene.name(link.provider), customer=scene.name(link.customer))
    rating = link.rating if scored else None
    unrated = scene.say("debrief-unrated" if scored else "debrief-unscored")
    top = tenths(rating, 10) if rating is not None else unrated
    low = _below(scene, link)
    gauge = None if rating is None else 1000 * rating // 50
    return EdgeOnMap(link.provider, link.customer, tone_of(rating), gauge, top, low, f"{names}: {top}, {low}", link.log)


def _below(scene: DebriefScene, link: LinkShown) -> str:
    """Promises kept; of a link without promises, what was answered."""
    if link.matured:
        return scene.say("debrief-kept-of", of=parts(link.kept, link.matured))
    return scene.say("debrief-answered-of", of=parts(link.answered, link.asked))


def _row(scene: DebriefScene, link: LinkShown) -> LinkRowPicture:
    names = scene.say("debrief-link-of", provider=scene.name(link.provider), customer=scene.name(link.customer))
    rating = tenths(link.rating, 10) if link.rating is not None else ""
    return LinkRowPicture(
        scene.badge(SeatId(link.provider)),
        scene.badge(SeatId(link.customer)),
        f"{names} {rating}",
        _fact(scene, link),
        link.log,
    )


def _fact(scene: DebriefScene, link: LinkShown) -> str:
    """The sharpest plain fact of a link."""
    failed = link.matured - link.kept
    if failed:
        warned = "" if link.warned else scene.say("debrief-network-unwarned")
        return scene.say("debrief-network-failed", matured=link.matured, failed=failed) + warned
    if link.answered < link.asked:
        return scene.say("debrief-network-unanswered", asked=link.asked, open=link.asked - link.answered)
    return scene.say("debrief-network-fine", asked=link.asked, kept=link.kept)


def _guessed(scene: DebriefScene, debrief: TableDebrief, gathered: GatheredTold | None) -> tuple[Line, ...]:
    """What was thought beside what is."""
    fact, of = kept_share(debrief), parts(*_kept(debrief))
    if gathered is None or not gathered.guesses or fact is None:
        return () if fact is None else (Line("handshake", scene.say("debrief-guess-fact", fact=percent(fact), of=of)),)
    shares = [guess.kept for guess in gathered.guesses]
    thought = f"{span(min(shares), max(shares))}%"
    lines = [Line("handshake", scene.say("debrief-guess-beside", thought=thought, fact=percent(fact), of=of))]
    weakest = Counter(guess.weakest for guess in gathered.guesses if guess.weakest is not None)
    if weakest:
        lines.append(Line("users", _weakest(scene, weakest)))
    return tuple(lines)


def _weakest(scene: DebriefScene, guesses: Counter[tuple[SeatId, SeatId]]) -> str:
    """One guess is not most; nor is one of several that are all guessed as often."""
    most = max(guesses.values())
    links = [
        scene.say("debrief-link-of", provider=scene.name(provider), customer=scene.name(customer))
        for (provider, customer), votes in sorted(guesses.items())
        if votes == most
    ]
    if most == 1:
        return scene.say("debrief-guess-weakest-one", link=links[0]) if len(links) == 1 else scene.say(
            "debrief-guess-weakest-apart", count=len(links))  # fmt: skip
    if len(links) > 1:
        return scene.say("debrief-guess-weakest-both", links=scene.listed(links), votes=whole(most))
    return scene.say("debrief-guess-weakest-was", link=links[0], votes=whole(most))


def network_ask(scene: DebriefScene) -> Ask:
    return Ask(scene.say("debrief-network-ask"), lead=scene.say("debrief-ask-table"))
