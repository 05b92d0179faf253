"""The address under which the people in the room reach this dashboard."""

import ipaddress
import os
import urllib.parse


def link_to(page: str, **values: str) -> str | None:
    """The address of a page with these values for the people in the room; None where there is none."""
    url = public_url()
    return url and f"{url}/{page}?{urllib.parse.urlencode(values)}"


def public_url() -> str | None:
    """What DASHBOARD_PUBLIC_URL says; None where it says nothing that another machine could open."""
    url = os.environ.get("DASHBOARD_PUBLIC_URL", "").strip().rstrip("/")
    host = urllib.parse.urlsplit(url).hostname
    if not url.startswith(("http://", "https://")) or not host or host == "localhost":
        return None
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return url
    return None if number.is_loopback or number.is_unspecified else url
