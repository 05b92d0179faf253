"""A problem of an upload, and the sentence a person reads about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard import strings
from dashboard.particles import fit_particles
from dashboard.plurals import fill

_LONGEST_SHOWN = 60
_MOST_LINES = 12  # named in one sentence


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong or worth a look: where, what, and the sentence by language.

    `line` is the line of the file (the row of a sheet), counted from 1; None when the whole file is meant.
    `column` is a column name, or a heading that stands for none.
    """

    code: str
    message: Mapping[str, str]
    line: int | None = None
    column: str | None = None
    value: str | None = None


def problem(code: str, **values: object) -> Problem:
    """A problem in the words of strings.toml, [problems]; `line`, `column` and `value` are kept beside them.

    A value that is a mapping is taken by language.
    """
    message = {
        language: sentence(code, language, **_in_language(values, language)) for language in strings.LANGUAGES
    }
    place = {name: values[name] for name in ("line", "column", "value") if name in values}
    return Problem(code=code, message=message, **place)  # type: ignore[arg-type]


def problem_of_lines(code: str, lines: Sequence[int]) -> Problem:
    """One problem of all these lines, the first of which are named."""
    named = ", ".join(map(str, lines[:_MOST_LINES])) + (" …" if len(lines) > _MOST_LINES else "")
    return problem(code, line=lines[0], count=len(lines), lines=named)


def _in_language(values: Mapping[str, object], language: str) -> dict[str, object]:
    return {name: value[language] if isinstance(value, Mapping) else value for name, value in values.items()}


def sentence(code: str, language: str, **values: object) -> str:
    """The sentence for a code, with its values put in."""
    return fill_in(strings.sections()["problems"][code][language], **values)


def fill_in(template: str, **values: object) -> str:
    """A template with its {values} put in, a long {value} shortened, and Korean particles that fit."""
    for name in ("value", "hint"):
        value = values.get(name)
        if isinstance(value, str) and len(value) > _LONGEST_SHOWN:
            values[name] = value[: _LONGEST_SHOWN - 1] + "…"
    return fit_particles(fill(template, values))
