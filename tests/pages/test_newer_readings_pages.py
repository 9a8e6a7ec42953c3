"""Health and Review: what an older engine read is read anew, compared, accepted and undone."""

import pytest
from made_screens import button, labels_of, pdf, words_on
from msgspec.structs import replace

from engine.services import services


@pytest.fixture
def older(engine):
    """An invoice of which an older engine found no vendor."""
    upload_id = engine.upload("bill.pdf", pdf(), kind="invoice").upload_id
    engine.wait(upload_id, 60)
    row = engine.invoice_upload(upload_id)
    (invoice,) = row.document.invoices
    document = replace(
        row.document,
        invoices=(replace(invoice, vendor_name=None),),
        processing_info=replace(row.document.processing_info, engine_version="0.0.9"),
    )
    engine.store.invoices.save_document(upload_id, document, row_version=row.row_version)
    return upload_id


def vendor_of(engine, upload_id):
    return engine.invoice_upload(upload_id).document.invoices[0].vendor_name


def read_anew(engine, upload_id):
    engine.ask_for_readings([upload_id])
    assert engine.wait_for_readings(60)


def test_nothing_is_said_where_today_s_engine_read_everything(open_page, engine):
    engine.wait(engine.upload("bill.pdf", pdf(), kind="invoice").upload_id, 60)
    assert "older engine" not in words_on(open_page("health.py"))


def test_files_of_an_older_engine_are_read_anew_from_health(open_page, engine, older):
    app = open_page("health.py")
    assert "**1 file** was read by an older engine" in words_on(app)
    app.button(key="health_read_anew").click().run()
    assert not app.exception
    assert engine.wait_for_readings(60)
    app.run()
    assert "**1 newer reading** to compare" in words_on(app)
    table = next(t.value for t in app.dataframe if "Verdict" in t.value.columns)
    assert table["Verdict"].tolist() == [["Only better"]]
    assert table["New values"].tolist() == [1]
    assert vendor_of(engine, older) is None


def test_all_that_are_only_better_are_looked_at_accepted_and_undone(open_page, engine, older):
    read_anew(engine, older)
    app = open_page("health.py")
    app.button(key="health_accept_better").click().run()
    assert "Only better is what adds values" in words_on(app)
    app.button(key="readings_accept_all").click().run()
    assert not app.exception
    assert vendor_of(engine, older) == "Acme Supplies Ltd"
    app.run()
    assert "1 newer reading accepted" in words_on(app)
    app.button(key="health_readings_undo").click().run()
    assert not app.exception
    assert vendor_of(engine, older) is None


def test_all_that_are_only_better_can_be_discarded(open_page, engine, older):
    read_anew(engine, older)
    app = open_page("health.py")
    app.button(key="health_accept_better").click().run()
    app.button(key="readings_discard_all").click().run()
    app.run()
    assert "1 newer reading discarded" in words_on(app)
    assert engine.newer_reading(older).state == "set_aside"


def test_a_document_is_read_anew_compared_and_accepted_from_review(open_page, engine, older):
    app = open_page("review.py", upload=older)
    assert "An older engine read this" in words_on(app)
    app.button(key="review_read_anew").click().run()
    assert engine.wait_for_readings(60)
    app.run()
    app.button(key="review_compare").click().run()
    assert "**1 value would change**" in words_on(app)
    shown = next(t.value for t in app.dataframe if "Newer engine" in t.value.columns)
    assert shown.iloc[0].tolist()[:4] == [
        "Invoice 1, vendor",
        "New",
        "–",
        "Acme Supplies Ltd",
    ]
    app.button(key="reading_accept").click().run()
    assert not app.exception
    assert vendor_of(engine, older) == "Acme Supplies Ltd"


def test_what_people_said_is_shown_beside_what_is_read(open_page, engine, older):
    row = engine.invoice_upload(older)
    (invoice,) = row.document.invoices
    changed = replace(invoice, invoice_number="INV-1O0")
    engine.save_invoices(older, [changed], row_version=row.row_version)
    read_anew(engine, older)
    app = open_page("review.py", upload=older)
    app.button(key="review_compare").click().run()
    kept = next(t.value for t in app.dataframe if "A person said" in t.value.columns)
    assert kept.iloc[0].tolist() == ["Invoice 1, number", "INV-1O0", "INV-100", "Reads otherwise"]


def test_a_newer_reading_is_discarded_from_review(open_page, engine, older):
    read_anew(engine, older)
    app = open_page("review.py", upload=older)
    app.button(key="review_compare").click().run()
    app.button(key="reading_discard").click().run()
    app.run()
    assert "Its newer reading was discarded" in words_on(app)
    assert vendor_of(engine, older) is None


def test_a_confirmed_document_says_why_it_cannot_be_accepted(open_page, engine, older):
    engine.confirm(older)
    read_anew(engine, older)
    app = open_page("review.py", upload=older)
    app.button(key="review_compare").click().run()
    assert "It is confirmed: reopen it first." in words_on(app)
    assert app.button(key="reading_accept").disabled


def test_somebody_who_only_looks_compares_and_decides_nothing(
    open_page, engine, older, monkeypatch
):
    read_anew(engine, older)
    monkeypatch.setenv("MATCHBOOK_ACCESS", "proxy")
    monkeypatch.setattr("pages._parts.session.person_of_session", _viewer)
    app = open_page("health.py")
    assert "**1 newer reading** to compare" in words_on(app)
    assert "Accept all that are only better …" not in labels_of(app)
    app = open_page("review.py", upload=older)
    button(app, "Compare …").click().run()
    assert "You may look at it, and not accept it." in words_on(app)
    assert services().newer_reading(older).state == "ready"


def _viewer():
    from engine.access import Person, Role

    return Person("vera@firm.example", frozenset({Role.VIEWER}))
