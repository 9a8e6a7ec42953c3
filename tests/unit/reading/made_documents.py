"""Small documents that the tests of reading draw themselves."""

import io
import struct
import zlib
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from engine.reading.document import ReadOptions, inspect_document
from engine.reading.reader import plan_jobs, read_pages

LETTER = (
    "Invoice 4711 for Example Company",
    "The goods were delivered on 12 March 2024",
    "Consulting services 1,250.00",
    "Travel expenses 310.40",
    "Total amount due 1,560.40",
    "Please pay within thirty days to the account below",
    "Thank you for your order and your confidence",
)


def pdf(path: Path, *pages, size=(595, 842), **canvas_options) -> Path:
    """A PDF whose pages are drawn by functions that take the canvas."""
    canvas = Canvas(str(path), pagesize=size, **canvas_options)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def text_at(*items, font="Helvetica", size=10):
    """A page with strings at points from the bottom left corner."""

    def draw(canvas):
        canvas.setFont(font, size)
        for x, y, text in items:
            canvas.drawString(x, y, text)

    return draw


def letter(canvas):
    """A page with the rows of ``LETTER``."""
    canvas.setFont("Helvetica", 11)
    for row, text in enumerate(LETTER):
        canvas.drawString(72, 760 - 30 * row, text)


def scan(lines=LETTER, *, size=(1240, 1754), mode="L", ink=0, paper=255, type_size=34):
    """The picture of a page at 150 dpi when it is A4."""
    image = Image.new("L", size, paper)
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(type_size)
    for row, text in enumerate(lines):
        pen.text((120, 140 + 80 * row), text, fill=ink, font=font)
    return image.convert(mode)


def picture_page(image, *, hidden=None, visible=None):
    """A page filled by ``image``, with text under it in invisible or over it in visible ink."""

    def draw(canvas):
        width, height = canvas._pagesize
        canvas.drawImage(ImageReader(image), 0, 0, width, height)
        for row, text in enumerate(hidden or ()):
            words = canvas.beginText(72, 760 - 30 * row)
            words.setFont("Helvetica", 11)
            words.setTextRenderMode(3)
            words.textOut(text)
            canvas.drawText(words)
        if visible:
            canvas.setFont("Helvetica", 9)
            canvas.drawString(40, height - 20, visible)

    return draw


def image_file(path: Path, image, **save_options) -> Path:
    image.save(path, **save_options)
    return path


def bomb_png(path: Path, width: int, height: int) -> Path:
    """A PNG of a few bytes whose header promises a huge picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0"))
        + chunk(b"IEND", b"")
    )
    return path


def raw_pdf(path: Path, objects: list[bytes]) -> Path:
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
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    path.write_bytes(out.getvalue())
    return path


def stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content)


def page_pdf(path: Path, content: bytes, *, page=b"", fonts=b"", more=()) -> Path:
    """A one-page PDF with a hand-written content stream; object 4 is Helvetica, /F1."""
    return raw_pdf(
        path,
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R "
            b"/Resources << /Font << /F1 4 0 R " + fonts + b" >> >> " + page + b" >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            stream(content),
            *more,
        ],
    )


def read(path: Path, *, password=None, **options):
    """The results for all pages of a document, read in this process."""
    facts = inspect_document(path, path.name, password=password)
    jobs = plan_jobs(path, facts, ReadOptions(**options), password)
    return [result for job in jobs for result in read_pages(job)]


def page_of(path: Path, **options):
    """The first page of a document, which must be readable."""
    result = read(path, **options)[0]
    assert result.page is not None, result.error_message
    return result.page


def texts(page) -> list[str]:
    return [word.text for word in page.words]
