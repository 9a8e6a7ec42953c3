import datetime as dt
import math
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matching_rows import DAY, RATES, invoice, line, pairs, run

from engine.records import encode


def test_equal_amount_and_name_match_with_reasons():
    result = run([invoice("1", "119.00")], [line("t", "-119.00", "SEPA ACME TOOLS INV-1")])
    [found] = result.matched
    assert (found.kind, found.settlement, found.amount_matched) == (
        "one_to_one",
        "full",
        Decimal("119.00"),
    )
    assert found.confidence >= 0.9
    evidence = " | ".join(reason.evidence for reason in found.reasons)
    assert "amount equal: 119.00 EUR" in evidence
    assert "Acme Tools Ltd" in evidence
    assert "1 day before the due date" not in evidence
    assert "on the due date" in evidence


def test_a_quoted_number_is_shown_as_evidence():
    [found] = run(
        [invoice("1", "80.00", invoice_number="2024-0343")],
        [line("t", "-80.00", "PAYMENT ACME TOOLS 2024-0343", days=34)],
    ).matched
    evidence = [reason.evidence for reason in found.reasons]
    assert "memo names 2024-0343" in evidence
    assert "4 days after the due date" in evidence


def test_a_part_payment_is_partial_and_says_what_stays_open():
    [found] = run(
        [invoice("20240343", "800.00")], [line("t", "-500.00", "ACME TOOLS INV-20240343")]
    ).partial
    assert found.settlement == "partial"
    assert (found.amount_matched, found.difference) == (Decimal("500.00"), Decimal("-300.00"))
    assert found.difference_treatment == "open"


def test_a_receivable_is_paid_by_money_that_comes_in():
    sale = invoice("1", "99.10", direction="receivable", customer_name="Beta Foods Ltd")
    result = run([sale], [line("in", "99.10", "BETA FOODS"), line("out", "-99.10", "BETA FOODS")])
    assert pairs(result.matched) == {(("1",), ("in",))}


def test_currencies_are_never_mixed_without_rates():
    dollars = invoice("1", "100.00", currency="USD")
    lines = [line("t", "-100.00", "ACME TOOLS INV-1"), line("u", "-92.00", "ACME TOOLS INV-1")]
    result = run([dollars], lines)
    assert result.matched == result.partial == ()
    exchanged = run([dollars], lines, rates=RATES)
    assert pairs((*exchanged.matched, *exchanged.partial)) == {(("1",), ("u",))}


def test_an_exchange_difference_is_named():
    dollars = invoice("77001", "1000.00", currency="USD")
    [found] = run([dollars], [line("t", "-928.00", "ACME TOOLS INV-77001")], rates=RATES).matched
    assert (found.currency, found.difference_treatment) == ("EUR", "exchange")
    assert (found.amount_matched, found.difference) == (Decimal("920.00"), Decimal("8.00"))


def test_an_invoice_without_currency_is_only_proposed_where_there_are_several():
    rows = [invoice("1", "119.00", currency=None)], [line("t", "-119.00", "ACME TOOLS INV-1")]
    assert pairs(run(*rows).matched) == {(("1",), ("t",))}
    mixed = run([*rows[0], invoice("2", "7.00", currency="USD")], rows[1])
    assert mixed.matched == ()
    assert pairs(mixed.partial) == {(("1",), ("t",))}


def test_a_tie_is_not_settled_but_shown_with_its_rival():
    twins = [invoice("1", "50.00"), invoice("2", "50.00", invoice_number="INV-2")]
    result = run(twins, [line("t", "-50.00", "ACME TOOLS")])
    assert result.matched == ()
    [found] = result.partial
    [rival] = [reason for reason in found.reasons if reason.name == "rivals"]
    assert "INV-2" in rival.evidence
    assert rival.score < 0


def test_a_tie_stays_a_tie_however_low_the_threshold():
    twins = [invoice("1", "50.00"), invoice("2", "50.00", invoice_number="INV-2")]
    assert run(twins, [line("t", "-50.00", "ACME TOOLS")], threshold=0.1).matched == ()


def test_the_reasons_add_up_to_the_confidence():
    bills = [invoice("10001", "50.00"), invoice("10002", "80.00")]
    lines = [line("t", "-50.00", "ACME TOOLS INV-10001"), line("u", "-70.00", "ACME TOOLS")]
    result = run(bills, lines)
    assert len((*result.matched, *result.partial)) == 2
    for found in (*result.matched, *result.partial):
        total = sum(reason.log_odds for reason in found.reasons)
        assert 1 / (1 + math.exp(-total)) == pytest.approx(found.confidence, abs=0.0001)


def test_a_quoted_number_decides_between_twins():
    twins = [invoice("10001", "50.00"), invoice("10002", "50.00")]
    result = run(twins, [line("t", "-50.00", "ACME TOOLS INV-10002")])
    assert pairs(result.matched) == {(("10002",), ("t",))}


