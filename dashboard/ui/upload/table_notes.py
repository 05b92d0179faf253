"""What became of what was entered at the table, and which field is next."""

import threading
from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from dashboard import uploads
from dashboard.database import DatabaseUnavailable
from dashboard.ui import keyboard
from dashboard.ui.language import language, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.upload.apply_button import describe_change, describe_unavailable, show_last
from dashboard.uploads import ChangedSincePreview, Entry

_ENTERING = threading.Lock()


def turn() -> int:
    """How much was entered so far. The next one has fields of its own: Enter pressed twice saves once."""
    entered: int = st.session_state.get("table_turn", 0)
    return entered


def worker() -> str:
    """Who works, as it stands in the field for it."""
    return str(st.session_state.get("staff_name") or "").strip()


def enter(
    number: int,
    add: Callable[[], Entry],
    settle: Callable[[Entry], str],
    fields: Sequence[str],
    next_field: str = "",
) -> None:
    """Enter something; `settle` says what to say then, and the focus is in the next field, or the first.

    On a problem nothing that was typed is lost, and the first of the `fields` with one has the focus.
    """
    entered: dict[int, Entry] = st.session_state.table_entries
    if number != turn():
        return
    if not worker():
        refuse(words("uploading.name_missing"), "staff_name")
        return
    try:
        entry = _enter_once(entered, number, add)
    except (DatabaseUnavailable, ChangedSincePreview) as error:
        refuse(_describe_failure(error), f"table_{fields[0]}")
        return
    if entry.upload is None:
        found = uploads.group_problems(entry.preview)
        wrong = {problem.column for problem in found}
        refuse(_sentences(found), f"table_{next((name for name in fields if name in wrong), fields[0])}")
        return
    st.session_state.table_warnings = list(entry.warnings)
    st.session_state.said = (settle(entry), entry.upload)
    _focus(f"table_{next_field or fields[0]}")
    st.session_state.table_turn = number + 1


def _enter_once(entered: dict[int, Entry], number: int, add: Callable[[], Entry]) -> Entry:
    """Once, though Enter pressed again starts a run beside this one: that one gets what this one entered.

    This one then ends at its next access to the state of the session, and that one goes on.
    """
    with _ENTERING:
        entry = entered.get(number) or add()
        if entry.upload is not None:
            entered[number] = entry
        return entry


def _describe_failure(error: DatabaseUnavailable | ChangedSincePreview) -> str:
    return describe_unavailable(error) if isinstance(error, DatabaseUnavailable) else describe_change(error)


def refuse(sentence: str, field: str) -> None:
    """Say what is wrong, and move the focus to the field that it is about."""
    st.session_state.table_warnings = []
    st.session_state.said = (sentence, None)
    _focus(field)


def _sentences(problems: list[uploads.Problem]) -> str:
    return " ".join(problem.message[language()] for problem in problems)


def _focus(field: str) -> None:
    number, _ = st.session_state.get("table_focus", (0, ""))
    st.session_state.table_focus = (number + 1, field)


def show_notes() -> None:
    """What was entered last, with the button that takes it back, or why it was not; what is worth a look."""
    st.session_state.setdefault("table_entries", {})
    with st.container(key="table_notes"):
        with st.container(horizontal=True, vertical_alignment="center"):
            show_last()
        warnings = st.session_state.get("table_warnings")
        if warnings and st.session_state.get("said"):
            st.warning(plain(_sentences(warnings)), icon=":material/info:")


def follow_keyboard(completed: Mapping[str, tuple[str, str]]) -> None:
    """Enter saves, the focus goes where it is wanted next, and words in use are offered by field."""
    number, field = st.session_state.get("table_focus", (0, ""))
    keyboard.follow(number, field, {key: _in_use(*column) for key, column in completed.items()})


def _in_use(table: str, column: str) -> list[str]:
    served = database()
    return served.cached(("in use", table, column), lambda: uploads.known_values(served, table, column))
