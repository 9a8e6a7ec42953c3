import datetime as dt
from decimal import Decimal

from pages._parts import charts

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


def test_confidence_begins_at_the_lowest_that_there_is():
    rows = [
        {"kind": "invoice", "from_confidence": step / 20, "records": int(step == 15)}
        for step in range(20)
    ]
    figure = charts.confidence_chart(rows)
    assert list(figure.data[0].x) == ["75% –", "80% –", "85% –", "90% –", "95% –"]
