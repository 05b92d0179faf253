"""Words in a figure: Plotly reads HTML in all of them, so they are escaped here."""

from typing import Any

from markupsafe import Markup, escape

# Where Plotly puts words on the screen. Other strings are keys, colours, and templates of our own words.
_SHOWN = frozenset({"text", "hovertext", "ticktext", "name"})


def write_figure(data: list[dict[str, Any]], layout: dict[str, Any]) -> dict[str, Any]:
    """A figure of these traces and this layout; words in it that are not Markup are shown to the letter."""
    return {"data": [_escape_all(trace) for trace in data], "layout": _escape_all(layout)}


def _escape_all(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: part if key == "customdata" else _escape_words(part) if key in _SHOWN else _escape_all(part)
            for key, part in value.items()
        }
    return [_escape_all(part) for part in value] if isinstance(value, list) else value


def _escape_words(words: Any) -> Any:
    if isinstance(words, list | tuple):
        return [_escape_words(part) for part in words]
    return str(escape(words)) if isinstance(words, str) else words


def on_two_lines(first: str, second: str) -> Markup:
    """One text below the other, each to the letter."""
    return Markup("{}<br>{}").format(first, second)
