"""MT940 and MT942 in the dialects that banks write."""

import datetime as dt
from decimal import Decimal

import pytest

from engine.extraction.bank_files import statement_of
from engine.extraction.bank_files.ledger import UnreadableBankFileError
from engine.extraction.bank_files.mt940 import read_mt940


def message(*lines, opening="C251230EUR1000,00", closing=None):
    parts = [":20:REF", ":25:70050000/1234567", ":28C:1/1", f":60F:{opening}", *lines]
    if closing:
        parts.append(f":62F:{closing}")
    return ("\r\n".join(parts) + "\r\n-\r\n").encode()


def entries(*lines, **more):
    return read_mt940(message(*lines, **more)).entries


def test_marks_give_the_sign_also_where_an_entry_is_reversed():
    found = entries(
        ":61:2512301230D10,00NTRFNONREF",
        ":61:2512301230C20,NTRFNONREF",
        ":61:2512301230RC30,5NTRFNONREF",
        ":61:2512301230RD40,00NTRFNONREF",
        ":61:2512301230DR50,00NTRFNONREF",
    )
    assert [entry.amount for entry in found] == [
        Decimal("-10.00"),
        Decimal("20"),
        Decimal("-30.5"),
        Decimal("40.00"),
        Decimal("-50.00"),
    ]
    assert found[2].note == "A reversal of an earlier entry."


def test_a_year_has_no_century_and_the_entry_date_no_year():
    (late, early) = entries(":61:2601020102C1,00NTRFNONREF", ":61:2512310102C1,00NTRFNONREF//B")
    assert late.date == dt.date(2026, 1, 2)
    assert early.date == dt.date(2025, 12, 31)
    assert early.note == "Booked on 2026-01-02."
    assert entries(":61:990230D1,00NTRFX")[0].date == dt.date(1999, 2, 28)


def test_numbered_sub_fields_give_words_name_and_reference():
    (entry,) = entries(
        ":61:2512301230C11,90NTRFNONREF",
        ":86:166?00GUTSCHRIFT?109249?20EREF+INV-77?21SVWZ+Rechnung 77 vom Novem?22ber",
        "?30COBADEFF?31DE02120300000000202051?32Muster GmbH?33 und Co?34999",
    )
    assert entry.description == "GUTSCHRIFT Rechnung 77 vom Novem ber Muster GmbH und Co"
    assert (entry.counterparty, entry.reference) == ("Muster GmbH und Co", "INV-77")
    assert entry.type == "transfer"


def test_codes_between_slashes_keep_the_words_and_give_the_name():
    (entry,) = entries(
        ":61:2512301230D11,90NTRFEREF//X",
        ":86:/TRTP/SEPA INCASSO ALGEMEEN DOORLOPEND/CSID/NL1/NAME/ENERGIE BV/MARF/M",
        "1/REMI/Termijn december/IBAN/NL02ABNA0123456789/BIC/ABNANL2A/EREF/7712",
    )
    assert entry.counterparty == "ENERGIE BV"
    assert "Termijn december" in entry.description
    assert (entry.reference, entry.type) == ("7712", "direct_debit")


def test_missing_references_are_none_and_full_lines_are_joined():
    (entry,) = entries(
        ":61:251230D1,00N426NONREF//NONREF", ":86:" + "A" * 60 + " Bahn", "hofstrasse", "Zeile"
    )
    assert entry.reference is None
    assert entry.description.endswith("Bahnhofstrasse Zeile")


def test_messages_of_one_account_that_follow_each_other_are_one_statement():
    first = message(":61:251230D10,00NTRFX", closing="C251230EUR990,00")
    second = message(":61:251231C5,00NTRFX", opening="C251230EUR990,00", closing="C251231EUR995,00")
    found = statement_of(read_mt940(first + second), "u")
    assert found.info.accounts == ()
    assert (found.info.opening_balance, found.info.closing_balance) == (1000, 995)
    assert found.info.proof.status == "proven"
    assert [line.transaction_id for line in found.transactions] == ["u-1", "u-2"]
    assert min(line.confidence for line in found.transactions) > 0.99


