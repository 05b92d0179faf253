"""The rejected rows of an upload as a file, to be mended and uploaded again."""

import csv
import io
from collections.abc import Iterator

from dashboard.uploads.formulas import kept_inert
from dashboard.uploads.headings import REMARKS, key
from dashboard.uploads.pages import problems
from dashboard.uploads.preview import Preview
from dashboard.uploads.structure import LONGEST_RECORD

csv.field_size_limit(LONGEST_RECORD)


def rejected_rows(preview: Preview, language: str = "ko") -> bytes:
    """A CSV file, UTF-8 with a mark for Excel: the columns of the upload and one more that says what is
    wrong.

    That last column is not read when the file comes back. Empty when no row is rejected.
    """
    remarks = _remarks(preview, language)
    if not remarks or preview.reading is None:
        return b""
    kept = [at for at, heading in enumerate(preview.headings) if key(heading.text) not in REMARKS]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*(preview.headings[at].text for at in kept), REMARKS[language != "ko"]])
    for line, cells in _records(preview):
        if line in remarks:
            writer.writerow([*(kept_inert(cells[at]) for at in kept), " ".join(remarks[line])])
    return text.getvalue().encode("utf-8-sig")


def _remarks(preview: Preview, language: str) -> dict[int, list[str]]:
    """What is wrong with each rejected row, by its line."""
    found: dict[int, list[str]] = {}
    for problem in problems(preview):
        if problem.line is not None and not preview.refused:
            found.setdefault(problem.line, []).append(problem.message[language])
    return found


def _records(preview: Preview) -> Iterator[tuple[int, list[str]]]:
    """The records as they stood in the file, with their lines."""
    if preview.reading is not None:
        with preview.reading.records.open(encoding="utf-8", newline="") as file:
            records = csv.reader(file, delimiter=preview.reading.delimiter)
            yield from zip(preview.reading.lines.tolist(), records, strict=True)
