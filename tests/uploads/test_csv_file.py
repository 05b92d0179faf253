"""A CSV file is read as it is: all encodings, line ends and separators met in Korea, and nothing else."""

import itertools
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard import uploads
from dashboard.database import Database

WriteFile = Callable[..., Path]

HEADER = "건의번호,간담회번호,분야,제목,내용\n"
TEXT = HEADER + 'A-1,GJ-1,실증,첫째,"내용, 쉼표"\nA-2,GJ-3,기타,둘째,"두 줄\n내용"\nA-3,GJ-4,실증,셋째,\n'
ROWS = [("A-1", "첫째", "내용, 쉼표"), ("A-2", "둘째", "두 줄\n내용"), ("A-3", "셋째", None)]


def uploaded(record: Database, path: Path, **said: object) -> list[tuple[str, str, str | None]]:
    """Check and apply a file of suggestions; what of it was in the table until it was taken back."""
    preview = uploads.check(record, "suggestions", path, **said)  # type: ignore[arg-type]
    assert preview.can_be_applied, uploads.problems(preview)
    upload = uploads.apply(record, preview, by="담당자")
    rows = record.cursor().execute(
        "select suggestion_id, title, detail from suggestions where suggestion_id like 'A-%' order by 1"
    )
    found = rows.fetchall()
    assert upload.upload_id is not None
    uploads.undo(record, upload.upload_id, by="담당자")
    return found


def refusal(record: Database, path: Path) -> list[str]:
    preview = uploads.check(record, "suggestions", path)
    assert (preview.counts.changes, preview.counts.rejected) == (0, 0)
    return [problem.code for problem in preview.refused]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_every_encoding_of_excel_is_understood(record: Database, written: WriteFile, encoding: str) -> None:
    assert uploaded(record, written(TEXT, encoding)) == ROWS


