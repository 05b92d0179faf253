"""Promises are judged by what was reported: in progress is never done, a mere claim is told apart."""

import datetime
from typing import Any

import pytest
import reference
import reference_promises as slow
from chart_functions import build
from chart_rows import HAND_MADE
from worlds import FIRST_ROWS, Case

from dashboard import queries
from dashboard.charts import style
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.states import PROMISE_STATES

BEGIN = """
    insert into sessions (session_id, series, round, held_on, status)
        values ('S1', '시범 간담회', 1, '2025-12-16', 'held');
    insert into suggestions (suggestion_id, session_id, organization, category, title)
        values ('N1', 'S1', '가상로보틱스', '실증', '실증 공간 확대');
"""


def answer(*lines: str) -> str:
    """The SQL that puts responses in: `id day kind decision progress revisit_on` each, - for none."""
    return _insert(
        "responses",
        "response_id, responded_on, kind, decision, progress, revisit_on, answer",
        lines,
        ", '답변'",
    )


def report(*lines: str) -> str:
    """The SQL that puts reports in: `id day progress expected_on confirmed_on` each, - for none."""
    return _insert(
        "progress_reports", "report_id, reported_on, progress, expected_on, confirmed_on", lines, ""
    )


def _insert(table: str, columns: str, lines: tuple[str, ...], more: str) -> str:
    rows = [", ".join("null" if word == "-" else f"'{word}'" for word in line.split()) for line in lines]
    values = ", ".join(f"('N1', {row}{more})" for row in rows)
    return f"insert into {table} (suggestion_id, {columns}) values {values}"


def count(database: Database, as_of: str, *statements: str) -> dict[str, Any]:
    """The metrics of one suggestion, as of a day, after what the statements put in."""
    with database.writing() as cursor:
        cursor.execute("; ".join((BEGIN, *statements)))
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    (row,) = queries.answer(database, "figures/promises", Filters(datetime.date.fromisoformat(as_of)))
    return row


def state(row: dict[str, Any]) -> str:
    """The one state that the one promise is in."""
    (found,) = [name for name in PROMISE_STATES if row[name]]
    return found


ACCEPTED = answer("R1 2026-01-05 final accepted - -")


@pytest.mark.parametrize("progress", ["planned", "in_progress", "stopped"])
def test_only_done_is_done(empty_database: Database, progress: str) -> None:
    row = count(
        empty_database,
        "2026-03-01",
        ACCEPTED,
        report(f"P1 2026-02-01 {progress} - -"),
    )
    assert (state(row), row["done"], row["fulfilment_rate"]) == (progress, 0, 0.0)
    assert row["median_days_to_done"] is None


@pytest.mark.parametrize(
    ("progress", "past"), [("planned", 1), ("in_progress", 1), ("stopped", 1), ("done", 0)]
)
def test_what_is_not_done_is_past_its_day_everywhere(
    empty_database: Database, progress: str, past: int
) -> None:
    row = count(empty_database, "2026-03-01", ACCEPTED, report(f"P1 2026-02-01 {progress} 2026-02-28 -"))
    assert row["overdue_promises"] == past
    (owed,) = queries.answer(empty_database, "present/owed", Filters(datetime.date(2026, 3, 1)))
    assert owed["past_promised_day"] == past


def test_the_answer_itself_says_how_far_things_are(empty_database: Database) -> None:
    row = count(empty_database, "2026-01-05", answer("R1 2026-01-05 final partly done -"))
    assert (state(row), row["fulfilment_rate"], row["confirmed_rate"]) == ("done_reported", 1.0, 0.0)
    assert row["median_days_to_done"] == 0


def test_what_is_declined_or_not_answered_promises_nothing(empty_database: Database) -> None:
    declined = answer("R1 2026-01-05 final declined - -")
    row = count(empty_database, "2026-03-01", declined, report("P1 2026-02-01 done - -"))
    assert (row["received"], row["promises"], row["fulfilment_rate"]) == (1, 0, None)


def test_a_later_report_takes_done_back(empty_database: Database) -> None:
    reports = report("P1 2026-02-01 done - 2026-02-02", "P2 2026-02-10 in_progress - -")
    row = count(empty_database, "2026-03-01", ACCEPTED, reports)
    assert (state(row), row["median_days_to_done"]) == ("in_progress", None)


