"""``python -m engine check`` and ``audit verify`` over rows and files that were tampered with."""

import io

import duckdb
import pytest
from reportlab.pdfgen.canvas import Canvas

from engine.__main__ import main
from engine.processing.pool import InlineExecutor
from engine.services import Services
from engine.settings import Settings


def bill(number):
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    lines = ("Acme Ltd", "INVOICE", f"Invoice number: {number}", "Total: EUR 119.00")
    for row, text in enumerate(lines):
        canvas.drawString(60, 780 - 18 * row, text)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A data folder with two bills, both confirmed; its upload folder."""
    monkeypatch.setenv("MATCHBOOK_DATA_DIR", str(tmp_path))
    engine = Services(Settings(), executor=InlineExecutor())
    for number in ("A-1", "A-2"):
        receipt = engine.upload(f"{number}.pdf", bill(number))
        engine.wait(receipt.upload_id, 60)
        engine.confirm(receipt.upload_id)
    engine.close()
    return tmp_path


def test_an_untouched_installation_passes(data, capsys):
    assert main(["check"]) == 0
    assert "files: ok" in capsys.readouterr().out
    assert main(["audit", "verify"]) == 0
    assert "2 rows with 4 entries: all whole" in capsys.readouterr().out


def test_missing_changed_and_orphaned_files_are_named(data, capsys):
    first, second = sorted((data / "uploads").rglob("*.pdf"))
    first.unlink()
    second.write_bytes(second.read_bytes() + b"%")
    stray = data / "uploads/stray.pdf"
    stray.write_bytes(b"?")
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "files: 3 files" in said
    assert f"missing: {first.relative_to(data / 'uploads')}" in said
    assert f"changed: {second.relative_to(data / 'uploads')}" in said
    assert "orphaned: stray.pdf" in said


def test_a_changed_past_is_named_with_its_entry(data, capsys):
    with duckdb.connect(data / "matchbook.duckdb") as connection:
        connection.execute(
            """
            update production_invoice_uploads
            set invoice_json = replace(invoice_json::varchar, '"by":"local"', '"by":"eve"')::json
            where id = 1
            """
        )
    assert main(["audit", "verify"]) == 1
    said = capsys.readouterr().out
    assert said.count("broken: ") == 1
    assert "entry 2 of 2" in said
    assert "1 broken" in said


def test_an_unknown_wish_is_refused(capsys):
    with pytest.raises(SystemExit):
        main(["audit", "mend"])
