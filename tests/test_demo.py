"""The invented data keeps every rule of the real one, and shows everything the pages can show."""

import datetime
import re
from pathlib import Path

import duckdb
import pytest

from dashboard import demo, sql_files
from dashboard.database import Database

pytestmark = pytest.mark.slow

TODAY = datetime.date(2026, 11, 20)
QUERIES = Path(demo.__file__).parent.parent / "queries" / "demo"
CATEGORIES = {
    "인재·교육", "창업·기업지원", "기업연계·상생", "실증", "인프라·데이터", "규제·제도", "R&D·기술", "기타",
}  # fmt: skip
# One row a suggestion: what a reader of the story would ask of it. The working-day calendar is not here, so
# "early", "late" and "overdue" are only claimed where no holiday could change them.
HISTORIES = """
create view histories as
select
    suggestions.*,
    coalesce(received_on, held_on) as counted_from,
    answered_on,
    coalesce(answers, 0) as answers,
    exists (
        from pauses
        where pauses.suggestion_id = suggestions.suggestion_id
        and coalesce(paused_until, date '2026-11-20') >= date '2026-11-20'
    ) as is_paused
from suggestions
join sessions using (session_id)
left join (
    select suggestion_id, min(responded_on) as answered_on, count(*) as answers
    from responses
    where kind = 'final'
    group by suggestion_id
) using (suggestion_id);
"""


def world(**wanted: int) -> duckdb.DuckDBPyConnection:
    connection = Database(None, today=TODAY).cursor()
    connection.execute(HISTORIES)
    demo.fill(connection, **wanted, today=TODAY)
    return connection


@pytest.fixture(scope="module")
def filled():
    return world()


def rows(connection, sql):
    return connection.cursor().execute(sql).fetchall()


def count(connection, relation):
    return rows(connection, f"select count(*) from {relation}")[0][0]


def contents(connection):
    return {table: rows(connection, f"from {table} order by all") for table in demo.TABLES}


# --- the same again, or another world ------------------------------------------------------------


def test_the_same_seed_gives_the_same_rows(filled):
    assert contents(world(seed=1)) == contents(filled)


def test_the_number_of_threads_does_not_change_a_row():
    worlds = []
    for threads in (1, 4):
        connection = duckdb.connect(config={"threads": threads})
        for name in sql_files.names("schema"):
            connection.execute(sql_files.text(name))
        demo.fill(connection, suggestions=20_000, today=TODAY)
        digest = "select count(*), bit_xor(hash(t)) from {} as t"
        worlds.append([rows(connection, digest.format(table)) for table in demo.TABLES])
    assert worlds[0] == worlds[1]


def test_another_seed_gives_another_world(filled):
    other = contents(world(seed=2))
    assert all(other[table] != mine for table, mine in contents(filled).items())


def test_a_filled_database_is_refused_and_left_as_it_was(filled):
    before = contents(filled)
    with pytest.raises(demo.NotEmpty):
        demo.fill(filled, today=TODAY)
    assert contents(filled) == before


def test_rows_that_do_not_arrive_are_noticed(monkeypatch):
    texts = sql_files.text
    lost = {"demo/tidy.sql": "; delete from responses where kind = 'interim';"}
    monkeypatch.setattr(sql_files, "text", lambda name: texts(name) + lost.get(name, ""))
    with pytest.raises(demo.RowsMissing):
        world()


def test_nothing_temporary_stays_behind(filled):
    assert count(filled, "duckdb_tables() where temporary") == 0
    assert count(filled, "duckdb_functions() where function_name like 'demo_%'") == 0


@pytest.mark.parametrize("suggestions", [0, 1, 12, 1_700])
def test_gives_as_many_suggestions_as_asked(suggestions):
    assert count(world(suggestions=suggestions), "suggestions") == suggestions


def test_a_negative_number_of_suggestions_is_refused():
    with pytest.raises(ValueError, match="negative"):
        world(suggestions=-1)


# --- every rule, in several worlds ---------------------------------------------------------------

