"""How long answers take by group: from the day by which half have one to that of nine in ten."""

from typing import Any

from dashboard.charts import days, plates, style
from dashboard.charts.answers import find_largest
from dashboard.charts.escaping import write_figure
from dashboard.charts.folding import shorten_inside, width
from dashboard.charts.labels import NAMED, Labels
from dashboard.charts.row_words import end_words, haloed
from dashboard.charts.style import Figure
from dashboard.charts.turnaround_sentences import describe_groups

Row = dict[str, Any]
Rows = list[Row]

_NAME = 30  # columns of letters, before the count
_BEFORE = 0.12  # of the axis: room for the words before the first mark
_FROM_MARK = 9  # pixels from the middle of a mark to its words
_GAP = "\N{NO-BREAK SPACE}"  # between a mark and the words behind it
# Half is a filled dot, nine in ten a hollow diamond; what is not reached is an arrow out of the picture.
_HALF: Row = {"symbol": "circle", "size": 14, "color": style.PRIMARY_DARK}
_NINE: Row = {
    "symbol": "diamond",
    "size": 13,
    "color": style.PAPER,
    "line": {"color": style.PRIMARY_DARK, "width": 2.5},
}
_OPEN: Row = {
    "symbol": "triangle-right",
    "size": 13,
    "color": style.PAPER,
    "line": {"color": style.OUTLINE, "width": 2},
}


def turnaround_by_category(rows: Rows, labels: Labels) -> Figure:
    """One line a category, the slowest on top: what lies right of the target line took too long."""
    return _dumbbells(rows, "category", labels)


def turnaround_by_department(rows: Rows, labels: Labels) -> Figure:
    """One line a department, the slowest on top; the sentence names none of them."""
    return _dumbbells(rows, "department", labels, names_ends=False)


def turnaround_by_series(rows: Rows, labels: Labels) -> Figure:
    """One line a series of meetings, the slowest on top."""
    return _dumbbells(rows, "series", labels)


def _dumbbells(rows: Rows, kind: str, labels: Labels, *, names_ends: bool = True) -> Figure:
    drawn, left_out = find_largest(rows, labels)
    names = labels.names_of(kind, rows)
    keys = [row[NAMED[kind]] for row in drawn]
    row_names = [
        f"{shorten_inside(names[key], _NAME, _NAME // 2)} {labels.count(row['received'])}"
        for key, row in zip(keys, drawn, strict=True)
    ]
    target = rows[0]["target_day"]
    last = max([target, *(row[end] or 0 for row in drawn for end in ("median_turnaround", "p90_turnaround"))])
    described = describe_groups(rows, names, NAMED[kind], labels, names_ends=names_ends)
    figure = write_figure(
        _traces(drawn, kind, names, last, labels),
        style.layout(
            height=style.ROW_HEIGHT * len(drawn) + 100,
            sentence=" ".join(filter(None, (described, left_out))),
            legend=True,
            margin={"l": 8, "r": width(labels("chart.nine_not_reached")) + 12, "t": 44, "b": 28, "pad": 6},
            xaxis=style.silent_axis(last) | {"range": [-_BEFORE * last, last], "zeroline": False},
            yaxis=style.name_axis(keys, row_names, gridcolor=style.GRID),
            shapes=[days.target(target) | {"layer": "below"}, *_grounds(drawn, labels)],
            annotations=[_name_target(target, labels)],
        ),
    )
    for name in figure["layout"]["meta"]["narrow"]["annotations"]:
        name |= {"bgcolor": style.PAPER, "borderpad": 3}  # there the line of the target crosses them
    return figure


def _grounds(rows: Rows, labels: Labels) -> list[Row]:
    """The grounds of the words beside the marks, so that the line of the target crosses none."""
    grounds = []
    for place, row in enumerate(rows):
        half, nine = row["median_turnaround"], row["p90_turnaround"]
        if row["received"] < style.COUNTS_ONLY_BELOW:
            grounds.append(plates.beside(0, place, _write_few(row, labels), 4))
        if half is not None:
            grounds.append(plates.beside(half, place, labels("chart.days", days=half), -_FROM_MARK))
        if nine is not None:
            grounds.append(plates.beside(nine, place, _GAP + labels("chart.days", days=nine), _FROM_MARK))
    return grounds


