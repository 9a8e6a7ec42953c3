"""Samples for a second look over HTTP."""

import made_rows as made
import pytest


@pytest.fixture
def confirmed(engine):
    for number in range(6):
        made.add_invoices(engine.store, f"u{number}")
        engine.confirm(f"u{number}")


def test_a_sample_is_drawn_looked_at_and_counted(client, confirmed):
    wanted = {"population": "documents", "share": 0.5, "seed": 3}
    drawn = client.post("/api/spot-checks", json=wanted)
    check = drawn.json()["check"]
    assert (drawn.status_code, check["total"], len(check["items"])) == (201, 6, 3)
    address = f"/api/spot-checks/{check['check_id']}/outcome"
    ids = [item["item_id"] for item in check["items"]]
    for item_id, found in zip(ids, (True, False), strict=False):
        body = {"item_id": item_id, "is_right": found, "note": "net, not gross"}
        assert client.put(address, json=body).status_code == 200
    answer = client.get("/api/spot-checks").json()
    figure = answer["figures"][0]
    assert (figure["drawn"], figure["looked_at"], figure["wrong"]) == (3, 2, 1)
    assert 0 < figure["low"] < 0.5 < figure["high"] < 1
    assert [item["is_right"] for item in answer["checks"][0]["items"]] == [True, False, None]


@pytest.mark.parametrize(
    "body",
    [
        {"population": "documents"},
        {"population": "documents", "share": 0.5, "count": 3},
        {"population": "documents", "share": 2},
        {"population": "people", "count": 1},
        {"population": "matches", "count": 1},
    ],
)
def test_what_cannot_be_drawn_is_refused(client, confirmed, body):
    assert client.post("/api/spot-checks", json=body).status_code in (400, 422)


def test_what_was_not_drawn_has_no_outcome(client, confirmed):
    body = {"item_id": "u1", "is_right": True}
    assert client.put("/api/spot-checks/none/outcome", json=body).status_code == 404
