"""The meeting that is being held: one that is there, or a new one of today."""

import streamlit as st

from dashboard import calendar, queries, strings, uploads
from dashboard.queries import Row
from dashboard.ui.language import labels, language, words
from dashboard.ui.served_database import database
from dashboard.ui.upload import table_notes
from dashboard.ui.upload.response_form import day_format
from dashboard.ui.viewer import staff_only
from dashboard.uploads import Entry

_NEW = ""
_SERIES_LETTERS = 100


def choose_meeting() -> str | None:
    """The number of the meeting; None while a new one is filled in, or none is chosen."""
    meetings = {row["session_id"]: row for row in queries.answer(database(), "frame/sessions_to_choose")}
    held_today = [key for key, row in meetings.items() if row["held_on"] == calendar.today()]
    if "table_session" not in st.session_state:
        st.session_state.table_session = next(iter(held_today), None if meetings else _NEW)
    names = labels().sessions(list(meetings.values()))
    chosen: str | None = st.selectbox(
        words("at_table.meeting"),
        [_NEW, *meetings],
        index=None,
        format_func=lambda key: (
            _describe(meetings[key], names[key]) if key in meetings else words("at_table.new_meeting")
        ),
        key="table_session",
        placeholder=words("at_table.choose_meeting"),
        persist_state="session",
        on_change=lambda: st.session_state.pop("said", None),
    )
    if chosen == _NEW:
        _fill_in()
    elif chosen in meetings and _is_still_planned(meetings[chosen]):
        st.caption(words("at_table.becomes_held"))
    return chosen if chosen in meetings else None


def _is_still_planned(row: Row) -> bool:
    """Whether what is said in it shows that it took place."""
    return bool(row["status"] == "planned" and row["held_on"] <= calendar.today())


def _describe(row: Row, name: str) -> str:
    status = strings.section("vocabulary.status", language())[row["status"]]
    parts = [row["session_id"], name, labels().day(row["held_on"]), status]
    return " · ".join(dict.fromkeys(parts))


def _key(column: str) -> str:
    return f"table_{column}_{table_notes.turn()}"


def _fill_in() -> None:
    """A new meeting: series, round and day, each filled in as is likely."""
    name = strings.section("headings.sessions", language())
    with st.container(key="by_keyboard_meeting", border=True):
        if _key("series") not in st.session_state:
            newest = queries.answer(database(), "frame/sessions_to_choose")[:1]
            st.session_state[_key("series")] = newest[0]["series"] if newest else ""
            _count_round()
        st.text_input(
            name["series"],
            key=_key("series"),
            max_chars=_SERIES_LETTERS,
            autocomplete="off",
            on_change=_count_round,
        )
        st.number_input(name["round"], min_value=1, max_value=9_999, step=1, key=_key("round"), width=240)
        st.date_input(
            name["held_on"],
            value=calendar.today(),
            format=day_format(),
            key=_key("held_on"),
            width=240,
        )
        st.button(
            words("at_table.make_meeting"),
            key=_key("make"),
            type="primary",
            on_click=_make,
            args=(table_notes.turn(),),
        )


def _count_round() -> None:
    """The round after the last one of the series."""
    series = st.session_state.get(_key("series"))
    st.session_state[_key("round")] = uploads.last_round(database(), series) + 1 if series else 1


@staff_only
def _make(turn: int) -> None:
    """Enter the meeting, and go on with what is said in it."""
    series, number, day = (st.session_state.get(_key(column)) for column in ("series", "round", "held_on"))
    cells = {"series": str(series or "").strip(), "round": number, "held_on": day, "status": "held"}
    for row in queries.answer(database(), "frame/sessions_to_choose"):
        if number and (row["series"], row["round"]) == (cells["series"], number):
            table_notes.refuse(words("at_table.meeting_there", number=row["session_id"]), "table_round")
            return
    table_notes.enter(
        turn,
        lambda: uploads.add_session(database(), cells, by=table_notes.worker()),
        _choose,
        ("series", "round", "held_on"),
        "organization",
    )


def _choose(entry: Entry) -> str:
    """Go on with the meeting that was made."""
    st.session_state.table_session = entry.key
    return words("at_table.meeting_made", number=entry.key)
