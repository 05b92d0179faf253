"""The address under which the people in the room reach this dashboard."""

import ipaddress
import os
import urllib.parse


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
