"""Closing and reopening periods over HTTP, and decisions that they refuse."""

import made_rows as made
import pytest


@pytest.fixture
def run(engine):
    made.add_invoices(engine.store, "u1")
    made.add_statement(engine.store, "b1")
    return engine.reconcile(["u1"], ["b1"])


def decide(client, run, decision, version):
    match_id = run.document.matched[0].match_id
    return client.post(
        f"/api/production/reconciliations/{run.reconciliation_id}/matches/{match_id}/decision",
        json={"decision": decision, "row_version": version},
    )


def test_a_closed_period_refuses_and_a_reopened_one_allows(client, run):
    assert decide(client, run, "confirmed", 1).json() == {"success": True, "row_version": 2}
    closed = client.post("/api/production/periods/close", json={"up_to": "2026-02-28"})
    [closing] = closed.json()["closings"]
    assert (closing["closed_up_to"], closing["reopened_at"]) == ("2026-02-28", None)
    refused = decide(client, run, "proposed", 2)
    assert refused.status_code == 409
    assert refused.json()["error"]["code"] == "period_closed"
    url = f"/api/production/periods/{closing['closing_id']}/reopen"
    assert client.post(url, json={"reason": ""}).status_code == 422
    assert client.post(url, json={"reason": "late bill"}).status_code == 200
    assert decide(client, run, "proposed", 2).status_code == 200
    [kept] = client.get("/api/production/periods").json()["closings"]
    assert kept["reopened_because"] == "late bill"


def test_an_old_version_is_refused(client, run):
    assert decide(client, run, "confirmed", 7).status_code == 412
