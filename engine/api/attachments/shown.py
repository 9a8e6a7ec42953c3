"""How attached papers are shown to programs."""

from typing import Any

from fastapi import Request

from engine.api.answers import JsonAnswer, etag
from engine.records import PAPER_FIELDS, Attachment


def address(request: Request, document_id: str) -> str:
    """Where one paper is looked at."""
    return f"{request.scope.get('root_path', '')}/attachments/{document_id}"


def shown(request: Request, paper: Attachment) -> dict[str, Any]:
    """One version of a paper without its JSON."""
    fields = paper.document.fields
    return {
        "document_id": paper.id,
        "series_id": paper.series_id,
        "version": paper.version,
        "replaced_by": paper.replaced_by,
        "file_name": paper.file_name,
        "file_hash": paper.file_hash,
        "file_size": paper.file_size,
        "mime_type": paper.mime_type,
        "pages_total": paper.pages_total,
        "doc_type": paper.doc_type,
        "related_module": paper.related_module,
        "related_id": paper.related_id,
        "status": paper.status,
        "error_message": paper.error_message,
        **{name: getattr(fields, name) for name in PAPER_FIELDS},
        "uploaded_at": paper.upload_at,
        "uploaded_by": paper.upload_by,
        "deleted_at": paper.deleted_at,
        "row_version": paper.row_version,
        "status_url": address(request, paper.id),
    }


def answer(request: Request, paper: Attachment, status_code: int = 200) -> JsonAnswer:
    """One paper with its JSON; the ETag is the row's version."""
    headers = {"ETag": etag(paper.row_version)}
    if status_code in (201, 202):
        headers["Location"] = address(request, paper.id)
    content = {"success": True, **shown(request, paper), "attachment_json": paper.document}
    return JsonAnswer(content, status_code=status_code, headers=headers)


def preview(request: Request, paper: Attachment) -> JsonAnswer:
    """What OCR gave for each field, and the pages to look at."""
    root = request.scope.get("root_path", "")
    fields = []
    for name in PAPER_FIELDS:
        place = paper.document.provenance.get(name)
        fields.append(
            {
                "field": name,
                "value": getattr(paper.document.fields, name),
                "confidence": place.confidence if place else None,
                "source": place.source if place else None,
                "text": place.text if place else None,
                "page": place.page if place else None,
                "bbox": place.bbox if place else None,
            }
        )
    pages = range(1, (paper.pages_total or 0) + 1)
    return JsonAnswer(
        {
            "success": True,
            "document_id": paper.id,
            "status": paper.status,
            "error_message": paper.error_message,
            "row_version": paper.row_version,
            "fields": fields,
            "pages": [f"{root}/documents/{paper.id}/pages/{number}.png" for number in pages],
        },
        headers={"ETag": etag(paper.row_version)},
    )
