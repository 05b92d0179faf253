"""Who is looking, and what only staff may do."""

import functools
import logging
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import streamlit as st

from dashboard import access
from dashboard.ui.language import words
from dashboard.web.staff_login import role_of

Given = ParamSpec("Given")
Value = TypeVar("Value")


def role() -> access.Role:
    """What this viewer is, by the cookie of the connection and by nothing else."""
    return role_of(st.context.cookies)


def is_staff() -> bool:
    """Whether this viewer may see personal data."""
    return role() == "staff"


def staff_only(change: Callable[Given, Value]) -> Callable[Given, Value | None]:
    """Ask who is acting before anything is changed: what a button calls runs before the guard of its page.

    For anybody but staff nothing is done, and the page says why.
    """

    @functools.wraps(change)
    def change_if_staff(*args: Given.args, **kwargs: Given.kwargs) -> Value | None:
        if role() == "staff":
            return change(*args, **kwargs)
        logging.getLogger("dashboard").warning("%s was refused: not staff", change.__name__)
        st.session_state.said = (words("frame.not_allowed"), None)
        return None

    return change_if_staff
