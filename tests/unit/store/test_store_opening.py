"""Opening: new, older, newer, busy and damaged files."""

import datetime as dt
import subprocess
import sys

import duckdb
import pytest
from made_rows import NOON, new_upload

from engine.errors import (
    DatabaseBusyError,
    DatabaseDamagedError,
    DatabaseTooNewError,
    DiskFullError,
    FolderUnusableError,
)
from engine.store import Store
from engine.store.database import explained
from engine.store.migrations import steps
from engine.store.sql import SQL_DIR

COLUMNS = {
    "document_uploads": (
        "id file_name file_path doc_type related_module related_id upload_by upload_at "
        "file_hash file_size mime_type"
    ),
    "production_invoice_uploads": (
        "id upload_id file_name file_path file_hash file_size pages_total mime_type "
        "upload_timestamp processing_start processing_end processing_duration_seconds "
        "ocr_engine confidence_score status invoice_json total_invoices_found "
        "total_invoices_processed total_amount currency_summary vendor_summary "
        "date_range_start date_range_end error_message created_at updated_at row_version"
    ),
    "production_bank_uploads": (
        "id upload_id file_name file_path file_hash file_size pages_total mime_type "
        "upload_timestamp processing_start processing_end processing_duration_seconds "
        "ocr_engine confidence_score status bank_transaction_json account_number account_name "
        "bank_name statement_period_start statement_period_end opening_balance closing_balance "
        "total_debits total_credits currency statement_type total_transactions_found "
        "total_transactions_processed transaction_type_summary error_message created_at "
        "updated_at row_version"
    ),
    "production_reconciliation_matches": (
        "id reconciliation_id invoice_upload_id bank_upload_id invoice_file_name bank_file_name "
        "reconciliation_timestamp reconciliation_duration_seconds matching_algorithm "
        "confidence_threshold status reconciliation_match_json total_invoices_processed "
        "total_transactions_processed total_matches_found partial_matches unmatched_invoices "
        "unmatched_transactions total_amount_matched match_rate_percentage error_message "
        "created_at updated_at row_version"
    ),
}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "matchbook.duckdb"


def open_store(path):
    return Store(path, path.parent / "uploads", clock=lambda: NOON)


def described(path):
    """Name, type and default of every column in the file."""
    with duckdb.connect(path, read_only=True) as connection:
        return connection.execute(
            "select table_name, column_name, data_type, column_default, is_nullable"
            " from information_schema.columns order by table_name, ordinal_position"
        ).fetchall()


def test_a_new_file_has_the_tables_and_columns_in_their_order(path):
    open_store(path).close()
    columns = described(path)
    for table, names in COLUMNS.items():
        assert [row[1] for row in columns if row[0] == table] == names.split()


def test_types_and_defaults_are_those_of_the_design(path):
    open_store(path).close()
    columns = {(row[0], row[1]): (row[2], row[3]) for row in described(path)}
    bank, invoices = "production_bank_uploads", "production_invoice_uploads"
    runs = "production_reconciliation_matches"
    assert (
        columns[invoices, "invoice_json"][0] == columns[bank, "bank_transaction_json"][0] == "JSON"
    )
    assert columns[runs, "reconciliation_match_json"][0] == "JSON"
    for money in ("opening_balance", "closing_balance", "total_debits", "total_credits"):
        assert columns[bank, money][0] == "DECIMAL(18,2)"
    assert columns[runs, "total_amount_matched"][0] == "DECIMAL(18,2)"
    assert columns[invoices, "upload_timestamp"][0] == "TIMESTAMP WITH TIME ZONE"
    assert "'pending'" in columns[invoices, "status"][1]
    assert "'tesseract'" in columns[bank, "ocr_engine"][1]
    assert "'hybrid_ml_rule_based'" in columns[runs, "matching_algorithm"][1]
    assert "0.75" in columns[runs, "confidence_threshold"][1]
    assert columns[bank, "row_version"][1] == "1"


def test_the_runs_refer_to_both_upload_tables(path):
    open_store(path).close()
    with duckdb.connect(path, read_only=True) as connection:
        found = connection.execute(
            "select constraint_text from duckdb_constraints()"
            " where constraint_type = 'FOREIGN KEY' order by all"
        ).fetchall()
    texts = [row[0] for row in found]
    assert len(texts) == 2
    assert "production_bank_uploads" in texts[0]
    assert "production_invoice_uploads" in texts[1]


