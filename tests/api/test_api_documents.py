"""Page images and original files over HTTP."""

import pytest


@pytest.fixture
def upload_id(upload, invoice_pdf):
    return upload("invoices", invoice_pdf, name="Rechnung „März“.pdf").json()["upload_id"]


def test_a_page_is_an_image_that_browsers_may_keep_for_one_person(client, upload_id):
    answer = client.get(f"/api/documents/{upload_id}/pages/1.png")
    assert answer.status_code == 200
    assert answer.content.startswith(b"\x89PNG")
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cache-control"].startswith("private")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_an_unchanged_page_is_not_sent_again(client, upload_id):
    address = f"/api/documents/{upload_id}/pages/1.png"
    tag = client.get(address).headers["etag"]
    again = client.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"{address}?dpi=60").headers["etag"] != tag


@pytest.mark.parametrize(
    ("page", "status"), [("2", 422), ("0", 422), ("x", 422)], ids=["too high", "zero", "no number"]
)
def test_pages_that_are_not_there_are_errors(client, upload_id, page, status):
    answer = client.get(f"/api/documents/{upload_id}/pages/{page}.png")
    assert answer.status_code == status
    assert answer.json()["success"] is False


def test_the_file_comes_back_as_it_was_under_its_own_name(client, upload_id, invoice_pdf):
    answer = client.get(f"/api/documents/{upload_id}/file")
    assert answer.content == invoice_pdf
    assert answer.headers["content-type"] == "application/pdf"
    disposition = answer.headers["content-disposition"]
    assert disposition.startswith("attachment; filename*=utf-8''Rechnung%20")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"] == "sandbox"


def test_a_changed_file_is_not_handed_out(client, upload_id, engine):
    (stored,) = engine.upload_dir.rglob("*.pdf")
    stored.write_bytes(b"%PDF-something else")
    answer = client.get(f"/api/documents/{upload_id}/file")
    assert (answer.status_code, answer.json()["error"]["code"]) == (410, "file_changed")


@pytest.mark.parametrize("path", ["pages/1.png", "file"])
def test_unknown_documents_are_not_found(client, path):
    answer = client.get(f"/api/documents/nothing/{path}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_found")
