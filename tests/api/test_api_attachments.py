"""Papers beside records over HTTP."""

import pytest

from engine.store import AttachmentQuery

ORDER = (
    "Northwind Fabrication Pvt Ltd",
    "PURCHASE ORDER",
    "PO Number: PO-2026-0147",
    "PO Date: 2026-02-03",
    "Vendor: Acme Supplies Ltd",
    "Grand Total INR 150.00",
)
FOLDER = "/api/attachments"


@pytest.fixture
def order_pdf(pdf_of):
    return pdf_of(*ORDER)


@pytest.fixture
def attach(client, engine):
    """Sends a paper and waits until it was read; its id."""

    def send(content, name="order.pdf", headers=None, **form):
        files = {"file": (name, content, "application/pdf")}
        answer = client.post(FOLDER, files=files, data=form, headers=headers)
        assert answer.status_code in (200, 202), answer.text
        engine.wait_for_attachment(answer.json()["document_id"], 30)
        return answer.json()["document_id"]

    return send


@pytest.fixture
def order(attach, order_pdf):
    return attach(order_pdf, doc_type="PO")


def code(answer):
    return answer.json()["error"]["code"]


def test_a_paper_is_taken_in_and_read_behind_its_status_url(client, engine, order_pdf):
    files = {"file": ("order.pdf", order_pdf, "application/pdf")}
    answer = client.post(FOLDER, files=files, data={"doc_type": "PO"})
    assert answer.status_code == 202
    assert answer.headers["location"] == answer.json()["status_url"]
    engine.wait_for_attachment(answer.json()["document_id"], 30)
    paper = client.get(answer.json()["status_url"])
    assert paper.headers["etag"] == f'"{paper.json()["row_version"]}"'
    assert {name: paper.json()[name] for name in ("status", "number", "party", "date")} == {
        "status": "completed",
        "number": "PO-2026-0147",
        "party": "Acme Supplies Ltd",
        "date": "2026-02-03",
    }
    assert (paper.json()["total"], paper.json()["currency"]) == (150.0, "INR")


def test_papers_of_a_record_are_listed(client, order, upload, invoice_pdf):
    upload_id = upload("invoices", invoice_pdf).json()["upload_id"]
    link = {"related_module": "invoice", "related_id": upload_id}
    assert client.put(f"{FOLDER}/{order}/link", json=link).json()["related_id"] == upload_id
    found = client.get(FOLDER, params=link).json()
    assert [item["document_id"] for item in found["items"]] == [order]
    refused = client.delete(f"{FOLDER}/{order}")
    assert (refused.status_code, code(refused)) == (409, "attachment_in_use")
    assert client.delete(f"{FOLDER}/{order}/link").json()["related_id"] is None
    assert client.get(FOLDER, params=link).json()["items"] == []
    assert client.get(FOLDER, params={"linked": "false"}).json()["pagination"]["total"] == 1


def test_words_on_the_pages_are_found_and_lists_have_links(client, attach, order, pdf_of):
    attach(pdf_of("DELIVERY CHALLAN", "Challan No DC-5512", "Steel"), "dc.pdf", doc_type="GRN")
    (item,) = client.get(FOLDER, params={"search": "challan steel"}).json()["items"]
    assert (item["doc_type"], item["number"], item["found_page"]) == ("GRN", "DC-5512", 1)
    first = client.get(FOLDER, params={"per_page": 1, "sort_by": "number", "sort_order": "asc"})
    assert [i["number"] for i in first.json()["items"]] == ["DC-5512"]
    second = client.get(first.json()["links"]["next"])
    assert [i["number"] for i in second.json()["items"]] == ["PO-2026-0147"]
    types = client.get(f"{FOLDER}/type-summary/").json()
    assert types == {"success": True, "total": 2, "types": {"GRN": 1, "PO": 1}}


def test_a_preview_is_looked_at_changed_and_confirmed(client, order):
    preview = client.get(f"{FOLDER}/{order}/preview").json()
    number = next(field for field in preview["fields"] if field["field"] == "number")
    assert (number["value"], number["page"], number["source"]) == ("PO-2026-0147", 1, "text")
    assert client.get(preview["pages"][0]).headers["content-type"] == "image/png"
    tag = {"If-Match": f'"{preview["row_version"]}"'}
    fields = {"number": "PO-148", "total": "151.20", "currency": "INR"}
    saved = client.post(f"{FOLDER}/{order}/confirm", json={"fields": fields}, headers=tag)
    assert (saved.status_code, saved.json()["status"]) == (200, "confirmed")
    assert (saved.json()["number"], saved.json()["total"]) == ("PO-148", 151.2)
    stale = client.post(f"{FOLDER}/{order}/confirm", headers=tag)
    assert (stale.status_code, code(stale)) == (412, "stale_version")
    again = client.post(f"{FOLDER}/{order}/ocr")
    assert (again.status_code, code(again)) == (400, "wrong_state")


