from decimal import Decimal

import pytest
from matching_rows import RATES, invoice, line

from engine.matching.currencies import is_even_charge
from engine.matching.exchange import Exchange
from engine.matching.ledger import build_ledger
from engine.matching.treatment import settle


def settled(bill, payment, rates=None):
    ledger = build_ledger([bill], [payment])
    return settle(ledger.bills[0], ledger.payments[0], Exchange(rates, ledger.home))


@pytest.mark.parametrize(
    ("amount", "paid", "shape", "treatment"),
    [
        ("100.00", "-100.00", "exact", None),
        ("100.00", "-100.02", "rounding", "rounding"),
        ("500.00", "-520.00", "fee", "fee"),
        ("500.00", "-300.00", "short", "open"),
        ("500.00", "-700.00", "over", "overpayment"),
    ],
)
def test_a_difference_has_one_meaning(amount, paid, shape, treatment):
    settlement = settled(invoice("1", amount), line("t", paid))
    assert (settlement.shape, settlement.treatment) == (shape, treatment)


def test_a_discount_counts_by_the_terms_and_their_days():
    bill = invoice("1", "100.00", discount=("2", 10))
    assert settled(bill, line("t", "-98.00", days=9)).shape == "discount"
    assert settled(bill, line("t", "-98.00", days=25)).shape == "late_discount"


def test_a_fee_lowers_what_we_receive_and_raises_what_we_pay():
    sale = invoice("1", "500.00", direction="receivable", customer_name="Buyer")
    assert settled(sale, line("t", "480.00")).shape == "fee"
    assert settled(sale, line("t", "520.00")).shape == "over"
    assert settled(invoice("1", "499.00"), line("t", "-480.00")).shape == "short"


def test_far_more_than_billed_settles_nothing():
    assert settled(invoice("1", "100.00"), line("t", "-900.00")) is None


def test_currencies_meet_only_by_a_rate():
    bill = invoice("1", "1000.00", currency="USD")
    assert settled(bill, line("t", "-920.00")) is None
    settlement = settled(bill, line("t", "-907.50"), RATES)  # 31 March: 0.92
    assert settlement.shape == "exchange"
    assert (settlement.billed, settlement.difference) == (-92000, -1250)
    assert settled(bill, line("t", "-700.00"), RATES) is None
    assert (
        settled(invoice("1", "1000.00", currency="SEK"), line("t", "-920"), {"2024-03": {}}) is None
    )


def test_rates_hold_from_their_month_on_and_backwards_from_the_first():
    day = line("t", "-1").date.toordinal()
    exchange = Exchange(RATES, "EUR")
    assert exchange.convert(10_000, "USD", "EUR", day) == 9200
    assert exchange.convert(10_000, "USD", "EUR", day + 300) == 9000
    assert exchange.convert(10_000, "USD", "EUR", day - 300) == 9200
    assert exchange.convert(9200, "EUR", "USD", day) == 10_000


def test_the_base_of_the_rates_is_the_currency_at_one_or_the_accounts_own():
    day = line("t", "-1").date.toordinal()
    named = Exchange({"2024-03": {"EUR": 1.0, "USD": 0.5}}, "SEK")
    assert named.convert(1000, "USD", "EUR", day) == 500
    assert named.convert(1000, "SEK", "EUR", day) is None
    assert Exchange(RATES, "SEK").convert(1000, "EUR", "SEK", day) is None


def test_currencies_with_other_decimals_are_converted_to_theirs():
    day = line("t", "-1").date.toordinal()
    exchange = Exchange({"2024-03": {"KWD": 3.0}}, "EUR")
    assert exchange.convert(1_000, "KWD", "EUR", day) == 300
    assert exchange.convert(300, "EUR", "KWD", day) == 1_000


def test_a_credit_note_counts_as_money_back_whatever_its_sign():
    for amount in ("-50.00", "50.00"):
        note = invoice("1", amount, document_type="credit_note")
        ledger = build_ledger([note], [line("t", "50.00")])
        assert ledger.bills[0].effect == 5000
    sale = invoice("1", "50.00", document_type="credit_note", direction="receivable")
    assert build_ledger([sale], []).bills[0].effect == -5000


def test_what_is_left_to_pay_counts_rather_than_the_total():
    bill = invoice("1", "100.00", amount_due=Decimal("70.00"))
    assert settled(bill, line("t", "-70.00")).shape == "exact"


@pytest.mark.parametrize(
    ("amount", "paid", "text", "shape", "percent"),
    [
        ("287.00", "229.60", "RITENUTA 57.40", "withholding", "20"),
        ("4264.81", "3565.66", "SALDO FATTURA", "withholding", "20"),
        ("768.68", "753.31", "TDS 194C", "withholding", "2"),
        ("1929.60", "1930.00", "", "whole", ""),
        ("2888.30", "2888.00", "", "whole", ""),
        ("1900.00", "1862.00", "LESS 2% DISC", "usual_discount", "2"),
        ("500.00", "480.00", "", "fee", ""),
    ],
)
def test_what_is_taken_off_has_a_name(amount, paid, text, shape, percent):
    sale = invoice("1", amount, direction="receivable", customer_name="Buyer")
    settlement = settled(sale, line("t", paid, f"BUYER {text}"))
    assert (settlement.shape, settlement.percent) == (shape, percent)


def test_a_known_net_sum_is_what_tax_is_withheld_from():
    sale = invoice(
        "1", "1220.00", direction="receivable", customer_name="Buyer", subtotal=Decimal("1000.00")
    )
    settlement = settled(sale, line("t", "1020.00", "BUYER"))
    assert (settlement.shape, settlement.percent, settlement.is_net) == ("withholding", "20", True)


def test_a_discount_may_be_reckoned_on_the_net_sum():
    bill = invoice("1", "1800.00", discount=("2", 14))
    assert settled(bill, line("t", "-1770.00", days=10)).shape == "discount"


def test_sums_of_a_small_unit_are_rounded_to_more():
    bill = invoice("1", "6028", currency="JPY")
    assert settled(bill, line("t", "-6000", currency="JPY")).shape == "whole"
    assert settled(invoice("1", "6028"), line("t", "-6000")).shape != "whole"


def test_where_there_are_no_cents_a_whole_sum_is_no_proof_of_a_fee():
    sale = invoice(
        "1", "66000", direction="receivable", customer_name="Buyer", currency="JPY", subtotal=None
    )
    withheld = settled(sale, line("t", "59261", "BUYER", currency="JPY"))
    assert (withheld.shape, withheld.percent) == ("withholding", "10.21")
    assert settled(sale, line("t", "65560", "BUYER", currency="JPY")).shape == "fee"


@pytest.mark.parametrize(
    ("units", "currency", "is_even"),
    [(2500, "EUR", True), (2537, "EUR", False), (553_600, "JPY", False), (44_000, "JPY", True)],
)
def test_banks_charge_even_sums(units, currency, is_even):
    assert is_even_charge(units, currency, 50) is is_even
