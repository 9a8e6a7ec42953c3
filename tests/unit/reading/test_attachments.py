"""E-invoices embedded in PDFs: found by content, taken within limits, nothing else touched."""

import tracemalloc
import zlib

import pytest
from made_einvoices import Bill, cii, hybrid, page_of, ubl

from engine.errors import PasswordNeededError
from engine.reading.attachments import embedded_invoices

PAGE = page_of(Bill())


def put(tmp_path, content):
    path = tmp_path / "bill.pdf"
    path.write_bytes(content)
    return path


def packed_bomb(megabytes):
    """A PDF of some kilobytes with an embedded file that unpacks to so many megabytes."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(bytes(1_000_000)) for _ in range(megabytes)) + packer.flush()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(factur-x.xml)4 0 R]>>>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>",
        b"<</Type/Filespec/F(factur-x.xml)/UF(factur-x.xml)/EF<</F 5 0 R>>>>",
        b"<</Type/EmbeddedFile/Filter/FlateDecode/Length %d>>stream\n" % len(data)
        + data
        + b"\nendstream",
    ]
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    )


def test_the_invoice_is_found_among_other_files(tmp_path):
    files = {"photo.png": b"\x89PNG", "evil.exe": b"MZ\x90", "factur-x.xml": cii(Bill())}
    found = embedded_invoices(put(tmp_path, hybrid(PAGE, files)))
    assert [entry.name for entry in found.invoices] == ["factur-x.xml"]
    assert found.invoices[0].content == cii(Bill())
    assert found.invoices[0].relationship == "Alternative"
    assert found.refused == ()


def test_the_usual_name_goes_first(tmp_path):
    files = {"a.xml": ubl(Bill()), "factur-x.xml": cii(Bill())}
    found = embedded_invoices(put(tmp_path, hybrid(PAGE, files)))
    assert [entry.name for entry in found.invoices] == ["factur-x.xml", "a.xml"]


def test_other_xml_is_left_alone(tmp_path):
    found = embedded_invoices(put(tmp_path, hybrid(PAGE, {"note.xml": b"<note>hi</note>"})))
    assert found.invoices == () and found.refused == ()


def test_a_pdf_without_embedded_files_has_none(tmp_path):
    assert embedded_invoices(put(tmp_path, PAGE)).invoices == ()


def test_broken_and_dangerous_xml_is_told_and_costs_nothing_else(tmp_path):
    files = {
        "factur-x.xml": cii(Bill())[:-30],
        "x.xml": b"<!DOCTYPE a><a/>",
        "y.xml": ubl(Bill()),
    }
    found = embedded_invoices(put(tmp_path, hybrid(PAGE, files)))
    assert [entry.name for entry in found.invoices] == ["y.xml"]
    assert len(found.refused) == 2
    assert any("damaged" in sentence for sentence in found.refused)
    assert any("document type" in sentence for sentence in found.refused)


def test_a_packed_bomb_is_not_unpacked(tmp_path):
    path = put(tmp_path, packed_bomb(600))
    assert path.stat().st_size < 1_000_000
    tracemalloc.start()
    found = embedded_invoices(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.invoices == ()
    assert "unpacks to more" in found.refused[0]
    assert peak < 150_000_000


def test_the_limit_is_the_callers(tmp_path):
    path = put(tmp_path, hybrid(PAGE, {"factur-x.xml": cii(Bill())}))
    found = embedded_invoices(path, max_bytes=1_000)
    assert found.invoices == () and "unpacks to more" in found.refused[0]


def test_names_are_shown_without_what_does_not_print(tmp_path):
    path = put(tmp_path, hybrid(PAGE, {"in\x07voice\n.xml": cii(Bill())}))
    assert embedded_invoices(path).invoices[0].name == "invoice.xml"


def test_a_protected_file_is_opened_with_its_password(tmp_path):
    import io

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(hybrid(PAGE, {"a.xml": cii(Bill())}))))
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    path = put(tmp_path, buffer.getvalue())
    assert len(embedded_invoices(path, password="secret").invoices) == 1
    with pytest.raises(PasswordNeededError):
        embedded_invoices(path)


def test_no_number_of_other_files_hides_the_invoice(tmp_path):
    files = {f"a{number:04}.xml": b"<note/>" for number in range(1000)}
    found = embedded_invoices(put(tmp_path, hybrid(PAGE, files | {"factur-x.xml": cii(Bill())})))
    assert [entry.name for entry in found.invoices] == ["factur-x.xml"]


@pytest.mark.parametrize(
    "name", ["../../../etc/passwd.xml", "a\x00\n\x1b[31m.xml", "n" * 500 + ".xml"]
)
def test_an_odd_name_is_only_a_name(tmp_path, name):
    found = embedded_invoices(put(tmp_path, hybrid(PAGE, {name: cii(Bill())})))
    assert [entry.content for entry in found.invoices] == [cii(Bill())]
    assert found.invoices[0].name.isprintable()
    assert len(found.invoices[0].name) <= 80


def test_the_limit_is_for_all_embedded_files_together(tmp_path):
    content = cii(Bill())
    files = {f"{letter}.xml": content for letter in "abc"}
    found = embedded_invoices(put(tmp_path, hybrid(PAGE, files)), max_bytes=2 * len(content) + 5)
    assert len(found.invoices) == 2
    assert len(found.refused) == 1


def test_a_pdf_within_a_pdf_is_not_opened(tmp_path):
    inner = hybrid(PAGE, {"factur-x.xml": cii(Bill())})
    found = embedded_invoices(put(tmp_path, hybrid(PAGE, {"inner.pdf": inner, "b.xml": inner})))
    assert found.invoices == ()
    assert len(found.refused) == 1
