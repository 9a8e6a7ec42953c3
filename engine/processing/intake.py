"""Takes a file in: looks at the bytes, refuses what cannot be read, stores the rest as one row.

The name that a person gave is metadata only: it never becomes a path.
"""

import datetime as dt
import hashlib
import logging
import tempfile
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final, Literal, TypeAlias

from engine.errors import DamagedFileError, EmptyFileError, FileTooLargeError
from engine.processing.executor import TaskFailedError, WorkerLostError
from engine.processing.kind_guess import kind_of_name
from engine.processing.leftovers import CONTENT, clear_leftovers
from engine.processing.tasks import Inspection, InspectTask, inspect
from engine.reading.document import DocumentFacts, Limits
from engine.records.uploads import UploadKind
from engine.store import NewUpload, Store, clean_file_name, duplicate, folder_explained

log = logging.getLogger(__name__)

Content: TypeAlias = bytes | BinaryIO | Path
KindChoice: TypeAlias = Literal["auto", "invoice", "bank"]

_CHUNK_BYTES: Final = 1 << 20
_DOC_TYPES: Final = {"invoice": "Invoice", "bank": "Bank Statement"}


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of an uploaded file. ``duplicate_of`` is an earlier upload of the same bytes.

    ``is_kind_sure`` is False when nobody said what the file is and its words do not tell yet.
    """

    upload_id: str
    kind: UploadKind
    file_name: str
    duplicate_of: str | None = None
    is_kind_sure: bool = True


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file on its way in: where its bytes are for now, and what they are."""

    path: Path
    file_name: str
    file_hash: str
    file_size: int


class Intake:
    """The only way by which files come into ``store``.

    Args:
        store: where rows and files go.
        spool_dir: folder for the bytes while they are looked at.
        limits: what a document may have at most.
        max_bytes: largest file that is taken.
        executor: where files are looked at: broken ones may end the process that does.
        clock: the time now, UTC.
    """

    def __init__(
        self,
        store: Store,
        spool_dir: Path,
        limits: Limits,
        max_bytes: int,
        executor: Executor,
        clock: Callable[[], dt.datetime],
    ) -> None:
        self._store = store
        self._spool_dir = spool_dir
        self._limits = limits
        self._max_bytes = max_bytes
        self._executor = executor
        self._clock = clock
        clear_leftovers(spool_dir, store)

    def accept(
        self, file_name: str, content: Content, *, kind: KindChoice, by: str, password: str | None
    ) -> Receipt:
        """Store the file and insert its pending row.

        Raises:
            FileRefusedError: the bytes are no document that can be read.
            DuplicateUploadError: the same bytes are here already.
            DiskFullError, FolderUnusableError: it cannot be put anywhere.
        """
        name = clean_file_name(file_name)
        with self._spool_folder() as folder:
            arrival = self._spool(name, content, folder / CONTENT)
            self._refuse_duplicate(arrival)
            found = self._inspect(arrival, is_kind_asked=kind == "auto", password=password)
            known = found.kind if kind == "auto" else kind
            upload_id = self._insert(arrival, found.facts, known or kind_of_name(name), by)
        return Receipt(upload_id, known or kind_of_name(name), name, is_kind_sure=bool(known))

    @contextmanager
    def received(
        self, file_name: str, content: Content, *, password: str | None = None
    ) -> Iterator[tuple[Arrival, DocumentFacts]]:
        """A file that was looked at and is no upload yet; its bytes are there until the end.

        Raises:
            FileRefusedError: the bytes are no document that can be read.
            DiskFullError, FolderUnusableError: it cannot be put anywhere.
        """
        name = clean_file_name(file_name)
        with self._spool_folder() as folder:
            arrival = self._spool(name, content, folder / CONTENT)
            found = self._inspect(arrival, is_kind_asked=False, password=password)
            yield arrival, found.facts

    @contextmanager
    def _spool_folder(self) -> Iterator[Path]:
        with folder_explained(self._spool_dir):
            self._spool_dir.mkdir(parents=True, exist_ok=True)
            folder = tempfile.TemporaryDirectory(dir=self._spool_dir)
        with folder as name:
            yield Path(name)

    def _spool(self, file_name: str, content: Content, target: Path) -> Arrival:
        digest, size = hashlib.sha256(), 0
        with (
            _opened(content) as source,
            folder_explained(self._spool_dir),
            target.open("wb") as file,
        ):
            while chunk := source.read(_CHUNK_BYTES):
                size += len(chunk)
                if size > self._max_bytes:
                    raise FileTooLargeError(file_name, size, self._max_bytes)
                digest.update(chunk)
                file.write(chunk)
        if not size:
            raise EmptyFileError(file_name)
        return Arrival(target, file_name, digest.hexdigest(), size)

    def _inspect(
        self, arrival: Arrival, *, is_kind_asked: bool, password: str | None
    ) -> Inspection:
        """What the file is. Where its first words cost the worker, it is looked at without them."""
        task = InspectTask(
            path=str(arrival.path),
            file_name=arrival.file_name,
            limits=self._limits,
            is_kind_asked=is_kind_asked,
            password=password,
        )
        try:
            return self._executor.submit(inspect, task).result()
        except (WorkerLostError, TaskFailedError) as error:
            if is_kind_asked:
                return self._inspect(arrival, is_kind_asked=False, password=password)
            log.warning("a file could not be looked at", exc_info=error)
            raise DamagedFileError(arrival.file_name) from error

    def _refuse_duplicate(self, arrival: Arrival) -> None:
        found = self._store.find_by_hash(arrival.file_hash)
        if found is not None:
            raise duplicate(arrival.file_name, found._asdict())

    def _insert(self, arrival: Arrival, facts: DocumentFacts, kind: UploadKind, by: str) -> str:
        doc_type = _DOC_TYPES[kind]
        stored = self._store.files.save(
            arrival.path, doc_type, day=self._clock().date(), file_name=arrival.file_name
        )
        upload = NewUpload(
            upload_id=str(uuid.uuid4()),
            file_name=arrival.file_name,
            file_path=stored.path_relative,
            file_hash=stored.file_hash,
            file_size=stored.file_size,
            mime_type=facts.mime_type,
            pages_total=facts.pages_total,
            upload_by=by,
            doc_type=doc_type,
        )
        self._store.uploads(kind).insert(upload)
        return upload.upload_id


def _opened(content: Content) -> AbstractContextManager[BinaryIO]:
    if isinstance(content, Path):
        return content.open("rb")
    return nullcontext(BytesIO(content) if isinstance(content, bytes) else content)
