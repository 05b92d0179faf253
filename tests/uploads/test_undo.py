"""Any upload can be taken back, in any order the data allows; what stands in the way is named."""

from random import Random

import duckdb
import pytest

from dashboard import uploads
from dashboard.database import Database


def tables_of(database: Database) -> list[list[tuple[object, ...]]]:
    return [database.cursor().execute(f"from {table} order by all").fetchall() for table in uploads.TABLES]


def change(database: Database, table: str, **row: object) -> int:
    upload = uploads.apply(database, uploads.check_rows(database, table, [row]), by="담당자")
    assert upload.upload_id is not None
    return upload.upload_id


def undo(database: Database, upload_id: int) -> int:
    undone = uploads.undo(database, upload_id, by="담당자").upload_id
    assert undone is not None
    return undone


def delete(database: Database, table: str, *keys: str) -> int:
    upload = uploads.apply(database, uploads.check_deletion(database, table, keys), by="담당자")
    assert upload.upload_id is not None
    return upload.upload_id


def in_the_way(database: Database, upload_id: int) -> tuple[str, tuple[int, ...]]:
    before = tables_of(database)
    with pytest.raises(uploads.CannotUndo) as told:
        undo(database, upload_id)
    assert tables_of(database) == before
    return told.value.problem.code, told.value.uploads


def test_undo_puts_everything_back_and_can_itself_be_undone(database: Database) -> None:
    before = tables_of(database)
    changed = change(database, "suggestions", suggestion_id="GJ-1-1", department="산업과", detail=None)
    after = tables_of(database)
    undone = undo(database, changed)
    assert tables_of(database) == before
    undone_again = undo(database, undone)
    assert tables_of(database) == after
    undo(database, undone_again)
    assert tables_of(database) == before


def test_a_table_written_anew_without_what_is_taken_back_is_as_it_was(database: Database) -> None:
    before, reader = tables_of(database), database.cursor()
    kept = definition_of(database, "suggestions")
    many = [
        {"suggestion_id": f"N-{number}", "session_id": "GJ-1", "category": "실증", "title": f"제목 {number}"}
        for number in range(60)
    ]
    added = uploads.apply(database, uploads.check_rows(database, "suggestions", many), by="담당자")
    after = tables_of(database)
    reader.execute("begin transaction")
    seen = reader.execute("select count(*) from suggestions").fetchall()
    assert len(before[1]) < len(many)
    undone = undo(database, added.upload_id or 0)
    assert tables_of(database) == before
    assert reader.execute("select count(*) from suggestions").fetchall() == seen
    assert definition_of(database, "suggestions") == kept
    undo(database, undone)
    assert tables_of(database) == after
    with pytest.raises(duckdb.ConstraintException):
        database.cursor().execute("insert into suggestions select * from suggestions limit 1")


def test_what_an_added_row_holds_is_written_down_once_and_all_of_it_when_it_goes(database: Database) -> None:
    values = "select row_before, row_after from changes where upload_id = $1"
    added = change(
        database, "suggestions", suggestion_id="N-1", session_id="GJ-1", category="실증", title="첫 제목"
    )
    assert database.cursor().execute(values, [added]).fetchall() == [(None, None)]
    row = database.cursor().execute(
        "select to_json(suggestions)::varchar from suggestions where suggestion_id = 'N-1'"
    )
    (held,) = row.fetchall()
    changed = change(database, "suggestions", suggestion_id="N-1", title="다른 제목")
    undo(database, changed)
    undone = undo(database, added)
    assert database.cursor().execute(values, [undone]).fetchall() == [(held[0], None)]


def definition_of(database: Database, table: str) -> list[tuple[object, ...]]:
    """How a table is made, with what it must hold."""
    return (
        database.cursor().execute("select sql from duckdb_tables() where table_name = $1", [table]).fetchall()
    )


