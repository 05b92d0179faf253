"""Words, forms and names in one language: those of strings.toml, and those of all that a database holds."""

import functools

from dashboard import coverage, queries, strings
from dashboard.charts import Labels
from dashboard.database import Database

# Which question tells all there is of a kind that has names.
_NAMED = {
    "session": "frame/sessions_to_choose",
    "series": "frame/sessions_to_choose",
    "category": "frame/categories_to_choose",
    "department": "frame/departments_to_choose",
    "organization_type": "suggestions/organization_types_to_choose",
}


@functools.cache
def labels_in(language: str, *, includes_replies: bool = True) -> Labels:
    """All words and forms of one language, made once."""
    dictionary = strings.dictionary(language, includes_replies=includes_replies)
    return Labels(language, dictionary, includes_replies)


def labels_of(database: Database, language: str, *, includes_replies: bool = True) -> Labels:
    """All words and forms of one language with the names of what a database holds, made once a version."""
    key = ("labels", language, includes_replies)
    return database.cached(key, lambda: _name_all(database, language, includes_replies))


def fitting_labels(database: Database, language: str) -> Labels:
    """The same in the words that are right for the data: whether replies are among them."""
    return labels_of(database, language, includes_replies=coverage.includes_replies(database))


def _name_all(database: Database, language: str, includes_replies: bool) -> Labels:
    rows = {kind: queries.answer(database, question) for kind, question in _NAMED.items()}
    return labels_in(language, includes_replies=includes_replies).with_names(rows)
