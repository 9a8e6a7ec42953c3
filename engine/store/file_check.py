"""Whether the stored files are those that the rows speak of."""

from dataclasses import dataclass
from typing import Literal

from engine.errors import FileChangedError, FileMissingError
from engine.records import DocumentUpload
from engine.store.documents import Documents
from engine.store.filing import Files

FileFault = Literal["missing", "changed", "orphaned"]


@dataclass(frozen=True, slots=True)
class FileFinding:
    """One file that is not as it should be.

    ``file_path`` is inside the place of files; ``document_id`` is the row that speaks of it, None
    for an orphan, which no row speaks of.
    """

    fault: FileFault
    file_path: str
    document_id: str | None


def check_files(documents: Documents, files: Files) -> tuple[FileFinding, ...]:
    """Read every stored file where it is kept and compare it with its row.

    Raises:
        FilesAwayError: the storage does not answer.
    """
    findings, known = [], set()
    for document in documents.list():
        known.add(document.file_path)
        fault = _fault_of(document, files)
        if fault is not None:
            findings.append(FileFinding(fault, document.file_path, document.id))
    for name in files.names():
        if name not in known:
            findings.append(FileFinding("orphaned", name, None))
    return tuple(findings)


def _fault_of(document: DocumentUpload, files: Files) -> FileFault | None:
    try:
        files.verify(document.file_path, document.file_hash)
    except FileChangedError:
        return "changed"
    except FileMissingError:
        return "missing"
    return None
