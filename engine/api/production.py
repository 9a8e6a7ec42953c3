"""One file, one row: uploads that answer with what was read, the rows, and reconciliation."""

import asyncio
import dataclasses
import re
import time
from typing import Annotated, Any, Final

from fastapi import APIRouter, File, Form, Query, Request, UploadFile
from fastapi.concurrency import run_in_threadpool
from pydantic import SecretStr
from starlette.responses import Response

from engine.api.answers import JsonAnswer, error_answer, row_answer
from engine.api.bodies import (
    BUSY,
    BankUploadBody,
    ErrorBody,
    InvoiceUploadBody,
    ReconcileBody,
    ReconcileRequest,
)
from engine.api.ids import Id
from engine.api.one_file import refuse_several_files
from engine.api.opened import Engine
from engine.api.repeated import Key, once
from engine.errors import InvalidInputError, NotFoundError
from engine.processing.rows import UploadRow
from engine.records import BankTransactionUpload, InvoiceUpload, RunScope
from engine.records.uploads import UploadKind
from engine.services import Progress, Services

router = APIRouter(prefix="/production", tags=["production"])

Wait = Annotated[
    float, Query(ge=0, le=600, description="Seconds to wait for the result before answering 202.")
]
Password = Annotated[
    SecretStr | None,
    Form(description="Opens an encrypted PDF. It is used to read the file and never stored."),
]
Upload = Annotated[UploadFile, File(description="PDF, PNG, JPEG, TIFF, or an e-invoice as XML.")]

_POLL_SECONDS: Final = 0.05
_CODE: Final = re.compile(r"\((\w+)\)$")
_REFUSALS: Final[dict[int | str, dict[str, Any]]] = {
    **{status: {"model": ErrorBody} for status in (400, 409, 410, 413, 415, 422, 507)},
    **BUSY,
}
_RETRIES: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": ErrorBody} for status in (400, 404, 422)
}


@router.post(
    "/invoices/upload",
    responses={200: {"model": InvoiceUploadBody}, 202: {"model": InvoiceUploadBody}, **_REFUSALS},
)
async def upload_invoices(
    request: Request,
    engine: Engine,
    file: Upload,
    password: Password = None,
    wait: Wait = 60,
    key: Key = None,
) -> Response:
    """Read a file of invoices and answer with what was found."""
    return await _upload(request, engine, file, "invoice", password, wait, key)


@router.post(
    "/bank/upload",
    responses={200: {"model": BankUploadBody}, 202: {"model": BankUploadBody}, **_REFUSALS},
)
async def upload_statement(
    request: Request,
    engine: Engine,
    file: Upload,
    password: Password = None,
    wait: Wait = 60,
    key: Key = None,
) -> Response:
    """Read a bank or card statement and answer with what was found."""
    return await _upload(request, engine, file, "bank", password, wait, key)


@router.post(
    "/invoices/{upload_id}/retry",
    responses={200: {"model": InvoiceUploadBody}, 202: {"model": InvoiceUploadBody}, **_RETRIES},
)
async def retry_invoices(
    request: Request, engine: Engine, upload_id: Id, password: Password = None, wait: Wait = 60
) -> Response:
    """Read a file of invoices again that failed, was partly read, or was rejected."""
    return await _retry(request, engine, upload_id, "invoice", password, wait)


@router.post(
    "/bank/{upload_id}/retry",
    responses={200: {"model": BankUploadBody}, 202: {"model": BankUploadBody}, **_RETRIES},
)
async def retry_statement(
    request: Request, engine: Engine, upload_id: Id, password: Password = None, wait: Wait = 60
) -> Response:
    """Read a statement again that failed, was partly read, or was rejected."""
    return await _retry(request, engine, upload_id, "bank", password, wait)


@router.get("/invoices/{upload_id}", responses={404: {"model": ErrorBody}})
def get_invoices(engine: Engine, upload_id: Id) -> Response:
    """The row of an invoice file: its columns and its JSON."""
    return row_answer(engine.invoice_upload(upload_id), "invoice_json")


@router.get("/bank/{upload_id}", responses={404: {"model": ErrorBody}})
def get_statement(engine: Engine, upload_id: Id) -> Response:
    """The row of a statement: its columns and its JSON."""
    return row_answer(engine.bank_upload(upload_id), "bank_transaction_json")


@router.get("/reconciliations/{reconciliation_id}", responses={404: {"model": ErrorBody}})
def get_reconciliation(engine: Engine, reconciliation_id: Id) -> Response:
    """The row of a run: its columns and its JSON."""
    return row_answer(engine.reconciliation(reconciliation_id), "reconciliation_match_json")