BROKEN = {
    "a suggestion of no session": "suggestions anti join sessions using (session_id)",
    "a response to no suggestion": "responses anti join suggestions using (suggestion_id)",
    "a report on no suggestion": "progress_reports anti join suggestions using (suggestion_id)",
    "a report after today, or at a weekend":
        "progress_reports where reported_on > date '2026-11-20' or isodow(reported_on) > 5",
    "a report on what was not promised":
        "progress_reports anti join (from responses where decision in ('accepted', 'partly')) as promises "
        "using (suggestion_id)",
    "a report before the promise":
        "progress_reports join histories using (suggestion_id) where reported_on <= answered_on",
    "a confirmation before the report, or after today":
        "progress_reports where confirmed_on < reported_on or confirmed_on > date '2026-11-20'",
    "a confirmation of what is not done, or by nobody":
        "progress_reports where (confirmed_on is null) <> (confirmed_by is null) "
        "or (confirmed_on is not null and progress <> 'done')",
    "a pause of no suggestion": "pauses anti join suggestions using (suggestion_id)",
    "a decision without being final, or the reverse":
        "responses where (kind = 'final') <> (decision is not null)",
    "an unknown kind": "responses where kind not in ('on_site', 'interim', 'final')",
    "an unknown decision":
        "responses where decision not in ('accepted', 'partly', 'long_term', 'declined', 'transferred')",
    "an unknown progress": "responses where progress not in ('planned', 'in_progress', 'done')",
    "an unknown status": "sessions where status not in ('planned', 'held', 'cancelled')",
    "an answer before receipt":
        "responses join histories using (suggestion_id) "
        "where kind <> 'on_site' and responded_on < counted_from",
    "an on-site reply on another day than the meeting":
        "responses join histories using (suggestion_id) join sessions using (session_id) "
        "where kind = 'on_site' and responded_on <> held_on",
    "a reply on site of a meeting that was not held":
        "responses join suggestions using (suggestion_id) join sessions using (session_id) "
        "where kind = 'on_site' and status <> 'held'",
    "an interim reply once there is an answer":
        "responses join histories using (suggestion_id) "
        "where kind = 'interim' and responded_on >= answered_on",
    "a response after today": "responses where responded_on > date '2026-11-20'",
    "a receipt after today, or before the meeting":
        "histories join sessions using (session_id) "
        "where counted_from > date '2026-11-20' or counted_from < held_on",
    "a suggestion of a meeting still to come":
        "suggestions join sessions using (session_id) where held_on > date '2026-11-20'",
    "a meeting at a weekend": "sessions where isodow(held_on) > 5",
    "a response at a weekend": "responses where isodow(responded_on) > 5",
    "a pause that ends before it begins": "pauses where paused_until < paused_from",
    "a pause before receipt": "pauses join histories using (suggestion_id) where paused_from < counted_from",
    "a pause that begins after today": "pauses where paused_from > date '2026-11-20'",
    "an answer during a pause":
        "pauses join histories using (suggestion_id) where coalesce(paused_until, 'infinity') >= answered_on",
    "an extension without a reason, or the reverse":
        "suggestions where (extended_due_on is null) <> (extension_reason is null)",
    "an extension to before receipt": "histories where extended_due_on <= counted_from",
    "a long-term answer nobody will look at again":
        "responses where (decision = 'long_term') <> (revisit_on is not null)",
    "a day to look again before the answer": "responses where revisit_on <= responded_on",
    "an accepted answer with a reason": "responses where decision = 'accepted' and reason is not null",
    "a blank that should be empty":
        "responses where trim(answer) = '' or trim(reason) = '' or trim(limits) = '' or trim(next_step) = ''",
    "an answer later in its id but earlier in time":
        "responses as one join responses as two using (suggestion_id) "
        "where one.response_id < two.response_id and one.responded_on > two.responded_on",
    "a needed column left empty in sessions": "sessions where coalesce(series, held_on::text) is null",
    "a needed column left empty in suggestions":
        "suggestions where organization is null or category is null or title is null",
    "a needed column left empty in responses":
        "responses where responded_on is null or answer is null or kind is null",
    "a needed column left empty in pauses": "pauses where reason is null",
    "a link of no suggestion":
        "linked_pairs left join suggestions using (suggestion_id) where suggestions.title is null",
    "a pair in another order than uploads write it": "links where suggestion_id >= related_id",
}  # fmt: skip


