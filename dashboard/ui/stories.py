"""Finding suggestions, and the whole story of one."""

import html
from typing import Any

import streamlit as st

from dashboard import queries
from dashboard.charts import STATES
from dashboard.database import response_days
from dashboard.queries import Row
from dashboard.ui import address, filter_row
from dashboard.ui.chart_section import why_empty
from dashboard.ui.language import labels, plain, words
from dashboard.ui.served import database
from dashboard.ui.tables import list_of, shown, state_of

PAGE_SIZE = 20
_DECISIONS = ("accepted", "partly", "long_term", "declined", "transferred")
_DETAILS = ("progress", "reason", "limits", "next_step", "revisit_on", "responder", "source", "note")


def show_suggestions(**chosen: Any) -> None:
    """The list of suggestions, or the one that the address names."""
    if address.asked("suggestion"):
        _show_story(address.asked("suggestion")[0], **chosen)
    else:
        _show_list(**chosen)


def _show_list(**chosen: Any) -> None:
    narrowed = chosen | _narrower()
    filter_row.show_notes()
    page = _page_number()
    rows = queries.answer(
        database(), "suggestions/suggestion_list", first=(page - 1) * PAGE_SIZE, size=PAGE_SIZE, **narrowed
    )
    if not rows:
        search = narrowed["search"]
        empty = (
            words("empty.search", search=search) if search else why_empty("suggestions/filtered", **chosen)
        )
        st.info(plain(empty), icon=":material/info:")
        address.write()
        return
    found = rows[0]["found"]
    st.markdown(f"**{words('suggestions.count', count=f'{found:,}')}**")
    named = [row | {"category": labels().category(row)} for row in rows]
    st.html(list_of(named, ("title", "organization", "category", "received_on", "state")))
    _choose_page(page, -(-found // PAGE_SIZE))
    address.write()


def _narrower() -> Row:
    """What narrows the list besides the shared filters."""
    if address.has_moved() or "search" not in st.session_state:
        st.session_state.search = "".join(address.asked("search")[:1])
    search = st.text_input(
        words("filters.search"), key="search", placeholder=words("filters.search_hint"), max_chars=100
    )
    address.keep("search", [search] if search else [])
    types = queries.answer(database(), "suggestions/organization_types_to_choose")
    offered = {
        "state": {state: words(f"states.{state}") for state in STATES},
        "decision": {decision: words(f"decisions.{decision}") for decision in _DECISIONS},
        "organization_type": {
            row["organization_type"]: shown("organization_type", row["organization_type"]) for row in types
        },
    }
    chosen = {}
    for column, (key, options) in zip(st.columns(len(offered)), offered.items(), strict=True):
        with column:
            chosen[f"{key}s"] = filter_row.choose_several(key, options)
    return chosen | {"search": search.strip()}


def _page_number() -> int:
    asked = "".join(address.asked("page")[:1])
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1


def _choose_page(page: int, pages: int) -> None:
    if pages > 1:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button("←", key="previous", disabled=page == 1, on_click=_turn_to, args=(page - 1,))
            st.markdown(f"{page:,} / {pages:,}")
            st.button("→", key="next", disabled=page >= pages, on_click=_turn_to, args=(page + 1,))


def _turn_to(page: int) -> None:
    address.keep("page", [str(page)] if page > 1 else [])


def _show_story(suggestion_id: str, **chosen: Any) -> None:
    st.button(words("suggestions.back"), key="back", on_click=_close_story, icon=":material/arrow_back:")
    rows = queries.answer(
        database(), "suggestions/suggestion", as_of=chosen["as_of"], suggestion_id=suggestion_id
    )
    if not rows:
        st.warning(plain(words("suggestions.not_found", suggestion=suggestion_id)), icon=":material/info:")
        return
    (row,) = rows
    st.header(plain(row["title"]), anchor=False)
    st.html(_facts(row))
    st.subheader(words("suggestions.asked"), anchor=False)
    st.markdown(plain(row["detail"] or row["title"]))
    _show_responses(suggestion_id, **chosen)
    _show_pauses(suggestion_id, **chosen)
    st.caption(words("suggestions.legal_note"))


def _close_story() -> None:
    address.keep("suggestion", [])


def _facts(row: Row) -> str:
    """Who, when, what state: as a list of terms that a screen reader can walk through."""
    name = labels()
    speaker = " ".join(part for part in (row["speaker"], row["speaker_role"]) if part)
    due = words("suggestions.due", days=response_days(), day=name.day(row["due_on"]))
    if row["extended_due_on"]:
        due = words(
            "suggestions.extended", day=name.day(row["due_on"]), original=name.day(row["computed_due_on"])
        )
    facts = {
        "columns.suggestion_id": row["suggestion_id"],
        "columns.state": state_of(row),
        "columns.organization": " · ".join(part for part in (row["organization"], speaker) if part) or "–",
        "columns.category": name.category(row),
        "columns.session": f"{row['series']} {name.session(row)}",
        "columns.received_on": name.day(row["received_on"]),
        "columns.due_on": due,
        "columns.extension_reason": row["extension_reason"],
        "columns.department": shown("department", row["department"]),
        "suggestions.source": row["source"],
    }
    terms = "".join(
        f"<div><dt>{html.escape(words(key))}</dt><dd>{html.escape(value)}</dd></div>"
        for key, value in facts.items()
        if value
    )
    return f"<dl class='facts'>{terms}</dl>"


def _show_responses(suggestion_id: str, **chosen: Any) -> None:
    st.subheader(words("suggestions.responses"), anchor=False)
    rows = queries.answer(
        database(), "suggestions/responses_to_suggestion", as_of=chosen["as_of"], suggestion_id=suggestion_id
    )
    if not rows:
        st.info(words("suggestions.no_responses"), icon=":material/info:")
    for row in rows:
        with st.container(border=True):
            decision = f" · {words('decisions.' + row['decision'])}" if row["decision"] else ""
            st.markdown(
                f"**{labels().day(row['responded_on'])} · {words('changes.' + row['kind'])}{decision}**"
            )
            st.markdown(plain(row["answer"]))
            for key in (key for key in _DETAILS if row[key]):
                value = words(f"progress.{row[key]}") if key == "progress" else shown(key, row[key])
                st.markdown(f"**{words('suggestions.' + key)}** {plain(value)}")


def _show_pauses(suggestion_id: str, **chosen: Any) -> None:
    rows = queries.answer(
        database(), "suggestions/pauses_of_suggestion", as_of=chosen["as_of"], suggestion_id=suggestion_id
    )
    if rows:
        st.subheader(words("suggestions.pauses"), anchor=False)
    for row in rows:
        key = "suggestions.pause" if row["paused_until"] else "suggestions.pause_open"
        until = labels().day(row["paused_until"]) if row["paused_until"] else ""
        since = labels().day(row["paused_from"])
        st.markdown(plain(words(key, **{"from": since, "until": until, "reason": row["reason"]})))
