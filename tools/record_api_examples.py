"""Records one example of every operation of the API, from an installation over sample documents.

    python tools/record_api_examples.py

writes engine/api/examples/recorded.json: what was sent and what was answered, shortened. Ids and
times are made the same in every recording, so that only what changed differs.
"""

import itertools
import json
import logging
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from msgspec.structs import replace
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from engine.api import create_api  # noqa: E402
from engine.processing.pool import InlineExecutor  # noqa: E402
from engine.services import Services, services  # noqa: E402
from engine.settings import Settings  # noqa: E402

log = logging.getLogger("record")

TARGET: Final = ROOT / "engine/api/examples/recorded.json"
SAMPLES: Final = ROOT / "data/samples"
INVOICE: Final = "quillbrook-invoice-QB-58213.pdf"
OTHER: Final = "wexcombe-invoice-WX-2026-3307-gbp.pdf"
STATEMENT: Final = "shannonvale-statement-2026-08-10.pdf"
THIRD: Final = "tallgrass-invoice-10482-usd.pdf"
FOURTH: Final = "kilbrack-invoice-KM-1184.pdf"
RULE: Final = {
    "name": "Bank fees",
    "conditions": [{"type": "memo", "test": "contains", "text": "FEE"}],
    "treatment": {"type": "set_aside", "label": "bank fee"},
}
LESSON: Final = {
    "subject": "alias quillbrook",
    "kind": "alias",
    "party": "Quillbrook Office Supply Ltd",
    "sentence": "QB OFFICE on the bank's lines is Quillbrook Office Supply Ltd.",
    "decisions": 3,
    "against": 0,
}
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)")
_TOKEN = re.compile(r"mb_[0-9a-f]{12}_[\w-]+")
_HEX = re.compile(r"(?<![0-9a-f-])[0-9a-f]{12}(?![0-9a-f-])")
_SECONDS = re.compile(r'("[a-z_]*seconds": )[\d.e-]+')
_HASH = re.compile(r'("(?:previous_)?hash": ")[0-9a-f]{64}')
_FOLDER = re.compile(r"/tmp/[\w./-]*?(?=/(?:matchbook|uploads))")
_DAY_FOLDER = re.compile(r"(?<=/)\d{4}-\d\d-\d\d(?=/[0-9a-f]{64})")


class Recorder:
    """Calls an API and notes what was sent and answered under each operation."""

    def __init__(self, client: TestClient) -> None:
        self._client = client
        self.noted: dict[str, dict[str, Any]] = {}

    def call(
        self,
        method: str,
        template: str,
        path: dict[str, str] | None = None,
        *,
        files: dict[str, str] | None = None,
        form: dict[str, str] | None = None,
        json_body: Any = None,
        query: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
    ) -> Any:
        """The answer's JSON, or None; the first call of an operation is its example."""
        address = "/api" + template.format(**(path or {}))
        sent = (
            {
                part: (name, (SAMPLES / name).read_bytes(), "application/pdf")
                for part, name in files.items()
            }
            if files
            else None
        )
        answer = self._client.request(
            method, address, files=sent, data=form, json=json_body, params=query, headers=headers
        )
        if answer.status_code >= 400:
            raise SystemExit(f"{method} {template}: {answer.status_code} {answer.text}")
        content = answer.headers.get("content-type", "")
        body = answer.json() if content.startswith("application/json") else None
        example: dict[str, Any] = {
            "parameters": {**(path or {}), **(query or {}), **(headers or {})},
            "status": answer.status_code,
        }
        if files or form:
            example["form"] = {**(files or {}), **(form or {})}
        if json_body is not None:
            example["request"] = json_body
        if body is not None:
            example["answer"] = shortened(body)
        self.noted.setdefault(f"{method} {template}", example)
        return body

    def version(self, template: str, path: dict[str, str]) -> dict[str, str]:
        """The If-Match of a row as it is now."""
        answer = self._client.get("/api" + template.format(**path))
        return {"If-Match": answer.headers["etag"]}


def shortened(value: Any, name: str = "") -> Any:
    """An answer with one item of every list and two places of every map of places."""
    if isinstance(value, list):
        few = 4 if name == "bbox" else 1
        return [shortened(one) for one in value[:few]]
    if isinstance(value, dict):
        items = list(value.items())[: 2 if name == "provenance" else None]
        return {key: shortened(one, key) for key, one in items}
    return value


