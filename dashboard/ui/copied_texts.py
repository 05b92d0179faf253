"""Texts to be copied, each with a button that a keyboard reaches; static/copied_texts.js does it."""

from collections.abc import Mapping

import streamlit as st

from dashboard.ui.language import words

# Streamlit sends this with the page, so it only fetches the real thing.
_JAVASCRIPT = """
export default async (component) => {
  const texts = await import(new URL("app/static/copied_texts.js", document.baseURI))
  return texts.show(component)
}
"""

_mount = st.components.v2.component("copied_texts", js=_JAVASCRIPT)


def show_texts(texts: Mapping[str, str], *, key: str) -> None:
    """Texts by their names, each in a field with a button."""
    said = {"copy": words("published.copy"), "copied": words("published.copied")}
    _mount(
        key=key,
        data={
            "words": said | {"by_hand": words("published.by_hand")},
            "texts": [{"name": name, "text": text} for name, text in texts.items()],
        },
        height="content",
    )
