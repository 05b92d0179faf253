"""What a status word, a proposer and a cell with several requests say; what is not sure is asked."""

from pathlib import Path

import pytest
from office_sheets import HEADINGS, column, keys, read, row, write_csv

from dashboard.database import Database
from dashboard.uploads.office import proposers, requests, words


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("완료", "accepted done"),
        ("추진 중", "accepted in_progress"),
        ("추진중", "accepted in_progress"),
        ("추진 예정", "accepted planned"),
        ("일부 수용", "partly"),
        ("장기 검토", "long_term"),
        ("불가", "declined"),
        ("곤란", "declined"),
        ("불수용", "declined"),
        ("이첩", "transferred"),
        ("현장 답변 종결", "on_site"),
        ("○", "accepted"),
        ("△", "partly"),
        ("×", "declined"),
        ("확인 중", None),
        ("검토 중", None),
        ("최종", None),
    ],
)
def test_a_status_word_says_what_was_decided_and_how_far_it_is(word: str, reading: str | None) -> None:
    assert words.read_status("result", word) == reading


def test_every_status_word_is_shown_and_can_be_read_otherwise(nothing_yet: Database, tmp_path: Path) -> None:
    rows = [HEADINGS, row(result="완료"), row(number=2, content="야간 교육을 열어 주십시오.", result="완료")]
    path = write_csv(tmp_path / "a.csv", rows)
    (shown,) = read(nothing_yet, path).answered
    assert (shown.key, shown.answer, shown.lines) == ("status:완료", "accepted done", (2, 3))
    otherwise = read(nothing_yet, path, {"status:완료": "partly"})
    assert column(otherwise, "responses", "decision") == ["partly", "partly"]
    assert read(nothing_yet, path, {"status:완료": "아무 말"}).answered[0].answer == "accepted done"


def test_an_unknown_word_is_asked_about_and_its_reply_waits(nothing_yet: Database, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [HEADINGS, row(result="확인 중")])
    waiting = read(nothing_yet, path)
    assert keys(waiting.questions) == ["status:확인 중"]
    assert waiting.rows["responses"].rows == ()
    assert len(waiting.rows["suggestions"].rows) == 1
    answered = read(nothing_yet, path, {"status:확인 중": "interim"})
    assert column(answered, "responses", "kind") == ["interim"]
    left = read(nothing_yet, path, {"status:확인 중": "leave_out"})
    assert (left.questions, left.rows["responses"].rows) == ((), ())


@pytest.mark.parametrize(
    ("result", "progress", "said"),
    [
        ("수용", "추진중", ("final", "accepted", "in_progress")),
        ("일부수용", "추진예정", ("final", "partly", "planned")),
        ("불수용", "", ("final", "declined", "")),
        ("추진 중", "완료", ("final", "accepted", "done")),
        ("추진 중(용역 발주)", "", ("final", "accepted", "in_progress")),
        ("현장 답변", "", ("on_site", "", "")),
    ],
)
def test_result_and_progress_are_read_together(
    nothing_yet: Database, tmp_path: Path, result: str, progress: str, said: tuple[str, str, str]
) -> None:
    path = write_csv(tmp_path / "a.csv", [(*HEADINGS, "추진상황"), (*row(result=result), progress)])
    (reply,) = read(nothing_yet, path).rows["responses"].mappings()
    assert (reply["kind"], reply["decision"], reply["progress"]) == said


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("추진 중", ("accepted", "in_progress")),
        ("장기 검토(’27년)", ("long_term", "")),
        ("완료", ("accepted", "done")),
    ],
)
def test_a_sheet_with_progress_only_says_both_with_it(
    nothing_yet: Database, tmp_path: Path, word: str, said: tuple[str, str]
) -> None:
    headings = ["추진상황" if heading == "처리결과" else heading for heading in HEADINGS]
    translation = read(nothing_yet, write_csv(tmp_path / "a.csv", [headings, row(result=word)]))
    (reply,) = translation.rows["responses"].mappings()
    assert (reply["decision"], reply["progress"]) == said


