"""``python -m engine extract``: one JSON per file, one line per failure."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from model_server import always, serving, told
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from engine.__main__ import main
from engine.records import BankDocument, InvoiceDocument, decode

ROOT = Path(__file__).resolve().parents[3]


def pdf(*pages, password=None):
    buffer = io.BytesIO()
    encryption = StandardEncryption(password) if password else None
    canvas = Canvas(buffer, invariant=1, encrypt=encryption)
    for lines in pages:
        for row, text in enumerate(lines):
            canvas.drawString(72, 760 - 20 * row, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def invoice(number):
    return (
        "Acme Supplies Ltd",
        "INVOICE",
        f"Invoice number: {number}",
        "Invoice date: 2026-02-03",
        "Total amount: EUR 119.00",
    )


@pytest.fixture
def files(tmp_path):
    """A folder with two invoices, an encrypted one and a broken file."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "one.pdf").write_bytes(pdf(invoice("A-1")))
    (folder / "two.pdf").write_bytes(pdf(invoice("A-2"), invoice("A-3")))
    (folder / "locked.pdf").write_bytes(pdf(invoice("A-4"), password="sesame"))
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 and no more")
    return folder


def test_each_file_becomes_one_json(files, tmp_path):
    out = tmp_path / "out"
    arguments = ["--kind", "invoice", "--no-einvoice", "--jobs", "2", "--out", str(out)]
    names = [str(files / "one.pdf"), str(files / "two.pdf")]
    run = subprocess.run(
        [sys.executable, "-m", "engine", "extract", *arguments, *names],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert sorted(path.name for path in out.iterdir()) == ["one.json", "two.json"]
    document = decode((out / "two.json").read_bytes(), InvoiceDocument)
    assert document.file_info.file_name == "two.pdf"
    assert document.processing_info.pages_text == 2
    assert sorted(line.split(":")[0] for line in run.stdout.splitlines()) == ["one.pdf", "two.pdf"]


def test_a_failure_is_one_line_and_the_others_are_written(files, tmp_path, capsys):
    out = tmp_path / "out"
    arguments = [str(files / name) for name in ("broken.pdf", "one.pdf", "locked.pdf", "gone.pdf")]
    assert main(["extract", "--kind", "invoice", "--jobs", "1", "--out", str(out), *arguments]) == 1
    lines = sorted(capsys.readouterr().err.splitlines())
    assert [line.split(": ")[:2] for line in lines] == [
        [str(files / "broken.pdf"), "file_damaged"],
        [str(files / "gone.pdf"), "file_unreadable"],
        [str(files / "locked.pdf"), "password_needed"],
    ]
    assert [path.name for path in out.iterdir()] == ["one.json"]


def test_a_password_opens_the_encrypted_files(files, tmp_path, capsys):
    out = tmp_path / "out"
    arguments = ["--password", "sesame", "--jobs", "1", str(files / "locked.pdf")]
    assert main(["extract", "--kind", "bank", "--out", str(out), *arguments]) == 0
    document = decode((out / "locked.json").read_bytes(), BankDocument)
    assert "sesame" not in (out / "locked.json").read_text("utf-8")
    assert document.file_info.pages_total == 1


def test_two_files_of_one_name_do_not_overwrite_each_other(files, tmp_path, capsys):
    other = tmp_path / "other"
    other.mkdir()
    (other / "one.pdf").write_bytes(pdf(invoice("B-1")))
    out = tmp_path / "out"
    arguments = [str(files / "one.pdf"), str(other / "one.pdf")]
    assert main(["extract", "--kind", "invoice", "--jobs", "1", "--out", str(out), *arguments]) == 1
    assert f"{other / 'one.pdf'}: name_taken" in capsys.readouterr().err
    assert (out / "one.json").exists()


def test_the_same_bytes_under_two_names_are_two_results(files, tmp_path, capsys):
    (files / "copy.pdf").write_bytes((files / "one.pdf").read_bytes())
    out = tmp_path / "out"
    arguments = [str(files / "one.pdf"), str(files / "copy.pdf")]
    assert main(["extract", "--kind", "invoice", "--jobs", "1", "--out", str(out), *arguments]) == 0
    assert sorted(path.name for path in out.iterdir()) == ["copy.json", "one.json"]


def test_a_name_that_is_no_text_is_read_all_the_same(files, tmp_path, capsys):
    odd = files / os.fsdecode(b"caf\xe9.pdf")
    odd.write_bytes((files / "one.pdf").read_bytes())
    out = tmp_path / "out"
    assert main(["extract", "--jobs", "1", "--out", str(out), str(odd)]) == 0
    (result,) = out.iterdir()
    assert decode(result.read_bytes(), InvoiceDocument).file_info.file_name == "caf\ufffd.pdf"


def test_a_name_of_several_lines_is_told_in_one(files, tmp_path, capsys):
    odd, broken = files / "two\nlines.pdf", files / "also\rtwo.pdf"
    odd.write_bytes((files / "one.pdf").read_bytes())
    broken.write_bytes(b"%PDF-1.4 and no more")
    arguments = ["--jobs", "1", "--out", str(tmp_path / "out"), str(odd), str(broken)]
    assert main(["extract", *arguments]) == 1
    captured = capsys.readouterr()
    (failure,), (summary,) = captured.err.splitlines(), captured.out.splitlines()
    assert failure.startswith(f"{files}/also\\rtwo.pdf: file_damaged: ")
    assert "two" in summary and "1 invoice" in summary


def test_no_database_is_opened(files, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("MATCHBOOK_DATA_DIR", str(tmp_path / "data"))
    arguments = ["--jobs", "1", "--out", str(tmp_path / "out"), str(files / "one.pdf")]
    assert main(["extract", *arguments]) == 0
    assert not (tmp_path / "data").exists()


def test_a_folder_that_cannot_be_made_is_told_before_anything_is_read(files, capsys):
    assert main(["extract", "--out", str(files / "one.pdf"), str(files / "two.pdf")]) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith("extract: invalid_input: The folder ")
    assert captured.out == ""


def test_a_result_that_cannot_be_written_fails_alone(files, tmp_path, capsys):
    out = tmp_path / "out"
    (out / "one.json").mkdir(parents=True)
    arguments = [str(files / "one.pdf"), str(files / "two.pdf")]
    assert main(["extract", "--kind", "invoice", "--jobs", "1", "--out", str(out), *arguments]) == 1
    assert capsys.readouterr().err.startswith(f"{files / 'one.pdf'}: invalid_input: ")
    assert sorted(path.name for path in out.iterdir()) == ["one.json", "two.json"]


@pytest.mark.parametrize("jobs", ["0", "-1", "two"])
def test_wrong_usage_ends_with_two(capsys, jobs):
    with pytest.raises(SystemExit) as caught:
        main(["extract", f"--jobs={jobs}", "--out", "x", "y.pdf"])
    assert caught.value.code == 2
    assert "must be a whole number, 1 or more" in capsys.readouterr().err


def test_words_are_sent_only_when_the_command_says_so(files, tmp_path, monkeypatch):
    with serving(always(told(total_amount="119.00"))) as server:
        monkeypatch.setenv("MATCHBOOK_LLM_BASE_URL", server.url)
        monkeypatch.setenv("MATCHBOOK_LLM_MODEL", "reader-1")
        arguments = ["extract", "--kind", "invoice", "--jobs", "1", str(files / "one.pdf"), "--out"]
        assert main([*arguments, str(tmp_path / "alone")]) == 0
        assert server.asked == []
        assert main([*arguments, str(tmp_path / "asked"), "--llm"]) == 0
        assert len(server.asked) == 1
    documents = [
        decode((tmp_path / name / "one.json").read_bytes(), InvoiceDocument)
        for name in ("alone", "asked")
    ]
    uses = [document.processing_info.language_model for document in documents]
    assert uses[0] is None
    assert (uses[1].model, uses[1].fields_agreed) == ("reader-1", 1)
    trusts = [d.invoices[0].provenance["total_amount"].confidence for d in documents]
    assert trusts[1] > trusts[0]


def test_asking_a_model_that_no_setting_names_is_refused(files, tmp_path, capsys):
    assert main(["extract", "--llm", "--out", str(tmp_path / "out"), str(files / "one.pdf")]) == 1
    assert "MATCHBOOK_LLM_BASE_URL" in capsys.readouterr().err


def test_an_embedded_einvoice_is_read_unless_it_is_to_be_ignored(tmp_path, capsys):
    from made_einvoices import Bill, cii, hybrid, page_of

    path = tmp_path / "bill.pdf"
    path.write_bytes(hybrid(page_of(Bill()), {"factur-x.xml": cii(Bill())}))
    for name, more in (("with", []), ("without", ["--no-einvoice"])):
        out = tmp_path / name
        assert main(["extract", str(path), "--out", str(out), "--jobs", "1", *more]) == 0
        document = decode((out / "bill.json").read_text("utf-8"), InvoiceDocument)
        sources = {place.source for place in document.invoices[0].provenance.values()}
        assert sources == ({"xml"} if name == "with" else {"text"})
        assert document.processing_info.einvoice == ("CII EN 16931" if name == "with" else None)


def test_xml_files_are_einvoices_or_a_line_on_standard_error(tmp_path, capsys):
    from made_einvoices import Bill, ubl

    (tmp_path / "good.xml").write_bytes(ubl(Bill()))
    (tmp_path / "bomb.xml").write_bytes(b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
    (tmp_path / "note.xml").write_bytes(b"<?xml version='1.0'?><note/>")
    names = [str(tmp_path / name) for name in ("good.xml", "bomb.xml", "note.xml")]
    out = tmp_path / "out"
    more = ["--no-einvoice", "--out", str(out), "--jobs", "1"]
    assert main(["extract", *names, *more]) == 1
    document = decode((out / "good.json").read_text("utf-8"), InvoiceDocument)
    assert document.processing_info.einvoice == "UBL Peppol BIS"
    told = capsys.readouterr()
    assert told.out.startswith("good.xml: 1 invoice, 1 page, ")
    said = told.err
    assert "bomb.xml: xml_unsafe:" in said
    assert "note.xml: file_unsupported:" in said


@pytest.mark.parametrize(
    ("typed", "code"), [("sesame\n", 0), ("sesame\r\n", 0), ("wrong\n", 1), ("", 1)]
)
def test_a_password_can_be_given_without_the_command_line_saying_it(files, tmp_path, typed, code):
    out = tmp_path / "out"
    arguments = ["--kind", "bank", "--password", "-", "--jobs", "1", "--out", str(out)]
    run = subprocess.run(
        [sys.executable, "-m", "engine", "extract", *arguments, str(files / "locked.pdf")],
        cwd=ROOT,
        input=typed,
        capture_output=True,
        text=True,
    )
    assert run.returncode == code, run.stderr
    assert "sesame" not in run.stdout + run.stderr
    reason = "password_wrong" if typed.strip() else "password_needed"
    assert (reason in run.stderr) == bool(code)


def test_the_password_of_one_file_does_not_hinder_the_others(files, tmp_path, capsys):
    arguments = [str(files / "locked.pdf"), str(files / "one.pdf"), "--out", str(tmp_path / "out")]
    assert main(["extract", "--password", "sesame", "--jobs", "1", *arguments]) == 0
