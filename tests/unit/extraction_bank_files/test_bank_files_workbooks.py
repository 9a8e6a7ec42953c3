"""Excel workbooks: cached values, dates and numbers of cells, sheets, and archives as traps."""

import datetime as dt
from decimal import Decimal

import pytest
from made_workbooks import sheet, workbook

from engine.errors import BankFileUnreadableError
from engine.extraction.bank_files import read_bank_file, statement_of
from engine.reading import bank_sniff
from engine.reading.sniff import mime_type_of

DAY = dt.date(2025, 12, 30)
ROWS = [
    ["Account statement"],
    ["IBAN", "DE89370400440532013000"],
    [],
    ["Date", "Description", "Amount", "Balance"],
    [DAY, "Rent", -700.1, 299.9],
    [dt.date(2025, 12, 31), "Wages", 1234.567, ("D5+C6", 1534.467)],
]


def read(content):
    assert mime_type_of(content[:8192], "x") == bank_sniff.XLSX
    return read_bank_file(content, bank_sniff.XLSX, "x.xlsx")


def test_cells_give_days_numbers_and_cached_values():
    found = statement_of(read(workbook(ROWS)), "u")
    assert [(line.date, line.amount, line.balance) for line in found.transactions] == [
        (DAY, Decimal("-700.1"), Decimal("299.9")),
        (dt.date(2025, 12, 31), Decimal("1234.567"), Decimal("1534.467")),
    ]
    assert found.info.iban == "DE89370400440532013000"
    assert found.info.proof.rows_proven == 1


def test_the_sheet_with_movements_is_read_and_others_are_named():
    file = read(workbook([["Notes"], ["nothing"]], ROWS, ROWS))
    assert file.plan.sheet == "Sheet2"
    assert file.warnings == ("Only the sheet “Sheet2” was read; “Sheet3” have rows too.",)


def test_days_and_amounts_as_text_are_read_too():
    rows = [["Datum", "Text", "Betrag"], ["31.12.2025", "Miete", "-1.700,50 €"]]
    (entry,) = read(workbook(rows)).entries
    assert (entry.date, entry.amount) == (dt.date(2025, 12, 31), Decimal("-1700.50"))


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (workbook([[]]), "empty"),
        (workbook([["only"], ["words"]]), "no dates with amounts"),
        (workbook(ROWS)[:400], "damaged"),
        (workbook(ROWS, extra={"xl/media/x.bin": b"\0" * 450_000_000}), "unpacks to more"),
        (workbook(ROWS, raw=sheet(ROWS, "<!DOCTYPE a [<!ENTITY b 'c'>]>")), "document type"),
        (
            workbook(ROWS, raw=sheet(ROWS).replace('r="D6"', 'r="XFD1048576"')),
            "spans? a table|span a table",
        ),
        (workbook([[str(n) for n in range(600)], [DAY, "x", 1.5] + ["y"] * 600]), "512 columns"),
        (b"PK\x03\x04[Content_Types].xml not an archive", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "no workbook"),
    ],
    ids=["empty", "words", "cut", "bomb", "entities", "sparse", "wide", "no zip", "no ole"],
)
def test_traps_and_rubbish_are_refused_with_a_reason(content, cause):
    mime_type = mime_type_of(content[:8192], "x")
    with pytest.raises(BankFileUnreadableError, match=cause) as caught:
        read_bank_file(content, mime_type, "x.xlsx")
    assert caught.value.code == "bank_file_unreadable"


def test_pages_of_the_web_that_call_themselves_workbooks_are_read():
    content = (
        "<html><head><meta charset='windows-1252'></head><body><table><tr><td><table>"
        "<tr><td>Account No :</td><td>50100012345678</td></tr></table></td></tr></table>"
        "<table><tr><th>Date</th><th>Narration</th><th>Withdrawal</th><th>Deposit</th>"
        "<th>Balance</th></tr><tr><td>01/11/2025</td><td>Caf&eacute; &amp; Co</td><td>1,00,000.00"
        "</td><td>&nbsp;</td><td>2,00,000.00</td></tr><tr><td>15/11/2025</td><td>Wages</td><td>"
        "</td><td>50,000.00</td><td>2,50,000.00</td></tr></table></body></html>"
    ).encode("cp1252")
    assert mime_type_of(content[:8192], "x.xls") == bank_sniff.XLS
    found = statement_of(read_bank_file(content, bank_sniff.XLS, "x.xls"), "u")
    assert [line.amount for line in found.transactions] == [-100_000, 50_000]
    assert found.transactions[0].description == "Café & Co"
    assert found.info.account_number == "50100012345678"


def test_the_xml_of_old_workbooks_is_read():
    row = "<ss:Row>{}</ss:Row>".format
    cell = "<ss:Cell><ss:Data ss:Type='{}'>{}</ss:Data></ss:Cell>".format
    heads = row("".join(cell("String", head) for head in ("Date", "Text", "Amount")))
    values = row(
        cell("DateTime", "2025-12-30T00:00:00.000")
        + "<ss:Cell ss:Index='3'><ss:Data ss:Type='Number'>-12.5</ss:Data></ss:Cell>"
    )
    content = (
        "<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><ss:Workbook "
        "xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'><ss:Worksheet ss:Name='A'>"
        f"<ss:Table>{heads}{values}</ss:Table></ss:Worksheet></ss:Workbook>"
    ).encode()
    assert mime_type_of(content[:8192], "x.xls") == bank_sniff.XLS
    (entry,) = read_bank_file(content, bank_sniff.XLS, "x.xls").entries
    assert (entry.date, entry.amount) == (DAY, Decimal("-12.5"))
    laughing = content.replace(b"<ss:Workbook", b"<!DOCTYPE a [<!ENTITY b 'c'>]><ss:Workbook", 1)
    with pytest.raises(BankFileUnreadableError, match="document type"):
        read_bank_file(laughing, bank_sniff.XLS, "x.xls")
