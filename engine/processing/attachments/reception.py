"""New papers, and newer versions of papers: files that are stored and wait to be read."""

import datetime as dt
import uuid
from collections.abc import Callable

from engine.errors import AttachedAlreadyError, StaleVersionError
from engine.processing.attachments.desk import usable
from engine.processing.attachments.history import Link, PaperHistory, Trail, link_of
from engine.processing.attachments.targets import require_target
from engine.processing.intake import Arrival, Content, Intake
from engine.records import Attachment, AttachmentDocument, DocumentUpload
from engine.records.uploads import DocumentType
from engine.store import Store


class PaperReception:
    """Where papers come into ``store``; ``intake`` looks at their files."""

    def __init__(self, store: Store, intake: Intake, clock: Callable[[], dt.datetime]) -> None:
        self._store, self._intake, self._clock = store, intake, clock
        self._history = PaperHistory(clock)

    def attach(
        self,
        file_name: str,
        content: Content,
        *,
        doc_type: DocumentType,
        link: Link,
        by: str,
        password: str | None = None,
    ) -> Attachment:
        """Store a file as a paper of that type, to be read.

        Raises:
            FileRefusedError: the bytes are no document that can be read.
            AttachedAlreadyError: the same record has the same bytes already.
            NotFoundError: there is no such record.
        """
        if link is not None:
            require_target(self._store, *link)
        with self._intake.received(file_name, content, password=password) as (arrival, facts):
            self._refuse_same(arrival, link)
            file = self._stored(arrival, facts.mime_type, doc_type, link, by)
        entry = self._history.entry((), by, "attach", after=file.file_name)
        return self._inserted(file, entry)

    def replace(
        self,
        document_id: str,
        file_name: str,
        content: Content,
        *,
        by: str,
        row_version: int | None = None,
        password: str | None = None,
    ) -> Attachment:
        """Store a newer version of a paper; the one before keeps its row and its file.

        Raises:
            ReplacedError: it has a newer version already.
            FileRefusedError, AttachedAlreadyError, NotFoundError, StaleVersionError
        """
        before = usable(self._store.attachments.get(document_id))
        if row_version is not None and before.row_version != row_version:
            raise StaleVersionError(f"“{before.file_name}”", row_version, before.row_version)
        link = link_of(before)
        with self._intake.received(file_name, content, password=password) as (arrival, facts):
            self._refuse_same(arrival, link)
            file = self._stored(arrival, facts.mime_type, before.doc_type, link, by)
        name, after = before.file_name, file.file_name
        entry = self._history.entry((), by, "replace", before=name, after=after)
        return self._inserted(file, entry, before)

    def _inserted(
        self, file: DocumentUpload, trail: Trail, replaced: Attachment | None = None
    ) -> Attachment:
        """Its row; without one no file stays either."""
        document = AttachmentDocument(document_id=file.id, audit_trail=trail)
        try:
            return self._store.attachments.insert(file, document, replaced)
        except BaseException:
            if not self._store.documents.list(file_path=file.file_path):
                self._store.files.remove(file.file_path)
            raise

    def _refuse_same(self, arrival: Arrival, link: Link) -> None:
        module, record = link or (None, None)
        same = self._store.attachments.same_bytes(arrival.file_hash, module, record)
        if same is not None:
            raise AttachedAlreadyError(arrival.file_name, same["document_id"], same["file_name"])

    def _stored(
        self, arrival: Arrival, mime_type: str, doc_type: DocumentType, link: Link, by: str
    ) -> DocumentUpload:
        now = self._clock()
        kept = self._store.files.save(
            arrival.path, doc_type, day=now.date(), file_name=arrival.file_name
        )
        module, record = link or (None, None)
        return DocumentUpload(
            id=str(uuid.uuid4()),
            file_name=arrival.file_name,
            file_path=kept.path_relative,
            doc_type=doc_type,
            related_module=module,
            related_id=record,
            upload_by=by,
            upload_at=now,
            file_hash=kept.file_hash,
            file_size=kept.file_size,
            mime_type=mime_type,
        )
