"""Uploads, rows and reconciliations over HTTP."""

import re
from decimal import Decimal

import msgspec
import pytest

from engine.records import InvoiceDocument, decode


def test_an_uploaded_invoice_file_is_answered_with_what_was_read(upload, invoice_pdf):
    answer = upload("invoices", invoice_pdf)
    assert answer.status_code == 200
    body = answer.json()
    assert set(body) == {
        "success",
        "upload_id",
        "db_record_id",
        "file_name",
        "total_invoices",
        "total_amount",
        "processing_time_seconds",
        "status",
    }
    assert body["success"] is True
    assert body["file_name"] == "file.pdf"
    assert body["status"] == "completed"
    assert body["total_invoices"] == 1
    assert re.search(r'"total_amount":119\.00\b', answer.text)


def test_an_uploaded_statement_is_answered_with_its_sums(upload, statement_pdf):
    answer = upload("bank", statement_pdf)
    assert answer.status_code == 200
    assert set(answer.json()) == {
        "success",
        "upload_id",
        "db_record_id",
        "file_name",
        "total_transactions",
        "total_debits",
        "total_credits",
        "processing_time_seconds",
        "status",
    }
    assert answer.json()["total_transactions"] == 2
    assert '"total_debits":119.00' in answer.text
    assert '"total_credits":200.00' in answer.text


def test_whoever_does_not_wait_is_told_where_to_look(upload, client, invoice_pdf, engine):
    answer = upload("invoices", invoice_pdf, params={"wait": 0})
    body = answer.json()
    if answer.status_code == 202:
        assert body["status"] == "processing"
        assert answer.headers["location"] == body["status_url"]
    url = f"/api/production/invoices/{body['upload_id']}"
    assert body.get("status_url", url) == url
    engine.wait(body["upload_id"], 60)
    assert client.get(url).json()["status"] == "completed"


def test_the_same_bytes_are_refused_with_the_earlier_upload(upload, invoice_pdf):
    first = upload("invoices", invoice_pdf).json()
    again = upload("invoices", invoice_pdf, name="copy.pdf")
    assert again.status_code == 409
    assert again.json()["success"] is False
    assert again.json()["upload_id"] == first["upload_id"]
    assert again.json()["error"]["code"] == "duplicate_upload"


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", 422, "file_empty"),
        (b"hello, this is text", 415, "file_unsupported"),
        (b"%PDF-1.7 cut off", 422, "file_damaged"),
    ],
    ids=["empty", "no pdf", "cut off"],
)
def test_what_cannot_be_read_is_refused(upload, content, status, code):
    answer = upload("invoices", content)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


def form(*parts):
    """The body of a form and its headers; a part is its name, its file name and its content."""
    body = b"".join(
        b"--cut\r\nContent-Disposition: form-data; "
        + f'name="{name}"{file_name}\r\n\r\n'.encode()
        + content
        + b"\r\n"
        for name, file_name, content in parts
    )
    headers = {"Content-Type": "multipart/form-data; boundary=cut"}
    return {"content": body + b"--cut--\r\n", "headers": headers}


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (["a.pdf", "b.pdf"], "The request has 2 files."),
        ([""], "The file has no name."),
        (["   "], "The file has no name."),
        ([None], "The request has no file."),
        ([], "The request has no file."),
    ],
    ids=["two", "no name", "blank name", "no file name", "no part"],
)
def test_a_request_brings_one_file_with_a_name(client, engine, invoice_pdf, names, sentence):
    parts = [("file", "" if n is None else f'; filename="{n}"', invoice_pdf) for n in names]
    answer = client.post("/api/production/invoices/upload", **form(*parts))
    assert answer.status_code in (400, 422)
    error = answer.json()["error"]
    assert (error["code"], error["message"]) == ("invalid_input", sentence)
    assert error["hint"]
    assert engine.health().invoice_uploads == 0


