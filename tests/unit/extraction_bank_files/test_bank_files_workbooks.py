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
