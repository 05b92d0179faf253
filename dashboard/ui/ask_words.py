"""The words that questions are read with, made once for each version of the data and language."""

from collections.abc import Mapping

from dashboard import access, ask, charts, queries
from dashboard.charts import Labels
from dashboard.ui.filter_row import offer_shared
from dashboard.ui.language import labels
from dashboard.ui.listings import LISTINGS
from dashboard.ui.served_database import database


def load_vocabulary() -> ask.Vocabulary:
    """All words that a question may use, as they are right for the data."""
    label = labels()
    key = ("questions", label.language, label.includes_replies)
    vocabulary: ask.Vocabulary = database().cached(key, lambda: _build(label))
    return vocabulary


def _build(label: Labels) -> ask.Vocabulary:
    sessions = queries.answer(database(), "frame/sessions_to_choose")
    months = queries.answer(database(), "suggestions/months_to_choose")
    named = ask.Named(
        names=_names(label),
        rounds={row["session_id"]: row["round"] for row in sessions},
        held={row["session_id"]: row["held_on"] for row in sessions if row["status"] == "held"},
        months=frozenset(row["month"].isoformat() for row in months),
    )
    return ask.build_vocabulary(named, _titles(label), label.language)


def _names(label: Labels) -> dict[str, dict[str, tuple[str, ...]]]:
    """What the data hold, by filter and value: the name on screen first, then the others it goes by."""
    categories = queries.answer(database(), "frame/categories_to_choose")
    types = queries.answer(database(), "suggestions/organization_types_to_choose")
    english = {row["category"]: row["label_en"] for row in categories}
    shown: dict[str, Mapping[str, str]] = {
        **offer_shared(),
        "organization_type": label.names_of("organization_type", types),
    }
    return {
        key: {
            value: tuple(dict.fromkeys(filter(None, (name, value, english.get(value)))))
            if key == "category"
            else (name,)
            for value, name in names.items()
        }
        for key, names in shown.items()
    }


def _titles(label: Labels) -> dict[str, tuple[str, ...]]:
    """The titles of the charts and lists on pages, in both languages, that of the screen first."""
    drawn = [
        name
        for page in access.PAGES
        for name in queries.names(page.name)
        if hasattr(charts, name.rpartition("/")[2]) or name in LISTINGS
    ]
    titles = {
        name: queries.load(name).worded(includes_replies=label.includes_replies).title for name in drawn
    }
    return {name: (title[label.language], *title.values()) for name, title in titles.items()}
