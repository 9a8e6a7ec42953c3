"""A reviewer sees that a file came with an e-invoice, and where the two differ."""

from dataclasses import replace

from made_einvoices import Bill, Line, cii, hybrid, page_of, ubl
from made_screens import words_on


def review(open_page, engine, name, content):
    upload_id = engine.upload(name, content).upload_id
    engine.wait(upload_id, 60)
    return open_page("review.py", upload=upload_id)


def test_an_einvoice_is_named_beside_the_file(open_page, engine):
    said = words_on(review(open_page, engine, "bill.xml", ubl(Bill())))
    assert "E-invoice UBL Peppol BIS" in said
    assert "Nothing here needs a look." in said


def test_a_changed_account_is_told_above_the_fields(open_page, engine):
    page = page_of(replace(Bill(), iban="DE02120300000000202051"))
    app = review(open_page, engine, "bill.pdf", hybrid(page, {"factur-x.xml": cii(Bill())}))
    assert "1 field to look at" in words_on(app)
    (told,) = app.error
    assert (
        "IBAN DE89 3704 0044 0532 0130 00, the page shows DE02 1203 0000 0000 2020 51" in told.value
    )


def test_several_differences_are_one_message_with_one_advice(open_page, engine):
    page = page_of(replace(Bill(), iban="DE02120300000000202051", issued="20260303"))
    app = review(open_page, engine, "bill.pdf", hybrid(page, {"factur-x.xml": cii(Bill())}))
    (told,) = app.error
    assert told.value.count("- The XML says ") == 2
    assert told.value.count("Pay neither before asking the vendor") == 1


def test_pages_made_from_xml_are_not_to_be_cut(open_page, engine):
    lines = tuple(Line(f"Part {number}", "1", "5.00", "5.00") for number in range(90))
    app = review(open_page, engine, "bill.xml", ubl(replace(Bill(), lines=lines)))
    views = app.get_by_key("review_invoice_view").options
    assert "Items 90" in views and "Pages" not in views


def test_xml_that_was_not_read_is_told(open_page, engine):
    content = hybrid(page_of(Bill()), {"factur-x.xml": cii(Bill())[:-40]})
    app = review(open_page, engine, "bill.pdf", content)
    assert any("An embedded XML file was not read" in warning.value for warning in app.warning)


def test_markup_in_an_einvoice_is_shown_as_text(open_page, engine):
    evil = replace(Bill(), number="**now** [pay](http://evil.example) <b>RE-1</b>")
    app = review(open_page, engine, "bill.pdf", hybrid(page_of(Bill()), {"a.xml": cii(evil)}))
    (told,) = app.error
    assert r"\*\*now\*\*" in told.value and "](http" not in told.value and "<b>" not in told.value
