"""The share answered by day, its interval and medians agree with lifelines, print, and slow Python."""

import datetime
import random
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import duckdb
import pytest
import reference
from lifelines import KaplanMeierFitter
from lifelines.datasets import load_gbsg2, load_leukemia, load_lung, load_waltons
from worlds import FIRST_ROWS, Case

from dashboard import queries
from dashboard.charts import style
from dashboard.database import Database

Wait = tuple[str, int, bool]  # the group, how many days, and whether it ended then

DATASETS = {
    "waltons": (load_waltons, "T", "E", "group"),
    "leukemia": (load_leukemia, "t", "status", "Rx"),
    "lung": (load_lung, "time", "status", "sex"),
    "gbsg2": (load_gbsg2, "time", "cens", "horTh"),
}

# Weeks until acute myelogenous leukaemia came back, maintained by chemotherapy or not; + is still well.
# Miller (1981), Survival Analysis: medians of 31 and 23 weeks.
MAINTAINED = "9 13 13+ 18 23 28+ 31 34 45+ 48 161+"
NOT_MAINTAINED = "5 5 8 8 12 16+ 23 27 30 33 43 45"

NO_FILTERS: dict[str, Any] = {"series": (), "sessions": (), "categories": (), "departments": ()}


@pytest.fixture(scope="module")
def cursor() -> Iterator[duckdb.DuckDBPyConnection]:
    database = Database(None)
    yield database.cursor()
    database.close()


def curve(cursor: duckdb.DuckDBPyConnection, waits: list[Wait]) -> dict[str, list[dict[str, Any]]]:
    """What kaplan_meier says of some waits, by group."""
    columns = "name varchar, duration bigint, has_happened boolean, suggestions bigint default 1"
    cursor.execute(f"create or replace temp table waits ({columns})")
    for start in range(0, len(waits), 500):
        part = waits[start : start + 500]
        cursor.execute(
            f"insert into waits (name, duration, has_happened) values {', '.join('(?, ?, ?)' for _ in part)}",
            [value for wait in part for value in wait],
        )
    cursor.execute("from kaplan_meier('waits') order by name, day")
    names = [column[0] for column in cursor.description]
    found: dict[str, list[dict[str, Any]]] = {}
    for values in cursor.fetchall():
        row = dict(zip(names, values, strict=True))
        found.setdefault(row["name"], []).append(row)
    return found


def assert_as_lifelines(rows: list[dict[str, Any]], waits: list[Wait]) -> None:
    """Every number of one group's curve, to 1e-9."""
    fitted = KaplanMeierFitter().fit([days for _, days, _ in waits], [ended for _, _, ended in waits])
    assert {row["received"] for row in rows} == {len(waits)}
    assert [row["day"] for row in rows] == sorted({days for _, days, _ in waits})
    for row in rows:
        counted = fitted.event_table.loc[row["day"]]
        lower, upper = fitted.confidence_interval_.loc[row["day"]]
        assert (row["at_risk"], row["answered"], row["waiting"]) == (
            counted["at_risk"],
            counted["observed"],
            counted["censored"],
        )
        assert 1 - row["share_answered"] == pytest.approx(
            fitted.survival_function_.loc[row["day"]].item(), abs=1e-9
        )
        assert (1 - row["upper_bound"], 1 - row["lower_bound"]) == pytest.approx((lower, upper), abs=1e-9)
    still_waiting = fitted.survival_function_["KM_estimate"]
    for level, column in ((0.5, "median"), (0.1, "p90")):
        # lifelines rounds: where a curve meets the level exactly it may say one day more.
        reached = still_waiting[still_waiting <= level + 1e-9]
        assert {row[column] for row in rows} == {None if reached.empty else reached.index[0]}


@pytest.mark.parametrize("name", DATASETS)
@pytest.mark.parametrize("by_group", [False, True])
def test_a_published_data_set_gives_the_same_as_lifelines(
    cursor: duckdb.DuckDBPyConnection, name: str, by_group: bool
) -> None:
    load, duration, ended, group = DATASETS[name]
    data = load()
    groups = data[group].astype(str) if by_group else [""] * len(data)
    waits = [
        (which, int(days), bool(end))
        for which, days, end in zip(groups, data[duration], data[ended], strict=True)
    ]
    found = curve(cursor, waits)
    assert set(found) == set(groups)
    for which, rows in found.items():
        assert_as_lifelines(rows, [wait for wait in waits if wait[0] == which])


