"""Whether the records of a file hold letters that nobody sees: most have none and are spared the cleaning."""

import codecs
import functools
import re
from pathlib import Path

import numpy
from numpy.typing import NDArray

_PIECE = 1 << 20
# Every letter that queries/uploads/read_text.sql takes away or replaces, and some more that do no harm.
_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def holds_invisible(records: Path) -> bool:
    """Whether some letter of the records, which are UTF-8, is invisible or a blank of another kind."""
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    with records.open("rb") as file:
        while piece := file.read(_PIECE):
            if has_invisible(decoder.decode(piece)):
                return True
    return False


def has_invisible(text: str) -> bool:
    """Whether some letter of a text is one of them: by a table, in a fraction of the time of the pattern."""
    if text.isascii():
        return bool(_ODD.search(text))
    units = numpy.frombuffer(text.encode("utf-16-le", errors="surrogatepass"), numpy.uint16)
    return bool(_odd_units()[units].any())


@functools.cache
def _odd_units() -> NDArray[numpy.bool_]:
    """Of each unit of UTF-16 whether it is one of them, or the first half of one."""
    units = numpy.array([_ODD.match(chr(unit)) is not None for unit in range(0x10000)])
    units[0xDB40] = True  # U+E0000 to U+E03FF
    return units
