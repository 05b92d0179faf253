"""The deck as one HTML file to take along: it needs no network."""

import base64
import json
from collections.abc import Sequence
from pathlib import Path

import orjson
from markupsafe import Markup

from dashboard.slides.parts import Slide

STATIC = Path(__file__).resolve().parents[2] / "static"

# What static/deck.js imports. What runs in a window of its own, and its look, stand as text.
_MODULES = (
    "deck_marks.js",
    "deck_search.js",
    "deck_slides.js",
    "deck_timeline.js",
    "deck_windows.js",
    "live_standing.js",
    "seoul_time.js",
)

_FILE = Markup(
    """<!doctype html><html lang='{language}'><head><meta charset='utf-8'>
<meta name='viewport' content='width=device-width'>
<title>{title}</title>
<style id='deck-faces'>{faces}</style>
<style id='deck-style'>{style}</style>
<script type='importmap'>{imports}</script>
</head><body><script type='application/json' id='deck-content'>{content}</script>
<script type='text/plain' id='deck-presenter'>{presenter}</script>
<script type='module'>{script}</script></body></html>"""
)


def build_file(deck: bytes, suggestions: Sequence[Slide] = ()) -> bytes:
    """One HTML file of the JSON that `build_deck` gave, with all that draws it.

    `suggestions` are slides that are not of the deck, but can be jumped to when somebody asks.
    """
    content = orjson.loads(deck) | {"suggestions": list(suggestions)}
    imports = json.dumps({"imports": {f"deck/{name}": _module(name) for name in _MODULES}})
    faces = "".join(_face(weight, name) for weight, name in ((400, "Regular"), (700, "Bold")))
    # Scripts and styles of our own stand as they are; in the JSON no sign can end its element.
    return (
        _FILE.format(
            language=content["language"],
            title=content["title"],
            faces=Markup(faces),
            style=Markup(_read("deck.css")),
            imports=Markup(imports),
            content=Markup(orjson.dumps(content).decode().replace("<", "\\u003c")),
            presenter=Markup(_read("deck_presenter.js")),
            script=Markup(_script("deck.js")),
        )
    ).encode()


def _script(name: str) -> str:
    """A script whose imports are found in the file: from a `data:` address only a plain name leads on."""
    return _read(name).replace('from "./', 'from "deck/')


def _module(name: str) -> str:
    return f"data:text/javascript;base64,{base64.b64encode(_script(name).encode()).decode()}"


def _read(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")


def _face(weight: int, name: str) -> str:
    letters = base64.b64encode((STATIC / f"Pretendard-{name}.subset.woff2").read_bytes()).decode()
    source = f"url(data:font/woff2;base64,{letters}) format('woff2')"
    return f"@font-face {{ font-family: Pretendard; font-weight: {weight}; src: {source}; }}"
