"""What staff do on the page of one suggestion: answer, correct, pause, extend it; take it back."""

from collections.abc import Callable

import streamlit as st

from dashboard import uploads
from dashboard.queries import Row
from dashboard.ui.language import words
from dashboard.ui.served_database import database
from dashboard.ui.upload import action_forms
from dashboard.ui.upload.apply_button import discard_preview, get_preview, offer_apply, show_last
from dashboard.ui.upload.file_upload import ask_name
from dashboard.ui.upload.preview import show_changes
from dashboard.ui.upload.response_form import fill_in_response

Cells = list[dict[str, str]]

# The table that each action writes to, and the form that says what; None until it is sent.
_ACTIONS: dict[str, tuple[str, Callable[[Row], Cells | None]]] = {
    "answer": ("responses", lambda row: _in_list(fill_in_response(row["suggestion_id"]))),
    "correct": ("suggestions", action_forms.correct),
    "pause": ("pauses", action_forms.pause),
    "resume": ("pauses", action_forms.resume),
    "extend": ("suggestions", action_forms.extend),
}


def show_actions(row: Row) -> bool:
    """The actions as buttons; the one that is chosen opens its form, with what it would change below.

    All of it stands on the page and not in a dialog, which a run from outside would close. Returns whether
    there is a field for the name of whoever works.
    """
    _begin(row["suggestion_id"])
    with st.container(key="actions"):
        action = _choose(row["suggestion_id"])
        if action is None and not st.session_state.get("said"):
            return False
        by = ask_name()
        show_last()
        if action is not None:
            with st.container(key="action_form"):
                _show_form(action, row, by)
    return True


def _begin(suggestion_id: str) -> None:
    """Nothing that was begun or said about another suggestion, or on another page, holds for this one."""
    if st.session_state.get("acted_on") != suggestion_id:
        discard_preview()
        st.session_state.acted_on = suggestion_id
        st.session_state.chosen_action = None


def _choose(suggestion_id: str) -> str | None:
    is_paused = bool(action_forms.open_pauses(suggestion_id))
    offered = [name for name in _ACTIONS if name != ("pause" if is_paused else "resume")]
    action: str | None = st.segmented_control(
        words("actions.actions"),
        offered,
        format_func=lambda name: words(f"actions.{name}"),
        key="chosen_action",
        on_change=_turn_to_another,
    )
    return action if action in offered else None


def _turn_to_another() -> None:
    discard_preview()
    st.session_state.pop("opened", None)


def _show_form(action: str, row: Row, by: str) -> None:
    table, fill_in = _ACTIONS[action]
    if "opened" not in st.session_state or st.session_state.opened["suggestion_id"] != row["suggestion_id"]:
        st.session_state.opened = row
    cells = fill_in(st.session_state.opened)
    if cells is not None:
        st.session_state.pop("said", None)
        st.session_state.preview = uploads.check_rows(database(), table, cells) if cells else None
        if not cells:
            st.info(words("uploading.nothing_to_do"), icon=":material/info:")
    preview = get_preview()
    if preview is not None:
        show_changes(preview)
        offer_apply(preview, by)


def _in_list(cells: dict[str, str] | None) -> Cells | None:
    return None if cells is None else [cells]
