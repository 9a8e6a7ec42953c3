"""What a PDF would do or carry beyond its pages. Nothing of it is ever run or opened here.

Programs that show PDFs may run what a document holds: scripts, other programs, forms that send
themselves. People who pass such a file on should know.
"""

import contextlib
import mmap
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from engine.errors import MatchbookError
from engine.reading.pdf_file import open_pdf

_MOST_NAMED: Final = 3
_LONGEST_NAME: Final = 80
_MOST_LISTED: Final = 1000
_UNPACKED_BYTES: Final = 64_000_000
_OF_ONE_STREAM: Final = 8_000_000
_DICTIONARY_BYTES: Final = 2048


def _name(text: str) -> bytes:
    """A pattern of a PDF name after its slash; ``#`` and its code may stand for a letter."""
    letters = "".join(f"(?:{c}|#{ord(c):02x}|#{ord(c):02X})" for c in text)
    return rf"{letters}(?=[\s/<>\[\]()]|$)".encode()


_SAID: Final = {
    "JavaScript": "This PDF contains JavaScript. It was not run.",
    "Launch": "This PDF asks to start a program. It was not started.",
    "SubmitForm": "This PDF asks to send what is typed into it. Nothing was sent.",
    "ImportData": "This PDF asks to take in data from another file. It was not opened.",
    "RichMedia": "This PDF contains a film or a program that viewers play. It was not played.",
    "FileAttachment": "This PDF has a file pinned to a page. It was not opened.",
}
_NAMES: Final = b"|".join(b"(?P<%s>%s)" % (name.encode(), _name(name)) for name in _SAID)
_SIGNS: Final = re.compile(b"/(?=[FIJLRS#])(?:%s)" % _NAMES)
_PACKED: Final = re.compile(rb"/ObjStm\b")
_STREAM: Final = re.compile(rb"stream\r?\n")


def active_content(path: Path, *, password: str | None = None, known: set[str]) -> tuple[str, ...]:
    """Sentences about what the PDF would do or carries; none for a plain document.

    ``known`` are names of embedded files that need no word: the e-invoice's.
    """
    with (
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content,
    ):
        found = _signs_in(content)
        for unpacked in _object_streams(content):
            found |= _signs_in(unpacked)
    carried = _embedded_names(path, password) - known
    said = [_SAID[name] for name in _SAID if name in found]
    return (*said, *_told(sorted(carried)))


def _signs_in(content: Any) -> set[str]:
    return {str(match.lastgroup) for match in _SIGNS.finditer(content)}


def _object_streams(content: Any) -> Iterator[bytes]:
    """Unpacked streams that hold objects of the file, as far as they are not too large."""
    left = _UNPACKED_BYTES
    for match in _PACKED.finditer(content):
        begin = _STREAM.search(content, match.end(), match.end() + _DICTIONARY_BYTES)
        if begin is None or left <= 0:
            continue
        with contextlib.suppress(zlib.error):
            packed = content[begin.end() : begin.end() + _OF_ONE_STREAM]
            unpacked = zlib.decompressobj().decompress(packed, min(left, _OF_ONE_STREAM))
            left -= len(unpacked)
            yield unpacked


def _embedded_names(path: Path, password: str | None) -> set[str]:
    names: set[str] = set()
    with (
        contextlib.suppress(MatchbookError, RuntimeError, ValueError),
        open_pdf(path, path.name, password) as document,
    ):
        for number in range(min(document.count_attachments(), _MOST_LISTED)):
            name = str(document.get_attachment(number).get_name())
            names.add("".join(sign for sign in name if sign.isprintable())[:_LONGEST_NAME])
    return names


def _told(names: list[str]) -> tuple[str, ...]:
    if not names:
        return ()
    listed = ", ".join(f"“{name}”" for name in names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    rest = f" and {more} more" if more > 0 else ""
    word = "another file" if len(names) == 1 else "other files"
    return (f"This PDF carries {word}: {listed}{rest}. Not opened.",)
