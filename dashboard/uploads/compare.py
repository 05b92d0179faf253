"""What an upload would add, change and leave as it is."""

from dataclasses import dataclass

from dashboard import sql_files
from dashboard.uploads.staging import Staged
from dashboard.uploads.tables import Table


class RowsLost(Exception):
    """What was read or written does not add up; nothing of it is kept."""


@dataclass(frozen=True)
class Counts:
    """Rows of an upload; the first five add up to the rows that were looked at."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    deleted: int = 0
    rejected: int = 0
    problems: int = 0
    warnings: int = 0

    @property
    def changes(self) -> int:
        """How many rows of the table would be touched."""
        return self.added + self.changed + self.deleted


def compare_rows(staged: Staged, *, deletes: bool = False) -> Counts:
    """Fill the temporary table `compared` anew, and count it."""
    differs = [
        f"incoming.{column.name} is distinct from held.{column.name}"
        for column in staged.columns
        if column.name not in staged.table.key
    ]
    name = "uploads/to_delete.sql" if deletes else "uploads/compared.sql"
    staged.cursor.execute(
        sql_files.text(name).format(
            table=staged.table.name,
            first=staged.table.key[0],
            differs=" or ".join(differs) or "false",
            same_key=same_key(staged.table),
        )
    )
    return recount(staged)


def recount(staged: Staged) -> Counts:
    """Count `compared` and `problems` as they are now. Raises RowsLost when they do not add up."""
    *counted, rows = staged.cursor.execute(
        sql_files.text("uploads/counts.sql").format(rows=staged.rows)
    ).fetchall()[0]
    counts = Counts(*counted)
    if counts.changes + counts.unchanged + counts.rejected != rows:
        raise RowsLost(f"{staged.table.name}: {counts} of {rows} rows")
    return counts


def same_key(table: Table, incoming: str = "incoming", held: str = "held") -> str:
    """The condition that a row of the upload and a row of the table are the same."""
    return " and ".join(f"{incoming}.{column} = {held}.{column}" for column in table.key)