@router.post(
    "/reconcile",
    responses={
        200: {"model": ReconcileBody},
        **{status: {"model": ErrorBody} for status in (400, 404, 422)},
    },
)
def reconcile(engine: Engine, request: ReconcileRequest) -> Response:
    """Match the invoices of the uploads with their transactions and store the run."""
    if not request.invoices or not request.bank:
        raise InvalidInputError(
            "A reconciliation needs an invoice upload and a bank upload.",
            "Send invoice_upload_id and bank_upload_id.",
        )
    own = engine.run_settings(request.confidence_threshold, request.date_window_days)
    scope = RunScope(
        accounts=tuple(request.accounts),
        parties=tuple(request.parties),
        first_day=request.first_day,
        last_day=request.last_day,
    )
    settings = dataclasses.replace(own, rates=request.rates, scope=scope)
    row = engine.reconcile(request.invoices, request.bank, settings=settings)
    return JsonAnswer(
        {
            "success": True,
            "reconciliation_id": row.reconciliation_id,
            "db_record_id": row.id,
            "total_matches": row.total_matches_found,
            "partial_matches": row.partial_matches,
            "unmatched_invoices": row.unmatched_invoices,
            "unmatched_transactions": row.unmatched_transactions,
            "total_amount_matched": row.total_amount_matched,
            "match_rate_percentage": row.match_rate_percentage,
            "processing_time_seconds": row.reconciliation_duration_seconds,
            "status": row.status,
        }
    )


async def _upload(
    request: Request,
    engine: Services,
    file: UploadFile,
    kind: UploadKind,
    password: SecretStr | None,
    wait_seconds: float,
    key: str | None,
) -> Response:
    await refuse_several_files(request)

    def take() -> str:
        name, secret = file.filename or "", _secret(password)
        return engine.upload(name, file.file, kind=kind, password=secret).upload_id

    upload_id, _ = await run_in_threadpool(once, engine, key, file, take)
    return await _read(request, engine, upload_id, kind, wait_seconds)


async def _retry(
    request: Request,
    engine: Services,
    upload_id: str,
    kind: UploadKind,
    password: SecretStr | None,
    wait_seconds: float,
) -> Response:
    if await run_in_threadpool(engine.upload_kind, upload_id) != kind:
        raise NotFoundError("upload", upload_id)
    await run_in_threadpool(engine.retry, upload_id, _secret(password))
    return await _read(request, engine, upload_id, kind, wait_seconds)


def _secret(password: SecretStr | None) -> str | None:
    return password.get_secret_value() if password is not None else None


async def _read(
    request: Request, engine: Services, upload_id: str, kind: UploadKind, wait_seconds: float
) -> Response:
    """What came of the upload, or where to look for it when that takes longer."""
    root, folder = request.scope.get("root_path", ""), "invoices" if kind == "invoice" else "bank"
    url = f"{root}{router.prefix}/{folder}/{upload_id}"
    progress = await _wait(engine, upload_id, wait_seconds)
    if progress.status == "failed":
        code = _CODE.search(progress.message)
        return error_answer(
            422,
            code[1] if code else "internal",
            _CODE.sub("", progress.message).strip(),
            f"The upload is kept. Look at it in Matchbook, or post to {url}/retry.",
            upload_id=upload_id,
            status=progress.status,
        )
    row = await run_in_threadpool(_row, engine, upload_id, kind)
    answer = {"success": True, **_outcome(row)}
    if not progress.is_running:
        return JsonAnswer(answer)
    answer["status"] = "processing"
    answer["status_url"] = url
    return JsonAnswer(answer, status_code=202, headers={"Location": url})


async def _wait(engine: Services, upload_id: str, seconds: float) -> Progress:
    """Look again and again instead of blocking a thread: many clients may wait at once."""
    ends = time.monotonic() + seconds
    progress = await run_in_threadpool(engine.progress, upload_id)
    while progress.is_running and time.monotonic() < ends:
        await asyncio.sleep(_POLL_SECONDS)
        progress = await run_in_threadpool(engine.progress, upload_id)
    return progress


def _row(engine: Services, upload_id: str, kind: UploadKind) -> UploadRow:
    return engine.invoice_upload(upload_id) if kind == "invoice" else engine.bank_upload(upload_id)


def _outcome(row: UploadRow) -> dict[str, Any]:
    common = {
        "upload_id": row.upload_id,
        "db_record_id": row.id,
        "file_name": row.file_name,
        "processing_time_seconds": row.processing_duration_seconds,
        "status": row.status,
    }
    if isinstance(row, InvoiceUpload):
        return {
            **common,
            "total_invoices": row.total_invoices_found,
            "total_amount": row.total_amount,
        }
    assert isinstance(row, BankTransactionUpload)  # noqa: S101 (there are two kinds)
    return {
        **common,
        "total_transactions": row.total_transactions_found,
        "total_debits": row.total_debits,
        "total_credits": row.total_credits,
    }
