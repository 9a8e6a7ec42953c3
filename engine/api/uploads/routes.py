"""The addresses under /invoices and /bank; both kinds have the same."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, File, Header, Query, Request, UploadFile
from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, Response

from engine.api.answers import JsonAnswer, etag, file_answer, row_answer
from engine.api.bodies import BUSY, ErrorBody
from engine.api.ids import Id
from engine.api.opened import Engine
from engine.api.repeated import Key
from engine.api.uploads.arriving import take_in
from engine.api.uploads.bodies import (
    CorrectRequest,
    DataBody,
    ManyBody,
    RejectRequest,
    StateBody,
    SummaryBody,
    UploadsBody,
)
from engine.api.uploads.correcting import correct, version_of
from engine.api.uploads.pages import PageNumber, PerPage, page_answer
from engine.errors import NotFoundError
from engine.records.uploads import UploadKind, UploadStatus
from engine.services import Services
from engine.store import ListQuery, SortColumn, SortOrder

IfMatch = Annotated[str | None, Header(max_length=100, description="ETag of the row as read.")]
Search = Annotated[str | None, Query(max_length=200, description="Part of a name.")]
Files = Annotated[list[UploadFile], File(description="PDF, PNG, JPEG, TIFF, XML, bank files.")]

_FOLDER: Final[dict[UploadKind, str]] = {"invoice": "invoices", "bank": "bank"}
_NO_REASON: Final = "rejected by a program without a reason"


def errors(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The error shape for these statuses, and for what does not fit the description."""
    return {status: {"model": ErrorBody} for status in (*statuses, 422)}


def _router(kind: UploadKind) -> APIRouter:
    router = APIRouter(prefix=f"/{_FOLDER[kind]}", tags=[_FOLDER[kind]])
    _add_many(router, kind)
    _add_lists(router, kind)
    _add_one(router, kind)
    _add_words(router, kind)
    return router


def _add_many(router: APIRouter, kind: UploadKind) -> None:
    @router.post(
        "/ocr",
        status_code=202,
        responses={
            200: {"model": ManyBody},
            202: {"model": ManyBody},
            **errors(400, 410),
            **{status: {"model": ManyBody} for status in (409, 413, 415, 422, 507)},
            503: {**BUSY[503], "model": ManyBody},
        },
        name=f"send_{_FOLDER[kind]}",
    )
    def send(request: Request, engine: Engine, files: Files = [], key: Key = None) -> Response:  # noqa: B006 (FastAPI's own default)
        """Send one or more files; they are read in the background."""
        folder = f"{request.scope.get('root_path', '')}/{_FOLDER[kind]}"
        return take_in(engine, [file for file in files if file.filename], kind, key, folder)


def _add_lists(router: APIRouter, kind: UploadKind) -> None:
    @router.get("/", responses={200: {"model": UploadsBody}, **errors(400)}, name=f"list_{kind}")
    def uploads(
        request: Request,
        engine: Engine,
        page: PageNumber = 1,
        per_page: PerPage = 50,
        status: UploadStatus | None = None,
        search: Search = None,
        sort_by: SortColumn = "upload_timestamp",
        sort_order: SortOrder = "desc",
    ) -> Response:
        """The uploads, page by page, without their JSON."""
        query = ListQuery(
            status=status,
            search=search,
            sort_by=sort_by,
            sort_order=sort_order,
            page=page,
            per_page=per_page,
        )
        found = engine.list_uploads(kind, query)
        return page_answer(request, found.rows, page=page, per_page=per_page, total=found.total)

    @router.get(
        "/status-summary/",
        responses={200: {"model": SummaryBody}, **errors()},
        name=f"status_summary_{kind}",
    )
    def summary(engine: Engine) -> Response:
        """How many uploads have each status."""
        statuses = engine.status_counts(kind)
        return JsonAnswer({"success": True, "total": sum(statuses.values()), "statuses": statuses})

    @router.get("/data", responses={200: {"model": DataBody}, **errors(400)}, name=f"data_{kind}")
    def data(
        request: Request,
        engine: Engine,
        page: PageNumber = 1,
        per_page: PerPage = 50,
        op_number: Annotated[
            str | None,
            Query(max_length=200, description="Purchase order, or the bank's reference."),
        ] = None,
    ) -> Response:
        """What was read from all uploads that were not rejected, the newest first."""
        if kind == "invoice":
            rows = engine.invoices(page=page, per_page=per_page, purchase_order=op_number)
        else:
            rows = engine.transactions(page=page, per_page=per_page, reference=op_number)
        total = rows[0]["total_rows"] if rows else 0
        items = [{name: row[name] for name in row if name != "total_rows"} for row in rows]
        return page_answer(request, items, page=page, per_page=per_page, total=total)


