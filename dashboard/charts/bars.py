"""Plain horizontal bars, one a name, each with its words behind it."""

from typing import Any

from dashboard.charts import style
from dashboard.charts.escaping import write_figure
from dashboard.charts.folding import width
from dashboard.charts.style import Figure


def bars(
    names: list[str],
    counts: list[int],
    texts: list[str],
    filters: list[dict[str, Any]],
    sentence: str,
) -> Figure:
    """One bar a name with its words behind it; `filters` says for each which suggestions it stands for."""
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
                "marker": _outline(style.plain_marker(), counts),
                "customdata": [[chosen] for chosen in filters],
                "hovertemplate": "%{hovertext}<br>%{text}<extra></extra>",
            }
        ],
        _layout(counts, texts, sentence, keys, names),
    )


def _layout(
    counts: list[int], texts: list[str], sentence: str, keys: list[str], names: list[str], **more: Any
) -> dict[str, Any]:
    """Every bar is labelled, so there is no axis; the margin holds the words behind the longest."""
    return style.layout(
        height=style.ROW_HEIGHT * len(names) + 28,
        sentence=sentence,
        bargap=0.3,
        margin={"l": 8, "r": max(map(width, texts)), "t": 12, "b": 12, "pad": 6},
        xaxis=style.silent_axis(max(counts)),
        yaxis=style.name_axis(keys, names),
        **more,
    )


def _outline(marker: dict[str, Any], counts: list[int]) -> dict[str, Any]:
    """The marker of bars; of nothing not even an outline is drawn, which would look like a very short bar."""
    if all(counts):
        return marker
    widths = [marker["line"]["width"] if count else 0 for count in counts]
    return marker | {"line": marker["line"] | {"width": widths}}


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
    return write_figure(traces, _layout(counts, texts, sentence, keys, names, barmode="overlay"))


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
        "marker": _outline(style.lost_marker() if lost else style.plain_marker(), choose(counts)),
        "customdata": [[filter_] for filter_ in choose(filters)],
        "hovertemplate": "%{hovertext}<br>%{text}<extra></extra>",
    }
