"""What the command line prints agrees with the slow, obvious implementation on random small worlds."""

import json

import pytest
import reference
import reference_links
import reference_promises
from worlds import FIRST_ROWS, Case

from dashboard import queries
from dashboard.cli import parser

CLOCKS_A_WORLD = 3


def printed(case: Case, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command prints for a case."""
    arguments = parser().parse_args([*words, "--as-of", case.as_of.isoformat()])
    assert arguments.run(arguments, case.database) == 0
    return capsys.readouterr().out


def test_every_figure_agrees_with_the_slow_implementation(
    case: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    session = case.world["sessions"][0]["session_id"]
    category = case.world["suggestions"][0]["category"]
    for words in ([], ["--session", session], ["--category", category]):
        expected = reference.figures(
            case.world,
            case.as_of,
            session_id=session if "--session" in words else None,
            category=category if "--category" in words else None,
        )
        expected |= reference_promises.promise_figures(
            case.world,
            case.as_of,
            session_id=session if "--session" in words else None,
            category=category if "--category" in words else None,
        )
        raised = reference_links.raised_again(
            case.world,
            case.as_of,
            session_id=session if "--session" in words else None,
            category=category if "--category" in words else None,
        )
        expected["raised_again"] = raised["raised_again"]
        found = json.loads(printed(case, capsys, "figures", "--json", *words))
        assert found == expected
        assert list(found) == list(expected)


def test_every_clock_agrees_with_the_slow_implementation_day_by_day(
    case: Case, capsys: pytest.CaptureFixture[str], thorough: bool
) -> None:
    every = case.world["suggestions"]
    for suggestion in every if thorough else every[:CLOCKS_A_WORLD]:
        if reference.received_on(case.world, suggestion) > case.as_of:
            continue
        days = reference.clock(case.world, suggestion["suggestion_id"], case.as_of)
        if not days:  # extended to a day before its own receipt
            continue
        head, *lines = printed(case, capsys, "due", suggestion["suggestion_id"]).splitlines()
        due = reference.due_on(case.world, suggestion, case.as_of)
        state = reference.state(case.world, suggestion, case.as_of).replace("_", " ")
        assert f"due {due}" in head
        assert head.endswith(f", {state} as of {case.as_of}")
        if suggestion["extended_due_on"]:
            computed = reference.computed_due_on(case.world, suggestion, case.as_of)
            assert f"(extended; originally {computed})" in head
        assert [line.split("  [")[0] for line in lines] == [
            f"{day['day']}  {day['number']:>4}  "
            + ("counted" if day["counted"] else f"not counted: {day['reason']}")
            for day in days
        ]
        assert [line[:10] for line in lines if "[due]" in line] == [due.isoformat()]


def test_the_overdue_list_agrees_with_the_slow_implementation(case: Case) -> None:
    everything = {"as_of": case.as_of, "series": [], "sessions": [], "categories": [], "departments": []}
    rows = queries.fetch(case.database, "overview/longest_overdue", **everything, **FIRST_ROWS)
    expected = reference.overdue(case.world, case.as_of)
    assert [(row["suggestion_id"], row["days_over"]) for row in rows] == expected[:20]
    assert (rows[0]["all_overdue"] if rows else 0) == len(expected)