def _add_one(router: APIRouter, kind: UploadKind) -> None:
    column = "invoice_json" if kind == "invoice" else "bank_transaction_json"

    @router.get("/{upload_id}", responses=errors(404), name=f"get_{kind}")
    def one(engine: Engine, upload_id: Id) -> Response:
        """The row of an upload: its columns and its JSON. Its ETag is the row's version."""
        row = (
            engine.invoice_upload(upload_id) if kind == "invoice" else engine.bank_upload(upload_id)
        )
        return row_answer(row, column)

    @router.patch(
        "/{upload_id}",
        responses={200: {"model": StateBody}, **errors(400, 404, 409, 412, 428)},
        name=f"correct_{kind}",
    )
    def change(
        engine: Engine, upload_id: Id, request: CorrectRequest, if_match: IfMatch = None
    ) -> Response:
        """Correct values; all of them or none."""
        version = correct(engine, upload_id, kind, request.changes, version_of(if_match))
        return _state(engine, upload_id, kind, version)

    @router.get(
        "/{upload_id}/download",
        response_class=FileResponse,
        responses={200: {"content": {"application/octet-stream": {}}}, **errors(404, 410)},
        name=f"download_{kind}",
    )
    def download(engine: Engine, upload_id: Id) -> Response:
        """The file as it was uploaded."""
        _require_kind(engine, upload_id, kind)
        return file_answer(*engine.original_file(upload_id))


def _add_words(router: APIRouter, kind: UploadKind) -> None:
    answers: dict[int | str, dict[str, Any]] = {
        200: {"model": StateBody},
        **errors(400, 404, 409, 412),
    }

    @router.post("/{upload_id}/confirm", responses=answers, name=f"confirm_{kind}")
    def confirm(engine: Engine, upload_id: Id, if_match: IfMatch = None) -> Response:
        """Say that an upload was read correctly."""
        _require_kind(engine, upload_id, kind)
        version = engine.confirm(upload_id, row_version=version_of(if_match) if if_match else None)
        return _state(engine, upload_id, kind, version)

    @router.post("/{upload_id}/reject", responses=answers, name=f"reject_{kind}")
    def reject(
        engine: Engine,
        upload_id: Id,
        request: RejectRequest | None = None,
        if_match: IfMatch = None,
    ) -> Response:
        """Say that an upload is not to be used."""
        _require_kind(engine, upload_id, kind)
        reason = (request.reason if request else None) or ""
        version = engine.reject(
            upload_id,
            reason.strip() or _NO_REASON,
            row_version=version_of(if_match) if if_match else None,
        )
        return _state(engine, upload_id, kind, version)

    @router.post(
        "/{upload_id}/retry",
        status_code=202,
        responses={202: {"model": StateBody}, **errors(400, 404, 409)},
        name=f"retry_{kind}",
    )
    async def retry(request: Request, engine: Engine, upload_id: Id) -> Response:
        """Read an upload again that failed, was partly read, or was rejected."""
        await run_in_threadpool(_require_kind, engine, upload_id, kind)
        await run_in_threadpool(engine.retry, upload_id)
        url = f"{request.scope.get('root_path', '')}/{_FOLDER[kind]}/{upload_id}"
        state = await run_in_threadpool(engine.store.uploads(kind).state, upload_id)
        return JsonAnswer(
            {
                "success": True,
                "upload_id": upload_id,
                "status": state.status,
                "row_version": state.row_version,
                "status_url": url,
            },
            status_code=202,
            headers={"Location": url},
        )


def _require_kind(engine: Services, upload_id: str, kind: UploadKind) -> None:
    if engine.upload_kind(upload_id) != kind:
        raise NotFoundError("upload", upload_id)


def _state(engine: Services, upload_id: str, kind: UploadKind, version: int) -> Response:
    status = engine.store.uploads(kind).state(upload_id).status
    return JsonAnswer(
        {"success": True, "upload_id": upload_id, "status": status, "row_version": version},
        headers={"ETag": etag(version)},
    )


invoice_router: Final = _router("invoice")
bank_router: Final = _router("bank")
