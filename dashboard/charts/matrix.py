"""What each meeting asked for: a matrix of dots, meetings down and categories across."""

from typing import Any

from dashboard.charts import style
from dashboard.charts.categories import tie
from dashboard.charts.escaping import write_figure
from dashboard.charts.folding import fold_heading, measure, shorten_inside, width
from dashboard.charts.labels import Labels
from dashboard.charts.matrix_dots import are_thousands, draw_dots, draw_small_dots
from dashboard.charts.meeting_rows import BARS_SHOWN, find_ghosts, find_latest, name_meetings
from dashboard.charts.names import natural_key
from dashboard.charts.narrow_names import name_above
from dashboard.charts.row_words import end_words, frame, ghost_words
from dashboard.charts.style import Figure

Row = dict[str, Any]
Rows = list[Row]

COLUMNS_SHOWN = 12
NARROW_COLUMNS, NARROW_COLUMNS_OF_THOUSANDS = 8, 5
HEADING, NARROW_HEADING = 17, 32  # columns of letters, headings on two lines or one
# Pixels between the middle of a row and the name above it; of thousands the counts stand below the dots.
_ABOVE_DOT, _ABOVE_SMALL_DOT = 12, 6
_HIGH, _LOW = 0.35, 0.22  # of a row: half a frame, and half of one below a name
_LEVEL_COLUMNS = 2  # categories whose headings have the room of a phone
_HEADING_SIZE = 13  # two lines of it stand upright above a column at 768 px
_HEAD, _HEAD_FOOT = 110, 60  # pixels: above the rows of a desk, and around an upright heading