def steady(text: str) -> str:
    """The same text for the same calls, whenever it was recorded."""
    ids: dict[str, str] = {}

    def known(found: re.Match[str]) -> str:
        number = len(ids) + 1
        return ids.setdefault(found[0], f"00000000-0000-4000-8000-{number:012d}")

    for pattern, put in (
        (_TOKEN, "mb_0123456789ab_shown-this-once"),
        (_HEX, "0123456789ab"),
        (_INSTANT, "2026-11-22T08:30:00Z"),
        (_SECONDS, r"\g<1>0.25"),
        (_HASH, r"\g<1>" + 64 * "0"),
        (_FOLDER, "/srv/matchbook/data"),
        (_DAY_FOLDER, "2026-11-22"),
    ):
        text = pattern.sub(put, text)
    return _UUID.sub(known, text)


def uploads(recorder: Recorder, engine: Services) -> tuple[str, str]:
    """Calls about uploads; ids of an invoice file and of a statement."""
    call = recorder.call
    sent = call(
        "POST", "/invoices/ocr", files={"files": INVOICE}, headers={"Idempotency-Key": "monday-1"}
    )
    invoice = sent["files"][0]["upload_id"]
    bank = call("POST", "/bank/ocr", files={"files": STATEMENT})["files"][0]["upload_id"]
    call("POST", "/production/invoices/upload", files={"file": OTHER}, query={"wait": 60})
    for kind, upload_id in (("invoices", invoice), ("bank", bank)):
        one = {"upload_id": upload_id}
        engine.wait(upload_id, 120)
        call("GET", f"/{kind}/", query={"page": 1, "per_page": 20, "status": "completed"})
        call("GET", f"/{kind}/status-summary/")
        call("GET", f"/{kind}/data", query={"page": 1, "per_page": 20})
        row = call("GET", f"/{kind}/{{upload_id}}", one)
        call("GET", f"/production/{kind}/{{upload_id}}", one)
        call("GET", f"/{kind}/{{upload_id}}/download", one)
        change = {"field": "account_name", "value": "Fernhollow Cycles Ltd"}
        if kind == "invoices":
            bill = row["invoice_json"]["invoices"][0]["invoice_id"]
            change = {"record_id": bill, "field": "purchase_order", "value": "PO-7"}
        call(
            "PATCH",
            f"/{kind}/{{upload_id}}",
            one,
            json_body={"changes": [change]},
            headers=recorder.version(f"/{kind}/{{upload_id}}", one),
        )
        call("POST", f"/{kind}/{{upload_id}}/reject", one, json_body={"reason": "sent twice"})
        call("POST", f"/{kind}/{{upload_id}}/retry", one)
        engine.wait(upload_id, 120)
        call("POST", f"/{kind}/{{upload_id}}/reject", one, json_body={"reason": "sent twice"})
        call("POST", f"/production/{kind}/{{upload_id}}/retry", one, form={"password": "secret"})
    return invoice, bank


def documents(recorder: Recorder, engine: Services, upload_id: str) -> str:
    """Calls about files and pages; the id of one more invoice file."""
    call, one = recorder.call, {"upload_id": upload_id}
    call("GET", "/documents/{upload_id}/pages/{page_number}.png", {**one, "page_number": "1"})
    call("GET", "/documents/{upload_id}/file", one)
    call("GET", "/documents/{upload_id}/thumbnail", one)
    taken = call("POST", "/documents", files={"file": THIRD}, form={"kind": "auto"})
    engine.wait(taken["upload_id"], 60)
    engine.delete(taken["upload_id"])
    call("POST", "/documents/{upload_id}/restore", {"upload_id": taken["upload_id"]})
    return str(taken["upload_id"])


