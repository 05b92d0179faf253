"""How many sockets one address may hold, so that nobody takes the places of all others."""

import ipaddress
import os
from collections import Counter

from starlette.types import ASGIApp, Receive, Scope, Send

# A hall of people behind one router comes from one address: each has a page and a live channel.
SOCKETS_PER_ADDRESS = 500
_TRY_LATER = 1013


def most_sockets() -> int:
    """What DASHBOARD_SOCKETS_PER_ADDRESS says; so many sockets of each kind may an address hold."""
    said = os.environ.get("DASHBOARD_SOCKETS_PER_ADDRESS", "")
    return int(said) if said.isascii() and said.isdigit() and int(said) else SOCKETS_PER_ADDRESS


def group(host: str) -> str:
    """The address by which a client is counted: of IPv6 the network, which all belongs to one."""
    try:
        number = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if number.version == 4:
        return host
    mapped = number.ipv4_mapped
    return str(mapped) if mapped else str(ipaddress.ip_network((number, 64), strict=False))


class SocketsPerAddress:
    """Middleware that closes the sockets of an address that has too many of the same kind already."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.open: Counter[tuple[str, str]] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        client = scope.get("client")
        place = (group(client[0]) if client else "", scope["path"].rpartition("/")[2])
        if self.open[place] >= most_sockets():
            await receive()
            await send({"type": "websocket.close", "code": _TRY_LATER, "reason": ""})
            return
        self.open[place] += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.open[place] -= 1
            if not self.open[place]:
                del self.open[place]
