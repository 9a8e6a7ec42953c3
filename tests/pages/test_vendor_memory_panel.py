"""The review screen shows what was learned about a vendor, and lets it be forgotten."""

from made_screens import button, labels_of, pdf, words_on
from msgspec.structs import replace

LINES = (
    "Acme Supplies Ltd",
    "INVOICE",
    "Customer number: 55001",
    "Dossier: {number}",
    "Date: 2026-02-03",
    "Total: EUR 120.00",
)


def read(engine, number):
    content = pdf(tuple(line.format(number=number) for line in LINES))
    upload_id = engine.upload(f"{number}.pdf", content, kind="invoice").upload_id
    assert engine.wait(upload_id, 60).status == "completed"
    return engine.invoice_upload(upload_id)


def corrected(engine):
    """An upload whose number a person corrected."""
    row = read(engine, "D-77")
    wanted = [replace(row.document.invoices[0], invoice_number="D-77")]
    engine.save_invoices(row.upload_id, wanted, row_version=row.row_version)
    return row.upload_id


def test_nothing_is_shown_where_nothing_was_learned(open_page, engine):
    row = read(engine, "D-77")
    app = open_page("review.py", upload=row.upload_id)
    assert "What was learned" not in words_on(app)
    assert "Forget" not in labels_of(app)


def test_what_was_learned_is_listed_with_its_evidence(open_page, engine):
    corrected(engine)
    following = read(engine, "D-78")
    assert following.document.invoices[0].invoice_number == "D-78"
    said = words_on(open_page("review.py", upload=following.upload_id))
    assert "It stands right of “dossier”." in said
    assert "Learned from 1 correction." in said


def test_it_can_be_forgotten(open_page, engine):
    upload_id = corrected(engine)
    app = open_page("review.py", upload=upload_id)
    button(app, "Forget").click().run()
    assert not app.exception, app.exception
    assert "It stands right of" not in words_on(app)
    assert read(engine, "D-79").document.invoices[0].invoice_number != "D-79"
