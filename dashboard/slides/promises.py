"""What became of what was promised."""

from collections.abc import Sequence

from dashboard.slides import marks
from dashboard.slides.parts import LATE_VALUE, Missing, Slide, Source
from dashboard.states import PROMISE_STATES


def promises(source: Source) -> Slide | Missing:
    """The six states of promises, how many are kept, and how many are past their day."""
    row = source.one("figures/promises")
    if not row["promises"]:
        return source.missing("no_promises")
    values = {"promises": row["promises"], "done": row["done"], "confirmed": row["done_confirmed"]}
    stated = source.statement("promises" if row["done"] else "promises_none", **values)
    shown: Sequence[str] = ("fulfilment_rate", "confirmed_rate") if row["done"] else ()
    numbers = [marks.number(name, row, source.labels) for name in shown]
    if late := row["overdue_promises"]:
        numbers.append([source.labels("figures.overdue_promises"), source.labels.count(late), "", LATE_VALUE])
    return stated | {"whole": marks.whole(row, PROMISE_STATES, source.labels), "numbers": numbers}
