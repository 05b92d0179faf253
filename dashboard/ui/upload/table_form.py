"""At the table: each suggestion goes in as it is said, by the keyboard alone."""

import streamlit as st

from dashboard import queries, strings, uploads
from dashboard.ui.language import labels, language, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.upload import table_meeting, table_notes
from dashboard.ui.upload.table_list import show_entered
from dashboard.ui.viewer import staff_only
from dashboard.uploads import Proposal

# In the order of the Tab key.
_FIELDS = ("organization", "title", "category", "detail", "speaker", "speaker_role", "department")
# Columns whose words in use are offered while one is being typed: the field's key, table and column.
_COMPLETED = {
    "table_organization": ("suggestions", "organization"),
    "table_department": ("suggestions", "department"),
    "table_series": ("sessions", "series"),
}
_TITLE_LETTERS, _NAME_LETTERS = 300, 100


def show_table_form(_: str) -> None:
    """The meeting, what is being said, and what was said before in this meeting."""
    session_id = table_meeting.choose_meeting()
    table_notes.show_notes()
    if session_id is not None:
        with st.container(key="by_keyboard_suggestion", border=True):
            _fill_in(session_id)
        show_entered(session_id)
    table_notes.follow_keyboard(_COMPLETED)


def _fill_in(session_id: str) -> None:
    """The fields in the order of the Tab key: first what every suggestion has, then what can wait."""
    name = strings.section("headings.suggestions", language())
    st.text_input(name["organization"], key=_key("organization"), max_chars=_NAME_LETTERS, autocomplete="off")
    st.text_input(name["title"], key=_key("title"), max_chars=_TITLE_LETTERS, on_change=_propose)
    _choose_category(name["category"])
    optional = words("at_table.optional")
    st.text_area(
        name["detail"],
        key=_key("detail"),
        height=80,
        placeholder=words("at_table.detail_hint"),
    )
    with st.container(horizontal=True):
        for column in ("speaker", "speaker_role", "department"):
            st.text_input(
                name[column],
                key=_key(column),
                max_chars=_NAME_LETTERS,
                placeholder=optional,
                autocomplete="off",
                width=260,
            )
    st.button(
        words("at_table.save"),
        key=_key("save"),
        type="primary",
        on_click=_save,
        args=(session_id, table_notes.turn()),
        help=words("at_table.save_help"),
    )


def _key(column: str) -> str:
    return f"table_{column}_{table_notes.turn()}"


def _typed(column: str) -> str:
    return str(st.session_state.get(_key(column)) or "").strip()


def _choose_category(label: str) -> None:
    """The category that is proposed for the title, unless the person chooses another."""
    rows = {row["category"]: row for row in queries.answer(database(), "frame/categories_to_choose")}
    st.radio(
        label,
        list(rows),
        index=None,
        format_func=lambda key: labels().name("category", rows[key]) if key in rows else key,
        key=_key("category"),
        horizontal=True,
        on_change=_choose_by_hand,
    )
    proposal: Proposal | None = st.session_state.get(_key("proposal"))
    if proposal is None and not _typed("category"):
        st.caption(words("at_table.category_waits"))
    elif proposal is not None:
        like = {"title": proposal.like} if proposal.like else {}
        st.caption(plain(words("at_table.like" if like else "at_table.like_nothing", **like)))


def _choose_by_hand() -> None:
    """What a person chose is not proposed over."""
    st.session_state[_key("proposal")] = None
    st.session_state[_key("by_hand")] = bool(_typed("category"))


def _propose() -> None:
    """Propose a category for the title as it stands now."""
    title = _typed("title")
    if st.session_state.get(_key("by_hand")):
        return
    proposal = uploads.propose_category(database(), title) if title else None
    st.session_state[_key("proposal")] = proposal
    st.session_state[_key("category")] = proposal.category if proposal else None


@staff_only
def _save(session_id: str, number: int) -> None:
    """Check and apply what was said; where Enter was pressed in the title, the category is proposed here."""
    proposal: Proposal | None = st.session_state.get(_key("proposal"))
    if proposal is None or proposal.title != _typed("title"):
        _propose()
    cells = {"session_id": session_id} | {column: _typed(column) for column in _FIELDS}
    said = {"title": cells["title"], "category": cells["category"]}
    table_notes.enter(
        number,
        lambda: uploads.add_suggestion(database(), cells, by=table_notes.worker()),
        lambda entry: words(
            "at_table.saved_and_held" if entry.meeting_is_held else "at_table.saved", number=entry.key, **said
        ),
        _FIELDS,
    )
