"""Asking: a draft for each provider, made by the screen from what is lacked, changed by the user until it is sent."""

from __future__ import annotations

from dataclasses import replace

from sandgame.present import asking, facts, giving
from sandgame.present.board import DraftSheet
from sandgame.present.scene import Scene
from sandgame.rules.clarity import CHANNEL_CLARITY
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.intents import Channel, FactRef, Intent, SendSheet
from sandgame.ui.answer_kept import facts_again, facts_kept, give_again, give_kept
from sandgame.ui.ask_panel import AskPanel
from sandgame.ui.bench import Bench
from sandgame.ui.drafts import Draft
from sandgame.ui.kit.fields import FaultLine


class AskBench(Bench):
    def __init__(self, panel: AskPanel) -> None:
        super().__init__(panel)
        self.panel = panel
        self.provider: SeatId | None = None
        self.asks: dict[SeatId, asking.AskDraft] = {}
        self._edited: dict[SeatId, asking.AskDraft] = {}
        self._sent_to: SeatId | None = None
        """Whose sheet has just gone out: said until another one is worked on."""
        panel.provider_asked.connect(self._on_provider)
        panel.line_checked.connect(self._on_checked)
        panel.units_changed.connect(self._on_units)
        panel.due_changed.connect(self._on_due)
        panel.line_dropped.connect(self._on_dropped)
        panel.line_added.connect(self._on_added)
        panel.channel_chosen.connect(self._on_channel)
        panel.note_changed.connect(self._on_note)
        panel.send_asked.connect(self._on_send)
        panel.give_chosen.connect(self._on_give_chosen)
        panel.give_changed.connect(self._on_give_changed)
        panel.fact_toggled.connect(self._on_fact)

    def begin(self) -> None:
        self._edited = {}
        self._sent_to = None

    def draft(self) -> Draft | None:
        if not self._edited:
            return None
        asks = [
            [
                d.provider,
                d.channel,
                d.note,
                [[x.service, x.units, x.due, x.checked, x.drafted] for x in d.lines],
                give_kept(d.give),
                facts_kept(d.facts),
            ]
            for d in self._edited.values()
        ]
        return {"provider": self.provider, "asks": asks}

    def restore(self, draft: Draft) -> None:
        """Sheets as they were when the session was left, to providers that there are."""
        offered = {s.service: s.provider for s in self.scene.view.board.services}
        for seat, channel, note, lines, give, known in draft["asks"]:
            provider = SeatId(int(seat))
            drafted = tuple(
                asking.AskLine(ServiceId(int(service)), int(units), int(due), bool(checked), bool(by_itself))
                for service, units, due, checked, by_itself in lines
            )
            if channel not in CHANNEL_CLARITY or any(offered[line.service] != provider for line in drafted):
                raise ValueError(channel)
            made = asking.AskDraft(provider, drafted, channel, str(note), give_again(give), facts_again(known))
            self._edited[provider] = made
        self.see(self.scene)
        if draft["provider"] in self.asks:
            self.provider = SeatId(draft["provider"])

    def see(self, scene: Scene) -> None:
        super().see(scene)
        self.asks = asking.drafted(scene) | self._edited
        if self.provider not in self.asks:
            self.to_first()

    def to_first(self) -> None:
        """The first provider of whom something is lacked."""
        lacked = (seat for seat, draft in self.asks.items() if draft.going)
        self.provider = next(lacked, next(iter(self.asks), None))

    def show(self) -> None:
        if self.provider is None:
            return
        say = self.scene.speech.say
        waits = asking.waits_for(self.scene, self.provider)
        if waits:
            # from now on the sheet itself tells; once it is answered, nobody is waited for
            self._sent_to = None
        sent_to = self.provider if waits else self._sent_to
        sent = say("negotiate-sent", department=self.scene.name(sent_to)) if sent_to is not None else ""
        picture = asking.ask_picture(self.scene, self.asks[self.provider])
        self.panel.show_ask(asking.ask_tabs(self.scene, self.asks), picture, sent, self.scene.speech)

    def chips(self) -> dict[SeatId, DraftSheet]:
        """What the board shows of the drafts."""
        going = {seat: draft.going for seat, draft in self.asks.items() if draft.going}
        return {seat: (len(g), min(x.due for x in g), max(x.due for x in g), g[0].service) for seat, g in going.items()}

    def stored(self, intent: Intent) -> None:
        """What was to go with the sheet goes once the sheet is in the game."""
        if isinstance(intent, SendSheet):
            sent = self._edited.pop(intent.provider, None)
            self._sent_to = SeatId(intent.provider)
            rest = (seat for seat, draft in self.asks.items() if draft.going and seat != intent.provider)
            self.provider = next(rest, self.provider)
            for ref in sent.facts if sent is not None else ():
                if ref in facts.shareable(self.scene):
                    self.intent_asked.emit(facts.share_intent(self.scene, intent.provider, ref))

    def fault_for(self, intent: Intent) -> FaultLine | None:
        return self.panel.fault if isinstance(intent, SendSheet) else None

    @property
    def _draft(self) -> asking.AskDraft:
        assert self.provider is not None, "the panel is shown for a provider only"
        return self.asks[self.provider]

    def _edit(self, draft: asking.AskDraft) -> None:
        self._edited[draft.provider] = self.asks[draft.provider] = draft
        self.panel.fault.set_fault("")
        self.changed.emit()

    def _on_provider(self, seat: int) -> None:
        self.provider, self._sent_to = SeatId(seat), None
        self.changed.emit()

    def _on_checked(self, at: int, checked: bool) -> None:
        self._edit(self._draft.with_line(at, replace(self._draft.lines[at], checked=checked)))

    def _on_units(self, at: int, units: int) -> None:
        self._edit(self._draft.with_line(at, replace(self._draft.lines[at], units=units)))

    def _on_due(self, at: int, due: int) -> None:
        self._edit(self._draft.with_line(at, replace(self._draft.lines[at], due=due)))

    def _on_dropped(self, at: int) -> None:
        self._edit(self._draft.without_line(at))

    def _on_added(self, service: int) -> None:
        line = asking.AskLine(ServiceId(service), 1, asking.first_due(self.scene, ServiceId(service)))
        self._edit(replace(self._draft, lines=(*self._draft.lines, line)))

    def _on_channel(self, channel: str) -> None:
        chosen: Channel = next((each for each in asking.CHANNELS if each == channel), "written")
        self._edit(replace(self._draft, channel=chosen))

    def _on_give_chosen(self, at: int) -> None:
        draft = self._draft
        picture = giving.give_picture(self.scene, self.scene.seat, draft.provider, draft.give, stands=False)
        if picture is not None:
            self._edit(replace(draft, give=giving.chosen(self.scene, picture.choices[at], draft.give)))

    def _on_give_changed(self, give: giving.GiveDraft) -> None:
        self._edit(replace(self._draft, give=give))

    def _on_fact(self, ref: FactRef) -> None:
        known = tuple(each for each in self._draft.facts if each != ref)
        self._edit(replace(self._draft, facts=known if ref in self._draft.facts else (*known, ref)))

    def _on_note(self, note: str) -> None:
        """Kept without showing the page anew: the user is still writing."""
        draft = replace(self._draft, note=note)
        self._edited[draft.provider] = self.asks[draft.provider] = draft
        self.drafted.emit()

    def _on_send(self) -> None:
        self.send(asking.send_intent(self.scene, self._draft))
