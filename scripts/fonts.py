"""Make the small text fonts in static/: the letters that this project's own words and data are written in.

A page whose words need no others does not fetch the whole typeface, which weighs 0.27 MB a weight; a rarer
syllable brings it. Cut fonts are changed fonts, and the licence reserves the name: they have one of
their own.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]
OURS = ROOT / "static"
FAMILY = "Dashboard Sans"
RESERVED = "Pretendard"
WEIGHTS = ("Regular", "Bold")
WORDS = (
    "*.py",
    "*.toml",
    "*.md",
    "pages/*.py",
    "dashboard/**/*.*",
    "queries/**/*.sql",
    "data/*/*.*",
    "docs/*.md",
)
# Latin with its accents, and the signs of punctuation, money, arrows and mathematics.
ALWAYS = (range(0x20, 0x250), range(0x2000, 0x2300))
_NAMED = {1: FAMILY, 3: FAMILY, 4: FAMILY, 6: FAMILY.replace(" ", ""), 16: FAMILY}


def characters() -> Iterator[int]:
    """The code points of all that is written in this project, comments as well."""
    for pattern in WORDS:
        for path in ROOT.glob(pattern):
            if path.is_file() and path.suffix in {".py", ".toml", ".sql", ".csv", ".md"}:
                yield from map(ord, set(path.read_text(encoding="utf-8")))


def cut(weight: str) -> TTFont:
    """One weight of the typeface with those letters only, under our name."""
    font = TTFont(OURS / f"{RESERVED}-{weight}.subset.woff2")
    options = Options()
    options.layout_features += ["tnum"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes={*characters(), *(code for codes in ALWAYS for code in codes)})
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID in _NAMED:
            record.string = _NAMED[record.nameID] + ("" if record.nameID in {1, 16} else f"-{weight}")
        elif record.nameID not in {0, 13, 14}:  # whose it is and its licence stay word for word
            record.string = re.sub(RESERVED, FAMILY, record.toUnicode())
    font.flavor = "woff2"
    return font


def main() -> None:
    """Write both weights."""
    for weight in WEIGHTS:
        cut(weight).save(OURS / f"DashboardSans-{weight}.woff2")


if __name__ == "__main__":
    main()
