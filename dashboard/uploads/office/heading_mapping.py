"""Which column of the office's sheet each of its headings stands for."""

from collections.abc import Mapping, Sequence

from dashboard.uploads.fuzzy_match import as_shown, fold
from dashboard.uploads.office import words
from dashboard.uploads.problems import Problem, problem
from dashboard.uploads.read.column_mapping import REMARKS, Heading


def map_headings(
    texts: Sequence[str], chosen: Mapping[str, str | None]
) -> tuple[tuple[Heading, ...], tuple[Problem, ...]]:
    """What each heading stands for, and what is said of those that are not read.

    A choice names a heading as written, `#3` for a third one that is blank or stands twice; None leaves it
    out.
    """
    choices = {as_shown(text): column for text, column in chosen.items()}
    read = [_read(position, text, choices) for position, text in enumerate(map(as_shown, texts), start=1)]
    winners = _winners(read)
    headings, notes = [], []
    for heading, rank in read:
        yields = heading.how == "known" and _yields(heading, rank, winners)
        headings.append(Heading(heading.position, heading.text, None, "left_out") if yields else heading)
        if yields:
            other = winners[heading.column or ""][1]
            notes.append(_note("heading_yields", heading.text, hint=other.text))
        elif heading.how == "unknown" and heading.text:
            notes.append(_note("heading_not_read", heading.text))
    return tuple(headings), tuple(notes)


def _read(position: int, text: str, choices: Mapping[str, str | None]) -> tuple[Heading, int]:
    place = f"#{position}"
    if place in choices or text in choices:
        column = choices.get(place, choices.get(text))
        is_column = column is None or column in words.COLUMNS
        how = "left_out" if column is None else "chosen"
        return Heading(position, text, column, how) if is_column else _unknown(position, text), -1
    if fold(text) in REMARKS:
        return Heading(position, text, None, "left_out"), 0
    meant = words.meaning(text)
    return (Heading(position, text, meant[0], "known"), meant[1]) if meant else (_unknown(position, text), 0)


def _unknown(position: int, text: str) -> Heading:
    return Heading(position, text, None, "unknown")


def _strength(heading: Heading, rank: int) -> tuple[bool, int, int]:
    return words.is_weak(heading.text), rank, heading.position


def _winners(read: Sequence[tuple[Heading, int]]) -> dict[str, tuple[tuple[bool, int, int], Heading]]:
    """The heading that is meant most surely, by column."""
    found: dict[str, tuple[tuple[bool, int, int], Heading]] = {}
    for heading, rank in read:
        if heading.column:
            mine = (_strength(heading, rank), heading)
            found[heading.column] = min(found.get(heading.column, mine), mine, key=lambda one: one[0])
    return found


def _yields(
    heading: Heading, rank: int, winners: Mapping[str, tuple[tuple[bool, int, int], Heading]]
) -> bool:
    """Whether another heading has the column; texts are put together unless one of them is weak."""
    winner = winners[heading.column or ""][1]
    if winner is heading or winner.position == heading.position:
        return False
    return heading.column not in words.JOINED or words.is_weak(heading.text) or winner.how == "chosen"


def _note(code: str, text: str, **values: object) -> Problem:
    return problem(code, column=text, value=text, **values)
