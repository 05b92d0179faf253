"""Every metric of one choice of filters, as the command line prints it."""

import datetime
from typing import Any

from dashboard import queries, strings
from dashboard.charts import Labels
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.states import PROMISE_STATES, STATES

_COUNTS = ("received", "with_feedback", "answered")
_RATES = ("feedback_rate", "answer_rate", "on_time_rate", "reason_rate", "adoption_rate")
_PROMISE_RATES = ("fulfilment_rate", "confirmed_rate")
_PROMISE_COUNTS = ("median_days_to_done", "overdue_promises", "stalled", "due_for_review")
_DAYS = ("median_turnaround", "p90_turnaround", "median_first_feedback", "p90_first_feedback")


def figures(
    database: Database, *, as_of: datetime.date, session: str | None = None, category: str | None = None
) -> dict[str, Any]:
    """Counts, rates (0 to 1, None when unknown) and working days, keyed as `figures --json` prints them."""
    filters = Filters(
        as_of,
        sessions=(session,) if session else (),
        categories=(category,) if category else (),
    )
    (headline,) = queries.answer(database, "figures/headline", filters)
    (promises,) = queries.answer(database, "figures/promises", filters)
    (raised,) = queries.answer(database, "figures/raised_again", filters)
    decisions = queries.answer(database, "response_rates/decisions", filters)
    categories = queries.answer(database, "figures/received_by_category", filters)
    return {
        "as_of": as_of.isoformat(),
        **{key: headline[key] for key in _COUNTS},
        "buckets": {state: headline[state] for state in STATES},
        **{key: headline[key] for key in (*_RATES, *_DAYS)},
        "decisions": {row["decision"]: row["answered"] for row in decisions},
        "categories": {row["category"]: row["received"] for row in categories},
        "promises": {state: promises[state] for state in PROMISE_STATES},
        **{key: promises[key] for key in (*_PROMISE_RATES, *_PROMISE_COUNTS)},
        "raised_again": raised["raised_again"],
    }


def list_lines(found: dict[str, Any], *, includes_replies: bool) -> list[tuple[str, str]]:
    """The names and values of `figures` for a person: rates in percent, unknown as a dash.

    Where replies may only be missing from the data, nothing is overdue and no rate is known.
    """
    lines, label = [], Labels("en", strings.dictionary("en"))
    for name, value in found.items():
        if isinstance(value, dict):
            for key, part in value.items():
                lines.append((f"{name}.{state_name(key, includes_replies=includes_replies)}", str(part)))
        elif name.endswith("_rate") and value is not None:
            lines.append((name, label.percent(value) if includes_replies else "–"))
        else:
            lines.append(
                (state_name(name, includes_replies=includes_replies), "–" if value is None else str(value))
            )
    return lines


# Where replies may only be missing from the data nothing is overdue.
_ON_RECORD = {"waiting_overdue": "no_reply_on_record", "overdue_promises": "past_promised_day"}


def state_name(state: str, *, includes_replies: bool) -> str:
    """One of STATES, or a figure, as a person should read it."""
    return state if includes_replies else _ON_RECORD.get(state, state)
