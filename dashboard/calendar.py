"""The working days DuckDB counts with: the holidays package and the holidays table, as one calendar."""

import datetime
import importlib.metadata
import os
import zoneinfo
from collections.abc import Callable

import duckdb

from dashboard import sql_files

# Receipts older than ten years have been answered or closed; due days reach a few months ahead.
YEARS_BACK = 10
YEARS_AHEAD = 5
# Begins what stands among the definitions for the public holidays in the file: of which package and years.
KNOWN_DAYS = "holidays "
_SEOUL = zoneinfo.ZoneInfo("Asia/Seoul")


def response_days() -> int:
    """Working days in which an answer is due: 14 unless DASHBOARD_RESPONSE_DAYS says otherwise.

    Source: the period for a 건의민원 in the enforcement decree of the Korean Civil Petitions Act.
    """
    return _days_setting("DASHBOARD_RESPONSE_DAYS", default=14)


def stalled_after_days() -> int:
    """Days without a report after which a promise is stalled: 90, or DASHBOARD_STALLED_AFTER_DAYS."""
    return _days_setting("DASHBOARD_STALLED_AFTER_DAYS", default=90)


def _days_setting(name: str, *, default: int) -> int:
    days = os.environ.get(name, str(default))
    if not days.isascii() or not days.isdigit() or int(days) == 0:
        raise SystemExit(f"{name} must be a whole number above 0, not {days!r}.")
    return int(days)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


# What tells the time to this process; tests put another one in its place.
clock: Callable[[], datetime.datetime] = _now


def today() -> datetime.date:
    """Today in Seoul, where the committee meets."""
    return clock().astimezone(_SEOUL).date()


def bounds(day: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The first and the last day that the calendar knows when it is filled on `day`."""
    return datetime.date(day.year - YEARS_BACK, 1, 1), datetime.date(day.year + YEARS_AHEAD, 12, 31)


def fill(cursor: duckdb.DuckDBPyConnection, *, today: datetime.date) -> None:
    """Put the public holidays of South Korea into the database and make the calendar anew, unless they stand.

    Source: the `holidays` package, country KR, category public (days off for public offices).
    """
    first, last = bounds(today)
    ((own,),) = cursor.execute("select bit_xor(hash(day, name, is_off)) from holidays").fetchall()
    version = importlib.metadata.version("holidays")
    known = f"{KNOWN_DAYS}{version}, {first.year} to {last.year}, own {own}"
    if cursor.execute("select 1 from definitions where digest = $known", {"known": known}).fetchall():
        return
    import holidays  # only where days are wanted: most openings find them

    days = holidays.country_holidays("KR", years=range(first.year, last.year + 1), language="ko")
    cursor.execute("delete from public_holidays")
    cursor.execute(
        "insert into public_holidays select unnest($days), unnest($names)",
        {"days": list(days.keys()), "names": list(days.values())},
    )
    refresh(cursor)
    cursor.execute("delete from definitions where starts_with(digest, $known)", {"known": KNOWN_DAYS})
    cursor.execute("insert into definitions values ($known)", {"known": known})


def refresh(cursor: duckdb.DuckDBPyConnection) -> None:
    """Make the calendar anew from the public holidays and the holidays table."""
    cursor.execute("delete from calendar")
    cursor.execute(sql_files.text("calendar/refresh.sql"))
