"""Pages as images and files as they came in, for the people who look at them."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import FileResponse, Response

from engine.api.answers import file_answer
from engine.api.bodies import ErrorBody
from engine.api.ids import Id
from engine.api.opened import Engine

router = APIRouter(prefix="/documents", tags=["documents"])


_ERRORS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": ErrorBody} for status in (404, 410, 422)
}


@router.get(
    "/{upload_id}/pages/{page_number}.png",
    response_class=Response,
    responses={200: {"content": {"image/png": {}}}, 304: {"description": "Unchanged"}, **_ERRORS},
)
def page_image(
    request: Request,
    engine: Engine,
    upload_id: Id,
    page_number: Annotated[int, Path(ge=1)],
    dpi: Annotated[int, Query(ge=40, le=300)] = 110,
) -> Response:
    """One page as people see it."""
    headers = {
        "ETag": engine.page_image_tag(upload_id, page_number, dpi),
        "Cache-Control": "private, max-age=3600",
    }
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    image = engine.page_image(upload_id, page_number, dpi)
    return Response(image, media_type="image/png", headers=headers)


@router.get(
    "/{upload_id}/file",
    response_class=FileResponse,
    responses={200: {"content": {"application/octet-stream": {}}}, **_ERRORS},
)
def original_file(engine: Engine, upload_id: Id) -> Response:
    """The file as it was uploaded, always as a download."""
    return file_answer(*engine.original_file(upload_id))
