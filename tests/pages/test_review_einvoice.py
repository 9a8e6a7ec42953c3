"""A reviewer sees that a file came with an e-invoice, and where the two differ."""

from dataclasses import replace

from made_einvoices import Bill, cii, hybrid, page_of, ubl
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


def test_xml_that_was_not_read_is_told(open_page, engine):
    content = hybrid(page_of(Bill()), {"factur-x.xml": cii(Bill())[:-40]})
    app = review(open_page, engine, "bill.pdf", content)
    assert any("An embedded XML file was not read" in warning.value for warning in app.warning)


def test_markup_in_an_einvoice_is_shown_as_text(open_page, engine):
    evil = replace(Bill(), number="**now** [pay](http://evil.example) <b>RE-1</b>")
    app = review(open_page, engine, "bill.pdf", hybrid(page_of(Bill()), {"a.xml": cii(evil)}))
    (told,) = app.error
    assert r"\*\*now\*\*" in told.value and "](http" not in told.value and "<b>" not in told.value
