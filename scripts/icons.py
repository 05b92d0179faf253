"""Make the icon font in static/: the icons Streamlit uses and those named in static/icons.txt, no more.

Streamlit's own font has 4,300 icons and weighs 0.37 MB on everybody's first visit.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import streamlit
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

STREAMLIT = Path(streamlit.__file__).resolve().parent
OURS = Path(__file__).resolve().parents[1] / "static"
ICON = re.compile(r":material/([a-z0-9_]+):")
NO_GLYPH = {"star_filled"}  # drawn by Streamlit as a picture


def used_by_streamlit() -> set[str]:
    """The names of all icons that Streamlit's own bundles ask for."""
    bundles = (STREAMLIT / "static" / "static" / "js").glob("*.js")
    return {name for path in bundles for name in ICON.findall(path.read_text(encoding="utf-8"))} - NO_GLYPH


def ligatures(font: TTFont) -> Iterator[tuple[str, str]]:
    """Each icon's name, which is what one writes to get it, and its glyph."""
    letters = {
        glyph: chr(code) for code, glyph in font.getBestCmap().items() if re.match(r"[a-z0-9_]", chr(code))
    }
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            for first, rules in getattr(getattr(table, "ExtSubTable", table), "ligatures", {}).items():
                for rule in rules:
                    yield (
                        "".join(letters.get(glyph, "?") for glyph in (first, *rule.Component)),
                        rule.LigGlyph,
                    )


def main() -> None:
    """Write the font, or name the icons that do not exist."""
    (source,) = (STREAMLIT / "static" / "static" / "media").glob("MaterialSymbols-Rounded.*.woff2")
    font = TTFont(source)
    glyphs = dict(ligatures(font))
    names = used_by_streamlit() | set((OURS / "icons.txt").read_text(encoding="utf-8").split())
    if unknown := sorted(names - glyphs.keys()):
        sys.exit(f"There are no icons called {', '.join(unknown)}.")

    options = Options()
    options.layout_features = ["*"]
    options.layout_closure = False  # or every icon that can be spelt with these letters comes along
    subsetter = Subsetter(options)
    subsetter.populate(glyphs=[glyphs[name] for name in names], text="".join(names))
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(OURS / "MaterialSymbols-Rounded.subset.woff2")


if __name__ == "__main__":
    main()
