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
