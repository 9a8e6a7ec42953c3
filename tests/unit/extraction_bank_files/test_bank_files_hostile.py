"""Files that are broken, huge or meant to harm: each is read, or refused with a stable code."""

import random

import pytest
from bank_exports import EXPORTS

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


@pytest.mark.parametrize("seed", range(12))
def test_damaged_files_never_crash_the_reader(seed):
    chance = random.Random(seed)
    for export in EXPORTS:
        content = bytearray(export.content)
        for _ in range(min(chance.randrange(1, 30), len(content) // 40)):
            place = chance.randrange(len(content))
            if chance.random() < 0.5:
                content[place] = chance.randrange(256)
            else:
                del content[place : place + chance.randrange(1, 20)]
        try:
            mime_type = mime_type_of(bytes(content[:8192]), "x")
            if mime_type in bank_sniff.BANK_TYPES:
                statement_of(read_bank_file(bytes(content), mime_type, "x"), "u")
        except FileRefusedError as error:
            assert error.code
