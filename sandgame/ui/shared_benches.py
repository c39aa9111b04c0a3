"""Orders, pool and loans: choices of options, a claim and a division, a loan in the making."""

from __future__ import annotations

from dataclasses import replace

from sandgame.present import lending, orders, pool
from sandgame.present.scene import Scene
from sandgame.rules.ids import LoanId, OrderId, SeatId
from sandgame.rules.intents import (
    AgreePool,
    AnswerLoan,
    ChooseOption,
    ClaimPool,
    DeclineOrder,
    Intent,
    PoolShare,
    ProposeLoan,
    ProposePool,
)
from sandgame.ui.bench import Bench
from sandgame.ui.drafts import Draft
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.lend_panel import LendPanel
from sandgame.ui.orders_panel import OrdersPanel
from sandgame.ui.pool_panel import PoolPanel


class OrdersBench(Bench):
    def __init__(self, panel: OrdersPanel) -> None:
        super().__init__(panel)
        self.panel = panel
        self._choices: dict[OrderId, int] = {}
        panel.choice_changed.connect(self._on_choice)
        panel.settle_asked.connect(self._on_settle)

    def begin(self) -> None:
        self._choices = {}

    def draft(self) -> Draft | None:
        waiting = {o.order for o in orders.to_choose(self.scene)}
        chosen = [[order, choice] for order, choice in self._choices.items() if order in waiting]
        return {"choices": chosen} if chosen else None

    def restore(self, draft: Draft) -> None:
        """Options that were marked and not settled."""
        waiting = {o.order: len(o.options) for o in orders.to_choose(self.scene)}
        for order, choice in draft["choices"]:
            if order in waiting and choice in range(orders.DECLINE, waiting[order]):
                self._choices[OrderId(order)] = choice

    def show(self) -> None:
        strip = orders.orders_strip(self.scene, self._choices)
        self.panel.setVisible(strip is not None)
        if strip is not None:
            self.panel.show_orders(strip)

    def fault_for(self, intent: Intent) -> FaultLine | None:
        card = self.panel.card(intent.order) if isinstance(intent, ChooseOption | DeclineOrder) else None
        return card.fault if card is not None else None

    def _on_choice(self, order: int, choice: int) -> None:
        self._choices[OrderId(order)] = choice
        self.changed.emit()

    def _on_settle(self, order: int) -> None:
        week, phase = self.moment
        choice = self._choices.get(OrderId(order))
        if choice == orders.DECLINE:
            given = next(o for o in self.scene.view.orders if o.order == order)
            intent = DeclineOrder(round=week, phase=phase, order=OrderId(order))
            self.send(intent, orders.declining(self.scene, given))
        elif choice is not None:
            self.send(ChooseOption(round=week, phase=phase, order=OrderId(order), option=choice))


class PoolBench(Bench):
    def __init__(self, panel: PoolPanel) -> None:
        super().__init__(panel)
        self.panel = panel
        self._draft = pool.ShareDraft()
        panel.claim_changed.connect(self._on_claim)
        panel.claim_asked.connect(self._on_claim_asked)
        panel.share_changed.connect(self._on_share)
        panel.propose_asked.connect(self._on_propose)
        panel.agree_asked.connect(self._on_agree)
        panel.back_asked.connect(self._on_back)
        self._gone: pool.Ended | None = None

    def begin(self) -> None:
        self._draft = pool.ShareDraft()
        self._gone = None

    def see(self, scene: Scene) -> None:
        """What a changed claim has ended is remembered until something else is proposed."""
        before = self._scene
        super().see(scene)
        if scene.view.pool.proposer is not None or scene.view.pool.divided is not None:
            self._gone = None
        elif before is not None and before.view.table.round == scene.view.table.round:
            self._gone = pool.ended(before, scene) or self._gone

    def draft(self) -> Draft | None:
        claim, shares = self._draft.claim, self._draft.shares
        if claim is None and shares is None:
            return None
        return {"claim": claim, "shares": None if shares is None else [[s.seat, s.hours] for s in shares]}

    def restore(self, draft: Draft) -> None:
        """A claim and a division that were not put forward yet."""
        claim, shares = draft["claim"], draft["shares"]
        self._draft = pool.ShareDraft(
            None if claim is None else min(max(0, int(claim)), self.scene.view.pool.hours),
            None if shares is None else tuple(PoolShare(SeatId(int(s)), int(h)) for s, h in shares),
        )

    def show(self) -> None:
        is_open = pool.pool_open(self.scene)
        self.panel.setVisible(is_open)
        if is_open:
            self.panel.show_pool(pool.pool_picture(self.scene, self._draft, self._gone))

    def stored(self, intent: Intent) -> None:
        if isinstance(intent, ClaimPool | ProposePool | AgreePool):
            self._draft = pool.ShareDraft()

    def fault_for(self, intent: Intent) -> FaultLine | None:
        return self.panel.fault if isinstance(intent, ClaimPool | ProposePool | AgreePool) else None

    def _on_claim(self, hours: int) -> None:
        self._draft = replace(self._draft, claim=hours)
        self.changed.emit()

    def _on_claim_asked(self) -> None:
        if self._draft.claim is not None:
            self.send(pool.claim_intent(self.scene, self._draft.claim))

    def _on_share(self, seat: int, hours: int) -> None:
        self._draft = pool.with_share(self.scene, self._draft, SeatId(seat), hours)
        self.changed.emit()

    def _on_propose(self) -> None:
        self.send(pool.propose_intent(self.scene, self._draft))

    def _on_back(self) -> None:
        """One click: what was on the table is there again, proposed anew if a changed claim took it away."""
        if self._gone is not None and self._draft.shares is None:
            self.send(pool.same_again(self.scene, self._gone))
            return
        self._draft = replace(self._draft, shares=None)
        self.changed.emit()

    def _on_agree(self) -> None:
        self.send(pool.agree_intent(self.scene))


class LoanBench(Bench):
    def __init__(self, panel: LendPanel) -> None:
        super().__init__(panel)
        self.panel = panel
        self._draft: lending.LoanDraft | None = None
        panel.answered.connect(self._on_answered)
        panel.draft_changed.connect(self._on_draft)
        panel.propose_asked.connect(self._on_propose)

    def begin(self) -> None:
        self._draft = None

    @property
    def loan(self) -> lending.LoanDraft:
        return self._draft or lending.first_draft(self.scene)

    def draft(self) -> Draft | None:
        loan = self._draft
        return None if loan is None else {"other": loan.other, "lend": loan.lend, "hours": loan.hours}

    def restore(self, draft: Draft) -> None:
        loan = lending.LoanDraft(SeatId(int(draft["other"])), bool(draft["lend"]), int(draft["hours"]))
        if loan.other in self.scene.view.table.seats and loan.other != self.scene.seat:
            self._draft = loan

    def show(self) -> None:
        self.panel.show_lend(lending.lend_picture(self.scene, self.loan))

    def stored(self, intent: Intent) -> None:
        if isinstance(intent, ProposeLoan):
            self._draft = None

    def fault_for(self, intent: Intent) -> FaultLine | None:
        return self.panel.fault if isinstance(intent, ProposeLoan | AnswerLoan) else None

    def _on_answered(self, loan: int, agree: bool) -> None:
        self.send(lending.answer_intent(self.scene, LoanId(loan), agree))

    def _on_draft(self, draft: lending.LoanDraft) -> None:
        self._draft = draft
        self.panel.fault.set_fault("")
        self.changed.emit()

    def _on_propose(self) -> None:
        self.send(lending.propose_intent(self.scene, self.loan))
