"""The slides as the browser gets them: on the page, following the data, and as one file to take along."""

import base64
import html
import json
from pathlib import Path
from typing import Any

import orjson
import streamlit as st

from dashboard import queries, strings
from dashboard.charts import DARK
from dashboard.memory import Memory
from dashboard.ui import filter_row, live_line, public_address
from dashboard.ui.language import language, words
from dashboard.ui.served import database
from dashboard.ui.slides import slides

STATIC = Path(__file__).resolve().parent.parent.parent / "static"
DECKS_KEPT = 50

# Streamlit sends this with the page, so it only fetches the real thing.
_JAVASCRIPT = """
export default async (component) => {
  const deck = await import(new URL("app/static/deck.js", document.baseURI))
  return deck.start(component)
}
"""

_mount = st.components.v2.component("deck", js=_JAVASCRIPT, isolate_styles=False)


def show_deck(content: bytes) -> bool:
    """Cover the page with the slides that `content_of` gave; whether the presenter has just left them."""
    result = _mount(data=content, key="deck", height=1, on_left_change=_run_again)
    return bool(result.left)


def _run_again() -> None:
    """Nothing more than the run that a value from the browser starts."""


def content_of(names: list[str], **chosen: Any) -> bytes:
    """Everything that the slides show, as JSON: made once for all who present the same."""
    asked = (id(database()), database().version, language(), tuple(names), *queries.frozen(chosen))
    link, described = public_address.public_url(), filter_row.described()
    return _contents.get((*asked, link, described), lambda: _content(names, link, described, **chosen))


_contents: Memory[bytes] = Memory(DECKS_KEPT)


def _content(names: list[str], link: str | None, described: str, **chosen: Any) -> bytes:
    made = slides(names, **chosen)
    for slide in (slide for slide in made if slide["name"] == "opening" and link):
        slide |= {"qr": public_address.qr_code(link), "link": link}
    (newest,) = queries.answer(database(), "frame/newest_upload")
    (standing,) = queries.answer(database(), "frame/standing")
    invented = f"{words('deck.demo')} · " if standing["is_demo"] else ""
    told = live_line.told(language(), **newest)
    return orjson.dumps(
        {
            "language": language(),
            "title": words("app.name"),
            "words": strings.section("deck", language()),
            "dark": DARK,
            "footer": {
                "described": invented + described,
                "at": told["at"],
                "time": told["time"],
            },
            "slides": made,
        }
    )


def file_of(content: bytes) -> bytes:
    """One HTML file of the slides that `content_of` gave, with all that draws them: it needs no network."""
    told = orjson.loads(content)
    script = base64.b64encode((STATIC / "figure.js").read_bytes()).decode()
    imports = json.dumps({"imports": {"./figure.js": f"data:text/javascript;base64,{script}"}})
    faces = "".join(_face(weight, name) for weight, name in ((400, "Regular"), (700, "Bold")))
    shown = content.decode().replace("<", "\\u003c")
    parts = [
        f"<!doctype html><html lang='{told['language']}'><head><meta charset='utf-8'>",
        "<meta name='viewport' content='width=device-width'>",
        f"<title>{html.escape(told['title'])}</title>",
        f"<style id='deck-style'>{faces}{(STATIC / 'deck.css').read_text(encoding='utf-8')}</style>",
        f"<script>{(STATIC / 'plotly-basic.min.js').read_text(encoding='utf-8')}</script>",
        f"<script type='importmap'>{imports}</script>",
        f"</head><body><script type='application/json' id='deck-content'>{shown}</script>",
        f"<script type='module'>{(STATIC / 'deck.js').read_text(encoding='utf-8')}</script></body></html>",
    ]
    return "\n".join(parts).encode()


def _face(weight: int, name: str) -> str:
    letters = base64.b64encode((STATIC / f"Pretendard-{name}.subset.woff2").read_bytes()).decode()
    source = f"url(data:font/woff2;base64,{letters}) format('woff2')"
    return f"@font-face {{ font-family: Pretendard; font-weight: {weight}; src: {source}; }}"
