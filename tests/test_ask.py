"""Questions in both languages: what of them is understood, where they lead, and what is said of the rest."""

import datetime
from typing import Any

import pytest

from dashboard import ask, strings
from dashboard.access import PAGES
from dashboard.ask.forms import fold, spoken
from dashboard.ask.target import BY, choose_target
from dashboard.ask.vocabulary import FIGURES, Meaning
from dashboard.database import Database
from dashboard.published import CHARTS
from dashboard.states import PROMISE_STATES, STATES
from dashboard.ui import ask_box, ask_words, filter_row
from dashboard.ui.language import labels_of

TODAY = datetime.date(2026, 11, 29)  # a Sunday
NAMED = ask.Named(
    names={
        "series": {"AI기업 조찬간담회": ("AI기업 조찬간담회",)},
        "session": {"S1": ("1차 1. 20.",), "S3": ("3차 3. 16.",), "S9": ("9차 11. 24.",)},
        "category": {
            "실증": ("실증", "Field trials"),
            "인프라·데이터": ("인프라·데이터", "Infrastructure and data"),
            "규제·제도": ("규제·제도", "Regulation and institutions"),
        },
        "department": {
            "인공지능산업과": ("인공지능산업과",),
            "실증지원과": ("실증지원과",),
            "": ("담당부서 미정",),
        },
        "organization_type": {"대학": ("대학",), "기업": ("기업",)},
    },
    rounds={"S1": 1, "S3": 3, "S9": 9},
    held={
        "S1": datetime.date(2026, 1, 20),
        "S3": datetime.date(2026, 3, 16),
        "S9": datetime.date(2026, 11, 24),
    },
    months=frozenset({"2026-10-01", "2025-12-01", "2026-01-01", "2026-11-01"}),
)
TITLES = {
    "response_rates/answers_by_department": ("담당부서별 회신 현황", "Answers by department"),
    "promises/stalled": ("진척이 없는 약속", "Stalled promises"),
}
TEXTS = ("데이터센터 GPU 사용 기간 보장", "AI 사관학교의 맞춤형 인재 양성", "통합돌봄 로봇")
VOCABULARY = {language: ask.build_vocabulary(NAMED, TITLES, language) for language in strings.LANGUAGES}


def occurs(word: str) -> bool:
    return any(word.casefold() in text.casefold() for text in TEXTS)


def read(question: str, language: str = "ko") -> ask.Reading:
    return ask.read(question, VOCABULARY[language], today=TODAY, occurs=occurs)


OVERDUE = {"state": ["waiting_overdue"]}
S3, S9 = {"session": ["S3"]}, {"session": ["S9"]}
TRIALS, INFRASTRUCTURE = {"category": ["실증"]}, {"category": ["인프라·데이터"]}
OCTOBER = {"month": ["2026-10-01"]}