@pytest.mark.slow
def test_random_waits_give_the_same_as_lifelines(cursor: duckdb.DuckDBPyConnection, world_seed: int) -> None:
    chance = random.Random(world_seed)
    size = chance.choice((1, 1, 2, 5, 20, 60, 150))
    longest = chance.choice((1, 3, 10, 300))  # few days make many ties
    ending = (0.0, 1.0, 0.1, 0.5, 0.9)[world_seed % 5]  # none ended and all ended among them
    groups = "abc"[: chance.randint(1, 3)]
    waits = [
        (chance.choice(groups), chance.randint(1, longest), chance.random() < ending) for _ in range(size)
    ]
    for which, rows in curve(cursor, waits).items():
        assert_as_lifelines(rows, [wait for wait in waits if wait[0] == which])


@pytest.mark.parametrize(("weeks", "median"), [(MAINTAINED, 31), (NOT_MAINTAINED, 23)])
def test_the_published_medians_of_the_aml_trial_come_out(
    cursor: duckdb.DuckDBPyConnection, weeks: str, median: int
) -> None:
    waits = [("", int(week.rstrip("+")), not week.endswith("+")) for week in weeks.split()]
    assert curve(cursor, waits)[""][0]["median"] == median


def test_nobody_waiting_gives_no_curve(cursor: duckdb.DuckDBPyConnection) -> None:
    assert curve(cursor, []) == {}


def slow_course(waits: list[tuple[int, bool]]) -> list[tuple[int, int, int, float]]:
    """Day, at risk, answered and share answered, one day and one wait at a time."""
    course, surviving = [], Fraction(1)
    for today in sorted({day for day, _ in waits}):
        at_risk = sum(day >= today for day, _ in waits)
        ended = sum(day == today and has_ended for day, has_ended in waits)
        surviving *= Fraction(at_risk - ended, at_risk)
        course.append((today, at_risk, ended, float(1 - surviving)))
    return course


@pytest.mark.parametrize(("name", "final"), [("days_to_answer", True), ("days_to_first_feedback", False)])
def test_the_curves_agree_with_the_slow_implementation(case: Case, name: str, final: bool) -> None:
    rows, database, as_of = case.world, case.database, case.as_of
    waits = reference.waits_for(rows, reference.received(rows, as_of), as_of, final=final)
    found = queries.fetch(database, f"turnaround/{name}", as_of=as_of, **NO_FILTERS)
    assert [(row["day"], row["at_risk"], row["answered"], row["share_answered"]) for row in found] == [
        (day, at_risk, ended, pytest.approx(share, abs=1e-12))
        for day, at_risk, ended, share in slow_course(waits)
    ]


@pytest.mark.parametrize("kind", ["category", "department", "series"])
def test_the_days_of_each_group_agree_with_the_slow_implementation(case: Case, kind: str) -> None:
    rows, database, as_of = case.world, case.database, case.as_of
    series = {session["session_id"]: session["series"] for session in rows["sessions"]}
    groups: dict[str, list[reference.Row]] = {}
    for suggestion in reference.received(rows, as_of):
        named = {"series": series[suggestion["session_id"]], **suggestion}
        groups.setdefault(named[kind] or "", []).append(suggestion)
    found = queries.fetch(database, f"turnaround/turnaround_by_{kind}", as_of=as_of, **NO_FILTERS)
    assert {row[kind] for row in found} == (set(groups) if len(groups) > 1 else set())
    for row in found:
        waits = reference.waits_for(rows, groups[row[kind]], as_of, final=True)
        assert (row["received"], row["answered"]) == (len(waits), sum(ended for _, ended in waits))
        days = [reference.kaplan_meier_day(waits, Fraction(1, part)) for part in (2, 10)]
        expected = days if len(waits) >= style.COUNTS_ONLY_BELOW else [None, None]
        assert [row["median_turnaround"], row["p90_turnaround"]] == expected
    assert list(map(slowness, found)) == sorted(map(slowness, found), reverse=True)


def slowness(row: dict[str, Any]) -> tuple[Any, ...]:
    """The slowest first: what is not reached is slower than any day; those of fewer than ten come last."""
    half, nine = (row[end] or 10**9 for end in ("median_turnaround", "p90_turnaround"))
    return row["received"] >= style.COUNTS_ONLY_BELOW, half, nine, row["received"]


