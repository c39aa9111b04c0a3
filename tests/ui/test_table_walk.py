"""A week of six departments at one laptop, by hand: what hands do is counted, and with it the minutes it takes.

How long people read and talk is assumed here, in plain figures that can be argued with; what hands do is counted.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.kit.rating import AllThree
from tests.kit.laptop import Laptop
from tests.kit.looks import settle

TAP, KEY = 1.3, 0.3
"""Seconds by the keystroke-level model: to point (1.1) and press (0.2), and for a key of somebody who types a little.
Thinking is not in them: it stands in what people read and say."""
HAND_OVER = 4
"""Seconds until the laptop stands before the next group, each time the curtain hangs."""
READ = {"brief": 20, "plan": 30, "review": 12}
"""Seconds that a group looks at its page behind the curtain, beside what its hands do; at most 60 with them."""
SAY = 10
"""Seconds of talk that lead to one agreement, beside recording it."""
LOOK = 25
"""Seconds that all look at the week's result."""
LIMIT = 13 * 60

SALES, ENGINEERING, PROCUREMENT, PRODUCTION, QUALITY, LOGISTICS = range(1, 7)
AGREEMENTS = (
    (ENGINEERING, PRODUCTION, "工艺支援", 2, 1),
    (PROCUREMENT, PRODUCTION, "钢板", 6, 2),
    (PROCUREMENT, PRODUCTION, "电控套件", 4, 2),
    (SALES, ENGINEERING, "规格书", 1, 1),
    (ENGINEERING, PRODUCTION, "图纸", 1, 2),
    (PRODUCTION, LOGISTICS, "标准冰箱", 6, 1),
    (PRODUCTION, LOGISTICS, "智能冰箱", 4, 2),
    (QUALITY, LOGISTICS, "放行单", 6, 1),
    (QUALITY, LOGISTICS, "放行单", 4, 2),
    (LOGISTICS, SALES, "待发标准冰箱", 6, 1),
    (LOGISTICS, SALES, "待发智能冰箱", 4, 2),
    (PRODUCTION, LOGISTICS, "定制冷柜", 1, 3),
)
"""As many as the collaborating bots of this case agree on in a busy week, and each department in some."""


@dataclass
class Stopwatch:
    """Seconds by part of the week."""

    laptop: Laptop
    spent: dict[str, float] = field(default_factory=dict)
    hands: dict[str, tuple[int, int]] = field(default_factory=dict)

    def part(self, name: str, beside: float) -> None:
        """What hands did since the last part, and what else it took."""
        laptop = self.laptop
        done = (laptop.taps, laptop.keys)
        laptop.taps = laptop.keys = 0
        self.hands[name] = (self.hands.get(name, (0, 0))[0] + done[0], self.hands.get(name, (0, 0))[1] + done[1])
        self.spent[name] = self.spent.get(name, 0) + done[0] * TAP + done[1] * KEY + beside


def behind(watch: Stopwatch, phase: str) -> None:
    """Every group opens the curtain, looks, and is done by the primary key."""
    laptop = watch.laptop
    while laptop.phase == phase:
        laptop.press(Qt.Key.Key_Return)
        turn = laptop.turn
        if phase == "review":
            for card in turn.findChildren(AllThree):
                if card.isVisible():
                    laptop.tap(card)
        for _ in range(3):
            if laptop.screen.turn is turn:
                laptop.press(Qt.Key.Key_F9)
                for dialog in laptop.screen.findChildren(Dialog):
                    if dialog.isVisible():
                        laptop.tap(dialog.button("go"))
        assert laptop.screen.turn is not turn
        before = watch.spent.get(phase, 0)
        watch.part(phase, HAND_OVER + READ[phase])
        assert watch.spent[phase] - before <= HAND_OVER + 60


def test_a_week_of_six_departments_takes_no_more_than_thirteen_minutes(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, (1, 2, 3, 4, 5, 6), "factory")
    watch = Stopwatch(laptop)
    behind(watch, "brief")
    for agreement in AGREEMENTS:
        laptop.agree(*agreement)
        watch.part("negotiate", SAY)
    for seat in (PRODUCTION, LOGISTICS):
        laptop.screen.open.pool.claim_asked.emit(seat)
        settle()
        laptop.taps += 2
        watch.part("negotiate", SAY)
    laptop.tap(laptop.screen.open.told)
    laptop.choose(laptop.screen.open.who, SALES)
    laptop.open_curtain()
    laptop.tap(laptop.turn.page.lines[0].picks[0])  # type: ignore[attr-defined]
    laptop.press(Qt.Key.Key_F9)
    laptop.press(Qt.Key.Key_F9)
    (question,) = (dialog for dialog in laptop.screen.findChildren(Dialog) if dialog.isVisible())
    laptop.tap(question.button("go"))
    watch.part("negotiate", 2 * HAND_OVER)
    assert len(laptop.screen.table.agreements()) == len(AGREEMENTS)
    behind(watch, "plan")
    laptop.press(Qt.Key.Key_F9)
    watch.part("deliver", LOOK)
    behind(watch, "review")
    total = sum(watch.spent.values())
    for name, seconds in watch.spent.items():
        taps, keys = watch.hands[name]
        print(f"{name}: {taps} taps, {keys} keys, {seconds / 60:.1f} min")
    print(f"a week: {total / 60:.1f} min")
    assert laptop.view(SALES).table.round == 2
    assert total <= LIMIT
    # one agreement costs few taps, whatever is agreed
    assert watch.hands["negotiate"][0] <= 12 * len(AGREEMENTS)