def test_the_same_amount_every_month_goes_to_its_own_month():
    months = [DAY + dt.timedelta(days=30 * n) for n in range(6)]
    bills = [
        invoice(f"{n}", "250.00", invoice_date=day, due_date=day + dt.timedelta(days=14))
        for n, day in enumerate(months)
    ]
    lines = [line(f"t{n}", "-250.00", days=30 * n + 15) for n in range(6)]
    result = run(bills, lines)
    found = pairs((*result.matched, *result.partial))
    assert found == {((f"{n}",), (f"t{n}",)) for n in range(6)}


def test_a_batch_and_its_parts_do_not_share_an_invoice():
    bills = [invoice(f"5000{n}", amount) for n, amount in enumerate(["10.10", "20.20", "30.30"])]
    lines = [line("sum", "-60.60", "ACME TOOLS INV-50000 INV-50001 INV-50002")]
    result = run(bills, lines)
    [found] = result.matched
    assert (found.kind, len(found.invoice_ids)) == ("batch", 3)


def test_a_rejected_pair_is_never_proposed_again():
    rows = [invoice("1", "119.00")], [line("t", "-119.00", "ACME TOOLS INV-1")]
    result = run(*rows, rejected=frozenset({(("1",), ("t",))}))
    assert result.matched == result.partial == ()
    assert result.unmatched.invoices == ("1",)


def test_a_payment_long_after_the_window_is_not_proposed():
    rows = [invoice("1", "119.00")], [line("t", "-119.00", "ACME TOOLS INV-1", days=30 + 121)]
    assert run(*rows).unmatched.invoices == ("1",)
    assert run(*rows, date_window_days=200).unmatched.invoices == ()


def test_rows_without_amount_or_date_stay_unmatched():
    bare = [
        invoice("1", "0.00"),
        invoice("2", None),
        invoice("3", "5.00"),
    ]
    result = run(bare, [line("t", "-5.00", date=None)])
    assert result.unmatched.invoices == ("1", "2", "3")
    assert result.unmatched.bank_transactions == ("t",)


def test_nothing_on_either_side_is_an_empty_answer():
    result = run([], [])
    assert (result.matched, result.partial, result.unmatched.invoices) == ((), (), ())


def test_matches_are_valid_records():
    [found] = run([invoice("1", "119.00")], [line("t", "-119.00", "ACME TOOLS INV-1")]).matched
    assert '"amount_matched":119.00' in encode(found, max_bytes=100_000)


@pytest.mark.parametrize(
    ("bill", "memo", "paid", "sentence"),
    [
        ({"discount": ("2", 10)}, "ACME TOOLS", ("-490.00", 8), "paid in time"),
        ({"discount": ("2", 10)}, "ACME TOOLS INV-70001", ("-490.00", 30), "but paid late"),
        ({}, "ACME TOOLS INV-70001", ("-520.00", 30), "20.00 EUR more, as a bank's fee may be"),
        ({}, "ACME TOOLS INV-70001", ("-500.03", 30), "amount equal but for 0.03 EUR of rounding"),
        ({}, "ACME TOOLS INV-70001", ("-900.00", 30), "900.00 EUR paid for 500.00 EUR"),
        ({}, "ACME TOOLS INV-7OO01", ("-500.00", 30), "INV-70001 as INV7OO01, misread"),
        ({}, "ACME TOOLS INV-70010", ("-500.00", 30), "INV-70001 as INV70010, one character off"),
        ({"payment_reference": "RF18539007547034"}, "RF18 5390 0754 7034", ("-500.00", 30),
         "memo carries the creditor reference RF18539007547034, check digits right"),
        ({"counterparty_iban": "DE68602611959874202461"}, "IBAN DE68602611959874202461",
         ("-500.00", 30), "account number of Acme Tools Ltd"),
        ({"vendor_name": None, "due_date": None, "invoice_date": None}, "INV-70001",
         ("-500.00", 30), "the invoice has no date"),
        ({}, "CHQ 000123", ("-500.00", 31), "memo does not name Acme Tools Ltd"),
        ({}, "ACME TOOLS INV-81234", ("-500.00", 30), "memo names another number, INV81234"),
    ],
)  # fmt: skip
def test_every_kind_of_evidence_has_its_sentence(bill, memo, paid, sentence):
    amount, days = paid
    result = run(
        [invoice("70001", "500.00", **bill)], [line("t", amount, memo, days=days)], suggest_from=0.0
    )
    [found] = (*result.matched, *result.partial)
    assert sentence in " | ".join(reason.evidence for reason in found.reasons)


def test_instalments_are_one_match_with_their_pace():
    lines = [line(f"t{n}", "-250.00", "ACME TOOLS INV-70001", days=30 * n + 30) for n in range(4)]
    [found] = run([invoice("70001", "1000.00")], lines).matched
    assert (found.kind, found.difference) == ("instalments", Decimal("0.00"))
    evidence = " | ".join(reason.evidence for reason in found.reasons)
    assert "4 payments add up to 1,000.00 EUR of 1,000.00 EUR" in evidence
    assert "steps of 30 to 30 days" in evidence


