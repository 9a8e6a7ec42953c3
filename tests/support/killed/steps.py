"""The work of the batch, one request at a time, and how to tell that a step was done.

A step's ``do`` raises ``Cut`` where its answer never came. ``holds`` looks at the rows: true of
every step whose answer came, after any kill; for one whose answer did not come it tells whether
it is still to be done.
"""

import hashlib
import http.client
import json
import time
from dataclasses import dataclass

from killed.documents import files

READ_SECONDS = 120
FOLDERS = {"invoices": "invoices", "bank": "bank"}


class Cut(Exception):
    """The server was gone before it answered."""


class Refused(AssertionError):
    """The server answered, and not what it should."""


class Client:
    """Calls one server; ``ids`` are those of the uploads and runs known so far, by name."""

    def __init__(self, server, ids):
        self.server, self.ids = server, ids

    def ask(self, method, path, body=None, headers=None, expected=(200, 201, 202)):
        if isinstance(body, dict):
            body = json.dumps(body).encode()
            headers = {"Content-Type": "application/json", **(headers or {})}
        try:
            status, found, content = self.server.call(method, path, body, headers)
        except (OSError, http.client.HTTPException) as error:
            raise Cut from error
        if status not in expected:
            raise Refused(f"{method} {path}: {status} {content[:500]!r}")
        return found, json.loads(content)


@dataclass(frozen=True)
class Upload:
    file: str

    def do(self, client):
        file = files()[self.file]
        body = b"\r\n".join(
            [
                b"--cut",
                b'Content-Disposition: form-data; name="file"; filename="%s"' % file.name.encode(),
                b"Content-Type: application/octet-stream",
                b"",
                file.content,
                b"--cut--",
                b"",
            ]
        )
        headers = {"Content-Type": "multipart/form-data; boundary=cut"}
        _, answer = client.ask("POST", f"/production/{file.kind}/upload?wait=0", body, headers)
        client.ids[self.file] = answer["upload_id"]

    def holds(self, store, ids):
        content = files()[self.file].content
        found = store.find_by_hash(hashlib.sha256(content).hexdigest())
        if found is None:
            return False
        if self.file in ids and ids[self.file] != found.upload_id:
            return False
        ids[self.file] = found.upload_id
        stored = store.documents.get(found.upload_id)
        return store.files.open_path(stored.file_path).read_bytes() == content


@dataclass(frozen=True)
class Read:
    """Wait until these files are read."""

    names: tuple[str, ...]

    def do(self, client):
        ends = time.monotonic() + READ_SECONDS
        for name in self.names:
            while True:
                address = f"/{files()[name].kind}/{client.ids[name]}"
                _, row = client.ask("GET", address)
                if row["status"] not in ("pending", "processing"):
                    break
                assert time.monotonic() < ends, f"{name} is not read"
                time.sleep(0.03)
            if row["status"] != "completed":
                raise Refused(f"{name}: {row['status']} {row['error_message']}")

    def holds(self, store, ids):
        return all(table_of(store, name).get(ids[name]).document is not None for name in self.names)


@dataclass(frozen=True)
class Correct:
    """Give a field of a file's record another value."""

    file: str
    field: str
    value: str
    record: int = 0

    def do(self, client):
        address = f"/{files()[self.file].kind}/{client.ids[self.file]}"
        headers, row = client.ask("GET", address)
        document = row.get("invoice_json") or row["bank_transaction_json"]
        if "invoices" in document:
            record_id = document["invoices"][self.record]["invoice_id"]
        else:
            record_id = document["transactions"][self.record]["transaction_id"]
        change = {"record_id": record_id, "field": self.field, "value": self.value}
        client.ask("PATCH", address, {"changes": [change]}, {"If-Match": headers["ETag"]})

    def holds(self, store, ids):
        document = table_of(store, self.file).get(ids[self.file]).document
        if document is None:
            return False
        records = getattr(document, "invoices", None) or document.transactions
        edits = [e for e in document.audit_trail if e.action == "edit" and e.after == self.value]
        return str(getattr(records[self.record], self.field)) == self.value and len(edits) == 1


