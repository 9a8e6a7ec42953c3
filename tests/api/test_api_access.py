"""Who may do what over HTTP: the local person, tokens, a proxy's headers, signed keys, the pace."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.testclient import TestClient

from engine.access import Person, Role
from engine.api import TrustedProxy, create_api
from engine.processing.pool import InlineExecutor
from engine.services import Services, services
from engine.settings import Settings
from engine.store import AccessQuery

ROLES = "rea@firm.example=reviewer;vic@firm.example=viewer;group:chiefs=admin"
HEADERS = ("X-Forwarded-Email", "X-Forwarded-Groups")


@pytest.fixture
def opened(tmp_path):
    """Opens an installation with settings of its own, and a client of it from an address."""
    closing = []

    def start(*, client=("127.0.0.1", 50000), pace=0, origins=(), **settings):
        engine = Services(
            Settings(data_dir=tmp_path, roles=ROLES, **settings), executor=InlineExecutor()
        )
        closing.append(engine.close)
        api = create_api(1_000_000, requests_per_minute=pace, origins=origins)
        api.dependency_overrides[services] = lambda: engine
        trusted = Middleware(TrustedProxy, HEADERS, engine.settings.proxy_addresses)
        app = Starlette(routes=[Mount("/api", api)], middleware=[trusted])
        return engine, TestClient(app, client=client)

    yield start
    for close in closing:
        close()


def make_token(client, role, **more):
    answer = client.post("/api/tokens", json={"name": f"a {role}", "role": role}, **more)
    assert answer.status_code == 201
    return answer.json()


def with_token(text):
    return {"Authorization": f"Bearer {text}"}


def code(answer):
    return answer.json()["error"]["code"]


def test_the_local_person_needs_no_token(opened):
    _, client = opened()
    assert client.get("/api/production/health").status_code == 200


def test_a_token_may_what_its_role_may(opened, invoice_pdf):
    _, client = opened()
    viewer = with_token(make_token(client, "viewer")["token"])
    assert client.get("/api/production/health", headers=viewer).status_code == 200
    refused = client.post(
        "/api/production/invoices/upload", files={"file": ("a.pdf", invoice_pdf)}, headers=viewer
    )
    assert (refused.status_code, code(refused)) == (403, "not_allowed")
    assert client.get("/api/tokens", headers=viewer).status_code == 403


def test_what_a_token_did_bears_its_name(opened, invoice_pdf):
    engine, client = opened()
    reviewer = with_token(make_token(client, "reviewer")["token"])
    answer = client.post(
        "/api/production/invoices/upload", files={"file": ("a.pdf", invoice_pdf)}, headers=reviewer
    )
    upload_id = answer.json()["upload_id"]
    assert engine.store.documents.get(upload_id).upload_by == "a reviewer"


def test_the_secret_is_answered_once_and_kept_nowhere(opened, tmp_path, caplog):
    engine, client = opened()
    made = make_token(client, "viewer")
    secret = made["token"].split("_", 2)[2]
    listed = client.get("/api/tokens").text
    assert secret not in listed
    assert "secret_hash" not in listed
    engine.close()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not any(secret.encode() in path.read_bytes() for path in files)
    assert secret not in caplog.text


def test_a_use_is_noted(opened):
    _, client = opened()
    made = make_token(client, "viewer")
    assert made["about"]["last_used_at"] is None
    client.get("/api/production/health", headers=with_token(made["token"]))
    assert client.get("/api/tokens").json()["tokens"][0]["last_used_at"] is not None


def test_a_revoked_token_opens_nothing(opened):
    _, client = opened()
    made = make_token(client, "admin")
    assert client.delete(f"/api/tokens/{made['about']['token_id']}").status_code == 200
    answer = client.get("/api/production/health", headers=with_token(made["token"]))
    assert (answer.status_code, code(answer)) == (401, "sign_in_needed")
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert client.delete(f"/api/tokens/{made['about']['token_id']}").status_code == 404


def test_a_token_ends(opened, monkeypatch):
    engine, client = opened()
    made = make_token(client, "viewer")
    ends = engine.tokens()[0].expires_at
    monkeypatch.setattr(engine, "_clock", lambda: ends)
    assert client.get("/api/rules", headers=with_token(made["token"])).status_code == 401


@pytest.mark.parametrize("text", ["x", "mb_0123456789ab_" + "A" * 43, ""])
def test_an_unknown_token_opens_nothing_even_here(opened, text):
    _, client = opened()
    assert client.get("/api/rules", headers=with_token(text)).status_code == 401


@pytest.mark.parametrize(
    "body",
    [{}, {"name": "", "role": "viewer"}, {"name": "x", "role": "king"},
     {"name": "x", "role": "viewer", "days": 0}, {"name": "x", "role": "viewer", "days": 9999}],
)  # fmt: skip
def test_a_token_that_cannot_be_made_is_refused(opened, body):
    _, client = opened()
    assert client.post("/api/tokens", json=body).status_code == 422


def test_a_proxy_names_the_person(opened):
    _, client = opened(access="proxy")
    by = {"X-Forwarded-Email": "rea@firm.example"}
    assert client.get("/api/rules", headers=by).status_code == 200
    assert client.get("/api/tokens", headers=by).status_code == 403
    assert client.get("/api/tokens", headers={**by, "X-Forwarded-Groups": "x, Chiefs"}).is_success
    nobody = client.get("/api/rules")
    assert (nobody.status_code, code(nobody)) == (401, "sign_in_needed")
    stranger = client.get("/api/rules", headers={"X-Forwarded-Email": "eve@evil.example"})
    assert stranger.status_code == 403


def test_these_headers_from_anywhere_else_do_not_count(opened):
    _, client = opened(access="proxy", client=("203.0.113.9", 50000))
    by = {"X-Forwarded-Email": "rea@firm.example"}
    assert client.get("/api/rules", headers=by).status_code == 401


def test_where_people_sign_in_headers_do_not_count(opened):
    _, client = opened(access="oidc")
    by = {"X-Forwarded-Email": "rea@firm.example"}
    assert client.get("/api/rules", headers=by).status_code == 401


def keyed(engine, subject, role, name="rea@firm.example"):
    return engine._links.key(subject, Person(name, frozenset({role})))


def test_a_signed_key_shows_one_document_and_notes_the_download(opened, invoice_pdf, tmp_path):
    engine, client = opened(access="oidc")
    send = {"X-Matchbook-Key": keyed(engine, "upload", Role.REVIEWER)}
    files = {"file": ("a.pdf", invoice_pdf)}
    answer = client.post("/api/production/invoices/upload", files=files, headers=send)
    upload_id = answer.json()["upload_id"]
    key = keyed(engine, upload_id, Role.VIEWER, "vic@firm.example")
    address = f"/api/documents/{upload_id}"
    assert client.get(f"{address}/pages/1.png?key={key}").status_code == 200
    assert client.get(f"{address}/file?key={key}").content == invoice_pdf
    assert client.get(f"{address}/file").status_code == 401
    assert client.get(f"/api/documents/another/file?key={key}").status_code == 401
    assert client.get(f"/api/rules?key={key}").status_code == 401
    newest = engine.store.access_log.find(AccessQuery()).rows[0]
    assert (newest.action, newest.subject, newest.acted_by) == (
        "downloaded", upload_id, "vic@firm.example",
    )  # fmt: skip


def test_an_upload_key_uploads_and_nothing_else(opened):
    engine, client = opened(access="oidc")
    send = {"X-Matchbook-Key": keyed(engine, "upload", Role.ADMIN)}
    assert client.post("/api/tokens", json={}, headers=send).status_code == 401
    assert client.get("/api/tokens", headers=send).status_code == 401
    assert client.delete("/api/rules/abc", headers=send).status_code == 401


def test_one_who_asks_too_often_is_told_when_to_come_again(opened):
    _, client = opened(pace=3)
    answers = [client.get("/api/rules") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert code(answers[3]) == "too_many_requests"
    assert 1 <= int(answers[3].headers["Retry-After"]) <= 60


def test_another_site_may_call_only_when_it_is_named(opened):
    _, client = opened(origins=("https://erp.example",))
    ask = {"Origin": "https://erp.example", "Sec-Fetch-Site": "cross-site"}
    named = client.post("/api/tokens", json={"name": "x", "role": "viewer"}, headers=ask)
    assert named.status_code == 201
    assert named.headers["Access-Control-Allow-Origin"] == "https://erp.example"
    other = client.post("/api/tokens", json={}, headers={**ask, "Origin": "https://evil.example"})
    assert (other.status_code, code(other)) == (403, "cross_origin")
    assert "Access-Control-Allow-Origin" not in other.headers
