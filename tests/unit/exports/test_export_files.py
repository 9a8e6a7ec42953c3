"""Files for other programs: exact numbers, real dates, and nothing that a spreadsheet runs."""

import csv
import datetime as dt
import io
import zipfile
from decimal import Decimal
from zoneinfo import ZoneInfo

import pandas as pd
import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook

from engine.exports import (
    Column,
    ExportTable,
    day,
    export,
    frame_table,
    instant,
    money,
    number,
    rows_table,
    share,
    text,
    truth,
)
from engine.exports import excel_file as excel

COLUMNS = (
    text("party", "Party"),
    money("amount", "Amount"),
    text("currency", "Currency"),
    day("due", "Due"),
    instant("at", "Uploaded"),
    share("sure", "Confidence"),
    number("pages", "Pages"),
    truth("open", "Open"),
)
ROW = {
    "party": "Acme, “Ltd”",
    "amount": Decimal("-1234.5"),
    "currency": "EUR",
    "due": dt.date(2026, 3, 31),
    "at": dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC),
    "sure": 0.93,
    "pages": 3,
    "open": True,
}
DANGEROUS = ("=1+1", "+49 30", "-cmd", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1")


def table(*rows, columns=COLUMNS, **options):
    return ExportTable("Documents", columns, rows, **options)


def lines(exported):
    return list(csv.reader(io.StringIO(exported.content.decode("utf-8-sig"), newline="")))


def cells(exported, sheet=0):
    book = load_workbook(io.BytesIO(exported.content))
    return list(book.worksheets[sheet].iter_rows())


def test_csv_holds_numbers_and_dates_that_programs_read():
    titles, row = lines(export(table(ROW, zone=ZoneInfo("Europe/Berlin")), "csv"))
    assert titles[:3] == ["Party", "Amount", "Currency"]
    assert row == [
        "Acme, “Ltd”",
        "-1234.50",
        "EUR",
        "2026-03-31",
        "2026-03-02T13:00:00+01:00",
        "0.93",
        "3",
        "yes",
    ]


@pytest.mark.parametrize(
    ("value", "currency", "written"),
    [
        (Decimal("5000"), "JPY", "5000"),
        (Decimal("1.5"), "KWD", "1.500"),
        (Decimal("1.234"), "EUR", "1.234"),
        (Decimal("0"), None, "0.00"),
        (Decimal("1E+3"), "EUR", "1000.00"),
        (None, "EUR", ""),
    ],
)
def test_amounts_have_their_currencys_decimals(value, currency, written):
    row = {"amount": value, "currency": currency}
    columns = (money("amount", "Amount"),)
    assert lines(export(table(row, columns=columns), "csv"))[1:] == ([[written]] if row else [])


@pytest.mark.parametrize("words", DANGEROUS)
def test_text_that_a_spreadsheet_could_run_stays_text_in_csv(words):
    rows = lines(export(table({"party": words}, columns=(text("party", "=Party"),)), "csv"))
    assert rows == [["'=Party"], [f"'{words}"]]


@pytest.mark.parametrize("words", DANGEROUS)
def test_text_that_a_spreadsheet_could_run_is_marked_as_text_in_excel(words):
    exported = export(table({"party": words}, columns=(text("party", "Party"),)), "xlsx")
    (cell,) = cells(exported)[1]
    assert cell.data_type == "s"
    assert cell.quotePrefix
    with zipfile.ZipFile(io.BytesIO(exported.content)) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_excel_holds_typed_cells():
    titles, row = cells(export(table(ROW, zone=ZoneInfo("Europe/Berlin")), "xlsx"))
    assert [cell.value for cell in titles][4] == "Uploaded (Europe/Berlin)"
    assert [cell.value for cell in row] == [
        "Acme, “Ltd”",
        -1234.5,
        "EUR",
        dt.datetime(2026, 3, 31),
        dt.datetime(2026, 3, 2, 13, 0),
        0.93,
        3,
        True,
    ]
    assert row[1].number_format == "#,##0.00"
    assert not row[0].quotePrefix


def test_excel_shows_a_currencys_decimals():
    yen = {**ROW, "currency": "JPY", "amount": Decimal("5000")}
    assert cells(export(table(yen), "xlsx"))[1][1].number_format == "#,##0"


def test_an_amount_longer_than_excels_numbers_keeps_its_cents_as_text():
    row = {**ROW, "amount": Decimal("1234567890123456.78")}
    cell = cells(export(table(row), "xlsx"))[1][1]
    assert cell.value == "1234567890123456.78"


def test_a_day_before_excels_first_is_text():
    assert cells(export(table({**ROW, "due": dt.date(1899, 1, 2)}), "xlsx"))[1][3].value == (
        "1899-01-02"
    )


def test_more_rows_than_a_sheet_holds_go_to_the_next(monkeypatch):
    monkeypatch.setattr(excel, "ROWS_PER_SHEET", 2)
    exported = export(table(*[{**ROW, "pages": n} for n in range(5)]), "xlsx")
    book = load_workbook(io.BytesIO(exported.content))
    assert book.sheetnames == ["Documents", "Documents 2", "Documents 3"]
    assert [sheet.max_row for sheet in book.worksheets] == [3, 3, 2]


def test_notes_have_a_sheet_of_their_own():
    exported = export(table(ROW, notes=("Only March", "=1+1")), "xlsx")
    assert [row[0].value for row in cells(exported, 1)] == ["Only March", "=1+1"]


def test_parquet_keeps_decimals_dates_and_instants():
    yen = {**ROW, "currency": "JPY", "amount": Decimal("5000"), "party": "=1+1"}
    read = pq.read_table(io.BytesIO(export(table(ROW, yen), "parquet").content))
    assert str(read.schema.field("amount").type) == "decimal128(18, 2)"
    assert read.column("amount").to_pylist() == [Decimal("-1234.50"), Decimal("5000.00")]
    assert read.column("due").to_pylist() == [dt.date(2026, 3, 31)] * 2
    assert read.column("at").to_pylist()[0] == ROW["at"]
    assert read.column("party").to_pylist()[1] == "=1+1"
    assert str(read.schema.field("pages").type) == "int64"


def test_parquet_keeps_every_digit_of_long_amounts():
    long = {"amount": Decimal("12345678901234567890123456789012345678901.1234")}
    exported = export(table(long, columns=(money("amount", "Amount", None),)), "parquet")
    assert pq.read_table(io.BytesIO(exported.content)).column(0).to_pylist() == [long["amount"]]


@pytest.mark.parametrize("file_format", ["csv", "xlsx", "parquet"])
def test_no_rows_leave_the_titles(file_format):
    exported = export(table(), file_format)
    assert exported.file_name == f"Documents.{file_format}"
    assert exported.content


def test_a_value_of_another_kind_is_kept_as_text():
    row = {"amount": "about 5", "due": "March", "at": None, "party": ["A", None, "B"], "open": "x"}
    assert lines(export(table(row), "csv"))[1][:4] == ["A; B", "about 5", "", "March"]
    assert pq.read_table(io.BytesIO(export(table(row), "parquet").content)).num_rows == 1
    assert cells(export(table(row), "xlsx"))[1][1].value == "about 5"


def test_columns_of_an_answer_are_found_in_its_values():
    rows = [
        {
            "n": 1,
            "d": dt.date(2026, 1, 1),
            "x": None,
            "b": True,
            "m": "a",
            "r": {"k": 1},
        },
        {"n": Decimal("2.5"), "d": None, "x": None, "b": False, "m": 3, "r": None},
    ]
    found = rows_table("Answer", rows)
    assert {column.name: column.kind for column in found.columns} == {
        "n": "number",
        "d": "day",
        "x": "text",
        "b": "truth",
        "m": "text",
        "r": "text",
    }
    assert lines(export(found, "csv"))[1] == ["1", "2026-01-01", "", "yes", "a", '{"k": 1}']


def test_a_frames_values_are_written_as_they_are():
    frame = pd.DataFrame(
        {
            "amount": [Decimal("1.5"), None],
            "currency": ["EUR", "EUR"],
            "count": pd.array([1, None], dtype="Int64"),
            "share": [0.5, float("nan")],
            "at": pd.to_datetime(["2026-03-02T12:00:00Z", None], utc=True),
        }
    )
    found = frame_table("Frame", frame)
    assert [column.kind for column in found.columns] == [
        "number",
        "text",
        "number",
        "number",
        "instant",
    ]
    assert lines(export(found, "csv"))[1:] == [
        ["1.5", "EUR", "1", "0.5", "2026-03-02T12:00:00+00:00"],
        ["", "EUR", "", "", ""],
    ]
    described = frame_table("Frame", frame, [Column("amount", "Amount", "money", "currency")])
    assert lines(export(described, "csv")) == [["Amount"], ["1.50"], [""]]


def test_a_files_name_is_one_that_every_system_takes():
    assert export(ExportTable("../a:b*c", (), ()), "csv").file_name == ".. a b c.csv"
