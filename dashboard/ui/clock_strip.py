"""The clock of one suggestion: a list of days, laid out by weeks where there is room."""

import datetime
import html
from typing import Any

import streamlit as st

from dashboard import queries
from dashboard.queries import Row, Rows
from dashboard.ui import address
from dashboard.ui.language import labels, plain, words
from dashboard.ui.served import database

# So many days after the target day stand open; a long wait after them is folded away.
DAYS_AFTER_DUE = 14


def show_strip(suggestion_id: str, **chosen: Any) -> None:
    """Every day from receipt on: its number or the reason why it does not count, and what fell on it."""
    days = queries.answer(database(), "figures/due_days", as_of=chosen["as_of"], suggestion_id=suggestion_id)
    is_asked = address.asked("clock") == ["open"]
    with st.expander(words("clock.title"), key="clock_strip", expanded=is_asked, icon=":material/event:"):
        st.markdown(plain(_sentence(days, chosen["as_of"])))
        st.html(strip_of(days, chosen["as_of"]))


def _sentence(days: Rows, as_of: datetime.date) -> str:
    answered_on = days[0]["answered_on"]
    so_far = [row for row in days if row["day"] <= (answered_on or as_of)]
    counted = sum(row["is_counted"] for row in so_far)
    return words(
        "clock.answered" if answered_on else "clock.waiting",
        due=labels().day(days[0]["due_on"]),
        counted=f"{counted:,}",
        left_out=f"{len(so_far) - counted:,}",
    )


def strip_of(days: Rows, as_of: datetime.date) -> str:
    """The days as an ordered list in HTML, Monday first; those long after what matters are folded away."""
    first = days[0]
    end = max(day for day in (first["due_on"], first["computed_due_on"], first["answered_on"]) if day)
    if not first["answered_on"]:
        end += datetime.timedelta(days=DAYS_AFTER_DUE)
    while end.weekday() != 6:  # whole weeks
        end += datetime.timedelta(days=1)
    shown, later = [row for row in days if row["day"] <= end], [row for row in days if row["day"] > end]
    strip = _list(shown, as_of)
    if later:
        summary = html.escape(words("clock.later", count=f"{len(later):,}"))
        strip += f"<details><summary>{summary}</summary>{_list(later, as_of)}</details>"
    return strip


def _list(days: Rows, as_of: datetime.date) -> str:
    return f"<ol class='clock'>{''.join(_day(row, as_of) for row in days)}</ol>"


def _day(row: Row, as_of: datetime.date) -> str:
    marks = [html.escape(words(f"clock.{mark}")) for mark in _marks(row, as_of)]
    weekend = {6: "clock.saturday", 7: "clock.sunday"}.get(row["day"].isoweekday())
    reason = words(weekend) if weekend else row["reason"]
    count = (
        words("clock.number", number=row["number"])
        if row["is_counted"]
        else words("clock.left_out", reason=reason)
    )
    classes = " ".join(
        [
            "counted" if row["is_counted"] else "left-out",
            *(["marked"] if marks else []),
            f"day-{row['day'].isoweekday()}",
        ]
    )
    said = "".join(f"<strong>{mark}</strong>" for mark in marks)
    day = html.escape(labels().day(row["day"]))
    return (
        f"<li class='{classes}'><time datetime='{row['day']}'>{day}</time>"
        f"<span>{html.escape(count)}</span>{said}</li>"
    )


def _marks(row: Row, as_of: datetime.date) -> list[str]:
    """What fell on a day, as keys of the words."""
    due = "extended_due_on" if row["extended_due_on"] else "due_on"
    fell = {
        "received_on": row["received_on"],
        "original_due_on": row["computed_due_on"] if row["extended_due_on"] else None,
        due: row["due_on"],
        "answered_on": row["answered_on"],
        "today": as_of,
    }
    return [mark for mark, day in fell.items() if day == row["day"]]
