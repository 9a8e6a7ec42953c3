"""Other sites, oversized bodies, and the one shape of every error."""

import pytest
from starlette.testclient import TestClient

from engine.api import create_api
from engine.services import services


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://testserver:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
    ],
    ids=lambda headers: " ".join(headers.values()),
)
def test_another_sites_page_cannot_change_anything(upload, engine, invoice_pdf, headers):
    answer = upload("invoices", invoice_pdf, headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "cross_origin")
    assert engine.store.counts()["invoice_uploads"] == 0


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://testserver"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"},
        {"Sec-Fetch-Site": "none"},
    ],
    ids=["program", "same origin", "browser", "typed address"],
)
def test_matchbooks_own_pages_and_programs_can(upload, invoice_pdf, headers):
    assert upload("invoices", invoice_pdf, headers=headers).status_code == 200


def test_a_body_that_announces_too_much_is_refused(upload):
    answer = upload("invoices", b"%PDF-" + b"0" * 2_000_000)
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "request_too_large")


def test_a_body_that_turns_out_too_large_is_refused(client):
    def chunks():
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
        for _ in range(200):
            yield b"0" * 10_000

    answer = client.post(
        "/api/production/invoices/upload",
        content=chunks(),
        headers={"Content-Type": "multipart/form-data; boundary=x"},
    )
    assert answer.status_code == 413
    assert answer.json()["error"]["code"] == "request_too_large"


@pytest.mark.parametrize(
    ("method", "path", "more", "status", "code"),
    [
        ("GET", "/api/nothing", {}, 404, "not_found"),
        ("GET", "/api/production/invoices/nothing", {}, 404, "not_found"),
        ("DELETE", "/api/production/health", {}, 405, "method_not_allowed"),
        ("POST", "/api/production/invoices/upload", {}, 422, "invalid_input"),
        ("POST", "/api/production/reconcile", {"content": b"{"}, 422, "invalid_input"),
        ("POST", "/api/production/reconcile", {"json": {"unknown": 1}}, 422, "invalid_input"),
        (
            "POST",
            "/api/production/reconcile",
            {"json": {"confidence_threshold": 2}},
            422,
            "invalid_input",
        ),
    ],
)
def test_every_error_has_the_same_shape(client, method, path, more, status, code):
    answer = client.request(method, path, **more)
    assert answer.status_code == status
    body = answer.json()
    assert set(body) == {"success", "error"}
    assert body["success"] is False
    assert set(body["error"]) == {"code", "message", "hint"}
    assert body["error"]["code"] == code
    assert body["error"]["message"]


def test_a_failure_nobody_foresaw_has_the_shape_too_and_shows_nothing(caplog):
    def broken():
        raise ZeroDivisionError("secret detail")

    api = create_api(1000)
    api.dependency_overrides[services] = broken
    answer = TestClient(api, raise_server_exceptions=False).get("/production/health")
    assert answer.status_code == 500
    assert answer.json()["error"]["code"] == "internal"
    assert "secret" not in answer.text
    assert "secret detail" in caplog.text


def test_the_description_covers_every_address_and_loads_nothing_from_elsewhere(client):
    paths = client.get("/api/openapi.json").json()["paths"]
    page = client.get("/api/docs")
    assert page.headers["content-type"].startswith("text/html")
    assert "/production/reconcile" in paths
    for path in paths:
        assert path in page.text
    assert "https://" not in page.text
    assert "http://" not in page.text
