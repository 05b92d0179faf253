"""Decks are kept with every version; notes go to nobody but staff; anything can be brought back."""

from typing import Any

import orjson
import pytest
from chart_functions import LABELS

from dashboard import slides
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.slides import saved_decks
from dashboard.slides.saved_decks import ChangedMeanwhile, Choice, make_choice

CHOICE = Choice("meeting", about="S3", pins=("N2", "N4"))
NOTES = {"opening": "먼저 인사합니다.", "pinned:N2": "예산을 설명합니다."}


def test_what_is_saved_is_what_is_opened(database: Database) -> None:
    saved = saved_decks.save_deck(database, " 3차 개회 ", CHOICE, NOTES | {"closing": "  "}, by="김담당")
    opened = saved_decks.find_deck(database, saved.deck_id)
    assert opened == saved
    assert (saved.name, saved.choice, saved.notes, saved.by) == ("3차 개회", CHOICE, NOTES, "김담당")
    assert [deck.name for deck in saved_decks.list_decks(database)] == ["3차 개회"]


def test_every_version_stays_with_who_saved_it(database: Database) -> None:
    first = saved_decks.save_deck(database, "개회", CHOICE, NOTES, by="김담당")
    second = saved_decks.save_deck(database, "개회", CHOICE, {}, by="이담당", after=first)
    versions = saved_decks.list_versions(database, first.deck_id)
    assert [(one.by, one.notes) for one in versions] == [("이담당", {}), ("김담당", NOTES)]
    assert saved_decks.find_deck(database, first.deck_id) == second


def test_nothing_new_is_no_version(database: Database) -> None:
    first = saved_decks.save_deck(database, "개회", CHOICE, NOTES, by="김담당")
    assert saved_decks.save_deck(database, "개회", CHOICE, NOTES, by="이담당", after=first) is first
    assert len(saved_decks.list_versions(database, first.deck_id)) == 1


def test_bringing_a_version_back_can_itself_be_taken_back(database: Database) -> None:
    first = saved_decks.save_deck(database, "개회", CHOICE, NOTES, by="김담당")
    second = saved_decks.save_deck(database, "폐회", Choice(), {}, by="김담당", after=first)
    third = saved_decks.bring_back(database, first, by="이담당", after=second)
    assert (third.name, third.choice, third.notes, third.brings_back) == (
        "개회",
        CHOICE,
        NOTES,
        first.version_id,
    )
    fourth = saved_decks.bring_back(database, second, by="이담당", after=third)
    assert (fourth.name, fourth.choice, fourth.notes) == ("폐회", Choice(), {})


def test_a_deleted_deck_is_found_no_more_and_can_be_revived(database: Database) -> None:
    saved = saved_decks.save_deck(database, "개회", CHOICE, NOTES, by="김담당")
    deleted = saved_decks.delete_deck(database, saved, by="김담당")
    assert saved_decks.find_deck(database, saved.deck_id) is None
    assert saved_decks.list_decks(database) == []
    assert saved_decks.list_deleted(database) == [deleted]
    back = saved_decks.bring_back(database, deleted, by="이담당", after=deleted)
    assert (back.choice, back.notes) == (CHOICE, NOTES)
    assert saved_decks.find_deck(database, saved.deck_id) == back


def test_who_saves_over_somebody_else_is_told_and_nothing_is_lost(database: Database) -> None:
    first = saved_decks.save_deck(database, "개회", CHOICE, NOTES, by="김담당")
    theirs = saved_decks.save_deck(
        database, "개회", CHOICE, {"opening": "다른 메모"}, by="이담당", after=first
    )
    with pytest.raises(ChangedMeanwhile) as refused:
        saved_decks.save_deck(database, "개회", CHOICE, {"opening": "내 메모"}, by="김담당", after=first)
    assert refused.value.version == theirs
    assert saved_decks.find_deck(database, first.deck_id) == theirs


@pytest.mark.parametrize(("name", "by"), [("", "김담당"), ("개회", " ")])
def test_a_deck_needs_its_name_and_who_saves_it(database: Database, name: str, by: str) -> None:
    with pytest.raises(ValueError, match="name"):
        saved_decks.save_deck(database, name, CHOICE, NOTES, by=by)
    assert saved_decks.list_decks(database) == []


def test_two_decks_have_numbers_of_their_own(database: Database) -> None:
    first, second = (saved_decks.save_deck(database, name, CHOICE, {}, by="김담당") for name in "가나")
    assert first.deck_id != second.deck_id
    assert {deck.name for deck in saved_decks.list_decks(database)} == {"가", "나"}


def test_to_save_a_deck_is_no_newer_data(database: Database) -> None:
    before = database.version
    saved_decks.save_deck(database, "개회", CHOICE, NOTES, by="김담당")
    assert database.version == before


def test_notes_are_no_part_of_the_deck_nor_of_the_file(
    database: Database, everything: dict[str, Any]
) -> None:
    saved = saved_decks.save_deck(database, "비밀 이름", CHOICE, NOTES, by="김담당")
    source = slides.Source(database, LABELS["ko"], Filters(everything["as_of"], sessions=("S3",)))
    outline = slides.build_slides(source, saved.choice.names, saved.choice.pins)
    deck = slides.build_deck(source, outline, described="", link=None)
    told = deck + slides.build_file(deck) + orjson.dumps(outline.slides)
    assert [words for words in (*NOTES.values(), "비밀 이름", "김담당") if words.encode() in told] == []


@pytest.mark.parametrize(
    ("asked", "choice"),
    [
        (("unknown",), Choice()),
        (("opening_report", "S3"), Choice()),
        (
            ("meeting", "S3", ("closing", "opening", "nonsense")),
            Choice("meeting", "S3", ("opening", "closing")),
        ),
        (("category", "", slides.STORIES["category"]), Choice("category")),
        (("opening_report", "", (), ("N2", "N2", "N4")), Choice(pins=("N2", "N4"))),
    ],
)
def test_an_address_can_ask_only_for_what_there_is(asked: tuple[Any, ...], choice: Choice) -> None:
    assert make_choice(*asked) == choice


def test_endless_pins_are_cut() -> None:
    pins = tuple(f"N{number}" for number in range(500))
    assert make_choice("meeting", pins=pins).pins == pins[:12]
