"""Matching by hand over HTTP: stored, refused, accepted together, undone; and lessons."""

from decimal import Decimal

import made_rows as made
import pytest


@pytest.fixture
def run(engine):
    made.add_invoices(
        engine.store,
        "u1",
        made.invoice("u1-1"),
        made.invoice("u1-2", total_amount=Decimal("310.10"), vendor_name="Zenith"),
    )
    made.add_statement(
        engine.store,
        "b1",
        made.transaction("b1-1"),
        made.transaction("b1-2", amount=Decimal("-312.60"), description="Transfer"),
    )
    return engine.reconcile(["u1"], ["b1"])


@pytest.fixture
def post(client, run):
    url = f"/api/production/reconciliations/{run.reconciliation_id}"

    def send(what, **body):
        return client.post(f"{url}/{what}", json=body)

    return send


def pair(**more):
    return {"invoice_ids": ["u1-2"], "transaction_ids": ["b1-2"], "row_version": 1} | more


def test_a_match_is_stored_confirmed_with_its_difference_named(post):
    answer = post("matches", **pair(treatment="fee", note="mail of 3 March"))
    assert answer.status_code == 201, answer.text
    match = answer.json()["match"]
    assert answer.json()["row_version"] == 2
    assert (match["is_manual"], match["decision"]) == (True, "confirmed")
    assert (match["difference"], match["difference_treatment"]) == (2.5, "fee")
    assert post("undo", row_version=2).json() == {"success": True, "row_version": 3}


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({}, 400, "invalid_input"),
        ({"treatment": "discount"}, 400, "invalid_input"),
        ({"invoice_ids": ["u7-1"]}, 404, "not_found"),
        ({"row_version": 9}, 412, "stale_version"),
        ({"invoice_ids": []}, 422, "invalid_input"),
        ({"treatment": "gift"}, 422, "invalid_input"),
        ({"rate": -1}, 422, "invalid_input"),
    ],
)
def test_what_cannot_be_stored_is_refused_by_its_cause(post, changes, status, code):
    answer = post("matches", **pair(**changes))
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


def test_a_record_that_is_settled_is_refused(post):
    assert post("matches", **pair(treatment="fee")).status_code == 201
    answer = post("matches", **pair(row_version=2, treatment="fee"))
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "already_confirmed")


def test_all_from_a_probability_on_are_accepted_and_undone(post, client):
    answer = post("accept", least=0.9, row_version=1).json()
    assert (answer["accepted"], answer["sums"]) == (1, {"EUR": 119.0})
    assert post("accept", least=0.9, row_version=2).status_code == 400
    assert post("undo", row_version=2).status_code == 200
    assert post("undo", row_version=3).status_code == 400


def test_candidates_say_why(run, client):
    url = f"/api/production/reconciliations/{run.reconciliation_id}/candidates"
    found = client.get(url, params={"transaction_id": "b1-1"}).json()["candidates"]
    assert found[0]["invoice_ids"] == ["u1-1"]
    assert found[0]["reasons"]
    assert client.get(url.replace(run.reconciliation_id, "no")).status_code == 404


def test_lessons_are_listed_and_forgotten(post, client):
    assert client.get("/api/production/lessons").json() == {"success": True, "lessons": []}
    line = {"invoice_ids": ["u1-1", "u1-2"], "transaction_ids": ["b1-1", "b1-2"], "row_version": 1}
    assert post("matches", **line, treatment="fee").status_code == 201
    assert post("undo", row_version=2).status_code == 200
    assert post("matches", **pair(row_version=3, treatment="fee")).status_code == 201
    found = client.get("/api/production/lessons").json()["lessons"]
    assert [lesson["sentence"] for lesson in found] == ["With Zenith, fees are taken off."]
    subject = found[0]["subject"]
    assert client.delete("/api/production/lessons", params={"subject": "no"}).status_code == 400
    left = client.delete("/api/production/lessons", params={"subject": subject})
    assert left.json()["lessons"] == []
    assert client.delete("/api/production/lessons").status_code == 200