def test_utf_16_of_the_other_byte_order_is_understood(record: Database, tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    path.write_bytes(b"\xfe\xff" + TEXT.encode("utf-16-be"))
    assert uploaded(record, path) == ROWS


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\r\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_every_line_end_is_understood(
    record: Database, written: WriteFile, ending: str, encoding: str
) -> None:
    assert uploaded(record, written(TEXT.replace("\n", ending), encoding)) == ROWS


def test_line_ends_may_be_mixed(record: Database, written: WriteFile) -> None:
    endings = itertools.cycle(["\r\n", "\n", "\r", "\r\r\n"])
    text = "".join(line + next(endings) for line in TEXT.split("\n")[:-1])
    assert uploaded(record, written(text)) == ROWS


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_separator_is_understood(record: Database, written: WriteFile, delimiter: str) -> None:
    text = TEXT.replace("내용, 쉼표", "내용~ 쉼표").replace(",", delimiter).replace("~", ",")
    assert uploaded(record, written(text)) == ROWS


def test_a_file_may_end_without_a_line_end(record: Database, written: WriteFile) -> None:
    assert uploaded(record, written(TEXT.rstrip("\n"))) == ROWS


def test_blank_lines_and_rows_of_empty_cells_are_no_rows(record: Database, written: WriteFile) -> None:
    text = TEXT.replace("A-3", "\n\n,,,,\n , ,\u3000,,\nA-3") + ",,,,\n\n"
    preview = uploads.check(record, "suggestions", written(text))
    assert (preview.counts.added, preview.counts.rejected) == (3, 0)


def test_lines_are_counted_as_an_editor_counts_them(record: Database, written: WriteFile) -> None:
    text = '"건의\n번호",간담회번호,분야,제목,내용\n\nA-1,GJ-1,실증,첫째,"가\n나\n다"\nA-2,없음,실증,둘째,\n'
    preview = uploads.check(record, "suggestions", written(text.replace("\n", "\r\n")))
    assert [problem.line for problem in uploads.problems(preview)] == [7]


def test_text_arrives_trimmed_and_composed_and_otherwise_to_the_letter(
    record: Database, written: WriteFile
) -> None:
    text = HEADER + f'A-1, GJ-1 ,실증,\u3000첫째 \t,"{unicodedata.normalize("NFD", "한글 안의  빈칸")}\n "\n'
    assert uploaded(record, written(text)) == [("A-1", "첫째", "한글 안의  빈칸")]


def test_the_full_repertoire_of_cp949_arrives_composed(record: Database, written: WriteFile) -> None:
    pairs = (bytes(pair) for pair in itertools.product(range(0x81, 0xFF), range(0x41, 0xFF)))
    letters = [text for pair in pairs if len(text := pair.decode("cp949", errors="ignore")) == 1]
    letters = [letter for letter in letters if len(letter.encode("cp949")) == 2]
    letters += [chr(code) for code in range(32, 127) if chr(code) not in "\"'"]
    assert len(letters) == 17_048 + 93
    lines = ["".join(letters[at : at + 100]) for at in range(0, len(letters), 100)]
    body = "".join(f'A-{number:03},GJ-1,실증,제목,"<{line}>"\n' for number, line in enumerate(lines))
    found = uploaded(record, written(HEADER + body, "cp949"))
    seen = str.maketrans({"\u3000": " ", "\u3164": " ", "\u00ad": None})  # blanks, and what nobody sees
    expected = [unicodedata.normalize("NFC", line).translate(seen) for line in lines]
    assert [detail for _, _, detail in found] == [f"<{line}>" for line in expected]


def test_title_rows_are_found_and_left_out_only_with_consent(record: Database, written: WriteFile) -> None:
    path = written(f"2025년 건의 목록,,,,\n\n작성: 의회사무처\n{TEXT}")
    preview = uploads.check(record, "suggestions", path)
    assert [problem.code for problem in preview.refused] == ["title_rows"]
    assert preview.reading is not None
    assert preview.reading.titles == (("2025년 건의 목록", "", "", "", ""), ("작성: 의회사무처",))
    assert uploaded(record, path, skip_titles=True) == ROWS


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"\n\n  \n", "empty_file"),
        (TEXT.encode("utf-16-le"), "unreadable_encoding"),
        (TEXT.encode("utf-32"), "unreadable_encoding"),
        ((TEXT * 3).encode("johab"), "unreadable_encoding"),
        (TEXT.encode("iso2022_kr"), "unreadable_encoding"),
        (TEXT.replace("첫째", "첫\0째").encode(), "unreadable_encoding"),
        (TEXT.replace("첫째", "첫\x1b째").encode("cp949"), "unreadable_encoding"),
        (bytes(range(256)) * 20, "unreadable_encoding"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "unreadable_encoding"),
        (TEXT.encode("shift_jis", errors="ignore") + "日本ハァ".encode("shift_jis"), "unreadable_encoding"),
        (TEXT.encode().replace("둘째".encode(), "둘째".encode()[:-1]), "damaged_encoding"),
        ((HEADER + "A," + "가" * 2_500_000).encode(), "record_too_long"),
        ((HEADER + 'A,GJ-1,실증,"' + "가나다\n" * 250_000 + '",\n').encode("cp949"), "record_too_long"),
        (b"<html><table><tr><td>x</td></tr></table>", "web_page"),
        (b"PK\x03\x04 and no more", "unreadable_workbook"),
        (b"\xd0\xcf\x11\xe0 and no more", "unreadable_workbook"),
    ],
)
def test_what_cannot_be_read_for_certain_is_refused(
    record: Database, tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    assert refusal(record, path) == [code]


def test_the_refusal_says_how_to_save_the_file(record: Database, tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(TEXT.encode("utf-16-le"))
    (problem,) = uploads.check(record, "suggestions", path).refused
    assert "CSV UTF-8(쉼표로 분리)" in problem.message["ko"]


def test_a_large_file_in_cp949_is_told_from_utf_8_by_its_last_line(
    record: Database, written: WriteFile
) -> None:
    plain = "suggestion_id,session_id,category,title\n" + "".join(
        f"B-{number},GJ-1,Other,plain\n" for number in range(40_000)
    )
    preview = uploads.check(record, "suggestions", written(plain + "A-1,GJ-1,Other,끝\n", "cp949"))
    assert preview.reading is not None
    assert (preview.reading.encoding, preview.counts.added) == ("cp949", 40_001)


def test_nothing_is_left_in_the_workspace_when_previews_are_let_go(
    record: Database, written: WriteFile
) -> None:
    preview = uploads.check(record, "suggestions", written(TEXT))
    assert list(record.workspace.iterdir())
    del preview
    refusal(record, written("건의번호\nA,B\n"))
    assert list(record.workspace.iterdir()) == []
