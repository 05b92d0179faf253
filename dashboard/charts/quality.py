"""What final answers state and what they leave out: the checklist of a good answer."""

from typing import Any

from dashboard.charts.labels import Labels
from dashboard.charts.stack import can_be_shares
from dashboard.charts.stacks import stack_bars
from dashboard.charts.style import COUNTS_ONLY_BELOW, Figure

Row = dict[str, Any]
Rows = list[Row]


def answer_quality(rows: Rows, labels: Labels) -> Figure:
    """One bar a check, all as long: solid is what answers state, the hatched rest is what they leave out."""
    return stack_bars(
        rows,
        ("stated", "not_stated"),
        [row["item"] for row in rows],
        [_name(row, labels) for row in rows],
        [{} for _ in rows],
        _describe(rows, labels),
        labels,
        of="checked",
        as_shares=can_be_shares([row["asked"] for row in rows], labels),
        beside=[labels.rate(row["stated"], row["asked"]) for row in rows],
    )


def _name(row: Row, labels: Labels) -> str:
    return labels(f"quality.{row['item']}")


def _describe(rows: Rows, labels: Labels) -> str:
    """What is stated least often, with its counts; several where they are stated as seldom."""
    asked = [row for row in rows if row["asked"]]
    answered = f"{max(row['asked'] for row in asked):,}"
    if not any(row["not_stated"] for row in asked):
        return labels("sentences.answer_quality_all", answered=answered)
    least = min(row["stated"] / row["asked"] for row in asked)
    names = [_say_item(row, labels) for row in asked if row["stated"] / row["asked"] == least]
    said = labels("sentences.answer_quality", answered=answered, names=labels.join(names))
    fewest = f"{min(row['asked'] for row in asked):,}"
    return said if fewest == answered else f"{said} {labels('sentences.answer_quality_base', asked=fewest)}"


def _say_item(row: Row, labels: Labels) -> str:
    """One check with its counts and, of ten or more, its share."""
    is_enough = row["asked"] >= COUNTS_ONLY_BELOW and labels.includes_replies
    return labels(
        "sentences.answer_quality_item",
        name=_name(row, labels),
        asked=f"{row['asked']:,}",
        stated=f"{row['stated']:,}",
        share=f", {labels.percent(row['stated'] / row['asked'])}" if is_enough else "",
    )
