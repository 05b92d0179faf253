"""Decks kept under a name: every version of each, who saved it and when, and the way back to any of them."""

import datetime
import json
from dataclasses import dataclass, field
from typing import Any

import duckdb

from dashboard import sql_files
from dashboard.database import Database
from dashboard.slides import stories
from dashboard.slides.suggestions import PINS_SHOWN

NAME_LETTERS = 60
NOTE_LETTERS = 300


@dataclass(frozen=True)
class Choice:
    """What is presented: a story, what it is about, slides where they are not the story's own, and pins."""

    story: str = "opening_report"
    about: str = ""
    slides: tuple[str, ...] = ()
    pins: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The slides chosen, in the order of a deck."""
        return stories.in_order(self.slides or stories.STORIES[self.story])


@dataclass(frozen=True)
class Version:
    """A deck as somebody saved it; `at` is UTC. Notes, by the key of their slide, are the presenter's."""

    version_id: int
    deck_id: int
    name: str
    choice: Choice
    notes: dict[str, str] = field(hash=False)
    is_deleted: bool
    brings_back: int | None
    by: str
    at: datetime.datetime


class ChangedMeanwhile(Exception):
    """Somebody else saved the deck since it was opened; `version` is theirs."""

    def __init__(self, version: Version) -> None:
        super().__init__(f"deck {version.deck_id} was saved by {version.by} in the meantime")
        self.version = version


def make_choice(
    story: str, about: str = "", slides: tuple[str, ...] = (), pins: tuple[str, ...] = ()
) -> Choice:
    """A choice of what there is: unknown stories and slides are left out, the story's own too."""
    story = story if story in stories.STORIES else "opening_report"
    known = stories.in_order(slides)
    own = known == stories.in_order(stories.STORIES[story])
    about = about if story in stories.ABOUT else ""
    return Choice(story, about, () if own else known, tuple(dict.fromkeys(pins))[:PINS_SHOWN])


def list_decks(database: Database) -> list[Version]:
    """Every deck as it is now, the one saved last first, deleted ones left out."""
    return [one for one in _read(database.cursor(), "decks/last_versions.sql") if not one.is_deleted]


def list_deleted(database: Database) -> list[Version]:
    """The decks that were deleted, each as it was deleted; they can be brought back."""
    return [one for one in _read(database.cursor(), "decks/last_versions.sql") if one.is_deleted]


def find_deck(database: Database, deck_id: int) -> Version | None:
    """The deck of that number as it is now; None where there is none, or it was deleted."""
    return next((one for one in list_decks(database) if one.deck_id == deck_id), None)


def list_versions(database: Database, deck_id: int) -> list[Version]:
    """Every version of a deck, the newest first."""
    return _read(database.cursor(), "decks/versions_of.sql", deck_id=deck_id)


def save_deck(
    database: Database,
    name: str,
    choice: Choice,
    notes: dict[str, str],
    *,
    by: str,
    after: Version | None = None,
) -> Version:
    """Keep a deck: a new one, or the next version `after` the one that was opened. Nothing new, nothing kept.

    Raises ChangedMeanwhile when somebody else saved it since, ValueError without a name of the deck or of who
    saves it.
    """
    kept = {key: note.strip()[:NOTE_LETTERS] for key, note in notes.items() if note.strip()}
    name = name.strip()[:NAME_LETTERS]
    if after and not after.is_deleted and (after.name, after.choice, after.notes) == (name, choice, kept):
        return after
    return _write(database, name, choice, kept, by=by, after=after)


def delete_deck(database: Database, deck: Version, *, by: str) -> Version:
    """Take a deck out of the list; its versions stay, and bring it back."""
    return _write(database, deck.name, deck.choice, deck.notes, by=by, after=deck, is_deleted=True)


def bring_back(database: Database, version: Version, *, by: str, after: Version) -> Version:
    """Make a deck what it was in an earlier version: one version more, which can be taken back, too."""
    return _write(
        database,
        version.name,
        version.choice,
        version.notes,
        by=by,
        after=after,
        brings_back=version.version_id,
    )


def _write(
    database: Database,
    name: str,
    choice: Choice,
    notes: dict[str, str],
    *,
    by: str,
    after: Version | None,
    is_deleted: bool = False,
    brings_back: int | None = None,
) -> Version:
    if not name.strip() or not by.strip():
        raise ValueError("a deck needs a name, and the name of who saves it")
    content = {"story": choice.story, "about": choice.about, "slides": choice.slides, "pins": choice.pins}
    with database.writing() as cursor:
        if after:
            (last, *_) = _read(cursor, "decks/versions_of.sql", deck_id=after.deck_id)
            if last.version_id != after.version_id:
                raise ChangedMeanwhile(last)
        ((_, deck_id),) = cursor.execute(
            sql_files.text("decks/insert_version.sql"),
            {
                "deck_id": after.deck_id if after else None,
                "name": name.strip(),
                "content": json.dumps(content | {"notes": notes}, ensure_ascii=False),
                "is_deleted": is_deleted,
                "brings_back": brings_back,
                "saved_by": by.strip(),
                "saved_at": datetime.datetime.now(datetime.UTC).replace(tzinfo=None, microsecond=0),
            },
        ).fetchall()
    return list_versions(database, deck_id)[0]


def _read(cursor: duckdb.DuckDBPyConnection, name: str, **values: Any) -> list[Version]:
    return [_version(*row) for row in cursor.execute(sql_files.text(name), values).fetchall()]


def _version(
    version_id: int,
    deck_id: int,
    name: str,
    content: str,
    is_deleted: bool,
    brings_back: int | None,
    by: str,
    at: datetime.datetime,
) -> Version:
    told = json.loads(content)
    choice = make_choice(told["story"], told["about"], tuple(told["slides"]), tuple(told["pins"]))
    return Version(version_id, deck_id, name, choice, told["notes"], is_deleted, brings_back, by, at)