def test_the_row_is_given_with_its_columns_and_its_json(upload, client, invoice_pdf):
    upload_id = upload("invoices", invoice_pdf).json()["upload_id"]
    answer = client.get(f"/api/production/invoices/{upload_id}")
    body = answer.json()
    assert body["upload_id"] == upload_id
    assert body["row_version"] >= 1
    assert body["invoice_json"]["invoices"][0]["total_amount"] == 119
    document = decode(msgspec.json.encode(body["invoice_json"]), InvoiceDocument)
    assert document.upload_id == upload_id
    assert isinstance(document.invoices[0].total_amount, Decimal)


def test_reconciling_two_uploads_is_kept_as_a_row(upload, client, invoice_pdf, statement_pdf):
    invoices = upload("invoices", invoice_pdf).json()["upload_id"]
    bank = upload("bank", statement_pdf).json()["upload_id"]
    answer = client.post(
        "/api/production/reconcile",
        json={"invoice_upload_id": invoices, "bank_upload_ids": [bank]},
    )
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert body["total_matches"] + body["partial_matches"] == 1
    assert "match_rate_percentage" in body
    row = client.get(f"/api/production/reconciliations/{body['reconciliation_id']}").json()
    assert row["invoice_upload_id"] == invoices
    assert row["reconciliation_match_json"]["reconciliation_id"] == body["reconciliation_id"]


def test_a_reconciliation_needs_both_kinds(client):
    answer = client.post("/api/production/reconcile", json={"invoice_upload_id": "x"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "invalid_input")


def test_a_reconciliation_of_unknown_uploads_is_not_found(client):
    body = {"invoice_upload_id": "x", "bank_upload_id": "y"}
    answer = client.post("/api/production/reconcile", json=body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_found")


def test_an_id_that_is_none_is_refused_before_it_is_looked_up(client):
    body = rb'{"invoice_upload_id": "\ud800", "bank_upload_id": "y"}'
    headers = {"Content-Type": "application/json"}
    answer = client.post("/api/production/reconcile", content=body, headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "invalid_input")


def test_health_names_the_database_and_the_storage_mode(upload, client, invoice_pdf, engine):
    upload("invoices", invoice_pdf)
    body = client.get("/api/production/health").json()
    assert body["status"] in ("ok", "degraded")
    assert body["production_json_api"] == "available"
    assert body["storage_mode"] == "single_row_json"
    assert body["upload_folder"] == str(engine.upload_dir)
    assert body["database"] == {
        "path": str(engine.database_path),
        "invoice_uploads": 1,
        "bank_uploads": 0,
        "reconciliations": 0,
    }


def test_a_file_that_cannot_be_read_is_kept_and_says_why(upload, client, engine, invoice_pdf):
    def vanish(*args, **kwargs):
        receipt = accept(*args, **kwargs)
        for path in engine.upload_dir.rglob("*.pdf"):
            path.unlink()
        return receipt

    accept, engine._intake.accept = engine._intake.accept, vanish
    answer = upload("invoices", invoice_pdf)
    assert answer.status_code == 422
    body = answer.json()
    assert (body["status"], body["error"]["code"]) == ("failed", "file_missing")
    row = client.get(f"/api/production/invoices/{body['upload_id']}").json()
    assert row["status"] == "failed"
    assert body["error"]["message"] in row["error_message"]
    assert row["invoice_json"] is None


def test_an_einvoice_is_known_by_its_content_and_has_a_page(upload, client):
    from made_einvoices import credit_note, ubl

    body = upload("invoices", ubl(credit_note())).json()
    assert (body["status"], body["total_invoices"]) == ("completed", 1)
    page = client.get(f"/api/documents/{body['upload_id']}/pages/1.png")
    assert page.content.startswith(b"\x89PNG")
    original = client.get(f"/api/documents/{body['upload_id']}/file")
    assert original.headers["content-type"].startswith("application/xml")
    assert original.headers["content-disposition"].startswith("attachment")


def test_dangerous_xml_is_refused_with_its_code(upload):
    answer = upload("invoices", b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>")
    assert answer.status_code == 422
    assert answer.json()["error"]["code"] == "xml_unsafe"
