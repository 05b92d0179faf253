"""The clock of one suggestion: a list of days, laid out by weeks where there is room."""

import datetime

import streamlit as st
from markupsafe import Markup

from dashboard import queries
from dashboard.queries import Row, Rows
from dashboard.ui import url_state
from dashboard.ui.language import labels, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.viewer import is_staff

# So many days after the target day stand open; a long wait after them is folded away.
DAYS_AFTER_DUE = 14

_LIST = Markup("<ol class='clock'>{}</ol>")
_LATER = Markup("<details><summary>{}</summary>{}</details>")
_DAY = Markup("<li class='{}'><time datetime='{}'>{}</time><span>{}</span>{}</li>")
_MARK = Markup("<strong>{}</strong>")


def show_strip(suggestion_id: str, as_of: datetime.date) -> None:
    """Every day from receipt on: its number or the reason why it does not count, and what fell on it."""
    days = queries.answer(
        database(), "figures/due_days", as_of=as_of, suggestion_id=suggestion_id, is_staff=is_staff()
    )
    is_open = url_state.get("clock") == ["open"]
    with st.expander(words("clock.title"), key="clock_strip", expanded=is_open, icon=":material/event:"):
        st.markdown(plain(_sentence(days, as_of)))
        st.html(build_strip(days, as_of))


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


def build_strip(days: Rows, as_of: datetime.date) -> Markup:
    """The days as an ordered list in HTML, Monday first; those long after what matters are folded away."""
    first = days[0]
    end = max(day for day in (first["due_on"], first["computed_due_on"], first["answered_on"]) if day)
    if not first["answered_on"]:
        end += datetime.timedelta(days=DAYS_AFTER_DUE)
    while end.weekday() != 6:  # whole weeks
        end += datetime.timedelta(days=1)
    strip = _list([row for row in days if row["day"] <= end], as_of)
    later = [row for row in days if row["day"] > end]
    if later:
        strip += _LATER.format(words("clock.later", count=f"{len(later):,}"), _list(later, as_of))
    return strip


def _list(days: Rows, as_of: datetime.date) -> Markup:
    return _LIST.format(Markup().join(_day(row, as_of) for row in days))


def _day(row: Row, as_of: datetime.date) -> Markup:
    marks = Markup().join(_MARK.format(words(f"clock.{mark}")) for mark in _marks(row, as_of))
    weekend = {6: "clock.saturday", 7: "clock.sunday"}.get(row["day"].isoweekday())
    reason = words(weekend) if weekend else row["reason"]
    is_counted = row["is_counted"]
    count = (
        words("clock.number", number=row["number"]) if is_counted else words("clock.left_out", reason=reason)
    )
    classes = ["counted" if is_counted else "left-out", *(["marked"] if marks else [])]
    return _DAY.format(
        " ".join([*classes, f"day-{row['day'].isoweekday()}"]),
        row["day"],
        labels().day(row["day"]),
        count,
        marks,
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
