"""The standards' codes: document types, date formats, profiles, tax categories, units.

From the code lists of EN 16931: UNTDID 1001 (documents), 2379 (dates), 5305 (tax), UN/ECE
recommendations 20 and 21 (units).
"""

import datetime as dt
from decimal import Decimal
from functools import cache
from typing import Final

from babel.numbers import get_currency_name, list_currencies

CREDIT_NOTES: Final = frozenset(
    ("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532")
)
"""Types of document by which the seller owes: credit notes, self-billed ones, and their kin."""

_DOCUMENTS: Final = {
    "261": "Self-billed credit note", "326": "Partial invoice", "380": "Invoice",
    "381": "Credit note", "383": "Debit note", "384": "Corrected invoice",
    "386": "Prepayment invoice", "389": "Self-billed invoice", "396": "Factored credit note",
    "875": "Partial construction invoice", "876": "Partial final construction invoice",
    "877": "Final construction invoice",
}  # fmt: skip

_DATE_FORMATS: Final = {
    "2": "%d%m%y", "3": "%m%d%y", "4": "%d%m%Y", "101": "%y%m%d", "102": "%Y%m%d",
    "201": "%y%m%d%H%M", "203": "%Y%m%d%H%M", "204": "%Y%m%d%H%M%S", "205": "%Y%m%d%H%M%z",
    "303": "%Y%m%d%H%M%Z",
}  # fmt: skip

_PROFILES: Final = (
    ("xrechnung", "XRechnung"),
    ("peppol", "Peppol BIS"),
    ("extended-ctc-fr", "Extended CTC FR"),
    ("extended", "EXTENDED"),
    ("basicwl", "BASIC WL"),
    ("basic", "BASIC"),
    ("minimum", "MINIMUM"),
    ("comfort", "COMFORT"),
    ("en16931", "EN 16931"),
)

_UNITS: Final = {
    "C62": "", "H87": "pcs", "XPP": "pcs", "EA": "pcs", "PCE": "pcs", "NAR": "pcs", "NPR": "pairs",
    "SET": "sets", "HUR": "h", "MIN": "min", "SEC": "s", "DAY": "days", "WEE": "weeks",
    "MON": "months", "ANN": "years", "KGM": "kg", "GRM": "g", "TNE": "t", "LTR": "l", "MLT": "ml",
    "MTR": "m", "CMT": "cm", "MMT": "mm", "KMT": "km", "MTK": "m²", "MTQ": "m³", "KWH": "kWh",
    "MWH": "MWh", "LS": "lump sum", "P1": "%", "XPK": "packages", "XBX": "boxes", "XCT": "cartons",
}  # fmt: skip

_ONE: Final = {
    "pcs": "pc", "pairs": "pair", "sets": "set", "days": "day", "weeks": "week", "months": "month",
    "years": "year", "packages": "package", "boxes": "box", "cartons": "carton",
}  # fmt: skip

_TAX_CATEGORIES: Final = {
    "S": "Standard or reduced rate", "Z": "Zero rate", "E": "Exempt", "AE": "Reverse charge",
    "K": "Intra-community supply", "G": "Export", "O": "Not subject to tax", "L": "Canary Islands",
    "M": "Ceuta and Melilla",
}  # fmt: skip


def document_name(type_code: str | None) -> str:
    """What people call a document of this type."""
    usual = "Credit note" if type_code in CREDIT_NOTES else "Invoice"
    return _DOCUMENTS.get(type_code or "", usual)


def date_of_code(text: str, code: str) -> dt.date:
    """The date that ``text`` is in the format that ``code`` stands for.

    Raises:
        ValueError: the format is none of a day, or ``text`` is not in it.
    """
    pattern = _DATE_FORMATS.get(code)
    if pattern is None or not text.isascii():
        raise ValueError("no day")
    return dt.datetime.strptime(text, pattern).date()


def profile_name(identifier: str) -> str:
    """The profile that a specification identifier names; empty when it is not known."""
    plain = identifier.casefold()
    return next((name for key, name in _PROFILES if key in plain), "")


def unit_name(code: str | None, quantity: Decimal | None = None) -> str:
    """A unit of measure as people write it after ``quantity``; its code when it is a rare one."""
    unit = _UNITS.get(code or "", code or "")
    return _ONE.get(unit, unit) if quantity == 1 else unit


def tax_category_name(code: str | None) -> str:
    """What people call a category of tax; its code when it is none that is known."""
    return _TAX_CATEGORIES.get(code or "", code or "")


@cache
def is_currency(code: str) -> bool:
    """Whether ``code`` is a currency of ISO 4217."""
    return code in list_currencies() and get_currency_name(code, locale="en") != code
