"""Rows as JSON lines: a documented schema, the way there and back, and exports of earlier days."""

import contextlib
import gzip
import json
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from pyarrow import parquet

from engine.__main__ import main
from engine.errors import InvalidInputError, RecordInvalidError
from engine.keeping.exporting import export_rows
from engine.keeping.importing import import_rows
from engine.records.transfer import export_schema
from engine.store import Store
from engine.store.sandbox.views import view_names
from engine.store.store import utc_now

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = ROOT / "docs" / "export.schema.json"
OLDER = ROOT / "tests" / "data" / "exports"


@pytest.fixture
def exported(engine, tmp_path):
    target = tmp_path / "rows.jsonl"
    counts = export_rows(engine.store, target, utc_now())
    return target, counts


@pytest.fixture
def empty(tmp_path):
    """A store without rows that has the first one's files."""
    with contextlib.closing(Store(tmp_path / "other.duckdb", tmp_path / "data/uploads")) as store:
        yield store


def test_the_schema_in_the_docs_is_that_of_the_records():
    assert SCHEMA.read_text("utf-8") == export_schema(), (
        "python -c 'from engine.records.transfer import export_schema; "
        'print(export_schema(), end="")\' > docs/export.schema.json'
    )


def test_every_line_is_as_the_schema_says(exported):
    target, counts = exported
    check = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    lines = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    for line in lines:
        check.validate(line)
    assert lines[0]["record"] == "head"
    assert counts == {
        "document_upload": 7,
        "invoice_upload": 4,
        "bank_upload": 2,
        "deleted_upload": 1,
        "reconciliation": 1,
        "attachment": 1,
    }
    assert len(lines) == 1 + sum(counts.values())


def test_rows_go_and_come_back_as_they_were(engine, exported, empty, everything):
    report = import_rows(empty, exported[0])
    assert report.left_out == report.files_missing == []
    assert everything(empty) == everything(engine.store)
    assert all(check.passed for check in empty.analytics.checks())
    assert empty.check_files() == ()
    assert all(trail.broken_at is None for trail in empty.check_trails())


def test_the_same_export_twice_changes_nothing(exported, empty, everything):
    import_rows(empty, exported[0])
    before = everything(empty)
    again = import_rows(empty, exported[0])
    assert not again.added
    assert sum(again.known.values()) == 8
    assert everything(empty) == before


def test_what_an_installation_read_itself_stays_and_runs_on_others_are_named(exported, open_engine):
    other = open_engine("second")
    from killed.documents import files

    own = other.upload("own.pdf", files()["invoice-0"].content, kind="invoice").upload_id
    other.wait(own, 60)
    report = import_rows(other.store, exported[0])
    assert report.known["invoice_upload"] == 1
    assert len(report.left_out) == 1
    assert "There is no upload" in report.left_out[0]
    assert other.invoice_upload(own).document is not None
    assert len(report.files_missing) == 6


def test_packed_exports_are_the_same(engine, exported, empty, tmp_path):
    packed = tmp_path / "rows.jsonl.gz"
    export_rows(engine.store, packed, utc_now())
    text = gzip.decompress(packed.read_bytes()).splitlines()
    assert text[1:] == exported[0].read_bytes().splitlines()[1:]
    assert import_rows(empty, packed).added["invoice_upload"] == 4


def test_amounts_keep_their_cents(exported, empty):
    import_rows(empty, exported[0])
    text = exported[0].read_text("utf-8")
    assert '"total_amount":101.00' in text
    totals = {
        invoice.total_amount
        for record in empty.transfer.rows()
        for invoice in getattr(getattr(getattr(record, "row", 0), "document", 0), "invoices", ())
    }
    assert Decimal("101.00") in totals


@pytest.mark.parametrize("path", sorted(OLDER.glob("*.jsonl")), ids=lambda path: path.stem)
def test_an_older_export_is_imported(path, empty):
    report = import_rows(empty, path)
    assert report.left_out == []
    assert report.added["invoice_upload"] and report.added["bank_upload"]
    assert report.added["reconciliation"]
    assert all(check.passed for check in empty.analytics.checks())
    assert all(trail.broken_at is None for trail in empty.check_trails())


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"{}", RecordInvalidError),
        (b"not JSON", RecordInvalidError),
        (b'{"record":"deleted_upload"}', RecordInvalidError),
    ],
)
def test_a_line_that_is_none_is_named(exported, empty, line, error):
    target, _ = exported
    lines = target.read_bytes().splitlines()
    lines[3] = line
    target.write_bytes(b"\n".join(lines))
    with pytest.raises(error, match="Line 4 of the export"):
        import_rows(empty, target)


def test_a_file_that_is_no_export_is_told(exported, empty):
    target, _ = exported
    target.write_bytes(b"\n".join(target.read_bytes().splitlines()[1:]))
    with pytest.raises(InvalidInputError, match="no export"):
        import_rows(empty, target)


def test_commands_export_from_a_running_app_and_import(engine, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("MATCHBOOK_DATA_DIR", str(engine.settings.data_dir))
    assert main(["export", str(tmp_path / "rows.jsonl.gz")]) == 0
    assert "invoice_upload 4" in capsys.readouterr().out
    monkeypatch.setenv("MATCHBOOK_DATA_DIR", str(tmp_path / "third"))
    assert main(["import", str(tmp_path / "rows.jsonl.gz")]) == 0
    out = capsys.readouterr().out
    assert "invoice_upload: 4 new, 0 known" in out
    assert "7 rows have no stored file here yet" in out


def test_the_views_become_parquet_files(engine, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("MATCHBOOK_DATA_DIR", str(engine.settings.data_dir))
    assert main(["export", "--parquet", str(tmp_path / "views")]) == 0
    assert "invoices 5" in capsys.readouterr().out
    written = {path.stem for path in (tmp_path / "views").iterdir()}
    assert written == set(view_names())
    for name in view_names():
        answer = engine.ask(f"select * from {name}")
        table = parquet.read_table(tmp_path / "views" / f"{name}.parquet")
        assert table.num_rows == len(answer.rows)
        assert tuple(table.column_names) == answer.columns
    total = parquet.read_table(tmp_path / "views" / "invoices.parquet")["total_amount"]
    assert str(total.type).startswith("decimal")
