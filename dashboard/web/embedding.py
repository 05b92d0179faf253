"""What may stand within a page of another site, and whose: one chart, on hosts named in a setting."""

import functools
import os
import re
import sys
import urllib.parse

from starlette.types import Scope

from dashboard import strings
from dashboard.web.known_hosts import is_number, parse


def is_embed(scope: Scope, base: str) -> bool:
    """Whether a request asks for one chart without the dashboard around it: `/chart?embed=1` below `base`."""
    if scope["type"] != "http" or scope["path"] != f"{base}/chart":
        return False
    asked = urllib.parse.parse_qs(scope.get("query_string", b"").decode("latin-1"))
    return asked.get("embed", [""])[-1].lower() in ("1", "true")


def frame_ancestors() -> str:
    """The sources that a browser may show such a page within, as Content-Security-Policy writes them."""
    return " ".join(("'self'", *embed_hosts()))


def embed_hosts() -> tuple[str, ...]:
    """The hosts that DASHBOARD_EMBED_HOSTS names, with their scheme and port where it says these."""
    return _read_hosts(os.environ.get("DASHBOARD_EMBED_HOSTS", ""))[0]


def warn_of_wrong_hosts() -> None:
    """Say at the start what of the setting names no host; nobody may embed a chart by it."""
    for text in _read_hosts(os.environ.get("DASHBOARD_EMBED_HOSTS", ""))[1]:
        print(strings.words("published.wrong_host", "en", host=text), file=sys.stderr)


@functools.lru_cache(maxsize=8)
def _read_hosts(setting: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sources that a setting names, and what of it names none: a pattern, a keyword, a list of two."""
    sources: list[str] = []
    wrong: list[str] = []
    for text in (part.strip() for part in setting.split(",") if part.strip()):
        source = _read_host(text)
        (sources if source else wrong).append(source or text)
    return tuple(dict.fromkeys(sources)), tuple(wrong)


def _read_host(text: str) -> str | None:
    address = parse(re.sub(r"(?<=[^/:])/.*", "", text))  # browsers leave the path of such a source aside
    # A source knows no IPv6 address, and a scheme alone would be everybody.
    if text.endswith(":") or address is None or (":" in address.host and is_number(address.host)):
        return None
    scheme = f"{address.scheme}://" if address.scheme else ""
    port = f":{address.port}" if address.port is not None else ""
    return f"{scheme}{address.host}{port}"
