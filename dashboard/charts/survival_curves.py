"""How long it takes: the share answered by working day, as one curve, two laid over each other, or many."""

from itertools import groupby
from typing import Any

from dashboard.charts import days, style
from dashboard.charts.escaping import write_figure
from dashboard.charts.labels import Labels
from dashboard.charts.small_multiples import small_multiples
from dashboard.charts.style import Figure

Row = dict[str, Any]
Rows = list[Row]
Group = tuple[str, Rows]  # the name of a curve and its days

HEIGHT = 360
TICKS = 6
NARROW_TICKS = 3
PATTERNS = (("solid", style.PRIMARY_DARK), ("dash", style.QUIET_TEXT))


def days_to_answer(rows: Rows, labels: Labels) -> Figure:
    """A rising staircase: where it crosses the target line is the share in time; it may stop short of all."""
    return _curve(rows, "sentences.days_to_answer", labels)


def days_to_first_feedback(rows: Rows, labels: Labels) -> Figure:
    """As the final answer, beside it: the gap between the two is how long a first word had to do."""
    return _curve(rows, "sentences.days_to_first_feedback", labels)


def days_by_category(rows: Rows, labels: Labels) -> Figure:
    """One small staircase a category; a flat one is a category that still waits."""
    return _curves(_group(rows, "category", labels), labels)


def days_by_department(rows: Rows, labels: Labels) -> Figure:
    """One small staircase a department; a flat one is a department that still owes its answers."""
    return _curves(_group(rows, "department", labels), labels, named=False)


def days_by_series(rows: Rows, labels: Labels) -> Figure:
    """One small staircase a series of meetings."""
    return _curves(_group(rows, "series", labels), labels)


def _group(rows: Rows, kind: str, labels: Labels) -> list[Group]:
    names = labels.names_of(kind, rows)
    return [(names[key], list(group)) for key, group in groupby(rows, lambda row: row[kind])]


def _curve(rows: Rows, key: str, labels: Labels) -> Figure:
    last = days.last_day(rows)
    return write_figure(
        [*draw_band(rows, last, style.PRIMARY_DARK), draw_stairs("", rows, last, labels)],
        style.layout(
            height=HEIGHT,
            sentence=_sentence(rows, key, labels),
            xaxis=days.day_axis(rows, last, TICKS, labels),
            narrow={"xaxis": days.ticks(rows, last, NARROW_TICKS, labels)},
            yaxis=days.share_axis(rows[0]["received"], labels),
            shapes=[days.target(rows[0]["target_day"])],
            annotations=[days.target_name(rows[0]["target_day"], labels), days.days_name(labels)],
            margin={"l": 8, "r": 16, "t": 32, "b": 72},
        ),
    )


def _curves(groups: list[Group], labels: Labels, *, named: bool = True) -> Figure:
    """Two are laid over each other with their intervals, more stand side by side."""
    sentence = _groups_sentence(groups, labels, named=named)
    if len(groups) == 2:
        return _overlaid(groups, sentence, labels)
    return small_multiples(groups, [_median(rows, labels) for _, rows in groups], sentence, labels)


def _overlaid(groups: list[Group], sentence: str, labels: Labels) -> Figure:
    last = max(days.last_day(rows) for _, rows in groups)
    all_rows = [row for _, rows in groups for row in rows]
    traces = []
    for (name, rows), (dash, color) in zip(groups, PATTERNS, strict=True):
        traces += [
            *draw_band(rows, last, color),
            draw_stairs(name, rows, last, labels, dash=dash, color=color),
        ]
    smallest = min(rows[0]["received"] for _, rows in groups)
    target = all_rows[0]["target_day"]
    return write_figure(
        traces,
        style.layout(
            height=HEIGHT,
            sentence=sentence,
            legend=True,
            xaxis=days.day_axis(all_rows, last, TICKS, labels, at_risk=False),
            yaxis=days.share_axis(smallest, labels),
            shapes=[days.target(target)],
            annotations=[
                {**days.target_name(target, labels), "y": 0, "xanchor": "left", "xshift": 4},
                days.days_name(labels, at_risk=False),
            ],
            margin={"l": 8, "r": 16, "t": 56, "b": 56},
        ),
    )


