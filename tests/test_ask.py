"""Questions in both languages: what of them is understood, where they lead, and what is said of the rest."""

import datetime
from typing import Any

import pytest

from dashboard import ask, queries, strings
from dashboard.access import PAGES
from dashboard.ask.forms import fold, spoken
from dashboard.ask.target import BY, choose_target
from dashboard.ask.vocabulary import FIGURES, Meaning
from dashboard.database import Database
from dashboard.published import CHARTS
from dashboard.states import PROMISE_STATES, STATES
from dashboard.ui import ask_box, ask_sentence, ask_words, filter_row
from dashboard.ui.language import labels_of
from dashboard.ui.this_run import this_run

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
TEXTS = ("데이터센터 GPU 사용 기간 보장", "AI 사관학교의 맞춤형 인재 양성, 맞춤형은 따로", "통합돌봄 로봇")
VOCABULARY = {language: ask.build_vocabulary(NAMED, TITLES, language) for language in strings.LANGUAGES}


def occurs(word: str) -> bool:
    return any(word.casefold() in text.casefold() for text in TEXTS)


def read(question: str, language: str = "ko") -> ask.Reading:
    return ask.read(question, VOCABULARY[language], today=TODAY, occurs=occurs)


OVERDUE = {"state": ["waiting_overdue"]}
WAITING = {"state": ["waiting_in_time", "waiting_overdue", "paused"]}
ANSWERED = {"state": ["answered_in_time", "answered_late"]}
UNDONE = {"promise": ["in_progress", "planned", "stopped", "not_reported"]}
PROMISED = {"promise": list(PROMISE_STATES)}
GPU = {"search": ["GPU"]}
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
    ("how many are owed", "suggestions", WAITING),
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
    ("목표일 전 대기 실증", "suggestions", TRIALS | {"state": ["waiting_in_time"]}),
    # all that is still owed, not only what is late
    ("미회신", "suggestions", WAITING),
    ("미회신 건수", "suggestions", WAITING),
    ("미회신건수", "suggestions", WAITING),
    ("미회신은 모두 몇 건입니까?", "suggestions", WAITING),
    ("답변 못 받은 건의", "suggestions", WAITING),
    ("답변을 아직 못 받은 건의", "suggestions", WAITING),
    ("답변이 없는 건의", "suggestions", WAITING),
    ("회신되지 않은 건의", "suggestions", WAITING),
    ("아직 답 없는 건의", "suggestions", WAITING),
    ("남은 건의", "suggestions", WAITING),
    ("3차 남은 건의가 몇 건인가요", "suggestions", S3 | WAITING),
    ("기다리는 실증", "suggestions", TRIALS | WAITING),
    ("왜 답이 없나", "suggestions", WAITING),
    ("몇 건 남았나", "suggestions", WAITING),
    ("how many are left", "suggestions", WAITING),
    ("which are still waiting", "suggestions", WAITING),
    ("unanswered", "suggestions", WAITING),
    ("not answered yet", "suggestions", WAITING),
    ("how many suggestions have not been answered", "suggestions", WAITING),
    ("which haven't been answered", "suggestions", WAITING),
    ("the number of unanswered field trials", "suggestions", TRIALS | WAITING),
    ("회신된 건의", "suggestions", ANSWERED),
    ("답변 받은 실증 건의", "suggestions", TRIALS | ANSWERED),
    ("which were answered", "suggestions", ANSWERED),
    # words of the suggestions themselves
    ("GPU 지난달", "suggestions", {"search": ["GPU"]} | OCTOBER),
    ("GPU 요청은 어떻게 되었나", "suggestions", {"search": ["GPU"]}),
    ("what became of the GPU request", "suggestions", {"search": ["GPU"]}),
    ("GPU 요청 건", "suggestions", GPU),
    ("GPU를 요청한 건의", "suggestions", GPU),
    ("GPU 건의사항", "suggestions", GPU),
    ("바란 GPU 문의", "suggestions", GPU),
    ("the requested GPU inquiries", "suggestions", GPU),
    ("GPU 건의는 어떻게 되었나", "suggestions", GPU),
    ("GPU 건의 어떻게 됐나요?", "suggestions", GPU),
    ("맞춤형은 어떻게 됐나요?", "suggestions", {"search": ["맞춤형"]}),
    ("GPU 관련 건의", "suggestions", GPU),
    ("GPU에 관한 건의를 보여 주십시오", "suggestions", GPU),
    ("누가 언제 왜 GPU를 건의했습니까", "suggestions", GPU),
    ("who asked for GPU and when", "suggestions", GPU),
    ("지난번에 약속한 GPU", "suggestions", S9 | GPU | PROMISED),
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
    ("지난 회의", "sessions", {"meeting": ["S9"]}),
    ("last time", "sessions", {"meeting": ["S9"]}),
    # what was promised at a meeting
    ("지난번 간담회에서 무엇을 약속했나", "suggestions", S9 | PROMISED),
    ("무엇을 약속했나 지난번 간담회에서", "suggestions", S9 | PROMISED),
    ("지난번에 무엇을 약속했나", "suggestions", S9 | PROMISED),
    ("지난번 약속", "suggestions", S9 | PROMISED),
    ("지난 간담회 약속", "suggestions", S9 | PROMISED),
    ("지난 회의에서 무슨 약속을 하였습니까?", "suggestions", S9 | PROMISED),
    ("3차 약속", "suggestions", S3 | PROMISED),
    ("what was promised last time", "suggestions", S9 | PROMISED),
    ("which promises were made at the last meeting?", "suggestions", S9 | PROMISED),
    ("promises of meeting 3", "suggestions", S3 | PROMISED),
    ("3차 완료된 약속", "suggestions", S3 | {"promise": ["done_reported"]}),
    ("3차 이행률", "promises", S3),
    ("약속", "promises", {}),
    ("시가 무엇을 약속했습니까?", "promises", {}),
    ("지켜진 약속", "suggestions", {"promise": ["done_reported", "done_confirmed"]}),
    ("이행하지 않은 약속", "suggestions", UNDONE),
    ("which promises were not kept", "suggestions", UNDONE),
    ("다음 간담회는 언제인가", "week", {}),
    ("when is the next meeting", "week", {}),
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
    ("실증 부서 초과", "response_rates", TRIALS),
    ("3차 간담회에서 나온 실증 건의", "suggestions", S3 | TRIALS),
    ("간담회에서 나온 실증 건의", "suggestions", TRIALS),
    ("실증 분야 초과", "suggestions", TRIALS | OVERDUE),
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


