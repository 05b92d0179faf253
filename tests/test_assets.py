"""Streamlit's files and ours as they are served: in both languages, small, and cached rightly."""

import asyncio
import gzip
import re
import subprocess
from pathlib import Path
from typing import Any

import brotli
import playwright
import pytest
from fontTools.ttLib import TTFont
from for_each import for_each
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.web import assets, merged_scripts, streamlit_bundles
from scripts import fonts, icons, streamlit_scripts

ROOT = Path(__file__).resolve().parent.parent
NODE = Path(playwright.__file__).parent / "driver" / "node"
VARIABLE = re.compile(r"\$\{(?:[^{}]|\{[^{}]*\})*\}")

REWRITTEN_BUNDLES = [
    path
    for path in sorted((streamlit_bundles.STREAMLIT / "static" / "js").glob("*.js"))
    if streamlit_bundles.rewrite(path, content := path.read_bytes()) != content
]
CHANGED = "/static/js/" + next(path.name for path in REWRITTEN_BUNDLES if path.name.startswith("Multiselect"))
UNCHANGED = "/static/js/" + next((streamlit_bundles.STREAMLIT / "static" / "js").glob("protobuf.*.js")).name

every_rewritten_bundle = pytest.mark.parametrize("path", REWRITTEN_BUNDLES, ids=streamlit_bundles.bundle)
TRANSLATIONS = [(name, *pair) for name, table in streamlit_bundles.words().items() for pair in table.items()]


class Answer:
    """What the middleware in front of an application answers to one request."""

    def __init__(self, app: ASGIApp, path: str, method: str = "GET", query: str = "", **headers: str) -> None:
        self.messages: list[Message] = []
        named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
        scope: dict[str, Any] = {"type": "http", "method": method, "path": path, "headers": named}
        scope["query_string"] = query.encode()
        asyncio.run(assets.Assets(app)(scope, self._receive, self._send))
        self.status = self.messages[0]["status"]
        self.headers = {name.decode(): value.decode() for name, value in self.messages[0]["headers"]}
        self.body = b"".join(message.get("body", b"") for message in self.messages[1:])

    async def _receive(self) -> Message:
        await asyncio.sleep(3600)  # the client neither sends more nor leaves
        return {"type": "http.disconnect"}

    async def _send(self, message: Message) -> None:
        self.messages.append(message)


async def streamlit_page(scope: Scope, receive: Receive, send: Send) -> None:
    """Stands for Streamlit, which answers every unknown address with its page."""
    await FileResponse(streamlit_bundles.PAGE)(scope, receive, send)


passed_on = PlainTextResponse("from the application")


def merged() -> merged_scripts.Merged:
    found = merged_scripts.merged()
    assert found is not None, "made of another Streamlit or of other words: make bundle"
    return found


def test_streamlit_still_says_every_word_of_the_table():
    assert streamlit_bundles.find_missing_words() == []


@for_each(TRANSLATIONS)
def test_a_translation_uses_only_what_the_original_knows(translation):
    _, english, korean = translation
    assert set(VARIABLE.findall(korean)) <= set(VARIABLE.findall(english))
    assert "`" not in VARIABLE.sub("", korean)


@every_rewritten_bundle
def test_a_rewritten_bundle_is_still_a_script(path, tmp_path):
    script = tmp_path / "bundle.mjs"
    script.write_bytes(streamlit_bundles.rewrite(path, path.read_bytes()))

    parsed = subprocess.run([NODE, "--check", script], capture_output=True, text=True, check=False)

    assert parsed.stderr == ""


@every_rewritten_bundle
def test_a_rewritten_bundle_says_the_same_to_english_readers(path):
    rewritten = streamlit_bundles.rewrite(path, path.read_bytes()).decode()
    for english, korean in streamlit_bundles.words()[streamlit_bundles.bundle(path)].items():
        rewritten = rewritten.replace(f"(globalThis.koreanPage?`{korean}`:`{english}`)", f"`{english}`")

    # Where a script is changed besides, its Markdown makes no links of addresses, in either language.
    scripts = streamlit_bundles.SCRIPTS.get(streamlit_bundles.bundle(path), {})
    assert rewritten == streamlit_bundles.replace_once(path.read_text(encoding="utf-8"), scripts)


def test_the_page_is_korean_and_has_no_script_written_into_it():
    page = streamlit_bundles.rewrite_page(streamlit_bundles.PAGE.read_text(encoding="utf-8"))

    assert '<html lang="ko">' in page
    assert "Streamlit</title>" not in page
    assert "AI agents" not in page
    assert re.findall(r"<script(?![^>]*\ssrc=)", page) == []


def test_the_page_knows_its_language_before_streamlit_starts():
    page = streamlit_bundles.rewrite_page(streamlit_bundles.PAGE.read_text(encoding="utf-8"))

    assert 0 < page.index("app/static/words.js") < page.index('type="module"')


