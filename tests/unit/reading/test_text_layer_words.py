"""What a PDF's own text says, word by word."""

import numpy as np
import pytest
from made_documents import letter, page_of, page_pdf, pdf, stream, text_at, texts
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from engine.reading import lines_of
from engine.reading.mac_roman import mended_codes
from engine.reading.normal_text import normal


def test_a_word_has_its_place_size_and_weight(tmp_path):
    def draw(canvas):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(100, 742, "Total")
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(300, 442, "12,50")

    plain, bold = page_of(pdf(tmp_path / "a.pdf", draw)).words
    assert (plain.text, plain.bold, plain.font_size, plain.confidence) == ("Total", False, 10, 1)
    assert (bold.text, bold.bold, bold.font_size) == ("12,50", True, 20)
    assert plain.x0 == pytest.approx(100 / 595, abs=1e-3)
    assert plain.x1 == pytest.approx((100 + stringWidth("Total", "Helvetica", 10)) / 595, abs=1e-3)
    assert plain.y0 < 100 / 842 < plain.y1
    assert (plain.y1 - plain.y0) * 842 == pytest.approx(10, abs=0.5)


def test_single_letters_of_another_font_among_long_words_keep_it(tmp_path):
    def draw(canvas):
        text = canvas.beginText(50, 700)
        for place in range(40):
            text.setFont("Helvetica", 9)
            text.textOut("abcdefghijklmnopq"[: place % 17 + 1] + " ")
            text.setFont("Helvetica-Bold", 9)
            text.textOut("X ")
            if place % 8 == 7:
                text.textLine()
        canvas.drawText(text)

    words = page_of(pdf(tmp_path / "a.pdf", draw)).words
    assert len(words) == 80
    assert all(word.bold == (word.text == "X") for word in words)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_boxes_are_those_of_the_page_as_shown(tmp_path, rotation):
    content = {
        90: b"0 1 -1 0 500 100 Tm",
        180: b"-1 0 0 -1 500 700 Tm",
        270: b"0 -1 1 0 100 700 Tm",
    }[rotation]
    path = page_pdf(
        tmp_path / "a.pdf",
        b"BT /F1 20 Tf " + content + b" (Upper left) Tj ET",
        page=b"/Rotate %d" % rotation,
    )
    page = page_of(path)
    assert texts(page) == ["Upper", "left"]
    assert page.turn == 0
    assert (page.width, page.height) == ((600, 800) if rotation == 180 else (800, 600))
    upper, left = page.words
    assert upper.x0 == pytest.approx(100 / page.width, abs=0.003)
    assert upper.x1 < left.x0
    baseline = 700 / 800 if rotation == 180 else 500 / 600
    assert upper.y0 < baseline < upper.y1
    assert upper.y0 == pytest.approx(left.y0, abs=1e-4)


@pytest.mark.parametrize(
    ("matrix", "turn"),
    [(b"0 1 -1 0 300 100 Tm", 90), (b"-1 0 0 -1 500 700 Tm", 180), (b"0 -1 1 0 300 700 Tm", 270)],
)
def test_a_page_drawn_sideways_is_turned_upright(tmp_path, matrix, turn):
    content = b"BT /F1 20 Tf " + matrix + b" 24 TL (First row) Tj T* (Second row) Tj ET"
    page = page_of(page_pdf(tmp_path / "a.pdf", content))
    assert page.turn == turn
    assert [line.text for line in lines_of(page)] == ["First row", "Second row"]


def test_text_across_the_page_is_left_out(tmp_path):
    def draw(canvas):
        letter(canvas)
        canvas.saveState()
        canvas.translate(300, 400)
        canvas.rotate(45)
        canvas.drawString(0, 0, "COPY")
        canvas.rotate(45)
        canvas.drawString(0, 50, "Form 12")
        canvas.restoreState()

    page = page_of(pdf(tmp_path / "a.pdf", draw))
    assert "COPY" not in texts(page)
    assert "Form" not in texts(page)
    assert len(lines_of(page)) == 7


def test_boxes_are_fractions_of_the_crop_box(tmp_path):
    path = page_pdf(
        tmp_path / "a.pdf",
        b"BT /F1 10 Tf 150 650 Td (Inside) Tj -140 0 Td (Outside) Tj ET",
        page=b"/CropBox [100 400 500 700]",
    )
    page = page_of(path)
    assert (page.width, page.height) == (400, 300)
    (word,) = page.words
    assert word.text == "Inside"
    assert word.x0 == pytest.approx(50 / 400, abs=1e-3)
    assert word.y0 < 50 / 300 < word.y1


