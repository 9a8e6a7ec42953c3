"""Writes happen whole or not at all, and none is lost."""

import threading

import duckdb
import pytest
from made_rows import (
    add_invoices,
    add_statement,
    bank_document,
    invoice,
    invoice_document,
    match,
    new_upload,
    reconciliation,
)

from engine.errors import (
    DuplicateUploadError,
    InvalidInputError,
    NotFoundError,
    StaleVersionError,
)
from engine.store import ListQuery, Store


class Interrupted(Exception):
    """What the test raises in the middle of a write."""


class Interrupter:
    """Raises at the step with a given number; counts the steps of a write."""

    def __init__(self):
        self.steps = []
        self.fail_at = None

    def __call__(self, step):
        self.steps.append(step)
        if self.fail_at == len(self.steps):
            raise Interrupted(step)

    def arm(self, fail_at):
        self.steps = []
        self.fail_at = fail_at


@pytest.fixture
def interrupter():
    return Interrupter()


@pytest.fixture
def fragile(tmp_path, clock, interrupter):
    store = Store(tmp_path / "m.duckdb", tmp_path / "uploads", clock=clock, on_step=interrupter)
    store.invoices.insert(new_upload("u0"))
    add_invoices(store, "u1")
    add_statement(store, "b1")
    store.invoices.insert(new_upload("free"))
    store.reconciliations.insert(reconciliation("r0"))
    yield store
    store.close()


def everything(store):
    cursor = store.invoices._database.cursor()
    tables = (
        "document_uploads",
        "production_invoice_uploads",
        "production_bank_uploads",
        "production_reconciliation_matches",
    )
    return {
        table: cursor.execute(f"select * from {table} order by id").fetchall() for table in tables
    }


