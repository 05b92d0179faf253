"""The marks of the five states outside of charts: the same colours and patterns, drawn by static/page.css."""

from markupsafe import Markup

from dashboard.ui.language import labels

_MARK = Markup("<i class='state-mark {}'{}></i>")
_STYLE = Markup(" style='{}'")


def write_mark(state: str, style: str = "") -> Markup:
    """The mark of a state, which its words or its link say in words; `style` gives it a size.

    Where replies may only be missing from the data, what is past its target day is gray, as in the charts.
    """
    is_unknown = state == "waiting_overdue" and not labels().includes_replies
    return _MARK.format("not_on_record" if is_unknown else state, _STYLE.format(style) if style else "")
