"""The rules of the API hold at a started server as they do at the mounted app."""

import httpx2
import pytest
from running_app import running_app

ELSEWHERE = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
NAMED = {"Origin": "https://erp.example", "Sec-Fetch-Site": "cross-site"}
WANTED = {"name": "x", "role": "viewer"}
CHANGE = {"changes": [{"field": "invoice_number", "value": "INV-101"}]}


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    """A program that calls a server of its own."""
    with (
        running_app(
            tmp_path_factory.mktemp("rules"),
            workers=1,
            requests_per_minute=0,
            max_upload_bytes=1_000_000,
            cors_origins="https://erp.example",
        ) as address,
        httpx2.Client(base_url=address, timeout=120) as program,
    ):
        yield program


def refusal(answer):
    return answer.status_code, answer.json()["error"]["code"]


def read(client, content):
    """The id of an invoice that was uploaded and read."""
    answer = client.post(
        "/api/production/invoices/upload",
        files={"file": ("a.pdf", content)},
        params={"wait": 100},
    )
    return answer.json()["upload_id"]


def test_a_request_with_its_key_is_done_once(client, pdf_of):
    files = {"files": ("k.pdf", pdf_of("Invoice number: K-1"))}
    key = {"Idempotency-Key": "once"}
    first = client.post("/api/invoices/ocr", files=files, headers=key)
    again = client.post("/api/invoices/ocr", files=files, headers=key)
    assert (first.status_code, again.status_code) == (202, 200)
    assert first.json()["files"][0]["upload_id"] == again.json()["files"][0]["upload_id"]
    other = client.post(
        "/api/invoices/ocr", files={"files": ("o.pdf", pdf_of("Another"))}, headers=key
    )
    assert refusal(other) == (422, "idempotency_key_reused")


def test_corrections_and_decisions_follow_the_row(client, invoice_pdf):
    address = f"/api/invoices/{read(client, invoice_pdf)}"
    tag = {"If-Match": client.get(address).headers["ETag"]}
    assert client.patch(address, json=CHANGE).status_code == 428
    assert client.patch(address, json=CHANGE, headers=tag).status_code == 200
    assert refusal(client.patch(address, json=CHANGE, headers=tag)) == (412, "stale_version")
    assert client.post(f"{address}/confirm").status_code == 200
    assert client.post(f"{address}/confirm").status_code == 400
    assert client.post(f"{address}/retry").status_code == 400
    assert client.get(f"{address}/download").content == invoice_pdf
    assert client.get("/api/bank/unknown").status_code == 404
    assert client.post("/api/invoices/ocr").status_code == 400


def test_a_token_opens_what_its_role_may_until_it_is_revoked(client):
    made = client.post("/api/tokens", json={"name": "reads", "role": "viewer"}).json()
    token = {"Authorization": f"Bearer {made['token']}"}
    assert client.get("/api/rules", headers=token).status_code == 200
    assert client.post("/api/tokens", json=WANTED, headers=token).status_code == 403
    assert client.delete(f"/api/tokens/{made['about']['token_id']}").status_code == 200
    assert client.get("/api/rules", headers=token).status_code == 401


def test_other_sites_change_nothing_unless_they_are_named(client):
    named = client.post("/api/tokens", json=WANTED, headers=NAMED)
    assert named.headers["Access-Control-Allow-Origin"] == NAMED["Origin"]
    assert named.status_code == 201
    other = client.post("/api/tokens", json=WANTED, headers=ELSEWHERE)
    assert refusal(other) == (403, "cross_origin")


def test_a_body_that_is_too_large_is_refused(client):
    files = {"file": ("a.pdf", b"%PDF-" + b"0" * 8_000_000)}
    answer = client.post("/api/production/invoices/upload", files=files)
    assert refusal(answer) == (413, "request_too_large")


def test_one_who_asks_too_often_is_told_when_to_come_again(tmp_path):
    with (
        running_app(tmp_path, workers=1, requests_per_minute=3) as address,
        httpx2.Client(base_url=address, timeout=60) as program,
    ):
        answers = [program.get("/api/rules") for _ in range(8)]
    late = [answer for answer in answers if answer.status_code == 429]
    assert late
    assert all(1 <= int(answer.headers["Retry-After"]) <= 60 for answer in late)
