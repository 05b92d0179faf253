"""Who is looking."""

import streamlit as st

from dashboard import access
from dashboard.web.staff_login import role_of


def role() -> access.Role:
    """What this viewer is, by the cookie of the connection and by nothing else."""
    return role_of(st.context.cookies)
