"""What has changed since the last meeting, or the day compared with: how much, and what came last."""

import datetime

import streamlit as st
from markupsafe import Markup

from dashboard import queries
from dashboard.filters import Filters
from dashboard.queries import Row, Rows
from dashboard.states import CHANGES, PROMISE_STATES
from dashboard.ui import url_state
from dashboard.ui.day_choice import Comparison, read_comparison
from dashboard.ui.language import document, labels, language, plain, whole, words
from dashboard.ui.served_database import database
from dashboard.ui.tables import write_asker

NAME = "overview/changed_since"

_PART = Markup(
    "{counts}<ol class='changes'>{rows}</ol>"
    "<p class='all'>{part}<a href='{link}' target='_self'>{all}</a></p>"
)
_COUNTS = Markup("<dl class='changes'>{}</dl>")
_COUNT = Markup("<div><dt>{}</dt><dd>{}</dd></div>")
_ROW = Markup("<li><span>{day}</span> <span>{change}</span> <span>{title}</span></li>")
_PROMISED = Markup("<p class='promised'>{}</p>")
_LINK = Markup("<a href='{}' target='_self'>{}</a>")
_NOTHING = Markup("<p>{}</p>")


def show_changes(filters: Filters) -> None:
    """How much has changed of each kind, and the newest changes; those of the last days have a page."""
    compared = read_comparison(filters.day)
    described = document(NAME)
    title = plain(_title(compared, filters.day))
    st.subheader(title, anchor=False, help=plain(described.meaning[language()]))
    key = (NAME, language(), labels().includes_replies, filters, filters.day, compared, url_state.link(""))
    st.html(database().cached(key, lambda: write_changes(filters, compared)))


def _title(compared: Comparison | None, today: datetime.date) -> str:
    if compared is None:
        return words("overview.since_begin")
    key = "overview.since_day" if compared.is_chosen else "overview.since_meeting"
    return words(key, day=labels().recent_day(compared.day, today))


def write_changes(filters: Filters, compared: Comparison | None) -> Markup:
    """The counts and the newest rows, or that nothing has changed; all there is where nothing is compared."""
    since = compared.day if compared else datetime.date.min
    rows = queries.answer(database(), NAME, filters, since=since)
    promised = _write_promised(filters, since) if compared and not compared.is_chosen else Markup()
    if not rows:
        nothing = words("overview.nothing_changed", as_of=labels().day(filters.day))
        return promised + _NOTHING.format(whole(nothing))
    return promised + _PART.format(
        counts=_write_counts(rows[0]),
        rows=Markup().join(map(_write_row, rows)),
        part=_write_part(rows),
        link=url_state.link("week"),
        all=words("overview.all_changes"),
    )


def _write_part(rows: Rows) -> str:
    """That these are not all, where they are not."""
    count = sum(rows[0][f"all_{change}"] for change in CHANGES)
    if count == len(rows):
        return ""
    return words("overview.newest_changes", count=f"{count:,}", shown=len(rows)) + " "


def _write_promised(filters: Filters, day: datetime.date) -> Markup:
    """What was promised of what was asked at the meetings of that day, with the first of it by name."""
    rows = queries.answer(database(), "overview/promised_at_meeting", filters, since=day)
    if not rows or not labels().includes_replies:
        return Markup()
    (first, *_), meetings = rows, rows[0]["meetings"]
    asked = _LINK.format(url_state.link("suggestions", session=meetings), labels().count(first["asked"]))
    meeting = _name_meeting(first, day, filters.day)
    if not first["all_promises"]:
        return _PROMISED.format(Markup(words("overview.promised_none", meeting=meeting, asked=asked)))
    every = url_state.link("suggestions", session=meetings, promise=list(PROMISE_STATES))
    promises = _LINK.format(every, labels().count(first["all_promises"]))
    titles = Markup(", ").join(
        _name_suggestion(row) + f" ({labels().value('promise_state', row['promise_state'])})" for row in rows
    )
    key = "overview.promised" if first["all_promises"] == len(rows) else "overview.promised_many"
    said = {"meeting": meeting, "asked": asked, "promises": promises, "titles": titles}
    return _PROMISED.format(Markup(words(key, **said)))


def _name_meeting(row: Row, day: datetime.date, today: datetime.date) -> str:
    """The meeting by its number; by its day where it has none, or where several met on that day."""
    if len(row["meetings"]) == 1 and row["round"] is not None:
        return words("overview.meeting", round=row["round"])
    return words("overview.meeting_of_day", day=labels().recent_day(day, today))


def _name_suggestion(row: Row) -> Markup:
    """Its title as a link and who asked: others may have asked for the same and been told otherwise."""
    link = _LINK.format(url_state.link("suggestions", suggestion=row["suggestion_id"]), row["title"])
    return link + write_asker(row)


def _write_counts(row: Row) -> Markup:
    counts = ((change, row[f"all_{change}"]) for change in CHANGES)
    return _COUNTS.format(
        Markup().join(
            _COUNT.format(labels().value("change", change), labels().count(count))
            for change, count in counts
            if count
        )
    )


def _write_row(row: Row) -> Markup:
    return _ROW.format(
        day=labels().short_day(row["day"]),
        change=_say(row),
        title=_name_suggestion(row),
    )


def _say(row: Row) -> str:
    """What happened, and how it came out."""
    change = labels().value("change", row["change"])
    outcome = next((column for column in ("decision", "progress") if row[column]), None)
    return f"{change} · {labels().value(outcome, row[outcome])}" if outcome else change