@pytest.fixture(scope="module")
def many_worlds():
    return [world(seed=seed) for seed in range(1, 6)] + [world(suggestions=30_000)]


@pytest.mark.parametrize("rule", BROKEN)
def test_never_makes(rule, many_worlds):
    assert [count(each, BROKEN[rule]) for each in many_worlds] == [0] * len(many_worlds)


# --- everything the pages can show ----------------------------------------------------------------

SHOWN = {
    "a first feedback on the day of the meeting": "responses where kind = 'on_site'",
    "an interim reply": "responses where kind = 'interim'",
    "an interim reply to something still waiting":
        "responses join histories using (suggestion_id) where kind = 'interim' and answered_on is null",
    "an answer well in time": "histories where answered_on - counted_from < 10",
    "an answer certainly late": "histories where answered_on - counted_from > 35 and extended_due_on is null",
    "waiting in time":
        "histories where answered_on is null and not is_paused and counted_from > date '2026-11-12'",
    "waiting and certainly overdue":
        "histories where answered_on is null and not is_paused and extended_due_on is null "
        "and counted_from < date '2026-09-01'",
    "paused now": "histories where answered_on is null and is_paused",
    "paused after its time had come":
        "pauses join histories using (suggestion_id) where paused_from > counted_from + 25",
    "an open pause": "pauses where paused_until is null",
    "a pause known to end later": "pauses where paused_until > date '2026-11-20'",
    "a pause that has ended": "pauses where paused_until < date '2026-11-20'",
    "two pauses that overlap":
        "pauses as one join pauses as two using (suggestion_id) "
        "where one.paused_from < two.paused_from and one.paused_until >= two.paused_from",
    "two pauses apart":
        "pauses as one join pauses as two using (suggestion_id) "
        "where one.paused_until < two.paused_from",
    "extended": "suggestions where extended_due_on is not null",
    "answered within the extension": "histories where answered_on <= extended_due_on",
    "several final answers": "histories where answers = 2",
    "a correction that changes the decision":
        "(select 1 from responses where kind = 'final' "
        "group by suggestion_id having count(distinct decision) > 1)",
    "a reason missing": "responses where decision <> 'accepted' and reason is null",
    "limits missing": "responses where decision <> 'accepted' and limits is null",
    "both missing": "responses where decision <> 'accepted' and coalesce(reason, limits) is null",
    "reason and limits stated": "responses where reason is not null and limits is not null",
    "no department": "suggestions where department is null",
    "no name of a speaker": "suggestions where speaker is null",
    "receipt left empty": "suggestions where received_on is null",
    "receipt after the meeting": "histories join sessions using (session_id) where received_on > held_on",
    "a suggestion sent in to a cancelled meeting":
        "suggestions join sessions using (session_id) where status = 'cancelled'",
    "an address to be masked": "suggestions where detail like '%@%'",
    "done, and taken back later":
        "progress_reports as one join progress_reports as two using (suggestion_id) "
        "where one.progress = 'done' and two.progress = 'in_progress' and two.reported_on > one.reported_on",
    "stopped": "progress_reports where progress = 'stopped'",
    "a day put off, with its reason": "progress_reports where slip_reason is not null",
    "done and confirmed": "progress_reports where confirmed_on is not null",
    "done and not confirmed": "progress_reports where progress = 'done' and confirmed_on is null",
    "past the day that was promised":
        "progress_reports where progress <> 'done' and expected_on < date '2026-11-20'",
    "a promise on which nothing was reported":
        "(from responses where decision = 'accepted' and progress is null) as silent "
        "anti join progress_reports using (suggestion_id)",
    "a link that was rejected": "links where not is_related",
    "a link without a reason": "links where reason is null",
    "a suggestion raised again after a refusal":
        "links join histories using (suggestion_id)"
        " join histories as later on later.suggestion_id = related_id"
        " join responses on responses.suggestion_id = links.suggestion_id and decision = 'declined'"
        " where is_related and responded_on <= later.counted_from",
    "a title heard at several meetings":
        "(select 1 from suggestions group by title having count(distinct session_id) > 1)",
}  # fmt: skip


