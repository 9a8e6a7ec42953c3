"""Lines that cancel each other and moves between own accounts take no part in matching."""

import datetime as dt
from decimal import Decimal

import pytest

from engine.matching.inputs import BankLine, OpenInvoice
from engine.matching.ledger import build_ledger
from engine.matching.matcher import match
from engine.matching.options import MatchOptions


def _line(key: str, day: int, amount: str, text: str, account: str = "DE1") -> BankLine:
    return BankLine(
        transaction_id=key,
        account_number=account,
        date=dt.date(2025, 3, day),
        amount=Decimal(amount),
        currency="EUR",
        description=text,
    )


def _bill(key: str, total: str, **values: object) -> OpenInvoice:
    row = {
        "invoice_id": key,
        "invoice_number": f"2025-{key}",
        "invoice_date": dt.date(2025, 3, 1),
        "due_date": dt.date(2025, 3, 8),
        "vendor_name": "Kopitron Reinigung e.K.",
        "currency": "EUR",
        "total_amount": Decimal(total),
    }
    return OpenInvoice(**{**row, **values})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "RUECKUEBERWEISUNG Kopitron Reinigung",
        "STORNO BONIFICO Kopitron Rein",
        "ÅTERTAGEN BETALNING Kopitron",
        "RETURNED PAYMENT R01 Kopitron Reinigung",
        "クミモドシ Kopitron Reinigung",
    ],
)
def test_a_return_cancels_its_payment_and_the_second_try_pays(text: str) -> None:
    lines = [
        _line("T1", 7, "-696.91", "UEBERWEISUNG Kopitron Reinigung Re 2025-88"),
        _line("T2", 12, "696.91", text),
        _line("T3", 20, "-696.91", "UEBERWEISUNG Kopitron Reinigung Re 2025-88"),
    ]
    found = match([_bill("88", "696.91")], lines, MatchOptions())
    assert [m.transaction_ids for m in (*found.matched, *found.partial)] == [("T3",)]
    (pair,) = found.unmatched.set_aside
    assert (pair.kind, pair.transaction_ids) == ("reversal", ("T1", "T2"))
    assert found.unmatched.bank_transactions == ("T1", "T2")


def test_a_collected_debit_that_comes_back_is_called_so() -> None:
    lines = [
        _line("T1", 7, "54.24", "SEPA-LASTSCHRIFT Zeller Verpackungen"),
        _line("T2", 9, "-54.24", "RUECKLASTSCHRIFT AC04 Zeller Verpackungen"),
    ]
    assert [s.kind for s in build_ledger([], lines).set_aside] == ["returned_debit"]


def test_opposite_amounts_of_two_parties_do_not_cancel() -> None:
    lines = [
        _line("T1", 7, "-250.00", "UEBERWEISUNG Kopitron Reinigung"),
        _line("T2", 9, "250.00", "GUTSCHRIFT Zeller Verpackungen Re 17"),
        _line("T3", 11, "250.00", "STORNO Meier Bau"),
    ]
    assert build_ledger([], lines).set_aside == ()


def test_money_given_back_for_a_credit_note_stays() -> None:
    lines = [
        _line("T1", 7, "-250.00", "UEBERWEISUNG Kopitron Reinigung 2025-1"),
        _line("T2", 9, "250.00", "UEBERWEISUNG Kopitron Reinigung 2025-1"),
    ]
    bills = [_bill("1", "250.00"), _bill("2", "-250.00", document_type="credit_note")]
    assert build_ledger(bills, lines).set_aside == ()


def test_a_move_between_own_accounts_is_set_aside() -> None:
    lines = [
        _line("T1", 7, "-5000.00", "VIR COMPTE A COMPTE 465260", "FR1"),
        _line("T2", 8, "5000.00", "VIR COMPTE A COMPTE 124696", "FR2"),
        _line("T3", 8, "5000.00", "VIR RECU Mercier Masson", "FR2"),
    ]
    (pair,) = build_ledger([], lines).set_aside
    assert (pair.kind, pair.transaction_ids) == ("own_transfer", ("T1", "T2"))


def test_equal_rents_of_two_accounts_are_no_move() -> None:
    lines = [
        _line("T1", 7, "-900.00", "RENT MARCH", "GB1"),
        _line("T2", 7, "900.00", "RENT MARCH", "GB2"),
    ]
    assert build_ledger([], lines).set_aside == ()
