"""A form for the keyboard alone: Enter presses its button, and the focus goes where the next words belong."""

from collections.abc import Mapping, Sequence

import streamlit as st

# Streamlit sends this with the page, so it only fetches the real thing.
_JAVASCRIPT = """
export default async (component) => {
  const keyboard = await import(new URL("app/static/keyboard.js", document.baseURI))
  return keyboard.follow(component)
}
"""

_mount = st.components.v2.component("keyboard", js=_JAVASCRIPT)


def follow(number: int, field: str, offered: Mapping[str, Sequence[str]]) -> None:
    """Move the focus to the field whose key begins with `field`, once for each `number`.

    In a container whose key begins with `by_keyboard`, Enter in a field presses the primary button, and the
    words `offered` for the beginning of a field's key complete what is typed there.
    """
    _mount(key="keyboard", data={"number": number, "field": field, "offered": offered})
