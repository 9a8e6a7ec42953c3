import datetime as dt
from decimal import Decimal

from pages._parts.dashboard import charts

MARCH = dt.date(2024, 3, 1)


def test_markup_in_a_name_is_not_read_by_the_chart():
    rows = [{"month": MARCH, "vendor_name": "<b>A</b> & Co", "amount": Decimal("5.00")}]
    figure = charts.spend_chart(rows, "EUR")
    assert figure.data[0].name == "&lt;b&gt;A&lt;/b&gt; &amp; Co"


def test_a_bar_says_its_exact_amount():
    amount = Decimal("12345678901234.56")
    rows = [{"month": MARCH, "money_in": amount, "money_out": Decimal(0)}]
    figure = charts.cash_chart(rows, "EUR")
    assert figure.data[0].customdata[0] == "12,345,678,901,234.56\u00a0EUR"


def test_the_funnel_says_files_and_invoices():
    rows = [{"step": "uploaded", "files": 3, "invoices": 12}]
    (bar,) = charts.funnel_chart(rows).data
    assert (bar.y, bar.text, bar.customdata[0]) == (("Uploaded",), ("3 files",), "12 invoices")


def test_correctness_shows_how_sure_a_small_share_is():
    rows = [{"kind": "match", "expected": 0.9, "records": 10, "records_right": 9}]
    _, points = charts.correctness_chart(rows).data
    assert points.y[0] == 0.9
    assert points.error_y.arrayminus[0] > 0.25


def test_a_bar_of_spend_knows_its_vendor():
    rows = [
        {"month": MARCH, "vendor_name": name, "amount": Decimal(9 - n)}
        for n, name in enumerate(("A", "B", None, "D", "E", "F", "G"))
    ]
    assert charts.vendors_of(rows) == ["A", "B", None, "D", "E", None]


def test_reading_time_stands_by_month_and_way():
    rows = [{"month": MARCH, "way": "scan", "median_seconds_per_page": 2.5, "pages": 4}]
    (bar,) = charts.speed_chart(rows).data
    assert (bar.name, bar.y, bar.customdata[0]) == ("Scanned", (2.5,), "4 pages")
