"""Whether the stored files are those that the rows speak of."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from engine.store.documents import Documents

_CHUNK_BYTES: Final = 1 << 20

FileFault = Literal["missing", "changed", "orphaned"]


@dataclass(frozen=True, slots=True)
class FileFinding:
    """One file that is not as it should be.

    ``file_path`` is inside the upload folder; ``document_id`` is the row that speaks of it, None
    for an orphan, which no row speaks of.
    """

    fault: FileFault
    file_path: str
    document_id: str | None


def check_files(documents: Documents, root: Path) -> tuple[FileFinding, ...]:
    """Read every file of the upload folder ``root`` and compare it with its row."""
    findings, known = [], set()
    for document in documents.list():
        known.add(document.file_path)
        path = root / document.file_path
        if not path.is_file():
            findings.append(FileFinding("missing", document.file_path, document.id))
        elif _sha256(path) != document.file_hash:
            findings.append(FileFinding("changed", document.file_path, document.id))
    for path in sorted(root.rglob("*")) if root.is_dir() else ():
        relative = path.relative_to(root).as_posix()
        if path.is_file() and relative not in known:
            findings.append(FileFinding("orphaned", relative, None))
    return tuple(findings)


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()
