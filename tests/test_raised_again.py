"""What was raised again is counted once more in plain Python, and its traps are known."""

from typing import Any

import pytest
import reference_links
from worlds import Case

from dashboard import queries
from dashboard.database import Database
from dashboard.filters import Filters


def raised_again(database: Database, **filters: Any) -> dict[str, int]:
    (row,) = queries.answer(database, "figures/raised_again", Filters(**filters))
    return row


def test_random_worlds_are_counted_as_in_plain_python(case: Case) -> None:
    expected = reference_links.raised_again(case.world, case.as_of)
    assert raised_again(case.database, as_of=case.as_of) == expected
    for session in case.world["sessions"]:
        expected = reference_links.raised_again(case.world, case.as_of, session_id=session["session_id"])
        assert raised_again(case.database, as_of=case.as_of, sessions=(session["session_id"],)) == expected
    for row in case.world["categories"]:
        expected = reference_links.raised_again(case.world, case.as_of, category=row["category"])
        assert raised_again(case.database, as_of=case.as_of, categories=(row["category"],)) == expected


def test_the_list_of_what_was_raised_again_is_what_is_counted(case: Case) -> None:
    rows = queries.answer(case.database, "categories/raised_again", Filters(case.as_of))
    counted = reference_links.raised_again(case.world, case.as_of)["raised_again"]
    assert len(rows) == min(counted, 10)
    assert all(row["earlier_held_on"] <= case.as_of for row in rows)


def judged(database: Database, one: str, other: str, *, is_related: bool) -> None:
    with database.writing() as cursor:
        cursor.execute("delete from links")
        cursor.execute("insert into links values ($1, $2, $3, null)", [one, other, is_related])
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")


@pytest.mark.parametrize(
    ("one", "other", "is_related", "expected"),
    [
        ("N3", "N7", True, (1, 1)),
        ("N7", "N3", True, (1, 1)),  # whatever the order
        ("N3", "N7", False, (0, 0)),
        ("N1", "N2", True, (0, 0)),  # at one meeting
        ("N1", "N8", True, (1, 0)),  # accepted
        ("N2", "N8", True, (1, 1)),  # declined, and corrected a day later
        ("N2", "N4", True, (1, 0)),  # declined after that one was received
        ("N4", "N9", True, (0, 0)),  # not received yet
    ],
)
def test_is_raised_again(
    database: Database, everything: dict[str, Any], one: str, other: str, is_related: bool, expected: Any
) -> None:
    judged(database, one, other, is_related=is_related)
    assert tuple(raised_again(database, as_of=everything["as_of"]).values()) == expected


def test_the_earlier_one_may_be_left_out_by_the_filters(
    database: Database, everything: dict[str, Any]
) -> None:
    judged(database, "N3", "N7", is_related=True)
    counts = [raised_again(database, as_of=everything["as_of"], sessions=(name,)) for name in ("S3", "S1")]
    assert [count["raised_again"] for count in counts] == [1, 0]
