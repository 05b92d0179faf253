"""The QR code of the first slide, which leads the people in the room to this dashboard."""

import functools
import io

import segno


@functools.lru_cache(maxsize=8)
def qr_code(url: str) -> str:
    """A QR code as SVG, black on white with the quiet zone that scanners need (ISO/IEC 18004)."""
    target = io.BytesIO()
    code = segno.make(url, error="m")
    code.save(target, kind="svg", border=4, light="#ffffff", omitsize=True, xmldecl=False)
    return target.getvalue().decode()
