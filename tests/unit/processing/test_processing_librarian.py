"""Words of files are searchable once they are read, and of files that were read before."""

import made_rows as made


def words_of(engine, term):
    page = engine.store.analytics.query("document_page", terms=[term], limit=10, offset=0)
    return [row["file_name"] for row in page if row["upload_id"]]


def test_every_page_of_a_read_file_can_be_searched(engine, invoices):
    engine.librarian.wait()
    assert list(engine.store.words.missing()) == []


def test_what_was_read_before_gets_words_from_its_record(engine):
    made.add_invoices(engine.store, "u1", made.invoice("u1-1", vendor_name="Zenith Ltd"))
    made.add_statement(engine.store, "b1", made.transaction("b1-1", description="Rent March"))
    for upload_id in engine.store.words.missing():
        engine.librarian.file(upload_id)
    engine.librarian.wait()
    assert list(engine.store.words.missing()) == []


def test_an_upload_that_is_gone_keeps_nobody_waiting(engine):
    engine.librarian.file("nothing")
    engine.librarian.wait()
