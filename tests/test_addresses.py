"""What an address asks for is shown as far as it goes, and what does not go is said in one sentence."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import access, current_database
from dashboard.database import Database
from dashboard.ui import limits, viewer

pytestmark = pytest.mark.slow

FRAME = Path(__file__).resolve().parents[1] / "frame.py"
SUGGESTIONS = 45


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A meeting with 45 suggestions: three pages of the list."""
    path = tmp_path / "addresses.duckdb"
    monkeypatch.setenv("DASHBOARD_DATABASE", str(path))
    monkeypatch.setattr(viewer, "role_of", lambda _: "member")  # AppTest has no cookies
    database = current_database.current()
    with database.writing() as cursor:
        cursor.execute(
            "insert into sessions (session_id, series, round, held_on, status)"
            " values ('S1', '간담회', 1, '2025-11-11', 'held')"
        )
        cursor.execute(
            "insert into suggestions (suggestion_id, session_id, category, title)"
            f" select 'N' || n, 'S1', '실증', '건의' || n from range({SUGGESTIONS}) as numbers (n)"
        )
        cursor.execute("insert into uploads values (1, 'file', '시험', now()::timestamp, null)")
    yield database
    current_database._open_databases.pop(path).close()


def opened(**address: str | list[str]) -> AppTest:
    """The list of suggestions as an address asks for it."""
    page = AppTest.from_file(str(FRAME), default_timeout=30)
    page.query_params["lang"] = "ko"
    for key, value in address.items():
        page.query_params[key] = value
    page.run()
    return page


def written(page: AppTest) -> str:
    """All that stands on a page in HTML or Markdown."""
    return " ".join([html.proto.body for html in page.get("html")] + [text.value for text in page.markdown])


@pytest.fixture
def listed(served: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """AppTest opens the first page of the menu: let that be the list."""
    pages = sorted(access.PAGES, key=lambda page: page.name != "suggestions")
    monkeypatch.setattr(access, "PAGES", tuple(pages))


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        *(("1", 1), ("2", 2), ("3", 3), ("4", 3), ("999", 3), ("9" * 900, 3), ("9" * 90_000, 3)),
        *(("0", 1), ("-1", 1), ("abc", 1), ("", 1), ("2.5", 1), ("３", 3)),
    ],
)
def test_the_page_that_is_nearest_to_the_one_asked_for_is_shown(asked: str, shown: int) -> None:
    page = opened(page=asked)
    assert f"{SUGGESTIONS}건" in written(page)
    assert f"{shown} / 3" in written(page)
    assert "".join(page.query_params.get("page", ["1"])) == str(shown)


@pytest.mark.usefixtures("listed")
def test_a_page_of_no_results_says_why() -> None:
    page = opened(page="999", search="없는말")
    assert "0건" in written(page)
    assert len(page.info) == 1


@pytest.mark.usefixtures("listed")
def test_an_endless_address_is_cut_and_that_is_said_in_one_sentence() -> None:
    began = time.process_time()
    page = opened(
        search=" ".join(f"낱말{number}" for number in range(12_000)),
        category=[f"분야{number}" for number in range(800)],
        session="S" * 50_000,
        month=["x" * 2_000] * 50,
    )
    assert time.process_time() - began < 10
    sentences = [warning.value for warning in page.warning]
    assert sum("주소에 적힌 조건이 너무 길어" in sentence for sentence in sentences) == 1
    assert sum("앞부분으로만 찾았습니다" in sentence for sentence in sentences) == 1
    assert max(map(len, sentences)) < 300
    assert len(sentences) <= 5
    assert len(page.session_state["search"]) <= limits.SEARCH_LETTERS


@pytest.mark.usefixtures("listed")
def test_as_many_words_as_a_search_takes_are_searched() -> None:
    page = opened(search=" ".join(["건의"] * limits.SEARCH_WORDS))
    assert not page.warning
    assert f"{SUGGESTIONS}건" in written(page)
    page = opened(search=" ".join("건" * (limits.SEARCH_WORDS + 1)))
    assert len(page.warning) == 1


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize("address", [{"category": "없는 분야"}, {"category": "없는 분야", "page": "2"}])
def test_what_could_not_be_used_stands_until_something_else_is_chosen(address: dict[str, str]) -> None:
    page = opened(**address)
    assert len(page.warning) == 1
    page.run()  # as a page does by itself as soon as the browser has told it something
    page.run()
    assert len(page.warning) == 1
    page.text_input(key="search").set_value("건의7").run()
    assert not page.warning


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize(
    ("address", "sentence", "leaves"),
    [
        ({"list": "nonsense"}, "목록 ‘nonsense’ 이름은 없어 건의 목록을 보여 드립니다.", "list"),
        ({"order": "nonsense"}, "정렬 ‘nonsense’ 항목은 이 목록에 없어", "order"),
        ({"list": "overdue", "order": "organization"}, "정렬 ‘organization’ 항목은", "order"),
        ({"list": "overdue", "state": "paused"}, "이 목록에는 상태 조건이 없어", "state"),
        ({"list": "overdue", "search": "건의1"}, "이 목록에는 검색어 조건이 없어", "search"),
        ({"lang": "fr"}, "언어 ‘fr’ 화면은 없어 한국어로", ""),
    ],
)
def test_a_choice_that_there_is_not_is_said_in_one_sentence_and_leaves_the_address(
    address: dict[str, str], sentence: str, leaves: str
) -> None:
    page = opened(**address)
    said = [warning.value.replace("\\", "") for warning in page.warning]
    assert len(said) == 1
    assert sentence in said[0]
    assert leaves not in page.query_params
    assert f"{SUGGESTIONS}건" in written(page)


@pytest.mark.usefixtures("listed")
def test_a_list_of_another_page_offers_no_filters_that_it_does_not_take() -> None:
    page = opened(list="overdue")
    page.button("fold").click().run()
    assert not page.exception
    offered = {widget.key for widget in page.multiselect}
    assert "filter_department" in offered
    assert not offered & {"filter_state", "filter_decision", "filter_month"}
    assert not page.text_input("ask").value
    assert "search" not in {widget.key for widget in page.text_input}


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ({"story": "nonsense"}, "발표 ‘nonsense’ 이름은 없어 개회 보고를 보여 드립니다."),
        ({"slides": "opening,nonsense"}, "슬라이드 ‘nonsense’ 이름은 없어"),
        ({"story": "category", "about": "nonsense"}, "‘nonsense’ 값은 자료에 없어 실증의 발표를"),
        ({"story": "category", "about": "실증", "slides": "opening"}, ""),
    ],
)
def test_a_story_that_there_is_not_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, address: dict[str, str], sentence: str
) -> None:
    pages = sorted(access.PAGES, key=lambda page: page.name != "present")
    monkeypatch.setattr(access, "PAGES", tuple(pages))
    page = opened(**address)
    assert not page.exception
    said = [warning.value.replace("\\", "") for warning in page.warning]
    assert len(said) == bool(sentence)
    assert sentence in "".join(said)


@pytest.mark.usefixtures("served")
def test_how_many_suggestions_the_filters_leave_stands_beside_them() -> None:
    assert re.search(r"class='found'>조건에 맞는 건의 45건<", written(opened()))
    assert re.search(r"class='found'>조건에 맞는 건의 0건<", written(opened(as_of="2025-11-10")))