def band(days: int) -> int:
    return max(first for first in (1, 8, 15, 29, 61) if first <= days)


def test_the_bands_of_days_agree_with_the_slow_implementation(
    case: Case,
) -> None:
    rows, database, as_of = case.world, case.database, case.as_of
    expected: dict[tuple[int, str], int] = {}
    for suggestion in reference.received(rows, as_of):
        state = reference.state(rows, suggestion, as_of)
        ((days, _),) = reference.waits_for(rows, [suggestion], as_of, final=True)
        expected[band(days), state] = expected.get((band(days), state), 0) + 1
    for name in ("answered_by_days", "waiting_by_days"):
        for row in queries.fetch(database, f"turnaround/{name}", as_of=as_of, **NO_FILTERS):
            for state in set(row) - {"from_day", "to_day", "all_paused"}:
                assert row[state] == expected.pop((row["from_day"], state), 0)
    assert {state for _, state in expected} <= {"paused"}
    (paused,) = {
        row["all_paused"]
        for row in queries.fetch(database, "turnaround/waiting_by_days", as_of=as_of, **NO_FILTERS)
    }
    assert paused == sum(expected.values())


def test_the_months_agree_with_the_slow_implementation(
    case: Case,
) -> None:
    rows, database, as_of = case.world, case.database, case.as_of
    months: dict[datetime.date, list[reference.Row]] = {}
    for suggestion in reference.received(rows, as_of):
        months.setdefault(reference.received_on(rows, suggestion).replace(day=1), []).append(suggestion)
    medians = queries.fetch(database, "turnaround/turnaround_by_month", as_of=as_of, **NO_FILTERS)
    rates = queries.fetch(database, "turnaround/on_time_by_month", as_of=as_of, **NO_FILTERS)
    assert [row["month"] for row in medians] == [row["month"] for row in rates] == sorted(months)
    for row, rate in zip(medians, rates, strict=True):
        mine = months[row["month"]]
        waits = reference.waits_for(rows, mine, as_of, final=True)
        states = [reference.state(rows, suggestion, as_of) for suggestion in mine]
        answered = sum(ended for _, ended in waits)
        due = [state for state in states if state not in ("waiting_in_time", "paused")]
        assert (row["received"], row["answered"]) == (len(mine), answered)
        may_be_in_time = [
            not reference.finals(rows, suggestion, as_of)
            and reference.due_on(rows, suggestion, as_of) >= as_of
            for suggestion in mine
        ]
        next_month = (row["month"] + datetime.timedelta(days=31)).replace(day=1)
        assert row["is_unfinished"] == rate["is_unfinished"] == (any(may_be_in_time) or as_of < next_month)
        assert row["median_turnaround"] == reference.kaplan_meier_day(waits, Fraction(1, 2))
        assert row["p90_turnaround"] == reference.kaplan_meier_day(waits, Fraction(1, 10))
        assert {state: rate[state] for state in reference.BUCKETS} == {
            state: states.count(state) for state in reference.BUCKETS
        }
        assert rate["on_time_rate"] == reference.rate(due.count("answered_in_time"), len(due))


def test_the_overdue_list_agrees_with_the_slow_implementation(
    case: Case,
) -> None:
    rows, database, as_of = case.world, case.database, case.as_of
    expected = reference.overdue(rows, as_of)
    found = queries.fetch(database, "turnaround/overdue", as_of=as_of, **NO_FILTERS, **FIRST_ROWS)
    assert [(row["suggestion_id"], row["days_over"]) for row in found] == expected[:20]
    assert all(row["all_overdue"] == len(expected) for row in found)
    for row in found:
        (suggestion,) = [one for one in rows["suggestions"] if one["suggestion_id"] == row["suggestion_id"]]
        interim = [
            reply["responded_on"]
            for reply in reference.responses_of(rows, suggestion, as_of)
            if reply["kind"] == "interim"
        ]
        assert row["last_interim_on"] == max(interim, default=None)


def luminance(color: str) -> float:
    """Of #rrggbb, as WCAG 2 defines it."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colors", [{}, style.DARK], ids=["light", "dark"])
def test_the_interval_is_seen_and_the_curve_is_clear_of_it(colors: dict[str, str]) -> None:
    curve, band, paper = (colors.get(color, color) for color in (style.CURVE, style.BAND, style.PAPER))
    assert contrast(band, paper) >= 1.3
    assert contrast(curve, band) >= 3
