"""OFX, QIF and BAI2."""

import datetime as dt
from decimal import Decimal

import pytest

from engine.extraction.bank_files import statement_of
from engine.extraction.bank_files.bai2 import read_bai2
from engine.extraction.bank_files.ledger import UnreadableBankFileError
from engine.extraction.bank_files.ofx import read_ofx
from engine.extraction.bank_files.qif import read_qif

SGML = b"""OFXHEADER:100
DATA:OFXSGML
ENCODING:USASCII
CHARSET:1252

<OFX><SIGNONMSGSRSV1><SONRS><FI><ORG>Muster<FID>1</FI></SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR
<BANKACCTFROM><BANKID>1<ACCTID>4711<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20251201<DTEND>20251231
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20251231120000[-5:EST]<TRNAMT>-12,50<FITID>1
<NAME>Caf\xe9 &amp; Bar<MEMO>
</STMTTRN>
<STMTTRN><TRNTYPE>FEE<DTPOSTED>20251231<TRNAMT>-1.00<FITID>2<NAME>Fee</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>86.50<DTASOF>20251231</LEDGERBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
"""


def test_tags_without_ends_are_read():
    file = read_ofx(SGML)
    (ledger,) = file.ledgers
    assert (ledger.account_number, ledger.bank_name, ledger.currency) == ("4711", "Muster", "EUR")
    assert (ledger.start, ledger.end) == (dt.date(2025, 12, 1), dt.date(2025, 12, 31))
    assert ledger.closing == Decimal("86.50")
    first, fee = ledger.entries
    assert (first.amount, first.date) == (Decimal("-12.50"), dt.date(2025, 12, 31))
    assert first.description == "Café & Bar"
    assert fee.type == "fee"


def test_xml_of_a_card_is_a_card_statement():
    text = (
        "<?xml version='1.0'?><?OFX OFXHEADER='200'?><OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS>"
        "<CCSTMTRS><CURDEF>USD</CURDEF><CCACCTFROM><ACCTID>9</ACCTID></CCACCTFROM><BANKTRANLIST>"
        "<STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20251231</DTPOSTED><TRNAMT>5</TRNAMT>"
        "<PAYEE><NAME>Shop</NAME></PAYEE></STMTTRN></BANKTRANLIST></CCSTMTRS></CCSTMTTRNRS>"
        "</CREDITCARDMSGSRSV1></OFX>"
    )
    found = statement_of(read_ofx(text.encode()), "u")
    assert found.info.statement_type == "card"
    (line,) = found.transactions
    assert (line.counterparty, line.confidence) == ("Shop", 0.8)
    assert "DEBIT" in line.checks[0]


def test_several_accounts_are_kept_apart():
    part = (
        "<STMTRS><CURDEF>USD<BANKACCTFROM><ACCTID>{}</BANKACCTFROM>"
        "<LEDGERBAL><BALAMT>{}</LEDGERBAL></STMTRS>"
    )
    text = f"<OFX>{part.format(1, 10)}{part.format(2, 20)}</OFX>"
    info = statement_of(read_ofx(text.encode()), "u").info
    assert [(a.account_number, a.closing_balance) for a in info.accounts] == [("1", 10), ("2", 20)]


def test_entities_of_a_document_type_are_never_expanded():
    text = "<!DOCTYPE a [<!ENTITY b 'boom'>]>" + SGML.decode("latin-1").replace("Fee", "&b;")
    assert "boom" not in read_ofx(text.encode()).entries[1].description


@pytest.mark.parametrize("content", [SGML[:-80], b"OFXHEADER:100\n<OFX></OFX>", b"<OFX"])
def test_ofx_that_breaks_off_or_is_empty_is_refused(content):
    with pytest.raises(UnreadableBankFileError):
        read_ofx(content)


def test_qif_records_end_at_a_caret():
    file = read_qif(
        b"!Account\nNCurrent\nTBank\n^\n!Type:Bank\nD12/31'25\nT-1,234.56\nPShop\nMGifts\nN102\n^\n"
        b"D1/ 5'26\nT10.00\nPSalary\n^\n!Type:CCard\nD01/13/26\nU-3.00\nPCafe\n"
    )
    bank, card = file.ledgers
    assert bank.account_number == "Current"
    assert [(e.date, e.amount) for e in bank.entries] == [
        (dt.date(2025, 12, 31), Decimal("-1234.56")),
        (dt.date(2026, 1, 5), Decimal("10.00")),
    ]
    assert bank.entries[0].description == "Shop Gifts"
    assert card.is_card and card.entries[0].amount == -3


def test_qif_with_days_first_and_an_opening_balance():
    file = read_qif(
        b"!Type:Bank\nD31.12.2025\nT100,00\nPOpening Balance\n^\nD02.01.2026\nT-1,50\n^"
    )
    (ledger,) = file.ledgers
    assert ledger.opening == 100
    assert [(e.date, e.amount) for e in ledger.entries] == [(dt.date(2026, 1, 2), Decimal("-1.50"))]


def test_qif_of_investments_alone_is_refused():
    with pytest.raises(UnreadableBankFileError):
        read_qif(b"!Type:Invst\nD1/1/25\nNBuy\n^\n")


BAI = b"""01,0004,12345,251231,0200,1,80,1,2/
02,12345,0004,1,251231,2359,USD,2/
03,0012345678,,010,100000,,,015,84950,,,400,20050,2,/
16,475,15000,0,BANKREF,1001,CHECK PAID/
16,495,5050,S,0,5050,0,B2,C2,WIRE OUT
88,TO ACME LTD
16,165,5000,Z,B3,,ACH CREDIT/
16,890,,,,,MESSAGE/
49,100000,6/
98,1,1,1/
99,1,1,1/
"""


def test_bai2_codes_give_the_sign_and_the_smallest_unit_is_cents():
    found = statement_of(read_bai2(BAI), "u")
    assert [line.amount for line in found.transactions] == [-150, Decimal("-50.50"), 50]
    assert found.transactions[1].description == "WIRE OUT TO ACME LTD"
    assert found.transactions[0].reference == "1001"
    assert (found.info.opening_balance, found.info.closing_balance) == (1000, Decimal("849.50"))
    assert found.info.proof.status == "proven"
    assert found.transactions[0].date == dt.date(2025, 12, 31)


def test_bai2_that_breaks_off_is_refused():
    with pytest.raises(UnreadableBankFileError):
        read_bai2(BAI.rpartition(b"99,")[0])
