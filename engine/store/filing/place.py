"""Which place an installation keeps its files in."""

from dataclasses import dataclass, field
from pathlib import Path

from engine.store.filing.door import Files
from engine.store.filing.folder import FolderFiles


@dataclass(frozen=True, slots=True)
class FilesPlace:
    """Where files are kept.

    ``folder`` is used unless ``url`` (``s3://bucket/prefix``) is given. Then ``copies`` is the
    folder of copies to read from, of about ``max_copy_bytes`` bytes. Empty keys leave it to the
    standard places of AWS credentials; ``endpoint`` is the address of another S3 server.
    """

    folder: Path
    url: str = ""
    endpoint: str = ""
    region: str = ""
    access_key: str = ""
    secret_key: str = field(default="", repr=False)
    copies: Path = Path("cache/files")
    max_copy_bytes: int = 5_000_000_000


def open_files(place: FilesPlace) -> Files:
    """The files that are kept there; a bucket is first asked when a file is wanted."""
    if not place.url:
        return FolderFiles(place.folder)
    from engine.store.filing.bucket import BucketFiles

    return BucketFiles(place)
