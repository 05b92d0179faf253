"""The address of the office's logo."""

from starlette.requests import Request
from starlette.responses import Response

from dashboard.logo import read_logo
from dashboard.web.assets import Asset


def answer(request: Request) -> Response:
    """The picture; 404 where there is none. Its address names its digest, so a browser may keep it."""
    logo = read_logo()
    if logo is None:
        return Response(status_code=404, headers={"Cache-Control": "no-store"})
    lasting = "public, max-age=31536000, immutable"
    asset = Asset(
        logo.content, is_text=False, media_type=logo.media_type, cache_control=lasting, etag=logo.digest
    )
    return asset.answer(request.headers)
