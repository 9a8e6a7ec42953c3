"""Files that want to harm whoever reads them, made byte by byte."""

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence

WORDS = b"BT /F1 12 Tf 72 700 Td (Invoice number: H-1   Total amount: EUR 119.00) Tj ET"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf_of(objects: Sequence[bytes], *, trailer: bytes = b"") -> bytes:
    """A PDF of hand-written objects; the first one is the catalogue."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for offset in offsets:
        out.write(b"%010d 00000 n \n" % offset)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def stream(content: bytes, extra: bytes = b"") -> bytes:
    """A stream object of these bytes."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content)


def packed(content: bytes, extra: bytes = b"") -> bytes:
    """The same, deflated."""
    return stream(zlib.compress(content, 9), b"/Filter /FlateDecode " + extra)


def simple_pdf(
    *more: bytes,
    catalog: bytes = b"",
    page: bytes = b"",
    resources: bytes = b"",
    content: bytes = WORDS,
    media_box: bytes = b"[0 0 600 800]",
) -> bytes:
    """A PDF of one page with words on it; ``more`` are objects from number 6 on."""
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 5 0 R /Resources << /Font << "
            b"/F1 4 0 R >> %s >> %s >>" % (media_box, resources, page),
            FONT,
            stream(content),
            *more,
        ]
    )


def pdf_of_pages(*contents: bytes, resources: bytes = b"", more: Sequence[bytes] = ()) -> bytes:
    """A PDF with a content stream for each page; ``more`` are the objects from number 4 on."""
    first = 4 + len(more)
    kids = b" ".join(b"%d 0 R" % (first + 2 * place) for place in range(len(contents)))
    pages: list[bytes] = []
    for place, content in enumerate(contents):
        pages += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R /Resources "
            b"<< /Font << /F1 3 0 R >> %s >> >>" % (first + 2 * place + 1, resources),
            stream(content),
        ]
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)),
            FONT,
            *more,
            *pages,
        ]
    )


def many_pages_pdf(count: int) -> bytes:
    """A PDF of ``count`` pages that are all the same object."""
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * count, count),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>",
        ]
    )


def lying_count_pdf() -> bytes:
    """One page that says it is two thousand million."""
    return simple_pdf().replace(b"/Count 1 ", b"/Count 2000000000 ")


def page_tree_loop_pdf() -> bytes:
    """A page tree whose branches are each other's children."""
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 1000 >>",
            b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 1000 >>",
        ]
    )


def deep_page_tree_pdf(depth: int = 20_000) -> bytes:
    """A page below ``depth`` branches of one child each."""
    branches = [
        b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (n - 1, n + 1)
        for n in range(3, depth + 3)
    ]
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            *branches,
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 600 800] >>" % (depth + 2),
        ]
    )


def nested_arrays_pdf(depth: int = 100_000) -> bytes:
    """A document whose catalogue holds lists within lists within lists."""
    return simple_pdf(catalog=b"/Deep " + b"[" * depth + b"]" * depth)


def form_bomb(depth: int = 12, fan_out: int = 10) -> list[bytes]:
    """Forms that each draw the next one ten times: 10^12 strokes from a few lines.

    They are the objects from number 4 on; /X0 is the first of them.
    """
    forms = []
    for level in range(depth):
        inner = b"/Y Do " * fan_out if level < depth - 1 else b"0 0 m 9 9 l S"
        nested = b"/Resources << /XObject << /Y %d 0 R >> >>" % (5 + level)
        forms.append(
            stream(
                inner,
                b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] "
                + (nested if level < depth - 1 else b""),
            )
        )
    return forms


def pdf_with_a_form_bomb() -> bytes:
    """Three pages with words, the second of which would be drawn for years."""
    return pdf_of_pages(
        WORDS,
        b"/X0 Do",
        WORDS.replace(b"H-1", b"H-2"),
        resources=b"/XObject << /X0 4 0 R >>",
        more=form_bomb(),
    )


def self_calling_form_pdf() -> bytes:
    """A form that draws itself."""
    form = stream(
        b"/X Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>",
    )
    return simple_pdf(form, resources=b"/XObject << /X 6 0 R >>", content=WORDS + b" /X Do")


def unpacking_bomb_pdf(size: int = 2_000_000_000) -> bytes:
    """A page whose content unpacks to ``size`` blanks."""
    packer = zlib.compressobj(9)
    blanks = b" " * 10_000_000
    content = b"".join(packer.compress(blanks) for _ in range(size // len(blanks)))
    content += packer.compress(WORDS) + packer.flush()
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources << "
            b"/Font << /F1 4 0 R >> >> >>",
            FONT,
            stream(content, b"/Filter /FlateDecode"),
        ]
    )


