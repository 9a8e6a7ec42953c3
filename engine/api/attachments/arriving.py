"""Papers that programs send: a new one, or a newer version; each answers 202 and is then read."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.concurrency import run_in_threadpool
from pydantic import SecretStr
from starlette.responses import Response

from engine.api.attachments.bodies import Module, OneBody, RecordId
from engine.api.attachments.shown import answer
from engine.api.ids import Id
from engine.api.one_file import refuse_several_files
from engine.api.opened import Engine
from engine.api.repeated import Key, once
from engine.api.uploads.correcting import version_of
from engine.api.uploads.routes import IfMatch, errors
from engine.errors import InvalidInputError
from engine.records import Attachment
from engine.records.uploads import DocumentType

router = APIRouter(prefix="/attachments", tags=["attachments"])

Paper = Annotated[UploadFile, File(description="A scan or a document: PDF, PNG, JPEG, TIFF, XML.")]
Password = Annotated[
    SecretStr | None,
    Form(description="Opens an encrypted PDF. It is used to read the file and never stored."),
]
_TAKEN: Final[dict[int | str, dict[str, Any]]] = {200: {"model": OneBody}, 202: {"model": OneBody}}
_REFUSALS: Final = errors(400, 404, 409, 413, 415, 507)


@router.post("", status_code=202, responses={**_TAKEN, **_REFUSALS})
async def attach(
    request: Request,
    engine: Engine,
    file: Paper,
    doc_type: Annotated[DocumentType, Form(description="What the paper is.")] = "Other",
    related_module: Annotated[Module | None, Form()] = None,
    related_id: Annotated[RecordId | None, Form()] = None,
    password: Password = None,
    key: Key = None,
) -> Response:
    """Keep a paper beside a record, or beside none yet, and have it read."""
    await refuse_several_files(request)
    if (related_module is None) != (related_id is None):
        raise InvalidInputError(
            "A record is named by its module and its id.", "Send related_module and related_id."
        )
    link = None if related_module is None or related_id is None else (related_module, related_id)

    def take() -> tuple[Attachment, int]:
        def new() -> str:
            return engine.attach(
                file.filename or "",
                file.file,
                doc_type=doc_type,
                link=link,
                password=_secret(password),
            ).id

        document_id, is_known = once(engine, key, file, new)
        return engine.store.attachments.get(document_id), 200 if is_known else 202

    paper, status = await run_in_threadpool(take)
    return answer(request, paper, status)


@router.post(
    "/{document_id}/versions",
    status_code=202,
    responses={202: {"model": OneBody}, **_REFUSALS, **errors(412)},
)
async def replace(
    request: Request,
    engine: Engine,
    document_id: Id,
    file: Paper,
    password: Password = None,
    if_match: IfMatch = None,
) -> Response:
    """Keep a newer version of a paper; the earlier ones stay as they are."""
    await refuse_several_files(request)
    version = version_of(if_match) if if_match else None
    paper = await run_in_threadpool(
        lambda: engine.replace_attachment(
            document_id,
            file.filename or "",
            file.file,
            row_version=version,
            password=_secret(password),
        )
    )
    return answer(request, paper, 202)


@router.post(
    "/{document_id}/ocr",
    status_code=202,
    responses={202: {"model": OneBody}, **errors(400, 404, 409)},
)
def read_again(
    request: Request, engine: Engine, document_id: Id, password: Password = None
) -> Response:
    """Read a paper once more that is not confirmed."""
    paper = engine.read_attachment_again(document_id, _secret(password))
    return answer(request, paper, 202)


def _secret(password: SecretStr | None) -> str | None:
    return password.get_secret_value() if password is not None else None