def test_schema_files_are_numbered_without_a_gap_and_hold_one_statement():
    assert [version for version, _ in steps()] == list(range(1, len(steps()) + 1))
    for file in SQL_DIR.rglob("*.sql"):
        code = "\n".join(line.partition("--")[0] for line in file.read_text("utf-8").splitlines())
        assert code.rstrip().count(";") <= 1, file
        assert file.read_text("utf-8").startswith("-- "), f"{file} has no comment"


def test_each_step_is_noted_with_its_time(path):
    store = open_store(path)
    assert store.schema_version == steps()[-1][0]
    store.close()
    with duckdb.connect(path, read_only=True) as connection:
        found = connection.execute("from schema_migrations order by version").fetchall()
    assert [f"{version:04}_{name}" for version, name, _ in found] == [stem for _, stem in steps()]
    assert {at.astimezone(dt.UTC) for _, _, at in found} == {NOON}


def make_older(path, versions):
    """A file as an older program left it: the first steps only, and a row in it."""
    with duckdb.connect(path) as connection:
        for version, stem in steps()[:versions]:
            connection.execute((SQL_DIR / "schema" / f"{stem}.sql").read_text("utf-8"))
            connection.execute(
                "insert into schema_migrations values (?, ?, ?)", [version, stem[5:], NOON]
            )
        connection.execute(
            "insert into document_uploads values"
            " ('d1', 'old.pdf', 'p', 'Other', null, null, 'anna', now(), 'h', 1, 'm')"
        )


@pytest.mark.parametrize("versions", range(2, len(steps())))
def test_an_older_file_is_brought_up_to_date_and_keeps_its_rows(path, versions):
    make_older(path, versions)
    store = open_store(path)
    assert store.documents.get("d1").file_name == "old.pdf"
    store.bank.insert(new_upload("b1", kind="bank"))
    store.close()
    migrated = described(path)
    fresh = path.with_name("fresh.duckdb")
    open_store(fresh).close()
    assert migrated == described(fresh)


def test_opening_again_changes_nothing(path):
    open_store(path).close()
    before = described(path)
    store = open_store(path)
    assert store.version() == 0
    store.close()
    assert described(path) == before


def test_a_file_of_a_newer_program_is_refused_and_left_alone(path):
    open_store(path).close()
    with duckdb.connect(path) as connection:
        connection.execute("insert into schema_migrations values (9999, 'future', now())")
    before = path.read_bytes()
    with pytest.raises(DatabaseTooNewError, match="schema version 9999"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_migration_that_fails_leaves_the_older_file_as_it_was(path):
    make_older(path, 4)
    before = described(path)

    def fail(step):
        if step == "schema/0006_production_bank_uploads":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Store(path, path.parent / "uploads", on_step=fail)
    assert described(path) == before
    open_store(path).close()


def test_a_file_that_another_process_holds_is_told(path):
    open_store(path).close()
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('open', flush=True);"
            " sys.stdin.read()",
            str(path),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(DatabaseBusyError, match="open in another process"):
            open_store(path)
        holder.stdin.close()
    open_store(path).close()


@pytest.mark.parametrize("content", [b"", b"garbage" * 1000, b"\x00" * 20_000])
def test_a_file_that_is_no_database_is_told_and_left_alone(path, content):
    path.write_bytes(content)
    with pytest.raises(DatabaseDamagedError):
        open_store(path)
    assert path.read_bytes() == content


def test_a_database_cut_off_in_the_middle_is_told(path):
    store = open_store(path)
    store.invoices.insert(new_upload("u1"))
    store.close()
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 3])
    with pytest.raises(DatabaseDamagedError):
        open_store(path).invoices.get("u1")


def test_the_folder_is_made_when_it_is_missing(tmp_path):
    path = tmp_path / "a" / "b" / "matchbook.duckdb"
    store = open_store(path)
    assert store.database_path == path
    assert path.exists()
    store.close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(FolderUnusableError, match="Not a directory"):
        open_store(tmp_path / "file" / "below" / "matchbook.duckdb")


@pytest.mark.parametrize("cause", ["Permission denied", "Read-only file system"])
def test_a_folder_that_cannot_be_written_is_no_damaged_database(path, cause):
    with pytest.raises(FolderUnusableError, match=cause), explained(path):
        raise duckdb.IOException(f'IO Error: Cannot open file "{path}": {cause}')


def test_a_full_disk_is_told_by_the_database_too(path):
    with pytest.raises(DiskFullError), explained(path):
        raise duckdb.IOException("Could not write file: No space left on device")
