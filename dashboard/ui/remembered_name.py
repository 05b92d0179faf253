"""The name of whoever works, kept in this browser alone until somebody signs out there."""

import streamlit as st

# Streamlit sends this with the page, so it only fetches the real thing.
_JAVASCRIPT = """
export default async (component) => {
  const name = await import(new URL("app/static/remembered_name.js", document.baseURI))
  return name.remember(component)
}
"""

_mount = st.components.v2.component("remembered_name", js=_JAVASCRIPT)


def remember(key: str) -> None:
    """Keep what stands in the field of that key; where it is empty, fill in what this browser has kept."""
    name = st.session_state.get(key, "")
    _mount(key="remembered_name", data={"name": name}, on_name_change=lambda: _fill_in(key))


def _fill_in(key: str) -> None:
    """What the browser has kept, unless the person has begun to write."""
    kept = str(st.session_state["remembered_name"].get("name") or "").strip()
    if kept and not st.session_state.get(key):
        st.session_state[key] = kept[:40]
