"""The way out for staff."""

import streamlit as st
from markupsafe import Markup

from dashboard.ui.language import words

# A form, so that no link and no picture of another page can press it; the server asks where it came from.
_FORM = Markup("<form class='sign-out' method='post' action='sign-out'><button>{}</button></form>")


def show_sign_out() -> None:
    """The button that ends the sign-in of this browser."""
    st.html(_FORM.format(words("staff.sign_out")), width="content")
