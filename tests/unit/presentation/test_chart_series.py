import datetime as dt
from decimal import Decimal

from engine.presentation.series import monthly, months_of, spend_series

NOV, DEC, JAN, FEB = (dt.date(y, m, 1) for y, m in ((2023, 11), (2023, 12), (2024, 1), (2024, 2)))


def row(month, vendor, amount):
    return {"month": month, "vendor_name": vendor, "amount": Decimal(amount)}


def test_months_without_anything_keep_their_place():
    assert months_of([row(FEB, "A", 1), row(NOV, "A", 1)]) == [NOV, DEC, JAN, FEB]
    assert months_of([]) == []


def test_small_vendors_share_one_series():
    rows = [row(NOV, "Big", "90.10"), row(JAN, "Big", "9.90"), row(NOV, "Mid", 50)]
    small = [row(DEC, "C", "1.10"), row(DEC, None, "2.20")]
    assert spend_series([*rows, *small], 2) == [
        ("Big", [Decimal("90.10"), Decimal(0), Decimal("9.90")]),
        ("Mid", [Decimal(50), Decimal(0), Decimal(0)]),
        ("Others", [Decimal(0), Decimal("3.30"), Decimal(0)]),
    ]


def test_few_vendors_need_no_others():
    series = spend_series([row(NOV, None, 3)], 2)
    assert [one.name for one in series] == ["Unknown vendor"]


def test_a_field_by_month():
    rows = [{"month": NOV, "money_in": Decimal(5)}, {"month": JAN, "money_in": Decimal(7)}]
    assert monthly(rows, "money_in") == [Decimal(5), Decimal(0), Decimal(7)]