def huge_picture_pdf(side: int = 50_000) -> bytes:
    """A page that is one picture of ``side`` × ``side`` pixels, in a few kilobytes."""
    rows = b"\0" * (side * side // 8)
    picture = stream(
        zlib.compress(zlib.compress(rows, 9), 9),
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray "
        b"/BitsPerComponent 1 /Filter [/FlateDecode /FlateDecode]" % (side, side),
    )
    return simple_pdf(
        picture, resources=b"/XObject << /P 6 0 R >>", content=b"q 600 0 0 800 0 0 cm /P Do Q"
    )


def huge_sheet_pdf() -> bytes:
    """A page of fourteen million points each way without a word."""
    return simple_pdf(content=b"0 0 9999 9999 re f", media_box=b"[0 0 14400000 14400000]")


def xref_loop_pdf() -> bytes:
    """A PDF whose table of objects names itself as the one before."""
    content = simple_pdf()
    start = content.rindex(b"xref\n0")
    return content.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)


def object_stream_pdf(*, packed_objects: Sequence[bytes], extends: bytes = b"") -> bytes:
    """A PDF whose catalogue and pages are in an object stream, as newer programs write it.

    ``packed_objects`` are the objects from number 1 on; the stream is the one after the last,
    followed by the table of objects.
    """
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    offsets, bodies, place = [], [], 0
    for number, body in enumerate(packed_objects, 1):
        offsets.append(b"%d %d" % (number, place))
        bodies.append(body + b"\n")
        place += len(body) + 1
    head = b" ".join(offsets) + b"\n"
    holder = len(packed_objects) + 1
    holder_at = out.tell()
    body = packed(
        head + b"".join(bodies),
        b"/Type /ObjStm /N %d /First %d %s" % (len(packed_objects), len(head), extends),
    )
    out.write(b"%d 0 obj\n%s\nendobj\n" % (holder, body))
    table_at = out.tell()
    rows = [struct.pack(">BIH", 0, 0, 65535)]
    rows += [struct.pack(">BIH", 2, holder, index) for index in range(len(packed_objects))]
    rows += [struct.pack(">BIH", 1, holder_at, 0), struct.pack(">BIH", 1, table_at, 0)]
    table = packed(b"".join(rows), b"/Type /XRef /W [1 4 2] /Size %d /Root 1 0 R" % (holder + 2))
    out.write(b"%d 0 obj\n%s\nendobj\n" % (holder + 1, table))
    out.write(b"startxref\n%d\n%%%%EOF\n" % table_at)
    return out.getvalue()


def packed_javascript_pdf() -> bytes:
    """A script that only shows once an object stream is unpacked."""
    return object_stream_pdf(
        packed_objects=[
            b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) "
            b">> >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>",
        ]
    )


def object_stream_loop_pdf() -> bytes:
    """An object stream that says it goes on in itself."""
    return object_stream_pdf(
        packed_objects=[
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>",
        ],
        extends=b"/Extends 4 0 R",
    )


def embedding_pdf(name: bytes, content: bytes) -> bytes:
    """A page with words and one embedded file."""
    return simple_pdf(
        b"<< /Type /Filespec /F (%s) /UF (%s) /EF << /F 7 0 R >> >>" % (name, name),
        packed(content, b"/Type /EmbeddedFile"),
        catalog=b"/Names << /EmbeddedFiles << /Names [(%s) 6 0 R] >> >>" % name,
    )


def names_loop_pdf() -> bytes:
    """A tree of embedded files that is its own child."""
    return simple_pdf(
        b"<< /Kids [6 0 R 6 0 R] /Limits [(a) (z)] >>",
        catalog=b"/Names << /EmbeddedFiles 6 0 R >>",
    )


def russian_doll_pdf(depth: int = 30) -> bytes:
    """A PDF in a PDF in a PDF …"""
    content = simple_pdf()
    for _ in range(depth):
        content = embedding_pdf(b"inner.pdf", content)
    return content


def zip_of(name: str, content: bytes) -> bytes:
    """A ZIP archive with one file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


ACTIONS = {
    "JavaScript": simple_pdf(catalog=b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
    "JavaScript, spelt in codes": simple_pdf(
        catalog=b"/OpenAction << /S /J#61vaScr#69pt /JS (app.alert\\(1\\)) >>"
    ),
    "JavaScript, packed": packed_javascript_pdf(),
    "program": simple_pdf(catalog=b"/OpenAction << /S /Launch /F (/bin/sh) /NewWindow true >>"),
    "send": simple_pdf(
        page=b"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 600 800] /A << /S /SubmitForm "
        b"/F (http://127.0.0.1:9/) >> >>]"
    ),
    "take in": simple_pdf(page=b"/AA << /O << /S /ImportData /F (/etc/passwd) >> >>"),
    "film": simple_pdf(
        page=b"/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 600 800] >>]"
    ),
    "pinned": simple_pdf(
        page=b"/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] >>]"
    ),
    "carries": embedding_pdf(b"evil.exe", b"MZ" + b"\0" * 100),
}
"""PDFs that want something done, by what that is."""