def test_a_cheque_can_pay_neighbours_in_time():
    bills = [invoice("70001", "103.17"), invoice("70002", "58.44"), invoice("70003", "9.99")]
    result = run(bills, [line("t", "-161.61", "CHQ 000123")])
    [found] = (*result.matched, *result.partial)
    assert set(found.invoice_ids) == {"70001", "70002"}


NAMES = ("Acme Tools Ltd", "Beta Foods GmbH", "Gamma & Sons", None)
MEMOS = ("ACME TOOLS", "BETA FOODS INV-1", "CHQ 000012", "GAMMA SONS INV-2 INV-3", "ACME INV-4", "")


@st.composite
def ledgers(draw):
    amounts = st.sampled_from(["10.00", "20.00", "30.00", "33.33", "66.67", "100.00", "7.01"])
    count = draw(st.integers(0, 7))
    bills = [
        invoice(
            str(n),
            draw(amounts),
            vendor_name=draw(st.sampled_from(NAMES)),
            invoice_date=DAY + dt.timedelta(days=draw(st.integers(0, 60))),
            due_date=draw(st.sampled_from([None, DAY + dt.timedelta(days=40)])),
            currency=draw(st.sampled_from(["EUR", "EUR", "USD", None])),
            document_type=draw(st.sampled_from(["invoice", "invoice", "credit_note"])),
        )
        for n in range(count)
    ]
    lines = [
        line(
            f"t{n}",
            draw(st.sampled_from(["-", ""])) + draw(amounts),
            draw(st.sampled_from(MEMOS)),
            days=draw(st.integers(0, 120)),
            currency=draw(st.sampled_from(["EUR", "EUR", "USD", None])),
        )
        for n in range(draw(st.integers(0, 9)))
    ]
    return bills, lines


@settings(max_examples=120, deadline=None)
@given(ledgers(), st.randoms(use_true_random=False), st.sampled_from([None, RATES]))
def test_the_order_of_rows_changes_nothing(rows, random, rates):
    bills, lines = rows
    first = run(bills, lines, rates=rates)
    random.shuffle(bills)
    random.shuffle(lines)
    assert run(bills, lines, rates=rates) == first


@settings(max_examples=120, deadline=None)
@given(ledgers(), st.sampled_from([None, RATES]))
def test_every_row_is_used_once_and_no_cent_is_lost(rows, rates):
    bills, lines = rows
    result = run(bills, lines, rates=rates)
    matches = (*result.matched, *result.partial)
    used = [i for m in matches for i in m.invoice_ids] + list(result.unmatched.invoices)
    assert sorted(used) == sorted(b.invoice_id for b in bills)
    used = [t for m in matches for t in m.transaction_ids]
    used += result.unmatched.bank_transactions
    assert sorted(used) == sorted(t.transaction_id for t in lines)
    paid = {t.transaction_id: t.amount for t in lines}
    for found in matches:
        money = abs(sum(paid[t] for t in found.transaction_ids))
        assert money == found.amount_matched + max(found.difference, Decimal(0))
        assert found.reasons
        assert found.amount_matched > 0
        if found.settlement == "partial":
            assert found.difference_treatment == "open"


@settings(max_examples=60, deadline=None)
@given(ledgers())
def test_a_match_in_one_currency_settles_exactly_what_it_says(rows):
    bills, lines = rows
    result = run(bills, lines)
    billed = {b.invoice_id: b for b in bills}
    for found in (*result.matched, *result.partial):
        rows_of = [billed[i] for i in found.invoice_ids]
        assert {b.currency or found.currency for b in rows_of} == {found.currency}
        signed = sum(
            -abs(b.total_amount) if b.document_type == "credit_note" else b.total_amount
            for b in rows_of
        )
        assert abs(signed) + found.difference == found.amount_matched + max(found.difference, 0)


@pytest.mark.parametrize(
    "missing",
    [{"due_date": None}, {"invoice_date": None}, {"due_date": None, "invoice_date": None}],
    ids=["due", "issued", "both"],
)
def test_dates_that_are_missing_do_not_hinder_a_match(missing):
    bills = [invoice("70001", "500.00", **missing), invoice("70002", "81.00", **missing)]
    lines = [line("t", "-500.00", "ACME TOOLS INV-70001"), line("u", "-581.00", "ACME TOOLS")]
    assert (("70001",), ("t",)) in pairs(run(bills, lines).matched)
    [batch] = run(bills, lines[1:]).partial or run(bills, lines[1:]).matched
    assert set(batch.invoice_ids) == {"70001", "70002"}


@pytest.mark.parametrize("threshold", [0.0, 0.5, 0.999999])
def test_the_threshold_only_moves_matches_between_matched_and_partial(threshold):
    rows = [invoice("1", "119.00"), invoice("2", "50.00")], [line("t", "-119.00"), line("u", "-50")]
    default, other = run(*rows), run(*rows, threshold=threshold)
    assert pairs((*default.matched, *default.partial)) == pairs((*other.matched, *other.partial))
