"""Two files of one upload that say different things of one row: neither is taken for the other."""

import dataclasses
from collections.abc import Sequence
from typing import Any

import duckdb

from dashboard import sql_files
from dashboard.uploads import validation
from dashboard.uploads.compare import recount, same_key
from dashboard.uploads.preview import Preview
from dashboard.uploads.preview_rows import format_cell
from dashboard.uploads.tables import Table


def note_writer(cursor: duckdb.DuckDBPyConnection, table: str, upload_id: int, name: str) -> None:
    """Write down which file wrote the rows of the upload that nobody is noted for yet."""
    cursor.execute(
        sql_files.text("uploads/batch/note_writer.sql"),
        {"table": table, "upload_id": upload_id, "file": name},
    )


def find_contradictions(cursor: duckdb.DuckDBPyConnection, preview: Preview, upload_id: int) -> Preview:
    """The preview without rows that an earlier file of the upload wrote otherwise.

    A row that is as it was before the upload was not edited in this file: the other file's edit stands. Of
    all others each cell becomes a problem that names both values and the file of the other.
    """
    if preview.staged is None or not preview.counts.changes:
        return preview
    found = _fetch(cursor, preview, upload_id)
    if not found:
        return preview
    unedited = [record for record, is_unedited, *_ in found if is_unedited]
    problems = [line for line in found if not line[1]]
    cursor.execute(
        "update compared set status = 'unchanged' where list_contains($records::bigint[], record)",
        {"records": unedited},
    )
    validation.add_problems(cursor, list(_describe(preview.staged.table, problems)))
    return dataclasses.replace(preview, counts=recount(preview.staged))


def _fetch(cursor: duckdb.DuckDBPyConnection, preview: Preview, upload_id: int) -> list[tuple[Any, ...]]:
    staged = preview.staged
    if staged is None:
        return []
    table = staged.table
    # An office's row has one reply and one report: another one to the same suggestion is another word on it.
    is_one = table.name in ("responses", "progress_reports") and preview.kind == "form"
    another = "or (compared.status = 'added' and held.suggestion_id = incoming.suggestion_id)"
    return cursor.execute(
        sql_files.text("uploads/batch/rows_contradicted.sql").format(
            table=table.name,
            key=", ".join(f"held.{column}::varchar" for column in table.key),
            here=", ".join(f"'{column.name}': incoming.{column.name}" for column in table.columns),
            there=", ".join(f"'{column.name}': held.{column.name}" for column in table.columns),
            same_key=same_key(table),
            or_another=another if is_one else "",
        ),
        {"upload_id": upload_id},
    ).fetchall()


def _describe(table: Table, found: Sequence[tuple[Any, ...]]) -> list[tuple[int, str, str, str, str]]:
    """Record, column, value here, code, value there with its file, for every cell that differs."""
    described = []
    for record, _, file, here, there in found:
        for column in table.columns:
            ours, theirs = here.get(column.name), there.get(column.name)
            if ours != theirs and column.name not in table.key:
                both = [format_cell(column, value) or "–" for value in (ours, theirs)]
                described.append(
                    (record, column.name, both[0], "contradicts_other_file", f"'{both[1]}' ({file})")
                )
    return described
