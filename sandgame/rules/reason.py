"""Why an intent was refused: codes with numbers, never sentences."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Reason(StrEnum):
    WRONG_PHASE = "wrong_phase"
    GAME_OVER = "game_over"
    NOT_YOUR_SEAT = "not_your_seat"
    RULE_NOT_OPEN = "rule_not_open"
    ALREADY_FINISHED = "already_finished"
    NOT_FINISHED = "not_finished"
    NO_SUCH_ORDER = "no_such_order"
    NO_SUCH_OPTION = "no_such_option"
    ORDER_SETTLED = "order_settled"
    NOT_YOUR_PROVIDER = "not_your_provider"
    DUE_TOO_EARLY = "due_too_early"
    DUE_TOO_LATE = "due_too_late"
    NO_SUCH_SHEET = "no_such_sheet"
    NO_SUCH_LINE = "no_such_line"
    LINE_CLOSED = "line_closed"
    NOT_YOUR_TURN = "not_your_turn"
    LAST_TURN = "last_turn"
    SAME_LINE_TWICE = "same_line_twice"
    ALREADY_RESTATED = "already_restated"
    NOTHING_RESTATED = "nothing_restated"
    NO_POOL = "no_pool"
    ABOVE_POOL = "above_pool"
    ABOVE_CLAIM = "above_claim"
    NO_PROPOSAL = "no_proposal"
    NOT_A_CLAIMANT = "not_a_claimant"
    LOAN_SIZE = "loan_size"
    LOAN_LIMIT = "loan_limit"
    NO_SUCH_LOAN = "no_such_loan"
    LOAN_CLOSED = "loan_closed"
    SAME_SEAT = "same_seat"
    NO_SUCH_SEAT = "no_such_seat"
    OVERTIME_ABOVE_LIMIT = "overtime_above_limit"
    OWN_WORK_ABOVE_HOURS = "own_work_above_hours"
    NOT_YOUR_SERVICE = "not_your_service"
    NO_SUCH_COMMITMENT = "no_such_commitment"
    MEETING_OPEN = "meeting_open"
    NO_MEETING = "no_meeting"
    NOT_YOUR_CUSTOMER = "not_your_customer"
    PROMISE_CLOSED = "promise_closed"
    ALREADY_OVERDUE = "already_overdue"
    ALREADY_WARNED = "already_warned"
    TERMS_OPEN = "terms_open"
    NO_TERMS = "no_terms"
    NO_SUCH_FACT = "no_such_fact"
    NOT_YOUR_ORDER = "not_your_order"
    NOTHING_TO_RATE = "nothing_to_rate"
    NOT_THE_LONG_FORM = "not_the_long_form"
    NOTHING_ASKED = "nothing_asked"
    ALREADY_SAID = "already_said"
    NOTHING_TO_APOLOGISE_FOR = "nothing_to_apologise_for"
    NOTHING_FAILED = "nothing_failed"
    NOT_NOTE_TIME = "not_note_time"
    NOTHING_TO_THANK_FOR = "nothing_to_thank_for"
    TOO_MANY_THANKS = "too_many_thanks"


class Refusal(Struct, frozen=True):
    """`limit` is the bound that was passed, `place` the number of the thing it was about; 0 where there is none."""

    reason: Reason
    limit: int = 0
    place: int = 0
