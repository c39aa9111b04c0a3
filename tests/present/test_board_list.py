"""The board as a list says of every department and every chip what it is, what is in it and how it stands."""

import pytest

from sandgame.present.board import board
from sandgame.present.board_list import ListItem, board_list
from sandgame.present.pictures import BadgePicture, BoardPicture, CalloutPicture, GhostPicture, IslandPicture
from sandgame.text.speech import LANGUAGES, Language, Speech
from tests.kit.views import CUSTOM, ENGINEERING, PRODUCTION, SALES, production, promise, scene, threads


def rows(language: Language = "zh") -> tuple[ListItem, ...]:
    return board_list(board(scene(production(), language)), Speech(language))


def test_the_own_department_comes_first_then_suppliers_then_customers() -> None:
    assert [row.id for row in rows()] == [PRODUCTION, ENGINEERING, SALES]
    assert rows()[0].text.startswith("生产，我的部门，12 工时")
    assert "给我工艺支持、图纸" in rows()[1].text
    assert "向我要标准灯、定制灯" in rows()[2].text


def test_a_chip_stands_once_under_its_partner_and_says_role_content_and_state() -> None:
    under = {row.id: [chip.text for chip in row.under] for row in rows()}
    assert under[PRODUCTION] == []
    assert "承诺，生产给销售，标准灯 3 台，第 2 周到期，已约定" in under[SALES]
    assert "承诺，研发给生产，图纸 1 张，第 2 周到期，已约定" in under[ENGINEERING]
    assert any(text.startswith("需求单，销售向生产要，2 行") and text.endswith("等你答复") for text in under[SALES])
    assert sum(map(len, under.values())) == 5


def test_english_says_the_same_in_its_own_order() -> None:
    under = [chip.text for row in rows("en") for chip in row.under]
    assert "Commitment, Production to Sales, 1 Custom lamp, due week 3, Agreed" in under


def test_a_warned_promise_is_at_risk() -> None:
    warned = promise(2, SALES, PRODUCTION, CUSTOM, 1, 3, warned=2)
    shown = board_list(board(scene(production(threads=threads((), (warned,))))), Speech("zh"))
    assert [chip.text for row in shown for chip in row.under] == ["承诺，生产给销售，定制灯 1 台，第 3 周到期，有风险"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_unknown_yet_comes_last(language: Language) -> None:
    badge = BadgePicture(1, "factory")
    picture = BoardPicture(
        islands=(IslandPicture(1, "生产", badge, side="own"),),
        ghosts=(GhostPicture(4, "财务", badge, Speech(language).say("shell-ghost")),),
        own=1,
        callout=CalloutPicture(1, "停在这里", "缺图纸"),
    )
    shown = board_list(picture, Speech(language))
    assert [row.kind for row in shown] == ["island", "ghost"]
    assert "停在这里" in shown[0].text
    assert Speech(language).say("shell-ghost") in shown[1].text
