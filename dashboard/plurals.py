"""Texts with values put in, and words that go by a count: `{count} {count:meeting|meetings}`."""

import string
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

_BETWEEN = "|"


class _Formatter(string.Formatter):
    def format_field(self, value: Any, format_spec: str) -> Any:
        """One value; where two forms stand behind it, the first if it is one, else the second."""
        one, between, many = format_spec.partition(_BETWEEN)
        if not between:
            return super().format_field(value, format_spec)
        return one if Markup(value).striptags() == "1" else many


_FORMATTER = _Formatter()


def fill(text: str, values: Mapping[str, object]) -> str:
    """The text with its {values} put in; `{count:is|are}` is the first form of one, else the second.

    Counts may be written already, as links, too: `1` and `"1"` are one, `"1,000"` is not.
    KeyError for a missing value.
    """
    return _FORMATTER.vformat(text, (), values) if _BETWEEN in text else text.format(**values)
