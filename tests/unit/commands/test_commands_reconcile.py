"""``python -m engine reconcile`` and ``check``."""

import codecs
import json
import subprocess
import sys
from pathlib import Path

import pytest

from engine.__main__ import main
from engine.records import ReconciliationDocument, decode
from engine.services import initialize_production_json_system

ROOT = Path(__file__).resolve().parents[3]
INVOICES = [
    {
        "invoice_id": "i-1",
        "invoice_number": "INV-100",
        "invoice_date": "2026-02-03",
        "due_date": "2026-02-20",
        "vendor_name": "Acme Supplies",
        "currency": "EUR",
        "total_amount": 119.00,
        "unknown_key": 1,
    },
    {"invoice_id": "i-2", "invoice_number": "INV-200", "currency": "EUR", "total_amount": 5},
]
TRANSACTIONS = [
    {
        "transaction_id": "t-1",
        "date": "2026-02-18",
        "amount": -119.00,
        "currency": "EUR",
        "description": "ACME SUPPLIES INV-100",
        "counterparty": "Acme Supplies",
    }
]


@pytest.fixture
def case(tmp_path):
    """The arguments for two invoices and one transaction."""

    def lines(name, rows):
        path = tmp_path / name
        path.write_text("\n".join(map(json.dumps, rows)) + "\n", "utf-8")
        return str(path)

    return [
        "reconcile",
        "--invoices",
        lines("invoices.jsonl", INVOICES),
        "--transactions",
        lines("transactions.jsonl", TRANSACTIONS),
        "--out",
        str(tmp_path / "result" / "out.json"),
    ]


def test_a_byte_order_mark_before_the_first_line_is_no_part_of_it(case):
    for name in (case[2], case[4]):
        Path(name).write_bytes(codecs.BOM_UTF8 + Path(name).read_bytes())
    assert main(case) == 0
    document = decode(Path(case[-1]).read_bytes(), ReconciliationDocument)
    assert document.matched[0].invoice_ids == ("i-1",)


def test_a_folder_of_several_lines_is_told_in_one(case, tmp_path, capsys):
    (tmp_path / "result").touch()
    assert main([*case[:-1], str(tmp_path / "result" / "a\nb" / "out.json")]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "a\\nb cannot be made" in line


def test_the_run_is_written_as_its_row_would_hold_it(case, tmp_path):
    rates = tmp_path / "rates.json"
    rates.write_text('{"2026-02": {"EUR": 1, "USD": 0.92}}', "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "engine", *case, "--rates", str(rates), "--threshold", "0"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("1 matched, 0 partial, 1 invoices and 0 transactions unmatched")
    document = decode(Path(case[-1]).read_bytes(), ReconciliationDocument)
    (match,) = document.matched
    assert (match.invoice_ids, match.transaction_ids) == (("i-1",), ("t-1",))
    assert document.unmatched.invoices == ("i-2",)
    assert [source.file_name for source in document.source_documents] == [
        "invoices.jsonl",
        "transactions.jsonl",
    ]


@pytest.mark.parametrize(
    ("position", "content", "code"),
    [
        (2, None, "invalid_input"),
        (2, '{"invoice_number": "no id"}', "record_invalid"),
        (2, "", "nothing_to_reconcile"),
        (4, "not json", "record_invalid"),
    ],
    ids=["missing file", "no id", "empty", "no JSON"],
)
def test_bad_input_is_one_line_with_its_code(case, capsys, position, content, code):
    path = Path(case[position])
    if content is None:
        path.unlink()
    else:
        path.write_text(content, "utf-8")
    assert main(case) == 1
    errors = capsys.readouterr().err
    assert errors.startswith(f"reconcile: {code}: ")
    assert errors.count("\n") == 1
    assert not Path(case[-1]).exists()


@pytest.mark.parametrize(
    "content",
    [
        "no json",
        "[1]",
        '{"2026-02": 1}',
        '{"2026-02": {"USD": "x"}}',
        '{"2026-02": {"USD": 0}}',
        '{"2026-02": {"USD": -0.92}}',
        '{"2026-02": {"USD": NaN}}',
        '{"2026-02": {"USD": Infinity}}',
        '{"2026-13": {"USD": 0.92}}',
    ],
)
def test_rates_that_are_none_are_refused(case, tmp_path, capsys, content):
    rates = tmp_path / "rates.json"
    rates.write_text(content, "utf-8")
    assert main([*case, "--rates", str(rates)]) == 1
    assert "reconcile: invalid_input: " in capsys.readouterr().err


def test_a_threshold_out_of_range_is_refused(case, capsys):
    assert main([*case, "--threshold", "1.2"]) == 1
    assert "between 0 and 1" in capsys.readouterr().err


@pytest.mark.parametrize("place", [".", "in-use/out.json"], ids=["a folder", "below a file"])
def test_a_place_that_cannot_be_written_is_told_in_one_line(case, tmp_path, capsys, place):
    (tmp_path / "in-use").touch()
    before = sorted(tmp_path.iterdir())
    assert main([*case[:-1], str(tmp_path / place)]) == 1
    assert capsys.readouterr().err.startswith("reconcile: invalid_input: ")
    assert sorted(tmp_path.iterdir()) == before


def test_check_tells_each_check_and_whether_all_is_well(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("MATCHBOOK_DATA_DIR", str(tmp_path))
    initialize_production_json_system().close()
    assert main(["check"]) == 0
    assert all(": ok (" in line for line in capsys.readouterr().out.splitlines())
