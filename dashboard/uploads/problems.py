"""A problem of an upload, and the sentence a person reads about it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard import strings

# What follows a word in Korean depends on whether its last letter is a consonant.
_PARTICLES = {
    "은(는)": ("은", "는"),
    "이(가)": ("이", "가"),
    "을(를)": ("을", "를"),
    "과(와)": ("과", "와"),
    "(으)로": ("으로", "로"),
}
_PARTICLE = re.compile(r"(\w)?(\W*)(은\(는\)|이\(가\)|을\(를\)|과\(와\)|\(으\)로)")
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
    return fit_particles(template.format(**values))


def fit_particles(text: str) -> str:
    """The text with 은(는) and the like replaced by the form that fits the word before."""
    return _PARTICLE.sub(_choose_particle, text) if "(" in text else text


def _choose_particle(match: re.Match[str]) -> str:
    letter, between, particle = match.groups()
    after_consonant, after_vowel = _PARTICLES[particle]
    if not letter or not ("가" <= letter <= "힣" or letter in "0123456789"):
        return f"{letter or ''}{between}{particle}"
    final = (
        (ord(letter) - ord("가")) % 28 if letter >= "가" else (21, 8, 0, 16, 0, 0, 1, 8, 8, 0)[int(letter)]
    )
    closed = final != 0 and not (particle == "(으)로" and final == 8)
    return f"{letter}{between}{after_consonant if closed else after_vowel}"
