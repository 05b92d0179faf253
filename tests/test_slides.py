"""Every slide of several small worlds is, in both languages, what was written down, and says what is true."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest
from chart_functions import LABELS
from figure_text import write_figure

from dashboard import calendar, charts, queries, slides, strings
from dashboard.database import Database
from dashboard.filters import Filters

SNAPSHOTS = Path(__file__).with_name("snapshots") / "slides"

# What is changed in the small world, for what the slides say otherwise.
WORLDS = {
    "small world": "",
    "nothing received": """
        delete from responses;
        delete from pauses;
        delete from suggestions;
        delete from sessions
    """,
    "all accepted": """
        delete from responses;
        insert into responses (response_id, suggestion_id, responded_on, kind, decision, answer)
        select 'A' || suggestion_id, suggestion_id, date '2026-01-05', 'final', 'accepted', '수용합니다.'
        from suggestions
    """,
    "nothing answered": "delete from responses; delete from pauses",
    "many meetings": """
        insert into sessions (session_id, series, round, held_on, status)
        select 'M' || lpad(n::varchar, 2, '0'), '큰 간담회', n, date '2025-01-07' + n::integer * 7, 'held'
        from range(1, 10) as numbers(n);
        insert into categories (category, sort) select '분야' || n, 20 + n from range(1, 10) as numbers(n);
        insert into suggestions (suggestion_id, session_id, organization, category, title)
        select 'M' || n || m, 'M' || lpad(n::varchar, 2, '0'), '가상기관', '분야' || n, '건의 ' || n || m
        from range(1, 10) as numbers(n), range(0, 4) as several(m)
    """,
}
QUERIES = {
    "requests": "categories/categories_ranked",
    "standing": "present/states_now",
    "by_meeting": "response_rates/answers_by_session",
    "turnaround": "turnaround/days_to_answer",
}
Make = Callable[[str], Database]


@pytest.fixture
def make(database: Database) -> Make:
    """The small world, changed to another one."""

    def change(world: str) -> Database:
        with database.writing() as cursor:
            cursor.execute(
                f"{WORLDS[world]}; insert into uploads values (7, 'file', '시험', now()::timestamp, null)"
            )
            calendar.refresh(cursor)
        return database

    return change


@pytest.fixture
def filters(everything: dict[str, Any]) -> Filters:
    return Filters(everything["as_of"])


def build(database: Database, name: str, filters: Filters, language: str = "ko") -> dict[str, Any]:
    (slide,) = slides.build_slides(database, LABELS[language], [name], filters)
    return slide


def write_slide(slide: dict[str, Any]) -> Iterator[str]:
    """A slide as it is read; of its figure only what the slide changes: charts are written down alone."""
    yield slide["sentence"]
    for part in ("description", "note"):
        if part in slide:
            yield f"    {part}: {slide[part]}"
    yield from (f"    line: {line}" for line in slide.get("lines", []))
    yield from (f"    row: {' | '.join(row)}" for row in slide.get("rows", []))
    yield from (f"    number: {' | '.join(map(str, number))}" for number in slide.get("numbers", []))
    if "figure" in slide:
        _, _, on_a_slide = write_figure(slide["figure"]).partition("on a slide:\n")
        yield f"    figure: {len(slide['figure']['data'])} traces"
        yield from (f"    on a slide: {line.strip()}" for line in on_a_slide.splitlines())


@pytest.mark.parametrize("world", WORLDS)
def test_says_what_was_written_down(
    make: Make, filters: Filters, world: str, request: pytest.FixtureRequest
) -> None:
    """`pytest --write-snapshots` writes the slides anew; read the difference before committing it."""
    database, lines = make(world), []
    for name in slides.NAMES:
        for language in strings.LANGUAGES:
            lines += [f"=== {name} · {language}", *write_slide(build(database, name, filters, language)), ""]
    path, text = SNAPSHOTS / f"{world.replace(' ', '_')}.txt", "\n".join(lines)
    if request.config.getoption("--write-snapshots"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("world", ["small world", "many meetings"])
@pytest.mark.parametrize("name", QUERIES)
def test_draws_the_chart_of_the_pages_unchanged_but_for_the_hall(
    make: Make, filters: Filters, name: str, world: str
) -> None:
    database = make(world)
    rows = queries.answer(database, QUERIES[name], filters)
    chart = getattr(charts, QUERIES[name].rpartition("/")[2])(rows, LABELS["ko"])
    figure = build(database, name, filters)["figure"]
    figure["layout"]["meta"].pop("slide", None)
    assert figure == chart


def test_what_is_answered_and_what_waits_add_up_to_received(database: Database, filters: Filters) -> None:
    # Of the eight N1, N2, N3 and N7 are answered; N4, N5, N6 and N8 wait, N6 paused.
    assert build(database, "standing", filters)["sentence"] == (
        "접수된 8건 가운데 4건에 최종 회신하고 4건이 남았습니다."
    )


def test_only_what_is_overdue_now_is_counted_as_overdue(database: Database, filters: Filters) -> None:
    # N4 alone: due on 2025-12-12; N6 is paused, N5 extended, N8 not yet due.
    assert (
        "4회에서 나온 건의 가운데 1건이 목표일을 넘겼" in build(database, "by_meeting", filters)["sentence"]
    )
    slide = build(database, "overdue", filters)
    assert [row[0] for row in slide["rows"]] == ["=교육 과정 신설"]
    assert slide["rows"][0][1] == "담당부서 미정 · 목표일 2025. 12. 12.(금) · 근무일 17일 초과"


def test_what_is_due_next_is_the_earliest_still_to_come(database: Database, filters: Filters) -> None:
    # N8 came in on a Tuesday, 2025-12-30; 1 January is a holiday, so 2026-01-19 is the 14th counted day.
    slide = build(database, "due_next", filters)
    assert [row[0] for row in slide["rows"]] == ["도로 실증", "실습 교육"]
    assert "2026. 1. 19.(월)이며, 회신할 건의는 1건" in slide["sentence"]


def test_reasons_are_stated_only_where_reason_and_limits_both_are(
    database: Database, filters: Filters
) -> None:
    # N2 and N3 state both, N7 no limits: the last decision of N3 is R9.
    slide = build(database, "reasons", filters)
    assert "3건 가운데 2건에 사유와 한계를 밝혔습니다" in slide["sentence"]
    assert [row for row in slide["rows"] if any("적혀 있지 않음" in text for text in row)] == [
        ["공동 연구 · 타 기관 이첩", "사유: 소관 아님", "한계: 적혀 있지 않음"]
    ]


def test_the_end_says_how_much_came_in_and_how_much_was_answered(
    database: Database, filters: Filters
) -> None:
    numbers = {name: (value, note) for name, value, note in build(database, "closing", filters)["numbers"]}
    assert numbers["접수된 건의"] == ("8건", None)
    assert numbers["최종 회신율"] == ("4/8건", None)
    assert numbers["회신 소요일수(중앙값)"][0] == "근무일 18일"


def test_of_many_bars_the_latest_meetings_and_the_first_categories_are_shown(
    make: Make, filters: Filters
) -> None:
    database = make("many meetings")
    for name, note, newest_last in (
        ("by_meeting", "13회 가운데 최근 7회", True),
        ("requests", "17개 가운데 많은 순서로 7개", False),
    ):
        slide = build(database, name, filters)
        bars = len(slide["figure"]["layout"]["yaxis"]["ticktext"])
        lowest, highest = slide["figure"]["layout"]["meta"]["slide"]["yaxis"]["range"]
        shown = [bar for bar in range(bars) if highest < bar < lowest]
        assert slide["note"] == note
        assert shown == list(range(bars))[-7:] if newest_last else shown == list(range(7))


def test_the_deck_has_the_slides_asked_for_in_that_order_with_the_filters_in_words(
    database: Database, filters: Filters
) -> None:
    names = ["standing", "opening", "closing"]
    deck = orjson.loads(
        slides.build_deck(
            database, LABELS["en"], names, filters, described="As of 2026-01-09", link="http://10.0.0.7:8501"
        )
    )
    assert [slide["name"] for slide in deck["slides"]] == names
    assert deck["footer"]["described"] == "As of 2026-01-09"
    assert deck["language"] == "en"
    (opening,) = (slide for slide in deck["slides"] if slide["name"] == "opening")
    assert opening["link"] == "http://10.0.0.7:8501"
    assert opening["qr"].startswith("<svg")
    assert [slide["name"] for slide in deck["slides"] if "qr" in slide] == ["opening"]


def test_a_deck_of_invented_data_says_so(make: Make, filters: Filters) -> None:
    database = make("small world")
    with database.writing() as cursor:
        cursor.execute("insert into uploads values (8, 'demo', '시험', now()::timestamp, null)")
    deck = orjson.loads(
        slides.build_deck(database, LABELS["ko"], ["opening"], filters, described="조건 없음", link=None)
    )
    assert deck["footer"]["described"] == "가상 데이터 · 조건 없음"
    assert "qr" not in deck["slides"][0]
