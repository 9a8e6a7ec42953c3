"""Rows of an export taken into an installation; what is there already stays as it is."""

import gzip
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from engine.errors import FileMissingError, InvalidInputError, NotFoundError
from engine.records.transfer import (
    ExportLine,
    Head,
    StoredAttachment,
    StoredDeletion,
    StoredDocument,
    StoredInvoices,
    StoredRun,
    StoredStatement,
    read_line,
)
from engine.records.uploads import DocumentUpload
from engine.store import Store, folder_explained


@dataclass(slots=True)
class ImportReport:
    """How many rows came, by kind, and how many were here; what could not come, and why.

    ``files_missing`` are stored files that rows speak of and that are not in the place of files.
    """

    added: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)
    left_out: list[str] = field(default_factory=list)
    files_missing: list[str] = field(default_factory=list)


def import_rows(store: Store, source: Path) -> ImportReport:
    """Take in the rows of an export, packed or not. The same export twice changes nothing.

    Raises:
        RecordInvalidError: a line is none that Matchbook wrote; what stood before it is in.
        InvalidInputError: the file is no export.
    """
    return _Import(store).run(source)


class _Import:
    """One import: documents wait for the rows that they belong to."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._documents: dict[str, DocumentUpload] = {}
        self._added: set[str] = set()
        self._report = ImportReport()

    def run(self, source: Path) -> ImportReport:
        for number, line in enumerate(_lines(source), 1):
            record = read_line(line, number)
            if (number == 1) != isinstance(record, Head):
                raise InvalidInputError(
                    f"{source.name} is no export of Matchbook.", "Its first line is the head."
                )
            self._take(record)
        for document in self._documents.values():
            self._count("document_upload", self._store.transfer.add_document(document))
        return self._report

    def _take(self, record: ExportLine) -> None:
        transfer = self._store.transfer
        if isinstance(record, StoredDocument):
            self._documents[record.row.id] = record.row
        elif isinstance(record, StoredInvoices | StoredStatement):
            self._take_upload(record)
        elif isinstance(record, StoredDeletion):
            if record.upload_id in self._added:
                transfer.add_deletion(record.upload_id, record.deleted_at, record.deleted_by)
                self._count("deleted_upload", True)
        elif isinstance(record, StoredRun):
            try:
                self._count("reconciliation", transfer.add_run(record.row))
            except NotFoundError as error:
                self._report.left_out.append(f"run {record.row.reconciliation_id}: {error}")
        elif isinstance(record, StoredAttachment):
            self._documents.pop(record.row.id, None)
            if self._count("attachment", transfer.add_attachment(record.row)):
                self._look_for(record.row.file_path)

    def _take_upload(self, record: StoredInvoices | StoredStatement) -> None:
        upload = record.row
        document = self._documents.pop(upload.upload_id, None)
        if document is None:
            self._report.left_out.append(f"upload {upload.upload_id}: its file has no line")
            return
        tag = str(record.__struct_config__.tag)
        if self._count(tag, self._store.transfer.add_upload(document, upload)):
            self._added.add(upload.upload_id)
            self._look_for(upload.file_path)

    def _count(self, tag: str, is_added: bool) -> bool:
        (self._report.added if is_added else self._report.known)[tag] += 1
        return is_added

    def _look_for(self, file_path: str) -> None:
        with suppress(FileMissingError):
            self._store.files.open_path(file_path)
            return
        self._report.files_missing.append(file_path)


def _lines(source: Path) -> Iterator[bytes]:
    with folder_explained(source.parent), source.open("rb") as stream:
        is_packed = stream.read(2) == b"\x1f\x8b"
        stream.seek(0)
        opened = cast("BinaryIO", gzip.GzipFile(fileobj=stream)) if is_packed else stream
        try:
            for line in opened:
                if line.strip():
                    yield line
        except (gzip.BadGzipFile, EOFError) as error:
            raise InvalidInputError(f"{source.name} is damaged: {error}.") from error
