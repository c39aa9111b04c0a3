"""Guess first, then see: the map of who serves whom, without and with its facts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from sandgame.frames.debrief import GatheredTold, LinkShown, TableDebrief
from sandgame.present.debrief_guessed import KINDS, Kind, beside, found, votes_for
from sandgame.present.debrief_page import Ask, EdgeOnMap, IslandOnMap, Line, LinkRowPicture, NetworkBody, Tone
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.figures import JUDGED, percent_of
from sandgame.rules.ids import SeatId
from sandgame.text.numbers import parts, percent, span, tenths

LOW, MIDDLE = 25, 35
"""Of ratings in tenths: below the first an edge is red, below the second amber."""
MOST_ROWS = 3


def tone_of(rating: int | None) -> Tone:
    if rating is None:
        return "plain"
    return "negative" if rating < LOW else "caution" if rating < MIDDLE else "primary"


def islands(scene: DebriefScene) -> tuple[IslandOnMap, ...]:
    return tuple(
        IslandOnMap(each.seat, scene.player(each.seat), scene.badge(each.seat), (each.x, each.y))
        for each in scene.cast.departments
    )


def kept_share(debrief: TableDebrief) -> int | None:
    """Promises kept of those that came to their end, in percent."""
    return percent_of(*_kept(debrief))


def _kept(debrief: TableDebrief) -> tuple[int, int]:
    return sum(link.kept for link in debrief.links), sum(link.matured for link in debrief.links)


# -- before


def guess_body(scene: DebriefScene, debrief: TableDebrief, gathered: GatheredTold | None) -> NetworkBody:
    steps = tuple(
        Line(icon, scene.say(f"debrief-guess-{key}"))
        for key, icon in (("best", "heart-handshake"), ("weakest", "circle-alert"), ("kept", "handshake"))
    )
    return NetworkBody(
        islands=islands(scene),
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
    rows, beside_rows = _rows(scene, debrief, gathered)
    title = "debrief-guess-where" if beside_rows else "debrief-network-where"
    return NetworkBody(
        islands=islands(scene),
        edges=tuple(_edge(scene, link, scored=link.provider not in debrief.left_out) for link in debrief.links),
        legend=(
            ("negative", scene.say("debrief-network-low")),
            ("caution", scene.say("debrief-network-middle")),
            ("primary", scene.say("debrief-network-high")),
        ),
        side_title=scene.say(title) if rows else "",
        rows=rows,
        guessed=_guessed(scene, debrief, gathered, beside_rows),
    )


def _rows(
    scene: DebriefScene, debrief: TableDebrief, gathered: GatheredTold | None
) -> tuple[tuple[LinkRowPicture, ...], frozenset[Kind]]:
    """Where links were guessed, the best and the weakest with what was thought; else the weakest. And of which kinds
    the guess stands on a row."""
    rated = sorted(_rated(debrief), key=_weakness)
    rows: list[LinkRowPicture] = []
    shown: dict[Kind, LinkShown] = {}
    for kind in KINDS:
        votes = votes_for(gathered, kind)
        link = found(rated, kind, votes) if votes else None
        if link is not None and link not in shown.values():
            shown[kind] = link
            rows.append(replace(_row(scene, debrief, link), guess=beside(scene, kind, votes, link)))
    if "best" in shown:
        # its facts give way to those of the weakest: there is something to talk about
        rows[0] = replace(rows[0], line="")
    most = 2 if gathered is not None and gathered.guesses else MOST_ROWS
    others = [_row(scene, debrief, link) for link in rated if link not in shown.values()]
    return (*rows, *others[: max(0, most - len(rows))]), frozenset(shown)


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


def _row(scene: DebriefScene, debrief: TableDebrief, link: LinkShown) -> LinkRowPicture:
    names = scene.say("debrief-link-of", provider=scene.name(link.provider), customer=scene.name(link.customer))
    rating = tenths(link.rating, 10) if link.rating is not None else ""
    return LinkRowPicture(
        scene.badge(SeatId(link.provider)),
        scene.badge(SeatId(link.customer)),
        f"{names} {rating}",
        _fact(scene, debrief, link),
        link.log,
    )


def _was_warned(debrief: TableDebrief, link: LinkShown) -> bool:
    """Of any promise that failed on it, at whatever time."""
    return any(
        one.warned and one.state in JUDGED and one.state != "kept"
        for one in debrief.promises
        if (one.provider, one.customer) == (link.provider, link.customer)
    )


def _fact(scene: DebriefScene, debrief: TableDebrief, link: LinkShown) -> str:
    """The sharpest plain fact of a link."""
    failed = link.matured - link.kept
    if failed:
        warned = "" if _was_warned(debrief, link) else scene.say("debrief-network-unwarned")
        return scene.say("debrief-network-failed", matured=link.matured, failed=failed) + warned
    if link.answered < link.asked:
        return scene.say("debrief-network-unanswered", asked=link.asked, open=link.asked - link.answered)
    return scene.say("debrief-network-fine", asked=link.asked, kept=link.kept)


def _guessed(
    scene: DebriefScene, debrief: TableDebrief, gathered: GatheredTold | None, on_rows: Collection[Kind]
) -> tuple[Line, ...]:
    """What was thought beside what is: of all promises, and of the links that stand on no row."""
    fact, of = kept_share(debrief), parts(*_kept(debrief))
    if gathered is None or not gathered.guesses:
        return () if fact is None else (Line("handshake", scene.say("debrief-guess-fact", fact=percent(fact), of=of)),)
    lines: list[Line] = []
    if fact is not None:
        shares = [guess.kept for guess in gathered.guesses]
        thought = f"{span(min(shares), max(shares))}%"
        lines.append(Line("handshake", scene.say("debrief-guess-beside", thought=thought, fact=percent(fact), of=of)))
    for kind in KINDS:
        votes = votes_for(gathered, kind)
        if votes and kind not in on_rows:
            lines.append(Line("users", beside(scene, kind, votes, None)))
    return tuple(lines)


def network_ask(scene: DebriefScene) -> Ask:
    return Ask(scene.say("debrief-network-ask"), lead=scene.say("debrief-ask-table"))
