"""Messages: with whom one can talk, what was said in each thread, how much of it is unread. It may all be false."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sandgame.present.phrases import badge, week_short
from sandgame.present.pictures import COMPANY_SLOT, BadgePicture
from sandgame.present.room_words import told_text
from sandgame.present.scene import Scene
from sandgame.rules.ids import ROOM, TABLE, SeatId
from sandgame.rules.intents import SendMessage

LONGEST = 400


@dataclass(frozen=True, slots=True)
class SaidPicture:
    """One message: who said it (to whom the thread does not tell), when, and what."""

    badge: BadgePicture
    who: str
    week: str
    text: str
    mine: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class ThreadTab:
    hearer: SeatId
    badge: BadgePicture
    name: str
    unread: int


@dataclass(frozen=True, slots=True)
class MessagesPicture:
    tabs: tuple[ThreadTab, ...]
    hearer: SeatId
    said: tuple[SaidPicture, ...]
    empty_title: str
    empty_line: str
    note: str
    hint: str
    send: str
    can_write: bool


Read = Mapping[SeatId, int]
"""How many messages of each thread have been looked at."""


def room_is_run(scene: Scene) -> bool:
    """Somebody runs the room: in a class; else only if it has spoken, dealt, paused, swapped or decided here."""
    if scene.class_table:
        return True
    room = scene.view.room
    decided = any(each.decided is not None for each in room.escalations)
    return bool(scene.view.beside.told or room.cards or room.swaps or room.paused or decided)


def talks(scene: Scene, seat: SeatId) -> bool:
    """A person sits there; bots neither read nor write."""
    played = {each.seat for each in scene.view.room.played_by}
    return seat != scene.seat and scene.holders.get(seat) == "person" and seat not in played


def messages_open(scene: Scene) -> bool:
    """Somebody could read what I write, or somebody has written."""
    view = scene.view
    people = any(talks(scene, seat) for seat in view.table.seats)
    return people or room_is_run(scene) or bool(view.threads.messages)


def hearers(scene: Scene) -> tuple[SeatId, ...]:
    """The threads: the table, whoever runs the room, then departments in seat order."""
    people = [seat for seat in scene.view.table.seats if talks(scene, seat)]
    spoken = {_thread(scene, heard.seat, heard.to) for heard in scene.view.threads.messages}
    found = [TABLE] if people or TABLE in spoken else []
    if room_is_run(scene) or ROOM in spoken:
        found.append(ROOM)
    return (*found, *(seat for seat in scene.view.table.seats if seat in people or seat in spoken))


def first_hearer(scene: Scene, read: Read) -> SeatId | None:
    """Where something is unread, else the first."""
    threads = hearers(scene)
    return next((hearer for hearer in threads if unread_in(scene, hearer, read)), next(iter(threads), None))


def unread(scene: Scene, read: Read) -> int:
    return sum(unread_in(scene, hearer, read) for hearer in hearers(scene)) if messages_open(scene) else 0


def unread_in(scene: Scene, hearer: SeatId, read: Read) -> int:
    """What others said there since it was last looked at."""
    return sum(not said.mine for said in said_in(scene, hearer)[read.get(hearer, 0) :])


def messages_picture(scene: Scene, hearer: SeatId, read: Read) -> MessagesPicture:
    say = scene.speech.say
    tabs = tuple(
        ThreadTab(each, _badge(scene, each), _name(scene, each), unread_in(scene, each, read))
        for each in hearers(scene)
    )
    name = _name(scene, hearer)
    reached = hearer in (TABLE, ROOM) or talks(scene, hearer)
    return MessagesPicture(
        tabs=tabs,
        hearer=hearer,
        said=said_in(scene, hearer),
        empty_title=say("messages-empty", name=name),
        empty_line=say("messages-empty-line"),
        note=_note(scene, hearer) if reached else say("messages-nobody-there", name=name),
        hint=say("messages-hint-room" if hearer == ROOM else "messages-hint", name=name),
        send=say("messages-send"),
        can_write=reached,
    )


def _note(scene: Scene, hearer: SeatId) -> str:
    """Whoever runs the room has no stake in what is said there."""
    return scene.speech.say("messages-room-only" if hearer == ROOM else "messages-not-sure")


def said_in(scene: Scene, hearer: SeatId) -> tuple[SaidPicture, ...]:
    """In the order of their coming, the newest last; what the room said stands in its own thread."""
    found: list[tuple[int, SaidPicture]] = []
    if hearer == ROOM:
        room = scene.speech.say("messages-room")
        for told in scene.view.beside.told:
            to_all = scene.speech.say("messages-room-all") if told.to_all else room
            found.append((told.round, _said(scene, ROOM, to_all, told.round, told_text(scene.speech, told))))
    found += [
        (heard.round, _said(scene, heard.seat, _name(scene, heard.seat), heard.round, heard.text))
        for heard in scene.view.threads.messages
        if _thread(scene, heard.seat, heard.to) == hearer
    ]
    return tuple(picture for _, picture in sorted(found, key=lambda each: each[0]))


def send_intent(scene: Scene, hearer: SeatId, text: str) -> SendMessage:
    table = scene.view.table
    return SendMessage(round=table.round, phase=table.phase, to=hearer, text=text)


def _thread(scene: Scene, speaker: SeatId, to: SeatId) -> SeatId:
    return to if to in (TABLE, ROOM) or speaker == scene.seat else speaker


def _said(scene: Scene, speaker: SeatId, who: str, week: int, text: str) -> SaidPicture:
    mine = speaker == scene.seat
    name = scene.speech.say("messages-me") if mine else who
    when = week_short(scene, week)
    return SaidPicture(_badge(scene, speaker), name, when, text, mine, f"{name}, {when}: {text}")


def _name(scene: Scene, hearer: SeatId) -> str:
    if hearer == TABLE:
        return scene.speech.say("messages-table")
    return scene.speech.say("messages-room") if hearer == ROOM else scene.name(hearer)


def _badge(scene: Scene, hearer: SeatId) -> BadgePicture:
    if hearer == TABLE:
        return BadgePicture(COMPANY_SLOT, "users")
    return BadgePicture(COMPANY_SLOT, "presentation") if hearer == ROOM else badge(scene, hearer)
