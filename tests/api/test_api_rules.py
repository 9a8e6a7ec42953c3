"""Rules over HTTP."""

import pytest

RULE = {
    "name": "Bank fees",
    "conditions": [
        {"type": "memo", "test": "contains", "text": "CUSTOMER"},
        {"type": "amount", "least": 100.10},
    ],
    "treatment": {"type": "set_aside", "label": "bank fee"},
}


@pytest.fixture
def made(client):
    answer = client.post("/api/rules", json=RULE)
    assert answer.status_code == 201
    return answer.json()["rule"]


def error_of(answer):
    return answer.status_code, answer.json()["error"]["code"]


def test_a_rule_is_stored_and_listed(client, made):
    assert (made["position"], made["row_version"]) == (1, 1)
    body = client.get("/api/rules").json()
    assert body == {"success": True, "rules": [made]}
    assert made["rule"]["treatment"] == {"type": "set_aside", "label": "bank fee"}
    assert made["rule"]["conditions"][1] == {"type": "amount", "least": 100.1, "most": None}


def test_a_rule_is_changed_with_the_version_that_was_read(client, made):
    url = f"/api/rules/{made['rule']['rule_id']}"
    changed = client.put(url, json={**RULE, "is_enabled": False, "row_version": 1})
    assert changed.json()["rule"]["rule"]["is_enabled"] is False
    assert error_of(client.put(url, json={**RULE, "row_version": 1})) == (412, "stale_version")
    history = client.get(f"{url}/history").json()["changes"]
    assert [change["action"] for change in history] == ["disable", "create"]


def test_rules_are_put_in_order_deleted_and_restored(client, made):
    other = client.post("/api/rules", json={**RULE, "name": "Other", "position": 1}).json()["rule"]
    first, second = made["rule"]["rule_id"], other["rule"]["rule_id"]

    def order():
        return [r["rule"]["rule_id"] for r in client.get("/api/rules").json()["rules"]]

    assert order() == [second, first]
    assert client.put("/api/rules/order", json={"rule_ids": [first, second]}).status_code == 200
    assert order() == [first, second]
    refused = client.put("/api/rules/order", json={"rule_ids": [first]})
    assert error_of(refused) == (400, "invalid_input")
    assert client.delete(f"/api/rules/{first}").status_code == 200
    assert order() == [second]
    assert error_of(client.delete(f"/api/rules/{first}")) == (404, "not_found")
    assert client.post(f"/api/rules/{first}/restore").json()["rule"]["position"] == 1
    assert order() == [first, second]
    actions = [c["action"] for c in client.get("/api/rules/history").json()["changes"]]
    assert actions[:2] == ["restore", "delete"]


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"name": "bank FEES"}, 409, "rule_name_taken"),
        ({"conditions": []}, 422, "rule_invalid"),
        ({"treatment": {"type": "burn"}}, 422, "rule_invalid"),
        ({"treatment": {"type": "tolerance", "difference": "fee"}}, 422, "rule_invalid"),
        ({"surprise": 1}, 422, "invalid_input"),
    ],
)
def test_what_cannot_be_a_rule_is_refused(client, made, change, status, code):
    answer = client.post("/api/rules", json={**RULE, "name": "New", **change})
    assert error_of(answer) == (status, code)
    assert answer.json()["error"]["message"].endswith(".")


def test_a_rule_is_tried_out_on_past_runs(client, upload, invoice_pdf, statement_pdf):
    invoice = upload("invoices", invoice_pdf).json()["upload_id"]
    bank = upload("bank", statement_pdf).json()["upload_id"]
    client.post(
        "/api/production/reconcile",
        json={"invoice_upload_id": invoice, "bank_upload_id": bank},
    )
    preview = client.post("/api/rules/preview", json=RULE).json()["preview"]
    (run,) = preview["runs"]
    assert (run["decided"], run["with_rule"]["set_aside_lines"]) == (1, 1)
    assert run["lines"][0]["then"]["state"] == "open"
    assert run["lines"][0]["now"] == {"state": "set_aside", "invoices": [], "rule": "Bank fees"}
    assert client.get("/api/rules").json()["rules"] == []
