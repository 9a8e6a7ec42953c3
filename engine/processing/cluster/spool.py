"""Files of units on the machine that does them: written once, gone when nothing needs them."""

import hashlib
import tempfile
from collections import OrderedDict
from pathlib import Path
from typing import Final

from engine.errors import FileChangedError

_MOST_FILES: Final = 4


class SpooledFile:
    """A temporary file that only its user may read, deleted with its last reference."""

    def __init__(self, content: bytes) -> None:
        self._file = tempfile.NamedTemporaryFile(prefix="matchbook-unit-")  # noqa: SIM115 (kept open)
        self._file.write(content)
        self._file.flush()
        self.path = Path(self._file.name)


class Spool:
    """The last files that were worked on. Not thread-safe."""

    def __init__(self, most_files: int = _MOST_FILES) -> None:
        self._most_files = most_files
        self._files: OrderedDict[str, SpooledFile] = OrderedDict()

    def file_of(self, file_hash: str, content: bytes) -> SpooledFile:
        """The file with these bytes, whose SHA-256 is ``file_hash``.

        Raises:
            FileChangedError: these are other bytes.
        """
        known = self._files.get(file_hash)
        if known is None:
            if hashlib.sha256(content).hexdigest() != file_hash:
                raise FileChangedError(file_hash)
            known = self._files[file_hash] = SpooledFile(content)
        self._files.move_to_end(file_hash)
        while len(self._files) > self._most_files:
            self._files.popitem(last=False)
        return known
