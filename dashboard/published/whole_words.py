"""Words in one piece: browsers break Korean behind brackets, quotes and dots, dates at blanks and hyphens."""

import re

from markupsafe import Markup, escape

# Up to the last digit: so that in Markdown, too, a mark stands right behind it.
DATE = re.compile(
    r"\d{4}-\d{2}(?:-\d{2})?|(?<![\d-])\d{2}-\d{2}(?![\d-])"
    r"|\d{4}\. \d{1,2}(?:\. \d{1,2})?(?=\.)|(?<!\d)\d{1,2}\. \d{1,2}(?=\.)"
)
# A date with what hangs on it, two words in a quote, a count in a bracket, and a word that goes on behind
# a closing bracket, a quote or a middle dot.
_WHOLE = re.compile(
    r"(?:\d+\) )?\S*(?:\d{1,4}\. \d{1,2}\.(?: \d{1,2}\.)?|\d-\d)\S*"
    r"|‘[가-힣]{1,6} [가-힣]{1,6}’\S*|\(\d[\d,]* [a-z]+\)\S*"
    r"|\S*[)’”」·][가-힣]\S*"
)
# What kind of company it is, written in one letter or in brackets, and the place between it and the name.
_KIND = r"(?:[㈀-㈜]|\((?:주|유|사|재)\))"
_BESIDE_KIND = re.compile(rf"(?<=\S)(?={_KIND})|(?<=[㈀-㈜])(?=\S)|(?<=\([주유사재]\))(?=[가-힣A-Za-z])")
_BEFORE_NUMBER = re.compile(r" (?=\d{1,2}$)|(?<=\bNo\.) (?=\d)")
_JOINER = "\u2060"  # nothing that is seen: no line breaks at it
_KEPT = Markup("<span class='whole'>{}</span>")
_DATE = Markup("<span class='date'>{}</span>")


def keep_name(text: str) -> str:
    """A text, or HTML, in which the name of a company and its ㈜, or its number at the end, stay together."""
    return _BEFORE_NUMBER.sub("\u00a0", _BESIDE_KIND.sub(_JOINER, text))


def keep_whole(text: str) -> Markup:
    """A text as HTML in which no particle and no day of a month begins a line of its own.

    Where a date with its word is longer than a line, it breaks before or behind the date, never within it.
    """
    parts, end = [], 0
    text = keep_name(text)
    for found in _WHOLE.finditer(text):
        parts += [escape(text[end : found.start()]), _KEPT.format(_mark_dates(found.group()))]
        end = found.end()
    return Markup().join([*parts, escape(text[end:])])


def _mark_dates(text: str) -> Markup:
    parts, end = [], 0
    for found in DATE.finditer(text):
        parts += [escape(text[end : found.start()]), _DATE.format(found.group())]
        end = found.end()
    return Markup().join([*parts, escape(text[end:])])
