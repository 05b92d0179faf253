"""What a number format of Excel makes of a number: a day, a time, a power, or digits a person sees."""

import functools
import re
from dataclasses import dataclass

# The formats that a workbook names by number only (ECMA-376, 18.8.30), and those of East Asia.
_BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    **dict.fromkeys((14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36), "yyyy-mm-dd"),
    **dict.fromkeys((50, 51, 52, 53, 54, 57, 58), "yyyy-mm-dd"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), "hh:mm:ss"),
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    48: "##0.0E+0",
    49: "@",
}
_SECTION = re.compile(r'(?:"[^"]*"|\\.|[^;"\\])*')
_WORDS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_POWER = re.compile(r"[0#?.]E[+-]", re.IGNORECASE)
_PLAIN = re.compile(r"[#,]*(0*)")


@dataclass(frozen=True)
class NumberFormat:
    """`kind`: plain (digits as they are, filled up to `zeros`), day, time, power, scaled, or dressed.

    Scaled shows another number than is stored (percent, thousands, fractions); dressed the same one with
    words, signs or decimals.
    """

    kind: str
    zeros: int = 0


PLAIN = NumberFormat("plain")


def built_in(number: int) -> str:
    """The code of a format that has a number only."""
    return _BUILT_IN.get(number, "General")


@functools.lru_cache(4096)
def understand(code: str) -> NumberFormat:
    """What the part of a format for positive numbers does."""
    match = _SECTION.match(code)
    section = match[0] if match else ""
    bare = _WORDS.sub("", section).strip()
    dressed = NumberFormat("dressed") if _adds_words(section) else None
    if bare.lower() in ("general", "@", "g/표준", ""):
        return dressed or PLAIN
    if _POWER.search(bare):
        return NumberFormat("power")
    letters = set(bare.lower().replace("am/pm", "").replace("a/p", "").replace("general", ""))
    if letters & set("ydab") or (letters & set("mge") and not letters & set("hs")):
        return NumberFormat("day")
    if letters & set("hs"):
        return NumberFormat("time")
    if "%" in bare or "/" in bare or re.search(r"[0#?],+(?![0#?,])", bare):
        return NumberFormat("scaled")
    digits = _PLAIN.fullmatch(bare)
    return dressed or (NumberFormat("plain", len(digits[1])) if digits else NumberFormat("dressed"))


def _adds_words(section: str) -> bool:
    """Whether a format shows letters beside the digits; blanks that keep room and colours are none."""
    return any(
        match[0].startswith("[$") or (match[0][0] in '"\\' and match[0].strip('"\\').strip())
        for match in _WORDS.finditer(section)
    )
