"""Tables of the review: mends, running sums, windows over long statements, edits of lists."""

import datetime as dt
from decimal import Decimal

import made_rows as made
import pytest

from engine.errors import InvalidInputError
from engine.presentation.field_looks import choices, reasons_told
from engine.presentation.invoice_table import invoice_table, table_sums
from engine.presentation.item_rows import item_rows, item_sum
from engine.presentation.line_rows import (
    SHOWN_LINES,
    line_cells,
    line_index,
    line_marks,
    line_window,
    line_words,
    page_of_place,
    printed_cells,
    shown_columns,
)
from engine.presentation.mends import header_mends, invoice_mends, line_mends, statement_mends
from engine.presentation.record_edits import free_ids, join_lines, split_line, with_after, without
from engine.presentation.statement_proof import verdict
from engine.records import (
    BalanceGap,
    FieldLook,
    Finding,
    LineItem,
    OtherValue,
    Provenance,
    Repair,
    StatementProof,
)

D = Decimal


def offers(mends):
    return {mend.field: mend.text for mend in mends}


def test_each_sum_that_could_be_wrong_is_offered_what_the_others_make():
    invoice = made.invoice(subtotal=D("100.00"), tax_amount=D("19.00"), total_amount=D("120.00"))
    assert offers(invoice_mends(invoice)) == {
        "total_amount": "119.00",
        "tax_amount": "20.00",
        "subtotal": "101.00",
    }


def test_what_a_person_said_is_not_offered_to_be_mended():
    said = Provenance(page=1, bbox=None, text=None, confidence=1.0, source="user")
    invoice = made.invoice(
        subtotal=D("100.00"),
        tax_amount=D("19.00"),
        total_amount=D("120.00"),
        provenance={"total_amount": said},
    )
    assert "total_amount" not in offers(invoice_mends(invoice))


def test_a_missing_sum_is_offered_and_sums_that_hold_are_left_alone():
    missing = made.invoice(subtotal=D("100.00"), total_amount=D("119.00"))
    assert offers(invoice_mends(missing)) == {"tax_amount": "19.00"}
    whole = made.invoice(subtotal=D(100), tax_amount=D(19), total_amount=D(119))
    assert invoice_mends(whole) == ()
    charged = made.invoice(
        subtotal=D(100), tax_amount=D(19), charges=D(5), total_amount=D("124.00")
    )
    assert invoice_mends(charged) == ()


def test_lines_that_make_another_net_amount_offer_it():
    invoice = made.invoice(
        subtotal=D("90.00"), total_amount=D("90.00"), line_items=(LineItem(amount=D("80.00")),)
    )
    assert invoice_mends(invoice)[-1].text == "80.00"


def test_a_line_whose_figures_disagree_offers_the_third():
    item = LineItem(quantity=D(3), unit_price=D("2.00"), amount=D("9.00"))
    invoice = made.invoice(line_items=(item, LineItem(quantity=D(1), unit_price=D(2))))
    found = line_mends(invoice)
    assert offers(found[0]) == {"amount": "6.00", "unit_price": "3.00"}
    assert offers(found[1]) == {"amount": "2.00"}


def gapped(**gap):
    lines = (
        made.transaction("b1-1", amount=D("-100.00"), balance=D("900.00")),
        made.transaction("b1-2", amount=D("-10.00"), balance=D("800.00")),
    )
    found = BalanceGap(expected=D("890.00"), printed=D("800.00"), difference=D("-90.00"), **gap)
    info = made.statement_info(proof=StatementProof(status="gaps", gaps=(found,)))
    return made.bank_document("b1", *lines, info=info)


def test_a_gap_is_closed_by_the_amount_or_by_the_balance():
    document = gapped(transaction="b1-2", after_transaction="b1-1")
    mends = statement_mends(document)
    assert offers(mends["b1-2"]) == {"amount": "−100.00", "balance": "890.00"}
    assert header_mends(document) == ()