def test_done_again_counts_from_the_second_time(empty_database: Database) -> None:
    reports = report(
        "P1 2026-02-01 done - 2026-02-02", "P2 2026-02-10 in_progress - -", "P3 2026-02-20 done - -"
    )
    row = count(empty_database, "2026-03-01", ACCEPTED, reports)
    assert (state(row), row["median_days_to_done"]) == ("done_reported", 46)


def test_a_second_report_of_done_keeps_the_confirmation(empty_database: Database) -> None:
    reports = report("P1 2026-02-01 done - 2026-02-02", "P2 2026-02-10 done - -")
    row = count(empty_database, "2026-03-01", ACCEPTED, reports)
    assert (state(row), row["median_days_to_done"]) == ("done_confirmed", 27)


@pytest.mark.parametrize(
    ("as_of", "expected"), [("2026-02-04", "done_reported"), ("2026-02-05", "done_confirmed")]
)
def test_a_confirmation_counts_from_its_day_on(empty_database: Database, as_of: str, expected: str) -> None:
    row = count(empty_database, as_of, ACCEPTED, report("P1 2026-02-01 done - 2026-02-05"))
    assert state(row) == expected


def test_of_two_reports_of_one_day_the_larger_id_is_the_latest(empty_database: Database) -> None:
    reports = report("P2 2026-02-01 planned - -", "P10 2026-02-01 done - -")
    assert state(count(empty_database, "2026-03-01", ACCEPTED, reports)) == "planned"


def test_a_day_moved_there_and_back_has_not_slipped(empty_database: Database) -> None:
    reports = report(
        "P1 2026-02-01 in_progress 2026-06-30 -",
        "P2 2026-03-01 in_progress 2026-09-30 -",
        "P3 2026-04-01 in_progress 2026-06-30 -",
    )
    assert count(empty_database, "2026-03-15", ACCEPTED, reports)["slipped"] == 1
    filters = Filters(datetime.date(2026, 5, 1))
    (row,) = queries.answer(empty_database, "figures/promises", filters)
    assert (row["slipped"], row["overdue_promises"]) == (0, 0)
    (row,) = queries.answer(empty_database, "figures/promises", Filters(datetime.date(2026, 7, 1)))
    assert row["overdue_promises"] == 1


@pytest.mark.parametrize(("as_of", "stalled"), [("2026-05-01", 0), ("2026-05-02", 1)])
def test_ninety_days_without_a_report_are_a_standstill(
    empty_database: Database, as_of: str, stalled: int
) -> None:
    row = count(empty_database, as_of, ACCEPTED, report("P1 2026-02-01 in_progress - -"))
    assert row["stalled"] == stalled


REVIEWS = {
    "nothing since": ([], 1),
    "a reply before that day": (["R2 2026-02-01 interim - - -"], 1),
    "a reply on that day": (["R2 2026-03-31 interim - - -"], 0),
    "decided anew before that day": (["R2 2026-02-01 final accepted - -"], 0),
    "put off": (["R2 2026-03-01 interim - - 2026-12-31"], 0),
}


@pytest.mark.parametrize(("later", "due"), REVIEWS.values(), ids=REVIEWS)
def test_a_review_day_holds_until_somebody_came_back_to_it(
    empty_database: Database, later: list[str], due: int
) -> None:
    first = "R1 2026-01-05 final long_term - 2026-03-31"
    row = count(empty_database, "2026-04-01", answer(first, *later))
    assert row["due_for_review"] == due


@pytest.mark.parametrize(
    ("as_of", "age"), [("2026-07-04", 0), ("2026-07-05", 6), ("2027-01-05", 12), ("2028-01-05", 24)]
)
def test_the_age_of_a_promise_turns_on_the_day_itself(empty_database: Database, as_of: str, age: int) -> None:
    count(empty_database, as_of, ACCEPTED)
    rows = queries.answer(
        empty_database, "promises/fulfilment_by_age", Filters(datetime.date.fromisoformat(as_of))
    )
    assert [row["from_month"] for row in rows if row["promises"]] == [age]


