"""What final answers state and what they leave out: the checklist of a good answer."""

from typing import Any

from dashboard.charts import style
from dashboard.charts.escaping import write_figure
from dashboard.charts.labels import Labels
from dashboard.charts.style import Figure

Row = dict[str, Any]
Rows = list[Row]

_MARKERS = {"stated": style.plain_marker(), "not_stated": style.lost_marker()}


def answer_quality(rows: Rows, labels: Labels) -> Figure:
    """One bar a check: solid is what answers state, the hatched rest is what they leave out."""
    names = [f"{_name(row, labels)} · {labels.rate(row['stated'], row['asked'])}" for row in rows]
    keys = [row["item"] for row in rows]
    return write_figure(
        [_part(part, rows, keys, names, labels) for part in _MARKERS],
        style.layout(
            height=style.ROW_HEIGHT * len(rows) + 110,
            sentence=_describe(rows, labels),
            legend=True,
            barmode="stack",
            bargap=0.35,
            xaxis=style.count_axis(max(row["asked"] for row in rows)),
            yaxis=style.name_axis(keys, names),
        ),
    )


def _name(row: Row, labels: Labels) -> str:
    return labels(f"quality.{row['item']}")


def _part(part: str, rows: Rows, keys: list[str], names: list[str], labels: Labels) -> Row:
    """What is stated, or what is not, in every bar."""
    name = labels(f"columns.{part}")
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "y": keys,
        "x": [row[part] or None for row in rows],
        "hovertext": names,
        "marker": _MARKERS[part],
        "hovertemplate": f"%{{hovertext}}<br>{name} %{{x}}<extra></extra>",
    }


def _describe(rows: Rows, labels: Labels) -> str:
    """What is stated least often, with its counts; several where they are stated as seldom."""
    asked = [row for row in rows if row["asked"]]
    answered = f"{max(row['asked'] for row in asked):,}"
    if not any(row["not_stated"] for row in asked):
        return labels("sentences.answer_quality_all", answered=answered)
    least = min(row["stated"] / row["asked"] for row in asked)
    names = [
        f"{_name(row, labels)} {row['stated']:,}/{row['asked']:,}"
        for row in asked
        if row["stated"] / row["asked"] == least
    ]
    return labels("sentences.answer_quality", answered=answered, names=labels.join(names))
