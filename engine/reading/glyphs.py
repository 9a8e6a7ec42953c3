"""The characters of a PDF page with their boxes, fetched from pdfium as fast as Python can.

pypdfium2's own wrappers cost several microseconds a character. Here the C functions are bound with
plain integer arguments, called from ``map`` without a Python frame, and write straight into numpy
arrays: about one microsecond a character for everything.
"""

import ctypes
from collections import deque
from dataclasses import dataclass
from itertools import repeat
from math import atan2, degrees
from typing import Any, Final

import numpy as np
import pypdfium2.raw as pdfium_raw
from numpy.typing import NDArray

INVISIBLE_RENDER_MODE: Final = 3

_POINTER, _INT = ctypes.c_void_p, ctypes.c_int


def _bind(name: str, *arguments: Any, result: Any = _INT) -> Any:
    """The C function with integer arguments; PYFUNCTYPE keeps the GIL, which is faster."""
    address = ctypes.cast(getattr(pdfium_raw, name), _POINTER).value
    if address is None:
        raise ImportError(f"pdfium has no function {name}")
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_count_chars = _bind("FPDFText_CountChars", _POINTER)
_get_unicode = _bind("FPDFText_GetUnicode", _POINTER, _INT, result=ctypes.c_uint)
_get_loose_box = _bind("FPDFText_GetLooseCharBox", _POINTER, _INT, _POINTER)
_get_tight_box = _bind(
    "FPDFText_GetCharBox", _POINTER, _INT, _POINTER, _POINTER, _POINTER, _POINTER
)
_get_origin = _bind("FPDFText_GetCharOrigin", _POINTER, _INT, _POINTER, _POINTER)
_get_matrix = _bind("FPDFText_GetMatrix", _POINTER, _INT, _POINTER)
_get_font_size = _bind("FPDFText_GetFontSize", _POINTER, _INT, result=ctypes.c_double)
_get_object = _bind("FPDFText_GetTextObject", _POINTER, _INT, result=ctypes.c_size_t)
_has_map_error = _bind("FPDFText_HasUnicodeMapError", _POINTER, _INT)
_get_render_mode = _bind("FPDFTextObj_GetTextRenderMode", _POINTER)
_get_font = _bind("FPDFTextObj_GetFont", _POINTER, result=_POINTER)
_get_weight = _bind("FPDFFont_GetWeight", _POINTER)
_get_base_name = _bind(
    "FPDFFont_GetBaseFontName", _POINTER, _POINTER, ctypes.c_size_t, result=ctypes.c_size_t
)


@dataclass(frozen=True, slots=True)
class Style:
    """What one text object says about all of its characters.

    Attributes:
        size: Points, after all matrices.
        bold: Whether the font's name or weight says so.
        invisible: Drawn without ink.
        angle: Whole degrees counter-clockwise, 0 to 359, in the page's own space (before /Rotate).
        font: The same number for the same font of a page; 0 when unknown.
    """

    size: float
    bold: bool
    invisible: bool
    angle: int
    font: int


class Glyphs:
    """The characters of one page in the order of its content; valid while the text page is open.

    Attributes:
        codes: ``(n,) uint32`` code points as pdfium gives them.
        boxes: ``(n, 4) float32`` left, top, right, bottom in points of the page's own space, y
            upwards; from one pen position to the next, and empty for characters that pdfium made
            up to mark spaces and line ends.
    """

    def __init__(self, text_page: Any) -> None:
        self._handle = ctypes.cast(text_page.raw, _POINTER).value
        self._fonts: dict[int, bool] = {}
        count = max(0, _count_chars(self._handle))
        self.codes: NDArray[np.uint32] = np.fromiter(
            map(_get_unicode, repeat(self._handle), range(count)), np.uint32, count
        )
        self.boxes: NDArray[np.float32] = np.zeros((count, 4), np.float32)
        address = self.boxes.ctypes.data
        deque(
            map(
                _get_loose_box,
                repeat(self._handle),
                range(count),
                range(address, address + 16 * count, 16),
            ),
            maxlen=0,
        )

    def tight_boxes(self, indexes: NDArray[np.intp]) -> NDArray[np.float64]:
        """``(k, 4)`` left, top, right, bottom of the ink of some characters."""
        found = np.zeros((len(indexes), 4), np.float64)
        for row, index in enumerate(indexes.tolist()):
            at = found.ctypes.data + 32 * row
            _get_tight_box(self._handle, index, at, at + 16, at + 24, at + 8)
        return found

    def origins(self, indexes: NDArray[np.intp]) -> NDArray[np.float64]:
        """``(k, 2)`` pen positions on the baseline of some characters."""
        found = np.zeros((len(indexes), 2), np.float64)
        address = found.ctypes.data
        for row, index in enumerate(indexes.tolist()):
            _get_origin(self._handle, index, address + 16 * row, address + 16 * row + 8)
        return found

    def styles(self) -> tuple[list[Style], NDArray[np.intp]]:
        """The styles on the page, and ``(n,)`` for each character the index of its own."""
        count = len(self.codes)
        objects = np.fromiter(
            map(_get_object, repeat(self._handle), range(count)), np.uint64, count
        )
        keys, firsts, inverse = np.unique(objects, return_index=True, return_inverse=True)
        styles = [
            self._read_style(first, key)
            for first, key in zip(firsts.tolist(), keys.tolist(), strict=True)
        ]
        return styles, inverse

    def map_error_share(self, indexes: NDArray[np.intp]) -> float:
        """Share, 0..1, of some characters for which the font names no Unicode character."""
        if not len(indexes):
            return 0.0
        errors = map(_has_map_error, repeat(self._handle), indexes.tolist())
        return float(sum(error == 1 for error in errors) / len(indexes))

    def _read_style(self, index: int, text_object: int) -> Style:
        matrix = (ctypes.c_float * 6)()
        scale, angle = 1.0, 0
        if _get_matrix(self._handle, index, ctypes.addressof(matrix)):
            scale = (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5
            angle = round(degrees(atan2(matrix[1], matrix[0]))) % 360
        if not text_object:
            return Style(_get_font_size(self._handle, index) * scale, False, False, angle, 0)
        font = _get_font(text_object) or 0
        return Style(
            size=_get_font_size(self._handle, index) * scale,
            bold=self._is_bold(font),
            invisible=_get_render_mode(text_object) == INVISIBLE_RENDER_MODE,
            angle=angle,
            font=font,
        )

    def _is_bold(self, font: int) -> bool:
        if not font:
            return False
        known = self._fonts.get(font)
        if known is None:
            name = ctypes.create_string_buffer(256)
            _get_base_name(font, ctypes.addressof(name), 256)
            words = name.value.lower()
            known = any(mark in words for mark in (b"bold", b"black", b"heavy", b"semibd"))
            known = known or _get_weight(font) >= 600
            self._fonts[font] = known
        return known
