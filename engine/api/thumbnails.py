"""Small pictures of first pages, for lists: there is always one, an empty sheet if need be."""

from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from engine.api.bodies import ErrorBody
from engine.api.ids import Id
from engine.api.opened import Engine
from engine.errors import MatchbookError

router = APIRouter(prefix="/documents", tags=["documents"])


_DPI: Final = 40
_EMPTY_SHEET: Final = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 33 47" width="330" height="470">'
    b'<rect x="1" y="1" width="31" height="45" rx="2" fill="#fff" stroke="#b9bfb9"/>'
    b'<path d="M7 12h19M7 18h19M7 24h12" stroke="#d5d9d3" stroke-width="2"/></svg>'
)


@router.get(
    "/{upload_id}/thumbnail",
    response_class=Response,
    responses={
        200: {"content": {"image/png": {}, "image/svg+xml": {}}},
        304: {"description": "Unchanged"},
        422: {"model": ErrorBody},
    },
)
def thumbnail(request: Request, engine: Engine, upload_id: Id) -> Response:
    """The first page, small; an empty sheet where there is none, or it cannot be drawn."""
    try:
        headers = {
            "ETag": engine.page_image_tag(upload_id, 1, _DPI),
            "Cache-Control": "private, max-age=86400",
        }
        if request.headers.get("if-none-match") == headers["ETag"]:
            return Response(status_code=304, headers=headers)
        image = engine.page_image(upload_id, 1, _DPI)
    except MatchbookError:
        return Response(
            _EMPTY_SHEET, media_type="image/svg+xml", headers={"Cache-Control": "no-store"}
        )
    return Response(image, media_type="image/png", headers=headers)