QUESTIONS: list[tuple[str, str, dict[str, Any]]] = [
    # the list, with what narrows it
    ("3차 실증 초과", "suggestions", S3 | TRIALS | OVERDUE),
    ("3차실증초과", "suggestions", S3 | TRIALS | OVERDUE),
    ("제3차 간담회의 실증 건의는 몇 건", "suggestions", S3 | TRIALS),
    ("실증 가운데 목표일을 넘긴", "suggestions", TRIALS | OVERDUE),
    ("몇 건이 초과됐나요?", "suggestions", OVERDUE),
    ("밀린 건의", "suggestions", OVERDUE),
    ("how many are owed", "suggestions", OVERDUE),
    ("overdue infrastructure last month", "suggestions", INFRASTRUCTURE | OVERDUE | OCTOBER),
    ("overdue field trials of meeting 3", "suggestions", S3 | TRIALS | OVERDUE),
    ("인프라에서 초과", "suggestions", INFRASTRUCTURE | OVERDUE),
    ("데이터", "suggestions", INFRASTRUCTURE),
    ("실증지원과", "suggestions", {"department": ["실증지원과"]}),
    ("인공지능산업", "suggestions", {"department": ["인공지능산업과"]}),
    ("담당부서 미정", "suggestions", {"department": [""]}),
    ("대학의 건의", "suggestions", {"organization_type": ["대학"]}),
    ("기업이 건의한 규제", "suggestions", {"organization_type": ["기업"], "category": ["규제·제도"]}),
    ("수용 곤란", "suggestions", {"decision": ["declined"]}),
    ("declined field trials", "suggestions", TRIALS | {"decision": ["declined"]}),
    ("일부 수용", "suggestions", {"decision": ["partly"]}),
    ("완료된 약속", "suggestions", {"promise": ["done_reported"]}),
    ("stopped promises", "suggestions", {"promise": ["stopped"]}),
    ("기다리는 실증", "suggestions", TRIALS | {"state": ["waiting_in_time"]}),
    # words of the suggestions themselves
    ("GPU 지난달", "suggestions", {"search": ["GPU"]} | OCTOBER),
    ("GPU 요청은 어떻게 되었나", "suggestions", {"search": ["GPU"]}),
    ("what became of the GPU request", "suggestions", {"search": ["GPU"]}),
    ("사관학교는?", "suggestions", {"search": ["사관학교"]}),
    ("3차 통합돌봄", "suggestions", S3 | {"search": ["통합돌봄"]}),
    # days
    ("지난달 접수", "suggestions", OCTOBER),
    ("received last month", "suggestions", OCTOBER),
    ("이번 달 실증", "suggestions", TRIALS | {"month": ["2026-11-01"]}),
    ("2025년 12월", "suggestions", {"month": ["2025-12-01"]}),
    ("12월에 접수된 실증", "suggestions", TRIALS | {"month": ["2025-12-01"]}),
    ("field trials December 2025", "suggestions", TRIALS | {"month": ["2025-12-01"]}),
    ("9월 실증", "suggestions", TRIALS | {"as_of": ["2026-09-30"]}),  # nothing was received then
    ("2025-12-04", "overview", {"as_of": ["2025-12-04"]}),
    ("2025. 12. 4. 현황", "overview", {"as_of": ["2025-12-04"]}),
    ("3월 16일 현황", "overview", {"as_of": ["2026-03-16"]}),
    ("어제", "overview", {"as_of": ["2026-11-28"]}),
    ("yesterday", "overview", {"as_of": ["2026-11-28"]}),
    ("오늘", "overview", {}),
    ("지난주", "week", {"as_of": ["2026-11-22"]}),
    ("what changed last week", "week", {"as_of": ["2026-11-22"]}),
    ("이번 주", "week", {}),
    # meetings
    ("3차", "sessions", {"meeting": ["S3"]}),
    ("round 3", "sessions", {"meeting": ["S3"]}),
    ("지난 간담회", "sessions", {"meeting": ["S9"]}),
    ("지난번 약속", "promises", S9),
    ("what was promised last time", "promises", S9),
    # pages, figures and charts
    ("회신 소요일수", "turnaround", {}),
    ("수용률", "response_rates", {}),
    ("실증 회신율", "response_rates", TRIALS),
    ("answer rate of field trials", "response_rates", TRIALS),
    ("회신율 지난달", "response_rates", {"as_of": ["2026-10-31"]}),
    ("이행률", "promises", {}),
    ("발표", "present", {}),
    ("지표 설명", "definitions", {}),
    ("실증지원과 할 일", "tasks", {"department": ["실증지원과"]}),
    ("to do", "tasks", {}),
    ("진척이 없는 약속", "promises", {}),
    ("어느 부서가 가장 많이 밀렸나", "response_rates", {}),
    ("which department owes most", "response_rates", {}),
    ("부서별 회신", "response_rates", {}),
    ("분야별 소요일수", "turnaround", {}),
    ("부서별 약속", "promises", {}),
    ("promises by category", "promises", {}),
]


@pytest.mark.parametrize(("question", "page", "filters"), QUESTIONS, ids=[row[0] for row in QUESTIONS])
def test_a_question_leads_to_its_page_with_its_filters(
    question: str, page: str, filters: dict[str, list[str]]
) -> None:
    reading = read(question)
    assert reading.unknown == ()
    assert reading.target
    assert (reading.target.page, dict(reading.target.filters)) == (page, filters)


