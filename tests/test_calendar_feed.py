"""The calendar is read by another program, follows days that move, forgets what is done, and names nobody."""

import datetime
import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import vobject
from browser.served import office, serving
from clients import ask
from filled import fill
from starlette.datastructures import Headers
from worlds import Case

from dashboard import calendar_feed, coverage, current_database, strings, uploads
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.web import calendar_route

pytestmark = pytest.mark.slow

AS_OF = datetime.date(2026, 1, 9)
BEGUN = "insert into uploads values ({0}, 'file', '시험', timestamp '2026-01-0{0} 01:02:03', null)"
TOUCHED = "insert into upload_files values ({0}, 'suggestions', null, null, 0, 1, 0, 0, 0)"


def write(database: Database, as_of: datetime.date = AS_OF, **asked: Any) -> str:
    return calendar_feed.write_calendar(database, Filters(as_of), **asked).decode()


def read(text: str) -> Any:
    """The one calendar that another program finds in a text."""
    (found,) = vobject.readComponents(text)
    return found


def events(text: str) -> dict[str, Any]:
    """The entries by their identity."""
    found = getattr(read(text), "vevent_list", [])
    by_identity = {event.uid.value: event for event in found}
    assert len(by_identity) == len(found)
    return by_identity


def change(database: Database, *statements: str) -> None:
    with database.writing() as cursor:
        cursor.execute("; ".join(statements))


def test_every_open_day_is_an_entry_of_a_whole_day(database: Database) -> None:
    found = events(write(database))
    days = {identity.partition("@")[0]: event.dtstart.value for identity, event in found.items()}
    assert days == {
        "N4-due": datetime.date(2025, 12, 12),
        "N5-due": datetime.date(2026, 1, 31),
        "N8-due": datetime.date(2026, 1, 19),
        "N1-promised": datetime.date(2026, 3, 31),
        "N3-review": datetime.date(2026, 3, 31),
        "N7-review": datetime.date(2026, 1, 14),
    }
    due = found["N8-due@suggestions-dashboard"]
    assert due.dtend.value == datetime.date(2026, 1, 20)
    assert due.summary.value == "답변 목표일: 도로 실증"
    assert due.description.value == "건의번호 N8 · 인공지능과"
    assert due.transp.value == "TRANSPARENT"


def test_every_line_is_short_and_ends_as_the_standard_says(database: Database) -> None:
    change(database, f"update suggestions set title = '{'가' * 300}'")
    content = write(database).encode()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.count(b"\n") == content.count(b"\r\n")


def test_a_program_knows_the_name_the_zone_and_when_to_ask_again(database: Database) -> None:
    found = read(write(database)).contents
    assert found["x-wr-calname"][0].value == "건의 이행 일정"
    assert found["x-wr-timezone"][0].value == "Asia/Seoul"
    assert found["refresh-interval"][0].value == found["x-published-ttl"][0].value == "PT1H"
    of_one = calendar_feed.write_calendar(database, Filters(AS_OF, departments=("",)), language="en")
    assert read(of_one.decode()).contents["x-wr-calname"][0].value == "Suggestions: dates · No department yet"


def test_a_day_that_moves_keeps_its_identity_and_says_that_it_is_newer(database: Database) -> None:
    change(database, BEGUN.format(7), TOUCHED.format(7))
    before = events(write(database))["N8-due@suggestions-dashboard"]
    change(
        database,
        "update suggestions set extended_due_on = '2026-02-27' where suggestion_id = 'N8'",
        BEGUN.format(8),
        TOUCHED.format(8),
    )
    after = events(write(database))["N8-due@suggestions-dashboard"]
    assert (before.dtstart.value, after.dtstart.value) == (
        datetime.date(2026, 1, 19),
        datetime.date(2026, 2, 27),
    )
    assert int(after.sequence.value) > int(before.sequence.value)
    assert after.dtstamp.value == datetime.datetime(2026, 1, 8, 1, 2, 3, tzinfo=datetime.UTC)
    assert after.last_modified.value == after.dtstamp.value > before.dtstamp.value


def test_the_same_data_give_the_same_calendar(database: Database) -> None:
    change(database, BEGUN.format(7))
    assert write(database) == write(database)


