"""Files coming in: taken, watched while they are read, read again, removed."""

import contextlib
from typing import Final, Literal

from engine.errors import DuplicateUploadError, WrongStateError
from engine.processing.intake import Content, KindChoice, Receipt
from engine.processing.progress import Progress
from engine.processing.removal import delete_upload, remove_upload
from engine.processing.workflow import next_status
from engine.records.uploads import UploadKind
from engine.services.rooms import Rooms

SAMPLE_SUFFIXES: Final = frozenset(
    {".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".xml", ".csv", ".xlsx", ".sta", ".ofx"}
)


class Arrivals(Rooms):
    """What can be done with a file as such."""

    def upload(
        self,
        file_name: str,
        content: Content,
        *,
        kind: KindChoice = "auto",
        by: str | None = None,
        password: str | None = None,
    ) -> Receipt:
        """Take a file in and have it read in the background.

        Raises:
            FileRefusedError: the bytes cannot be read as a document.
            DuplicateUploadError: the same bytes are here already.
            QueueFullError: too many uploads wait already.
        """
        self.runner.refuse_when_full(self.settings.max_waiting_uploads)
        receipt = self._intake.accept(
            file_name, content, kind=kind, by=self._name(by), password=password
        )
        self.runner.enqueue(receipt.upload_id, password, is_kind_sure=receipt.is_kind_sure)
        return receipt

    def load_samples(self) -> list[Receipt]:
        """Take in the sample documents that are not here yet."""
        receipts = []
        for path in sorted(self.settings.samples_dir.rglob("*")):
            if path.suffix.lower() in SAMPLE_SUFFIXES:
                with contextlib.suppress(DuplicateUploadError):
                    receipts.append(self.upload(path.name, path))
        return receipts

    def progress(self, upload_id: str) -> Progress:
        """How far the reading of an upload is."""
        return self.runner.progress(upload_id)

    def wait(self, upload_id: str, timeout_seconds: float) -> Progress:
        """Progress once the upload is read, or after ``timeout_seconds``."""
        return self.runner.wait(upload_id, timeout_seconds)

    def cancel(self, upload_id: str) -> None:
        """Stop reading an upload."""
        self.runner.cancel(upload_id)

    def retry(self, upload_id: str, password: str | None = None, *, by: str | None = None) -> None:
        """Read a failed, partly read or rejected upload once more."""
        with self._word():
            self._desk.decide(upload_id, "retry", by=self._name(by))
        self.runner.enqueue(upload_id, password)

    def read_anew(self, upload_id: str, *, by: str | None = None) -> None:
        """Read an upload with today's engine; what people said of it is carried over.

        Raises:
            WrongStateError: it is being read, or confirmed: reopen it first.
        """
        with self._word():
            self._desk.decide(upload_id, "read anew", by=self._name(by))
        self.runner.enqueue(upload_id)

    def change_kind(self, upload_id: str, kind: UploadKind) -> None:
        """Make invoices a statement or the other way round, and read the file as that."""
        if self.store.find(upload_id) == kind:
            return
        self._cancel_if_running(upload_id)
        next_status("change the kind of", self.progress(upload_id).status)
        self.store.move_upload(upload_id, kind)
        self.runner.enqueue(upload_id)

    def delete(self, upload_id: str, *, by: str | None = None) -> None:
        """Put an upload into the bin; ``restore`` brings it back as it was.

        One that is being read is cancelled first.

        Raises:
            WrongStateError: it is confirmed.
            UploadInUseError: a reconciliation draws on it.
        """
        self._cancel_if_running(upload_id)
        with self._word():
            delete_upload(self.store, upload_id, by=self._name(by))
        self._note("deleted", upload_id, by)

    def restore(self, upload_id: str) -> None:
        """Bring an upload back from the bin.

        Raises:
            NotFoundError: it is not there.
        """
        with self._word():
            self.store.deletions.restore(upload_id)
        self._note("restored", upload_id, None)

    def remove(self, upload_id: str) -> None:
        """Remove an upload of the bin for good, its file and all that was read from it.

        Raises:
            NotFoundError: it is not in the bin.
        """
        name = self.store.documents.get(upload_id).file_name
        with self._word():
            remove_upload(self.store, self._caches, upload_id)
        self.store.access_log.add("purged", f"{upload_id} {name}", by=self._name(None))

    def _note(self, action: Literal["deleted", "restored"], upload_id: str, by: str | None) -> None:
        name = self.store.documents.get(upload_id).file_name
        self.store.access_log.add(action, f"{upload_id} {name}", by=self._name(by))

    def _cancel_if_running(self, upload_id: str) -> None:
        if self.progress(upload_id).is_running:
            with contextlib.suppress(WrongStateError):  # it was finished meanwhile
                self.runner.cancel(upload_id)
