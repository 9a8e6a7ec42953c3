"""Pages made from text: words lie where the picture shows them, long text goes on."""

import io

import pytest
from PIL import Image

from engine.reading.blocks import OverlongError, Pairs, Paragraph, Table, Title
from engine.reading.typeset import draw_page, typeset


def ink_in(picture, word):
    width, height = picture.size
    box = (word.x0 * width, word.y0 * height, word.x1 * width, word.y1 * height)
    part = picture.crop(tuple(round(edge) for edge in box))
    return sum(1 for value in part.get_flattened_data() if value < 140) if part.size[0] else 0


def drawn(page, dpi=100):
    return Image.open(io.BytesIO(draw_page(page, dpi))).convert("L")


def test_every_word_is_drawn_inside_its_box():
    blocks = (
        Title("Invoice 42", "made here"),
        Pairs("Seller", (("Name", "Łódź Čeština GmbH"), ("Empty", ""))),
        Table("Lines", ("No.", "Net"), (0.5, -0.5), (("1", "12.00"), ("2", "7.50"))),
        Pairs("Totals", (("Due", "19.50 EUR"),), is_sum=True),
        Paragraph("Notes", "Thank you."),
    )
    (page,) = typeset(blocks)
    texts = [word.text for word in page.page.words]
    assert "Łódź" in texts and "Empty" not in texts
    picture = drawn(page)
    assert all(ink_in(picture, word) for word in page.page.words)


def test_figures_stand_under_each_other_at_the_right():
    (page,) = typeset((Table("", ("A", "B"), (0.5, -0.5), (("x", "1.00"), ("y", "1,000.00"))),))
    edges = {word.x1 for word in page.page.words if word.text in ("1.00", "1,000.00")}
    assert max(edges) - min(edges) < 0.002


def test_long_text_is_wrapped_and_goes_on_overleaf():
    pages = typeset((Paragraph("Notes", "word " * 5_000), Paragraph("", "x" * 5_000)))
    assert len(pages) > 2
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    words = [word for page in pages for word in page.page.words]
    assert all(0 <= word.x0 < word.x1 <= 1 and 0 <= word.y0 < word.y1 <= 1 for word in words)
    assert sum(word.text == "word" for word in words) == 5_000


def test_nothing_to_set_is_one_empty_page():
    (page,) = typeset(())
    assert page.page.words == ()
    assert drawn(page).size[0] > 500


def test_what_is_too_long_for_its_place_stays_on_the_page():
    long = "9" * 400
    pages = typeset((Title(long), Pairs("", ((long, long),), is_sum=True)))
    for page in pages:
        for word in page.page.words:
            assert 0 <= word.x0 <= word.x1 <= 1


def test_setting_stops_when_there_are_too_many_pages():
    def notes():
        for number in range(1_000_000):
            assert number < 1000
            yield Paragraph("", "word " * 50)

    with pytest.raises(OverlongError):
        typeset(notes(), max_pages=3)
    assert len(typeset([Paragraph("", "word " * 50)] * 20, max_pages=3)) <= 3