@pytest.mark.parametrize(
    ("said", "decision", "answer"),
    [("수용", "accepted", "수용"), ("일부수용\n한 곳만 넓힙니다.", "partly", "일부수용\n한 곳만 넓힙니다.")],
)
def test_the_status_may_stand_in_the_column_of_the_answer(
    nothing_yet: Database, tmp_path: Path, said: str, decision: str, answer: str
) -> None:
    headings = (*HEADINGS[:6], "검토결과", "회신일")
    path = write_csv(tmp_path / "a.csv", [headings, (*row()[:6], said, "2026. 2. 3.")])
    translation = read(nothing_yet, path)
    assert translation.questions == ()
    assert column(translation, "responses", "decision") == [decision]
    assert column(translation, "responses", "answer") == [answer]


def test_a_text_in_the_column_of_the_result_is_the_answer(nothing_yet: Database, tmp_path: Path) -> None:
    text = "2026년 하반기에 두 곳을 더 열 예정입니다."
    path = write_csv(tmp_path / "a.csv", [HEADINGS, row(result=text, answer="")])
    assert keys(read(nothing_yet, path).questions) == ["status:"]
    answered = read(nothing_yet, path, {"status:": "accepted planned"})
    assert column(answered, "responses", "answer") == [text]


@pytest.mark.parametrize("word", ["수용(일부수용)", "완료(수용)"])
def test_two_words_that_say_different_things_are_asked_about(
    nothing_yet: Database, tmp_path: Path, word: str
) -> None:
    path = write_csv(tmp_path / "a.csv", [HEADINGS, row(result=word)])
    assert keys(read(nothing_yet, path).questions) == [f"status:{word}"]


@pytest.mark.parametrize("result", ["", "미회신", "-"])
def test_nothing_said_is_no_reply_yet(nothing_yet: Database, tmp_path: Path, result: str) -> None:
    path = write_csv(tmp_path / "a.csv", [HEADINGS, row(result=result, answer="", day="")])
    translation = read(nothing_yet, path)
    assert (translation.questions, translation.rows["responses"].rows) == ((), ())


def test_an_answer_without_a_status_is_asked_about_once(nothing_yet: Database, tmp_path: Path) -> None:
    rows = [HEADINGS, row(result=""), row(number=2, content="야간 교육을 열어 주십시오.", result="")]
    path = write_csv(tmp_path / "a.csv", rows)
    (question,) = read(nothing_yet, path).questions
    assert (question.key, question.lines) == ("status:", (2, 3))
    answered = read(nothing_yet, path, {"status:": "accepted"})
    assert column(answered, "responses", "decision") == ["accepted", "accepted"]


def test_a_reply_without_a_text_takes_its_status_word(nothing_yet: Database, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [HEADINGS, row(result="추진불가", answer="")])
    assert column(read(nothing_yet, path), "responses", "answer") == ["추진불가"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("㈜가상로봇 대표 김가상", ("㈜가상로봇", "대표", "김가상")),
        ("가상로봇㈜ 김가상 대표", ("가상로봇㈜", "대표", "김가상")),
        ("가상로봇㈜(대표 김가상)", ("가상로봇㈜", "대표", "김가상")),
        ("가상로봇㈜\n대표이사 김가상", ("가상로봇㈜", "대표이사", "김가상")),
        ("예시대 산학협력단 팀장 이예시", ("예시대 산학협력단", "팀장", "이예시")),
        ("시범의료㈜", ("시범의료㈜", "", "")),
        ("한국 인공지능 협회 회장", ("한국 인공지능 협회 회장", "", "")),
        ("학생 대표 모임", ("학생 대표 모임", "", "")),
        ("가상로봇 김가상", ("가상로봇 김가상", "", "")),
        ("창업 대표 연구원", ("창업 대표 연구원", "", "")),
        ("(재)견본진흥원", ("(재)견본진흥원", "", "")),
    ],
)
def test_a_proposer_is_taken_apart_only_where_that_is_sure(text: str, parts: tuple[str, str, str]) -> None:
    assert proposers.split(text) == parts