def draw_stairs(
    name: str,
    rows: Rows,
    last: int,
    labels: Labels,
    *,
    dash: str = "solid",
    color: str = style.PRIMARY_DARK,
    hover: str = "chart.curve_hover",
) -> Row:
    """The share answered, from nobody on day 0 to the last day of the axis; `hover`: the key of its words."""
    steps, shares = days.steps(rows, "share_answered", last)
    texts = days.share_texts(rows, last, labels)
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "showlegend": bool(name),
        "x": steps,
        "y": shares,
        "line": {"shape": "hv", "color": color, "width": 3, "dash": dash},
        "hovertext": texts,
        "hovertemplate": labels(hover, name="%{fullData.name} " if name else ""),
    }


def draw_band(rows: Rows, last: int, color: str) -> list[Row]:
    """The 95 % interval: its upper edge, and its lower one filled up to it."""
    edge = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "showlegend": False}
    line = {"shape": "hv", "color": color, "width": 0}
    (steps, upper), (_, lower) = days.steps(rows, "upper_bound", last), days.steps(rows, "lower_bound", last)
    fill = f"rgba({', '.join(str(int(color[at : at + 2], 16)) for at in (1, 3, 5))}, 0.16)"
    return [
        {**edge, "x": steps, "y": upper, "line": line},
        {**edge, "x": steps, "y": lower, "line": line, "fill": "tonexty", "fillcolor": fill},
    ]


def _median(rows: Rows, labels: Labels) -> str:
    """The median of one curve and how many it stands on: `중앙값 12일 · 40건`."""
    median = rows[0]["median_turnaround"]
    key = "chart.median_not_yet" if median is None else "chart.median"
    return labels(key, days=median, received=labels.count(rows[0]["received"]))


def _sentence(rows: Rows, key: str, labels: Labels) -> str:
    answered, received = sum(row["answered"] for row in rows), rows[0]["received"]
    values = {"received": f"{received:,}", "answered": f"{answered:,}", "longest": rows[-1]["day"]}
    if not answered:
        return labels(f"{key}_none", **values)
    median = rows[0]["median_turnaround"]
    if median is None:
        return labels(f"{key}_few", **values)
    return labels(key, median=median, **values)


def _groups_sentence(groups: list[Group], labels: Labels, *, named: bool) -> str:
    """From the quickest to the slowest, whose name need not be held up to the hall."""
    firsts = [(name, rows[0]) for name, rows in groups]
    unknown = sum(row["median_turnaround"] is None for _, row in firsts)
    known = [
        (int(row["median_turnaround"]), name)
        for name, row in firsts
        if row["median_turnaround"] is not None and row["received"] >= style.COUNTS_ONLY_BELOW
    ]
    left_out = groups[0][1][0]["all_groups"] - len(groups)
    parts = []
    if known:
        parts.append(_range_sentence(known, labels, named=named))
    elif unknown < len(groups):
        parts.append(labels("sentences.days_by_group_small"))
    if unknown:
        parts.append(labels("sentences.days_by_group_unknown", count=unknown, groups=len(groups)))
    if left_out:
        parts.append(labels("sentences.days_by_group_left_out", count=left_out))
    return " ".join(parts)


def _range_sentence(known: list[tuple[int, str]], labels: Labels, *, named: bool) -> str:
    """From the shortest median to the longest; of several with the same, all are meant."""
    few, many = min(known)[0], max(known)[0]
    if few == many:
        key = "days_by_group_same" if len(known) > 1 else "days_by_group_one"
    else:
        key = "days_by_group" if named else "days_by_group_unnamed"
    quickest, slowest = (labels.join(name for days, name in known if days == end) for end in (few, many))
    return labels(
        f"sentences.{key}", quickest=quickest, few=few, slowest=slowest, many=many, count=len(known)
    )
