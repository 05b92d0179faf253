"""What every answer tells the browser: nothing may leave this host."""

import asyncio
import re
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.web import embedding
from dashboard.web.security_headers import CONTENT_SECURITY_POLICY, HEADERS, SafeHeaders

EMBED = "/council/chart?name=turnaround/days_to_answer&embed=1"


def headers_of(app: ASGIApp, address: str = "/") -> dict[str, str]:
    """The headers of an application's answer behind the middleware, below /council."""
    messages: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        messages.append(message)

    path, _, query = address.partition("?")
    scope: dict[str, Any] = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query.encode(),
        "headers": [],
    }
    asyncio.run(SafeHeaders(app, base="/council")(scope, receive, send))
    return {name.decode(): value.decode() for name, value in messages[0]["headers"]}


def test_every_answer_has_them():
    headers = headers_of(PlainTextResponse("answer"))

    assert {name.lower(): value for name, value in HEADERS.items()}.items() <= headers.items()
    assert headers["content-length"] == "6"


def test_no_answer_can_loosen_them():
    loose = PlainTextResponse("answer", headers={"Content-Security-Policy": "default-src *"})

    assert headers_of(loose)["content-security-policy"] == CONTENT_SECURITY_POLICY


def test_no_other_host_may_be_asked_for_anything():
    assert "default-src 'self'" in CONTENT_SECURITY_POLICY
    assert re.findall(r"https?:|wss?:|\*|\w\.\w", CONTENT_SECURITY_POLICY) == []


def test_no_text_may_become_a_script():
    (scripts,) = re.findall(r"script-src ([^;]*)", CONTENT_SECURITY_POLICY)

    assert scripts == "'self' blob:"


def test_a_socket_passes_untouched():
    seen: list[Scope] = []

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope)

    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": []}
    asyncio.run(SafeHeaders(application)(scope, None, None))  # type: ignore[arg-type]

    assert seen == [scope]


# Who may show a chart within a page of their own


def ancestors_of(address: str) -> str:
    policy = headers_of(PlainTextResponse("answer"), address)["content-security-policy"]
    (found,) = re.findall(r"frame-ancestors ([^;]*)", policy)
    return found


def test_without_a_setting_no_other_site_may_show_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DASHBOARD_EMBED_HOSTS", raising=False)
    for address in ("/council/overview", EMBED):
        assert ancestors_of(address) == "'self'"
        assert headers_of(PlainTextResponse("answer"), address)["x-frame-options"] == "SAMEORIGIN"


def test_hosts_that_are_named_may_show_one_chart_alone_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DASHBOARD_EMBED_HOSTS", "https://www.city.example, press.example:8443")
    assert ancestors_of(EMBED) == "'self' https://www.city.example press.example:8443"
    assert "x-frame-options" not in headers_of(PlainTextResponse("answer"), EMBED)
    others = (
        "/council/chart?name=turnaround/days_to_answer",
        "/council/chart?name=turnaround/days_to_answer&embed=0",
        "/council/overview?embed=1",
        "/council/chart/?embed=1",
        "/chart?embed=1",
        "/council/data/turnaround/days_to_answer.json?embed=1",
        "/council/upload?embed=1",
    )
    for address in others:
        assert ancestors_of(address) == "'self'", address
        assert headers_of(PlainTextResponse("answer"), address)["x-frame-options"] == "SAMEORIGIN"


def test_all_else_that_a_chart_may_do_is_what_every_page_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_EMBED_HOSTS", "https://www.city.example")
    policy = headers_of(PlainTextResponse("answer"), EMBED)["content-security-policy"]
    assert (
        policy.partition("; frame-ancestors")[0] == CONTENT_SECURITY_POLICY.partition("; frame-ancestors")[0]
    )


@pytest.mark.parametrize(
    ("setting", "hosts"),
    [
        ("", ()),
        (" , ", ()),
        ("https://www.city.example/news/2026", ("https://www.city.example",)),
        ("WWW.City.Example.", ("www.city.example",)),
        ("http://127.0.0.1:8645", ("http://127.0.0.1:8645",)),
        ("https://광주.example", ("https://xn--hc0bl34c.example",)),
        ("a.example,a.example, b.example", ("a.example", "b.example")),
    ],
)
def test_hosts_are_read_as_people_write_them(
    monkeypatch: pytest.MonkeyPatch, setting: str, hosts: tuple[str, ...]
) -> None:
    monkeypatch.setenv("DASHBOARD_EMBED_HOSTS", setting)
    assert embedding.embed_hosts() == hosts


@pytest.mark.parametrize(
    "wrong",
    [
        *("*", "https://*.city.example", "'self'", "'none'", "https:", "data:", "javascript://a.example"),
        *("a.example b.example", "a.example; script-src *", "a.example\r\nX: y", "https://user@a.example"),
        *("[::1]", "a.example:port", "ftp://a.example"),
    ],
)
def test_what_names_no_host_opens_nothing_and_is_said_at_the_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], wrong: str
) -> None:
    monkeypatch.setenv("DASHBOARD_EMBED_HOSTS", f"{wrong}, https://www.city.example")
    assert ancestors_of(EMBED) == "'self' https://www.city.example"
    embedding.warn_of_wrong_hosts()
    assert f"“{wrong}” names no host" in capsys.readouterr().err
