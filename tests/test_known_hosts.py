"""Nobody speaks to the server under a foreign name or from a page of another host, port or scheme."""

import asyncio
from typing import Any

import pytest

from dashboard.web import known_hosts
from dashboard.web.own_pages_only import OwnPagesOnly

HERE = "127.0.0.1:8501"


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is configured, and the machine has a name."""
    monkeypatch.delenv("DASHBOARD_HOSTS", raising=False)
    monkeypatch.delenv("DASHBOARD_PUBLIC_URL", raising=False)
    monkeypatch.setattr(known_hosts, "_OWN", {"localhost", "council-pc", "council-pc.local"})


def goes_on(kind: str = "websocket", scheme: str = "", **headers: str | None) -> bool:
    """Whether a request with these headers reaches what is behind the middleware; None leaves one out."""
    reached: list[dict[str, Any]] = []
    sent: list[dict[str, Any]] = []

    async def behind(scope: Any, *_: Any) -> None:
        reached.append(scope)

    async def receive() -> dict[str, str]:
        return {"type": "websocket.connect"}

    async def send(message: Any) -> None:
        sent.append(message)

    named = {"host": HERE} | {name.replace("_", "-"): value for name, value in headers.items()}
    scope = {
        "type": "websocket" if kind == "websocket" else "http",
        "method": kind,
        "path": "/_stcore/stream",
        "scheme": scheme or ("ws" if kind == "websocket" else "http"),
        "headers": [
            (name.encode(), value.encode("latin-1")) for name, value in named.items() if value is not None
        ],
    }
    asyncio.run(OwnPagesOnly(behind)(scope, receive, send))  # type: ignore[arg-type]
    if reached:
        assert not any(name == b"origin" for name, _ in reached[0]["headers"]), (
            "Streamlit would judge it again"
        )
    elif kind == "websocket":
        assert sent == [{"type": "websocket.close", "code": 1008, "reason": ""}]
    else:
        assert sent[0]["status"] == 403
    return bool(reached)


OWN_NAMES = [
    ("127.0.0.1:8501", "http://127.0.0.1:8501"),
    ("localhost:8501", "http://localhost:8501"),
    ("LocalHost:8501", "http://localhost:8501"),
    ("localhost.:8501", "http://localhost:8501"),
    ("dash.localhost:8501", "http://dash.localhost:8501"),
    ("council-pc:8501", "http://council-pc:8501"),
    ("192.168.0.7:8501", "http://192.168.0.7:8501"),
    ("192.168.0.7", "http://192.168.0.7:80"),
    ("192.168.0.7:80", "http://192.168.0.7"),
    ("[::1]:8501", "http://[::1]:8501"),
    ("[fe80::1]:8501", "http://[fe80::1]:8501"),
]
FOREIGN_ORIGINS = [
    "http://elsewhere.example",
    "http://127.0.0.1:8502",
    "http://127.0.0.1",
    "http://127.0.0.1:8501.elsewhere.example",
    "http://elsewhere.example:8501",
    "https://127.0.0.1:8501",
    "http://localhost:8501",
    "http://user@127.0.0.1:8501",
    "http://127.0.0.1:8501/",
    "http://127.0.0.1:8501, http://127.0.0.1:8501",
    "127.0.0.1:8501",
    "file://",
    "chrome-extension://abc",
    "null",
    "",
    "http://[",
    "http://[::1",
    "http://:8501",
    "http://127.0.0.1:port",
    "http://127.0.0.1:99999",
    "http://\xb0\xa1.example",
    "http://" + "a" * 70_000,
]
FOREIGN_HOSTS = [
    "elsewhere.example",
    "elsewhere.example:8501",
    "127.0.0.1.elsewhere.example:8501",
    "localhost.elsewhere.example:8501",
    "notlocalhost:8501",
    "2130706433:8501",
    "127.1:8501",
    "0x7f000001:8501",
    "user@127.0.0.1:8501",
    "127.0.0.1:8501/x",
    "127.0.0.1:port",
    "[",
    "",
    None,
]


@pytest.mark.parametrize(("host", "origin"), OWN_NAMES)
@pytest.mark.parametrize("kind", ["websocket", "PUT", "GET"])
def test_own_pages_get_in(kind: str, host: str, origin: str) -> None:
    assert goes_on(kind, host=host, origin=origin)


@pytest.mark.parametrize("origin", FOREIGN_ORIGINS, ids=lambda origin: origin[:40])
@pytest.mark.parametrize("kind", ["websocket", "PUT", "DELETE", "POST", "PATCH", "GET", "OPTIONS"])
def test_foreign_pages_do_not(kind: str, origin: str) -> None:
    assert not goes_on(kind, origin=origin)


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
@pytest.mark.parametrize("kind", ["websocket", "PUT", "GET"])
def test_foreign_names_do_not(kind: str, host: str | None) -> None:
    assert not goes_on(kind, host=host, origin=f"http://{host}")
    assert not goes_on(kind, host=host)


def test_a_socket_without_a_page_does_not_get_in() -> None:
    assert not goes_on(origin=None)


@pytest.mark.parametrize(
    ("site", "taken"),
    [(None, True), ("same-origin", True), ("same-site", False), ("cross-site", False), ("none", False)],
)
def test_a_change_without_an_origin_is_taken_unless_a_browser_sends_it_for_another_page(
    site: str | None, taken: bool
) -> None:
    assert goes_on("PUT", sec_fetch_site=site) == taken
    assert goes_on("GET", sec_fetch_site=site)


@pytest.mark.parametrize(
    ("hosts", "host", "origin", "scheme", "taken"),
    [
        ("council.example", "council.example", "https://council.example", "ws", True),  # says no scheme
        ("council.example", "council.example", "https://council.example", "wss", True),
        ("council.example", "127.0.0.1:8501", "https://council.example", "ws", True),  # passes no host on
        ("council.example", "council.example", "http://council.example", "ws", True),
        ("council.example", "council.example", "http://council.example", "wss", False),
        ("council.example", "council.example", "https://council.example:8443", "ws", False),
        ("council.example:8443", "council.example:8443", "https://council.example:8443", "ws", True),
        ("http://a.example, council.example", "a.example", "http://a.example", "ws", True),
        ("http://a.example, council.example", "a.example", "https://a.example", "ws", False),
        ("현황.한국", "xn--zv8b8g.xn--3e0b707e", "https://xn--zv8b8g.xn--3e0b707e", "ws", True),
        ("council.example", "a.council.example", "https://a.council.example", "ws", False),
        ("", "council.example", "https://council.example", "wss", False),
    ],
)
def test_a_proxy_is_known_by_what_is_configured(
    monkeypatch: pytest.MonkeyPatch, hosts: str, host: str, origin: str, scheme: str, taken: bool
) -> None:
    monkeypatch.setenv("DASHBOARD_HOSTS", hosts)
    assert goes_on(scheme=scheme, host=host, origin=origin) == taken


def test_the_public_address_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_PUBLIC_URL", "https://council.example/dashboard/")
    assert goes_on(host="council.example", origin="https://council.example")
    assert not goes_on(host="council.example", origin="https://council.example:444")


def test_what_a_proxy_is_said_to_say_is_not_believed() -> None:
    assert not goes_on(host="elsewhere.example", x_forwarded_host=HERE, origin="http://127.0.0.1:8501")
    assert not goes_on(origin="http://elsewhere.example", x_forwarded_host="elsewhere.example")


def test_the_name_the_server_listens_on_is_known() -> None:
    assert not goes_on(host="dashboard.lan", origin="http://dashboard.lan")
    known_hosts.answer_as("dashboard.lan", None, "0.0.0.0")
    assert goes_on(host="dashboard.lan", origin="http://dashboard.lan")