@pytest.mark.parametrize("situation", SHOWN)
def test_shows(situation, filled):
    assert count(filled, SHOWN[situation]) > 0


def test_makes_every_decision_and_every_progress(filled):
    assert count(filled, "(select distinct decision from responses where kind = 'final')") == 5
    assert {p for (p,) in rows(filled, "select distinct progress from responses")} == {
        None, "planned", "in_progress", "done",
    }  # fmt: skip


def test_uses_the_eight_built_in_categories_unevenly(filled):
    counted = dict(rows(filled, "select category, count(*) from suggestions group by category"))
    assert set(counted) == CATEGORIES
    assert max(counted.values()) > 3 * min(counted.values())


def test_comes_from_about_120_organisations_of_every_type(filled):
    assert 110 <= count(filled, "(select distinct organization from suggestions)") <= 130
    types = {t for (t,) in rows(filled, "select distinct organization_type from suggestions")}
    assert types == {"기업", "협회·단체", "연구기관", "교육기관", "기타"}


def test_holds_twelve_meetings_in_the_year_and_plans_one(filled):
    past = rows(filled, f"select held_on from sessions where held_on < date '{TODAY}' order by held_on")
    planned = rows(filled, "select held_on from sessions where status = 'planned'")
    assert len(past) == 12
    assert (TODAY - past[0][0]).days <= 366
    assert 3 <= (TODAY - past[-1][0]).days <= 7
    assert [8 <= (day - TODAY).days <= 13 for (day,) in planned] == [True]


def test_every_organisation_and_every_name_is_plainly_invented(filled):
    invented = re.compile("가상|예시|시범|견본|모의")
    names = rows(filled, "select distinct organization from suggestions")
    names += rows(filled, "select distinct speaker from suggestions where speaker is not null")
    names += rows(filled, "select distinct responder from responses")
    names += rows(filled, "select distinct series from sessions")
    names += rows(filled, "select distinct source from suggestions")
    assert [name for (name,) in names if not invented.search(name)] == []


def test_leaves_no_slot_unfilled(filled):
    texts = "sessions", "suggestions", "responses", "pauses", "links"
    assert [t for t in texts if "{" in str(rows(filled, f"from {t}"))] == []


def test_answers_come_faster_as_the_year_goes_on(filled):
    (early, late), = rows(
        filled,
        """
        select
            median(answered_on - counted_from) filter (session_id <= 'DEMO-004'),
            median(answered_on - counted_from) filter (session_id between 'DEMO-008' and 'DEMO-010')
        from histories
        """,
    )  # fmt: skip
    assert late < 0.8 * early


def test_departments_differ_in_speed(filled):
    paces = rows(
        filled,
        """
        select median(answered_on - counted_from)
        from histories
        where answered_on is not null
        group by department
        having count(*) >= 10
        """,
    )
    assert max(paces)[0] > 1.8 * min(paces)[0]


def test_a_large_world_holds_meetings_for_ten_years():
    large = world(suggestions=100_000)
    ((meetings, days),) = rows(large, "select count(*), max(held_on) - min(held_on) from sessions")
    assert meetings == 241
    assert 9 <= days / 365 <= 10
    assert count(large, "(select series, round from sessions group by all having count(*) > 1)") == 0
    assert 25_000 <= count(large, "(select distinct organization from suggestions)") <= 31_000


def test_every_step_has_its_file_and_every_file_is_a_step():
    assert {path.stem for path in QUERIES.glob("*.sql")} == set(demo.STEPS)
