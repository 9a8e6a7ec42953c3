"""Assignments, documents sent back and answers over HTTP."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.testclient import TestClient

from engine.access import Role
from engine.api import TrustedProxy, create_api
from engine.processing.pool import InlineExecutor
from engine.services import Services, services
from engine.settings import Settings

ROLES = "rea@firm.example=reviewer;ron@firm.example=reviewer;vic@firm.example=viewer"
REA, RON, VIC = ({"X-Forwarded-Email": f"{n}@firm.example"} for n in ("rea", "ron", "vic"))


@pytest.fixture
def engine(tmp_path):
    settings = Settings(data_dir=tmp_path, access="proxy", roles=ROLES)
    opened = Services(settings, executor=InlineExecutor())
    yield opened
    opened.close()


@pytest.fixture
def client(engine):
    api = create_api(1_000_000)
    api.dependency_overrides[services] = lambda: engine
    headers = ("X-Forwarded-Email", "X-Forwarded-Groups")
    trusted = Middleware(TrustedProxy, headers, engine.settings.proxy_addresses)
    app = Starlette(routes=[Mount("/api", api)], middleware=[trusted])
    return TestClient(app, client=("127.0.0.1", 50000))


@pytest.fixture
def read(client, invoice_pdf):
    """An invoice file that Rea uploaded and that was read."""
    files = {"file": ("a.pdf", invoice_pdf, "application/pdf")}
    sent = client.post("/api/production/invoices/upload", files=files, headers=REA)
    return sent.json()["upload_id"]


def code(answer):
    return answer.json()["error"]["code"]


def listed(client, **query):
    answer = client.get("/api/work", params=query, headers=VIC).json()
    return [item["upload_id"] for item in answer["items"]]


def test_a_document_is_given_to_somebody_and_listed(client, read):
    assert listed(client, unassigned=True) == [read]
    given = client.put(f"/api/work/{read}/assignee", json={"to": "ron@firm.example"}, headers=REA)
    assert given.json()["assignee"] == "ron@firm.example"
    assert listed(client, assigned_to="ron@firm.example") == [read]
    assert listed(client, assigned_to="rea@firm.example") == listed(client, unassigned=True) == []
    client.put(f"/api/work/{read}/assignee", json={"to": None}, headers=REA)
    assert listed(client, unassigned=True) == [read]


def test_a_document_is_sent_back_and_answered(client, read):
    sent = client.post(f"/api/work/{read}/send-back", json={"comment": "Net?"}, headers=RON)
    assert (sent.status_code, sent.json()["assignee"]) == (200, "rea@firm.example")
    (item,) = client.get("/api/work", params={"sent_back": True}, headers=REA).json()["items"]
    assert (item["remark"], item["asked_by"]) == ("Net?", "ron@firm.example")
    refused = client.post(f"/api/invoices/{read}/confirm", headers=REA)
    assert (refused.status_code, code(refused)) == (409, "unanswered")
    answered = client.post(f"/api/work/{read}/answer", json={"comment": "Gross"}, headers=REA)
    assert [r["comment"] for r in answered.json()["remarks"]] == ["Net?", "Gross"]
    again = client.post(f"/api/work/{read}/answer", json={"comment": "x"}, headers=REA)
    assert (again.status_code, code(again)) == (409, "nothing_asked")
    assert client.post(f"/api/invoices/{read}/confirm", headers=REA).status_code == 200


def test_whoever_saw_an_older_version_is_told(client, read):
    seen = client.get(f"/api/work/{read}", headers=REA).headers["ETag"]
    client.post(f"/api/work/{read}/send-back", json={"comment": "?"}, headers=RON)
    stale = client.post(
        f"/api/work/{read}/answer", json={"comment": "x"}, headers={**REA, "If-Match": seen}
    )
    assert (stale.status_code, code(stale)) == (412, "stale_version")


def test_who_may_only_look_hands_nothing_on(client, read):
    for method, path, body in (
        ("PUT", "assignee", {"to": "vic@firm.example"}),
        ("POST", "send-back", {"comment": "x"}),
        ("POST", "answer", {"comment": "x"}),
    ):
        refused = client.request(method, f"/api/work/{read}/{path}", json=body, headers=VIC)
        assert (refused.status_code, code(refused)) == (403, "not_allowed")
    assert client.get(f"/api/work/{read}", headers=VIC).json()["assignee"] is None


def test_people_are_those_of_the_roles_and_no_programs(client, engine, read):
    token, _ = engine.create_token("a program", Role.REVIEWER, days=1)
    bearer = {"Authorization": f"Bearer {token.text}"}
    client.put(f"/api/work/{read}/assignee", json={"to": "cleo"}, headers=bearer)
    people = client.get("/api/people", headers=VIC).json()["people"]
    assert people == ["cleo", "rea@firm.example", "ron@firm.example", "vic@firm.example"]


@pytest.mark.parametrize("comment", ["", "x" * 2001, "   "])
def test_a_comment_says_something(client, read, comment):
    answer = client.post(f"/api/work/{read}/send-back", json={"comment": comment}, headers=RON)
    assert answer.status_code in (400, 422)
    assert client.post("/api/work/none/send-back", json={"comment": "x"}, headers=RON).status_code