def test_a_chart_that_counts_by_something_is_named() -> None:
    for question, query in (
        ("부서별 초과", "response_rates/answers_by_department"),
        ("담당부서별 회신 현황", "response_rates/answers_by_department"),
        ("분야별 소요일수", "turnaround/turnaround_by_category"),
        ("promises by department", "promises/promises_by_department"),
        ("진척이 없는 약속", "promises/stalled"),
    ):
        target = read(question).target
        assert target
        assert target.query == query, question


@pytest.mark.parametrize("dimension", BY)
def test_every_chart_that_it_may_lead_to_is_there(dimension: str) -> None:
    for page in ("", *(page.name for page in PAGES)):
        named = [Meaning("page", page), Meaning("dimension", dimension)]
        target = choose_target(named, None, (), frozenset(), TODAY)
        assert target
        assert target.query in CHARTS or target.query == "tasks/tasks_by_department"


def test_it_says_how_it_was_read_in_the_language_of_the_screen() -> None:
    assert read("overdue field trials of round 3").parts == ("목표일 초과", "실증", "3차 3. 16.")
    assert "Overdue" in read("3차 실증 초과", "en").parts


def test_what_is_not_understood_is_said_and_near_questions_are_offered() -> None:
    reading = read("회신욜")
    assert (reading.target, reading.unknown) == (None, ("회신욜",))
    assert "회신율" in reading.near
    partly = read("3차 실즈")
    assert partly.target
    assert partly.unknown == ("실즈",)
    assert "3차 실증" in partly.near
    assert (read("ㅁㄴㅇㄹ").target, read("ㅁㄴㅇㄹ").near) == (None, ())


@pytest.mark.parametrize(
    "question", ["", " ", "?!", "은 는 이 가", "a" * 10_000, "2025-99-99", "9" * 50, "<b>'\";--"]
)
def test_nothing_that_can_be_typed_breaks_it(question: str) -> None:
    reading = read(question)
    assert reading.target is None or reading.target.page in {page.name for page in PAGES}
    assert len(reading.question) <= 100


def test_a_meeting_counts_as_the_last_one_only_once_it_was_held() -> None:
    reading = ask.read("지난 간담회", VOCABULARY["ko"], today=datetime.date(2026, 3, 20), occurs=occurs)
    assert reading.target
    assert dict(reading.target.filters) == {"meeting": ["S3"]}


def test_what_is_spoken_of_is_there() -> None:
    assert set(spoken("state")) == set(STATES)
    assert set(spoken("promise")) == set(PROMISE_STATES)
    assert set(spoken("decision")) == set(strings.section("vocabulary.decision", "ko"))
    assert set(spoken("pages")) <= {page.name for page in PAGES if page.role == "member"}
    figures = set(strings.section("figures", "ko"))
    assert {figure for names in FIGURES.values() for figure in names} <= figures
    assert all(
        fold(word) for key in ("state", "pages", "days") for words in spoken(key).values() for word in words
    )


def test_names_of_the_data_are_words_and_personal_data_are_not(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.writing() as cursor:
        cursor.execute(
            "update suggestions set department = '홍길동 010-1234-5678' where suggestion_id = 'N2'"
        )
    for module in (ask_words, filter_row, ask_box):
        monkeypatch.setattr(module, "database", lambda: database)
    for module in (ask_words, filter_row):
        monkeypatch.setattr(module, "labels", lambda: labels_of(database, "ko"))
    vocabulary = ask_words.load_vocabulary()
    assert not any("01012345678" in form for form in vocabulary.meanings)
    assert vocabulary is ask_words.load_vocabulary()
    (speaker,) = database.cursor().execute(
        "select speaker from suggestions where speaker is not null limit 1"
    ).fetchone() or ("",)
    monkeypatch.setattr(ask_box, "is_staff", lambda: False)
    assert speaker
    assert not ask_box._occurs(speaker)
