"""Whose dashboard it is stands in settings: names in one line, and a logo that browsers can show."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.requests import Request

from dashboard import logo, strings
from dashboard.web import logo_route, streamlit_bundles

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
ASKED = Request({"type": "http", "method": "GET", "path": "/logo", "headers": []})
SVG = '<?xml version="1.0"?>\n<!-- 로고 -->\n<svg xmlns="http://www.w3.org/2000/svg"></svg>'.encode()


@pytest.fixture(autouse=True)
def settings_read_anew() -> Iterator[None]:
    caches = (strings.sections, strings.dictionary, logo.read_logo)
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()


def test_without_settings_the_names_are_those_of_strings() -> None:
    assert strings.words("app.name", "ko") == "AI기업 건의 이행 현황"
    assert "Gwangju" in strings.words("app.committee", "en")


def test_a_name_in_one_language_stands_in_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_COMMITTEE", "  가상시의회\n교통위원회 ")
    monkeypatch.setenv("DASHBOARD_PRODUCT", "건의 {현황} <b>")
    monkeypatch.setenv("DASHBOARD_PRODUCT_EN", "Suggestions" * 20)
    assert strings.words("app.committee", "ko") == "가상시의회 교통위원회"
    assert strings.words("app.committee", "en") == "가상시의회 교통위원회"
    assert strings.dictionary("ko")["app.name"] == "건의 {현황} <b>"
    assert len(strings.words("app.name", "en")) == strings.LONGEST_NAME


def test_a_name_with_markup_stands_to_the_letter_in_the_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DASHBOARD_PRODUCT", r"<script>\1</script>")
    page = streamlit_bundles.rewrite_page(streamlit_bundles.PAGE.read_text(encoding="utf-8"))
    assert r"<title>&lt;script&gt;\1&lt;/script&gt;</title>" in page


@pytest.mark.parametrize(("content", "media_type"), [(PNG, "image/png"), (SVG, "image/svg+xml")])
def test_a_logo_is_served_and_may_be_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes, media_type: str
) -> None:
    (tmp_path / "logo").write_bytes(content)
    monkeypatch.setenv("DASHBOARD_LOGO", str(tmp_path / "logo"))
    answer = logo_route.answer(ASKED)
    assert (answer.status_code, answer.body, answer.media_type) == (200, content, media_type)
    assert "immutable" in answer.headers["cache-control"]
    assert not logo.is_unusable()


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"<html><svg></svg></html>", PNG + b"0" * logo.MOST_BYTES, None]
)
def test_what_is_no_picture_or_too_large_is_no_logo(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "logo").write_bytes(content)
    monkeypatch.setenv("DASHBOARD_LOGO", str(tmp_path / "logo"))
    assert logo.is_unusable()
    assert logo_route.answer(ASKED).status_code == 404


def test_without_the_setting_there_is_no_logo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DASHBOARD_LOGO", raising=False)
    assert logo.read_logo() is None
    assert not logo.is_unusable()
