"""What is wrong with an upload as a person is told it: so many of a kind, and how many more there are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import duckdb

from dashboard import sql_files
from dashboard.uploads import vocabulary
from dashboard.uploads.preview import Preview
from dashboard.uploads.preview_rows import describe_problems, line_of, problems
from dashboard.uploads.problems import Problem, problem
from dashboard.uploads.tables import labels

MOST_OF_A_KIND = 50
_MOST_CATEGORIES = 12  # named as those that there are


def group_problems(preview: Preview, most: int = MOST_OF_A_KIND) -> list[Problem]:
    """Why rows are rejected, or the file is; unknown categories together, since one remedy mends all."""
    if preview.refused:
        return list(_cut(preview.refused, most))
    if preview.cursor is None:
        return []
    unknown = _unknown_categories(preview, preview.cursor)
    found = _problems(preview, preview.cursor, most, is_warning=False, without_categories=bool(unknown))
    return sorted([*unknown, *found], key=_place) if unknown else found


def all_problems(preview: Preview) -> list[Problem]:
    """The same for a program: every one of them, but unknown categories together where they are many."""
    if preview.refused or preview.cursor is None:
        return list(preview.refused)
    unknown = _unknown_categories(preview, preview.cursor, few=MOST_OF_A_KIND)
    found = [one for one in problems(preview) if not unknown or one.code != "unknown_category"]
    return sorted([*unknown, *found], key=_place) if unknown else found


def group_warnings(preview: Preview, most: int = MOST_OF_A_KIND) -> list[Problem]:
    """What is worth a look, so many of a kind."""
    if preview.refused or preview.cursor is None:
        return []
    return _problems(preview, preview.cursor, most, is_warning=True, without_categories=False)


def _place(one: Problem) -> tuple[bool, int]:
    return one.code == "more_of_a_kind", one.line or 0


def _cut(found: Sequence[Problem], most: int) -> Iterator[Problem]:
    """The first problems of each kind, and how many more there are."""
    counts = Counter(one.code for one in found)
    seen = Counter[str]()
    for one in found:
        seen[one.code] += 1
        if seen[one.code] <= most:
            yield one
        if seen[one.code] == most < counts[one.code]:
            yield problem("more_of_a_kind", about="", count=f"{counts[one.code] - most:,}")


def _problems(
    preview: Preview,
    cursor: duckdb.DuckDBPyConnection,
    most: int,
    *,
    is_warning: bool,
    without_categories: bool,
) -> list[Problem]:
    """So many of each kind in the order of the file, then how many more there are of those that are many."""
    rows = cursor.execute(
        sql_files.text("uploads/problems_of_a_kind.sql"),
        {"is_warning": is_warning, "without_categories": without_categories, "most": most},
    ).fetchall()
    counts = {(code, column): of_a_kind for _, column, _, code, *_, of_a_kind in rows}
    found = list(describe_problems(preview, [row[:-1] for row in rows], cursor))
    return found + [
        _more(preview.table, column, count - most) for (_, column), count in counts.items() if count > most
    ]


def _more(table: str, column: str | None, count: int) -> Problem:
    label = labels(table, column) if column else None
    about = {"ko": f"'{label['ko']}' 항목에 " if label else "", "en": f" in '{label['en']}'" if label else ""}
    return problem("more_of_a_kind", about=about, column=column, count=f"{count:,}")


def _unknown_categories(
    preview: Preview, cursor: duckdb.DuckDBPyConnection, few: int = 1
) -> tuple[Problem, ...]:
    """One problem for all categories that there are not, unless they are few."""
    ((record, cells, kinds, first_ones),) = cursor.execute(
        sql_files.text("uploads/unknown_categories.sql")
    ).fetchall()
    if cells <= few:
        return ()
    known = list(dict.fromkeys(vocabulary.categories(cursor).values()))
    return (
        problem(
            "unknown_categories",
            line=line_of(preview, record),
            column="category",
            value=_enumerate((f"'{word[:30]}'" for word in first_ones), kinds - len(first_ones)),
            cells=f"{cells:,}",
            kinds=f"{kinds:,}",
            known=_enumerate(known[:_MOST_CATEGORIES], len(known) - _MOST_CATEGORIES),
        ),
    )


def _enumerate(words: Iterable[str], left: int) -> str:
    return ", ".join(words) + (" …" if left > 0 else "")
