"""Which way a bill's money goes, when the settings name no company of our own."""

from made_rows import add_invoices, add_statement, invoice


def directions(store):
    return {row["invoice_id"]: row["direction"] for row in store.analytics.query("invoices")}


def test_what_the_holder_of_an_account_bills_is_received(store):
    issued = invoice("u1-1", vendor_name="OUR COMPANY, LTD.", customer_name="Acme Corp")
    received = invoice("u1-2", vendor_name="Acme Corp", customer_name="Our Company Ltd")
    between = invoice("u1-3", vendor_name="Our Company Ltd", customer_name="Our Company Ltd")
    unnamed = invoice("u1-4", vendor_name=None, customer_name=None)
    add_invoices(store, "u1", issued, received, between, unnamed)
    assert set(directions(store).values()) == {"payable"}

    add_statement(store, "b1")
    assert directions(store) == {
        "u1-1": "receivable",
        "u1-2": "payable",
        "u1-3": "payable",
        "u1-4": "payable",
    }
    spend = store.analytics.query("spend_by_vendor_month")
    assert "OUR COMPANY, LTD." not in {row["vendor_name"] for row in spend}
