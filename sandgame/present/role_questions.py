"""Two questions about a neighbour: what it is measured by most, and what limits it this week."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, get_args

from sandgame.present.now import NotePicture, NowBar
from sandgame.present.phrases import badge
from sandgame.present.pictures import BadgePicture, BoardPicture, CheckPicture
from sandgame.present.scene import Scene
from sandgame.present.stage import bare_board
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import AnswerRole, Limit
from sandgame.rules.scenario import METRIC_KINDS, MetricKind

QUESTIONS = 4
"""Id of their check in the now bar of Brief."""
UNKNOWN: Literal["unknown"] = "unknown"
LimitChoice = Literal["hours", "inputs", "nothing", "unknown"]
LIMITS: tuple[LimitChoice, ...] = (*get_args(Limit), UNKNOWN)
OptionState = Literal["open", "chosen", "right", "wrong", "other"]


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """What is chosen and not given yet. "I don't know" is never given: the game is told nothing."""

    metric: MetricKind | None = None
    limit: LimitChoice | None = None

    @property
    def is_unsure(self) -> bool:
        return self.metric is not None and self.limit == UNKNOWN

    @property
    def is_whole(self) -> bool:
        return self.metric is not None and self.limit is not None and self.limit != UNKNOWN


@dataclass(frozen=True, slots=True)
class Option:
    """`told` stands at the right end: that this was my answer."""

    value: str
    text: str
    state: OptionState
    told: str
    spoken: str


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """`verdict` is empty until it was answered; `fact` is the one neutral sentence then."""

    key: Literal["metric", "limit"]
    number: str
    title: str
    options: tuple[Option, ...]
    verdict: str
    right: bool
    fact: str


@dataclass(frozen=True, slots=True)
class QuestionsPicture:
    about: SeatId
    badge: BadgePicture
    board: BoardPicture
    cards: tuple[QuestionCard, QuestionCard]
    why_title: str
    why: str
    facts: tuple[tuple[str, str, str], ...]
    """Icon, bold line, plain line."""
    foot: str


def questions_page(scene: Scene, draft: AnswerDraft) -> QuestionsPicture | None:
    """None in weeks and phases without a question."""
    question = scene.view.beside.question
    if question is None or scene.view.table.phase != "brief":
        return None
    say = scene.speech.say
    return QuestionsPicture(
        about=question.about,
        badge=badge(scene, question.about),
        board=_board(scene, question.about),
        cards=(_metric_card(scene, draft), _limit_card(scene, draft)),
        why_title=say("question-why"),
        why=say("question-why-line"),
        facts=(
            ("calendar", say("question-twice"), say("question-twice-line")),
            ("eye-off", say("question-private"), say("question-private-line")),
        ),
        foot=say("question-foot"),
    )


def is_dealt_with(scene: Scene, draft: AnswerDraft) -> bool:
    """Answered, or said not to know."""
    question = scene.view.beside.question
    return question is None or question.answer is not None or draft.is_unsure


def answer_of(scene: Scene, draft: AnswerDraft) -> AnswerRole | None:
    """What is to be sent; None as long as one of the two is open or not known."""
    question, table = scene.view.beside.question, scene.view.table
    if question is None or question.answer is not None or draft.metric is None:
        return None
    if draft.limit is None or draft.limit == UNKNOWN:
        return None
    return AnswerRole(
        round=table.round, phase=table.phase, about=question.about, metric=draft.metric, limit=draft.limit
    )


def chosen_answer(draft: AnswerDraft, key: str, value: object) -> AnswerDraft:
    """The draft with another choice; what is no choice at all is passed over."""
    metric = next((kind for kind in METRIC_KINDS if kind == value), None)
    limit = next((each for each in LIMITS if each == value), None)
    if key == "metric" and metric is not None:
        return replace(draft, metric=metric)
    if key == "limit" and limit is not None:
        return replace(draft, limit=limit)
    return draft


def questions_now(scene: Scene, draft: AnswerDraft, rest: tuple[CheckPicture, ...]) -> NowBar:
    say = scene.speech.say
    done = is_dealt_with(scene, draft)
    check = question_check(scene, draft)
    if answer_of(scene, draft) is not None:
        return NowBar(say("question-sentence"), (check, *rest), primary=say("question-answer"), primary_icon="eye")
    notes = () if done else (NotePicture("info", say("question-note")),)
    return NowBar(
        say("question-sentence"), (check, *rest), notes, primary=say("brief-to-week"), primary_icon="arrow-right"
    )


def question_check(scene: Scene, draft: AnswerDraft) -> CheckPicture:
    question = scene.view.beside.question
    given = 2 if question is not None and question.answer is not None else sum(x is not None for x in _chosen(draft))
    text = scene.speech.say("question-check", done=given, of=2)
    return CheckPicture(QUESTIONS, text, is_dealt_with(scene, draft))


def _chosen(draft: AnswerDraft) -> tuple[object, object]:
    return draft.metric, draft.limit


def _board(scene: Scene, about: SeatId) -> BoardPicture:
    """The neighbour, my department and what flows between the two."""
    full = bare_board(scene)
    islands = [island for island in full.islands if island.id in (about, scene.seat)]
    ends = {about, scene.seat}
    near = [ribbon for ribbon in full.ribbons if {ribbon.provider, ribbon.customer} == ends]
    return replace(
        full,
        islands=tuple(replace(i, line=scene.speech.say("question-neighbour")) if i.id == about else i for i in islands),
        ribbons=tuple(replace(ribbon, live=True, label="") for ribbon in near),
        ghosts=(),
    )


def metric_text(scene: Scene, kind: MetricKind) -> str:
    """What a metric is called of anybody's department."""
    return scene.speech.say(f"question-metric-{kind.replace('_', '-')}")


