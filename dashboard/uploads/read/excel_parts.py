"""What the reader of workbooks does not tell of an .xlsx file: errors such as #N/A, and its unpacked size."""

import posixpath
import re
import zipfile
from pathlib import Path

_SHEET = re.compile(rb"<sheet\b[^>]*?>")
_RELATION = re.compile(rb"<Relationship\b[^>]*?>")
_ERROR = re.compile(rb'<c\b(?=[^>]*?\bt="e")[^>]*?\br="([A-Z]+)(\d+)"')
_PIECE = 1 << 20
_MOST_BYTES = 1 << 30  # unpacked; a sheet of a million rows has about half


def is_too_large(path: Path) -> bool:
    """Whether a workbook would fill the memory when it is unpacked."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return sum(part.file_size for part in archive.infolist()) > _MOST_BYTES


def error_cells(path: Path, sheet: str) -> dict[int, list[int]]:
    """The error cells of a sheet: row from 1 → columns from 0. Nothing for workbooks other than .xlsx."""
    if not zipfile.is_zipfile(path):
        return {}
    found: dict[int, list[int]] = {}
    with zipfile.ZipFile(path) as archive:
        name = _part(archive, sheet)
        if name is None:
            return {}
        with archive.open(name) as file:
            rest = b""
            while piece := file.read(_PIECE):
                rest += piece
                for match in _ERROR.finditer(rest):
                    found.setdefault(int(match[2]), []).append(_column(match[1]))
                rest = rest[rest.rfind(b"<") :] if not rest.endswith(b">") else b""
    return found


def _part(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """The file inside the archive that holds a sheet."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return None
    targets = {}
    for tag in _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels")):
        targets[_attribute(tag, "Id")] = _attribute(tag, "Target")
    for tag in _SHEET.findall(archive.read("xl/workbook.xml")):
        if _attribute(tag, "name") == sheet:
            name = posixpath.normpath(posixpath.join("/xl", targets.get(_attribute(tag, "r:id"), ""))).lstrip(
                "/"
            )
            return name if name in names else None
    return None


def _attribute(tag: bytes, name: str) -> str:
    match = re.search(rf'\b{name}="([^"]*)"', tag.decode("utf-8", errors="replace"))
    text = match[1] if match else ""
    for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, letter)
    return text


def _column(letters: bytes) -> int:
    """A is 0, Z is 25, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
