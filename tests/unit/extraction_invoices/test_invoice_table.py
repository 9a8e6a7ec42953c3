"""Items under the head of a table."""

from decimal import Decimal

import pytest
from drawn_pages import drawn, read, sheet

from engine.extraction.invoices.lines.columns import columns_of, find_heads
from engine.extraction.invoices.lines.lines_table import find_items
from engine.extraction.invoices.sheet.candidates import find_candidates
from engine.extraction.invoices.sheet.layout import sheet_of
from engine.extraction.invoices.sheet.segmenting import rows_of


def items_of(text):
    table = find_items(*read(text))
    return [
        (" ".join(s.text for s in item.description), str(item.amount.value.value))
        for item in table.items
    ]


@pytest.mark.parametrize(
    ("head", "roles"),
    [
        ("Description    Qty    Unit price    Amount",
         ["description", "quantity", "unit_price", "amount"]),
        ("What      How many   Each    Sum", ["description", "quantity", "unit_price", "amount"]),
        ("Bezeichnung    Menge    Einzelpreis    MwSt    Gesamt",
         ["description", "quantity", "unit_price", "tax_rate", "amount"]),
        ("Particulars     No.      EUR", ["description", "other", "amount"]),
        ("Particulars   Net EUR", ["description", "net"]),
    ],
)  # fmt: skip
def test_heads_name_their_columns(head, roles):
    assert [column.role for column in columns_of(sheet(head).rows[0])] == roles


def test_a_line_with_amounts_is_no_head():
    assert find_heads(sheet("Item   total price   5.00   qty 1")) == []


def test_words_that_wrap_belong_to_their_item():
    text = """
    Description               Qty      Price      Amount
    Oak table                   1     400.00      400.00
    with two drawers
    Chair                       4      50.00      200.00
    Total                                         600.00
    """
    assert items_of(text) == [("Oak table with two drawers", "400.00"), ("Chair", "200.00")]


def test_a_quantity_with_its_unit_is_read():
    table = find_items(
        *read("""
    Description               Qty        Price      Amount
    Consulting                2 hours    30.00       60.00
    """)
    )
    assert table.items[0].quantity.value.value == 2


def test_rates_of_tax_are_read_from_their_column():
    table = find_items(
        *read("""
    Description            Qty     VAT      Price      Amount
    Book                     1     7%       10.00       10.00
    Lamp                     1     19 %     20.00       20.00
    """)
    )
    assert [item.tax_rate[0] for item in table.items] == [7, 19]


def test_sums_carried_lines_and_what_follows_are_no_items():
    text = """
    Description               Qty      Price      Amount
    Brought forward                               100.00
    Chair                       4      50.00      200.00
    Stool                       1      40.00       40.00
                                                  240.00
    VAT                                            50.40
    Bank fees may apply         1      10.00       10.00
    """
    assert items_of(text) == [("Chair", "200.00"), ("Stool", "40.00")]


def test_a_label_of_a_sum_inside_an_item_does_not_end_the_table():
    text = """
    Description               Qty      Price      Amount
    Subtotal hardware           1     100.00      100.00
    Tax advice                  2      80.00      160.00
    """
    assert [amount for _, amount in items_of(text)] == ["100.00", "160.00"]


def test_a_table_goes_on_under_its_repeated_head():
    text = """
    Description               Qty      Price      Amount
    {}                          1      10.00       10.00
    """
    pages = [drawn(text.format("First "), 1), drawn(text.format("Second"), 2)]
    rows = rows_of(pages[0])
    rows += rows_of(pages[1], len(rows))
    both = sheet_of(pages, rows)
    table = find_items(both, find_candidates(both))
    assert [item.amount.segment.page for item in table.items] == [1, 2]
    assert sum(item.amount.value.value for item in table.items) == Decimal(20)


def test_a_page_without_a_table_has_no_items():
    assert items_of("Total 5.00") == []
