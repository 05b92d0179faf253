"""What is said of a header that is not found, stands in two rows, or has rows above it."""

from collections.abc import Container, Sequence

from dashboard.uploads.problems import Problem, problem
from dashboard.uploads.read import header_row
from dashboard.uploads.read.header_row import Header


def describe_titles(titles: Sequence[Sequence[str]]) -> tuple[Problem, ...]:
    """What a person is asked when rows stand above the header and nobody agreed to skip them."""
    if not titles:
        return ()
    value = " / ".join(" ".join(filter(None, title)) for title in titles)
    return (problem("title_rows", line=1, count=len(titles), value=value),)


def describe_second_line(line: int, second: int | None) -> tuple[Problem, ...]:
    """What is said of headings that stand in two rows, one below the other."""
    if second is None:
        return ()
    return (problem("two_heading_rows", line=min(line, second), second=max(line, second)),)


def without_header(
    head: str, found: Header | None, known: Container[str], row: int | None
) -> tuple[Problem, ...]:
    """Why a text has no header that could be used; nothing when it has one."""
    is_one = found is not None and len(found.cells) == 1 and not header_row.count_known(found.cells, known)
    separator = header_row.other_separator(head) if not row and (found is None or is_one) else None
    if separator:
        return (problem("other_separator", value=separator),)
    if found is not None:
        return ()
    if not head.strip():
        return (problem("empty_file"),)
    return (problem("no_header_row", line=row) if row else problem("first_line_too_long", line=1),)
