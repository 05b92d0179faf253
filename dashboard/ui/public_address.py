"""The address under which the people in the room reach this dashboard, and its QR code."""

import functools
import io
import ipaddress
import os
import urllib.parse

import segno


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


@functools.lru_cache(maxsize=8)
def qr_code(url: str) -> str:
    """A QR code as SVG, black on white with the quiet zone that scanners need (ISO/IEC 18004)."""
    drawn = io.BytesIO()
    code = segno.make(url, error="m")
    code.save(drawn, kind="svg", border=4, light="#ffffff", omitsize=True, xmldecl=False)
    return drawn.getvalue().decode()
