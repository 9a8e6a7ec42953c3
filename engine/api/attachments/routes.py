"""The addresses under /attachments."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import FileResponse, Response

from engine.api.answers import JsonAnswer, file_answer
from engine.api.attachments.bodies import (
    AttachmentsBody,
    ChangeRequest,
    ConfirmRequest,
    LinkRequest,
    OneBody,
    PaperPreviewBody,
    TypesBody,
    VersionsBody,
)
from engine.api.attachments.shown import answer, preview, shown
from engine.api.ids import Id
from engine.api.opened import Engine
from engine.api.uploads.correcting import version_of
from engine.api.uploads.pages import PageNumber, PerPage, page_answer
from engine.api.uploads.routes import IfMatch, errors
from engine.records import AttachmentStatus, PaperFields
from engine.records.uploads import DocumentType
from engine.services import AttachmentQuery, AttachmentSort
from engine.store import SortOrder

router = APIRouter(prefix="/attachments", tags=["attachments"])

Word = Annotated[str | None, Query(max_length=200)]
Search = Annotated[
    str | None,
    Query(max_length=200, description="Words, and phrases in quotation marks, of pages and names."),
]

_ONE: Final[dict[int | str, dict[str, Any]]] = {200: {"model": OneBody}}


@router.get("", responses={200: {"model": AttachmentsBody}, **errors(400)})
def list_attachments(
    request: Request,
    engine: Engine,
    page: PageNumber = 1,
    per_page: PerPage = 50,
    search: Search = None,
    doc_type: DocumentType | None = None,
    status: AttachmentStatus | None = None,
    related_module: Word = None,
    related_id: Word = None,
    linked: bool | None = None,
    deleted: bool = False,
    sort_by: AttachmentSort = "upload_at",
    sort_order: SortOrder = "desc",
) -> Response:
    """Papers, the newest version of each: of a record, of a type, with words on their pages."""
    query = AttachmentQuery(
        search=search,
        doc_type=doc_type,
        status=status,
        related_module=related_module,
        related_ids=None if related_id is None else (related_id,),
        is_linked=linked,
        deleted=deleted,
        sort_by=sort_by,
        descending=sort_order == "desc",
        page=page,
        per_page=per_page,
    )
    found = engine.attachments(query)
    items = [
        {**shown(request, one.attachment), "found_page": one.page, "found_text": one.text}
        for one in found.rows
    ]
    return page_answer(request, items, page=page, per_page=per_page, total=found.total)


@router.get("/type-summary/", responses={200: {"model": TypesBody}, **errors()})
def type_summary(engine: Engine) -> Response:
    """How many papers there are of each type."""
    types = engine.attachment_counts()
    return JsonAnswer({"success": True, "total": sum(types.values()), "types": types})


@router.get("/{document_id}", responses={**_ONE, **errors(404)})
def get_attachment(request: Request, engine: Engine, document_id: Id) -> Response:
    """One version of a paper with its JSON. Its ETag is the row's version."""
    return answer(request, engine.attachment(document_id))


@router.patch("/{document_id}", responses={**_ONE, **errors(400, 404, 409, 412, 428)})
def change_attachment(
    request: Request,
    engine: Engine,
    document_id: Id,
    change: ChangeRequest,
    if_match: IfMatch = None,
) -> Response:
    """Say what a paper is, or call it by another name."""
    version = version_of(if_match)
    paper = engine.change_attachment(document_id, row_version=version, **change.model_dump())
    return answer(request, paper)


@router.get("/{document_id}/versions", responses={200: {"model": VersionsBody}, **errors(404)})
def list_versions(request: Request, engine: Engine, document_id: Id) -> Response:
    """All versions of a paper, the newest first, whichever of them is named."""
    versions = [shown(request, paper) for paper in engine.attachment_versions(document_id)]
    return JsonAnswer({"success": True, "versions": versions})


@router.get("/{document_id}/preview", responses={200: {"model": PaperPreviewBody}, **errors(404)})
def get_preview(request: Request, engine: Engine, document_id: Id) -> Response:
    """What OCR gave for each field and where, to be looked at before it is confirmed."""
    return preview(request, engine.attachment(document_id))


@router.post("/{document_id}/confirm", responses={**_ONE, **errors(400, 404, 409, 412)})
def confirm_attachment(
    request: Request,
    engine: Engine,
    document_id: Id,
    confirmed: ConfirmRequest | None = None,
    if_match: IfMatch = None,
) -> Response:
    """Save the fields with the file, as they were read or as the request has them."""
    given = confirmed.fields if confirmed else None
    fields = None if given is None else PaperFields(**given.model_dump())
    version = version_of(if_match) if if_match else None
    return answer(request, engine.confirm_attachment(document_id, fields, row_version=version))


@router.put("/{document_id}/link", responses={**_ONE, **errors(400, 404, 409, 412)})
def link_attachment(
    request: Request,
    engine: Engine,
    document_id: Id,
    link: LinkRequest,
    if_match: IfMatch = None,
) -> Response:
    """Let a paper belong to a record."""
    version = version_of(if_match) if if_match else None
    paper = engine.link_attachment(
        document_id, link.related_module, link.related_id, row_version=version
    )
    return answer(request, paper)


@router.delete("/{document_id}/link", responses={**_ONE, **errors(400, 404, 409, 412)})
def unlink_attachment(
    request: Request, engine: Engine, document_id: Id, if_match: IfMatch = None
) -> Response:
    """Let a paper belong to no record."""
    version = version_of(if_match) if if_match else None
    return answer(request, engine.unlink_attachment(document_id, row_version=version))


@router.get(
    "/{document_id}/download",
    response_class=FileResponse,
    responses={200: {"content": {"application/octet-stream": {}}}, **errors(404, 410)},
)
def download_attachment(engine: Engine, document_id: Id) -> Response:
    """The file as it was sent; of any version."""
    return file_answer(*engine.original_file(engine.attachment(document_id).id))


@router.delete("/{document_id}", responses={**_ONE, **errors(400, 404, 409, 412)})
def delete_attachment(
    request: Request, engine: Engine, document_id: Id, if_match: IfMatch = None
) -> Response:
    """Put a paper aside that belongs to no record; it can be restored, and its file stays."""
    version = version_of(if_match) if if_match else None
    return answer(request, engine.delete_attachment(document_id, row_version=version))


@router.post("/{document_id}/restore", responses={**_ONE, **errors(404)})
def restore_attachment(request: Request, engine: Engine, document_id: Id) -> Response:
    """Bring a deleted paper back."""
    return answer(request, engine.restore_attachment(document_id))
