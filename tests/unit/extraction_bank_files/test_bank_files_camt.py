"""CAMT messages of every kind and version."""

import datetime as dt
from decimal import Decimal

import pytest

from engine.errors import DamagedFileError, UnsafeXmlError
from engine.extraction.bank_files import read_bank_file, statement_of
from engine.reading import bank_sniff


def balance(code, amount, side="CRDT"):
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy='EUR'>{amount}</Amt>"
        f"<CdtDbtInd>{side}</CdtDbtInd><Dt><Dt>2025-12-31</Dt></Dt></Bal>"
    )


def entry(amount, side="DBIT", details="", more="", status="<Sts>BOOK</Sts>"):
    return (
        f"<Ntry><Amt Ccy='EUR'>{amount}</Amt><CdtDbtInd>{side}</CdtDbtInd>{status}"
        "<BookgDt><Dt>2025-12-30</Dt></BookgDt><ValDt><DtTm>2025-12-31T10:00:00+01:00</DtTm></ValDt>"
        f"<NtryDtls>{details}</NtryDtls>{more}</Ntry>"
    )


def message(*parts, kind="BkToCstmrStmt", part="Stmt", space="urn:iso:std:iso:20022:tech:xsd:x"):
    body = "".join(parts)
    return (
        f"<?xml version='1.0' encoding='UTF-8'?><Document xmlns='{space}'><{kind}><GrpHdr/>"
        f"<{part}><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy>"
        f"<Ownr><Nm>Muster GmbH</Nm></Ownr></Acct>{body}</{part}></{kind}></Document>"
    ).encode()


def read(content):
    return read_bank_file(content, bank_sniff.CAMT, "x.xml")


DETAIL = (
    "<TxDtls><Refs><EndToEndId>E2E-1</EndToEndId></Refs><RltdPties><Cdtr>{name}</Cdtr></RltdPties>"
    "<RmtInf><Ustrd>Invoice 17</Ustrd></RmtInf></TxDtls>"
)


@pytest.mark.parametrize(
    ("kind", "part", "name"),
    [
        ("BkToCstmrStmt", "Stmt", "CAMT.053"),
        ("BkToCstmrAcctRpt", "Rpt", "CAMT.052"),
        ("BkToCstmrDbtCdtNtfctn", "Ntfctn", "CAMT.054"),
    ],
)
def test_every_kind_of_message_is_read(kind, part, name):
    file = read(message(entry("10.00"), kind=kind, part=part))
    assert file.format_name == name
    assert file.entries[0].amount == Decimal("-10.00")


@pytest.mark.parametrize("name", ["<Nm>Energie AG</Nm>", "<Pty><Nm>Energie AG</Nm></Pty>"])
def test_names_are_where_old_and_new_versions_have_them(name):
    file = read(message(entry("10.00", details=DETAIL.format(name=name))))
    (found,) = file.entries
    assert found.counterparty == "Energie AG"
    assert found.reference == "E2E-1"
    assert found.description == "Invoice 17 Energie AG"
    assert found.date == dt.date(2025, 12, 30)
    assert found.value_date == dt.date(2025, 12, 31)


def test_a_batch_is_one_movement_that_names_its_parts():
    details = DETAIL.format(name="<Nm>A</Nm>") + DETAIL.format(name="<Nm>B</Nm>")
    (found,) = read(message(entry("30.00", details=details))).entries
    assert found.amount == -30
    assert found.counterparty is None
    assert "A" in found.description and "B" in found.description


def test_a_reversal_keeps_the_sign_of_its_indicator():
    (found,) = read(message(entry("5.00", "CRDT", more="<RvslInd>true</RvslInd>"))).entries
    assert (found.amount, found.note) == (5, "A reversal of an earlier entry.")


def test_entries_that_are_not_booked_say_so():
    for status in ("<Sts>PDNG</Sts>", "<Sts><Cd>PDNG</Cd></Sts>"):
        (found,) = read(message(entry("5.00", status=status))).entries
        assert "pending" in found.checks[0]


def test_balances_prove_the_rows():
    content = message(balance("OPBD", "100.00"), balance("CLBD", "10.00", "DBIT"), entry("110.00"))
    found = statement_of(read(content), "u")
    assert (found.info.opening_balance, found.info.closing_balance) == (100, -10)
    assert found.info.proof.status == "proven"
    assert found.info.account_name == "Muster GmbH"
    assert found.transactions[0].confidence > 0.99


def test_an_envelope_around_the_message_is_looked_through():
    inner = message(entry("1.00")).split(b"?>", 1)[1]
    assert len(read(b"<Envelope><Body>" + inner + b"</Body></Envelope>").entries) == 1


def test_entities_are_refused_unread():
    laughs = b"<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>"
    content = message(entry("1.00")).replace(b"?>", b"?>" + laughs, 1)
    with pytest.raises(UnsafeXmlError):
        read(content)


def test_a_message_that_breaks_off_is_damaged():
    with pytest.raises(DamagedFileError):
        read(message(entry("1.00"))[:-30])