DONE = {
    "N4-due": "insert into responses (response_id, suggestion_id, responded_on, kind, decision, answer) "
    "values ('R90', 'N4', '2026-01-09', 'final', 'accepted', '수용합니다.')",
    "N5-due": "insert into pauses values ('N5', '2026-01-08', null, '보완 요청')",
    "N1-promised": "insert into progress_reports (report_id, suggestion_id, reported_on, progress) "
    "values ('P90', 'N1', '2026-01-09', 'done')",
    "N3-review": "insert into responses (response_id, suggestion_id, responded_on, kind, decision, answer) "
    "values ('R90', 'N3', '2026-01-09', 'final', 'accepted', '수용합니다.')",
}


@pytest.mark.parametrize("entry", DONE)
def test_an_entry_is_gone_once_its_day_holds_no_longer(database: Database, entry: str) -> None:
    before = set(events(write(database)))
    change(database, DONE[entry], BEGUN.format(7))
    assert before - set(events(write(database))) == {f"{entry}@suggestions-dashboard"}


def test_a_promise_that_was_stopped_has_no_day(database: Database) -> None:
    change(
        database,
        DONE["N1-promised"].replace("'done'", "'stopped'"),
        BEGUN.format(7),
    )
    assert "N1-promised@suggestions-dashboard" not in events(write(database))


def test_of_every_world_there_are_as_many_entries_as_days(case: Case) -> None:
    rows = calendar_feed.queries.answer(case.database, "tasks/open_days", Filters(case.as_of))
    assert len(events(write(case.database, case.as_of))) == len(rows)


def test_an_entry_leads_to_the_story_where_another_machine_can_open_it(database: Database) -> None:
    change(database, "update suggestions set suggestion_id = '가 1&2' where suggestion_id = 'N8'")
    assert not any(hasattr(event, "url") for event in events(write(database)).values())
    public = events(write(database, public="https://council.example/ai"))
    event = public["%EA%B0%80%201%262-due@suggestions-dashboard"]
    assert event.url.value == "https://council.example/ai/suggestions?suggestion=%EA%B0%80%201%262"


def test_no_text_breaks_out_of_its_entry(database: Database) -> None:
    hostile = "나쁜\r\nEND:VEVENT\r\nATTACH:file:///etc\x0b\u2028, ; \\ \u202e 제목"
    with database.writing() as cursor:
        cursor.execute("update suggestions set title = $1, department = $1", [hostile])
    written = write(database)
    assert len(events(written)) == 6
    of_one = Filters(AS_OF, departments=(calendar_feed.list_departments(database).pop(),))
    named = calendar_feed.write_calendar(database, of_one).decode()
    assert len(events(named)) == 6
    assert ", ; \\" in read(named).contents["x-wr-calname"][0].value
    lines = written.replace("\r\n ", "").splitlines()
    assert not [line for line in lines if line.startswith("ATTACH")]
    summary = events(written)["N8-due@suggestions-dashboard"].summary.value
    assert summary.startswith("답변 목표일: 나쁜  END:VEVENT  ATTACH:file:///etc")
    assert summary.isprintable()


def test_nobody_is_named_or_reached_by_it(empty_database: Database) -> None:
    fill(empty_database)
    written = write(empty_database).replace("\r\n ", "")
    assert written.count("BEGIN:VEVENT") >= 5
    for text in ("@example", "010-", "062-", "가상 대표"):
        assert text not in written
    assert "가림" in written


def test_it_is_bounded_and_says_so(empty_database: Database) -> None:
    change(
        empty_database,
        "insert into sessions (session_id, series, held_on, status) values"
        " ('S1', '가', '2026-01-05', 'held')",
        "insert into suggestions (suggestion_id, session_id, organization, category, title)"
        " select 'N' || i, 'S1', '가상', '실증', '제목' from range(1_500) as numbers (i)",
    )
    written = write(empty_database)
    assert written.count("BEGIN:VEVENT") == 1_000
    assert "1,000개만" in read(written).contents["x-wr-caldesc"][0].value


