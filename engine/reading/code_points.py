"""What characters are to words, by their code points: whole pages at once."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

_SPACES: Final = (0x20, 0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)

_NOTHING: Final = (
    0x00, 0x0A, 0x0D, 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF,
)  # fmt: skip

_HYPHENS: Final = (0x02, 0xFFFE)
"""What pdfium puts for a hyphen at the end of a line."""

_LEFTWARD: Final = ((0x590, 0x8FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFC))
"""First and last code points of the scripts that are written from right to left."""

_LAST: Final = 0xFFFF

Codes = NDArray[np.uint32]


def are_spaces(codes: Codes) -> NDArray[np.bool_]:
    """Whether characters part words."""
    return _are_of(_SPACE_TABLE, codes)


def are_nothing(codes: Codes) -> NDArray[np.bool_]:
    """Whether characters are no part of words and part nothing."""
    return _are_of(_NOTHING_TABLE, codes)


def are_hyphens(codes: Codes) -> NDArray[np.bool_]:
    """Whether characters are pdfium's sign for a hyphen at the end of a line."""
    return _are_of(_HYPHEN_TABLE, codes)


def are_leftward(codes: Codes) -> NDArray[np.bool_]:
    """Whether characters are of scripts that are written from right to left."""
    found = np.zeros(len(codes), np.bool_)
    if codes.max(initial=0) >= _LEFTWARD[0][0]:
        for first, last in _LEFTWARD:
            found |= (codes >= first) & (codes <= last)
    return found


def _table(codes: Sequence[int]) -> NDArray[np.bool_]:
    """Whether each code point is one of ``codes``; the last entry stands for all further ones."""
    table = np.zeros(_LAST + 1, np.bool_)
    table[list(codes)] = True
    return table


_SPACE_TABLE, _NOTHING_TABLE, _HYPHEN_TABLE = map(_table, (_SPACES, _NOTHING, _HYPHENS))


def _are_of(table: NDArray[np.bool_], codes: Codes) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = table[np.minimum(codes, _LAST)]
    return found
