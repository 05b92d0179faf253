"""What may ask the same is proposed by what it says, as a second implementation finds it too."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
import reference_links
from test_masking import HIDDEN, NOT_HIDDEN
from worlds import Case

from dashboard import demo, queries, uploads
from dashboard.database import Database
from dashboard.queries import Rows

pytestmark = pytest.mark.slow

AS_OF = datetime.date(2025, 11, 25)
LINKED = [("GJ-1-5", "GJ-4-6"), ("GJ-1-6", "GJ-1-9"), ("GJ-1-1", "GJ-1-7"), ("GJ-1-1", "GJ-4-3")]


@pytest.fixture(scope="module")
def record() -> Iterator[Database]:
    """The public record, on the last day that it covers."""
    database = Database(None, today=AS_OF)
    uploads.first_load(database)
    yield database
    database.close()


@pytest.fixture
def record_copy() -> Iterator[Database]:
    """The same for a test that changes it."""
    database = Database(None, today=AS_OF)
    uploads.first_load(database)
    yield database
    database.close()


def propose(
    database: Database, suggestion_id: str, as_of: datetime.date = AS_OF, *, is_staff: bool = True
) -> Rows:
    asked: dict[str, Any] = {"suggestion_id": suggestion_id, "as_of": as_of, "is_staff": is_staff}
    letters = [row["pair"] for row in queries.answer(database, "suggestions/weightiest_letters", **asked)]
    return queries.answer(database, "suggestions/proposed_links", **asked, letters=letters)


def proposed(database: Database, suggestion_id: str, as_of: datetime.date = AS_OF) -> list[str]:
    return [row["suggestion_id"] for row in propose(database, suggestion_id, as_of)]


def judge(database: Database, one: str, other: str, answer: str) -> uploads.Upload:
    row = {"suggestion_id": one, "related_id": other, "is_related": answer}
    return uploads.apply(database, uploads.check_rows(database, "links", [row]), by="담당자")


def rows_of(database: Database) -> list[dict[str, Any]]:
    found = database.cursor().execute("select suggestion_id, category, title, detail from suggestions")
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@pytest.mark.parametrize(("one", "other"), LINKED)
def test_what_people_would_link_is_among_the_first_three_both_ways(
    record: Database, one: str, other: str
) -> None:
    assert other in proposed(record, one)[:3]
    assert one in proposed(record, other)[:3]


def expect_as_in_plain_python(database: Database, suggestions: list[dict[str, Any]]) -> None:
    """Of each suggestion the five likest are proposed, and no other that is as like as the last of them."""
    for one in suggestions:
        expected = reference_links.likeness(suggestions, one)
        rows = propose(database, one["suggestion_id"])
        found = {row["suggestion_id"]: row["likeness"] for row in rows}
        assert found == {name: pytest.approx(expected[name], abs=1e-4) for name in found}
        least = min(found.values()) if len(found) == 5 else 0.1
        left = [likeness for name, likeness in expected.items() if name not in found]
        assert max(left) < least + 1e-4


def test_the_likeness_on_the_public_record_is_that_in_plain_python(record: Database) -> None:
    expect_as_in_plain_python(record, rows_of(record))


def test_what_was_not_received_yet_is_not_proposed(record: Database) -> None:
    before = datetime.date(2025, 11, 20)
    assert not any(name.startswith(("GJ-4", "GJ-5")) for name in proposed(record, "GJ-1-5", before))
    assert proposed(record, "GJ-1-5", before)


@pytest.mark.parametrize("answer", ["예", "아니오"])
def test_what_a_person_has_judged_is_not_proposed_again_until_it_is_taken_back(
    record_copy: Database, answer: str
) -> None:
    upload = judge(record_copy, "GJ-4-6", "GJ-1-5", answer)
    assert "GJ-4-6" not in proposed(record_copy, "GJ-1-5")
    assert "GJ-1-5" not in proposed(record_copy, "GJ-4-6")
    uploads.undo(record_copy, upload.upload_id or 0, by="담당자")
    assert "GJ-4-6" in proposed(record_copy, "GJ-1-5")


def test_what_is_hidden_makes_nothing_alike(database: Database, everything: dict[str, Any]) -> None:
    """An address that two suggestions share is not what they ask for; nor is what stands in its place."""
    before = {name: propose(database, name, everything["as_of"]) for name in ("N1", "N5")}
    with database.writing() as cursor:
        cursor.execute("update suggestions set detail = '문의는 으로 주십시오.' where suggestion_id = 'N1'")
        cursor.execute("update suggestions set detail = '전화' where suggestion_id = 'N5'")
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    for name, rows in before.items():
        assert [row["likeness"] for row in propose(database, name, everything["as_of"])] == [
            row["likeness"] for row in rows
        ]


def test_of_many_suggestions_the_likest_are_found_by_their_weightiest_letters(
    empty_database: Database,
) -> None:
    """Above 2,000 they are looked for by a few pairs of letters, and the weights are of a part of them."""
    with empty_database.writing() as cursor:
        demo.fill(cursor, suggestions=2_400, today=AS_OF)
        cursor.execute("delete from links")
    suggestions = rows_of(empty_database)
    for one in suggestions[::240]:
        likest = sorted(reference_links.likeness(suggestions, one).values(), reverse=True)
        found = [row["likeness"] for row in propose(empty_database, one["suggestion_id"])]
        assert found == pytest.approx(likest[:5], abs=0.03)


def test_what_masking_hides_is_not_among_the_letters_compared(small_world: Database) -> None:
    """Of all that is hidden only addresses have letters; a sign such as ㅡ between numbers tells nothing."""
    rows = small_world.cursor().execute(
        r"""
        select
            words,
            letters_of(without_addresses(words), null),
            letters_of(regexp_replace(masked_text(words), '\[[가-힣]+ 가림\]', '', 'g'), null)
        from (select unnest($1::varchar[]) as words)
        """,
        [[*HIDDEN, *NOT_HIDDEN]],
    )
    for words, compared, seen in rows.fetchall():
        assert [pair for pair in compared if "ㅡ" not in pair] == seen, words


def test_random_worlds_propose_no_stranger(case: Case) -> None:
    """Only what was received by the day looked at, and nothing that was judged."""
    for suggestion in case.world["suggestions"][:3]:
        judged = {
            name
            for link in case.world["links"]
            for name in (link["suggestion_id"], link["related_id"])
            if suggestion["suggestion_id"] in (link["suggestion_id"], link["related_id"])
        }
        found = set(proposed(case.database, suggestion["suggestion_id"], case.as_of))
        received = {
            row["suggestion_id"] for row in reference_links.reference.received(case.world, case.as_of)
        }
        assert found <= received - judged - {suggestion["suggestion_id"]}
