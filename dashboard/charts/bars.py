"""Plain horizontal bars, one a name, each with its words behind it."""

from typing import Any

from dashboard.charts import style
from dashboard.charts.escaping import write_figure
from dashboard.charts.style import Figure


def bars(
    names: list[str],
    counts: list[int],
    texts: list[str],
    filters: list[dict[str, Any]],
    sentence: str,
    *,
    room: float = 1.12,
    narrow_room: float | None = None,
) -> Figure:
    """One bar a name; `filters` says for each which suggestions it stands for.

    `room`, on a phone `narrow_room`, is the length of the axis in longest bars, for the words behind them.
    """
    narrow = {"xaxis": {"range": style.count_axis(max(counts), room=narrow_room or room)["range"]}}
    keys = [str(number) for number in range(len(names))]
    return write_figure(
        [
            {
                "type": "bar",
                "orientation": "h",
                "y": keys,
                "hovertext": names,
                "x": counts,
                "text": texts,
                "textposition": "outside",
                "cliponaxis": False,
                "marker": style.plain_marker(),
                "customdata": [[chosen] for chosen in filters],
                "hovertemplate": "%{hovertext}<br>%{text}<extra></extra>",
            }
        ],
        style.layout(
            height=style.ROW_HEIGHT * len(names) + 60,
            sentence=sentence,
            narrow=narrow,
            bargap=0.35,
            xaxis=style.count_axis(max(counts), room=room),
            yaxis=style.name_axis(keys, names),
        ),
    )


def waterfall(
    names: list[str],
    counts: list[int],
    are_losses: list[bool],
    texts: list[str],
    filters: list[dict[str, Any]],
    sentence: str,
) -> Figure:
    """Steps from the left, each with what was lost before the next one, hanging from where the step ended."""
    starts, end = [], 0
    for count, is_loss in zip(counts, are_losses, strict=True):
        end = end - count if is_loss else count
        starts.append(end if is_loss else 0)
    keys = [str(number) for number in range(len(names))]
    traces = [
        _fall(keys, names, counts, texts, filters, starts, [loss == lost for loss in are_losses], lost=lost)
        for lost in (False, True)
    ]
    axis = style.count_axis(max(counts), room=1.2, showticklabels=False)
    return write_figure(
        traces,
        style.layout(
            height=style.ROW_HEIGHT * len(names) + 60,
            sentence=sentence,
            barmode="overlay",
            bargap=0.35,
            xaxis=axis,
            narrow={"xaxis": {"range": style.count_axis(max(counts), room=1.5)["range"]}},
            yaxis=style.name_axis(keys, names),
        ),
    )


def _fall(
    keys: list[str],
    names: list[str],
    counts: list[int],
    texts: list[str],
    filters: list[dict[str, Any]],
    starts: list[int],
    chosen: list[bool],
    *,
    lost: bool,
) -> dict[str, Any]:
    """The bars of the steps, or of what was lost: of each list only what is chosen."""

    def choose(values: list[Any]) -> list[Any]:
        return [value for value, is_chosen in zip(values, chosen, strict=True) if is_chosen]

    return {
        "type": "bar",
        "orientation": "h",
        "y": choose(keys),
        "base": choose(starts),
        "x": choose(counts),
        "text": choose(texts),
        "hovertext": choose(names),
        "textposition": "outside",
        "cliponaxis": False,
        "marker": style.lost_marker() if lost else style.plain_marker(),
        "customdata": [[filter_] for filter_ in choose(filters)],
        "hovertemplate": "%{hovertext}<br>%{text}<extra></extra>",
    }
