"""Where newer readings are asked for, compared with what rows say, accepted, and taken back.

Each row is one transaction: the record with its history, the summary columns, the status, and what
it was before.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import msgspec

from engine.errors import (
    InvalidInputError,
    MatchbookError,
    StaleVersionError,
    WrongStateError,
)
from engine.processing.carried_over import READING_TAKEN_BACK
from engine.processing.newer_readings.comparing import Document
from engine.processing.newer_readings.side_by_side import Comparison, compare, three_records
from engine.processing.period_locks import refuse_edit
from engine.processing.pipeline import READER, confidence_of
from engine.processing.reading_version import reading_version
from engine.processing.rows import UploadRow, table_of
from engine.processing.workflow import sources_of
from engine.records import InvoiceDocument, append_entry
from engine.records.uploads import UploadStatus
from engine.store import Store
from engine.store.database import Statements
from engine.store.newer_readings import Earlier, NewerReading, ReadingLine

READ_ANEW: Final = "read anew"
"""The action of a history by which a newer reading was accepted."""

_READ: Final[tuple[UploadStatus, ...]] = ("completed", "partial", "confirmed")


@dataclass(frozen=True, slots=True)
class Left:
    """A file that is left as it is, and why."""

    upload_id: str
    file_name: str
    reason: str


@dataclass(frozen=True, slots=True)
class AcceptPreview:
    """What accepting would do: nothing is changed yet."""

    possible: tuple[Comparison, ...]
    left: tuple[Left, ...]


@dataclass(frozen=True, slots=True)
class AcceptResult:
    """What was done in one step; ``batch_id`` takes it back, None where nothing was done."""

    batch_id: str | None
    done: tuple[str, ...]
    left: tuple[Left, ...]


class ReadingDesk:
    """Newer readings of the uploads of ``store``; ``on_changed`` is told of each accepted one."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], dt.datetime],
        on_changed: Callable[[str], None],
    ) -> None:
        self._store, self._clock, self._on_changed = store, clock, on_changed
        self._compared: tuple[tuple[int, int], dict[str, Comparison]] = ((-1, -1), {})

    def ask(self, upload_ids: Sequence[str], *, by: str) -> tuple[str, ...]:
        """Note that files are to be read anew; those that wait already are not asked for again.

        Raises:
            NotFoundError: there is no such upload.
            WrongStateError: one of them was not read, or is rejected.
        """
        for upload_id in upload_ids:
            status = table_of(self._store, upload_id)[0].state(upload_id).status
            if status not in _READ:
                raise WrongStateError("read anew and compare", status, _READ)
        waiting = {line.upload_id for line in self._store.newer_readings.lines("waiting")}
        asked = tuple(u for u in dict.fromkeys(upload_ids) if u not in waiting)
        self._store.newer_readings.ask(asked, reading_version(), by=by)
        return asked

    def compare(self, upload_id: str) -> Comparison:
        """What the row says beside the newer reading; worked out once while nothing is written.

        Raises:
            NotFoundError: there is no such upload, or it was not read anew.
        """
        now = (self._store.version(), self._store.newer_readings.version)
        if self._compared[0] != now:
            self._compared = (now, {})
        known = self._compared[1]
        if upload_id not in known:
            row, reading = self._both(upload_id)
            known[upload_id] = compare(self._store, row, reading)
        return known[upload_id]

    def preview(self, upload_ids: Iterable[str] | None, *, only_better: bool) -> AcceptPreview:
        """What accepting the readings would do; None means all that are ready.

        With ``only_better`` those stay out that a person should look at.
        """
        if upload_ids is None:
            upload_ids = [line.upload_id for line in self._store.newer_readings.lines("ready")]
        possible, left = [], []
        for upload_id in dict.fromkeys(upload_ids):
            try:
                found = self.compare(upload_id)
            except MatchbookError as error:
                left.append(Left(upload_id, upload_id, str(error)))
                continue
            if found.why_not:
                left.append(Left(upload_id, found.file_name, found.why_not))
            elif only_better and found.verdict == "look":
                left.append(Left(upload_id, found.file_name, " ".join(found.reasons)))
            else:
                possible.append(found)
        return AcceptPreview(tuple(possible), tuple(left))

    def accept(self, wanted: AcceptPreview, *, by: str) -> AcceptResult:
        """Make the readings that were looked at what their rows say.

        A row that somebody saved since the preview is left as it is and told.
        """
        batch_id = str(uuid.uuid4())
        steps = [
            (found.upload_id, found.file_name, partial(self._accept, found, batch_id, by))
            for found in wanted.possible
        ]
        return self._each(batch_id, steps, wanted.left)

    def take_back(self, batch_id: str, *, by: str) -> AcceptResult:
        """Make the rows of one step what they were before it, where nobody went on from it.

        Raises:
            InvalidInputError: there is no such step, or it was taken back.
        """
        lines = self._store.newer_readings.lines("accepted", batch_id)
        if not lines:
            raise InvalidInputError("There is no such step that could be taken back.")
        name = self._store.documents.get
        steps = [
            (line.upload_id, name(line.upload_id).file_name, partial(self._take_back, line, by))
            for line in lines
        ]
        return self._each(batch_id, steps, ())

    def set_aside(self, upload_ids: Iterable[str]) -> None:
        """Say that readings are not wanted.

        Raises:
            NotFoundError: one of them is not there.
        """
        for upload_id in upload_ids:
            self._store.newer_readings.set_aside(upload_id)

    def _both(self, upload_id: str) -> tuple[UploadRow, NewerReading]:
        table, kind = table_of(self._store, upload_id)
        return table.get(upload_id), self._store.newer_readings.get(upload_id, kind)

    def _accept(self, wanted: Comparison, batch_id: str, by: str) -> None:
        row, reading = self._both(wanted.upload_id)
        if row.row_version != wanted.row_version:
            raise StaleVersionError(f"“{row.file_name}”", wanted.row_version, row.row_version)
        old, read, new = three_records(self._store, row, reading)
        refuse_edit(self._store, old, new)
        if row.status not in sources_of("edit"):
            raise WrongStateError("change", row.status, sources_of("edit"))
        now = self._clock()
        versions = (old.processing_info.engine_version, new.processing_info.engine_version)
        trail = append_entry(
            old.audit_trail, at=now, by=by, action=READ_ANEW, before=versions[0], after=versions[1]
        )
        said = read.audit_trail[-1].after if read.audit_trail else None
        trail = append_entry(trail, at=now, by=READER, action="read", after=said)
        earlier = Earlier(document=old, status=row.status, confidence=row.confidence_score)
        self._save(
            row,
            msgspec.structs.replace(new, audit_trail=trail),
            reading.status or row.status,
            confidence_of(new),
            self._store.newer_readings.accepting(
                row.upload_id,
                earlier,
                batch_id=batch_id,
                accepted_version=row.row_version + 1,
                by=by,
            ),
        )

    def _take_back(self, line: ReadingLine, by: str) -> None:
        row, reading = self._both(line.upload_id)
        earlier, now = reading.earlier, row.document
        if earlier is None or now is None or row.row_version != line.accepted_version:
            version = line.accepted_version or 0
            raise StaleVersionError(f"“{row.file_name}”", version, row.row_version)
        trail = append_entry(
            now.audit_trail,
            at=self._clock(),
            by=by,
            action=READING_TAKEN_BACK,
            before=now.processing_info.engine_version,
            after=earlier.document.processing_info.engine_version,
        )
        restored = msgspec.structs.replace(earlier.document, audit_trail=trail)
        refuse_edit(self._store, now, restored)
        note = self._store.newer_readings.taking_back(row.upload_id)
        self._save(row, restored, earlier.status, earlier.confidence, note)

    def _save(
        self,
        row: UploadRow,
        document: Document,
        status: UploadStatus,
        confidence: float | None,
        also: Callable[[Statements], None],
    ) -> None:
        if isinstance(document, InvoiceDocument):
            self._store.invoices.save_document(
                row.upload_id,
                document,
                row_version=row.row_version,
                status=status,
                confidence_score=confidence,
                also=also,
            )
        else:
            self._store.bank.save_document(
                row.upload_id,
                document,
                row_version=row.row_version,
                status=status,
                confidence_score=confidence,
                also=also,
            )
        self._store.newer_readings.changed()
        self._on_changed(row.upload_id)

    def _each(
        self,
        batch_id: str,
        steps: Sequence[tuple[str, str, Callable[[], None]]],
        left: Sequence[Left],
    ) -> AcceptResult:
        """Do the steps one by one: one that cannot be done never stops the others."""
        done, not_done = [], list(left)
        for upload_id, file_name, act in steps:
            try:
                act()
            except MatchbookError as error:
                not_done.append(Left(upload_id, file_name, str(error)))
            else:
                done.append(upload_id)
        return AcceptResult(batch_id if done else None, tuple(done), tuple(not_done))
