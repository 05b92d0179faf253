"""A file with a damaged record is refused and the record named; none is taken with other content."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from dashboard import uploads
from dashboard.database import Database

HEADER = ["건의번호", "간담회번호", "분야", "제목", "내용", "담당부서"]
FEW_FILES, MANY_FILES = 30, 1_000
PIECES = ("가", "나다", " ", "1", '"', "\n", ",", ";", "\t", "끝.", "\n\n")


def random_records(random: Random) -> list[list[str]]:
    """Rows of suggestions whose cells hold quotes, separators and line breaks."""
    return [
        [
            f"D-{number}",
            "GJ-1",
            "실증",
            "제목" + "".join(random.choices(PIECES, k=random.randint(0, 4))),
            "".join(random.choices(PIECES, k=random.randint(0, 6))),
            random.choice(("", "산업과", "과, 팀")),
        ]
        for number in range(random.randint(3, 9))
    ]


def as_text(cells: list[str], delimiter: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerow(cells)
    return text.getvalue()


def with_a_cell_less(cells: list[str], delimiter: str, random: Random) -> str:
    at = random.randrange(len(cells))
    return as_text(cells[:at] + cells[at + 1 :], delimiter)


def with_a_cell_more(cells: list[str], delimiter: str, random: Random) -> str:
    at = random.randrange(len(cells) + 1)
    return as_text([*cells[:at], random.choice(("", "넘침", "줄\n둘")), *cells[at:]], delimiter)


def with_a_stray_quote(cells: list[str], delimiter: str, random: Random) -> str:
    text = as_text(cells, delimiter)
    at = random.randrange(len(text))
    return f'{text[:at]}"{text[at:]}'


def with_a_quote_lost(cells: list[str], delimiter: str, random: Random) -> str:
    text = as_text([*cells[:4], f'따옴표 "안", {delimiter}\n줄', cells[5]], delimiter)
    at = random.choice([place for place, letter in enumerate(text) if letter == '"'])
    return text[:at] + text[at + 1 :]


KINDS = (with_a_cell_less, with_a_cell_more, with_a_stray_quote, with_a_quote_lost)


@pytest.mark.parametrize("damage", KINDS, ids=lambda damage: damage.__name__)
def test_a_damaged_record_is_named_or_the_file_is_refused(
    record: Database,
    written: Callable[..., Path],
    damage: Callable[[list[str], str, Random], str],
    thorough: bool,
) -> None:
    for seed in range(MANY_FILES if thorough else FEW_FILES):
        random = Random(f"{damage.__name__} {seed}")
        delimiter = random.choice(",;\t")
        records = [HEADER, *random_records(random)]
        at = random.randrange(1, len(records))
        texts = [as_text(cells, delimiter) for cells in records]
        texts[at] = damage(records[at], delimiter, random)
        line = 1 + "".join(texts[:at]).count("\n")
        preview = uploads.check(record, "suggestions", written("".join(texts)))
        found = [(problem.code, problem.line) for problem in preview.refused]
        if damage in (with_a_cell_less, with_a_cell_more):
            assert [named for _, named in found] == [line], (seed, texts)
        else:
            assert found, (seed, texts)
            assert found[0][0] in ("misplaced_quote", "unclosed_quote", "cells_missing", "cells_too_many")
        assert preview.counts.changes == 0


def test_an_unclosed_quote_is_named_by_the_record_it_opens_in(
    record: Database, written: Callable[..., Path]
) -> None:
    rows = [f'D-{number},GJ-1,실증,"제목, {number}",,\n' for number in range(3_000)]
    rows[700] = 'D-700,GJ-1,실증,"제목, 700,,\n'
    (problem,) = uploads.check(
        record, "suggestions", written(",".join(HEADER) + "\n" + "".join(rows))
    ).refused
    assert (problem.code, problem.line) == ("misplaced_quote", 702)


def test_all_damaged_records_are_named_up_to_twenty(record: Database, written: Callable[..., Path]) -> None:
    text = ",".join(HEADER) + "\n" + "D,GJ-1,실증,제목\n" * 50 + "D,GJ-1,실증,제목,내용,산업과\n"
    *refused, more = uploads.check(record, "suggestions", written(text)).refused
    assert [problem.line for problem in refused] == list(range(2, 22))
    assert (more.code, more.line) == ("more_damaged", None)
    assert "30개" in more.message["ko"]


def test_whatever_two_quotes_do_nothing_is_taken_with_other_content(
    record: Database, written: Callable[..., Path], thorough: bool
) -> None:
    accepted = 0
    for seed in range(MANY_FILES if thorough else FEW_FILES):
        random = Random(seed)
        records = [HEADER, *random_records(random)]
        text = "".join(as_text(cells, ",") for cells in records)
        at = random.randrange(len(text.split("\n", 1)[0]) + 1, len(text))
        second = at + random.choice((0, 0, 1, 2, random.randrange(len(text))))
        text = f'{text[:at]}"{text[at:second]}"{text[second:]}'
        preview = uploads.check(record, "suggestions", written(text))
        if not preview.refused:
            accepted += 1
            expected = [
                cells for cells in csv.reader(io.StringIO(text, newline=""), strict=True) if any(cells)
            ]
            assert read_cells(preview) == [
                tuple(cell.strip() or None for cell in cells) for cells in expected[1:]
            ]
    assert accepted > 3


def read_cells(preview: uploads.Preview) -> list[tuple[str | None, ...]]:
    """The cells as they were read."""
    assert preview.staged is not None
    names = ", ".join(column.name for column in preview.staged.columns)
    return preview.staged.cursor.execute(f"select {names} from {preview.staged.rows}").fetchall()
