"""Whether anything was reported on promises; where nothing was, one line says so instead of empty charts."""

import streamlit as st

from dashboard import queries
from dashboard.filters import Filters
from dashboard.ui.language import labels, plain, words
from dashboard.ui.served_database import database


def are_promises_reported(filters: Filters) -> bool:
    """Whether any promise that the filters leave has a report; where none has, the page says so."""
    (row,) = queries.answer(database(), "figures/promises", filters)
    if row["promises"] > row["not_reported"]:
        return True
    if row["received"]:
        key = "promises_notice.no_report" if row["promises"] else "promises_notice.no_promise"
        st.info(
            plain(words(key, promises=f"{row['promises']:,}", as_of=labels().day(filters.day))),
            icon=":material/info:",
        )
    return False
