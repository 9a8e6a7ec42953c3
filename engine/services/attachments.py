"""Papers beside records: attached, listed, read, corrected, versioned, put aside."""

from collections.abc import Sequence

from engine.processing.attachments.history import Link
from engine.processing.intake import Content
from engine.records import Attachment, PaperFields
from engine.records.uploads import DocumentType
from engine.services.rooms import Rooms
from engine.store import AttachmentPage, AttachmentQuery


class Attaching(Rooms):
    """What can be done with attached papers."""

    def attachments(self, query: AttachmentQuery) -> AttachmentPage:
        """One page of the papers that fit; the newest version of each."""
        return self.store.attachments.list(query)

    def attachments_of(
        self, related_module: str, related_ids: Sequence[str]
    ) -> tuple[Attachment, ...]:
        """The papers that belong to one of these records, the newest first."""
        query = AttachmentQuery(
            related_module=related_module, related_ids=tuple(related_ids), per_page=200
        )
        return tuple(found.attachment for found in self.store.attachments.list(query).rows)

    def attachment_counts(self) -> dict[str, int]:
        """How many papers there are of each type."""
        return self.store.attachments.counts()

    def attachment(self, document_id: str) -> Attachment:
        """One version of a paper with its fields and history, deleted ones too."""
        paper = self.store.attachments.get(document_id)
        self._sightings.note("opened", document_id, by=self._name(None))
        return paper

    def attachment_versions(self, document_id: str) -> tuple[Attachment, ...]:
        """All versions of a paper, the newest first, whichever is named."""
        return self.store.attachments.versions(self.store.attachments.get(document_id).series_id)

    def attach(
        self,
        file_name: str,
        content: Content,
        *,
        doc_type: DocumentType = "Other",
        link: Link = None,
        password: str | None = None,
        by: str | None = None,
    ) -> Attachment:
        """Keep a file beside a record, or beside none yet, and have it read in the background.

        Raises:
            FileRefusedError: the bytes cannot be read as a document.
            AttachedAlreadyError: the record has the same bytes already.
            NotFoundError: there is no such record.
        """
        paper = self._reception.attach(
            file_name,
            content,
            doc_type=doc_type,
            link=link,
            by=self._name(by),
            password=password,
        )
        self.paper_clerk.read(paper.id, password)
        return paper

    def replace_attachment(
        self,
        document_id: str,
        file_name: str,
        content: Content,
        *,
        row_version: int | None = None,
        password: str | None = None,
        by: str | None = None,
    ) -> Attachment:
        """Keep a newer version of a paper; the earlier ones stay. Raises as ``attach`` does."""
        paper = self._reception.replace(
            document_id,
            file_name,
            content,
            by=self._name(by),
            row_version=row_version,
            password=password,
        )
        self.paper_clerk.read(paper.id, password)
        return paper

    def wait_for_attachment(self, document_id: str, timeout_seconds: float) -> Attachment:
        """The paper once it was read, or after ``timeout_seconds``."""
        self.paper_clerk.wait(document_id, timeout_seconds)
        return self.store.attachments.get(document_id)

    def read_attachment_again(
        self, document_id: str, password: str | None = None, *, by: str | None = None
    ) -> Attachment:
        """Have a paper read once more that is not confirmed."""
        paper = self._attachment_desk.read_again(document_id, by=self._name(by))
        self.paper_clerk.read(document_id, password)
        return paper

    def change_attachment(
        self,
        document_id: str,
        *,
        row_version: int,
        doc_type: DocumentType | None = None,
        file_name: str | None = None,
        by: str | None = None,
    ) -> Attachment:
        """Say what a paper is, or call it by another name."""
        return self._attachment_desk.change(
            document_id,
            by=self._name(by),
            row_version=row_version,
            doc_type=doc_type,
            file_name=file_name,
        )

    def link_attachment(
        self,
        document_id: str,
        related_module: str,
        related_id: str,
        *,
        row_version: int | None = None,
        by: str | None = None,
    ) -> Attachment:
        """Let a paper belong to a record."""
        link = (related_module, related_id)
        return self._attachment_desk.link(
            document_id, link, by=self._name(by), row_version=row_version
        )

    def unlink_attachment(
        self, document_id: str, *, row_version: int | None = None, by: str | None = None
    ) -> Attachment:
        """Let a paper belong to no record."""
        return self._attachment_desk.link(
            document_id, None, by=self._name(by), row_version=row_version
        )

    def confirm_attachment(
        self,
        document_id: str,
        fields: PaperFields | None = None,
        *,
        row_version: int | None = None,
        by: str | None = None,
    ) -> Attachment:
        """Save a paper's fields as right, as they were read or as ``fields`` has them."""
        return self._attachment_desk.confirm(
            document_id, fields, by=self._name(by), row_version=row_version
        )

    def delete_attachment(
        self, document_id: str, *, row_version: int | None = None, by: str | None = None
    ) -> Attachment:
        """Put a paper aside that belongs to no record; ``restore_attachment`` brings it back."""
        return self._attachment_desk.delete(document_id, by=self._name(by), row_version=row_version)

    def restore_attachment(self, document_id: str, *, by: str | None = None) -> Attachment:
        """Bring a deleted paper back."""
        return self._attachment_desk.restore(document_id, by=self._name(by))
