"""Encrypted files over HTTP: the password is a form field, and nothing says it again."""

import pytest
from made_locked import locked

SECRET = "open-sésame"


@pytest.fixture
def statement(statement_pdf):
    return locked(statement_pdf, SECRET)


@pytest.fixture
def retry(client):
    def post(kind, upload_id, **form):
        return client.post(f"/api/production/{kind}/{upload_id}/retry", data=form)

    return post


def code_of(answer):
    return answer.status_code, answer.json()["error"]["code"]


def test_each_failure_has_a_code_and_leaves_nothing_behind(upload, engine, statement):
    assert code_of(upload("bank", statement)) == (422, "password_needed")
    assert code_of(upload("bank", statement, data={"password": ""})) == (422, "password_needed")
    assert code_of(upload("bank", statement, data={"password": "wrong"})) == (422, "password_wrong")
    assert not [path for path in engine.upload_dir.rglob("*") if path.is_file()]
    assert engine.store.bank.pending() == []


def test_no_answer_and_no_row_repeats_the_password(upload, client, statement, caplog):
    caplog.set_level("DEBUG")
    wrong = upload("bank", statement, data={"password": "wr0ng-secret"})
    right = upload("bank", statement, data={"password": SECRET})
    assert right.status_code == 200
    row = client.get(f"/api/production/bank/{right.json()['upload_id']}")
    for said in (wrong.text, right.text, row.text, caplog.text):
        assert "wr0ng-secret" not in said
        assert SECRET not in said


def test_a_password_that_is_a_file_is_refused_without_repeating_it(client, statement):
    files = {"file": ("a.pdf", statement), "password": ("b.txt", b"wr0ng-secret")}
    answer = client.post("/api/production/bank/upload", files=files)
    assert code_of(answer) == (422, "invalid_input")
    assert "wr0ng-secret" not in answer.text


def test_the_owners_password_is_not_asked_for(upload, statement_pdf):
    assert upload("bank", locked(statement_pdf, "", "boss")).status_code == 200


def test_an_upload_that_is_read_again_asks_again_and_is_retried(upload, retry, engine, statement):
    upload_id = upload("invoices", statement, data={"password": SECRET}).json()["upload_id"]
    engine.change_kind(upload_id, "bank")
    engine.wait(upload_id, 60)
    asked = retry("bank", upload_id)
    assert code_of(asked) == (422, "password_needed")
    assert asked.json()["status"] == "failed"
    assert f"/api/production/bank/{upload_id}/retry" in asked.json()["error"]["hint"]
    assert code_of(retry("bank", upload_id, password="wrong")) == (422, "password_wrong")
    assert code_of(retry("invoices", upload_id, password=SECRET)) == (404, "not_found")
    done = retry("bank", upload_id, password=SECRET)
    assert (done.status_code, done.json()["status"]) == (200, "completed")
    assert code_of(retry("bank", upload_id, password=SECRET)) == (400, "wrong_state")
    assert code_of(retry("bank", "nobody")) == (404, "not_found")


def test_the_description_marks_the_field_as_secret_and_has_no_example(client):
    schemas = client.get("/api/openapi.json").json()["components"]["schemas"]
    fields = [
        s["properties"]["password"]
        for s in schemas.values()
        if "password" in s.get("properties", {})
    ]
    with_a_file = [s["properties"] for s in schemas.values() if "file" in s.get("properties", {})]
    assert with_a_file
    assert all("password" in properties for properties in with_a_file)
    for field in fields:
        assert "example" not in str(field)
        assert {"type": "string", "format": "password", "writeOnly": True} in field["anyOf"]
