"""The deck as one HTML file to take along: it needs no network."""

import base64
import json
from pathlib import Path

import orjson
from markupsafe import Markup

STATIC = Path(__file__).resolve().parents[2] / "static"

# What static/deck.js imports.
_MODULES = ("figure.js", "live_standing.js", "seoul_time.js")

_FILE = Markup(
    """<!doctype html><html lang='{language}'><head><meta charset='utf-8'>
<meta name='viewport' content='width=device-width'>
<title>{title}</title>
<style id='deck-style'>{style}</style>
<script>{plotly}</script>
<script type='importmap'>{imports}</script>
</head><body><script type='application/json' id='deck-content'>{content}</script>
<script type='module'>{script}</script></body></html>"""
)


def build_file(deck: bytes) -> bytes:
    """One HTML file of the JSON that `build_deck` gave, with all that draws it."""
    content = orjson.loads(deck)
    imports = json.dumps({"imports": {f"./{name}": _module(name) for name in _MODULES}})
    faces = "".join(_face(weight, name) for weight, name in ((400, "Regular"), (700, "Bold")))
    # Scripts and styles of our own stand as they are; in the JSON no sign can end its element.
    return (
        _FILE.format(
            language=content["language"],
            title=content["title"],
            style=Markup(faces + _read("deck.css")),
            plotly=Markup(_read("plotly-basic.min.js")),
            imports=Markup(imports),
            content=Markup(deck.decode().replace("<", "\\u003c")),
            script=Markup(_read("deck.js")),
        )
    ).encode()


def _module(name: str) -> str:
    return f"data:text/javascript;base64,{base64.b64encode((STATIC / name).read_bytes()).decode()}"


def _read(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")


def _face(weight: int, name: str) -> str:
    letters = base64.b64encode((STATIC / f"Pretendard-{name}.subset.woff2").read_bytes()).decode()
    source = f"url(data:font/woff2;base64,{letters}) format('woff2')"
    return f"@font-face {{ font-family: Pretendard; font-weight: {weight}; src: {source}; }}"
