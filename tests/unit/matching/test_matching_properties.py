"""What holds for any books: order does not matter, a stranger's line disturbs nobody, sums hold."""

import datetime as dt
import math
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from matching_rows import DAY, invoice, line, run

NAMES = ("Acme Tools Ltd", "Omega Print GmbH", "Brightwater Logistics SA", "Kestrel Foods Inc")
THRESHOLD = 0.75
DISTURBED_MOST = 0.02

amounts = st.integers(10_00, 9_000_00)
paying = st.sampled_from(("exact", "quoted", "named only", "part", "fee", "nothing"))
bills_to_pay = st.tuples(st.integers(0, 3), amounts, st.integers(0, 200), paying)


@st.composite
def books(draw):
    """A few invoices of a few vendors, each paid in some way, and two of one vendor at once."""
    invoices, lines = [], []
    for n, (party, cents, day, how) in enumerate(draw(st.lists(bills_to_pay, min_size=1))[:12]):
        issued = DAY + dt.timedelta(days=day)
        invoices.append(
            invoice(
                f"b{n:02d}",
                f"{Decimal(cents) / 100:.2f}",
                invoice_number=f"INV-{41000 + 37 * n}",
                invoice_date=issued,
                due_date=issued + dt.timedelta(days=30),
                vendor_name=NAMES[party],
            )
        )
        if how == "nothing":
            continue
        paid = {"part": cents // 3, "fee": cents + 1500}.get(how, cents)
        quote = f" INV-{41000 + 37 * n}" if how == "quoted" else ""
        lines.append(
            line(f"p{n:02d}", f"-{Decimal(paid) / 100:.2f}", NAMES[party] + quote, days=day + 25)
        )
    return invoices, lines


def both(result):
    return (*result.matched, *result.partial)


@settings(max_examples=25, deadline=None)
@given(books(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(rows, random):
    invoices, lines = rows
    first = run(invoices, lines)
    random.shuffle(invoices)
    random.shuffle(lines)
    assert run(invoices, lines) == first


@settings(max_examples=25, deadline=None)
@given(books(), st.integers(1, 99), st.integers(0, 200))
def test_a_stranger_s_line_leaves_sure_matches_as_they_are(rows, cents, day):
    invoices, lines = rows
    stranger = line("zz", f"-{3 + cents / 100:.2f}", "ZYXOMATIC PARKING 7", days=day)
    before = {m.transaction_ids: m for m in run(invoices, lines).matched}
    after = {m.transaction_ids: m for m in both(run(invoices, [*lines, stranger]))}
    for key, found in before.items():
        assert after[key].invoice_ids == found.invoice_ids
        assert abs(after[key].confidence - found.confidence) <= DISTURBED_MOST


@settings(max_examples=25, deadline=None)
@given(books())
def test_every_record_has_one_place_and_every_confidence_its_reasons(rows):
    invoices, lines = rows
    result = run(invoices, lines, suggest_from=0.05)
    held = [i for m in both(result) for i in m.invoice_ids]
    paid = [t for m in both(result) for t in m.transaction_ids]
    aside = set(result.unmatched.bank_transactions)
    assert sorted([*held, *result.unmatched.invoices]) == sorted(i.invoice_id for i in invoices)
    assert sorted([*paid, *aside]) == sorted(t.transaction_id for t in lines)
    for found in both(result):
        total = sum(reason.log_odds for reason in found.reasons)
        assert abs(1 / (1 + math.exp(-total)) - found.confidence) <= 0.0001
        assert 0 < found.money_at_stake <= found.amount_matched + abs(found.difference)
        assert all(other.confidence >= 0.05 for other in found.alternatives)


@settings(max_examples=25, deadline=None)
@given(books())
def test_what_is_tied_is_no_sure_match(rows):
    result = run(*rows, threshold=0.3)
    assert not any(found.is_tied for found in result.matched)
    for found in both(result):
        best = max((other.confidence for other in found.alternatives), default=0.0)
        assert (
            found.is_tied == (best >= 0.7 * found.confidence)
            or abs(best - 0.7 * found.confidence) < 0.001
        )
