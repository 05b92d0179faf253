"""Which names this server answers under, and which pages are its own, by what a browser says of itself."""

import ipaddress
import os
import re
import socket
import urllib.parse
from dataclasses import dataclass

from dashboard.web.public_address import public_url

_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}
_NAME = re.compile(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?")

# Names of this machine: nobody else decides where they lead in this network.
_OWN = {"localhost", socket.gethostname().lower(), f"{socket.gethostname().lower()}.local"}


@dataclass(frozen=True)
class Address:
    """A host in lower case, without the dot at its end, and a port; `scheme` is http, https or empty."""

    scheme: str
    host: str
    port: int | None

    @property
    def place(self) -> tuple[str, int | None]:
        """Host and port, the port of the scheme where none was written."""
        return self.host, self.port or _PORTS.get(self.scheme)


def parse(text: str, scheme: str = "") -> Address | None:
    """What stands in `Host`, in `Origin` or in a setting; None for what no browser would write.

    A name without a scheme, as in `Host`, is taken as one of `scheme`.
    """
    given, separator, rest = text.strip().lower().rpartition("://")
    if separator and given not in ("http", "https"):
        return None
    try:
        rest = rest if rest.isascii() else rest.encode("idna").decode()
        parts = urllib.parse.urlsplit(f"//{rest}")
        host, port = (parts.hostname or "").removesuffix("."), parts.port
    except ValueError:
        return None
    if parts.netloc != rest or "@" in rest or not (_NAME.fullmatch(host) or is_number(host)):
        return None
    return Address(given or scheme, host, port)


def is_number(host: str) -> bool:
    """Whether a host is an IP address as browsers write it."""
    try:
        return ipaddress.ip_address(host).compressed == host
    except ValueError:
        return False


def configured() -> list[Address]:
    """What DASHBOARD_PUBLIC_URL and DASHBOARD_HOSTS name, for a proxy that stands in front of this server."""
    named = (public_url() or "", *os.environ.get("DASHBOARD_HOSTS", "").split(","))
    addresses = (parse(re.sub(r"(?<=[^/:])/.*", "", text.strip())) for text in named if text.strip())
    return [address for address in addresses if address is not None]


def answer_as(*names: str | None) -> None:
    """Know the names under which the server was told to listen or to show itself."""
    _OWN.update(address.host for name in names if name and (address := parse(name)))


def is_known_host(host: str) -> bool:
    """Whether this server answers under a name.

    Not under one that its owner can let lead anywhere at any moment (DNS rebinding). A number leads where it
    says, so it is no such name; neither are names of this machine itself.
    """
    asked = parse(host)
    if asked is None:
        return False
    return (
        is_number(asked.host)
        or asked.host in _OWN
        or asked.host.endswith(".localhost")
        or asked.host in {address.host for address in configured()}
    )


def is_own_origin(origin: str, *, scheme: str, host: str) -> bool:
    """Whether a page of this very server asks, by its `Origin`, the scheme of the request and its `Host`.

    A proxy that neither says its scheme nor passes `Host` on is known by what is configured; a name that is
    configured without a scheme is reached over https, or as the request says.
    """
    page = parse(origin)
    if page is None or not page.scheme:
        return False
    secure = "https" if scheme in ("https", "wss") else "http"
    asked = parse(host, secure)
    own = [] if asked is None else [asked]
    for address in configured():
        own.append(Address(address.scheme or "https", address.host, address.port))
    return any((page.scheme, page.place) == (address.scheme, address.place) for address in own)
