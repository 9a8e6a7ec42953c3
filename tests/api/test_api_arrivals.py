"""Files that come in by the drop zone, and the small pictures of lists."""


def send(client, content, name="march.pdf", **fields):
    return client.post(
        "/api/documents", files={"file": (name, content, "application/pdf")}, data=fields
    )


def test_a_file_is_taken_in_without_waiting_for_it(client, engine, invoice_pdf):
    answer = send(client, invoice_pdf)
    assert answer.status_code == 202
    told = answer.json()
    assert (told["file_name"], told["kind"]) == ("march.pdf", "invoice")
    assert engine.wait(told["upload_id"], 60).status == "completed"


def test_the_kind_can_be_said(client, engine, invoice_pdf):
    told = send(client, invoice_pdf, kind="bank").json()
    assert (told["kind"], told["is_kind_sure"]) == ("bank", True)
    assert send(client, b"x", kind="other").status_code == 422


def test_the_same_bytes_say_where_they_are(client, engine, invoice_pdf):
    upload_id = send(client, invoice_pdf).json()["upload_id"]
    again = send(client, invoice_pdf, name="again.pdf")
    assert again.status_code == 409
    told = again.json()
    assert (told["upload_id"], told["is_deleted"]) == (upload_id, False)
    assert "already uploaded on" in told["error"]["message"]


def test_the_same_bytes_in_the_bin_can_be_restored(client, engine, invoice_pdf):
    upload_id = send(client, invoice_pdf).json()["upload_id"]
    engine.wait(upload_id, 60)
    engine.delete(upload_id)
    told = send(client, invoice_pdf).json()
    assert told["is_deleted"] is True
    assert told["error"]["hint"] == "Restore the earlier upload instead."
    assert client.get(f"/api/production/invoices/{upload_id}").status_code in (404, 410)
    assert client.post(f"/api/documents/{upload_id}/restore").json()["success"] is True
    assert client.get(f"/api/production/invoices/{upload_id}").status_code == 200
    assert client.post(f"/api/documents/{upload_id}/restore").status_code == 404


def test_a_bad_file_says_why(client):
    answer = send(client, b"no pdf at all", name="bad.pdf")
    assert answer.status_code == 415
    assert "“bad.pdf” is not a PDF" in answer.json()["error"]["message"]


def test_a_page_of_another_site_cannot_send_files(client, invoice_pdf):
    answer = client.post(
        "/api/documents",
        files={"file": ("a.pdf", invoice_pdf, "application/pdf")},
        headers={"Sec-Fetch-Site": "cross-site"},
    )
    assert answer.status_code == 403


def test_a_thumbnail_is_the_first_page_or_an_empty_sheet(client, engine, invoice_pdf):
    upload_id = send(client, invoice_pdf).json()["upload_id"]
    engine.wait(upload_id, 60)
    answer = client.get(f"/api/documents/{upload_id}/thumbnail")
    assert answer.content.startswith(b"\x89PNG")
    tag = answer.headers["etag"]
    address = f"/api/documents/{upload_id}/thumbnail"
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    empty = client.get("/api/documents/nothing/thumbnail")
    assert (empty.status_code, empty.headers["content-type"]) == (200, "image/svg+xml")
    assert empty.headers["cache-control"] == "no-store"
