"""Which cells of a scanned statement are read again, and what becomes of what is heard there."""

import datetime as dt
from dataclasses import replace

from msgspec import structs
from scanned_rows import ROWS

from engine.extraction import Context, extract_statement
from engine.extraction.statements.lines.heard import with_heard_figures
from engine.extraction.statements.rereading import cells_to_read_again
from engine.reading.cell_reading import CellReading
from engine.reading.page import Page, Word


def words_of(text, x, y, **facts):
    found = []
    for part in text.split():
        found.append(Word(part, x, y, x + 0.009 * len(part), y + 0.01, **facts))
        x += 0.009 * len(part) + 0.006
    return found


def statement_page(rows=ROWS, *, source="ocr", confidence=0.95, closing="800.00"):
    words = [
        *words_of("Account statement 01.03.2024 - 31.03.2024", 0.1, 0.05, confidence=confidence),
        *words_of("Opening balance 1,000.00", 0.1, 0.1, confidence=confidence),
    ]
    heads = (("Date", 0.1), ("Description", 0.25), ("Debit", 0.61), ("Balance", 0.8))
    for text, x in heads:
        words += words_of(text, x, 0.15, confidence=confidence)
    for number, row in enumerate(rows):
        for text, x in zip(row, (0.1, 0.25, 0.6, 0.8), strict=True):
            words += words_of(text, x, 0.18 + 0.02 * number, confidence=confidence)
    words += words_of(f"Closing balance {closing}", 0.1, 0.35, confidence=confidence)
    return Page(1, 595, 842, source, tuple(words), engine="tesseract")


def read(page, readings=()):
    return extract_statement([page], Context("u"), readings)


def misread(row, column, text):
    rows = [list(each) for each in ROWS]
    rows[row][column] = text
    return statement_page(tuple(map(tuple, rows)))


def heard(place, text, engine="tesseract", confidence=0.9):
    return CellReading(place.page_number, place.bbox, text, confidence, engine)


def test_a_proven_statement_needs_no_second_reading():
    page = statement_page()
    statement = read(page)
    assert statement.info.proof.status == "proven"
    assert cells_to_read_again(statement, [page]) == ()


def test_a_text_layer_is_not_read_again():
    words = tuple(structs.replace(word, confidence=1.0) for word in misread(2, 2, "95.99").words)
    page = replace(statement_page(source="text"), words=words)
    assert cells_to_read_again(read(page), [page]) == ()


def test_a_layer_that_a_scanning_program_hid_is_read_again():
    page = replace(misread(2, 2, "91.99"), source="text")
    hidden = replace(
        page, words=tuple(structs.replace(word, confidence=0.9) for word in page.words)
    )
    asked = {cell.text for cell in cells_to_read_again(read(hidden), [hidden])}
    assert {"91.99", "862.25", "947.50"} <= asked


def test_figures_beside_a_gap_are_read_again_before_all_others():
    page = misread(2, 2, "91.99")
    asked = [cell.text for cell in cells_to_read_again(read(page), [page])]
    assert {"91.99", "862.25", "947.50"} <= set(asked[:6])
    assert "12.50" not in asked[:6]


def test_a_word_that_was_taken_for_no_figure_is_read_again_and_heard():
    page = misread(3, 2, "§§.1O")
    first = read(page)
    assert len(first.transactions) == 5
    cells = cells_to_read_again(first, [page])
    (cell,) = (cell for cell in cells if cell.text == "§§.1O")
    said = [heard(cell, "33.10"), heard(cell, "33.10", "rapidocr")]
    statement = read(page, said)
    assert [str(row.amount) for row in statement.transactions][3] == "-33.10"
    assert statement.info.proof.status == "proven"


def test_figures_that_were_read_with_doubt_are_read_again_where_nothing_proves_them():
    rows = tuple((*row[:3], "") for row in ROWS)
    page = statement_page(rows, closing="")
    page = replace(
        page,
        words=tuple(
            structs.replace(word, confidence=0.4) if word.text == "40.00" else word
            for word in page.words
        ),
    )
    asked = {cell.text for cell in cells_to_read_again(read(page), [page])}
    assert asked == {"40.00"}


def test_no_more_cells_are_asked_for_than_allowed():
    page = misread(2, 2, "91.99")
    statement = read(page)
    all_cells = cells_to_read_again(statement, [page])
    assert cells_to_read_again(statement, [page], most=2) == all_cells[:2]


