"""Pages as images for people, drawn once and kept on disk.

A page that was read turned is drawn turned, so that the boxes of its values lie where they should.
The pages of an encrypted file are drawn while its password is known, as it is not kept.
"""

import logging
from concurrent.futures import CancelledError, Executor, Future
from functools import partial
from typing import Final

from engine import __version__
from engine.errors import PageUnreadableError, PasswordNeededError
from engine.processing.executor import WorkerLostError
from engine.processing.page_cache import PageCache, PageKey
from engine.processing.page_codec import unpack
from engine.processing.pool import FairPool
from engine.processing.rows import row_of
from engine.processing.tasks import DrawTask, draw
from engine.processing.workshop import Source, reading_key
from engine.reading.bank_sniff import BANK_TYPES
from engine.reading.document import DocumentFacts, ReadOptions
from engine.reading.page import Turn
from engine.records import BankDocument, ColumnPlan, DocumentUpload
from engine.store import Store

log = logging.getLogger(__name__)

_KEPT_DPI: Final = 150


class PageImages:
    """Draws pages of the stored files.

    Args:
        store: where the files are.
        images: where drawn pages are kept.
        pages: where read pages are kept; they know how they were turned.
        options: how pages are read now.
        executor: where pages are drawn: broken ones may end the process that does.
    """

    def __init__(
        self,
        store: Store,
        images: PageCache,
        pages: PageCache,
        options: ReadOptions,
        executor: Executor,
    ) -> None:
        self._store = store
        self._executor = executor
        self._images = images
        self._pages = pages
        self._options = options

    def tag(self, file: DocumentUpload, page_number: int, dpi: int) -> str:
        """An HTTP entity tag: the same tag means the same image."""
        turn, plan = self._turn(file, page_number), self._plan(file)
        return f'"{_key(file.file_hash, page_number, dpi, turn, plan).name}"'

    def png(self, file: DocumentUpload, page_number: int, dpi: int) -> bytes:
        """The PNG of one page (1-based) at ``dpi`` dots per inch.

        Raises:
            FileMissingError: the stored file is gone.
            PasswordNeededError: the file is encrypted, and the image drawn when it was read is
                not there any more.
            PageUnreadableError, FileRefusedError: the page cannot be drawn.
        """
        turn, plan = self._turn(file, page_number), self._plan(file)
        key = _key(file.file_hash, page_number, dpi, turn, plan)
        image = self._images.get(key)
        if image is None:
            image = self._draw(file, page_number, dpi, turn, plan)
            self._images.put(key, image)
        return image

    def keep_encrypted(self, source: Source, facts: DocumentFacts, pool: FairPool) -> None:
        """Have every page of an encrypted file drawn, while its password is at hand."""
        for page_number in range(1, facts.pages_total + 1):
            content = self._pages.get(reading_key(source.file_hash, page_number, self._options))
            turn: Turn = unpack(content).turn if content is not None else 0
            task = DrawTask(
                path=str(source.path),
                mime_type=facts.mime_type,
                page_number=page_number,
                dpi=_KEPT_DPI,
                max_page_pixels=self._options.max_page_pixels,
                turn=turn,
                password=source.password,
            )
            key = _key(source.file_hash, page_number, _KEPT_DPI, turn)
            future = pool.submit(f"images of {source.upload_id}", draw, task)
            future.add_done_callback(partial(self._keep, key))

    def _draw(
        self,
        file: DocumentUpload,
        page_number: int,
        dpi: int,
        turn: Turn,
        plan: ColumnPlan | None,
    ) -> bytes:
        task = DrawTask(
            path=str(self._store.files.open_path(file.file_path)),
            mime_type=file.mime_type,
            page_number=page_number,
            dpi=dpi,
            max_page_pixels=self._options.max_page_pixels,
            turn=turn,
            plan=plan,
            file_name=file.file_name,
        )
        try:
            return self._executor.submit(draw, task).result()
        except WorkerLostError as error:
            cause = "the program that draws it ended unexpectedly"
            raise PageUnreadableError(page_number, cause) from error
        except PasswordNeededError:
            kept = self._images.get(_key(file.file_hash, page_number, _KEPT_DPI, turn))
            if kept is None:
                raise
            return kept

    def _keep(self, key: PageKey, future: "Future[bytes]") -> None:
        try:
            self._images.put(key, future.result())
        except CancelledError:
            return
        except Exception:  # the page can be looked at in the file itself
            log.warning("page %d could not be drawn", key.page_number, exc_info=True)

    def _plan(self, file: DocumentUpload) -> ColumnPlan | None:
        """How the columns of a bank's table were read; its page shows them so."""
        if file.mime_type not in BANK_TYPES or file.is_attachment:
            return None
        document = row_of(self._store, file.id).document
        is_read = isinstance(document, BankDocument)
        return document.processing_info.columns if document is not None and is_read else None

    def _turn(self, file: DocumentUpload, page_number: int) -> Turn:
        if file.mime_type in BANK_TYPES:
            return 0
        content = self._pages.get(reading_key(file.file_hash, page_number, self._options))
        if content is not None:
            return unpack(content).turn
        if file.is_attachment:
            return 0
        document = row_of(self._store, file.id).document
        turns = document.processing_info.turned_pages if document else {}
        return turns.get(page_number, 0)


def _key(
    file_hash: str, page_number: int, dpi: int, turn: Turn, plan: ColumnPlan | None = None
) -> PageKey:
    look = f"png {dpi} {turn}" if plan is None else f"png {dpi} {plan!r}"
    return PageKey(file_hash, page_number, __version__, look)
