"""What balancers and Prometheus ask."""

import pytest
from prometheus_client.parser import text_string_to_metric_families

from engine.errors import DatabaseDamagedError
from engine.processing.measurements import readiness


def samples(client):
    """Every sample of the measurements by name and labels."""
    answer = client.get("/api/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain; version=")
    return {
        (one.name, *(one.labels[name] for name in sorted(one.labels))): one.value
        for family in text_string_to_metric_families(answer.text)
        for one in family.samples
    }


@pytest.fixture
def read_file(client, engine, upload, invoice_pdf):
    """An upload that was read."""
    upload("invoices", invoice_pdf)
    return engine.store.invoices.list().rows[0].upload_id


def test_an_upload_shows_in_pages_rows_and_bytes(client, upload, invoice_pdf):
    before = samples(client)
    upload("invoices", invoice_pdf)
    after = samples(client)
    key = ("matchbook_pages_total", "read")
    assert after[key] == before.get(key, 0) + 1
    assert after["matchbook_rows", "invoice", "completed"] == 1
    assert after["matchbook_records", "invoice", "completed"] == 1
    assert after["matchbook_json_bytes", "invoice", "completed"] > 500
    assert after["matchbook_stage_seconds_count", "read"] >= 1
    assert after["matchbook_database_bytes",] > 0
    assert 0 < after["matchbook_json_compression_ratio",] < 100


def test_requests_are_timed_by_route_and_never_by_address(client, read_file):
    client.get(f"/api/invoices/{read_file}")
    client.get("/api/invoices/no-such-upload")
    client.request("BREW", "/api/invoices/")
    found = samples(client)
    counted = [key[1:] for key in found if key[0] == "matchbook_request_seconds_count"]
    assert any(key[0] == "GET" and key[2] == "404" for key in counted)
    assert any(key[0] == "other" for key in counted)
    assert not [key for key in found if read_file in " ".join(key)]
    assert found["matchbook_failures_total", "not_found", "request"] >= 1


def test_it_is_ready_when_the_database_answers(client):
    answer = client.get("/api/ready")
    assert (answer.status_code, answer.json()) == (200, {"ready": True, "problems": []})


def test_it_is_not_ready_when_uploads_are_not_read_any_more(client, engine):
    engine.runner.close()
    answer = client.get("/api/ready")
    assert answer.status_code == 503
    assert answer.json()["problems"] == ["Uploads are not read any more (reader_stopped)."]


def test_a_database_that_fails_is_named(engine, monkeypatch):
    def fail():
        raise DatabaseDamagedError("x.duckdb")

    monkeypatch.setattr(engine.store, "counts", fail)
    (problem,) = readiness(engine.store, engine.runner).problems
    assert "(database_damaged)" in problem