def test_kerning_does_not_split_a_word_and_a_wide_gap_does(tmp_path):
    content = b"BT /F1 10 Tf 50 700 Td [(Rech) -90 (nung) -400 (Summe)] TJ ET"
    assert texts(page_of(page_pdf(tmp_path / "a.pdf", content))) == ["Rechnung", "Summe"]


def test_the_last_digit_of_an_amount_is_put_back(tmp_path):
    content = b"BT /F1 10 Tf 50 700 Td [(653.1) -250 (3)] TJ 100 0 Td (12.5 7) Tj ET"
    assert texts(page_of(page_pdf(tmp_path / "a.pdf", content))) == ["653.13", "12.5", "7"]


def test_cells_three_points_apart_are_two_words(tmp_path):
    end = 100 + stringWidth("1,250.00", "Helvetica", 8)
    draw = text_at((100, 700, "1,250.00"), (end + 3, 700, "8,431.77"), size=8)
    assert texts(page_of(pdf(tmp_path / "a.pdf", draw))) == ["1,250.00", "8,431.77"]


def test_letters_placed_one_by_one_make_words(tmp_path):
    def draw(canvas):
        canvas.setFont("Helvetica", 10)
        x = 100.0
        for char in "Amount due":
            if char != " ":
                canvas.drawString(x, 700, char)
            x += stringWidth(char, "Helvetica", 10)

    assert texts(page_of(pdf(tmp_path / "a.pdf", draw))) == ["Amount", "due"]


def test_spaced_out_letters_make_words(tmp_path):
    content = b"BT /F1 10 Tf 4 Tc 50 700 Td (INVOICE NUMBER) Tj ET"
    assert texts(page_of(page_pdf(tmp_path / "a.pdf", content))) == ["INVOICE", "NUMBER"]


@pytest.mark.parametrize("shift", [0.0, 0.3, 0.8])
def test_letters_printed_twice_are_read_once(tmp_path, shift):
    def draw(canvas):
        canvas.setFont("Helvetica", 10)
        x = 100.0
        for char in "Balance":
            canvas.drawString(x, 700, char)
            canvas.drawString(x + shift, 700, char)
            x += stringWidth(char, "Helvetica", 10)

    assert texts(page_of(pdf(tmp_path / "a.pdf", draw))) == ["Balance"]


@pytest.mark.parametrize("shift", [0.0, 0.3, 0.8])
def test_words_printed_twice_are_read_once(tmp_path, shift):
    draw = text_at((100, 700, "Total 55.10"), (100 + shift, 700, "Total 55.10"))
    assert texts(page_of(pdf(tmp_path / "a.pdf", draw))) == ["Total", "55.10"]


def test_equal_words_in_two_rows_are_both_kept(tmp_path):
    draw = text_at((100, 700, "10.00"), (100, 688, "10.00"), (140, 688, "10.00"))
    assert texts(page_of(pdf(tmp_path / "a.pdf", draw))) == ["10.00"] * 3


def test_double_letters_are_kept(tmp_path):
    content = b"BT /F1 10 Tf 50 Tz 50 700 Td (http://call.ill) Tj ET"
    assert texts(page_of(page_pdf(tmp_path / "a.pdf", content))) == ["http://call.ill"]


def test_a_ligature_is_spelt_out_without_a_gap(tmp_path):
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
        b"/CMapName /X def 1 begincodespacerange <00> <FF> endcodespacerange "
        b"3 beginbfchar <41> <004F> <42> <006600660069> <43> <00630065> endbfchar "
        b"endcmap end end"
    )
    widths = b" ".join([b"600"] * 3)
    font = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 65 /LastChar 67 "
        b"/Widths [" + widths + b"] /ToUnicode 7 0 R >>"
    )
    path = page_pdf(
        tmp_path / "a.pdf",
        b"BT /F2 10 Tf 50 700 Td (ABC) Tj ET",
        fonts=b"/F2 6 0 R",
        more=(font, stream(cmap)),
    )
    assert texts(page_of(path)) == ["Office"]


def test_text_in_form_xobjects_is_read(tmp_path):
    def draw(canvas):
        canvas.beginForm("stamp")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(0, 0, "Paid")
        canvas.endForm()
        canvas.translate(200, 600)
        canvas.doForm("stamp")

    (word,) = page_of(pdf(tmp_path / "a.pdf", draw)).words
    assert word.text == "Paid"
    assert word.x0 == pytest.approx(200 / 595, abs=1e-3)


def test_a_page_printed_twice_is_read_once(tmp_path):
    rows = [(100, 700 - 12 * row, f"Row {row} costs {row}.50") for row in range(5)]
    again = [(x + 0.5, y + 0.5, text) for x, y, text in rows]
    page = page_of(pdf(tmp_path / "a.pdf", text_at(*rows, *again)))
    assert len(page.words) == 20