BY_DEPARTMENT = (
    "부서별 초과",
    "초과 부서별",
    "부서 초과",
    "초과 부서",
    "가장 많이 밀린 부서",
    "부서가 가장 많이 밀린 곳은 어디인가",
    "어느 부서가 가장 많이 남았나",
    "가장 많이 남은 부서는 어느 부서입니까?",
    "미회신 부서",
    "건의가 가장 많은 부서",
    "부서",
    "department",
    "which department owes most",
    "which department is most overdue?",
    "most overdue department",
    "who owes most by department",
    "show me the overdue suggestions by department",
)


def test_a_chart_that_counts_by_something_is_named() -> None:
    for question, query in (
        *((question, "response_rates/answers_by_department") for question in BY_DEPARTMENT),
        ("분야", "response_rates/answers_by_category"),
        ("category", "response_rates/answers_by_category"),
        ("간담회", "response_rates/answers_by_session"),
        ("meetings", "response_rates/answers_by_session"),
        ("달", "turnaround/on_time_by_month"),
        ("월별", "turnaround/on_time_by_month"),
        ("months", "turnaround/on_time_by_month"),
        ("부서 약속", "promises/promises_by_department"),
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
    assert read("overdue field trials of round 3").applied == ("목표일 초과", "실증", "3차 3. 16.")
    assert "Overdue" in read("3차 실증 초과", "en").applied
    assert read("부서별 초과").seen == ("목표일 초과",)
    assert read("실증 회신율").seen == ("회신율(중간 회신 포함)",)


def test_what_is_not_understood_is_said_and_near_questions_are_offered() -> None:
    reading = read("회신욜")
    assert (reading.target, reading.unknown) == (None, ("회신욜",))
    assert "회신율" in reading.near
    partly = read("3차 실즈")
    assert partly.target
    assert partly.unknown == ("실즈",)
    assert "3차 실증" in partly.near
    assert (read("ㅁㄴㅇㄹ").target, read("ㅁㄴㅇㄹ").near) == (None, ())


@pytest.mark.parametrize("question", ["양자컴퓨터 건의", "양자컴퓨터는 어떻게 되었나", "quantum requests"])
def test_all_suggestions_are_no_answer_to_a_word_that_stands_in_none(question: str) -> None:
    reading = read(question)
    assert reading.target is None
    assert len(reading.unknown) == 1


def test_an_empty_list_is_no_answer_to_what_was_not_understood() -> None:
    def ask_of_none(question: str) -> ask.Reading:
        return ask.read(question, VOCABULARY["ko"], today=TODAY, occurs=occurs, has_any=lambda filters: False)

    reading = ask_of_none("초과 양자컴퓨터")
    assert (reading.target, reading.unknown, reading.applied) == (None, ("양자컴퓨터",), ())
    assert ask_of_none("3차 초과").target  # all of it was understood: that there is none is the answer
    partly = read("초과 양자컴퓨터")
    assert partly.target
    assert partly.unknown == ("양자컴퓨터",)


@pytest.mark.parametrize(
    "question",
    [
        *("무엇을", "어떻게 되었나", "얼마나 많이 있나요", "몇 건", "how many", "what"),
        *("바란 것", "문의", "건의사항", "요구사항은", "asked for", "requested"),
    ],
)
def test_words_that_ask_are_not_looked_for(question: str) -> None:
    reading = ask.read(question, VOCABULARY["ko"], today=TODAY, occurs=lambda word: True)
    assert (reading.target, reading.unknown, reading.searched) == (None, (), ())


SENTENCES = [
    ("GPU 건의는 어떻게 되었나", "‘GPU’라는 말이 들어 있는 건의를 보여 줍니다."),
    ("3차 통합돌봄", "‘통합돌봄’이라는 말이 들어 있는 ‘3차 3. 16.’ 건의를 보여 줍니다."),
    ("3차 실증 초과", "‘3차 3. 16.’, ‘실증’, ‘목표일 초과’ 건의를 보여 줍니다."),
    ("지난 간담회 약속", "‘9차 11. 24.’ 약속을 보여 줍니다."),
    ("미회신 건수", "최종 회신을 기다리는 건의를 보여 줍니다."),
    ("지난달 GPU", "2026. 10.에 접수된, ‘GPU’라는 말이 들어 있는 건의를 보여 줍니다."),
    (
        "3월 16일 실증 회신율",
        "2026. 3. 16. 기준으로 ‘회신율(중간 회신 포함)’을 볼 수 있는 ‘실증’의 ‘회신 현황’을 보여 줍니다.",
    ),
    ("부서 초과", "‘목표일 초과’를 볼 수 있는 ‘담당부서별 회신 현황’을 보여 줍니다."),
    ("3차 이행하지 않은 약속", "아직 이행되지 않은 ‘3차 3. 16.’ 약속을 보여 줍니다."),
    ("중단된 약속", "‘중단’ 약속을 보여 줍니다."),
    ("초과 양자컴퓨터", "‘목표일 초과’ 건의를 보여 줍니다. ‘양자컴퓨터’는 이해하지 못해 빼고 찾았습니다."),
    ("what became of the GPU request", "Showing suggestions containing “GPU”."),
    (
        "overdue field trials last month",
        "Showing suggestions received in 2026-10 matching “Overdue”, “실증”.",
    ),
    ("what was promised last time", "Showing promises matching “9차 11. 24.”."),
    ("unanswered", "Showing suggestions waiting for a final answer."),
    (
        "who owes most by department",
        "Showing “Answers by department” (look for “Not yet due”, “Overdue”, “Paused”).",
    ),
    (
        "overdue quantum",
        "Showing suggestions matching “Overdue”. “quantum” was not understood and was left out.",
    ),
]


@pytest.mark.parametrize(("question", "sentence"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_it_says_in_a_sentence_how_it_was_read(
    question: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(this_run, "language", "en" if question.isascii() else "ko")
    assert " ".join(ask_sentence.describe(read(question, this_run.language), TODAY)) == sentence


def test_a_word_that_nobody_knows_is_said_with_its_particle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(this_run, "language", "ko")
    said = ask_sentence.describe(read("양자컴퓨터는 어떻게 되었나"), TODAY)
    assert said[0] == "‘양자컴퓨터’는 이해하지 못했고, 이 말이 들어 있는 건의도 없습니다."


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


def test_a_word_that_finds_far_more_alone_is_offered_the_rarest_first() -> None:
    counts = [20, 154, 2]
    alone = ask.choose_alone(["GPU", "지원", "보장"], 1, counts)
    assert [(each.word, each.count) for each in alone] == [("GPU", 20), ("지원", 154)]
    assert ask.choose_alone(["GPU"], 1, [20]) == ()
    assert ask.choose_alone(["GPU", "지원"], 7, [20, 8]) == ()
    assert ask.choose_alone(["GPU", "지원"], 0, [0, 0]) == ()


def test_words_are_counted_as_the_list_counts_them(
    database: Database, everything: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.writing() as cursor:
        cursor.execute(
            "update suggestions set title = 'GPU 지원' where suggestion_id = 'N2';"
            "update suggestions set title = 'GPU' where suggestion_id in ('N1', 'N3', 'N4');"
            "insert into uploads values (7, 'file', '시험', now()::timestamp, null)"
        )
    monkeypatch.setattr(ask_box, "database", lambda: database)
    monkeypatch.setattr(ask_box, "is_staff", lambda: False)
    monkeypatch.setattr(this_run, "kept", {})
    monkeypatch.setattr(this_run, "language", "ko")
    chosen = {"as_of": [everything["as_of"].isoformat()], "search": ["GPU 지원"]}
    (gpu,) = ask_box._find_alone(("GPU", "지원"), chosen)
    rows = queries.answer(database, "suggestions/suggestion_list", **everything | {"search": "GPU"})
    assert (gpu.word, gpu.count) == ("GPU", rows[0]["found"])
    reading = read("GPU 지원")
    line = ask_box._write_alone(ask_box.Answer(reading, "suggestions", chosen, (gpu,)))
    assert line == (
        f" <a href='suggestions?as_of={everything['as_of']}&amp;search=GPU' target='_self'>"
        f"‘GPU’만 찾으면 {gpu.count}건</a>"
    )
    assert ask_box._find_alone(("GPU", "지원"), chosen | {"state": ["paused"]}) == ()


def test_one_word_costs_no_further_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask_box, "database", lambda: pytest.fail("no question is asked"))
    assert ask_box._find_alone(("GPU",), {}) == ()
