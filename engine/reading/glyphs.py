"""The characters of a PDF page with their boxes, fetched from pdfium as fast as Python can.

pypdfium2's own wrappers cost several microseconds a character. Here the C functions are bound with
plain integer arguments, called from ``map`` without a Python frame, and write straight into numpy
arrays: about one microsecond a character for everything.
"""

import ctypes
from collections import deque
from dataclasses import dataclass
from itertools import repeat
from typing import Any, Final

import numpy as np
import pypdfium2.raw as pdfium_raw
from numpy.typing import NDArray

from engine.reading.code_points import are_leftward

INVISIBLE_RENDER_MODE: Final = 3

_BOLD_NAMES: Final = (b"bold", b"black", b"heavy", b"semibd")
_BOLD_WEIGHT: Final = 600

_NO_OBJECT: Final = 0
"""The text object of characters that pdfium made up."""

_STRIDE: Final = 8
"""Characters from one whose text object is asked to the next."""

_POINTER, _INT = ctypes.c_void_p, ctypes.c_int


def _bind(name: str, *arguments: Any, result: Any = _INT) -> Any:
    """The C function with integer arguments; PYFUNCTYPE keeps the GIL, which is faster."""
    address = ctypes.cast(getattr(pdfium_raw, name), _POINTER).value
    if address is None:
        raise ImportError(f"pdfium has no function {name}")
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_count_chars = _bind("FPDFText_CountChars", _POINTER)
_get_unicode = _bind("FPDFText_GetUnicode", _POINTER, _INT, result=ctypes.c_uint)
_get_text = _bind("FPDFText_GetText", _POINTER, _INT, _INT, _POINTER)
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
_get_font = _bind("FPDFTextObj_GetFont", _POINTER, result=ctypes.c_size_t)
_get_weight = _bind("FPDFFont_GetWeight", _POINTER)
_get_base_name = _bind(
    "FPDFFont_GetBaseFontName", _POINTER, _POINTER, ctypes.c_size_t, result=ctypes.c_size_t
)


@dataclass(frozen=True, slots=True)
class Styles:
    """What the page's text objects say about their characters; one entry per object.

    Attributes:
        size: Points, after all matrices.
        bold: Whether the font's name or weight says so.
        invisible: Drawn without ink.
        angle: Whole degrees counter-clockwise, 0 to 359, in the page's own space (before /Rotate).
        font: The same number for the same font of a page; 0 when unknown.
    """

    size: NDArray[np.float64]
    bold: NDArray[np.bool_]
    invisible: NDArray[np.bool_]
    angle: NDArray[np.int64]
    font: NDArray[np.uint64]


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
        count = max(0, _count_chars(self._handle))
        self.codes = self._read_codes(count)
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

    def _read_codes(self, count: int) -> NDArray[np.uint32]:
        text = np.zeros(count + 1, np.uint16)
        written = _get_text(self._handle, 0, count, text.ctypes.data) - 1
        has_pairs = ((text >= 0xD800) & (text <= 0xDFFF)).any()
        if written == count and not has_pairs:
            return text[:count].astype(np.uint32)
        # The text leaves characters out or has two units for some: one by one then.
        codes = map(_get_unicode, repeat(self._handle), range(count))
        return np.fromiter(codes, np.uint32, count)

    def tight_boxes(self, indexes: NDArray[np.intp]) -> NDArray[np.float64]:
        """``(k, 4)`` left, top, right, bottom of the ink of some characters."""
        found = np.zeros((len(indexes), 4), np.float64)
        for row, index in enumerate(indexes.tolist()):
            at = found.ctypes.data + 32 * row
            _get_tight_box(self._handle, index, at, at + 16, at + 24, at + 8)
        return found

    def origins(self, indexes: NDArray[np.intp]) -> NDArray[np.float64]:
        """``(k, 2)`` pen positions on the baseline of some characters."""
        count = len(indexes)
        found = np.zeros((count, 2), np.float64)
        address = found.ctypes.data
        across = range(address, address + 16 * count, 16)
        up = range(address + 8, address + 8 + 16 * count, 16)
        deque(map(_get_origin, repeat(self._handle), indexes.tolist(), across, up), maxlen=0)
        return found

    def styles(self) -> tuple[Styles, NDArray[np.intp]]:
        """The styles on the page, and ``(n,)`` for each character the index of its own."""
        objects = self._objects()
        begins = np.flatnonzero(np.concatenate(([True], objects[1:] != objects[:-1])))
        keys, firsts, which = np.unique(objects[begins], return_index=True, return_inverse=True)
        style_of = np.repeat(which, np.diff(begins, append=len(objects)))
        return self._read_styles(begins[firsts].tolist(), keys.tolist()), style_of

    def _objects(self) -> NDArray[np.uint64]:
        """The text object of every character, of which there is at least one.

        The characters of one object follow each other, so some are asked, and those between two
        that differ or are of none; all of them only where lines may be turned round.
        """
        count = len(self.codes)
        if are_leftward(self.codes).any():
            return self._objects_at(np.arange(count))
        asked = np.append(np.arange(0, count - 1, _STRIDE), count - 1)
        known = self._objects_at(asked)
        objects = np.append(np.repeat(known[:-1], np.diff(asked)), known[-1])
        differ = asked[:-1][(known[1:] != known[:-1]) | (known[1:] == _NO_OBJECT)]
        between = (differ[:, None] + np.arange(1, _STRIDE)).ravel()
        between = between[between < count - 1]
        objects[between] = self._objects_at(between)
        return objects

    def _objects_at(self, indexes: NDArray[np.intp]) -> NDArray[np.uint64]:
        found = map(_get_object, repeat(self._handle), indexes.tolist())
        return np.fromiter(found, np.uint64, len(indexes))

    def map_error_share(self, indexes: NDArray[np.intp]) -> float:
        """Share, 0..1, of some characters for which the font names no Unicode character."""
        if not len(indexes):
            return 0.0
        errors = map(_has_map_error, repeat(self._handle), indexes.tolist())
        return float(sum(error == 1 for error in errors) / len(indexes))

    def _read_styles(self, firsts: list[int], objects: list[int]) -> Styles:
        """The styles of ``objects``; ``firsts`` names a character of each. 0 is no object."""
        count = len(firsts)
        sizes = np.fromiter(map(_get_font_size, repeat(self._handle), firsts), np.float64, count)
        matrices = np.zeros((count, 6), np.float32)
        matrices[:, [0, 3]] = 1
        address = matrices.ctypes.data
        places = range(address, address + 24 * count, 24)
        deque(map(_get_matrix, repeat(self._handle), firsts, places), maxlen=0)
        a, b, c, d = matrices[:, :4].astype(np.float64).T
        fonts = [_get_font(key) if key else 0 for key in objects]
        is_bold = {font: bool(font) and _is_bold(font) for font in set(fonts)}
        modes = [_get_render_mode(key) if key else 0 for key in objects]
        return Styles(
            size=sizes * np.hypot(c, d),
            bold=np.array([is_bold[font] for font in fonts], np.bool_),
            invisible=np.array(modes) == INVISIBLE_RENDER_MODE,
            angle=np.rint(np.degrees(np.arctan2(b, a))).astype(np.int64) % 360,
            font=np.array(fonts, np.uint64),
        )


def _is_bold(font: int) -> bool:
    name = ctypes.create_string_buffer(256)
    _get_base_name(font, ctypes.addressof(name), 256)
    words = name.value.lower()
    return any(mark in words for mark in _BOLD_NAMES) or _get_weight(font) >= _BOLD_WEIGHT