def test_an_undo_is_recorded_with_what_it_undoes(database: Database) -> None:
    changed = change(database, "suggestions", suggestion_id="GJ-1-1", department="산업과")
    undone = uploads.undo(database, changed, by="다른 담당자")
    assert (undone.kind, undone.by, undone.undoes, undone.files[0].changed) == (
        "undo",
        "다른 담당자",
        changed,
        1,
    )
    taken_back = {upload.upload_id: upload.undone_by for upload in uploads.history(database)}
    assert taken_back == {3: None, 2: 3, 1: None}


def test_a_later_upload_of_the_same_rows_stands_in_the_way(database: Database) -> None:
    first = change(database, "suggestions", suggestion_id="GJ-1-1", department="산업과")
    second = change(database, "suggestions", suggestion_id="GJ-1-1", detail="다른 내용")
    other = change(database, "suggestions", suggestion_id="GJ-1-2", detail="다른 내용")
    assert in_the_way(database, first) == ("touched_later", (second,))
    undo(database, second)
    undo(database, first)
    undo(database, other)


def test_an_upload_that_was_taken_back_is_not_taken_back_twice(database: Database) -> None:
    changed = change(database, "suggestions", suggestion_id="GJ-1-1", department="산업과")
    undone = undo(database, changed)
    assert in_the_way(database, changed) == ("touched_later", (undone,))
    undo(database, undone)
    undo(database, changed)


def test_rows_that_others_refer_to_cannot_go(database: Database) -> None:
    asked = change(database, "suggestions", suggestion_id="A", session_id="GJ-1", category="실증", title="가")
    answer = {"response_id": "R", "suggestion_id": "A", "responded_on": "2025-12-01", "kind": "interim"}
    answered = change(database, "responses", **answer, answer="답")
    assert in_the_way(database, asked) == ("referred_to", (answered,))
    undo(database, answered)
    undo(database, asked)


def test_a_row_cannot_come_back_without_what_it_refers_to(database: Database) -> None:
    meeting = {"session_id": "S", "series": "조찬", "held_on": "2026-01-05", "status": "개최"}
    met = change(database, "sessions", **meeting)
    asked = change(database, "suggestions", suggestion_id="A", session_id="S", category="실증", title="가")
    removed = delete(database, "suggestions", "A")
    met_no_more = delete(database, "sessions", "S")
    assert in_the_way(database, removed) == ("referred_to", (met_no_more,))
    undo(database, met_no_more)
    undo(database, removed)
    undo(database, asked)
    undo(database, met)


def test_a_deletion_is_previewed_recorded_and_taken_back(database: Database) -> None:
    before = tables_of(database)
    preview = uploads.check_deletion(database, "suggestions", ["GJ-1-1", "GJ-1-2"])
    (first, _) = uploads.rows(preview, "deleted")
    assert (preview.counts.deleted, first.key) == (2, ("GJ-1-1",))
    assert all(cell.after is None for cell in first.cells)
    upload = uploads.apply(database, preview, by="담당자")
    assert (upload.kind, upload.files[0].deleted) == ("deletion", 2)
    assert len(tables_of(database)[1]) == 24
    undo(database, upload.upload_id or 0)
    assert tables_of(database) == before


def test_a_deletion_of_what_is_not_there_or_referred_to_is_refused(record: Database) -> None:
    preview = uploads.check_deletion(record, "suggestions", ["GJ-4-1", "없음", "GJ-1-1"])
    assert [(one.line, one.code) for one in uploads.problems(preview)] == [
        (1, "still_referred"),
        (2, "unknown_key"),
    ]
    assert preview.counts.deleted == 1
    categories = uploads.check_deletion(record, "categories", ["실증"])
    assert [one.code for one in uploads.problems(categories)] == ["still_referred"]


def test_a_pause_is_deleted_by_both_parts_of_its_key(database: Database) -> None:
    change(database, "pauses", suggestion_id="GJ-1-1", paused_from="2025-11-12", reason="보완")
    change(database, "pauses", suggestion_id="GJ-1-1", paused_from="2025-11-20", reason="보완")
    preview = uploads.check_deletion(database, "pauses", [("GJ-1-1", "2025. 11. 20.")])
    uploads.apply(database, preview, by="담당자")
    left = database.cursor().execute("select paused_from::varchar from pauses").fetchall()
    assert left == [("2025-11-12",)]


