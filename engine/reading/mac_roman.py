"""Undoing a wrong guess about old fonts: Mac Roman read where Windows-1252 was written.

A TrueType font that names no encoding is read by pdfium with the font's Mac table, by other
programs as Windows text. Then € arrives as Ä and ß as the ligature fl. A digit right after an Ä
gives it away.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

_A_UMLAUT = 0xC4


def mended_codes(codes: NDArray[np.uint32], fonts: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """``codes`` with the characters of fonts that were misread put right.

    Both arrays have one entry per character, in the order of the text.
    """
    umlauts = np.flatnonzero(codes == _A_UMLAUT)
    if not len(umlauts):
        return codes
    digits = (codes >= 0x30) & (codes <= 0x39)
    after = digits[np.minimum(umlauts + 1, len(codes) - 1)]
    evident = np.unique(fonts[umlauts[after]])
    if not len(evident):
        return codes
    mended = codes.copy()
    for index in np.flatnonzero(np.isin(fonts, evident) & (codes > 0x7F)).tolist():
        mended[index] = _windows_code(int(codes[index]))
    return mended


@cache
def _windows_code(code: int) -> int:
    try:
        return ord(chr(code).encode("mac_roman").decode("cp1252"))
    except UnicodeError:
        return code