def test_reported_and_confirmed_differ_by_more_than_colour() -> None:
    reported, confirmed = style.marker("done_reported"), style.marker("done_confirmed")
    assert reported["pattern"]["shape"]
    assert "pattern" not in confirmed
    patterns = [
        str(style.marker(state).get("pattern")) + style.marker(state)["color"] for state in PROMISE_STATES
    ]
    assert len(set(patterns)) == len(PROMISE_STATES)


# Random worlds


def test_every_promise_of_a_random_world_agrees_with_the_slow_implementation(case: Case) -> None:
    promises = [
        row
        for row in reference.received(case.world, case.as_of)
        if slow.is_promise(case.world, row, case.as_of)
    ]
    (found,) = queries.fetch(case.database, "figures/promises", **Filters(case.as_of).parameters())
    assert found["slipped"] == sum(slow.is_slipped(case.world, row, case.as_of) for row in promises)
    assert found["promises"] == len(promises)
    case.database.make_clock_table(case.as_of)
    rows = case.database.cursor().execute(
        "select suggestion_id, promise_state, expected_changes(suggestion_id, $day), "
        "promise_age(promised_on, $day) from clock($day) where promise_state is not null",
        {"day": case.as_of},
    )
    assert sorted(rows.fetchall()) == sorted(
        (
            row["suggestion_id"],
            slow.promise_state(case.world, row, case.as_of),
            slow.count_changes(case.world, row, case.as_of),
            slow.promise_age(case.world, row, case.as_of),
        )
        for row in promises
    )


def test_the_course_of_a_random_world_loses_nothing_on_the_way(case: Case) -> None:
    rows = queries.fetch(case.database, "promises/course", **Filters(case.as_of).parameters())
    left = rows[0]["suggestions"]
    for row in rows:
        left = left - row["suggestions"] if row["is_loss"] else left
        assert row["is_loss"] or row["suggestions"] == left
    assert left == rows[-1]["suggestions"]


@pytest.mark.parametrize(
    ("name", "belongs"),
    [
        ("past_promised_day", slow.is_past_promised_day),
        ("slipped", slow.is_slipped),
        ("stalled", slow.is_stalled),
    ],
)
def test_every_list_of_a_random_world_has_all_that_belong(case: Case, name: str, belongs: Any) -> None:
    rows = queries.fetch(case.database, f"promises/{name}", **Filters(case.as_of).parameters(), **FIRST_ROWS)
    expected = {
        row["suggestion_id"]
        for row in reference.received(case.world, case.as_of)
        if slow.is_promise(case.world, row, case.as_of) and belongs(case.world, row, case.as_of)
    }
    assert {row["suggestion_id"] for row in rows} <= expected
    assert len(rows) == min(20, len(expected))
    assert all(row["all_listed"] == len(expected) for row in rows)


# The charts


def draw(chart: str, case_name: str, language: str = "en") -> tuple[str, list[dict[str, Any]]]:
    """The sentence and the traces of a chart of rows made by hand."""
    figure = build(chart, HAND_MADE[chart][case_name], language)
    return figure["layout"]["meta"]["sentence"], figure["data"]


def test_a_chart_of_promises_counts_no_work_in_progress_as_done() -> None:
    sentence, traces = draw("promises_by_department", "nothing is done")
    assert "Promises left: 7 (2 stopped left out), most with 가: 7." in sentence
    longest = {trace["name"]: sum(count or 0 for count in trace["x"]) for trace in traces if "name" in trace}
    assert (longest["Confirmed as done"], longest["Reported as done"], longest["In progress"]) == (0, 0, 7)


def test_where_two_have_as_many_left_none_is_named() -> None:
    assert "most with" not in draw("promises_by_department", "a tie of what is left")[0]


def test_the_course_hangs_what_is_lost_from_where_the_step_ended() -> None:
    _, (steps, losses) = draw("course", "nothing is answered")
    assert next(zip(steps["hovertext"], steps["x"], strict=True)) == ("Received", 1200)
    assert list(zip(losses["hovertext"], losses["base"], losses["x"], strict=True)) == [
        ("– no answer yet", 0, 1200)
    ]


def test_days_to_done_are_said_only_once_half_are_done() -> None:
    assert "not yet half" in draw("days_to_done", "not yet half")[0]
    assert "None of the promises (4)" in draw("days_to_done", "none is done")[0]
    assert "estimated 0 days" in draw("days_to_done", "all on the day of the answer")[0]
