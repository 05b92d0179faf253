"""From bytes to text: which encoding a file is in, and its text in pieces of whole lines."""

import codecs
import functools
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

# Small enough that no viewer waits while a piece is decoded.
PIECE = 64 * 1024

LONGEST_LINE = 2_000_000  # letters

# Strict, in this order, when no byte order mark says otherwise; right on 33 of 33 Korean legacy samples,
# where statistical detectors failed. No other encoding is taken.
ENCODINGS = ("utf-8", "cp949")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Some offices hand out tables as web pages whose names end in .xls.
_WEB_PAGES = (b"<html", b"<!doctype", b"<table", b"<?xml")
_ENDINGS = re.compile(r"\r\r\n|\r\n|\r")
_TELLING = 10  # Hangul syllables; fewer say nothing about which of them are common
# Two Hangul syllables that were valid UTF-8: what follows is damaged UTF-8, not CP949.
_HANGUL = re.compile("[가-힣].*[가-힣]", re.DOTALL)

_MOST_MARKS = 30
_CONTEXT = 20  # letters before them, to find the place by
DECODING = "upload.decoding"  # the step, in strings.toml
Progress = Callable[[float, str], None]


class Undecodable(Exception):
    """The bytes are not text in an encoding that is taken; `code` is a key of [problems]."""

    def __init__(self, code: str, line: int | None = None, value: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.value = value


def encodings_of(path: Path) -> tuple[str, ...]:
    """The encodings to try on a file, in order: the one its mark names, or all."""
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise Undecodable("unreadable_encoding")
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return (encoding,)
    if b"\0" in start or b"\x1b" in start:
        raise Undecodable("unreadable_encoding")
    if start.lstrip().lower().startswith(_WEB_PAGES):
        raise Undecodable("web_page")
    return ENCODINGS


def pieces(path: Path, encoding: str, progress: Callable[[int], None] | None = None) -> Iterator[str]:
    """The text of a file in NFC with LF line ends, in pieces that end with a whole line.

    `progress` is told how many bytes were read. Raises UnicodeDecodeError, or Undecodable for characters
    that no table holds.
    """
    held, first, lines = "", True, 0
    for text in _decode(path, encoding, progress):
        refuse_control(text)
        if first and encoding == "cp949" and not text.isascii():
            first = False
            _refuse_johab(text)
        text = held + text
        # A carriage return at the end may be the first half of a line end.
        kept = len(text.rstrip("\r"))
        end = text.rfind("\n", 0, kept) + 1 or text.rfind("\r", 0, kept) + 1
        piece, held = normalize(_line_feeds(text[:end]), lines + 1), text[end:]
        lines += piece.count("\n")
        if len(held) > LONGEST_LINE:
            raise Undecodable("record_too_long", lines + 1)
        if piece:
            yield piece
    if held:
        yield normalize(_line_feeds(held), lines + 1)


def _line_feeds(text: str) -> str:
    """The text with LF line ends; the pattern takes ten times as long and is for mixed ends alone."""
    plain = text.replace("\r\n", "\n")
    return _ENDINGS.sub("\n", text) if "\r" in plain else plain


def refuse_control(text: str) -> None:
    """Raises Undecodable for characters that no text has, but binary files and switched encodings."""
    if "\0" in text or "\x1b" in text:
        raise Undecodable("unreadable_encoding")


def normalize(text: str, first_line: int = 1) -> str:
    """The text in NFC: files from macOS hold Hangul taken apart.

    Raises Undecodable for the one character that NFC turns into a semicolon, which separates cells, and for
    more signs on one letter than any language writes: the time of NFC grows with their square.
    """
    if text.isascii():
        return text
    one, many = _marks()
    # A long run has a sign at one of these places; most texts have none there and are not searched.
    if one.search(text[_MOST_MARKS :: _MOST_MARKS + 1]) and (stacked := many.search(text)):
        begins = max(text.rfind("\n", 0, stacked.start()) + 1, stacked.start() - _CONTEXT)
        line = text.count("\n", 0, stacked.start()) + first_line
        raise Undecodable("too_many_marks", line, text[begins : stacked.start()])
    if "\u037e" in text:
        raise Undecodable("unreadable_encoding")
    return unicodedata.normalize("NFC", text)


@functools.cache
def _marks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may be a combining character, and more in a row than a stream-safe text has (UAX #15, 13.1).

    Above the basic plane, where each letter is compared with one sign after the other, the first takes all.
    """
    marks = "".join(letter for letter in map(chr, range(0x300, 0x1F000)) if unicodedata.combining(letter))
    basic = "".join(letter for letter in marks if letter <= "\uffff")
    return re.compile(f"[{basic}\U00010000-\U0001efff]"), re.compile(f"[{marks}]{{{_MOST_MARKS + 1}}}")


def _decode(path: Path, encoding: str, progress: Callable[[int], None] | None) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)(errors="strict")
    read = 0
    with path.open("rb") as file:
        while chunk := file.read(PIECE):
            yield decoder.decode(chunk)
            read += len(chunk)
            if progress:
                progress(read)
    yield decoder.decode(b"", final=True)


def _refuse_johab(text: str) -> None:
    """Johab often passes as CP949, as syllables outside the common 2,350 that in Johab are common ones."""
    hangul = [letter for letter in text if "가" <= letter <= "힣"]
    if len(hangul) < _TELLING or sum(not _is_common(letter) for letter in hangul) * 5 <= len(hangul):
        return
    try:
        read = text.encode("cp949").decode("johab")
    except UnicodeError:
        return
    if sum(_is_common(letter) for letter in read if "가" <= letter <= "힣") * 5 > len(hangul) * 3:
        raise Undecodable("unreadable_encoding")


def _is_common(letter: str) -> bool:
    return len(letter.encode("euc-kr", errors="ignore")) == 2


def is_damaged_utf8(error: UnicodeDecodeError) -> bool:
    """Whether the bytes before the bad one were Korean in UTF-8, so that no other encoding is meant."""
    return bool(_HANGUL.search(bytes(error.object[: error.start]).decode("utf-8", errors="ignore")))
