"""``python -m engine check`` and ``audit verify`` over rows and files that were tampered with."""

import io

import duckdb
import pytest
from fsspec import filesystem
from reportlab.pdfgen.canvas import Canvas
from s3_server import new_prefix, settings_in, storage

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


@pytest.fixture(params=["folder", "bucket"])
def place(request, tmp_path, monkeypatch):
    """A file system and the root of the stored files of the installation at ``tmp_path``."""
    monkeypatch.setenv("MATCHBOOK_DATA_DIR", str(tmp_path))
    if request.param == "folder":
        return filesystem("file"), str(tmp_path / "uploads")
    address = request.getfixturevalue("s3_address")
    url = new_prefix(address)
    for name, value in settings_in(address, url).items():
        monkeypatch.setenv(name, value)
    return storage(address), url.removeprefix("s3://")


@pytest.fixture
def data(place, tmp_path):
    """A data folder with two bills, both confirmed."""
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


def test_missing_changed_and_orphaned_files_are_named(data, place, capsys):
    there, root = place
    first, second = sorted(there.find(root))
    there.rm_file(first)
    there.pipe_file(second, there.cat_file(second) + b"%")
    there.pipe_file(f"{root}/stray.pdf", b"?")
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "files: 3 files" in said
    assert f"missing: {first.removeprefix(root + '/')}" in said
    assert f"changed: {second.removeprefix(root + '/')}" in said
    assert "orphaned: stray.pdf" in said


def test_files_are_where_the_settings_say(data, place):
    there, root = place
    assert len(there.find(root)) == 2
    assert (data / "uploads").exists() == root.startswith(str(data))


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
