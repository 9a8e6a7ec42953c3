"""Balances named in words, words in columns of references, own accounts, cards: told by rules."""

from decimal import Decimal

from engine.extraction.bank_files import read_bank_file, statement_of
from engine.reading.sniff import mime_type_of


def statement(text, name="export.csv"):
    content = text.encode()
    file = read_bank_file(content, mime_type_of(content[:8192], name), name)
    return statement_of(file, "u", name), file


def amounts(found):
    return [str(line.amount) for line in found.transactions]


def test_a_balance_named_in_any_cell_is_no_movement():
    found, _ = statement(
        "Buchungstag;Name;Zweck;Ref;Waehrung;Umsatz;S/H\n"
        "13.03.2024;Laden;Brot;;EUR;10,00;S\n14.03.2024;Firma;Lohn;;EUR;50,00;H\n"
        "01.03.2024;;;Anfangssaldo;EUR;100,00;H\n31.03.2024;;;Endsaldo;EUR;140,00;H\n"
    )
    assert amounts(found) == ["-10.00", "50.00"]
    assert (found.info.opening_balance, found.info.closing_balance) == (100, 140)
    assert found.info.proof.status == "proven"


def test_a_balance_of_a_day_under_the_rows_closes_them():
    found, file = statement(
        "Buchungstag;Wert;Zweck;Soll;Haben\n13.03.2024;13.03.2024;Brot;-10,00;\n"
        "14.03.2024;14.03.2024;Lohn;;50,00\nKontostand;31.03.2024;;;1.040,00;EUR\n"
    )
    assert found.info.closing_balance == 1040
    assert file.warnings == ()


def test_the_last_row_of_a_table_without_names_may_be_a_balance():
    found, _ = statement(
        "13.03.2024;13.03.2024;Brot;-10,00;EUR\n14.03.2024;15.03.2024;Lohn;50,00;EUR\n"
        "31.03.2024;;Endsaldo;1.040,00;EUR\n"
    )
    assert amounts(found) == ["-10.00", "50.00"]
    assert found.info.closing_balance == 1040


def test_a_reference_in_words_describes_the_movement_too():
    found, _ = statement(
        "Date,Counter Party,Reference,Amount\n13/03/2024,Baker,Bread for May,-10.00\n"
        "14/03/2024,Firm,88231,50.00\n"
    )
    first, second = found.transactions
    assert first.description == "Baker Bread for May"
    assert first.reference == "Bread for May"
    assert (second.description, second.reference) == ("Firm", "88231")


def test_the_day_of_posting_comes_before_the_value_day_in_any_order_of_columns():
    found, _ = statement(
        "S No.,Value Date,Txn Posted Date,Remarks,Amount\n"
        "1,15/03/2024,13/03/2024,Shop,-10.00\n2,16/03/2024,14/03/2024,Firm,50.00\n"
    )
    assert [str(line.date) for line in found.transactions] == ["2024-03-13", "2024-03-14"]
    assert [line.reference for line in found.transactions] == [None, None]


def test_the_account_above_the_table_is_the_own_one():
    rows = "".join(f"{day}.03.2024;Shop;DE89370400440532013000;-1,00\n" for day in range(11, 21))
    found, _ = statement(
        "Girokonto;DE02 1203 0000 0000 2020 51\n\nBuchungsdatum;Name;IBAN;Betrag\n" + rows
    )
    assert found.info.iban == "DE02120300000000202051"
    assert {line.account_number for line in found.transactions} == {"DE02 1203 0000 0000 2020 51"}


def test_an_account_stands_beside_its_currency_and_holder():
    found, _ = statement(
        "Account Number :,000401234567 ( INR ) - A NAME\n\nDate,Details,Amount\n"
        "13/03/2024,Shop,-10.00\n14/03/2024,Firm,50.00\n"
    )
    assert (found.info.account_number, found.info.currency) == ("000401234567", "INR")


def test_values_stand_under_their_labels():
    found, _ = statement(
        "#Waluta;#Uznania;#Wydatki;\nPLN;50,00;-10,00;\n\n#Data;#Opis;#Kwota\n"
        "2024-03-13;Sklep;-10,00\n2024-03-14;Firma;50,00\n"
    )
    assert found.info.currency == "PLN"


def test_a_column_filled_where_its_opposite_is_empty_is_the_other_side():
    rows = "".join(f"2024/3/{day},店,100,,{1900 - 100 * day}\n" for day in range(1, 14))
    found, _ = statement(f"日付,摘要,支払い金額,不明,差引残高\n{rows}2024/3/15,給与,,5000,5600\n")
    assert found.transactions[-1].amount == Decimal(5000)
    assert len(found.transactions) == 14


def test_the_first_balance_implies_the_opening_one():
    rows = [f"{day}/03/2024,Shop,-1.00,{100 - day}.00" for day in range(13, 20)]
    found, _ = statement("Date,Text,Amount,Balance\n" + "\n".join(rows) + "\n")
    assert found.info.proof.status == "proven"
    assert found.info.proof.rows_proven == 7
    assert found.info.opening_balance is None


def test_signs_of_a_card_that_nothing_proves_are_doubtful_and_said_so():
    rows = [f"03/{day}/2024,Shop {day},J DOE,{day}.00" for day in range(13, 16)]
    found, file = statement(
        "Date,Description,Card Member,Amount\n" + "\n".join(rows) + "\n03/17/2024,Other,J DOE,-9.00"
    )
    assert amounts(found)[0] == "-13.00"
    assert all(line.confidence <= 0.6 for line in found.transactions)
    assert "the other way round" in file.warnings[0]
