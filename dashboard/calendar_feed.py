"""The days that are open, as a calendar for other programs (iCalendar, RFC 5545): an entry each."""

import datetime
import urllib.parse

from icalendar import Calendar, Event, vText

from dashboard import coverage, queries, strings
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.queries import Row

# How often a program that subscribes should ask again.
_ASK_AGAIN = datetime.timedelta(hours=1)
_ONE_DAY = datetime.timedelta(days=1)


def list_departments(database: Database) -> set[str]:
    """The departments that a calendar can be of; the empty name stands for none yet."""
    return {row["department"] for row in queries.answer(database, "frame/departments_to_choose")}


def filters_of(database: Database, department: str | None) -> Filters:
    """What the calendar holds: of one department or of all, as of the day with which pages open."""
    chosen = () if department is None else (department,)
    return Filters(coverage.opening_day(database), departments=chosen)


def write_calendar(
    database: Database, filters: Filters, *, language: str = "ko", public: str | None = None
) -> bytes:
    """The target days, expected days and review days that are open, an all-day entry each, as UTF-8.

    An entry keeps its identity when its day moves, and is gone once the day holds no longer. `public` is the
    address that the stories of suggestions are found below. Titles are as everybody sees them.
    """
    dictionary = strings.dictionary(language, includes_replies=coverage.includes_replies(database))
    rows = queries.answer(database, "tasks/open_days", filters)
    (newest,) = queries.answer(database, "frame/newest_upload")
    calendar = _begin(database, filters, dictionary, rows)
    stamp = newest["changed_at"] or datetime.datetime.combine(filters.day, datetime.time())
    revised = stamp.replace(tzinfo=datetime.UTC, microsecond=0)
    for row in rows:
        event = _event(row, dictionary, public)
        event.add("dtstamp", revised)
        event.add("last-modified", revised)
        event.add("sequence", min(newest["rows_changed"], 2**31 - 1))
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _begin(database: Database, filters: Filters, dictionary: dict[str, str], rows: queries.Rows) -> Calendar:
    """The calendar without entries: its name, what it holds, and what the data it is made of leave out."""
    calendar, name = Calendar(), dictionary["calendar_feed.name"]
    if filters.departments:
        department = filters.departments[0] or dictionary["chart.no_department"]
        name = dictionary["calendar_feed.name_of_department"].format(department=_printable(department))
    about = [dictionary["calendar_feed.about"]]
    if rows and rows[0]["all_days"] > len(rows):
        about.append(dictionary["calendar_feed.cut"].format(count=f"{len(rows):,}"))
    if not coverage.includes_replies(database):
        about.append(dictionary["tasks.cannot_know"])
    calendar.add("prodid", "-//suggestions dashboard//open days//KO")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add(
        "x-wr-calname", vText(name)
    )  # properties that the library does not know are not escaped by it
    calendar.add("x-wr-caldesc", vText(" ".join(about)))
    calendar.add("x-wr-timezone", "Asia/Seoul")
    calendar.add("x-published-ttl", "PT1H")  # what some programs know instead of the next line
    calendar.add("refresh-interval", _ASK_AGAIN, parameters={"value": "DURATION"})
    return calendar


def _event(row: Row, dictionary: dict[str, str], public: str | None) -> Event:
    event = Event()
    identity = urllib.parse.quote(row["suggestion_id"], safe="")
    department = row["department"] or dictionary["chart.no_department"]
    details = {"suggestion": _printable(row["suggestion_id"]), "department": _printable(department)}
    event.add("uid", f"{identity}-{row['kind']}@suggestions-dashboard")
    event.add("dtstart", row["day"])
    event.add("dtend", row["day"] + _ONE_DAY)
    event.add("summary", dictionary[f"calendar_feed.{row['kind']}"].format(title=_printable(row["title"])))
    event.add("description", dictionary["calendar_feed.details"].format(**details))
    event.add("transp", "TRANSPARENT")  # nobody is busy because a day has come
    if public:
        event.add("url", f"{public}/suggestions?suggestion={identity}")
    return event


def _printable(text: str) -> str:
    """A text on one line, without signs that end a line or steer what is shown."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
