"""What became of what was promised: the course of all suggestions, the states of promises, days to done."""

from typing import Any

from dashboard.charts import days, style
from dashboard.charts.answers import BARS_SHOWN, find_largest
from dashboard.charts.bars import waterfall
from dashboard.charts.escaping import write_figure
from dashboard.charts.labels import NAMED, Labels
from dashboard.charts.stacks import stack_bars
from dashboard.charts.style import Figure
from dashboard.charts.survival_curves import HEIGHT, NARROW_TICKS, TICKS, draw_band, draw_stairs
from dashboard.states import PROMISE_STATES, STEP_FILTERS

Row = dict[str, Any]
Rows = list[Row]

DONE = ("done_confirmed", "done_reported")


def course(rows: Rows, labels: Labels) -> Figure:
    """A falling staircase: solid is what went on, hatched what was lost before the next step, and why."""
    drawn = [row for row in rows if row["suggestions"] or not row["is_loss"]]
    counts = {row["step"]: row["suggestions"] for row in rows}
    key = "sentences.course" if counts["promised"] else "sentences.course_no_promise"
    return waterfall(
        [labels(f"steps.{row['step']}") for row in drawn],
        [row["suggestions"] for row in drawn],
        [row["is_loss"] for row in drawn],
        [labels.count(row["suggestions"]) for row in drawn],
        [STEP_FILTERS[row["step"]] for row in drawn],
        labels(key, **{step: f"{count:,}" for step, count in counts.items()}),
    )


def promises_by_session(rows: Rows, labels: Labels) -> Figure:
    """One bar a meeting, kept promises first: the older it is, the further the solid part should reach."""
    left_out = labels("chart.latest_only", count=BARS_SHOWN) if len(rows) > BARS_SHOWN else ""
    return _stack_by(rows, rows[-BARS_SHOWN:], "session", labels.sessions(rows), labels, left_out)


def promises_by_department(rows: Rows, labels: Labels) -> Figure:
    """One bar a department, the one with the most promises on top."""
    drawn, left_out = find_largest(rows, labels)
    return _stack_by(rows, drawn, "department", labels.names_of("department", rows), labels, left_out)


def promises_by_category(rows: Rows, labels: Labels) -> Figure:
    """One bar a category, the one with the most promises on top."""
    drawn, left_out = find_largest(rows, labels)
    return _stack_by(rows, drawn, "category", labels.names_of("category", rows), labels, left_out)


def _stack_by(
    rows: Rows, drawn: Rows, kind: str, names: dict[str, str], labels: Labels, left_out: str
) -> Figure:
    keys = [row[NAMED[kind]] for row in drawn]
    sentence = " ".join(part for part in (_describe(rows, names, kind, labels), left_out) if part)
    bar_names = [names[key] for key in keys]
    filters = [{kind: key} for key in keys]
    return stack_bars(drawn, PROMISE_STATES, keys, bar_names, filters, sentence, labels, of="promise")


def _describe(rows: Rows, names: dict[str, str], kind: str, labels: Labels) -> str:
    """How many are kept and how many of these confirmed, and where most are left."""
    done = sum(_count_done(row) for row in rows)
    sentence = labels(
        "sentences.promises",
        promises=f"{sum(row['promises'] for row in rows):,}",
        done=f"{done:,}",
        confirmed=f"{sum(row['done_confirmed'] for row in rows):,}",
    )
    left = {row[NAMED[kind]]: row["promises"] - _count_done(row) for row in rows}
    most = max(left.values())
    if not most or len(rows) == 1 or list(left.values()).count(most) > 1:
        return sentence
    name = next(names[key] for key, count in left.items() if count == most)
    return f"{sentence} {labels('sentences.promises_left', name=name, count=f'{most:,}')}"


def _count_done(row: Row) -> int:
    return sum(row[state] for state in DONE)


def fulfilment_by_age(rows: Rows, labels: Labels) -> Figure:
    """One bar a band of age with its rate: an old promise that is not kept weighs more than a young one."""
    drawn = [row for row in rows if row["promises"]]
    keys = [str(row["from_month"]) for row in drawn]
    names = [_age_and_rate(row, labels) for row in drawn]
    oldest = drawn[-1]
    sentence = labels(
        "sentences.fulfilment_by_age",
        age=labels.age(oldest),
        promises=f"{oldest['promises']:,}",
        done=f"{_count_done(oldest):,}",
    )
    return stack_bars(
        drawn, PROMISE_STATES, keys, names, [{"age": key} for key in keys], sentence, labels, of="promise"
    )


def _age_and_rate(row: Row, labels: Labels) -> str:
    rate = labels.rate(_count_done(row), row["promises"])
    return f"{labels.age(row)} · {rate}"


def days_to_done(rows: Rows, labels: Labels) -> Figure:
    """A rising staircase: how soon promises were reported as done; it may stop short of all."""
    curve = [
        {**row, "received": row["promises"], "answered": row["done"], "share_answered": row["share_done"]}
        for row in rows
    ]
    last = days.last_day(curve)
    return write_figure(
        [
            *draw_band(curve, last, style.PRIMARY_DARK),
            draw_stairs("", curve, last, labels, hover="chart.done_hover"),
        ],
        style.layout(
            height=HEIGHT,
            sentence=_describe_days(rows, labels),
            xaxis=days.day_axis(curve, last, TICKS, labels),
            narrow={"xaxis": days.ticks(curve, last, NARROW_TICKS, labels)},
            yaxis=days.share_axis(rows[0]["promises"], labels),
            annotations=[days.days_name(labels, name="chart.calendar_days_and_left")],
            margin={"l": 8, "r": 16, "t": 16, "b": 72},
        ),
    )


def _describe_days(rows: Rows, labels: Labels) -> str:
    done, median = sum(row["done"] for row in rows), rows[0]["median_days_to_done"]
    key = "_none" if not done else "_few" if median is None else ""
    return labels(
        f"sentences.days_to_done{key}", promises=f"{rows[0]['promises']:,}", done=f"{done:,}", median=median
    )
