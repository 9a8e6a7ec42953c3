"""The background thread that makes the words of uploads searchable once they are read.

It starts with what lacks words (read by an older version, or when a process was killed) and takes
them from the page cache; it never reads a file again. Nothing waits for it.
"""

import logging
import queue
import threading
import zlib
from typing import Final

from engine.errors import MatchbookError
from engine.processing.page_cache import PageCache
from engine.processing.page_codec import unpack
from engine.processing.page_text import text_of_page, text_of_record
from engine.processing.rows import UploadRow, row_of
from engine.processing.workshop import reading_key
from engine.reading.bank_sniff import BANK_TYPES
from engine.reading.document import ReadOptions
from engine.store import Store

log = logging.getLogger(__name__)

_UPLOADS_AT_ONCE: Final = 50


class Librarian:
    """Keeps the words of ``store``'s uploads; ``pages`` knows those that were read.

    Args:
        store: where rows and words are.
        pages: where read pages are kept.
        options: how pages are read now.
    """

    def __init__(self, store: Store, pages: PageCache, options: ReadOptions) -> None:
        self._store = store
        self._pages = pages
        self._options = options
        self._queue: queue.Queue[str | None] = queue.Queue()
        self._is_closing = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="librarian", daemon=True)

    def start(self) -> None:
        """Start with what lacks words."""
        for upload_id in self._store.words.missing():
            self._queue.put(upload_id)
        self._thread.start()

    def file(self, upload_id: str) -> None:
        """Have the words of an upload kept, that was just read."""
        self._queue.put(upload_id)

    def wait(self) -> None:
        """Until the words of everything that was filed are kept."""
        self._queue.join()

    def close(self) -> None:
        """Stop; what is left is done after the next start."""
        self._is_closing.set()
        self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join()

    def _serve(self) -> None:
        while (first := self._queue.get()) is not None and not self._is_closing.is_set():
            batch = self._batch(first)
            try:
                self._store.words.put_all(self._texts(batch))
            except Exception:  # the thread must outlive any single upload
                log.exception("words of %d uploads were not kept", len(batch))
            for _ in batch:
                self._queue.task_done()

    def _batch(self, first: str) -> list[str]:
        """What waits, up to a limit: one write for all of it."""
        batch = [first]
        while len(batch) < _UPLOADS_AT_ONCE and not self._queue.empty():
            following = self._queue.get()
            if following is None:
                self._queue.put(None)
                self._queue.task_done()
                break
            batch.append(following)
        return batch

    def _texts(self, batch: list[str]) -> dict[str, dict[int, str]]:
        texts: dict[str, dict[int, str]] = {}
        for upload_id in dict.fromkeys(batch):
            if self._is_closing.is_set():
                break
            try:
                texts[upload_id] = self._text(row_of(self._store, upload_id))
            except MatchbookError as error:
                log.info("upload %s has no words now: %s", upload_id, error.code)
        return texts

    def _text(self, row: UploadRow) -> dict[int, str]:
        pages: dict[int, str] = {}
        if row.mime_type not in BANK_TYPES:
            for number in range(1, (row.pages_total or 0) + 1):
                text = self._page(row.file_hash, number)
                if text is not None:
                    pages[number] = text
        return pages or dict(text_of_record(row.document))

    def _page(self, file_hash: str, number: int) -> str | None:
        content = self._pages.get(reading_key(file_hash, number, self._options))
        if content is None:
            return None
        try:
            return text_of_page(unpack(content))
        except (ValueError, zlib.error):  # it is damaged and will be read again one day
            return None
