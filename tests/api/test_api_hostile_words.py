"""SQL in every field that a person or a program can fill: it is kept, or refused, as words."""

import pytest
from hostile_files import simple_pdf
from hostile_words import SQL


@pytest.fixture
def read(upload, invoice_pdf, statement_pdf):
    """Ids of an invoice file and a statement that were read."""
    return tuple(
        upload(kind, content).json()["upload_id"]
        for kind, content in (("invoices", invoice_pdf), ("bank", statement_pdf))
    )


def parameters(client):
    """Every query parameter of every GET operation without one in its path."""
    paths = client.get("/api/openapi.json").json()["paths"]
    return sorted(
        (path, parameter["name"])
        for path, operations in paths.items()
        if "{" not in path and "get" in operations
        for parameter in operations["get"].get("parameters", ())
        if parameter["in"] == "query"
    )


@pytest.mark.parametrize("words", SQL)
def test_no_query_parameter_is_sql(client, engine, read, words):
    before = engine.store.counts()
    found = parameters(client)
    assert len(found) > 20
    for path, name in found:
        address = path if path.startswith("/api") else f"/api{path}"
        answer = client.get(address, params={name: words})
        assert answer.status_code in {200, 400, 404, 422}, (path, name, answer.text)
    assert engine.store.counts() == before


@pytest.mark.parametrize("words", SQL)
def test_no_part_of_an_address_is_sql(client, engine, read, words):
    before = engine.store.counts()
    for path in (f"/api/invoices/{words}", f"/api/bank/{words}", f"/api/documents/{words}/file"):
        assert client.get(path).status_code in {404, 422}
        assert client.delete(path).status_code in {404, 405, 422}
    assert engine.store.counts() == before


@pytest.mark.parametrize("words", SQL)
def test_sql_in_corrected_fields_is_kept_as_words(client, engine, read, words):
    upload_id = read[0]
    row = client.get(f"/api/invoices/{upload_id}")
    names = ("vendor_name", "customer_name", "invoice_number", "purchase_order")
    answer = client.patch(
        f"/api/invoices/{upload_id}",
        json={"changes": [{"field": name, "value": words} for name in names]},
        headers={"If-Match": row.headers["etag"]},
    )
    assert answer.status_code == 200, answer.text
    (kept,) = engine.invoice_upload(upload_id).document.invoices
    assert [getattr(kept, name) for name in names] == [words] * len(names)
    found = client.get("/api/invoices/data", params={"op_number": words}).json()["items"]
    assert len(found) == 1
    assert engine.store.counts()["invoice_uploads"] == 1


@pytest.mark.parametrize("words", SQL)
def test_sql_in_names_and_reasons_is_kept_as_words(client, engine, upload, invoice_pdf, words):
    name = f"{words.replace('/', ' ').replace(chr(92), ' ')}.pdf"
    upload_id = upload("invoices", invoice_pdf, name=name.replace('"', "'")).json()["upload_id"]
    answer = client.post(f"/api/invoices/{upload_id}/reject", json={"reason": words})
    assert answer.status_code == 200
    trail = engine.invoice_upload(upload_id).document.audit_trail
    assert any(words in str(entry.after) for entry in trail)
    made = client.post("/api/tokens", json={"name": words, "role": "viewer"})
    assert made.status_code == 201
    assert engine.store.counts()["invoice_uploads"] == 1


def test_sql_on_a_page_is_read_as_words(client, engine, upload):
    answer = upload(
        "invoices", simple_pdf(content=b"BT /F1 9 Tf 9 700 Td (%s) Tj ET" % SQL[0].encode())
    )
    assert answer.status_code == 200
    assert engine.store.counts()["invoice_uploads"] == 1
    assert client.get("/api/invoices/", params={"search": SQL[0]}).status_code == 200
