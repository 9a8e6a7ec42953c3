"""Files coming in without anybody waiting for what is read: the way of the screens' drop zone."""

from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.concurrency import run_in_threadpool
from pydantic import SecretStr
from starlette.responses import Response

from engine.api.answers import JsonAnswer, error_answer_for
from engine.api.bodies import BUSY, ErrorBody, RestoredBody, TakenInBody
from engine.api.ids import Id
from engine.api.one_file import refuse_several_files
from engine.api.opened import Engine
from engine.api.repeated import Key, once
from engine.errors import DuplicateUploadError
from engine.services import Receipt, Services

router = APIRouter(prefix="/documents", tags=["documents"])

Kind = Annotated[
    Literal["auto", "invoice", "bank"],
    Form(description="What the file is; auto looks at its first pages."),
]
Password = Annotated[
    SecretStr | None,
    Form(description="Opens an encrypted PDF. It is used to read the file and never stored."),
]

_REFUSALS: Final[dict[int | str, dict[str, Any]]] = {
    **{status: {"model": ErrorBody} for status in (400, 409, 410, 413, 415, 422, 507)},
    **BUSY,
}


@router.post("", status_code=202, responses={202: {"model": TakenInBody}, **_REFUSALS})
async def take_in(
    request: Request,
    engine: Engine,
    file: Annotated[UploadFile, File(description="A document, a scan, or a bank's data file.")],
    kind: Kind = "auto",
    password: Password = None,
    key: Key = None,
) -> Response:
    """Take a file in and have it read; the answer does not wait for that.

    The bytes are written to disk as they come. An error names the earlier upload of the same
    bytes, and says whether that one is in the bin.
    """
    await refuse_several_files(request)
    secret = password.get_secret_value() if password is not None else None
    receipts: list[Receipt] = []

    def take() -> str:
        name = file.filename or ""
        receipts.append(engine.upload(name, file.file, kind=kind, password=secret))
        return receipts[0].upload_id

    try:
        upload_id, _ = await run_in_threadpool(once, engine, key, file, take)
    except DuplicateUploadError as error:
        return error_answer_for(error, is_deleted=error.is_deleted)
    receipt = receipts[0] if receipts else await run_in_threadpool(_earlier, engine, upload_id)
    return JsonAnswer(
        {
            "success": True,
            "upload_id": receipt.upload_id,
            "file_name": receipt.file_name,
            "kind": receipt.kind,
            "is_kind_sure": receipt.is_kind_sure,
        },
        status_code=202,
    )


def _earlier(engine: Services, upload_id: str) -> Receipt:
    """The receipt of a request that came before."""
    name = engine.store.documents.get(upload_id).file_name
    return Receipt(upload_id, engine.upload_kind(upload_id), name)


@router.post(
    "/{upload_id}/restore",
    responses={200: {"model": RestoredBody}, 404: {"model": ErrorBody}, 422: {"model": ErrorBody}},
)
def restore(engine: Engine, upload_id: Id) -> Response:
    """Bring an upload back from the bin."""
    engine.restore(upload_id)
    return JsonAnswer({"success": True, "upload_id": upload_id})