def test_organisation_and_person_in_two_columns_are_kept_apart(nothing_yet: Database, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [(*HEADINGS, "업체명"), (*row(who="김가상 대표"), "가상로봇㈜")])
    (made,) = read(nothing_yet, path).rows["suggestions"].mappings()
    assert (made["organization"], made["speaker"], made["speaker_role"]) == ("가상로봇㈜", "김가상", "대표")


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ("○ 공간 확대\n○ 기간 연장", ["공간 확대", "기간 연장"]),
        ("1. 공간 확대\n2. 기간 연장", ["공간 확대", "기간 연장"]),
        ("1) 공간 확대\n - 두 곳\n2) 기간 연장", ["공간 확대\n - 두 곳", "기간 연장"]),
        ("- 공간 확대\n- 기간 연장", ["공간 확대", "기간 연장"]),
        ("① 공간 확대\n② 기간 연장\n③ 인력", ["공간 확대", "기간 연장", "인력"]),
        ("가. 공간 확대\n나. 기간 연장", ["공간 확대", "기간 연장"]),
        ("공간을 넓혀 주십시오.\n현재 한 곳뿐입니다.", ["공간을 넓혀 주십시오.\n현재 한 곳뿐입니다."]),
        ("다음을 건의합니다.\n- 공간\n- 기간", ["다음을 건의합니다.\n- 공간\n- 기간"]),
        ("2026. 3. 1.부터\n2027. 3. 1.까지", ["2026. 3. 1.부터\n2027. 3. 1.까지"]),
        ("○ 하나뿐입니다.", ["○ 하나뿐입니다."]),
    ],
)
def test_several_requests_in_one_cell_are_seen_by_their_marks(content: str, parts: list[str]) -> None:
    assert requests.split_requests(content) == parts


def test_a_cell_is_taken_apart_only_when_a_person_agrees(nothing_yet: Database, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [HEADINGS, row(number=12, content="○ 공간 확대\n○ 기간 연장")])
    (question,) = read(nothing_yet, path).questions
    assert question.key == "split:2"
    assert "‘건의내용’(2) 칸에 건의가 2건" in question.text("ko")
    apart = read(nothing_yet, path, {"split:2": "yes"})
    assert column(apart, "suggestions", "suggestion_id") == ["조찬간담회-1-12-1", "조찬간담회-1-12-2"]
    assert column(apart, "suggestions", "title") == ["공간 확대", "기간 연장"]
    assert len(apart.rows["responses"].rows) == 2
    whole = read(nothing_yet, path, {"split:2": "no"})
    assert column(whole, "suggestions", "title") == ["○ 공간 확대"]
    assert column(whole, "suggestions", "detail") == ["○ 공간 확대\n○ 기간 연장"]


def test_an_unknown_category_is_asked_about_once_and_may_be_added(
    nothing_yet: Database, tmp_path: Path
) -> None:
    rows = [
        HEADINGS,
        row(category="인력 양성 분야"),
        row(number=2, content="둘째입니다.", category="인력 양성 분야"),
    ]
    path = write_csv(tmp_path / "a.csv", rows)
    (question,) = read(nothing_yet, path).questions
    assert (question.key, question.proposal) == ("category:인력 양성 분야", "인재·교육")
    added = read(nothing_yet, path, {question.key: "new"})
    assert next(iter(added.rows)) == "categories"
    assert added.rows["categories"].rows == (("인력 양성 분야",),)
    assert column(added, "suggestions", "category") == ["인력 양성 분야"] * 2


@pytest.mark.parametrize("word", ["인프라ㆍ데이터", "인프라‧데이터", "인프라 · 데이터", "데이터"])
def test_a_category_is_known_whatever_its_middle_dot(
    nothing_yet: Database, tmp_path: Path, word: str
) -> None:
    path = write_csv(tmp_path / "a.csv", [HEADINGS, row(category=word)])
    translation = read(nothing_yet, path)
    assert translation.questions == ()
    assert column(translation, "suggestions", "category") == ["인프라·데이터"]
    assert translation.refused == ()
