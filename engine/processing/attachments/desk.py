"""Where people's words about attached papers become rows: each is one transaction with its entry.

A paper that belongs to a record is not deleted, one that is replaced is not changed, and no file is
ever removed here.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

import msgspec
from msgspec.structs import replace

from engine.errors import (
    AttachedAlreadyError,
    AttachmentInUseError,
    NotFoundError,
    ReplacedError,
    WrongStateError,
)
from engine.processing.attachments.history import Link, PaperHistory, link_of, named
from engine.processing.attachments.targets import require_target
from engine.records import (
    PAPER_FIELDS,
    Attachment,
    AttachmentDocument,
    PaperFields,
    Provenance,
    check_record,
)
from engine.records.uploads import DocumentType
from engine.store import Store, clean_file_name

_READ = ("completed", "partial", "failed", "confirmed")


class AttachmentDesk:
    """What can be said of the papers of ``store``."""

    def __init__(self, store: Store, clock: Callable[[], dt.datetime]) -> None:
        self._store, self._clock = store, clock
        self._history = PaperHistory(clock)

    def change(
        self,
        document_id: str,
        *,
        by: str,
        row_version: int,
        doc_type: DocumentType | None = None,
        file_name: str | None = None,
    ) -> Attachment:
        """Say what a paper is, or call it by another name.

        Raises:
            ReplacedError, NotFoundError, StaleVersionError, InvalidInputError
        """
        name = None if file_name is None else clean_file_name(file_name)

        def changed(paper: Attachment) -> dict[str, Any]:
            usable(paper)
            trail = paper.document.audit_trail
            changes: dict[str, Any] = {}
            for field, value in (("doc_type", doc_type), ("file_name", name)):
                before = getattr(paper, field)
                if value is not None and value != before:
                    changes[field] = value
                    trail = self._history.entry(trail, by, "edit", field, before, value)
            return {**changes, "document": replace(paper.document, audit_trail=trail)}

        return self._store.attachments.change(document_id, changed, row_version=row_version)

    def link(
        self, document_id: str, link: Link, *, by: str, row_version: int | None = None
    ) -> Attachment:
        """Attach a paper to a record, or to none.

        Raises:
            AttachedAlreadyError: the record has a paper of the same bytes.
            ReplacedError, NotFoundError, StaleVersionError, InvalidInputError
        """
        if link is not None:
            require_target(self._store, *link)
            paper = self._store.attachments.get(document_id)
            same = self._store.attachments.same_bytes(paper.file_hash, *link)
            if same is not None and same["document_id"] != document_id:
                raise AttachedAlreadyError(paper.file_name, same["document_id"], same["file_name"])

        def linked(paper: Attachment) -> dict[str, Any]:
            usable(paper)
            module, record = link or (None, None)
            action = "link" if link else "unlink"
            before, after = named(link_of(paper)), named(link)
            return {
                "related_module": module,
                "related_id": record,
                **self._history.noted(paper, by, action, before, after),
            }

        return self._store.attachments.change(document_id, linked, row_version=row_version)

    def confirm(
        self,
        document_id: str,
        fields: PaperFields | None,
        *,
        by: str,
        row_version: int | None = None,
    ) -> Attachment:
        """Say that the fields are right, as they were read or as ``fields`` has them.

        Raises:
            WrongStateError: it was not read yet.
            RecordInvalidError: a field cannot be stored.
            ReplacedError, NotFoundError, StaleVersionError
        """
        if fields is not None:
            check_record(fields)

        def confirmed(paper: Attachment) -> dict[str, Any]:
            usable(paper)
            if paper.status not in _READ:
                raise WrongStateError("confirm", paper.status, _READ)
            document = self._corrected(paper.document, fields or paper.document.fields, by)
            trail = self._history.entry(document.audit_trail, by, "confirm", before=paper.status)
            return {
                "status": "confirmed",
                "error_message": None,
                "document": replace(document, audit_trail=trail),
            }

        return self._store.attachments.change(document_id, confirmed, row_version=row_version)

    def read_again(self, document_id: str, *, by: str) -> Attachment:
        """Make a paper pending again; what a person confirmed stays.

        Raises:
            WrongStateError: it is confirmed, or not read yet.
            ReplacedError, NotFoundError
        """
        allowed = ("completed", "partial", "failed")

        def again(paper: Attachment) -> dict[str, Any]:
            usable(paper)
            if paper.status not in allowed:
                raise WrongStateError("read again", paper.status, allowed)
            return {
                "status": "pending",
                "error_message": None,
                **self._history.noted(paper, by, "retry", paper.status, "pending"),
            }

        return self._store.attachments.change(document_id, again)

    def delete(self, document_id: str, *, by: str, row_version: int | None = None) -> Attachment:
        """Put a paper that belongs to no record aside; ``restore`` brings it back.

        Raises:
            AttachmentInUseError: it belongs to a record.
            ReplacedError, NotFoundError, StaleVersionError
        """

        def deleted(paper: Attachment) -> dict[str, Any]:
            usable(paper)
            if paper.related_id is not None:
                raise AttachmentInUseError(
                    paper.file_name,
                    f"it belongs to {named(link_of(paper))}",
                    "Take it from its record first.",
                )
            return {
                "deleted_at": self._clock(),
                "deleted_by": by,
                **self._history.noted(paper, by, "delete"),
            }

        return self._store.attachments.change(document_id, deleted, row_version=row_version)

    def restore(self, document_id: str, *, by: str) -> Attachment:
        """Bring a deleted paper back.

        Raises:
            NotFoundError: there is none that is deleted.
        """

        def restored(paper: Attachment) -> dict[str, Any]:
            if paper.deleted_at is None:
                raise NotFoundError("deleted attachment", document_id)
            return {
                "deleted_at": None,
                "deleted_by": None,
                **self._history.noted(paper, by, "restore"),
            }

        return self._store.attachments.change(document_id, restored)

    def _corrected(
        self, document: AttachmentDocument, fields: PaperFields, by: str
    ) -> AttachmentDocument:
        trail, places = document.audit_trail, dict(document.provenance)
        for name in PAPER_FIELDS:
            before, after = getattr(document.fields, name), getattr(fields, name)
            if before == after:
                continue
            trail = self._history.entry(trail, by, "edit", name, _text(before), _text(after))
            places[name] = _by_person(places.get(name))
        return replace(document, fields=fields, provenance=places, audit_trail=trail)


def usable(paper: Attachment) -> Attachment:
    """``paper``, which can be changed.

    Raises:
        NotFoundError: it is deleted.
        ReplacedError: it has a newer version.
    """
    if paper.deleted_at is not None:
        raise NotFoundError("attachment", paper.id)
    if paper.replaced_by is not None:
        raise ReplacedError(paper.file_name, paper.replaced_by)
    return paper


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _by_person(place: Provenance | None) -> Provenance:
    blank = Provenance(page=None, bbox=None, text=None, confidence=1.0, source="user")
    return blank if place is None else msgspec.structs.replace(place, confidence=1.0, source="user")
