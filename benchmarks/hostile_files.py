"""Files made to stop the server, each of one kind and as large as the page takes."""

import itertools
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import xlsxwriter

MEGABYTE = 1_000_000
LARGEST = 50 * MEGABYTE  # server.maxUploadSize
HEADER = "건의번호,간담회번호,제안기관,분야,제목\n"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def repeat(path: Path, text: str, size: int, header: str = HEADER) -> None:
    """The header and the text again and again, up to so many bytes."""
    once = text.encode()
    many = once * (MEGABYTE // len(once) // 10 + 1)
    with path.open("wb") as file:
        file.write(header.encode())
        for _ in range(size // len(many) + 1):
            file.write(many)


def count(path: Path, row: str, size: int, header: str = HEADER) -> None:
    """The header and rows with the number of each in place of {}, up to so many bytes."""
    with path.open("w", encoding="utf-8") as file:
        written, number = file.write(header), 0
        while written < size:
            text = "".join(row.replace("{}", str(at)) for at in range(number, number + 1_000))
            written += len(text.encode())
            number += 1_000
            file.write(text)


def far_cell(path: Path, size: int) -> None:
    """One cell in the last row and column that Excel has: 549 GB if every cell before it is kept."""
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write(1_048_575, 16_383, "x")


def wide_sheet(path: Path, size: int) -> None:
    """A heading in each of 16,384 columns."""
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write_row(0, 0, [f"머리글 {number}" for number in range(16_384)])


def unpacking(sheet: Iterator[bytes], texts: Iterable[bytes] = (b"<sst/>",)) -> Callable[[Path], None]:
    """A workbook whose one sheet, and the texts it shares, are these bytes."""

    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            kinds = {"rId1": ("worksheet", "sheet1"), "rId2": ("sharedStrings", "sharedStrings")}
            archive.writestr("_rels/.rels", relations({"rId1": ("officeDocument", "xl/workbook")}))
            archive.writestr("xl/_rels/workbook.xml.rels", relations(kinds))
            archive.writestr(
                "xl/workbook.xml",
                f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
                '<sheet name="자료" sheetId="1" r:id="rId1"/></sheets></workbook>',
            )
            for name, pieces in (("xl/sheet1.xml", sheet), ("xl/sharedStrings.xml", texts)):
                with archive.open(name, "w", force_zip64=True) as file:
                    for piece in pieces:
                        file.write(piece)

    return make


def relations(kinds: dict[str, tuple[str, str]]) -> str:
    """The part of a workbook that says where others are."""
    each = "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/{kind}" Target="{target}.xml"/>'
        for name, (kind, target) in kinds.items()
    )
    return f"<Relationships>{each}</Relationships>"


def sheet_of(cells: Iterator[bytes]) -> Iterator[bytes]:
    """The part of a workbook that is a sheet."""
    yield f'<worksheet xmlns="{_MAIN}"><sheetData>'.encode()
    yield from cells
    yield b"</sheetData></worksheet>"


def letters(megabytes: int) -> Iterator[bytes]:
    """So many million letters."""
    yield from (b"a" * MEGABYTE for _ in range(megabytes))


def large_cell(path: Path, size: int) -> None:
    """One cell of 18 times the size: 900 MB, packed into 0.9 MB, for the largest."""
    begin, end = b'<row r="1"><c r="A1" t="inlineStr"><is><t>', b"</t></is></c></row>"
    unpacking(sheet_of(itertools.chain([begin], letters(size * 18 // MEGABYTE), [end])))(path)


def large_texts(path: Path, size: int) -> None:
    """Shared texts of 18 times the size."""
    texts = (b"<si><t>" + b"a" * 993 + b"</t></si>" for _ in range(size * 18 // 1_000))
    unpacking(sheet_of(iter(())), itertools.chain([b"<sst>"], texts, [b"</sst>"]))(path)


def full_sheet(path: Path, size: int) -> None:
    """At the largest more numbers than a sheet may have, where texts belong: each is remarked upon."""
    rows = (
        b"<row>" + b"".join(b"<c><v>%d</v></c>" % (number + at) for at in range(8)) + b"</row>"
        for number in range(size // 125)
    )
    heads = "".join(
        f'<c t="inlineStr"><is><t>{name}</t></is></c>'
        for name in (*HEADER.strip().split(","), "내용", "제안자", "직위")
    )
    unpacking(sheet_of(itertools.chain([f"<row>{heads}</row>".encode()], rows)))(path)


_NFD = unicodedata.normalize("NFD", "가나다라마바사아자차카타파하 각난닫")
Make = Callable[[Path, int], None]


def repeated(text: str, header: str = HEADER) -> Make:
    """Makes the header and the text again and again."""
    return lambda path, size: repeat(path, text, size, header)


def counted(row: str, header: str = HEADER) -> Make:
    """Makes the header and rows that are numbered."""
    return lambda path, size: count(path, row, size, header)


# By kind: what makes it in a size, and how it is refused; None for files whose rows are looked at.
CSV: dict[str, tuple[Make, str | None]] = {
    "one key in every row": (repeated("A,GJ-1,가상기업,기타,제목이 조금 더 깁니다\n"), None),
    "one key in every short row": (repeated("A\n", "분야\n"), None),
    "text taken apart (NFD)": (repeated(f"A,GJ-1,{_NFD},기타,{_NFD}\n"), None),
    "stacked signs": (repeated("\u0301\u0323" * 16_000 + "\n"), "too_many_marks"),
    "30 signs on each letter": (repeated("A,GJ-1,가,기타," + ("a" + "\u0301\u0323" * 15) * 20 + "\n"), None),
    "headings": (repeated("머리글,", ""), "record_too_long"),
    "a line of headings": (
        lambda path, size: repeat(path, "\n", size // 2, "머리글," * (size // 50) + "\n"),
        "too_many_headings",
    ),
    "a long heading": (repeated("가\n", "건의번호,간담회번호," + "가" * 201 + "\n"), "heading_too_long"),
    "one line": (repeated("가나다라"), "record_too_long"),
    "quotes": (repeated('"""",'), "record_too_long"),
    "unknown words": (counted("{},S{},가상기업,분야{},제목\n"), None),
    "five problems a row": (counted("{},1{},,분야{},,,,\n"), None),
    "numbers as powers": (counted("1.{}E+15,GJ-1,가상기업,기타,제목\n"), None),
}
WORKBOOKS: dict[str, tuple[Make, str | None]] = {
    "one cell at XFD1048576": (far_cell, "cell_too_far"),
    "16,384 columns": (wide_sheet, "cell_too_far"),
    "one cell of 900 MB": (large_cell, "workbook_too_large"),
    "shared texts of 900 MB": (large_texts, "workbook_too_large"),
    "3.2 million numbers": (full_sheet, "needs_too_much_memory"),
}
