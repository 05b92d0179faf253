"""Streamlit's own files rewritten: words in the language of the page, a page in Korean, our fonts."""

import functools
import html
import importlib.util
import re
import tomllib
from pathlib import Path

from dashboard import strings

_spec = importlib.util.find_spec("streamlit")
STREAMLIT = Path(_spec.origin if _spec and _spec.origin else "").resolve().parent / "static"
PAGE = STREAMLIT / "index.html"
WORDS_FILE = Path(__file__).with_name("streamlit_words.toml")

# Fonts of Streamlit's style sheet, and ours in their place: text is ours even before the theme arrives,
# icons are those in use (scripts/icons.py). Saves every first visit 0.5 MB.
FONTS = {
    "SourceSansVF-Upright": "DashboardSans-Regular.woff2",
    "MaterialSymbols-Rounded": "MaterialSymbols-Rounded.subset.woff2",
}
# Asked for with the page: Streamlit names it once a page has come, and on a busy server headings then stand
# in another typeface for a while.
BOLD = "DashboardSans-Bold.woff2"

# What is changed in a script. Its Markdown makes a link of all that looks like an address, escaped or not.
# The button of the menu, on which frame.css writes "Menu", is named so. And on a phone the groups of the menu
# are lists, which the list around them is not.
SCRIPTS = {
    "index": {
        '"aria-label":`Expand sidebar`': '"aria-label":(globalThis.koreanPage?`메뉴 열기`:`Menu`)',
        '"data-testid":`stSidebarNavItems`': 'role:`presentation`,"data-testid":`stSidebarNavItems`',
        r'{(children:\[\w+&&\w+\(\w+,{"data-testid":`stNavSectionHeader`)': r"{role:`list`,\1",
    },
    "StreamlitMarkdown": {
        r"transforms:\[\w+\](?=,enter:{literalAutolink:)": "transforms:[]",
    },
}

HEAD = """<script src="./app/static/appearance.js"></script>
    <script src="./app/static/words.js"></script>
    <script src="./app/static/deck_cover.js"></script>
    <script src="./app/static/frame.js"></script>
    <script src="./app/static/tables.js"></script>
    <link rel="stylesheet" href="./app/static/page.css" />
    <link rel="stylesheet" href="./app/static/frame.css" />
    <link rel="stylesheet" href="./app/static/tables.css" />"""
NO_SCRIPT = "<noscript><p>자바스크립트를 켜야 보입니다. This page needs JavaScript.</p></noscript>"


@functools.cache
def words() -> dict[str, dict[str, str]]:
    """English to Korean, by the bundle that says it."""
    return tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))


def bundle(path: Path) -> str:
    """Which of Streamlit's bundles a file is: `Multiselect` for Multiselect.DBsRqIhx.js."""
    return path.name.rsplit(".", 2)[0]


@functools.cache
def place(english: str) -> re.Pattern[str]:
    """Where the English stands in a script as a template literal that is a value.

    Not where it identifies something, is compared with something, or is tagged by a function's name.
    """
    literal = re.escape(f"`{english}`")  # first, so that it is looked for and its surroundings only after
    identifies = rf"(?<!displayName={literal})(?<!id:{literal})(?<!=={literal})"
    is_value = rf"(?:(?<=[:?(\[,=&|]{literal})|(?<=return{literal}))(?=[,;:?)\]}}])"
    return re.compile(literal + identifies + is_value)


def translate_script(script: str, table: dict[str, str]) -> str:
    """The script with each word replaced by a choice between two, made when it is shown: static/words.js."""
    for english, korean in table.items():
        choice = f"(globalThis.koreanPage?`{korean}`:`{english}`)"
        script = place(english).sub(choice.replace("\\", r"\\"), script)
    return script


def find_missing_words() -> list[str]:
    """Every `bundle: words` of the table that the installed Streamlit does not say."""
    said = dict.fromkeys(words(), "")
    for path in (STREAMLIT / "static" / "js").glob("*.js"):
        if bundle(path) in said:
            said[bundle(path)] += path.read_text(encoding="utf-8")
    return [
        f"{name}: {english}"
        for name, table in words().items()
        for english in table
        if not place(english).search(said[name])
    ]


def replace_once(text: str, replacements: dict[str, str]) -> str:
    """The text with each pattern replaced; raises ValueError unless each is there exactly once."""
    for pattern, replacement in replacements.items():
        text, times = re.subn(pattern, replacement, text, flags=re.DOTALL)
        if times != 1:
            raise ValueError(f"Streamlit's files have {times} times {pattern}")
    return text


def replace_fonts(style_sheet: str) -> str:
    """Streamlit's style sheet with our fonts."""
    return replace_once(
        style_sheet,
        {
            rf"url\(\.\./media/{theirs}[^)]*\)": f"url(../../app/static/{ours})"
            for theirs, ours in FONTS.items()
        },
    )


def rewrite_page(page: str) -> str:
    """Streamlit's page in Korean, with our fonts, words.js and page.css, and no script written into it."""
    font = '<link rel="preload" href="./app/static/{}" as="font" type="font/woff2" crossorigin />'
    name = html.escape(strings.words("app.name", "ko")).replace("\\", r"\\")
    return replace_once(
        page,
        {
            r'<html lang="en">': '<html lang="ko">',
            r"<title>Streamlit</title>": f"<title>{name}</title>",
            r'<link\s+rel="preload"[^>]*SourceSans[^>]*>': "".join(
                font.format(ours) for ours in (*FONTS.values(), BOLD)
            ),
            r'<link rel="service-desc"[^>]*>': "",
            r"<script>\s*window\.prerenderReady = false\s*</script>": HEAD,
            r"<noscript>.*?</noscript>": NO_SCRIPT,
        },
    )


def rewrite(path: Path, content: bytes) -> bytes:
    """One of Streamlit's files as it is served here; the very same object where nothing is to be changed."""
    if path == PAGE:
        return rewrite_page(content.decode()).encode()
    if path.match("css/index.*.css"):
        return replace_fonts(content.decode()).encode()
    if path.suffix == ".js" and bundle(path) in words():
        script = replace_once(content.decode(), SCRIPTS.get(bundle(path), {}))
        return translate_script(script, words()[bundle(path)]).encode()
    return content