def _name_target(day: int, labels: Labels) -> Row:
    """Below the line, so that the key has the room above it."""
    return {**days.target_name(day, labels), "y": 0, "yanchor": "top"}


def _traces(rows: Rows, kind: str, names: dict[str, str], last: int, labels: Labels) -> list[Row]:
    enough = [row for row in rows if row["received"] >= style.COUNTS_ONLY_BELOW]
    few = [row for row in rows if row["received"] < style.COUNTS_ONLY_BELOW]
    half = [row for row in enough if row["median_turnaround"] is not None]
    nine = [row for row in half if row["p90_turnaround"] is not None]
    open_ended = [row for row in half if row["p90_turnaround"] is None]
    without = [row for row in enough if row["median_turnaround"] is None]

    half_days, nine_days = (
        _days(*found) for found in ((half, "median_turnaround"), (nine, "p90_turnaround"))
    )
    return [
        _lines(nine, kind, nine_days, "solid", style.PRIMARY_DARK),
        _lines(open_ended, kind, [last] * len(open_ended), "dot", style.OUTLINE),
        _marks(half, kind, names, half_days, _write_days(half_days, labels), _HALF)
        | {"name": labels("chart.half_answered"), "showlegend": bool(half), "textposition": "middle left"},
        _marks(
            nine, kind, names, nine_days, [f"{_GAP}{text}" for text in _write_days(nine_days, labels)], _NINE
        )
        | {"name": labels("chart.nine_answered"), "showlegend": bool(nine)},
        _not_reached(open_ended, kind, names, last, labels("chart.nine_not_reached")),
        _not_reached(without, kind, names, last, labels("chart.half_not_reached")),
        _words(few, kind, names, [0] * len(few), [_write_few(row, labels) for row in few]),
    ]


def _marks(rows: Rows, kind: str, names: dict[str, str], ends: list[int], texts: list[str], look: Row) -> Row:
    return {**_words(rows, kind, names, ends, texts), "mode": "markers+text", "marker": look}


def _not_reached(rows: Rows, kind: str, names: dict[str, str], last: int, words: str) -> Row:
    """An arrow at the end of the axis, and the word for it in the margin."""
    return _marks(rows, kind, names, [last] * len(rows), [f"{_GAP}{words}"] * len(rows), _OPEN)


def _days(rows: Rows, column: str) -> list[int]:
    return [row[column] for row in rows]


def _write_days(days_taken: list[int], labels: Labels) -> list[str]:
    return [labels("chart.days", days=count) for count in days_taken]


def _write_few(row: Row, labels: Labels) -> str:
    """Counts alone: of fewer than ten no percentile is given."""
    return labels("chart.few_answered", answered=f"{row['answered']:,}", received=f"{row['received']:,}")


def _words(rows: Rows, kind: str, names: dict[str, str], ends: list[int], texts: list[str]) -> Row:
    keys = [row[NAMED[kind]] for row in rows]
    targets = [[{kind: key}, row["received"]] for key, row in zip(keys, rows, strict=True)]
    words = end_words(keys, [names[key] for key in keys], list(ends), texts, targets)
    return words | {"text": texts, "textfont": haloed()}


def _lines(rows: Rows, kind: str, ends: list[int], dash: str, color: str) -> Row:
    """From the day of half to the end, for each row."""
    places, keys = [], []
    for row, end in zip(rows, ends, strict=True):
        places += [row["median_turnaround"], end, None]
        keys += [row[NAMED[kind]]] * 3
    return {
        "type": "scatter",
        "mode": "lines",
        "showlegend": False,
        "hoverinfo": "skip",
        "x": places,
        "y": keys,
        "connectgaps": False,
        "line": {"color": color, "width": 3, "dash": dash},
    }
