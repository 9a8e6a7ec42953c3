"""The API over an installation whose files are in a bucket, read by worker processes."""

import pytest
from s3_server import new_prefix, settings_in, storage
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from engine.api import create_api
from engine.services import Services, services
from engine.settings import Settings


@pytest.fixture
def kept_at(s3_address):
    """The empty place in the bucket."""
    return new_prefix(s3_address)


@pytest.fixture
def client(tmp_path, monkeypatch, s3_address, kept_at):
    for name, value in settings_in(s3_address, kept_at).items():
        monkeypatch.setenv(name, value)
    opened = Services(Settings(data_dir=tmp_path, workers=1))
    api = create_api(1_000_000)
    api.dependency_overrides[services] = lambda: opened
    with TestClient(Starlette(routes=[Mount("/api", api)])) as caller:
        yield caller
    opened.close()


def test_an_upload_is_read_shown_and_handed_out(client, upload, invoice_pdf, kept_at, s3_address):
    answer = upload("invoices", invoice_pdf)
    upload_id = answer.json()["upload_id"]
    assert answer.status_code == 200
    (name,) = storage(s3_address).find(kept_at.removeprefix("s3://"))
    assert client.get(f"/api/documents/{upload_id}/pages/1.png").content.startswith(b"\x89PNG")
    assert client.get(f"/api/documents/{upload_id}/file").content == invoice_pdf
    assert client.get("/api/production/health").json()["upload_folder"] == kept_at
    assert name.endswith(".pdf")


def test_a_storage_that_is_away_is_no_fault_of_the_program(
    client, upload, invoice_pdf, monkeypatch, kept_at, s3_address, tmp_path
):
    for name, value in settings_in("http://127.0.0.1:9", kept_at).items():
        monkeypatch.setenv(name, value)
    opened = Services(Settings(data_dir=tmp_path / "other", workers=1))
    client.app.routes[0].app.dependency_overrides[services] = lambda: opened
    try:
        answer = upload("invoices", invoice_pdf)
    finally:
        opened.close()
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "files_away")
    assert answer.json()["error"]["hint"]
