"""Which column of a table each heading of a file stands for."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import duckdb

from dashboard.uploads.fuzzy_match import as_shown, find_nearest, fold
from dashboard.uploads.problems import Problem, problem
from dashboard.uploads.tables import Table, labels

# The column that a list of rejected rows carries; it is not read when the mended list comes back.
REMARKS = ("오류", "problems")


@dataclass(frozen=True)
class Heading:
    """One heading, counted from 1. `column` is what it stands for, None when it is left out or unknown.

    `how`: known (its name or label), chosen (by the person), remembered (chosen for an earlier file with
    the same headings), left_out, or unknown; then `proposal` is the likest column that is still free, if
    any.
    """

    position: int
    text: str
    column: str | None
    how: str
    proposal: str | None = None


def key(heading: str) -> str:
    """A heading as it is compared: spaces, case and the star of a required column forgiven."""
    return fold(heading).rstrip("*")


def known_headings(table: Table) -> dict[str, str]:
    """Every heading that is understood for a table, as compared, and its column."""
    known = {}
    for column in table.columns:
        for heading in (column.name, *labels(table.name, column.name).values()):
            known[key(heading)] = column.name
    return known


def expected_headings(
    cursor: duckdb.DuckDBPyConnection, table: Table, chosen: Mapping[str, str | None]
) -> dict[str, str]:
    """The known headings and those that a person chose now or for an earlier file, by which a header is
    found; one that is left out stands for "".
    """
    known = known_headings(table)
    earlier = cursor.execute(
        "select distinct heading, column_name from heading_choices where table_name = $table",
        {"table": table.name},
    ).fetchall()
    choices = [(key(text), known.get(key(column or ""), "")) for text, column in (*earlier, *chosen.items())]
    return {text: column for text, column in choices if not text.startswith("#")} | known


def map_columns(
    table: Table,
    texts: Sequence[str],
    chosen: Mapping[str, str | None],
    remembered: Mapping[str, str | None],
) -> tuple[Heading, ...]:
    """What each heading stands for; a choice names it as written, `#3` for a third one that is blank or
    written twice.
    """
    known = known_headings(table)
    chosen, remembered = (
        {as_shown(text): column for text, column in answers.items()} for answers in (chosen, remembered)
    )
    headings = []
    for position, text in enumerate(map(as_shown, texts), start=1):
        place = f"#{position}"
        column, how = _meaning(place if place in chosen else text or place, known, chosen, remembered)
        headings.append(Heading(position, text, column, how))
    taken = {heading.column for heading in headings}
    free = [(word, column) for word, column in known.items() if column not in taken]
    return tuple(_propose(heading, free) if heading.how == "unknown" else heading for heading in headings)


def _meaning(
    text: str,
    known: Mapping[str, str],
    chosen: Mapping[str, str | None],
    remembered: Mapping[str, str | None],
) -> tuple[str | None, str]:
    if text in chosen:
        return _answer(chosen[text], "chosen", known)
    if key(text) in known:
        return known[key(text)], "known"
    if text in remembered:
        return _answer(remembered[text], "remembered", known)
    return None, "left_out" if key(text) in REMARKS else "unknown"


def _answer(column: str | None, how: str, known: Mapping[str, str]) -> tuple[str | None, str]:
    """What a person answered; a column that the table does not have is no answer."""
    if column is None:
        return None, "left_out"
    return (known[key(column)], how) if key(column) in known else (None, "unknown")


def _propose(heading: Heading, free: Sequence[tuple[str, str]]) -> Heading:
    return Heading(heading.position, heading.text, None, "unknown", find_nearest(heading.text, free))


def find_problems(table: Table, headings: Sequence[Heading]) -> list[Problem]:
    """What keeps a file with these headings from being read."""
    unknown = [heading for heading in headings if heading.how == "unknown" and heading.text]
    found = [_unknown(table, heading) for heading in unknown]
    found += _find_repeated(table, headings) + _find_repeated_unknown(unknown)
    taken = {heading.column for heading in headings}
    for column in table.key:
        if column not in taken:
            found.append(problem("missing_heading", column=column, label=labels(table.name, column)))
    return found


def _unknown(table: Table, heading: Heading) -> Problem:
    place = {"column": heading.text, "value": heading.text, "position": heading.position}
    if heading.proposal is None:
        return problem("unknown_heading", **place)
    return problem("unknown_heading_like", hint=labels(table.name, heading.proposal), **place)


def _find_repeated(table: Table, headings: Sequence[Heading]) -> list[Problem]:
    counts = Counter(heading.column for heading in headings if heading.column)
    found = []
    for column, count in counts.items():
        if count > 1:
            those = [heading for heading in headings if heading.column == column]
            same = len({key(heading.text) for heading in those}) == 1
            found.append(
                problem(
                    "repeated_heading" if same else "headings_for_one_column",
                    column=column,
                    label=labels(table.name, column),
                    value=", ".join(f"'{heading.text}'" for heading in those),
                    positions=", ".join(str(heading.position) for heading in those),
                )
            )
    return found


def _find_repeated_unknown(unknown: Sequence[Heading]) -> list[Problem]:
    """Headings that nobody has explained yet and that cannot be told apart either."""
    alike: dict[str, list[Heading]] = {}
    for heading in unknown:
        alike.setdefault(key(heading.text), []).append(heading)
    return [
        problem(
            "repeated_unknown_heading",
            column=those[0].text,
            value=those[0].text,
            positions=", ".join(str(heading.position) for heading in those),
        )
        for those in alike.values()
        if len(those) > 1
    ]


def signature(texts: Sequence[str]) -> str:
    """What two files with the same headings share."""
    return json.dumps([key(text) for text in texts], ensure_ascii=False)


def load_choices(
    cursor: duckdb.DuckDBPyConnection, table: Table, texts: Sequence[str]
) -> dict[str, str | None]:
    """What a person chose for an earlier file of this table with the same headings."""
    rows = cursor.execute(
        "select heading, column_name from heading_choices where table_name = $table and headings = $headings",
        {"table": table.name, "headings": signature(texts)},
    ).fetchall()
    return dict(rows)


def save_choices(
    cursor: duckdb.DuckDBPyConnection, table: Table, texts: Sequence[str], chosen: Mapping[str, str | None]
) -> None:
    """Keep what a person chose, for the next file of this table with the same headings."""
    place = {"table": table.name, "headings": signature(texts)}
    cursor.execute(
        "delete from heading_choices where table_name = $table and headings = $headings"
        " and list_contains($chosen::varchar[], heading)",
        place | {"chosen": list(chosen)},
    )
    cursor.execute(
        "insert into heading_choices"
        " select $table, $headings, unnest($chosen::varchar[]), unnest($columns::varchar[])",
        place | {"chosen": list(chosen), "columns": list(chosen.values())},
    )
