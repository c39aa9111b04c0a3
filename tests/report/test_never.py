"""What a report never says (measurement): no rank, no label on a person, no feeling, no blame, no other firm"""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtWidgets import QApplication

from sandgame.frames.past import PastSession
from sandgame.report.document import words_of
from sandgame.report.material import Branding, Wishes
from sandgame.report.session import Library
from sandgame.report.writing import write
from sandgame.text.speech import LANGUAGES, Speech
from tests.kit.pdf_text import paper
from tests.kit.reports import class_of

NEVER = re.compile(
    "排名|名次|排行|榜单|[第前][一二三123]名|冠军|亚军|季军|领奖|最佳|最差|赢家|输家|"
    "[争避就中作]型|老好人|性格|人格|个性|情绪|情感|心情|责任|追责|问责|过错|怪罪|"
    "情商|智商|协作商|个人得分|个人分数|个人评分|[其他别]的?公司|同行|行业|业内|"
    r"\brank|podium|winner|loser|leaderboard|best table|worst|\bmedal|\btop \d|"
    r"avoider|competitor|accommodator|compromiser|collaborator|people.pleaser|personalit|character|temperament|"
    r"emotion|mood|feeling|responsib|\bblame|\bfault\b|guilt|\biq\b|quotient|"
    r"other compan|other firm|other client|industry|benchmark(ed)? against|personal score|scores? of (?:a )?person",
    re.IGNORECASE,
)
ALLOWED = ("report-each-note", "report-cannot-departments", "report-book-about-text")
"""Sentences that say of such a thing that it is not there; nothing else may hold such a word."""


@pytest.fixture(autouse=True)
def window(qapp: QApplication) -> None:
    assert qapp is not None


def session() -> PastSession:
    return class_of("factory", 2)


@cache
def allowed() -> tuple[str, ...]:
    return tuple(Speech(language).say(key) for language in LANGUAGES for key in ALLOWED)


def strange(text: str) -> list[str]:
    for sentence in allowed():
        text = text.replace(sentence, " ")
    return [text[max(0, found.start() - 30) : found.end() + 30] for found in NEVER.finditer(text)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    """The whole package of a session of two tables, with all that may be chosen."""
    place = tmp_path_factory.mktemp("package")
    write(session(), place, Wishes(branding=Branding(name="Mingshi", closing="谢谢各位。"), typed=True))
    return place


def texts_of(file: Path) -> Iterator[str]:
    """All that a file says, also of itself."""
    if file.suffix == ".pdf":
        found = paper(file.read_bytes())
        # a line is set in runs, a sentence in lines: joined without the space between them as with it
        for page in found.pages:
            yield from (" ".join(run.strip() for run in page), "".join(page))
        yield from found.about
    elif file.suffix == ".json":
        yield file.read_text(encoding="utf-8")
    else:
        with ZipFile(BytesIO(file.read_bytes())) as packed:
            for name in packed.namelist():
                if name.endswith((".xml", ".rels")) and not name.endswith(("styles.xml", "theme1.xml")):
                    part = packed.read(name).decode()
                    yield from (unescape(said) for said in re.split(r"<(?!/?w:[rt][ >])[^>]*>", part))
                    yield unescape(re.sub(r"<[^>]*>", "", part))
                    yield from (unescape(said) for said in re.findall(r'(?:descr|title|name)="([^"]*)"', part))


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx", "json"])
def test_no_file_of_a_session_says_what_it_must_not(folder: Path, form: str) -> None:
    files = sorted(folder.rglob(f"*.{form}"))
    assert files
    for file in files:
        assert [found for text in texts_of(file) for found in strange(text)] == [], file.name


def test_no_name_of_a_file_or_folder_says_it_either(folder: Path) -> None:
    for place in folder.rglob("*"):
        assert strange(place.name) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_a_document_says_it(language: str) -> None:
    library = Library(session(), Branding(), "zh" if language == "zh" else "en")
    documents = [library.session(), *(library.table(table) for table in session().tables)]
    for place, table in enumerate(session().tables):
        documents += [library.department(place, own.seat) for own in library.seats(table)]
    for document in documents:
        assert [found for text in words_of(document) for found in strange(text)] == []


@pytest.mark.parametrize(
    "text",
    ["这不是排名第一名的桌", "Not the winner, but no loser either", "责任不在生产，在销售", "nobody is to blame"],
)
def test_a_no_nearby_makes_such_a_word_no_better(text: str) -> None:
    assert strange(text)


def test_every_sentence_that_is_let_pass_is_one_that_would_not() -> None:
    assert [sentence for sentence in allowed() if not NEVER.search(sentence)] == []