def test_mac_codes_are_read_as_windows_where_a_digit_gives_it_away():
    codes = np.array([ord(char) for char in "Ä59 Waﬂe Ärger"], np.uint32)
    fonts = np.array([1] * 9 + [2] * 5, np.uint64)
    mended = "".join(map(chr, mended_codes(codes, fonts).tolist()))
    assert mended == "€59 Waße Ärger"


def test_characters_are_spelt_one_way():
    assert normal("e\u0301 ofﬁce 12m² １２") == "é office 12m² 12"


def test_a_page_without_text_or_pictures_has_no_words(tmp_path):
    page = page_of(pdf(tmp_path / "a.pdf", lambda canvas: None))
    assert (page.words, page.source) == ((), "text")


def test_a_page_with_nothing_but_a_watermark_has_no_words(tmp_path):
    content = b"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 200 Tm (COPY) Tj ET"
    page = page_of(page_pdf(tmp_path / "a.pdf", content))
    assert (page.words, page.turn) == ((), 0)


def test_a_font_without_widths_is_read_by_its_ink(tmp_path):
    font = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 65 /LastChar 90 "
        b"/Widths [" + b"0 " * 26 + b"] >>"
    )
    shown = b"".join(b"(%c) Tj 7 0 Td " % char for char in b"TOTAL")
    path = page_pdf(
        tmp_path / "a.pdf",
        b"BT /F2 10 Tf 50 700 Td " + shown + b"ET",
        fonts=b"/F2 6 0 R",
        more=(font,),
    )
    assert texts(page_of(path)) == ["TOTAL"]


def test_drawn_fonts_have_sizes_of_their_own(tmp_path):
    glyph = b"600 0 0 0 500 700 d1 0 0 500 700 re f"
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [0.01 0 0 0.01 0 0] "
        b"/CharProcs << /a 7 0 R >> /Encoding << /Type /Encoding /Differences [65 /a /a] >> "
        b"/FirstChar 65 /LastChar 66 /Widths [600 600] /Resources << >> /ToUnicode 8 0 R >>"
    )
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        b"1 begincodespacerange <00> <FF> endcodespacerange "
        b"1 beginbfrange <41> <42> <0041> endbfrange endcmap end end"
    )
    path = page_pdf(
        tmp_path / "a.pdf",
        b"BT /F2 1 Tf 50 700 Td (ABBA) Tj 40 0 Td (BA) Tj ET",
        fonts=b"/F2 6 0 R",
        more=(font, stream(glyph), stream(cmap)),
    )
    page = page_of(path)
    assert texts(page) == ["ABBA", "BA"]
    assert all(0.002 < word.y1 - word.y0 < 0.02 for word in page.words)


def test_signs_that_show_nothing_are_no_part_of_a_word():
    assert normal("RE\u200b-4711\ufeff\u202e") == "RE-4711"
    assert normal("\u200e") == ""
    assert normal("\u0645\u06cc\u200c\u062e\u0648") == "\u0645\u06cc\u200c\u062e\u0648"


def test_letters_written_leftwards_are_one_word_until_the_pen_jumps(tmp_path):
    def draw(canvas):
        registerFont(TTFont("DejaVuSans", "DejaVuSans.ttf"))
        canvas.setFont("DejaVuSans", 12)
        x = 500.0
        for letter_ in "משכורת":
            x -= stringWidth(letter_, "DejaVuSans", 12)
            canvas.drawString(x, 700, letter_)
        canvas.drawString(300, 700, "615429")

    words = page_of(pdf(tmp_path / "a.pdf", draw)).words
    assert sorted(word.text for word in words) == ["615429", "משכורת"]


def test_leftward_letters_that_stand_in_the_file_from_the_left_are_turned(tmp_path):
    def draw(canvas):
        registerFont(TTFont("DejaVuSans", "DejaVuSans.ttf"))
        canvas.setFont("DejaVuSans", 12)
        x = 400.0
        for letter_ in reversed("משכורת"):
            canvas.drawString(x, 700, letter_)
            x += stringWidth(letter_, "DejaVuSans", 12)
        canvas.drawString(300, 700, "615429")

    words = page_of(pdf(tmp_path / "a.pdf", draw)).words
    assert sorted(word.text for word in words) == ["615429", "משכורת"]


def test_letters_drawn_as_one_shape_stay_within_their_word(tmp_path):
    shape = b"/Span << /ActualText <FEFF0E0A0E35> >> BDC (^) Tj EMC"
    path = page_pdf(
        tmp_path / "a.pdf", b"BT /F1 20 Tf 100 700 Td (ab) Tj " + shape + b" (cd) Tj ( ef) Tj ET"
    )
    assert [word.text for word in page_of(path).words] == ["ab\u0e0a\u0e35cd", "ef"]