@pytest.mark.parametrize("language", strings.LANGUAGES)
def test_of_the_record_it_says_what_cannot_be_known_and_accuses_nobody(language: str) -> None:
    database = Database(None, today=datetime.date(2026, 6, 1))
    uploads.first_load(database)
    day = coverage.opening_day(database)
    written = calendar_feed.write_calendar(
        database, calendar_feed.filters_of(database, None), language=language
    )
    assert day
    about = read(written.decode()).contents["x-wr-caldesc"][0].value
    assert {"ko": "알 수 없습니다", "en": "cannot be known"}[language] in about
    found = events(written.decode())
    assert len(found) == 26
    for event in found.values():
        assert not any(word in event.summary.value for word in ("초과", "지남", "verdue"))
    database.close()


# The address


@pytest.fixture
def served(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    """The small world as what this process serves."""
    path = tmp_path / "a.duckdb"
    monkeypatch.setenv("DASHBOARD_DATABASE", str(path))
    monkeypatch.setitem(current_database._open_databases, path, database)
    return database


def test_it_is_made_once_for_each_version_of_the_data(
    served: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = calendar_route.make(served, None, "ko")
    assert calendar_route.make(served, None, "ko") is first
    assert calendar_route.make(served, "인공지능과", "ko") is not first
    change(served, "update suggestions set title = '새 제목'", BEGUN.format(7))
    assert "새 제목" in gzip.decompress(calendar_route.make(served, None, "ko").content).decode()


def test_a_program_that_has_it_already_is_told_so(served: Database) -> None:
    made = calendar_route.make(served, None, "ko")
    tag = made.answer(Headers({"accept-encoding": "gzip"})).headers["etag"]
    known = made.answer(Headers({"accept-encoding": "gzip", "if-none-match": tag}))
    assert (known.status_code, known.body) == (304, b"")
    assert made.answer(Headers({"if-none-match": tag})).status_code == 200


# Over a server


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The meetings of the record as an office keeps them, served below a path."""
    file = tmp_path_factory.mktemp("calendar") / "office.duckdb"
    office(file)
    database = Database(file)
    change(database, "update suggestions set department = '인공지능과' where session_id = 'GJ-1'")
    database.close()
    public = "https://council.example/ai"
    with serving(file, file.with_name("log"), base="/council", DASHBOARD_PUBLIC_URL=public) as address:
        yield address


@pytest.mark.slow
def test_the_server_hands_it_out_below_its_path(council: str) -> None:
    server, base = council.removesuffix("/council"), "/council/calendar.ics"
    status, everything = ask(server, "GET", base, {})
    assert status == 200
    found = events(everything)
    assert len(found) == 26
    assert all(event.url.value.startswith("https://council.example/ai/") for event in found.values())
    of_one = ask(server, "GET", f"{base}?department=%EC%9D%B8%EA%B3%B5%EC%A7%80%EB%8A%A5%EA%B3%BC", {})[1]
    without = ask(server, "GET", f"{base}?department=&lang=en", {})[1]
    assert set(events(of_one)) | set(events(without)) == set(found)
    assert not set(events(of_one)) & set(events(without))
    assert "SUMMARY:Target day: " in without


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("department=%EC%97%86%EC%9D%8C", 404),
        ("department=a&department=b", 400),
        ("department=%00%0d%0aX:1", 404),
        (f"department={'a' * 5_000}", 404),
        ("department=%ff", 404),
        ("lang=xx&other=1", 200),
    ],
)
def test_what_is_not_there_is_refused_in_words(council: str, question: str, status: int) -> None:
    told, said = ask(council.removesuffix("/council"), "GET", f"/council/calendar.ics?{question}", {})
    assert told == status
    assert status == 200 or ("담당부서" in said and "department" in said)


@pytest.mark.slow
def test_it_is_refused_under_a_foreign_name_and_outside_its_path_and_cannot_be_written(council: str) -> None:
    server = council.removesuffix("/council")
    assert ask(server, "GET", "/council/calendar.ics", {"Host": "elsewhere.example"})[0] == 403
    assert ask(server, "GET", "/council/calendar.ics", {"Origin": "http://elsewhere.example"})[0] == 403
    assert "BEGIN:VCALENDAR" not in ask(server, "GET", "/calendar.ics", {})[1]
    assert ask(server, "POST", "/council/calendar.ics", {"Origin": server})[0] == 405
    assert ask(server, "HEAD", "/council/calendar.ics", {})[0] == 200
