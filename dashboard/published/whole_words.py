"""Words in one piece: browsers break Korean behind brackets, quotes and dots, and dates at blanks."""

import re

from markupsafe import Markup, escape

# A date with what hangs on it, and a word that goes on behind a closing bracket, a quote or a middle dot.
_WHOLE = re.compile(
    r"(?:\d+\) )?\S*(?:\d{1,4}\. \d{1,2}\.(?: \d{1,2}\.)?|\d-\d)\S*"
    r"|\S*[)’”」·][가-힣]\S*"
)
_KEPT = Markup("<span class='whole'>{}</span>")


def keep_whole(text: str) -> Markup:
    """A text as HTML in which no particle and no day of a month begins a line of its own."""
    parts, end = [], 0
    for found in _WHOLE.finditer(text):
        parts += [escape(text[end : found.start()]), _KEPT.format(found.group())]
        end = found.end()
    return Markup().join([*parts, escape(text[end:])])
