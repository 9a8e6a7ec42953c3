"""What workers do for a long file of invoices: one window of its pages at a time.

Like the other tasks they take and give plain bytes; the process between them need not open what
one worker has for another.
"""

import pickle
from dataclasses import dataclass
from typing import Final, Literal

import msgspec

from engine.extraction import Context
from engine.extraction.invoices.grouping.windows import (
    Found,
    Outline,
    Planned,
    extract_planned,
    look_through,
    plan,
)
from engine.processing.kind_guess import kind_of_pages
from engine.processing.page_codec import unpack
from engine.records.uploads import UploadKind

_encoder: Final = msgspec.json.Encoder(decimal_format="number")


@dataclass(frozen=True, slots=True)
class WindowTask:
    """Packed pages that follow each other."""

    pages: tuple[bytes, ...]
    context: Context


@dataclass(frozen=True, slots=True)
class WindowReading:
    """What came of a window: ``outlines`` for ``plan_file``, ``found`` for ``found_from_json``.

    ``sources``, ``engines`` and ``turns`` tell by page number where the words come from, who
    recognised those of scans, and by how many degrees a page was turned.
    """

    outlines: bytes
    found: bytes
    sources: dict[int, str]
    engines: dict[int, str]
    turns: dict[int, Literal[90, 180, 270]]


@dataclass(frozen=True, slots=True)
class RestTask:
    """Invoices that no window had whole, and the packed pages that they are on."""

    planned: tuple[Planned, ...]
    pages: tuple[bytes, ...]
    context: Context


def tell_kind(pages: tuple[bytes, ...]) -> UploadKind | None:
    """The kind that a file's first pages (packed) speak for; None when they do not tell."""
    return kind_of_pages([unpack(content) for content in pages])


def read_window(task: WindowTask) -> WindowReading:
    """Look through one window."""
    pages = [unpack(content) for content in task.pages]
    outlines, found = look_through(pages, task.context)
    return WindowReading(
        outlines=pickle.dumps(outlines, protocol=pickle.HIGHEST_PROTOCOL),
        found=_encoder.encode(found),
        sources={page.page_number: page.source for page in pages},
        engines={page.page_number: page.engine for page in pages if page.engine},
        turns={page.page_number: page.turn for page in pages if page.turn},
    )


def plan_file(outlines: tuple[bytes, ...]) -> list[Planned]:
    """Where the invoices of a file are, by the outlines of all its windows in order."""
    opened: list[Outline] = []
    for packed in outlines:
        opened += pickle.loads(packed)  # noqa: S301 (written by read_window in our own worker)
    return plan(opened)


def read_rest(task: RestTask) -> bytes:
    """The invoices of ``task``, for ``found_from_json``."""
    pages = [unpack(content) for content in task.pages]
    return _encoder.encode(extract_planned(task.planned, pages, task.context))


def found_from_json(content: bytes) -> list[Found]:
    """What ``read_window`` and ``read_rest`` found."""
    return msgspec.json.decode(content, type=list[Found])
