"""What is taken along of the tasks: the calendar of their days, and for staff the sheet of one department."""

import urllib.parse

import streamlit as st
from markupsafe import Markup

from dashboard.filters import Filters
from dashboard.ui.language import labels, language, words
from dashboard.ui.upload.office_sheets import offer_department_sheet
from dashboard.ui.viewer import is_staff
from dashboard.web.public_address import public_url

_CALENDAR = Markup("<p class='calendar'><a href='{}' target='_self'>{}</a> · {}</p>")


def show_ways(filters: Filters) -> None:
    """The calendar of one department or of all; the sheet of the one that is looked at alone."""
    department = filters.departments[0] if len(filters.departments) == 1 else None
    with st.container(key="tasks_taken_along"):
        st.html(write_calendar(department, public_url()))
        if department is not None and is_staff():
            offer_department_sheet(department, labels().value("department", department))


def write_calendar(department: str | None, public: str | None) -> Markup:
    """The link to the calendar; its whole address where another machine could open it."""
    asked = {} if department is None else {"department": department}
    asked |= {} if language() == "ko" else {"lang": language()}
    address = f"calendar.ics?{urllib.parse.urlencode(asked)}" if asked else "calendar.ics"
    name = words("tasks.everybody") if department is None else labels().value("department", department)
    about = words("tasks.calendar_help")
    if public:
        about = words("tasks.calendar_address", address=f"{public}/{address}")
    return _CALENDAR.format(address, words("tasks.calendar", name=name), about)
