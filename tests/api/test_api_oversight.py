"""Who saw what, and what goes for good: over HTTP, for administrators."""

import datetime as dt

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from engine.api import create_api
from engine.processing.pool import InlineExecutor
from engine.services import Services, services
from engine.settings import Settings


class Days:
    """A clock that a test moves on."""

    def __init__(self):
        self.now = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)

    def __call__(self):
        return self.now

    def pass_days(self, days):
        self.now += dt.timedelta(days=days)


@pytest.fixture
def clock():
    return Days()


@pytest.fixture
def engine(tmp_path, clock):
    opened = Services(Settings(data_dir=tmp_path), executor=InlineExecutor(), clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def client(engine):
    api = create_api(1_000_000)
    api.dependency_overrides[services] = lambda: engine
    with TestClient(Starlette(routes=[Mount("/api", api)])) as opened:
        yield opened


@pytest.fixture
def upload_id(upload, invoice_pdf):
    return upload("invoices", invoice_pdf, name="bill.pdf").json()["upload_id"]


def events(client, **params):
    answer = client.get("/api/access-events", params=params)
    assert answer.status_code == 200
    return [(event["action"], event["subject"]) for event in answer.json()["items"]]


def purge(client, **wanted):
    answer = client.post("/api/purge", json=wanted)
    assert answer.status_code == 200, answer.json()
    return answer.json()


def with_token(client, role):
    made = client.post("/api/tokens", json={"name": f"a {role}", "role": role})
    return {"Authorization": f"Bearer {made.json()['token']}"}


def test_who_opened_saw_and_downloaded_a_document_is_noted(client, upload_id):
    viewer = with_token(client, "viewer")
    client.get(f"/api/production/invoices/{upload_id}", headers=viewer)
    client.get(f"/api/documents/{upload_id}/pages/1.png", headers=viewer)
    client.get(f"/api/documents/{upload_id}/file", headers=viewer)
    found = events(client, by="a viewer")
    assert found == [
        ("downloaded", upload_id),
        ("saw", f"{upload_id}/pages/1"),
        ("opened", upload_id),
    ]


def test_a_visit_is_noted_once_and_pictures_of_lists_are_none(client, upload_id):
    for _ in range(3):
        client.get(f"/api/documents/{upload_id}/pages/1.png?dpi=80")
        client.get(f"/api/documents/{upload_id}/pages/1.png?dpi=90")
        client.get(f"/api/documents/{upload_id}/thumbnail")
    assert events(client, action="saw") == [("saw", f"{upload_id}/pages/1")]


def test_entries_are_found_by_file_name_and_come_in_pages(client, upload_id):
    client.get(f"/api/documents/{upload_id}/file")
    client.get(f"/api/documents/{upload_id}/pages/1.png")
    assert events(client, subject="BILL.pdf", action="downloaded") == [("downloaded", upload_id)]
    answer = client.get("/api/access-events", params={"per_page": 1}).json()
    assert answer["pagination"]["total"] > 1
    assert answer["items"][0]["file_name"] == "bill.pdf"
    assert answer["links"]["next"]


def test_what_was_deleted_goes_after_its_time_with_its_file(client, engine, upload_id, clock):
    engine.delete(upload_id)
    clock.pass_days(29)
    assert purge(client)["purged"] == []
    clock.pass_days(2)
    (would,) = purge(client)["purged"]
    assert (would["document_id"], would["file_goes"]) == (upload_id, True)
    assert list(engine.store.files.names())
    done = purge(client, dry_run=False)
    assert [one["file_name"] for one in done["purged"]] == ["bill.pdf"]
    assert (done["dry_run"], done["kept"]) == (False, [])
    assert list(engine.store.files.names()) == []
    assert engine.store.counts()["invoice_uploads"] == 0
    assert events(client, action="purged") == [("purged", f"{upload_id} bill.pdf")]
    assert events(client, action="deleted") == [("deleted", f"{upload_id} bill.pdf")]
    assert engine.store.check_files() == ()


def test_a_file_that_another_document_has_stays(client, engine, upload_id, invoice_pdf, clock):
    paper = engine.attach("bill.pdf", invoice_pdf, doc_type="Invoice")
    assert paper.file_path == engine.store.documents.get(upload_id).file_path
    engine.delete(upload_id)
    clock.pass_days(31)
    (would,) = purge(client)["purged"]
    assert not would["file_goes"]
    purge(client, dry_run=False)
    assert list(engine.store.files.names()) == [paper.file_path]
    assert engine.store.check_files() == ()


def test_a_deleted_paper_goes_with_all_its_versions(
    client, engine, invoice_pdf, statement_pdf, clock
):
    first = engine.attach("slip.pdf", invoice_pdf, doc_type="Expense")
    engine.wait_for_attachment(first.id, 60)
    second = engine.replace_attachment(first.id, "slip-2.pdf", statement_pdf)
    engine.wait_for_attachment(second.id, 60)
    engine.delete_attachment(second.id)
    clock.pass_days(31)
    gone = purge(client, dry_run=False)["purged"]
    assert {one["document_id"] for one in gone} == {first.id, second.id}
    assert {one["kind"] for one in gone} == {"attachment"}
    assert list(engine.store.files.names()) == []
    assert client.get(f"/api/attachments/{second.id}").status_code == 404


def test_a_restored_document_is_not_due(client, engine, upload_id, clock):
    engine.delete(upload_id)
    engine.restore(upload_id)
    clock.pass_days(400)
    assert purge(client, dry_run=False)["purged"] == []
    assert events(client, action="restored") == [("restored", f"{upload_id} bill.pdf")]


def test_the_time_of_the_settings_cannot_be_undercut(client):
    answer = client.post("/api/purge", json={"days": 3, "dry_run": False})
    assert answer.status_code in {400, 422}
    assert answer.json()["error"]["message"] == "What is deleted is kept for 30 days."


@pytest.mark.parametrize("role", ["viewer", "analyst", "reviewer"])
def test_only_administrators_oversee(client, engine, upload_id, role):
    headers = with_token(client, role)
    assert client.get("/api/access-events", headers=headers).status_code == 403
    assert client.post("/api/purge", json={}, headers=headers).status_code == 403
