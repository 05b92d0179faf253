"""What the list of suggestions can be narrowed by besides the filters that all pages share."""

from collections.abc import Mapping

from dashboard import queries, strings
from dashboard.charts import Labels
from dashboard.states import STATES
from dashboard.ui import url_state
from dashboard.ui.language import labels, words
from dashboard.ui.listings import find_listing
from dashboard.ui.notes import note
from dashboard.ui.served_database import database

Options = dict[str, Mapping[str, str]]


def offer_own_filters(page_name: str) -> Options:
    """What each filter of the page's own offers: value → what is shown. Only the list of suggestions has any.

    One of the other lists, which stand whole at its address, counts what it says and nothing less.
    """
    if page_name != "suggestions" or url_state.get("suggestion") or asked_listing():
        return {}
    label = labels()
    key = ("options of the list", label.language, label.includes_replies)
    offered: Options = database().cached(key, lambda: _load(label))
    return offered


def asked_listing() -> str | None:
    """The list other than that of all suggestions which the address names, if there is such a one."""
    return find_listing("".join(url_state.get("list")[:1]))


def leave_out_own_filters() -> None:
    """Say which filters of the address another list does not take, and take them out of it."""
    left_out = [key for key in (*url_state.OF_THE_LIST, "search") if url_state.get(key)]
    if left_out:
        note("lists.no_own_filters", filters=labels().join(words(f"filters.{key}") for key in left_out))
    for key in left_out:
        url_state.keep(key, [])


def _load(label: Labels) -> Options:
    types = queries.answer(database(), "suggestions/organization_types_to_choose")
    bands = queries.answer(database(), "suggestions/bands_to_choose")
    months = queries.answer(database(), "suggestions/months_to_choose")
    offered: Options = {
        "state": {state: label(f"states.{state}") for state in STATES},
        "decision": strings.section("vocabulary.decision", label.language),
        "organization_type": label.names_of("organization_type", types),
        "days": {str(row["from_day"]): label.days(row) for row in bands},
        "month": {row["month"].isoformat(): label.month(row["month"]) for row in months},
    }
    return offered | _load_promises(label)


def _load_promises(label: Labels) -> Options:
    """What narrows to promises: offered once there is one."""
    ages = queries.answer(database(), "suggestions/promise_ages_to_choose")
    if not ages[0]["promises"]:
        return {}
    return {
        "promise": strings.section("promises", label.language),
        "age": {str(row["from_month"]): label.age(row) for row in ages},
    }