WRITES = {
    "insert": lambda s: s.invoices.insert(new_upload("u9")),
    "insert bank": lambda s: s.bank.insert(new_upload("b9", kind="bank")),
    "status": lambda s: s.invoices.set_status("u0", "failed", error_message="x"),
    "complete": lambda s: s.invoices.complete(
        "u0",
        invoice_document("u0", invoice("u0-1")),
        status="completed",
        confidence_score=1.0,
        row_version=1,
    ),
    "save": lambda s: s.bank.save_document("b1", bank_document("b1"), row_version=3),
    "delete": lambda s: s.invoices.delete("free"),
    "move": lambda s: s.move_upload("free", "bank"),
    "run": lambda s: s.reconciliations.insert(reconciliation("r9")),
    "decide": lambda s: s.reconciliations.save_document(
        "r0", reconciliation("r0", matched=(match(decision="confirmed"),)), row_version=1
    ),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a_write_that_fails_at_any_step_leaves_nothing(fragile, interrupter, write):
    before, version = everything(fragile), fragile.version()
    step = 0
    while True:
        step += 1
        interrupter.arm(step)
        try:
            write(fragile)
            break
        except Interrupted:
            assert everything(fragile) == before
            assert fragile.version() == version
    assert interrupter.steps[-1] == "commit"
    assert step == len(interrupter.steps) + 1 >= 3
    assert everything(fragile) != before


def test_a_completed_row_is_one_update(fragile, interrupter):
    interrupter.arm(None)
    WRITES["complete"](fragile)
    assert interrupter.steps == [
        "rows/invoice_uploads/state",
        "rows/invoice_uploads/save",
        "commit",
    ]


def test_what_was_committed_is_there_after_the_process_is_gone(tmp_path, clock):
    path = tmp_path / "m.duckdb"
    store = Store(path, tmp_path / "uploads", clock=clock)
    add_invoices(store, "u1")
    copy = tmp_path / "as-if-killed.duckdb"
    copy.write_bytes(path.read_bytes())
    log = path.with_name("m.duckdb.wal")
    copy.with_name("as-if-killed.duckdb.wal").write_bytes(log.read_bytes())
    revived = Store(copy, tmp_path / "uploads", clock=clock)
    assert revived.invoices.get("u1") == store.invoices.get("u1")
    revived.close()
    store.close()


def in_threads(count, act):
    threads = [threading.Thread(target=act, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_updates_of_one_row_from_eight_threads_lose_nothing(store):
    store.invoices.insert(new_upload("u1"))
    failures = []

    def bump(number):
        try:
            for _ in range(10):
                store.invoices.set_status("u1", "processing", error_message=str(number))
        except Exception as error:
            failures.append(error)

    in_threads(8, bump)
    assert failures == []
    assert store.invoices.get("u1").row_version == 81


def test_of_eight_saves_of_one_version_one_wins_and_seven_are_told(store):
    add_invoices(store, "u1")
    outcomes = []

    def save(number):
        document = invoice_document("u1", invoice("u1-1", vendor_name=f"Vendor {number}"))
        try:
            outcomes.append(store.invoices.save_document("u1", document, row_version=3))
        except StaleVersionError:
            outcomes.append("stale")

    in_threads(8, save)
    assert sorted(outcomes, key=str) == [4, *["stale"] * 7]


def test_the_same_bytes_from_eight_threads_become_one_upload(store):
    outcomes = []

    def insert(number):
        try:
            store.invoices.insert(new_upload(f"u{number}", file_hash="same"))
            outcomes.append("stored")
        except DuplicateUploadError:
            outcomes.append("duplicate")

    in_threads(8, insert)
    assert sorted(outcomes) == ["duplicate"] * 7 + ["stored"]


def test_a_run_gives_back_its_document_and_summary(store):
    add_invoices(store, "u1")
    add_statement(store, "b1")
    document = reconciliation("r1")
    row = store.reconciliations.insert(document)
    assert row == store.reconciliations.get("r1")
    assert row.document == document
    assert (row.invoice_upload_id, row.bank_upload_id) == ("u1", "b1")
    assert (str(row.confidence_threshold), str(row.match_rate_percentage)) == ("0.75", "100.00")
    assert (row.matching_algorithm, row.status) == ("hybrid_ml_rule_based", "completed")
    (line,) = store.reconciliations.list(upload_id="b1")
    assert (line.reconciliation_id, line.total_matches_found) == ("r1", 1)
    assert store.reconciliations.list(upload_id="other") == ()


def test_a_run_needs_uploads_of_both_kinds_that_are_there(store):
    add_invoices(store, "u1")
    with pytest.raises(NotFoundError, match="b1"):
        store.reconciliations.insert(reconciliation("r1"))
    with pytest.raises(InvalidInputError):
        store.reconciliations.insert(reconciliation("r1", sources=(("u1", "invoice"),)))
    with pytest.raises(NotFoundError):
        store.reconciliations.insert(
            reconciliation("r1", sources=(("u1", "invoice"), ("u1", "bank")))
        )


def test_decisions_are_saved_with_a_check_of_the_version(store):
    add_invoices(store, "u1")
    add_statement(store, "b1")
    store.reconciliations.insert(reconciliation("r1"))
    rejected = reconciliation("r1", matched=(match(decision="rejected"),))
    assert store.reconciliations.save_document("r1", rejected, row_version=1) == 2
    assert store.reconciliations.get("r1").total_matches_found == 0
    with pytest.raises(StaleVersionError):
        store.reconciliations.save_document("r1", rejected, row_version=1)
    with pytest.raises(NotFoundError):
        store.reconciliations.save_document("nothing", rejected, row_version=1)
    with pytest.raises(NotFoundError):
        store.reconciliations.get("nothing")


def test_a_closed_store_has_released_the_file(store, tmp_path):
    in_threads(3, lambda number: store.invoices.list(ListQuery()))
    store.close()
    with duckdb.connect(tmp_path / "db" / "matchbook.duckdb", read_only=True) as connection:
        assert connection.execute("select count(*) from document_uploads").fetchone() == (0,)


def test_a_commit_that_fails_tells_why_and_the_next_write_goes_on(store):
    database = store.invoices._database
    insert = "insert into schema_migrations values (99, 'rival', now())"

    def rival():
        database.cursor().execute(insert)

    with pytest.raises(duckdb.Error, match="onstraint") as error, database.write():
        database.cursor().execute(insert)
        thread = threading.Thread(target=rival)
        thread.start()
        thread.join()
    assert "no transaction" not in str(error.value)
    store.invoices.insert(new_upload("u9"))
    assert store.invoices.get("u9").status == "pending"


@pytest.mark.timeout(20)
def test_a_thread_that_reads_for_the_first_time_does_not_wait_for_a_write(store):
    seen = []
    with store.invoices._database.write():
        reader = threading.Thread(target=lambda: seen.append(store.counts()["invoice_uploads"]))
        reader.start()
        reader.join()
    assert seen == [0]