def attachments(recorder: Recorder, engine: Services, upload_id: str) -> None:
    """Calls about papers."""
    call = recorder.call
    form = {"doc_type": "Expense"}
    paper = call("POST", "/attachments", files={"file": INVOICE}, form=form)
    one = {"document_id": paper["document_id"]}
    engine.wait_for_attachment(paper["document_id"], 60)
    folder = "/attachments/{document_id}"
    call("GET", "/attachments", query={"search": "quillbrook", "doc_type": "Expense", "page": 1})
    call("GET", "/attachments/type-summary/")
    for way in ("", "/preview", "/download", "/versions"):
        call("GET", folder + way, one)
    change = {"doc_type": "PO", "file_name": "order 7.pdf"}
    call("PATCH", folder, one, json_body=change, headers=recorder.version(folder, one))
    link = {"related_module": "invoice", "related_id": upload_id}
    call("PUT", f"{folder}/link", one, json_body=link)
    call("DELETE", f"{folder}/link", one)
    call("POST", f"{folder}/ocr", one)
    engine.wait_for_attachment(paper["document_id"], 60)
    fields = {"number": "PO-7", "date": "2026-08-18", "party": "Quillbrook", "total": 1504.75}
    call("POST", f"{folder}/confirm", one, json_body={"fields": {**fields, "currency": "EUR"}})
    newer = call("POST", f"{folder}/versions", one, files={"file": OTHER})
    last = {"document_id": newer["document_id"]}
    engine.wait_for_attachment(newer["document_id"], 60)
    call("DELETE", folder, last)
    call("POST", f"{folder}/restore", last)


def matching(recorder: Recorder, invoice: str, bank: str) -> None:
    """Calls about runs, matches, periods and what decisions taught."""
    call = recorder.call
    wanted = {"invoice_upload_id": invoice, "bank_upload_id": bank}
    run = call("POST", "/production/reconcile", json_body=wanted)
    one = {"reconciliation_id": run["reconciliation_id"]}
    folder = "/production/reconciliations/{reconciliation_id}"
    row = call("GET", folder, one)
    document = row["reconciliation_match_json"]
    match = [*document["matched"], *document["partial"]][0]
    line = {"transaction_id": match["transaction_ids"][0]}
    version = itertools.count(row["row_version"])
    call(
        "POST",
        folder + "/matches/{match_id}/decision",
        {**one, "match_id": match["match_id"]},
        json_body={"decision": "confirmed", "row_version": next(version), "reason": None},
    )
    call("POST", f"{folder}/undo", one, json_body={"row_version": next(version)})
    call("GET", f"{folder}/candidates", one, query=line)
    pair = {name: match[name] for name in ("invoice_ids", "transaction_ids")}
    call("POST", f"{folder}/matches", one, json_body={**pair, "row_version": next(version)})
    call("POST", f"{folder}/undo", one, json_body={"row_version": next(version)})
    call("POST", f"{folder}/accept", one, json_body={"least": 0.9, "row_version": next(version)})
    call("GET", "/production/lessons")
    # One run teaches nothing yet: what a lesson looks like is made up.
    recorder.noted["GET /production/lessons"]["answer"]["lessons"] = [LESSON]
    recorder.noted["DELETE /production/lessons"] = {
        "parameters": {"subject": LESSON["subject"]},
        "status": 200,
        "answer": {"success": True, "lessons": []},
    }
    call("GET", "/production/periods")
    closed = {"up_to": "2025-12-31", "account_number": None, "note": "year end"}
    made = call("POST", "/production/periods/close", json_body=closed)
    closing = {"closing_id": made["closings"][0]["closing_id"]}
    reason = {"reason": "a late bill"}
    call("POST", "/production/periods/{closing_id}/reopen", closing, json_body=reason)


def work(recorder: Recorder, upload_id: str) -> None:
    """Calls about who looks at what."""
    call, one = recorder.call, {"upload_id": upload_id}
    call("GET", "/people")
    call("PUT", "/work/{upload_id}/assignee", one, json_body={"to": "ana@firm.example"})
    asked = {"comment": "Is the total net or gross?", "to": "ana@firm.example"}
    call("POST", "/work/{upload_id}/send-back", one, json_body=asked)
    call("GET", "/work", query={"assigned_to": "ana@firm.example", "sent_back": True})
    call("POST", "/work/{upload_id}/answer", one, json_body={"comment": "Gross."})
    call("GET", "/work/{upload_id}", one)


def readings(recorder: Recorder, engine: Services, upload_id: str) -> None:
    """Calls about files that an older engine read."""
    call, one, folder = recorder.call, {"upload_id": upload_id}, "/production/readings"
    made_older(engine, upload_id)
    call("GET", folder, query={"page": 1, "per_page": 20})
    call("POST", folder, json_body={"upload_ids": [upload_id]})
    engine.wait_for_readings(120)
    call("GET", folder + "/{upload_id}", one)
    call("POST", f"{folder}/accept", json_body={"only_better": True, "dry_run": True})
    wanted = {"upload_ids": [upload_id], "only_better": False, "dry_run": False}
    done = call("POST", f"{folder}/accept", json_body=wanted)
    recorder.noted[f"POST {folder}/accept"]["answer"]["done"] = [upload_id]
    call("POST", f"{folder}/take-back", json_body={"batch_id": done["batch_id"]})
    call("DELETE", folder + "/{upload_id}", one)


