"""XML from strangers: dangers are refused before anything of it is built, with a stable code."""

import time

import pytest
from made_einvoices import Bill, cii, ubl

from engine.errors import (
    DamagedFileError,
    EmptyFileError,
    FileTooLargeError,
    UnsafeXmlError,
    UnsupportedFileError,
)
from engine.reading import sniff
from engine.reading.document import Limits, inspect_document
from engine.reading.xml_guard import CII, UBL_INVOICE, check_xml

BOMB = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
]><Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">&e;</Invoice>"""
XXE = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">&file;</Invoice>"""
REMOTE_DTD = """<!DOCTYPE x SYSTEM "http://127.0.0.1:9/never.dtd"><Invoice/>"""


@pytest.mark.parametrize("text", [BOMB, XXE, REMOTE_DTD], ids=["bomb", "file", "remote"])
def test_a_document_type_is_refused_unread(text):
    began = time.monotonic()
    with pytest.raises(UnsafeXmlError, match="document type") as refused:
        check_xml(text.encode(), "e.xml")
    assert refused.value.code == "xml_unsafe"
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "iso-8859-1"])
def test_no_encoding_hides_a_document_type(encoding):
    text = XXE.replace('version="1.0"', f'version="1.0" encoding="{encoding}"')
    with pytest.raises((UnsafeXmlError, UnsupportedFileError)):
        check_xml(text.encode(encoding), "e.xml")


def test_deep_nesting_is_refused():
    with pytest.raises(UnsafeXmlError, match="nested"):
        check_xml(b"<a>" * 50_000 + b"</a>" * 50_000, "e.xml")


def test_a_huge_value_is_refused():
    with pytest.raises(UnsafeXmlError, match="millions"):
        check_xml(b"<a>" + b"9" * 10_000_000 + b"</a>", "e.xml")


def test_a_huge_file_is_refused_by_its_size_alone():
    with pytest.raises(FileTooLargeError, match="limit is 20") as refused:
        check_xml(bytes(200_000_000), "e.xml")
    assert "MATCHBOOK_MAX_XML_BYTES" in refused.value.hint


def test_what_breaks_off_is_damaged_and_what_is_no_xml_unsupported():
    with pytest.raises(DamagedFileError):
        check_xml(cii(Bill())[:-40], "e.xml")
    with pytest.raises(UnsupportedFileError):
        check_xml(b"hello", "e.xml")


def test_the_root_tells_what_it_is_whatever_the_prefixes():
    assert check_xml(cii(Bill()), "e.xml") == CII
    assert check_xml(cii(Bill()).replace(b"rsm:", b"x:").replace(b":rsm", b":x"), "e.xml") == CII
    assert check_xml(ubl(Bill()), "e.xml") == UBL_INVOICE


@pytest.mark.parametrize(
    "start",
    [
        b"<?xml version='1.0'?>",
        b"\xef\xbb\xbf<?xml version='1.0'?>",
        b"  \n<rsm:CrossIndustryInvoice",
        "﻿<?xml version='1.0'?>".encode("utf-16-le"),
        b"<!-- a licence -->",
    ],
)
def test_xml_is_known_by_its_beginning(start):
    assert sniff.mime_type_of(start, "e") == sniff.XML


@pytest.mark.parametrize("start", [b"<!DOCTYPE html><html>", b"<html>", b"< 5", b"a <b>"])
def test_what_only_looks_like_xml_is_unsupported(start):
    with pytest.raises(UnsupportedFileError):
        sniff.mime_type_of(start, "e")


def test_a_file_is_an_einvoice_by_its_root_and_not_by_its_name(tmp_path):
    path = tmp_path / "looks.pdf"
    path.write_bytes(ubl(Bill()))
    assert inspect_document(path, "looks.pdf").mime_type == "application/xml"
    path.write_bytes(b"<?xml version='1.0'?><note>not a bill</note>")
    with pytest.raises(UnsupportedFileError, match="e-invoice"):
        inspect_document(path, "note.xml")
    path.write_bytes(b"")
    with pytest.raises(EmptyFileError):
        inspect_document(path, "note.xml")
    path.write_bytes(ubl(Bill()))
    with pytest.raises(FileTooLargeError):
        inspect_document(path, "big.xml", limits=Limits(max_xml_bytes=100))


@pytest.mark.parametrize(
    "content",
    [
        ubl(Bill()).decode().replace("UTF-8", "UTF-7").encode("utf-7"),
        ubl(Bill()).decode().replace("UTF-8", "cp037").encode("cp037"),
        ubl(Bill()).replace(b"UTF-8", b"cp037"),
        ubl(Bill()).decode().encode("utf-32"),
        b"\xff\xfe" + ubl(Bill()),
        b"\xef\xbb\xbf" * 2 + ubl(Bill()),
        ubl(Bill()) + bytes(100),
        ubl(Bill()).replace(b"Nordlicht", b"Nord\0licht"),
        b"%PDF-1.7\n" + ubl(Bill()),
        ubl(Bill()).replace(b"?>", b"?><!--%PDF-1.7-->", 1),
    ],
    ids=["utf-7", "ebcdic", "no ebcdic", "utf-32", "wrong mark", "two marks", "zeros behind",
         "zero inside", "pdf before", "pdf inside"],
)  # fmt: skip
def test_what_pretends_to_be_something_else_is_refused(tmp_path, content):
    path = tmp_path / "e.xml"
    path.write_bytes(content)
    with pytest.raises((UnsupportedFileError, DamagedFileError)):
        inspect_document(path, "e.xml")


@pytest.mark.parametrize(
    "body",
    [
        'a="' + "x" * 6_000_000 + '"/>',
        " ".join(f'a{number}="1"' for number in range(200_000)) + "/>",
        " ".join(f'xmlns:a{number}="u{number}"' for number in range(50_000))
        + ">" + "<a0:x/>" * 100_000 + "</a>",
    ],
    ids=["one long value", "many values", "many namespaces"],
)  # fmt: skip
def test_what_makes_readers_slow_is_quick(body):
    began = time.process_time()
    assert check_xml(f"<a {body}".encode(), "e.xml") == "a"
    assert time.process_time() - began < 20
