"""What is there already, as text: in the database, and from sheets that were translated before this one."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import duckdb

from dashboard import sql_files

Row = Mapping[str, str]  # column → text, "" where there is nothing

COLUMNS = {
    "sessions": ("session_id", "series", "round", "held_on", "topic", "status"),
    "suggestions": (
        "suggestion_id",
        "session_id",
        "received_on",
        "organization",
        "speaker",
        "speaker_role",
        "category",
        "title",
        "detail",
        "department",
    ),
    "responses": (
        "response_id",
        "suggestion_id",
        "responded_on",
        "kind",
        "decision",
        "progress",
        "answer",
        "reason",
        "limits",
        "next_step",
        "responder",
        "note",
    ),
    "progress_reports": (
        "report_id",
        "suggestion_id",
        "reported_on",
        "progress",
        "expected_on",
        "summary",
    ),
}


@dataclass(frozen=True)
class TableRows:
    """Rows as a file of the table would hold them, and the line of the sheet that each comes from."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    lines: tuple[int, ...] = ()

    def mappings(self) -> Iterator[dict[str, str]]:
        """The rows by column."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)


def table_rows(columns: tuple[str, ...], made: Sequence[tuple[Row, int]]) -> TableRows:
    """Rows with their lines as those of a table."""
    return TableRows(
        columns,
        tuple(tuple(row[name] for name in columns) for row, _ in made),
        tuple(line for _, line in made),
    )


class Held:
    """Reads what a sheet is compared with; `earlier` are the rows of sheets before it, by table."""

    def __init__(
        self, cursor: duckdb.DuckDBPyConnection, earlier: Sequence[Mapping[str, TableRows]] = ()
    ) -> None:
        self.cursor = cursor
        self._earlier = earlier
        self._tables = {
            name for (name,) in cursor.execute("select table_name from duckdb_tables()").fetchall()
        }

    def taken(self, ids: Iterable[str]) -> set[str]:
        """Which of these numbers suggestions have already."""
        rows = self.cursor.execute(
            "select suggestion_id from suggestions where suggestion_id in (select unnest($ids::varchar[]))",
            {"ids": list(ids)},
        ).fetchall()
        earlier = (
            row["suggestion_id"]
            for sheet in self._earlier
            if "suggestions" in sheet
            for row in sheet["suggestions"].mappings()
        )
        return {name for (name,) in rows} | set(earlier)

    def sessions(self) -> list[Row]:
        """All meetings."""
        ids = self.cursor.execute("select session_id from sessions").fetchall()
        return self.rows("sessions", "session_id", [name for (name,) in ids])

    def rows(self, table: str, column: str, keys: Iterable[str]) -> list[Row]:
        """The rows whose `column` is one of the keys; those of earlier sheets stand for their own rows."""
        columns, wanted = COLUMNS[table], set(keys)
        found: dict[str, Row] = {}
        if table in self._tables and wanted:
            text = sql_files.text("uploads/held_rows.sql").format(
                columns=", ".join(f"coalesce({name}::varchar, '')" for name in columns),
                table=table,
                column=column,
                key=columns[0],
            )
            rows = self.cursor.execute(text, {"keys": sorted(wanted)}).fetchall()
            found = {row[0]: dict(zip(columns, row, strict=True)) for row in rows}
        for row in itertools.chain.from_iterable(
            sheet[table].mappings() for sheet in self._earlier if table in sheet
        ):
            if table == "sessions" or row[column] in wanted:
                found[row[columns[0]]] = row
        return list(found.values())
