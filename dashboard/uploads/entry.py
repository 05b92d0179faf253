"""What is entered as it is said: a meeting or a suggestion with the next number, checked and applied."""

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import duckdb

from dashboard.database import Database
from dashboard.uploads import pipeline
from dashboard.uploads.apply import ChangedSincePreview, Write, apply, write_nothing, write_preview
from dashboard.uploads.audit_log import Upload
from dashboard.uploads.forms import check_rows, stage_row
from dashboard.uploads.grouped_problems import group_warnings
from dashboard.uploads.preview import Preview
from dashboard.uploads.problems import Problem

# When two people enter at once the later one gets the number after that.
_TRIES = 20


@dataclass(frozen=True)
class Entry:
    """A row that was entered, with what is worth a look; or, where `upload` is None, one that was rejected:
    `preview` says why.
    """

    key: str
    preview: Preview
    upload: Upload | None
    warnings: tuple[Problem, ...] = ()

    @property
    def meeting_is_held(self) -> bool:
        """Whether a suggestion made its meeting, planned until then, one that was held."""
        return self.upload is not None and {"suggestions", "sessions"} <= {
            file.table for file in self.upload.files
        }


def add_suggestion(database: Database, cells: Mapping[str, object], *, by: str) -> Entry:
    """Enter a suggestion with the next number of its meeting, which was held then, though it stood as
    planned, when its day has come. Raises as `apply`.
    """
    session_id = str(cells["session_id"])

    def hold(cursor: duckdb.DuckDBPyConnection, upload_id: int) -> None:
        _hold_meeting(database, session_id, cursor, upload_id)

    return _add(
        database,
        "suggestions",
        cells,
        lambda: next_suggestion_id(database, session_id),
        by=by,
        write_more=hold,
    )


def _hold_meeting(
    database: Database, session_id: str, cursor: duckdb.DuckDBPyConnection, upload_id: int
) -> None:
    planned = cursor.execute(
        "select 1 from sessions where session_id = $session_id and status = 'planned' and held_on <= $today",
        {"session_id": session_id, "today": pipeline.today_of(database)},
    ).fetchall()
    if planned:
        held = stage_row(database, cursor, "sessions", {"session_id": session_id, "status": "held"})
        held = pipeline.validate(held)
        if held.counts.changed:
            write_preview(cursor, held, upload_id)


def add_session(database: Database, cells: Mapping[str, object], *, by: str) -> Entry:
    """Enter a meeting with a number made from those of its series. Raises as `apply`."""
    series, held_on = str(cells["series"]), str(cells["held_on"])
    return _add(
        database, "sessions", cells, lambda: next_session_id(database, series, cells["round"], held_on), by=by
    )


def _add(
    database: Database,
    table: str,
    cells: Mapping[str, object],
    next_id: Callable[[], str],
    *,
    by: str,
    write_more: Write = write_nothing,
) -> Entry:
    for _ in range(_TRIES):
        key = next_id()
        preview = check_rows(database, table, [{f"{table[:-1]}_id": key, **cells}])
        if not preview.can_be_applied:
            return Entry(key, preview, None)
        if preview.counts.added == 1:
            warnings = tuple(group_warnings(preview))
            try:
                upload = apply(database, preview, by=by, write_more=write_more)
                return Entry(key, preview, upload, warnings)
            except ChangedSincePreview:
                continue
    raise ChangedSincePreview([[key]])


def next_suggestion_id(database: Database, session_id: str) -> str:
    """The number after the last one of a meeting: `<meeting>-<n>`, with as many digits as the others have."""
    with database.cursor() as cursor:
        ids = cursor.execute(
            "select suggestion_id from suggestions where starts_with(suggestion_id, $1)", [f"{session_id}-"]
        ).fetchall()
    return f"{session_id}-{_next_number(name.removeprefix(f'{session_id}-') for (name,) in ids)}"


def _next_number(numbers: Iterable[str]) -> str:
    written = [number for number in numbers if re.fullmatch("[0-9]{1,9}", number)]
    width = max((len(number) for number in written if number.startswith("0")), default=1)
    return f"{max(map(int, written), default=0) + 1:0{width}}"


def next_session_id(database: Database, series: str, round_: object, held_on: str | datetime.date) -> str:
    """A number that no meeting has yet: as its series is numbered by round, else its day."""
    with database.cursor() as cursor:
        rows = cursor.execute(
            "select session_id, series, round from sessions order by held_on desc, session_id"
        ).fetchall()
    taken = {session_id for session_id, _, _ in rows}
    wanted = next(
        (
            f"{stem[1]}{int(str(round_)):0{len(stem[2])}}"
            for session_id, name, number in rows
            if name == series and (stem := _numbered_by_round(session_id, number)) and round_
        ),
        str(held_on),
    )
    return next(name for name in _and_after(wanted) if name not in taken)


def _numbered_by_round(session_id: str, number: int | None) -> re.Match[str] | None:
    """What stands before the round in such a number, and the round as it is written."""
    stem = re.fullmatch(r"(.*?)([0-9]{1,9})", session_id)
    return stem if stem and number is not None and int(stem[2]) == number else None


def _and_after(wanted: str) -> Iterable[str]:
    yield wanted
    yield from (f"{wanted}-{number}" for number in range(2, 10_000))


def last_round(database: Database, series: str) -> int:
    """The highest round of a series, 0 when it has none."""
    with database.cursor() as cursor:
        (found,) = cursor.execute(
            "select coalesce(max(round), 0) from sessions where series = $1", [series]
        ).fetchall()
    return int(found[0])
