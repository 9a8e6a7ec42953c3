"""What an upload is before it is a row, and the columns that it fills in two tables."""

import datetime as dt
from dataclasses import dataclass

from engine.records.uploads import UploadKind
from engine.store.database import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUpload:
    """A stored file about to become a row. ``file_path`` is as the file store gave it."""

    upload_id: str
    file_name: str
    file_path: str
    file_hash: str
    file_size: int
    mime_type: str
    pages_total: int | None
    upload_by: str
    doc_type: str


def document_columns(new: NewUpload, file_name: str, kind: UploadKind, now: dt.datetime) -> Row:
    """Its row in ``document_uploads``; ``file_name`` is the cleaned one."""
    return {
        "id": new.upload_id,
        "file_name": file_name,
        "file_path": new.file_path,
        "doc_type": new.doc_type,
        "related_module": kind,
        "related_id": new.upload_id,
        "upload_by": new.upload_by,
        "upload_at": now,
        "file_hash": new.file_hash,
        "file_size": new.file_size,
        "mime_type": new.mime_type,
    }


def upload_columns(new: NewUpload, file_name: str, now: dt.datetime) -> Row:
    """Its pending row in the upload table; ``file_name`` is the cleaned one."""
    return {
        "upload_id": new.upload_id,
        "file_name": file_name,
        "file_path": new.file_path,
        "file_hash": new.file_hash,
        "file_size": new.file_size,
        "pages_total": new.pages_total,
        "mime_type": new.mime_type,
        "upload_timestamp": now,
    }
