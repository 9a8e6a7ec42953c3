"""Uploads over HTTP as programs use them: sent, listed, corrected, decided about, downloaded."""

import pytest


@pytest.fixture
def send(client):
    """Sends files by name to the OCR address of a kind."""

    def post(kind="invoices", /, headers=None, **files):
        parts = [("files", (f"{name}.pdf", content)) for name, content in files.items()]
        return client.post(f"/api/{kind}/ocr", files=parts, headers=headers)

    return post


@pytest.fixture
def read(engine, send, invoice_pdf):
    """An invoice file that was read; its id."""
    upload_id = send(one=invoice_pdf).json()["files"][0]["upload_id"]
    engine.wait(upload_id, 60)
    return upload_id


@pytest.fixture
def statement(engine, send, statement_pdf):
    """A statement that was read; its id."""
    upload_id = send("bank", one=statement_pdf).json()["files"][0]["upload_id"]
    engine.wait(upload_id, 60)
    return upload_id


def code(answer):
    return answer.json()["error"]["code"]


def test_each_file_of_a_request_has_its_own_answer(send, invoice_pdf):
    answer = send(good=invoice_pdf, bad=b"nothing to read", same=invoice_pdf)
    body = answer.json()
    assert answer.status_code == 202
    assert (body["success"], body["accepted"], body["refused"]) == (False, 1, 2)
    good, bad, same = body["files"]
    assert (good["file_name"], good["success"]) == ("good.pdf", True)
    assert good["status_url"] == f"/api/invoices/{good['upload_id']}"
    assert bad["error"]["code"] == "file_unsupported"
    assert same["error"]["code"] == "duplicate_upload"
    assert same["upload_id"] == good["upload_id"]


def test_when_all_are_refused_the_answer_is_the_first_refusals(send, invoice_pdf, read):
    assert send(same=invoice_pdf).status_code == 409
    assert send(bad=b"nothing").status_code == 415


def test_without_a_file_it_is_400(client):
    assert client.post("/api/invoices/ocr").status_code == 400
    answer = client.post("/api/bank/ocr", data={"kind": "x"})
    assert (answer.status_code, code(answer)) == (400, "invalid_input")


def test_the_same_request_with_the_same_key_answers_the_same_again(send, invoice_pdf):
    key = {"Idempotency-Key": "order-7"}
    first = send(headers=key, one=invoice_pdf).json()["files"][0]["upload_id"]
    again = send(headers=key, one=invoice_pdf)
    assert again.status_code == 200
    assert again.json()["files"][0]["upload_id"] == first


def test_a_key_of_another_request_is_refused(send, invoice_pdf, statement_pdf):
    key = {"Idempotency-Key": "order-7"}
    send(headers=key, one=invoice_pdf)
    answer = send(headers=key, one=statement_pdf)
    assert (answer.status_code, code(answer)) == (422, "idempotency_key_reused")


def test_the_row_has_its_version_as_etag(client, read, engine):
    answer = client.get(f"/api/invoices/{read}")
    assert answer.headers["ETag"] == f'"{engine.invoice_upload(read).row_version}"'
    assert answer.json()["invoice_json"]["invoices"][0]["invoice_number"] == "INV-100"


def test_an_upload_of_the_other_kind_is_not_here(client, read):
    for answer in (
        client.get(f"/api/bank/{read}"),
        client.post(f"/api/bank/{read}/confirm"),
        client.post(f"/api/bank/{read}/reject"),
        client.post(f"/api/bank/{read}/retry"),
        client.get(f"/api/bank/{read}/download"),
        client.patch(
            f"/api/bank/{read}",
            json={"changes": [{"field": "currency", "value": "EUR"}]},
            headers={"If-Match": '"1"'},
        ),
    ):
        assert answer.status_code == 404


