"""What Brief tells beside the week's own cards: cards that were dealt, words from the room, measures, new rules."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.now import NotePicture
from sandgame.present.room_words import is_reminder, told_text
from sandgame.present.scene import Scene
from sandgame.rules.scenario import RuleName
from sandgame.text.numbers import tenths


@dataclass(frozen=True, slots=True)
class BriefCard:
    """One thing to read. `key` stays the same while the week lasts; `slot` colours its edge, 0 is ink."""

    key: str
    kind: str
    icon: str
    slot: int
    title: str
    lines: tuple[str, ...]
    foot: str = ""
    foot_icon: str = "clock"
    asks: bool = True
    """It is to be opened, and counted as read only then."""

    @property
    def spoken(self) -> str:
        return " ".join((self.kind, self.title, *self.lines, self.foot)).strip()


@dataclass(frozen=True, slots=True)
class Notice:
    """What holds from this week on, or what came of the last Review, a line each; `more` names the way to the rest."""

    title: str
    icon: str
    lines: tuple[str, ...]
    more: str = ""


def dealt_cards(scene: Scene) -> tuple[BriefCard, ...]:
    """Public cards that hold from this week, for everybody to see."""
    week, kind = scene.view.table.round, scene.speech.say("brief-dealt")
    found = []
    for seen in scene.view.room.cards:
        title, effect = scene.words.get(f"card.{seen.card}.title"), scene.words.get(f"card.{seen.card}.effect")
        if seen.round == week and title is not None:
            lines = (scene.pick(effect),) if effect is not None else ()
            found.append(BriefCard(f"card.{seen.card}", kind, "zap", 0, scene.pick(title), lines))
    return tuple(found)


def told_cards(scene: Scene) -> tuple[BriefCard, ...]:
    """What whoever runs the room said this week, to all or to this seat alone: it lies open from the start. A reminder
    is only for its moment."""
    say, week = scene.speech.say, scene.view.table.round
    return tuple(
        BriefCard(
            f"told.{number}",
            say("brief-told-all" if told.to_all else "brief-told-me"),
            "megaphone" if told.to_all else "message-square",
            0,
            told_text(scene.speech, told),
            (),
            asks=False,
        )
        for number, told in enumerate(scene.view.beside.told)
        if told.round == week and not is_reminder(told)
    )


def notices(scene: Scene) -> tuple[Notice, ...]:
    found = [_measures(scene), _no_measure(scene), _meeting(scene), _ratings(scene)]
    return tuple(notice for notice in found if notice is not None)


def _measures(scene: Scene) -> Notice | None:
    """Measures that come into force this week; in week 1 those that hold from the start."""
    say, week = scene.speech.say, scene.view.table.round
    fresh = [seen.measure.replace("_", "-") for seen in scene.view.room.measures if seen.holds_from == week]
    if not fresh:
        return None
    lines = tuple(
        say("brief-measure", name=say(f"measure-{key}"), effect=say(f"measure-{key}-effect")) for key in fresh
    )
    return Notice(say("brief-measures-held" if week == 1 else "brief-measures"), "badge-check", lines)


def _no_measure(scene: Scene) -> Notice | None:
    """The last Review could have adopted a measure, and did not."""
    table, say = scene.view.table, scene.speech.say
    voted = "vote" in table.rules and "vote" not in table.new_rules and table.round > 1
    open_then = [
        seen for seen in scene.view.room.measures if seen.round < table.round and seen.holds_from in (None, table.round)
    ]
    if not voted or not open_then or any(seen.holds_from == table.round for seen in open_then):
        return None
    needed = len(table.seats) // 2 + 1
    return Notice(say("brief-vote"), "vote", (say("brief-vote-none", needed=needed),))


def _ratings(scene: Scene) -> Notice | None:
    """What internal customers gave me in the last Review: the mean of each; the marks themselves lie one step away."""
    say, last = scene.speech.say, scene.view.table.round - 1
    got = [each.rating for each in scene.view.review.received if each.round == last]
    if not got:
        held = bool(scene.view.table.results) and last > 0
        return Notice(say("brief-ratings"), "star", (say("brief-ratings-none"),)) if held else None
    means = (
        say("brief-ratings-one", name=scene.name(given.customer), mean=tenths(sum(given.items), len(given.items)))
        for given in got
    )
    lines = (say("brief-ratings-line", means=say("game-list-comma").join(means)),)
    return Notice(say("brief-ratings"), "star", lines, say("brief-ratings-more"))


def _meeting(scene: Scene) -> Notice | None:
    """This week's coordination meeting, and what it shows."""
    company, say = scene.view.company, scene.speech.say
    if company is None:
        return None
    return Notice(say("brief-meeting"), "users", (say("brief-meeting-line"),))


def new_rules(scene: Scene) -> tuple[str, ...]:
    """A line for each rule that opens this week; in week 1 the role card says what one may do."""
    table = scene.view.table
    if table.round == 1:
        return ()
    # what is adopted holds from the next week: in the last one there is nothing to vote on
    return tuple(_rule_line(scene, rule) for rule in table.new_rules if not (rule == "vote" and scene.is_last))


def _rule_line(scene: Scene, rule: RuleName) -> str:
    week = scene.view.table.round
    trained = any(
        seen.measure == "cross_training" and seen.holds_from is not None and seen.holds_from <= week
        for seen in scene.view.room.measures
    )
    if rule == "lend" and trained:
        return scene.speech.say("brief-new-lend-whole")
    if rule == "overtime" and scene.is_last:
        return scene.speech.say("brief-new-overtime-last")
    return scene.speech.say(f"brief-new-{rule.replace('_', '-')}")


def paused_notes(scene: Scene) -> tuple[NotePicture, ...]:
    """The room has stopped the game: nothing goes out, everything can be read and drafted."""
    if not scene.view.room.paused:
        return ()
    return (NotePicture("circle-pause", scene.speech.say("brief-paused")),)
