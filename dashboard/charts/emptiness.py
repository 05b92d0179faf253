"""When rows have nothing that a picture could show better than a sentence."""

from typing import Any

Row = dict[str, Any]


def says_nothing(rows: list[Row]) -> bool:
    """Whether a curve stays at nobody from end to end, or no group of several has a median to draw."""
    if "share_answered" in rows[0]:
        return not any(row["answered"] for row in rows)
    return "median_turnaround" in rows[0] and all(row["median_turnaround"] is None for row in rows)