def test_a_correction_is_saved_for_the_version_that_was_read(client, read, engine):
    tag = client.get(f"/api/invoices/{read}").headers["ETag"]
    change = {"changes": [{"field": "invoice_number", "value": "INV-101"}]}
    answer = client.patch(f"/api/invoices/{read}", json=change, headers={"If-Match": tag})
    assert answer.status_code == 200
    assert answer.headers["ETag"] != tag
    assert engine.invoice_upload(read).document.invoices[0].invoice_number == "INV-101"
    stale = client.patch(f"/api/invoices/{read}", json=change, headers={"If-Match": tag})
    assert (stale.status_code, code(stale)) == (412, "stale_version")


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"field": "total_amount", "value": "one hundred"}, 400),
        ({"field": "no_such", "value": "x"}, 400),
        ({"record_id": "none", "field": "currency", "value": "EUR"}, 400),
        ({"field": "", "value": "x"}, 422),
    ],
)
def test_a_correction_that_cannot_be_changes_nothing(client, read, engine, change, status):
    before = engine.invoice_upload(read)
    good = {"field": "invoice_number", "value": "X-1"}
    answer = client.patch(
        f"/api/invoices/{read}",
        json={"changes": [good, change]},
        headers={"If-Match": f'"{before.row_version}"'},
    )
    assert answer.status_code == status
    assert engine.invoice_upload(read) == before


def test_a_correction_without_a_version_is_428(client, read):
    change = {"changes": [{"field": "currency", "value": "EUR"}]}
    assert client.patch(f"/api/invoices/{read}", json=change).status_code == 428
    odd = client.patch(f"/api/invoices/{read}", json=change, headers={"If-Match": "*"})
    assert odd.status_code == 400


def test_lines_and_header_of_a_statement_are_corrected_together(client, statement, engine):
    row = engine.bank_upload(statement)
    line = row.document.transactions[1].transaction_id
    changes = [
        {"field": "bank_name", "value": "Second Bank"},
        {"record_id": line, "field": "amount", "value": "200.50"},
        {"record_id": line, "field": "counterparty", "value": "Customer Ltd"},
    ]
    answer = client.patch(
        f"/api/bank/{statement}",
        json={"changes": changes},
        headers={"If-Match": f'"{row.row_version}"'},
    )
    assert answer.status_code == 200
    document = engine.bank_upload(statement).document
    assert document.statement_info.bank_name == "Second Bank"
    assert str(document.transactions[1].amount) == "200.50"
    assert document.transactions[1].counterparty == "Customer Ltd"


@pytest.mark.parametrize(
    "change",
    [
        {"record_id": "none", "field": "amount", "value": "1"},
        {"record_id": "LINE", "field": "page", "value": "1"},
        {"record_id": "LINE", "field": "type", "value": "no such type"},
        {"record_id": "LINE", "field": "date", "value": "31.02.2026"},
    ],
)
def test_a_line_that_cannot_be_is_refused(client, statement, engine, change):
    row = engine.bank_upload(statement)
    if change["record_id"] == "LINE":
        change = {**change, "record_id": row.document.transactions[0].transaction_id}
    answer = client.patch(
        f"/api/bank/{statement}",
        json={"changes": [change]},
        headers={"If-Match": f'"{row.row_version}"'},
    )
    assert answer.status_code in (400, 422)
    assert engine.bank_upload(statement) == row


def test_confirm_then_there_is_nothing_to_confirm(client, read):
    answer = client.post(f"/api/invoices/{read}/confirm")
    assert (answer.status_code, answer.json()["status"]) == (200, "confirmed")
    again = client.post(f"/api/invoices/{read}/confirm")
    assert (again.status_code, code(again)) == (400, "wrong_state")
    assert client.post(f"/api/invoices/{read}/reject").status_code == 400
    assert client.post(f"/api/invoices/{read}/retry").status_code == 400


def test_a_file_without_an_invoice_has_nothing_to_confirm(client, read, engine):
    row = engine.invoice_upload(read)
    engine.save_invoices(read, (), row_version=row.row_version)
    answer = client.post(f"/api/invoices/{read}/confirm")
    assert (answer.status_code, code(answer)) == (400, "nothing_to_confirm")


@pytest.mark.parametrize("address", ["/api/production/invoices/upload", "/api/documents"])
def test_every_way_in_knows_a_request_that_comes_again(client, invoice_pdf, statement_pdf, address):
    def post(content):
        files = {"file": ("a.pdf", content, "application/pdf")}
        return client.post(address, files=files, headers={"Idempotency-Key": "k"})

    first, again = post(invoice_pdf).json(), post(invoice_pdf).json()
    assert (again["success"], again["upload_id"]) == (True, first["upload_id"])
    other = post(statement_pdf)
    assert (other.status_code, code(other)) == (422, "idempotency_key_reused")


