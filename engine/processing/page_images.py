"""Pages as images for people, drawn once and kept on disk."""

from engine import __version__
from engine.processing.page_cache import PageCache, PageKey
from engine.reading.render import page_png
from engine.records import DocumentUpload
from engine.store import Store


class PageImages:
    """Draws pages of the stored files; ``max_page_pixels`` is the largest image it makes."""

    def __init__(self, store: Store, cache: PageCache, max_page_pixels: int) -> None:
        self._store = store
        self._cache = cache
        self._max_page_pixels = max_page_pixels

    def tag(self, file: DocumentUpload, page_number: int, dpi: int) -> str:
        """An HTTP entity tag: the same tag means the same image."""
        return f'"{_key(file, page_number, dpi).name}"'

    def png(self, file: DocumentUpload, page_number: int, dpi: int) -> bytes:
        """The PNG of one page (1-based) at ``dpi`` dots per inch.

        Raises:
            FileMissingError: the stored file is gone.
            PageUnreadableError, FileRefusedError: the page cannot be drawn.
        """
        key = _key(file, page_number, dpi)
        image = self._cache.get(key)
        if image is None:
            image = page_png(
                self._store.files.open_path(file.file_path),
                file.mime_type,
                page_number,
                dpi=dpi,
                max_page_pixels=self._max_page_pixels,
            )
            self._cache.put(key, image)
        return image


def _key(file: DocumentUpload, page_number: int, dpi: int) -> PageKey:
    return PageKey(file.file_hash, page_number, __version__, f"png {dpi}")