@pytest.mark.parametrize("upload_id", [0, -1, 99])
def test_an_upload_that_is_not_there_is_said_to_be_unknown(database: Database, upload_id: int) -> None:
    assert in_the_way(database, upload_id) == ("unknown_upload", ())


def random_row(random: Random) -> tuple[str, dict[str, object]]:
    """A table and one of its rows, of few enough that they meet again."""
    number = random.randrange(6)
    session = {"session_id": f"S{number}", "series": "조찬", "held_on": "2026-01-05", "status": "개최"}
    asked = {"suggestion_id": f"A{number}", "session_id": random.choice(("S1", "S2", "GJ-1"))}
    asked |= {"category": random.choice(("실증", "새 분야")), "title": f"제목 {random.randrange(9)}"}
    answer = {"response_id": f"R{number}", "suggestion_id": f"A{number}", "responded_on": "2026-02-02"}
    answer |= {"kind": "interim", "answer": f"답 {random.randrange(9)}"}
    report = {
        "report_id": f"P{number}",
        "suggestion_id": f"A{random.randrange(6)}",
        "reported_on": "2026-03-02",
    }
    report |= {"progress": random.choice(("추진 중", "완료", "중단"))}
    holiday = {"day": f"2026-01-0{number + 1}", "name": "쉼", "is_off": random.choice(("예", "아니오"))}
    one, other = random.sample(range(6), 2)  # in either order
    link = {
        "suggestion_id": f"A{one}",
        "related_id": f"A{other}",
        "is_related": random.choice(("예", "아니오")),
    }
    event = {"event_id": f"E{number}", "day": f"2026-03-0{number + 1}", "title": "조직개편"}
    event |= {"kind": random.choice(("조직개편", "선거", ""))}
    rows: list[tuple[str, dict[str, object]]] = [
        ("sessions", dict(session)),
        ("suggestions", dict(asked)),
        ("responses", dict(answer)),
        ("progress_reports", dict(report)),
        ("links", dict(link)),
        ("events", dict(event)),
        ("categories", {"category": "새 분야", "sort": random.randrange(9)}),
        ("holidays", dict(holiday)),
    ]
    return random.choice(rows)


def random_change(database: Database, random: Random) -> None:
    """One small upload of any kind, as far as the data allows it."""
    table, row = random_row(random)
    if random.random() < 0.25:
        key = [str(value) for value in list(row.values())[: 2 if table == "links" else 1]]
        preview = uploads.check_deletion(database, table, [key])
    else:
        preview = uploads.check_rows(database, table, [row])
    uploads.apply(database, preview, by="담당자", skip_rejected=True)


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 20))])
def test_permitted_undos_in_any_order_bring_the_tables_back_down_to_empty(
    database: Database, seed: int, thorough: bool
) -> None:
    random = Random(seed)
    for _ in range(40 if thorough else 20):
        if random.random() < 0.3:
            made = [upload.upload_id for upload in uploads.history(database) if upload.undone_by is None]
            try_to_undo(database, random.choice(made) or 0)
        else:
            random_change(database, random)
    while True:
        standing = [
            upload.upload_id
            for upload in uploads.history(database)
            if upload.undone_by is None and upload.undoes is None and upload.files
        ]
        if not standing:
            break
        random.shuffle(standing)
        assert any([try_to_undo(database, upload_id or 0) for upload_id in standing])
    counts = [len(rows) for rows in tables_of(database)]
    left = {table: count for table, count in zip(uploads.TABLES, counts, strict=True) if count}
    assert left == {"categories": 8}


def try_to_undo(database: Database, upload_id: int) -> bool:
    try:
        undo(database, upload_id)
    except uploads.CannotUndo:
        return False
    return True
