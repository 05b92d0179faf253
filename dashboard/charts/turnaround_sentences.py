"""What the days of several groups show, in words."""

from typing import Any

from dashboard.charts.labels import Labels
from dashboard.charts.style import COUNTS_ONLY_BELOW

Row = dict[str, Any]
Rows = list[Row]


def describe_groups(
    rows: Rows, names: dict[str, str], column: str, labels: Labels, *, names_ends: bool
) -> str:
    """From the quickest to the slowest, perhaps without their names; how many have no end yet."""
    enough = [row for row in rows if row["received"] >= COUNTS_ONLY_BELOW]
    known = [
        (int(row["median_turnaround"]), names[row[column]])
        for row in enough
        if row["median_turnaround"] is not None
    ]
    parts = []
    if known:
        parts.append(_describe_range(known, labels, names_ends=names_ends))
    open_ended = sum(row["p90_turnaround"] is None for row in enough)
    if open_ended:
        parts.append(labels("sentences.turnaround_open", count=open_ended, groups=len(enough)))
    if len(enough) < len(rows):
        parts.append(labels("sentences.turnaround_few", count=len(rows) - len(enough)))
    return " ".join(parts)


def _describe_range(known: list[tuple[int, str]], labels: Labels, *, names_ends: bool) -> str:
    """From the shortest median to the longest; of several with the same, all are meant."""
    few, many = min(known)[0], max(known)[0]
    if few == many:
        key = "days_by_group_same" if len(known) > 1 else "days_by_group_one"
    else:
        key = "days_by_group" if names_ends else "days_by_group_unnamed"
    quickest, slowest = (labels.join(name for days, name in known if days == end) for end in (few, many))
    return labels(
        f"sentences.{key}", quickest=quickest, few=few, slowest=slowest, many=many, count=len(known)
    )
