"""Pages as images for people, drawn once and kept on disk.

A page that was read turned is drawn turned, so that the boxes of its values lie where they should.
"""

from engine import __version__
from engine.processing.page_cache import PageCache, PageKey
from engine.processing.rows import row_of
from engine.processing.run import reading_key
from engine.reading.document import ReadOptions
from engine.reading.page import Turn, page_from_json
from engine.reading.render import page_png
from engine.records import DocumentUpload
from engine.store import Store


class PageImages:
    """Draws pages of the stored files.

    Args:
        store: where the files are.
        images: where drawn pages are kept.
        pages: where read pages are kept; they know how they were turned.
        options: how pages are read now.
    """

    def __init__(
        self, store: Store, images: PageCache, pages: PageCache, options: ReadOptions
    ) -> None:
        self._store = store
        self._images = images
        self._pages = pages
        self._options = options

    def tag(self, file: DocumentUpload, page_number: int, dpi: int) -> str:
        """An HTTP entity tag: the same tag means the same image."""
        return f'"{self._key(file, page_number, dpi, self._turn(file, page_number)).name}"'

    def png(self, file: DocumentUpload, page_number: int, dpi: int) -> bytes:
        """The PNG of one page (1-based) at ``dpi`` dots per inch.

        Raises:
            FileMissingError: the stored file is gone.
            PageUnreadableError, FileRefusedError: the page cannot be drawn.
        """
        turn = self._turn(file, page_number)
        key = self._key(file, page_number, dpi, turn)
        image = self._images.get(key)
        if image is None:
            image = page_png(
                self._store.files.open_path(file.file_path),
                file.mime_type,
                page_number,
                dpi=dpi,
                max_page_pixels=self._options.max_page_pixels,
                turn=turn,
            )
            self._images.put(key, image)
        return image

    def _turn(self, file: DocumentUpload, page_number: int) -> Turn:
        content = self._pages.get(reading_key(file.file_hash, page_number, self._options))
        if content is not None:
            return page_from_json(content).turn
        document = row_of(self._store, file.id).document
        turns = document.processing_info.turned_pages if document else {}
        return turns.get(page_number, 0)

    def _key(self, file: DocumentUpload, page_number: int, dpi: int, turn: Turn) -> PageKey:
        return PageKey(file.file_hash, page_number, __version__, f"png {dpi} {turn}")
