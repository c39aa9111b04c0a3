"""The connection check as a page: steps with their facts, the wire, what helps best first, and a report to copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sandgame.frames.line import Cause, Diagnosis, Finding, Step
from sandgame.present.join import shown_code
from sandgame.text.speech import Speech

State = Literal["ok", "failed", "waiting"]
HELPS: dict[Cause, tuple[str, ...]] = {
    Cause.NONE: ("again",),
    Cause.NO_NETWORK: ("plug", "hotspot"),
    Cause.WRONG_NETWORK: ("wifi", "address", "hotspot"),
    Cause.NOT_HEARD: ("wifi", "address", "hotspot"),
    Cause.ISOLATED: ("hotspot", "wifi", "cable"),
    Cause.FIREWALL: ("allow", "address", "hotspot"),
    Cause.HOST_GONE: ("running", "address", "code"),
    Cause.OTHER_PROGRAM: ("port", "running"),
    Cause.WRONG_CODE: ("code", "seat", "running"),
    Cause.OTHER_VERSION: ("version",),
    Cause.CLASS_FULL: ("free", "share"),
    Cause.SEVERAL_NETWORKS: ("vpn", "wifi", "address"),
}
"""What helps, best first."""
_TO_NET = {Step.NETWORK}
_SECRET = {"code"}
"""What lets people into the class is in no report."""
_FAR_END = {Step.PORT, Step.HOST, Step.CODE, Step.VERSION, Step.PLACE}


@dataclass(frozen=True, slots=True)
class StepRow:
    state: State
    title: str
    line: str
    under_way: bool = False


@dataclass(frozen=True, slots=True)
class HelpRow:
    """`field`: the address can be typed right there."""

    title: str
    line: str
    field: bool = False


@dataclass(frozen=True, slots=True)
class StationPicture:
    icon: str
    title: str
    line: str


@dataclass(frozen=True, slots=True)
class WirePicture:
    """Laptop, network, class computer, and how far the wire between them reaches; `cut` says what stops it."""

    stations: tuple[StationPicture, StationPicture, StationPicture]
    links: tuple[State, State]
    cut: str
    foot: str
    spoken: str


@dataclass(frozen=True, slots=True)
class DoctorPicture:
    title: str
    now: str
    rows: tuple[StepRow, ...]
    helps_title: str
    helps: tuple[HelpRow, ...]
    wire: WirePicture
    copy: str
    copy_line: str
    report: str
    address: str
    """Where the class was heard, to be typed by hand."""
    line: str
    """The result in a sentence, "" while it is not known."""


def doctor_page(
    speech: Speech, diagnosis: Diagnosis | None, code: str, *, in_use: bool = False, old: int = 0
) -> DoctorPicture:
    """`diagnosis` is None before the first finding; `old`: for how many seconds it has stood."""
    say = speech.say
    if in_use and diagnosis is not None:
        diagnosis = _seated(diagnosis)
    findings = diagnosis.findings if diagnosis is not None else ()
    cause = diagnosis.cause if diagnosis is not None else None
    helps = HELPS[cause] if cause is not None and not (in_use and cause is Cause.NONE) else ()
    done = say("doctor-ago", seconds=old) if old else say("doctor-done")
    return DoctorPicture(
        title=say("doctor-title"),
        now=done if cause is not None else say("doctor-checking"),
        rows=_rows(speech, findings, done=cause is not None),
        helps_title=say("doctor-helps"),
        helps=tuple(
            HelpRow(say(f"doctor-do-{each}"), say(f"doctor-do-{each}-line"), each == "address") for each in helps
        ),
        wire=_wire(speech, diagnosis, code, in_use=in_use),
        copy=say("doctor-copy"),
        copy_line=say("doctor-copy-line"),
        report=report(speech, diagnosis) if diagnosis is not None else "",
        address=_fact({each.step: each for each in findings}, Step.BEACON, "address"),
        line=say("doctor-fine") if in_use and cause is Cause.NONE else why(speech, cause),
    )


def _seated(diagnosis: Diagnosis) -> Diagnosis:
    """Who has a seat does not look for one: that the class is full is nothing amiss."""
    findings = tuple(each for each in diagnosis.findings if each.step is not Step.PLACE)
    return Diagnosis(findings, Cause.NONE if diagnosis.cause is Cause.CLASS_FULL else diagnosis.cause)


def why(speech: Speech, cause: Cause | None) -> str:
    return speech.say(f"doctor-why-{cause.value.replace('_', '-')}") if cause is not None else ""


def _rows(speech: Speech, findings: Sequence[Finding], *, done: bool) -> tuple[StepRow, ...]:
    """All that is known, and of the rest only what comes next: more would not be read."""
    known = [_row(speech, each) for each in findings if each.state != "waiting"]
    coming = next((each for each in findings if each.state == "waiting"), None)
    if coming is None and not findings:
        coming = Finding(Step.NETWORK, "waiting")
    if coming is not None:
        title = speech.say(f"doctor-{coming.step.value}-waiting")
        line = speech.say("doctor-waits" if done else "doctor-under-way")
        known.append(StepRow("waiting", title, line, under_way=not done))
    return tuple(known)


def _row(speech: Speech, found: Finding) -> StepRow:
    return StepRow(found.state, speech.say(f"doctor-{found.step.value}-{found.state}"), facts_text(speech, found))


def facts_text(speech: Speech, found: Finding) -> str:
    """Facts by their names; what has no words here, and what there is none of, is left out."""
    said = []
    for name, value in found.facts:
        key = f"doctor-fact-{found.step.value}-{name}"
        if name == "heard" and found.state == "ok":
            continue  # this class is among them
        if name == "answer" and speech.has(f"doctor-answer-{value}"):
            said.append(speech.say(f"doctor-answer-{value}"))
        elif value not in ("", "0") and speech.has(key):
            said.append(speech.say(key, value=value))
    return speech.say("game-list-comma").join(said)


def _cut(speech: Speech, found: Finding | None) -> str:
    """What stops the wire, in a few words."""
    if found is None:
        return ""
    facts = dict(found.facts)
    answer = f"doctor-answer-{facts.get('answer', '')}"
    if found.step is Step.PORT and speech.has(answer):
        return speech.say("doctor-cut-port", answer=speech.say(answer), port=facts.get("port", ""))
    return speech.say("doctor-cut-beacon" if found.step is Step.BEACON else "doctor-wire-cut")


def _wire(speech: Speech, diagnosis: Diagnosis | None, code: str, *, in_use: bool) -> WirePicture:
    say = speech.say
    findings = {each.step: each for each in diagnosis.findings} if diagnosis is not None else {}
    near = _worst(findings, _TO_NET)
    heard = findings.get(Step.BEACON)
    far = _worst(findings, _FAR_END)
    if far == "waiting" and heard is not None and heard.state == "failed":
        far = "failed"
    if in_use and diagnosis is None:
        near = far = "ok"
    stuck = next((each for each in findings.values() if each.state == "failed"), None)
    # a code that is only being looked for must not read as if its class were found
    host_line = say("doctor-wire-code", code=shown_code(code)) if code and in_use else say("doctor-wire-known")
    stations = (
        StationPicture("laptop", say("doctor-wire-me"), _fact(findings, Step.NETWORK, "networks")),
        StationPicture("wifi", say("doctor-wire-net"), say("doctor-wire-out") if near == "ok" else ""),
        StationPicture(
            "presentation",
            say("doctor-wire-host"),
            _fact(findings, Step.BEACON, "address") or _fact(findings, Step.PORT, "address") or host_line,
        ),
    )
    names = [each.title for each in stations]
    comma = say("game-list-comma")
    spoken = comma.join(
        say(f"doctor-wire-spoken-{state}", **{"from": one, "to": other})
        for one, other, state in zip(names, names[1:], (near, far), strict=False)
    )
    foot = say("doctor-wire-foot-in-use" if in_use else "doctor-wire-foot")
    return WirePicture(stations, (near, far), _cut(speech, stuck) if "failed" in (near, far) else "", foot, spoken)


def _worst(findings: dict[Step, Finding], steps: set[Step]) -> State:
    states = {findings[step].state for step in steps if step in findings}
    return "failed" if "failed" in states else "ok" if "ok" in states and "waiting" not in states else "waiting"


def _fact(findings: dict[Step, Finding], step: Step, name: str) -> str:
    return dict(findings[step].facts).get(name, "") if step in findings else ""


def report(speech: Speech, diagnosis: Diagnosis) -> str:
    """To be read by whoever looks after the network: steps, addresses and times; neither names nor passwords."""
    say = speech.say
    lines = [say("doctor-report")]
    for each in diagnosis.findings:
        facts = " ".join(f"{name}={value}" for name, value in each.facts if name not in _SECRET)
        state = say(f"doctor-report-{each.state}")
        title = say(f"doctor-{each.step.value}-{each.state}")
        lines.append(say("doctor-report-step", state=state, title=title, facts=facts).strip())
    if diagnosis.cause is not None:
        lines.append(say("doctor-report-cause", cause=why(speech, diagnosis.cause)))
    lines += [f"{name}={value}" for name, value in diagnosis.facts if name not in _SECRET]
    return "\n".join(lines)
