"""Files that are broken, huge or meant to harm: each is read, or refused with a stable code."""

import random

import pytest
from bank_exports import EXPORTS
from bank_messages import MESSAGES
from made_workbooks import sheet, workbook

from engine.errors import BankFileUnreadableError, FileRefusedError, FileTooLargeError
from engine.extraction.bank_files import formats, read_bank_file, statement_of
from engine.reading import bank_sniff
from engine.reading.sniff import mime_type_of

TABLE = b"Date,Text,Amount\n31/12/2025,%b,-1.00\n30/12/2025,Shop,2.00\n"


def read(content):
    return read_bank_file(content, mime_type_of(content[:8192], "x.csv"), "x.csv")


def amounts(content):
    return [entry.amount for entry in read(content).entries]


def test_formulas_are_words():
    for formula in (b"=1+1", b"=cmd|' /C calc'!A0", b"@SUM(A1)", b'"=HYPERLINK(""http://x"")"'):
        file = read(TABLE % formula)
        assert [entry.amount for entry in file.entries] == [-1, 2]
        assert file.entries[0].description


def test_bytes_of_zero_are_left_out():
    assert amounts(TABLE % b"a\0b") == [-1, 2]
    assert amounts(TABLE.replace(b"Text", b"T\0ext") % b"x" + b"\0" * 5) == [-1, 2]


def test_an_open_quote_does_not_swallow_the_table():
    rows = b"".join(b"30/12/2025,Shop,2.00\n" for _ in range(60))
    assert len(amounts(TABLE % b'"oops' + rows)) == 62


def test_a_million_columns_are_refused():
    with pytest.raises(BankFileUnreadableError, match="512 columns"):
        read(TABLE % b"x" + b"," * 1_000_000 + b"\n")


def test_a_huge_cell_is_refused():
    with pytest.raises(BankFileUnreadableError, match="too many characters"):
        read(TABLE % (b"x" * 400_000))


def test_a_file_beyond_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(formats, "MAX_BYTES", 50)
    with pytest.raises(FileTooLargeError):
        read(TABLE % b"x" * 3)


def test_amounts_that_no_money_column_holds_are_not_taken():
    content = b"Date,Text,Amount\n31/12/2025,a,99999999999999999999.00\n30/12/2025,b,2.00\n"
    assert amounts(content) == [2]


def test_text_without_a_table_says_so():
    with pytest.raises(BankFileUnreadableError, match="no dates with amounts"):
        read(b"one, two\nthree, four\n")


def test_an_export_without_movements_is_a_statement_without_rows():
    file = read(b"Date;Description;Amount;Balance\n")
    found = statement_of(file, "u")
    assert found.transactions == ()
    assert found.info.proof.sentence == "There are no transactions."


def damaged(content, chance):
    """``content`` with bytes changed, left out and said twice."""
    changed = bytearray(content)
    for _ in range(min(chance.randrange(1, 30), len(content) // 40)):
        place = chance.randrange(len(changed))
        how = chance.randrange(3)
        if how == 0:
            changed[place] = chance.randrange(256)
        elif how == 1:
            del changed[place : place + chance.randrange(1, 20)]
        else:
            changed[place:place] = changed[place : place + chance.randrange(1, 20)]
    return bytes(changed)


def test_every_message_is_told_by_its_content():
    for mime_type, content in MESSAGES.items():
        assert mime_type_of(content, "x") == mime_type
        assert read_bank_file(content, mime_type, "x").entries


@pytest.mark.parametrize("seed", range(12))
def test_damaged_tables_never_crash_the_reader(seed):
    chance = random.Random(seed)
    for export in EXPORTS:
        content = damaged(export.content, chance)
        try:
            mime_type = mime_type_of(content[:8192], "x")
            if mime_type in bank_sniff.BANK_TYPES:
                statement_of(read_bank_file(content, mime_type, "x"), "u")
        except FileRefusedError as error:
            assert error.code


@pytest.mark.parametrize("mime_type", MESSAGES)
def test_damaged_messages_never_crash_the_reader(mime_type):
    chance = random.Random(mime_type)
    for _ in range(100):
        try:
            content = damaged(MESSAGES[mime_type], chance)
            statement_of(read_bank_file(content, mime_type, "x"), "u")
        except FileRefusedError as error:
            assert error.code


def test_damaged_workbooks_never_crash_the_reader():
    chance = random.Random(7)
    rows = [["Date", "Text", "Amount"], ["2025-12-30", "Shop", -1.5], ["2025-12-31", "x", 2.5]]
    for number in range(80):
        raw = damaged(sheet(rows).encode(), chance).decode("latin-1")
        content = workbook(rows, raw=raw)
        if number % 4 == 0:
            content = damaged(content, chance)
        try:
            statement_of(read_bank_file(content, bank_sniff.XLSX, "x"), "u")
        except FileRefusedError as error:
            assert error.code