def test_a_gap_over_several_lines_offers_no_amount():
    document = gapped(transaction="b1-2")
    assert offers(statement_mends(document)["b1-2"]) == {"balance": "890.00"}


def test_a_closing_balance_that_does_not_follow_is_mended_in_the_header():
    assert offers(header_mends(gapped())) == {
        "closing_balance": "890.00",
        "opening_balance": "910.00",
    }


def invoice_with(*amounts, **changes):
    items = tuple(LineItem(description="x", amount=amount) for amount in amounts)
    return made.invoice(line_items=items, **changes)


def test_the_sum_runs_along_the_lines_until_an_amount_is_unknown():
    invoice = invoice_with(D("10.00"), D("5.50"), None, D("1.00"), subtotal=D("20.00"))
    assert [row.running for row in item_rows(invoice)] == ["10.00", "15.50", "–", "–"]
    assert item_sum(invoice).sentence == "1 line has no amount, so there is no sum."


@pytest.mark.parametrize(
    ("subtotal", "state", "said"),
    [
        (D("15.50"), "sure", "2 lines: 15.50 = net amount."),
        (D("20.00"), "failed", "2 lines: 15.50, 4.50 less than the net amount 20.00."),
        (None, "failed", "2 lines: 15.50, 103.50 less than the total 119.00."),
    ],
)
def test_the_lines_are_held_against_the_sum(subtotal, state, said):
    found = item_sum(invoice_with(D("10.00"), D("5.50"), subtotal=subtotal))
    assert (found.state, found.sentence) == (state, said)


def test_cells_of_items_say_what_is_doubtful_or_changed():
    invoice = made.invoice(
        line_items=(LineItem(quantity=D("2.50"), unit_price=D(4), tax_rate=D("19.00")),),
        checks=("Line 1: 2 × 4 is 8.00, but the line says 9.00.",),
        provenance={
            "line_items[0].quantity": Provenance(
                page=1, bbox=None, text="2,5", confidence=1.0, source="user"
            ),
            "line_items[0].tax_rate": Provenance(
                page=1, bbox=None, text="19", confidence=0.2, source="ocr"
            ),
        },
    )
    (row,) = item_rows(invoice)
    assert row.marks == {"quantity": "changed", "tax_rate": "doubtful"}
    assert row.printed == {"quantity": "The page says “2,5”."}
    assert (row.state, row.cells["quantity"], row.cells["tax_rate"]) == ("failed", "2.5", "19")
    assert row.cells["unit_price"] == "4.00"


def many(count):
    lines = [
        made.transaction(f"b1-{n}", amount=D(n), description=f"Rent {n}") for n in range(count)
    ]
    lines[7] = made.transaction("b1-7", amount=None, confidence=0.2)
    return made.bank_document("b1", *lines)


def test_a_long_statement_is_shown_a_page_at_a_time():
    index = line_index(many(250))
    first, last = line_window(index, page=1), line_window(index, page=99)
    assert (len(first.places), first.pages, first.total) == (SHOWN_LINES, 3, 250)
    assert (last.page, last.places[0], len(last.places)) == (3, 200, 50)
    assert page_of_place(index.places["b1-200"]) == 3


def test_lines_are_found_by_words_amounts_and_need():
    document = many(250)
    index, words = line_index(document), line_words(document)
    found = line_window(index, page=1, search=" rent  24 ", words=words)
    assert found.places == (24, *range(240, 250))
    assert line_window(index, page=1, search="249.00", words=words).places == (249,)
    assert line_window(index, page=1, only_open=True).places == (7,)
    assert line_window(index, page=1, search="nothing like it", words=words).pages == 1


