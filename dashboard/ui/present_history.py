"""Every version of a saved deck: who saved it, what it changed, and the way back to it."""

import datetime

import streamlit as st

from dashboard.slides import saved_decks
from dashboard.slides.saved_decks import Version
from dashboard.ui.language import labels, plain, words
from dashboard.ui.present_writing import attempt, open_deck, say
from dashboard.ui.served_database import database
from dashboard.ui.viewer import staff_only


def show_history(opened: Version, by: str) -> None:
    """The versions, the newest first, and the way out of the list."""
    versions = saved_decks.list_versions(database(), opened.deck_id)
    with st.popover(words("present.history"), key="deck_history"):
        for version, before in zip(versions, [*versions[1:], None], strict=True):
            with st.container(
                horizontal=True, vertical_alignment="center", key=f"version_{version.version_id}"
            ):
                st.markdown(plain(_describe(version, before, versions)), width="stretch")
                if version is not versions[0] and not version.is_deleted:
                    st.button(
                        words("present.bring_back"),
                        key=f"bring_back_{version.version_id}",
                        on_click=_bring_back,
                        args=(version, versions[0], by),
                    )
    st.button(
        words("present.delete"), key="delete_deck", type="tertiary", on_click=_delete, args=(opened, by)
    )


def _describe(version: Version, before: Version | None, versions: list[Version]) -> str:
    """Who saved a version, when, and what it changed."""
    at: dict[int | None, datetime.datetime] = {one.version_id: one.at for one in versions}
    head = words("present.version", time=labels().moment(version.at), by=version.by)
    if version.is_deleted:
        done = [words("present.version_deleted")]
    elif version.brings_back is not None:
        done = [words("present.version_back", time=labels().moment(at[version.brings_back]))]
    elif before is None:
        done = [words("present.version_new")]
    else:
        done = _compare(version, before)
    now = [words("present.version_now")] if version is versions[0] else []
    return " · ".join((head, *done, *now))


def _compare(version: Version, before: Version) -> list[str]:
    keys = {*version.notes, *before.notes}
    notes = sum(version.notes.get(key) != before.notes.get(key) for key in keys)
    of_slides = [(one.choice.story, one.choice.about, one.choice.slides) for one in (version, before)]
    changed = [
        (version.name != before.name, words("present.changed_name")),
        (of_slides[0] != of_slides[1], words("present.changed_slides")),
        (version.choice.pins != before.choice.pins, words("present.changed_pins")),
        (bool(notes), words("present.changed_notes", count=notes)),
    ]
    return [text for is_changed, text in changed if is_changed]


@staff_only
def _bring_back(version: Version, last: Version, by: str) -> None:
    if not by:
        say("warning", words("present.name_needed"))
        return
    back = attempt(lambda: saved_decks.bring_back(database(), version, by=by, after=last))
    if back:
        open_deck(back.deck_id)
        time = labels().moment(version.at)
        say("success", words("present.brought_back", name=back.name, time=time))


@staff_only
def _delete(opened: Version, by: str) -> None:
    if not by:
        say("warning", words("present.name_needed"))
    elif attempt(lambda: saved_decks.delete_deck(database(), opened, by=by)):
        open_deck(0)
        say("success", words("present.deleted", name=opened.name))


def show_deleted(by: str) -> None:
    """The decks that were deleted, each with its way back."""
    deleted = saved_decks.list_deleted(database())
    if not deleted:
        return
    with st.popover(words("present.deleted_decks"), key="deleted_decks"):
        for deck in deleted:
            with st.container(horizontal=True, vertical_alignment="center", key=f"deleted_{deck.deck_id}"):
                time = labels().moment(deck.at)
                st.markdown(plain(f"{deck.name} · {time} · {deck.by}"), width="stretch")
                st.button(
                    words("present.revive"),
                    key=f"revive_{deck.deck_id}",
                    on_click=_bring_back,
                    args=(deck, deck, by),
                )