def test_messages_that_do_not_follow_are_accounts_of_their_own():
    first = message(":61:251230D10,00NTRFX", closing="C251230EUR990,00")
    other = message(":61:251230D1,00NTRFX", opening="D251230USD5,00", closing="D251230USD6,00")
    info = statement_of(read_mt940(first + other), "u").info
    assert [account.opening_balance for account in info.accounts] == [1000, -5]


def test_a_file_of_several_currencies_has_the_usual_one_in_doubt():
    first = message(":61:251230D10,00NTRFX", closing="C251230EUR990,00")
    other = message(":61:251230D1,00NTRFX", opening="D251230USD5,00", closing="D251230USD6,00")
    far = message(":61:251230D1,00NTRFX", opening="D251230USD7,00", closing="D251230USD8,00")
    info = statement_of(read_mt940(first + other + far), "u").info
    assert [account.currency for account in info.accounts] == ["EUR", "USD", "USD"]
    assert info.currency == "USD"
    assert info.provenance["currency"].confidence < 0.5


def test_a_balance_that_does_not_follow_is_a_gap():
    info = statement_of(
        read_mt940(message(":61:251230D10,00NTRFX", closing="C251230EUR995,00")), "u"
    ).info
    assert info.proof.status == "gaps"
    (gap,) = info.proof.gaps
    assert (gap.expected, gap.printed, gap.difference) == (990, 995, 5)


def test_interim_reports_have_totals_and_no_balances():
    content = (
        b":20:X\n:25:1\n:28C:1\n:34F:EURD0,\n:61:251230D10,00NTRFX\n:90D:1EUR10,00\n:90C:0EUR0,\n"
    )
    file = read_mt940(content)
    assert file.format_name == "MT942"
    assert file.ledgers[0].total_debits == 10


def test_the_envelope_of_the_network_is_left_out():
    content = b"{1:F01X}{2:O940}{4:\r\n:20:A\r\n:25:1\r\n:60F:C251230EUR1,00\r\n-}{5:}"
    assert read_mt940(content).ledgers[0].opening == 1


def test_lines_that_are_no_movement_are_counted():
    file = read_mt940(message(":61:nothing of the kind"))
    assert file.warnings == ("1 lines (:61:) could not be read.",)


def test_a_file_without_an_account_is_refused():
    with pytest.raises(UnreadableBankFileError):
        read_mt940(b":20:X\n-\n")


def test_dialects_of_sub_fields_and_headers_are_read():
    content = (
        b":940:\n:20:940S260102\n:25:NL50RABO0123456789 EUR\n:28C:0\n"
        b":60F:C251231EUR000000001000,00\n"
        b":61:260102D000000000500,00N541NONREF\nNL66RABO0160112276\n"
        b":86:/EREF/02-01-2026 22:46 1120000/BENM//NAME/Example Shop/REMI/Order 5/ISDT/2026-01-01\n"
        b":62F:C260102EUR000000000500,00\n:64:C260102EUR500,00\n:86:/SUM/1/0/500,00/0,00/\n"
    )
    (ledger,) = read_mt940(content).ledgers
    (entry,) = ledger.entries
    assert (entry.amount, entry.counterparty) == (-500, "Example Shop")
    assert (ledger.closing, ledger.iban) == (500, None)


def test_fields_that_are_cut_within_their_marks_are_joined():
    (entry,) = entries(
        ":61:2512301230C11,90NTRFNONREF",
        ":86:?00Gutschrift?20Rechnung 123456789012345678?2",
        "190?32Muster",
    )
    assert entry.description == "Gutschrift Rechnung 12345678901234567890 Muster"


def test_other_signs_between_sub_fields_keep_the_words_and_give_the_name():
    (entry,) = entries(
        ":61:2512301230C11,90NTRFNONREF", ":86:020~00PRZELEW~20Faktura 5~32FIRMA~33 SPOLKA"
    )
    assert entry.counterparty == "FIRMA SPOLKA"
    assert "Faktura 5" in entry.description
