"""One meeting: what it was about, what was asked and said, what is due next and what has changed since."""

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from dashboard import queries, strings
from dashboard.charts import name_meetings
from dashboard.filters import Filters
from dashboard.queries import Row
from dashboard.ui import limits, url_state
from dashboard.ui.language import labels, language, plain, whole, words
from dashboard.ui.list_order import name_headings
from dashboard.ui.served_database import database
from dashboard.ui.sessions_handout import show_handout, show_print_button
from dashboard.ui.sessions_parts import Part, build_parts
from dashboard.ui.story.facts import keep_dates
from dashboard.ui.tables import suggestion_table
from dashboard.ui.texts import write_source
from dashboard.ui.viewer import is_staff

_FACT = Markup("<div><dt>{}</dt><dd>{}</dd></div>")
_LINK = Markup("<a href='{}' target='_self'>{}</a>")
_PARAGRAPH = Markup("<p>{}</p>")


def show_meeting(meeting: str, filters: Filters) -> None:
    """One meeting with everything that is known of it, or that there is none of that number."""
    st.button(words("meeting.back"), key="back", on_click=_close, icon=":material/arrow_back:")
    rows = queries.answer(database(), "sessions/meeting", filters, meeting=meeting, is_staff=is_staff())
    if not rows:
        missing = words("meeting.not_found", meeting=limits.shorten(meeting))
        st.warning(plain(missing), icon=":material/info:")
        return
    (row,) = rows
    series = _list_series(meeting, filters)
    names = name_meetings(list(series.values()), labels())
    name = names[meeting]
    st.set_page_config(page_title=f"{limits.shorten(name)} · {words('app.name')}")
    st.header(plain(name), anchor=False)
    facts, parts = describe_meeting(row), build_parts(row, names, filters)
    st.html(_write_facts(facts | _link_neighbours(row, names, series)))
    show_print_button()
    for part in (part for part in parts if part.rows):
        _show_part(part, row)
    absences = [part.absence for part in parts if not part.rows]
    if absences:
        st.caption(plain(words("meeting.nothing", names=" · ".join(absences))))
    show_handout(name, facts, parts, filters)


def _list_series(meeting: str, filters: Filters) -> dict[str, Row]:
    """The meetings of its series by id: all that its page speaks of."""
    every = queries.answer(database(), "sessions/meetings", Filters(filters.as_of))
    by_id = {row["session_id"]: row for row in every}
    return {key: row for key, row in by_id.items() if row["series"] == by_id[meeting]["series"]}


def _close() -> None:
    url_state.keep("meeting", [])


def describe_meeting(row: Row) -> dict[str, str]:
    """What is known of a meeting, by what it is called; attendance in the words in which it was reported."""
    name = strings.section("headings.sessions", language())
    name |= {"meeting_state": words("columns.meeting_state")}
    day = labels().day(row["held_on"])
    counted = row["attendance"] is not None
    facts = {
        "series": row["series"],
        "held_on": f"{day} {row['starts_at']:%H:%M}" if row["starts_at"] else day,
        "meeting_state": labels().value("meeting_state", row["meeting_state"]),
        "place": row["place"],
        "presenters": row["presenters"],
        "attendance": row["attendance_note"]
        or (words("meeting.attendance", count=f"{row['attendance']:,}") if counted else None),
        "source": row["source"] and Markup("; ").join(map(write_source, row["source"].split("; "))),
    }
    return {name[key]: value for key, value in facts.items() if value}


def _link_neighbours(row: Row, names: Mapping[str, str], series: Mapping[str, Row]) -> dict[str, str]:
    """The meetings before and after it in its series, as links; of one that was not held it is said."""
    neighbours = {
        words("meeting.previous"): row["previous_id"],
        words("meeting.next"): row["next_id"],
    }
    return {
        term: _LINK.format(url_state.link("sessions", meeting=meeting), names[meeting])
        + _describe_state(series[meeting])
        for term, meeting in neighbours.items()
        if meeting
    }


def _describe_state(row: Row) -> str:
    held = row["meeting_state"] == "held"
    return "" if held else f" · {labels().value('meeting_state', row['meeting_state'])}"


def _write_facts(facts: Mapping[str, str]) -> Markup:
    return Markup("<dl class='facts'>{}</dl>").format(
        Markup().join(_FACT.format(term, keep_dates(value)) for term, value in facts.items())
    )


def _show_part(part: Part, meeting: Row) -> None:
    """A part with its heading, its sentence and its rows; of more than are shown, where the others are."""
    described = queries.load(part.name)
    st.subheader(part.title, anchor=False, help=plain(described.meaning[language()]))
    table = suggestion_table(part.rows, name_headings(part.columns), caption=part.title, folds=True)
    st.html(_PARAGRAPH.format(whole(part.sentence)) + table)
    if part.total > len(part.rows):
        parts = [words("meeting.first_only", shown=f"{len(part.rows):,}", count=f"{part.total:,}")]
        if part.name == "sessions/asked_at_meeting":
            address = url_state.link("suggestions", session=meeting["session_id"])
            parts.append(_LINK.format(address, words("meeting.all_in_list")))
        st.html(_PARAGRAPH.format(Markup(" ").join(parts)))