def test_cells_of_a_line_are_as_people_read_them():
    line = made.transaction(
        amount=D("-1234.50"),
        date=None,
        repairs=(Repair(field="balance", printed="8O.00", value="80.00", reason="It follows."),),
        provenance={
            "amount": Provenance(page=1, bbox=None, text="1.234,5O", confidence=1.0, source="user"),
            "description": Provenance(page=1, bbox=None, text="x", confidence=0.1, source="ocr"),
        },
    )
    cells = line_cells(line)
    assert (cells["amount"], cells["date"], cells["balance"]) == ("−1,234.50", "", "")
    assert line_marks(line) == {"date": "missing", "amount": "changed", "description": "doubtful"}
    assert printed_cells(line) == {
        "amount": "The page says “1.234,5O”.",
        "balance": "First read as “8O.00”.",
    }


def test_columns_that_say_nothing_are_left_out():
    assert shown_columns(made.bank_document("b1")) == ("date", "description", "amount", "type")


def test_lines_are_added_split_and_joined():
    lines = (
        made.transaction("b1-1", amount=D("-10"), balance=D("90"), description="Rent"),
        made.transaction("b1-2", amount=None, description="May", balance=D("80"), reference="R1"),
    )
    split = split_line(lines, 0, "b1-9")
    assert [line.transaction_id for line in split] == ["b1-1", "b1-9", "b1-2"]
    assert (split[0].balance, split[1].balance, split[1].amount) == (None, D("90"), None)
    (joined,) = join_lines(lines, [0, 1])
    assert (joined.transaction_id, joined.description) == ("b1-1", "Rent May")
    assert (joined.amount, joined.balance, joined.reference) == (D("-10"), D("80"), "R1")
    assert next(free_ids("b1", {"b1-1", "b1-2"})) == "b1-3"
    assert with_after("ab", 0, "x") == ("a", "x", "b")
    assert with_after("ab", None, "x") == ("a", "b", "x")
    assert without("abc", {1}) == ("a", "c")


@pytest.mark.parametrize("places", [[0], [0, 2]])
def test_only_neighbours_can_be_joined(places):
    lines = [made.transaction(f"b1-{n}") for n in range(3)]
    with pytest.raises(InvalidInputError):
        join_lines(lines, places)


def test_lines_of_two_currencies_cannot_be_joined():
    lines = [made.transaction("b1-1"), made.transaction("b1-2", currency="USD")]
    with pytest.raises(InvalidInputError):
        join_lines(lines, [0, 1])


def test_all_invoices_of_a_file_are_rows_with_their_doubts():
    document = made.invoice_document(
        "u1",
        made.invoice("u1-1", pages=(1, 2)),
        made.invoice("u1-2", total_amount=None, checks=("The lines add up to 5.00.",)),
    )
    first, second = invoice_table(document)
    assert (first.pages, first.cells["total_amount"], first.state) == ("1–2", "119.00", "sure")
    assert (second.marks["total_amount"], second.state) == ("missing", "failed")
    assert second.cells["invoice_date"] == "15 Jan 2026"
    assert table_sums(document).replace("\u00a0", " ") == "119.00 EUR"


def test_a_second_look_is_told_in_words():
    place = Provenance(page=2, bbox=None, text="03.04.2026", confidence=0.9, source="text")
    look = FieldLook(
        findings=(
            Finding(name="hard to read", weight=-1.2, holds=True),
            Finding(name="said again", weight=0.7, holds=True),
            Finding(name="month in words", weight=-0.3, holds=False),
        ),
        others=(
            OtherValue(date=dt.date(2026, 4, 3), place=place, is_taken_back=True),
            OtherValue(number=D("5"), place=place),
            OtherValue(text="A-1", place=place),
        ),
    )
    assert reasons_told(look) == (
        "For it: said again",
        "Against it: not month in words",
        "Against it: hard to read",
    )
    found = choices(look, "EUR")
    assert [choice.text for choice in found] == ["3 Apr 2026", "5.00", "A-1"]
    assert "too doubtful" in found[0].reason


def test_the_verdict_groups_long_counts_of_rows():
    proof = StatementProof(status="proven", sentence="All 15000 rows agree with the balances.")
    assert verdict(proof) == "All 15,000 rows agree with the balances."
