from decimal import Decimal

import made_rows as made
from made_screens import words_on


def fill(engine):
    made.add_invoices(engine.store, "u1")
    made.add_invoices(
        engine.store,
        "u2",
        made.invoice("u2-1", vendor_name="Zenith", total_amount=Decimal("5000"), currency="JPY"),
        status="partial",
    )
    made.add_statement(engine.store, "b1")


def files_in(app):
    return sorted(app.dataframe[0].value["file"])


def test_without_documents_it_says_where_to_start(open_page):
    app = open_page("documents.py")
    assert "No documents yet" in words_on(app)
    assert not app.dataframe


def test_every_upload_is_a_row(open_page, engine):
    fill(engine)
    app = open_page("documents.py")
    assert "3 documents" in words_on(app)
    table = app.dataframe[0].value.set_index("file")
    assert table.loc["u1.pdf", "party"] == "Acme Corp"
    assert table.loc["b1.pdf", "party"] == "Example Bank"
    assert table.loc["u2.pdf", "amount"] == Decimal("5000")
    assert "upload_id" not in table.columns


def test_a_status_is_a_pill_with_its_count(open_page, engine):
    fill(engine)
    app = open_page("documents.py")
    pills = app.get_by_key("documents_status")
    assert [option.rpartition(": ")[2] for option in pills.options] == [
        "To review 2",
        "Pages missing 1",
    ]
    pills.set_value(["partial"]).run()
    assert files_in(app) == ["u2.pdf"]
    assert "1 document of 3" in words_on(app)


def test_the_search_looks_into_names_and_parties(open_page, engine):
    fill(engine)
    app = open_page("documents.py")
    app.text_input(key="find").set_value("zen").run()
    assert files_in(app) == ["u2.pdf"]
    app.text_input(key="find").set_value("nobody").run()
    assert "No document fits these filters." in words_on(app)


def test_a_link_restores_the_filters(open_page, engine):
    fill(engine)
    assert files_in(open_page("documents.py", kind="Statements")) == ["b1.pdf"]
    assert files_in(open_page("documents.py", status="partial")) == ["u2.pdf"]
    assert files_in(open_page("documents.py", find="example")) == ["b1.pdf"]
