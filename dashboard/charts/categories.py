"""What was asked for: categories ranked, by meeting, by kind of organisation, and those that come back."""

from typing import Any

from dashboard.charts import style
from dashboard.charts.bars import bars
from dashboard.charts.escaping import on_two_lines, write_figure
from dashboard.charts.folding import WIDE_NAME, shorten_inside
from dashboard.charts.labels import Labels
from dashboard.charts.names import natural_key
from dashboard.charts.style import Figure

Row = dict[str, Any]
Rows = list[Row]

BARS_SHOWN = 30
COLUMNS_SHOWN = 24
NARROW_COLUMNS = 8
NARROW_DOT = 24


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
    return labels(
        f"{key}_tie" if _tie(rows, "received") else key,
        name=_first(rows, "received", names, kind, labels),
        received=f"{sum(row['received'] for row in rows):,}",
        count=f"{rows[0]['received']:,}",
    )


def recurring_categories(rows: Rows, labels: Labels) -> Figure:
    """One bar a category by the number of meetings that raised it, those raised most often on top."""
    names = labels.names_of("category", rows)
    sentence = labels(
        "sentences.recurring_categories",
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
        room=1.6,
        narrow_room=2.8,
    )


def _tie(rows: Rows, column: str) -> str:
    """The end of the key of a sentence about those with the largest count."""
    return "_tie" if len(rows) > 1 and rows[1][column] == rows[0][column] else ""


def _first(rows: Rows, column: str, names: dict[str, str], kind: str, labels: Labels) -> str:
    """The names of all those with the largest count, which come first."""
    return labels.join(names[row[kind] or ""] for row in rows if row[column] == rows[0][column])


def categories_by_session(rows: Rows, labels: Labels) -> Figure:
    """A matrix of dots, meetings across and categories down; a larger dot is more suggestions."""
    names = labels.sessions(rows)
    across = list(names)[-COLUMNS_SHOWN:]
    shown = [row for row in rows if row["session_id"] in across]
    totals: dict[str, int] = {}
    for row in shown:
        totals[row["category"]] = totals.get(row["category"], 0) + row["received"]
    down = sorted(totals, key=lambda category: (-totals[category], natural_key(category)))
    category_names = labels.names_of("category", rows)
    return write_figure(
        [_dots(shown, names, category_names)],
        style.layout(
            height=52 * len(down) + 80,
            sentence=_matrix_sentence(rows, names, category_names, labels),
            narrow=_narrow_matrix(len(across), labels),
            narrow_traces=[{"marker": {"size": NARROW_DOT}, "textfont": {"size": NARROW_DOT // 2}}],
            xaxis=_session_axis(across, [shorten_inside(names[session], WIDE_NAME) for session in across]),
            yaxis=style.name_axis(
                down,
                [category_names[category] for category in down],
                gridcolor=style.GRID,
                range=[len(down) - 0.4, -0.6],
                autorange=False,
            ),
        ),
    )


def _narrow_matrix(columns: int, labels: Labels) -> Row:
    """On a phone: upright names, and the latest meetings that fit, said so where some are left out."""
    first = max(0, columns - NARROW_COLUMNS)
    said = {
        "text": labels("chart.latest", count=NARROW_COLUMNS),
        "xref": "paper",
        "yref": "paper",
        "x": 1,
        "y": 0,
        "xanchor": "right",
        "yanchor": "top",
        "showarrow": False,
    }
    return {
        "xaxis": {"tickangle": -90, "range": [first - 0.6, columns - 0.4]},
        "annotations": [said] if first else [],
        "margin": {"b": 32} if first else {},
    }


def _session_axis(keys: list[str], names: list[str]) -> Row:
    span = [-0.6, len(keys) - 0.4]
    return style.category_axis(keys, names, range=span, side="top", gridcolor=style.GRID)


def _dots(rows: Rows, names: dict[str, str], category_names: dict[str, str]) -> Row:
    largest = max(row["received"] for row in rows)
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [row["session_id"] for row in rows],
        "y": [row["category"] for row in rows],
        "text": [f"{row['received']:,}" for row in rows],
        "hovertext": [
            on_two_lines(names[row["session_id"]], category_names[row["category"]]) for row in rows
        ],
        "textfont": {"color": "white", "size": style.TYPE_SIZE - 1},
        "marker": {
            "size": [round(22 + 22 * (row["received"] / largest) ** 0.5, 1) for row in rows],
            "color": style.PRIMARY_DARK,
            "opacity": 1,
        },
        "cliponaxis": False,
        "customdata": [[{"session": row["session_id"], "category": row["category"]}] for row in rows],
        "hovertemplate": "%{hovertext} %{text}<extra></extra>",
    }


def _matrix_sentence(
    rows: Rows, names: dict[str, str], category_names: dict[str, str], labels: Labels
) -> str:
    largest = max(row["received"] for row in rows)
    first = [row for row in rows if row["received"] == largest]
    sentence = labels(
        f"sentences.categories_by_session{_tie(first, 'received')}",
        meetings=len(names),
        categories=len(category_names),
        session=names[first[0]["session_id"]],
        name=category_names[first[0]["category"]],
        count=f"{largest:,}",
        places=f"{len(first):,}",
    )
    if len(names) > COLUMNS_SHOWN:
        sentence += " " + labels("chart.latest_only", count=COLUMNS_SHOWN)
    return sentence
