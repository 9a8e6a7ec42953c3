"""Where uploaded files are kept: a folder of this machine, or a bucket of S3-compatible storage."""

from engine.store.filing.door import Files, StoredFile
from engine.store.filing.folder import FolderFiles, folder_explained
from engine.store.filing.names import clean_file_name
from engine.store.filing.place import FilesPlace, open_files

__all__ = [
    "Files",
    "FilesPlace",
    "FolderFiles",
    "StoredFile",
    "clean_file_name",
    "folder_explained",
    "open_files",
]
