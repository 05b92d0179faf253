"""How long an answer takes."""

from dashboard.charts import style
from dashboard.queries import Row
from dashboard.slides import marks
from dashboard.slides.parts import Missing, Slide, Source


def turnaround(source: Source) -> Slide | Missing:
    """The share answered by working day; of few, or where replies may be missing, only how many there are."""
    headline = source.headline()
    if not headline["answered"]:
        return source.missing("none_answered")
    median, labels = headline["median_turnaround"], source.labels
    if headline["received"] < style.COUNTS_ONLY_BELOW or not labels.includes_replies:
        stated = _state_answered(headline, source)
        names = ("received", "answer_rate", *(["median_turnaround"] if median is not None else []))
        return stated | {"numbers": [marks.number(name, headline, labels) for name in names]}
    rows = source.answer("turnaround/days_to_answer")
    if median is not None:
        stated = source.statement("turnaround", days=median)
    else:
        stated = _state_answered(headline, source)
    base = source.sentence("share_base", received=headline["received"])
    return stated | {"staircase": marks.staircase(rows, labels) | {"base_text": base}}


def _state_answered(headline: Row, source: Source) -> Slide:
    """How many are answered, where no median says how long it takes."""
    received, answered = headline["received"], headline["answered"]
    key = "standing_all" if answered == received else "turnaround_few"
    return source.statement(key, received=received, answered=answered)