def made_older(engine: Services, upload_id: str) -> None:
    """Make a row what an older engine would have read of its file."""
    row = engine.invoice_upload(upload_id)
    if row.document is None:
        raise SystemExit("the sample was not read")
    bills = [replace(bill, vendor_name=None) for bill in row.document.invoices]
    info = replace(row.document.processing_info, engine_version="0.0.9")
    older = replace(row.document, invoices=tuple(bills), processing_info=info)
    engine.store.invoices.save_document(upload_id, older, row_version=row.row_version)


def rules(recorder: Recorder) -> None:
    """Calls about rules of the user's own."""
    call = recorder.call
    made = call("POST", "/rules", json_body=RULE)["rule"]
    one = {"rule_id": made["rule"]["rule_id"]}
    call("GET", "/rules")
    call("PUT", "/rules/{rule_id}", one, json_body={**RULE, "row_version": made["row_version"]})
    call("PUT", "/rules/order", json_body={"rule_ids": [one["rule_id"]]})
    call("POST", "/rules/preview", json_body=RULE)
    call("GET", "/rules/history")
    call("GET", "/rules/{rule_id}/history", one)
    call("DELETE", "/rules/{rule_id}", one)
    call("POST", "/rules/{rule_id}/restore", one)


def access(recorder: Recorder) -> None:
    """Calls about tokens and the installation."""
    call = recorder.call
    wanted = {"name": "ERP", "role": "reviewer", "days": 30}
    made = call("POST", "/tokens", json_body=wanted)
    call("GET", "/tokens")
    call("DELETE", "/tokens/{token_id}", {"token_id": made["about"]["token_id"]})
    call("GET", "/access-events", query={"action": "downloaded", "page": 1, "per_page": 20})
    call("POST", "/purge", json_body={"dry_run": True, "days": 30})
    call("GET", "/production/health")
    call("GET", "/ready")
    call("GET", "/metrics")


def words(recorder: Recorder, invoice: str, bank: str) -> None:
    """The last word on both uploads."""
    call = recorder.call
    call("POST", "/production/bank/upload", files={"file": FOURTH}, query={"wait": 60})
    for kind, upload_id in (("invoices", invoice), ("bank", bank)):
        call("POST", f"/{kind}/{{upload_id}}/confirm", {"upload_id": upload_id})


def second_looks(recorder: Recorder) -> None:
    """Calls about samples of what went through unchanged; its rows are confirmed."""
    call = recorder.call
    wanted = {"population": "documents", "share": 0.5, "seed": 7}
    check = call("POST", "/spot-checks", json_body=wanted)["check"]
    found = {"item_id": check["items"][0]["item_id"], "is_right": True, "note": ""}
    one = {"check_id": check["check_id"]}
    call("PUT", "/spot-checks/{check_id}/outcome", one, json_body=found)
    call("GET", "/spot-checks")


def opened() -> Iterator[tuple[Services, Recorder]]:
    """An installation in a folder of its own, and a recorder of its API."""
    with tempfile.TemporaryDirectory() as folder:
        engine = Services(Settings(data_dir=Path(folder)), executor=InlineExecutor())
        api = create_api(100_000_000)
        api.dependency_overrides[services] = lambda: engine
        with TestClient(Starlette(routes=[Mount("/api", api)])) as client:
            yield engine, Recorder(client)
        engine.close()


def main() -> None:
    """Record everything."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    for engine, recorder in opened():
        invoice, bank = uploads(recorder, engine)
        matching(recorder, invoice, bank)
        work(recorder, bank)
        words(recorder, invoice, bank)
        second_looks(recorder)
        attachments(recorder, engine, invoice)
        third = documents(recorder, engine, invoice)
        readings(recorder, engine, third)
        rules(recorder)
        access(recorder)
        text = json.dumps(recorder.noted, indent=1, ensure_ascii=False, sort_keys=True)
        TARGET.write_text(steady(text) + "\n", "utf-8")
        log.info("%d operations in %s", len(recorder.noted), TARGET)


if __name__ == "__main__":
    main()
