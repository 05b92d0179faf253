"""An .xlsx workbook: its parts, its sheets and their formats, read piece by piece and never whole."""

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.parsers import expat

from dashboard.uploads.read import limits, number_format
from dashboard.uploads.read.number_format import NumberFormat
from dashboard.uploads.read.sheet import Layout, Merged, Row, UnreadableWorkbook, column_number
from dashboard.uploads.read.xlsx_sheet import SheetWalk, local, unescape

PIECE = 256 * 1024
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
Start = Callable[[str, dict[str, str]], None]


class XlsxFile:
    """The workbook of one file. Raises UnreadableWorkbook and Exceeded; damage raises what it does."""

    def __init__(self, path: Path) -> None:
        self._archive = zipfile.ZipFile(path)
        self._parts = {part.filename: part for part in self._archive.infolist()}
        main = next(iter(self._related("", "officeDocument").values()), "")
        if main not in self._parts:
            raise UnreadableWorkbook
        self._sheets: dict[str, str] = {}
        self.hidden: tuple[str, ...] = ()
        self.is_1904 = self.is_recalculated = False
        sheets = self._related(main, "worksheet")
        self._walk(main, lambda name, of: self._note_sheet(sheets, local(name), of))
        self.names = tuple(self._sheets)
        if not self.names:
            raise UnreadableWorkbook
        self._formats = self._read_formats(self._related(main, "styles"))
        self._texts = self._read_texts(self._related(main, "sharedStrings"))

    def layout(self, name: str) -> Layout:
        """What holds for a whole sheet: its merged cells stand at the end of its part."""
        merged, rest = [], b""
        for piece in self._pieces(self._sheets[name]):
            rest += piece
            if rest.startswith((b"\xff\xfe", b"\xfe\xff")):
                raise UnreadableWorkbook
            for match in _MERGED.finditer(rest):
                left, top, right, bottom = (part.decode() for part in match.groups())
                merged.append(
                    Merged(
                        int(top),
                        int(bottom),
                        column_number(left),
                        column_number(right),
                        f"{left}{top}:{right}{bottom}",
                    )
                )
            rest = rest[max(rest.rfind(b"<"), len(rest) - 1000) :] if not rest.endswith(b">") else b""
        return Layout(merged, is_1904=self.is_1904)

    def rows(self, name: str, layout: Layout) -> Iterator[Row]:
        """The rows of a sheet that hold cells, as they are unpacked."""
        walk = SheetWalk(self._texts, self._formats, layout, is_recalculated=self.is_recalculated)
        parser = _parser()
        parser.StartElementHandler, parser.EndElementHandler = walk.start, walk.end
        parser.CharacterDataHandler = walk.text
        for piece in self._pieces(self._sheets[name]):
            parser.Parse(piece, False)
            yield from walk.take_rows()
        parser.Parse(b"", True)
        yield from walk.take_rows()

    def _note_sheet(self, sheets: dict[str, str], name: str, of: dict[str, str]) -> None:
        if name == "workbookPr":
            self.is_1904 = of.get("date1904") in ("1", "true")
        elif name == "calcPr":
            self.is_recalculated = of.get("fullCalcOnLoad") in ("1", "true")
        elif name == "sheet":
            part = sheets.get(next((value for key, value in of.items() if key.endswith(":id")), ""), "")
            if part in self._parts:
                self._sheets[of["name"]] = part
                if of.get("state", "visible") != "visible":
                    self.hidden += (of["name"],)

    def _related(self, part: str, kind: str) -> dict[str, str]:
        """The parts of one kind that a part names, by the id that it names them with."""
        folder, name = posixpath.split(part)
        found: dict[str, str] = {}

        def start(element: str, of: dict[str, str]) -> None:
            if local(element) == "Relationship" and of.get("Type", "").endswith(f"/{kind}"):
                found[of.get("Id", "")] = posixpath.normpath(
                    posixpath.join("/", folder, of.get("Target", ""))
                ).lstrip("/")

        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations in self._parts:
            self._walk(relations, start)
        return found

    def _read_formats(self, parts: dict[str, str]) -> list[NumberFormat]:
        """The format of each style a cell can have."""
        codes: dict[int, str] = {}
        used: list[int] = []
        inside = [False]

        def start(element: str, of: dict[str, str]) -> None:
            name = local(element)
            if name in ("cellXfs", "cellStyleXfs"):
                inside[0] = name == "cellXfs"
            elif name == "numFmt" and "numFmtId" in of:
                codes.setdefault(int(of["numFmtId"]), of.get("formatCode", ""))
            elif name == "xf" and inside[0]:
                used.append(int(of.get("numFmtId", "0")))

        for part in parts.values():
            if part in self._parts:
                self._walk(part, start)
        return [number_format.understand(codes.get(one) or number_format.built_in(one)) for one in used]

    def _read_texts(self, parts: dict[str, str]) -> list[str]:
        """The texts that cells share: all runs of a rich one, without how they are pronounced."""
        texts: list[str] = []
        letters: list[str] = []
        state = {"open": False, "spoken": False, "length": 0}

        def start(element: str, of: dict[str, str]) -> None:
            name = local(element) if ":" in element else element
            state["spoken"] = state["spoken"] or name == "rPh"
            state["open"] = name == "t" and not state["spoken"]

        def end(element: str) -> None:
            name = local(element) if ":" in element else element
            state["open"] = False
            if name == "rPh":
                state["spoken"] = False
            elif name == "si":
                texts.append(unescape("".join(letters)))
                letters.clear()
                state["length"] = 0

        def text(piece: str) -> None:
            if state["open"]:
                letters.append(piece)
                state["length"] += len(piece)
                if state["length"] > limits.LONGEST_CELL:
                    raise limits.Exceeded("cell_too_long", most=limits.LONGEST_CELL)

        for part in parts.values():
            if part in self._parts:
                self._walk(part, start, end, text)
        return texts

    def _walk(self, part: str, start: Start, end: Any = None, text: Any = None) -> None:
        parser = _parser()
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
        for piece in self._pieces(part):
            parser.Parse(piece, False)
        parser.Parse(b"", True)

    def _pieces(self, part: str) -> Iterator[bytes]:
        """A part as it is unpacked, if it is not far larger than a workbook of this size can be."""
        found = self._parts[part]
        most = max(limits.SMALL_UNPACKED, found.compress_size * limits.MOST_TIMES_PACKED)
        if found.file_size > min(most, limits.MOST_UNPACKED):
            raise limits.Exceeded("workbook_too_large", size=found.file_size // 1_000_000)
        with self._archive.open(found) as file:
            while piece := file.read(PIECE):
                yield piece


def _parser() -> Any:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_definitions
    return parser


def _refuse_definitions(*_: object) -> None:
    """No workbook defines entities; files that do would fill the memory."""
    raise UnreadableWorkbook