def test_a_page_that_streamlit_changed_is_noticed():
    with pytest.raises(ValueError, match="0 times"):
        streamlit_bundles.rewrite_page("<html></html>")


def test_the_typefaces_that_every_page_needs_are_asked_for_with_it():
    page = streamlit_bundles.rewrite_page(streamlit_bundles.PAGE.read_text(encoding="utf-8"))
    loaded = re.findall('<link rel="preload" href="./app/static/([^"]*)" as="font"', page)
    assert set(loaded) == {
        "DashboardSans-Regular.woff2",
        "DashboardSans-Bold.woff2",
        "MaterialSymbols-Rounded.subset.woff2",
    }


def test_every_file_the_page_asks_for_is_there():
    page = streamlit_bundles.rewrite_page(streamlit_bundles.PAGE.read_text(encoding="utf-8"))
    (style_sheet,) = (streamlit_bundles.STREAMLIT / "static" / "css").glob("index.*.css")
    fonts = streamlit_bundles.replace_fonts(style_sheet.read_text(encoding="utf-8"))
    config = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")

    asked = {Path(name).name for name in re.findall(r"app/static/([\w.-]+)", page + fonts + config)}

    assert asked == {
        "appearance.js",
        "frame.css",
        "frame.js",
        "tables.css",
        "tables.js",
        "words.js",
        "deck_cover.js",
        "page.css",
        "DashboardSans-Regular.woff2",
        "DashboardSans-Bold.woff2",
        "Pretendard-Regular.subset.woff2",
        "Pretendard-Bold.subset.woff2",
        "MaterialSymbols-Rounded.subset.woff2",
    }
    assert [name for name in asked if not (assets.OURS / name).is_file()] == []


def test_the_icon_font_has_every_icon_in_use():
    ours = {
        icon
        for pattern in ("*.py", "*.toml", "pages/*.py", "dashboard/**/*.py", "queries/**/*.sql")
        for path in ROOT.glob(pattern)
        for icon in icons.ICON.findall(path.read_text(encoding="utf-8"))
    }

    font = TTFont(assets.OURS / "MaterialSymbols-Rounded.subset.woff2")
    missing = (ours | icons.used_by_streamlit()) - {name for name, _ in icons.ligatures(font)}

    assert sorted(missing) == [], "add them to static/icons.txt and run make icons"


@pytest.mark.parametrize("weight", fonts.WEIGHTS)
def test_our_own_words_need_no_letter_of_the_whole_typeface(weight):
    whole = TTFont(assets.OURS / f"Pretendard-{weight}.subset.woff2").getBestCmap()
    ours = TTFont(assets.OURS / f"DashboardSans-{weight}.woff2").getBestCmap()
    texts = [
        ROOT / "strings.toml",
        *ROOT.glob("queries/**/*.sql"),
        *ROOT.glob("data/*/*.*"),
    ]

    needed = {ord(sign) for path in texts for sign in path.read_text(encoding="utf-8")}

    assert needed & whole.keys() <= ours.keys(), "run make fonts"
    assert len(ours) < len(whole) / 2


def test_a_changed_font_does_not_bear_the_reserved_name():
    for weight in fonts.WEIGHTS:
        font = TTFont(assets.OURS / f"DashboardSans-{weight}.woff2")
        named = {record.nameID: record.toUnicode() for record in font["name"].names}
        assert not [text for text in named.values() if fonts.RESERVED.casefold() in text.casefold()]
        assert named[0].startswith("Copyright")


def test_text_is_sent_compressed():
    answer = Answer(passed_on, UNCHANGED, accept_encoding="gzip, br")

    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["content-length"] == str(len(answer.body))
    assert gzip.decompress(answer.body) == (streamlit_bundles.STREAMLIT / UNCHANGED[1:]).read_bytes()


def test_a_client_that_cannot_unpack_gets_the_same_unpacked():
    packed, plain = Answer(passed_on, CHANGED, accept_encoding="gzip"), Answer(passed_on, CHANGED)

    assert "content-encoding" not in plain.headers
    assert plain.body == gzip.decompress(packed.body)
    assert plain.headers["etag"] != packed.headers["etag"]
    assert plain.headers["vary"] == packed.headers["vary"] == "Accept-Encoding"


def test_a_client_that_has_the_file_is_told_so():
    first = Answer(passed_on, CHANGED, accept_encoding="gzip")
    second = Answer(passed_on, CHANGED, accept_encoding="gzip", if_none_match=first.headers["etag"])

    assert (second.status, second.body) == (304, b"")
    assert second.headers["etag"] == first.headers["etag"]


