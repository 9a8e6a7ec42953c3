"""Which pages can be read by their own text, and which go to OCR."""

import pypdfium2 as pdfium
import pytest
from made_documents import LETTER, letter, page_pdf, pdf, picture_page, scan

from engine.reading.page_images import pictures_of
from engine.reading.quality import is_plausible, is_usable, verdict_on
from engine.reading.text_layer import read_text_layer

JUNK = (
    "|l;j~ 1I|l.. ,'^ ~;:j rrn1Ill",
    "xkqzw {f} ~^~ lI1l|! hGtRw",
    ")(*j; vvIIl ;;,, rnrnQ|",
) * 3


def verdict(path):
    document = pdfium.PdfDocument(path)
    page = document[0]
    try:
        return verdict_on(read_text_layer(page), lambda: pictures_of(page))
    finally:
        page.close()
        document.close()


def test_a_digital_page_is_good(tmp_path):
    assert verdict(pdf(tmp_path / "a.pdf", letter)) == "good"


def test_a_page_with_next_to_nothing_on_it_is_blank(tmp_path):
    assert verdict(pdf(tmp_path / "a.pdf", lambda canvas: canvas.line(0, 0, 9, 9))) == "blank"


def test_a_scan_without_text_goes_to_ocr(tmp_path):
    assert verdict(pdf(tmp_path / "a.pdf", picture_page(scan()))) == "no_text"


def test_letters_drawn_as_outlines_go_to_ocr(tmp_path):
    def draw(canvas):
        for x in range(60):
            canvas.circle(100 + 5 * x, 700, 2)

    assert verdict(pdf(tmp_path / "a.pdf", draw)) == "no_text"


def test_a_scan_with_a_good_hidden_layer_keeps_it(tmp_path):
    assert verdict(pdf(tmp_path / "a.pdf", picture_page(scan(), hidden=LETTER))) == "good"


def test_a_scan_with_a_junk_hidden_layer_goes_to_ocr(tmp_path):
    assert verdict(pdf(tmp_path / "a.pdf", picture_page(scan(), hidden=JUNK))) == "junk_layer"


def test_a_scan_with_a_hidden_layer_of_few_words_goes_to_ocr(tmp_path):
    page = picture_page(scan(), hidden=("Page one",))
    assert verdict(pdf(tmp_path / "a.pdf", page)) == "junk_layer"


@pytest.mark.parametrize("stamp", ["Received 12.03.2024", "Case 1:20-cv-01234 Filed 02/03/20 " * 4])
def test_a_scan_with_a_stamped_header_goes_to_ocr(tmp_path, stamp):
    page = picture_page(scan(), visible=stamp)
    assert verdict(pdf(tmp_path / "a.pdf", page)) == "stamp_on_scan"


def test_text_on_a_background_picture_is_good(tmp_path):
    def draw(canvas):
        picture_page(scan(lines=()))(canvas)
        letter(canvas)

    assert verdict(pdf(tmp_path / "a.pdf", draw)) == "good"


def test_a_small_logo_beside_little_text_does_no_harm(tmp_path):
    def draw(canvas):
        canvas.drawInlineImage(scan(size=(100, 100)), 40, 700, 80, 80)
        canvas.drawString(72, 600, "Thank you")

    assert verdict(pdf(tmp_path / "a.pdf", draw)) == "good"


def test_glyph_codes_in_the_private_area_are_unusable(tmp_path):
    content = b"BT /F2 10 Tf 50 700 Td (ABCDEFGHIJ) Tj 0 -20 Td (JIHGFEDCBA) Tj ET"
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        b"1 begincodespacerange <00> <FF> endcodespacerange "
        b"1 beginbfrange <41> <4A> <E041> endbfrange endcmap end end"
    )
    path = page_pdf(
        tmp_path / "a.pdf",
        content,
        fonts=b"/F2 6 0 R",
        more=(
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap),
        ),
    )
    assert verdict(path) == "unusable_codes"


def test_shifted_glyph_codes_are_unusable(tmp_path):
    def draw(canvas):
        canvas.setFont("Helvetica", 11)
        for row, text in enumerate(LETTER):
            shifted = "".join(chr(ord(c) + 29) if c.islower() else c for c in text)
            canvas.drawString(72, 760 - 30 * row, shifted)

    assert verdict(pdf(tmp_path / "a.pdf", draw)) == "unusable_codes"


@pytest.mark.parametrize(
    "text",
    [
        "Total", "GmbH", "McDonald", "l'addition", "(Rechnung)", "Straße", "IBAN", "e.V.", "A/S",
        "1,250.00", "-12.50", "(12,50)", "€59,50", "12.03.2024", "12/31/24", "19%", "653.13CR", "+",
        "DE12345678901234", "INV-2024/001", "#4hrb48vz", "www.example.com", "a@b.example", "—", "x",
        "счёт", "発票", "Kundennr.", "01JUN", "https://example.com/a?b=c",
    ],
)  # fmt: skip
def test_words_numbers_and_codes_are_plausible(text):
    assert is_plausible(text)


@pytest.mark.parametrize(
    "text", ["|l;j~", "1I|l..x{", "hGtRwq", "xkqzw", "a\x01b", "{f}~", "rn;1I"]
)
def test_wreckage_is_not_plausible(text):
    assert not is_plausible(text)


def test_only_good_and_blank_pages_are_usable():
    assert is_usable("good")
    assert is_usable("blank")
    assert not is_usable("stamp_on_scan")
