"""How much of a PDF page is covered by pictures, and how finely the largest one was scanned."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2.raw as pdfium_raw

_MAX_DEPTH: Final = 4
_MAX_OBJECTS: Final = 20_000

_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Final[_Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Pictures:
    """What is drawn on a page beside text.

    Attributes:
        share: Part of the page, 0..1, that images cover; overlapping ones count twice.
        dpi: Resolution of the largest image as placed on the page; 0 when there is none.
        drawings: Number of paths and shadings.
    """

    share: float
    dpi: float
    drawings: int

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing at all."""
        return self.share == 0 and self.drawings == 0


def pictures_of(page: Any) -> Pictures:
    """Look through the objects of a pypdfium2 ``PdfPage``, also inside form XObjects."""
    left, bottom, right, top = page.get_bbox()
    area = max(1.0, (right - left) * (top - bottom))
    covered, dpi, largest, drawings = 0.0, 0.0, 0.0, 0
    for kind, handle, matrix in _objects(page):
        if kind != pdfium_raw.FPDF_PAGEOBJ_IMAGE:
            drawings += kind in (pdfium_raw.FPDF_PAGEOBJ_PATH, pdfium_raw.FPDF_PAGEOBJ_SHADING)
            continue
        x0, y0, x1, y1 = _bounds(handle, matrix)
        visible = max(0.0, min(x1, right) - max(x0, left)) * max(
            0.0, min(y1, top) - max(y0, bottom)
        )
        covered += visible
        if visible > largest:
            largest = visible
            dpi = _dpi_of(handle, (x1 - x0) * (y1 - y0))
    return Pictures(min(1.0, covered / area), dpi, drawings)


def _objects(page: Any) -> Iterator[tuple[int, Any, _Matrix]]:
    """Kind, handle and the outer matrix of every object that is not a form or text."""
    count = pdfium_raw.FPDFPage_CountObjects(page)
    top_level = (pdfium_raw.FPDFPage_GetObject(page, index) for index in range(count))
    seen = 0
    stack = [(iter(top_level), _IDENTITY)]
    while stack:
        handles, matrix = stack[-1]
        handle = next(handles, None)
        if handle is None:
            stack.pop()
            continue
        seen += 1
        if seen > _MAX_OBJECTS:
            return
        kind = pdfium_raw.FPDFPageObj_GetType(handle)
        if kind != pdfium_raw.FPDF_PAGEOBJ_FORM:
            yield kind, handle, matrix
        elif len(stack) < _MAX_DEPTH:
            inner = pdfium_raw.FPDFFormObj_CountObjects(handle)
            children = (
                pdfium_raw.FPDFFormObj_GetObject(form, index)
                for form, index in ((handle, index) for index in range(inner))
            )
            stack.append((children, _product(_matrix_of(handle), matrix)))


def _matrix_of(handle: Any) -> _Matrix:
    found = pdfium_raw.FS_MATRIX()
    if not pdfium_raw.FPDFPageObj_GetMatrix(handle, ctypes.byref(found)):
        return _IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _product(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc,
        a * ob + b * od,
        c * oa + d * oc,
        c * ob + d * od,
        e * oa + f * oc + oe,
        e * ob + f * od + of,
    )


def _bounds(handle: Any, matrix: _Matrix) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of an object in the page's own points."""
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium_raw.FPDFPageObj_GetBounds(handle, *map(ctypes.byref, sides)):
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = (side.value for side in sides)
    a, b, c, d, e, f = matrix
    corners = [(x * a + y * c + e, x * b + y * d + f) for x in (left, right) for y in (bottom, top)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _dpi_of(handle: Any, area: float) -> float:
    """Dots per inch of an image that covers ``area`` square points, whatever its direction."""
    width, height = ctypes.c_uint(), ctypes.c_uint()
    if area <= 0 or not pdfium_raw.FPDFImageObj_GetImagePixelSize(
        handle, ctypes.byref(width), ctypes.byref(height)
    ):
        return 0.0
    return float((width.value * height.value / area) ** 0.5 * 72)