def categories_by_session(rows: Rows, labels: Labels) -> Figure:
    """A matrix of dots, meetings down and categories across; a larger dot is more suggestions."""
    names = name_meetings(rows, labels)
    shown, _ = find_latest(list({row["session_id"]: row for row in rows}.values()), labels)
    counted = [row for row in rows if row["received"]]
    categories = labels.names_of("category", counted)
    down = [row["session_id"] for row in shown]
    drawn = [row for row in counted if row["session_id"] in down]
    across = _find_columns(drawn or counted)
    row_names = [names[key] for key in down]
    heads = [shorten_inside(categories[key], NARROW_HEADING, NARROW_HEADING // 2) for key in across]
    ghosts = find_ghosts(shown, "received", labels)
    ends, targets = _count_rows(drawn, down, labels)
    frames = [_frames(down, across, ghosts, half) for half in (_HIGH, _LOW)]
    return write_figure(
        [
            draw_dots([row for row in drawn if row["category"] in across], across, names, categories),
            end_words(down, row_names, [len(across) - 0.5] * len(down), ends, targets),
            *ghost_words(down, row_names, ghosts, begin=-0.5),
        ],
        style.layout(
            height=style.ROW_HEIGHT * len(down) + _find_head(heads),
            sentence=_describe(counted, names, categories, labels),
            narrow=_narrow(across, heads, name_above(row_names, ends), frames[1], drawn, labels),
            narrow_traces=[draw_small_dots(drawn), {"text": [""] * len(down)}],
            margin={"l": 8, "r": max(map(width, ends)), "t": 12, "b": 12, "pad": 6},
            xaxis=_heading_axis([fold_heading(categories[key], HEADING) for key in across]),
            yaxis=_row_axis(down, row_names),
            shapes=frames[0],
        ),
    )


def _count_rows(drawn: Rows, down: list[str], labels: Labels) -> tuple[list[str], list[list[Any]]]:
    """What each meeting asked for in all, in words, and where that leads to."""
    totals = dict.fromkeys(down, 0)
    for row in drawn:
        totals[row["session_id"]] += row["received"]
    ends = [labels.count(total) if total else "" for total in totals.values()]
    return ends, [[{"session": key}, total] for key, total in totals.items()]


def _row_axis(keys: list[str], names: list[str]) -> Row:
    return style.name_axis(keys, names, gridcolor=style.GRID)


def _frames(down: list[str], across: list[str], ghosts: dict[str, str], half: float) -> list[Row]:
    return [
        frame(-0.5, len(across) - 0.5, place - half, place + half)
        for place, key in enumerate(down)
        if key in ghosts
    ]


def _narrow(
    across: list[str], heads: list[str], names: list[Row], frames: list[Row], rows: Rows, labels: Labels
) -> Row:
    """On a phone: upright headings, each name above its row, and the categories that fit."""
    columns = NARROW_COLUMNS_OF_THOUSANDS if are_thousands(rows) else NARROW_COLUMNS
    above = _ABOVE_SMALL_DOT if are_thousands(rows) else _ABOVE_DOT
    said = {
        "text": labels("chart.largest", count=columns),
        "xref": "paper",
        "yref": "paper",
        "x": 1,
        "y": 0,
        "xanchor": "right",
        "yanchor": "top",
        "showarrow": False,
    }
    return {
        "xaxis": {
            "tickangle": -90 if len(across) > _LEVEL_COLUMNS else 0,
            "ticktext": heads,
            "range": [-0.5, min(len(across), columns) - 0.5],
        },
        "yaxis": {"showticklabels": False, "range": [len(names) - 0.4, -0.8], "autorange": False},
        "shapes": frames,
        "margin": {"r": 2, "b": 28},  # so that the next column is beyond the edge of the figure
        "annotations": [
            *(name | {"y": row, "yshift": above} for row, name in enumerate(names)),
            *([said] if len(across) > columns else []),
        ],
    }


def _find_head(heads: list[str]) -> int:
    """Pixels beside those of the rows: on a phone the longest heading stands upright above them."""
    longest = max(map(measure, heads), default=0.0)
    return max(_HEAD, round(longest * _HEADING_SIZE / style.TYPE_SIZE) + _HEAD_FOOT)


def _find_columns(rows: Rows) -> list[str]:
    """The categories that were asked for most, the first one leftmost."""
    totals: dict[str, int] = {}
    for row in rows:
        totals[row["category"]] = totals.get(row["category"], 0) + row["received"]
    return sorted(totals, key=lambda category: (-totals[category], natural_key(category)))[:COLUMNS_SHOWN]


def _heading_axis(headings: list[str]) -> Row:
    """Numbered columns with their names above them; names too long to stand side by side stand upright:
    slanted ones of two lines would lie over each other."""
    return {
        "range": [-0.5, len(headings) - 0.5],
        "tickmode": "array",
        "tickvals": list(range(len(headings))),
        "ticktext": headings,
        "tickfont": {"size": _HEADING_SIZE},
        "autotickangles": [0, -90],
        "side": "top",
        "gridcolor": style.GRID,
        "zeroline": False,
        "color": style.TEXT,
        "fixedrange": True,
        "automargin": True,
    }


def _describe(rows: Rows, names: dict[str, str], category_names: dict[str, str], labels: Labels) -> str:
    """How many meetings raised how many categories, and the most of one at one meeting."""
    largest = max(row["received"] for row in rows)
    first = [row for row in rows if row["received"] == largest]
    sentence = labels(
        f"sentences.categories_by_session{tie(first, 'received')}",
        meetings=len({row["session_id"] for row in rows}),
        categories=len(category_names),
        session=names[first[0]["session_id"]],
        name=category_names[first[0]["category"]],
        count=f"{largest:,}",
        places=f"{len(first):,}",
    )
    return f"{sentence} {_say_left_out(len(names), len(category_names), labels)}".strip()


def _say_left_out(meetings: int, categories: int, labels: Labels) -> str:
    """Of what only a part is drawn: meetings, categories, or both; nothing where all are."""
    if meetings > BARS_SHOWN and categories > COLUMNS_SHOWN:
        return labels("chart.matrix_only", meetings=BARS_SHOWN, categories=COLUMNS_SHOWN)
    if meetings > BARS_SHOWN:
        return labels("chart.latest_only", count=BARS_SHOWN)
    return labels("chart.largest_only", count=COLUMNS_SHOWN) if categories > COLUMNS_SHOWN else ""
