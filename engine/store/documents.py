"""The rows of ``document_uploads``: every stored file, attachments too."""

import datetime as dt
from collections.abc import Callable
from dataclasses import asdict
from typing import get_args

from engine.errors import InvalidInputError, NotFoundError
from engine.records import DocumentUpload
from engine.records.uploads import DocumentType
from engine.store.database import Database
from engine.store.filing import StoredFile, clean_file_name

DOCUMENT_TYPES: tuple[str, ...] = get_args(DocumentType)


class Documents:
    """Stored files. An upload's row here is written with the upload itself."""

    def __init__(self, database: Database, *, clock: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._clock = clock

    def insert(
        self,
        document_id: str,
        stored: StoredFile,
        *,
        file_name: str,
        doc_type: DocumentType,
        mime_type: str,
        upload_by: str,
        related_module: str | None = None,
        related_id: str | None = None,
    ) -> DocumentUpload:
        """Add a file that is attached to something, or to nothing.

        Raises:
            InvalidInputError: no such document type.
        """
        if doc_type not in DOCUMENT_TYPES:
            raise InvalidInputError(
                f"There is no document type “{doc_type}”.",
                f"The types are {', '.join(DOCUMENT_TYPES)}.",
            )
        record = DocumentUpload(
            id=document_id,
            file_name=clean_file_name(file_name),
            file_path=stored.path_relative,
            doc_type=doc_type,
            related_module=related_module,
            related_id=related_id,
            upload_by=upload_by,
            upload_at=self._clock(),
            file_hash=stored.file_hash,
            file_size=stored.file_size,
            mime_type=mime_type,
        )
        with self._database.write() as statements:
            statements.rows("rows/documents/insert", asdict(record))
        return record

    def get(self, document_id: str) -> DocumentUpload:
        """One stored file.

        Raises:
            NotFoundError: no such file.
        """
        with self._database.read() as statements:
            row = statements.first("rows/documents/get", {"id": document_id})
        if row is None:
            raise NotFoundError("document", document_id)
        return DocumentUpload(**row)

    def list(
        self,
        *,
        doc_type: str | None = None,
        related_module: str | None = None,
        related_id: str | None = None,
        file_path: str | None = None,
    ) -> tuple[DocumentUpload, ...]:
        """The stored files, newest first; None means all."""
        params = {
            "doc_type": doc_type,
            "related_module": related_module,
            "related_id": related_id,
            "file_path": file_path,
        }
        with self._database.read() as statements:
            rows = statements.rows("rows/documents/list", params)
        return tuple(DocumentUpload(**row) for row in rows)
