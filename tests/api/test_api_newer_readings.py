"""Files of an older engine over HTTP: read anew, compared, accepted in one step, taken back."""

import pytest
from msgspec.structs import replace

FOLDER = "/api/production/readings"


@pytest.fixture
def older(engine, upload, invoice_pdf):
    """An invoice of which an older engine found no vendor and another total."""
    upload_id = upload("invoices", invoice_pdf).json()["upload_id"]
    row = engine.invoice_upload(upload_id)
    (invoice,) = row.document.invoices
    document = replace(
        row.document,
        invoices=(replace(invoice, vendor_name=None),),
        processing_info=replace(row.document.processing_info, engine_version="0.0.9"),
    )
    engine.store.invoices.save_document(upload_id, document, row_version=row.row_version)
    return upload_id


def read_anew(client, engine, **wanted):
    answer = client.post(FOLDER, json=wanted)
    assert engine.wait_for_readings(60)
    return answer


def test_files_of_an_older_engine_are_listed(client, older):
    answer = client.get(FOLDER).json()
    assert [(one["upload_id"], one["reading"]) for one in answer["items"]] == [(older, None)]
    assert answer["items"][0]["engine_version"] == "0.0.9"
    assert answer["pagination"]["total"] == 1


def test_asking_for_all_reads_them_in_the_background_and_changes_nothing(client, engine, older):
    before = client.get(f"/api/invoices/{older}").json()
    answer = read_anew(client, engine)
    assert (answer.status_code, answer.json()["upload_ids"]) == (202, [older])
    assert client.get(f"/api/invoices/{older}").json() == before
    assert client.get(FOLDER).json()["items"][0]["reading"]["state"] == "ready"
    again = read_anew(client, engine).json()
    assert again["upload_ids"] == []


def test_the_comparison_tells_each_value(client, engine, older):
    read_anew(client, engine, upload_ids=[older])
    found = client.get(f"{FOLDER}/{older}").json()["comparison"]
    assert (found["verdict"], found["reasons"], found["why_not"]) == ("better", [], None)
    (change,) = found["changes"]
    assert (change["target"], change["before"], change["after"]) == (
        "invoices[0].vendor_name",
        None,
        "Acme Supplies Ltd",
    )


def test_accepting_is_a_dry_run_unless_said_and_one_step_to_take_back(client, engine, older):
    read_anew(client, engine)
    before = client.get(f"/api/invoices/{older}").json()["invoice_json"]["invoices"]
    dry = client.post(f"{FOLDER}/accept", json={}).json()
    assert (dry["dry_run"], dry["done"], dry["batch_id"]) == (True, [older], None)
    done = client.post(f"{FOLDER}/accept", json={"dry_run": False}).json()
    assert done["done"] == [older]
    assert client.get(FOLDER).json()["items"] == []
    after = client.get(f"/api/invoices/{older}").json()["invoice_json"]["invoices"]
    assert after[0]["vendor_name"] == "Acme Supplies Ltd"
    undone = client.post(f"{FOLDER}/take-back", json={"batch_id": done["batch_id"]}).json()
    assert undone["done"] == [older]
    assert client.get(f"/api/invoices/{older}").json()["invoice_json"]["invoices"] == before


def test_a_step_is_taken_back_once(client):
    answer = client.post(f"{FOLDER}/take-back", json={"batch_id": "none"})
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "invalid_input"


def test_a_reading_is_set_aside_once(client, engine, older):
    read_anew(client, engine)
    assert client.delete(f"{FOLDER}/{older}").status_code == 204
    assert client.delete(f"{FOLDER}/{older}").status_code == 404
    found = client.get(f"{FOLDER}/{older}").json()
    assert (found["reading"]["state"], found["comparison"]) == ("set_aside", None)


def test_what_was_not_read_anew_has_no_comparison(client, older):
    assert client.get(f"{FOLDER}/{older}").status_code == 404
    assert client.get(f"{FOLDER}/nothing").status_code == 404


def test_a_rejected_file_is_not_read_anew(client, older):
    client.post(f"/api/invoices/{older}/reject")
    answer = client.post(FOLDER, json={"upload_ids": [older]})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "wrong_state")
