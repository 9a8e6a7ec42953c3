"""Which engine reads files here: what a row's record tells, so that older ones can be found.

The program's version alone would not do: it stays while the code between two releases changes.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from engine import __version__
from engine.reading.reader import ENGINE_VERSION

_ROOMS: Final = ("reading", "extraction")
_DIGITS: Final = 10


@cache
def reading_version() -> str:
    """The program's version, that of its pages, and a digest of all that understands them.

    As ``0.1.0+13.5f0c3a9e21``: two engines with the same one read every file alike.
    """
    return f"{__version__}+{ENGINE_VERSION}.{digest_of(Path(__file__).resolve().parents[1])}"


def digest_of(engine_dir: Path) -> str:
    """A short digest of the code and the weights of the rooms that read and extract."""
    digest = hashlib.sha256()
    for room in _ROOMS:
        for path in sorted((engine_dir / room).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(engine_dir).as_posix().encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:_DIGITS]
