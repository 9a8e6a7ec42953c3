"""API clients that upload, look, correct and reconcile, each as fast as a busy person."""

import random
import time
from threading import Event
from typing import Any

import httpx2

from tests.bench.load.tally import Tally, lost
from tests.bench.made_load import invoice, statement

THINK_SECONDS = (0.5, 3.0)
_TRIES = 20
_MOST_BILLS, _MOST_STATEMENTS = 30, 10


class Program:
    """One client. ``bills`` and ``statements`` are ids of uploads that all clients know of."""

    def __init__(
        self, number: int, url: str, tally: Tally, bills: list[str], statements: list[str]
    ) -> None:
        self._number, self._tally = number, tally
        self._bills, self._statements = bills, statements
        self._random = random.Random(number)
        self._http = httpx2.Client(base_url=url, timeout=60)
        self._made = 0

    def run(self, stop: Event) -> None:
        """Do one thing after another until told to stop."""
        doings = (self._list, self._row, self._data, self._summary, self._image)
        weights = (4, 5, 3, 2, 4, 4, 5, 1)
        every = (*doings, self._upload, self._edit, self._reconcile)
        with self._http:
            while not stop.wait(self._random.uniform(*THINK_SECONDS)):
                doing = self._random.choices(every, weights)[0]
                try:
                    doing()
                except httpx2.HTTPError as error:
                    self._tally.failed(doing.__name__, repr(error))

    def _ask(
        self, what: str, method: str, path: str, wanted: tuple[int, ...] = (200,), **more: Any
    ) -> "httpx2.Response | None":
        began = time.perf_counter()
        answer = self._http.request(method, path, **more)
        self._tally.took(what, time.perf_counter() - began)
        if answer.status_code in wanted:
            return answer
        self._tally.failed(what, f"{answer.status_code} {answer.text[:200]}")
        return None

    def _list(self) -> None:
        order = self._random.choice(("upload_timestamp", "amount", "file_name"))
        self._ask("list", "GET", f"/api/invoices/?per_page=20&sort_by={order}")

    def _row(self) -> None:
        if self._bills:
            self._ask("row", "GET", f"/api/invoices/{self._random.choice(self._bills)}")

    def _data(self) -> None:
        self._ask("data", "GET", "/api/bank/data?per_page=50")

    def _summary(self) -> None:
        self._ask("summary", "GET", "/api/invoices/status-summary/")

    def _image(self) -> None:
        if self._bills:
            chosen = self._random.choice(self._bills)
            self._ask("page image", "GET", f"/api/documents/{chosen}/pages/1.png")

    def _upload(self) -> None:
        self._made += 1
        number = 1000 * self._number + self._made
        is_bill = self._random.random() < 0.8
        content = invoice(number) if is_bill else statement(number)
        kind = "invoices" if is_bill else "bank"
        files = [("files", (f"made-{number}.pdf", content))]
        answer = self._ask("upload", "POST", f"/api/{kind}/ocr", (202,), files=files)
        if answer:
            known = self._bills if is_bill else self._statements
            known.append(answer.json()["files"][0]["upload_id"])

    def _edit(self) -> None:
        """Correct one value of a row that others correct too, until it is accepted."""
        if not self._bills:
            return
        # Few rows, so that people meet.
        upload_id = self._random.choice(self._bills[:8])
        self._made += 1
        value = f"PO-{self._number}-{self._made}"
        for _ in range(_TRIES):
            row = self._ask("row", "GET", f"/api/invoices/{upload_id}")
            if row is None or not (found := (row.json()["invoice_json"] or {}).get("invoices")):
                return
            if row.json()["status"] not in ("completed", "partial"):
                return
            change = {
                "record_id": found[0]["invoice_id"],
                "field": "purchase_order",
                "value": value,
            }
            answer = self._ask(
                "edit",
                "PATCH",
                f"/api/invoices/{upload_id}",
                (200, 412),
                json={"changes": [change]},
                headers={"If-Match": row.headers["etag"]},
            )
            if answer is None:
                return
            if answer.status_code == 200:
                self._tally.edited(upload_id, answer.json()["row_version"], value)
                return
            self._tally.was_stale()

    def _reconcile(self) -> None:
        """Match some of both; what is not read yet is refused, and that is no error."""
        if not (self._bills and self._statements):
            return
        wanted = {
            "invoice_upload_ids": self._bills[:_MOST_BILLS],
            "bank_upload_ids": self._statements[:_MOST_STATEMENTS],
        }
        self._ask("reconcile", "POST", "/api/production/reconcile", (200, 400, 409), json=wanted)


def lost_updates(url: str, tally: Tally) -> list[str]:
    """Accepted corrections that the rows do not hold."""
    missing = []
    with httpx2.Client(base_url=url, timeout=60) as http:
        for upload_id, edits in tally.edits.items():
            trail = http.get(f"/api/invoices/{upload_id}").json()["invoice_json"]["audit_trail"]
            missing += lost(edits, [str(entry["after"]) for entry in trail])
    return missing