@dataclass(frozen=True)
class Say:
    """Confirm or reject a file."""

    file: str
    word: str

    def do(self, client):
        body = {"reason": "not ours"} if self.word == "reject" else None
        address = f"/{files()[self.file].kind}/{client.ids[self.file]}/{self.word}"
        client.ask("POST", address, body)

    def holds(self, store, ids):
        row = table_of(store, self.file).get(ids[self.file])
        words = [e for e in row.document.audit_trail if e.action == self.word]
        return row.status == f"{self.word}ed" and len(words) == 1


@dataclass(frozen=True)
class Reconcile:
    name: str
    invoices: tuple[str, ...]
    bank: tuple[str, ...]

    def do(self, client):
        body = {
            "invoice_upload_ids": [client.ids[name] for name in self.invoices],
            "bank_upload_ids": [client.ids[name] for name in self.bank],
        }
        _, answer = client.ask("POST", "/production/reconcile", body)
        client.ids[self.name] = answer["reconciliation_id"]

    def holds(self, store, ids):
        runs = [line.reconciliation_id for line in store.reconciliations.list()]
        if self.name in ids:
            return ids[self.name] in runs
        new = [run for run in runs if run not in ids.values()]
        assert len(new) <= 1
        if new:
            ids[self.name] = new[0]
        return bool(new)


@dataclass(frozen=True)
class Accept:
    """Confirm the proposals of a run."""

    run: str

    def do(self, client):
        address = f"/production/reconciliations/{client.ids[self.run]}"
        _, row = client.ask("GET", address)
        version = row["row_version"]
        client.ask("POST", f"{address}/accept", {"least": 0.5, "row_version": version})

    def holds(self, store, ids):
        document = store.reconciliations.get(ids[self.run]).document
        confirmed = [m for m in document.matched if m.decision == "confirmed"]
        return bool(confirmed) and all(m.decided_at for m in confirmed)


@dataclass(frozen=True)
class Rule:
    name: str

    def do(self, client):
        rule = {
            "name": self.name,
            "conditions": [{"type": "memo", "test": "contains", "text": "CUSTOMER"}],
            "treatment": {"type": "set_aside", "label": "Not bills"},
        }
        client.ask("POST", "/rules", rule)

    def holds(self, store, ids):
        return [rule.rule.name for rule in store.rules.list()].count(self.name) == 1


def table_of(store, name):
    return store.invoices if files()[name].kind == "invoices" else store.bank


FIRST = ("invoice-0", "scan", "invoice-5", "invoice-1", "invoice-2", "invoice-3", "invoice-4")
BANK = ("statement", "table")


def batch():
    """The steps in their order."""
    read_again = tuple(name for name in FIRST if name != "invoice-4")
    return (
        *(Upload(name) for name in (*FIRST, *BANK)),
        Read((*FIRST, *BANK)),
        Correct("invoice-0", "purchase_order", "PO-1"),
        Correct("invoice-3", "invoice_number", "N3-1-X", 0),
        Correct("invoice-5", "customer_name", "Nobody & Sons", 17),
        Correct("invoice-2", "due_date", "2026-02-03"),
        Correct("table", "description", "Birch Paper, by hand", 2),
        Correct("scan", "purchase_order", "PO-2", 1),
        Say("invoice-1", "confirm"),
        Say("statement", "confirm"),
        Say("invoice-4", "reject"),
        Upload("late"),
        Reconcile("first run", read_again, ("statement",)),
        Accept("first run"),
        Rule("customers"),
        Read(("late",)),
        Correct("late", "purchase_order", "PO-3"),
        Reconcile("second run", (*read_again, "late"), BANK),
        Accept("second run"),
    )
