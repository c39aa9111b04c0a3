"""The way into a class in words: the code, what went wrong and what to do then, the seat held from before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sandgame.frames.classroom import JoinReason
from sandgame.frames.line import JoinFailed, NoWay
from sandgame.present.home import CODE_LENGTH, CodeSays, code_says
from sandgame.present.now import Question
from sandgame.text.speech import Speech

_ADDRESS = re.compile(r"\s*([0-9]{1,3}(?:\.[0-9]{1,3}){3})\s*(?:[:：]\s*0*([0-9]{1,5}))?\s*")
_HIGHEST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class Trouble:
    """What happened, and what still holds or helps."""

    title: str
    do: str


@dataclass(frozen=True, slots=True)
class JoinPicture:
    title: str
    line: str
    code: str
    rule: str
    says: CodeSays
    seat_says: CodeSays
    by_seat: str
    seat: str
    seat_line: str
    go: str
    home: str
    language: str
    language_tip: str
    by_address: str
    address: str
    address_hint: str
    address_where: str
    alone: str
    check: str


def join_page(speech: Speech, *, line: str = "", again: bool = False) -> JoinPicture:
    """`line` stands under the title in place of where the code is found; `again`: it was tried before."""
    say = speech.say
    return JoinPicture(
        title=say("join-title"),
        line=line or say("join-line"),
        code=say("join-code"),
        rule=say("join-code-rule"),
        says=code_says(speech),
        seat_says=replace(code_says(speech), missing=(*code_says(speech).missing[:-1], say("join-seat-code-none"))),
        by_seat=say("join-seat-code"),
        seat=say("join-by-seat"),
        seat_line=say("join-by-seat-line"),
        go=say("join-again" if again else "join-go"),
        home=say("join-home"),
        language=say("join-language"),
        language_tip=say("join-language-tip"),
        by_address=say("join-by-address"),
        address=say("join-address"),
        address_hint=say("join-address-hint"),
        address_where=say("join-address-where"),
        alone=say("join-alone"),
        check=say("join-check"),
    )


def typed_address(text: str) -> str | None:
    """An address as it is meant ("192.168.1.20:47800", the port may be missing); None if it is none."""
    found = _ADDRESS.fullmatch(text)
    if found is None or any(int(part) > 255 for part in found[1].split(".")):
        return None
    if found[2] and not 0 < int(found[2]) <= _HIGHEST_PORT:
        return None
    return f"{found[1]}:{int(found[2])}" if found[2] else found[1]


def shown_code(code: str) -> str:
    """As it stands on the big screen."""
    return f"{code[:3]}–{code[3:]}" if len(code) == CODE_LENGTH else code


def no_way(speech: Speech, failed: JoinFailed) -> Trouble:
    """Why there is no line. Where the host itself said no, its reason says more."""
    if failed.why is NoWay.REFUSED and failed.reason is not None:
        return said_no(speech, failed.reason)
    key = f"join-no-{_code(failed.why)}"
    return Trouble(speech.say(key), speech.say(f"{key}-do"))


def no_debrief(speech: Speech) -> Trouble:
    """Nobody answers for a class that was over when this laptop left it."""
    return Trouble(speech.say("join-no-over"), speech.say("join-no-over-do"))


def said_no(speech: Speech, reason: JoinReason) -> Trouble:
    key = f"join-said-{_code(reason)}"
    return Trouble(speech.say(key), speech.say(f"{key}-do"))


def change_question(speech: Speech) -> Question:
    """Before a seat that is held goes back for another one."""
    say = speech.say
    return Question(
        say("join-change-title"), (say("join-change-line"),), say("join-change"), say("join-give-up-back"), grave=True
    )


def _code(value: NoWay | JoinReason) -> str:
    return value.value.replace("_", "-")