def _metric_card(scene: Scene, draft: AnswerDraft) -> QuestionCard:
    say, question = scene.speech.say, scene.view.beside.question
    assert question is not None
    name, answer = scene.name(question.about), question.answer
    shown = question.options or METRIC_KINDS
    given = answer.metric if answer is not None else draft.metric
    options = tuple(
        _option(scene, kind, metric_text(scene, kind), given, question.metrics if answer is not None else None)
        for kind in shown
    )
    fact = ""
    if answer is not None:
        names = say("game-and").join(metric_text(scene, kind) for kind in question.metrics)
        fact = say("question-metric-fact", department=name, metric=names)
    right = answer is not None and answer.metric_right
    title = say("question-metric", department=name)
    return QuestionCard("metric", _number(scene, 1), title, options, _verdict(scene, right), right, fact)


def _limit_card(scene: Scene, draft: AnswerDraft) -> QuestionCard:
    say, question = scene.speech.say, scene.view.beside.question
    assert question is not None
    name, answer = scene.name(question.about), question.answer
    given = answer.limit if answer is not None else draft.limit
    truth = question.limit if question.limit is not None else answer.limit if answer and answer.limit_right else None
    known = (truth,) if answer is not None and truth is not None else () if answer is not None else None
    choices = LIMITS if answer is None else LIMITS[:-1]
    options = tuple(_option(scene, each, say(f"question-limit-{each}"), given, known) for each in choices)
    fact = say(f"question-limit-{truth}-fact", department=name) if answer is not None and truth is not None else ""
    if answer is None and draft.limit == UNKNOWN:
        fact = say("question-unknown-fact", department=name)
    right = answer is not None and answer.limit_right
    title = say("question-limit", department=name)
    return QuestionCard("limit", _number(scene, 2), title, options, _verdict(scene, right), right, fact)


def _number(scene: Scene, number: int) -> str:
    return scene.speech.say("question-number", number=number, of=2)


def _verdict(scene: Scene, right: bool) -> str:
    question = scene.view.beside.question
    if question is None or question.answer is None:
        return ""
    return scene.speech.say("question-right" if right else "question-wrong")


def _option(scene: Scene, value: str, text: str, given: str | None, right: tuple[str, ...] | None) -> Option:
    """`right` is None until it was answered."""
    say, mine = scene.speech.say, value == given
    state: OptionState
    if right is None:
        state, told = ("chosen" if mine else "open"), ""
    else:
        state = "right" if value in right else "wrong" if mine else "other"
        told = say("question-mine") if mine else ""
    words = [text, told] if told else [text]
    if right is not None and value in right:
        words.append(say("question-right-one"))
    return Option(value, text, state, told, say("game-list-comma").join(words))