def test_only_files_that_are_as_their_name_says_are_kept_without_asking():
    assert "immutable" in Answer(passed_on, UNCHANGED).headers["cache-control"]
    for address in (CHANGED, "/", "/app/static/words.js"):
        assert Answer(passed_on, address).headers["cache-control"] == "no-cache"


def test_a_font_is_sent_as_it_is():
    answer = Answer(passed_on, "/app/static/Pretendard-Regular.subset.woff2", accept_encoding="gzip")

    assert answer.headers["content-type"] == "font/woff2"
    assert answer.body == (assets.OURS / "Pretendard-Regular.subset.woff2").read_bytes()


@pytest.mark.parametrize("address", ["/", "/response_rates", "/present"])
def test_every_page_is_ours(address):
    answer = Answer(streamlit_page, address)

    ours = streamlit_bundles.rewrite_page(streamlit_bundles.PAGE.read_text(encoding="utf-8"))
    assert answer.body.decode() == merged_scripts.link_page(ours, merged())
    assert answer.headers["content-length"] == str(len(answer.body))


def test_another_page_of_the_application_stays_as_it_is():
    assert Answer(HTMLResponse("<html lang='en'></html>"), "/report").body == b"<html lang='en'></html>"


@pytest.mark.parametrize(
    ("path", "method", "headers"),
    [
        (UNCHANGED, "GET", {"range": "bytes=0-99"}),
        (UNCHANGED, "POST", {}),
        ("/static/js/unknown.js", "GET", {}),
        ("/app/static/../app.py", "GET", {}),
        ("/_stcore/health", "GET", {}),
    ],
)
def test_everything_else_passes_untouched(path, method, headers):
    assert Answer(passed_on, path, method, **headers).body == b"from the application"


def test_a_socket_passes_untouched():
    seen: list[Scope] = []

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope)

    scope = {"type": "websocket", "path": "/", "headers": []}
    asyncio.run(assets.Assets(application)(scope, None, None))  # type: ignore[arg-type]

    assert seen == [scope]


def test_a_file_is_prepared_once():
    assert assets.asset(UNCHANGED) is assets.asset(UNCHANGED)


def test_the_merged_script_was_made_of_what_is_installed_and_of_the_words_of_now():
    scripts: dict[str, str] = {}
    order = streamlit_scripts.needed(scripts)

    assert merged().digest == streamlit_scripts.digest_of([scripts[name] for name in order])
    assert merged().names == streamlit_scripts.names_of(scripts, order)


@pytest.mark.parametrize("path", [streamlit_scripts.PLOTLY, merged_scripts.FOLDER / merged().file], ids=str)
def test_what_is_sent_as_brotli_is_the_file_itself(path):
    assert brotli.decompress(path.with_name(f"{path.name}.br").read_bytes()) == path.read_bytes()
    answer = Answer(passed_on, f"/static/js/{merged().file}", accept_encoding="gzip, deflate, br, zstd")
    assert answer.headers["content-encoding"] == "br"


def test_the_page_asks_for_the_merged_script_and_for_none_that_is_in_it():
    asked = re.findall(
        r"static/js/([\w.-]+\.js)", gzip.decompress(assets.prepare(assets.PAGE).content).decode()
    )

    assert asked == [merged().file]


def test_no_script_asks_for_one_that_is_in_the_merged_one():
    exported = {own for names in merged().names.values() for own in names.values()}
    for path in merged_scripts.SHIPPED.glob("*.js"):
        if path.name in merged().names:
            continue
        script = merged_scripts.link_script(merged_scripts.rewrite_script(path), merged())
        asked = set(re.findall(r'["`]\./([\w.-]+\.js)["`]', script))
        assert not asked & merged().names.keys(), path.name
        for group in re.findall(rf'import\{{([^{{}}]*)\}}from"\./{merged().file}"', script):
            assert {part.split(" as ")[0] for part in group.split(",")} <= exported


def test_a_script_that_is_asked_for_with_the_digest_is_kept_for_ever():
    address = "/static/js/" + next(merged_scripts.SHIPPED.glob("Selectbox.*.js")).name
    assert Answer(passed_on, address).headers["cache-control"] == "no-cache"
    assert "immutable" in Answer(passed_on, address, query=f"v={merged().digest}").headers["cache-control"]
    assert Answer(passed_on, address, query="v=another").headers["cache-control"] == "no-cache"


def test_scripts_are_served_one_by_one_where_another_streamlit_is_installed(monkeypatch):
    monkeypatch.setattr(merged_scripts, "made_of", lambda: {"streamlit": "2.0"})
    merged_scripts.merged.cache_clear()
    try:
        page = gzip.decompress(assets.prepare(assets.PAGE).content).decode()
        assert "static/js/index." in page
        assert "modulepreload" in page
    finally:
        merged_scripts.merged.cache_clear()