def test_rows_of_either_address_tell_their_version(client, read):
    row = client.get(f"/api/production/invoices/{read}")
    assert row.headers["etag"] == f'"{row.json()["row_version"]}"'


@pytest.mark.parametrize(
    ("body", "said"), [({"reason": "not ours"}, "not ours"), ({}, "without a reason"), (None, "")]
)
def test_reject_with_or_without_a_reason_then_read_again(client, read, engine, body, said):
    answer = client.post(f"/api/invoices/{read}/reject", json=body)
    assert (answer.status_code, answer.json()["status"]) == (200, "rejected")
    assert said in engine.invoice_upload(read).document.audit_trail[-1].after
    again = client.post(f"/api/invoices/{read}/retry")
    assert again.status_code == 202
    assert again.headers["Location"] == again.json()["status_url"] == f"/api/invoices/{read}"
    assert engine.wait(read, 60).status == "completed"


def test_a_decision_about_an_older_version_is_refused(client, read):
    answer = client.post(f"/api/invoices/{read}/confirm", headers={"If-Match": '"99"'})
    assert answer.status_code == 412


def test_the_list_is_paged_searched_and_sorted(client, send, engine, invoice_pdf, statement_pdf):
    made = send(alpha=invoice_pdf, beta=statement_pdf, gamma=invoice_pdf + b"\n").json()["files"]
    for file in made:
        engine.wait(file["upload_id"], 60)
    page = client.get("/api/invoices/", params={"per_page": 2, "sort_by": "file_name"}).json()
    assert [item["file_name"] for item in page["items"]] == ["gamma.pdf", "beta.pdf"]
    assert page["pagination"] == {"page": 1, "per_page": 2, "total": 3, "pages": 2}
    assert page["links"]["prev"] is None
    following = client.get(page["links"]["next"])
    assert [item["file_name"] for item in following.json()["items"]] == ["alpha.pdf"]
    assert 'rel="prev"' in following.headers["Link"]
    found = client.get("/api/invoices/", params={"search": "ALPH"}).json()
    assert [item["file_name"] for item in found["items"]] == ["alpha.pdf"]
    assert client.get("/api/invoices/", params={"status": "failed"}).json()["items"] == []


@pytest.mark.parametrize(
    "params",
    [{"page": 0}, {"per_page": 501}, {"status": "odd"}, {"sort_by": "row_version; drop table"}],
)
def test_a_list_that_cannot_be_is_refused(client, params):
    assert client.get("/api/invoices/", params=params).status_code == 422


def test_statuses_are_counted(client, read):
    body = client.get("/api/invoices/status-summary/").json()
    assert body == {"success": True, "total": 1, "statuses": {"completed": 1}}
    assert client.get("/api/bank/status-summary/").json()["total"] == 0


def test_data_lists_what_was_read_and_finds_a_purchase_order(client, read, engine):
    row = engine.invoice_upload(read)
    change = {"changes": [{"field": "purchase_order", "value": "PO-7"}]}
    client.patch(f"/api/invoices/{read}", json=change, headers={"If-Match": f'"{row.row_version}"'})
    found = client.get("/api/invoices/data", params={"op_number": "PO-7"})
    assert found.json()["items"][0]["invoice_number"] == "INV-100"
    assert '"total_amount":119.00' in found.text
    assert client.get("/api/invoices/data", params={"op_number": "PO"}).json()["items"] == []


def test_data_of_statements_lists_their_lines(client, statement):
    body = client.get("/api/bank/data", params={"per_page": 1}).json()
    assert body["pagination"]["total"] == 2
    assert body["items"][0]["description"] == "Customer payment"


def test_the_file_comes_back_as_it_was_sent(client, read, invoice_pdf):
    answer = client.get(f"/api/invoices/{read}/download")
    assert answer.content == invoice_pdf
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Security-Policy"] == "sandbox"
