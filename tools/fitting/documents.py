"""Documents with their truth, and their pages, which are read once and kept."""

import hashlib
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec

from engine.extraction.invoices.extract import joint_sheet, look_at, looks_of, split_pages
from engine.extraction.invoices.sheet.layout import Sheet
from engine.reading.document import Limits, ReadOptions, inspect_document
from engine.reading.page import Page
from engine.reading.reader import plan_jobs, read_pages

_FILES: Final = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")
_PAGES: Final = msgspec.json.Decoder(list[Page])


@dataclass(frozen=True, slots=True)
class Document:
    """A file and what is true of it. ``source`` is the folder that it lies in.

    ``origin`` is the collection, the folder above; ``group`` the vendor or template.
    """

    path: Path
    origin: str
    source: str
    group: str
    truth: dict[str, Any]

    @property
    def is_generated(self) -> bool:
        """Whether ``tools.training`` made it."""
        return self.truth.get("source") == "tools.training"


def documents_in(folders: Sequence[Path]) -> Iterator[Document]:
    """The documents of collections: FOLDER/<source>/<document>.json beside its file."""
    for folder in folders:
        for place in sorted(folder.glob("*/*.json")):
            truth = json.loads(place.read_text("utf-8"))
            path = next((p for s in _FILES if (p := place.with_suffix(s)).exists()), None)
            if path is not None and isinstance(truth, dict) and truth.get("invoices"):
                source = f"{folder.name}/{place.parent.name}"
                group = str(truth.get("vendor_group") or place.stem).casefold()
                yield Document(path, folder.name, source, group, truth)


def pages_of(path: Path, cache: Path, password: str | None = None) -> list[Page]:
    """The pages of a file, from ``cache`` where they were read before."""
    place = cache / f"{hashlib.sha256(path.read_bytes()).hexdigest()}.json"
    if place.exists():
        return _PAGES.decode(place.read_bytes())
    facts = inspect_document(path, path.name, password=password, limits=Limits())
    jobs = plan_jobs(path, facts, ReadOptions(), password=password)
    pages = [read.page for job in jobs for read in read_pages(job) if read.page]
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=cache, delete=False) as file:
        file.write(msgspec.json.encode(pages))
    Path(file.name).replace(place)
    return pages


def sheets_of(document: Document, cache: Path) -> list[Sheet]:
    """The sheet of each invoice that the file is cut into."""
    pages = pages_of(document.path, cache)
    groups = split_pages([look for page in pages for look in look_at(page)])
    return [joint_sheet(looks_of(group)) for group in groups]


def credits_of(truth: Mapping[str, Any]) -> list[bool]:
    """For each invoice of a truth whether it gives money back."""
    every = truth.get("document_type") in ("credit_note", "correction")
    some = truth.get("credit_note_invoices") or []
    return [every or index in some for index in range(len(truth["invoices"]))]
