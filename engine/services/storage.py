"""Where the settings say that files are kept, and what was read from them."""

from pathlib import Path

from engine.processing.consulting import answer_cache
from engine.processing.page_cache import PageCache
from engine.settings import Settings
from engine.store import Files, FilesPlace, open_files


def files_of(settings: Settings, upload_dir: Path | None = None) -> Files:
    """The stored files of an installation; ``upload_dir`` goes before the settings' folder."""
    return open_files(
        FilesPlace(
            folder=upload_dir or settings.upload_dir,
            url="" if upload_dir else settings.files_url,
            endpoint=settings.files_endpoint,
            region=settings.files_region,
            access_key=settings.files_access_key.get_secret_value(),
            secret_key=settings.files_secret_key.get_secret_value(),
            copies=settings.cache_dir / "files",
            max_copy_bytes=settings.max_cache_bytes,
        )
    )


def caches_of(settings: Settings) -> tuple[PageCache, PageCache, PageCache]:
    """What is kept of files beside their rows: pages as read, their images, a model's answers."""
    folder = settings.cache_dir
    pages, images = (
        PageCache(folder / name, settings.max_cache_bytes) for name in ("pages", "images")
    )
    return pages, images, answer_cache(folder)
