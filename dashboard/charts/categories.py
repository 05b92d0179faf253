"""What was asked for: categories ranked, by kind of organisation, and those that come back."""

from typing import Any

from dashboard.charts.bars import bars
from dashboard.charts.labels import Labels
from dashboard.charts.style import Figure

Row = dict[str, Any]
Rows = list[Row]

BARS_SHOWN = 30


def categories_ranked(rows: Rows, labels: Labels) -> Figure:
    """One bar a category, the most asked for on top; categories nobody asked for stay visible as zero."""
    names = labels.names_of("category", rows)
    shown = rows[:BARS_SHOWN]
    return bars(
        [names[row["category"]] for row in shown],
        [row["received"] for row in shown],
        [labels.count(row["received"]) for row in shown],
        [{"category": row["category"]} for row in shown],
        _describe_most("sentences.categories_ranked", "category", rows, names, labels),
    )


def categories_by_organization_type(rows: Rows, labels: Labels) -> Figure:
    """One bar a kind of organisation, the one that asked most on top."""
    names = labels.names_of("organization_type", rows)
    return bars(
        list(names.values()),
        [row["received"] for row in rows],
        [labels.count(row["received"]) for row in rows],
        [{"organization_type": row["organization_type"] or ""} for row in rows],
        _describe_most("sentences.categories_by_organization_type", "organization_type", rows, names, labels),
    )


def _describe_most(key: str, kind: str, rows: Rows, names: dict[str, str], labels: Labels) -> str:
    """Which category or kind of organisation has most of all that was received, or which several."""
    if not rows[0][kind]:
        key = "sentences.categories_by_organization_type_unknown"
    return labels(
        f"{key}_tie" if rows[0][kind] and tie(rows, "received") else key,
        name=_first(rows, "received", names, kind, labels),
        received=f"{sum(row['received'] for row in rows):,}",
        count=f"{rows[0]['received']:,}",
    )


def recurring_categories(rows: Rows, labels: Labels) -> Figure:
    """One bar a category by the number of meetings that raised it, those raised most often on top."""
    names = labels.names_of("category", rows)
    sentence = labels(
        f"sentences.recurring_categories{tie(rows, 'meetings')}",
        count=len(rows),
        name=_first(rows, "meetings", names, "category", labels),
        meetings=rows[0]["meetings"],
    )
    texts = [
        labels("chart.meetings", count=f"{row['meetings']:,}", received=f"{row['received']:,}")
        for row in rows
    ]
    return bars(
        list(names.values()),
        [row["meetings"] for row in rows],
        texts,
        [{"category": row["category"]} for row in rows],
        sentence,
    )


def tie(rows: Rows, column: str) -> str:
    """The end of the key of a sentence about those with the largest count."""
    return "_tie" if len(rows) > 1 and rows[1][column] == rows[0][column] else ""


def _first(rows: Rows, column: str, names: dict[str, str], kind: str, labels: Labels) -> str:
    """The names of all those with the largest count, which come first."""
    return labels.join(names[row[kind] or ""] for row in rows if row[column] == rows[0][column])