def figures_heard(text, first, *engines):
    """The statement's page after ``text`` was heard where ``first`` had been read."""
    page = misread(1, 2, first)
    word = next(word for word in page.words if word.text == first)
    box = (word.x0, word.y0, word.x1, word.y1)
    said = [CellReading(1, box, text, 0.9, engine) for engine in engines]
    (heard_page,) = with_heard_figures([page], said, whole=False)
    return [word.text for word in heard_page.words if word.text in {text, first}]


def test_where_both_engines_agree_theirs_is_the_reading():
    assert figures_heard("40.00", "49.00", "tesseract", "rapidocr") == ["40.00"]


def test_an_amount_stays_as_it_was_read_where_one_engine_says_another():
    assert figures_heard("40.00", "49.00", "tesseract", "tesseract") == ["49.00"]


def test_no_digit_is_lost_to_a_second_reading():
    assert figures_heard("40.00", "140.00", "tesseract", "rapidocr") == ["140.00"]


def test_a_sign_that_second_readings_lost_is_kept():
    page = misread(1, 2, "49.00-")
    word = next(word for word in page.words if word.text == "49.00-")
    box = (word.x0, word.y0, word.x1, word.y1)
    said = [CellReading(1, box, "40.00", 0.9, engine) for engine in ("tesseract", "rapidocr")]
    (heard_page,) = with_heard_figures([page], said, whole=False)
    assert "40.00-" in [word.text for word in heard_page.words]


def test_a_figure_that_was_parted_is_asked_for_and_heard_as_one():
    page = misread(2, 2, "8 5. 2S")
    cells = cells_to_read_again(read(page), [page])
    (cell,) = (cell for cell in cells if "5. 2S" in cell.text)
    assert cell.text == "8 5. 2S"
    said = [heard(cell, "85.25"), heard(cell, "85.25", "rapidocr")]
    statement = read(page, said)
    assert statement.info.proof.status == "proven"
    assert str(statement.transactions[2].amount) == "-85.25"


def test_voices_that_differ_or_stand_alone_change_nothing():
    page = misread(3, 2, "§§.1O")
    word = next(word for word in page.words if word.text == "§§.1O")
    box = (word.x0, word.y0, word.x1, word.y1)
    differing = [CellReading(1, box, text, 0.9, "tesseract") for text in ("33.10", "38.10")]
    assert with_heard_figures([page], differing, whole=False) == [page]
    assert with_heard_figures([page], differing[:1], whole=False) == [page]
    unsure = [CellReading(1, box, "33.10", 0.3, "tesseract")] * 2
    assert with_heard_figures([page], unsure, whole=False) == [page]


def test_days_out_of_order_are_read_again_and_heard_even_in_a_proven_statement():
    page = misread(2, 0, "17.03.2024")
    first = read(page)
    assert first.info.proof.status == "proven"
    cells = cells_to_read_again(first, [page])
    assert [cell.text for cell in cells] == ["17.03.2024", "09.03.2024"]
    said = [heard(cells[0], "07.03.2024"), heard(cells[0], "07.03 2024", "rapidocr")]
    statement = read(page, said)
    assert statement.transactions[2].date == dt.date(2024, 3, 7)
    alone = [heard(cells[0], "07.03.2024"), heard(cells[0], "O7.03.2O24", "rapidocr")]
    assert read(page, alone).transactions[2].date == dt.date(2024, 3, 7)
    differing = [heard(cells[0], "07.03.2024"), heard(cells[0], "01.03.2024", "rapidocr")]
    assert read(page, differing).transactions[2].date == dt.date(2024, 3, 17)


def test_days_in_no_order_at_all_are_left_alone():
    days = ("12.03.2024", "05.03.2024", "15.03.2024", "02.03.2024", "09.03.2024", "07.03.2024")
    rows = tuple((day, *row[1:]) for day, row in zip(days, ROWS, strict=True))
    page = statement_page(rows)
    assert cells_to_read_again(read(page), [page]) == ()


def test_figures_below_days_that_were_read_as_none_are_read_again():
    page = misread(4, 0, "12103.2024")
    cells = cells_to_read_again(read(page), [page])
    (cell,) = (cell for cell in cells if cell.text == "12103.2024")
    said = [heard(cell, "12.03.2024"), heard(cell, "12.03.2024", "rapidocr")]
    statement = read(page, said)
    assert [row.date.day for row in statement.transactions] == [2, 5, 7, 9, 12, 15]