def test_a_newer_version_keeps_the_old_file(client, engine, order, order_pdf, pdf_of):
    newer = pdf_of(*ORDER, "Revision 2")
    files = {"file": ("order 2.pdf", newer, "application/pdf")}
    answer = client.post(f"{FOLDER}/{order}/versions", files=files)
    assert (answer.status_code, answer.json()["version"]) == (202, 2)
    engine.wait_for_attachment(answer.json()["document_id"], 30)
    versions = client.get(f"{FOLDER}/{order}/versions").json()["versions"]
    assert [one["version"] for one in versions] == [2, 1]
    files = [client.get(f"{FOLDER}/{one['document_id']}/download") for one in versions]
    assert [file.content for file in files] == [newer, order_pdf]
    assert files[0].headers["content-disposition"].startswith("attachment")
    refused = client.post(f"{FOLDER}/{order}/confirm")
    assert (refused.status_code, code(refused)) == (409, "attachment_replaced")
    assert refused.json()["document_id"] == answer.json()["document_id"]


def test_a_change_needs_the_version_it_was_read_in(client, order):
    change = {"doc_type": "Job Work", "file_name": "job.pdf"}
    bare = client.patch(f"{FOLDER}/{order}", json=change)
    assert (bare.status_code, code(bare)) == (428, "version_needed")
    tag = client.get(f"{FOLDER}/{order}").headers["etag"]
    saved = client.patch(f"{FOLDER}/{order}", json=change, headers={"If-Match": tag})
    assert (saved.json()["doc_type"], saved.json()["file_name"]) == ("Job Work", "job.pdf")
    assert saved.headers["etag"] != tag


def test_the_same_request_with_its_key_is_one_paper(client, attach, order_pdf, pdf_of):
    key = {"Idempotency-Key": "one"}
    assert attach(order_pdf, headers=key) == attach(order_pdf, headers=key)
    other = client.post(
        FOLDER, files={"file": ("x.pdf", pdf_of("x"), "application/pdf")}, headers=key
    )
    assert (other.status_code, code(other)) == (422, "idempotency_key_reused")


def test_deleted_papers_come_back(client, order):
    assert client.delete(f"{FOLDER}/{order}").status_code == 200
    assert client.get(FOLDER).json()["items"] == []
    assert client.get(FOLDER, params={"deleted": True}).json()["pagination"]["total"] == 1
    assert client.post(f"{FOLDER}/{order}/restore").status_code == 200
    assert client.get(FOLDER).json()["pagination"]["total"] == 1


@pytest.mark.parametrize(
    ("form", "content", "status"),
    [
        ({"doc_type": "Letter"}, b"%PDF-", 422),
        ({"related_module": "invoice"}, b"%PDF-", 400),
        ({"related_module": "invoice", "related_id": "nobody"}, b"%PDF-", 404),
        ({}, b"plain words", 415),
        ({}, b"", 422),
    ],
    ids=["no such type", "half a record", "no such record", "no document", "empty"],
)
def test_what_cannot_be_attached_is_refused(client, engine, form, content, status):
    files = {"file": ("paper.pdf", content, "application/pdf")}
    answer = client.post(FOLDER, files=files, data=form)
    assert answer.status_code == status
    assert answer.json()["success"] is False
    assert engine.attachments(AttachmentQuery()).total == 0


def test_the_same_bytes_at_the_same_record_are_named(client, order, order_pdf):
    files = {"file": ("again.pdf", order_pdf, "application/pdf")}
    answer = client.post(FOLDER, files=files)
    assert (answer.status_code, code(answer)) == (409, "attached_already")
    assert answer.json()["document_id"] == order


def test_looks_and_downloads_are_in_the_access_log(client, engine, order):
    client.get(f"{FOLDER}/{order}/preview")
    client.get(f"{FOLDER}/{order}/download")
    noted = [(event.action, event.subject) for event in engine.access_events().rows]
    assert {("opened", order), ("downloaded", order)} <= set(noted)


@pytest.mark.parametrize("way", ["", "/versions", "/preview", "/download"])
def test_unknown_papers_are_not_found(client, way):
    answer = client.get(f"{FOLDER}/nothing{way}")
    assert (answer.status_code, code(answer)) == (404, "not_found")
