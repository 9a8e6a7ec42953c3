"""A file to be read, what the reading of all files shares, and how the reading of one ends."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from engine.extraction.vendor_habit import VendorHabit
from engine.processing.extraction_task import Extracted
from engine.processing.options import RunOptions
from engine.processing.page_cache import PageCache, PageKey
from engine.processing.pipeline import ReadingReport
from engine.processing.pool import FairPool
from engine.reading.document import DocumentFacts, ReadOptions
from engine.reading.reader import ENGINE_VERSION
from engine.records import ColumnPlan
from engine.records.uploads import UploadKind

if TYPE_CHECKING:
    from engine.processing.consulting import Consulting


@dataclass(frozen=True, slots=True)
class Source:
    """One file to be read. The password is used for this run only and never stored.

    ``kind`` auto lets the content decide, or ``likely_kind`` when it does not tell.
    """

    upload_id: str
    path: Path
    file_name: str
    file_hash: str
    kind: Literal["auto", "invoice", "bank"]
    likely_kind: UploadKind
    password: str | None = None

    def __repr__(self) -> str:
        return f"Source({self.upload_id}, {self.kind})"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended. ``extracted`` is None when no page could be read."""

    facts: DocumentFacts
    report: ReadingReport
    extracted: Extracted | None


def no_plans(upload_id: str) -> tuple[ColumnPlan, ...]:
    """What is known of tables where nothing is remembered."""
    return ()


@dataclass(frozen=True, slots=True)
class Workshop:
    """What runs share: the cache, the pool, the options, the clock, and the owner's thread.

    ``consulting`` gives second opinions of invoices, if somebody is to be asked; ``habits`` tells
    what is known of vendors. ``post`` has a function called on the owner's thread, from whichever
    thread it is called.
    """

    cache: PageCache
    pool: FairPool
    options: RunOptions
    clock: Callable[[], dt.datetime]
    post: Callable[[Callable[[], None]], None]
    consulting: "Consulting | None" = None
    habits: Callable[[], tuple[VendorHabit, ...]] = tuple
    plans: Callable[[str], tuple[ColumnPlan, ...]] = no_plans


def reading_key(file_hash: str, page_number: int, options: ReadOptions) -> PageKey:
    """Under what the cache keeps a page as it is read now."""
    return PageKey(file_hash, page_number, ENGINE_VERSION, _name_of(options))


@cache
def _name_of(options: ReadOptions) -> str:
    return repr(options)
