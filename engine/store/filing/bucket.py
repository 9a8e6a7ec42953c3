"""Stored files in a bucket of S3-compatible storage.

Programs that read files want them on this machine: what is read is copied into a folder first and
checked on the way. The copies are a cache, which can be deleted at any time.
"""

import datetime as dt
import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from botocore.exceptions import BotoCoreError, ClientError
from fsspec.core import url_to_fs

from engine.errors import FileChangedError, FileMissingError, FilesAwayError
from engine.store.filing.checksums import Checksums
from engine.store.filing.copies import Copies
from engine.store.filing.door import StoredFile
from engine.store.filing.folder import folder_explained
from engine.store.filing.names import hash_in, stored_name
from engine.store.filing.place import FilesPlace
from engine.store.filing.spooling import clear_unfinished, spooled

log = logging.getLogger(__name__)

_CHUNK_BYTES: Final = 1 << 20
_CONNECT_SECONDS: Final = 5
_ANSWER_SECONDS: Final = 60


class BucketFiles:
    """The ``Files`` of a bucket. Thread-safe; several installations must not share a prefix."""

    def __init__(self, place: FilesPlace) -> None:
        self._url = place.url.rstrip("/")
        filesystem, root = url_to_fs(self._url, **_options(place))
        self._filesystem: Any = filesystem
        self._root = str(root).rstrip("/")
        self._copies = Copies(place.copies, place.max_copy_bytes)
        self._checksums = Checksums()

    @property
    def where(self) -> str:
        """The bucket's address."""
        return self._url

    def save(
        self, source: Path | BinaryIO | bytes, doc_type: str, *, day: dt.date, file_name: str = ""
    ) -> StoredFile:
        """See ``Files.save``."""
        folder = self._copies.folder
        with folder_explained(folder), spooled(source, folder) as copy:
            relative = stored_name(
                doc_type, day, copy.file_hash, head=copy.head, file_name=file_name
            )
            with self._explained(relative):
                self._filesystem.put_file(str(copy.path), self._key(relative))
            self._take(copy.path, copy.file_hash)
        return StoredFile(relative, copy.file_hash, copy.file_size)

    def open_path(self, file_path: str) -> Path:
        """See ``Files.open_path``; it is a copy."""
        file_hash = hash_in(file_path)
        path = self._copies.place_of(file_hash)
        if path.is_file() and self._checksums.holds(path, file_hash):
            self._copies.note_use(path)
            return path
        folder = self._copies.folder
        with (
            folder_explained(folder),
            self._opened(file_path) as stream,
            spooled(stream, folder) as copy,
        ):
            if copy.file_hash != file_hash:
                raise FileChangedError(file_path)
            return self._take(copy.path, file_hash)

    def verify(self, file_path: str, file_hash: str) -> None:
        """See ``Files.verify``."""
        digest = hashlib.sha256()
        with self._opened(file_path) as stream:
            while chunk := stream.read(_CHUNK_BYTES):
                digest.update(chunk)
        if digest.hexdigest() != file_hash:
            raise FileChangedError(file_path)

    def remove(self, file_path: str) -> None:
        """See ``Files.remove``."""
        self._copies.place_of(hash_in(file_path)).unlink(missing_ok=True)
        with self._explained(file_path):
            key = self._key(file_path)
            if self._filesystem.exists(key):
                self._filesystem.rm_file(key)

    def names(self) -> Iterator[str]:
        """See ``Files.names``."""
        with self._explained(self._url):
            found = self._filesystem.find(self._root)
        yield from sorted(str(key).removeprefix(f"{self._root}/") for key in found)

    def clear_unfinished(self) -> None:
        """See ``Files.clear_unfinished``: the storage itself never shows a part of a file."""
        clear_unfinished(self._copies.folder)

    def _key(self, file_path: str) -> str:
        hash_in(file_path)
        return f"{self._root}/{file_path}"

    def _take(self, path: Path, file_hash: str) -> Path:
        """Make a temporary file one of the copies."""
        kept = self._copies.take(path, file_hash)
        self._checksums.note(kept, file_hash)
        return kept

    @contextmanager
    def _opened(self, file_path: str) -> Iterator[BinaryIO]:
        with (
            self._explained(file_path),
            self._filesystem.open(self._key(file_path), "rb", cache_type="readahead") as stream,
        ):
            yield cast("BinaryIO", stream)

    @contextmanager
    def _explained(self, file_path: str) -> Iterator[None]:
        """Turns what the storage says into one of our errors."""
        try:
            yield
        except FileNotFoundError as error:
            if not self._is_bucket_there():
                raise FilesAwayError(self._url, "there is no such bucket") from error
            raise FileMissingError(file_path) from error
        except PermissionError as error:
            raise FilesAwayError(self._url, "it does not let Matchbook in") from error
        except (BotoCoreError, ClientError, OSError) as error:
            log.warning("the storage of files does not answer", exc_info=True)
            raise FilesAwayError(self._url, "it does not answer as it should") from error

    def _is_bucket_there(self) -> bool:
        try:
            return bool(self._filesystem.exists(self._root.partition("/")[0]))
        except (BotoCoreError, ClientError, OSError):
            return False


def _options(place: FilesPlace) -> dict[str, Any]:
    client = {"endpoint_url": place.endpoint, "region_name": place.region}
    return {
        "key": place.access_key or None,
        "secret": place.secret_key or None,
        "client_kwargs": {name: value for name, value in client.items() if value},
        "config_kwargs": {
            "connect_timeout": _CONNECT_SECONDS,
            "read_timeout": _ANSWER_SECONDS,
            "retries": {"max_attempts": 3, "mode": "standard"},
        },
        "use_listings_cache": False,
    }
